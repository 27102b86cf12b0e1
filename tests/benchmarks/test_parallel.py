"""The benchmark of bilingual documents is what it says, and the recogniser meets its bar on it.

Its documents also try what `parallel` promises: whatever is kept or taken out, the source comes back,
and another run changes nothing.
"""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest
from support.engine import Engine, in_words

import onetongue as ot

FOLDER = Path(__file__).parents[2] / "benchmarks" / "parallel"
RUN = runpy.run_path(str(FOLDER / "run.py"))
Verdict, verdicts, table = (RUN[name] for name in ("Verdict", "verdicts", "table"))


def test_the_table_counts_documents_and_segments() -> None:
    found = [
        Verdict("parallel", "a.txt", 4, 3, "this looks like one"),
        Verdict("parallel", "b.txt", 9, 0, ""),
        Verdict("mixed", "c.txt", 5, 0, ""),
    ]
    rows = list(table(found))[2:]
    assert rows == ["| parallel | 1 of 2 | 4 | 3 |", "| mixed | 0 of 1 | 0 | 0 |"]


@pytest.mark.parametrize(
    ("part", "size", "most_missed", "most_wrong"), [("dev", 12, 0, 0), ("test", 30, 2, 1)]
)
def test_the_bar(part: str, size: int, most_missed: int, most_wrong: int) -> None:
    found = list(verdicts(part))
    parallel, mixed = ([one for one in found if one.kind == kind] for kind in ("parallel", "mixed"))
    assert (len(parallel), len(mixed)) == (size, size)
    assert len([one.name for one in parallel if not one.note]) <= most_missed
    assert len([one.name for one in mixed if one.note]) <= most_wrong


def test_the_readme_has_what_it_prints() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for part in ("dev", "test"):
        assert "\n".join(table(list(verdicts(part)))) in readme


@pytest.mark.parametrize(("part", "markers"), [("dev", "none"), ("dev", None), ("test", "none")])
@pytest.mark.parametrize("parallel", ["keep", "drop"])
def test_what_is_kept_or_taken_out_comes_back(part: str, parallel: Any, markers: Any) -> None:
    normalizer = ot.Normalizer(
        ot.Options(parallel=parallel, markers=markers), engine=Engine(in_words)
    )
    for file in sorted((FOLDER / "data" / part).glob("*/*")):
        result = normalizer.normalize_bytes(file.read_bytes(), name=file.name)
        assert ot.revert(result.text, result.provenance()) == result.source.text
        again = normalizer.normalize_bytes(result.encode(), name=file.name)
        assert again.text == result.text
        is_taken_out = any(record.translation.is_taken_out for record in result.records)
        assert is_taken_out == (parallel == "drop" and file.parent.name == "parallel")
