"""JSON Lines: a value a line, of which the strings are read and nothing else is touched.

Responsible for: `FORMAT`, lines, and what becomes of one that is no JSON.
Not responsible for: which strings are prose (`values`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onetongue.document import NotRead, Span
from onetongue.errors import InputError
from onetongue.formats.encoding import Decoded, decode
from onetongue.formats.format import Format, Read, Settings
from onetongue.formats.json.strings import BOM, fault, strings
from onetongue.formats.json.values import StringReader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.document import Markers, Region


class JsonLine(NamedTuple):
    """A line that is not blank: its number, from 1, and where its text stands, line end excluded."""

    number: int
    start: int
    end: int


def lines(text: str) -> Iterator[JsonLine]:
    r"""The lines of a text that hold anything, without the byte order mark; only "\n" ends one.

    >>> list(lines('[1]\r\n\n[2]'))
    [JsonLine(number=1, start=0, end=4), JsonLine(number=3, start=6, end=9)]
    """
    number, start = 1, len(text) - len(text.removeprefix(BOM))
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip(" \t\r"):
            yield JsonLine(number, start, end)
        number, start = number + 1, end + 1


class _JsonLines:
    """JSON Lines as a format, without markers, as in `json`."""

    markers: tuple[Markers, ...] = ("none",)

    def decode(self, data: bytes, name: str) -> Decoded:
        return decode(data, name)

    def read(self, text: str, protected: Sequence[Span], settings: Settings) -> Read:
        values = StringReader(text, protected, settings.fields)
        regions: list[Region] = []
        parts: list[Span] = []
        skipped: list[int] = []
        for line in lines(text):
            wrong = fault(text[line.start : line.end])
            if wrong is None:
                before = len(regions)
                regions += values.read(strings(text, line.start, line.end))
                if len(regions) > before:
                    parts.append(Span(line.start, line.end))
            elif settings.on_error == "skip":
                skipped.append(line.number)
            else:
                raise InputError(
                    f"{settings.name or 'text'}: line {line.number}, column {wrong.offset + 1}: "
                    f"not JSON: {wrong.message}; --on-error skip leaves such lines as they are"
                )
        notes = (*_skipped(skipped), *values.notes())
        aside, left = tuple(values.aside), tuple(values.left_out)
        return Read(tuple(regions), notes, tuple(parts), aside, left)


FORMAT: Format = _JsonLines()


def _skipped(numbers: Sequence[int]) -> tuple[NotRead, ...]:
    if not numbers:
        return ()
    first, count = numbers[0], len(numbers)
    if count == 1:
        note = f"1 line is no JSON and was left as it is: line {first}"
        return (NotRead(first, "the line", "it is no JSON", note),)
    note = f"{count} lines are no JSON and were left as they are, the first is line {first}"
    return (NotRead(first, f"{count} lines, of which this is the first", "they are no JSON", note),)
