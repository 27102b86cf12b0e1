"""Blocks of HTML to regions.

Responsible for: which `<br>` divides, the runs of each part, declared languages, and the element a
part fills.
Not responsible for: where blocks begin and end (`walk`), characters (`text`).
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
from onetongue.formats.builder import Builder
from onetongue.formats.html.stack import Language
from onetongue.formats.html.text import (
    ESCAPES,
    add_text,
    add_value,
    escape_closed_lines,
    escape_lines,
    escape_text,
)
from onetongue.prose import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.document import Region
    from onetongue.formats.html.blocks import BlockPart, HtmlBlock, SpokenValue
    from onetongue.formats.left_out import LeftOut

_SENTENCE_ENDS: Final = ".!?…:;"
_CLOSERS: Final = "\"'”’»)]"
_SHOWN: Final = {"open": "“", "close": "”"}  # what a reader sees of <q>
# Code of one line as people write it in running text; longer, or with tags, it is a placeholder.
_PLAIN_CODE: Final = re.compile(r"<[^<>]*>(?P<code>[^<>\n`]{1,80})</[^<>]*>")
_VISIBLE: Final = re.compile(r"\S")


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
        parts = list(self._parts(block.pieces))
        element = None
        if block.element and len(parts) == 1 and parts[0][0] == block.pieces[0]:
            start, end = block.element
            element = Element(start, end, self._source[start:end])
        for part in parts:
            region = self._region(block, part, element)
            if region:
                yield region

    def _parts(self, pieces: Sequence[BlockPart]) -> Iterator[Sequence[BlockPart]]:
        """The pieces between the breaks that divide."""
        if all(piece.role != "break" for piece in pieces):
            yield pieces
            return
        following = self._following(pieces)
        part: list[BlockPart] = []
        before = ""  # the character that is read before a break, but for closing marks
        for i, piece in enumerate(pieces):
            if piece.role != "break":
                part.append(piece)
                before = self._last_char(piece) or before
                continue
            if before and before not in _SENTENCE_ENDS and following[i].islower():
                part.append(piece)
            else:
                if part:
                    yield part
                part, before = [], ""
        if part:
            yield part

    def _following(self, pieces: Sequence[BlockPart]) -> list[str]:
        """The character read after each piece; none where another break comes first."""
        after, found = "", [""] * len(pieces)
        for i in range(len(pieces) - 1, -1, -1):
            piece = pieces[i]
            found[i] = after
            if piece.role == "break":
                after = ""
            elif piece.role in {"object", "code"}:
                after = "`"
            elif piece.role == "text":
                visible = _VISIBLE.search(self._source, piece.start, piece.end)
                after = self._read(visible.start(), piece.end) if visible else after
        return found

    def _last_char(self, piece: BlockPart) -> str:
        if piece.role in {"object", "code"}:
            return "`"
        if piece.role != "text":
            return ""
        tail = self._source[max(piece.start, piece.end - 200) : piece.end]
        tail = unescape(tail).rstrip().rstrip(_CLOSERS)
        return tail[-1:]

    def _read(self, start: int, end: int) -> str:
        return unescape(self._source[start : min(end, start + 40)]).lstrip()[:1]

    def _region(
        self, block: HtmlBlock, part: Sequence[BlockPart], element: Element | None
    ) -> Region | None:
        breaks = [self._source[p.start : p.end] for p in part if p.role == "break"]
        escape = escape_text
        if breaks:
            is_closed = any(tag.startswith("</") or tag.endswith("/>") for tag in breaks)
            escape = escape_closed_lines if is_closed else escape_lines
        builder = Builder(self._source, escape, holds_markup=block.holds_markup)
        self._fill(builder, part, has_breaks=bool(breaks))
        kept = self._kept(part[0].start, part[-1].end, block.own)
        kind, rule, _, fixed = block.context
        region = builder.region(kind, rule, protected=kept, element=element)
        return self._made(builder, region, fixed)

    def _made(self, builder: Builder, region: Region | None, fixed: str) -> Region | None:
        """A region, with why nothing can be written there; what was no prose is noted."""
        self.left_out += builder.left_out
        return replace(region, fixed=fixed) if region and fixed else region

    def _fill(self, builder: Builder, part: Sequence[BlockPart], *, has_breaks: bool) -> None:
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
                add_text(builder, self._source, piece.start, piece.end, has_breaks=has_breaks)
            elif piece.role == "break":
                builder.character(piece.start, piece.end, "\n")
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
