"""Plain text to a document: which stretches are prose, and what kind each block is.

Responsible for: putting blocks and kinds together into regions; what must not be touched is no
region; what is read in several lines that are quoted or cut words, and how it is written.
Not responsible for: bytes (encoding.py), or which language anything is in.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from textwrap import wrap
from typing import TYPE_CHECKING

from onetongue.characters import NEWLINE
from onetongue.document import Region, Span, require_disjoint
from onetongue.formats.blocks import Block, line_break, split_blocks
from onetongue.formats.encoding import Decoded, decode
from onetongue.formats.format import Format, Read, Settings
from onetongue.formats.html_source import notes
from onetongue.formats.kinds import judge, look
from onetongue.formats.left_out import LeftOut, left_out
from onetongue.formats.packed import PackedProse
from onetongue.formats.prose_or_code import LOOK, is_prose
from onetongue.formats.set_apart import SET_APART
from onetongue.prose import Laid, Prose, Run, as_told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.document import Markers
    from onetongue.prose import Stretch


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
    hidden = [(span.start, span.end) for span in kept]
    hidden += [(gap.start, gap.end) for gap in block.breaks]
    for start, end in sorted(hidden):
        parts.append(text[done:start])
        done = max(done, end)
    return " ".join([*parts, text[done : block.end]])


def _prose(text: str, block: Block) -> Prose | None:
    """What is read where line breaks do not read as they stand; None where it is the text itself."""
    if not block.breaks:
        return None
    runs, start, width = [], block.start, 0
    for gap in (*block.breaks, None):
        end = gap.start if gap else block.end
        runs.append(Run(start, end, text[start:end]))
        is_cut = gap is not None and gap.is_cut
        width = max(width, end - start + is_cut)  # with the hyphen
        if gap:
            raw = text[gap.start : gap.end]
            runs.append(Run(gap.start, gap.end, gap.reads, "character", raw))
            start = gap.end
    escape = partial(_quoted, line_break(text[slice(*block.breaks[0][:2])]))
    # Where words are cut, the lines of what is read are not as long as those of the source.
    lay_out = partial(_wrapped, width) if any(gap.is_cut for gap in block.breaks) else as_told
    return PackedProse(Prose(tuple(runs), escape, lay_out=lay_out), text)


def _wrapped(width: int, prose: Prose, text: str, places: Sequence[Stretch | None]) -> Laid:
    """A translation of several lines in lines as wide, its words uncut."""
    if not any(run.role == "character" for run in prose.runs):
        return Laid(text, places)
    lines = wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return Laid("\n".join(lines), places)


def _quoted(newline: str, words: str) -> str:
    """The words with each line break written as `newline`, the signs of a quotation included."""
    return newline.join(NEWLINE.split(words))  # a reviewer may type any
