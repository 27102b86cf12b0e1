"""Capitals: what is no run of them, what is one, and which words open, join or are titles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.language.capitals import runs, tokens, without_titles

# Nothing in these is written as a name is.
NO_RUN = [
    "",
    "le blé est cher",
    "12 % en 2020",
    "Il part.",  # it opens a sentence
    "Le jour : Il part. (Elle reste)",
    "« Il part »\nElle reste • La suite",
    "l'été d’hiver",
]


@pytest.mark.parametrize("text", NO_RUN)
def test_no_run(text: str) -> None:
    assert list(runs(tokens(text))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("À Bakou, Sergueï Lavrov parle", ["Bakou", "Sergueï Lavrov"]),
        ("Paris  Londres", ["Paris", "Londres"]),
        ("Paris\u00a0Londres", ["Paris Londres"]),
        ("à Paris et Londres", ["Paris", "Londres"]),
        ("le Monde. Il Giornale", ["Monde", "Giornale"]),
        ("dit Il Giornale", ["Il Giornale"]),  # no sentence begins there
        ("Sergueï Lavrov", ["Sergueï Lavrov"]),  # it opens, but no French sentence begins so
        ("L'Arménie", ["Arménie"]),  # no elided article
        ("Bachar el-Assad, al-Chaab", ["Bachar el-Assad", "al-Chaab"]),
        ("Port-d'Espagne", ["Port-d'Espagne"]),
        ("PARIS EST LÀ", ["PARIS", "EST", "LÀ"]),  # in a text all in capitals none is joined
        ("Paris's mayor", ["Paris"]),  # no genitive
    ],
)
def test_runs(text: str, expected: list[str]) -> None:
    assert [" ".join(token.text for token in run) for run in runs(tokens(text))] == expected


def test_where_words_stand() -> None:
    text = "L'Arménie. M. X-1 (oui)"
    found = list(tokens(text))
    assert [text[token.start : token.end] for token in found] == [token.text for token in found]
    assert [token.text for token in found] == ["L'", "Arménie", "M", "X", "oui"]
    assert [token.opens for token in found] == [True, False, True, True, False]
    assert [token.joined for token in found] == [False, True, False, False, False]
    assert [token.is_title for token in found] == [False, False, True, False, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le président parle, la reine aussi", "le président parle, la reine aussi"),
        ("M. est parti", "M. est parti"),
        ("Kings Road, Mlles Weber", "Kings Road, Mlles Weber"),
        ("Selon M. Poutine", "Selon m  Poutine"),
        ("Prime Minister Orbán", "prime minister Orbán"),
        ("Mme Élysée", "mme Élysée"),
        ("d’İ Président İnönü", "d’İ président İnönü"),
    ],
)
def test_titles(text: str, expected: str) -> None:
    assert without_titles(text) == expected


@given(st.text())
def test_spans_are_in_order_and_nothing_moves(text: str) -> None:
    assert len(without_titles(text)) == len(text)
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end
        assert text[token.start : token.end] == token.text
        end = token.end
