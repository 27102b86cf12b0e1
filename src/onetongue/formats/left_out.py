"""What was left out as no prose though words stand in it, for the account and for `explain`.

Responsible for: which stretches are listed, several without prose between them as one, and how they
are told.
Not responsible for: what is prose (prose_or_code.py, set_apart.py), where a list is shown.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.characters import NEWLINE
from onetongue.document import NotRead, Span
from onetongue.formats.prose_or_code import has_words
from onetongue.formats.set_apart import SET_APART

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onetongue.document import Region

_SHOWN: Final = 60  # code points of a stretch that are quoted


class LeftOut(NamedTuple):
    """A stretch that is no region, what is read there (or how that begins), and why it is none."""

    span: Span
    words: str
    why: str = "not prose"


def listed(text: str, left: Iterable[LeftOut], regions: Sequence[Region]) -> tuple[NotRead, ...]:
    r"""The stretches of `text` that hold words, in order, to be listed and not said.

    Those left out for one reason, between which no region begins, are one; so is the head of a
    message, whatever is read in it.

    >>> a, b = LeftOut(Span(0, 8), "x = nom;"), LeftOut(Span(11, 20), "y = prix;")
    >>> [str(one) for one in listed("x = nom;\n\n\ny = prix;\n", (a, b), ())]
    ['lines 1–4: not prose: "x = nom;"']
    """
    begins = [region.span.start for region in regions]
    starts = [0, *(found.end() for found in NEWLINE.finditer(text))]
    return tuple(_in_lines(starts, one) for one in _joined(text, left, begins))


def quoted(text: str) -> str:
    """The beginning of a text on one line, in quotation marks."""
    folded = " ".join(text[: 4 * _SHOWN].split())
    is_whole = len(folded) <= _SHOWN and len(text) <= 4 * _SHOWN
    return f'"{folded}"' if is_whole else f'"{folded[: _SHOWN - 1].rstrip()}…"'


def not_read(place: int | str, where: str, words: str, why: str = "not prose") -> NotRead:
    """What is told of one stretch that says `words`; `where` is its place as it is told."""
    what = quoted(words)
    return NotRead(place, what, why, f"{where}: {why}: {what}", is_said=False)


def _joined(text: str, left: Iterable[LeftOut], begins: Sequence[int]) -> Iterator[LeftOut]:
    last: LeftOut | None = None
    for one in left:
        if not has_words(one.words):
            continue
        if last and _goes_on(text, last, one, begins):
            whole = Span(last.span.start, max(last.span.end, one.span.end))
            last = last._replace(span=whole)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _goes_on(text: str, above: LeftOut, below: LeftOut, begins: Sequence[int]) -> bool:
    if above.why != below.why:
        return False
    if below.why == SET_APART["header"]:
        between = text[above.span.end : below.span.start]
        return len(NEWLINE.findall(between)) == 1
    return bisect_left(begins, above.span.end) == bisect_left(begins, below.span.start)


def _in_lines(starts: Sequence[int], one: LeftOut) -> NotRead:
    first = bisect_left(starts, one.span.start + 1)
    last = bisect_left(starts, one.span.end)
    where = f"line {first}" if last <= first else f"lines {first}–{last}"
    return not_read(first, where, one.words, one.why)
