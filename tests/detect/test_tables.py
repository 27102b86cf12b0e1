from __future__ import annotations

from pathlib import Path

import pytest

import onetongue
from onetongue.detect.tables import AVAILABLE, WORD_LIMIT, load

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
    assert not french.known
    assert not english.known
    assert french.foreign[0] > 0 > english.foreign[0]


def test_several_languages_side_by_side() -> None:
    tables = load(("fr", "es", "de"))
    for word, best in (("selon", 0), ("según", 1), ("wurde", 2)):
        odds = tables.odds(word).foreign
        assert max(range(3), key=odds.__getitem__) == best


def test_files_are_small_and_name_their_source() -> None:
    files = [
        p for p in DATA.rglob("*.t*") if p.parent.name in {"en", *AVAILABLE, "it", "pt", "ca", "nl"}
    ]
    assert len(files) >= 2 * (1 + len(AVAILABLE))
    assert sum(p.stat().st_size for p in files) <= 6_000_000
    for path in files:
        head = path.read_text(encoding="utf-8")[:1200]
        assert head.startswith("#")
        assert "CC" in head or "MIT" in head, path
