"""Markdown (CommonMark, with GitHub's tables, strikethrough and notes, and YAML or TOML front matter).

Responsible for: the regions of a Markdown text, and what kind each is.
Not responsible for: parsing (`parse`), inline markup (`inline`), or writing
(`write`).

What is not read: code, raw HTML blocks, the destinations and titles of links, the words of a link
or an image that are also the label of its address, reference definitions, and every key of the front matter but those of `front`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from onetongue.document import NotRead, Region, Span, require_disjoint
from onetongue.formats.blocks import Block, Prefix
from onetongue.formats.builder import Builder
from onetongue.formats.encoding import Decoded, decode
from onetongue.formats.format import Format, Read, Settings
from onetongue.formats.kinds import Sight, judge, look
from onetongue.formats.left_out import LeftOut, left_out
from onetongue.formats.markdown.anchors import linked_headings, tags
from onetongue.formats.markdown.body import Body
from onetongue.formats.markdown.front import front_matter
from onetongue.formats.markdown.inline import parts
from onetongue.formats.markdown.parse import Blocks, first_line, lines
from onetongue.formats.markdown.places import cells_of, of_cell, of_lines
from onetongue.formats.markdown.untouched import WHY, UntouchedElement
from onetongue.formats.markdown.write import MarkdownWriter, Setting
from onetongue.formats.prose_or_code import is_prose
from onetongue.language.item_marks import after_marks, series
from onetongue.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.token import Token

    from onetongue.document import Markers, RegionKind
    from onetongue.formats.markdown.divide import PartKind
    from onetongue.formats.markdown.inline import InlinePart
    from onetongue.formats.markdown.places import ContentPlaces

_MARKUP = re.compile(r"<!--.*?(?:-->|\Z)|<[^>]*>", re.S)
_PICTURE = re.compile(r"<(?:img|picture|figure|svg|video|iframe)\b", re.I)
_WORDLESS = frozenset({"hr", "fence", "code_block", "html_block", "divider"})
# What the parts of a divided paragraph are; any other is what the blocks around it make of it.
_PARTS: dict[str, tuple[Prefix, RegionKind, str]] = {
    "title": ("hash", "heading", "title of an admonition, tab or container"),
    "label": ("hash", "heading", "first line of a quotation, in bold"),
    "term": ("hash", "heading", "term of a definition"),
    "definition": ("bullet", "paragraph", "definition"),
    "item": ("bullet", "paragraph", "list item"),
}
_TEXT: tuple[RegionKind, str] = ("paragraph", "text of an admonition, tab or container")


class _Markdown:
    """Markdown as a format."""

    markers: tuple[Markers, ...] = ("bracket", "footnote", "none")

    def decode(self, data: bytes, name: str) -> Decoded:
        return decode(data, name)

    def read(self, text: str, protected: Sequence[Span], settings: Settings) -> Read:
        return read(text, protected=protected)


FORMAT: Format = _Markdown()


def read(text: str, *, protected: Sequence[Span] = ()) -> Read:
    r"""Find the regions of a Markdown text, in order. Every offset is in code points.

    `protected` are stretches in order that must stay as they are.

    Raises:
        SpanError: `protected` is out of order or overlaps.

    >>> text = "# Un *titre*\n\n- Un chat dort\n  sur le canapé.\n"
    >>> [(r.kind, r.prose.text) for r in read(text).regions]
    [('heading', 'Un titre'), ('paragraph', 'Un chat dort\nsur le canapé.')]
    """
    require_disjoint(protected, len(text), "protected stretch")
    reader = _MarkdownReader(text, protected)
    reader.read()
    kinds = judge([entry.sight for entry in reader.entries])
    regions = []
    for entry, judged in zip(reader.entries, kinds, strict=True):
        if entry.region is not None:
            kind, rule = entry.fixed or judged
            regions.append(replace(entry.region, kind=kind, rule=rule))
    return Read(tuple(regions), tuple(reader.notes), left_out=tuple(sorted(reader.left_out)))


class _Description(NamedTuple):
    """What stands in the document: a region or something else, as the rules of layout see it."""

    region: Region | None
    sight: Sight
    fixed: tuple[RegionKind, str] | None = None


class _MarkdownReader:
    """Goes through the blocks of one text."""

    def __init__(self, text: str, protected: Sequence[Span]) -> None:
        self.entries: list[_Description] = []
        self.notes: list[NotRead] = []
        self.left_out: list[LeftOut] = []
        self._text = text
        self._protected = protected
        self._ends = [span.end for span in protected]
        self._starts = [span.start for span in protected]
        self._containers: Counter[str] = Counter()
        self._untouched = UntouchedElement()
        self._opening = ""  # the markup of the heading that is open
        self._cells: Iterator[tuple[int, int]] | None = None
        self._writers: dict[MarkdownWriter, MarkdownWriter] = {}  # one for all blocks alike
        self._group = 0
        front = front_matter(text)
        self.notes += front.notes
        for kind, key, words in front.values:
            prefix: Prefix = "hash" if kind == "heading" else ""
            self._add(words, prefix, (kind, f"front matter: {key}"))
        self._lines = Body(text, front.end)
        self._letters = series(self._lines.text)
        self._heading = -1  # the number of the last, from 0
        self._anchors: Mapping[int, Sequence[str]] = {}

    def read(self) -> None:
        """Read what comes after the front matter."""
        self._anchors = linked_headings(self._lines.text)  # first: its blocks are forgotten again
        blocks = Blocks(self._lines.text)
        for token in blocks:
            if token.type == "inline" and self._untouched.is_open:
                self._leave_out(token, blocks)
            elif token.type == "inline":
                self._read_inline(token, blocks)
            elif token.type in _WORDLESS:
                self._note_wordless(token)
            else:
                self._untouched.leave(token.level)
                self._containers[token.type.rpartition("_")[0]] += token.nesting
                self._opening = token.markup
                self._heading += token.type == "heading_open"
                if token.type == "tr_open":
                    self._cells = None
            self._group += token.nesting <= 0

    def _note_wordless(self, token: Token) -> None:
        """A block that is not read still stands between others; words in raw HTML are reported."""
        is_picture = token.type == "html_block" and _PICTURE.search(token.content)
        self._stand("[image]" if is_picture else "-----")
        if token.type == "html_block" and is_prose(_MARKUP.sub(" ", token.content)):
            self._note(token, "raw HTML", "a block of HTML is no Markdown", "raw HTML is not read")
        if token.type in {"html_block", "divider"}:
            self._untouched.read(token.content, token.level)

    def _leave_out(self, token: Token, blocks: Blocks) -> None:
        """Words in an element that is not to be translated, which may end in their midst."""
        places = lines(token)
        span = Span(self._lines.in_source(places[0][0]), self._lines.in_source(places[-1][1]))
        self.left_out += left_out(span, token.content, WHY)
        self._stand("-----")
        for child in blocks.inline(token):
            if child.type == "html_inline":
                self._untouched.read(child.content, token.level, may_open=False)

    def _read_inline(self, token: Token, blocks: Blocks) -> None:
        is_cell = bool(self._containers["th"] or self._containers["td"])
        places = self._places(token, is_cell)
        if places is None:
            if token.content.strip():
                why = "its place is not certain"
                self._note(token, "text", why, f"{why}, so it is left alone")
            return
        token.children = blocks.inline(token)
        writer = self._writer(token, blocks.references)

        def make(is_description: bool) -> Builder:
            if not is_description:
                return Builder(self._text, writer, join=writer.join)
            chosen = replace(writer, place="description", newline=" ", anchors="")
            return Builder(self._text, chosen, join=chosen.join, holds_markup=False)

        found = parts(
            token.content,
            token.children,
            places.in_source(self._lines.in_source),
            make,
            start=0 if is_cell else self._words_begin(token.content),
        )
        for part in found:
            if part.is_label and part.words.length:
                what, why = "an image's description", "is the label of its address"
                self._note(token, what, f"it {why}", f"{what} {why}, and stays")
                self._stand("[image]")
            else:
                self._add_part(part, token.meta.get("part", ""))

    def _words_begin(self, content: str) -> int:
        return after_marks(content, 0, len(content), self._letters)

    def _places(self, token: Token, is_cell: bool) -> ContentPlaces | None:
        if not is_cell:
            return of_lines(token.content, self._lines.text, lines(token))
        if self._cells is None:  # the first cell of a row
            self._cells = iter(cells_of(self._lines.text, lines(token)[0]))
        cell = next(self._cells, None)
        return of_cell(token.content, self._lines.text, cell) if cell else None

    def _writer(self, token: Token, references: Mapping[str, Any]) -> MarkdownWriter:
        """How words are written in this block."""
        place: Setting = "block"
        if self._containers["th"] or self._containers["td"]:
            place = "cell"
        elif self._containers["heading"] and self._opening.startswith("#"):
            place = "line"
        elif token.meta.get("part") == "title":
            place = "title"
        anchors = self._anchor_tags(token) if self._containers["heading"] else ""
        if place != "block":
            return self._shared(MarkdownWriter(place, " ", self._text, references, anchors))
        # Where there is a second line, that is what a further one begins with.
        start = lines(token)[:2][-1][0]
        before = self._lines.text[self._lines.text.rfind("\n", 0, start) + 1 : start]
        prefix = "".join(c if c in "> \t" else " " for c in before)
        newline = self._lines.newline + prefix
        return self._shared(MarkdownWriter(place, newline, self._text, references, anchors))

    def _shared(self, writer: MarkdownWriter) -> MarkdownWriter:
        return self._writers.setdefault(writer, writer)

    def _anchor_tags(self, token: Token) -> str:
        """What keeps the anchors alive by which something links to this heading."""
        is_linked = any(child.type == "link_open" for child in token.children or ())
        return tags(self._anchors.get(self._heading, ()), is_linked=is_linked)

    def _add_part(self, part: InlinePart, of: PartKind) -> None:
        if part.is_image:
            self._add(part.words, "bullet", ("caption", "description of an image"))
            if part.is_alone:
                self._stand("[image]")
            return
        inside = self._containers
        if of in _PARTS:
            prefix, kind, rule = _PARTS[of]
            self._add(part.words, prefix, (kind, rule))
        elif inside["heading"]:
            self._add(part.words, "hash", ("heading", "heading"))
        elif inside["th"]:
            self._add(part.words, "bullet", ("heading", "head of a table"))
        elif inside["td"]:
            self._add(part.words, "bullet", ("paragraph", "cell of a table"))
        elif inside["blockquote"]:
            self._add(part.words, "quote", ("quotation", "block quotation"))
        elif inside["list_item"]:
            self._add(part.words, "bullet", ("paragraph", "list item"))
        elif inside["footnote_reference"]:
            self._add(part.words, "bullet", ("paragraph", "note"))
        else:
            self._add(part.words, "", _TEXT if of == "text" else None)

    def _add(self, words: Builder, prefix: Prefix, fixed: tuple[RegionKind, str] | None) -> None:
        """Add a region, if there is anything to read."""
        low, high = bisect_right(self._ends, words.start), bisect_left(self._starts, words.end)
        region = words.region("paragraph", "", protected=self._protected[low:high])
        self.left_out += words.left_out
        if region is None or not isinstance(region.prose, Prose):
            return
        reading = "".join(run.text for run in region.prose.runs if run.role != "object")
        sight = look(Block(0, len(reading), prefix, self._group, 1), reading)
        self.entries.append(_Description(region, sight, fixed))

    def _stand(self, text: str) -> None:
        """Let something that is not read stand between the regions."""
        sight = look(Block(0, len(text), "", self._group, 1), text)
        self.entries.append(_Description(None, sight))

    def _note(self, token: Token, what: str, why: str, said: str) -> None:
        line = self._lines.before + first_line(token) + 1
        self.notes.append(NotRead(line, what, why, f"line {line}: {said}"))
