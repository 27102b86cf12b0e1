"""An engine for documents of JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onetongue.document import EngineId
from onetongue.translate import Hypothesis

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Engine:
    """Says the same of everything."""

    id = EngineId("dictionary", "1", "test")
    key = "dictionary 1"
    doubt_below = 0.2
    source, target = "fr", "en"

    def translate(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...]:
        return tuple(Hypothesis("The mayor declined to answer.", 0.9) for _ in sentences)

    def retry(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...] | None:
        return None


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two accounts of one document are the same, a second apart too."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Engine) -> Path:
    """An empty working folder, where the commands find that engine."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("onetongue.pipeline.choose", lambda *_: engine)
    return tmp_path
