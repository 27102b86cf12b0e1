"""The names of an English text, found by how they are written or by how they sound.

Responsible for: which words of a text are names, where each place stands, and whose name a French
one may be; a text is read once, whatever is asked of it.
Not responsible for: which of them a French name is (`respelling`), or which text that is
(`document_names`).
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import defaultdict
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING, Final, Self

from onetongue.language.capitals import CAPITAL, runs, tokens, without_titles
from onetongue.language.literals import between
from onetongue.language.spellings import english_keys, folded, french_keys, is_common
from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onetongue.language.capitals import CapitalToken

_OFFSETS: Final = "I"  # of an array: four bytes, where an integer of its own takes forty
_MAX_WORD = 40  # code points looked back at, for the word before
_PART_OF_NAME: Final = re.compile(rf"(?:\b{CAPITAL}[\w’'-]* |\b[dl]['’]|\bd[eu] |\bdes )$")
_WORD: Final = re.compile(r"[\w-]+")


class Names:
    """The names of one English text: `runs` of capitalised words, each once, in order.

    `paragraphs` are what they were found in.
    """

    def __init__(self, paragraphs: Iterable[str], found: Iterable[tuple[str, ...]]) -> None:
        self.paragraphs = tuple(paragraphs)
        self.runs = tuple(found)
        self._begins = [0, *accumulate(map(len, self.paragraphs))]
        self._words = frozenset(word for run in self.runs for word in run)
        self._by_last = defaultdict[str, list[int]](list)
        for i, run in enumerate(self.runs):
            for key in english_keys(run[-1]):
                self._by_last[key].append(i)
        self._starts: dict[str, array[int]] | None = None
        self._spelled: dict[tuple[str, bool], str | None] = {}

    @classmethod
    def of(cls, *english: str) -> Self:
        """As `among`, of paragraphs that are at hand.

        >>> Names.of("On Tuesday President Putin met Nikol Pashinyan. Nobody smiled.").runs
        (('Putin',), ('Nikol', 'Pashinyan'))
        """
        return cls.among(english)

    @classmethod
    def among(cls, english: Iterable[str]) -> Self:
        """Collect the names of the English part of a document, given in paragraphs, one at a time.

        A capital that only the start of a sentence explains makes no name, nor does one on a word
        the text also writes in lower case, or one of a word all in capitals.
        """
        common, inside = set(words("capitalised")), set[str]()
        paragraphs: list[str] = []

        def noted() -> Iterator[CapitalToken]:
            for paragraph in english:
                paragraphs.append(without_titles(between(paragraph)))
                for token in tokens(paragraphs[-1], goes_on=len(paragraphs) > 1):
                    if token.text.islower():
                        common.add(token.text)
                    elif not token.opens:
                        inside.add(token.text)
                    yield token

        # Each once: the words of a long text are many times as large as the text.
        found = dict.fromkeys(tuple(_likely(run)) for run in runs(noted()))
        named = dict[tuple[str, ...], None]()
        for run in found:
            kept = tuple(word for word in run if word.lower() not in common)
            if len(kept) > 1 or (kept and kept[0] in inside):
                named[kept] = None
        return cls(paragraphs, named)

    def spelling(self, name: str, *, alone: bool = False) -> str | None:
        """How the text spells `name`, accents and case apart; None when it does not hold it.

        `alone` wants it where it is no part of another name: not in "Université de Genève".
        """
        if (name, alone) not in self._spelled:
            self._spelled[name, alone] = self._spelling(name, alone=alone)
        return self._spelled[name, alone]

    def holds(self, word: str) -> bool:
        """Whether a word, as it is written, is one of a name."""
        return word in self._words

    def alike(self, last: str) -> tuple[tuple[str, ...], ...]:
        """The names whose last word may be the French `last`, in order; some are another all the same.

        None is missing for which `is_same_name` holds.

        >>> Names.of("There Putin met Ilham Aliyev and Peskov.").alike("Aliev")
        (('Ilham', 'Aliyev'),)
        """
        found = {i for key in french_keys(last) for i in self._by_last.get(key, ())}
        return tuple(self.runs[i] for i in sorted(found))

    def _spelling(self, name: str, *, alone: bool) -> str | None:
        plain = folded(name)
        first = _WORD.search(plain)
        for text, at in self._places(first[0]) if first else ():
            start = at - first.start() if first else at
            end = start + len(plain)
            if start < 0 or folded(text[start:end]) != plain or _goes_on(text, start, end):
                continue
            found, before = text[start:end], text[max(0, start - _MAX_WORD) : start]
            if not found[0].islower() and not (alone and _PART_OF_NAME.search(before)):
                return name if found.isupper() else found
        return None

    def _places(self, word: str) -> Iterator[tuple[str, int]]:
        """The paragraphs and places where a word stands with a capital, case and accents apart."""
        if self._starts is None:
            self._starts = defaultdict(partial(array, _OFFSETS))
            for paragraph, begin in zip(self.paragraphs, self._begins, strict=False):
                for match in _WORD.finditer(paragraph):
                    if not match[0].islower():
                        self._starts[folded(match[0])].append(begin + match.start())
        for at in self._starts.get(word, ()):
            i = bisect_right(self._begins, at) - 1
            yield self.paragraphs[i], at - self._begins[i]


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a word goes on from before `start` or beyond `end`."""
    edges = text[max(start - 1, 0) : start], text[end : end + 1]
    return any(map(_WORD.match, edges))


def _likely(run: Sequence[CapitalToken]) -> Iterator[str]:
    """The words of a run that are names unless the text has them in lower case."""
    for token in run:
        is_opener = token.opens and len(run) > 1 and is_common(token.text)
        if not (token.text.isupper() or token.is_title or is_opener):
            yield token.text
