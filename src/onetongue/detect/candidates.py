"""A decoded stretch with what a verdict on it needs to know.

Responsible for: its words, its surroundings, and simple questions about both.
Not responsible for: the verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from onetongue.detect.exemptions import CAPITALS, is_particle
from onetongue.detect.halves import Standing
from onetongue.detect.states import place_of
from onetongue.detect.words import Gap, Shape, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.detect.decode import ForeignStretch
    from onetongue.detect.exemptions import Lists
    from onetongue.detect.score import ScoredTokens
    from onetongue.detect.states import State
    from onetongue.detect.word_facts import WordFacts
    from onetongue.document import SegmentKind

# Words this near to an opening mark can announce a title or somebody's words.
CUE_REACH: Final = 5


@dataclass(frozen=True, slots=True)
class RegionsBeside:
    """What stands above and below a region: the state that fills each of them.

    `bonus` is what they add to each source language, in nats. `standing` is what the region is in a
    bilingual line; its own line then adds the bonus.
    """

    states: tuple[State, ...]
    bonus: tuple[float, ...]
    standing: Standing = Standing.ALONE


@dataclass(frozen=True)
class Candidate:
    """One stretch of a scored region.

    `is_whole` says that it fills its region; `is_pointed` that its last character is a full stop,
    an exclamation mark, a question mark or an ellipsis.
    """

    scored: ScoredTokens
    part: ForeignStretch
    lists: Lists
    kind: SegmentKind
    beside: RegionsBeside
    is_whole: bool
    is_pointed: bool

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """Its tokens."""
        return self.scored.tokens[self.part.first : self.part.last + 1]

    @cached_property
    def words(self) -> list[Token]:
        """Its tokens without numbers and literals."""
        return [t for t in self.tokens if t.shape < Shape.NUMBER]

    @cached_property
    def known(self) -> Sequence[WordFacts]:
        """What the tables know of each token."""
        return self.scored.words[self.part.first : self.part.last + 1]

    @cached_property
    def odds(self) -> list[float]:
        """The log-odds of each token, in nats."""
        rows = self.scored.scores[self.part.first : self.part.last + 1]
        return [row[self.part.state] for row in rows]

    @cached_property
    def total(self) -> float:
        """What all its words and its surroundings say together, in nats."""
        bonus = self.beside.bonus[place_of(self.part.state)] if self.is_whole else 0.0
        return sum(self.odds) + bonus

    @cached_property
    def has_verb(self) -> bool:
        """Whether somebody does something: a finite verb, a subject pronoun, a conjunction."""
        return any(
            t.shape <= Shape.INITIAL and t.word in self.lists.verbs and not is_particle(t.word)
            for t in self.words
        )

    @property
    def is_bare(self) -> bool:
        """Whether words of the same sentence touch it on both sides, or it ends the region."""
        tokens, last = self.scored.tokens, self.part.last
        is_open = last + 1 == len(tokens) or tokens[last + 1].gap <= Gap.SPACE
        return self.tokens[0].gap <= Gap.SPACE and is_open

    @property
    def before(self) -> Sequence[Token]:
        """The few words before it, within the sentence."""
        tokens, first = self.scored.tokens, self.part.first
        low = first
        while low > max(0, first - CUE_REACH) and tokens[low].gap < Gap.SENTENCE:
            low -= 1
        return tokens[low:first]

    @property
    def after(self) -> Sequence[Token]:
        """The few words after it, within the sentence."""
        tokens, last = self.scored.tokens, self.part.last
        high = last + 1
        while high < min(len(tokens), last + CUE_REACH) and tokens[high].gap < Gap.SENTENCE:
            high += 1
        return tokens[last + 1 : high]

    def begins_with_capital(self) -> bool:
        """Whether its first word has a capital."""
        return self.words[0].shape in CAPITALS
