"""What the words of one region say, before anyone looks at the regions beside it.

Responsible for: scores, what a change of language costs, a second opinion on short regions, and
the stretches these make.
Not responsible for: which stretches are kept (find.py, judge.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from onetongue.detect import second_opinion
from onetongue.detect.declared_languages import declared, with_declared
from onetongue.detect.decode import foreign_stretches
from onetongue.detect.offsets import CLOSING_POINTS
from onetongue.detect.score import score
from onetongue.detect.screen import is_suspect
from onetongue.detect.states import ENGLISH, SURE, each_source, row
from onetongue.detect.words import Gap, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.detect.decode import ForeignStretch
    from onetongue.detect.exemptions import Lists
    from onetongue.detect.score import ScoredTokens
    from onetongue.detect.states import State
    from onetongue.detect.tables import Tables
    from onetongue.detect.words import Token
    from onetongue.document import Region

# What a change of language costs before a token, by what stands there, in nats.
SWITCH: Final = {
    Gap.GLUED: 60.0, Gap.SPACE: 6.0, Gap.COMMA: 4.5, Gap.CLAUSE: 3.5,
    Gap.PAREN: 2.5, Gap.QUOTE: 2.2, Gap.SENTENCE: 1.8, Gap.EDGE: 3.0,
}  # fmt: skip
# No phrase ends with an article or a preposition: what a change after one costs more, in nats.
DANGLING: Final = 3.0
# Log-odds that a region of an English document begins in a source language, or in another one.
START_FOREIGN: Final = -2.0
START_OTHER: Final = -3.5
# Regions of at most this many words get langdetect's opinion, if the words leave it open.
SHORT: Final = 12
LEAST: Final = 3  # langdetect is a coin toss on fewer
OPEN_ODDS: Final = (-4.0, 9.0)
OPINION_WEIGHT: Final = 0.75


@dataclass(frozen=True)
class WeighedRegion:
    """One region with everything the words alone say about it.

    `region` is a stretch of `text`: of the document, or of what is read where markup stands.
    """

    text: str
    region: Region
    scored: ScoredTokens
    costs: tuple[float, ...]
    opinions: tuple[float, ...]  # one a source language

    @cached_property
    def found(self) -> list[ForeignStretch]:
        """What the words find without the neighbours."""
        return self.stretches([0.0] * len(self.opinions))

    @property
    def fills(self) -> State:
        """The state of the stretch that fills the whole region; English where none does."""
        last = len(self.scored.tokens) - 1
        is_one = len(self.found) == 1 and (self.found[0].first, self.found[0].last) == (0, last)
        return self.found[0].state if is_one else ENGLISH

    def stretches(self, bonus: Sequence[float]) -> list[ForeignStretch]:
        """Decode, given what the neighbours add to each source language (nats)."""
        start = [START_FOREIGN + o + b for o, b in zip(self.opinions, bonus, strict=True)]
        return foreign_stretches(self.scored.scores, self.costs, row(start, START_OTHER))


def weigh(text: str, region: Region, table: Tables, lists: Lists) -> WeighedRegion | None:
    """Weigh the words of a region of `text`; None where nothing foreign can be."""
    is_declared = bool(declared(region, table.languages))
    if not is_declared and not is_suspect(region.span.of(text), table):
        return None
    scored = scored_words(text, region, table, lists)
    if scored is None:
        return None
    opinions = tuple(
        _opinion(text, region, scored, state, language)
        for state, language in each_source(table.languages)
    )
    return WeighedRegion(text, region, scored, _costs(scored), opinions)


def scored_words(text: str, region: Region, table: Tables, lists: Lists) -> ScoredTokens | None:
    """What each word of a region says, declared languages counted in; None where there are none."""
    tokens = tokenize(text, region.span, region.protected)
    if not tokens:
        return None
    scored = score(tokens, table, lists, is_line=_is_line(text, region, tokens))
    return with_declared(scored, region, table.languages)


def _costs(scored: ScoredTokens) -> tuple[float, ...]:
    """What a change of language costs before each token (nats)."""
    costs = [SWITCH[token.gap] for token in scored.tokens]
    for i in range(1, len(costs)):
        is_open = scored.words[i - 1].is_function and max(scored.scores[i - 1]) >= SURE
        if is_open and scored.tokens[i].gap is Gap.SPACE:
            costs[i] += DANGLING
    return tuple(costs)


def _is_line(text: str, region: Region, tokens: Sequence[Token]) -> bool:
    """Whether a region is short and without a final point, so that it may be in Title Case.

    Judged by the region itself and not by its kind, which depends on those around it: what is found
    must not change when a neighbour is translated.
    """
    return len(tokens) <= SHORT and text[region.span.end - 1] not in CLOSING_POINTS


def _opinion(text: str, region: Region, scored: ScoredTokens, state: State, language: str) -> float:
    if not LEAST <= len(scored.tokens) <= SHORT or region.protected:
        return 0.0
    odds = sum(scores[state] for scores in scored.scores)
    if not OPEN_ODDS[0] < odds < OPEN_ODDS[1]:
        return 0.0
    exempt = scored.exempt
    words = [text[t.start : t.end] for i, t in enumerate(scored.tokens) if i not in exempt]
    return OPINION_WEIGHT * second_opinion.opinion(" ".join(words), language) if words else 0.0
