r"""Words that are not written letter by letter, and what people read there.

Responsible for: accents that are characters of their own, ligatures, signs nobody sees, letters
with spaces between them ("R É S U M É"), and the references of HTML and the escapes of programs in
text that is neither ("r&eacute;union", "r\u00e9union").
Not responsible for: where that stands in a document (`formats.spelled_out`), or the references of a
format that has them, which are its grammar.

Everything is linear in the length of the text, and what is written plainly is passed at once.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.characters import NEWLINE

if TYPE_CHECKING:
    from collections.abc import Iterator


class Odd(NamedTuple):
    """A stretch of a text, `start` to `end`, and the plain letters that it reads as, perhaps none."""

    start: int
    end: int
    reads: str


# Soft hyphen, grapheme joiner, zero-width space, word joiner and signs of formulas, byte order mark.
_UNSEEN: Final = "[\u00ad\u034f\u180e\u200b\u2060-\u2064\ufeff]"
# They shape letters of other scripts, and emoji.
_LATIN: Final = "[A-Za-zÀ-ɏ]"
_JOINERS: Final = (
    rf"(?<={_LATIN})[\u200c\u200d](?={_LATIN}|[\s.,;:!?]|$)|(?<=\s)[\u200c\u200d](?={_LATIN})"
)
_COMPOUND: Final = (
    "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06\u0132\u0133"  # ﬁ, ﬂ, ĳ; œ is a letter
)
_ACCENTED: Final = "[^\\W\\d_][\u0300-\u034e\u0350-\u036f]+"
# Embeddings, isolates and marks, without which text from right to left reads otherwise.
_DIRECTIONS: Final = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
_REFERENCE: Final = (
    r"&(?:\#[0-9]{2,6}|\#[xX][0-9a-fA-F]{2,5}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4}"
)
_REFERENCES: Final = re.compile(_REFERENCE)

# At the end of a line it says that the word goes on below.
_HYPHENATED: Final = rf"\u00ad[ \t]*(?:{NEWLINE.pattern})[ \t]*(?=[^\W\d_])"
_SIGNS: Final = f"{_HYPHENATED}|(?:{_UNSEEN}|{_JOINERS})+|[{_COMPOUND}]|{_ACCENTED}"
# Any sign of the others: a set alone is looked for a hundred times as fast.
_ANY: Final = re.compile(
    f"[{_UNSEEN[1:-1]}{_COMPOUND}{_DIRECTIONS[1:-1]}\u0300-\u036f\u200c\u200d]"
)

# A letter or a digit, with what is elided before it; or a mark. Longer lines are no headings.
_LETTER: Final = "[^\\W_][\u0300-\u036f]*"
_ONE: Final = rf"(?:{_LETTER}(?:['’]{_LETTER})?|[^\w\s])"
_SPACED: Final = re.compile(rf"\s*{_ONE}(?:\s+{_ONE}){{3,}}\s*")
_GAP: Final = re.compile(r"\s+")
_LONGEST: Final = 400
_LETTERS, _WORD = 4, 3  # fewest letters of such a line, and of its longest word: "à y a" is none
_WHOLE: Final = frozenset("àÀ")  # words by themselves
_INSIDE: Final = frozenset({"’", "'", ""})  # between two letters they are in a word
_THIN: Final = "\u2009\u200a\u202f"


def find(text: str) -> tuple[Odd, ...]:
    r"""Find what is not written letter by letter, in order; offsets in code points of `text`.

    >>> find("re\u0301union \ufb01xe")
    (Odd(start=1, end=3, reads='é'), Odd(start=9, end=10, reads='fi'))
    """
    if len(text) <= _LONGEST and _SPACED.fullmatch(text) and (spaced := _spaced(text)):
        return spaced
    is_reference = ("&" in text or "\\u" in text) and holds_letters(text)
    if not is_reference and (text.isascii() or not _ANY.search(text)):
        return ()
    is_directed = _RIGHT_TO_LEFT.search(text) is None
    return tuple(_found(text, _odd(has_references=is_reference, has_directions=is_directed)))


@cache
def _odd(*, has_references: bool, has_directions: bool) -> re.Pattern[str]:
    """What is odd where references are to be read or not, and directions passed over or not.

    Most runs need none of these, and every start would wait for them.
    """
    directions = f"|{_DIRECTIONS}+" if has_directions else ""
    references = f"|{_REFERENCE}" if has_references else ""
    return re.compile(_SIGNS + directions + references)


def plain(text: str) -> str:
    r"""Write a text as people read it.

    >>> plain("re\u0301u\u00adnion"), plain("R É S U M É   D U   C A S"), plain("&eacute;t&eacute;")
    ('réunion', 'RÉSUMÉ DU CAS', 'été')
    >>> plain("R&amp;D"), plain("À y a")
    ('R&amp;D', 'À y a')
    """
    found = find(text)
    if not found:
        return text
    parts, done = [], 0
    for odd in found:
        parts += [text[done : odd.start], odd.reads]
        done = odd.end
    return "".join([*parts, text[done:]])


def holds_letters(text: str) -> bool:
    """Whether a reference or an escape is a letter in a word, beyond doubt: accented, beside others.

    Or an apostrophe between two; "à" is a word by itself. Then all the references of the text are.

    >>> holds_letters("l&rsquo;&eacute;t&eacute;"), holds_letters("write &eacute;")
    (True, False)
    """
    for match in _REFERENCES.finditer(text):
        start, end = match.span()
        beside = [near.isalpha() for near in (text[max(0, start - 1) : start], text[end : end + 1])]
        reads = _read(match[0])
        if reads in _WHOLE or (reads in _INSIDE and all(beside)):
            return True
        if any(beside) and reads.isalpha() and not reads.isascii():
            return True
    return False


def _found(text: str, pattern: re.Pattern[str]) -> Iterator[Odd]:
    for match in pattern.finditer(text):
        reads = _read(match[0])
        if reads != match[0]:
            yield Odd(*match.span(), reads)


@lru_cache(maxsize=2_000)
def _read(raw: str) -> str:
    if raw[0] in "&\\":
        from html import unescape  # noqa: PLC0415 - its table of 2,231 names is seldom needed

        reads = unescape(raw) if raw[0] == "&" else chr(int(raw[2:], 16))
        return "" if reads == "\u00ad" else reads
    if not raw[0].isalpha():
        return ""
    return unicodedata.normalize("NFKC" if raw in _COMPOUND else "NFC", raw)


def _spaced(text: str) -> tuple[Odd, ...]:
    """The words of a line of single letters: wider gaps part them than part the letters."""
    gaps = [match for match in _GAP.finditer(text) if match.start() > 0 and match.end() < len(text)]
    least = min(_width(gap[0]) for gap in gaps)
    found: list[Odd] = []
    start = len(text) - len(text.lstrip())
    for gap in (*gaps, None):
        if gap is not None and _width(gap[0]) == least:
            continue
        end = gap.start() if gap else len(text.rstrip())
        word = unicodedata.normalize("NFC", _GAP.sub("", text[start:end]))
        found.append(Odd(start, end, word))
        if gap:
            found.append(Odd(*gap.span(), " "))
            start = gap.end()
    letters = [sum(map(str.isalpha, odd.reads)) for odd in found]
    is_words = sum(letters) >= _LETTERS and max(letters) >= _WORD
    return tuple(found) if is_words else ()


def _width(gap: str) -> int:
    """How wide white space looks; a line break is wider than any."""
    if "\n" in gap or "\r" in gap:
        return _LONGEST
    return sum(1 if char in _THIN else 2 for char in gap)
