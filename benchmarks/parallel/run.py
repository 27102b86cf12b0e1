"""Count which documents are taken for bilingual ones, and which of them are.

Run: python benchmarks/parallel/run.py [dev|test] [--each]

`data/` holds documents in folders: `parallel` ones say the same in English and in French, `mixed` ones
are in both languages and do not. Prints a Markdown table; `--each` a line for each document.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue import Normalizer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DATA: Final = Path(__file__).parent / "data"
KINDS: Final = ("parallel", "mixed")


class Verdict(NamedTuple):
    """A document: its kind, its file's name, how many French segments it has, and what was said of it."""

    kind: str
    name: str
    segments: int
    versions: int
    note: str


def verdicts(part: str) -> Iterator[Verdict]:
    """What is said of each document of a part, in the order of kinds and names."""
    normalizer = Normalizer()
    for kind in KINDS:
        for file in sorted((DATA / part / kind).iterdir()):
            document, _ = normalizer.read(file.read_bytes(), file.name)
            found = normalizer.inspect(document)
            versions = sum(len(one.spans) for one in found.parallel)
            note = "; ".join(map(str, found.parallel))
            yield Verdict(kind, file.name, len(found.segments), versions, note)


def table(found: Sequence[Verdict]) -> Iterator[str]:
    """How many documents of each kind are taken for bilingual, and of their segments for versions."""
    yield "| documents | taken for bilingual | French segments of these | versions of the English |"
    yield "|---|---|---|---|"
    for kind in KINDS:
        mine = [one for one in found if one.kind == kind]
        taken = [one for one in mine if one.note]
        segments = sum(one.segments for one in taken)
        versions = sum(one.versions for one in taken)
        yield f"| {kind} | {len(taken)} of {len(mine)} | {segments} | {versions} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("part", nargs="?", default="test", choices=("dev", "test"))
    parser.add_argument("--each", action="store_true", help="a line for each document instead")
    given = parser.parse_args()
    found = list(verdicts(given.part))
    for one in found if given.each else ():
        print(f"{one.kind}/{one.name}: {one.note or 'not bilingual'} ({one.segments} segments)")
    print(*(() if given.each else table(found)), sep="\n")


if __name__ == "__main__":
    main()
