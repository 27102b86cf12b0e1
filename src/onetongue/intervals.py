"""Intervals that nest: which is around which, and cutting those that cross.

Responsible for: outer before inner, the innermost interval around each, clipping so that all nest.
Not responsible for: what the intervals are (`prose`, `markup`), or which halves of markup belong
together (each format).

An interval is half-open: the first two of a tuple. What else the tuple holds is not looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Interval: TypeAlias = tuple[int, int, *tuple[object, ...]]


def outer_first(one: Interval) -> tuple[int, int]:
    """Give what to sort by, so that an interval comes before those in it.

    >>> sorted([(3, 5), (0, 2), (0, 9)], key=outer_first)
    [(0, 9), (0, 2), (3, 5)]
    """
    return one[0], -one[1]


def around(intervals: Sequence[Interval]) -> list[int]:
    """Find the innermost interval that holds each; by index, -1 for none.

    Of equal ones the first holds the others, of two that cross neither does. An empty one is held by
    what goes on on both sides of it, and holds nothing.

    >>> around([(0, 9), (2, 5), (2, 5), (2, 2), (4, 4), (7, 12)])
    [-1, 0, 1, 0, 2, -1]
    """
    holders = [-1] * len(intervals)
    opened: list[int] = []
    order = [(start, start < end, -end, n) for n, (start, end, *_) in enumerate(intervals)]
    for start, is_wide, minus_end, n in sorted(order):
        while opened and intervals[opened[-1]][1] < max(-minus_end, start + 1):
            opened.pop()
        holders[n] = opened[-1] if opened else -1
        if is_wide:
            opened.append(n)
    return holders


def clipped(intervals: Sequence[Interval]) -> list[tuple[int, int]]:
    """Cut each short where the one ends in which it begins, so that all nest.

    They come outer first, and stay in their order.

    >>> clipped([(0, 4), (2, 7), (3, 9), (6, 8)])
    [(0, 4), (2, 4), (3, 4), (6, 8)]
    """
    nested: list[tuple[int, int]] = []
    ends: list[int] = []
    for start, end, *_ in intervals:
        while ends and ends[-1] <= start:
            ends.pop()
        ends.append(min([end, *ends[-1:]]))
        nested.append((start, ends[-1]))
    return nested
