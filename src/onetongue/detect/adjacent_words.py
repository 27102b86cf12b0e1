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
        before, after = e.first - 1, e.last + 1
        if before > 0 and abs(rows[before][source(0)]) < SURE and tokens[before].gap is Gap.SPACE:
            before -= 1  # past a word that is neither: la photo du jour
        beside = [before] if before >= 0 and tokens[e.first].gap <= Gap.COMMA else []
        if after < len(tokens) and tokens[after].gap <= Gap.COMMA:
            beside.append(after)
        if any(
            max(of_sources(rows[i])) >= SURE
            and (tokens[i].shape is Shape.LOWER or words[i].is_inflected or words[i].is_function)
            for i in beside
        ):
            for i in range(e.first, e.last + 1):
                rows[i] = row(words[i].odds.foreign, words[i].odds.other)
