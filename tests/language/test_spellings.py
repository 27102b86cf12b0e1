"""Spellings: two names that are not one, two spellings of one, and how common words are."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.language.spellings import (
    begin_alike,
    exonyms,
    folded,
    is_common,
    is_english,
    is_french_word,
    is_same_name,
    levels,
)
from onetongue.language.word_table import ABSENT, find

# A French name and another English one, however alike.
OTHERS = [
    ("Karine", "Karin"),  # short: a woman
    ("Martine", "Martin"),  # French writes the English one more often
    ("Busch", "Bush"),
    ("Lou", "Lu"),
    ("Jou", "Ju"),
    ("Guilbert", "Gilbert"),
    ("Houston", "Huston"),  # English has both
    ("Masson", "Mason"),
    ("Robine", "Robin"),
    ("Charon", "Sharon"),
    ("Sharon", "Charon"),
    ("Romanoff", "Romanov"),
    ("Aicha", "Aisha"),  # French writes both, the English one a little more often
    ("Andrei", "Andrey"),
    ("Tchong", "Chong"),  # much more often
    ("Poutine", "Pauline"),
]


@pytest.mark.parametrize(("french", "english"), OTHERS)
def test_another_name(french: str, english: str) -> None:
    assert not is_same_name(french, english)


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Paris", "paris"),
        ("Li", "Lí"),
        ("Łódź", "Lodz"),
        ("Poutine", "Putin"),
        ("Khrouchtchev", "Khrushchev"),
        ("Guerassimov", "Gerasimov"),
        ("Zelensky", "Zelenskiy"),
        ("Trotski", "Trotsky"),
        ("Ierevan", "Yerevan"),
        ("el-Charaa", "al-Sharaa"),
        ("Jdanov", "Zhdanov"),
        ("Choïgou", "Shoigu"),
        ("Aliev", "Aliyev"),
        ("Bakou", "Baku"),
        ("Natacha", "Natasha"),  # French writes both, equally often
    ],
)
def test_the_same_name(french: str, english: str) -> None:
    assert is_same_name(french, english)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("Ioulia", "Yulia", True), ("Chamil", "Shamil", True), ("Anne", "Ben", False)],
)
def test_begin_alike(one: str, other: str, *, expected: bool) -> None:
    assert begin_alike(one, other) is expected


@pytest.mark.parametrize(
    ("word", "english", "french", "common"),
    [
        ("Qwzk", False, False, False),
        ("Bakou", False, False, False),  # 28 in French
        ("Robine", False, False, False),
        ("Poutine", False, True, False),  # 30 in English, 22 in French
        ("Éclipse", False, True, False),
        ("Lavrov", True, False, False),  # 29 in both
        ("Huston", True, False, False),  # 28 in English, 29 in French
        ("Romanoff", True, False, False),  # 31 in English, 32 in French
        ("Jared", True, True, False),  # 26 in French
        ("Jean", True, True, False),  # 21 in English
        ("Nobody", True, False, True),  # 19 in English
    ],
)
def test_how_common(word: str, *, english: bool, french: bool, common: bool) -> None:
    assert (is_english(word), is_french_word(word), is_common(word)) == (english, french, common)


def test_levels() -> None:
    assert levels("église") == find("église").levels[:2]
    assert levels("evenement")[1] == min(form[1] for form in find("evenement").accented) + 5
    assert levels("paris") == find("paris").levels[:2]  # "pâris" and "parís" are rarer
    for absent in ("", "# how", "a'sx", "qwzk", "\ud800", "￿"):
        assert levels(absent) == (ABSENT, ABSENT)


def test_places() -> None:
    english, french = exonyms()
    assert english["londres"] == "London"
    assert french["london"] == ("Londres",)
    assert english["ceuta et melilla"] == "Ceuta and Melilla"  # of the second table
    assert not any(name.startswith("#") for name in english)
    assert any(len(names) > 1 for names in french.values())


@given(st.text())
def test_folded_is_as_long_and_folded_once(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    "name", ["exonyms.tsv", "lexicon.tsv", "loanwords.tsv", "names.tsv", "territories.tsv"]
)
def test_rows_are_in_order_and_once(name: str) -> None:
    text = files("onetongue").joinpath("data", "fr", name).read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if not line.startswith("#")]
    assert rows == sorted(set(rows))
