"""Markup stays in its part; points that must keep their order go by their share."""

from __future__ import annotations

import pytest

from onetongue.formats.parts import Parts, words_in
from onetongue.prose import Prose, Run

TEXT = "one two three four"
# "un deux" says the first two words, "trois quatre" the others.
EDGES, MADE = (0, 8, 20), ((0, 7), (8, 18))


def placed(run: Run, at: int, place: tuple[int, int] | None) -> tuple[int, int] | None:
    """Where a point goes that stands at `at` of the source."""
    words = "un deux trois quatre"
    runs = (Run(0, at, words[:at]),) if at else ()
    point = run._replace(start=at, end=at + 1)
    runs = (*runs, point, Run(at + 1, len(words) + 1, words[at:]))
    [found] = Parts(EDGES, MADE, words_in(TEXT)).places(Prose(runs), [place], "time")
    return found


@pytest.mark.parametrize(
    ("at", "place", "expected"),
    [
        # Told a place in its part: there it stays.
        (3, (3, 3), (3, 3)),
        (3, (0, 0), (0, 0)),
        (3, (7, 7), (7, 7)),
        (8, (8, 8), (8, 8)),
        (15, (18, 18), (18, 18)),
        # Out of it, or nowhere: at the edge.
        (3, (8, 8), (7, 7)),
        (8, (3, 3), (8, 8)),
        (3, None, (7, 7)),
        (15, None, (18, 18)),
    ],
)
def test_points(at: int, place: tuple[int, int] | None, expected: tuple[int, int]) -> None:
    assert placed(Run(0, 0, "", "point", "<x/>", 0, "x"), at, place) == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [(0, 0), (3, 4), (7, 4), (8, 8), (14, 14), (19, 14)],
)
def test_points_in_order_go_by_their_share(at: int, expected: int) -> None:
    time = Run(0, 0, "", "point", "<00:01>", 0, "time")
    assert placed(time, at, None) == (expected, expected)
    assert placed(time, at, (7, 7)) == (expected, expected), "a place that was told says nothing"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((0, 3), (0, 3)),
        ((4, 18), (8, 18)),  # the longer part of it
        ((1, 9), (1, 7)),
        (None, (0, 7)),
        ((7, 8), (0, 7)),  # nothing but what is between the parts
    ],
)
def test_pairs_stay_in_one_part(place: tuple[int, int] | None, expected: tuple[int, int]) -> None:
    runs = (
        Run(0, 1, "", "open", "b", 1, "b"),
        Run(1, 3, "un"),
        Run(3, 4, "", "close", "b", 1, "b"),
        Run(4, 22, " deux trois quatre"),
    )
    assert Parts(EDGES, MADE, words_in(TEXT)).places(Prose(runs), [place], "time") == [expected]


@pytest.mark.parametrize(
    ("place", "expected"),
    [((0, 3), (0, 3)), ((0, 18), (0, 7)), ((8, 18), None), (None, None)],
)
def test_half_a_pair_stays_where_it_began(
    place: tuple[int, int] | None, expected: tuple[int, int] | None
) -> None:
    runs = (Run(0, 8, "un deux "), Run(8, 9, "", "close", "b", 1, "b"), Run(9, 21, "trois quatre"))
    assert Parts(EDGES, MADE, words_in(TEXT)).places(Prose(runs), [place], "time") == [expected]
