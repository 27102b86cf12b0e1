"""Whether a stretch is a name or a title rather than running text.

Responsible for: names made of capitals, institutions, the ends of names, titles of works.
Not responsible for: names a list holds (exemptions.py).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onetongue.detect.exemptions import CAPITALS, bare, is_particle
from onetongue.detect.name_lists import AFTER_NAMES
from onetongue.detect.states import SURE
from onetongue.detect.words import Gap, Shape
from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from onetongue.detect.candidates import Candidate

TITLE_WORDS: Final = 8
# The year of a bibliographic reference stands within this many words of either end.
REFERENCE_REACH: Final = 6
YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")
# So many lower-case words may stand between a name's capital and the stretch: the Institut national …
NAME_TAIL: Final = 2
# The longest label before a colon: Maximum size of the list.
LABEL_WORDS: Final = 6


def is_name(candidate: Candidate) -> bool:
    """Whether nothing but capitals and the particles between them is there: Rue de Rivoli, Paris."""
    if candidate.scored.has_capital_style:
        return False
    named = candidate.words
    lists, first = candidate.lists, named[0].word
    is_known = first in lists.heads or first in lists.given_names
    if candidate.known[0].is_inflected and not is_known:
        return False
    rest = [(t, u) for t, u in pairwise(named) if u.shape not in CAPITALS]
    rest = rest if named[0].shape in CAPITALS else [(named[0], named[0]), *rest]
    return (
        all(
            is_particle(bare(t.word))
            or (t.gap is Gap.GLUED and not before.word.endswith("'"))
            or (t is named[-1] and t.word in AFTER_NAMES)
            for before, t in rest
        )
        and (
            any(t.shape in {Shape.CAPITAL, Shape.UPPER} for t in named)
            or named[-1].word in AFTER_NAMES
        )
        and not (candidate.kind == "quotation" and candidate.is_pointed)
    )


def is_address(candidate: Candidate) -> bool:
    """Whether a stretch is a postal address: 14, rue des Érables, Québec.

    A number stands before the street, and nothing but capitals, numbers, particles and words of
    addresses after it.
    """
    tokens = candidate.scored.tokens
    first, last = candidate.part.first, candidate.part.last
    streets = candidate.lists.sites
    at = next((i for i in range(first, last + 1) if tokens[i].word in streets), None)
    if at is None:
        return False
    is_numbered = any(
        t.shape is Shape.NUMBER or t.word in {"bis", "ter"} for t in tokens[max(0, at - 2) : at]
    )
    others = streets | words("address") | words("name_prepositions")
    return is_numbered and all(
        t.shape is not Shape.LOWER or t.gap is Gap.GLUED or is_particle(t.word) or t.word in others
        for t in tokens[first : last + 1]
    )


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


def is_value(candidate: Candidate) -> bool:
    """Whether a stretch is all that follows a short label: mask_all: Masque toutes les entités.

    Not where the label announces a title: Song: Je ne regrette rien.
    """
    tokens, first = candidate.scored.tokens, candidate.part.first
    label = tokens[:first]
    is_all = first + len(candidate.tokens) == len(tokens)
    is_code = all(token.shape is Shape.LITERAL for token in label)
    is_apart = tokens[first].gap is Gap.CLAUSE or (is_code and tokens[first].gap < Gap.CLAUSE)
    is_label = 0 < len(label) <= LABEL_WORDS and is_apart
    return is_all and is_label and not any(t.word in candidate.lists.cues for t in label)


def is_captioned(candidate: Candidate) -> bool:
    """Whether a block or sentence is an author with the title of a work.

    Le Goff, J. (1981). La Naissance …: a name, a comma and another capital begin it, and it names a
    year near either end. Paul Cézanne, Les Joueurs de cartes: a title with its article follows.
    """
    tokens = candidate.tokens
    comma = next((i for i, t in enumerate(tokens[:4]) if t.gap is Gap.COMMA), None)
    if (
        not comma
        or candidate.has_verb
        or candidate.scored.is_upper
        or tokens[0].shape is Shape.UPPER
    ):
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
