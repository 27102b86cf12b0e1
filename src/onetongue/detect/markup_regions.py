"""Regions with markup as the words they read as, and what is found there back in the document.

Responsible for: the text a region is read in, and segments at their place in the document.
Not responsible for: any format, or the languages that a source declares (declared_languages.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onetongue.document import Region, Segment, Span

if TYPE_CHECKING:
    from onetongue.prose import Reading

_QUOTED: Final = frozenset({"q"})


def as_read(text: str, region: Region) -> tuple[str, Region]:
    """The text a region is read in, line breaks as such, and where in that text it stands."""
    prose = region.prose
    if prose is None:
        return text, region
    kept = []
    for span in region.protected:
        start, end = prose.place(span.start), prose.place(span.end)
        if start < end:
            kept.append(Span(start, end))
    span = Span(0, len(prose.text))
    return prose.lines, Region(span, region.kind, region.rule, tuple(kept), prose)


def in_document(text: str, prose: Reading | None, segment: Segment) -> Segment:
    """A segment of such a text at its place in the document's `text`, with what is read there."""
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
