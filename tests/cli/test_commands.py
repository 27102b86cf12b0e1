"""The commands, in this process, with an engine that knows one caption and one heading."""

from __future__ import annotations

import json
import os
import re
import sys
from typing import TYPE_CHECKING, NoReturn

import pytest
from support import command
from support.command import Ran, python, spawn
from support.engine import Engine

from onetongue.account import revert
from onetongue.errors import ModelError
from onetongue.normalizer import Normalizer

if TYPE_CHECKING:
    from pathlib import Path

    from support.command import Run

FRENCH = {
    "Le ministre russe, à Moscou, le 18 septembre 2023.": "The Russian minister in Moscow, 18 September 2023.",
    "Service minimum diplomatique": "Service minimum, diplomatique",
}
DOUBTFUL = "Service minimum diplomatique"
ALONE = "Déjà vu"
SOURCE = (
    "A headline.\n\nLe ministre russe, à Moscou, le 18 septembre 2023.\n\n"
    "Service minimum diplomatique\n\nThe English text goes on for quite a while after that.\n"
)
CLEAN = "Only English here, and nothing else.\n"


def said(sentence: str) -> str:
    """What the engine makes of a sentence; of two it makes an error."""
    if "modèle" in sentence:
        raise ModelError("no translation engine: run `onetongue models install fr en`")
    if "panne" in sentence:
        raise ZeroDivisionError("division by zero\nin line 2")
    return FRENCH.get(sentence, f"said {sentence}")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command line in an empty folder, with an engine that says what `said` says."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("onetongue.rounds.choose", lambda *_: Engine(said))
    return command.run


@pytest.fixture
def files(tmp_path: Path) -> dict[str, bytes]:
    """Put the documents that the table names into the folder."""
    documents = {
        "a.txt": SOURCE.encode(),
        "b.txt": SOURCE.encode(),
        "clean.txt": CLEAN.encode(),
        "page.rst": SOURCE.encode(),
        "script": b"#!/bin/sh\n" + SOURCE.encode(),
        "image.png": b"\x89PNG\r\n\x1a\n\x00\x00",
        "nomodel.txt": "Le modèle n'est pas encore arrivé ici.\n".encode(),
        "bug.txt": "Le moteur est tombé en panne hier soir.\n".encode(),
        "latin.txt": SOURCE.encode("cp1252"),
        "empty.toml": b"",
        "but.toml": b'exclude = ["a.txt"]\n',
    }
    for name, content in documents.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder").mkdir()
    return documents


# Command line, exit code, what stderr says.
EXITS = [
    # No change first.
    ("normalize clean.txt", 0, "clean.txt: nothing to translate"),
    ("normalize --check clean.txt", 0, "0 segments to translate"),
    ("normalize --diff clean.txt", 0, "nothing to translate"),
    ("normalize --check --diff clean.txt", 0, ""),
    ("normalize -i clean.txt", 0, "nothing to translate"),
    ("normalize --min-confidence 1 --check a.txt", 0, ""),
    # Done.
    ("normalize a.txt", 0, "a.txt: 2 segments translated, 1 doubtful"),
    ("normalize -q a.txt", 0, ""),
    ("normalize --quiet a.txt", 0, ""),
    ("normalize -o out.txt a.txt", 0, "2 segments translated"),
    ("normalize --output out.txt a.txt", 0, "2 segments translated"),
    ("normalize -o - a.txt", 0, "2 segments translated"),
    ("normalize -o a.txt a.txt", 0, "2 segments translated"),
    ("normalize -i a.txt b.txt", 0, "b.txt: 2 segments"),
    ("normalize --in-place a.txt", 0, "2 segments"),
    ("normalize --diff a.txt b.txt", 0, "b.txt: 2 segments"),
    ("normalize --provenance p.json a.txt", 0, ""),
    ("normalize --markers bracket a.txt", 0, ""),
    ("normalize --markers footnote a.txt", 0, ""),
    ("normalize --markers none a.txt", 0, ""),
    ("normalize --format text page.rst", 0, "2 segments"),
    ("normalize --format auto a.txt", 0, ""),
    ("normalize --from fr --to en a.txt", 0, ""),
    ("normalize --engine argos a.txt", 0, ""),
    ("normalize --engine apertium --model m a.txt", 0, ""),
    ("normalize --fields a,b.c a.txt", 0, ""),
    ("normalize --on-error skip a.txt", 0, ""),
    ("normalize --on-doubt keep a.txt", 0, "1 segment translated"),
    ("normalize --on-doubt translate a.txt", 0, "1 doubtful"),
    ("normalize --output-format text a.txt", 0, "2 segments"),
    ("normalize --config= a.txt", 0, "2 segments"),
    ("normalize --config empty.toml a.txt", 0, "2 segments"),
    ("normalize --check --config but.toml a.txt", 0, "a.txt: skipped, but.toml excludes it"),
    ("normalize --check --config but.toml -q a.txt", 0, ""),
    ("normalize --check --output-format json clean.txt", 0, "0 segments to translate"),
    ("normalize -", 0, "stdin: nothing to translate"),
    ("normalize", 0, "stdin: nothing to translate"),
    ("normalize --version", 0, ""),
    ("normalize --help", 0, ""),
    ("normalize -h", 0, ""),
    ("onetongue --version", 0, ""),
    ("onetongue --help", 0, ""),
    ("onetongue detect a.txt clean.txt", 0, ""),
    ("onetongue detect --json a.txt", 0, ""),
    ("onetongue detect -", 0, ""),
    ("onetongue explain a.txt", 0, ""),
    ("onetongue explain clean.txt", 0, "no candidate"),
    ("onetongue translate a.txt", 0, ""),
    ("onetongue translate", 0, ""),
    ("onetongue models path --from xx", 0, ""),
    # Found.
    ("normalize --check a.txt", 1, "a.txt: 2 segments to translate"),
    ("normalize --check -q a.txt", 1, ""),
    ("normalize --check clean.txt a.txt", 1, ""),
    ("normalize --check --diff a.txt", 1, ""),
    ("normalize --check --output-format json a.txt", 1, "a.txt: 2 segments to translate"),
    ("normalize --check --output-format github a.txt", 1, ""),
    ("normalize --check --output-format sarif a.txt", 1, ""),
    ("normalize --check --output-format junit -q a.txt", 1, ""),
    # Usage.
    ("normalize --nonsense", 2, "No such option"),
    ("normalize a.txt b.txt", 2, "several files need --in-place, --check or --diff"),
    ("normalize -o out.txt a.txt b.txt", 2, "takes one document"),
    ("normalize -o out.txt -i a.txt", 2, "cannot be combined"),
    ("normalize -o out.txt --diff a.txt", 2, "cannot be combined"),
    ("normalize --check -i a.txt", 2, "which write nothing"),
    ("normalize --diff -i a.txt", 2, "which write nothing"),
    ("normalize -i -", 2, "standard input has no place"),
    ("normalize -i", 2, "standard input has no place"),
    ("normalize --check - -", 2, "only once"),
    ("normalize --provenance p.json -i a.txt b.txt", 2, "account of one document"),
    ("normalize --provenance p.json --check a.txt", 2, "cannot be combined"),
    ("normalize --provenance p.json --diff a.txt", 2, "cannot be combined"),
    ("normalize --provenance - a.txt", 2, "name a file"),
    ("normalize --report r.html a.txt", 0, ""),
    ("normalize --report r.html --check a.txt", 2, "cannot be combined"),
    ("normalize --report a.txt a.txt", 2, "would replace the document"),
    ("normalize --report p --provenance p a.txt", 2, "need a file each"),
    ("normalize --provenance a.txt a.txt", 2, "would replace the document"),
    ("normalize --provenance o.txt -o ./o.txt a.txt", 2, "would replace the document"),
    ("normalize --markers stars a.txt", 2, "--markers"),
    ("normalize --format rst a.txt", 2, "--format"),
    ("normalize --engine best a.txt", 2, "--engine"),
    ("normalize --on-error cry a.txt", 2, "--on-error"),
    ("normalize --provenance-key k a.txt", 2, "needs --provenance"),
    ("normalize --on-doubt cry a.txt", 2, "--on-doubt"),
    ("normalize --min-confidence 2 a.txt", 2, "--min-confidence"),
    ("normalize --min-confidence high a.txt", 2, "--min-confidence"),
    ("normalize --output-format sarif a.txt", 2, "needs --check"),
    ("normalize --check --diff --output-format json a.txt", 2, "without --diff"),
    ("normalize --check --output-format xml a.txt", 2, "--output-format"),
    ("onetongue nonsense", 2, "nonsense"),
    ("onetongue detect", 2, "FILE"),
    ("onetongue detect --json a.txt clean.txt", 2, "takes one file"),
    ("onetongue verify a.txt", 2, "PROVENANCE"),
    # Any other error.
    ("normalize missing.txt", 3, "missing.txt: No such file or directory"),
    ("normalize folder", 3, "folder: Is a directory"),
    ("normalize page.rst", 3, "does not read .rst files"),
    (
        "normalize --check page.rst a.txt",
        3,
        "does not read .rst files; --format text reads it as plain text",
    ),
    ("normalize script", 3, "script: this version does not read scripts;"),
    ("normalize image.png", 3, "looks like a PNG file, not text"),
    ("normalize nomodel.txt", 3, "onetongue models install fr en"),
    ("normalize --on-doubt fail a.txt", 3, "untranslated"),
    ("normalize -o no/such/out.txt a.txt", 3, "no/such/out.txt: cannot be written"),
    ("normalize --provenance p --provenance-key k a.txt", 3, "only records of JSON Lines"),
    ("normalize --provenance no/p.json -i a.txt", 3, "no/p.json: cannot be written"),
    ("normalize --check missing.txt a.txt", 3, "missing.txt"),
    ("normalize --check a.txt missing.txt", 3, "missing.txt"),
    ("normalize bug.txt", 3, "this is a bug"),
    ("normalize --check --output-format sarif a.txt missing.txt", 3, "missing.txt"),
    ("normalize --config missing.toml a.txt", 3, "missing.toml: No such file"),
    ("normalize --config a.txt a.txt", 3, "a.txt: not TOML"),
    ("onetongue detect missing.txt a.txt", 3, "missing.txt"),
    ("onetongue explain image.png", 3, "PNG"),
    ("onetongue translate missing.txt", 3, "missing.txt"),
    ("onetongue verify a.txt missing.json", 3, "missing.json"),
    ("onetongue verify a.txt b.txt", 3, "b.txt:1:1: not JSON"),
    ("onetongue revert missing.txt a.txt", 3, "not JSON"),
]


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(("line", "code", "message"), EXITS, ids=[line for line, *_ in EXITS])
def test_exit_codes(run: Run, line: str, code: int, message: str) -> None:
    ran = run(*line.split())
    assert ran.code == code, ran.err
    assert message in " ".join(ran.err.split())
    if code == 3:
        errors = [said for said in ran.err.splitlines() if "to translate" not in said]
        assert len(errors) == 1, "an error is one line"
    if not message and ("-q" in line or "--quiet" in line):
        assert ran.err == ""


@pytest.mark.parametrize("line", [line for line, code, _ in EXITS if code in (2, 3)])
def test_after_an_error_everything_is_as_it_was(
    run: Run, line: str, files: dict[str, bytes], tmp_path: Path
) -> None:
    run(*line.split())
    found = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert found == files


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("arguments", [("--check",), ("--diff",), ("--check", "--diff"), ()])
def test_nothing_is_written_unless_asked_for(
    run: Run, arguments: tuple[str, ...], files: dict[str, bytes], tmp_path: Path
) -> None:
    run("normalize", *arguments, "a.txt")
    found = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert found == files


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x",
        CLEAN.encode(),
        b"\xef\xbb\xbfEnglish.\r\n",
        b"\xff\xfeE\x00\n\x00",
        b"caf\xe9 au lait\r",
        b"a\x00b\n",
    ],
)
def test_without_french_the_bytes_come_out_as_they_went_in(run: Run, content: bytes) -> None:
    assert run("normalize", "-q", stdin=content) == Ran(0, content, "")


@pytest.mark.usefixtures("files")
def test_the_document_goes_where_it_is_asked_to(run: Run, tmp_path: Path) -> None:
    expected = run("normalize", "-q", "a.txt").out
    assert "⟦fr→en 1: The Russian minister" in expected.decode()
    assert run("normalize", "-q", "-o", "out.txt", "a.txt").out == b""
    assert (tmp_path / "out.txt").read_bytes() == expected
    assert run("normalize", "-q", "-i", "a.txt", "b.txt").out == b""
    assert (tmp_path / "a.txt").read_bytes() == (tmp_path / "b.txt").read_bytes() == expected
    assert run("normalize", "-q", "-o", "a.txt", "a.txt").code == 0
    assert (tmp_path / "a.txt").read_bytes() == expected, "normalizing twice changes nothing"
    assert run("normalize", "-q", "-", stdin=SOURCE.encode()).out == expected


@pytest.mark.usefixtures("files")
def test_the_encoding_survives_and_is_stated(run: Run) -> None:
    ran = run("normalize", "--markers", "none", "latin.txt")
    original, translation = next(iter(FRENCH.items()))  # a doubt has no marker to say so
    assert ran.out == SOURCE.replace(original, translation).encode("cp1252")
    assert "latin.txt: not UTF-8, read as cp1252" in ran.err
    ran = run("normalize", "--markers", "bracket", "latin.txt")
    assert (ran.code, ran.out) == (3, b"")
    assert "cannot write '⟦'" in ran.err
    said = "latin.txt: cp1252 has no ⟦ ⟧, so footnotes mark what was translated\n"
    assert said in run("normalize", "latin.txt").err
    assert said not in run("normalize", "--markers", "footnote", "latin.txt").err
    assert said not in run("normalize", "-q", "latin.txt").err


@pytest.mark.usefixtures("files")
def test_one_bad_file_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    ran = run("normalize", "-i", "a.txt", "missing.txt", "image.png", "b.txt")
    assert ran.code == 3
    assert "missing.txt" in ran.err
    assert "image.png" in ran.err
    assert (tmp_path / "a.txt").read_bytes() == (tmp_path / "b.txt").read_bytes() != SOURCE.encode()


@pytest.mark.usefixtures("files")
def test_check_says_where(run: Run, tmp_path: Path) -> None:
    long = next(iter(FRENCH))
    (tmp_path / "marked.txt").write_bytes(f"\ufeff{long}\r\n\r\n- {DOUBTFUL}\r\n".encode())
    ran = run("normalize", "--check", "-q", "a.txt", "marked.txt")
    assert ran.out.decode().splitlines() == [
        f'a.txt:3:1: fr caption "{long}"',
        f'a.txt:5:1: fr heading "{DOUBTFUL}"',
        f'marked.txt:1:1: fr paragraph "{long}"',
        f'marked.txt:3:3: fr paragraph "{DOUBTFUL}"',
    ]


def test_check_shortens_and_folds(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Le ministre des affaires étrangères a été reçu à Paris, où\nil a parlé de tout."
    monkeypatch.setitem(FRENCH, text, "x")
    shown = run("normalize", "--check", "-q", stdin=text.encode()).out.decode()
    assert shown == (
        'stdin:1:1: fr paragraph "Le ministre des affaires étrangères a été reçu à Paris, où…"\n'
    )


@pytest.mark.usefixtures("files")
def test_diff_is_the_documents_diff(run: Run) -> None:
    ran = run("normalize", "--diff", "a.txt")
    lines = ran.out.decode().splitlines()
    assert lines[0] == "--- a/a.txt"
    assert f"-{DOUBTFUL}" in lines
    both = run("normalize", "--check", "--diff", "a.txt")
    assert both.out.endswith(ran.out)
    assert both.out.startswith(b"a.txt:3:1: fr caption")
    latin = run("normalize", "--diff", "--markers", "none", "latin.txt").out
    assert next(iter(FRENCH)).encode("cp1252") in latin


@pytest.mark.usefixtures("files")
def test_provenance_leads_back(run: Run, tmp_path: Path) -> None:
    ran = run("normalize", "-i", "--provenance", "p.json", "a.txt")
    assert ran.code == 0
    account = json.loads((tmp_path / "p.json").read_bytes())
    assert account["source"]["name"] == "a.txt"
    assert revert((tmp_path / "a.txt").read_bytes().decode(), account) == SOURCE

    verified = run("onetongue", "verify", "a.txt", "p.json", "--source", "b.txt")
    assert (verified.code, verified.out) == (0, b"")
    assert "verified" in verified.err
    assert run("onetongue", "verify", "-q", "a.txt", "p.json") == Ran(0, b"", "")
    assert run("onetongue", "revert", "a.txt", "p.json") == Ran(0, SOURCE.encode(), "")
    assert run("onetongue", "revert", "a.txt", "p.json", "-o", "a.txt").code == 0
    assert (tmp_path / "a.txt").read_bytes() == SOURCE.encode()

    assert run("onetongue", "verify", "a.txt", "p.json").code == 3
    assert run("onetongue", "revert", "clean.txt", "p.json").code == 3
    assert run("onetongue", "verify", "b.txt", "p.json", "--source", "clean.txt").code == 3
    assert re.search(
        r"^latin.txt: the output was changed .*byte \d+ is not valid utf-8, record 1 .* between byte",
        run("onetongue", "verify", "latin.txt", "p.json").err,
    )


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("a.txt", r"a\.txt: the output was changed after it was written: .*byte {at} is the first"),
        ("b.txt", r"a\.txt: the source is not the one the output was made of: byte {at} is the"),
        ("p.json", r"(a\.txt: the |p\.json:|^)provenance|p\.json:\d+:\d+: not JSON|p\.json: not a"),
    ],
)
def test_verify_names_the_file_at_fault_and_the_byte(
    run: Run, tmp_path: Path, file: str, message: str
) -> None:
    assert run("normalize", "-i", "--provenance", "p.json", "a.txt").code == 0
    content = (tmp_path / file).read_bytes()
    for at in range(0, len(content), max(1, len(content) // 25)):
        if file == "p.json" and content[at : at + 1].isspace():
            continue
        touched = bytes([*content[:at], content[at] ^ 0x81, *content[at + 1 :]])
        (tmp_path / file).write_bytes(touched)
        ran = run("onetongue", "verify", "a.txt", "p.json", "--source", "b.txt")
        assert (ran.code, ran.out, ran.err.count("\n")) == (3, b"", 1)
        assert re.match(message.format(at=at), ran.err)
        (tmp_path / file).write_bytes(content)
    assert run("onetongue", "verify", "a.txt", "p.json", "--source", "b.txt").code == 0


@pytest.mark.usefixtures("files")
def test_the_report_is_a_page_of_the_document(run: Run, tmp_path: Path) -> None:
    assert run("normalize", "--report", "r.html", "-o", "o.txt", "a.txt").code == 0
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "a.txt" in page


@pytest.mark.usefixtures("files")
def test_provenance_is_written_without_french_too(run: Run, tmp_path: Path) -> None:
    assert run("normalize", "--provenance", "p.json", "clean.txt").out == CLEAN.encode()
    assert json.loads((tmp_path / "p.json").read_bytes())["records"] == []


@pytest.mark.usefixtures("files")
def test_normalizing_twice_keeps_the_way_back(run: Run, tmp_path: Path) -> None:
    again = ("normalize", "-i", "--markers", "none", "--provenance", "p.json", "a.txt")
    run(*again)
    account = (tmp_path / "p.json").read_bytes()
    assert "p.json: kept" in run(*again).err
    assert (tmp_path / "p.json").read_bytes() == account
    assert run("onetongue", "revert", "a.txt", "p.json").out == SOURCE.encode()


def test_provenance_of_legacy_encodings_leads_back(run: Run, tmp_path: Path) -> None:
    content = SOURCE.replace("\n", "\r\n").encode("cp1252")
    (tmp_path / "a.txt").write_bytes(content)
    run("normalize", "-i", "--markers", "none", "--provenance", "p.json", "a.txt")
    assert (tmp_path / "a.txt").read_bytes() != content
    assert run("onetongue", "revert", "a.txt", "p.json").out == content


def test_provenance_in_the_records_leads_back(run: Run, tmp_path: Path) -> None:
    content = b"".join(json.dumps({"a": text}).encode() + b"\n" for text in (CLEAN, SOURCE))
    (tmp_path / "a.jsonl").write_bytes(content)
    run("normalize", "-i", "--provenance", "p.jsonl", "--provenance-key", "_ot", "a.jsonl")
    assert b'"_ot"' in (tmp_path / "a.jsonl").read_bytes()
    assert run("onetongue", "verify", "a.jsonl", "p.jsonl").code == 0
    assert run("onetongue", "revert", "a.jsonl", "p.jsonl").out == content


@pytest.mark.usefixtures("files")
def test_detect_json_has_the_documented_keys(run: Run) -> None:
    found = json.loads(run("onetongue", "detect", "--json", "a.txt").out)
    evidence = Normalizer().detect(SOURCE)[0].evidence
    assert [SOURCE[one["start"] : one["end"]] for one in found] == list(FRENCH)
    assert found[0] == {
        "start": 13,
        "end": 63,
        "text": next(iter(FRENCH)),
        "kind": "caption",
        "language": "fr",
        "confidence": round(evidence.confidence, 4),
        "reason": evidence.reason,
    }
    assert run("onetongue", "detect", "--json", "clean.txt").out == b"[]\n"


def test_what_is_no_prose_is_listed_by_detect_and_explain_alone(run: Run, tmp_path: Path) -> None:
    code = "nom = prix[i]; total = {nom};"
    (tmp_path / "a.txt").write_text(f"{SOURCE}\n\n{code}\n", encoding="utf-8")
    line = SOURCE.count("\n") + 3
    said = f'a.txt: line {line}: not prose: "{code}"'
    assert run("onetongue", "explain", "a.txt").text.splitlines()[-1] == said
    detected = run("onetongue", "detect", "a.txt")
    assert said not in detected.text
    assert said in detected.err
    assert "not prose" not in run("normalize", "--check", "a.txt").err


def test_explain_gives_every_candidate_its_reasons(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{SOURCE}\n{ALONE}\n", encoding="utf-8")
    lines = run("onetongue", "explain", "a.txt").text.splitlines()
    detection = Normalizer().explain(f"{SOURCE}\n{ALONE}\n")
    why, why_not = detection.segments[0].evidence, detection.left_alone[-1].evidence
    assert lines[:3] == [
        f'a.txt:3:1: translate: fr caption "{next(iter(FRENCH))}"',
        f"    confidence {why.confidence:.3f}: {why.reason}",
        "    layout: short block below the headline that ends with a place and a date",
    ]
    assert re.fullmatch(r"    words: (\w+ [+-]\d\.\d, )+18 -\d\.\d", lines[3])
    assert lines[-2:] == [
        f'a.txt:9:1: leave alone: fr phrase "{ALONE}"',
        f"    confidence {why_not.confidence:.3f}: {why_not.reason}",
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("", ""),
        ("\n\n", "\n\n"),
        ("a\nb", "said a\nsaid b"),
        ("a\r\n\r\n\tb\r\n", "said a\r\n\r\n\tsaid b\r\n"),
        ("\ufeff a \u2028 b\n", "\ufeff said a b\n"),
    ],
)
def test_translate_gives_a_line_for_a_line(run: Run, given: str, expected: str) -> None:
    assert run("onetongue", "translate", stdin=given.encode()).out.decode() == expected


def test_models_path_names_folders_and_the_package(run: Run) -> None:
    out = run("onetongue", "models", "path", "--from", "xx").out.decode()
    assert out.startswith("searched: ")
    assert out.endswith("xx to en: no package\n")


@pytest.mark.usefixtures("files")
def test_a_bug_is_one_line_unless_debugging(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run("normalize", "bug.txt")
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, b"", 1)
    assert "ZeroDivisionError: division by zero in line 2" in ran.err
    monkeypatch.setenv("ONETONGUE_DEBUG", "1")
    assert "Traceback" in run("normalize", "bug.txt").err


def test_an_interrupt_exits_like_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(Normalizer, "normalize_document", interrupt)
    ran = run("normalize", stdin=b"x")
    assert (ran.code, ran.out) == (130, b"")
    assert "Traceback" not in ran.err


def test_a_file_over_the_limit_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onetongue.formats.MAX_BYTES", 10)
    monkeypatch.setattr("onetongue.formats.encoding.MAX_BYTES", 10)
    ran = run("normalize", stdin=b"x" * 20)
    assert ran.code == 3
    assert "larger than" in ran.err


@pytest.mark.parametrize("program", ["normalize", "onetongue"])
def test_help_loads_nothing_heavy(program: str) -> None:
    heavy = (
        "argostranslate ctranslate2 sentencepiece numpy onnxruntime langdetect "
        "charset_normalizer rich"
    )
    code = (
        f"import sys, onetongue.cli as cli\n"
        f"try: cli.{program}_main(['--help'])\n"
        f"except SystemExit: print('LOADED', [m for m in '{heavy}'.split() if m in sys.modules])"
    )
    shown = python(code).text
    assert f"Usage: {program} [OPTIONS]" in shown
    assert shown.endswith("LOADED []\n")


def test_the_package_is_the_onetongue_command() -> None:
    module = (sys.executable, "-m", "onetongue")
    assert spawn(*module, "--help").text.startswith("Usage: onetongue [OPTIONS]")
    assert spawn(*module, "nonsense").code == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows has no broken pipes")
def test_a_reader_that_leaves_is_no_error(tmp_path: Path) -> None:
    code = (
        "import os, sys; from onetongue.cli import onetongue_main;"
        "read, write = os.pipe(); os.close(read); os.dup2(write, 1);"
        "onetongue_main(['models', 'path', '--from', 'xx'])"
    )
    ran = python(code)
    assert (ran.code, ran.err) == (141, "")


def test_the_real_pipeline_leaves_english_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(CLEAN, encoding="utf-8")
    code = "import sys; from onetongue.cli import normalize_main; normalize_main(sys.argv[1:])"
    assert python(code, "-q", str(path)) == Ran(0, CLEAN.encode(), "")
