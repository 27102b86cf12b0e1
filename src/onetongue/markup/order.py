"""The order in which markup at one place is written.

Responsible for: pairs and points as a tree, as in the source wherever their places allow it: an image
in a link stays in the link.
Not responsible for: the places (`composition`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onetongue.intervals import around, outer_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.prose import Run


class Node(NamedTuple):
    """Markup and its place in the words; a point, or a pair of which one half may be elsewhere."""

    start: int
    end: int
    open: Run | None
    close: Run | None


def events(runs: Sequence[Run], nodes: Sequence[Node]) -> Iterator[tuple[int, Run]]:
    """Every half of a pair and every point, in the order it is written, with its place.

    `runs` are those of the source. The pairs among `nodes` nest; of equal ones the outer is first.
    """
    homes = _homes(nodes, _parents(runs))
    children: list[list[int]] = [[] for _ in range(len(nodes) + 1)]
    for n in range(len(nodes)):
        children[homes[n]].append(n)

    def order(n: int) -> tuple[int, bool, int]:
        one = nodes[n]
        # At one place what has no extent comes first, in the order of the source.
        has_extent = one.start < one.end
        return one.start, has_extent, n if has_extent else _first(one).start

    for below in children:
        below.sort(key=order, reverse=True)
    waiting = [(n, False) for n in children[-1]]
    while waiting:
        n, is_done = waiting.pop()
        one = nodes[n]
        if is_done:
            if one.close:
                yield one.end, one.close
            continue
        if one.open:
            yield one.start, one.open
        waiting.append((n, True))
        waiting += [(m, False) for m in children[n]]


def _first(node: Node) -> Run:
    return node.open or node.close  # type: ignore[return-value]  # a node has at least one


def _holds(outer: Node, inner: Node) -> bool:
    """Whether half a pair would not have to end inside a whole one, as where pairs cross."""
    return bool((inner.open or not outer.open) and (not outer.close or _is_closed(inner)))


def _is_closed(node: Node) -> bool:
    return node.close is not None or (node.open is not None and node.open.role == "point")


def _parents(runs: Sequence[Run]) -> dict[Run, Run | None]:
    """The pair around each pair and point, None for none; a pair is known by the first run it has."""
    # Not `intervals`: of two pairs that cross the later one stands in the first, as far as that goes.
    opened = {run.pair for run in runs if run.role == "open"}
    outside: list[Run] = [r for r in runs if r.role == "close" and r.pair not in opened][::-1]
    parents: dict[Run, Run | None] = {}
    for outer, inner in zip([None, *outside], outside, strict=False):
        parents[inner] = outer
    for run in runs:
        if run.role in {"open", "point"}:
            parents[run] = outside[-1] if outside else None
        if run.role == "open":
            outside.append(run)
        elif run.role == "close" and outside[-1].pair == run.pair:
            outside.pop()
        elif run.role == "close":  # crossing pairs: what is still open goes on outside
            outside = [r for r in outside if r.pair != run.pair]
    return parents


def _homes(nodes: Sequence[Node], parents: dict[Run, Run | None]) -> list[int]:
    """The node that each node is written in, -1 for none."""
    homes = around(nodes)
    depths = [0] * (len(nodes) + 1)  # the last is that of -1
    numbers = {_first(node): n for n, node in enumerate(nodes)}
    wide = [n for n, node in enumerate(nodes) if node.start < node.end]
    for n in sorted(wide, key=lambda n: outer_first(nodes[n])):
        depths[n] = depths[homes[n]] + 1
    # What has no extent stands in what it stands in in the source, too, if that reaches there.
    empty = [n for n, node in enumerate(nodes) if node.start == node.end]
    for n in sorted(empty, key=lambda n: (nodes[n].start, _first(nodes[n]).start)):
        above = parents.get(_first(nodes[n]))
        while above is not None:
            m = numbers[above]
            if nodes[m].start <= nodes[n].start <= nodes[m].end and _holds(nodes[m], nodes[n]):
                homes[n] = m if depths[m] >= depths[homes[n]] else homes[n]
                break
            above = parents.get(above)
        depths[n] = depths[homes[n]] + 1
    return homes
