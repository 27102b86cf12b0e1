"""What was left out as no prose though words stand in it, for the account and for `explain`.

Responsible for: which stretches are listed, several without prose between them as one, and how they
are told.
Not responsible for: what is prose (prose_or_code.py, set_apart.py), where a list is shown.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from onetongue.characters import NEWLINE
from onetongue.document import NotRead, Span
from onetongue.excerpt import READ, shorten
from onetongue.formats.prose_or_code import has_words
from onetongue.formats.set_apart import SET_APART
from onetongue.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onetongue.document import Region


class LeftOut(NamedTuple):
    """A stretch with words that is no region, how what is read there begins, and why it is none."""

    span: Span
    words: str
    why: str


def left_out(span: Span, words: str, why: str = "not prose") -> tuple[LeftOut, ...]:
    """The stretch, if it holds anything that a person might take for words.

    >>> left_out(Span(0, 4), "12 $"), len(left_out(Span(0, 8), "x = nom;"))
    ((), 1)
    """
    return (LeftOut(span, words[: READ + 1], why),) if has_words(words) else ()


def listed(text: str, left: Sequence[LeftOut], regions: Sequence[Region]) -> tuple[NotRead, ...]:
    r"""What is told of stretches of `text`, in order, to be listed and not said.

    Those left out for one reason, between which no region begins, are one; so is the head of a
    message, whatever is read in it.

    >>> left = (*left_out(Span(0, 8), "x = nom;"), *left_out(Span(11, 20), "y = prix;"))
    >>> [str(one) for one in listed("x = nom;\n\n\ny = prix;\n", left, ())]
    ['lines 1–4: not prose: "x = nom;"']
    """
    if not left:
        return ()
    begins = [region.span.start for region in regions]
    lines = Lines(text)
    return tuple(_in_lines(lines, one) for one in _joined(text, left, begins))


def not_read(place: int | str, where: str, words: str, why: str = "not prose") -> NotRead:
    """What is told of one stretch that says `words`; `where` is its place as it is told."""
    what = shorten(words)
    return NotRead(place, what, why, f"{where}: {why}: {what}", is_said=False)


def _joined(text: str, left: Iterable[LeftOut], begins: Sequence[int]) -> Iterator[LeftOut]:
    last: LeftOut | None = None
    for one in left:
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


def _in_lines(lines: Lines, one: LeftOut) -> NotRead:
    first, last = lines.place(one.span.start)[0], lines.place(one.span.end - 1)[0]
    where = f"line {first}" if last <= first else f"lines {first}–{last}"
    return not_read(first, where, one.words, one.why)
