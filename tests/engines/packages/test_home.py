"""Where Argos keeps packages: places without any, which of several counts, and in what order."""

from __future__ import annotations

from pathlib import Path

import pytest

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
