"""The answers of benchmarks/translation/checks.py: bad ones are doubtful, good ones are not."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

CHECKS = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "translation" / "checks.py"))
Pair, answers, doubtful, row = (CHECKS[name] for name in ("Pair", "answers", "doubtful", "row"))
HALVES = CHECKS["HALVES"]


def all_of(what: str) -> list[object]:
    return [
        pair for half in HALVES for pairs in answers(f"{what}-{half}").values() for pair in pairs
    ]


def test_hardly_a_bad_answer_passes() -> None:
    bad = all_of("bad")
    assert len(bad) >= 100
    assert doubtful(bad) >= 0.95 * len(bad)


def test_hardly_a_good_one_is_doubtful() -> None:
    good = all_of("good")
    assert len(good) >= 200
    assert doubtful(good) <= 0.02 * len(good)


def test_a_line_of_the_table_counts_each_half() -> None:
    bad, good = Pair("The taquilla.", "Le guichet."), Pair("The counter.", "Le guichet.")
    assert row("pivot", [[bad, good], [bad]]) == "| pivot | 1 of 2 | 1 of 1 |"
    assert row("pivot", [[bad], []]) == "| pivot | 1 of 1 |  |"


def test_every_answer_is_a_kind_french_and_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(answers("bad-tune")) >= {"pivot", "copied", "literal", "omission", "number"}
    assert answers("none-of-these") == {}
    (tmp_path / "bad-tune.tsv").write_text("kind\tfrench\tenglish\npivot\tLe guichet\n")
    monkeypatch.setitem(answers.__globals__, "DATA", tmp_path)
    with pytest.raises(SystemExit, match="no kind, French and English"):
        answers("bad-tune")
