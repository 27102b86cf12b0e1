r"""Where the next cue of a subtitle begins in a translation, and the lines of each cue.

Responsible for: giving every cue about the share of the words that it had, cutting where one would
pause; keeping markup within one cue; breaking lines anew.
Not responsible for: subtitle files (`formats.subtitles`), or writing anything (`markup.compose`).

A cue begins at a `point` with the tag `cue`; one with the tag `time` says when the word after it is
spoken; `range` is one end of a bookmark that overlaps other markup. They must stay in order, and no
cue may be left without a word, so they are placed by what part of the text stands before them: that
is also the part of the time that has passed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.prose import Pair, Prose, Stretch

_WORD: Final = re.compile(r"\S+")
IN_ORDER: Final = frozenset({"cue", "time", "range"})
# How many characters farther from its share a cue may end for a full stop, for a comma; and what
# ending after a short word without one is worth to avoid ("the", "of"). A line has about 40.
_SENTENCE, _CLAUSE, _SHORT_WORD = 16, 10, 8
_SHORT: Final = 3
_REACH: Final = 24  # characters: no better place is looked for farther away
# A line of 37 characters fits every screen (BBC subtitle guidelines); none is broken that is shorter.
_LINE: Final = 37
_NO_WORD: Final = "..."  # what a cue shows for which the translation has no word left


class Laid(NamedTuple):
    """A text with its line breaks, a place for each stretch, and what could not be kept apart.

    Every character is where it was; there may be new ones at the end.
    """

    text: str
    places: Sequence[Stretch | None]
    moved: tuple[str, ...] = ()


def lay_out(prose: Prose, text: str, places: Sequence[Stretch | None]) -> Laid:
    """Give what must stay in order its place in `text`, and other markup one inside one cue.

    Args:
        prose: The source.
        text: Its translation.
        places: As `markup.compose` has them; a place for a cue is taken if it is near its share.
    """
    pairs, points = prose.pairs(), prose.points()
    if not any(run.tag in IN_ORDER for _, run in points):
        return Laid(text, places)
    told = places[len(pairs) :]
    cues = [i for i, (_, run) in enumerate(points) if run.tag == "cue"]
    words = [found.span() for found in _WORD.finditer(text)]
    missing = max(0, len(cues) + 1 - len(words))
    for _ in range(missing):
        text += f" {_NO_WORD}"
        words.append((len(text) - len(_NO_WORD), len(text)))
    shares = [points[i][0] / len(prose.text) for i in cues]
    wanted = [_wanted(share, told[i], len(text)) for share, i in zip(shares, cues, strict=True)]
    starts = [0, *_starts(text, words, wanted), len(words)]
    parts = _Parts(
        [0, *(points[i][0] for i in cues), len(prose.text)],
        [(words[a][0], words[b - 1][1]) for a, b in pairwise(starts)],
    )
    placed = [parts.of_pair(pair, place) for pair, place in zip(pairs, places, strict=False)]
    placed += [
        parts.of_point(at, run.tag, place, words)
        for (at, run), place in zip(points, told, strict=True)
    ]
    moved = tuple(points[i][1].raw for i in cues[len(cues) - missing :])
    return Laid(_with_lines(text, prose.text, parts.made) if cues else text, placed, moved)


def _wanted(share: float, place: Stretch | None, length: int) -> float:
    """Where a cue should begin: where it was told to if that is near, else by its share."""
    by_share = share * length
    return place[0] if place and abs(place[0] - by_share) <= _REACH else by_share


def _starts(text: str, words: Sequence[Stretch], wanted: Sequence[float]) -> list[int]:
    """The word that each cue but the first begins with, in order, at least one word in each."""
    firsts = [word[0] for word in words]
    starts: list[int] = []
    for i, at in enumerate(wanted):
        low = starts[-1] + 1 if starts else 1
        high = len(words) - len(wanted) + i
        near = bisect_left(firsts, at)
        first = min(max(bisect_left(firsts, at - _REACH), low), high)
        last = max(min(bisect_left(firsts, at + _REACH), high), first)
        costs = [
            (abs(firsts[j] - at) + _cost(text, words[j - 1]), abs(j - near), j)
            for j in range(first, last + 1)
        ]
        starts.append(min(costs)[2])
    return starts


def _cost(text: str, before: Stretch) -> int:
    """What it costs, in characters, to pause after a word."""
    word = text[before[0] : before[1]]
    bare = word.rstrip("\"'”’»)]")
    if bare.endswith((".", "!", "?", "…", ":", ";")):
        return -_SENTENCE
    if bare.endswith((",", "–", "—")):
        return -_CLAUSE
    return _SHORT_WORD if len(word) <= _SHORT and word.islower() else 0


class _Parts(NamedTuple):
    """The cues: `edges` of each in the source's reading, and the stretch `made` of each."""

    edges: Sequence[int]
    made: Sequence[Stretch]

    def of(self, at: int) -> int:
        """Which cue an offset of the reading lies in."""
        return min(max(bisect_right(self.edges, at) - 1, 0), len(self.made) - 1)

    def of_pair(self, pair: Pair, place: Stretch | None) -> Stretch | None:
        """The longest part of a pair's place that is in one cue; without one its own cue."""
        own = self.made[self.of(pair.start)]
        if not (pair.open and pair.close):
            cut = self._common(place, own) if place else None
            return cut if cut and cut[0] <= cut[1] else None
        if place is None:
            return own
        parts = [own, *self.made]
        best = max((self._common(place, made) for made in parts), key=lambda c: c[1] - c[0])
        return best if best[0] < best[1] else own

    def of_point(
        self, at: int, tag: str, place: Stretch | None, words: Sequence[Stretch]
    ) -> Stretch:
        """The end of a cue for what ends it, a word in it for a time, else the place it has."""
        i = self.of(at)
        if tag == "cue":
            end = self.made[i - 1][1]
            return end, end
        if tag not in IN_ORDER:  # a position on the screen is that of its cue
            stay = (
                min(max(place[1], self.made[i][0]), self.made[i][1]) if place else self.made[i][1]
            )
            return stay, stay
        (low, high), (start, end) = self.edges[i : i + 2], self.made[i]
        wanted = start + (at - low) / max(high - low, 1) * (end - start)
        first = bisect_left(words, (start, 0))
        last = bisect_left(words, (end, 0)) - 1
        near = min(max(bisect_left(words, (int(wanted), 0)), first), last)
        return words[near][0], words[near][0]

    @staticmethod
    def _common(one: Stretch, other: Stretch) -> Stretch:
        return max(one[0], other[0]), min(one[1], other[1])


def _with_lines(text: str, source: str, cues: Sequence[Stretch]) -> str:
    """The text with line breaks where a cue is longer than a line, and only there."""
    width = max(_LINE, *map(len, source.split("\n")))
    chars = list(text.replace("\n", " "))
    for start, end in cues:
        lines = -(-(end - start) // width)
        spaces = [i for i in range(start, end) if chars[i] == " "]
        for line in range(1, lines if spaces else 1):
            wanted = start + (end - start) * line / lines
            chars[min(spaces, key=lambda i: abs(i - wanted))] = "\n"
    return "".join(chars)
