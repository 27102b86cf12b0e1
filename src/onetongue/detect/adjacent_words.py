"""What a word is taken for because of the words beside it.

Responsible for: short words that both languages use, and borrowed expressions among foreign words.
Not responsible for: the score of a word by itself (score.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onetongue.detect.states import ENGLISH, SURE, of_foreign, of_sources, row, source
from onetongue.detect.words import Gap, Shape, Token

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from onetongue.detect.exemptions import Exemption
    from onetongue.detect.states import Row
    from onetongue.detect.word_facts import WordFacts

# A stretch that could be either language goes to English: nats a token.
NEUTRAL: Final = -0.05
# Words that could be either language, of at most so many letters (a, on, me, car), speak as the word
# after them does, by this much (nats): "on a dit", "on Tuesday".
EITHER_LENGTH: Final = 3
LEANING: Final = 2.0
# What French and English put before a word alike, and from which log-odds (nats) on that word tells
# which of them did: non-existent (2.0), non-fumeurs (6.0).
PREFIX: Final = "non"
PREFIXED: Final = 3.0


def lean(
    tokens: Sequence[Token], words: Sequence[WordFacts], rows: list[Row], verbs: Collection[str]
) -> None:
    """Let the short words that could be either language follow the word after them."""
    for i in range(len(tokens) - 2, -1, -1):
        is_short = len(tokens[i].word) <= EITHER_LENGTH and tokens[i].shape is Shape.LOWER
        if (
            not is_short
            or tokens[i + 1].gap is not Gap.SPACE
            or max(of_foreign(rows[i])) == NEUTRAL
        ):
            continue
        goes_on = words[i + 1].is_function or tokens[i + 1].word in verbs
        rows[i] = tuple(
            odds
            if state == ENGLISH or abs(odds) >= SURE
            else (LEANING if goes_on and rows[i + 1][state] >= SURE else -LEANING)
            for state, odds in enumerate(rows[i])
        )


def join_compounds(tokens: Sequence[Token], rows: list[Row]) -> None:
    """Let an English word make an English one of the compound it is in: sans-serif, non-linear.

    Of two or three letters (a-t-il, dit-on) it may be either. "non-" is as English as what it is
    joined to.
    """
    for i in range(1, len(tokens)):
        before, token = tokens[i - 1], tokens[i]
        is_joined = token.gap is Gap.GLUED and not before.word.endswith("'")
        if not (is_joined and before.shape is token.shape is Shape.LOWER):
            continue
        if before.word == PREFIX and max(of_sources(rows[i])) < PREFIXED:
            rows[i - 1] = _unforeign(rows[i - 1])
        for one, other in ((i - 1, i), (i, i - 1)):
            if is_english(tokens[one], rows[one]):
                rows[other] = _unforeign(rows[other])


def is_english(token: Token, scores: Row) -> bool:
    """Whether a word is surely English, and too long to be a French one by chance."""
    return len(token.word) > EITHER_LENGTH and max(of_foreign(scores)) <= -SURE


def restore(
    tokens: Sequence[Token],
    words: Sequence[WordFacts],
    rows: list[Row],
    borrowed: Sequence[Exemption],
) -> None:
    """Let a borrowed expression speak where the word beside it is foreign: "la goutte d'eau de trop"."""
    for e in borrowed:
        if e.first == e.last:
            continue
        own = {
            i: row(words[i].odds.foreign, words[i].odds.other) for i in range(e.first, e.last + 1)
        }
        if any(is_english(tokens[i], scores) for i, scores in own.items()):
            own = {i: _unforeign(scores) for i, scores in own.items()}  # sans-serif font
        elif not _is_beside_foreign(tokens, words, rows, e):
            continue
        for i, scores in own.items():
            rows[i] = scores


def _unforeign(scores: Row) -> Row:
    """The scores without what speaks for any language but English."""
    return tuple(min(odds, 0.0) for odds in scores)


def _is_beside_foreign(
    tokens: Sequence[Token], words: Sequence[WordFacts], rows: Sequence[Row], e: Exemption
) -> bool:
    """Whether a word before or after an expression is surely foreign, and no name."""
    before, after = e.first - 1, e.last + 1
    if before > 0 and abs(rows[before][source(0)]) < SURE and tokens[before].gap is Gap.SPACE:
        before -= 1  # past a word that is neither: la photo du jour
    beside = [before] if before >= 0 and tokens[e.first].gap <= Gap.COMMA else []
    if after < len(tokens) and tokens[after].gap <= Gap.COMMA:
        beside.append(after)
    return any(
        max(of_sources(rows[i])) >= SURE
        and (tokens[i].shape is Shape.LOWER or words[i].is_inflected or words[i].is_function)
        for i in beside
    )
