"""A reviewer's words in the format of their document.

Responsible for: finding again, in the source, the markup of a segment whose account has only its
words, and writing a person's words with it.
Not responsible for: what is decided (`review.apply`), or where markup goes (`markup.transfer`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from onetongue.document import Change, Segment, Translation
from onetongue.errors import InputError
from onetongue.formats import read_text
from onetongue.markup import marked_up, silent
from onetongue.write import find_markers

if TYPE_CHECKING:
    from onetongue.account import Account
    from onetongue.document import Region


# A segment with what is read there, and its translation with what is written for it.
InFormat: TypeAlias = Callable[[Segment, Translation], Change]


def in_format(source: str, account: Account) -> InFormat:
    """Read the source again; gives what puts words into its format, with their segment's markup.

    No engine is asked, so markup goes where the words themselves tell, else around all of them.
    Words of plain text are written as they are, and it is read only if something in it is quoted.

    Raises:
        InputError: the source is not in its format, or is read otherwise than it was (by the
            function that is given too).
    """
    if account.format == "text" and not any(record.segment.prose for record in account.records):
        return lambda segment, translation: (segment, translation)
    document = read_text(
        source, name=account.name, requested=account.format, find_protected=find_markers
    )
    starts = [region.span.start for region in document.regions]

    def written(segment: Segment, translation: Translation) -> Change:
        at = bisect_right(starts, segment.span.end - 1) - 1
        found = _with_markup(segment, document.regions[at]) if at >= 0 else None
        if found is None:
            raise InputError(
                f"{account.name or 'document'}: {segment.span.start}: this version reads the "
                "document otherwise than the one that translated it; normalize the source again"
            )
        ((_, made),) = marked_up([(found, translation)], silent)
        return found, replace(made, checks=translation.checks)

    return written


def _with_markup(segment: Segment, region: Region) -> Segment | None:
    """The segment as its region reads it; None if its words are not those."""
    prose = region.prose
    if prose is None:
        return segment if region.span.contains(segment.span) else None
    # From the end: a segment may begin with the start tag of its element, which <q> shows.
    end = prose.place(segment.span.end)
    start = end - len(segment.reading)
    if start < 0:
        return None
    inner = prose.within(start, end)
    starts = {inner.runs[0].start, inner.element.start if inner.element else -1}
    is_same = inner.text == segment.reading and segment.span.start in starts
    return replace(segment, prose=inner) if is_same else None
