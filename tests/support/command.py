"""The commands as tests run them: in this process, or in one of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import pytest

from onetongue.cli import normalize_main, onetongue_main

if TYPE_CHECKING:
    from collections.abc import Mapping

MAINS = {"normalize": normalize_main, "onetongue": onetongue_main}


class Ran(NamedTuple):
    """How a command ended: its exit code, what it wrote to standard output, and its messages."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        """What it wrote to standard output, decoded."""
        return self.out.decode()


Run: TypeAlias = Callable[..., Ran]  # `run`, with the first arguments filled in or not


class Terminal(TextIOWrapper):
    def isatty(self) -> bool:
        return True


def run(program: str, *arguments: str, stdin: bytes = b"", on_terminal: bool = False) -> Ran:
    """Run `normalize` or `onetongue` in this process, with standard streams of its own."""
    out, err = BytesIO(), BytesIO()
    stream = Terminal if on_terminal else TextIOWrapper
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin), "utf-8"))
        patch.setattr(sys, "stdout", TextIOWrapper(out, "utf-8", write_through=True))
        patch.setattr(sys, "stderr", stream(err, "utf-8", write_through=True))
        with pytest.raises(SystemExit) as stopped:
            MAINS[program](arguments)
        assert isinstance(stopped.value.code, int)
        # Within: the wrappers close what they wrap when they go.
        return Ran(stopped.value.code, out.getvalue(), err.getvalue().decode())


def spawn(
    program: str,
    *arguments: str,
    stdin: bytes = b"",
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Ran:
    """Run a program, by its path or as it is installed beside this Python, in its own process.

    `environment` replaces the whole of ours.
    """
    command = shutil.which(program, path=str(Path(sys.executable).parent))
    assert command, f"{program} is not installed next to {sys.executable}"
    done = subprocess.run(
        [command, *arguments],
        input=stdin,
        cwd=folder,
        env=os.environ if environment is None else environment,
        capture_output=True,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr.decode())


def python(
    code: str,
    *arguments: str,
    stdin: bytes = b"",
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Ran:
    """Run Python code in a process of its own."""
    command = (sys.executable, "-c", code, *arguments)
    return spawn(*command, stdin=stdin, folder=folder, environment=environment)
