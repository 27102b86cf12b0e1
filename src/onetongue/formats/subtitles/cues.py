r"""Where the cues of a subtitle file are: SubRip and WebVTT, line by line.

Responsible for: which lines are the text of a cue and when it is shown; numbers, timings, settings,
comments, style sheets and headers are in none; and a note for every line that fits nowhere.
Not responsible for: what is inside the text of a cue (`text`).

A timing line is what makes a cue, with or without a blank line before it: it cannot be mistaken, so
a missing blank line is noted and the cue is read all the same.

Source: `WebVTT <https://www.w3.org/TR/webvtt1/>`_; SubRip has no specification.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.document import NotRead

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NEWLINE: Final = re.compile(r"\r{0,2}\n|\r")  # \r\r\n is a line end that was converted twice
_CLOCK: Final = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?"
_TIMING: Final = re.compile(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}(?=[ \t]|$)")
_NUMBER: Final = re.compile(r"\ufeff?[ \t]*(\d{1,9})[ \t]*")
_HEADER: Final = re.compile(r"\ufeff?WEBVTT(?=[ \t\r\n]|\Z)")
_COMMENT: Final = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|\Z)")
_LONGEST_TIMING: Final = 80  # with every digit it may have; what follows is settings
# A file that is no subtitles at all would be told line by line; these many say enough.
_MOST_NOTES: Final = 10


class Cue(NamedTuple):
    """The text of one cue, `start` to `end` of the source, shown from `begins` to `ceases` (s)."""

    start: int
    end: int
    begins: float
    ceases: float


class _CueLine(NamedTuple):
    """A line without its line end; `number` counts from 1."""

    number: int
    start: int
    end: int


class _Timing(NamedTuple):
    """A timing line, by its place among the lines of its block."""

    at: int
    begins: float
    ceases: float


def is_vtt(text: str) -> bool:
    r"""Whether a text says that it is WebVTT; any other is SubRip.

    >>> is_vtt("WEBVTT - Titre\n"), is_vtt("1\n00:00:01,000 --> 00:00:02,000\n")
    (True, False)
    """
    return _HEADER.match(text) is not None


def find_cues(text: str) -> tuple[tuple[Cue, ...], tuple[NotRead | str, ...]]:
    r"""The cues that have text, in order, and notes on what is left as it is.

    >>> find_cues("1\n00:00:01,000 --> 00:00:02,500\nOui.\n")[0]
    (Cue(start=32, end=36, begins=1.0, ceases=2.5),)
    """
    found: list[Cue] = []
    notes = _Notes()
    vtt = is_vtt(text)
    for index, block in enumerate(_blocks(text, vtt=vtt)):
        timings = _timings(text, block)
        is_header = vtt and index == 0
        if not timings:
            if not is_header and not (vtt and _is_comment(text, block[0])):
                notes.leave(block[0], "belongs to no cue")
            continue
        before = block[: timings[0].at]
        if len(before) > 1 and not is_header:
            notes.leave(before[0], "stands before the timing of a cue")
        if before and not vtt:
            notes.count(text, before[-1])
        found += _cues(text, block, timings, notes, vtt=vtt)
    return tuple(found), notes.all()


def _blocks(text: str, *, vtt: bool) -> Iterator[Sequence[_CueLine]]:
    """Lines without a blank one between them; in WebVTT a line of spaces is not blank."""
    block: list[_CueLine] = []
    for line in _lines(text):
        is_blank = line.start == line.end or (not vtt and text[line.start : line.end].isspace())
        if not is_blank:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _lines(text: str) -> Iterator[_CueLine]:
    start, number = 0, 1
    for number, found in enumerate(_NEWLINE.finditer(text), 1):
        yield _CueLine(number, start, found.start())
        start = found.end()
    if start < len(text):
        yield _CueLine(number + (start > 0), start, len(text))


def _is_comment(text: str, line: _CueLine) -> bool:
    return _COMMENT.match(text[line.start : min(line.end, line.start + 8)]) is not None


def _timings(text: str, block: Sequence[_CueLine]) -> list[_Timing]:
    timings = []
    for at, line in enumerate(block):
        clock = _TIMING.match(text[line.start : min(line.end, line.start + _LONGEST_TIMING)])
        if clock:
            parts = clock.groups()
            timings.append(_Timing(at, _seconds(parts[:4]), _seconds(parts[4:])))
    return timings


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, fraction = parts
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds or 0)
    return whole + int((fraction or "").ljust(3, "0")) / 1000


def _cues(
    text: str, block: Sequence[_CueLine], timings: Sequence[_Timing], notes: _Notes, *, vtt: bool
) -> Iterator[Cue]:
    """The cues of one block; more than one where the blank line between them is missing."""
    for timing, following in pairwise([*timings, None]):
        assert timing is not None  # noqa: S101 - only the last is
        end = len(block)
        if following is not None:
            end = following.at
            if end - 1 > timing.at and _NUMBER.fullmatch(text, *block[end - 1][1:]):
                end -= 1
            notes.mention(block[end], "begins a cue without a blank line before it")
            if not vtt and end < following.at:
                notes.count(text, block[end])
        if end > timing.at + 1:
            start = block[timing.at + 1].start
            yield Cue(start, block[end - 1].end, timing.begins, timing.ceases)


class _Notes:
    """What is said of a file, in the order of its lines, and not without end."""

    def __init__(self) -> None:
        self._told: list[NotRead | str] = []
        self._more = 0
        self._left: list[int] = []  # of these, the lines that are not read
        self._last = -1
        self._disorder: list[int] = []

    def leave(self, line: _CueLine, why: str) -> None:
        """Say that a line, and those below it up to a blank one or a timing, are not read."""
        if len(self._told) < _MOST_NOTES:
            note = f"line {line.number}: {why}; left as it is"
            self._told.append(NotRead(line.number, "the line", f"it {why}", note))
        else:
            self._more += 1
            self._left.append(line.number)

    def mention(self, line: _CueLine, what: str) -> None:
        """Say that something odd is as it is; the cue is read."""
        if len(self._told) < _MOST_NOTES:
            self._told.append(f"line {line.number}: {what}; left as it is")
        else:
            self._more += 1

    def count(self, text: str, line: _CueLine) -> None:
        """See whether the number of a cue comes after the one before."""
        found = _NUMBER.fullmatch(text, line.start, line.end)
        if found:
            number = int(found[1])
            if number <= self._last:
                self._disorder.append(line.number)
            self._last = number

    def all(self) -> tuple[NotRead | str, ...]:
        """Every note."""
        more: list[NotRead | str] = []
        if self._more:
            more = [f"{self._more} more lines fit no cue; left as they are"]
        if self._left:
            what = f"{len(self._left)} more lines, of which this is the first"
            more = [NotRead(self._left[0], what, "they fit no cue", str(more[0]))]
        disorder = []
        if self._disorder:
            many = f", and {len(self._disorder) - 1} more" if len(self._disorder) > 1 else ""
            disorder = [
                f"line {self._disorder[0]}: the number of this cue{many} does not count on from "
                "the one before; left as it is"
            ]
        return (*self._told, *more, *disorder)
