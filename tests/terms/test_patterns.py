"""Patterns: where a term does not stand, and where it does."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.terms.patterns import Pattern, is_elided, plain, words


def stretches(term: str, text: str) -> list[str]:
    pattern, found = Pattern.of(term), words(text)
    spans = [pattern.span_at(text, found, place) for place in range(len(found))]
    return [span.of(text) for span in spans if span]


# A term and a text it does not stand in.
ABSENT = [
    ("accord", ""),
    ("accord", "accorder"),
    ("accord", "non-accord, accord-cadre, accord.pdf, accord'x, accord&co"),
    ("accord", "accord+ accord# R&accord"),
    ("accord", "`accord` et #accord"),
    ("accord bilatéral", "accord"),
    ("accord bilatéral", "accord, bilatéral"),
    ("accord bilatéral", "accord\n\nbilatéral"),
    ("accord bilatéral", "bilatéral accord"),
    ("île", "presqu'île"),
    ("Orange", "une orange, ORANGE"),
    ("accords de Minsk", "selon les Accords de Minsk"),
    ("C++", "C, C+, +C++x"),
    (".NET", "NET, NET."),
    ("Haut-Rhin", "Haut Rhin"),
]


@pytest.mark.parametrize(("term", "text"), ABSENT)
def test_does_not_stand_there(term: str, text: str) -> None:
    assert stretches(term, text) == []


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("accord", "l'accord, ACCORDS ; cet accord-là, accord-ci.", ["accord", "ACCORDS"]),
        ("accord bilatéral", "accords\nbilatéraux", ["accords\nbilatéraux"]),
        ("accord bilatéral", "accord \u00a0bilatéral", ["accord \u00a0bilatéral"]),
        ("Haut-Rhin", "du Haut\u2011Rhin", ["Haut\u2011Rhin"]),
        ("cour d'appel", "la cour d’appel", ["cour d’appel"]),
        ("accords de Minsk", "« Accords de Minsk »", ["Accords de Minsk"]),
        ("accords de Minsk", "Fin. Accords de Minsk", ["Accords de Minsk"]),
        ("accords de Minsk", "Fin ! (Accords de Minsk)", ["Accords de Minsk"]),
        ("accords de Minsk", "a\nAccords de Minsk", ["Accords de Minsk"]),
        ("accord X", "1. accord X. Accord X", ["accord X", "Accord X"]),
        ("Orange", "jusqu’Orange, qu'Orange", ["Orange", "Orange"]),
        ("C++", "du C++.", ["C++"]),
        (".NET", "du .NET", [".NET"]),
        ("été", "e\u0301te\u0301", ["e\u0301te\u0301"]),
    ],
)
def test_stands_there(term: str, text: str, expected: list[str]) -> None:
    found = stretches(term, text)
    assert found[: len(expected)] == expected


def test_what_a_pattern_is() -> None:
    small, capital = Pattern.of("accord bilatéral"), Pattern.of("Minsk")
    assert (small.own, small.gaps, small.is_exact) == (
        ("accord", "bilatéral"),
        ("", " ", ""),
        False,
    )
    assert (capital.own, capital.is_exact) == (("minsk",), True)
    assert "accorde" in small.words[0]  # beside another word, which vouches for it
    assert "accorde" not in Pattern.of("accord").words[0]


@pytest.mark.parametrize(
    ("text", "end", "expected"),
    [
        ("presqu'île", 7, False),
        ("accord", 2, False),
        ("l accord", 2, False),
        ("x'accord", 2, False),
        ("non-l'accord", 6, False),
        ("l'accord", 2, True),
        ("D’accord", 2, True),
        ("puisqu'il", 7, True),
        ("à l'accord", 4, True),
    ],
)
def test_is_elided(text: str, end: int, *, expected: bool) -> None:
    assert is_elided(text, end) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("a - b", "a - b"),
        ("a\n\nb", "a  b"),
        ("a \r\n b", "a b"),
        ("aujourd’hui,\u00a0vis\u2011à\u2010vis", "aujourd'hui, vis-à-vis"),
        ("e\u0301", "é"),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text())
def test_words_are_in_order_and_composed(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end
        assert word.text == unicodedata.normalize("NFC", text[word.start : word.end])
        end = word.end


def test_words_lie_outside_literals() -> None:
    found = words("un www.example.org deux `trois` quatre, cinq #six")
    assert [word.text for word in found] == ["un", "deux", "quatre", "cinq"]
