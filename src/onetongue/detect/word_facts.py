"""What the tables know of a token's word, before anything weighs it.

Responsible for: its log-odds, and whether it is short and common, in no list, or inflected.
Not responsible for: how it is written, or what stands beside it (score.py, adjacent_words.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.detect.tables import ABSENT, Odds
from onetongue.detect.words import Shape

if TYPE_CHECKING:
    from onetongue.detect.tables import Tables
    from onetongue.detect.words import Token

# Words at least this common, as ln of the relative frequency, are function words ("sous", "after").
FUNCTION_LEVEL: Final = -7.7
FUNCTION_LENGTH: Final = 6


class WordFacts(NamedTuple):
    """What the tables know of a token's word.

    `is_function`: short and very common. `is_unlisted`: judged by its letters alone.
    `is_inflected`: at the start of a sentence, with other forms, so hardly a name.
    """

    odds: Odds
    is_function: bool
    is_unlisted: bool
    is_inflected: bool


def facts_of(token: Token, tables: Tables, *, has_accents: bool) -> WordFacts:
    """Look a token's word up; `has_accents` says whether any word of its region has one."""
    word = token.word.rstrip("'")  # an elided l' is listed as l
    odds = tables.odds(word, has_accents=has_accents)
    return WordFacts(
        odds,
        is_function=len(word) <= FUNCTION_LENGTH and odds.commonest >= FUNCTION_LEVEL,
        is_unlisted=odds.commonest == ABSENT,
        is_inflected=token.shape is Shape.INITIAL and tables.is_inflected(word),
    )
