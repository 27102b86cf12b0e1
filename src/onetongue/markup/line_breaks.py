"""Where the forced line breaks of a segment go in its translation.

Responsible for: a place for every break between the words that it parted in the source, in order and
never two at one place, or none at all; and the white space around each as the source has it.
Not responsible for: which words say the same (`transfer`), or what a break is written as (`formats`).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.markup.transfer import CarriedLine, Passage, carry_lines
from onetongue.prose import BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.prose import Prose, Run, Stretch
    from onetongue.translate.oracle import Oracle

# How sure a cut has to be where the lines meet, and where they do not. Of 48 sentences with 82 breaks
# in all places, a third of them between a noun and its adjective, 35 are placed in the translations
# of each of two engines, with one break out of place; at .5 three more, two of them wrong; at .6 four
# fewer. Alone at .7 three more, one of them wrong; at .8 three fewer.
_SURE: Final = 0.56
_SURE_ALONE: Final = 0.76
# Marks that end what a break may stand behind, with no letter or digit between.
_REST: Final = re.compile(r"[^\w\s]*")
_WORD: Final = re.compile(r"\w")


class Broken(NamedTuple):
    """A source text with breaks at offsets of it, and its translation."""

    source: str
    target: str
    breaks: tuple[int, ...]


def breaks_in(prose: Prose) -> tuple[int, ...]:
    """Where the breaks stand in the reading of a prose."""
    return tuple(at for at, run in prose.points() if run.tag == BREAK)


def parted(texts: Sequence[Broken], oracle: Oracle) -> Iterator[tuple[int, ...] | None]:
    """Where the breaks go in each translation, offsets of white space; None where one is not sure.

    A break goes where the line before it ends and the next one begins, if both are found; else
    where the words on both sides of it divide.

    Raises:
        TranslationError: the engine failed.
    """
    passages = [Passage(one.source, one.target, tuple(_lines(one))) for one in texts]
    for one, lines in zip(texts, carry_lines(passages, oracle), strict=True):
        yield _in_order(one, [_between(one.target, *both) for both in pairwise(lines)])


def _lines(one: Broken) -> Iterator[Stretch]:
    """The lines of the source, between the breaks."""
    for start, end in pairwise([0, *one.breaks, len(one.source)]):
        line = one.source[start:end]
        yield start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _between(target: str, above: CarriedLine, below: CarriedLine) -> int | None:
    """Where the break between two lines goes, None if that is not sure."""
    if above.sure >= _SURE and above.place and below.place:
        at = _at_space(target, above.place[1])
        if at is not None and at < below.place[0] and not _WORD.search(target, at, below.place[0]):
            return at
    return _at_space(target, above.cut) if above.sure >= _SURE_ALONE else None


def _at_space(target: str, at: int) -> int | None:
    """The white space that follows, with no letter or digit in between."""
    rest = _REST.match(target, at)
    return rest.end() if rest and target[rest.end() : rest.end() + 1].isspace() else None


def _in_order(one: Broken, places: Sequence[int | None]) -> tuple[int, ...] | None:
    """The places, if there is one for each break, with words between them and at both ends."""
    sure = tuple(place for place in places if place is not None)
    edges = pairwise([0, *sure, len(one.target)])
    is_whole = len(sure) == len(places) and all(_WORD.search(one.target, *edge) for edge in edges)
    return sure if is_whole else None


def by_share(one: Broken) -> tuple[int, ...]:
    """The white space that as much of the translation stands before as before each break.

    For words that a person wrote, which cannot be refused.
    """
    spaces = [found.start() for found in re.finditer(r"(?<=\S)\s+(?=\S)", one.target)]
    placed: list[int] = []
    for at in one.breaks:
        wanted = at / len(one.source) * len(one.target)
        left = [space for space in spaces if not placed or space > placed[-1]]
        placed.append(min(left or [len(one.target)], key=lambda space: abs(space - wanted)))
    return tuple(placed)


def with_breaks(
    prose: Prose, places: Sequence[Stretch | None], found: Sequence[int]
) -> list[Stretch | None]:
    """The places of `composition.stretches(prose)`, those of the breaks as they were `found`."""
    first, breaks = len(prose.pairs()), ((at, at) for at in found)
    both = zip(prose.points(), places[first:], strict=True)
    points = [next(breaks) if run.tag == BREAK else place for (_, run), place in both]
    return [*places[:first], *points]


class _Gap(NamedTuple):
    """White space of a translation, `start` to `end`, what stands there instead, and the break in that."""

    start: int
    end: int
    space: str
    at: int


def spaced(
    prose: Prose, text: str, places: Sequence[Stretch | None]
) -> tuple[str, Sequence[Stretch | None]]:
    """The translation with the source's white space around its breaks, and the places in that."""
    first = len(prose.pairs())
    gaps: dict[int, _Gap] = {}
    end = 0
    for n, ((at, run), place) in enumerate(
        zip(prose.points(), places[first:], strict=False), first
    ):
        if place and run.tag == BREAK:  # never before the last one
            gaps[n] = _gap(prose, at, run, text, max(place[1], end))
            end = gaps[n].end
    if not gaps:
        return text, places
    parts, done = [], 0
    for gap in gaps.values():
        parts += [text[done : gap.start], gap.space]
        done = gap.end
    order = tuple(gaps.values())
    moved = [
        place and (_moved(order, place[0], is_start=place[0] < place[1]), _moved(order, place[1]))
        for place in places
    ]
    for n, gap in gaps.items():
        at = _moved(order, gap.start) + gap.at
        moved[n] = at, at
    return "".join([*parts, text[done:]]), moved


def _gap(prose: Prose, at: int, run: Run, text: str, place: int) -> _Gap:
    """The white space at a place of a translation, for a break at an offset of the reading."""
    end = at + len(run.text)
    before = prose.text[len(prose.text[:at].rstrip()) : at]
    after = prose.text[end : len(prose.text) - len(prose.text[end:].lstrip())]
    start = len(text[:place].rstrip())
    stop = len(text) - len(text[place:].lstrip())
    return _Gap(start, stop, before + run.text + after, len(before))


def _moved(gaps: Sequence[_Gap], offset: int, *, is_start: bool = False) -> int:
    """An offset where the white space is another; one inside it goes to its edge."""
    by = 0
    for start, end, space, _ in gaps:
        if offset <= start:
            break
        if offset < end:
            return start + by + (len(space) if is_start else 0)
        by += len(space) - (end - start)
    return offset + by
