"""Words into the format of their document, with the markup of the segment around them.

Responsible for: what is written where: places that nest, objects and quotation marks found in the
words, escapes; and telling what could not be put where it belongs.
Not responsible for: which words a piece of markup belongs to (`markup.transfer`), and in which order
markup at one place is written (`order`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from onetongue.intervals import clipped, outer_first
from onetongue.markup.line_breaks import spaced
from onetongue.markup.order import Node, events
from onetongue.prose import BREAK, Joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.prose import Pair, Piece, Prose, Run, Stretch

_WHITE = re.compile(r"\s*")
_RAISING = frozenset({"sub", "sup"})


class Composed(NamedTuple):
    """What is written for a translation, and the markup that stands at its edge for want of a place.

    `unplaced` as `prose.Joined` has it.
    """

    content: str
    moved: tuple[str, ...]
    unplaced: str


def stretches(prose: Prose) -> tuple[Stretch, ...]:
    """What `compose` needs to be told a place for: pairs, then points, in code points of the words."""
    points = [(at, at) for at, _ in prose.points()]
    return (*((pair.start, pair.end) for pair in prose.pairs()), *points)


def compose(prose: Prose, text: str, places: Sequence[Stretch | None]) -> Composed:
    """Write `text`, a translation of `prose`, with the markup of `prose`.

    Args:
        prose: The source.
        text: Plain words; what `prose` holds as objects stands in them as it reads.
        places: Where in `text` each of `stretches(prose)` goes, None for what has no place: a pair
            then goes around all of it, a point and `<sup>` to its end, unless `prose.lay_out` says where.

    >>> from onetongue.prose import Prose, Run
    >>> runs = (Run(0, 3, "", "open", "<b>", 1, "b"), Run(3, 6, "Oui"), Run(6, 10, "", "close", "</b>", 1, "b"))
    >>> compose(Prose((*runs, Run(10, 11, "!"))), "Yes!", [(0, 3)]).content
    '<b>Yes</b>!'
    """
    pairs, points = prose.pairs(), [run for _, run in prose.points()]
    text, places = spaced(prose, text, places)
    laid = prose.lay_out(prose, text, places)
    moved = [
        run.raw
        for run, place in zip([*map(_half, pairs), *points], places, strict=True)
        if place is None and run not in laid.settled
    ]
    moved += laid.moved
    text, places = laid.text, laid.places
    objects, lost = _objects(prose, text)
    whole = [_whole(place, objects) for place in places]
    nodes = _nested(pairs, whole[: len(pairs)], len(text))
    for run, place in zip(points, whole[len(pairs) :], strict=True):
        at = place[1] if place else len(text)
        nodes.append(Node(at, at, run, None))
    fixed = [_Fixed(at, at + len(run.text), run) for at, run in objects]
    fixed += _spaces(nodes, text)
    writer = _MarkupWriter(text, _with_quotes(nodes, text, fixed))
    for at, run in events(prose.runs, nodes):
        writer.write(at, run)
    for run in lost:
        writer.write(len(text), " ", run)
    pieces = writer.finished()
    joined = prose.join(prose, pieces) if prose.join else Joined(prose.written(pieces))
    return Composed(
        joined.content, (*moved, *(run.raw for run in lost), *joined.moved), joined.unplaced
    )


def _half(pair: Pair) -> Run:
    return pair.open or pair.close  # type: ignore[return-value]  # a pair has at least one half


class _Fixed(NamedTuple):
    """A part of the words that `run` is written for, or nothing, whatever stands there."""

    start: int
    end: int
    run: Run | None


class _MarkupWriter:
    """The words up to some place, what is `fixed` as it is, and markup in between."""

    def __init__(self, text: str, fixed: Sequence[_Fixed]) -> None:
        self._text = text
        self._fixed = list(reversed(fixed))
        self._pieces: list[Piece] = []
        self._done = 0

    def write(self, at: int, *pieces: Piece) -> None:
        """Write the words up to `at`, and `pieces` there."""
        self._go(at)
        self._pieces += pieces

    def finished(self) -> list[Piece]:
        """All of it."""
        self._go(len(self._text))
        return self._pieces

    def _go(self, at: int) -> None:
        while self._fixed and self._fixed[-1].end <= at:
            start, end, run = self._fixed.pop()
            self._words(start)
            self._pieces += [run] if run else []
            self._done = end
        self._words(min(at, self._fixed[-1].start) if self._fixed else at)

    def _words(self, at: int) -> None:
        if at > self._done:
            self._pieces.append(self._text[self._done : at])
            self._done = at


def _nested(pairs: Sequence[Pair], places: Sequence[Stretch | None], length: int) -> list[Node]:
    """Give every pair a place so that all nest, outer before inner."""
    both = list(zip(pairs, places, strict=True))
    low, high = 0, length
    before: list[Node] = []  # opened before the text begins: each reaches as far as those inside
    for pair, place in [b for b in both if not b[0].open][::-1]:
        low = max(low, place[1] if place else 0)
        before.append(Node(0, low, None, pair.close))
    after: list[Node] = []  # close after it ends
    for pair, place in [b for b in both if b[0].open and not b[0].close][::-1]:
        high = max(low, min(high, place[0] if place else length))
        after.append(Node(high, length, pair.open, None))
    bounds = sorted({0, length, *(node.end for node in before), *(node.start for node in after)})
    inner = [
        Node(*_between(bounds, place or _instead(pair, low, high)), pair.open, pair.close)
        for pair, place in both
        if pair.open and pair.close
    ]
    inner.sort(key=outer_first)  # stable: equals nest as in the source
    nested = [node._replace(end=end) for node, (_, end) in zip(inner, clipped(inner), strict=True)]
    return [*before[::-1], *after[::-1], *nested]


def _instead(pair: Pair, low: int, high: int) -> Stretch:
    """Where a pair goes that has no place: around everything, or to the end what would raise it all."""
    is_raising = pair.open is not None and pair.open.tag in _RAISING
    return (high, high) if is_raising else (low, high)


def _between(bounds: Sequence[int], place: Stretch) -> Stretch:
    """The longest part of a place in which no other markup has to begin or end."""
    start, end = place
    edges = [start, *(bound for bound in bounds if start < bound < end), end]
    return max(pairwise(edges), key=lambda part: part[1] - part[0])


def _objects(prose: Prose, text: str) -> tuple[list[tuple[int, Run]], list[Run]]:
    """Where in `text` each object stands, in order of the text; and those that are not there."""
    waiting: dict[str, list[Run]] = {}
    for _, run in reversed(prose.objects()):
        waiting.setdefault(run.text, []).append(run)
    found: list[tuple[int, Run]] = []
    # The longest first, or "example.org" would be found in "example.org/a".
    names = [re.escape(name) for name in sorted(waiting, key=lambda n: (-len(n), n)) if name]
    for match in re.finditer("|".join(names), text) if names else ():
        if waiting[match[0]]:
            found.append((match.start(), waiting[match[0]].pop()))
    placed = {run for _, run in found}
    return found, [run for _, run in prose.objects() if run not in placed]


def _whole(place: Stretch | None, objects: Sequence[tuple[int, Run]]) -> Stretch | None:
    """The place, with the whole of an object that it begins or ends in."""
    if place is None:
        return None
    start, end = (_around(at, objects) for at in place)
    return start[0] if place[0] < place[1] else end[1], end[1]


def _around(at: int, objects: Sequence[tuple[int, Run]]) -> Stretch:
    """The object around a place between its letters; the place itself if there is none."""
    n = bisect_left(objects, at, key=lambda one: one[0]) - 1
    start, run = objects[n] if n >= 0 else (at, None)
    return (start, start + len(run.text)) if run and at < start + len(run.text) else (at, at)


def _spaces(nodes: Sequence[Node], text: str) -> list[_Fixed]:
    """The white space that a point stands for, to be written as nothing."""
    found: list[_Fixed] = []
    for at, _, run, _ in nodes:
        if run and run.role == "point" and run.text.isspace():
            limit = at + len(run.text) if run.tag == BREAK else len(text)
            white = _WHITE.match(text, at, limit)
            found += [_Fixed(at, white.end(), None)] if white and white.end() > at else []
    return found


def _with_quotes(nodes: Sequence[Node], text: str, objects: Sequence[_Fixed]) -> list[_Fixed]:
    """What is written as it is, and as nothing what markup shows itself: the quotation marks of <q>."""
    found = {one.start: one for one in objects}
    taken = {at for one in objects for at in range(one.start, one.end)}
    for at, shown, is_open in _shown(nodes):
        size = len(shown)
        for start in (at - size, at) if is_open else (at, at - size):
            is_free = start >= 0 and taken.isdisjoint(range(start, start + size))
            if is_free and text.startswith(shown, start):
                found[start] = _Fixed(start, start + size, None)
                taken.update(range(start, start + size))
                break
    return [found[start] for start in sorted(found)]


def _shown(nodes: Sequence[Node]) -> Iterator[tuple[int, str, bool]]:
    """What ends of markup show, each with its place and whether it opens."""
    for node in nodes:
        if node.open and node.open.role == "open" and node.open.text:
            yield node.start, node.open.text, True
        if node.close and node.close.text:
            yield node.end, node.close.text, False
