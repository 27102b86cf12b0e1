"""Very long regions in pieces, so that memory stays bounded however long a line is.

Responsible for: cutting between sentences, else between words, never inside a protected stretch; and
what a part of a region is.
Not responsible for: anything about languages.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from onetongue.document import Region, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# No paragraph a person wrote is longer: code points.
LONGEST: Final = 20_000
BETWEEN_SENTENCES: Final = re.compile(r"(?<=[.!?…])[”»\"’)]*\s+")
BETWEEN_WORDS: Final = re.compile(r"\s+")


def divided(text: str, region: Region) -> Iterator[Region]:
    """The region itself, or the pieces of at most about `LONGEST` code points it is cut into.

    >>> region = Region(Span(0, 30_000), "paragraph", "running text")
    >>> [len(piece.span) for piece in divided("One sentence.  " * 2000, region)]
    [19993, 10003]
    """
    if len(region.span) <= LONGEST:
        yield region
        return
    start = region.span.start
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
