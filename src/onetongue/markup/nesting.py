"""Places that stand to each other as their stretches of the source do.

Responsible for: a last look at all places of a text together: what is nested is inside, what is apart
does not overlap, and a point within a stretch stays within its place.
Not responsible for: finding places (`joint_placing`), which nearly always leaves nothing to do here: two
places that claim one full stop, and stretches over several sentences.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onetongue.intervals import around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.prose import Stretch


def nested(
    stretches: Sequence[Stretch], places: Sequence[Stretch | None]
) -> tuple[Stretch | None, ...]:
    """The places, clipped where they must be; None for one of which nothing is left.

    >>> nested([(0, 9), (2, 4), (5, 7)], [(0, 8), (2, 6), (5, 9)])
    ((0, 8), (2, 6), (6, 8))
    """
    found = list(places)
    both = list(zip(stretches, places, strict=True))
    # One without a place holds nothing, as a point does.
    parents = around([stretch if place else (0, 0) for stretch, place in both])
    children: defaultdict[int, list[int]] = defaultdict(list)
    for n, ((start, end), place) in enumerate(both):
        if start < end and place:
            children[parents[n]].append(n)
    waiting = [-1]
    while waiting:
        parent = waiting.pop()
        outer = found[parent] if parent >= 0 else None
        low, high = outer or (0, max((p[1] for p in places if p), default=0))
        is_lost = parent >= 0 and outer is None
        for n in sorted(children[parent], key=lambda m: (places[m] or (0, 0), m)):
            start, end = places[n] or (0, 0)
            start, end = max(start, low), min(end, high)
            is_left = start < end or (start, end) == places[n]  # one that was empty stays so
            found[n] = (start, end) if is_left and not is_lost else None
            low = max(low, end) if found[n] else low
            waiting.append(n)
    for n, (start, end) in enumerate(stretches):
        place, outer = found[n], found[parents[n]] if parents[n] >= 0 else None
        if start == end and place and outer:
            at = min(max(place[0], outer[0]), outer[1])
            found[n] = at, at
    return tuple(found)
