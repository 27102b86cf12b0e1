"""Blocks of HTML to regions.

Responsible for: a `<br>` with the white space beside it, the runs of each part, declared languages, and the element a
part fills.
Not responsible for: where blocks begin and end (`walk`), characters (`text`), which lines stand for
themselves (`formats.broken_lines`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace
from html import unescape
from itertools import count
from typing import TYPE_CHECKING, Final

from onetongue.document import Span
from onetongue.formats.broken_lines import ends
from onetongue.formats.builder import Builder
from onetongue.formats.html.stack import Language
from onetongue.formats.html.text import (
    ESCAPES,
    add_text,
    add_value,
    escape_text,
)
from onetongue.prose import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.document import Region
    from onetongue.formats.html.blocks import BlockPart, HtmlBlock, SpokenValue
    from onetongue.formats.left_out import LeftOut

_SHOWN: Final = {"open": "“", "close": "”"}  # what a reader sees of <q>
# Code of one line as people write it in running text; longer, or with tags, it is a placeholder.
_PLAIN_CODE: Final = re.compile(r"<[^<>]*>(?P<code>[^<>\n`]{1,80})</[^<>]*>")
_WHITE: Final = " \t\f\r\n"  # what HTML shows as one space, and not beside a break


class Maker:
    """Makes the regions of one document.

    `protected` must stay, and are in order. `ignored` are where elements begin whose declaration of
    a language is not believed.
    """

    def __init__(
        self, source: str, protected: Sequence[Span], ignored: frozenset[int] = frozenset()
    ) -> None:
        self._ignored = ignored
        self._source = source
        self._protected = protected
        self._ends = [span.end for span in protected]
        self.left_out: list[LeftOut] = []

    def said(self, said: SpokenValue) -> Region | None:
        """The region of an attribute's value; None if it is no prose."""
        value = said.value
        builder = Builder(self._source, ESCAPES[value.quote], holds_markup=False)
        add_value(builder, self._source, value.start, value.end)
        if self._tag(said.language):
            builder.declare(0, self._tag(said.language))
        kept = self._kept(value.start, value.end, ())
        region = builder.region(value.kind, value.rule, protected=kept)
        return self._made(builder, region, said.fixed)

    def block(self, block: HtmlBlock) -> Iterator[Region]:
        """The regions of a block: more than one where a `<br>` divides it."""
        pieces: Sequence[BlockPart] = block.pieces
        ended: Sequence[bool] = ()
        if any(piece.role == "break" for piece in pieces):
            pieces = self._with_breaks(pieces)
            ended = ends(self._lines(pieces))
        parts = list(_divided(pieces, ended))
        element = None
        if block.element and len(parts) == 1 and parts[0][0] == pieces[0]:
            start, end = block.element
            element = Element(start, end, self._source[start:end])
        for part in parts:
            region = self._region(block, part, element)
            if region:
                yield region

    def _with_breaks(self, pieces: Sequence[BlockPart]) -> list[BlockPart]:
        """The pieces, with the white space beside a break as a part of the break."""
        found: list[BlockPart] = []
        for piece in pieces:
            last = found[-1] if found else None
            if last and last.role == "text" and piece.role == "break":
                end = last.start + len(self._source[last.start : last.end].rstrip(_WHITE))
                found[-1:] = [last._replace(end=end)] if end > last.start else []
                found.append(piece._replace(start=end))
            elif last and last.role == "break" and piece.role == "text":
                text = self._source[piece.start : piece.end]
                start = piece.end - len(text.lstrip(_WHITE))
                found[-1] = last._replace(end=start)
                found += [piece._replace(start=start)] if start < piece.end else []
            else:
                found.append(piece)
        return found

    def _lines(self, pieces: Sequence[BlockPart]) -> list[str]:
        """What is read between the breaks."""
        lines: list[list[str]] = [[]]
        for piece in pieces:
            if piece.role == "break":
                lines.append([])
            elif piece.role in {"object", "code"}:
                lines[-1].append("`")
            elif piece.role == "text":
                lines[-1].append(unescape(self._source[piece.start : piece.end]))
        return ["".join(line) for line in lines]

    def _region(
        self, block: HtmlBlock, part: Sequence[BlockPart], element: Element | None
    ) -> Region | None:
        builder = Builder(self._source, escape_text, holds_markup=block.holds_markup)
        self._fill(builder, part)
        kept = self._kept(part[0].start, part[-1].end, block.own)
        kind, rule, _, fixed = block.context
        region = builder.region(kind, rule, protected=kept, element=element)
        return self._made(builder, region, fixed)

    def _made(self, builder: Builder, region: Region | None, fixed: str) -> Region | None:
        """A region, with why nothing can be written there; what was no prose is noted."""
        self.left_out += builder.left_out
        return replace(region, fixed=fixed) if region and fixed else region

    def _fill(self, builder: Builder, part: Sequence[BlockPart]) -> None:
        """Add the runs of a part, and the languages that are declared there."""
        start, language = 0, Language()
        markup = _Markup(builder)
        names = self._placeholders(part[0].start, part[-1].end)
        for piece in part:
            if piece.role == "text" and piece.language != language:
                if self._tag(language):
                    builder.declare(start, self._tag(language))
                start, language = builder.length, piece.language
            if piece.role == "text":
                add_text(builder, self._source, piece.start, piece.end)
            elif piece.role == "break":
                builder.line_break(piece.start, piece.end)
            elif piece.role == "object":
                builder.object(piece.start, piece.end, next(names))
            elif piece.role == "code":
                code = self._code(piece)
                builder.object(piece.start, piece.end, code or next(names), "code" if code else "")
            else:
                markup.add(piece)
        if self._tag(language):
            builder.declare(start, self._tag(language))

    def _tag(self, language: Language) -> str:
        return "" if language.start in self._ignored else language.tag

    def _code(self, piece: BlockPart) -> str:
        """The words of a short piece of code; nothing for another."""
        match = _PLAIN_CODE.fullmatch(self._source, piece.start, piece.end)
        code = unescape(match["code"]).strip() if match else ""
        return "" if "`" in code or "\n" in code else code

    def _placeholders(self, start: int, end: int) -> Iterator[str]:
        """Names for objects, none of which stands between two offsets of the source."""
        letters = "x"
        while self._source.find("{" + letters, start, end) >= 0:
            letters += "x"
        return (f"{{{letters}{number}}}" for number in count(1))

    def _kept(self, start: int, end: int, own: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        """What must stay between two offsets, in order and disjoint."""
        found = [Span(*one) for one in own]
        i = bisect_right(self._ends, start)
        while i < len(self._protected) and self._protected[i].start < end:
            found.append(self._protected[i])
            i += 1
        kept: list[Span] = []
        for span in sorted(found):
            if kept and span.start < kept[-1].end:
                kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
            else:
                kept.append(span)
        return tuple(kept)


def _divided(pieces: Sequence[BlockPart], ended: Sequence[bool]) -> Iterator[Sequence[BlockPart]]:
    """The pieces between the breaks that divide, given which do."""
    part: list[BlockPart] = []
    breaks = iter(ended)
    for piece in pieces:
        if piece.role != "break" or not next(breaks):
            part.append(piece)
        elif part:
            yield part
            part = []
    if part:
        yield part


class _Markup:
    """Tags inside a line, each end tag with the start tag it belongs to."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._opened: list[str] = []
        self._counts: Counter[str] = Counter()

    def add(self, piece: BlockPart) -> None:
        """Add a tag, or another point."""
        label = piece.label
        shown = _SHOWN.get(piece.role, "") if label == "q" else ""
        if piece.role == "open":
            self._opened.append(label)
            self._counts[label] += 1
            self._builder.open(piece.start, piece.end, label, text=shown)
        elif piece.role == "close" and self._counts[label]:
            inner = ""
            while inner != label:
                inner = self._opened.pop()
                self._counts[inner] -= 1
            self._builder.close(piece.start, piece.end, label, text=shown)
        else:
            self._builder.point(piece.start, piece.end, label)
