"""What tests of JSON documents share: an engine, a working folder, and a clock that stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.engine import Engine

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two accounts of one document are the same, a second apart too."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine(lambda _: "The mayor declined to answer.")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Engine) -> Path:
    """An empty working folder, where the commands find that engine."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("onetongue.rounds.choose", lambda *_: engine)
    return tmp_path
