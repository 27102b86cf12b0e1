"""The text the benchmark is built from, cut into a `dev` and a `test` half.

Parallel text (FLORES-101 dev, NTREX-128) is cut into runs of neighbouring lines that are shuffled
with the seed. What was written by hand is cut once and for all, in files of two halves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from random import Random

DATA = Path(__file__).parent / "data"
PARALLEL = ("flores-dev.tsv", "ntrex128.tsv")
SPLITS = ("dev", "test")
# Neighbouring lines that stay together: about an article.
RUN = 6
POINT = re.compile(r"[.!?…][\"”’»)\s]*$")
PAIRED = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


@dataclass(frozen=True, slots=True)
class Pair:
    """A line and its translation."""

    english: str
    french: str


def lines(name: str) -> list[str]:
    """The lines of a data file without its comments."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]


def runs(split: str, seed: int) -> list[list[Pair]]:
    """The runs of neighbouring pairs in one half of the parallel text, shuffled."""
    found = []
    for name in PARALLEL:
        pairs = [Pair(*map(str.strip, line.split("\t"))) for line in lines(name)]
        found += [pairs[i : i + RUN] for i in range(0, len(pairs), RUN)]
    Random(seed).shuffle(found)
    return found[SPLITS.index(split) :: 2]


def sentences(run: list[Pair]) -> list[Pair]:
    """The pairs of a run that are complete sentences on both sides, with all quotations closed."""
    return [pair for pair in run if _is_complete(pair.english) and _is_complete(pair.french)]


def _is_complete(text: str) -> bool:
    is_paired = all(text.count(opening) == text.count(closing) for opening, closing in PAIRED)
    return bool(POINT.search(text)) and is_paired and text.count('"') % 2 == 0


def marked(name: str) -> list[tuple[str, frozenset[tuple[int, int]]]]:
    """The hand-written documents of a file: their text, and what ⟦ and ⟧ enclose in it."""
    body = "\n".join(_body(name))
    documents = re.split(r"^=== .*\n", body, flags=re.MULTILINE)[1:]
    return [unmarked(document.strip("\n")) for document in documents]


def unmarked(text: str) -> tuple[str, frozenset[tuple[int, int]]]:
    """A text without its marks, and what ⟦ and ⟧ enclosed in it."""
    plain = ""
    gold: set[tuple[int, int]] = set()
    for i, part in enumerate(re.split("[⟦⟧]", text)):
        if i % 2:
            gold.add((len(plain), len(plain) + len(part)))
        plain += part
    return plain, frozenset(gold)


def _body(name: str) -> list[str]:
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if not line.startswith("#")]
