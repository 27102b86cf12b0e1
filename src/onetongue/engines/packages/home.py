"""Where Argos Translate keeps its installed packages.

Responsible for: listing the folders of installed packages, by the rules Argos itself follows.
Not responsible for: whether a folder is a usable package (`package`), or installing one.

Importing `argostranslate` creates its data, config and cache folders in the home directory. We
write nothing but the output, so it is asked only where all of them exist already; elsewhere the
same places are read without it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path


def installed_folders() -> tuple[Path, ...]:
    """List the folders of all installed Argos packages, sound or not, sorted within each place.

    Raises nothing: a place that does not exist or cannot be read holds no packages.
    """
    return tuple(folder for place in places() for folder in _packages_in(place))


def places() -> tuple[Path, ...]:
    """List the existing folders Argos keeps packages in, in the order it looks at them.

    The environment variables ARGOS_PACKAGES_DIR, XDG_DATA_HOME, XDG_CONFIG_HOME, SNAP,
    SNAP_USER_DATA and ARGOS_TRANSLATE_PACKAGE_DIR count, and Argos' `settings.json`.
    """
    candidates = [packages_folder()]
    if "ARGOS_TRANSLATE_PACKAGE_DIR" in os.environ:  # its name before Argos 1.2
        candidates.append(Path(os.environ["ARGOS_TRANSLATE_PACKAGE_DIR"]))
    if "SNAP" in os.environ:
        custom = Path(os.environ["SNAP"]) / "snap_custom"
        candidates += [custom / "packages", *_subfolders(custom / "content_snap_packages")]
    return tuple(dict.fromkeys(place for place in candidates if place.is_dir()))


def packages_folder() -> Path:
    """The folder Argos installs into."""
    home = _home()
    return Path(
        os.environ.get("ARGOS_PACKAGES_DIR")
        or _from_settings(home["config"] / "settings.json")
        or home["data"] / "packages"
    )


def _home() -> dict[str, Path]:
    """Argos' own folders: data, config and cache."""
    try:
        snap = os.environ.get("SNAP_USER_DATA") if "SNAP" in os.environ else None
        home = Path(snap) if snap else Path.home()
    except RuntimeError:  # a container user without a home
        home = Path("/nonexistent")
    defaults = {"data": (".local", "share"), "config": (".config",), "cache": (".local", "cache")}
    return {
        name: Path(os.environ.get(f"XDG_{name.upper()}_HOME") or home.joinpath(*parts))
        / "argos-translate"
        for name, parts in defaults.items()
    }


def _from_settings(settings: Path) -> str | None:
    try:
        value = json.loads(settings.read_text(encoding="utf-8"))["ARGOS_PACKAGES_DIR"]
    except (OSError, ValueError, KeyError, TypeError):
        return None  # Argos ignores settings it cannot read, too
    return value if isinstance(value, str) else None


def _packages_in(place: Path) -> list[Path]:
    home = _home()
    created = (home["data"], home["config"], home["cache"] / "downloads", packages_folder())
    if not all(folder.is_dir() for folder in created):
        return _subfolders(place)
    try:
        from argostranslate import package  # noqa: PLC0415 -- 150 ms, and writes: see above

        return sorted(Path(found.package_path) for found in package.get_installed_packages([place]))
    except Exception:
        return _subfolders(place)


def _subfolders(place: Path) -> list[Path]:
    try:
        return sorted(path for path in place.iterdir() if path.is_dir())
    except OSError:
        return []
