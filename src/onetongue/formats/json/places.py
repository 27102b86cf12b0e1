"""Which record and which field of JSON Lines an offset lies in.

Responsible for: the line, the record's id, and a JSON Pointer to the string.
Not responsible for: what is said of that place.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.formats.json.lines import lines
from onetongue.formats.json.strings import pointer, strings

if TYPE_CHECKING:
    from onetongue.formats.json.lines import JsonLine
    from onetongue.formats.json.strings import JsonString

# What data sets call the key that tells records apart, likeliest first.
_IDS: Final = ("id", "_id", "uuid", "guid", "uid", "identifier", "url", "uri", "link")
_DIGITS: Final = 19  # a longer number is a text to most who read it: beyond 64 bits


class RecordPlace(NamedTuple):
    """A place in JSON Lines: the line from 1, the record's id if it has one, a JSON Pointer."""

    line: int
    id: str | int | None
    field: str


class RecordPlaces:
    """The places of a text that is JSON Lines.

    >>> RecordPlaces('{"id": 7, "a": ["b", "c"]}').at(22)
    RecordPlace(line=1, id=7, field='/a/1')
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = tuple(lines(text))
        self._starts = [line.start for line in self._lines]
        self._last: tuple[JsonLine, str | int | None, list[JsonString]] | None = None

    def at(self, offset: int) -> RecordPlace:
        """The place of an offset, in code points, that lies within a string.

        Offsets asked for in order cost nothing but each line once.
        """
        line = self._lines[bisect_right(self._starts, offset) - 1]
        if self._last is None or self._last[0] != line:
            values = list(strings(self._text, line.start, line.end))
            self._last = line, _id(self._text[line.start : line.end]), values
        _, name, values = self._last
        i = bisect_right(values, offset, key=lambda value: value.start) - 1
        return RecordPlace(line.number, name, pointer(values[i].path))


def _id(record: str) -> str | int | None:
    try:
        value = json.loads(record, parse_int=_whole)
    except RecursionError:  # read where there was more room
        return None
    if not isinstance(value, dict):
        return None
    found = (value[key] for key in _IDS if key in value)
    return next((i for i in found if isinstance(i, str | int) and not isinstance(i, bool)), None)


def _whole(digits: str) -> str | int:
    return int(digits) if len(digits) <= _DIGITS else digits
