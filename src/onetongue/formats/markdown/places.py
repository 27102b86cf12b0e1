r"""Where the content of a Markdown block stands in the source.

Responsible for: `ContentPlaces`, from an offset in the content (without quotation signs, indents and the
backslashes of `\|` in a table) to one in the source, checked character by character.
Not responsible for: parsing (`parse`), or what the content says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_BLANK = " \t\n\r\f\v"  # what markdown-it trims
_BAR = re.compile(r"\\\|")
_OPENING = re.compile(r"#{1,6}[ \t]*")


class SourceStretch(NamedTuple):
    """A stretch of content that stands in the source as it is."""

    content: int
    source: int
    length: int


class ContentPlaces:
    """The pieces of a block's content, in order; `start` is where in the source they begin."""

    def __init__(self, pieces: Sequence[SourceStretch], start: int) -> None:
        self.start = start
        self._pieces = pieces
        self._starts = [piece.content for piece in pieces]

    def begin(self, offset: int) -> int:
        """Where the character at this offset of the content stands."""
        piece = self._pieces[max(bisect_right(self._starts, offset) - 1, 0)]
        return piece.source + offset - piece.content

    def end(self, offset: int) -> int:
        """Where the character before this offset of the content ends."""
        return self.begin(offset - 1) + 1 if offset else self.start

    def behind(self, start: int, end: int, content: str) -> int:
        """Where a mark ends that goes to `end`; with a line's end, behind the signs of the next."""
        is_line_end = content[start:end].rstrip(" \t").endswith("\n")
        following = next(self.within(end, len(content)), None) if is_line_end else None
        return following.source if following else self.end(end)

    def part(self, start: int, end: int) -> ContentPlaces:
        """The places of a part of the content, as content of its own."""
        pieces = [p._replace(content=p.content - start) for p in self.within(start, end)]
        return ContentPlaces(pieces, self.end(start))

    def in_source(self, source_of: Callable[[int], int]) -> ContentPlaces:
        """These places in another text, in which no line is longer or shorter."""
        pieces = [p._replace(source=source_of(p.source)) for p in self._pieces]
        return ContentPlaces(pieces, source_of(self.start))

    def within(self, start: int, end: int) -> Iterator[SourceStretch]:
        """The pieces between two offsets of the content, cut to them."""
        i = max(bisect_right(self._starts, start) - 1, 0)
        while i < len(self._pieces) and self._pieces[i].content < end:
            piece = self._pieces[i]
            low = max(start, piece.content)
            high = min(end, piece.content + piece.length)
            if low < high:
                yield SourceStretch(low, piece.source + low - piece.content, high - low)
            i += 1


def of_lines(content: str, text: str, lines: Sequence[tuple[int, int]]) -> ContentPlaces | None:
    """The places of a paragraph or heading, its line k in line k of the block; None if not there."""
    pieces = []
    at = 0
    for row, (start, _) in zip(content.split("\n"), lines, strict=False):
        words = row.lstrip(" \t")
        low = at + len(row) - len(words)
        place = start if text.startswith(words, start) else _heading(words, text, start)
        if place is None:
            return None
        pieces.append(SourceStretch(low, place, len(words)))
        at += len(row) + 1
    return ContentPlaces(pieces, pieces[0].source) if at == len(content) + 1 else None


def of_cell(content: str, text: str, cell: tuple[int, int]) -> ContentPlaces | None:
    """The places of a table's cell, which stands between two offsets; None if it does not."""
    start, high = cell
    pieces, done = [], 0
    for end in (*(match.start() for match in _BAR.finditer(text, *cell)), high):
        if text[start:end] != content[done : done + end - start]:
            return None
        if start < end:
            pieces.append(SourceStretch(done, start, end - start))
        done += end - start
        start = end + 1  # the backslash is not in the content
    return ContentPlaces(pieces, cell[0]) if pieces and done == len(content) else None


def cells_of(text: str, line: tuple[int, int]) -> list[tuple[int, int]]:
    """Where the cells of a table's row begin and end, without white space around them."""
    low, high = _trim(text, *line)
    bars = [low - 1]
    escaped = False
    for at in range(low, high):
        if text[at] == "|" and not escaped:
            bars.append(at)
        escaped = text[at] == "\\"
    bars.append(high)
    cells = [(a + 1, b) for a, b in pairwise(bars)]
    if cells and cells[0][0] == cells[0][1]:
        cells.pop(0)
    if cells and cells[-1][0] == cells[-1][1]:
        cells.pop()
    return [_trim(text, a, b) for a, b in cells]


def _heading(words: str, text: str, start: int) -> int | None:
    """Where the words of a heading with number signs begin."""
    found = _OPENING.match(text, start)
    return found.end() if found and text.startswith(words, found.end()) else None


def _trim(text: str, low: int, high: int) -> tuple[int, int]:
    while low < high and text[low] in _BLANK:
        low += 1
    while low < high and text[high - 1] in _BLANK:
        high -= 1
    return low, high
