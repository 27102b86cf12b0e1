from __future__ import annotations

import pytest
from support.linked import linked, rounded

from onetongue.markup.placing import place
from onetongue.markup.surroundings import Place

# In what follows words of four letters say something, "xxx" and the like are too short for that.


# Stretches that stay unplaced.
@pytest.mark.parametrize(
    ("source", "target", "links", "stretch", "fragment"),
    [
        # Nothing is linked, nothing is said, or something that is not there.
        ("mmmm nnnn", "pppp qqqq", [], (0, 1), ""),
        ("mmmm nnnn", "pppp qqqq", [(1, 1)], (0, 1), ""),
        ("mmmm nnnn", "pppp qqqq", [], (0, 1), "rrrr"),
        ("mmmm nnnn", "", [], (0, 2), ""),
        ("mmmm nnnn", "pppp", [(0, 0, 0.0)], (0, 1), ""),
        # The word is more another's, or as much.
        ("mmmm nnnn", "pppp qqqq", [(0, 0, 0.5), (1, 0, 0.6)], (0, 1), ""),
        ("mmmm nnnn", "pppp qqqq", [(0, 0, 0.5), (1, 0, 0.5)], (0, 1), ""),
        ("mmmm nnnn", "pppp qqqq", [(0, 0, 0.5), (1, 0, 0.51)], (0, 1), ""),
        # A short word, of a sentence whose other words are strangers.
        ("xxx nnnn oooo pppp", "xxx a b c", [(0, 0), (1, 1)], (0, 1), ""),
        # A short word said by the fragment stands in for another's, too.
        ("mmmm nnnn", "the qqqq", [(1, 0, 0.5)], (0, 1), "the pppp"),
        # Two words of three are others'.
        ("nnnn oooo pppp", "aaaa bbbb cccc", [(0, 0, 0.5), (1, 0), (2, 0)], (0, 1), "aaaa zzzz"),
    ],
)
def test_no_place(
    source: str,
    target: str,
    links: list[tuple[int, int, float]],
    stretch: tuple[int, int],
    fragment: str,
) -> None:
    assert place(linked(source, target, *links), *stretch, fragment) is None


SAID_ALONE = [
    # What is said alone stands there word for word, whatever the links say.
    (("mmmm nnnn", "pppp qqqq"), [(0, 1)], (0, 1), "pppp", (0, 1, 1.0)),
    (("mmmm nnnn oooo", "aaaa bbbb cccc"), [], (1, 3), "Bbbb cccc.", (1, 3, 1.0)),
    (("mmmm nnnn", "bbbb aaaa bbbb cccc"), [], (0, 1), "bbbb cccc", (2, 4, 1.0)),
    # All of the sentence is all of its translation.
    (("mmmm nnnn", "pppp qqqq rrrr"), [], (0, 2), "", (0, 3, 1.0)),
    # Stands there several times: the one of the same number, if the source has as many,
    (("mmmm nnnn mmmm", "pppp qqqq pppp"), [], (2, 3), "pppp", (2, 3, 0.9)),
    (("mmmm nnnn mmmm", "pppp qqqq pppp"), [], (0, 1), "pppp", (0, 1, 0.9)),
    # else the one that links speak for, the surer the farther ahead it is,
    (("mmmm nnnn", "pppp qqqq pppp"), [(0, 2, 0.5)], (0, 1), "pppp", (2, 3, 0.65)),
    (("mmmm nnnn", "pppp qqqq pppp"), [(1, 0, 0.5)], (0, 1), "pppp", (2, 3, 0.65)),
    (("mmmm nnnn", "pppp qqqq pppp"), [(0, 0, 1.0), (1, 2, 1.0)], (0, 1), "pppp", (0, 1, 0.9)),
    # else the nearer to where it stands in the source.
    (("mmmm nnnn oooo", "pppp qqqq pppp rrrr"), [], (2, 3), "pppp", (2, 3, 0.4)),
    (("mmmm nnnn oooo", "pppp qqqq pppp rrrr"), [], (0, 1), "pppp", (0, 1, 0.4)),
    (("m nnnn o pppp", "aa b aa b b b b b"), [], (1, 2), "aa", (2, 3, 0.4)),
    (("m nnnn o pppp", "aa b b b b b b aa"), [], (2, 3), "aa", (7, 8, 0.4)),
]
HEAVIEST = [
    # A linked word; the first of two that weigh the same.
    (("mmmm nnnn", "pppp qqqq"), [(0, 1, 0.5), (1, 0)], (0, 1), "", (1, 2, 1.0)),
    (("mmmm nnnn", "aaaa bbbb cccc"), [(0, 0), (1, 1), (0, 2)], (0, 1), "", (0, 1, 1.0)),
    # Words without a word to say are bridged: four between words linked with .5, not five.
    (("mmmm nnnn oooo", "aaaa b b b b aaaa"), [(0, 0, 0.5), (1, 5, 0.5)], (0, 2), "", (0, 6, 1.0)),
    (("mmmm nnnn oooo", "aaaa b b b b b aaaa"), [(0, 0, 0.5), (1, 6, 0.5)], (0, 2), "", (0, 1, 0.5)),
    # So are those that say as much against it as for it.
    (
        ("mmmm nnnn oooo", "aaaa bbbb aaaa"),
        [(0, 0, 0.5), (0, 1, 0.3), (2, 1, 0.3), (1, 2, 0.5)],
        (0, 2),
        "",
        (0, 3, 0.9),
    ),
    # A word of what is said alone, exactly or alike, counts .6: for five silent ones, not for six.
    (("mmmm nnnn oooo", "aaaa b b b b b cccc"), [(0, 0)], (0, 2), "dddd cccc", (0, 1, 0.5)),
    (("mmmm nnnn oooo", "aaaa b b b b cccc"), [(0, 0)], (0, 2), "dddd cccc", (0, 6, 0.5)),
    (("mmmm nnnn oooo", "aaaa b b b b slaughters"), [(0, 0)], (0, 2), "d slaughtered", (0, 6, 10 / 13)),
    # It does so for another's word, too, if that is longer than three letters.
    (("mmmm nnnn", "qqqq pppp"), [(1, 0, 0.5)], (0, 1), "qqqq zzzz", (0, 2, 0.25)),
    # Words that are others' make a place less sure, by how sure they are and how long it is.
    (("mmmm nnnn oooo", "aaaa bbbb cccc"), [(0, 0), (2, 1, 0.3), (1, 2)], (0, 2), "", (0, 3, 0.9)),
    # Short words count for a third of the others.
    (("mmmm xxx nnnn", "aaaa bbbb"), [(0, 0)], (0, 2), "", (0, 1, 1 / 1.3)),
    (("mmmm xxx nnnn", "aaaa bbbb"), [(1, 0), (2, 1)], (0, 2), "", (0, 1, 0.3 / 1.3)),
    (("mmmm nnnn", "aaaa bbbb"), [(0, 0)], (0, 1), "bbb aaaa", (0, 1, 1.0)),
    # A short word where most of the others are understood.
    (("xxx nnnn oooo", "xxx a b"), [(0, 0), (1, 1)], (0, 1), "", (0, 1, 1.0)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "links", "stretch", "fragment", "found"), [*SAID_ALONE, *HEAVIEST]
)
def test_where_it_stands(
    texts: tuple[str, str],
    links: list[tuple[int, int, float]],
    stretch: tuple[int, int],
    fragment: str,
    found: tuple[int, int, float],
) -> None:
    one = place(linked(*texts, *links), *stretch, fragment)
    assert rounded(one) == rounded(found)


# "mmmm nnnn" is the stretch; "mmmm" is linked, "nnnn" is not, nor is what stands beside "aaaa".
@pytest.mark.parametrize(
    ("source", "target", "links", "found"),
    [
        # On one side of the linked word there are words that are nobody's.
        ("mmmm nnnn oooo", "bbbb aaaa cccc", [(0, 1), (2, 2)], (0, 2)),
        ("mmmm nnnn oooo", "aaaa bbbb cccc", [(0, 0), (2, 2)], (0, 2)),
        ("mmmm nnnn oooo", "aaaa bbbb", [(0, 0)], (0, 1)),  # "oooo" lacks a word, too
        # On both sides: which of them?
        ("oooo mmmm nnnn oooo", "cccc bbbb aaaa bbbb cccc", [(0, 0), (1, 2), (3, 4)], (2, 3)),
        # Two words for one, three are too many.
        ("mmmm nnnn oooo", "aaaa b b cccc", [(0, 0), (2, 3)], (0, 3)),
        ("mmmm nnnn oooo", "aaaa b b b cccc", [(0, 0), (2, 4)], (0, 1)),
        # Short words before it belong to what is before them.
        ("oooo mmmm nnnn", "cccc of the aaaa", [(0, 0), (1, 3)], (3, 4)),
        ("oooo mmmm nnnn", "cccc of bbbb aaaa", [(0, 0), (1, 3)], (2, 4)),
        # A word up to two words away lacks one, too; one farther away says nothing.
        ("oooo xxx mmmm nnnn", "xxx bbbb aaaa", [(1, 0), (2, 2)], (2, 3)),
        ("oooo xxx yyy mmmm nnnn", "xxx yyy bbbb aaaa", [(1, 0), (2, 1), (3, 3)], (2, 4)),
        ("mmmm nnnn xxx oooo", "aaaa bbbb xxx", [(0, 0), (2, 2)], (0, 1)),
        ("mmmm nnnn xxx yyy oooo", "aaaa bbbb xxx yyy", [(0, 0), (2, 2), (3, 3)], (0, 2)),
        # A short word lacks none.
        ("mmmm xxx oooo", "aaaa bbbb cccc", [(0, 0), (2, 2)], (0, 1)),
    ],
)
def test_filled(
    source: str, target: str, links: list[tuple[int, int]], found: tuple[int, int]
) -> None:
    first = source.split().index("mmmm")
    one = place(linked(source, target, *links), first, first + 2)
    assert one is not None
    assert (one.first, one.last) == found


def test_barred_words_are_no_part_of_it() -> None:
    sentence = linked("mmmm nnnn", "pppp qqqq pppp", (0, 0), (1, 1))
    assert place(sentence, 0, 1, "pppp", barred={0}) == Place(2, 3, 1.0)
    assert place(sentence, 0, 1, barred={0}) is None
    assert place(sentence, 0, 1, "pppp qqqq", barred={1}) == Place(0, 1, 1.0)
    # All of the sentence, but there is no more all of the translation.
    assert place(sentence, 0, 2, barred={2}) == Place(0, 2, 1.0)
    # What is barred is not filled in.
    sentence = linked("mmmm nnnn oooo", "aaaa bbbb cccc", (0, 0), (2, 2))
    assert place(sentence, 0, 2) == Place(0, 2, 0.5)
    assert place(sentence, 0, 2, barred={1}) == Place(0, 1, 0.5)
