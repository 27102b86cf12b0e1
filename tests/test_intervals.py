from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.intervals import around, clipped, outer_first

ENDS = st.integers(0, 8)
INTERVALS = st.lists(st.tuples(ENDS, ENDS).map(lambda ends: (min(ends), max(ends))), max_size=8)


def holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    """Whether one holds the other, equal ones too; an empty one lies between its characters."""
    if inner[0] == inner[1]:
        return outer[0] < inner[0] < outer[1]
    return outer[0] <= inner[0] and inner[1] <= outer[1]


@pytest.mark.parametrize(
    "intervals",
    [
        [],
        [(0, 3), (3, 6)],  # side by side
        [(0, 3), (2, 6)],  # crossing
        [(0, 3), (0, 0), (3, 3)],  # a point at the edge
        [(2, 2), (2, 2)],
        [(5, 9), (1, 3), (0, 2), (3, 3)],
    ],
)
def test_nothing_holds(intervals: list[tuple[int, int]]) -> None:
    assert around(intervals) == [-1] * len(intervals)


@pytest.mark.parametrize(
    "intervals",
    [
        [],
        [(0, 9), (0, 9), (2, 4), (3, 3), (4, 4), (4, 9), (9, 12)],
        [(0, 0), (0, 1), (1, 1)],
    ],
)
def test_what_nests_is_not_clipped(intervals: list[tuple[int, int]]) -> None:
    assert clipped(intervals) == intervals


@pytest.mark.parametrize(
    ("intervals", "holders"),
    [
        ([(2, 4), (0, 9)], [1, -1]),
        ([(0, 9), (0, 5), (4, 5)], [-1, 0, 1]),
        ([(1, 2), (1, 2), (1, 2)], [-1, 0, 1]),
        # A point where one begins or ends is in the next outer one.
        ([(0, 9), (2, 5), (2, 2), (5, 5), (3, 3)], [-1, 0, 0, 0, 1]),
        # What crosses ends what it crosses.
        ([(0, 9), (1, 5), (3, 7), (4, 5)], [-1, 0, 0, 2]),
    ],
)
def test_innermost(intervals: list[tuple[int, int]], holders: list[int]) -> None:
    assert around(intervals) == holders


def test_the_rest_of_a_tuple_is_not_looked_at() -> None:
    assert around([(0, 9, "b"), (1, 2, None)]) == [-1, 0]
    assert clipped([(0, 3, "b"), (1, 5, "a")]) == [(0, 3), (1, 3)]


@given(INTERVALS)
def test_outer_comes_first(intervals: list[tuple[int, int]]) -> None:
    ordered = sorted(intervals, key=outer_first)
    for n, one in enumerate(ordered):
        assert not any(holds(other, one) for other in ordered[n + 1 :] if other != one)


@given(INTERVALS)
def test_clipped_intervals_nest(intervals: list[tuple[int, int]]) -> None:
    ordered = sorted(intervals, key=outer_first)
    nested = clipped(ordered)
    for n, (start, end) in enumerate(nested):
        assert start == ordered[n][0]
        assert start <= end <= ordered[n][1]
        for low, high in nested[:n]:
            assert high <= start or end <= high, "crosses one before it"
            assert low <= start


@given(INTERVALS)
def test_holders_hold_as_closely_as_can_be(intervals: list[tuple[int, int]]) -> None:
    for n, holder in enumerate(around(intervals)):
        held_by = [
            m
            for m, one in enumerate(intervals)
            if holds(one, intervals[n]) and (m < n if one == intervals[n] else one[0] < one[1])
        ]
        innermost = max(held_by, key=lambda m: (*outer_first(intervals[m]), m), default=-1)
        assert holder == innermost
