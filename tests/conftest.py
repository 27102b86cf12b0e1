from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))  # the package `support`

from support.documents import Normalize, made
from support.tiny_package import build

from onetongue.errors import InputError

if TYPE_CHECKING:
    from onetongue.document import Options

settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile("quick", max_examples=10, deadline=None, derandomize=True)
settings.register_profile("ci", max_examples=200, deadline=None, derandomize=True)
settings.register_profile("long", max_examples=3000, deadline=None)  # HYPOTHESIS_PROFILE=long
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")
)

HERE = Path(__file__).parent
# What `make check` leaves out: three quarters of the time that all tests take (pytest --durations).
SLOW = (
    "benchmarks",
    "browser",
    "cli/test_end_to_end.py",
    "formats/docx/test_article.py",
    "formats/docx/test_structure.py",
    "formats/markdown/test_compose.py",
    "formats/markdown/test_markdown.py",
    "test_pre_commit.py",
    "test_pytest_plugin.py",
    "training",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if any(item.path.is_relative_to(HERE / name) for name in SLOW):
            item.add_marker(pytest.mark.slow)


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
    folders = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "SNAP", "SNAP_USER_DATA")
    for name in (*folders, "ARGOS_PACKAGES_DIR", "ARGOS_TRANSLATE_PACKAGE_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    return home


@pytest.fixture
def normalize() -> Normalize:
    return made


@pytest.fixture
def spy(monkeypatch: pytest.MonkeyPatch) -> list[Options]:
    """The options that reach the library; the command then ends with exit code 3."""
    seen: list[Options] = []

    def stop(options: Options) -> None:
        seen.append(options)
        raise InputError("seen")

    monkeypatch.setattr("onetongue.normalizer.Normalizer", stop)
    return seen
