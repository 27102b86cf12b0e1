r"""The signs that begin an item of a list, a heading, a field: "- ", "(iv) ", "☐ ", ":param x: ".

Responsible for: which signs those are, and where the words behind them begin.
Not responsible for: whether a line is an item or only begins so by chance (formats/list_items.py).

Numbers of things are words: "3 œufs", "250 g de farine". So is a letter with a full stop, "M. Dupont",
unless it is one of a series.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

MarkKind: TypeAlias = Literal["hash", "bullet", "number"]

# Longer than any of these can be; keeps the patterns off long lines.
REACH: Final = 64
_SPACE: Final = "[ \t\u00a0\u202f\u2009]"
_GAP: Final = rf"{_SPACE}+(?=\S)"
_CAPITAL: Final = "[A-ZÀ-ÖØ-ÞŒ]"
# Up to 39, and none of the words that are made of these letters: il, mil, vil.
_ROMAN: Final = r"(?=[ivx])x{0,3}(?:i[xv]|v?i{0,3})|(?=[IVX])X{0,3}(?:I[XV]|V?I{0,3})"
_KEYWORDS: Final = "NOTE|TIP|WARNING|IMPORTANT|CAUTION"  # of AsciiDoc, which a program reads

# How it is written, and what it is. The sure ones are marks wherever a line begins with them.
_SURE: Final[tuple[tuple[str, MarkKind], ...]] = (
    (rf"#{{1,6}}{_GAP}", "hash"),
    (rf"[•‣◦▪●■□◆◇►▶▸⁃☐☑☒✓✔✗✘➔➜➤]\ufe0f?{_SPACE}*(?=\S)", "bullet"),
    (rf"\[[ xX]?\]{_GAP}|#[.)]{_GAP}", "bullet"),
    (r"o(?:[ \u00a0]*\t|[ \u00a0]{2})[ \t\u00a0]*(?=\S)", "bullet"),  # Word's second level
    (rf"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{{1,3}}{_SPACE}+(?=\S)", "number"),  # of a note
    # Fields, directives and notes of reStructuredText, attributes of AsciiDoc.
    (rf":[^\W\d_][^:\n]{{0,39}}:{_GAP}", "bullet"),
    (rf"\.\.[ ]+(?:\|[^|\n]{{1,30}}\|[ ]+)?[A-Za-z][\w:.+-]*::{_GAP}", "bullet"),
    (rf"\.\.[ ]+\[[^\]\n]{{1,30}}\]{_GAP}", "bullet"),
)
_UNSURE: Final[tuple[tuple[str, MarkKind], ...]] = (
    (rf"={{1,6}}{_GAP}", "hash"),
    (rf"(?:\*{{1,5}}|\.{{1,2}}|[-+–—―·∙→⇒⇨»›]|[-=]{{1,2}}>){_GAP}", "bullet"),
    (r"[–—―](?=[^\W\d_])", "bullet"),
    (rf"(?:{_KEYWORDS}):{_GAP}", "bullet"),
    (rf"\(?\d{{1,3}}[.)]{_GAP}", "number"),
    (rf"\d{{1,3}}\)(?=[^\W\d_])|\d{{1,2}}\.(?={_CAPITAL}[a-zà-ÿ'’])", "number"),
    (rf"\d{{1,2}}(?:\.\d{{1,2}})+[.)]?{_SPACE}+(?={_CAPITAL})", "number"),
    (rf"[A-Z]\.?\d{{1,2}}(?:\.\d{{1,2}})*[.)]?{_SPACE}{{2,}}(?=\S)", "number"),
    (rf"[A-Z]\.\d{{1,2}}(?:\.\d{{1,2}})*[.)]?{_SPACE}+(?={_CAPITAL})", "number"),
    (rf"\d{{1,2}}°\)?{_SPACE}+(?={_CAPITAL})", "number"),
    (rf"\d{{1,2}}/{_GAP}|\[\d{{1,3}}\]{_GAP}", "number"),
    (rf"\d{{1,2}}{_SPACE}?[-–—]{_SPACE}+(?=[^\W\d_])", "number"),
    (rf"\(?(?:[A-Za-z]|{_ROMAN})\){_GAP}", "number"),
    (rf"(?![A-Za-z]\.)(?:{_ROMAN})\.{_GAP}", "number"),
)
_MARK: Final = re.compile("|".join(f"({pattern})" for pattern, _ in (*_SURE, *_UNSURE)))
_LETTER: Final = re.compile(rf"([A-Za-z])\.{_GAP}")
# What no mark begins with, as nearly every line does.
_WORDS: Final = re.compile(
    rf"(?!(?:{_KEYWORDS}):|[\u00b2\u00b3\u00b9\u2070-\u2079]|o[ \u00a0]{{2}}|o[ \u00a0]*\t)(?:[^\W\d_]{{6}}|[^\W\d_]+[ ,'’-])"
)
_SYMBOL: Final = re.compile(rf"([^\w\s])\ufe0f?{_GAP}")
_NUMBER: Final = re.compile(r"\d+|(?<![A-Za-z])[A-HJ-UWYZa-hj-uwyz](?![A-Za-z])")
# Signs that are no bullets though they are symbols as ☎ is.
_NO_BULLETS: Final = frozenset("©®™℗°№¦")
_SERIES_LINE: Final = re.compile(
    rf"(?:^|(?<=\r))[ \t>]*(?:[-*+#]+[ \t]+)?([A-Za-z]|{_ROMAN})\.{_GAP}", re.M
)
_ALPHABETS: Final = ("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_ROMANS: Final = (
    "i ii iii iv v vi vii viii ix x".split(),
    "I II III IV V VI VII VIII IX X".split(),
)


class ItemMark(NamedTuple):
    """The signs at the start of a line, all of them: "1. a) " is one mark.

    `kind` is that of the last; `style` is the same for the marks of one list, `value` what the first
    counts, -1 where it counts nothing or in Roman numbers. The words begin at `end`. Unless it
    `is_sure`, a wrapped line may begin so by chance.
    """

    kind: MarkKind
    style: str
    value: int
    end: int
    is_sure: bool


def series(text: str) -> frozenset[str]:
    r"""The single letters that number something at line starts: all from the first of a series on.

    >>> sorted(series("A. Le lac\n\nB. La rive\n\nM. Dupont\n"))
    ['A', 'B']
    """
    found = {line[1] for line in _SERIES_LINE.finditer(text)}
    return frozenset(
        one
        for known in (*_ALPHABETS, *_ROMANS)
        for run in [list(takewhile(found.__contains__, known))]
        if len(run) > 1
        for one in run
        if len(one) == 1
    )


def item_mark(
    text: str, start: int, end: int, letters: frozenset[str] = frozenset()
) -> ItemMark | None:
    """The mark that stands at `start`, if words follow before `end`; `letters` are a `series`.

    >>> item_mark("- [ ] Un chat", 0, 13).end, item_mark("3 chats", 0, 7)
    (6, None)
    """
    stop = min(end, start + REACH)
    if _WORDS.match(text, start, stop):
        return None
    marks = list(_marks(text, start, stop, letters))
    while marks and marks[-1][2] >= end:
        marks.pop()
    if not marks:
        return None
    sign = text[start : marks[0][2]].strip()
    style, value = _counted(sign) if marks[0][0] == "number" else (sign, -1)
    is_sure = any(mark[1] for mark in marks)
    return ItemMark(marks[-1][0], style, value, marks[-1][2], is_sure)


def after_marks(text: str, start: int, end: int, letters: frozenset[str] = frozenset()) -> int:
    """Where the words of a text between two offsets begin; `letters` are a `series`."""
    mark = item_mark(text, start, end, letters)
    return mark.end if mark else start


def _counted(sign: str) -> tuple[str, int]:
    """How a number is written, and which it is, the last of "1.2"; -1 for one that may be Roman."""
    style = re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "1", sign))
    numbers = _NUMBER.findall(sign)
    if not numbers:
        return style, -1
    last = numbers[-1]
    return style, int(last) if last.isdecimal() else ord(last.lower()) - ord("a") + 1


def _marks(
    text: str, start: int, stop: int, letters: frozenset[str]
) -> Iterator[tuple[MarkKind, bool, int]]:
    """Each mark with whether it is sure and where it ends."""
    at = start
    while at < stop:
        one = _mark(text, at, stop, letters)
        if one is None or (at > start and one[0] == "hash"):  # "# # # Title # # #" is a box
            return
        yield one
        at = one[2]


def _mark(
    text: str, at: int, stop: int, letters: frozenset[str]
) -> tuple[MarkKind, bool, int] | None:
    letter = _LETTER.match(text, at, stop)
    if letter:
        return ("number", False, letter.end()) if letter[1] in letters else None
    found = _MARK.match(text, at, stop)
    if found and found.lastindex:
        i = found.lastindex - 1
        return (*_SURE, *_UNSURE)[i][1], i < len(_SURE), found.end()
    sign = _SYMBOL.match(text, at, stop)
    is_symbol = sign and unicodedata.category(sign[1]) == "So" and sign[1] not in _NO_BULLETS
    return ("bullet", True, sign.end()) if sign and is_symbol else None
