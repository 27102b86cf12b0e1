"""Score the detector on hand-written documents.

Run: python benchmarks/detection/run.py [dev|test]

Thresholds are chosen on `dev` only; `test` is for reporting. Prints one Markdown table.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import onetongue as ot

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


def spans(text: str) -> set[tuple[int, int]]:
    """What the detector finds."""
    return {(s.span.start, s.span.end) for s in ot.detect(text)}


def covered(found: set[tuple[int, int]]) -> set[int]:
    """The code points inside any span."""
    return {i for start, end in found for i in range(start, end)}


def mixed(split: str) -> str:
    """Characters and exact spans over whole documents."""
    hit = found_size = gold_size = exact = found_spans = gold_spans = 0
    for text, gold in documents(f"mixed.{split}.txt"):
        found = spans(text)
        hit += len(covered(found) & covered(gold))
        found_size += len(covered(found))
        gold_size += len(covered(gold))
        exact += len(found & gold)
        found_spans += len(found)
        gold_spans += len(gold)
    precision, recall = hit / found_size, hit / gold_size
    f1 = 2 * precision * recall / (precision + recall)
    return (
        f"characters P {precision:.4f} R {recall:.4f} F1 {f1:.4f}; "
        f"exact spans {exact} of {gold_spans}, {found_spans} found"
    )


def headings(split: str) -> str:
    """Stand-alone blocks between English paragraphs: found whole, and false alarms."""
    found = {"fr": 0, "en": 0}
    counts = {"fr": 0, "en": 0}
    start = len(PROSE) + 2
    for line in lines(f"headings.{split}.tsv"):
        label, _, text = line.split("\t")
        block = set(range(start, start + len(text)))
        inside = covered(spans(f"{PROSE}\n\n{text}\n\n{PROSE}")) & block
        counts[label] += 1
        found[label] += inside == block if label == "fr" else bool(inside)
    return (
        f"French found whole {found['fr']} of {counts['fr']}; "
        f"English with a false alarm {found['en']} of {counts['en']}"
    )


def alarms(texts: list[str]) -> str:
    """Texts in which nothing should be found."""
    bad = sum(bool(spans(f"{PROSE}\n\n{text}\n\n{PROSE}")) for text in texts)
    return f"with a false alarm {bad} of {len(texts)}"


def main() -> None:
    """Print the table."""
    split = sys.argv[1] if len(sys.argv) > 1 else "dev"
    rows = {
        "newspaper documents": mixed(split),
        "headings and captions": headings(split),
        "English sentences full of French names": alarms(lines(f"names.{split}.tsv")),
        "sentences in near languages": alarms(
            [x.split("\t")[1] for x in lines(f"near.{split}.tsv")]
        ),
    }
    print(f"| task ({split}) | onetongue {ot.__version__} |\n| --- | --- |")
    for task, result in rows.items():
        print(f"| {task} | {result} |")


if __name__ == "__main__":
    main()
