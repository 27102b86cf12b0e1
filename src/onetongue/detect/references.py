"""Whether a region is a reference to a work, which somebody must be able to look up.

Responsible for: bibliographic references by author, year, publisher and pages, and statutes by the
abbreviation of their collection.
Not responsible for: titles named in a sentence (names_and_titles.py).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onetongue.detect.exemptions import CAPITALS, joins_names
from onetongue.detect.words import Gap, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.detect.words import Token

YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?")
# The longest entries of bibliographies have so many words; what is longer is a paragraph.
LONGEST: Final = 60
# A surname has so many words at most, particles included: de la Rochefoucauld.
SURNAME: Final = 4
# The year of "Dupont, J., & Le Goff, A. (1999)." is at most so many tokens from the start.
DATED: Final = 8
# What may stand before the author.
INTRODUCTION: Final = frozenset({"see", "cf", "also", "in", "from", "e.g", "voir"})
# What a bibliography says of where in a work, or by whom it is.
APPARATUS: Final = frozenset(
    "p pp vol vols no nos éd ed eds éds dir trans trad isbn issn doi ibid presses press coll "
    "chap ch fig".split()
)
# Collections of statutes, as their initials are read: L.R.C. 1985, c. 31; RLRQ, c. C-12.
STATUTES: Final = frozenset({"lrc", "lrq", "rlrq", "rsc", "rsq", "cqlr", "lc", "lq", "sc", "sq"})
STATUTE_REACH: Final = 3  # initials a collection is written with


def is_reference(tokens: Sequence[Token], *, has_verb: bool) -> bool:
    """Whether the tokens of a whole region are one reference.

    Dupont, J. (1999). La ville et ses habitants. Paris: Seuil. The author comes first, and a year
    stands by itself: in parentheses, or between commas. Where somebody does something
    (`has_verb`), the year must come right after the author, as a sentence of its own.
    """
    if not tokens or len(tokens) > LONGEST:
        return False
    if not has_verb and _names_statute(tokens):
        return True
    if not _begins_with_author(tokens):
        return False
    years = [i for i in range(len(tokens)) if _is_year(tokens, i)]
    if has_verb:
        return any(i < DATED and i + 1 < len(tokens) and tokens[i + 1].gap is Gap.SENTENCE for i in years[:1])
    return bool(years) or sum(t.word in APPARATUS for t in tokens) > 1


def _begins_with_author(tokens: Sequence[Token]) -> bool:
    i = 0
    while i < len(tokens) and (
        tokens[i].shape is Shape.NUMBER or tokens[i].word in INTRODUCTION
    ):
        i += 1
    return _surname_first(tokens, i) or _initials_first(tokens, i)


def _surname_first(tokens: Sequence[Token], start: int) -> bool:
    """Dupont, J. or Le Goff, Jacques or Dupont J."""
    end = _end_of_name(tokens, start)
    if end == start or end >= len(tokens):
        return False
    if any(_is_initial(token) for token in tokens[start + 1 : end]):
        return True
    return tokens[end].gap is Gap.COMMA and tokens[end].shape in CAPITALS


def _initials_first(tokens: Sequence[Token], start: int) -> bool:
    """A. Martin, or J.-P. de Sade, at least one initial and a surname."""
    end = start
    while end < len(tokens) and _is_initial(tokens[end]):
        end += 1
    return start < end < _end_of_name(tokens, end)


def _end_of_name(tokens: Sequence[Token], start: int) -> int:
    """Behind the capitals and particles that touch each other from a token on."""
    end = start
    while end < min(len(tokens), start + SURNAME):
        token = tokens[end]
        is_part = token.shape in CAPITALS or joins_names(token.word)
        if not is_part or (end > start and token.gap > Gap.SPACE):
            break
        end += 1
    return end


def _is_initial(token: Token) -> bool:
    return len(token.word) == 1 and token.shape in CAPITALS


def _is_year(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token is a year that no word goes with."""
    token = tokens[i]
    if token.shape is not Shape.NUMBER or not YEAR.fullmatch(token.word):
        return False
    is_last = i + 1 == len(tokens)
    return token.gap >= Gap.COMMA and (is_last or tokens[i + 1].gap >= Gap.COMMA)


def _names_statute(tokens: Sequence[Token]) -> bool:
    for i in range(1, len(tokens)):
        if tokens[i].gap is not Gap.COMMA:
            continue
        initials = "".join(t.word for t in tokens[i : i + STATUTE_REACH])
        if any(initials.startswith(name) for name in STATUTES if len(name) > 2) or (
            tokens[i].word in STATUTES and tokens[i].shape is Shape.UPPER
        ):
            return True
    return False
