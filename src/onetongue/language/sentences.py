"""French sentences.

Responsible for: cutting a text into sentences and what stands between them, exactly.
Not responsible for: other languages, or how sentences are translated and put together again.

Bullets, dialogue dashes, guillemets, tags and directives that open or close around whole sentences
count as separators: an engine would lose or double them. Between two sentences that are glued
together, "revoir.Je", the separator is empty.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from onetongue.characters import NEWLINE
from onetongue.language.given_names import is_given_name
from onetongue.language.literal_kinds import KINDS, SIGNS
from onetongue.language.literals import find_code
from onetongue.language.spellings import is_french_word
from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.language.literals import Literal

_SPACE = "[ \t\u00a0\u202f\u2009]"
_NEWLINE = f"(?>{NEWLINE.pattern})"  # atomic, or backtracking would find two in one CRLF
_BREAK = r"(?<=[.!?…:])<[bB][rR] ?/?>"
_PARAGRAPH = rf"{_NEWLINE}(?:{_SPACE}*{_NEWLINE})+\s*|{_BREAK}"
_BULLET = r"[-–—•·‣●◦▪⋮*|]"
# A hard-wrapped line may begin with a dash, too; then the line before ends in mid-sentence.
_ITEM = rf"(?:{_NEWLINE}{_SPACE}*(?=[•‣●◦▪⋮]|\d{{1,2}}[.)] |[a-z]\) )|(?<=[.!?…:;,»]){_NEWLINE}{_SPACE}*(?=[-–—*] ))"
_STOP = rf"(?<![.!?…])(?P<stop>[.!?…]+)(?:{_SPACE}?»|[”’\"')\]])*\s++(?P<opens>(?:[«“‘\"'(\[–—-]|\s)*+)(?=(?P<next>\w+['’]?)|$)"
_SINGLE_TAG = re.compile(r"<(?:br|hr|img|input|wbr)\b|.*/>$", re.IGNORECASE)
# Two words glued together, the second with a capital: not "U.S.A", "a.b.Le" or "Rue.Le/la".
_GLUED = (
    r"(?<=[a-zß-ÿœ]{2})(?P<mark>[.!?…]++|,)"
    r"(?=(?P<glued>[A-ZÀ-ÖØ-ÞŒ][\w-]*+(?:['’](?=\w)|(?![\w@/\\=(\['’]|\.\w))))"
)
_BOUNDARY = re.compile(rf"(?P<hard>{_PARAGRAPH}|{_ITEM})|{_STOP}|(?P<glued>(?!))")
# Slower by a third, and hardly a text needs it.
_ANY_GLUED = re.compile(r"[.!?…,][A-ZÀ-ÖØ-ÞŒ]")
_BOUNDARY_OR_GLUED = re.compile(rf"(?P<hard>{_PARAGRAPH}|{_ITEM})|{_STOP}|{_GLUED}")
_EDGE = re.compile(rf"{_BULLET}+\s+|(?:\d{{1,2}}[.)]|[a-z]\))\s+(?=\D)")

_PICTURE = re.compile(KINDS["picture"])
_LAST_PICTURE = re.compile(rf"{KINDS['picture']}\Z")
_LONGEST_PICTURE = 16  # code points; a family has 11

# A single small letter is none: "à 9 h. Il", "l'al. b. Il".
_INITIAL = re.compile(r"(?:^|[\s(«“'’\-.])(?:(?:[^\W\d_]\.[ -]?)+[^\W\d_]|[A-ZÀ-ÖØ-Þ])$")
_NUMBERING = re.compile(r"(?:^|[\r\n])\s*(?:\d{1,2}|[IVX]{1,5})$")  # "1. Les faits"
_DAY = re.compile(
    r"\bLe (?:mar|mer|sam)$", re.IGNORECASE
)  # "Le mer. 4 mars"; "la mer" ends sentences
_EXAMPLE = re.compile(r"\bp(?:\.|ar)\s*ex$")
_UNIT = re.compile(rf"\d{_SPACE}?(?:h|m|s|t|v|min)$")  # "de 1,72 m. Lui" is no "M. Lui"
_NUMERAL = re.compile(r"\d.*|[IVXLCDR]+")  # "t. II"; French codes have articles L. 1, R. 1, D. 1
_BEFORE_GLUED = re.compile(r"(?:^|(?<=[\s(«“\"'’-]))[^\W\d_][a-zß-ÿœ]+$")
_GOES_ON = re.compile(rf"(?:(?<=['’])|{_SPACE}+)\w")
_LAST_WORD = re.compile(r"[^\s(«“\"'’]+$")
_OPENS_TITLE = re.compile(r"[^\s.!?…:,«(]\s*$")  # what stands before one
_MOST_SIGNS = 6  # tags and directives in a row, at one end of a sentence
_PRONOUNS = frozenset("je j’ tu il elle on nous vous ils elles".split())
_LONGEST = 40  # code points of a word
_MAX_GAP = 10  # code points of that; more white space would be a table
_MAX_TITLE = 60  # code points; a shorter quotation in mid-sentence is a title ("Quoi ? Qui ?")


class SentencePart(NamedTuple):
    """A sentence and what stands between it and the next one; either may be empty."""

    sentence: str
    separator: str


def split(text: str) -> tuple[SentencePart, ...]:
    """Cut `text` into sentences, each with the separator after it, in order.

    Joining all sentences and separators gives `text` exactly. What stands before the first
    sentence is the separator of an empty one. Single newlines stay inside a sentence, for they
    may be hard wrapping; blank lines and list items divide.

    >>> split("M. Lavrov est parti. « Il revient. »")
    (SentencePart(sentence='M. Lavrov est parti.', separator=' « '), SentencePart(sentence='Il revient.', separator=' »'))
    """
    starts = [0, *_cuts(text), len(text)]
    spans = [
        span for start, end in pairwise(starts) if (span := _trim(text, start, end)) is not None
    ]
    if not spans:
        return (SentencePart("", text),) if text else ()
    pieces = [SentencePart("", text[: spans[0][0]])] if spans[0][0] else []
    ends = [start for start, _ in spans[1:]] + [len(text)]
    for (start, end), after in zip(spans, ends, strict=True):
        pieces.append(SentencePart(text[start:end], text[end:after]))
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
    whole = {place for one in find_code(text) for place in range(one.span.start + 1, one.span.end)}
    in_title = whole | {
        place
        for start, end in guillemets(text)
        if 0 <= start < end <= start + _MAX_TITLE
        and _OPENS_TITLE.search(text[max(0, start - _MAX_GAP) : start])
        for place in range(start + 1, end + 1)
    }
    place = 0
    boundary = _BOUNDARY_OR_GLUED if _ANY_GLUED.search(text) else _BOUNDARY
    while match := boundary.search(text, place):
        if match["glued"]:
            if match.start() not in whole and _begins_sentence(text, match):
                yield match.end()
            place = match.end()
            continue
        cut = match.end() if match["hard"] else match.start("opens")
        if match["hard"] or (cut not in in_title and _ends_sentence(text, match)):
            yield cut
            place = max(cut, match.start() + 1)
        else:  # a paragraph break or a list item may stand in the white space after it
            place = match.end("stop")


def _begins_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence begins at a capital that is glued to a mark: "revoir.Je", "encore,Je".

    Behind a comma only in lower case on both sides, or with a pronoun: not "Paris,Le Havre", "Camus,La
    peste". What begins no French sentence is a file, a host or a field: "exemple.Fr", "client.Nom".
    """
    before = _BEFORE_GLUED.search(text[max(0, match.start() - _LONGEST) : match.start()])
    if before is None or _is_abbreviation(before[0]):
        return False
    mark, opener = match["mark"], match["glued"].lower().replace("'", "’")
    is_lower = before[0].islower()
    going = _GOES_ON.match(text, match.end("glued"))
    if mark == ",":
        is_apart = is_lower or opener in _PRONOUNS
        goes_on = going is not None and is_apart and going[0][-1].islower()
    else:
        goes_on = going is not None
    if opener in words("starters") or opener in words("openers"):
        return goes_on if mark in ".," else True
    if mark == "," or not is_lower:
        return False
    if is_given_name(match["glued"]):
        return goes_on and not is_given_name(before[0].capitalize())
    return mark != "." and is_french_word(match["glued"])


def _is_abbreviation(word: str) -> bool:
    return word in words("abbreviations") or word.lower() in words("numbered")


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    following = match["next"] or ""
    if not following:
        return True
    if not (following[0].isupper() or following[0].isdigit()):
        return False
    if match["stop"] != ".":
        return True
    before = text[max(0, match.start() - 40) : match.start()]
    if _NUMBERING.search(before) or _EXAMPLE.search(before):
        return False
    if _UNIT.search(before):
        return True
    word = _LAST_WORD.search(before)
    last = word[0] if word else ""
    if last in words("abbreviations"):
        return False
    is_numbered = last.lower() in words("numbered") or _DAY.search(before)
    if is_numbered and _NUMERAL.fullmatch(following):
        return False
    if _INITIAL.search(before) or last in words("endings"):
        return following.lower().replace("'", "’") in words("starters")
    return True


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The sentence between two cuts without space, bullet, guillemets, emoji and signs around it."""
    is_bare = False
    while True:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            return None
        narrower = _without_edges(text, start, end)
        if narrower == (start, end) and not is_bare:
            narrower, is_bare = _without_signs(text, start, end), True
        if narrower == (start, end) or not re.search(r"\w", text[slice(*narrower)]):
            return start, end
        start, end = narrower


def _without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    sentence = text[start:end]
    edge = _EDGE.match(sentence)
    if edge:
        return start + edge.end(), end
    if picture := _PICTURE.match(sentence):
        return start + picture.end(), end
    if picture := _LAST_PICTURE.search(sentence, max(0, len(sentence) - _LONGEST_PICTURE)):
        return start, start + picture.start()
    for opening, closing in guillemets(sentence):
        first, last = opening == 0, closing == len(sentence) - 1
        if first and (closing == -1 or last):
            return start + 1, end - last
        if last and opening == -1:
            return start, end - 1
    return start, end


def _without_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """What is left without the tags and directives at both ends whose other halves are not in it."""
    sentence = text[start:end]
    signs = [one for one in find_code(sentence) if one.kind in SIGNS]
    starts, ends = [0], [len(sentence)]
    for one in signs[:_MOST_SIGNS]:
        if sentence[starts[-1] : one.span.start].strip():
            break
        starts.append(one.span.end)
    for one in reversed(signs[-_MOST_SIGNS:]):
        if sentence[one.span.end : ends[-1]].strip():
            break
        ends.append(one.span.start)
    return next(
        (
            (start + low, start + high)
            for low in reversed(starts)
            for high in reversed(ends)
            if _closes(signs, low, high)
        ),
        (start, end),
    )


def _closes(signs: Sequence[Literal], low: int, high: int) -> bool:
    """Whether between two places every tag that is opened is closed, and no other."""
    depth = 0
    for one in signs:
        if one.kind == "tag" and low <= one.span.start < high and not _SINGLE_TAG.match(one.text):
            depth += -1 if one.text.startswith("</") else 1
            if depth < 0:
                return False
    return depth == 0
