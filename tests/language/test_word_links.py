"""Word links: pairs that say nothing of each other, and those that do, and how sure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.language.word_links import (
    COGNATE,
    COPIED,
    NAME,
    SURE_LINK,
    candidates,
    letters,
    likeness,
    share,
    stem,
    strongest,
    words_of,
)


def links(french: str, english: str, *, is_french: bool = True) -> dict[tuple[str, str], float]:
    source, target = words_of(french), words_of(english)
    found = candidates(source, target, is_french=is_french)
    return {(source[i].key, target[j].key): sure for i, j, sure in found}


NOTHING = [
    ("", ""),
    ("chat", ""),
    ("", "cat"),
    ("le maire", "mayors"),
    ("1 200", "12"),
    ("19 h 30", "7:31"),
    ("on a", "on a"),  # two letters: two meanings
    ("1200", "1201"),
    ("jdanov", "Zhdanov"),  # without a capital no name
    ("Jdanov", "zhdanov"),
    ("`chat`", "cat"),
    ("chat", "`cat`"),
    ("chat", "`chat`"),
]


@pytest.mark.parametrize(("french", "english"), NOTHING)
def test_nothing_to_say(french: str, english: str) -> None:
    assert links(french, english) == {}


@pytest.mark.parametrize(
    ("french", "english", "expected"),
    [
        ("chat", "cat", {("chat", "cat"): 0.8}),
        ("1 200 `a b`", "1,200 `a b`", {("1200", "1200"): COPIED, ("`a b`", "`a b`"): COPIED}),
        ("19 h 30", "7:30", {("7:30", "7:30"): COPIED}),
        ("XIXe", "19th", {("19", "19"): COPIED}),
        ("Poutine", "Putin", {("poutine", "putin"): NAME}),
        ("Londres", "London", {("londres", "london"): NAME}),
        ("Zélandais", "zelandais", {("zélandais", "zelandais"): COPIED}),
        ("qwzkois", "qwzkian", {("qwzkois", "qwzkian"): COGNATE}),
    ],
)
def test_links(french: str, english: str, expected: dict[tuple[str, str], float]) -> None:
    assert links(french, english) == expected


def test_without_the_lexicon_of_another_language() -> None:
    assert links("chat Londres", "cat London", is_french=False) == {("londres", "london"): NAME}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("on", "on", 0.0),
        ("", "", 0.0),
        ("non", "nôn", COPIED),
        ("mair", "mail", 0.0),  # three letters alike
        ("porte", "porteras", COGNATE),
        ("porte", "porterais", 0.0),  # four letters more
        ("portable", "porter", 0.0),
        ("préfète", "prefect", COGNATE),
    ],
)
def test_likeness(one: str, other: str, expected: float) -> None:
    assert likeness(one, other) == likeness(other, one) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x_y", ["x_y"]),
        ("d'été", ["d", "été"]),
        ("1.960.000 et 30,45 %", ["1960000", "et", "30.45"]),
        ("12:05 24:00 119:30", ["0:05", "0:00", "119", "30"]),
        ("IVe IXe XIVe Ier", ["4", "9", "14", "1"]),
        ("XX MIX", ["xx", "mix"]),
        ("1er 2nd 3ème", ["1", "2", "3"]),
        ("12 34", ["12", "34"]),
    ],
)
def test_keys(text: str, expected: list[str]) -> None:
    assert [word.key for word in words_of(text)] == expected


def test_what_a_word_is() -> None:
    found = words_of("Le 12 `x` y, IVe 7:30")
    assert [word.is_fixed for word in found] == [False, True, True, False, True, True]
    assert [word.is_capital for word in found] == [True, False, False, False, False, False]
    assert [(word.start, word.end) for word in found[:4]] == [(0, 2), (3, 5), (6, 9), (10, 11)]


def test_of_many_places_the_nearest() -> None:
    source, target = words_of("mot " * 40), words_of("word " * 20 + "mot " * 20)
    found = candidates(source, target, is_french=False)
    near = [j for i, j, _ in found if i == 30]
    assert near == list(range(26, 34))
    few = candidates(source[:8], target[20:28], is_french=False)
    assert [j for i, j, _ in few if i == 0] == list(range(8))


@given(st.text())
def test_words_are_in_order(text: str) -> None:
    end = 0
    for word in words_of(text):
        assert end <= word.start < word.end <= len(text)
        end = word.end


def test_how_much_is_linked() -> None:
    words = words_of("le 12 chats")
    assert letters(words) == 9
    assert share(words, {}) == share((), {}) == 0.0
    assert share(words, {0: 1.0, 2: SURE_LINK / 2}) == pytest.approx((2 + 2.5) / 9)
    assert strongest([(0, 0.2), (2, 0.1), (0, 0.5)]) == {0: 0.5, 2: 0.1}


def test_what_cognates_have_in_common() -> None:
    one, two = words_of("Réformes reform")
    assert stem(one) == stem(two) == "refo"
