"""Two columns of running text that were read across: "Le conseil de la    was sold for nine".

Responsible for: telling such lines from justified prose, from a table and from a glossary.
Not responsible for: what becomes of them (set_apart.py), or short lines without a gap (fragments.py).
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.formats.wrapped import Line, runs_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.formats.wrapped import TextLine

_GAP: Final = re.compile(r"[ \u00a0]{2,}")
_LONGEST: Final = 160  # code points of a line
_FEWEST: Final = 4  # lines with both halves
_OFF: Final = 1  # columns that the right halves may begin apart
_WIDE: Final = 3  # code points of a gap, on average
# Of the lines that hold more than one half, of all lines, and of all gaps, so many have, or are, a gap at
# one column; so many halves have two words.
# Of paragraphs (French and English) in two columns, 18 to 40 wide, 57 to 76 % of those of 4 lines are told,
# 75 to 90 % of 6, 91 to 98 % of 10, 97 % of 20, three columns as many; where a sixth of the lines have one
# half 72, 89 and 97 % of 6, 10 and 20. Of 18 000 paragraphs justified at 20 to 90 columns none passes, nor
# of as many with one wide space in ten; with four in ten 3 in 1 000. Of 12 000 glossaries of 4 to 20 lines
# drawn from what programs say one in 1 000 passes in lower case, of entries as long as each other 2 in 100,
# as they are none; and of 55 000 groups of lines in what programs come with, tables and options, none.
# Were the lines that share a column 60 % of all, 86 % of 20 lines would be told for 99; were the gaps 75 %,
# half of the columns in which one space in twenty is wide, for 84 to 99 %.
_SHARE, _HALF = 0.75, 0.5


class _Row(NamedTuple):
    """A line: how far it is indented and where its gaps are, in code points of the text."""

    start: int
    end: int
    indent: int
    gaps: tuple[tuple[int, int], ...]

    def column(self, at: int) -> int:
        """In which column of the page an offset is."""
        return self.indent + at - self.start


def are_side_by_side(text: str, lines: Sequence[TextLine]) -> bool:
    """Whether lines, none of them blank, are columns of running text that were read across."""
    if len(lines) < _FEWEST or any(line.end - line.start > _LONGEST for line in lines):
        return False
    halves = _halves([_row(text, line) for line in lines])
    return bool(halves) and all(_is_text(text, half) for half in halves)


def _halves(rows: Sequence[_Row]) -> tuple[Sequence[Line], ...]:
    """What stands before and what after the gap that most rows have at one column; nothing if none is."""
    counts = Counter(row.column(end) for row in rows for _, end in row.gaps)
    near = {at: sum(counts[at + off] for off in range(-_OFF, _OFF + 1)) for at in counts}
    column = max(counts, key=lambda at: (near[at], counts[at]), default=0)
    halved = [
        (row, gap) for row in rows for gap in row.gaps if abs(row.column(gap[1]) - column) <= _OFF
    ]
    alone = sum(row.indent >= column - _OFF or row.column(row.end) < column - _OFF for row in rows)
    if len(halved) < max(_FEWEST, _SHARE * (len(rows) - alone), _HALF * len(rows)):
        return ()
    common = sum(count for at, count in counts.items() if near[at] >= _HALF * len(halved))
    if common < _HALF * counts.total():
        return ()
    if sum(end - start for _, (start, end) in halved) < _WIDE * len(halved):
        return ()
    left = [Line(row.start, start, ends_block=False) for row, (start, _) in halved]
    right = [Line(end, row.end, ends_block=False) for row, (_, end) in halved]
    return left, right


def _row(text: str, line: TextLine) -> _Row:
    before = text[max(0, line.start - _LONGEST) : line.start]
    indent = len(before) - len(before.rstrip(" \u00a0"))
    gaps = tuple(gap.span() for gap in _GAP.finditer(text, line.start, line.end))
    return _Row(line.start, line.end, indent, gaps)


def _is_text(text: str, half: Sequence[Line]) -> bool:
    several = sum(text.find(" ", line.start, line.end) >= 0 for line in half)
    return several >= _SHARE * len(half) and runs_on(text, half)
