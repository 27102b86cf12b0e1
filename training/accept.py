"""The tests a package must pass before it ships; prints a table and exits 1 if it must not.

Responsible for: getting the package's answers as users would get them.
Not responsible for: judging them (`judge`).

    python training/accept.py package/translate-fr_en-1_0 --text eval/flores-dev eval/ntrex128 eval/tico19
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import judge
from onetongue import Normalizer, Options
from onetongue.engines.argos import ArgosTranslator
from onetongue.engines.packages import Package, open_package
from onetongue.engines.packages.checksums import MANIFEST, verify
from onetongue.errors import ModelError, OnetongueError
from score import Text, read_text, score

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_HERE = Path(__file__).parent
CAPTIONS = _HERE / "data" / "captions.tsv"
WORDS = _HERE / "data" / "article_words.txt"
APERTIUM = _HERE / "data" / "apertium.tsv"
ARTICLE = _HERE.parent / "fixtures" / "nagorno-karabakh" / "input.txt"


class Line(NamedTuple):
    """A caption or heading, and a person's translation."""

    kind: str
    french: str
    english: str


def read_captions(path: Path = CAPTIONS) -> list[Line]:
    """Read `kind TAB French TAB English` lines; those that start with # are comments."""
    return [Line(*row.split("\t")) for row in _rows(path)]


def read_words(path: Path = WORDS) -> list[str]:
    """Read the words that the normalized article must have, one to a line."""
    return _rows(path)


def read_figures(path: Path = APERTIUM) -> dict[str, judge.Figures]:
    """Read `text TAB BLEU TAB chrF` lines: what Apertium has on each text."""
    fields = (row.split("\t") for row in _rows(path))
    return {name: judge.Figures(float(bleu), float(chrf)) for name, bleu, chrf in fields}


def _rows(path: Path) -> list[str]:
    """The lines of a file but for empty ones and comments."""
    rows = path.read_text(encoding="utf-8").splitlines()
    return [row for row in rows if row and not row.startswith("#")]


def sound(package: Package) -> list[judge.Verdict]:
    """Judge whether every file of the package is as its manifest says."""
    try:
        found = "verified" if verify(package.folder, fresh=True) else f"no {MANIFEST}"
    except ModelError as err:
        found = str(err)
    return [judge.Verdict("checksums", found, "verified", found == "verified")]


def captions(normalizer: Normalizer, rows: list[Line]) -> list[judge.Verdict]:
    """Judge captions and headings as they are, and the headings in capitals."""
    found = normalizer.translate([row.french for row in rows])
    answers = [
        judge.Answer(row.french, row.english, text) for row, text in zip(rows, found, strict=True)
    ]
    loud = [
        judge.Answer(row.french.upper(), row.english.upper(), "")
        for row in rows
        if row.kind == "heading"
    ]
    heard = normalizer.translate([answer.french for answer in loud])
    shouted = [one._replace(found=text) for one, text in zip(loud, heard, strict=True)]
    return judge.short_lines("captions", answers) + judge.capitals(shouted)


def evaluated(
    package: Package,
    normalizer: Normalizer,
    texts: Sequence[Text],
    apertium: Mapping[str, judge.Figures],
) -> list[judge.Verdict]:
    """Judge evaluation texts: the engine's figures, and flaws of what a user gets.

    Raises:
        ValueError: there are no figures of Apertium on this text.
    """
    verdicts: list[judge.Verdict] = []
    everything: list[judge.Answer] = []
    for one in texts:
        if one.name not in apertium:
            raise ValueError(f"{one.name}: {APERTIUM} has no line for it; see score.py --apertium")
        measured = score(ArgosTranslator(package), one)
        ours = judge.Figures(measured.bleu, measured.chrf)
        found = normalizer.translate(one.french)
        answers = [judge.Answer(*row) for row in zip(one.french, one.english, found, strict=True)]
        verdicts += judge.quality(one.name, ours, apertium[one.name])
        verdicts += judge.lines(one.name, answers)
        everything += answers
    return [*verdicts, judge.numbers("texts", everything)]


def article(normalizer: Normalizer, document: str, words: list[str]) -> list[judge.Verdict]:
    """Judge the example article's three segments, without any marker in the way."""
    result = normalizer.normalize(document)
    failed = {
        name
        for record in result.records
        for name, found in record.translation.checks
        if found == "failed" and name != "mistranslation"  # which says that the model is not sure
    }
    left = [segment.text for segment in normalizer.detect(result.text)]
    replaced = " ".join(record.replacement for record in result.records)
    three = judge.Verdict(
        "article: segments",
        str(len(result.records)),
        "3",
        len(result.records) == 3,  # noqa: PLR2004
    )
    checks = ", ".join(sorted(failed)) or "none"
    sure = judge.Verdict("article: checks failed, but for confidence", checks, "none", not failed)
    return [three, sure, *judge.article(replaced, words, left)]


def accept(
    folder: Path, texts: Sequence[Path], rows: list[Line], words: list[str]
) -> list[judge.Verdict]:
    """Every judgement on the package in `folder`.

    Raises:
        ModelError: it cannot be loaded at all.
        ValueError: a text is not whole, or there are no figures of Apertium on it.
    """
    package = open_package(folder, "fr", "en")
    normalizer = Normalizer(Options(markers="none"), engine=ArgosTranslator(package))
    apertium = read_figures()
    return [
        *sound(package),
        *evaluated(package, normalizer, list(map(read_text, texts)), apertium),
        *captions(normalizer, rows),
        *article(normalizer, ARTICLE.read_text(encoding="utf-8"), words),
    ]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("package", type=Path, help=".argosmodel file or its folder")
    parser.add_argument(
        "--text", type=Path, nargs="+", required=True, help="NAME of NAME.fr, NAME.en"
    )
    given = parser.parse_args()
    try:
        verdicts = accept(given.package, given.text, read_captions(), read_words())
    except (OnetongueError, ValueError) as err:  # it cannot be loaded, or cannot translate
        raise SystemExit(f"{err}\n\nIt must not ship.") from err
    print(judge.table(verdicts))
    ships = all(verdict.ships for verdict in verdicts)
    print("\nIt may ship." if ships else "\nIt must not ship.")
    raise SystemExit(not ships)


if __name__ == "__main__":
    main()
