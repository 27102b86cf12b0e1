"""The prose of a region while nothing is found there: a few numbers instead of its runs.

Responsible for: `PackedProse`, which reads as the prose it was made of, and is it again when a part
of it is asked for.
Not responsible for: what the runs are (`builder`).

The runs of a document of 1 MB took 7 to 9 MB, packed ones 2 to 3; most regions are read once, and no
more.
"""

from __future__ import annotations

from array import array
from functools import lru_cache
from itertools import pairwise
from threading import local
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.prose import BREAK, Prose, Run

if TYPE_CHECKING:
    from onetongue.prose import Role

_OFFSETS: Final = "I"  # of an array: four bytes, more than the largest file has code points
# What is no run and is not made of them.
_KEPT: Final = (
    *("escape", "declared", "element", "holds_markup", "join", "frame", "lay_out"),
    "_reach",
)


class _Shape(NamedTuple):
    """What a run is beside its place; `text` and `raw` are None where they are the source itself."""

    text: str | None
    role: Role
    raw: str | None
    pair: int
    tag: str
    is_joined: bool


class _Latest(local):
    """The prose that a thread asked for a part of last, as more parts of it may follow, and its runs.

    Kept with each prose, those of a document of 1 MB took 2 MB.
    """

    packed: PackedProse | None = None
    made: Prose | None = None


_latest: Final = _Latest()


class PackedProse(Prose):
    """A prose of `source`, whose runs are made when somebody asks for them.

    >>> prose = Prose((Run(3, 5, "Oh"), Run(5, 9, "", "open", "<br>")))
    >>> packed = PackedProse(prose, "<p>Oh<br></p>")
    >>> packed.text, packed == prose
    ('Oh', True)
    """

    __slots__ = ("_offsets", "_shapes", "_source")

    _offsets: array[int]
    _shapes: tuple[_Shape, ...]
    _source: str

    def __init__(self, prose: Prose, source: str) -> None:
        for name in _KEPT:
            object.__setattr__(self, name, getattr(prose, name))
        ends = (prose.runs[0].start, *(run.end for run in prose.runs))
        shapes = _shared(tuple(_shape_of(run, source) for run in prose.runs))
        object.__setattr__(self, "_offsets", array(_OFFSETS, ends))
        object.__setattr__(self, "_shapes", shapes)
        object.__setattr__(self, "_source", source)

    def __reduce__(self) -> tuple[type[PackedProse], tuple[Prose, str]]:
        """How it is copied and pickled: from the prose that it packs."""
        return PackedProse, (self.unpacked(), self._source)

    def __eq__(self, other: object) -> bool:
        return self._whole() == (other._whole() if isinstance(other, PackedProse) else other)

    def __hash__(self) -> int:
        return hash(self._whole())

    @property
    def runs(self) -> tuple[Run, ...]:
        """Its runs, made anew each time."""
        return tuple(map(self._run, range(len(self._shapes))))

    @property
    def text(self) -> str:
        """What they read as."""
        stretches = pairwise(self._offsets)
        return "".join(
            self._source[start:end] if shape.text is None else shape.text
            for (start, end), shape in zip(stretches, self._shapes, strict=True)
        )

    @property
    def lines(self) -> str:
        """The text with a line feed where a forced break stands, as few proses have one."""
        has_break = any(shape.tag == BREAK for shape in self._shapes)
        return self._whole().lines if has_break else self.text

    @property
    def _places(self) -> tuple[int, ...]:
        return self._whole()._places  # noqa: SLF001 - its own class

    def place(self, offset: int) -> int:
        """Where in the reading an offset of the source stands."""
        return self._whole().place(offset)

    def moved(self, by: int) -> Prose:
        """The same words `by` code points further on in the source."""
        return self._whole().moved(by)

    def within(self, start: int, end: int) -> Prose:
        """The part from `start` to `end` of the reading."""
        return self._whole().within(start, end)

    def holders(self, start: int, end: int) -> tuple[Run, ...]:
        """The start tags of inline markup around just this part."""
        return self._whole().holders(start, end)

    def unpacked(self) -> Prose:
        """The prose it was made of."""
        return Prose(
            self.runs,
            self.escape,
            self.declared,
            self.element,
            self.holds_markup,
            self.join,
            self.frame,
            self.lay_out,
        )

    def _whole(self) -> Prose:
        if _latest.packed is not self or _latest.made is None:
            _latest.packed, _latest.made = self, self.unpacked()
        return _latest.made

    def _run(self, i: int) -> Run:
        start, end = self._offsets[i : i + 2]
        text, role, raw, pair, tag, is_joined = self._shapes[i]
        if text is None or raw is None:
            written = self._source[start:end]
            text, raw = (written if text is None else text), (written if raw is None else raw)
        return Run(start, end, text, role, raw, pair, tag, is_joined)


def _shape_of(run: Run, source: str) -> _Shape:
    written = source[run.start : run.end]
    text = None if run.text == written else run.text
    raw = None if run.raw == written else run.raw
    return _Shape(text, run.role, raw, run.pair, run.tag, run.is_joined)


@lru_cache(maxsize=1000)
def _shared(shapes: tuple[_Shape, ...]) -> tuple[_Shape, ...]:
    """One for all proses whose runs are alike, as most are."""
    return shapes
