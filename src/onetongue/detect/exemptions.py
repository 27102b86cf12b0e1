"""What is foreign and left alone: loanwords, names, places, titles.

Responsible for: the lists in `data/LANGUAGE/`, and recognising a run of capitals joined by
particles as a name. The classes are those WCAG 2 success criterion 3.1.2 exempts from language
marking: proper names, technical terms, words of indeterminate language, vernacular words.
Not responsible for: deciding a language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from onetongue.detect.words import Gap, Shape, Token, tokenize
from onetongue.document import Span
from onetongue.language.word_table import unaccented
from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Reason: TypeAlias = Literal["loanword", "technical term", "proper name", "place name", "title"]

# Exempt words that would have spoken this much for the language are worth reporting: nats.
NOTABLE: Final = 3.0
CAPITALS: Final = frozenset({Shape.CAPITAL, Shape.INITIAL, Shape.UPPER})


@dataclass(frozen=True, slots=True)
class Exemption:
    """Tokens `first` to `last` (inclusive) that are left alone in English, and why."""

    first: int
    last: int
    reason: Reason
    is_certain: bool = True  # False for a name by its capitals alone, and for a single loanword
    odds: float = 0.0  # nats its words would have spoken for the first source language


@dataclass(frozen=True, slots=True)
class ListedExpression:
    """A listed expression: its words, its class, and whether it must be written with a capital.

    A person's single name is no certain one: English has it too.
    """

    words: tuple[str, ...]
    reason: Reason
    has_capital: bool
    is_certain: bool


class Lists:
    """The lists of some languages, looked up by the first word of an expression."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        self._listed: dict[str, list[tuple[str, Reason, bool]]] = {}
        for name, reasons in _FILES.items():
            for expression, kind in _rows(languages, name):
                reason = reasons.get(kind) or reasons[""]
                self._list(expression, reason, is_person=kind == "person")
                # A single plain word is another one: passé and passe, Côme and come.
                if not (expression.isascii() or expression.isalpha()):
                    self._list(unaccented(expression), reason, is_person=kind == "person")
        self._entries: dict[str, dict[str, list[ListedExpression]]] = {}
        heads = [(word.lower(), kind) for word, kind in _rows(languages, "heads.tsv")]
        self.heads = {word for word, _ in heads}
        self._institutions = {word for word, kind in heads if kind == "institution"}
        self.streets = {word for word, kind in heads if kind == "street"}
        self.sites = {word for word, kind in heads if kind in {"street", "place"}}
        self.cues = frozenset(word for word, _ in _rows(languages, "title_cues.txt"))
        self.speech = frozenset(word for word, _ in _rows(languages, "speech_cues.txt"))
        self.verbs = frozenset(word for word, _ in _rows(languages, "verbs.txt"))
        self.given_names = {word.lower() for word, _ in _rows(languages, "given_names.txt")}
        own = {word for word, kind in heads if kind == "person-title"}
        self.titles = words("titles") | words("offices") | words("unfinished") | own

    def _list(self, expression: str, reason: Reason, *, is_person: bool) -> None:
        listed = self._listed.setdefault(_key(expression), [])
        listed.append((expression, reason, is_person))

    def _beginning_with(self, key: str) -> dict[str, list[ListedExpression]]:
        """The expressions under a key by their second word ("" if they have none), longest first.

        They are cut into words when a key is first asked for.
        """
        entries = self._entries.get(key)
        if entries is None:
            entries = {}
            for entry in sorted(
                (_entry(*listed) for listed in self._listed.get(key, ())),
                key=lambda e: -len(e.words),
            ):
                second = entry.words[1] if len(entry.words) > 1 else ""
                entries.setdefault(second, []).append(entry)
            if entries:
                self._entries[key] = entries
        return entries

    def matches(self, tokens: Sequence[Token]) -> Iterator[Exemption]:
        """The longest listed expressions, from left to right, without overlap."""
        i = 0
        while i < len(tokens):
            is_listed = _key(tokens[i].word) in self._listed
            entry = self._longest(tokens, i) if is_listed else None
            if entry is None:
                i += 1
                continue
            last = i + len(entry.words) - 1
            yield Exemption(i, last, entry.reason, is_certain=entry.is_certain)
            i += len(entry.words)

    def begins_name(self, word: str) -> bool:
        """Whether names begin with a word, or with its plural."""
        return word in self.heads or word.removesuffix("s") in self.heads

    def begins_institution(self, word: str) -> bool:
        """Whether the name of an institution, or of several, begins with a word."""
        return word in self._institutions or word.removesuffix("s") in self._institutions

    def persons(self, tokens: Sequence[Token]) -> Iterator[Exemption]:
        """Runs of capitals that are known for a person's name, or joined by hyphens, in Title Case.

        They begin with a given name, a title or a saint: Jean Le Grand, Mrs. Le Goff.
        """
        for run in name_runs(tokens, [False] * len(tokens)):
            named = range(run.first, run.last + 1)
            first = next((i for i in named[:-1] if self._announces(tokens[i])), None)
            if first is not None:
                while first > run.first and tokens[first].gap is Gap.GLUED:
                    first -= 1  # Saint-Jean
                yield replace(run, first=first)
            elif len(named) > 1 and all(tokens[i].gap is Gap.GLUED for i in named[1:]):
                yield run

    def _announces(self, token: Token) -> bool:
        """Whether a person's name follows a token, or begins with it."""
        return token.word in self.given_names or token.word in self.titles

    def _longest(self, tokens: Sequence[Token], i: int) -> ListedExpression | None:
        entries = self._beginning_with(_key(tokens[i].word))
        if not entries:
            return None
        second = bare(tokens[i + 1].word) if i + 1 < len(tokens) else ""
        found: tuple[ListedExpression, ...] = (*entries.get(second, ()), *entries.get("", ()))
        for entry in found:
            stop = i + len(entry.words)
            if stop > len(tokens) or any(t.gap > Gap.COMMA for t in tokens[i + 1 : stop]):
                continue
            if any(bare(t.word) != w for t, w in zip(tokens[i:stop], entry.words, strict=True)):
                continue
            if entry.has_capital and not any(t.shape in CAPITALS for t in tokens[i:stop]):
                continue
            return entry
        return None


_FILES: Final[dict[str, dict[str, Reason]]] = {
    "loanwords.tsv": {"": "loanword", "technical": "technical term"},
    "names.tsv": {"": "proper name", "place": "place name", "title": "title"},
    "exonyms.tsv": {"": "place name"},
}


_LETTERS: Final = re.compile(r"[^\W_]+")


@lru_cache(maxsize=10_000)
def _key(expression: str) -> str:
    """Its first letters or digits, lower-case; the same for an expression and its first token."""
    match = _LETTERS.search(expression)
    return match.group().lower() if match else ""


def _entry(expression: str, reason: Reason, is_person: bool) -> ListedExpression:
    tokens = tokenize(expression, Span(0, len(expression)))
    has_capital = any(character.isupper() for character in expression)
    is_certain = len(tokens) > 1 or (has_capital and not is_person)
    return ListedExpression(tuple(token.word for token in tokens), reason, has_capital, is_certain)


def _rows(languages: tuple[str, ...], name: str) -> Iterator[tuple[str, str]]:
    """The first and the last column of a list, of the languages that have one."""
    for language in languages:
        file = files("onetongue").joinpath("data", language, name)
        if file.is_file():
            for line in file.read_text(encoding="utf-8").split("\n"):
                if line and line[0] != "#":
                    columns = line.split("\t")
                    yield columns[0], columns[-1]


def bare(word: str) -> str:
    """The word without an English genitive."""
    return word.removesuffix("'s")


def is_particle(word: str) -> bool:
    """Whether a French word can stand between the capitals of a name: Rue de Rivoli."""
    return word in words("particles")


def joins_names(word: str) -> bool:
    """Whether a word of any language can: Charles de Gaulle, Ursula von der Leyen.

    Not the prepositions and "et": in "Macron et Scholz à Meseberg" they are all there is to know
    the language by.
    """
    return is_particle(word) or word in words("particles_elsewhere")


def name_runs(tokens: Sequence[Token], is_common: Sequence[bool]) -> Iterator[Exemption]:
    """Capitals joined by hyphens, spaces or particles: `Charles de Gaulle`, `Île-de-France`.

    A capital that the start of a sentence explains begins no run of its own, and a common word
    there (`The`, `Le`, `Dessin`) begins none at all. A genitive ends a run: `Proust's À la recherche`.
    """
    i = 0
    while i < len(tokens):
        is_opening_word = tokens[i].shape is Shape.INITIAL and is_common[i]
        last = None if is_opening_word else _run_end(tokens, i)
        if last is None:
            i += 1
            continue
        yield Exemption(i, last, "proper name", is_certain=False)
        i = last + 1


def _run_end(tokens: Sequence[Token], first: int) -> int | None:
    head = tokens[first]
    if head.shape not in CAPITALS:
        return None
    last, i = first, first + 1
    while i < len(tokens) and tokens[i].gap <= Gap.SPACE and not tokens[i - 1].word.endswith("'s"):
        if tokens[i].shape in {Shape.CAPITAL, Shape.UPPER}:
            last = i
        elif not joins_names(bare(tokens[i].word)) and tokens[i].gap is not Gap.GLUED:
            break
        i += 1
    if last == first and head.shape is Shape.INITIAL:
        return None
    return last


@lru_cache(maxsize=8)
def load(languages: tuple[str, ...]) -> Lists:
    """The lists of these languages together, read once per process."""
    return Lists(languages)
