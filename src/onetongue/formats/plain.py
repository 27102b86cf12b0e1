"""Plain text to a document: which stretches are prose, and what kind each block is.

Responsible for: putting blocks and kinds together into regions; what must not be touched is no
region; what is read in a quotation of several lines, and how it is written.
Not responsible for: bytes (encoding.py), or which language anything is in.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from onetongue.characters import NEWLINE
from onetongue.document import Region, Span, require_disjoint
from onetongue.formats.blocks import Block, line_break, split_blocks
from onetongue.formats.encoding import Decoded, decode
from onetongue.formats.format import Format, Read, Settings
from onetongue.formats.html_source import notes
from onetongue.formats.kinds import judge, look
from onetongue.formats.left_out import LeftOut, left_out
from onetongue.formats.prose_or_code import LOOK, is_prose
from onetongue.formats.set_apart import SET_APART
from onetongue.prose import Prose, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.document import Markers


class _Plain:
    """Plain text as a format."""

    markers: tuple[Markers, ...] = ("bracket", "footnote", "none")

    def decode(self, data: bytes, name: str) -> Decoded:
        return decode(data, name)

    def read(self, text: str, protected: Sequence[Span], settings: Settings) -> Read:
        return replace(read(text, protected=protected), notes=notes(text))


FORMAT: Format = _Plain()


def read(text: str, *, protected: Sequence[Span] = ()) -> Read:
    r"""Find the regions of a plain text, in order, without outer white space, marks and bullets.

    `protected` are stretches in order that must stay as they are: none splits a region, and a
    block that holds nothing else is no region. Quoted lines that wrap are one region with a `Prose`;
    no other region has one. Every offset is in code points.

    Raises:
        SpanError: `protected` is out of order or overlaps.

    >>> text = "Titre\n\n- Un chat dort sur le canapé.\n\n-----\n"
    >>> [(r.kind, r.span.of(text)) for r in read(text).regions]
    [('heading', 'Titre'), ('paragraph', 'Un chat dort sur le canapé.')]
    """
    require_disjoint(protected, len(text), "protected stretch")
    sights = [look(block, text) for block in split_blocks(text, protected)]
    kinds = judge(sights)
    inside = _inside((sight.block for sight in sights), protected)
    regions: list[Region] = []
    left: list[LeftOut] = []
    for sight, (kind, rule), kept in zip(sights, kinds, inside, strict=True):
        block = sight.block
        span = Span(block.start, block.end)
        if block.prefix in SET_APART:
            left += left_out(span, _words(text, block), SET_APART[block.prefix])
        elif is_prose(_visible(text, block, kept)) if kept else sight.is_prose:
            regions.append(Region(span, kind, rule, kept, _prose(text, block)))
        elif not kept:
            left += left_out(span, _words(text, block))
    return Read(tuple(regions), left_out=tuple(left))


def _words(text: str, block: Block) -> str:
    return text[block.start : min(block.end, block.start + LOOK)]


def _inside(blocks: Iterator[Block], protected: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """For each block the parts of `protected` that lie in it."""
    following = 0
    for block in blocks:
        while following < len(protected) and protected[following].end <= block.start:
            following += 1
        kept = []
        while following < len(protected) and protected[following].start < block.end:
            span = protected[following]
            kept.append(Span(max(span.start, block.start), min(span.end, block.end)))
            if span.end > block.end:
                break
            following += 1
        yield tuple(kept)


def _visible(text: str, block: Block, kept: Sequence[Span]) -> str:
    """What of the block may be touched."""
    parts, done = [], block.start
    for hidden in sorted((*kept, *block.breaks)):
        parts.append(text[done : hidden.start])
        done = max(done, hidden.end)
    return " ".join([*parts, text[done : block.end]])


def _prose(text: str, block: Block) -> Prose | None:
    """What is read in quoted lines; None without a line break, where it is the text itself."""
    if not block.breaks:
        return None
    runs, start = [], block.start
    for gap in block.breaks:
        raw = gap.of(text)
        runs += [
            Run(start, gap.start, text[start : gap.start]),
            Run(gap.start, gap.end, "\n", "character", raw),
        ]
        start = gap.end
    runs.append(Run(start, block.end, text[start : block.end]))
    escape = partial(_quoted, line_break(block.breaks[0].of(text)))
    return Prose(tuple(runs), escape)


def _quoted(newline: str, words: str) -> str:
    """The words with each line break written as `newline`, the signs of the quotation included."""
    return newline.join(NEWLINE.split(words))  # a reviewer may type any
