"""From the tokens of an HTML document to the blocks of it that a person reads.

Responsible for: where a block begins and ends, what is inside its lines, and which attributes are
prose; what is not to be read is passed over.
Not responsible for: tokens (`tokens`), which element ends which (`stack`), regions
(`html`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onetongue.formats.html.blocks import BlockPart, HtmlBlock, SpokenValue
from onetongue.formats.html.drawings import words_of
from onetongue.formats.html.marks import Attributes, AttributeValue, Treatment, default_treatment
from onetongue.formats.html.names import DIVIDING, VOID, WORDS
from onetongue.formats.html.stack import ElementContext, Language, Open, Stack, is_block
from onetongue.formats.html.tokens import HtmlToken, attributes, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onetongue.formats.html.blocks import PieceRole

# A mark of a note: a link around a number, in brackets or not.
_NOTE_PIECES = 7
_LETTER = re.compile(r"[^\W\d_]{2}")
_BLANK_LINE = re.compile(r"\n[ \t\f\r]*\n\s*|\r[ \t\f]*\r\s*")
# Source: https://codex.wordpress.org/Caption_Shortcode
_SHORTCODE = re.compile(r"\[(?P<end>/)?(?:wp_)?caption\b[^\[\]<>]*+\]")
_CAPTION = re.compile(r"\scaption=\"([^\"]+)\"")


def walk(source: str) -> Iterator[HtmlBlock | SpokenValue]:
    """The blocks and the attributes that are prose; those of tags inside a block come before it."""
    walker = _Walker(source)
    for token in tokens(source):
        walker.take(token)
        yield from walker.ready
        walker.ready.clear()
    walker.finish(len(source))
    yield from walker.ready


class _Hidden(NamedTuple):
    """An element that is not read: its place on the stack, and where it begins."""

    place: int
    start: int
    treatment: Treatment


class _Walker:
    """What is open at one place of the document."""

    def __init__(self, source: str) -> None:
        self.ready: list[HtmlBlock | SpokenValue] = []
        self._source = source
        self._stack = Stack()
        self._pieces: list[BlockPart] = []
        self._context = ElementContext()
        self._own: list[tuple[int, int]] = []
        self._hidden: _Hidden | None = None
        self._marked: _Hidden | None = None  # written by an earlier run, inside a line
        self._caption: int | None = None  # how deep the shortcode stands that made what follows one
        self._filled: tuple[int, Open] | None = (
            None  # the element that nothing but this block fills
        )

    def take(self, token: HtmlToken) -> None:
        """Go on by one token."""
        if token.kind == "start":
            self._start(token)
        elif token.kind == "end":
            self._end(token)
        elif self._hidden is not None:
            return
        elif token.kind == "raw":
            self._raw(token)
        elif token.kind == "text":
            self._text(token)
        elif token.kind == "foreign" and not token.is_closed:
            self._flush()
        elif token.name == "svg":
            self._drawing(token)
        elif token.name == "math":
            self._add("object", token.start, token.end)
        else:
            self._add("point", token.start, token.end)

    def finish(self, end: int) -> None:
        """Close what is open at the end of the document."""
        if self._stack:
            self._close(0, end)
        self._flush(0)

    def _add(self, role: PieceRole, start: int, end: int, label: str = "") -> None:
        if not self._pieces:
            self._context = self._stack.context
            if self._caption is not None:
                self._context = self._context._replace(kind="caption", rule="caption shortcode")
        self._pieces.append(BlockPart(role, start, end, label, self._stack.context.language))

    def _start(self, token: HtmlToken) -> None:
        name = token.name
        ended = self._stack.ended_by_start(name)
        if ended >= 0:
            self._close(ended, token.start)
        is_bare = token.tag_end - token.start == len(name) + 2
        found = Attributes(self._source, name, {} if is_bare else attributes(self._source, token))
        treatment = default_treatment(name) if is_bare else found.treatment
        if self._hidden is None and (is_block(name) or name in DIVIDING or treatment == "skip"):
            self._flush()
            treatment = "skip" if self._marked else treatment  # no mark of ours goes around a block
        elif self._hidden is None and name == "br":
            self._add("break", token.start, token.end)
        context = self._stack.context.inside(name, found.language, found.fixed)
        is_said = False
        if self._hidden is None and treatment in {"read", "skip"} and not is_bare:
            is_said = self._say(name, found, context.language)
        if name in VOID or token.is_closed:
            is_point = name != "br" and not (is_block(name) or name in DIVIDING)
            if self._hidden is None and is_point and not (is_said and name == "img"):
                self._add("point", token.start, token.end, name)
            return
        self._open(token, context, treatment, label=f"{name}+" if is_said else name)

    def _say(self, name: str, found: Attributes, language: Language) -> bool:
        """Tell the attributes that are prose; whether there are any."""
        if self._marked or found.is_untouched:
            return False
        values = found.values()
        if values and name == "img":
            self._flush()
        self.ready += [SpokenValue(value, language) for value in values]
        return bool(values)

    def _open(
        self, token: HtmlToken, context: ElementContext, treatment: Treatment, label: str
    ) -> None:
        index = len(self._stack)
        hidden = _Hidden(index, token.start, treatment)
        element = Open(token.name, label, token.start, token.end, context)
        is_plain = treatment in {"read", "own"}
        if self._hidden is None and is_plain and not is_block(token.name):
            self._add("open", token.start, token.end, label)
        self._stack.push(element)
        if self._hidden is not None:
            return
        if treatment == "own":
            self._marked = self._marked or hidden
        elif treatment != "read":
            self._hidden = hidden
        elif is_block(token.name):
            self._filled = (index, element) if label == token.name else None

    def _end(self, token: HtmlToken) -> None:
        name = token.name
        if name == "br":  # as browsers have it
            self._take_break(token)
            return
        index = self._stack.ended_by_end(name)
        if index >= 0:
            self._close(index, token.start, token)
        elif self._hidden is None and (is_block(name) or name in DIVIDING):
            self._flush()
        elif self._hidden is None:
            self._add("point", token.start, token.end, name)

    def _take_break(self, token: HtmlToken) -> None:
        if self._hidden is None:
            self._add("break", token.start, token.end)

    def _close(self, index: int, start: int, token: HtmlToken | None = None) -> None:
        """Close the elements from `index` on, at `start`; the first of them with its end tag."""
        end = token.end if token else start
        is_line = token is not None and not is_block(token.name)
        if self._marked and self._marked.place >= index:
            self._own.append((self._marked.start, end if self._marked.place == index else start))
            self._marked = None
        if self._hidden is not None and self._hidden.place >= index:
            is_last = self._hidden.place == index
            self._show(end, is_ended=is_last and token is not None)
            if is_line and is_last:
                self._stack.pop_to(index)
                return
        if self._hidden is None and not is_line:
            self._flush(index)
        element = self._stack.pop_to(index)[-1]
        if self._caption is not None and index < self._caption and is_block(element.name):
            self._caption = None
        if token and is_line and self._hidden is None:
            is_here = bool(self._pieces) and element.start >= self._pieces[0].start
            self._add("close" if is_here else "point", token.start, token.end, element.label)
            if is_here and element.name == "sup":
                self._join_note(element)

    def _show(self, end: int, *, is_ended: bool) -> None:
        """Put what was not read into the line it stands in; without an end tag it ends the line."""
        hidden, self._hidden = self._hidden, None
        if hidden is None or hidden.treatment == "skip" or not is_ended:
            self._flush()  # it cannot go elsewhere in a translation
            return
        roles: dict[Treatment, PieceRole] = {"code": "code", "note": "point"}
        self._add(roles.get(hidden.treatment, "object"), hidden.start, end)

    def _join_note(self, element: Open) -> None:
        """Make one point of a raised link without letters, which is the mark of a note."""
        inside = len(self._pieces)
        while inside and self._pieces[inside - 1].start >= element.start:
            inside -= 1
            piece = self._pieces[inside]
            if len(self._pieces) - inside > _NOTE_PIECES or (
                piece.role == "text" and _LETTER.search(self._source, piece.start, piece.end)
            ):
                return
        if any(piece.label == "a" for piece in self._pieces[inside:]):
            end = self._pieces[-1].end
            del self._pieces[inside:]
            self._add("point", element.start, end)

    def _raw(self, token: HtmlToken) -> None:
        self._flush()
        found = self._attributes(token)
        context = self._stack.context.inside(token.name, found.language, found.fixed)
        is_said = self._say(token.name, found, context.language)
        if token.name not in WORDS or found.is_untouched or self._marked:
            return
        parts = list(_paragraphs(self._source, token.tag_end, token.inner_end))
        element = None if is_said or len(parts) > 1 else (token.start, token.tag_end)
        for start, end in parts:
            words = BlockPart("text", start, end, language=context.language)
            self.ready.append(HtmlBlock((words,), context, element, (), holds_markup=False))

    def _attributes(self, token: HtmlToken) -> Attributes:
        """Those of an element that is one token."""
        tag = token._replace(kind="start", end=token.tag_end)
        return Attributes(self._source, token.name, attributes(self._source, tag))

    def _drawing(self, token: HtmlToken) -> None:
        found = self._attributes(token)
        if not (found.is_untouched or self._marked):
            language = found.language or self._stack.context.language
            self._say(token.name, found, language)
            self.ready += (
                SpokenValue(words.value, words.language or language, words.fixed)
                for words in words_of(self._source, token.tag_end, token.end)
            )
        self._add("point", token.start, token.end)

    def _text(self, token: HtmlToken) -> None:
        """Add text; a caption's shortcodes of WordPress are no part of any block."""
        done = token.start
        for match in _SHORTCODE.finditer(self._source, token.start, token.end):
            if done < match.start():
                self._add("text", done, match.start())
            self._flush()
            self._caption = None if match["end"] else len(self._stack)
            words = _CAPTION.search(self._source, *match.span())
            if words and not self._marked:
                value = AttributeValue(*words.span(1), '"', "caption", "caption shortcode")
                self.ready.append(SpokenValue(value, self._stack.context.language))
            done = match.end()
        if done < token.end:
            self._add("text", done, token.end)

    def _flush(self, closing: int | None = None) -> None:
        """End the block; `closing` is the index of the outermost element that ends with it."""
        pieces, filled = self._pieces, self._filled
        self._filled = None
        if not pieces:
            return
        self._pieces = []
        element = None
        if filled and closing is not None and filled[0] >= closing:
            element = (filled[1].start, filled[1].end)
        own, self._own = self._own, []
        if self._marked:  # it is still open
            own.append((self._marked.start, pieces[-1].end))
        if any(piece.role in {"text", "object", "code"} for piece in pieces):
            holds_markup = self._context.rule != "option element"
            block = HtmlBlock(tuple(pieces), self._context, element, tuple(own), holds_markup)
            self.ready.append(block)


def _paragraphs(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between blank lines."""
    for match in (*_BLANK_LINE.finditer(source, start, end), None):
        stop = match.start() if match else end
        if start < stop:
            yield start, stop
        start = match.end() if match else end
