"""What happens to text on its way: capitals, lost accents, misread letters, wrapped lines.

Every kind is a list of edits, so that the place of the French stays known.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

Edit = tuple[int, int, str]  # start, end, what stands there instead
Span = tuple[int, int]

WORD = re.compile(r"[^\W\d_]+")
# What scanners read instead; a letter in thirty is misread.
MISREAD = {
    "m": "rn", "rn": "m", "l": "1", "i": "l", "e": "c", "o": "0", "h": "b", "u": "n", "n": "u",
    "cl": "d", "t": "f", "s": "5", "é": "ć", "è": "e", "à": "a", "ç": "c", "I": "l", "S": "5",
}  # fmt: skip
MISREAD_SHARE = 1 / 30
WIDTH = 56
LEAST = 2  # letters before a hyphen
ADDRESSES = (
    "https://www.example.org/monde/la-une?id=12",
    "redaction@example.com",
    "#Brexit",
    "@lemonde",
)


def capitals(text: str, random: Random) -> list[Edit]:
    """All in capitals, as typesetters do."""
    return [(i, i + 1, c.upper()) for i, c in enumerate(text) if c.upper() != c]


def no_accents(text: str, random: Random) -> list[Edit]:
    """No accents, as old systems and quick typists leave them."""
    edits = []
    for i, c in enumerate(text):
        plain = {"œ": "oe", "Œ": "OE", "æ": "ae"}.get(c) or unicodedata.normalize("NFD", c)[0]
        if c.isalpha() and plain != c:
            edits.append((i, i + 1, plain))
    return edits


def plain_capitals(text: str, random: Random) -> list[Edit]:
    """Capitals without accents: EVENEMENT."""
    edits = {edit[0]: edit for edit in capitals(text, random)}
    edits |= {i: (i, j, new.upper()) for i, j, new in no_accents(text, random)}
    return [edits[i] for i in sorted(edits)]


def misread(text: str, random: Random) -> list[Edit]:
    """Letters a scanner took for others."""
    edits: list[Edit] = []
    i = 0
    while i < len(text):
        size = 2 if text[i : i + 2] in MISREAD else 1
        if text[i : i + size] in MISREAD and random.random() < MISREAD_SHARE:
            edits.append((i, i + size, MISREAD[text[i : i + size]]))
            i += size
        else:
            i += 1
    return edits


def apostrophes(text: str, random: Random) -> list[Edit]:
    """Every kind of apostrophe that keyboards and converters make, in one document."""
    return [
        (m.start(), m.end(), random.choice("'’‘`´ʼ"))
        for m in re.finditer(r"(?<=\w)['’](?=\w)", text)
    ]


def no_break_spaces(text: str, random: Random) -> list[Edit]:
    """No-break spaces where French typography wants them, and where some editors leave them."""
    edits: dict[int, Edit] = {}
    for m in re.finditer(r" ?(?=[;:!?»])| (?=\d)|(?<=«) ?", text):
        edits[m.start()] = (m.start(), m.end(), random.choice("\u00a0\u202f"))
    for m in re.finditer(r"(?<=\w) (?=\w)", text):
        if random.random() < 1 / 6:
            edits[m.start()] = (m.start(), m.end(), "\u00a0")
    return [edits[i] for i in sorted(edits)]


def wrapped(text: str, random: Random) -> list[Edit]:
    """Lines of a narrow column, with words hyphenated at their ends."""
    edits: list[Edit] = []
    column = 0
    for m in re.finditer(r"\n+|\S+[^\S\n]?", text):
        if m.group().startswith("\n"):
            column = 0
            continue
        size = len(m.group())
        if column + size <= WIDTH:
            column += size
            continue
        room = WIDTH - column - 1
        word = WORD.fullmatch(m.group().strip())
        if word and LEAST <= room <= len(word.group()) - 3 and word.group()[room].islower():
            edits.append((m.start() + room, m.start() + room, "-\n"))
            column = size - room
        elif text[m.start() - 1] == " ":
            edits.append((m.start() - 1, m.start(), "\n"))
            column = size
    return edits


def markdown(text: str, random: Random) -> list[Edit]:
    """What is left of Markdown when a converter forgets it."""
    edits: list[Edit] = []
    for m in WORD.finditer(text):
        chance = random.random()
        before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
        if chance > 1 / 8 or before not in " " or after not in " ":
            continue
        opening, closing = random.choice(
            [("**", "**"), ("*", "*"), ("_", "_"), ("[", "](#n1)"), ("`", "`")]
        )
        edits += [(m.start(), m.start(), opening), (m.end(), m.end(), closing)]
    for m in re.finditer(r"^(?=.)", text, re.MULTILINE):
        if random.random() < 1 / 2:
            edits.append((m.start(), m.start(), random.choice(["> ", "## ", "- ", "* "])))
    return sorted(edits)


def addresses(text: str, random: Random) -> list[Edit]:
    """Web and mail addresses, hashtags and handles between the words."""
    return [
        (m.end(), m.end(), f" {random.choice(ADDRESSES)}")
        for m in re.finditer(r"(?<=\w{3})(?= \w)", text)
        if random.random() < 1 / 12
    ]


KINDS: dict[str, Callable[[str, Random], list[Edit]]] = {
    "all capitals": capitals,
    "no accents": no_accents,
    "capitals, no accents": plain_capitals,
    "misread letters": misread,
    "apostrophes": apostrophes,
    "no-break spaces": no_break_spaces,
    "wrapped, hyphenated": wrapped,
    "Markdown remains": markdown,
    "addresses": addresses,
}


def rewrite(text: str, edits: list[Edit], spans: frozenset[Span]) -> tuple[str, frozenset[Span]]:
    """The edited text, and where the spans are in it; what is put in at an edge stays outside."""
    parts, at = [], 0
    for start, end, new in edits:
        parts += [text[at:start], new]
        at = end

    def moved(place: int, *, is_end: bool) -> int:
        return place + sum(
            len(new) - (end - start)
            for start, end, new in edits
            if (start < place if is_end else end <= place)
        )

    placed = frozenset((moved(a, is_end=False), moved(b, is_end=True)) for a, b in spans)
    return "".join([*parts, text[at:]]), placed
