"""`onetongue import` and `onetongue apply`: both files replaced, or nothing at all."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from support import command

from onetongue.account import (
    NormalizedDocument,
    load_provenance,
    provenance_bytes,
    revert,
    verify_provenance,
)
from onetongue.account.exports import to_xliff
from onetongue.document import Document, Evidence, Options, Segment, Span, Translation
from onetongue.errors import InputError
from onetongue.terms.memory import Memory
from onetongue.write import write_file

if TYPE_CHECKING:
    from pathlib import Path

    from support.command import Run

SOURCE = "Oh Merci, le chat!\n"
OUTPUT = "Oh ⟦fr→en 1: Thanks⟧, ⟦fr→en? 2: the cat⟧!\n"
EDITED = "Oh ⟦fr→en 1: Cheers⟧, ⟦fr→en? 2: the cat⟧!\n"
BOTH = ("--into", "a.json", "--document", "a.txt")


def decided(provenance: Any, *decisions: dict[str, object]) -> bytes:
    output = {"sha256": provenance["output"]["sha256"]}
    value = {"schema": "onetongue-decisions/1", "output": output, "reviewer": "Ada"}
    return json.dumps({**value, "decisions": list(decisions)}).encode()


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command line in a folder with an output, its account and what people made of it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795451400")
    evidence = Evidence(0.99, "all words French")
    changes = [
        (
            Segment(Span(3, 8), "Merci", "phrase", "fr", evidence),
            Translation("Thanks", "engine", 0.8),
        ),
        (
            Segment(Span(10, 17), "le chat", "phrase", "fr", evidence),
            Translation("the cat", "engine", 0.1, (("untranslated", "failed"),)),
        ),
    ]
    result = NormalizedDocument.of(Document(SOURCE, (), name="a.txt"), changes, options=Options())
    assert result.text == OUTPUT
    provenance = result.provenance()
    xliff = to_xliff(provenance)
    head, _, tail = xliff.partition(b"<segment")
    edited = tail.replace(b"translated", b"reviewed", 1).replace(b"Thanks", b"Cheers", 1)
    files = {
        "a.txt": result.encode(),
        "a.json": provenance_bytes(provenance),
        "a.xlf": head + b"<segment" + edited,
        "same.xlf": xliff,
        "bad.xlf": xliff[:-9],
        "d.json": decided(
            provenance, {"id": 2, "action": "reject"}, {"id": 1, "action": "approve"}
        ),
        "unknown.json": decided(provenance, {"id": 7, "action": "approve"}),
        "other.txt": result.encode() + b"x",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    return partial(command.run, "onetongue")


IN_PLACE = "--into a.json --document a.txt"


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        (f"import a.xlf {IN_PLACE} --reviewer Ada", 0, "a.txt: 1 edited, 0 approved, 0 rejected"),
        (f"import same.xlf {IN_PLACE}", 0, "a.txt: 0 edited, 0 approved, 0 rejected"),
        (f"apply d.json {IN_PLACE}", 0, "a.txt: 0 edited, 1 approved, 1 rejected"),
        (f"apply d.json {IN_PLACE} -q", 0, ""),
        (f"apply d.json {IN_PLACE} -o - --provenance b.json", 0, "a.txt: 0 edited"),
        (f"apply d.json {IN_PLACE} -o b.txt", 2, "needs --provenance"),
        (f"apply d.json {IN_PLACE} --provenance b.json", 2, "the two belong together"),
        (f"apply d.json {IN_PLACE} -o b --provenance b", 2, "a file of its own"),
        (f"apply d.json {IN_PLACE} -o b --provenance ./b", 2, "a file of its own"),
        ("apply d.json --into a.json --document -", 2, "a file of its own"),
        ("apply d.json --into a.json", 2, "--document"),
        ("import a.xlf --document a.txt", 2, "--into"),
        (f"import a.xlf {IN_PLACE}", 3, "decision on record 1: the reviewer must be a name"),
        (f"import bad.xlf {IN_PLACE}", 3, "bad.xlf:5"),
        (f"import missing.xlf {IN_PLACE}", 3, "missing.xlf: No such file"),
        (f"apply unknown.json {IN_PLACE}", 3, "record 7: the provenance has no such record"),
        (f"apply a.json {IN_PLACE}", 3, "a.json: schema is 'onetongue/1'"),
        ("apply d.json --into a.json --document other.txt", 3, "changed after it was written"),
        (f"apply d.json {IN_PLACE} --memory a.txt", 3, "a.txt: file is not a database"),
        (f"apply d.json {IN_PLACE} -o no/b --provenance no/c", 3, "no/c: cannot be written"),
    ],
)
def test_exit_codes(run: Run, line: str, code: int, message: str, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    found, out, err = run(*line.split())
    assert found == code, err
    assert message in " ".join(err.split())
    if code:
        assert out == b""
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_import_replaces_both_files(run: Run, tmp_path: Path) -> None:
    run("import", "a.xlf", *BOTH, "--reviewer", "Ada")
    text = (tmp_path / "a.txt").read_text("utf-8")
    assert text == EDITED
    provenance: Any = load_provenance((tmp_path / "a.json").read_bytes())
    verify_provenance(text, provenance, SOURCE)
    assert provenance["records"][0]["review"] == {"reviewer": "Ada", "state": "reviewed"}
    assert "review" not in provenance["records"][1]
    assert run("import", "a.xlf", *BOTH, "--reviewer", "Ada").code == 3, "of another output now"


def test_other_files_can_be_named(run: Run, tmp_path: Path) -> None:
    old = [(tmp_path / name).read_bytes() for name in ("a.txt", "a.json")]
    assert run("apply", "d.json", *BOTH, "-o", "b.txt", "--provenance", "b.json").code == 0
    assert [(tmp_path / name).read_bytes() for name in ("a.txt", "a.json")] == old
    text = (tmp_path / "b.txt").read_text("utf-8")
    assert text == "Oh ⟦fr→en 1: Thanks⟧, le chat!\n"
    assert revert(text, load_provenance((tmp_path / "b.json").read_bytes())) == SOURCE


def test_the_account_is_written_first(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    written = []
    monkeypatch.setattr("onetongue.cli.review.write", lambda path, _: written.append(path))
    run("apply", "d.json", *BOTH)
    assert written == ["a.json", "a.txt"]


@pytest.mark.parametrize("named", ["", "-o b.txt --provenance a.json"])
def test_the_old_account_comes_back_when_the_text_cannot_be_written(
    named: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (tmp_path / "a.json").read_bytes()
    monkeypatch.setattr("onetongue.cli.review.write", _write_no_text)
    assert run("apply", "d.json", *BOTH, *named.split()).code == 3
    assert (tmp_path / "a.json").read_bytes() == before


def _write_no_text(path: str, content: bytes) -> bool:
    if path.endswith(".txt"):
        raise InputError(f"{path}: cannot be written: No space left on device")
    return write_file(path, content)


def test_what_people_decided_is_remembered(run: Run) -> None:
    assert run("import", "a.xlf", *BOTH, "--reviewer", "Ada", "--memory", "m.db").code == 0
    with Memory("m.db") as memory:
        (entry,) = memory.entries()
    assert (entry.source, entry.target, entry.origin) == ("Merci", "Cheers", "human")
    assert (entry.source_language, entry.target_language) == ("fr", "en")
    assert entry.document == "a.txt"


def test_what_was_rejected_is_not_remembered(run: Run) -> None:
    assert run("apply", "d.json", *BOTH, "--memory", "m.db").code == 0
    with Memory("m.db") as memory:
        assert [entry.target for entry in memory.entries()] == ["Thanks"]
