"""`onetongue memory`: what goes in comes out, and errors leave everything as it was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from support import command
from support.command import Ran

from onetongue.terms.entry import Entry
from onetongue.terms.memory import Memory

if TYPE_CHECKING:
    from pathlib import Path

    from support.command import Run

MACHINE = Entry("le chat", "the cat", "fr", "en", "argos 1.9", "engine", 0.8, uses=12)
PERSON = Entry("le chat", "the tomcat", "fr", "en")
GERMAN = Entry("der Hund", "le chien", "de", "fr")
TMX = (
    '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>cat</seg></tuv>'
    '<tuv xml:lang="fr"><seg>chat</seg></tuv></tu></body></tmx>'
)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a command line in a folder with a memory and some files."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795451400")
    with Memory("old.db") as memory:
        memory.add([MACHINE, PERSON, GERMAN])
    (tmp_path / "good.tmx").write_text(TMX, "utf-8")
    (tmp_path / "bad.tmx").write_text(TMX[:-7], "utf-8")
    (tmp_path / "text.txt").write_text("le chat\n", "utf-8")

    return partial(command.run, "onetongue", "memory")


# Command line, exit code, what stderr says.
EXITS = [
    ("stats old.db", 0, ""),
    ("export old.db", 0, ""),
    ("export old.db -o -", 0, ""),
    ("export old.db --from it", 0, ""),
    ("export old.db -o new.tmx", 0, ""),
    ("import old.db good.tmx", 0, "good.tmx: 1 en to fr"),
    ("import new.db good.tmx", 0, "good.tmx: 1 en to fr"),
    ("import new.db --both-ways good.tmx", 0, "good.tmx: 1 en to fr, 1 fr to en"),
    ("import new.db -", 3, "stdin:1: not XML"),
    ("--help", 0, ""),
    ("stats", 2, "MEMORY"),
    ("import old.db", 2, "FILE"),
    ("export old.db -o ./old.db", 2, "would replace the memory"),
    ("nonsense", 2, "nonsense"),
    ("stats missing.db", 3, "missing.db: No such file"),
    ("export missing.db", 3, "missing.db: No such file"),
    ("stats text.txt", 3, "text.txt: file is not a database"),
    ("import text.txt good.tmx", 3, "text.txt: file is not a database"),
    ("import new.db missing.tmx", 3, "missing.tmx: No such file"),
    ("import new.db bad.tmx", 3, "bad.tmx:1: not XML"),
    ("import new.db text.txt", 3, "text.txt:1: not XML"),
    ("import no/new.db good.tmx", 3, "new.db: unable to open"),
    ("export old.db -o no/new.tmx", 3, "no/new.tmx: cannot be written"),
]


@pytest.mark.parametrize(("line", "code", "message"), EXITS, ids=[line for line, *_ in EXITS])
def test_exit_codes(run: Run, line: str, code: int, message: str, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    ran = run(*line.split())
    assert ran.code == code, ran.err
    assert message in " ".join(ran.err.split())
    if code == 3:
        assert len(ran.err.splitlines()) == 1, "an error is one line"
    if code:
        assert ran.out == b""
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_stats_are_a_table(run: Run) -> None:
    assert run("stats", "old.db").text == (
        "from  to  origin  entries  uses\n"
        "de    fr  human         1     0\n"
        "fr    en  engine        1    12\n"
        "fr    en  human         1     0\n"
    )
    Memory("empty.db").close()
    assert run("stats", "empty.db").text == "from  to  origin  entries  uses\n"


def test_what_is_exported_can_be_imported(run: Run, tmp_path: Path) -> None:
    exported = run("export", "old.db").text
    assert exported.startswith("<?xml")
    assert exported.endswith("</tmx>\n")
    assert run("export", "old.db", "--output", "new.tmx").out == b""
    assert (tmp_path / "new.tmx").read_text("utf-8") == exported
    ran = run("import", "new.db", "new.tmx", "new.tmx")
    assert ran == Ran(0, b"", "new.tmx: 1 de to fr, 2 fr to en\n" * 2)
    assert run("import", "piped.db", "-", stdin=exported.encode()).code == 0
    for copy in ("new.db", "piped.db"):
        assert run("export", copy).text == exported
        assert run("stats", copy).text == run("stats", "old.db").text


def test_only_the_languages_asked_for_are_exported(run: Run) -> None:
    for options, sources in {
        ("--from", "fr"): ["the cat", "the tomcat"],
        ("--to", "fr"): ["le chien"],
        ("--from", "fr", "--to", "en"): ["the cat", "the tomcat"],
        ("--from", "de", "--to", "en"): [],
    }.items():
        exported = run("export", "old.db", *options).text
        everything = ("the cat", "the tomcat", "le chien")
        assert [text for text in everything if f"<seg>{text}<" in exported] == sources


def test_a_bad_file_does_not_stop_the_others(run: Run) -> None:
    ran = run("import", "new.db", "bad.tmx", "good.tmx")
    assert ran.code == 3
    assert "bad.tmx:1: not XML" in ran.err
    assert "good.tmx: 1 en to fr" in ran.err
    with Memory("new.db") as memory:
        assert [entry.target for entry in memory.entries()] == ["chat"]


def test_a_file_without_translations_says_so(run: Run) -> None:
    assert run("import", "old.db", "-", stdin=b"<tmx/>").err == "stdin: no translations\n"
