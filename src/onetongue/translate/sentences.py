"""French sentences.

Responsible for: cutting a text into sentences and what stands between them, exactly.
Not responsible for: other languages, or how sentences are translated and put together again.

Bullets, dialogue dashes and guillemets that open or close around whole sentences count as
separators: an engine would lose or double them.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from onetongue.translate.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE = "[ \t\u00a0\u202f\u2009]"
_NEWLINE = r"(?:\r\n|\r(?!\n)|\n)"  # or backtracking would find two in one CRLF
_PARAGRAPH = rf"{_NEWLINE}(?:{_SPACE}*{_NEWLINE})+\s*"
_BULLET = r"[-–—•·‣●◦▪⋮*|]"
# A hard-wrapped line may begin with a dash, too; then the line before ends in mid-sentence.
_ITEM = rf"(?:{_NEWLINE}{_SPACE}*(?=[•‣●◦▪⋮]|\d{{1,2}}[.)] )|(?<=[.!?…:;,»]){_NEWLINE}{_SPACE}*(?=[-–—*] ))"
_STOP = rf"(?<![.!?…])(?P<stop>[.!?…]+)(?:{_SPACE}?»|[”’\"')\]])*\s++(?P<opens>[«“‘\"'(\[–—-]*+\s*+)(?=(?P<next>\w+)|$)"
_BOUNDARY = re.compile(rf"(?P<hard>{_PARAGRAPH}|{_ITEM})|{_STOP}")
_EDGE = re.compile(rf"{_BULLET}+\s+|\d{{1,2}}[.)]\s+(?=\D)")

_INITIAL = re.compile(r"(?:^|[\s(«“\-.])(?:[^\W\d_]\.-?)*[^\W\d_]$")
_NUMBERING = re.compile(r"(?:^|[\r\n])\s*\d{1,2}$")  # "1. Les faits"
_LAST_WORD = re.compile(r"[^\s(«“\"'’]+$")
_MAX_TITLE = 60  # code points; a shorter quotation in mid-sentence is a title ("Quoi ? Qui ?")


class Piece(NamedTuple):
    """A sentence and what stands between it and the next one; either may be empty."""

    sentence: str
    separator: str


def split(text: str) -> tuple[Piece, ...]:
    """Cut `text` into sentences, each with the separator after it, in order.

    Joining all sentences and separators gives `text` exactly. What stands before the first
    sentence is the separator of an empty one. Single newlines stay inside a sentence, for they
    may be hard wrapping; blank lines and list items divide.

    >>> split("M. Lavrov est parti. « Il revient. »")
    (Piece(sentence='M. Lavrov est parti.', separator=' « '), Piece(sentence='Il revient.', separator=' »'))
    """
    starts = [0, *_cuts(text), len(text)]
    spans = [
        span for start, end in pairwise(starts) if (span := _trim(text, start, end)) is not None
    ]
    if not spans:
        return (Piece("", text),) if text else ()
    pieces = [Piece("", text[: spans[0][0]])] if spans[0][0] else []
    ends = [start for start, _ in spans[1:]] + [len(text)]
    for (start, end), after in zip(spans, ends, strict=True):
        pieces.append(Piece(text[start:end], text[end:after]))
    return tuple(pieces)


def guillemets(text: str) -> tuple[tuple[int, int], ...]:
    """Pair the « and » of `text`: the place of each, -1 for one that is missing.

    >>> guillemets("« a » b » «")
    ((0, 4), (-1, 8), (10, -1))
    """
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for place, character in enumerate(text):
        if character == "«":
            opened.append(place)
        elif character == "»":
            pairs.append((opened.pop() if opened else -1, place))
    return tuple(sorted([*pairs, *((place, -1) for place in opened)], key=max))


def _cuts(text: str) -> Iterator[int]:
    """Where a sentence may begin."""
    titles = [
        (start, end)
        for start, end in guillemets(text)
        if 0 <= start < end <= start + _MAX_TITLE and re.search(r"[^\s.!?…:,«(]\s*$", text[:start])
    ]
    place = 0
    while match := _BOUNDARY.search(text, place):
        cut = match.end() if match["hard"] else match.start("opens")
        # A paragraph break may hide in the white space of what looks like a sentence end.
        place = max(cut, match.start() + 1)
        in_title = any(start < cut <= end for start, end in titles)
        if match["hard"] or (not in_title and _ends_sentence(text, match)):
            yield cut


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    following = match["next"] or ""
    if not following:
        return True
    if not (following[0].isupper() or following[0].isdigit()):
        return "\n\n" in match[0]
    if match["stop"] != ".":
        return True
    before = text[max(0, match.start() - 40) : match.start()]
    word = _LAST_WORD.search(before)
    if word and word[0].lower() in words("abbreviations"):
        return False
    if _INITIAL.search(before):
        return following.lower() in words("starters")
    return _NUMBERING.search(before) is None


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The sentence between two cuts without space, bullet and guillemets around it."""
    while True:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            return None
        narrower = _without_edges(text, start, end)
        if narrower == (start, end) or not re.search(r"\w", text[slice(*narrower)]):
            return start, end
        start, end = narrower


def _without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    sentence = text[start:end]
    edge = _EDGE.match(sentence)
    if edge:
        return start + edge.end(), end
    for opening, closing in guillemets(sentence):
        first, last = opening == 0, closing == len(sentence) - 1
        if first and (closing == -1 or last):
            return start + 1, end - last
        if last and opening == -1:
            return start, end - 1
    return start, end
