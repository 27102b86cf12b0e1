"""BLEU, chrF, speed and memory of a package, through our own engine.

Responsible for: translating a text with one of our engines and comparing it.
Not responsible for: whether the figures are good enough (`accept`).

    python training/score.py package/translate-fr_en-1_0 --text eval/flores-dev --beams 1 2 4
"""

from __future__ import annotations

import argparse
import resource
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import sacrebleu

from corpora import read_lines
from onetongue.document import Options
from onetongue.engines import choose
from onetongue.engines.argos import ArgosTranslator, Decoding, Handling
from onetongue.engines.packages import open_package

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.engines import Translator

_KILOBYTE = 1024


class Text(NamedTuple):
    """French lines and their English references."""

    name: str
    french: Sequence[str]
    english: Sequence[str]

    def scores(self, found: Sequence[str]) -> tuple[float, float]:
        """BLEU and chrF of translations of it, one a line."""
        references = [list(self.english)]
        bleu = sacrebleu.corpus_bleu(list(found), references).score
        return bleu, sacrebleu.corpus_chrf(list(found), references).score


class Score(NamedTuple):
    """What one way of decoding one text is worth; memory is the process's peak so far, in MB."""

    text: str
    way: str
    bleu: float
    chrf: float
    sentences_a_second: float
    megabytes: float


def read_text(prefix: Path) -> Text:
    """Read `prefix`.fr and `prefix`.en.

    Raises:
        ValueError: they have not as many lines.
    """
    french, english = (read_lines(prefix.with_name(f"{prefix.name}.{end}")) for end in ("fr", "en"))
    if len(french) != len(english):
        raise ValueError(f"{prefix}: {len(french)} French lines, but {len(english)} English ones")
    return Text(prefix.name, french, english)


def score(translator: Translator, text: Text, way: str = "") -> Score:
    """Translate `text` and compare; loading the model is not timed. `way` is what the table says."""
    translator.translate(["Un."])
    started = time.perf_counter()
    found = [one.text for one in translator.translate(text.french)]
    seconds = time.perf_counter() - started
    bleu, chrf = text.scores(found)
    return Score(
        text=text.name,
        way=way,
        bleu=bleu,
        chrf=chrf,
        sentences_a_second=len(found) / seconds,
        megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILOBYTE,
    )


def table(scores: Sequence[Score]) -> str:
    """The scores as a Markdown table."""
    head = "| text | decoding | BLEU | chrF | sentences/s | peak MB |\n| --- | --- | --- | --- | --- | --- |"
    rows = [
        f"| {s.text} | {s.way} | {s.bleu:.2f} | {s.chrf:.2f} | {s.sentences_a_second:.1f} "
        f"| {s.megabytes:.0f} |"
        for s in scores
    ]
    return "\n".join([head, *rows])


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("package", type=Path, help=".argosmodel file or its folder")
    parser.add_argument(
        "--text", type=Path, nargs="+", required=True, help="NAME of NAME.fr, NAME.en"
    )
    parser.add_argument("--beams", type=int, nargs="+", default=[1, 2, 4])
    parser.add_argument("--apertium", action="store_true", help="Apertium too, if it is installed")
    given = parser.parse_args()
    package = open_package(given.package, "fr", "en")
    engines: dict[str, Translator] = {
        f"beam {beam}": ArgosTranslator(package, Handling(Decoding(beam))) for beam in given.beams
    }
    if given.apertium:
        engines["Apertium"] = choose(Options(engine="apertium"), "fr")
    texts = [read_text(prefix) for prefix in given.text]
    print(table([score(engine, text, way) for text in texts for way, engine in engines.items()]))


if __name__ == "__main__":
    main()
