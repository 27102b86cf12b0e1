"""Where Argos keeps packages: places without any, which of several counts, and in what order."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from support.command import python

from onetongue.engines.packages.home import installed_folders, packages_folder, places

# What stands in the settings and counts for nothing, as Argos has it.
NO_SETTINGS = [
    "",
    "{",
    "\xff",
    "[]",
    "null",
    "{}",
    '{"ARGOS_PACKAGES_DIR": 3}',
    '{"ARGOS_PACKAGES_DIR": ["a"]}',
    '{"ARGOS_PACKAGES_DIR": ""}',
]


def settings(home: Path, content: str) -> None:
    folder = home / ".config" / "argos-translate"
    folder.mkdir(parents=True)
    (folder / "settings.json").write_bytes(content.encode("latin-1"))


@pytest.mark.parametrize("content", NO_SETTINGS)
def test_settings_that_say_nothing(no_argos_home: Path, content: str) -> None:
    usual = packages_folder()
    assert usual == no_argos_home / ".local" / "share" / "argos-translate" / "packages"
    settings(no_argos_home, content)
    assert packages_folder() == usual
    assert places() == ()


def test_no_place_and_no_folder_are_made(no_argos_home: Path) -> None:
    assert (places(), installed_folders()) == ((), ())
    assert list(no_argos_home.iterdir()) == []


def test_files_are_no_places_and_no_packages(
    tmp_path: Path, no_argos_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "file"))
    assert places() == ()
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path))
    assert installed_folders() == (no_argos_home,)


def test_the_environment_comes_before_the_settings(
    no_argos_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings(no_argos_home, '{"ARGOS_PACKAGES_DIR": "set"}')
    assert packages_folder() == Path("set")
    monkeypatch.setenv("XDG_DATA_HOME", "data")
    assert packages_folder() == Path("set")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", "own")
    assert packages_folder() == Path("own")


def test_the_folder_of_the_settings_is_a_place(tmp_path: Path, no_argos_home: Path) -> None:
    (tmp_path / "set").mkdir()
    settings(no_argos_home, json.dumps({"ARGOS_PACKAGES_DIR": str(tmp_path / "set")}))
    assert places() == (tmp_path / "set",)


def test_a_snap_is_asked_only_in_a_snap(
    no_argos_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = packages_folder()
    monkeypatch.setenv("SNAP_USER_DATA", "user")
    assert packages_folder() == usual
    monkeypatch.setenv("SNAP", "")
    assert packages_folder() == Path("user/.local/share/argos-translate/packages")
    monkeypatch.delenv("SNAP_USER_DATA")
    assert packages_folder() == usual


PLACES = [
    ({"ARGOS_PACKAGES_DIR": "here"}, "here"),
    ({"XDG_DATA_HOME": "data"}, "data/argos-translate/packages"),
    ({}, "home/.local/share/argos-translate/packages"),
    ({"ARGOS_TRANSLATE_PACKAGE_DIR": "old"}, "old"),
    ({"SNAP": "snap", "SNAP_USER_DATA": "user"}, "user/.local/share/argos-translate/packages"),
    ({"SNAP": "snap", "SNAP_USER_DATA": "user"}, "snap/snap_custom/packages"),
    ({"SNAP": "snap", "SNAP_USER_DATA": "user"}, "snap/snap_custom/content_snap_packages/one"),
]


@pytest.mark.parametrize(("environment", "expected"), PLACES)
def test_where_argos_keeps_packages(
    environment: dict[str, str],
    expected: str,
    tmp_path: Path,
    no_argos_home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, str(tmp_path / value))
    assert places() == ()
    (tmp_path / expected / "translate-fr_en").mkdir(parents=True)
    assert places() == (tmp_path / expected,)
    assert installed_folders() == (tmp_path / expected / "translate-fr_en",)


def test_places_in_order_each_once(
    tmp_path: Path, no_argos_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    custom = tmp_path / "snap" / "snap_custom"
    content = custom / "content_snap_packages"
    wanted = [tmp_path / "new", tmp_path / "old", custom / "packages", content / "a", content / "b"]
    for place in reversed(wanted):
        (place / "one").mkdir(parents=True)
        (place / "another").mkdir()
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "new"))
    monkeypatch.setenv("ARGOS_TRANSLATE_PACKAGE_DIR", str(tmp_path / "old"))
    monkeypatch.setenv("SNAP", str(tmp_path / "snap"))
    assert places() == tuple(wanted)
    assert installed_folders() == tuple(
        place / name for place in wanted for name in ("another", "one")
    )
    monkeypatch.setenv("ARGOS_TRANSLATE_PACKAGE_DIR", str(tmp_path / "new"))
    assert places() == (wanted[0], *wanted[2:])


def test_a_user_without_a_home(no_argos_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)
    assert packages_folder() == Path("/nonexistent/.local/share/argos-translate/packages")
    assert places() == ()


SCRIPT = """
import json, sys
from onetongue.engines.packages.home import installed_folders
found = [str(folder) for folder in installed_folders()]
print(json.dumps([found, "argostranslate" in sys.modules]))
"""


def run(environment: dict[str, str]) -> tuple[list[str], bool]:
    found, asked = json.loads(python(SCRIPT, environment=os.environ | environment).out)
    return found, asked


def test_argos_is_asked_only_where_it_creates_nothing(
    tiny: Path, tmp_path: Path, no_argos_home: Path
) -> None:
    place = tmp_path / "packages"
    folder = Path(shutil.copytree(tiny, place / "translate-fr_en-1_0"))
    environment = {"ARGOS_PACKAGES_DIR": str(place), "HOME": str(no_argos_home)}
    assert run(environment) == ([str(folder)], False)
    assert list(no_argos_home.iterdir()) == []
    for name in (".local/share", ".config", ".local/cache"):
        (no_argos_home / name / "argos-translate" / "downloads").mkdir(parents=True)
    assert run(environment) == ([str(folder)], True)
    broken = place / "translate-xx_en"
    broken.mkdir()
    assert run(environment) == ([str(folder), str(broken)], True)
