"""The names of a document, as the English around a segment spells them.

Responsible for: which text of the document that is, and a translation respelled by it.
Not responsible for: what a name is, and how one is put into a translation (`respelling`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from onetongue.document import Span, overlap_with
from onetongue.language.odd_letters import plain
from onetongue.names.english_names import Names
from onetongue.names.respelling import respell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from onetongue.document import Document, Segment, Translation

_BLANK_LINE: Final = re.compile(r"\n\s*\n")


def names_around(document: Document, segments: Sequence[Segment]) -> Callable[[Segment], Names]:
    """Give what tells, of a segment, the names as the English of its part of the document spells them.

    `segments` are those that are not English, in document order.

    >>> from onetongue.document import Document, Evidence, Segment
    >>> document = Document("Then Mr Guterres met Mr Xi. Xi est parti.", ())
    >>> segment = Segment(Span(28, 41), "Xi est parti.", "sentence", "fr", Evidence(0.9, "est"))
    >>> names_around(document, [segment])(segment).runs
    (('Guterres',), ('Xi',))
    """
    # What stands between the regions of plain text is words too, if some of them are quoted.
    has_prose = document.format != "text" and any(region.prose for region in document.regions)
    parts = document.parts or (Span(0, max(1, len(document.text))),)
    ends = [part.end for part in parts]

    @lru_cache(maxsize=1)  # segments come in order, and the names of a long text are large
    def names(i: int) -> Names:
        english = _english_blocks if has_prose else _english_text
        return Names.among(english(document, parts[i], segments))

    return lambda segment: names(bisect_right(ends, segment.span.start))


def respelled(segment: Segment, translation: Translation, names: Names) -> Translation:
    """The translation with names spelled as the document spells them; people's own words stay."""
    if translation.origin not in {"engine", "memory"}:
        return translation
    text, _ = respell(segment.reading, translation.text, names)
    return replace(translation, text=text)


def _english_text(document: Document, part: Span, segments: Sequence[Segment]) -> Iterator[str]:
    """What stands between the segments of a part."""
    end = part.start
    for segment in _within(part, segments):
        yield from _paragraphs(document.text[end : segment.span.start])
        end = segment.span.end
    yield from _paragraphs(document.text[end : part.end])


def _paragraphs(text: str) -> Iterator[str]:
    """What is read between blank lines, so that nothing is made of a long text as one."""
    return map(plain, _BLANK_LINE.split(text))


def _english_blocks(document: Document, part: Span, segments: Sequence[Segment]) -> Iterator[str]:
    """What the regions of a part read as that hold nothing foreign."""
    is_foreign = overlap_with(segment.span for segment in _within(part, segments))
    start = bisect_left(document.regions, part.start, key=lambda region: region.span.start)
    for i in range(start, len(document.regions)):
        region = document.regions[i]
        if region.span.start >= part.end:
            return
        if not is_foreign(region.span):
            yield region.reading(document.text)


def _within(part: Span, segments: Sequence[Segment]) -> Sequence[Segment]:
    """The segments of a part."""
    low = bisect_left(segments, part.start, key=lambda segment: segment.span.start)
    high = bisect_left(segments, part.end, key=lambda segment: segment.span.start)
    return segments[low:high]
