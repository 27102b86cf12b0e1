"""Score what the embedded model makes of whole texts, and the ways of asking it.

Run: python benchmarks/translation/quality.py [PACKAGE] [--only engines|decoding|forms]

Needs sacrebleu (dependency group `training`). FLORES dev and NTREX-128 are those of
benchmarks/detection; the captions and headings are training/data/captions.tsv. Prints Markdown
tables: BLEU and chrF of each engine that is installed; beams, length penalties and lengths at which
a sentence is divided, with the time they take; and headings asked in other forms, in capitals too.
Times are CPU seconds of one thread, as multiples of the first row's.
"""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / "detection"))
sys.path.insert(0, str(Path(__file__).parents[2] / "training"))

from sources import PARALLEL, lines

from accept import read_captions
from onetongue import Normalizer, Options
from onetongue.engines import Translator, choose
from onetongue.engines.argos import ArgosTranslator, Decoding, Handling
from onetongue.engines.packages import Package, find_embedded, open_package
from onetongue.errors import ModelError
from onetongue.translate.presentation import prepare, restore
from score import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

DECODED = 400  # lines of each text on which ways of decoding are compared
BEAMS = (1, 2, 3, 4, 5)
PENALTIES = (0.6, 0.8, 1.0, 1.2, 1.5)
DIVIDED = (40, 60, 80, 120, 160)  # pieces


def part(text: Text, count: int) -> Text:
    """`count` lines of a text, from all over it."""
    step = max(1, len(text.french) // count)
    return text._replace(french=text.french[::step][:count], english=text.english[::step][:count])


def in_capitals(text: Text) -> Text:
    """A text all in capitals, on both sides."""
    french, english = ([line.upper() for line in side] for side in (text.french, text.english))
    return Text(f"{text.name} in capitals", french, english)


def texts() -> list[Text]:
    """FLORES dev, NTREX-128, captions and headings."""
    found = []
    for name in PARALLEL:
        english, french = zip(*(line.split("\t") for line in lines(name)), strict=True)
        found.append(Text(name.removesuffix(".tsv"), french, english))
    for kind in ("caption", "heading"):
        rows = [row for row in read_captions() if row.kind == kind]
        found.append(Text(f"{kind}s", [r.french for r in rows], [r.english for r in rows]))
    return found


def engines(package: Package) -> Iterator[str]:
    """One row an engine: the engine alone, and for ours what a user gets too."""
    known = texts()
    yield from head(known)
    ways: dict[str, Callable[[Sequence[str]], Sequence[str]]] = {
        "embedded": alone(ArgosTranslator(package)),
        "embedded, as a user gets it": Normalizer(engine=ArgosTranslator(package)).translate,
    }
    with suppress(ModelError):
        ways["Apertium"] = alone(choose(Options(engine="apertium"), "fr"))
    for name, translate in ways.items():
        yield row(name, [text.scores(translate(text.french)) for text in known])


def alone(engine: Translator) -> Callable[[Sequence[str]], list[str]]:
    """An engine without anything around it."""
    return lambda texts: [one.text for one in engine.translate(texts)]


def head(known: Sequence[Text], *more: str) -> Iterator[str]:
    """The first two lines of a table."""
    columns = [f"{text.name}: BLEU | chrF" for text in known] + list(more)
    yield "| | " + " | ".join(columns) + " |"
    yield "| --- |" + " --- |" * (2 * len(known) + len(more))


def row(name: str, scores: Sequence[tuple[float, float]], more: str = "") -> str:
    """A row of a table."""
    return f"| {name} | " + " | ".join(f"{b:.2f} | {c:.2f}" for b, c in scores) + f" |{more}"


def decoding(package: Package) -> Iterator[str]:
    """Beams, length penalties, and the length at which sentences are divided."""
    known = [part(text, DECODED) for text in texts()]
    yield from head(known, "time")
    handlings = {f"beam {beam}": Handling(Decoding(beam)) for beam in BEAMS}
    handlings |= {
        f"beam {beam}, length penalty {penalty}": Handling(Decoding(beam, penalty))
        for beam in (2, 4)
        for penalty in PENALTIES
    }
    handlings |= {
        f"beam 2, divided at {limit} pieces": Handling(Decoding(2), max_pieces=limit)
        for limit in DIVIDED
    }
    first = 0.0
    for name, handling in handlings.items():
        engine = ArgosTranslator(package, handling)
        engine.load()
        started = time.process_time()
        found = [alone(engine)(text.french) for text in known]
        taken = time.process_time() - started
        first = first or taken
        scores = [text.scores(one) for text, one in zip(known, found, strict=True)]
        yield row(name, scores, f" {taken / first:.2f} |")


def forms(package: Package) -> Iterator[str]:
    """Captions and headings as they are and otherwise; the likeliest of several answers."""
    known = [text for text in texts() if text.name in {"captions", "headings"}]
    known.append(in_capitals(known[-1]))
    engine = ArgosTranslator(package, Handling())
    asked: dict[str, Callable[[str], str]] = {
        "as it is": str,
        "with a full stop": lambda text: text if text[-1] in ".!?…" else f"{text}.",
        "in lower case": lambda text: text[:1].lower() + text[1:],
    }
    yield from head(known)
    tables: dict[str, list[tuple[float, float]]] = {}
    for text in known:
        prepared = [prepare(sentence) for sentence in text.french]
        said = {
            name: engine.translate([form(one.text) for one in prepared])
            for name, form in asked.items()
        }
        chosen = {name: [one.text for one in answers] for name, answers in said.items()}
        chosen["the likeliest"] = [
            max(answers, key=lambda one: one.confidence).text
            for answers in zip(*said.values(), strict=True)
        ]
        first = list(said.values())[:2]
        chosen["the likelier of the first two"] = [
            max(answers, key=lambda one: one.confidence).text
            for answers in zip(*first, strict=True)
        ]
        ours = ArgosTranslator(package, Handling(forms=True))
        chosen["as our engine asks"] = [
            one.text for one in ours.translate([one.text for one in prepared])
        ]
        for name, found in chosen.items():
            shown = [restore(one, answer) for one, answer in zip(prepared, found, strict=True)]
            tables.setdefault(name, []).append(text.scores(shown))
    yield from (row(name, scores) for name, scores in tables.items())


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("package", nargs="?", help=".argosmodel file or its folder")
    parser.add_argument("--only", choices=("engines", "decoding", "forms"))
    given = parser.parse_args()
    package = (
        open_package(Path(given.package), "fr", "en")
        if given.package
        else find_embedded("fr", "en")
    )
    if package is None:
        raise SystemExit("no package is embedded; name one")
    for name, table in (("engines", engines), ("decoding", decoding), ("forms", forms)):
        if given.only in (None, name):
            print(f"\n### {name}\n")
            for line in table(package):
                print(line, flush=True)


if __name__ == "__main__":
    main()
