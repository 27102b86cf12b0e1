"""A French term as a pattern of words, and where it stands in a text.

Responsible for: words and what joins them, whole words and elision, names at the beginning of a
sentence.
Not responsible for: which term wins where several stand (`glossary`), or endings (`inflection`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from onetongue.characters import NEWLINE
from onetongue.document import Span
from onetongue.language.literals import find_code
from onetongue.terms.inflection import forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HYPHENS, _APOSTROPHES = "-\u2010\u2011", "'’ʼ"
_SAME = str.maketrans(dict.fromkeys(_HYPHENS, "-") | dict.fromkeys(_APOSTROPHES, "'"))
_LETTER = r"[\w\u0300-\u036f]"  # combining accents included
_WORD = re.compile(rf"\w{_LETTER}*")
# One line break may be hard wrapping, two divide paragraphs.
_SPACE = re.compile(rf"[^\S\r\n]*(?:{NEWLINE.pattern})[^\S\r\n]*|[^\S\r\n]+")
_ELISION = re.compile(
    rf"(?<![{_HYPHENS}\w])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)[{_APOSTROPHES}]\Z",
    re.IGNORECASE,
)
# "non-accord", "presqu'île", "accord-cadre", "accord.pdf", "C++", "C&A" are other words than "accord",
# "île" and "C"; "cet accord-là" is not.
_GOES_BEFORE = re.compile(rf"{_LETTER}[{_HYPHENS}{_APOSTROPHES}&]?\Z")
_GOES_ON = re.compile(
    rf"{_LETTER}|[{_HYPHENS}](?!(?i:ci|là)\b)\w|[{_APOSTROPHES}]\w|\.[a-z]|[+#]|&\w"
)
_SENTENCE_OPENS = re.compile(r"(?:^|[.!?…][\"»”’)\]]*\s+|[:\r\n])[\s«“\"'(\[–—•*-]*\Z")
_LOOK_BACK = 24  # code points: any elision, or what stands between two sentences


class TermWord(NamedTuple):
    """A word of a text: where it stands, in code points, and what it is, with composed accents."""

    start: int
    end: int
    text: str


def words(text: str) -> tuple[TermWord, ...]:
    """Find the words of `text` outside its literals, in order; hyphen and apostrophe divide.

    >>> [word.text for word in words("l'accord de Saint-Denis")]
    ['l', 'accord', 'de', 'Saint', 'Denis']
    """
    return tuple(_words(text))


def plain(text: str) -> str:
    """Return `text` with one kind of hyphen, apostrophe and space, and composed accents.

    >>> plain("aujourd’hui,\u00a0vis\u2011à\u2011vis")
    "aujourd'hui, vis-à-vis"
    """
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text).translate(_SAME))


def is_elided(text: str, end: int) -> bool:
    """Whether a word that has lost its last vowel, with its apostrophe, ends at `end` of `text`.

    >>> is_elided("l'accord", 2), is_elided("presqu'île", 7)
    (True, False)
    """
    return _ELISION.search(text, max(0, end - _LOOK_BACK), end) is not None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A term: the forms of each of its words, and what stands before, between and after them.

    `own` are its words as they are, in lower case. `is_exact` says that the term has a capital, so
    that case matters.
    """

    own: tuple[str, ...]
    words: tuple[frozenset[str], ...]
    gaps: tuple[str, ...]
    is_exact: bool

    @classmethod
    def of(cls, source: str) -> Pattern:
        """Make the pattern of the term `source`, which has at least one word."""
        source = plain(source)
        own = [match[0] for match in _WORD.finditer(source)]
        return cls(
            own=tuple(word.lower() for word in own),
            words=tuple(forms(word, alone=len(own) == 1) for word in own),
            gaps=tuple(_WORD.split(source)),
            is_exact=source != source.lower(),
        )

    def span_at(self, text: str, found: Sequence[TermWord], place: int) -> Span | None:
        """Return where the term stands if its first word is `found[place]`, or None."""
        here = found[place : place + len(self.words)]
        if len(here) < len(self.words) or not self._has_words(text, here):
            return None
        start, end = here[0].start - len(self.gaps[0]), here[-1].end + len(self.gaps[-1])
        edges = [max(start, 0), *(edge for word in here for edge in word[:2]), end]
        gaps = zip(edges[::2], edges[1::2], self.gaps, strict=True)
        if any(plain(text[left:right]) != gap for left, right, gap in gaps):
            return None
        return Span(start, end) if _stands_alone(text, start, end) else None

    def _has_words(self, text: str, here: Sequence[TermWord]) -> bool:
        own = [word.text if self.is_exact else word.text.lower() for word in here]
        if own[0] not in self.words[0] and _opens_sentence(text, here[0].start):
            own[0] = own[0][0].lower() + own[0][1:]
        return all(word in known for word, known in zip(own, self.words, strict=True))


def _words(text: str) -> Iterator[TermWord]:
    spans = [literal.span for literal in find_code(text)]
    passed = 0
    for match in _WORD.finditer(text):
        while passed < len(spans) and spans[passed].end <= match.start():
            passed += 1
        if passed == len(spans) or match.end() <= spans[passed].start:
            yield TermWord(*match.span(), unicodedata.normalize("NFC", match[0]))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no longer word goes on before `start` or after `end`."""
    if _GOES_ON.match(text, end):
        return False
    if is_elided(text, start):
        return True
    return _GOES_BEFORE.search(text, max(0, start - _LOOK_BACK), start) is None


def _opens_sentence(text: str, start: int) -> bool:
    return _SENTENCE_OPENS.search(text, max(0, start - _LOOK_BACK), start) is not None
