"""A sentence in a foreign language is translated whole, the English name inside it included.

Responsible for: widening stretches to their sentence where what is left of it is a name, a title
or something in brackets, and not English text around a French quotation.
Not responsible for: finding the stretches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onetongue.detect.decode import ForeignStretch, runs
from onetongue.detect.states import ENGLISH
from onetongue.detect.words import Gap, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.detect.score import ScoredTokens
    from onetongue.detect.states import State

# At least this share of a sentence, and this many words, must be foreign to make it foreign.
FOREIGN_SHARE: Final = 0.5
FOREIGN_WORDS: Final = 4
# A lower-case word with these log-odds (nats) is an English one and no name's ...
CLEARLY_ENGLISH: Final = -2.5
# ... unless capitals stand this near on both sides: Prevention of Cruelty to Animals.
NAME_REACH: Final = 3
OPENING: Final = "“«‘‹(["
CLOSING: Final = "”»’›)]"


def whole_sentences(
    text: str, scored: ScoredTokens, found: Sequence[ForeignStretch]
) -> list[ForeignStretch]:
    """The stretches, widened where that is due and merged where they then touch."""
    labels = [ENGLISH] * len(scored.tokens)
    for stretch in found:
        labels[stretch.first : stretch.last + 1] = [stretch.state] * (
            stretch.last + 1 - stretch.first
        )
    for first, last in _sentences(scored):
        state = _main_state(labels[first : last + 1])
        rest = list(_others(labels, first, last, state)) if state != ENGLISH else []
        if rest and all(_belongs(text, scored, run, (first, last), state) for run in rest):
            labels[first : last + 1] = [state] * (last + 1 - first)
        elif len({label == ENGLISH for label in labels[first : last + 1]}) > 1:
            _cut_spill(labels, scored, first, last)
    return [
        ForeignStretch(first, last, labels[first], _log_odds(found, first, last))
        for first, last in runs(labels)
        if labels[first] != ENGLISH
    ]


def _cut_spill(labels: list[State], scored: ScoredTokens, first: int, last: int) -> None:
    """Clear what spilled over from the sentence before or after: a part that says nothing itself."""
    for a, b in list(runs(labels[first : last + 1])):
        state, run = labels[first + a], range(first + a, first + b + 1)
        if state != ENGLISH and sum(scored.scores[i][state] for i in run) < -CLEARLY_ENGLISH:
            labels[first + a : first + b + 1] = [ENGLISH] * len(run)


def _sentences(scored: ScoredTokens) -> Iterator[tuple[int, int]]:
    starts = [i for i, token in enumerate(scored.tokens) if token.gap >= Gap.SENTENCE]
    for start, following in zip(starts, [*starts[1:], len(scored.tokens)], strict=True):
        yield start, following - 1


def _main_state(labels: Sequence[State]) -> State:
    """The foreign state of most of a sentence, or English."""
    state = max(set(labels), key=lambda s: -1 if s == ENGLISH else labels.count(s))
    count = labels.count(state)
    is_main = count >= FOREIGN_WORDS and count >= FOREIGN_SHARE * len(labels)
    return state if is_main else ENGLISH


def _others(
    labels: Sequence[State], first: int, last: int, state: State
) -> Iterator[tuple[int, int]]:
    """The runs of a sentence that are not in `state`."""
    for a, b in runs(labels[first : last + 1]):
        if labels[first + a] != state:
            yield first + a, first + b


def _belongs(
    text: str, scored: ScoredTokens, run: tuple[int, int], sentence: tuple[int, int], state: State
) -> bool:
    """Whether a run is a name in the foreign sentence rather than English around a quotation."""
    tokens, (a, b) = scored.tokens, run
    before = text[tokens[a - 1].end : tokens[a].start] if a else text[: tokens[a].start][-2:]
    after = text[tokens[b].end : tokens[b + 1].start] if b < sentence[1] else ""
    if a > sentence[0] and any(mark in before for mark in CLOSING):
        inside = text[tokens[sentence[0]].start : tokens[a - 1].end]
        if not any(mark in inside for mark in OPENING):
            return False  # the foreign words before are the ones inside the marks
    if any(mark in after for mark in OPENING):
        inside = text[tokens[b + 1].start : tokens[sentence[1]].end]
        if not any(mark in inside for mark in CLOSING.replace("’", "")):
            return False  # and so are the ones after
    if any(mark in before for mark in OPENING):
        return True
    if '"' in before + after:
        return False
    capitals = [i for i in range(a, b + 1) if tokens[i].shape in {Shape.CAPITAL, Shape.UPPER}]
    return all(
        tokens[i].shape is not Shape.LOWER
        or scored.scores[i][state] > CLEARLY_ENGLISH
        or (
            any(i - NAME_REACH <= c < i for c in capitals)
            and any(i < c <= i + NAME_REACH for c in capitals)
        )
        for i in range(a, b + 1)
    )


def _log_odds(found: Sequence[ForeignStretch], first: int, last: int) -> float:
    """Those of the longest stretch it shares tokens with."""
    shared = [s for s in found if s.first <= last and first <= s.last]
    return max(shared, key=lambda s: s.last - s.first).log_odds
