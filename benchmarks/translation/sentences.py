"""Score splitters of French text into sentences.

Run: python benchmarks/translation/sentences.py [--rivals] [--errors N]

Prints one Markdown table per part. A boundary is the number of letters and digits before it, so
that it does not matter on which side of it a splitter leaves quotation marks, dashes and bullets.
`--errors` prints what our splitter gets wrong instead. `--rivals` compares with other splitters:
pip install -r benchmarks/translation/requirements-sentences.txt
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "detection"))

from sources import PARALLEL, RUN, Pair, lines, sentences

from onetongue.language.sentences import split

DATA = Path(__file__).parent / "data"
OURS = "onetongue"
LETTER = re.compile(r"\w")
MARGIN = 60  # code points shown around an error
ROUNDS = 3  # the fastest of so many counts

Splitter = Callable[[str], list[int]]  # where the sentences of a text end, in code points
Boundaries = frozenset[int]


@dataclass(frozen=True, slots=True)
class Case:
    """A text and where its sentences end."""

    text: str
    gold: Boundaries


def case(marked: str) -> Case:
    """The case written as text with | where a sentence begins and ⏎ for a line break.

    >>> case("Il vient. |Elle part.")
    Case(text='Il vient. Elle part.', gold=frozenset({7}))
    """
    parts = marked.replace("⏎", "\n").split("|")
    text = "".join(parts)
    return Case(text, letters(text, [len("".join(parts[:i])) for i in range(1, len(parts))]))


def letters(text: str, ends: list[int]) -> Boundaries:
    """The letters and digits before each place, without the places that divide nothing."""
    counts = frozenset(len(LETTER.findall(text[:end])) for end in ends)
    return counts - {0, len(LETTER.findall(text))}


def paragraphs() -> list[Case]:
    """Runs of complete neighbouring lines of news and encyclopaedia, joined by a space."""
    inner = {line.replace("|", ""): line for line in marked("inner.txt")}
    found = []
    for name in PARALLEL:
        pairs = [Pair(*map(str.strip, line.split("\t"))) for line in lines(name)]
        for start in range(0, len(pairs), RUN):
            run = [p.french for p in sentences(pairs[start : start + RUN]) if is_whole(p.french)]
            if len(run) > 1:
                found.append(case(" |".join(inner.get(line, line) for line in run)))
    return found


def is_whole(line: str) -> bool:
    """Whether a line begins as a sentence does; some of NTREX-128 are second halves of one."""
    return '""' not in line and (line[0].isupper() or line[0].isdigit() or line[0] in "«“(")


def marked(name: str) -> list[str]:
    """The lines of a data file without its comments and headings."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith(("# ", "=== "))]


def _ours() -> Splitter:
    def ends(text: str) -> list[int]:
        found, place = [], 0
        for sentence, separator in split(text):
            place += len(sentence)
            if sentence:
                found.append(place)
            place += len(separator)
        return found

    return ends


def _pysbd() -> Splitter:
    segmenter: Any = importlib.import_module("pysbd").Segmenter(language="fr", clean=False)

    def ends(text: str) -> list[int]:
        found, place = [], 0
        for sentence in segmenter.segment(text):
            place = text.index(sentence.strip(), place) + len(sentence.strip())
            found.append(place)
        return found

    return ends


def _syntok() -> Splitter:
    process: Any = importlib.import_module("syntok.segmenter").process

    def ends(text: str) -> list[int]:
        tokens = [sentence[-1] for paragraph in process(text) for sentence in paragraph]
        return [token.offset + len(token.value) for token in tokens]

    return ends


def _spacy() -> Splitter:
    pipeline: Any = importlib.import_module("spacy").blank("fr")
    pipeline.add_pipe("sentencizer")
    return lambda text: [sentence.end_char for sentence in pipeline(text).sents]


SPLITTERS = {OURS: _ours, "pysbd (fr)": _pysbd, "syntok": _syntok, "spaCy sentencizer": _spacy}
PARTS: dict[str, Callable[[], list[Case]]] = {
    "paragraphs: runs of complete sentences": paragraphs,
    "hard: cases used while the splitter was written": lambda: [*map(case, marked("hard.txt"))],
    "hard, unseen: cases written after its rules were last changed": lambda: [
        *map(case, marked("hard-unseen.txt"))
    ],
}


def figures(cases: list[Case], ends: Splitter) -> list[str]:
    """Precision, recall and F1 of boundaries, and the texts that are right throughout."""
    found = [letters(case.text, ends(case.text)) for case in cases]
    pairs = [(boundaries, case.gold) for boundaries, case in zip(found, cases, strict=True)]
    right = sum(len(boundaries & gold) for boundaries, gold in pairs)
    precision = right / sum(len(boundaries) for boundaries, _ in pairs)
    recall = right / sum(len(gold) for _, gold in pairs)
    f1 = 2 * precision * recall / (precision + recall)
    exact = sum(boundaries == gold for boundaries, gold in pairs)
    return [*(f"{one:.4f}" for one in (precision, recall, f1)), f"{exact} of {len(cases)}"]


def speed(cases: list[Case], ends: Splitter) -> float:
    """KB of text a second, the fastest of a few rounds."""
    size = sum(len(case.text.encode()) for case in cases) / 1000
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for one in cases:
            ends(one.text)
        seconds.append(time.perf_counter() - start)
    return size / min(seconds)


def tables(splitters: dict[str, Splitter]) -> Iterator[str]:
    """The lines of all tables; the speed is that on the paragraphs."""
    for title, build in PARTS.items():
        cases = build()
        yield f"### {title} ({len(cases)} texts, {sum(len(c.gold) for c in cases)} boundaries)\n"
        yield "| | P | R | F1 | exact |\n| --- | --- | --- | --- | --- |"
        for name, ends in splitters.items():
            yield f"| {name} | {' | '.join(figures(cases, ends))} |"
        yield ""
    yield "### speed on the paragraphs, one core\n"
    yield "| | KB/s | ours is faster by |\n| --- | --- | --- |"
    cases = paragraphs()
    ours = speed(cases, splitters[OURS])
    for name, ends in splitters.items():
        rate = ours if name == OURS else speed(cases, ends)
        yield f"| {name} | {rate:.0f} | {ours / rate:.1f}× |"


def errors(ends: Splitter, most: int) -> Iterator[str]:
    """The first boundaries of each part that are missing, or found and wrong."""
    for title, build in PARTS.items():
        wrong = [
            (one, place, "missing" if place in one.gold else "found")
            for one in build()
            for place in sorted(letters(one.text, ends(one.text)) ^ one.gold)
        ]
        for one, place, what in wrong[:most]:
            at = [match.end() for match in LETTER.finditer(one.text)][place - 1]
            around = one.text[max(0, at - MARGIN) : at] + "|" + one.text[at : at + MARGIN]
            yield f"{title.split(':')[0]:12} {what:8} {around!r}"


def main() -> None:
    """Print the tables."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--rivals", action="store_true", help="compare with other splitters")
    arguments.add_argument("--errors", type=int, default=0, metavar="N", help="the first N errors")
    chosen = arguments.parse_args()
    warnings.filterwarnings("ignore", category=SyntaxWarning)  # of pysbd's patterns
    if chosen.errors:
        found = errors(_ours(), chosen.errors)
    else:
        names = [*SPLITTERS] if chosen.rivals else [OURS]
        found = tables({name: SPLITTERS[name]() for name in names})
    for line in found:
        print(line, flush=True)


if __name__ == "__main__":
    main()
