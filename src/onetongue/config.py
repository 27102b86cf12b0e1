"""Choices kept in a file: `[tool.onetongue]` of a pyproject.toml, or a TOML file of its own.

Responsible for: finding the file, its keys and what each may hold, and which files it excludes.
Not responsible for: what comes before it (the command line does) or after it (`Options` holds the
defaults).

The keys are the long options of `normalize` without their dashes, and `exclude`. Other commands take
those that are options of theirs. Paths and globs are relative to the file.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

from onetongue.document import Engine, FormatName, Markers, OnDoubt, OnError
from onetongue.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PYPROJECT: Final = "pyproject.toml"
_TABLE: Final = ("tool", "onetongue")
_ROOT: Final = ".git"  # a repository ends here; a folder, or a file in a worktree


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration file says.

    `name` is the file's path, empty if there is none. `settings` are fields of `Options` with
    their values, `exclude` globs, both in the order of the file.
    """

    name: str = ""
    settings: tuple[tuple[str, str | float], ...] = ()
    exclude: tuple[str, ...] = ()

    def excludes(self, file: str) -> bool:
        """Whether a glob of `exclude` matches a file, or a folder that holds it.

        `*` stays within a name and `**` is any number of folders. A glob without a slash matches at
        any depth, one with a slash from the folder of the configuration file; a file outside of
        that folder is never excluded.
        """
        path, folder = _normal(file), _normal(self.name).parent
        if not path.is_relative_to(folder):
            return False
        parts = path.relative_to(folder).parts
        return any(_matches(parts, _pieces(glob)) for glob in self.exclude)


def find_config() -> Config:
    """Read the nearest `[tool.onetongue]`, from the working directory up to the repository's root.

    Raises:
        InputError: a pyproject.toml on the way is not TOML, or a key or value is not known.
    """
    folder = Path.cwd()
    for up, parent in enumerate((folder, *folder.parents)):
        path = Path(*[".."] * up, PYPROJECT)
        if path.is_file() and (table := _table(path)) is not None:
            return _checked(table, path)
        if (parent / _ROOT).exists():
            break
    return Config()


def read_config(name: str) -> Config:
    """Read a configuration file: a pyproject.toml, or any other with the keys at the top.

    Raises:
        InputError: it is not TOML, a key or value is not known, or a pyproject.toml lacks the table.
        OSError: it cannot be read.
    """
    path = Path(name)
    table = _table(path)
    if table is None:
        raise InputError(f"{path}: has no [{'.'.join(_TABLE)}]; add it or name another file")
    return _checked(table, path)


def _table(path: Path) -> Mapping[str, Any] | None:
    """The table with our keys; None if a pyproject.toml has none."""
    import tomllib  # noqa: PLC0415 - only when there is a file to read

    content = path.read_bytes()
    try:
        table: Any = tomllib.loads(content.decode())
    except (ValueError, RecursionError) as err:
        raise InputError(f"{path}: not TOML: {err}") from err
    for depth, key in enumerate(_TABLE if path.name == PYPROJECT else (), start=1):
        if key not in table:
            return None
        table = table[key]
        if not isinstance(table, dict):
            raise InputError(f"{path}: {'.'.join(_TABLE[:depth])}: must be a table, not {table!r}")
    return table  # type: ignore[no-any-return]  # TOML's top level is a table


def _checked(table: Mapping[str, Any], path: Path) -> Config:
    prefix = ".".join((*_TABLE, "")) if path.name == PYPROJECT else ""
    settings: list[tuple[str, str | float]] = []
    for key, value in table.items():
        if key not in _KEYS:
            raise InputError(f"{path}: {prefix}{key}: unknown key; known are {', '.join(_KEYS)}")
        field, expected, accepts = _KEYS[key]
        if not accepts(value):
            raise InputError(f"{path}: {prefix}{key}: must be {expected}, not {value!r}")
        if field in _PATHS:
            value = str(path.parent / value)  # noqa: PLW2901 - the same value, as seen from here
        if field != "exclude":
            settings.append((field, value))
    return Config(str(path), tuple(settings), tuple(table.get("exclude", ())))


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


_Kind = tuple[str, "Callable[[object], bool]"]
_TEXT: Final[_Kind] = ("a string, not empty", _is_text)


def _one_of(choices: object) -> _Kind:
    allowed = get_args(choices)
    return f"one of {', '.join(allowed)}", lambda value: isinstance(value, str) and value in allowed


_PATHS: Final = ("glossary", "memory", "model")
# Key: field of `Options`, what the value must be, and whether it is.
_KEYS: Final[Mapping[str, tuple[str, str, Callable[[object], bool]]]] = {
    "from": ("source", *_TEXT),
    "to": ("target", *_TEXT),
    "markers": ("markers", *_one_of(Markers)),
    "format": ("format", *_one_of(FormatName)),
    "exclude": ("exclude", "a list of strings, none empty", _is_texts),
    "glossary": ("glossary", *_TEXT),
    "memory": ("memory", *_TEXT),
    "min-confidence": ("min_confidence", "a number from 0 to 1", _is_share),
    "on-doubt": ("on_doubt", *_one_of(OnDoubt)),
    "engine": ("engine", *_one_of(Engine)),
    "model": ("model", *_TEXT),
    "fields": ("fields", *_TEXT),
    "on-error": ("on_error", *_one_of(OnError)),
}


def _normal(file: str) -> Path:
    return Path(os.path.normpath(Path.cwd() / file))


def _pieces(glob: str) -> tuple[str, ...]:
    pieces = tuple(piece for piece in glob.split("/") if piece not in {"", "."})
    return pieces if "/" in glob.rstrip("/") else ("**", *pieces)


def _matches(parts: Sequence[str], pieces: Sequence[str]) -> bool:
    """Whether the pieces of a glob match the path or a folder it is in."""
    if not pieces:
        return True
    if pieces[0] == "**":
        return any(_matches(parts[i:], pieces[1:]) for i in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], pieces[0]) and _matches(parts[1:], pieces[1:])
