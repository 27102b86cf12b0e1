"""What a person reads where markup stands: the words of a block, and which part of the source each is.

Responsible for: `Run` and `Prose`, the one thing every format with markup makes of its blocks, the
way back from an offset in the words to one in the source, `Reading`, what a region needs of it, and
`LateProse`, one that is made when it is asked for.
Not responsible for: any format's grammar (`formats`), languages, or where markup goes in a
translation (`markup.transfer`, `markup.composition`).

Two kinds of offsets meet here. Those of the source are code points of the document's text; those of
the reading are code points of `Prose.text`. Both are half-open.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, Protocol, TypeAlias

from onetongue.errors import SpanError
from onetongue.intervals import outer_first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

# text: stands in the source as it reads, so it may be cut anywhere; character: an escape, an entity,
# a line break with its indent, whole or not at all; open, close: the two ends of inline markup;
# point: markup of no extent (an image, a note's mark); object: what must come through as it is (code).
Role: TypeAlias = Literal["text", "character", "open", "close", "point", "object"]
# The tag of a forced line break inside a sentence: a point that reads as a space, or as nothing
# beside white space. A translation has as many, in their order, each between the words it parted.
BREAK: Final = "break"


class Run(NamedTuple):
    """A stretch of the source, `start` to `end`, and what it reads as: nothing for most markup.

    `raw` is what is written for it in a translation: the source itself, unless a format says
    otherwise. `pair` is the same number, from 1, for an `open` and its `close`; a run whose other
    half is missing is a `point`. `tag` is what the format calls the markup (`b`, `em`, `q`).
    `is_joined` says that it and a neighbour are one stretch of the source that cannot be cut, so
    that nothing may begin or end with it.
    """

    start: int
    end: int
    text: str
    role: Role = "text"
    raw: str = ""
    pair: int = 0
    tag: str = ""
    is_joined: bool = False


class Pair(NamedTuple):
    """Inline markup around `start` to `end` of the reading.

    `open` is None where it was opened before the reading begins, `close` where it closes after.
    """

    start: int
    end: int
    open: Run | None
    close: Run | None


class Element(NamedTuple):
    """The start tag, `start` to `end` of the source, of the element a prose fills."""

    start: int
    end: int
    raw: str


_BLANK = re.compile(r"\s*+")


def _nesting(pair: Pair) -> tuple[int, ...]:
    """Sorts pairs around the same words as they nest, too: by where they open, else by where they close."""
    if pair.open:
        return *outer_first(pair), pair.open.start, pair.open.end
    return *outer_first(pair), *((-pair.close.start, -pair.close.end) if pair.close else (0, 0))


# Part of a text, half-open, in code points; an empty one is a point between two characters.
Stretch: TypeAlias = tuple[int, int]
Declared: TypeAlias = tuple[int, int, str]  # a stretch of a reading and its language tag
Piece: TypeAlias = str | Run  # of a translation: words, or a run that is written as its `raw`


class Joined(NamedTuple):
    """What a translation is written as, and the markup that could not be written in its place.

    `unplaced` names what found no place and may not stand elsewhere; empty if nothing.
    """

    content: str
    moved: tuple[str, ...] = ()
    unplaced: str = ""


class Laid(NamedTuple):
    """A translation, a place in it for each of its `markup.stretches`, and what lacks one.

    Every character is where it was, but for line breaks; there may be new ones at the end. `settled`
    are points that need not be told a place; `moved` could not be kept apart.
    """

    text: str
    places: Sequence[Stretch | None]
    settled: frozenset[Run] = frozenset()
    moved: tuple[str, ...] = ()


class Frame(NamedTuple):
    """What is made of a whole replacement, marker included, where a value has no quotation marks.

    `unwrap` undoes it. `is_whole` is False for a part of the value, which cannot be framed.
    """

    wrap: Callable[[str], str]
    unwrap: Callable[[str], str]
    is_whole: bool = True


def as_is(text: str) -> str:
    """Escape nothing."""
    return text


def as_told(prose: Prose, text: str, places: Sequence[Stretch | None]) -> Laid:
    """Leave a translation and the places in it as they are."""
    return Laid(text, places)


class Reading(Protocol):
    """What is read in a region: its prose, or what makes one when something is found there.

    The methods are those of `Prose`.
    """

    @property
    def text(self) -> str:
        """What the region reads as."""
        ...

    @property
    def lines(self) -> str:
        """The same with a line feed where a forced break stands, for who asks which words are a line."""
        ...

    def place(self, offset: int) -> int:
        """Where in the reading an offset of the source stands."""
        ...

    def declared_in(self, start: int, end: int) -> tuple[Declared, ...]:
        """The stretches, of a part of the reading, whose language the source names."""
        ...

    def holders(self, start: int, end: int) -> tuple[Run, ...]:
        """The start tags of inline markup around just a part."""
        ...

    def within(self, start: int, end: int) -> Prose:
        """The prose of a part."""
        ...


@dataclass(frozen=True, slots=True)
class Prose:
    """The words of a block or of a segment, run by run, in the order of the source.

    Runs touch: each begins where the one before it ends. `text` is what they read as, together.
    `escape` makes of words what the format writes for them here, line breaks included. `declared`
    are stretches of the reading whose language the source names, with the tag; later ones stand
    inside earlier ones. `element` is the element that holds this prose and nothing else, if its
    start tag can take attributes. `holds_markup` is False where no element may stand: in an
    attribute. `join` writes words and markup where that is more than one after the other; `frame`
    is for values without quotation marks. `lay_out` gives places to markup that must stay in order, and lines their width.

    Raises:
        SpanError: no words, or runs that do not touch.
    """

    runs: tuple[Run, ...]
    escape: Callable[[str], str] = as_is
    declared: tuple[Declared, ...] = ()
    element: Element | None = None
    holds_markup: bool = True
    join: Callable[[Prose, Sequence[Piece]], Joined] | None = None
    frame: Frame | None = None
    lay_out: Callable[[Prose, str, Sequence[Stretch | None]], Laid] = as_told
    text: str = field(init=False)
    _places: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _reach: tuple[int, ...] = field(init=False, repr=False, compare=False)  # of `declared`, so far

    def __post_init__(self) -> None:
        places, at = [], 0
        end = self.runs[0].start if self.runs else 0
        for run in self.runs:
            if run.start != end or (run.role == "text" and len(run.text) != run.end - run.start):
                raise SpanError(f"the run at {run.start} does not go on from {end}")
            places.append(at)
            at, end = at + len(run.text), run.end
        object.__setattr__(self, "text", "".join(run.text for run in self.runs))
        object.__setattr__(self, "_places", tuple(places))
        object.__setattr__(self, "_reach", tuple(accumulate((d[1] for d in self.declared), max)))
        if not self.text:
            raise SpanError("a prose needs words")

    @property
    def lines(self) -> str:
        """The text with a line feed where a forced break stands."""
        parts: list[str] = []
        for run in self.runs:
            if (
                run.tag == BREAK and not run.text
            ):  # beside white space, which is the last that was read
                parts[-1] = parts[-1][:-1] + "\n"
            elif run.text:
                parts.append("\n" if run.tag == BREAK else run.text)
        return "".join(parts)

    def written(self, pieces: Iterable[Piece]) -> str:
        """The words of a translation escaped, with its markup and objects in between."""
        return "".join(self.escape(p) if isinstance(p, str) else p.raw for p in pieces)

    def pairs(self) -> tuple[Pair, ...]:
        """The inline markup that opens or closes within, outer before inner."""
        # Halves find each other by number, so that pairs may cross: no matter of `intervals` yet.
        opened: dict[int, tuple[int, Run]] = {}
        found: list[Pair] = []
        for run, at in zip(self.runs, self._places, strict=True):
            if run.role == "open":
                opened[run.pair] = at + len(run.text), run
            elif run.role == "close":
                start, opening = opened.pop(run.pair, (0, None))
                found.append(Pair(start, at, opening, run))
        found += [Pair(at, len(self.text), run, None) for at, run in opened.values()]
        return tuple(sorted(found, key=_nesting))

    def points(self) -> tuple[tuple[int, Run], ...]:
        """Markup of no extent, each with where in the reading it stands."""
        return self._runs("point")

    def objects(self) -> tuple[tuple[int, Run], ...]:
        """What must come through as it is, each with where in the reading it begins."""
        return self._runs("object")

    def _runs(self, role: Role) -> tuple[tuple[int, Run], ...]:
        pairs = zip(self._places, self.runs, strict=True)
        return tuple((at, run) for at, run in pairs if run.role == role)

    def place(self, offset: int) -> int:
        """Where in the reading an offset of the source stands; at the edge of what it lies within."""
        i = bisect_right(self.runs, offset, key=attrgetter("end"))
        if i == len(self.runs):
            return len(self.text)
        run, at = self.runs[i], self._places[i]
        if run.role == "text":
            return at + max(0, offset - run.start)
        return at + (len(run.text) if offset > run.start else 0)

    def moved(self, by: int) -> Prose:
        """The same words `by` code points further on in the source."""
        runs = tuple(run._replace(start=run.start + by, end=run.end + by) for run in self.runs)
        tag = self.element
        element = tag and tag._replace(start=tag.start + by, end=tag.end + by)
        return replace(self, runs=runs, element=element)

    def within(self, start: int, end: int) -> Prose:
        """The part from `start` to `end` of the reading, with the markup it needs and no more.

        Markup at an edge comes along if its other half is inside, with white space before it, and
        stays outside if it holds just this part, or more. A `character` or an `object` is never
        cut.
        """
        first, last = self._at(start), self._at(end - 1)
        before, after = self._edges(first, last)
        # White space between the part and such an edge comes along; with words there, it is no edge.
        low, high = self._places[first], self._places[last] + len(self.runs[last].text)
        if before:
            start, before = (start, 0) if self.text[low:start].strip() else (low, before)
        if after:
            end, after = (end, 0) if self.text[end:high].strip() else (high, after)
        runs = [self._clipped(i, start, end) for i in range(first, last + 1)]
        runs = [*self.runs[first - before : first], *runs, *self.runs[last + 1 : last + 1 + after]]
        at = self._places[first] + (start - self._places[first]) * (self.runs[first].role == "text")
        length = sum(len(run.text) for run in runs)
        declared = tuple(
            (max(a - at, 0), min(b - at, length), tag)
            for a, b, tag in self.declared_in(at, at + length)
        )
        element = self._element(first - before, last + after, start, end)
        frame = self.frame
        if frame and (self.text[:start].strip() or self.text[end:].strip()):
            frame = frame._replace(is_whole=False)
        return replace(self, runs=tuple(runs), declared=declared, element=element, frame=frame)

    def declared_in(self, start: int, end: int) -> tuple[Declared, ...]:
        """Those of `declared` that share a code point with a part of the reading, in their order."""
        reached = bisect_right(self._reach, start)
        below = bisect_left(self.declared, end, key=itemgetter(0))
        return tuple(one for one in self.declared[reached:below] if one[1] > start)

    def _at(self, offset: int) -> int:
        """The run that an offset of the reading lies in, never an empty one."""
        return bisect_right(self._places, offset) - 1

    def _clipped(self, i: int, start: int, end: int) -> Run:
        run, at = self.runs[i], self._places[i]
        if run.role != "text":
            return run
        low, high = max(start - at, 0), min(end - at, len(run.text))
        return run._replace(start=run.start + low, end=run.start + high, text=run.text[low:high])

    def _edges(self, first: int, last: int) -> tuple[int, int]:
        """How many empty runs before and after belong to the part because of their other half."""
        inside = {r.pair for r in self.runs[first : last + 1] if r.pair}
        before = after = 0
        while first - before and self._is_half(first - before - 1, "open", inside):
            before += 1
        while last + after + 1 < len(self.runs) and self._is_half(
            last + after + 1, "close", inside
        ):
            after += 1
        return before, after

    def _is_half(self, i: int, role: Role, inside: set[int]) -> bool:
        run = self.runs[i]
        return run.role == role and not run.text and not run.is_joined and run.pair in inside

    def _element(self, first: int, last: int, start: int, end: int) -> Element | None:
        """The element that holds just the part: inline markup, else the block's if it is all."""
        low = self._places[first]
        high = self._places[last] + len(self.runs[last].text)
        is_all = not self.text[low:start].strip() and not self.text[end:high].strip()
        if is_all and first and last + 1 < len(self.runs):
            before, after = self.runs[first - 1], self.runs[last + 1]
            is_pair = before.role == "open" and after.role == "close" and before.pair == after.pair
            if is_pair and self.is_element(before):
                return Element(before.start, before.end, before.raw)
        # In this order: what begins further on, as most parts do, is not looked at for long.
        if not is_all or self.element is None or not _BLANK.fullmatch(self.text, 0, low):
            return None
        is_first = all(run.role == "text" for run in self.runs[:first])
        return self.element if is_first and not self.text[high:].strip() else None

    def holders(self, start: int, end: int) -> tuple[Run, ...]:
        """The start tags of inline markup around just this part, inner first."""
        first, last = self._at(start), self._at(end - 1)
        is_cut = start > self._places[first] or end < self._places[last] + len(self.runs[last].text)
        found: list[Run] = []
        while not is_cut and first and last + 1 < len(self.runs):
            first, last = first - 1, last + 1
            before, after = self.runs[first], self.runs[last]
            if before.role != "open" or after.role != "close" or before.pair != after.pair:
                break
            found.append(before)
        return tuple(found)

    @staticmethod
    def is_element(run: Run) -> bool:
        """Whether a run is the start tag of an element that can take attributes."""
        return run.raw.startswith("<") and run.raw.endswith(">") and run.tag.isidentifier()


class LateProse(ABC):
    """A `Reading` without markup, whose prose is made when somebody asks for it, and then kept.

    The runs of every paragraph of a data set need many times its size, and few are ever asked for.
    """

    __slots__ = ("_made",)

    def __init__(self) -> None:
        self._made: Prose | None = None

    @property
    @abstractmethod
    def text(self) -> str:
        """What the region reads as."""

    @property
    def lines(self) -> str:
        """The same: there is no markup, so no forced break."""
        return self.text

    @abstractmethod
    def _make(self) -> Prose:
        """The prose of the whole region."""

    def place(self, offset: int) -> int:
        """Where in the reading an offset of the source stands."""
        return self._whole().place(offset)

    def declared_in(self, start: int, end: int) -> tuple[Declared, ...]:
        """None: without markup nothing says anything of its language."""
        return ()

    def holders(self, start: int, end: int) -> tuple[Run, ...]:
        """None: there is no markup."""
        return ()

    def within(self, start: int, end: int) -> Prose:
        """The part from `start` to `end` of the reading."""
        return self._whole().within(start, end)

    def _whole(self) -> Prose:
        if self._made is None:
            self._made = self._make()
        return self._made
