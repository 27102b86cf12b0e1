"""Seconds and memory for documents that double in size: is all of it linear?

    python benchmarks/scaling/run.py [--sizes 1,2,4] [--format text] [--rounds 1]

Every document is made and normalized in processes of their own, by `Normalizer` with an engine that
costs next to nothing. README.md says what the figures stand for.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from growing import document

SIZES = "1,2,4,8,16"
SUFFIXES = {
    "text": "txt",
    "markdown": "md",
    "html": "html",
    "jsonl": "jsonl",
    "subtitles": "srt",
    "docx": "docx",
}
TINY = 0.02  # MB: what is loaded for it is loaded for every document
SLOWER, TIMES = 2.3, 12  # the bars: seconds for twice the size, memory for the size
KIB_PER_MB = 1e6 / 1024


class Took(NamedTuple):
    """Processor seconds, MB of memory at the peak, and how many records and doubtful ones."""

    seconds: float
    peak: float
    records: int
    doubtful: int


def measured(path: str) -> Took:
    """Normalize a file in this process: read, found, translated, proved and encoded."""
    from free_engine import FreeEngine

    from onetongue import Normalizer, Options

    normalizer = Normalizer(Options(), engine=FreeEngine())
    content = Path(path).read_bytes()
    start = time.process_time()
    result = normalizer.normalize_bytes(content, name=Path(path).name)
    result.encode()
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MB
    return Took(seconds, peak, len(result.records), len(result.doubtful))


def took(suffix: str, size: float, rounds: int, folder: Path) -> Took:
    """The least seconds and the most memory of so many processes."""
    path = folder / f"document.{suffix}"
    _run("--make", suffix, str(size), str(path))
    found = [Took(*json.loads(_run("--measure", str(path)))) for _ in range(rounds)]
    path.unlink()
    seconds = min(one.seconds for one in found)
    return found[0]._replace(seconds=seconds, peak=max(one.peak for one in found))


def _run(*arguments: str) -> str:
    command = [sys.executable, __file__, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def report(names: list[str], sizes: list[float], rounds: int, folder: Path) -> None:
    """Print one table, row by row as they are known."""
    print("| format | MB | records | doubtful | seconds | × | peak, MB | times the file |")
    print("|---|---|---|---|---|---|---|---|")
    for name in names:
        suffix, before = SUFFIXES[name], None
        least = took(suffix, TINY, rounds, folder).peak
        for size in sizes:
            one = took(suffix, size, rounds, folder)
            slower = f"{one.seconds / before:.2f}" if before else ""
            before = one.seconds
            share = one.doubtful / max(one.records, 1)
            print(
                f"| {name} | {size:g} | {one.records:,} | {share:.0%} | {one.seconds:.1f} "
                f"| {slower} | {one.peak:.0f} | {(one.peak - least) / size:.1f} |",
                flush=True,
            )


def main() -> None:
    """Print the table, or do one step of it in a process of its own."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--sizes", default=SIZES, help="MB, with commas between")
    arguments.add_argument("--format", choices=SUFFIXES, help="one format only")
    arguments.add_argument("--rounds", type=int, default=1, help="processes for each figure")
    arguments.add_argument("--make", nargs=3, help=argparse.SUPPRESS)
    arguments.add_argument("--measure", help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.make:
        suffix, size, path = chosen.make
        Path(path).write_bytes(document(suffix, int(float(size) * 1e6)))
    elif chosen.measure:
        print(json.dumps(measured(chosen.measure)))
    else:
        names = [chosen.format] if chosen.format else list(SUFFIXES)
        sizes = [float(size) for size in chosen.sizes.split(",")]
        print(f"Rounds: {chosen.rounds}; load before {os.getloadavg()[0]:.1f}.\n")
        with TemporaryDirectory() as folder:
            report(names, sizes, chosen.rounds, Path(folder))
        print(f"\nThe bars: × ≤ {SLOWER} for twice the size, memory ≤ {TIMES} times the file.")


if __name__ == "__main__":
    main()
