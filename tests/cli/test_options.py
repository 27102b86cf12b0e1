"""The options of `Options` on the command line: which command takes which, and what it makes of it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import pytest

from onetongue.cli import normalize_main, onetongue_main
from onetongue.cli.options import new_app, with_options
from onetongue.document import Options

if TYPE_CHECKING:
    from pathlib import Path

# What is written, the field it is for, and what the field then is.
FLAGS: list[tuple[str, str, Any]] = [
    ("--from es", "source", ("es",)),
    ("--from fr,es", "source", ("fr", "es")),
    ("--from=,fr,,", "source", ("fr",)),
    ("--from=", "source", ()),
    ("--to de", "target", "de"),
    ("--markers bracket", "markers", "bracket"),
    ("--markers footnote", "markers", "footnote"),
    ("--markers attributes", "markers", "attributes"),
    ("--markers none", "markers", "none"),
    ("--format html", "format", "html"),
    ("--fields a", "fields", ("a",)),
    ("--fields a,b.c", "fields", ("a", "b.c")),
    ("--fields=", "fields", ()),
    ("--on-error skip", "on_error", "skip"),
    ("--on-doubt keep", "on_doubt", "keep"),
    ("--parallel keep", "parallel", "keep"),
    ("--parallel drop", "parallel", "drop"),
    ("--min-confidence 0", "min_confidence", 0.0),
    ("--min-confidence .25", "min_confidence", 0.25),
    ("--min-confidence 1", "min_confidence", 1.0),
    ("--engine apertium", "engine", "apertium"),
    ("--model m.argosmodel", "model", "m.argosmodel"),
    ("--glossary terms.tsv", "glossary", "terms.tsv"),
    ("--memory m.sqlite", "memory", "m.sqlite"),
]
# What an option may not be: a usage error.
REFUSED = [
    "--markers stars",
    "--format pdf",
    "--on-error cry",
    "--on-doubt cry",
    "--parallel skip",
    "--engine best",
    "--min-confidence -0.1",
    "--min-confidence 1.1",
    "--min-confidence high",
]
EVERY = {field.name for field in dataclasses.fields(Options)}
LOOKS = {"source", "target", "format", "fields", "on_error", "min_confidence"}
COMMANDS = {
    "normalize": EVERY,
    "onetongue detect": LOOKS,
    "onetongue explain": LOOKS,
    "onetongue translate": {"source", "target", "engine", "model", "glossary", "memory"},
    "onetongue models path": {"source", "target"},
}
BUILDING = [command for command in COMMANDS if command != "onetongue models path"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository with one document."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.txt").write_text("Only English here, and nothing else.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(command: str, *arguments: str) -> object:
    program, *subcommands = command.split()
    main = normalize_main if program == "normalize" else onetongue_main
    file = [] if command.endswith("path") else ["a.txt"]
    with pytest.raises(SystemExit) as stopped:
        main([*subcommands, *arguments, *file])
    return stopped.value.code


# No change first.


@pytest.mark.parametrize("command", BUILDING)
def test_without_a_flag_the_options_are_the_defaults(spy: list[Options], command: str) -> None:
    assert run(command) == 3
    assert spy == [Options()]


@pytest.mark.parametrize("command", BUILDING)
@pytest.mark.parametrize("flag", FLAGS, ids=[flag for flag, *_ in FLAGS])
def test_a_flag_sets_its_option_and_no_other(
    spy: list[Options],
    capfd: pytest.CaptureFixture[str],
    command: str,
    flag: tuple[str, str, Any],
) -> None:
    written, field, value = flag
    code = run(command, *written.split())
    if field in COMMANDS[command]:
        assert (code, spy) == (3, [Options(**{field: value})])
    else:
        assert (code, spy) == (2, [])
        assert "No such option: --" in capfd.readouterr().err


@pytest.mark.parametrize("flag", REFUSED)
def test_what_an_option_may_not_be_is_a_usage_error(
    spy: list[Options], capfd: pytest.CaptureFixture[str], flag: str
) -> None:
    name, value = flag.split()
    assert run("normalize", name, value) == 2
    assert f"Invalid value for '{name}': " in capfd.readouterr().err
    assert spy == []


def test_every_option_has_a_flag_here() -> None:
    assert {field for _, field, _ in FLAGS} == EVERY


@pytest.mark.parametrize(
    ("flags", "code", "shown"),
    [
        ("--from xx", 0, ["xx to en: no package"]),
        ("--from xx,yy --to zz", 0, ["xx to zz: no package", "yy to zz: no package"]),
        ("--from=", 0, []),
        ("--config=", 2, []),
        ("--engine argos", 2, []),
    ],
)
def test_the_path_of_models_takes_the_languages(
    capfd: pytest.CaptureFixture[str], flags: str, code: int, shown: list[str]
) -> None:
    assert run("onetongue models path", *flags.split()) == code
    lines = capfd.readouterr().out.splitlines()
    assert [line for line in lines if not line.startswith("searched: ")] == shown


def test_no_language_is_an_error_of_the_library(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("normalize", "--from", ",") == 3
    assert capfd.readouterr().err == "source names no language: give one such as fr\n"


def test_the_options_stand_where_the_command_has_them(capsys: pytest.CaptureFixture[str]) -> None:
    given = []
    app = new_app()

    @app.command()
    @with_options("memory", "source", config=False)
    def command(*, first: bool = False, options: Options, last: bool = False) -> None:
        given.append((first, options, last))

    app(["--last", "--from", "fr,es"], standalone_mode=False)
    assert given == [(False, Options(source=("fr", "es")), True)]
    app(["--help"], standalone_mode=False)
    shown = capsys.readouterr().out
    assert "--config" not in shown
    places = [shown.index(f"--{name}") for name in ("first", "memory", "from", "last")]
    assert places == sorted(places)
