"""Several stretches of one sentence, placed so that they get on with each other.

Responsible for: giving the surest stretch its place first; no overlap of stretches that are apart,
and what is nested stays nested.
Not responsible for: where one stretch belongs (`placing`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onetongue.markup.placing import place
from onetongue.markup.surroundings import Place, Sentence, gap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Words of the source, half-open, and what they alone are translated as; empty if nobody was asked.
Wanted = tuple[int, int, str]

# How sure a place has to be; benchmarks/markup/README.md has the figures at other values.
SURE: Final = 0.5
SURE_GAP: Final = 0.2  # of the links on both sides; at 0.3 dev places one fewer, at 0.1 one more


def settle(sentence: Sentence, wanted: Sequence[Wanted]) -> list[Place | None]:
    """A place for each stretch, in their order; None where it is not sure."""
    drafts = {n: place(sentence, *one) for n, one in enumerate(wanted)}
    found: dict[int, Place] = {}
    # Of equally sure ones the inner first: the outer can grow around it.
    order = sorted(
        (n for n, draft in drafts.items() if draft is not None and draft.sure >= SURE),
        key=lambda n: (-drafts[n].sure, wanted[n][1] - wanted[n][0]),  # type: ignore[union-attr]
    )
    for n in order:
        draft = _fitting(sentence, wanted, n, drafts[n], found)
        if draft is not None and draft.sure >= SURE:
            found[n] = draft
    for n, (first, last, _) in enumerate(wanted):
        if n not in found:
            draft = gap(sentence, first, last)
            if draft is not None and draft.sure >= SURE_GAP and _fits(wanted, n, draft, found):
                found[n] = draft
    return [found.get(n) for n in range(len(wanted))]


def _fitting(
    sentence: Sentence,
    wanted: Sequence[Wanted],
    n: int,
    draft: Place | None,
    found: Mapping[int, Place],
) -> Place | None:
    """The place itself, one grown around what is nested in it, or the next best beside the others."""
    if draft is None or _fits(wanted, n, draft, found):
        return draft
    inner = [found[m] for m in found if _relation(wanted[m], wanted[n]) == "inside"]
    grown = Place(
        min([draft.first, *(one.first for one in inner)]),
        max([draft.last, *(one.last for one in inner)]),
        draft.sure,
    )
    if _fits(wanted, n, grown, found):
        return grown
    barred = {
        j
        for m, other in found.items()
        if _relation(wanted[m], wanted[n]) == "apart"
        for j in range(other.first, other.last)
    }
    again = place(sentence, *wanted[n], barred=barred)
    return again if again is not None and _fits(wanted, n, again, found) else None


def _fits(wanted: Sequence[Wanted], n: int, draft: Place, found: Mapping[int, Place]) -> bool:
    """Whether a place stands to those found as its stretch stands to theirs."""
    return all(_agrees(wanted[n], wanted[m], draft, other) for m, other in found.items())


def _agrees(one: Wanted, other: Wanted, mine: Place, its: Place) -> bool:
    relation = _relation(one, other)
    if relation == "apart":
        return mine.last <= its.first or its.last <= mine.first
    if relation == "inside":
        return its.first <= mine.first and mine.last <= its.last
    if relation == "around":
        return mine.first <= its.first and its.last <= mine.last
    return relation == "across" or (mine.first, mine.last) == (its.first, its.last)


def _relation(one: Wanted, other: Wanted) -> str:
    """How `one` stands to `other` in the source."""
    if one[:2] == other[:2]:
        return "same"
    if one[1] <= other[0] or other[1] <= one[0]:
        return "apart"
    if other[0] <= one[0] and one[1] <= other[1]:
        return "inside"
    return "around" if one[0] <= other[0] and other[1] <= one[1] else "across"
