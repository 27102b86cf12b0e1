"""Whether a line is names, one or several, with what English says of them.

Responsible for: lists of persons, institutions, places and borrowed terms, each between commas,
brackets, colons or bars: "Offices: Hôpital du Sacré-Cœur, Le Devoir", "Mr. Blais (Lévis, BQ)".
Not responsible for: one name by itself (names_and_titles.py), or names a list holds (exemptions.py).
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.detect.exemptions import CAPITALS, is_particle
from onetongue.detect.score import style
from onetongue.detect.states import SURE
from onetongue.detect.words import Gap, Shape
from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.detect.candidates import Candidate
    from onetongue.detect.word_facts import WordFacts
    from onetongue.detect.words import Token

# The longest institution in a list: Office de la protection du consommateur du Québec.
LONGEST: Final = 10


class Part(Enum):
    """What stands between two separators."""

    NAME = auto()  # capitals and what joins them
    INSTITUTION = auto()  # as its first word and its form say
    MAYBE = auto()  # as its first word says, which is enough among other names
    TERM = auto()  # a borrowed expression
    ENGLISH = auto()  # nothing of it is of the source language
    TEXT = auto()


class _Word(NamedTuple):
    token: Token
    known: WordFacts
    odds: float
    is_exempt: bool


def is_list_of_names(candidate: Candidate) -> bool:
    """Whether no part of a stretch is text, and enough of them are names.

    One institution is enough, or one name beside something English; one name alone is not, for a
    heading in Title Case looks like one.
    """
    _, is_upper = style(candidate.scored.tokens)
    if is_upper:
        return False
    kinds = [_kind(candidate, part) for part in _parts(candidate)]
    if not kinds or Part.TEXT in kinds:
        return False
    named = sum(kind in {Part.NAME, Part.INSTITUTION, Part.TERM} for kind in kinds)
    is_beside_english = Part.ENGLISH in kinds or _follows_label(candidate)
    if Part.MAYBE in kinds:
        return bool(named) or is_beside_english
    return Part.INSTITUTION in kinds or named > 1 or (bool(named) and is_beside_english)


def _follows_label(candidate: Candidate) -> bool:
    first = candidate.part.first
    return bool(first) and candidate.scored.tokens[first].gap is Gap.CLAUSE


def _parts(candidate: Candidate) -> Iterator[Sequence[_Word]]:
    """The words between separators; numbers and single letters before a part are no part of it."""
    exempt = candidate.scored.exempt
    part: list[_Word] = []
    found = zip(candidate.tokens, candidate.known, candidate.odds, strict=True)
    for i, (token, known, odds) in enumerate(found, candidate.part.first):
        if part and token.gap >= Gap.COMMA:
            yield part
            part = []
        if part or (token.shape < Shape.NUMBER and len(token.word) > 1):
            part.append(_Word(token, known, odds, i in exempt))
    if part:
        yield part


def _kind(candidate: Candidate, part: Sequence[_Word]) -> Part:
    lists, head = candidate.lists, part[0]
    if all(word.is_exempt or word.token.shape >= Shape.NUMBER for word in part):
        return Part.NAME if any(w.token.shape in CAPITALS for w in part) else Part.TERM
    if all(word.odds < SURE for word in part):
        return Part.ENGLISH
    if any(w.token.word in lists.verbs and w.token.shape is Shape.LOWER for w in part):
        return Part.TEXT
    is_head = head.token.word in lists.heads
    if is_head or not _is_common(head):
        if _is_capitals(part, lists.streets):
            return Part.NAME
    if head.token.word in lists.institutions and head.token.shape in CAPITALS:
        return _institution(part)
    return Part.TEXT


def _is_common(head: _Word) -> bool:
    """Whether the first word has its capital from the place it stands at."""
    is_initial = head.token.shape is Shape.INITIAL
    is_article = is_particle(head.token.word)
    return is_initial and not is_article and (head.known.is_function or head.known.is_inflected)


def _is_capitals(part: Sequence[_Word], streets: set[str]) -> bool:
    """Whether it is capitals, hyphens, particles and prepositions before one: Lac à la Truite."""
    for i, word in enumerate(part):
        token = word.token
        if token.shape is not Shape.LOWER or token.gap is Gap.GLUED or word.is_exempt:
            continue
        if not i and token.word in streets:
            continue
        following = next((w.token for w in part[i + 1 :] if not is_particle(w.token.word)), None)
        if not (is_particle(token.word) or token.word in words("name_prepositions")):
            return word.odds < SURE and bool(i)
        if following is None or following.shape is Shape.LOWER:
            return False
    return any(word.token.shape in CAPITALS for word in part)


def _institution(part: Sequence[_Word]) -> Part:
    tokens = [word.token for word in part]
    if len(tokens) > LONGEST:
        return Part.TEXT
    last = tokens[-1]
    if last.shape in CAPITALS or any(t.word in words("institutional") for t in tokens[1:]):
        return Part.INSTITUTION
    return Part.MAYBE if any(is_particle(t.word) for t in tokens[1:]) else Part.TEXT
