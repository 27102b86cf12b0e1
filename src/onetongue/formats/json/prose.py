"""What is read in a string of JSON, put together only when somebody asks.

Responsible for: the runs of a stretch of a string: text, and escapes as characters.
Not responsible for: which stretches (`values`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onetongue.formats.json.strings import decoded, escapes
from onetongue.prose import Prose, Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onetongue.prose import Pair


class LateProse(Prose):
    r"""The prose of `start` to `end` of `source`, which lie in a string, outside its escapes.

    The runs of every paragraph of a data set need many times its size; what is found needs few.

    >>> prose = LateProse(r'["d\u00e9j\u00e0 vu"]', 2, 19, str)
    >>> prose.text, prose.within(0, 4).runs[-1].raw
    ('déjà vu', '\\u00e0')
    """

    __slots__ = ("_end", "_made", "_source", "_start")

    _source: str
    _start: int
    _end: int
    _made: Prose | None

    def __init__(self, source: str, start: int, end: int, escape: Callable[[str], str]) -> None:
        own = {"_source": source, "_start": start, "_end": end, "_made": None, "escape": escape}
        for name, value in {**own, "declared": (), "element": None, "holds_markup": False}.items():
            object.__setattr__(self, name, value)

    @property
    def text(self) -> str:
        """What is read there."""
        return decoded(self._source[self._start : self._end])

    @property
    def runs(self) -> tuple[Run, ...]:
        """Text and escapes, in order."""
        return self._whole().runs

    def within(self, start: int, end: int) -> Prose:
        """The part from `start` to `end` of the reading."""
        return self._whole().within(start, end)

    def place(self, offset: int) -> int:
        """Where in the reading an offset of the source stands."""
        return self._whole().place(offset)

    def pairs(self) -> tuple[Pair, ...]:
        """None: a string holds no markup."""
        return ()

    def points(self) -> tuple[tuple[int, Run], ...]:
        """None, as of `pairs`."""
        return ()

    def objects(self) -> tuple[tuple[int, Run], ...]:
        """None, as of `pairs`."""
        return ()

    def holders(self, start: int, end: int) -> tuple[Run, ...]:
        """None, as of `pairs`."""
        return ()

    def moved(self, by: int) -> Prose:
        """The same words `by` code points further on in the source."""
        return self._whole().moved(by)

    def _whole(self) -> Prose:
        if self._made is None:
            runs = tuple(_runs(self._source, self._start, self._end))
            made = Prose(runs, self.escape, holds_markup=False)
            object.__setattr__(self, "_made", made)
            return made
        return self._made


def _runs(source: str, start: int, end: int) -> Iterator[Run]:
    done = start
    for low, high in escapes(source, start, end):
        if done < low:
            yield Run(done, low, source[done:low])
        raw = source[low:high]
        yield Run(low, high, decoded(raw), "character", raw)
        done = high
    if done < end:
        yield Run(done, end, source[done:end])
