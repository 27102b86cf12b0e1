"""Very long regions in pieces, so that memory stays bounded however long a line is; menus in entries.

Responsible for: cutting after lines that end in a leader, in what is too long between sentences, else
between words, never inside a protected stretch; and what a part of a region is.
Not responsible for: anything about languages.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from onetongue.document import Region, Span
from onetongue.language.leaders import leaders

if TYPE_CHECKING:
    from collections.abc import Iterator

# No paragraph a person wrote is longer: code points.
LONGEST: Final = 20_000
BETWEEN_SENTENCES: Final = re.compile(r"(?<=[.!?…])[”»\"’)]*\s+")
BETWEEN_WORDS: Final = re.compile(r"\s+")


def divided(text: str, region: Region) -> Iterator[Region]:
    """The region itself, or the pieces it is cut into, of at most about `LONGEST` code points.

    A line with a leader ends a piece.

    >>> region = Region(Span(0, 30_000), "paragraph", "running text")
    >>> [len(piece.span) for piece in divided("One sentence.  " * 2000, region)]
    [19993, 10003]
    """
    cuts = [_outside(region, one.end) for one in leaders(text, region.span.start, region.span.end)]
    if not cuts:
        yield from _bounded(text, region)
        return
    for start, end in pairwise([region.span.start, *cuts, region.span.end]):
        for piece in part_of(text, region, start, end):
            yield from _bounded(text, piece)


def _bounded(text: str, region: Region) -> Iterator[Region]:
    """The region itself, or its pieces if it is too long."""
    start = region.span.start
    if region.span.end - start <= LONGEST:
        yield region
        return
    while region.span.end - start > LONGEST:
        cut = _cut(text, region, start)
        yield from part_of(text, region, start, cut)
        start = cut
    yield from part_of(text, region, start, region.span.end)


def _cut(text: str, region: Region, start: int) -> int:
    """Where the next piece begins."""
    limit = start + LONGEST
    cut = limit
    for pattern in (BETWEEN_SENTENCES, BETWEEN_WORDS):
        ends = [m.end() for m in pattern.finditer(text, start + LONGEST // 2, limit)]
        if ends:
            cut = ends[-1]
            break
    return _outside(region, cut)


def _outside(region: Region, cut: int) -> int:
    """The cut, moved behind the protected stretch that it is in."""
    before = bisect_left(region.protected, cut, key=attrgetter("start")) - 1
    return max(cut, region.protected[before].end) if before >= 0 else cut


def part_of(text: str, region: Region, start: int, end: int) -> Iterator[Region]:
    """The region between two offsets, without white space at its edges; nothing if it is blank."""
    written = text[start:end]
    start += len(written) - len(written.lstrip())
    end = start + len(written.strip())
    if start < end:
        low = bisect_left(region.protected, start, key=attrgetter("start"))
        high = bisect_right(region.protected, end, lo=low, key=attrgetter("end"))
        kept = region.protected[low:high]
        yield Region(Span(start, end), region.kind, region.rule, kept, region.prose)
