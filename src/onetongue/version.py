"""Which version of the package this is.

Responsible for: the one place that says so; pyproject.toml has it from here.
Not responsible for: the versions of engines and models (`document.EngineId`).
"""

# To ask importlib.metadata takes as long as the rest of our own start (benchmarks/startup).
__version__ = "0.1.0"
