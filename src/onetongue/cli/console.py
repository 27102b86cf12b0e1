"""Streams, messages and exit codes.

Responsible for: reading and writing files and the standard streams, what is said on stderr, and
how a command ends.
Not responsible for: arguments; what is read or written.

Exit codes: 0 done or clean, 1 `--check` found something, 2 usage, 3 any other error; 130 and 141
are what a shell shows for an interrupt and for a reader that has gone.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from onetongue.errors import InputError, OnetongueError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onetongue.document import Document
    from onetongue.normalizer import Normalizer

FOUND, FAILED, READER_GONE = 1, 3, 141
STDIN = "-"


def run(app: typer.Typer, program: str, arguments: Sequence[str] | None) -> NoReturn:
    """Run and exit; whatever is raised becomes one line on stderr and exit code 3."""
    try:
        app(args=None if arguments is None else list(arguments), prog_name=program)
    except Exception as err:  # the one place: a crash must not exit 1
        sys.exit(report(err))
    sys.exit(0)


def report(error: Exception) -> int:
    """Write one line about `error` to stderr; gives the exit code."""
    if os.environ.get("ONETONGUE_DEBUG") == "1":
        import traceback  # noqa: PLC0415 - only when asked for

        sys.stderr.writelines(traceback.format_exception(error))
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename is not None else ""
        message = f"{where}{error.strerror or error}"
    elif isinstance(error, OnetongueError):
        message = str(error)
    else:
        kind = type(error).__name__
        message = (
            f"this is a bug, please report it (ONETONGUE_DEBUG=1 shows where): {kind}: {error}"
        )
    say(message)
    return FAILED


def say(message: str) -> None:
    """Write one line to stderr."""
    sys.stderr.write(" ".join(message.splitlines()) + "\n")


def out(content: str | bytes) -> None:
    """Write to standard output: bytes as they are, text in the terminal's encoding."""
    if isinstance(content, str):
        content = content.encode(sys.stdout.encoding or "utf-8", "backslashreplace")
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError as err:
        # Python flushes once more at exit and would complain; typer would make this exit code 1.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(READER_GONE) from err


def read(file: str) -> bytes:
    """The bytes of a file, or of standard input for "-"; never much more than the limit."""
    from onetongue.formats import MAX_BYTES  # noqa: PLC0415 - see the package

    if file == STDIN:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        with Path(file).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except ValueError as err:
        raise InputError(f"{file!r}: cannot be read: {err}") from err


def name_of(file: str) -> str:
    """Give the name that messages call a file by."""
    return "stdin" if file == STDIN else file


def open_document(normalizer: Normalizer, file: str, *, quiet: bool = False) -> Document:
    """The document in a file; says what was guessed of its encoding, and what was left out."""
    document, notes = normalizer.read(read(file), name_of(file))
    for note in notes if not quiet else ():
        say(f"{name_of(file)}: {note}")
    return document


def write(path: str | None, content: bytes) -> bool:
    """Write a file, or standard output if there is no path or it is "-"."""
    if path is None or path == STDIN:
        out(content)
        return True
    from onetongue.write import write_file  # noqa: PLC0415 - see the package

    return write_file(path, content)


def refuse(hint: str, message: str) -> NoReturn:
    """End with a usage error, exit code 2."""
    raise typer.BadParameter(message, param_hint=f"'{hint}'")


def each(files: Sequence[str], work: Callable[[str], bool]) -> NoReturn:
    """Do the work for every file, whatever happens to the others, and exit."""
    code = 0
    for file in files:
        try:
            found = work(file)
        except (OnetongueError, OSError) as err:
            code = report(err)
        else:
            code = code or (FOUND if found else 0)
    raise typer.Exit(code)
