"""Score the names and numbers of an engine's translations, before and after they are put back.

Run: python benchmarks/translation/entities.py [PACKAGE] [--errors]

PACKAGE is a French to English .argosmodel file or its folder; without one the engine that
`normalize` would take translates 500 sentences of NTREX-128 that hold names, in three ways: with
nothing put back, with that, and with what fails the check asked for once more as well. A gold name
is one that the human translation has, and the source in the same or a French spelling; it is right
where the engine's translation has it. What is put back is right if the human translation has it and
not what it replaces. Then the false alarms: what the check says of human translations, and what is
put back into them. Prints Markdown tables. `--errors` prints what was put back wrongly, what is
doubtful without a wrong name, and what is changed in human translations instead.
"""

from __future__ import annotations

import argparse
import re
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parents[1] / "detection"))

from sources import PARALLEL, Pair, lines

from onetongue.document import Options
from onetongue.engines import Translator, choose
from onetongue.language.spellings import exonyms, folded, is_common, is_same_name
from onetongue.language.wordlists import words
from onetongue.names import lost_names
from onetongue.names.kept import NamePart, parts
from onetongue.translate import Oracle, lost_numbers, translate_segments

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from onetongue.document import Translation

SENTENCES = 500
LETTERS = 3  # of a gold name; shorter ones are found by chance
CHECK = "inconsistent-entities"
TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|.", re.DOTALL)
WORD = re.compile(r"\w")
WAYS = ("nothing put back", "put back", "put back, and asked once more")


@dataclass(frozen=True, slots=True)
class Change:
    """What was put back, in place of what, and whether the human translation agrees."""

    before: str
    after: str
    is_right: bool


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, its human translation, and the names that are in both with their spellings."""

    pair: Pair
    names: Mapping[str, frozenset[str]]

    def wrong(self, text: str) -> list[str]:
        """The names that a translation has in no spelling."""
        theirs = {part.text for part in parts(text)}
        plain = {folded(one) for one in theirs}
        return [
            name
            for name, spellings in self.names.items()
            if plain.isdisjoint(spellings) and not any(is_same_name(one, name) for one in theirs)
        ]


def all_pairs(*names: str) -> list[Pair]:
    """Every line of some of the parallel text, in order."""
    return [Pair(*map(str.strip, line.split("\t"))) for name in names for line in lines(name)]


def gold(pair: Pair) -> dict[str, frozenset[str]]:
    """The names of the human translation that the source has, each with its spellings, folded.

    >>> list(gold(Pair("On Monday Putin came to Baku from Rome.", "Poutine vint de Rome à Bakou.")))
    ['Putin', 'Baku', 'Rome']
    """
    french = [part for part in parts(pair.french) if part.is_name]
    found: dict[str, frozenset[str]] = {}
    for part in parts(pair.english):
        same = [one for one in french if is_same(one.text, part.text)]
        if same and is_gold(part, same):
            found[part.text] = frozenset(folded(one.text) for one in (part, *same))
    return found


def is_same(french: str, english: str) -> bool:
    """Whether two words are one name by spelling, sound, or the tables of places."""
    return is_same_name(french, english) or exonyms().english.get(folded(french)) == english


def is_gold(part: NamePart, same: Sequence[NamePart]) -> bool:
    """Whether a word of the human translation is a name, and not only the start of a sentence."""
    if not part.is_name or len(part.text) < LETTERS or part.text.lower() in words("capitalised"):
        return False
    return not (part.opens and all(one.opens for one in same) and is_common(part.text))


def changes(source: str, target: str, human: str) -> Iterator[Change]:
    """What is put back into `target`, word by word."""
    made = lost_numbers.put_back(source, lost_names.put_back(source, target))
    before, after = TOKEN.findall(target), TOKEN.findall(made)
    known = TOKEN.findall(human)
    plain = set(map(folded, known))
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            old = [folded(one) in plain for one in before[i:j] if WORD.match(one)]
            new = [
                any(is_same(one, other) for other in known) for one in after[k:m] if WORD.match(one)
            ]
            is_right = all(new) and not all(old)
            yield Change("".join(before[i:j]), "".join(after[k:m]), is_right)


def answers(
    cases: Sequence[Case], engine: Translator, *, puts_back: bool, checks: bool
) -> tuple[Translation, ...]:
    """The translations in one of the three ways."""

    def same(_: str, target: str) -> str:
        return target

    with ExitStack() as stack:
        if not puts_back:
            stack.enter_context(patch.object(lost_names, "put_back", same))
            stack.enter_context(patch.object(lost_numbers, "put_back", same))
        if not checks:
            stack.enter_context(patch.object(lost_names, "missing", lambda *_: ()))
        return translate_segments([case.pair.french for case in cases], Oracle(engine))


def failed(translation: Translation, check: str) -> bool:
    """Whether a translation fails a check."""
    return dict(translation.checks).get(check) == "failed"


def share(part: int, whole: int) -> str:
    """A share as a decimal fraction."""
    return f"{part / whole:.3f}" if whole else "-"


def engine_tables(cases: Sequence[Case], said: Sequence[tuple[Translation, ...]]) -> Iterator[str]:
    """The tables of names and of numbers in the engine's translations."""
    total = sum(len(case.names) for case in cases)
    yield f"### {len(cases)} sentences of NTREX-128 with {total} names\n"
    yield "| | names right | sentences with all names right | fail `numbers` | doubtful |"
    yield "| --- | --- | --- | --- | --- |"
    for way, made in zip(WAYS, said, strict=True):
        wrong = [case.wrong(one.text) for case, one in zip(cases, made, strict=True)]
        right = total - sum(map(len, wrong))
        cells = [
            f"{right} ({share(right, total)})",
            f"{wrong.count([])} ({share(wrong.count([]), len(cases))})",
            str(sum(failed(one, "numbers") for one in made)),
            str(sum(one.doubtful for one in made)),
        ]
        yield f"| {way} | {' | '.join(cells)} |"
    found = [
        change for case, one in zip(cases, said[0], strict=True) for change in made_of(case, one)
    ]
    yield "\n| put back | rightly | wrongly |\n| --- | --- | --- |"
    for what, is_number in (("names", False), ("numbers", True)):
        some = [one for one in found if one.after[:1].isdigit() == is_number]
        right = sum(one.is_right for one in some)
        yield f"| {what} | {right} | {len(some) - right} |"
    both = [
        (bool(case.wrong(one.text)), failed(one, CHECK))
        for case, one in zip(cases, said[-1], strict=True)
    ]
    true, told = both.count((True, True)), sum(is_told for _, is_told in both)
    wrong_ones = sum(is_wrong for is_wrong, _ in both)
    yield f"\n| sentences that fail `{CHECK}` | with a wrong name | precision | recall |"
    yield "| --- | --- | --- | --- |"
    yield f"| {told} | {true} of {wrong_ones} | {share(true, told)} | {share(true, wrong_ones)} |"


def made_of(case: Case, one: Translation) -> Iterator[Change]:
    """What is put back into a translation that nothing was put into."""
    return changes(case.pair.french, one.text, case.pair.english)


def human_table(pairs: Sequence[Pair]) -> Iterator[str]:
    """The table of false alarms."""

    def count(is_so: Callable[[str, str], bool]) -> str:
        number = sum(is_so(pair.french, pair.english) for pair in pairs)
        return f"{number} | {number / len(pairs):.4f}"

    def is_changed(source: str, target: str) -> bool:
        return lost_names.put_back(source, target) != target

    rows = {
        f"fail `{CHECK}`": lambda s, t: bool(lost_names.missing(s, t)),
        "fail it after names are put back": lambda s, t: bool(
            lost_names.missing(s, lost_names.put_back(s, t))
        ),
        "have a name put back": is_changed,
        "have a number put back": lambda s, t: lost_numbers.put_back(s, t) != t,
    }
    yield f"\n### {len(pairs)} human translations (FLORES-101 dev, NTREX-128)\n"
    yield "| | lines | share |\n| --- | --- | --- |"
    for title, is_so in rows.items():
        yield f"| {title} | {count(is_so)} |"


def errors(cases: Sequence[Case], said: Sequence[tuple[Translation, ...]]) -> Iterator[str]:
    """What went wrong, and what is changed in human translations."""
    for case, raw, last in zip(cases, said[0], said[-1], strict=True):
        for change in made_of(case, raw):
            if not change.is_right:
                yield f"put back wrongly: {change.after} for {change.before}\n  {raw.text}"
        if failed(last, CHECK) and not case.wrong(last.text):
            yield f"doubtful: {lost_names.missing(case.pair.french, last.text)}\n  {last.text}"
    for pair in all_pairs(*PARALLEL):
        for change in changes(pair.french, pair.english, pair.english):
            yield f"human: {change.after} for {change.before}"


def main() -> None:
    """Print the tables."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument(
        "package", nargs="?", metavar="PACKAGE", help=".argosmodel file or folder"
    )
    arguments.add_argument("--errors", action="store_true", help="print what went wrong instead")
    chosen = arguments.parse_args()
    known = [Case(pair, gold(pair)) for pair in all_pairs("ntrex128.tsv")]
    cases = Random(0).sample([case for case in known if case.names], SENTENCES)
    engine = choose(Options(model=chosen.package), "fr")
    said = [
        answers(cases, engine, puts_back=puts_back, checks=checks)
        for puts_back, checks in ((False, False), (True, False), (True, True))
    ]
    if chosen.errors:
        print("\n".join(errors(cases, said)))
        return
    for line in (*engine_tables(cases, said), *human_table(all_pairs(*PARALLEL))):
        print(line, flush=True)


if __name__ == "__main__":
    main()
