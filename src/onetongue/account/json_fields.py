"""Reading the fields of parsed JSON that someone else wrote.

Responsible for: the bytes parsed, and a typed value or an `InputError` naming the key; never a
`KeyError` or `TypeError`.
Not responsible for: what the values mean together (`reading`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from onetongue.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def load_object(content: bytes, name: str, what: str) -> dict[str, object]:
    """Parse the bytes of a JSON file that holds one object.

    Raises:
        InputError: not UTF-8 JSON, a key twice in one object, or not an object; `name`, the line
            and `what` it should be are in the message.

    >>> load_object(b'{"length": 3}', "p.json", "provenance")
    {'length': 3}
    """
    try:
        value = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once_each)
    except json.JSONDecodeError as err:
        raise InputError(f"{name}:{err.lineno}:{err.colno}: not JSON: {err.msg}") from err
    except (ValueError, RecursionError) as err:  # not UTF-8; absurd numbers or nesting
        raise InputError(f"{name}: not a {what} file: {err}") from err
    if not isinstance(value, dict):
        raise InputError(f"{name}: not a {what} file: the JSON is not an object")
    return value


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Give the object; of two values under one key, readers differ in which they believe."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in found if keys.count(key) > 1)
        raise ValueError(f"the key {twice!r} is there twice")
    return found


class Fields:
    """One JSON object, `what` it is of, and the way to it, such as `records[2].source`.

    Raises:
        InputError: the value is not a JSON object.

    >>> Fields({"length": 3}, "source").count("length")
    3
    >>> Fields({"length": "3"}, "source").count("length")
    Traceback (most recent call last):
    ...
    onetongue.errors.InputError: provenance: source.length must be a whole number from 0
    """

    __slots__ = ("_path", "_values", "_what")

    def __init__(self, value: object, path: str, *, what: str = "provenance") -> None:
        if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
            raise InputError(f"{what}: {path or 'the whole'} must be an object")
        self._values: Mapping[str, object] = value
        self._path = path
        self._what = what

    def keys(self) -> tuple[str, ...]:
        """Give the keys, in order."""
        return tuple(self._values)

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._values

    def value(self, key: str) -> object:
        """Give the value whatever it is; InputError if missing."""
        if key not in self._values:
            raise self.error(key, "is missing")
        return self._values[key]

    def fields(self, key: str) -> Fields:
        """Give the object under `key`."""
        return Fields(self.value(key), self._to(key), what=self._what)

    def items(self, key: str) -> Iterator[Fields]:
        """Give the objects in the list under `key`, one by one."""
        values = self.value(key)
        if not isinstance(values, list | tuple):
            raise self.error(key, "must be a list")
        for number, value in enumerate(values):
            yield Fields(value, f"{self._to(key)}[{number}]", what=self._what)

    def text(self, key: str) -> str:
        """Give the string under `key`."""
        value = self.value(key)
        if not isinstance(value, str):
            raise self.error(key, "must be a string")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Give the strings in the list under `key`."""
        values = self.value(key)
        if not isinstance(values, list | tuple) or not all(isinstance(one, str) for one in values):
            raise self.error(key, "must be a list of strings")
        return tuple(values)

    def choice(self, key: str, allowed: Sequence[str]) -> str:
        """Give the string under `key`, one of `allowed`."""
        value = self.value(key)
        if not isinstance(value, str) or value not in allowed:
            raise self.error(key, f"must be one of {', '.join(allowed)}")
        return value

    def count(self, key: str, *, least: int = 0) -> int:
        """Give the whole number under `key`, not below `least`."""
        value = self.value(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise self.error(key, f"must be a whole number from {least}")
        return value

    def share(self, key: str) -> float:
        """Give the number under `key`, in [0, 1]."""
        value = self.value(key)
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1:
            raise self.error(key, "must be a number in [0, 1]")
        return float(value)

    def flag(self, key: str) -> bool:
        """Give the truth value under `key`."""
        value = self.value(key)
        if not isinstance(value, bool):
            raise self.error(key, "must be true or false")
        return value

    def error(self, key: str, what: str) -> InputError:
        """Make the error that says what is wrong with `key`."""
        return InputError(f"{self._what}: {self._to(key)} {what}")

    def _to(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key
