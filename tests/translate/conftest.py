"""What the tests of this stage share: an engine that looks words up, and a real tiny package."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onetongue.document import EngineId
from onetongue.translate import Hypothesis

from .tiny_package import build

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class DictionaryTranslator:
    """Answers from a dictionary, else with `unknown`; remembers every batch it was given."""

    source = "fr"
    target = "en"
    id = EngineId(name="dictionary", version="1", model="test")
    key = "dictionary 1"
    doubt_below = 0.2

    def __init__(
        self, entries: Mapping[str, str | Hypothesis], unknown: Callable[[str], str] = str
    ) -> None:
        self.entries = entries
        self.unknown = unknown
        self.batches: list[tuple[str, ...]] = []

    def translate(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...]:
        self.batches.append(tuple(sentences))
        found = [self.entries.get(text, self.unknown(text)) for text in sentences]
        return tuple(one if isinstance(one, Hypothesis) else Hypothesis(one, 0.5) for one in found)

    def retry(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...] | None:
        return None


@pytest.fixture
def dictionary() -> type[DictionaryTranslator]:
    return DictionaryTranslator


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound package nobody may change."""
    return build(tmp_path_factory.mktemp("tiny") / "translate-fr_en-1_0")


@pytest.fixture
def copied(tiny: Path, tmp_path: Path) -> Path:
    """A copy of it to damage."""
    return Path(shutil.copytree(tiny, tmp_path / tiny.name))


@pytest.fixture
def no_argos_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home directory without packages."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("SNAP", "SNAP_USER_DATA", "ARGOS_TRANSLATE_PACKAGE_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    return home
