"""`onetongue export`: every format, every exit code."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from support import command

from onetongue.account import NormalizedDocument, provenance_bytes, sealed
from onetongue.cli.export import to_tmx
from onetongue.document import Document, EngineId, Evidence, Options, Segment, Span, Translation
from onetongue.review.apply import apply
from onetongue.review.decisions import Decision, Decisions
from onetongue.terms import tmx
from onetongue.terms.entry import Entry

if TYPE_CHECKING:
    from pathlib import Path

    from support.command import Run

ENGINE = EngineId("argos", "1.12.1", "translate-fr_en-1_9")
TEXT = "Oh Merci, le chat!\n"


def normalized() -> NormalizedDocument:
    evidence = Evidence(0.99, "all words French")
    changes = [
        (Segment(Span(3, 8), "Merci", "phrase", "fr", evidence), "Thanks"),
        (Segment(Span(10, 17), "le chat", "phrase", "fr-CA", evidence), "the cat"),
    ]
    return NormalizedDocument.of(
        Document(TEXT, (), name="a.txt"),
        [(segment, Translation(english, "engine", 0.8)) for segment, english in changes],
        options=Options(),
        engine=ENGINE,
    )


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command line in a folder with a provenance."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795451400")
    (tmp_path / "a.json").write_bytes(provenance_bytes(normalized().provenance()))
    (tmp_path / "bad.json").write_text("{}", "utf-8")
    return partial(command.run, "onetongue", "export")


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("a.json --to xliff", 0, ""),
        ("a.json --to tmx", 0, ""),
        ("a.json --to annotation", 0, ""),
        ("a.json --to prov -o new", 0, ""),
        ("a.json", 2, "--to"),
        ("--to xliff", 2, "PROVENANCE"),
        ("a.json --to docx", 2, "docx"),
        ("missing.json --to tmx", 3, "missing.json: No such file"),
        ("bad.json --to tmx", 3, "schema is missing"),
        ("a.json --to prov -o no/new", 3, "no/new: cannot be written"),
    ],
)
def test_exit_codes(run: Run, line: str, code: int, message: str) -> None:
    found, out, err = run(*line.split())
    assert found == code, err
    assert message in " ".join(err.split())
    assert not (code and out)


def test_a_file_holds_what_standard_output_would(run: Run, tmp_path: Path) -> None:
    for kind in ("xliff", "tmx", "annotation", "prov"):
        out = run("a.json", "--to", kind).text
        assert run("a.json", "--to", kind, "-o", "new").out == b""
        assert (tmp_path / "new").read_text("utf-8") == out
    assert json.loads(out)["prefix"]


def test_tmx_has_nothing_of_what_a_rule_made() -> None:
    result = normalized()
    provenance: Any = result.provenance()
    provenance["records"][0]["translation"]["origin"] = "rule"
    assert [entry.source for entry in tmx.read(to_tmx(sealed(provenance)), "a.tmx")] == ["le chat"]
    decisions = Decisions(provenance["output"]["sha256"], (Decision(1, "approve", "Ada"),))
    _, reviewed = apply(result.text, sealed(provenance), decisions)
    first = next(tmx.read(to_tmx(reviewed), "a.tmx"))
    assert (first.source, first.origin) == ("Merci", "human")


def test_tmx_tells_people_from_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795451400")
    result = normalized()
    provenance: Any = result.provenance()
    decisions = Decisions(provenance["output"]["sha256"], (Decision(2, "approve", "Ada"),))
    _, reviewed = apply(result.text, provenance, decisions)
    created = "2026-11-23T16:30:00Z"
    machine = "argos 1.12.1 translate-fr_en-1_9"
    assert list(tmx.read(to_tmx(reviewed), "a.tmx")) == [
        Entry("Merci", "Thanks", "fr", "en", machine, "engine", 0.8, "a.txt", created),
        Entry("le chat", "the cat", "fr", "en", document="a.txt", created=created),
    ]
