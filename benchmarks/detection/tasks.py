"""The tasks: documents with gold spans, built deterministically from the text in `data/`.

A gold span is what is to be translated: a sentence's own closing point is inside, English quotation
marks, parentheses and dashes around a fragment are outside, guillemets are inside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import noise
from sources import Pair, lines, marked, runs, sentences, unmarked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CASES = 300
# What stands around a heading or a sentence that is judged by itself.
PROSE = (
    "Talks between the port unions and the Dutch operator collapsed on Monday night after eleven "
    "hours. Neither side has set a date to resume, the company said."
)
STYLES = {
    "“ ”": ("“", "”"),
    "« »": ("« ", " »"),
    "parentheses": ("(", ")"),
    "dashes": ("– ", " –"),
    "bare": ("", ""),
}
# A fragment begins with one of these, or with an elided one, and ends before one: it is a phrase.
FRENCH_FUNCTION = frozenset(
    "le la les un une des du de d l au aux à en dans sur sous par pour sans avec chez vers entre "
    "depuis pendant après avant contre selon malgré comme et ou mais donc car ni que qui dont où qu "
    "si quand lorsque puisque ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes "
    "il elle ils elles on nous vous je j ne n se s y c est sont était ont a été être plus très "
    "plusieurs quelques certains tous toutes tout toute afin ainsi alors".split()
)
ENGLISH_FUNCTION = frozenset(
    "of in on at with for to and that when while who which as by from into after before because "
    "but or than over under between during against until where if since through".split()
)
FRAGMENT = range(3, 9)
HARD_STOP = re.compile(r"[.;:!?…«»“”()\[\]\"–—/]")


@dataclass(frozen=True, slots=True)
class Case:
    """A document, the spans to be found in it, and which part of the task it belongs to.

    A kind `fr/signs` belongs to `fr` too.
    """

    text: str
    gold: frozenset[tuple[int, int]]
    kind: str = ""


def _joined(parts: list[tuple[str, bool]], separator: str, kind: str = "") -> Case:
    """A case of English parts and French ones (True), in order."""
    text, gold = "", set()
    for part, is_french in parts:
        text += separator if text else ""
        if is_french:
            gold.add((len(text), len(text) + len(part)))
        text += part
    return Case(text, frozenset(gold), kind)


def _paragraph(pairs: list[Pair], *, is_french: bool) -> tuple[str, bool]:
    return " ".join(p.french if is_french else p.english for p in pairs), is_french


def _chosen(split: str, seed: int, task: str) -> Iterator[tuple[Random, list[list[Pair]]]]:
    """For every case its own random source and five runs of at least three sentences."""
    pool = [complete for run in runs(split, seed) if len(complete := sentences(run)) > 2]  # noqa: PLR2004
    for i in range(CASES):
        random = Random(f"{task} {split} {seed} {i}")
        yield random, random.sample(pool, 5)


def paragraphs(split: str, seed: int) -> list[Case]:
    """One or two French paragraphs among English ones."""
    cases = []
    for random, chosen in _chosen(split, seed, "paragraphs"):
        first = random.randrange(5)
        french = {first, (first + 2) % 5} if random.random() < 1 / 3 else {first}
        parts = [
            _paragraph(run[: random.choice([2, 3, 4])], is_french=i in french)
            for i, run in enumerate(chosen)
        ]
        cases.append(_joined(parts, "\n\n"))
    return cases


def one_sentence(split: str, seed: int) -> list[Case]:
    """One French sentence in an English paragraph, in the place of its original."""
    cases = []
    for random, chosen in _chosen(split, seed, "sentence"):
        place = random.randrange(len(chosen[0]))
        parts = [_paragraph([pair], is_french=i == place) for i, pair in enumerate(chosen[0])]
        cases.append(_joined(parts, " "))
    return cases


def fragments(split: str, seed: int) -> list[Case]:
    """A phrase of three to eight French words inside an English sentence."""
    hosts = [pair.english for run in runs(split, seed) for pair in sentences(run)]
    hosts = [host for host in hosts if not HARD_STOP.search(host[:-1]) and list(_gaps(host))]
    phrases = sorted(
        {p for run in runs(split, seed) for pair in run for p in _phrases(pair.french)}
    )
    cases = []
    for i in range(CASES):
        random = Random(f"fragments {split} {seed} {i}")
        style = [*STYLES][i % len(STYLES)]
        host, phrase = random.choice(hosts), random.choice(phrases)
        gap = random.choice(list(_gaps(host)))
        opening, closing = STYLES[style]
        quoted = f"{opening}{phrase}{closing}" if style == "« »" else phrase
        before, after = host[:gap], host[gap:]
        if style != "« »":
            before, after = f"{before} {opening}", f"{closing}{after}"
        else:
            before += " "
        cases.append(_joined([(before, False), (quoted, True), (after, False)], "", style))
    return cases


def _words(text: str) -> list[re.Match[str]]:
    return list(re.finditer(r"\S+", text))


def _bare(word: str) -> str:
    return word.strip(".,;:!?…'’\"«»“”()").lower()


def _is_french_function(word: str) -> bool:
    return re.split("['’]", _bare(word))[0] in FRENCH_FUNCTION


def _phrases(french: str) -> Iterator[str]:
    """The phrases of a sentence: from a function word to before the next one, names not at an edge."""
    words = _words(french)
    for first, word in enumerate(words):
        if not (word.group()[0].islower() and _is_french_function(word.group())):
            continue
        for size in FRAGMENT:
            if first + size >= len(words):
                break
            last, following = words[first + size - 1], words[first + size].group()
            phrase = french[word.start() : last.end()]
            if HARD_STOP.search(phrase):
                break
            ends = phrase.endswith(",") or _is_french_function(following)
            end = last.group().rstrip(",")
            is_content = len(end) > 3 and end.isalpha() and end.islower()  # noqa: PLR2004
            if ends and is_content and end not in FRENCH_FUNCTION:
                yield phrase.rstrip(",")


def _gaps(english: str) -> Iterator[int]:
    """Where a phrase may be put: after a plain word and before a function word."""
    words = _words(english)
    for before, after in pairwise(words[1:]):
        is_plain = before.group().isalpha() and before.group().islower()
        if (
            is_plain
            and before.group() not in ENGLISH_FUNCTION
            and after.group() in ENGLISH_FUNCTION
        ):
            yield before.end()


def noisy(split: str, seed: int) -> list[Case]:
    """French paragraphs and sentences among English ones, after an accident to the whole text."""
    cases = []
    for i, (random, chosen) in enumerate(_chosen(split, seed, "noise")):
        kind = [*noise.KINDS][i % len(noise.KINDS)]
        place = random.randrange(3)
        sentence = _joined(
            [_paragraph([p], is_french=n == place) for n, p in enumerate(chosen[1][:3])], " "
        )
        whole = _joined([_paragraph(chosen[2][:2], is_french=True)], "")
        case = _stacked(
            [
                _joined([_paragraph(chosen[0][:2], is_french=False)], ""),
                random.choice([sentence, whole]),
                _joined([_paragraph(chosen[3][:2], is_french=False)], ""),
            ]
        )
        text, gold = noise.rewrite(case.text, noise.KINDS[kind](case.text, random), case.gold)
        cases.append(Case(text, gold, kind))
    return cases


def _stacked(parts: list[Case], kind: str = "") -> Case:
    """One document of several, a blank line between them."""
    text, gold = "", set()
    for part in parts:
        text += "\n\n" if text else ""
        gold |= {(start + len(text), end + len(text)) for start, end in part.gold}
        text += part.text
    return Case(text, frozenset(gold), kind)


def headings(split: str, seed: int) -> list[Case]:
    """A heading or caption by itself between English paragraphs; the kind is its language."""
    rows = [line.split("\t") for line in lines(f"headings.{split}.tsv")]
    return [
        _stacked(
            [
                Case(PROSE, frozenset()),
                _joined([(text, label == "fr")], "", label),
                Case(PROSE, frozenset()),
            ],
            label,
        )
        for label, _, text in rows
    ]


def names(split: str, seed: int) -> list[Case]:
    """English sentences full of French names, dishes, institutions and loanwords."""
    return [
        Case(f"{PROSE}\n\n{line}\n\n{PROSE}", frozenset()) for line in lines(f"names.{split}.tsv")
    ]


def news(split: str, seed: int) -> list[Case]:
    """English news, six lines a document."""
    return [Case("\n\n".join(p.english for p in run), frozenset()) for run in runs(split, seed)]


def near(split: str, seed: int) -> list[Case]:
    """Sentences and headings in languages like French; the kind is the language."""
    return _foreign(f"near.{split}.tsv")


def near_tongues(split: str, seed: int) -> list[Case]:
    """Paragraphs and lines in creoles, Walloon, Breton and the like; the kind is the language."""
    return _foreign(f"near-tongues.{split}.tsv")


def _foreign(name: str) -> list[Case]:
    rows = [line.split("\t") for line in lines(name)]
    return [Case(f"{PROSE}\n\n{text}\n\n{PROSE}", frozenset(), language) for language, text in rows]


def field(split: str, seed: int) -> list[Case]:
    """A line or small block by itself as found in real documents, by language and kind."""
    prose = Case(PROSE, frozenset())
    cases = []
    for language, name in (("fr", "french"), ("en", "english")):
        for row in lines(f"field-{name}.{split}.tsv"):
            kind, _, block = row.partition("\t")
            text, gold = unmarked(block.replace(" ⏎ ", "\n"))
            label = f"{language}/{kind}"
            cases.append(_stacked([prose, Case(text, gold), prose], label))
    return cases


def documents(split: str, seed: int) -> list[Case]:
    """Newspaper documents written by hand."""
    return [Case(text, gold) for text, gold in marked(f"mixed.{split}.txt")]


TASKS: dict[str, Callable[[str, int], list[Case]]] = {
    "paragraphs": paragraphs,
    "sentence": one_sentence,
    "fragments": fragments,
    "headings": headings,
    "names": names,
    "news": news,
    "noise": noisy,
    "near": near,
    "field": field,
    "near_tongues": near_tongues,
    "documents": documents,
}
