"""Regions with markup as the words they read as, and what is found there back in the document.

Responsible for: the text a region is read in, languages that the source declares, and segments at
their place in the document.
Not responsible for: any format, or deciding the language of anything.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onetongue.detect.words import Shape
from onetongue.document import Region, Segment, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.detect.score import Scored
    from onetongue.prose import Reading

# What a language that an element declares adds to each of its words, in nats: enough for a line of
# words that both languages have, not for English prose. lang="en" says nothing: templates have it.
DECLARED: Final = 1.5
# And, spread over a short text that is declared as a whole, so that "Important" may be French: nats.
DECLARED_WHOLE: Final = 4.0
DECLARED_WORDS: Final = 4  # longer texts have a word that tells
_QUOTED: Final = frozenset({"q"})


def view(text: str, region: Region) -> tuple[str, Region]:
    """The text a region is read in, and where in that text it stands."""
    prose = region.prose
    if prose is None:
        return text, region
    kept = []
    for span in region.protected:
        start, end = prose.place(span.start), prose.place(span.end)
        if start < end:
            kept.append(Span(start, end))
    span = Span(0, len(prose.text))
    return prose.text, Region(span, region.kind, region.rule, tuple(kept), prose)


def declared(region: Region, languages: Sequence[str]) -> tuple[tuple[int, int, int], ...]:
    """The stretches in a region of a view, outer first, with the state they are declared to be in.

    States count as `score` has them: 0 is English, then the source languages, then any other.
    """
    if region.prose is None:
        return ()
    known = {"en": 0, **{tag: i for i, tag in enumerate(languages, start=1)}}
    found = [
        (start, end, known.get(tag.split("-")[0].lower(), len(languages) + 1))
        for start, end, tag in region.prose.declared_in(region.span.start, region.span.end)
    ]
    return tuple(found) if any(state for _, _, state in found) else ()


def with_declared(scored: Scored, region: Region, languages: Sequence[str]) -> Scored:
    """The scores with what the declared languages add; names and loanwords stay neutral."""
    exempt = {i for e in scored.exemptions for i in range(e.first, e.last + 1)}
    states = _states(scored, declared(region, languages))
    is_whole = len(states) <= DECLARED_WORDS and len(set(states)) == 1
    more = DECLARED_WHOLE / len(states) if is_whole else 0.0
    rows = list(scored.scores)
    for i, (token, said) in enumerate(zip(scored.tokens, states, strict=True)):
        if said == 0 or i in exempt or token.shape >= Shape.NUMBER:
            continue
        rows[i] = tuple(
            odds + (DECLARED + more if state == said else -DECLARED if state else 0.0)
            for state, odds in enumerate(rows[i])
        )
    return replace(scored, scores=rows)


def _states(scored: Scored, stretches: Sequence[tuple[int, int, int]]) -> list[int]:
    """The state each token is declared to be in, 0 without one; inner stretches come after outer."""
    starts = [token.start for token in scored.tokens]
    ends = [token.end for token in scored.tokens]
    states = [0] * len(starts)
    for start, end, state in stretches:
        first, last = bisect_left(starts, start), bisect_right(ends, end)
        if first < last:
            states[first:last] = [state] * (last - first)
    return states


def in_document(text: str, prose: Reading | None, segment: Segment) -> Segment:
    """A segment of a view at its place in the document's `text`, with what is read there."""
    if prose is None:
        return segment
    start, end = segment.span.start, segment.span.end
    inner = prose.within(start, end)
    span = Span(inner.runs[0].start, inner.runs[-1].end)
    is_quoted = segment.kind in {"phrase", "sentence"} and any(
        run.tag in _QUOTED for run in prose.holders(start, end)
    )
    return Segment(
        span,
        span.of(text),
        "quotation" if is_quoted else segment.kind,
        segment.language,
        segment.evidence,
        inner,
    )
