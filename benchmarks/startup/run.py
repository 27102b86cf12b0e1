"""How long `normalize` takes to start, beside scripts that do the least of the same kind.

    python benchmarks/startup/run.py [ROUNDS]

Every round runs each command once, one after the other, so that what else the machine does falls on
all alike; the table has medians.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).parent
ARTICLE = HERE.parents[1] / "fixtures/nagorno-karabakh/input.txt"
NORMALIZE = Path(sys.executable).parent / "normalize"
ROUNDS = 21
# An installed package is compiled, ours too.
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
BAR = 1.3  # how much longer than the script beside it a command may take
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "typer_version.py --version": [sys.executable, str(HERE / "typer_version.py"), "--version"],
    "normalize --version": [str(NORMALIZE), "--version"],
    "langdetect_once.py input.txt": [
        sys.executable,
        str(HERE / "langdetect_once.py"),
        str(ARTICLE),
    ],
    "normalize --check input.txt": [str(NORMALIZE), "--check", "--config=", str(ARTICLE)],
}
PAIRS = {
    "normalize --version": "typer_version.py --version",
    "normalize --check input.txt": "langdetect_once.py input.txt",
}


class Took(NamedTuple):
    """Seconds on the clock, and of processor time in the program and in the kernel for it."""

    clock: float
    processor: float


def took(command: list[str]) -> Took:
    """Run a command that ends with 0 or, as `--check` does, with 1."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: exit {process.returncode}")
    return Took(clock, usage.ru_utime + usage.ru_stime)


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    for command in COMMANDS.values():  # once before, for what is compiled and cached
        took(command)
    runs = [{name: took(command) for name, command in COMMANDS.items()} for _ in range(rounds)]
    print(f"Medians of {rounds} rounds.\n")
    print("| command | ms | processor ms | times the script | in processor time |")
    print("|---|---|---|---|---|")
    for name in COMMANDS:
        clock, processor = (median(run[name][i] for run in runs) for i in range(2))
        cells = [f"`{name}`", f"{clock * 1000:.0f}", f"{processor * 1000:.0f}", "", ""]
        if script := PAIRS.get(name):
            ratios = (median(run[name][i] / run[script][i] for run in runs) for i in range(2))
            cells[3:] = (f"{ratio:.2f}" for ratio in ratios)
        print("|", " | ".join(cells), "|")
    print(f"\nThe bar for each pair is {BAR}.")


if __name__ == "__main__":
    main()
