"""What `normalize` says of each file when it is done with it: what is doubtful, and what went astray."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from support import command
from support.engine import Engine
from support.word import p, r, word

if TYPE_CHECKING:
    from pathlib import Path

    from support.command import Run

PROSE = "The committee met on Thursday and decided to postpone the vote until the spring."
RIGHT = "Le maire a refusé de répondre à nos questions."
WRONG = "Les 48 députés ont voté contre la réforme."
ENGLISH = {
    RIGHT: "The mayor refused to answer our questions.",
    WRONG: "The 84 members voted against the reform.",
    "Le chat noir dort sur le canapé de la voisine.": "The black cat sleeps on the neighbour's sofa.",
}
PARTS = [PROSE, WRONG, PROSE, RIGHT, PROSE, WRONG, PROSE]
TEXT = "\n\n".join(PARTS) + "\n"
CUES = "\n".join(
    f"{i}\n00:00:{i:02}.000 --> 00:00:{i:02}.900\n{one}\n" for i, one in enumerate(PARTS, 1)
)
# Every format, and where in it the wrong ones stand.
DOCUMENTS = {
    "a.txt": (TEXT.encode(), "lines 3, 11"),
    "mac.txt": (TEXT.replace("\n", "\r").encode("utf-16"), "lines 3, 11"),
    "a.md": (f"---\ntitle: The vote\n---\n\n{TEXT}".encode(), "lines 7, 15"),
    "a.html": ("".join(f"<p>\n{one}\n</p>\n" for one in PARTS).encode(), "lines 5, 17"),
    "a.docx": (word("".join(p(r(one)) for one in PARTS)), "document, paragraphs 2, 6"),
    "a.vtt": (f"WEBVTT\n\n{CUES}".encode(), "lines 9, 25"),
    "a.json": (json.dumps({f"k{i}": one for i, one in enumerate(PARTS)}, indent=1).encode(), "lines 3, 7"),
    "a.jsonl": ("".join(json.dumps({"a": one}) + "\n" for one in PARTS).encode(), "lines 2, 6"),
}  # fmt: skip


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command line in a folder with these documents, and an engine that mangles a number."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("onetongue.rounds.choose", lambda *_: Engine(ENGLISH))
    for name, (content, _) in DOCUMENTS.items():
        (tmp_path / name).write_bytes(content)
    return command.run


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_doubtful_ones_are_named_in_every_format(name: str, run: Run) -> None:
    where = DOCUMENTS[name][1]
    summary = f"{name}: 3 segments translated, 2 doubtful: {where}\n"
    assert run("normalize", name, "-o", "out").err.endswith(summary)
    assert run("normalize", name, "-o", "out", "--markers", "none").err.endswith(summary)
    assert run("normalize", name, "-o", "out", "-q").err == ""


@pytest.mark.parametrize("name", DOCUMENTS)
def test_none_is_written_where_doubt_keeps_or_fails(name: str, run: Run, tmp_path: Path) -> None:
    ran = run("normalize", name, "--on-doubt", "keep", "-o", "out", "--provenance", "account")
    assert ran.err.endswith(f"{name}: 1 segment translated, 2 left alone\n")
    if not name.endswith(".jsonl"):
        left = json.loads((tmp_path / "account").read_bytes())["left_alone"]
        assert [one["reason"] for one in left] == ["translation doubtful (numbers)"] * 2
    failed = run("normalize", name, "--on-doubt", "fail", "-o", "failed")
    first = DOCUMENTS[name][1].partition(",")[0].replace("lines", "line")
    first = "document, paragraph 2" if name == "a.docx" else first
    assert failed.code == 3
    assert failed.err.endswith(
        f"{name}: {first}: the translation of this paragraph failed its checks (numbers); "
        "--on-doubt keep leaves it as it is\n"
    )


BROKEN = "<p>Le chat<br>noir dort sur le canapé de la voisine.</p>\n"


def test_what_stays_though_it_was_translated_is_named_with_its_line(
    run: Run, tmp_path: Path
) -> None:
    page = f"<p>{PROSE}</p>\n{BROKEN}<p>{RIGHT}</p>\n"
    (tmp_path / "broken.html").write_text(page, encoding="utf-8")
    assert run("normalize", "broken.html", "-o", "out").err.splitlines() == [
        "broken.html: line 2: left alone: its line breaks could not be placed",
        "broken.html: 1 segment translated, 1 left alone",
    ]
    assert run("normalize", "-q", "broken.html", "-o", "out").err == ""
    assert BROKEN in (tmp_path / "out").read_text(encoding="utf-8")


def test_ten_are_named_and_the_rest_counted(run: Run, tmp_path: Path) -> None:
    page = f"<p>{PROSE}</p>\n" + BROKEN * 12
    (tmp_path / "broken.html").write_text(page, encoding="utf-8")
    said = run("normalize", "broken.html", "-o", "out").err.splitlines()
    assert said[9:] == [
        "broken.html: line 11: left alone: its line breaks could not be placed",
        "broken.html: and 2 more, which --provenance tells of",
        "broken.html: 0 segments translated, 12 left alone",
    ]


def test_each_of_several_files_has_its_line(run: Run) -> None:
    said = run("normalize", "-i", "a.txt", "a.md").err.splitlines()
    assert said == [
        "a.txt: 3 segments translated, 2 doubtful: lines 3, 11",
        "a.md: 3 segments translated, 2 doubtful: lines 7, 15",
    ]
    assert run("normalize", "-i", "a.txt").err == "a.txt: nothing to translate\n"


def test_a_comparison_says_the_same(run: Run) -> None:
    assert run("normalize", "--diff", "a.txt").err == (
        "a.txt: 3 segments translated, 2 doubtful: lines 3, 11\n"
    )
    assert run("normalize", "--check", "a.txt").err == "a.txt: 3 segments to translate\n"


def test_links_that_lead_elsewhere_are_told(run: Run, tmp_path: Path) -> None:
    text = f"{PROSE}\n\n# {RIGHT}\n\n# The mayor refused to answer our questions\n\n{PROSE} [a](#the-mayor-refused-to-answer-our-questions)\n"
    (tmp_path / "links.md").write_text(text, encoding="utf-8")
    said = run("normalize", "--markers", "none", "links.md", "-o", "out.md").err.splitlines()
    assert said == [
        "links.md: line 7: the link to #the-mayor-refused-to-answer-our-questions does not lead "
        "where it did: a heading above the one it means was translated",
        "links.md: 1 segment translated",
    ]
    assert run("normalize", "-q", "--markers", "none", "links.md", "-o", "out.md").err == ""
    assert run("normalize", "--markers", "none", "out.md").err == "out.md: nothing to translate\n"


NOTICE = ["The pool is closed on Tuesday.", "Children must be with an adult."]
AVIS = ["La piscine est fermée mardi.", "Les enfants doivent être avec un adulte."]
TOLD = (
    "twice.txt: this looks like a bilingual document: 2 segments, 53 % of it, are a French version "
    "of the English\n"
)


@pytest.fixture
def twice(tmp_path: Path, run: Run) -> Run:
    """The same with a document that is there twice."""
    (tmp_path / "twice.txt").write_text("\n\n".join([*NOTICE, *AVIS]) + "\n", encoding="utf-8")
    return run


@pytest.mark.parametrize(
    ("options", "code", "err"),
    [
        ("--check", 1, f"{TOLD}twice.txt: 2 segments to translate\n"),
        ("--check --parallel drop", 1, f"{TOLD}twice.txt: 2 segments to translate\n"),
        ("--check --parallel keep", 0, f"{TOLD}twice.txt: 0 segments to translate\n"),
        ("--check --parallel keep --quiet", 0, ""),
        ("--parallel keep -o out", 0, f"{TOLD}twice.txt: 0 segments translated, 2 left alone\n"),
        ("--parallel drop -o out", 0, f"{TOLD}twice.txt: 0 segments translated, 2 taken out\n"),
        ("--parallel drop --quiet -o out", 0, ""),
        ("--check --parallel keep a.txt", 1, f"{TOLD}twice.txt: 0 segments to translate\n"),
    ],
)
def test_a_bilingual_document_is_told_of(twice: Run, options: str, code: int, err: str) -> None:
    ran = twice("normalize", "twice.txt", *options.split())
    assert ran.code == code
    assert ran.err.startswith(err)
    assert bool(ran.out) == (code == 1)


def test_explain_says_so_too(twice: Run) -> None:
    assert twice("onetongue", "explain", "twice.txt").text.endswith(TOLD)


def test_what_was_taken_out_comes_back(twice: Run, tmp_path: Path) -> None:
    source = (tmp_path / "twice.txt").read_bytes()
    options = "--parallel drop -o out.txt --provenance account --report page.html".split()
    assert twice("normalize", "twice.txt", *options).code == 0
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == "\n\n".join(NOTICE) + "\n"
    assert "bilingual document: 2 segments" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert twice("onetongue", "verify", "out.txt", "account").code == 0
    assert twice("onetongue", "revert", "out.txt", "account", "-o", "back").code == 0
    assert (tmp_path / "back").read_bytes() == source
    for form in ("xliff", "annotation", "prov"):
        assert twice("onetongue", "export", "account", "--to", form).code == 0
