"""Regions with markup as the words they read as, and what is found there back in the document.

Responsible for: the text a region is read in, languages that the source declares, and segments at
their place in the document.
Not responsible for: any format, or deciding the language of anything.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onetongue.detect.words import Shape
from onetongue.document import Region, Segment, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.detect.score import Scored
    from onetongue.prose import Prose

# What a language that an element declares adds to each of its words, in nats: enough for a line of
# words that both languages have, not for English prose. lang="en" says nothing: templates have it.
DECLARED: Final = 1.5
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
    """The stretches of a view, outer first, with the state they are declared to be in.

    States count as `score` has them: 0 is English, then the source languages, then any other.
    """
    if region.prose is None:
        return ()
    known = {"en": 0, **{tag: i for i, tag in enumerate(languages, start=1)}}
    found = [
        (start, end, known.get(tag.split("-")[0].lower(), len(languages) + 1))
        for start, end, tag in region.prose.declared
    ]
    return tuple(found) if any(state for _, _, state in found) else ()


def with_declared(scored: Scored, region: Region, languages: Sequence[str]) -> Scored:
    """The scores with what the declared languages add; names and loanwords stay neutral."""
    exempt = {i for e in scored.exemptions for i in range(e.first, e.last + 1)}
    stretches = declared(region, languages)
    rows = list(scored.scores)
    for i, token in enumerate(scored.tokens):
        states = [s for start, end, s in stretches if start <= token.start and token.end <= end]
        if not states or states[-1] == 0 or i in exempt or token.shape >= Shape.NUMBER:
            continue
        rows[i] = tuple(
            odds + (DECLARED if state == states[-1] else -DECLARED if state else 0.0)
            for state, odds in enumerate(rows[i])
        )
    return replace(scored, scores=rows)


def in_document(text: str, prose: Prose | None, segment: Segment) -> Segment:
    """A segment of a view at its place in the document's `text`, with what is read there."""
    if prose is None:
        return segment
    start, end = segment.span.start, segment.span.end
    inner = prose.within(start, end)
    span = Span(inner.runs[0].start, inner.runs[-1].end)
    is_quoted = segment.kind in {"phrase", "sentence"} and any(
        pair.open and pair.open.tag in _QUOTED and (pair.start, pair.end) == (start, end)
        for pair in prose.pairs()
    )
    return Segment(
        span,
        span.of(text),
        "quotation" if is_quoted else segment.kind,
        segment.language,
        segment.evidence,
        inner,
    )
