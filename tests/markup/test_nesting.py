from __future__ import annotations

import pytest

from onetongue.markup.nesting import nested


# Places that stand to each other as their stretches do stay as they are.
@pytest.mark.parametrize(
    ("stretches", "places"),
    [
        ((), ()),
        (((0, 3),), (None,)),
        (((0, 3), (3, 6)), ((4, 9), (0, 4))),
        (((0, 9), (0, 4), (4, 9)), ((2, 8), (5, 8), (2, 5))),
        (((0, 4), (0, 4)), ((1, 3), (1, 3))),
        (((0, 4), (2, 2)), ((1, 3), (3, 3))),
        (((0, 4), (2, 2)), ((1, 3), (1, 1))),
        (((0, 4), (0, 0), (4, 4)), ((1, 3), (5, 5), (0, 0))),
        (((0, 4), (2, 6)), ((4, 6), (1, 3))),  # crossing
        (((0, 9), (2, 4)), (None, (3, 6))),
    ],
)
def test_what_nests_stays(
    stretches: tuple[tuple[int, int], ...], places: tuple[tuple[int, int] | None, ...]
) -> None:
    assert nested(stretches, places) == places


@pytest.mark.parametrize(
    ("stretches", "places", "result"),
    [
        # Apart, and both claim what stands between.
        (((0, 3), (3, 6)), ((0, 4), (3, 6)), ((0, 4), (4, 6))),
        # One with nothing left, and what is nested in it.
        (((0, 3), (3, 6), (4, 5)), ((0, 9), (3, 6), (4, 5)), ((0, 9), None, None)),
        (((3, 6), (4, 5), (0, 3)), ((3, 6), (4, 5), (0, 9)), (None, None, (0, 9))),
        (((3, 6), (4, 4), (0, 3)), ((3, 6), (4, 4), (0, 9)), (None, (4, 4), (0, 9))),
        (((0, 9), (2, 4)), ((5, 9), (3, 6)), ((5, 9), (5, 6))),
        # Points within, at the edge, beside.
        (((0, 9), (4, 4)), ((5, 9), (2, 2)), ((5, 9), (5, 5))),
        (((0, 9), (9, 9)), ((5, 9), (2, 2)), ((5, 9), (2, 2))),
        (((2, 9), (2, 2)), ((5, 9), (2, 2)), ((5, 9), (2, 2))),
        (((0, 9), (4, 4)), (None, (2, 2)), (None, (2, 2))),
        # A point beside one that stands in another stays in that.
        (((0, 9), (2, 5), (2, 2)), ((4, 9), (6, 8), (1, 1)), ((4, 9), (6, 8), (4, 4))),
    ],
)
def test_nested(
    stretches: tuple[tuple[int, int], ...],
    places: tuple[tuple[int, int] | None, ...],
    result: tuple[tuple[int, int] | None, ...],
) -> None:
    assert nested(stretches, places) == result
