"""French names made of words that an engine would translate: "Marie Blanc", "la société Orange".

Responsible for: where those stand in a sentence, for an engine that is to be given something else there.
Not responsible for: what it is given (`masking`, `engines.stand_ins`), names that are no French
words, or whether a name came through (`names.lost_names`).

A French word with a capital in mid-sentence is as often an institution, which English translates: the
article tells, for a name hardly has one ("le Conseil", "à Carrefour"). So a name is what follows a
given name, a title or a noun such as "société"; a name of the tables; who speaks, "JEAN : Oui."; and
what stands in one list with those. When in doubt it is none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, TypeAlias

from onetongue.document import Span
from onetongue.language.capitals import tokens
from onetongue.language.given_names import is_given_name
from onetongue.language.lexicon import translations
from onetongue.language.literals import blanked
from onetongue.language.spellings import exonyms, folded, is_demonym, is_same_name, levels
from onetongue.language.word_table import ABSENT
from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onetongue.language.capitals import CapitalToken

_ELIDED: Final = re.compile(r"^[dl]['’]")
_TITLE_GAP: Final = re.compile(r"\.?[ \u00a0\u202f]")  # "M. Blanc", "rue Blanche"
_LIST_GAP: Final = re.compile(r",[ \u00a0]|,?[ \u00a0](?P<last>et|ou|&)[ \u00a0]")
_SPEAKS: Final = re.compile(r"[ \u00a0\u202f]?:")
_NUMERAL: Final = re.compile(r"[IVX]+(?:er|re|e)?")  # "Jean-Paul II" is "John Paul II"
_DETERMINER: Final = re.compile(
    r"(?:\b(?:le|la|les|une?|des|du|aux?|ce|cet|cette|ces|[msnv]otre|[lv]eurs?|[mts](?:on|a|es)|[nv]os)\s|['’])$",
    re.IGNORECASE,
)
_ARTICLES: Final = frozenset({"Le", "La", "Les"})
_LETTERS: Final = 3  # of a word; shorter names are in no dictionary of an engine
_LOOKED_BACK: Final = 10  # code points, for a determiner
_KNOWN_CLASSES: Final = frozenset({"brand", "newspaper", "organisation"})

_Place: TypeAlias = tuple[int, int]  # the first word of a name, and the one behind it


def protected(sentence: str) -> tuple[Span, ...]:
    """Where such names stand, in order, none in a literal; spans are code points of `sentence`.

    >>> text = "Marie Blanc quitte la société Orange pour Mme Le Grand et le Premier ministre."
    >>> [span.of(text) for span in protected(text)]
    ['Marie Blanc', 'Orange', 'Le Grand']
    """
    text = blanked(sentence)
    found = list(tokens(text))
    if not any(token.is_capital for token in found):
        return ()
    places = sorted(_Names(text, found).places())
    return tuple(Span(found[first].start, found[stop - 1].end) for first, stop in places)


class _Names:
    """The words of a sentence, and which of them are such names."""

    def __init__(self, text: str, found: Sequence[CapitalToken]) -> None:
        self._text, self._found = text, found

    def places(self) -> set[_Place]:
        """All names, those of the lists that one of the others is in included."""
        runs: list[_Place] = []
        sure: set[_Place] = set()
        i = 0
        while i < len(self._found):
            certain = self._speaker(i) or self._person(i) or self._borne(i) or self._known(i)
            # "Hier Jean Petit": what opens a sentence is in no name with the next word.
            is_opening = self._found[i].opens and self._goes_on(i, i + 1)
            stop = certain or (0 if is_opening else self._run(i))
            if stop:
                runs.append((i, stop))
            if certain:
                sure.add((i, stop))
            i = stop or i + 1
        for members in self._lists(runs):
            if not sure.isdisjoint(members):
                sure |= {member for member in members if self._may_be_listed(*member)}
        return sure

    def _speaker(self, i: int) -> int:
        """The end of a name in capitals, a given one first, that a line begins with; else 0.

        "ATTENTION : …" and "LE MAIRE : …" are words.
        """
        first, stop = self._found[i], i + 1
        if not (first.opens and first.text.isupper() and _is_given(first.text.title())):
            return 0
        while self._goes_on(i, stop) and self._found[stop].text.isupper():
            stop += 1
        return stop if _SPEAKS.match(self._text, self._found[stop - 1].end) else 0

    def _person(self, i: int) -> int:
        """The end of given names with a family name, where one of them is a French word; else 0."""
        family = i
        while self._goes_on(i, family) and _is_given(self._found[family].text):
            family += 1
        if family == i or not self._goes_on(i, family):
            return 0
        # "Bruno Le Maire" is no mayor.
        is_article = self._found[family].text in _ARTICLES and self._goes_on(i, family + 1)
        stop = family + 2 if is_article else self._run(family)
        return stop if self._is_word(family, stop) else 0

    def _borne(self, i: int) -> int:
        """The end of a name that a title or a noun such as "société" tells; else 0."""
        before = self._found[i - 1] if i else None
        if before is None or _noun(before) not in words("bearers"):
            return 0
        gap = self._text[before.end : self._found[i].start]
        is_short = "." not in gap or before.text[0].isupper()
        stop = self._run(i) if is_short and _TITLE_GAP.fullmatch(gap) else 0
        return stop if self._is_word(i, stop) else 0

    def _known(self, i: int) -> int:
        """The end of a name of the tables that has no determiner before it; else 0."""
        first = self._found[i]
        before = self._text[max(0, first.start - _LOOKED_BACK) : first.start]
        if first.opens or _DETERMINER.search(before) or first.text.lower() in words("no_names"):
            return 0
        for name in _known_names().get(first.text, ()):
            stop = i + len(name)
            texts = tuple(token.text for token in self._found[i:stop])
            if texts == name and self._is_joined(i, stop) and not self._is_longer(i, stop):
                return stop
        return 0

    def _is_longer(self, first: int, stop: int) -> bool:
        """Whether a name goes on: "La Croix Rouge", "Libération nationale"."""
        return self._goes_on(first, stop) or (
            stop < len(self._found) and self._found[stop].text in words("institutional")
        )

    def _run(self, i: int) -> int:
        """The end of the words with capitals from one on that may be a name; `i` if it is none."""
        stop = i
        while self._goes_on(i, stop) and self._is_part(self._found[stop]):
            stop += 1
        return stop if stop > i and self._found[stop - 1].text not in _ARTICLES else 0

    def _goes_on(self, first: int, i: int) -> bool:
        """Whether a word with a capital is in one name with those from `first` on."""
        if i >= len(self._found) or not self._found[i].is_capital:
            return False
        return i == first or self._is_joined(i - 1, i + 1)

    def _is_joined(self, first: int, stop: int) -> bool:
        """Whether nothing but a space is between words."""
        return all(token.joined for token in self._found[first + 1 : stop])

    @staticmethod
    def _is_part(token: CapitalToken) -> bool:
        word = _noun(token)
        return not (
            word in words("no_names")
            or word in words("institutional")
            or word in words("bearers")
            or _NUMERAL.fullmatch(token.text)
            or (token.opens and token.is_opener)
        )

    def _is_word(self, first: int, stop: int) -> bool:
        """Whether a name has a word that an engine may translate, and tells no nationality."""
        run = [token.text for token in self._found[first:stop]]
        names = [word.lower() for word in run if not _is_given(word)] or list(map(str.lower, run))
        return any(map(_is_ordinary, names)) and not any(map(_is_demonym, names))

    def _lists(self, runs: Sequence[_Place]) -> Iterator[list[_Place]]:
        """Names that nothing but commas and one "et" parts."""
        members: list[_Place] = []
        is_whole = False
        for run in runs:
            gap = self._gap(members[-1][1], run[0]) if members else None
            if gap is None:
                if is_whole:
                    yield members
                members, is_whole = [], False
            is_whole |= gap is not None and gap["last"] is not None
            members.append(run)
        if is_whole:
            yield members

    def _gap(self, first: int, second: int) -> re.Match[str] | None:
        start, end = self._found[first - 1].end, self._found[second].start
        return _LIST_GAP.fullmatch(self._text, start, end)

    def _may_be_listed(self, first: int, stop: int) -> bool:
        """Whether a member of a list of names is one too: no place that English calls otherwise."""
        start = self._found[first].start
        before = self._text[max(0, start - _LOOKED_BACK) : start]
        name = self._text[start : self._found[stop - 1].end]
        is_place = folded(name) in exonyms().english
        return self._is_word(first, stop) and not is_place and not _DETERMINER.search(before)


def _noun(token: CapitalToken) -> str:
    """A word in lower case without its elided article: "L'entreprise" is one word before a small letter."""
    return _ELIDED.sub("", token.text.lower())


def _is_given(word: str) -> bool:
    """Whether it is a given name, or two with a hyphen."""
    return all(map(is_given_name, word.split("-")))


@lru_cache(maxsize=2_000)
def _is_ordinary(word: str) -> bool:
    """Whether a word in lower case is one of French that has another in English.

    No name has a plural: there are "boulangers", but no "obamas". "Poutine" is "Putin" himself.
    """
    meant = [english for english, _ in translations(word)]
    if len(word) < _LETTERS:
        return False
    if meant:
        return any(not is_same_name(word, english) for english in meant)
    return levels(word)[1] < ABSENT and levels(f"{word}s")[1] < ABSENT


def _is_demonym(word: str) -> bool:
    """Whether English has a nationality, a month or a day for a French word in lower case."""
    meant = [english for english, _ in translations(word)[:1]]
    return any(one in words("capitalised") or is_demonym(one) for one in meant)


@cache
def _known_names() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Names that stay in English and whose every word has a capital, as words, by the first one."""
    path = files("onetongue").joinpath("data", "fr", "names.tsv")
    known: defaultdict[str, tuple[tuple[str, ...], ...]] = defaultdict(tuple)
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, kind = line.partition("\t")
        found = list(tokens(name))
        words_only = " ".join(token.text for token in found)
        if kind in _KNOWN_CLASSES and name == words_only and all(t.is_capital for t in found):
            known[found[0].text] += (tuple(token.text for token in found),)
    return known
