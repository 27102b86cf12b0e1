"""Score the detector on hand-written documents.

Run: python benchmarks/detection/run.py [dev|test] [--rivals]

`--rivals` compares with other detectors (pip install -r benchmarks/detection/requirements-rivals.txt).

Thresholds are chosen on `dev` only; `test` is for reporting. Prints one Markdown table.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path

from rivals import RIVALS, Spans

import onetongue as ot

Detector = Callable[[str], Spans]
DATA = Path(__file__).parent / "data"
PROSE = (
    "Talks between the port unions and the Dutch operator collapsed on Monday night after eleven "
    "hours. Neither side has set a date to resume, the company said."
)


def lines(name: str) -> list[str]:
    """The lines of a data file without its comments."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and line[0] != "#"]


def documents(name: str) -> list[tuple[str, set[tuple[int, int]]]]:
    """The marked documents of a file: text and gold spans."""
    text = (DATA / name).read_text(encoding="utf-8")
    body = "\n".join(line for line in text.split("\n") if not line.startswith("#"))
    found = []
    for marked in re.split(r"^=== .*\n", body, flags=re.MULTILINE)[1:]:
        plain, gold = "", set()
        for i, part in enumerate(re.split("[⟦⟧]", marked.strip("\n"))):
            if i % 2:
                gold.add((len(plain), len(plain) + len(part)))
            plain += part
        found.append((plain, gold))
    return found


def spans(text: str) -> Spans:
    """What our detector finds."""
    return {(s.span.start, s.span.end) for s in ot.detect(text)}


def covered(found: Spans) -> set[int]:
    """The code points inside any span."""
    return {i for start, end in found for i in range(start, end)}


def mixed(detect: Detector, split: str) -> tuple[str, str]:
    """Character F1 and exact spans over whole documents."""
    hit = found_size = gold_size = exact = found_spans = gold_spans = 0
    for text, gold in documents(f"mixed.{split}.txt"):
        found = detect(text)
        hit += len(covered(found) & covered(gold))
        found_size += len(covered(found))
        gold_size += len(covered(gold))
        exact += len(found & gold)
        found_spans += len(found)
        gold_spans += len(gold)
    precision, recall = hit / max(found_size, 1), hit / gold_size
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return (
        f"{precision:.3f} / {recall:.3f} / {f1:.3f}",
        f"{exact} of {gold_spans}, {found_spans} found",
    )


def headings(detect: Detector, split: str) -> tuple[str, str]:
    """Stand-alone blocks between English paragraphs: found whole, and false alarms."""
    found = {"fr": 0, "en": 0}
    counts = {"fr": 0, "en": 0}
    start = len(PROSE) + 2
    for line in lines(f"headings.{split}.tsv"):
        label, _, text = line.split("\t")
        letters = {start + i for i, c in enumerate(text) if c.isalnum()}
        inside = covered(detect(f"{PROSE}\n\n{text}\n\n{PROSE}")) & letters
        counts[label] += 1
        found[label] += inside == letters if label == "fr" else bool(inside)
    return f"{found['fr']} of {counts['fr']}", f"{found['en']} of {counts['en']}"


def alarms(detect: Detector, texts: list[str]) -> str:
    """In how many texts something is found where nothing should be."""
    start = len(PROSE) + 2
    bad = 0
    for text in texts:
        block = set(range(start, start + len(text)))
        bad += bool(covered(detect(f"{PROSE}\n\n{text}\n\n{PROSE}")) & block)
    return f"{bad} of {len(texts)}"


def row(name: str, detect: Detector, split: str) -> str:
    """One line of the table."""
    near = [line.split("\t")[1] for line in lines(f"near.{split}.tsv")]
    cells = [
        name,
        *mixed(detect, split),
        *headings(detect, split),
        alarms(detect, lines(f"names.{split}.tsv")),
        alarms(detect, near),
    ]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("split", nargs="?", default="dev", choices=["dev", "test"])
    arguments.add_argument("--rivals", action="store_true", help="compare with other detectors")
    chosen = arguments.parse_args()
    columns = [
        chosen.split,
        "documents: characters P / R / F1",
        "exact spans",
        "French headings found",
        "English headings: false alarms",
        "French names: false alarms",
        "near languages: false alarms",
    ]
    print(f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}")
    print(row(f"onetongue {ot.__version__}", spans, chosen.split))
    if chosen.rivals:
        for name, load in RIVALS.items():
            print(row(name, load(), chosen.split), flush=True)


if __name__ == "__main__":
    main()
