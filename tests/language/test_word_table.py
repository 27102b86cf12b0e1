from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.language.word_table import ABSENT, COLUMNS, FIRST, WordLevels, find, unaccented

NOWHERE = WordLevels((ABSENT,) * len(COLUMNS))


def lines() -> list[list[str]]:
    table = files("onetongue").joinpath("data", "words.txt").read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(
    "word", ["", "qwzk", "été\t", "\t", "# how", "a'sx", "\ud800", "￿", "zzzzqx"]
)
def test_what_no_list_holds(word: str) -> None:
    assert find(word) == NOWHERE


def test_the_lines_are_sorted_by_what_their_words_are_without_accents() -> None:
    keys = [cells[0] for cells in lines()]
    assert keys == sorted(set(keys), key=str.encode)
    assert all(unaccented(form) == cells[0] for cells in lines() for form in cells[::2])


def test_every_word_of_a_line_is_found() -> None:
    table = lines()
    for cells in [*table[:3], *table[:: len(table) // 300], *table[-3:]]:
        levels = {
            form: tuple(ord(mark) - FIRST for mark in marks)
            for form, marks in zip(cells[::2], cells[1::2], strict=True)
        }
        plain, *accented = levels
        assert find(plain) == (levels[plain] or NOWHERE.levels, tuple(map(levels.get, accented)))
        assert all(find(form) == (levels[form], ()) for form in accented)


def test_a_plain_word_knows_the_accented_ones() -> None:
    assert find("évènement").levels in find("evenement").accented
    assert find("événement").levels in find("evenement").accented
    assert find("bonjour").accented == ()


@pytest.mark.parametrize(
    ("word", "plain"),
    [("hélas", "helas"), ("sœur", "soeur"), ("Œuvre", "OEuvre"), ("straße", "straße")],
)
def test_without_accents(word: str, plain: str) -> None:
    assert unaccented(word) == plain


@given(st.text(max_size=12))
def test_any_word_can_be_looked_up(word: str) -> None:
    entry = find(word)
    assert all(len(levels) == len(COLUMNS) for levels in (entry.levels, *entry.accented))
    assert unaccented(unaccented(word)) == unaccented(word)
