from __future__ import annotations

import pytest

from onetongue.language.word_links import words_of
from onetongue.markup.alignment import align


def pairs(source: str, target: str, *, is_french: bool = False) -> list[tuple[int, int]]:
    """The words that are linked, by number."""
    links = align(words_of(source), words_of(target), is_french=is_french)
    assert list(links) == sorted(links)
    return [(link.source, link.target) for link in links]


# Words that stay unlinked.
@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("", ""),
        ("alpha", ""),
        ("", "alpha"),
        ("alpha", "beta"),
        ("le chat dort", "the cat sleeps"),  # without the lexicon
        ("12", "13"),
    ],
)
def test_unlinked(source: str, target: str) -> None:
    assert pairs(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "linked"),
    [
        ("alpha beta", "alpha beta", [(0, 0), (1, 1)]),
        ("alpha beta", "beta alpha", [(0, 1), (1, 0)]),
        ("alpha 12 beta", "beta 12 gamma", [(1, 1), (2, 0)]),
        # The surer of two: a copy before what only begins alike.
        ("alphabet", "alphabetic x y z alphabet", [(0, 4)]),
        ("alphabet alphabets", "alphabets alphabet", [(0, 1), (1, 0)]),
        # Of two of the same, the one beside what is linked.
        ("alpha beta alpha", "alpha beta alpha", [(0, 0), (1, 1), (2, 2)]),
        ("q alpha beta w w w", "alpha w w w q alpha beta", [(1, 5), (2, 6)]),
        ("w w w beta alpha q", "beta alpha q w w w alpha", [(3, 0), (4, 1)]),
        # The neighbour that is nearest.
        ("beta alpha gamma", "beta alpha w w w alpha w w gamma", [(0, 0), (1, 1), (2, 8)]),
        # A neighbour says more than the place in the whole.
        ("alpha beta q q q alpha q q q q", "w w w alpha w beta w w w w", [(0, 3), (1, 5)]),
        ("alpha beta x y z gamma", "beta x alpha q q gamma alpha", [(0, 2), (1, 0), (5, 5)]),
    ],
)  # fmt: skip
def test_linked(source: str, target: str, linked: list[tuple[int, int]]) -> None:
    assert pairs(source, target) == linked


@pytest.mark.parametrize(
    ("source", "target", "linked"),
    [
        # One word for two beside each other, in either text; up to three words away.
        ("alpha alpha", "alpha", [(0, 0), (1, 0)]),
        ("alpha", "alpha alpha", [(0, 0), (0, 1)]),
        ("alpha x y alpha", "alpha", [(0, 0), (3, 0)]),
        ("alpha x y alpha x y alpha", "alpha", [(0, 0), (3, 0), (6, 0)]),
        ("alpha x y z alpha", "alpha", [(0, 0)]),
        ("alpha", "alpha x y alpha", [(0, 0), (0, 3)]),
        ("alpha", "alpha x y z alpha", [(0, 0)]),
    ],
)
def test_shared(source: str, target: str, linked: list[tuple[int, int]]) -> None:
    assert pairs(source, target) == linked


def test_the_lexicon_knows_french() -> None:
    assert pairs("le chat dort", "the cat sleeps", is_french=True) == [(0, 0), (1, 1), (2, 2)]
    assert pairs("voiture rouge", "red car", is_french=True) == [(0, 1), (1, 0)]
