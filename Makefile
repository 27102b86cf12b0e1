# What a change passes on the way: in the environment at hand, in about a minute, or all of it.
PYTHON ?= python

.PHONY: check test
check:
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	HYPOTHESIS_PROFILE=quick $(PYTHON) -m pytest -q -m "not slow"

test:
	sh scripts/run-tests
