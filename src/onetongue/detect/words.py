"""Cut a region into words and say what stands between them.

Responsible for: tokens with offsets, elisions (`l'`, `qu'`) as words of their own, the kind of
gap before each token, and how each token is written (capitals).
Not responsible for: knowing any word of any language but the elided French ones and abbreviations.
"""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.language.literals import find_code
from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.document import Span


class Gap(IntEnum):
    """What stands before a token, from the tightest to the loosest join."""

    GLUED = 0  # a hyphen, an elision: never a change of language
    SPACE = 1
    COMMA = 2  # also a dash without spaces, a slash
    CLAUSE = 3  # colon, semicolon, a dash between spaces
    PAREN = 4
    QUOTE = 5
    SENTENCE = 6
    EDGE = 7  # start of the region, or a protected stretch


class Shape(IntEnum):
    """How a token is written."""

    LOWER = 0
    CAPITAL = 1  # inside a sentence
    INITIAL = 2  # a capital that the start of a sentence explains
    UPPER = 3  # two or more capitals and nothing else
    NUMBER = 4
    LITERAL = 5  # URL, e-mail address, code: not prose


class Token(NamedTuple):
    """One word, number or literal; `word` is lower-case, composed (NFC), with straight apostrophes."""

    start: int
    end: int
    word: str
    gap: Gap
    shape: Shape


NUMBER: Final = r"\d+(?:[.,:\u00a0\u202f ]\d+)*(?:er|e|ème|ère|th|st|nd|rd|s)?(?![^\W\d_])(?:[\u00a0\u202f ]?[%€$£])?"
# What keyboards, converters and scanners put between the letters for an apostrophe.
APOSTROPHES: Final = "'’‘ʼ´`"
STRAIGHT: Final = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
WORD: Final = rf"[^\W\d_]\w*?[\u0300-\u036f]*(?:[^\W_]|[\u0300-\u036f])*(?:[{APOSTROPHES}][^\W\d_][\w\u0300-\u036f]*)*['’]?"
TOKEN: Final = re.compile(f"(?P<number>{NUMBER})|(?P<word>{WORD})")
ELISION: Final = re.compile(
    rf"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)[{APOSTROPHES}](?=\w)"
    rf"|y[{APOSTROPHES}](?=(?:a|en|avait)\b)",  # y'a, but y'all
    re.IGNORECASE,
)
# Between an option and what it does, in lower case; other columns hold names.
COLUMNS: Final = ("   ", "\t")
# English (and French) words that keep their apostrophe though they begin like an elision.
WHOLE: Final = frozenset(
    "aujourd'hui c'mon d'you d'ya d'oh t'other s'more s'mores m'lady m'lord n'roll j'accuse m'sieur".split()
)
SENTENCE_END: Final = re.compile(r"[.!?…]")
# Between spaces, so neither 1914–1918 nor Lyon–Paris.
DASH: Final = re.compile(r"(?<=\s)[–—](?=\s)")
QUOTES: Final = re.compile(r"[“”„«»‹›\"]|(?<!\w)['‘’]|['’](?!\w)")


def tokenize(text: str, span: Span, protected: Sequence[Span] = ()) -> list[Token]:
    """The tokens of `text` inside `span`, in order, none inside a `protected` stretch."""
    tokens: list[Token] = []
    start = span.start
    for stretch in (*protected, None):
        end = span.end if stretch is None else stretch.start
        tokens += _tokens(text, start, end)
        if stretch is not None:
            start = stretch.end
    return tokens


def _tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens between two places, the first of them at an edge."""
    tokens: list[Token] = []
    for literal in (*find_code(text, start, end), None):
        stop = end if literal is None else literal.span.start
        for match in TOKEN.finditer(text, start, stop):
            tokens += _cut(text, match, tokens[-1].end if tokens else None)
        if literal is not None:
            gap = _gap(text, tokens[-1].end, stop) if tokens else Gap.EDGE
            start = literal.span.end
            tokens.append(Token(stop, start, literal.text, gap, Shape.LITERAL))
    return tokens


def _cut(text: str, match: re.Match[str], previous_end: int | None) -> list[Token]:
    """The token a match stands for; two when it begins with an elided article or pronoun."""
    start, end = match.span()
    gap = Gap.EDGE if previous_end is None else _gap(text, previous_end, start)
    if match.lastgroup == "number":
        return [Token(start, end, text[start:end], gap, Shape.NUMBER)]
    written = match.group()
    if written[-1] in "'’":  # a closing quotation mark, or the plural genitive
        written, end = written[:-1], end - 1
    is_initial = gap >= Gap.CLAUSE
    word = written.lower().translate(STRAIGHT)
    if not word.isascii():
        word = unicodedata.normalize("NFC", word)
    elided = ELISION.match(written)
    if elided is None or word in WHOLE:
        return [Token(start, end, word, gap, _shape(written, is_initial))]
    middle = start + elided.end()
    head = Token(start, middle, word[: elided.end()], gap, _shape(elided.group()[:-1], is_initial))
    rest = written[elided.end() :]
    return [
        head,
        Token(middle, end, word[elided.end() :], Gap.GLUED, _shape(rest, is_initial=False)),
    ]


def _shape(written: str, is_initial: bool) -> Shape:
    if not written[0].isupper():
        return Shape.LOWER
    if len(written) > 1 and written.isupper():
        return Shape.UPPER
    return Shape.INITIAL if is_initial else Shape.CAPITAL


def _gap(text: str, start: int, end: int) -> Gap:
    between = text[start:end]
    if between == " ":
        return Gap.SPACE
    between = between.replace("()", "")  # parse(): a name in code
    if between in {"", "-", "‑", "\u00ad", "_"}:
        return Gap.GLUED
    if SENTENCE_END.search(between) and not _is_abbreviation(text, start, between):
        return Gap.SENTENCE
    if QUOTES.search(between):
        return Gap.QUOTE
    if any(mark in between for mark in "()[]"):
        return Gap.PAREN
    if any(mark in between for mark in ":;|•") or DASH.search(between):
        return Gap.CLAUSE
    if any(blank in between for blank in COLUMNS) and text[end : end + 1].islower():
        return Gap.CLAUSE
    if any(mark in between for mark in ",–—/-"):
        return Gap.COMMA
    return Gap.SPACE


@cache
def _unfinished() -> frozenset[str]:
    """The abbreviations whose stop never ends a sentence."""
    return words("titles") | words("unfinished")


def _is_abbreviation(text: str, end: int, between: str) -> bool:
    """Whether the full stop after the word that ends at `end` only abbreviates it."""
    if between[0] != "." or between.strip(" \u00a0\u202f\n.") != "":
        return between[0] == "." and between[1:2] in set(",;:-")
    start = end
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    word = text[start:end]
    is_era = text[end - 4 : end] == "J.-C"
    if word == "m":  # p.m., not M.
        return False
    is_initial = len(word) == 1 and word.isupper() and not is_era
    if is_initial or word.lower() in _unfinished():
        return True
    following = text[end + len(between) : end + len(between) + 2]
    is_capital = following[:1].isupper() and following[1:].islower()
    return (is_era or word.lower() in words("may_end")) and not is_capital
