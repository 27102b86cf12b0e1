"""Words into the format of their document, with the markup of the segment around them.

Responsible for: markup nested as its grammar asks, each piece of it exactly once; escapes; and
telling what could not be put where it belongs.
Not responsible for: which words a piece of markup belongs to (`translate.inline`).
"""

from __future__ import annotations

from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from onetongue.prose import Joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.prose import Pair, Piece, Prose, Run

Stretch: TypeAlias = tuple[int, int]


class Composed(NamedTuple):
    """What is written for a translation, and the markup that stands at its edge for want of a place."""

    content: str
    moved: tuple[str, ...]


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
            then goes around all of it, a point to its end.

    >>> from onetongue.prose import Prose, Run
    >>> runs = (Run(0, 3, "", "open", "<b>", 1, "b"), Run(3, 6, "Oui"), Run(6, 10, "", "close", "</b>", 1, "b"))
    >>> compose(Prose((*runs, Run(10, 11, "!"))), "Yes!", [(0, 3)]).content
    '<b>Yes</b>!'
    """
    pairs, points = prose.pairs(), prose.points()
    moved = [
        (pair.open or pair.close).raw  # type: ignore[union-attr]  # a pair has at least one half
        for pair, place in zip(pairs, places, strict=False)
        if place is None
    ]
    settled = _nested(pairs, places[: len(pairs)], len(text))
    at = [p[0] if p else len(text) for p in places[len(pairs) :]]
    moved += [run.raw for (_, run), p in zip(points, places[len(pairs) :], strict=True) if not p]
    objects, lost = _objects(prose, text)
    edits = _edits(settled, [(p, run) for p, (_, run) in zip(at, points, strict=True)])
    pieces = _pieces(text, edits, objects)
    for run in lost:
        pieces += [" ", run]
        moved.append(run.raw)
    joined = prose.join(prose, pieces) if prose.join else Joined(_written(prose, pieces))
    return Composed(joined.content, (*moved, *joined.moved))


class _Placed(NamedTuple):
    """A pair with its place in the translation."""

    pair: Pair
    start: int
    end: int


def _nested(pairs: Sequence[Pair], places: Sequence[Stretch | None], length: int) -> list[_Placed]:
    """Give every pair a place so that all nest, outer before inner."""
    both = list(zip(pairs, places, strict=True))
    low, high = 0, length
    before: list[_Placed] = []  # opened before the text begins: each reaches as far as those inside
    for pair, place in [b for b in both if not b[0].open][::-1]:
        low = max(low, place[1] if place else 0)
        before.insert(0, _Placed(pair, 0, low))
    after: list[_Placed] = []  # close after it ends
    for pair, place in [b for b in both if b[0].open and not b[0].close][::-1]:
        high = max(low, min(high, place[0] if place else length))
        after.insert(0, _Placed(pair, high, length))
    bounds = sorted({0, length, *(p.end for p in before), *(p.start for p in after)})
    inner = [
        _Placed(pair, *_between(bounds, place or (low, high)))
        for pair, place in both
        if pair.open and pair.close
    ]
    inner.sort(key=lambda p: (p.start, -p.end))  # stable, so that equals nest as in the source
    nested: list[_Placed] = []
    opened: list[_Placed] = []
    for one in inner:
        while opened and opened[-1].end <= one.start:
            opened.pop()
        end = min(one.end, opened[-1].end) if opened else one.end
        nested.append(one._replace(end=end))
        opened.append(nested[-1])
    return [*before, *after, *nested]


def _between(bounds: Sequence[int], place: Stretch) -> Stretch:
    """The longest part of a place in which no other markup has to begin or end."""
    start, end = place
    edges = [start, *(bound for bound in bounds if start < bound < end), end]
    return max(pairwise(edges), key=lambda part: part[1] - part[0])


def _edits(placed: Sequence[_Placed], points: Sequence[tuple[int, Run]]) -> list[tuple[int, Run]]:
    """The markup in the order it is written, each with its place."""
    # At one place: what closes (inner first), points, what opens (outer first); an empty pair whole.
    keyed: list[tuple[tuple[int, int, int, int], int, Run]] = []
    for order, (pair, start, end) in enumerate(placed):
        is_empty = start == end and pair.open is not None and pair.close is not None
        if pair.open:
            keyed.append(((start, 2 if not is_empty else 1, order, 0), start, pair.open))
        if pair.close:
            rank = (end, 0, -order, 0) if not is_empty else (end, 1, order, 1)
            keyed.append((rank, end, pair.close))
    keyed += [((at, 1, -1, order), at, run) for order, (at, run) in enumerate(points)]
    return [(at, run) for _, at, run in sorted(keyed, key=lambda item: item[0])]


def _objects(prose: Prose, text: str) -> tuple[list[tuple[int, Run]], list[Run]]:
    """Where in `text` each object stands, in order; and those that are not there."""
    found: list[tuple[int, Run]] = []
    lost: list[Run] = []
    taken: set[int] = set()
    for _, run in prose.objects():
        at = text.find(run.text)
        while at >= 0 and at in taken:
            at = text.find(run.text, at + 1)
        if at < 0:
            lost.append(run)
        else:
            taken.add(at)
            found.append((at, run))
    return sorted(found, key=lambda item: item[0]), lost


def _written(prose: Prose, pieces: Sequence[Piece]) -> str:
    """The words escaped, with markup and objects in their places."""
    return "".join(prose.escape(p) if isinstance(p, str) else p.raw for p in pieces)


def _pieces(
    text: str, edits: Sequence[tuple[int, Run]], objects: Sequence[tuple[int, Run]]
) -> list[Piece]:
    """The words of the text, with markup and objects in their places."""
    parts: list[Piece] = []
    done = 0
    waiting = deque(objects)
    for at, run in (*edits, (len(text), None)):
        while waiting and waiting[0][0] < at:
            start, thing = waiting.popleft()
            if start >= done:
                parts += [text[done:start], thing]
                done = start + len(thing.text)
        if at > done:
            parts.append(text[done:at])
            done = at
        if run is not None:
            done += _shown(run, text, done, parts)
            parts.append(run)
    return [part for part in parts if part != ""]


def _shown(run: Run, text: str, at: int, parts: list[Piece]) -> int:
    """Drop what `run` itself shows (a quotation mark) from beside it; how much of the text that is."""
    if not run.text:
        return 0
    before = parts[-1] if parts else ""
    if run.role == "open" and isinstance(before, str) and before.endswith(run.text):
        parts[-1] = before.removesuffix(run.text)
        return 0
    return len(run.text) if run.role == "close" and text.startswith(run.text, at) else 0
