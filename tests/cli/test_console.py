"""How a command ends, and what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import typer

from onetongue.cli.console import each, name_of, read, refuse, report, say, write
from onetongue.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def code_of(call: Callable[[], object]) -> int:
    with pytest.raises(typer.Exit) as stopped:
        call()
    return stopped.value.exit_code


def broken(error: Exception) -> bool:
    raise error


@pytest.mark.parametrize("files", [[], ["a"], ["a", "b"]])
def test_clean_files_are_no_news(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert code_of(lambda: each(files, lambda _: False)) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("found", "code"),
    [((True,), 1), ((False, True), 1), ((True, False), 1), ((None, True), 3), ((True, None), 3)],
)
def test_the_worst_is_told(found: tuple[bool | None, ...], code: int) -> None:
    answers = iter(found)

    def work(_: str) -> bool:
        answer = next(answers)
        return broken(InputError("bad")) if answer is None else answer

    assert code_of(lambda: each(["x"] * len(found), work)) == code
    assert next(answers, "all were done") == "all were done"


def test_what_is_no_error_of_a_file_is_not_caught() -> None:
    with pytest.raises(KeyError):
        each(["a"], lambda _: broken(KeyError("x")))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (InputError("a.txt: line 1: bad"), "a.txt: line 1: bad"),
        (InputError("two\nlines"), "two lines"),
        (FileNotFoundError(2, "No such file", "a.txt"), "a.txt: No such file"),
        (OSError("of no kind"), "of no kind"),
        (KeyError("x"), "this is a bug, please report it (ONETONGUE_DEBUG=1 shows where): KeyError: 'x'"),
    ],
)  # fmt: skip
def test_an_error_is_one_line(
    error: Exception,
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("ONETONGUE_DEBUG", raising=False)
    assert report(error) == 3
    assert capsys.readouterr() == ("", f"{said}\n")


@pytest.mark.parametrize(("debug", "lines"), [("0", 1), ("1", 2)])
def test_only_who_debugs_sees_where(
    debug: str, lines: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONETONGUE_DEBUG", debug)
    report(InputError("bad"))
    assert len(capsys.readouterr().err.splitlines()) == lines


def test_messages_are_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    say("one\r\ntwo\u2028three")
    assert capsys.readouterr() == ("", "one two three\n")


def test_a_usage_error_names_the_option() -> None:
    with pytest.raises(typer.BadParameter, match="needs a file") as error:
        refuse("--report", "needs a file")
    assert error.value.exit_code == 2


def test_names() -> None:
    assert (name_of("-"), name_of("a/-"), name_of("a.txt")) == ("stdin", "a/-", "a.txt")


def test_a_name_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read("a\0b")
    with pytest.raises(FileNotFoundError):
        read(str(tmp_path / "none.txt"))


def test_no_more_is_read_than_it_takes_to_refuse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 20)
    monkeypatch.setattr("onetongue.formats.MAX_BYTES", 10)
    assert read(str(tmp_path / "a.txt")) == b"x" * 11


@pytest.mark.parametrize("path", [None, "-"])
def test_without_a_path_it_goes_to_standard_output(
    path: str | None, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert write(path, b"\xff\r\n")
    assert capsysbinary.readouterr() == (b"\xff\r\n", b"")


def test_a_file_is_only_written_if_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert write(str(path), b"one") is True
    assert write(str(path), b"one") is False
    assert path.read_bytes() == b"one"
