"""Signs that begin an item: what is none, what is one, and where the words begin."""

from __future__ import annotations

import pytest

from onetongue.language.item_marks import after_marks, item_mark, series

NO_MARKS = [
    "",
    "Le chat dort",
    "3 œufs frais",
    "250 g de farine",
    "1,5 litre de lait",
    "1.5 litre de lait",
    "1/2 tasse de lait",
    "10 – 12 heures",
    "1.500 euros",
    "1984. Le roman",
    "M. Dupont est venu",
    "A. Dupont est venu",
    "p. 12 du rapport",
    "i. le seul",
    "(il) est venu",
    "à) le chat",
    "c'est la vie",
    "#Québec gagne",
    "–5 degrés ce matin",
    "-5 degrés ce matin",
    "*gras* et fin",
    "... et il partit",
    "© AFP 2020",
    "« Bonjour »",
    "NOTE : un chat",
    "Note: un chat",
    ":-) un chat",
    ": un chat",
    "O mon pays",
    "o mon pays",
    "- ",
    "1. ",
]
MARKS = [
    *(f"{sign} " for sign in "- * + • ‣ ◦ ▪ ● – — · ☐ ☑ ✓ ✗ → ➔ » ✅ 🚀 ** . .. -> =>".split()),
    "•",
    "☐",
    "—",
    *(f"{number} " for number in "1. 1) (1) (a) a) A) ii. (iv) iv) IV. 1.1 1.2.3. 1° 1°) 1/ [1] #.".split()),
    "12 - ",
    "1)",
    "1.",
    "[ ] ",
    "[x] ",
    "- [x] ",
    "1. a) ",
    "# - ",
    "## 1. ",
    "== ",
    ":param x: ",
    ":returns: ",
    ".. note:: ",
    ".. |logo| replace:: ",
    ".. [#f1] ",
    "NOTE: ",
    "IMPORTANT: ",
    "-\u00a0",
    "o\t",
    "o   ",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_MARKS)
def test_words_are_no_mark(text: str) -> None:
    assert item_mark(text, 0, len(text)) is None
    assert after_marks(text, 0, len(text)) == 0


@pytest.mark.parametrize("sign", MARKS)
def test_a_mark_ends_where_the_words_begin(sign: str) -> None:
    text = f"ab{sign}Chat noir"
    assert after_marks(text, 2, len(text)) == 2 + len(sign)


def test_the_last_sign_of_a_line_is_a_word() -> None:
    assert after_marks("- - -", 0, 5) == len("- - ")


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("A. Le lac\nM. Dupont\n", ""),
        ("A. Le lac\n\nB. La rive\n\nM. Dupont\n", "AB"),
        ("## A. Le lac\n\n> B. La rive\n", "AB"),
        ("Le lac a. b. La rive\n", ""),
        ("i. un\nii. deux\n", "i"),
        ("I. Un\rII. Deux\r\nV. Hugo\r", "I"),
    ],
)
def test_letters_number_something_in_a_series(text: str, letters: str) -> None:
    assert series(text) == frozenset(letters)


def test_a_letter_of_a_series_is_a_mark() -> None:
    text = "B. La rive"
    assert after_marks(text, 0, len(text), series(f"A. Le lac\n{text}")) == len("B. ")


def test_marks_of_one_list_share_their_style() -> None:
    marks = [item_mark(text, 0, len(text)) for text in ("1. Un", "12. Douze", "1) Un", "- 1. Un")]
    assert [(mark.style, mark.value) for mark in marks if mark] == [
        ("1.", 1),
        ("1.", 12),
        ("1)", 1),
        ("-", -1),
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("A.3  En cas de panne", "En cas de panne"),
        ("A.3 En cas de panne", "En cas de panne"),
        ("B12.1  la vanne", "la vanne"),
        ("A4 recto verso", "A4 recto verso"),
        ("¹ « Cette enquête »", "« Cette enquête »"),
        ("²³ Voir la note", "Voir la note"),
    ],
)
def test_numbers_of_sections_and_notes(line: str, words: str) -> None:
    assert line[after_marks(line, 0, len(line)) :] == words
