"""Count the literals and names of French sentences that engines damage.

Run: python benchmarks/translation/kept.py [PACKAGE] [--errors]

PACKAGE is a French to English .argosmodel file or its folder; without one the embedded model is
asked, and Apertium where it is installed. The sentences of `data/kept.txt` mark what must stand in
the English as it is. Prints a Markdown table: how many do not, in the engine's first answer and as a
user gets it. `--errors` prints those instead.
"""

from __future__ import annotations

import argparse
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from onetongue import Normalizer, Options
from onetongue.engines import choose
from onetongue.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from onetongue.engines import Translator

DATA = Path(__file__).parent / "data" / "kept.txt"
MARKED = re.compile("⟦(.*?)⟧")


class Case(NamedTuple):
    """A sentence, of which part, and what is to be kept of it, each as often as it stands."""

    part: str
    text: str
    kept: tuple[str, ...]

    def lost(self, translation: str) -> list[str]:
        """What stands in the translation less often."""
        return [one for one in self.kept if translation.count(one) < self.kept.count(one)]


def cases() -> list[Case]:
    """The sentences, in order."""
    found, part = list[Case](), ""
    for line in DATA.read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            part = line.removeprefix("=== ")
        elif not line.startswith("# "):
            found.append(Case(part, MARKED.sub(r"\1", line), tuple(MARKED.findall(line))))
    return found


def engines(package: str) -> Iterator[tuple[str, Translator]]:
    """The engines that are asked, by name."""
    if package:
        yield Path(package).stem, choose(Options(model=package), "fr")
        return
    for name in ("auto", "apertium"):
        with suppress(ModelError):
            engine = choose(Options(engine=name), "fr")
            yield engine.id.name, engine


def ways(engine: Translator) -> dict[str, Callable[[Sequence[str]], Sequence[str]]]:
    """The engine alone, and with all that is around it."""
    return {
        "first answer": lambda texts: [one.text for one in engine.translate(texts)],
        "as a user gets it": Normalizer(engine=engine).translate,
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("package", nargs="?", default="")
    parser.add_argument("--errors", action="store_true", help="print what is damaged instead")
    given = parser.parse_args()
    known = cases()
    parts = {one.part: sum(len(o.kept) for o in known if o.part == one.part) for one in known}
    if not given.errors:
        print("| | " + " | ".join(f"of {n} {part}" for part, n in parts.items()) + " |")
        print("| --- |" + " --- |" * len(parts))
    for name, engine in engines(given.package):
        for way, translate in ways(engine).items():
            said = translate([one.text for one in known])
            lost = [(one, text, one.lost(text)) for one, text in zip(known, said, strict=True)]
            if given.errors:
                for one, text, some in lost:
                    if some:
                        print(f"{name}, {way}: {some}\n  {one.text}\n  {text}")
                continue
            counts = (sum(len(s) for o, _, s in lost if o.part == part) for part in parts)
            print(f"| {name}, {way} | " + " | ".join(map(str, counts)) + " |")


if __name__ == "__main__":
    main()
