"""Score the checks of translations: what they catch, and how often they cry wolf.

Run: python benchmarks/translation/checks.py [--seed N] [--errors N]

Human translations (FLORES-101 dev, NTREX-128) are good ones; a bad one is a good one with one thing
done to it. Prints two Markdown tables, and one of the answers that were written or collected:
`data/bad-HALF.tsv` as engines damage them, `data/good-HALF.tsv` by people, in a half that the checks
were made with and one that they were not. `--errors` prints good ones that are called bad, and bad
ones that are not, instead. `untranslated` is judged as the pipeline does: it fails, too, when the
detector finds French in the translation.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "detection"))

from sources import PARALLEL, Pair, lines

import onetongue
from onetongue.translate.checks import check

DATA = Path(__file__).parent / "data"
HALVES = ("tune", "test")
CASES = 300
PARAGRAPH = 3  # lines
LITERALS = (
    "https://example.org/a_b?x=1",
    "www.example.com/fr",
    "jean.dupont@example.org",
    "{user_id}",
    "{{ name }}",
    "%1$s",
    "<b>",
    "`make all`",
    "@le_monde",
    "#Paris2024",
    "file_name",
)
NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?![\w.,]*\w)")
MARKED = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d+\.\d+)(?![\w.,]*\w)")
Corruption = Callable[[Pair, Random, list[Pair]], Pair | None]


def copied(pair: Pair, _: Random, __: list[Pair]) -> Pair:
    """The French, copied."""
    return Pair(pair.french, pair.french)


def half_french(pair: Pair, _: Random, __: list[Pair]) -> Pair:
    """The second half in French."""
    return Pair(f"{half(pair.english, 0)} {half(pair.french, 1)}", pair.french)


def half(text: str, which: int) -> str:
    """The first or second half of the words of a text."""
    words = text.split()
    middle = len(words) // 2
    return " ".join(words[middle:] if which else words[:middle])


def digit(pair: Pair, random: Random, _: list[Pair]) -> Pair | None:
    """One digit changed."""
    found = [*NUMBER.finditer(pair.english)]
    if not found:
        return None
    number = random.choice(found)
    place = random.choice([i for i in range(*number.span()) if pair.english[i].isdigit()])
    other = random.choice([d for d in "123456789" if d != pair.english[place]])
    return Pair(pair.english[:place] + other + pair.english[place + 1 :], pair.french)


def number_dropped(pair: Pair, random: Random, _: list[Pair]) -> Pair | None:
    """A number dropped."""
    found = [*NUMBER.finditer(pair.english)]
    return replaced(pair, random.choice(found), "") if found else None


def confused(pair: Pair, random: Random, _: list[Pair]) -> Pair | None:
    """The decimal point or the mark between groups of digits confused."""
    found = [*MARKED.finditer(pair.english)]
    if not found:
        return with_decimal(pair)
    number = random.choice(found)
    new = number[0].translate(str.maketrans(",.", ".,"))
    if "," in number[0]:  # "1.960", or French "1 960"
        new = random.choice([new, number[0].replace(",", " ")])
    return replaced(pair, number, new)


def with_decimal(pair: Pair) -> Pair | None:
    """The first plain number that stands once in both with a French decimal in both."""
    for number in NUMBER.finditer(pair.english):
        same = [*re.finditer(rf"(?<![\w.,]){number[0]}(?!\w|[ \u00a0\u202f]?h\b)", pair.french)]
        if len(same) == 1 and len(number[0]) < 4:  # noqa: PLR2004 - no years
            french = pair.french[: same[0].end()] + ",5" + pair.french[same[0].end() :]
            return Pair(replaced(pair, number, number[0] + ",5").english, french)
    return None


def swapped(pair: Pair, random: Random, _: list[Pair]) -> Pair | None:
    """Two different numbers swapped."""
    found = [*NUMBER.finditer(pair.english)]
    pairs = [(a, b) for a in found for b in found if a.start() < b.start() and a[0] != b[0]]
    if not pairs:
        return None
    first, second = random.choice(pairs)
    between = pair.english[first.end() : second.start()]
    before, after = pair.english[: first.start()], pair.english[second.end() :]
    return Pair(before + second[0] + between + first[0] + after, pair.french)


def replaced(pair: Pair, match: re.Match[str], new: str) -> Pair:
    """The pair with something else for one match in its English."""
    text = pair.english[: match.start()] + new + pair.english[match.end() :]
    return Pair(" ".join(text.split()), pair.french)


def with_literal(change: Callable[[str, Random], str]) -> Corruption:
    """A literal in the middle of both, changed in the English."""

    def corrupt(pair: Pair, random: Random, _: list[Pair]) -> Pair:
        literal = random.choice(LITERALS)
        french = f"{half(pair.french, 0)} {literal} {half(pair.french, 1)}"
        english = [half(pair.english, 0), change(literal, random), half(pair.english, 1)]
        return Pair(" ".join(filter(None, english)), french)

    return corrupt


def damage(literal: str, random: Random) -> str:
    """A space in it, one character lost, or other letters."""
    place = random.randrange(1, len(literal) - 1)
    return random.choice(
        [
            literal[:place] + " " + literal[place:],
            literal[:place] + literal[place + 1 :],
            literal.swapcase() if literal.swapcase() != literal else literal + literal[-1],
        ]
    )


def repeated(least: int, most: int) -> Corruption:
    """So many words in a row, three to six times."""

    def corrupt(pair: Pair, random: Random, _: list[Pair]) -> Pair | None:
        words, size = pair.english.split(), random.randint(least, most)
        if len(words) < size + 2:
            return None
        start = random.randrange(len(words) - size)
        passage = words[start : start + size]
        if not re.search(r"[^\W\d]", " ".join(passage)):
            return None
        times = random.randint(2, 5)
        return Pair(" ".join(words[:start] + passage * times + words[start:]), pair.french)

    return corrupt


def looped(pair: Pair, random: Random, _: list[Pair]) -> Pair | None:
    """The last clause again, once to three times."""
    clause = re.split(r"(?<=[,;:])\s+|\s+(?=(?:and|or|but|that|which|who|because)\b)", pair.english)
    if len(clause[-1].split()) < 4:  # noqa: PLR2004 - a shorter one is a phrase
        return None
    text = pair.english + f" {clause[-1]}" * random.randint(1, 3)
    return Pair(text, pair.french)


def half_dropped(pair: Pair, _: Random, __: list[Pair]) -> Pair:
    """The second half dropped."""
    return Pair(half(pair.english, 0) + ".", pair.french)


def sentence_dropped(pair: Pair, random: Random, pairs: list[Pair]) -> Pair:
    """The last line of a paragraph dropped."""
    first = random.randrange(len(pairs) - PARAGRAPH)
    lines = pairs[first : first + random.randint(2, PARAGRAPH)]
    return Pair(join(lines[:-1]).english, join(lines).french)


def join(pairs: list[Pair]) -> Pair:
    """One paragraph of neighbouring lines."""
    return Pair(" ".join(p.english for p in pairs), " ".join(p.french for p in pairs))


def empty(pair: Pair, _: Random, __: list[Pair]) -> Pair:
    """Nothing left."""
    return Pair("", pair.french)


def appended(pair: Pair, random: Random, pairs: list[Pair]) -> Pair:
    """An unrelated sentence appended."""
    return Pair(f"{pair.english} {random.choice(pairs).english}", pair.french)


KINDS: dict[str, tuple[str, Corruption]] = {
    "French, copied": ("untranslated", copied),
    "second half in French": ("untranslated", half_french),
    "one digit changed": ("numbers", digit),
    "a number dropped": ("numbers", number_dropped),
    "decimal comma or grouping confused": ("numbers", confused),
    "two numbers swapped": ("numbers", swapped),
    "a literal damaged": ("markup", with_literal(damage)),
    "a literal dropped": ("markup", with_literal(lambda _, __: "")),
    "a literal doubled": ("markup", with_literal(lambda literal, _: f"{literal} {literal}")),
    "a word three to six times": ("duplication", repeated(1, 1)),
    "a phrase three to six times": ("duplication", repeated(2, 5)),
    "the last clause two to four times": ("duplication", looped),
    "half dropped": ("omission", half_dropped),
    "last line of a paragraph dropped": ("omission", sentence_dropped),
    "empty": ("omission", empty),
    "an unrelated sentence appended": ("omission", appended),
}


def failed(pair: Pair) -> set[str]:
    """The checks that a translation fails, as in the pipeline."""
    found = {name for name, result in check(pair.french, pair.english) if result == "failed"}
    return found | ({"untranslated"} if onetongue.detect(pair.english) else set())


def answers(name: str) -> dict[str, list[Pair]]:
    """The answers of one file of `data`, by kind; none if the file is not there.

    Raises:
        SystemExit: a line is not made of a kind, French and English.
    """
    found: dict[str, list[Pair]] = {}
    path = DATA / f"{name}.tsv"
    rows = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    for row in rows:
        kind, *texts = row.split("\t")
        if row[0] == "#" or kind == "kind":
            continue
        if len(texts) != 2:  # noqa: PLR2004 - French and English
            raise SystemExit(f"{path}: no kind, French and English: {row!r}")
        found.setdefault(kind, []).append(Pair(texts[1], texts[0]))
    return found


def doubtful(pairs: list[Pair]) -> int:
    """How many translations fail a check."""
    return sum(bool(failed(pair)) for pair in pairs)


def answer_tables() -> Iterator[str]:
    """The lines of the tables of answers: by kind in each half, and both halves together."""
    for what in ("bad", "good"):
        yield f"\n### {what} answers\n\n| kind | {' | '.join(f'{h}: doubtful' for h in HALVES)} |"
        yield f"|{' --- |' * (len(HALVES) + 1)}"
        halves = [answers(f"{what}-{half}") for half in HALVES]
        for kind in dict.fromkeys(kind for half in halves for kind in half):
            yield row(kind, [half.get(kind, []) for half in halves])
        everything = [[pair for pairs in half.values() for pair in pairs] for half in halves]
        yield row("all", everything)


def row(kind: str, halves: list[list[Pair]]) -> str:
    """One line of a table of answers."""
    cells = [f"{doubtful(pairs)} of {len(pairs)}" if pairs else "" for pairs in halves]
    return f"| {kind} | {' | '.join(cells)} |"


def all_pairs() -> list[Pair]:
    """Every line of the parallel text, in order."""
    return [Pair(*map(str.strip, line.split("\t"))) for name in PARALLEL for line in lines(name)]


def bad(corrupt: Corruption, good: list[Pair], seed: int) -> list[Pair]:
    """Up to `CASES` bad translations, drawn from `good` ones; twice from one if there are few."""
    random = Random(seed)
    drawn = [*random.sample(good, len(good)), *random.sample(good, len(good))]
    found: dict[Pair, None] = {}
    for pair in drawn:
        made = corrupt(pair, random, good)
        if made is not None and made != pair:
            found[made] = None
        if len(found) == CASES:
            break
    return [*found]


def tables(seed: int) -> Iterator[str]:
    """The lines of all tables."""
    pairs = all_pairs()
    good = [pair for pair in pairs if not failed(pair)]
    yield "### caught\n\n| what was done | check | cases | caught by it | by any |"
    yield "| --- | --- | --- | --- | --- |"
    for kind, (name, corrupt) in KINDS.items():
        results = [failed(pair) for pair in bad(corrupt, good, seed)]
        own = sum(name in result for result in results) / len(results)
        anyone = sum(bool(result) for result in results) / len(results)
        yield f"| {kind} | {name} | {len(results)} | {own:.3f} | {anyone:.3f} |"
    yield "\n### cried wolf over human translations\n"
    names = [name for name, _ in check("", "")]
    yield f"| | translations | any check | {' | '.join(names)} |\n|{' --- |' * (len(names) + 3)}"
    paragraphs = [join(pairs[i : i + PARAGRAPH]) for i in range(0, len(pairs), PARAGRAPH)]
    for title, some in (("lines", pairs), (f"paragraphs of {PARAGRAPH} lines", paragraphs)):
        results = [failed(pair) for pair in some]
        shares = [sum(map(bool, results)), *(sum(n in r for r in results) for n in names)]
        cells = [f"{share / len(some):.4f}" for share in shares]
        yield f"| {title} | {len(some)} | {' | '.join(cells)} |"
    yield from answer_tables()


def errors(seed: int, most: int) -> Iterator[str]:
    """The first good ones that fail, and the first bad ones of each kind that pass."""
    pairs = [(pair, failed(pair)) for pair in all_pairs()]
    for pair, names in [item for item in pairs if item[1]][:most]:
        yield f"cried wolf: {', '.join(sorted(names))}\n  {pair.french}\n  {pair.english}"
    for half in HALVES:
        for kind, some in answers(f"good-{half}").items():
            for pair in filter(failed, some):
                yield f"cried wolf: {half}, {kind}\n  {pair.french}\n  {pair.english}"
        for kind, some in answers(f"bad-{half}").items():
            for pair in (one for one in some if not failed(one)):
                yield f"missed: {half}, {kind}\n  {pair.french}\n  {pair.english}"
    good = [pair for pair, names in pairs if not names]
    for kind, (name, corrupt) in KINDS.items():
        missed = [pair for pair in bad(corrupt, good, seed) if name not in failed(pair)]
        for pair in missed[:most]:
            yield f"missed: {kind}\n  {pair.french}\n  {pair.english}"


def main() -> None:
    """Print the tables."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--seed", type=int, default=0, help="does other things to other lines")
    arguments.add_argument("--errors", type=int, default=0, metavar="N", help="the first N errors")
    chosen = arguments.parse_args()
    found = errors(chosen.seed, chosen.errors) if chosen.errors else tables(chosen.seed)
    for line in found:
        print(line, flush=True)


if __name__ == "__main__":
    main()
