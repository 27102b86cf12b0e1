"""Lines of prose with wide spaces: justified ones, or as a scanner saw them.

Responsible for: telling them from the rows of a table.
Not responsible for: which lines have wide spaces, and which of those are rows (set_apart.py).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onetongue.language.linking import ends_in_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

_SPACES: Final = re.compile(r"[ \u00a0]+")
# So many of the words have letters, and so many lines end in mid-phrase; or all lines but the last end
# at one column, but for one, and so many have several gaps as wide as each other, but for two spaces.
# Of 300 paragraphs (French and English) justified at 20, 25, 30 and 36 columns 58, 23, 13 and 9 % passed
# for tables, now 3, .3, 0 and 0 %.
_LETTERS, _OPEN = 0.8, 0.2
_EVEN, _FEWEST_GAPS, _DIFFERENCE = 0.6, 2, 2


def is_justified(rows: Sequence[str], gaps: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """Whether rows, each with where its wide gaps begin and end, are lines of prose.

    >>> is_justified(["Le  ministre est venu  à", "Paris  hier,  où il  a vu"], [[(2, 4)], [(5, 7)]])
    True
    """
    cells = [cell for row in rows for cell in row.split()]
    letters = sum(cell[0].isalpha() or cell[-1].isalpha() for cell in cells)
    if letters < _LETTERS * len(cells) or _are_columns(gaps):
        return False
    if sum(map(_is_open, rows)) >= _OPEN * len(rows):
        return True
    widths = [len(row) for row in rows[:-1]]
    is_flush = max(widths) - min(widths) <= 1
    return is_flush and sum(map(_is_even, rows)) >= _EVEN * len(rows)


def _are_columns(gaps: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """Whether each row has as many gaps, and each of these begins or ends at one place."""
    if len(set(map(len, gaps))) > 1:
        return False
    sides = (zip(*column, strict=True) for column in zip(*gaps, strict=True))
    return all(min(len(set(begins)), len(set(ends))) == 1 for begins, ends in sides)


def _is_open(row: str) -> bool:
    return row[-1] in ",-\u00ac\u00ad" or ends_in_phrase(row)


def _is_even(row: str) -> bool:
    gaps = [len(gap) for gap in _SPACES.findall(row)]
    return len(gaps) >= _FEWEST_GAPS and max(gaps) - min(gaps) <= _DIFFERENCE
