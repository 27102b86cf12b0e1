"""The figures of benchmarks/translation/doubt.py, on judgements made up for the purpose."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

pytest.importorskip("sacrebleu")

DOUBT = runpy.run_path(str(Path(__file__).parents[2] / "benchmarks" / "translation" / "doubt.py"))
Judged, area, read, table = (DOUBT[name] for name in ("Judged", "area", "read", "table"))


def test_the_area_is_how_often_the_right_one_is_surer() -> None:
    right, wrong = Judged(0.8, is_right=True), Judged(0.4, is_right=False)
    assert area([right, wrong]) == 1.0
    assert area([Judged(0.4, is_right=True), Judged(0.8, is_right=False)]) == 0.0
    assert area([right, wrong, Judged(0.4, is_right=True)]) == 0.75


def test_the_table_counts_what_is_below_each_threshold() -> None:
    judged = [
        Judged(0.9, is_right=True),
        Judged(0.6, is_right=True),
        Judged(0.5, is_right=False),
        Judged(0.3, is_right=False),
    ]
    rows = dict(line.strip("| ").split(" | ", 1) for line in table(judged) if "|" in line)
    assert rows["0.40"] == "0.500 | 0.000 | 0.667"
    assert rows["0.66"] == "1.000 | 0.500 | 1.000"


def test_every_judgement_is_one(tmp_path: Path) -> None:
    judged = read()
    assert len(judged) == 300
    assert {one.is_right for one in judged} == {True, False}
    (tmp_path / "judged.tsv").write_text("# text\nflores-dev\t0.5\t?\tOui\tYes\tYes\n")
    with pytest.raises(SystemExit, match="neither right nor wrong"):
        read(tmp_path / "judged.tsv")
