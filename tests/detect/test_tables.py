from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onetongue
from onetongue.detect.tables import ABSENT, AVAILABLE, COLUMNS, WORD_LIMIT, levels, load

DATA = Path(onetongue.__file__).parent / "data"


@pytest.mark.parametrize(
    ("word", "is_french"),
    [("étrangères", True), ("selon", True), ("evenement", True), ("the", False), ("which", False)],
)
def test_odds_point_the_right_way(word: str, is_french: bool) -> None:
    odds = load(("fr",)).odds(word)
    assert (odds.foreign[0] > 1.5) is is_french
    assert abs(odds.foreign[0]) <= WORD_LIMIT


def test_unknown_words_are_judged_by_their_letters() -> None:
    french, english = load(("fr",)).odds("dérégulatoirement"), load(("fr",)).odds("unthwackability")
    assert french.commonest == ABSENT
    assert english.commonest == ABSENT
    assert french.foreign[0] > 0 > english.foreign[0]


def test_several_languages_side_by_side() -> None:
    tables = load(("fr", "es", "de"))
    for word, best in (("selon", 0), ("según", 1), ("wurde", 2)):
        odds = tables.odds(word).foreign
        assert max(range(3), key=odds.__getitem__) == best


def test_every_column_is_looked_up() -> None:
    found = dict(zip(COLUMNS, levels("selon"), strict=True))
    assert found["fr"] is not None
    assert found["fr"] >= -8
    assert levels("zzzzqx") == (None,) * len(COLUMNS)
    assert levels("") == (None,) * len(COLUMNS)


@given(st.text(max_size=12))
def test_any_word_can_be_looked_up(word: str) -> None:
    assert len(levels(word)) == len(COLUMNS)


def test_the_first_and_the_last_line_are_found() -> None:
    lines = [x for x in (DATA / "words.txt").read_text("utf-8").split("\n") if x and x[0] != "#"]
    words = [line.split("\t")[0] for line in lines]
    assert words == sorted(set(words), key=str.encode)
    for word in (words[0], words[-1], *words[:: len(words) // 50]):
        assert any(level is not None for level in levels(word)), word


def test_files_are_small_and_name_their_source() -> None:
    files = [DATA / "words.txt", *(p for p in DATA.glob("??/*.t*"))]
    assert len(files) > len(AVAILABLE)
    assert sum(p.stat().st_size for p in files) <= 6_500_000
    for path in files:
        head = path.read_text(encoding="utf-8")[:1200]
        assert head.startswith("#")
        assert any(licence in head for licence in ("CC", "MIT", "Unicode-3.0")), path
