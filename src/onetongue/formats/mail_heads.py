"""The head of a message in a format with markup: one region a field, or all of it in one.

Responsible for: which regions these are, and what is left of them: the subject.
Not responsible for: heads in plain text, and what the fields are called (set_apart.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onetongue.document import Region, Span
from onetongue.formats.left_out import LeftOut
from onetongue.formats.set_apart import SET_APART, is_head, subject_in
from onetongue.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class _Field(NamedTuple):
    """A region whose lines are all fields of a message's head, and what is read in them."""

    region: Region
    prose: Prose
    said: str


class Regions(NamedTuple):
    """The regions of a document without heads of messages, and these heads, both in order."""

    regions: tuple[Region, ...]
    heads: tuple[LeftOut, ...]


def without_heads(regions: Sequence[Region]) -> Regions:
    """Take the heads of messages out of regions in order; their subjects stay, as headings.

    A head has two fields of different names or more, in regions that follow one another.
    """
    kept: list[Region] = []
    heads: list[LeftOut] = []
    run: list[_Field] = []
    for region in (*regions, None):
        prose = region.prose if region else None
        if region and isinstance(prose, Prose) and is_head(said := prose.lines, 1):
            run.append(_Field(region, prose, said))
            continue
        whole = "\n".join(field.said for field in run)
        if is_head(whole, 2):
            kept += [subject for field in run for subject in _subjects(field)]
            span = Span(run[0].region.span.start, run[-1].region.span.end)
            heads.append(LeftOut(span, whole, SET_APART["header"]))
        else:
            kept += [field.region for field in run]
        run = []
        kept += [region] if region else []
    return Regions(tuple(kept), tuple(heads))


def _subjects(field: _Field) -> Iterator[Region]:
    if field.region.protected:  # an earlier run was here
        return
    for start, end in subject_in(field.said):
        prose = field.prose.within(start, end)
        span = Span(prose.runs[0].start, prose.runs[-1].end)
        yield Region(span, "heading", "subject of a message", (), prose)
