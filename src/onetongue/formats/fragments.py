"""Columns that a scanner read across: "Elle / les / répond aux questions / de".

Responsible for: telling such lines, which nobody can put together again, from a column and from a list.
Not responsible for: what becomes of them (set_apart.py).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onetongue.language.spellings import is_commonest

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST: Final = 40  # code points
_MOST_WORDS: Final = 4
_FEWEST, _FEWEST_BROKEN = 4, 2  # lines
# So many of the lines begin in lower case; after so many the next word would have fitted in the width of
# three lines in four, as it never would in a column; and so many of all end there in one of the
# commonest words ("les", "of"), as no entry of a list does.
# Of 9 600 beginnings of columns of 12 to 30 (French and English) one in 2 000 passes, of those whose
# lines are up to a fifth wider or narrower one in 300, of 12 000 lists one; of two texts read across, one
# to three words a line, 32 % with 7 lines and 54 % with 15. In the width of six lines in seven, ten
# times as many columns pass.
_LOWER, _SHORT, _BROKEN = 0.5, 0.4, 0.2
_WIDTH: Final = 0.75


def are_fragments(lines: Sequence[str]) -> bool:
    """Whether short lines, without outer white space and none of them blank, break off again and again.

    >>> are_fragments(["Elle", "les", "répond aux questions", "journalistes", "de", "sont venus"])
    True
    """
    if len(lines) < _FEWEST or any(
        len(line) > LONGEST or line.count(" ") >= _MOST_WORDS for line in lines
    ):
        return False
    if sum(line[0].islower() for line in lines) < _LOWER * len(lines):
        return False
    width = sorted(map(len, lines))[int(_WIDTH * len(lines))]
    short = [
        above
        for above, below in pairwise(lines)
        if len(above) + 1 + len(below.partition(" ")[0]) <= width
    ]
    broken = sum(is_commonest(above.rpartition(" ")[2].lower()) for above in short)
    return len(short) >= _SHORT * len(lines) and broken >= max(_FEWEST_BROKEN, _BROKEN * len(lines))
