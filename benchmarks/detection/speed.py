"""Throughput, load time and size of a detector, measured in a process of its own.

Run: python benchmarks/detection/speed.py NAME   prints one line of JSON
"""

from __future__ import annotations

import json
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from detectors import DETECTORS
from sources import runs

# One run of lines in so many is French.
FRENCH = 10
# No detector reads the files of a translation model.
MODEL = "translate-"
# The slow detectors get less text; at least this many bytes are read.
LEAST = 20_000
SECONDS = 3.0


def mixed_text(split: str) -> str:
    """English paragraphs, one in `FRENCH` in French."""
    return "\n\n".join(
        " ".join(pair.english if i % FRENCH else pair.french for pair in run)
        for i, run in enumerate(runs(split, 0))
    )


def size(package: str) -> int:
    """Bytes of an installed package, without its Python code and its translation model."""
    spec = find_spec(package)
    if spec is None:
        return 0
    places = [Path(p) for p in spec.submodule_search_locations or [spec.origin or ""]]
    files = [f for place in places for f in ([place] if place.is_file() else place.rglob("*"))]
    return sum(
        file.stat().st_size
        for file in files
        if file.is_file()
        and file.suffix not in {".py", ".pyc"}
        and not any(part.startswith(MODEL) for part in file.parts)
    )


def measure(name: str) -> dict[str, float]:
    """Milliseconds to load (with a first short text), bytes of data, and KB/s.

    Read are documents of `FRENCH` paragraphs, after a pass over other text.
    """
    load, package = DETECTORS[name]
    start = time.perf_counter()
    detect = load()
    detect("Il fait beau aujourd'hui. The sky is blue.")
    loading = time.perf_counter() - start
    for block in mixed_text("dev").split("\n\n"):
        detect(block)
    blocks = mixed_text("test").split("\n\n")
    done = 0
    start = time.perf_counter()
    for i in range(0, len(blocks), FRENCH):
        document = "\n\n".join(blocks[i : i + FRENCH])
        detect(document)
        done += len(document.encode())
        if done > LEAST and time.perf_counter() - start > SECONDS:
            break
    rate = done / (time.perf_counter() - start) / 1000
    return {"load_ms": 1000 * loading, "bytes": size(package), "kb_per_s": rate}


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1])))
