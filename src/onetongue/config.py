"""Choices kept in a file: `[tool.onetongue]` of a pyproject.toml, or a TOML file of its own.

Responsible for: finding the file, its keys, and which files it excludes.
Not responsible for: what an option may be and its default (`Options`); what comes before the file
(the command line does).

The keys are the long options of `normalize` without their dashes, and `exclude`. Other commands take
those that are options of theirs. Paths and globs are relative to the file.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from onetongue.document import Options
from onetongue.errors import InputError
from onetongue.option import options_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onetongue.option import Option

PYPROJECT: Final = "pyproject.toml"
_TABLE: Final = ("tool", "onetongue")
_EXCLUDE: Final = "exclude"  # the one key that is no option
_ROOT: Final = ".git"  # a repository ends here; a folder, or a file in a worktree


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration file says.

    `name` is the file's path, empty if there is none. `settings` are fields of `Options` with
    their values, `exclude` globs, both in the order of the file.
    """

    name: str = ""
    settings: tuple[tuple[str, Any], ...] = ()
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
    settings: list[tuple[str, Any]] = []
    options = {option.named.name: option for option in options_of(Options)}
    for key, value in table.items():
        option = options.get(key)
        if option is None and key != _EXCLUDE:
            known = ", ".join((*options, _EXCLUDE))
            raise InputError(f"{path}: {prefix}{key}: unknown key; known are {known}")
        expected = _expected(option, value)
        if expected:
            raise InputError(f"{path}: {prefix}{key}: must be {expected}, not {value!r}")
        if option is not None:
            settings.append((option.field, _value(option, value, path.parent)))
    return Config(str(path), tuple(settings), tuple(table.get(_EXCLUDE, ())))


def _expected(option: Option | None, value: object) -> str:
    """What a key's value must be, if it is not; None is the key `exclude`."""
    if option is None:
        is_right = isinstance(value, list) and all(map(_is_text, value))
        return "" if is_right else "a list of strings, none empty"
    if option.expected:
        return "" if option.accepts(value) else option.expected
    return "" if _is_text(value) else "a string, not empty"


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _value(option: Option, value: Any, folder: Path) -> Any:
    return str(folder / value) if option.is_path else option.read(value)


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
