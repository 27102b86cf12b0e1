"""Columns that a scanner read across: "Elle / les / répond aux questions / de".

Responsible for: telling such lines, which nobody can put together again, from a column and from a list.
Not responsible for: what becomes of them (set_apart.py).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onetongue.language.spellings import levels

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST: Final = 40  # code points
_MOST_WORDS: Final = 4
_FEWEST, _FEWEST_BROKEN = 4, 2  # lines
# So many of the lines begin in lower case; after so many the next word would have fitted in the width of
# three lines in four, as it never would in a column; and so many of all end there in a comma or one of
# the commonest words ("les", "of": half nats below certainty), as no entry of a list does.
# Of 4 800 beginnings of columns of 12 to 30 (French and English) .1 % pass, of those whose lines are up
# to a fifth wider or narrower .6 %, of 9 000 lists none; of two texts read across, one to three words a
# line, 37 % with 7 lines and 60 % with 15. In the width of six in seven it is .5 % and 1.1 % of columns.
_LOWER, _SHORT, _BROKEN = 0.5, 0.4, 0.2
_WIDTH: Final = 0.75
_COMMONEST: Final = 12


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
    broken = sum(_is_open(line.rpartition(" ")[2]) for line in short)
    return len(short) >= _SHORT * len(lines) and broken >= max(_FEWEST_BROKEN, _BROKEN * len(lines))


def _is_open(word: str) -> bool:
    return word[-1] == "," or min(levels(word.lower())) <= _COMMONEST
