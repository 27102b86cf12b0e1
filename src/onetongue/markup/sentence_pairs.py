"""Which sentence of a translation is which of the source.

Responsible for: pairing them by their lengths, one with one, or one with two.
Not responsible for: cutting texts into sentences (`language.sentences`), and words.

Source: W. A. Gale and K. W. Church, "A program for aligning sentences in bilingual corpora", 1993;
their costs, without their one in a hundred that has no partner: an engine leaves no sentence out.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.prose import Stretch

_VARIANCE: Final = 6.8  # of a length, for each letter of it; theirs
_TWO: Final = 2.3  # cost of one sentence for two: the ln of how much rarer they found it
_BEADS: Final = ((1, 1, 0.0), (1, 2, _TWO), (2, 1, _TWO))
# As many sentences are paired as they come, unless two are so unlike: 400 lines of FLORES, joined, have
# as many in both languages by chance.
_ODD: Final = 6.0
_BAND: Final = 30  # sentences off the diagonal that are looked at; so the work grows with the text


def pair(
    ours: Sequence[Stretch], theirs: Sequence[Stretch]
) -> list[tuple[Stretch, Stretch]] | None:
    """Pairs of sentences, in order, two of a side as one stretch; None if they do not pair.

    >>> pair([(0, 10), (11, 50)], [(0, 10), (11, 30), (31, 50)])
    [((0, 10), (0, 10)), ((11, 50), (11, 50))]
    """
    if not ours or not theirs:
        return [] if len(ours) == len(theirs) else None
    ratio = sum(b - a for a, b in theirs) / sum(b - a for a, b in ours)
    if len(ours) == len(theirs) and all(
        _cost([one], [other], ratio) < _ODD for one, other in zip(ours, theirs, strict=True)
    ):
        return list(zip(ours, theirs, strict=True))
    best: dict[Stretch, tuple[float, Stretch]] = {(0, 0): (0.0, (0, 0))}
    for i in range(len(ours) + 1):
        near = round(i * len(theirs) / len(ours))
        for j in range(max(0, near - _BAND), min(len(theirs), near + _BAND) + 1):
            here = best.get((i, j))
            if here is None:
                continue
            for n, m, price in _BEADS:
                if i + n > len(ours) or j + m > len(theirs):
                    continue
                cost = here[0] + price + _cost(ours[i : i + n], theirs[j : j + m], ratio)
                if (i + n, j + m) not in best or cost < best[i + n, j + m][0]:
                    best[i + n, j + m] = cost, (i, j)
    return _traced(best, ours, theirs)


def _cost(ours: Sequence[Stretch], theirs: Sequence[Stretch], ratio: float) -> float:
    """How unlikely sentences of such lengths are each other's translations, as -ln."""
    one = ratio * sum(b - a for a, b in ours)
    other = sum(b - a for a, b in theirs)
    away = abs(one - other) / math.sqrt(_VARIANCE * max(one, 1.0))
    return -math.log(max(math.erfc(away / math.sqrt(2)), 1e-12))  # nothing is impossible


def _traced(
    best: dict[Stretch, tuple[float, Stretch]], ours: Sequence[Stretch], theirs: Sequence[Stretch]
) -> list[tuple[Stretch, Stretch]] | None:
    at = len(ours), len(theirs)
    if at not in best:
        return None
    found = []
    while at != (0, 0):
        before = best[at][1]
        mine, its = ours[before[0] : at[0]], theirs[before[1] : at[1]]
        found.append(((mine[0][0], mine[-1][1]), (its[0][0], its[-1][1])))
        at = before
    return found[::-1]
