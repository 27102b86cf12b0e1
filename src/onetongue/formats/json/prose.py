"""What is read in a string of JSON, put together only when somebody asks.

Responsible for: the runs of a stretch of a string: text, and escapes as characters.
Not responsible for: which stretches (`values`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onetongue.formats.cut_runs import holds_cut, with_whole_words
from onetongue.formats.json.strings import decoded, escapes
from onetongue.prose import LateProse, Prose, Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class LateString(LateProse):
    r"""The prose of `start` to `end` of `source`, which lie in a string, outside its escapes.

    >>> late = LateString(r'["d\u00e9j\u00e0 vu"]', 2, 19, str)
    >>> late.text, late.within(0, 4).runs[-1].raw
    ('déjà vu', '\\u00e0')
    """

    __slots__ = ("_end", "_escape", "_source", "_start")

    def __init__(self, source: str, start: int, end: int, escape: Callable[[str], str]) -> None:
        super().__init__()
        self._source, self._start, self._end = source, start, end
        self._escape = escape

    @property
    def text(self) -> str:
        """What is read there."""
        text = decoded(self._source[self._start : self._end])
        return self._whole().text if holds_cut(text) else text

    def _make(self) -> Prose:
        runs = tuple(runs_of(self._source, self._start, self._end))
        runs, _ = with_whole_words(runs, (), self._source)
        return Prose(runs, self._escape, holds_markup=False)


def runs_of(source: str, start: int, end: int) -> Iterator[Run]:
    """The runs of `start` to `end`, which lie in a string, outside its escapes."""
    done = start
    for low, high in escapes(source, start, end):
        if done < low:
            yield Run(done, low, source[done:low])
        raw = source[low:high]
        yield Run(low, high, decoded(raw), "character", raw)
        done = high
    if done < end:
        yield Run(done, end, source[done:end])
