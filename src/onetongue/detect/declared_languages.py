"""Languages the source declares, as `lang="fr"` does, and what that adds to the words there.

Responsible for: which stretches of a region are declared, and the scores with that counted in.
Not responsible for: how a format declares a language, or deciding one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onetongue.detect.states import ENGLISH, State, state_of
from onetongue.detect.words import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.detect.score import ScoredTokens
    from onetongue.document import Region

# What a language that an element declares adds to each of its words, in nats: enough for a line of
# words that both languages have, not for English prose. lang="en" says nothing: templates have it.
# A weight, and no threshold: that SURE is as much has no meaning.
DECLARED: Final = 1.5
# And, spread over a short text that is declared as a whole, so that "Important" may be French: nats.
DECLARED_WHOLE: Final = 4.0
DECLARED_WORDS: Final = 4  # longer texts have a word that tells


def declared(region: Region, languages: Sequence[str]) -> tuple[tuple[int, int, State], ...]:
    """The stretches in a region that is read, outer first, with the state they are declared to be in.

    None where nothing is declared to be foreign.
    """
    if region.prose is None:
        return ()
    found = [
        (start, end, state_of(tag, languages))
        for start, end, tag in region.prose.declared_in(region.span.start, region.span.end)
    ]
    return tuple(found) if any(state != ENGLISH for _, _, state in found) else ()


def with_declared(scored: ScoredTokens, region: Region, languages: Sequence[str]) -> ScoredTokens:
    """The scores with what the declared languages add; names and loanwords stay neutral."""
    stretches = declared(region, languages)
    if not stretches:
        return scored
    exempt = scored.exempt
    states = _states(scored, stretches)
    is_whole = len(states) <= DECLARED_WORDS and len(set(states)) == 1
    more = DECLARED_WHOLE / len(states) if is_whole else 0.0
    rows = list(scored.scores)
    for i, (token, said) in enumerate(zip(scored.tokens, states, strict=True)):
        if said == ENGLISH or i in exempt or token.shape >= Shape.NUMBER:
            continue
        added = {ENGLISH: 0.0, said: DECLARED + more}
        rows[i] = tuple(
            odds + added.get(State(state), -DECLARED) for state, odds in enumerate(rows[i])
        )
    return replace(scored, scores=rows)


def _states(scored: ScoredTokens, stretches: Sequence[tuple[int, int, State]]) -> list[State]:
    """The state each token is declared to be in, if any; inner stretches come after outer ones."""
    starts = [token.start for token in scored.tokens]
    ends = [token.end for token in scored.tokens]
    states = [ENGLISH] * len(starts)
    for start, end, state in stretches:
        first, last = bisect_left(starts, start), bisect_right(ends, end)
        if first < last:
            states[first:last] = [state] * (last - first)
    return states
