"""Texts whose words are given their log-odds by hand, so that tests stand right at a threshold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onetongue.detect.candidates import Candidate, RegionsBeside
from onetongue.detect.decode import ForeignStretch
from onetongue.detect.exemptions import load
from onetongue.detect.halves import Standing
from onetongue.detect.score import ScoredTokens
from onetongue.detect.states import source
from onetongue.detect.tables import Odds
from onetongue.detect.word_facts import WordFacts
from onetongue.detect.words import Shape, tokenize
from onetongue.document import Span
from support.marked import unmark

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from onetongue.detect.states import State
    from onetongue.document import SegmentKind

FRENCH = source(0)
_ODDS = re.compile(r"=(-?[\d.]*\d)(?:/(-?[\d.]*\d))?")


def weighed(
    marked: str,
    *,
    function: str = "",
    inflected: str = "",
    unlisted: str = "",
    has_capital_style: bool = False,
) -> tuple[str, ScoredTokens, tuple[ForeignStretch, ...]]:
    """The text, its scores, and the stretches marked ⟦…⟧, all French.

    `le=2` speaks with 2 nats for French, `le=2/1` with 1 for any other language too; a word without
    a number says nothing. The words in `function` and so on are what these facts call them.
    """
    text, found = "", dict[int, tuple[float, float]]()
    end = 0
    for match in _ODDS.finditer(marked):
        text += marked[end : match.start()]
        end = match.end()
        place = len(text) - text.count("⟦") - text.count("⟧")
        found[place] = float(match[1]), float(match[2] or 0)
    text, spans = unmark(text + marked[end:])
    tokens = tokenize(text, Span(0, len(text)))
    odds = [found.pop(token.end, (0.0, 0.0)) for token in tokens]
    assert not found, "a number stands behind no word"
    words = [
        WordFacts(
            Odds((french,), other, -4.0),  # so common that no near tongue has it oftener
            is_function=token.word in function.split(),
            is_unlisted=token.word in unlisted.split(),
            is_inflected=token.word in inflected.split(),
        )
        for token, (french, other) in zip(tokens, odds, strict=True)
    ]
    scores = [(0.0, *pair) for pair in odds]
    is_upper = all(t.shape is Shape.UPPER for t in tokens if t.shape < Shape.NUMBER)
    scored = ScoredTokens(tokens, words, scores, (), has_capital_style, is_upper)
    stretches = []
    for low, high in spans:
        inside = [i for i, token in enumerate(tokens) if low <= token.start and token.end <= high]
        stretches.append(ForeignStretch(inside[0], inside[-1], FRENCH, 3.0))
    return text, scored, tuple(stretches)


def candidate(
    marked: str,
    kind: SegmentKind = "phrase",
    *,
    beside: Sequence[State] = (),
    bonus: float = 0.0,
    standing: Standing = Standing.ALONE,
    is_pointed: bool = False,
    has_capital_style: bool = False,
    **facts: str,
) -> Candidate:
    """The marked stretch of such a text, with the French lists."""
    _, scored, (part,) = weighed(marked, has_capital_style=has_capital_style, **facts)
    is_whole = part.first == 0 and part.last == len(scored.tokens) - 1
    around = RegionsBeside(tuple(beside), (bonus,), standing)
    return Candidate(scored, part, load(("fr",)), kind, around, is_whole, is_pointed)


def covered(text: str, scored: ScoredTokens, stretches: Collection[ForeignStretch]) -> str:
    """The text with the tokens of every stretch marked."""
    for one in sorted(stretches, key=lambda s: -s.first):
        start, end = scored.tokens[one.first].start, scored.tokens[one.last].end
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text
