"""Words that a line break cuts, where markup stands around them: read as one, with the break behind.

Responsible for: the runs of such a reading.
Not responsible for: plain text (plain.py), or what is a cut (`language.cut_words`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.characters import NEWLINE
from onetongue.language.cut_words import SIGNS, between
from onetongue.prose import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.prose import Declared

_CUT: Final = re.compile(rf"[{SIGNS}][^\S\r\n]*(?:{NEWLINE.pattern})[^\S\r\n]*(?=[^\W\d_])")
_WHITE: Final = re.compile(r"\s")
_REACH: Final = 64  # code points around a cut that can be part of the word


class _Change(NamedTuple):
    """A stretch of the reading, and what is read there instead."""

    start: int
    end: int
    reads: str


def holds_cut(text: str) -> bool:
    """Whether a hyphen stands at the end of a line, which may cut a word."""
    return _CUT.search(text) is not None


def with_whole_words(
    runs: tuple[Run, ...], declared: tuple[Declared, ...], source: str
) -> tuple[tuple[Run, ...], tuple[Declared, ...]]:
    r"""The runs with the words in one piece that a line break cuts, and where the languages are then.

    The line break goes to the next space, so that the lines stay about as long as they were. No
    markup may stand in a cut.

    >>> text = "le muni-\ncipal est"
    >>> runs, _ = with_whole_words((Run(0, 18, text),), (), text)
    >>> "".join(run.text for run in runs)
    'le municipal\nest'
    """
    text = "".join(run.text for run in runs)
    if not holds_cut(text):
        return runs, declared
    changes = [change for low, high in _stretches(runs) for change in _changes(text, low, high)]
    ends = [change.end for change in changes]
    shorter = [0, *accumulate(c.end - c.start - len(c.reads) for c in changes)]

    def moved(offset: int) -> int:
        return offset - shorter[bisect_right(ends, offset)]

    languages = tuple((moved(start), moved(end), tag) for start, end, tag in declared)
    return tuple(_changed(runs, changes, source)), languages


def _stretches(runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    """The parts of the reading without markup."""
    low = high = 0
    for run in runs:
        if not _may_change(run):
            yield low, high
            low = high + len(run.text)
        high += len(run.text)
    yield low, high


def _changes(text: str, low: int, high: int) -> Iterator[_Change]:
    """What is read otherwise in a part of the reading, in order."""
    for found in _CUT.finditer(text, low, high):
        start, end = found.span()
        reads = between(text[max(0, start - _REACH) : start + 1], text[end : end + _REACH])
        if reads is None:
            continue
        yield _Change(start, end, reads)
        space = _WHITE.search(text, end, high)
        if space and space[0] == " " and not text[space.end() : space.end() + 1].isspace():
            yield _Change(*space.span(), "\n")


def _changed(runs: Sequence[Run], changes: Sequence[_Change], source: str) -> Iterator[Run]:
    """The runs, cut at the changes; one character for each of these."""
    waiting = list(reversed(changes))
    begun = 0  # where in the source the change begins that is waiting first
    low = 0
    for run in runs:
        high = low + len(run.text)
        done = low
        while waiting and waiting[-1].start < high and _may_change(run):
            change = waiting[-1]
            if change.start >= low:
                if change.start > done:
                    yield _part(run, low, done, change.start)
                begun = _source(run, low, change.start)
            done = min(change.end, high)
            if change.end > high:
                break
            end = _source(run, low, change.end)
            yield Run(begun, end, change.reads, "character", source[begun:end])
            waiting.pop()
        if done < high or low == high:
            yield _part(run, low, done, high)
        low = high


def _may_change(run: Run) -> bool:
    """Whether it is words, and a change cannot end within it where it is no text."""
    return run.role == "text" or (run.role == "character" and len(run.text) == 1)


def _source(run: Run, low: int, offset: int) -> int:
    """Where an offset of the reading stands in the source, in a run that begins at `low`."""
    if run.role == "text":
        return run.start + offset - low
    return run.end if offset > low else run.start


def _part(run: Run, low: int, start: int, end: int) -> Run:
    if run.role != "text":
        return run
    text = run.text[start - low : end - low]
    return run._replace(start=_source(run, low, start), end=_source(run, low, end), text=text)
