r"""Where the next cue of a subtitle begins in a translation, and the lines of each cue.

Responsible for: giving every cue about the share of the words that it had, cutting where one would
pause; breaking lines anew.
Not responsible for: subtitle files (`subtitles`), keeping markup within one cue (`formats.parts`), or
writing anything (`markup.composition`).

A cue begins at a `point` with the tag `cue`; one with the tag `time` says when the word after it is
spoken. They must stay in order, and no cue may be left without a word, so they are placed by what
part of the text stands before them: that is also the part of the time that has passed.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onetongue.formats.parts import Parts, words_in
from onetongue.prose import Laid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.prose import Prose, Stretch

# How many characters farther from its share a cue may end for a full stop, for a comma; and what
# ending after a short word without one is worth to avoid ("the", "of"). A line has about 40.
_SENTENCE, _CLAUSE, _SHORT_WORD = 16, 10, 8
_SHORT: Final = 3
_REACH: Final = 24  # characters: no better place is looked for farther away
# A line of 37 characters fits every screen (BBC subtitle guidelines); none is broken that is shorter.
_LINE: Final = 37
_NO_WORD: Final = "..."  # what a cue shows for which the translation has no word left


def lay_out(prose: Prose, text: str, places: Sequence[Stretch | None]) -> Laid:
    """Give what must stay in order its place in `text`, and other markup one inside one cue.

    Args:
        prose: The source.
        text: Its translation.
        places: As `markup.compose` has them; a place for a cue is taken if it is near its share.
    """
    points = prose.points()
    settled = frozenset(run for _, run in points if run.tag in {"cue", "time"})
    if not settled:
        return Laid(text, places)
    cues = [i for i, (_, run) in enumerate(points) if run.tag == "cue"]
    words = words_in(text)
    missing = max(0, len(cues) + 1 - len(words))
    for _ in range(missing):
        text += f" {_NO_WORD}"
        words.append((len(text) - len(_NO_WORD), len(text)))
    told = places[len(places) - len(points) :]
    wanted = [_wanted(points[i][0] / len(prose.text), told[i], len(text)) for i in cues]
    starts = [0, *_starts(text, words, wanted), len(words)]
    parts = Parts(
        [0, *(points[i][0] for i in cues), len(prose.text)],
        [(words[a][0], words[b - 1][1]) for a, b in pairwise(starts)],
        words,
    )
    placed = parts.places(prose, places, "time")
    for i, (_, end) in zip(cues, parts.made, strict=False):
        placed[len(places) - len(points) + i] = end, end
    moved = tuple(points[i][1].raw for i in cues[len(cues) - missing :])
    text = _with_lines(text, prose.text, parts.made) if cues else text
    return Laid(text, placed, settled, moved)


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
