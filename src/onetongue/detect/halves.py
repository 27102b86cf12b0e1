"""What a text that may be one side of a line reads as by itself.

Responsible for: telling an English side from a foreign one, and the names of what a side can be.
Not responsible for: whether two sides say the same (counterparts.py), or where they are
(bilingual_lines.py).
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.detect.screen import SUSPECT
from onetongue.detect.states import ENGLISH, SURE, State, is_source, of_foreign, of_sources
from onetongue.detect.weigh import scored_words
from onetongue.detect.words import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.detect.exemptions import Lists
    from onetongue.detect.score import ScoredTokens
    from onetongue.detect.tables import Tables
    from onetongue.document import Region

# What an English text may speak for any language at most: nats.
NOT_FOREIGN: Final = 0.5
# A word of a foreign text with such log-odds (nats) must stand in the English one as well.
CLEARLY_ENGLISH: Final = -2.5


class Standing(IntEnum):
    """What a region is in its line."""

    ALONE = 0  # no part of a bilingual one
    ENGLISH = 1  # its English side, or what stands around its sides
    OTHERWISE = 2  # foreign, and the other side says something else in English
    BESIDE = 3  # foreign, and the other side may say the same in English
    SAME = 4  # foreign, and the other side says the same in English


# What a line adds to the language of its foreign side, in nats. The first two make up for how seldom a
# line of an English document is foreign; the last is the logarithm of 92 to 0.6 (`SAME_SHARE` of counterparts.py).
ODDS: Final = {Standing.OTHERWISE: 2.0, Standing.BESIDE: 2.0, Standing.SAME: 5.0}


class Half(NamedTuple):
    """A text that may have a counterpart, as it reads by itself.

    `state` is what it is in; `odds` are the log-odds of all its words together, in nats, by state.
    `strange` are words of it that speak for the other language, as "font" may in an English one.
    """

    region: Region
    written: str
    state: State
    odds: Sequence[float]
    strange: frozenset[str] = frozenset()


def may_be_foreign(scored: ScoredTokens, first: int, last: int) -> bool:
    """Whether tokens `first` to before `last` of a line could be foreign if they stood alone.

    Quicker than `read_half`: most English lines with a separator hold no such part.
    """
    foreign = english = 0
    for i in range(first, last):
        odds = max(of_sources(scored.scores[i]))
        foreign += odds >= SURE or max(scored.words[i].odds.foreign) >= SUSPECT
        english += scored.tokens[i].shape is Shape.LOWER and odds <= CLEARLY_ENGLISH
    return foreign > english


def read_half(text: str, region: Region, table: Tables, lists: Lists) -> Half | None:
    """A region of `text` as it reads by itself; None where it could be either language."""
    scored = scored_words(text, region, table, lists)
    if scored is None or all(token.shape >= Shape.NUMBER for token in scored.tokens):
        return None
    odds = [sum(column) for column in zip(*scored.scores, strict=True)]
    state = State(max(range(1, len(odds)), key=odds.__getitem__))
    if odds[state] <= NOT_FOREIGN:
        return _english(text, region, scored, odds)
    if odds[state] < SURE or not is_source(state, table.languages):
        return None
    rows = list(zip(scored.tokens, scored.words, scored.scores, strict=True))
    if not any(row[state] >= SURE and not word.is_unlisted for _, word, row in rows):
        return None
    english = (
        t.word
        for t, _, row in rows
        if t.shape is not Shape.CAPITAL and row[state] <= CLEARLY_ENGLISH
    )
    return Half(region, region.span.of(text), state, odds, frozenset(english))


def _english(text: str, region: Region, scored: ScoredTokens, odds: Sequence[float]) -> Half | None:
    exempt = scored.exempt
    foreign = {
        i
        for i, (token, row) in enumerate(zip(scored.tokens, scored.scores, strict=True))
        if token.shape is Shape.LOWER and max(of_foreign(row)) >= SURE and i not in exempt
    }
    if any(i + 1 in foreign for i in foreign):  # a phrase
        return None
    # Two capitals are no name here: Add Domain.
    capitals = sum(min(0.0, e.odds) for e in scored.exemptions if not e.is_certain)
    strange = frozenset(scored.tokens[i].word for i in foreign)
    return Half(region, region.span.of(text), ENGLISH, [one + capitals for one in odds], strange)
