"""Regions of a format with markup, put together run by run.

Responsible for: collecting the runs of one block, trimming them, pairing markup, and giving the
region the protected stretches that lie in it.
Not responsible for: any format's grammar; the formats say which stretch is what.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from onetongue.document import Region, Span
from onetongue.formats.blocks import trim
from onetongue.formats.cut_runs import with_whole_words
from onetongue.formats.left_out import LeftOut, left_out
from onetongue.formats.packed import PackedProse
from onetongue.formats.prose_or_code import is_prose
from onetongue.intervals import outer_first
from onetongue.prose import BREAK, Element, Prose, Role, Run, as_is, as_told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onetongue.document import RegionKind
    from onetongue.prose import Frame, Joined, Laid, Piece, Stretch

# Code that can be read as such: the translator and the detector know it between backquotes.
_PLAIN_CODE = re.compile(r"[^`\n]+")
_NAME = re.compile(r"\{x[0-9]+\}")


class Builder:
    """The runs of one block of `source`, in order; each call adds the stretch `start` to `end`.

    Runs must touch. A stretch that is no words and no markup that a translation needs to keep is a
    `point`. `escape` makes of words what the format writes for them; `holds_markup` is False where
    no element may stand, as in an attribute; `join`, `frame` and `lay_out` as `Prose` has them.
    With `keeps_halves` markup whose other half is not in the block stays markup.
    """

    def __init__(
        self,
        source: str,
        escape: Callable[[str], str] = as_is,
        *,
        holds_markup: bool = True,
        join: Callable[[Prose, Sequence[Piece]], Joined] | None = None,
        frame: Frame | None = None,
        lay_out: Callable[[Prose, str, Sequence[Stretch | None]], Laid] = as_told,
        keeps_halves: bool = False,
    ) -> None:
        self._source = source
        self._join = join
        self._frame = frame
        self._lay_out = lay_out
        self._escape = escape
        self._holds_markup = holds_markup
        self._keeps_halves = keeps_halves
        self._runs: list[Run] = []
        self._open: list[tuple[str, int]] = []  # tag and pair
        self._pairs = self._objects = 0
        self._declared: list[tuple[int, int, str]] = []
        self._length = 0
        self._last = ""  # what is read so far ends in it
        self.left_out: tuple[LeftOut, ...] = ()  # what `region` would not make a region of

    @property
    def length(self) -> int:
        """How many code points the block reads as so far."""
        return self._length

    @property
    def start(self) -> int:
        """Where in the source the first run begins; 0 before the first."""
        return self._runs[0].start if self._runs else 0

    @property
    def end(self) -> int:
        """Where in the source the last run ends; 0 before the first."""
        return self._runs[-1].end if self._runs else 0

    def text(self, start: int, end: int, tag: str = "") -> None:
        """Words that stand in the source as they read."""
        if start < end:
            self._add(start, end, self._source[start:end], raw="", tag=tag)

    def character(self, start: int, end: int, text: str, tag: str = "") -> None:
        """An escape, an entity, a line break with what belongs to it, that reads as `text`."""
        self._add(start, end, text, "character", tag=tag)

    def open(
        self,
        start: int,
        end: int,
        tag: str,
        *,
        text: str = "",
        raw: str | None = None,
        is_joined: bool = False,
    ) -> None:
        """The beginning of inline markup; `text` is what is read there, `raw` what is written."""
        self._pairs += 1
        self._open.append((tag, self._pairs))
        self._add(start, end, text, "open", raw, pair=self._pairs, tag=tag, is_joined=is_joined)

    def close(
        self,
        start: int,
        end: int,
        tag: str,
        *,
        text: str = "",
        raw: str | None = None,
        is_joined: bool = False,
    ) -> bool:
        """The end of the innermost markup with this tag; False, and a `point`, if none is open."""
        innermost = (i for i in reversed(range(len(self._open))) if self._open[i][0] == tag)
        at = next(innermost, None)
        if at is not None:
            pair = self._open[at][1]
            del self._open[at:]  # what was left open inside becomes points, see `_paired`
        else:
            self._pairs += self._keeps_halves
            pair = self._pairs * self._keeps_halves
        role: Role = "close" if pair else "point"
        self._add(start, end, text, role, raw, pair=pair, tag=tag, is_joined=is_joined)
        return at is not None

    def point(
        self, start: int, end: int, tag: str = "", *, text: str = "", raw: str | None = None
    ) -> None:
        """Markup of no extent, such as an image, a comment or the mark of a note.

        With a white `text` it stands for the white space at its place.
        """
        self._add(start, end, text, "point", raw, tag=tag)

    def line_break(self, start: int, end: int, raw: str | None = None) -> None:
        """A forced line break, which reads as a space unless white space is read before it."""
        self.point(start, end, BREAK, text="" if self._last.isspace() else " ", raw=raw)

    def object(
        self, start: int, end: int, text: str = "", tag: str = "", *, raw: str | None = None
    ) -> None:
        """What must come through as it is, read as `text` if that is a literal (code, a URL).

        Code is read as `` `code` ``; without a `text` it is a placeholder that is nowhere else in
        the source.
        """
        is_code = tag == "code"
        if not text or (is_code and not _PLAIN_CODE.fullmatch(text)):
            text = self._placeholder()
        elif is_code:
            text = f"`{text}`"
        self._add(start, end, text, "object", raw, tag=tag)

    def declare(self, start: int, language: str) -> None:
        """Say that what was read from `start` (of the reading) on is in this language."""
        if start < self._length:
            self._declared.append((start, self._length, language))

    def region(
        self,
        kind: RegionKind,
        rule: str,
        *,
        protected: Sequence[Span] = (),
        element: Element | None = None,
    ) -> Region | None:
        """The region, without white space at its edges; None if nobody would read it as prose.

        `protected` are stretches of the source, in order.
        """
        if not self._runs or not self._length:
            return None
        runs, declared = with_whole_words(self._paired(), self._languages(), self._source)
        whole = Prose(
            runs,
            self._escape,
            declared,
            element,
            self._holds_markup,
            self._join,
            self._frame,
            self._lay_out,
        )
        start, end = trim(whole.text, 0, len(whole.text))
        if start == end:
            return None
        prose = whole.within(start, end)
        span = Span(prose.runs[0].start, prose.runs[-1].end)
        low = bisect_right(protected, span.start, key=lambda p: p.end)
        high = bisect_left(protected, span.end, lo=low, key=lambda p: p.start)
        kept = tuple(
            Span(max(p.start, span.start), min(p.end, span.end)) for p in protected[low:high]
        )
        if not is_prose(_visible(prose, kept)):  # which has letters
            self.left_out = () if kept else left_out(span, prose.text)
            return None
        return Region(span, kind, rule, kept, PackedProse(prose, self._source))

    def _add(
        self,
        start: int,
        end: int,
        text: str,
        role: Role = "text",
        raw: str | None = None,
        *,
        pair: int = 0,
        tag: str = "",
        is_joined: bool = False,
    ) -> None:
        """Add a run, which is written as the source has it unless `raw` says otherwise."""
        raw = self._source[start:end] if raw is None else raw
        self._runs.append(Run(start, end, text, role, raw, pair, tag, is_joined))
        self._length += len(text)
        self._last = text[-1:] or self._last

    def _placeholder(self) -> str:
        while True:
            self._objects += 1
            name = f"{{x{self._objects}}}"
            if name not in _names(self._source):
                return name

    def _paired(self) -> tuple[Run, ...]:
        """The runs, with points for what was opened and not closed."""
        if self._keeps_halves:
            return tuple(self._runs)
        closed = {run.pair for run in self._runs if run.role == "close"}
        return tuple(
            run._replace(role="point", pair=0)
            if run.role == "open" and run.pair not in closed
            else run
            for run in self._runs
        )

    def _languages(self) -> tuple[tuple[int, int, str], ...]:
        return tuple(sorted(self._declared, key=outer_first))


@lru_cache(maxsize=4)
def _names(source: str) -> frozenset[str]:
    """What in a document looks like a placeholder; found once, however many objects it has."""
    return frozenset(_NAME.findall(source))


def _visible(prose: Prose, protected: Sequence[Span]) -> str:
    """What of the words may be touched: no marker of an earlier run, no code."""
    hidden = [(prose.place(span.start), prose.place(span.end)) for span in protected]
    hidden += [(at, at + len(run.text)) for at, run in prose.objects()]
    parts, done = [], 0
    for start, end in sorted(hidden):
        parts.append(prose.text[done:start])
        done = max(done, end)
    return " ".join([*parts, prose.text[done:]])
