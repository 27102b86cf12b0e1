from __future__ import annotations

from pathlib import Path

import pytest

import onetongue
from onetongue.detect.tables import ABSENT, AVAILABLE, MISSING, WORD_LIMIT, load
from onetongue.language.word_table import find, unaccented

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


@pytest.mark.parametrize("word", ["conseil", "the", "different", "presidente", "qzzk", "rue"])
def test_accents_elsewhere_never_make_a_word_more_french(word: str) -> None:
    table = load(("fr",))
    assert table.odds(word).foreign[0] <= table.odds(word, has_accents=False).foreign[0]


@pytest.mark.parametrize("word", ["été", "préféré", "différent", "présidente"])
def test_where_no_accents_are_typed_a_plain_word_is_worth_the_accented_one(word: str) -> None:
    plain, table = unaccented(word), load(("fr",))
    english = -find(plain).levels[0] / 2
    none, some = (table.odds(plain, has_accents=typed) for typed in (False, True))
    assert none.commonest == max(english, table.odds(word).commonest)
    assert none.foreign[0] == pytest.approx(min(WORD_LIMIT, some.foreign[0] + MISSING))


def test_a_plain_word_that_english_has_not_is_a_french_one_in_any_text() -> None:
    table = load(("fr",))
    for word in ("légales", "fragilisée"):
        assert table.odds(unaccented(word)).commonest == table.odds(word).commonest


def test_files_are_small_and_name_their_source() -> None:
    files = [DATA / "words.txt", DATA / "near_tongues.txt", *(p for p in DATA.glob("??/*.t*"))]
    assert len(files) > len(AVAILABLE)
    assert sum(p.stat().st_size for p in files) <= 6_500_000
    for path in files:
        head = path.read_text(encoding="utf-8")[:1200]
        assert head.startswith("#")
        assert any(licence in head for licence in ("CC", "MIT", "Unicode-3.0")), path
