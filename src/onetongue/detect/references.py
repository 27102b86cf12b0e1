"""Whether a region is a reference to a work, which somebody must be able to look up.

Responsible for: bibliographic references by author, year, publisher and pages, and statutes by the
abbreviation of their collection.
Not responsible for: titles named in a sentence (names_and_titles.py).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onetongue.detect.exemptions import CAPITALS, joins_names
from onetongue.detect.states import SURE, of_foreign
from onetongue.detect.words import Gap, Shape
from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.detect.score import ScoredTokens
    from onetongue.detect.words import Token

YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?")
# Pages and the like: not "p < 0,01".
PLACE: Final = re.compile(r"\d{1,4}")
# The longest entries of bibliographies have so many words; what is longer is a paragraph.
LONGEST: Final = 60
# A surname has so many words at most, particles included: de la Rochefoucauld.
SURNAME: Final = 4
# The year of "Dupont, J., & Le Goff, A. (1999)." is at most so many tokens from the start.
DATED: Final = 8
# How far such names are looked for: tokens.
AUTHORS: Final = 8
# What may stand before the author.
INTRODUCTION: Final = frozenset({"see", "cf", "also", "in", "from", "e.g", "voir"})
# What a number follows where a bibliography says where in a work something stands ...
NUMBERED: Final = frozenset(
    "p pp vol vols no nos bk ser sec sect t chap ch fig ff fol fols op opp bwv kv hwv rv cat pl box "
    "folder reel acc lot ms mss inv cod col cols".split()
)
# ... and what else only a bibliography says.
APPARATUS: Final = frozenset("éd ed eds éds trans arr thesis diss repr".split())
# Any of these is enough.
STRONG: Final = frozenset({"ibid", "isbn", "issn", "doi"})
# An act that somebody cites begins with one of these, and names an article, a number, a collection.
ACTS: Final = frozenset(
    "loi code règlement décret arrêté ordonnance charte constitution convention traité directive "
    "circulaire".split()
)
ARTICLES: Final = frozenset({"art", "arts", "al", "rs", "ch", "c", "s", "ss"})
# How long a piece lasts: minutes and seconds.
DURATION: Final = re.compile(r"\d:\d\d")
# A full stop and a space, at most, stand between such an abbreviation and its number: not T < 0.
NEAR: Final = 2
# English dates stand in references to French works, not in French text.
MONTHS: Final = frozenset(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july "
    "august september october november december".split()
)
# So many of these, years and authors make a reference.
SIGNS: Final = 2
# A reference without an author at the start and a year has so many English words at most: ed. in, p.
ENGLISH_WORDS: Final = 3
# What stands between the parties of a case: Roy c. Ministre du Revenu.
VERSUS: Final = frozenset({"v", "c", "vs"})
# Collections of statutes that are written as one word: RLRQ, c. C-12.
STATUTES: Final = frozenset({"lrc", "lrq", "rlrq", "rsc", "rsq", "cqlr"})
STATUTE_REACH: Final = 4  # initials others are written with: L.R.C. 1985, c. 31


def is_reference(scored: ScoredTokens, has_verb: bool) -> bool:
    """Whether a whole region is one reference.

    Dupont, J. (1999). La ville et ses habitants. Paris: Seuil. The author comes first, and a year
    stands by itself: in parentheses, or between commas. Where somebody does something
    (`has_verb`), the year must come right after the author, as a sentence of its own.
    """
    tokens = scored.tokens
    if not tokens or len(tokens) > LONGEST:
        return False
    if _names_case(tokens):
        return True
    if scored.is_upper:
        return False
    if _names_statute(tokens) or any(token.word in STRONG for token in tokens):
        return True
    if _is_track(tokens) or (not has_verb and _names_article(tokens)):
        return True
    has_author, is_dated = _begins_with_author(tokens), _is_dated(tokens)
    if has_author and is_dated and _has_authors(tokens):
        return True
    places = sum(_is_place(tokens, i) for i in range(len(tokens)))
    if has_verb and not places:
        return has_author and _is_dated_author(tokens)
    if not (has_author and is_dated) and _reads_as_english(scored):
        return False
    has_quotation = any(token.gap is Gap.QUOTE for token in tokens)
    is_published = any(_is_apparatus(token) for token in tokens)
    signs = places + has_author + is_dated + (has_quotation and not has_verb) + is_published
    return signs >= SIGNS or _has_english_date(tokens)


def _is_dated_author(tokens: Sequence[Token]) -> bool:
    """Whether the first year ends a sentence near the start: Dupont, J. (1999)."""
    first = next((i for i in range(len(tokens)) if _is_year(tokens, i)), len(tokens))
    return first < min(DATED, len(tokens) - 1) and tokens[first + 1].gap is Gap.SENTENCE


def _reads_as_english(scored: ScoredTokens) -> bool:
    """Whether there is an English sentence around what looks like a reference."""
    return (
        sum(
            token.shape is Shape.LOWER and max(of_foreign(row)) <= -SURE
            for token, row in zip(scored.tokens, scored.scores, strict=True)
        )
        > ENGLISH_WORDS
    )


def _begins_with_author(tokens: Sequence[Token]) -> bool:
    # "Borrow: Dupont, Jean" has a label.
    i = int(len(tokens) > 1 and tokens[1].gap is Gap.CLAUSE)
    while i < len(tokens) and (tokens[i].shape is Shape.NUMBER or tokens[i].word in INTRODUCTION):
        i += 1
    if any(token.word in words("capitalised") for token in tokens[i : i + 2]):
        return False  # Saturday, September 29
    return _surname_first(tokens, i) or _initials_first(tokens, i)


def _has_authors(tokens: Sequence[Token]) -> bool:
    """Whether several authors with their initials begin it: Giroux C, Favre B, Monod E."""
    initials = sum(
        _is_initial(token) and before.shape in CAPITALS
        for before, token in pairwise(tokens[:AUTHORS])
    )
    return initials > 1


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
    if not is_last and tokens[i + 1].shape is Shape.NUMBER and tokens[i + 1].gap is Gap.CLAUSE:
        return True  # Rev Med Suisse 2014;10:88-93
    return token.gap >= Gap.COMMA and (is_last or tokens[i + 1].gap >= Gap.COMMA)


def _is_place(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token says where in a work something is: vol. 5, p. 91."""
    return tokens[i].word in NUMBERED and _is_numbered(tokens, i)


def _is_numbered(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number follows a token, with nothing but a full stop between them."""
    if i + 1 >= len(tokens) or tokens[i + 1].start - tokens[i].end > NEAR:
        return False
    return PLACE.fullmatch(tokens[i + 1].word) is not None


def _is_apparatus(token: Token) -> bool:
    """Whether a token says of what edition a work is, or by whom: ISBN, Gallimard."""
    return token.word in APPARATUS or (
        token.word in words("publishers") and token.shape in CAPITALS
    )


def _is_dated(tokens: Sequence[Token]) -> bool:
    """Whether there is a year by itself, or an English date."""
    return any(_is_year(tokens, i) for i in range(len(tokens))) or _has_english_date(tokens)


def _has_english_date(tokens: Sequence[Token]) -> bool:
    """Whether there is an English month with its year, which no French text has: 4 Feb. 1909."""
    return any(
        token.word in MONTHS and token.shape in CAPITALS and YEAR.fullmatch(after.word)
        for token, after in pairwise(tokens)
    )


def _is_track(tokens: Sequence[Token]) -> bool:
    """Whether it ends with how long a piece lasts, in brackets: La mauvaise réputation (2:11)."""
    last = tokens[-1]
    return last.gap is Gap.PAREN and DURATION.fullmatch(last.word) is not None


def _names_article(tokens: Sequence[Token]) -> bool:
    """Whether it cites an act, or a case by its number: Code civil, art. 5; 2009 QCCS 3210."""
    is_act = tokens[0].word in ACTS and any(
        token.word in ARTICLES
        and (
            _is_numbered(tokens, i)
            or (any(map(_is_initial, tokens[i + 1 : i + 2])) and _is_numbered(tokens, i + 1))
        )
        for i, token in enumerate(tokens)
    )
    return is_act or any(
        YEAR.fullmatch(year.word) and court.shape is Shape.UPPER and number.shape is Shape.NUMBER
        for year, court, number in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _names_case(tokens: Sequence[Token]) -> bool:
    """Whether two parties stand on either side of a "v." or "c."."""
    return tokens[0].shape in CAPITALS and any(
        token.word in VERSUS and token.shape is Shape.LOWER and after.shape in CAPITALS
        for token, after in pairwise(tokens[1:])
    )


def _names_statute(tokens: Sequence[Token]) -> bool:
    """Whether a comma is followed by the initials of a collection of statutes: L.Q. 1991, c. 64."""
    for i, token in enumerate(tokens):
        if not i or token.gap is not Gap.COMMA:
            continue
        end = i
        while end < min(len(tokens), i + STATUTE_REACH) and _is_initial(tokens[end]):
            end += 1
        is_dated = end < len(tokens) and YEAR.fullmatch(tokens[end].word) is not None
        if (end - i > 1 and is_dated) or token.word in STATUTES:
            return True
    return False
