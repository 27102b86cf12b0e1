"""Score how well the embedded model's confidence tells right translations from wrong ones.

Run: python benchmarks/translation/doubt.py            prints the table
     python benchmarks/translation/doubt.py --sample   prints 300 translations to be judged

`data/judged.tsv` holds 300 translations with the confidence the model had, each judged by reading:
`right` says what the French says, in English that is understood at once; `wrong` does not. A third
each are sentences of FLORES dev, of NTREX-128, and captions and headings. The table gives, for each
threshold, how many of the wrong ones are doubtful and how many of the right ones are too.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from quality import texts  # type: ignore[import-not-found]  # two folders have a speed.py, so one is on mypy's path

from onetongue.document import Options
from onetongue.engines import choose
from onetongue.language.sentences import split
from onetongue.translate import Oracle, translate_segments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

JUDGED = Path(__file__).parent / "data" / "judged.tsv"
EACH = 100
THRESHOLDS = (0.4, 0.45, 0.5, 0.52, 0.54, 0.56, 0.58, 0.6, 0.62, 0.64, 0.66, 0.7, 0.75, 0.8)
HEADER = """\
# Translations by the embedded model, judged by reading: right, if the English says what the French says
# and is understood at once, else wrong. French and references are FLORES-101 dev and NTREX-128
# (CC BY-SA 4.0) and training/data/captions.tsv (CC0-1.0); so this file is CC BY-SA 4.0.
# text, confidence, verdict, French, translation, reference; tab-separated.
"""


class Judged(NamedTuple):
    """One translation, and what a reader thought of it."""

    confidence: float
    is_right: bool


def read(path: Path = JUDGED) -> list[Judged]:
    """Read the judgements."""
    rows = [
        line.split("\t")
        for line in path.read_text(encoding="utf-8").split("\n")
        if line and line[0] != "#"
    ]
    wrong = [row for row in rows if row[2] not in {"right", "wrong"}]
    if wrong:
        raise SystemExit(f"{path}: neither right nor wrong: {wrong[0]}")
    return [Judged(float(confidence), verdict == "right") for _, confidence, verdict, *_ in rows]


def area(judged: Sequence[Judged]) -> float:
    """How often a right translation has more confidence than a wrong one."""
    right = [one.confidence for one in judged if one.is_right]
    wrong = [one.confidence for one in judged if not one.is_right]
    won = sum((a > b) + 0.5 * (a == b) for a in right for b in wrong)
    return won / (len(right) * len(wrong))


def table(judged: Sequence[Judged]) -> Iterator[str]:
    """A row a threshold."""
    right = [one.confidence for one in judged if one.is_right]
    wrong = [one.confidence for one in judged if not one.is_right]
    yield f"{len(right)} right, {len(wrong)} wrong; area under the curve {area(judged):.3f}\n"
    yield "| doubtful below | wrong ones doubtful | right ones doubtful | right, of the others |"
    yield "| --- | --- | --- | --- |"
    for threshold in THRESHOLDS:
        caught, lost = (sum(one < threshold for one in some) for some in (wrong, right))
        left = len(judged) - caught - lost
        trusted = (len(right) - lost) / left if left else 1.0
        yield (
            f"| {threshold:.2f} | {caught / len(wrong):.3f} | {lost / len(right):.3f} "
            f"| {trusted:.3f} |"
        )


def sample() -> Iterator[str]:
    """Translations to be judged, the verdict left open."""
    oracle, known = Oracle(choose(Options(engine="embedded"), "fr")), texts()
    short = [known[2], known[3]]
    parts = {
        "flores-dev": list(zip(known[0].french, known[0].english, strict=True)),
        "ntrex128": list(zip(known[1].french, known[1].english, strict=True)),
        "captions": [
            pair for text in short for pair in zip(text.french, text.english, strict=True)
        ],
    }
    yield HEADER.rstrip("\n")
    for name, pairs in parts.items():
        whole = [pair for pair in pairs if len(split(pair[0])) == 1]
        chosen = Random(0).sample(whole, EACH)
        made = translate_segments([french for french, _ in chosen], oracle)
        for (french, english), one in zip(chosen, made, strict=True):
            yield f"{name}\t{one.confidence:.4f}\t?\t{french}\t{one.text}\t{english}"


def main() -> None:
    """Print the table, or what is to be judged."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sample", action="store_true", help="print translations to be judged")
    for line in sample() if parser.parse_args().sample else table(read()):
        print(line)


if __name__ == "__main__":
    main()
