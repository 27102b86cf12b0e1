"""Chains of sentences that say the same: none, those that are, and that they go forward."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.detect.version_chain import CLOSEST, MOST_PLACES, chain, filled, sentences

CAT, RAIN, HOUSE = "Le chat dort.", "Il pleut depuis trois jours.", "La maison est vendue."
THE_CAT, THE_RAIN, THE_HOUSE = (
    "The cat sleeps.",
    "It has rained for three days.",
    "The house is sold.",
)


def pairs(ours: str, theirs: str, *, is_french: bool = True) -> list[tuple[int, int]]:
    return chain(sentences(ours, 0), sentences(theirs, 1), is_french=is_french)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("", ""),
        (CAT, ""),
        ("", THE_CAT),
        (CAT, THE_HOUSE),
        ("...", "..."),
        # One word of many is the same.
        ("Le maire a promis hier soir une nouvelle école aux parents.", "The mayor was tired."),
    ],
)
def test_nothing_says_the_same(ours: str, theirs: str) -> None:
    assert pairs(ours, theirs) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (CAT, THE_CAT, [(0, 0)]),
        (f"{CAT} {RAIN} {HOUSE}", f"{THE_CAT} {THE_RAIN} {THE_HOUSE}", [(0, 0), (1, 1), (2, 2)]),
        (f"{CAT} {HOUSE}", f"{THE_CAT} {THE_RAIN} {THE_HOUSE}", [(0, 0), (1, 2)]),
        (f"{CAT} {RAIN} {HOUSE}", f"{THE_CAT} {THE_HOUSE}", [(0, 0), (2, 1)]),
        # Both go forward: the heavier one counts.
        (f"{CAT} {RAIN}", f"{THE_RAIN} {THE_CAT}", [(1, 0)]),
        # One of theirs for two of ours.
        (f"{CAT} {HOUSE}", "The cat sleeps, and the house is sold.", [(0, 0), (1, 0)]),
    ],
)
def test_what_says_the_same(ours: str, theirs: str, expected: list[tuple[int, int]]) -> None:
    assert pairs(ours, theirs) == expected


def test_without_a_lexicon_names_and_numbers_tell() -> None:
    assert pairs(CAT, THE_CAT, is_french=False) == []
    assert pairs("Jean Moreau, 1892-1954", "Jean Moreau, 1892–1954", is_french=False) == [(0, 0)]


def test_a_line_that_is_there_many_times_is_found_where_one_expects_it() -> None:
    times = MOST_PLACES + CLOSEST
    found = pairs(f"{CAT} " * times, f"{THE_CAT} " * times)
    assert found == [(i, i) for i in range(times)]


def test_what_is_between() -> None:
    ours = sentences("Un mot. Deux mots. Trois mots. Une phrase qui est de loin la plus longue.", 0)
    assert filled([], ours, ours) == []  # too many to tell
    assert filled([(0, 0), (2, 2)], ours, ours) == [(0, 0), (1, 1), (2, 2), (3, 3)]
    assert filled([(0, 0), (2, 1)], ours[:3], ours[:2]) == [(0, 0), (2, 1)]
    assert filled([], ours[:1], ours[3:]) == []  # not as long


WORDS = st.lists(st.sampled_from([CAT, RAIN, HOUSE, THE_CAT, THE_RAIN, THE_HOUSE]), max_size=12)


@given(WORDS, WORDS)
def test_both_go_forward_and_more_is_never_less(ours: list[str], theirs: list[str]) -> None:
    found = pairs(" ".join(ours), " ".join(theirs))
    assert all(one[0] < two[0] and one[1] <= two[1] for one, two in pairwise(found))
    more = pairs(" ".join([*ours, CAT]), " ".join([*theirs, THE_CAT]))
    assert len(more) > len(found)
