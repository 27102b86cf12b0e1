"""A translation in as many parts as its source, and markup in the part it belongs to.

Responsible for: pairs that stay within one part, and points that must keep their order.
Not responsible for: where the parts of a translation begin (each format).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.prose import Pair, Prose, Stretch

_WORD: Final = re.compile(r"\S+")


def words_in(text: str) -> list[Stretch]:
    """Where the words of a text are, with the marks that touch them.

    >>> words_in("Oui, toi !")
    [(0, 4), (5, 8), (9, 10)]
    """
    return [found.span() for found in _WORD.finditer(text)]


class Parts(NamedTuple):
    """The `edges` of the parts in the source's reading, the stretch `made` of each, all its `words`."""

    edges: Sequence[int]
    made: Sequence[Stretch]
    words: Sequence[Stretch]

    def places(
        self, prose: Prose, told: Sequence[Stretch | None], in_order: str
    ) -> list[Stretch | None]:
        """A place for each of `markup.stretches(prose)`, given those told by their words.

        Points with the tag `in_order` go to a word, by their share of the part.
        """
        pairs, points = prose.pairs(), prose.points()
        placed = [self._of_pair(pair, one) for pair, one in zip(pairs, told, strict=False)]
        for (at, run), one in zip(points, told[len(pairs) :], strict=True):
            place = self._by_share(at) if run.tag == in_order else self._of_point(at, one)
            placed.append((place, place))
        return placed

    def _of(self, at: int) -> int:
        """Which part an offset of the reading lies in."""
        return min(max(bisect_right(self.edges, at) - 1, 0), len(self.made) - 1)

    def _of_pair(self, pair: Pair, place: Stretch | None) -> Stretch | None:
        """The longest part of a pair's place that is in one part; without one its own part."""
        own = self.made[self._of(pair.start)]
        if not (pair.open and pair.close):
            cut = _common(place, own) if place else None
            return cut if cut and cut[0] <= cut[1] else None
        if place is None:
            return own
        best = max((_common(place, made) for made in (own, *self.made)), key=lambda c: c[1] - c[0])
        return best if best[0] < best[1] else own

    def _of_point(self, at: int, place: Stretch | None) -> int:
        """The place it has, within its part; without one the end of that."""
        start, end = self.made[self._of(at)]
        return min(max(place[1], start), end) if place else end

    def _by_share(self, at: int) -> int:
        """The word of its part that as much stands before as before a point of the source."""
        i = self._of(at)
        (low, high), (start, end) = self.edges[i : i + 2], self.made[i]
        wanted = start + (at - low) / max(high - low, 1) * (end - start)
        first = bisect_left(self.words, (start, 0))
        last = bisect_left(self.words, (end, 0)) - 1
        near = min(max(bisect_left(self.words, (int(wanted), 0)), first), last)
        return self.words[near][0]


def _common(one: Stretch, other: Stretch) -> Stretch:
    return max(one[0], other[0]), min(one[1], other[1])
