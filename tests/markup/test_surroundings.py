from __future__ import annotations

import pytest
from support.linked import linked, rounded

from onetongue.markup.surroundings import Place, cut, gap, is_heavy, is_understood

# In what follows "mmmm" and "nnnn" are words that say something, "xxx" is too short for that.


# Stretches whose neighbours tell nothing.
@pytest.mark.parametrize(
    ("source", "target", "links", "first", "last"),
    [
        # A neighbour without a link, on either side; and nobody to ask behind a heavy one.
        ("mmmm nnnn oooo", "pppp qqqq rrrr", [(2, 2)], 1, 2),
        ("mmmm nnnn oooo", "pppp qqqq rrrr", [(0, 0)], 1, 2),
        ("llll mmmm nnnn oooo", "llll pppp qqqq rrrr", [(0, 0), (3, 3)], 2, 3),
        ("nnnn mmmm oooo", "qqqq pppp oooo", [(2, 2)], 0, 1),
        # Two short words beside it are looked at, not three.
        ("oooo xxx yyy nnnn", "oooo qqqq", [(0, 0)], 3, 4),
        ("nnnn xxx yyy oooo", "qqqq oooo", [(3, 1)], 0, 1),
        # No word between those of the neighbours, or the neighbours change places.
        ("mmmm nnnn oooo", "pppp rrrr", [(0, 0), (2, 1)], 1, 2),
        ("mmmm nnnn oooo", "rrrr qqqq pppp", [(0, 2), (2, 0)], 1, 2),
        # The word between them is somebody's: its own, or that of a word far away.
        ("mmmm nnnn oooo", "pppp qqqq rrrr", [(0, 0), (1, 1), (2, 2)], 1, 2),
        ("mmmm nnnn oooo kkkk", "pppp qqqq rrrr", [(0, 0), (2, 2), (3, 1)], 1, 2),
        # More than two words for one.
        ("mmmm nnnn oooo", "pppp a b c rrrr", [(0, 0), (2, 4)], 1, 2),
        # The other words are strangers, too.
        ("mmmm nnnn oooo kkkk llll jjjj", "pppp qqqq rrrr", [(0, 0), (2, 2)], 1, 2),
    ],
)
def test_no_gap(
    source: str, target: str, links: list[tuple[int, int]], first: int, last: int
) -> None:
    assert gap(linked(source, target, *links), first, last) is None


@pytest.mark.parametrize(
    ("source", "target", "links", "stretch", "place"),
    [
        ("mmmm nnnn oooo", "pppp qqqq rrrr", [(0, 0, 0.7), (2, 2, 0.6)], (1, 2), (1, 2, 0.6)),
        ("mmmm nnnn oooo", "pppp qqqq rrrr", [(0, 0, 0.6), (2, 2, 0.7)], (1, 2), (1, 2, 0.6)),
        # Two words for one, four for two; no more.
        ("mmmm nnnn oooo", "pppp a b rrrr", [(0, 0), (2, 3)], (1, 2), (1, 3, 1.0)),
        ("mmmm n n oooo", "pppp a b c d rrrr", [(0, 0), (3, 5)], (1, 3), (1, 5, 1.0)),
        # At the beginning and the end of the sentence there is one neighbour.
        ("nnnn oooo", "qqqq rrrr", [(1, 1)], (0, 1), (0, 1, 1.0)),
        ("oooo nnnn", "rrrr qqqq", [(0, 0)], (1, 2), (1, 2, 1.0)),
        # Of a neighbour with several words all are looked at.
        ("mmmm nnnn oooo", "p p qqqq r r", [(0, 0), (0, 1), (2, 3), (2, 4)], (1, 2), (2, 3, 1.0)),
        # A short word without a link is passed by, one with a link is not.
        ("oooo xxx nnnn", "oooo qqqq", [(0, 0)], (2, 3), (1, 2, 1.0)),
        ("oooo xxx nnnn", "oooo xxx qqqq", [(0, 0), (1, 1, 0.5)], (2, 3), (2, 3, 0.5)),
        ("nnnn xxx oooo", "qqqq oooo", [(2, 1)], (0, 1), (0, 1, 1.0)),
        # All of a sentence of which nothing is known: no reason to think so.
        ("nnnn", "qqqq", [], (0, 1), (0, 1, 0.0)),
    ],
)
def test_gap(
    source: str,
    target: str,
    links: list[tuple[int, int, float]],
    stretch: tuple[int, int],
    place: tuple[int, int, float],
) -> None:
    assert gap(linked(source, target, *links), *stretch) == Place(*place)


@pytest.mark.parametrize(("word", "is_so"), [("a", False), ("vin", False), ("vins", True)])
def test_four_letters_say_something(word: str, is_so: bool) -> None:
    [one] = linked(word, "").source
    assert is_heavy(one) == is_so


@pytest.mark.parametrize(
    ("source", "links", "is_so"),
    [
        ("mmmm nnnn oooo", [], False),
        ("mmmm nnnn oooo", [(1, 0)], False),  # of the stretch itself
        ("mmmm nnnn oooo llll", [(0, 0)], False),  # one of three
        ("mmmm nnnn oooo", [(0, 0)], True),  # one of two
        ("mmmm nnnn oooo", [(2, 0)], True),
        ("xxx nnnn yyy", [], True),  # short ones do not count
        ("xxx nnnn yyy oooo", [(0, 0), (2, 1)], False),
        ("nnnn nnnn", [], False),
    ],
)
def test_most_other_words_are_linked(
    source: str, links: list[tuple[int, int]], is_so: bool
) -> None:
    assert is_understood(linked(source, "a b c", *links), 1, 2) == is_so


# How much a link says that is no, one, two, three words away from the point; a short word's share;
# and what a point's place has to make up for.
NEAR = (1.0, 0.6, 0.36, 0.216)
SHORT, UNHEARD = 0.3, 0.3


@pytest.mark.parametrize("at", [0, 2, 5, 10])
def test_a_point_that_no_word_near_it_tells_of(at: int) -> None:
    assert cut(linked("mmmm " * 10, "nnnn " * 10), at) is None


def test_a_link_farther_than_four_words_says_nothing() -> None:
    sentence = linked("mmmm " * 10, "nnnn " * 10, (5, 5))
    assert [at for at in range(11) if cut(sentence, at)] == [2, 3, 4, 5, 6, 7, 8, 9]


@pytest.mark.parametrize("away", [0, 1, 2, 3])
def test_the_farther_the_less(away: int) -> None:
    sentence = linked("mmmm " * 10, "nnnn " * 10, (5, 5))
    sure = NEAR[away] / (NEAR[away] + UNHEARD)
    assert rounded(cut(sentence, 5 - away)) == rounded((5, 5, sure))
    assert rounded(cut(sentence, 6 + away)) == rounded((6, 6, sure))


def test_a_short_word_says_less() -> None:
    sure = SHORT / (SHORT + UNHEARD)
    assert rounded(cut(linked("xxx", "nnnn", (0, 0)), 1)) == rounded((1, 1, sure))
    assert rounded(cut(linked("xxxx", "nnnn", (0, 0)), 1)) == rounded((1, 1, 1 / 1.3))


@pytest.mark.parametrize(
    ("links", "at", "place", "sure"),
    [
        # Between words that stay in order.
        ([(0, 0), (1, 1)], 1, 1, 2 / 2.3),
        ([(0, 3), (1, 1)], 2, 4, 1.6 / 1.9),
        # Words that change sides: the nearer is believed, the other costs twice what it says.
        ([(1, 1), (3, 0)], 2, 2, (1.6 - 2 * 0.6) / 1.9),
        ([(0, 4), (2, 2)], 2, 2, (1.6 - 2 * 0.6) / 1.9),
        ([(1, 1), (2, 0)], 2, 2, 0.0),  # against each other; behind the word before the point
        ([(1, 1), (2, 0, 0.5)], 2, 2, (1.5 - 2 * 0.5) / 1.8),
        ([(1, 1, 0.5), (2, 0)], 2, 0, (1.5 - 2 * 0.5) / 1.8),
        # Of equally good places the one behind the word before it, not the one before the next.
        ([(0, 0), (1, 1), (2, 4)], 2, 2, 2.6 / 2.9),
        # Else the first.
        ([(0, 1), (3, 4)], 2, 2, 1.2 / 1.5),
    ],
)
def test_cut(links: list[tuple[int, int, float]], at: int, place: int, sure: float) -> None:
    sentence = linked("mmmm nnnn oooo pppp", "a b c d e", *links)
    assert rounded(cut(sentence, at)) == rounded((place, place, sure))
