"""Lines that say the same twice: Public notice / Avis public.

Responsible for: where a short region divides into an English side and a foreign one.
Not responsible for: whether two sides say the same (counterparts.py), or whether one is kept
(judge.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import product
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.detect.halves import Standing, may_be_foreign, read_half
from onetongue.detect.long_regions import part_of
from onetongue.detect.states import ENGLISH
from onetongue.document import Span, overlap_with

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onetongue.detect.exemptions import Lists
    from onetongue.detect.halves import Half
    from onetongue.detect.states import State
    from onetongue.detect.tables import Tables
    from onetongue.detect.weigh import WeighedRegion
    from onetongue.document import Region

# Longer regions are no lines; their sentences tell their language by themselves: code points.
LONGEST_LINE: Final = 1_200
# More parts than this are a list or a menu.
MOST_PARTS: Final = 12
# A side may have a third one between it and its counterpart: français / Deutsch / English.
REACH: Final = 2


class Separator(NamedTuple):
    """What may stand between two sides.

    `is_weak` marks what joins names, titles, paths and times too: there it must stand once, with
    sides around it that say the same.
    """

    pattern: re.Pattern[str]
    is_weak: bool


# In this order; the first that divides a line does: "and/or / et/ou" is divided once.
SEPARATORS: Final = (
    Separator(re.compile(r"\s+(?:/{1,2}|\|{1,2}|[•·])\s+"), is_weak=False),
    Separator(re.compile(r"\s+[–—-]\s+|[\t\n\r]\s*"), is_weak=True),
    Separator(re.compile(r"(?<=[^\W\d_])\s?[/|•·]\s?(?=[^\W\d_])"), is_weak=True),
)
# Where a side may begin or end, too: Subject: RE: …, Nom : Jean Dupont, ☐ Oui.
EDGE: Final = re.compile(r"(?P<colon>\s?:)(?=\s)|\s{2,}|\s[–—-]\s|[\t\n\r|•·☐□☑☒✓✔]")
AROUND: Final = " \t\r\n\u00a0\u202f,;/|•·–—-_*☐□☑☒✓✔"
BLANK_TO_FILL: Final = re.compile(r"\s*(?:\.{4,}|…{2,})$")
# A reference names both titles of a work: Roy, S. (1999), or 42(3).
REFERENCE: Final = re.compile(r"\w, (?:[^\W\d_]\.[ -]?)+.*?\b(?:1[5-9]|20)\d\d\b|\b\d+\(\d+\)")
PAIRED: Final = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"), ('"', '"'))


class Side(NamedTuple):
    """A region, or a part of a line: what it is there, and the state it is in."""

    region: Region
    standing: Standing = Standing.ALONE
    state: State = ENGLISH


class _Couple(NamedTuple):
    """Two sides in their order, and what the foreign one is."""

    first: Half
    second: Half
    standing: Standing

    @property
    def rank(self) -> tuple[Standing, bool, float]:
        """How surely they say the same, and how purely: RE: stays outside, for it speaks for nothing."""
        odds = max(half.odds[half.state] for half in (self.first, self.second))
        return self.standing, not (self.first.strange or self.second.strange), odds


def sides(weighed: WeighedRegion, table: Tables, lists: Lists) -> list[Side]:
    """The parts of a bilingual line in order, without its separators; none where it is no such line."""
    region = weighed.region
    if len(region.span) > LONGEST_LINE:
        return []
    written = region.span.of(weighed.text)
    if not any(s.pattern.search(written) for s in SEPARATORS) or REFERENCE.search(written):
        return []
    line = _Line(weighed, table, lists)
    found: list[Side] = []
    at = region.span.start
    for couple in line.couples():
        for half in (couple.first, couple.second):
            standing = Standing.ENGLISH if half.state == ENGLISH else couple.standing
            found += line.rest(at, half.region.span.start)
            found.append(Side(half.region, standing, half.state))
            at = half.region.span.end
    return [*found, *line.rest(at, region.span.end)] if found else []


class _Line:
    """A region that may divide, with what is known of its parts."""

    def __init__(self, weighed: WeighedRegion, table: Tables, lists: Lists) -> None:
        self._text, self._region, self._scored = weighed.text, weighed.region, weighed.scored
        self._table, self._lists = table, lists
        self._is_kept = overlap_with(self._region.protected)
        self._starts = [token.start for token in weighed.scored.tokens]
        self._halves: dict[tuple[int, int], Half | None] = {}

    def couples(self) -> list[_Couple]:
        """The couples of sides, in order, between the first separators to give any."""
        for separator in SEPARATORS:
            parts = list(self._parts(separator.pattern))
            if len(parts) > (2 if separator.is_weak else MOST_PARTS):
                continue
            found = list(self._along(parts, separator))
            if found:
                return found
        return []

    def rest(self, start: int, end: int) -> list[Side]:
        """What stands beside the sides and is more than signs."""
        parts = part_of(self._text, self._region, *self._without_signs(start, end))
        return [
            Side(one, Standing.ENGLISH)
            for one in parts
            if any(map(str.isalnum, one.span.of(self._text)))
        ]

    def _found(self, pattern: re.Pattern[str], start: int, end: int) -> Iterator[re.Match[str]]:
        """Where a pattern stands outside what must not be touched."""
        for match in pattern.finditer(self._text, start, end):
            if not self._is_kept(Span(*match.span())):
                yield match

    def _parts(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        start, end = self._region.span.start, self._region.span.end
        for match in self._found(pattern, start, end):
            yield start, match.start()
            start = match.end()
        yield start, end

    def _along(self, parts: Sequence[tuple[int, int]], separator: Separator) -> Iterator[_Couple]:
        done = self._region.span.start
        for i, (start, end) in enumerate(parts):
            for second in parts[i + 1 : i + 1 + REACH]:
                couple = self._best((max(start, done), end), second, separator)
                if couple:
                    yield couple
                    done = couple.second.region.span.end
                    break

    def _best(
        self, first: tuple[int, int], second: tuple[int, int], separator: Separator
    ) -> _Couple | None:
        """The couple of the highest rank; of equals, the longest."""
        firsts = [first] if separator.is_weak else [first, self._last_edge(*first)]
        seconds = [second] if separator.is_weak else [second, self._first_edge(*second)]
        pairs = product(self._trimmed(firsts), self._trimmed(seconds))
        couples = [couple for pair in pairs if (couple := self._couple(*pair))]
        couples = [c for c in couples if c.standing is Standing.SAME or not separator.is_weak]
        return max(couples, key=attrgetter("rank"), default=None)

    def _couple(self, first: tuple[int, int], second: tuple[int, int]) -> _Couple | None:
        """Two stretches, if one of them is foreign, the other English, and that is no chance."""
        if self._is_foreign(first) is self._is_foreign(second):
            return None
        one, two = self._half(first), self._half(second)
        if one is None or two is None:
            return None
        from onetongue.detect.counterparts import standing_of  # noqa: PLC0415 - few texts need it

        standing = standing_of(one, two, self._table.languages)
        return None if standing is Standing.ALONE else _Couple(one, two, standing)

    def _last_edge(self, start: int, end: int) -> tuple[int, int]:
        """From behind the last edge in a part."""
        return max([start, *(match.end() for match in self._found(EDGE, start, end))]), end

    def _first_edge(self, start: int, end: int) -> tuple[int, int]:
        """Up to the first edge in a part, with the colon that stands there."""
        for match in self._found(EDGE, start, end):
            if self._text[start : match.start()].strip():
                return start, match.end() if match["colon"] else match.start()
        return start, end

    def _is_foreign(self, stretch: tuple[int, int]) -> bool:
        """Whether a stretch reads foreign by itself; few are looked at closely."""
        first, last = (bisect_left(self._starts, place) for place in stretch)
        if not may_be_foreign(self._scored, first, last):
            return False
        half = self._half(stretch)
        return half is not None and half.state != ENGLISH

    def _half(self, stretch: tuple[int, int]) -> Half | None:
        """How a stretch reads by itself."""
        if stretch not in self._halves:
            regions = part_of(self._text, self._region, *stretch)
            read = [read_half(self._text, r, self._table, self._lists) for r in regions]
            self._halves[stretch] = read[0] if read else None
        return self._halves[stretch]

    def _trimmed(self, stretches: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        """Stretches without the signs around their words and without half of a pair, each once."""
        return tuple(dict.fromkeys(self._without_signs(*stretch) for stretch in stretches))

    def _without_signs(self, start: int, end: int) -> tuple[int, int]:
        kept = [span for span in self._region.protected if start <= span.start and span.end <= end]
        low, high = (kept[0].start, kept[-1].end) if kept else (end, start)
        while start < low and self._is_sign(start, start + 1, end):
            start += 1
        while end > max(high, start) and self._is_sign(end - 1, start, end - 1):
            end -= 1
        blank = BLANK_TO_FILL.search(self._text, max(high, start), end)
        return start, blank.start() if blank else end

    def _is_sign(self, place: int, start: int, end: int) -> bool:
        """Whether a character is no part of the stretch it is at the edge of, whose rest is given."""
        mark, rest = self._text[place], self._text[start:end]
        return mark in AROUND or any(
            (mark == opening and closing not in rest) or (mark == closing and opening not in rest)
            for opening, closing in PAIRED
        )
