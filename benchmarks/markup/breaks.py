"""Print where the forced line breaks of sentences go in the translations of each engine.

Run: python benchmarks/markup/breaks.py [dev|test]

Responsible for: the translations, a bar for each break, and how many have all theirs; whether those
are at the right words is for a reader to say.
Not responsible for: the places (onetongue.markup.line_breaks).
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from onetongue.document import Engine, Options
from onetongue.engines.choice import choose
from onetongue.markup.line_breaks import Broken, parted
from onetongue.translate import Oracle, translate_segments

DATA = Path(__file__).parent / "data" / "breaks.tsv"
ENGINES: tuple[Engine, ...] = ("embedded", "apertium")


def sentences(name: str) -> list[str]:
    """Those of a set; a bar is a break."""
    with DATA.open(encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t")
        return [row["sentence"] for row in rows if row["set"] == name]


def shown(text: str, places: tuple[int, ...] | None) -> str:
    """The translation with its bars, or with a sign that it has none."""
    if places is None:
        return f"- {text}"
    return "  " + "".join("|" if i in places else sign for i, sign in enumerate(text))


def main() -> None:
    """Print all sentences of a set with their translations, and the counts."""
    name = sys.argv[1] if len(sys.argv) > 1 else "dev"
    found = sentences(name)
    texts = [one.replace("|", " ") for one in found]
    breaks = [tuple(i for i, sign in enumerate(one) if sign == "|") for one in found]
    for engine in ENGINES:
        oracle = Oracle(choose(Options(engine=engine), "fr"))
        made = [one.text for one in translate_segments(texts, oracle)]
        broken = [Broken(*one) for one in zip(texts, made, breaks, strict=True)]
        places = list(parted(broken, oracle))
        for one, text, place in zip(found, made, places, strict=True):
            print(f"  {one}\n{shown(text, place)}")
        count = sum(place is not None for place in places)
        print(f"{engine}, {name}: {count} of {len(found)} have all their breaks\n")


if __name__ == "__main__":
    main()
