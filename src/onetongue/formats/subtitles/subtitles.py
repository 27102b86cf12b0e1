r"""Subtitles, SubRip and WebVTT, as a format: what is said, in sentences that run over several cues.

Responsible for: which pieces of neighbouring cues are one sentence, and the regions made of them.
Not responsible for: the lines of the file (`cues`), what is inside a cue (`text`),
and where cues begin in a translation (`layout`).

Numbers, timings, settings, comments and blank lines are in no region, or in one run between the
words of two cues, a `point` with the tag `cue`, which a translation keeps in place.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.characters import NEWLINE
from onetongue.formats.builder import Builder
from onetongue.formats.encoding import Decoded, decode
from onetongue.formats.format import Format, Read, Settings
from onetongue.formats.subtitles.cues import Cue, find_cues, is_vtt
from onetongue.formats.subtitles.layout import lay_out
from onetongue.formats.subtitles.text import CuePart, CueToken, pieces
from onetongue.formats.wrapped import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.document import Markers, Region, Span
    from onetongue.formats.left_out import LeftOut

# A pause in the middle of a sentence is shorter; after a longer one a new thought begins (seconds).
LONGEST_PAUSE: Final = 3.0
# Two lines of 42 characters are the most a cue holds (Netflix, BBC guidelines): six cues are 500
# characters, more than a spoken sentence. Speech that was recognised by machine has no full stops.
MOST_CUES: Final = 6
_TAIL: Final = 20  # tokens at the end of a cue that say whether a sentence ends there
_LINES: Final = re.compile(rf"\s*(?:{NEWLINE.pattern})\s*")
_ARROW: Final = re.compile("-{2,}>")


@dataclass(frozen=True, slots=True)
class Escape:
    """Words as such a file writes them, with its line ends and never with a blank line."""

    newline: str
    is_vtt: bool

    def __call__(self, text: str) -> str:
        """Give what is written for `text`."""
        if self.is_vtt:
            text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        else:
            text = _ARROW.sub("->", text)  # a longer one would begin a cue
        return _LINES.sub(lambda _: self.newline, text)


class _SpokenPart(NamedTuple):
    """A piece and the cue it stands in."""

    piece: CuePart
    cue: Cue
    is_first: bool
    is_last: bool


class _Subtitles:
    """SubRip and WebVTT as a format."""

    markers: tuple[Markers, ...] = ("none", "bracket")

    def decode(self, data: bytes, name: str) -> Decoded:
        return decode(data, name)

    def read(self, text: str, protected: Sequence[Span], settings: Settings) -> Read:
        found, notes = find_cues(text)
        cues = deque(found)
        del found
        vtt = is_vtt(text)
        newline = NEWLINE.search(text)
        escape = Escape(newline[0] if newline else "\n", vtt)
        said = (one for cue in _taken(cues) for one in _said(text, cue, vtt=vtt))
        regions: list[Region] = []
        left: list[LeftOut] = []
        for group in _sentences(said):
            builder = _builder(text, group, escape)
            region = builder.region("paragraph", "subtitle", protected=protected)
            regions += [region] if region else []
            left += builder.left_out
        return Read(tuple(regions), notes, left_out=tuple(left))


FORMAT: Format = _Subtitles()


def _taken(cues: deque[Cue]) -> Iterator[Cue]:
    """Each cue once, and forgotten: all of them need more than the text."""
    while cues:
        yield cues.popleft()


def _said(text: str, cue: Cue, *, vtt: bool) -> Iterator[_SpokenPart]:
    found = pieces(text, cue.start, cue.end, vtt=vtt)
    for i, piece in enumerate(found):
        yield _SpokenPart(piece, cue, i == 0, i == len(found) - 1)


def _sentences(said: Iterator[_SpokenPart]) -> Iterator[list[_SpokenPart]]:
    """Pieces that belong together, because a sentence runs from one cue into the next."""
    group: list[_SpokenPart] = []
    for one in said:
        if group and (len(group) == MOST_CUES or not _goes_on(group[-1], one)):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _goes_on(above: _SpokenPart, below: _SpokenPart) -> bool:
    if not (above.is_last and below.is_first) or below.piece.is_new:
        return False
    if above.piece.is_alone or below.piece.is_alone or above.piece.voice != below.piece.voice:
        return False
    # Cues that begin together are shown in two places; those that overlap scroll.
    if above.cue.begins >= below.cue.begins:
        return False
    if below.cue.begins - above.cue.ceases > LONGEST_PAUSE:
        return False
    tail = "".join(token.text for token in above.piece.tokens[-_TAIL:])
    return not ends_sentence(tail, len(tail))


def _builder(text: str, group: Sequence[_SpokenPart], escape: Escape) -> Builder:
    builder = Builder(text, escape, lay_out=lay_out)
    for i, one in enumerate(group):
        tokens = one.piece.tokens
        if i:
            builder.point(builder.end, tokens[0].start, "cue", text="\n")
        for language, stretch in groupby(tokens, key=lambda token: token.language):
            start = builder.length
            _add(builder, list(stretch))
            if language:
                builder.declare(start, language)
    return builder


def _add(builder: Builder, tokens: Sequence[CueToken]) -> None:
    """Give the tokens to the builder, words and the spaces between them as one run."""
    for (role, _), stretch in groupby(tokens, key=_kind):
        run = list(stretch)
        start, end = run[0].start, run[-1].end
        if role in {"break", "character"}:
            builder.character(start, end, run[0].text)
        elif role == "open":
            builder.open(start, end, run[0].tag)
        elif role == "close":
            builder.close(start, end, run[0].tag)
        elif role in {"time", "point"}:
            builder.point(start, end, role if role == "time" else "")
        else:
            builder.text(start, end)


def _kind(token: CueToken) -> tuple[str, int]:
    """What is one run with its like: only words and spaces."""
    is_alone = token.role in {"break", "character", "open", "close", "time", "point"}
    return (token.role, token.start) if is_alone else ("text", -1)
