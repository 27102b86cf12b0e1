"""Every folder of fixtures/ is normalized as its files say: see fixtures/README.md.

The model that comes with the package translates, or the case's own translations.tsv.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from support.engine import Engine

from onetongue.config import read_config
from onetongue.document import Options

if TYPE_CHECKING:
    from onetongue.engines import Translator
    from onetongue_pytest import AssertNormalizes

FIXTURES = Path(__file__).parents[1] / "fixtures"
CASES = sorted(path.parent.name for path in FIXTURES.glob("*/input.*"))


@pytest.fixture
def onetongue_options(case: str) -> Options:
    chosen = FIXTURES / case / "options.toml"
    settings: dict[str, Any] = dict(read_config(str(chosen)).settings) if chosen.exists() else {}
    return Options(**settings)


@pytest.fixture
def onetongue_engine(case: str) -> Translator | None:
    told = FIXTURES / case / "translations.tsv"
    if not told.exists():
        return None
    return Engine(dict(line.split("\t") for line in told.read_text("utf-8").splitlines()))


@pytest.mark.parametrize("case", CASES)
def test_it_is_normalized_as_its_files_say(case: str, assert_normalizes: AssertNormalizes) -> None:
    assert_normalizes(FIXTURES / case)


def test_there_are_cases_of_each_kind() -> None:
    kinds = {path.suffix for path in FIXTURES.glob("*/input.*")}
    assert kinds >= {".txt", ".html", ".md", ".docx", ".jsonl"}
    for name in ("options.toml", "translations.tsv", "provenance.json"):
        assert list(FIXTURES.glob(f"*/{name}")), name
