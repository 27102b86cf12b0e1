"""Where in a document something stands, as a person finds it there.

Responsible for: the line of segments, in a Word document their paragraph, and saying several of them
in a few words.
Not responsible for: columns, and what stands there.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from onetongue.formats.choose import PACKAGES
from onetongue.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.document import Document, Segment

_MOST: Final = 10  # places that are named; who has more reads the account


def whereabouts(document: Document, segments: Sequence[Segment]) -> str:
    r"""Say where segments of a document begin, which are in its order; each place once.

    >>> from onetongue.document import Document, Evidence, Segment, Span
    >>> found = [Segment(Span(i, i + 3), "Oui", "phrase", "fr", Evidence(0.9, "")) for i in (0, 4)]
    >>> whereabouts(Document("Oui\nOui", ()), found)
    'lines 1, 2'
    """
    offsets = [s.prose.runs[0].start if s.prose else s.span.start for s in segments]
    places = list(dict.fromkeys(_places(document, offsets)))
    named = [
        _named(part, [number for _, number in group])
        for part, group in groupby(places[:_MOST], key=lambda place: place[0])
    ]
    rest = len(places) - _MOST
    return "; ".join(named) + (f" and {rest} more" if rest > 0 else "")


def _places(document: Document, offsets: Sequence[int]) -> list[tuple[str, int]]:
    """The part of each offset, none where a document has no parts, and its number there."""
    if document.format in PACKAGES:
        from onetongue.formats.docx.docx import paragraphs_at  # noqa: PLC0415 - others need none

        return paragraphs_at(document.text, offsets)
    lines = Lines(document.text)
    return [("", lines.place(offset)[0]) for offset in offsets]


def _named(part: str, numbers: Sequence[int]) -> str:
    """A Word document's part as notes name it."""
    what = f"{part}, paragraph" if part else "line"
    return f"{what}{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers))}"
