"""Small programs that stand for an engine's, and whether any of them still runs."""

from __future__ import annotations

import shlex
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 20  # seconds; what ends does so in hundredths of one


def noted(folder: Path, script: str) -> list[str]:
    """A command that runs a shell script, after it has noted its number in `folder`."""
    return ["/bin/sh", "-c", f"echo > {shlex.quote(str(folder))}/$$; {script}"]


def changing(code: str) -> str:
    """For `noted`: pass on all that comes, piece by piece; `code` may change `piece`."""
    loop = f"import os, sys, time\nwhile piece := os.read(0, 65536):\n    {code}\n    os.write(1, piece)"
    return f"exec {shlex.quote(sys.executable)} -ISc {shlex.quote(loop)}"


def numbers(folder: Path) -> set[int]:
    """Of the processes that were noted."""
    return {int(path.name) for path in folder.iterdir() if path.name.isdigit()}


def running(folder: Path) -> set[int]:
    """Of the processes noted those that still run; ones that ended and wait for it do not."""
    return {number for number in numbers(folder) if _state(number) not in {"", "Z"}}


def _state(number: int) -> str:
    """The system's letter for what a process does; none where it is gone."""
    if not Path("/proc/self/stat").exists():
        ps = ["ps", "-o", "stat=", "-p", str(number)]
        return subprocess.run(ps, capture_output=True, check=False).stdout.decode().strip()[:1]
    try:
        return Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rsplit(") ")[-1][0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


def all_end(folder: Path) -> bool:
    """Whether all that were noted end soon, and there were any."""
    return bool(numbers(folder)) and soon(lambda: not running(folder))


def starts(folder: Path, count: int) -> bool:
    """Whether `count` processes are noted soon."""
    return soon(lambda: len(numbers(folder)) >= count)


def soon(is_so: Callable[[], bool]) -> bool:
    """Whether something comes true before our patience ends."""
    until = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True
