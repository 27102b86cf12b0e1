"""Whether a stretch is a name or a title rather than running text.

Responsible for: names made of capitals, institutions, the ends of names, titles of works.
Not responsible for: names a list holds (exemptions.py).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onetongue.detect.exemptions import CAPITALS, bare, is_particle
from onetongue.detect.states import SURE
from onetongue.detect.words import Gap, Shape

if TYPE_CHECKING:
    from onetongue.detect.candidates import Candidate

TITLE_WORDS: Final = 8
# The year of a bibliographic reference stands within this many words of either end.
REFERENCE_REACH: Final = 6
YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")
# So many lower-case words may stand between a name's capital and the stretch: the Institut national …
NAME_TAIL: Final = 2


def is_name(candidate: Candidate) -> bool:
    """Whether nothing but capitals and the particles between them is there: Rue de Rivoli, Paris."""
    if candidate.scored.has_capital_style:
        return False
    words = candidate.words
    if candidate.known[0].is_inflected and words[0].word not in candidate.lists.heads:
        return False
    rest = [(t, u) for t, u in pairwise(words) if u.shape not in CAPITALS]
    rest = rest if words[0].shape in CAPITALS else [(words[0], words[0]), *rest]
    return (
        all(
            is_particle(bare(t.word)) or (t.gap is Gap.GLUED and not before.word.endswith("'"))
            for before, t in rest
        )
        and any(t.shape in {Shape.CAPITAL, Shape.UPPER} for t in words)
        and not (candidate.kind == "quotation" and candidate.is_pointed)
    )


def is_institution(candidate: Candidate) -> bool:
    """Whether a block is the name of an institution or a place: Stade de la Beaujoire.

    It begins with a listed head, ends with a capital, and holds one other lower-case word at most:
    "Ministère de l'Intérieur", but not "Ministère de l'Intérieur en crise".
    """
    head, *rest = candidate.words
    if head.word not in candidate.lists.heads or candidate.has_verb or not rest:
        return False
    lower = [t for t in rest if t.shape is Shape.LOWER and not is_particle(t.word)]
    is_one = all(t.gap <= Gap.SPACE for t in candidate.tokens[1:])
    return is_one and len(lower) <= 1 and rest[-1].shape is Shape.CAPITAL


def follows_name(candidate: Candidate) -> bool:
    """Whether the stretch goes on from a capital just before it, English words not counted."""
    scored, first = candidate.scored, candidate.part.first
    for i in range(first, max(0, first - NAME_TAIL - 1), -1):
        before = scored.tokens[i - 1]
        if scored.tokens[i].gap > Gap.SPACE or scored.scores[i - 1][candidate.part.state] < -SURE:
            return False
        if before.shape in {Shape.CAPITAL, Shape.UPPER}:
            return not before.word.endswith("'s")
        if scored.words[i - 1].is_function:
            return False
    return False


def is_reference(candidate: Candidate) -> bool:
    """Whether a block or sentence is a reference to a work.

    Le Goff, J. (1981). La Naissance …: a name, a comma and another capital begin it, and it names a
    year near either end. Paul Cézanne, Les Joueurs de cartes: a title with its article follows.
    """
    tokens = candidate.tokens
    comma = next((i for i, t in enumerate(tokens[:4]) if t.gap is Gap.COMMA), None)
    if not comma or candidate.has_verb or tokens[0].shape is Shape.UPPER:
        return False
    if candidate.kind in {"phrase", "quotation"}:
        return False
    if not all(t.shape in CAPITALS for t in tokens[: comma + 1]):
        return False
    ends = [t.word for t in (*tokens[:REFERENCE_REACH], *tokens[-REFERENCE_REACH:])]
    is_dated = any(YEAR.fullmatch(word) for word in ends)
    if not candidate.known[comma].is_function:
        return is_dated
    return (is_dated or comma > 1) and not _reads_on(candidate, comma)


def _reads_on(candidate: Candidate, title: int) -> bool:
    """Whether more than a title follows the author: Rodin, Le Penseur, plâtre patiné."""
    tokens = candidate.tokens
    end = next(
        (i for i in range(title + 1, len(tokens)) if tokens[i].gap is Gap.COMMA), len(tokens)
    )
    return any(
        token.shape is Shape.LOWER and odds >= SURE and not is_particle(token.word)
        for token, odds in zip(tokens[end:], candidate.odds[end:], strict=True)
    )


def is_title(candidate: Candidate) -> bool:
    """Whether a quoted stretch is the title of a work rather than somebody's words."""
    if not candidate.begins_with_capital():
        return False
    before, after, lists = candidate.before, candidate.after, candidate.lists
    near = {bare(t.word) for t in (*before, *after)}
    if before and before[-1].word.endswith("'s"):
        return True
    if near & lists.cues and not near & lists.speech:
        return True
    is_short = len(candidate.words) <= TITLE_WORDS and not candidate.is_pointed
    is_reported = bool(near & lists.speech) and not (before and before[-1].word == "that")
    return is_short and not candidate.has_verb and not is_reported
