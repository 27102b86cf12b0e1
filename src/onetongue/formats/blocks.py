"""Where the blocks of a plain text begin and end.

Responsible for: lines, list items, quoted lines, and the words that a line break cuts.
Not responsible for: which lines go on in the next one (wrapped.py), which are code, a table or the head
of a message (set_apart.py), what kind a block is (kinds.py), or which language anything is in.

Everything here is linear in the length of the text: a single line may be 10 MB long.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from onetongue.formats.boxes import within
from onetongue.formats.containers import ContainerLine, container_line
from onetongue.formats.list_items import items
from onetongue.formats.set_apart import Apart, fences, parts
from onetongue.formats.wrapped import Line, cut_between, goes_on
from onetongue.language.item_marks import series
from onetongue.language.leaders import before_leader
from onetongue.language.literals import is_only_signs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.document import Span

Prefix: TypeAlias = Literal["", "bullet", "number", "quote", "hash"] | Apart

_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_PARAGRAPH_BREAKS = frozenset("\f\u2029")
# Invisible, and no part of a word when they stand at its edge: byte order mark, zero-width signs.
_INVISIBLE = "\ufeff\u200b\u2060"
_EDGE = re.compile(rf"[\s{_INVISIBLE}]*")
# Longer than any of these can be; keeps the patterns off long lines.
_PREFIX_REACH = 64
_QUOTE = re.compile(r"(?:[ \t]*>)+[ \t]*")
_RULE_LINE = re.compile(r"[\W_]{2,}")

_LONGEST_SIGN = 200  # code points of a line of directives


class Break(NamedTuple):
    """A line break inside a block, `start` to `end` of the text, and what is read there.

    That is a line feed, or the hyphen or nothing of a word that it cuts; the hyphen before it and the
    signs of a quotation after it are in it.
    """

    start: int
    end: int
    reads: str = "\n"

    @property
    def is_cut(self) -> bool:
        """Whether it cuts a word."""
        return self.reads != "\n"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch that stands on its own: one paragraph, list item or rule line, quoted or not.

    `prefix` is what stood before it and is not part of it, or what the block is; `group` counts the
    stretches between blank lines, so that blocks of one group stand directly below each other.
    `breaks` are its line breaks where they do not read as they stand: in a quotation, or where one
    cuts a word; else none.
    """

    start: int
    end: int
    prefix: Prefix
    group: int
    lines: int
    breaks: tuple[Break, ...] = ()

    def pieces(self, text: str) -> Iterator[str]:
        """What stands between the breaks, in order."""
        start = self.start
        for gap in self.breaks:
            yield text[start : gap.start]
            start = gap.end
        yield text[start : self.end]

    def read(self, text: str) -> str:
        """What is read there."""
        reads = [*(gap.reads for gap in self.breaks), ""]
        return "".join(map("".join, zip(self.pieces(text), reads, strict=True)))


def split_blocks(text: str, protected: Sequence[Span] = ()) -> Iterator[Block]:
    """Cut `text` into blocks, in order; offsets in code points, no outer white space.

    A line break inside a `protected` stretch is not a break, nor is one inside code.
    """
    lines: list[Line] = []
    group = 0
    letters = series(text)
    code = fences(text)
    starts = {span.start for span in code}
    for line in _lines(text, sorted([*protected, *code])):
        if starts and (start := _unquoted(text, line)[1].start) in starts:
            yield from _split_group(text, lines, group, letters)
            yield Block(start, line.end, "code", group, 1)
            lines = []
            continue
        if line.start < line.end:
            lines.append(line)
        if lines and (line.ends_block or line.start == line.end):
            yield from _split_group(text, lines, group, letters)
            lines, group = [], group + 1
    if lines:
        yield from _split_group(text, lines, group, letters)


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Move both offsets inwards past white space and invisible signs.

    Combining marks left without their letter at the start are passed too, so that no grapheme
    is cut.
    """
    found = _EDGE.match(text, start, end)
    start = found.end() if found else start
    while start < end and _is_mark(text[start]):
        start += 1
        found = _EDGE.match(text, start, end)
        start = found.end() if found else start
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return start, end


def _is_mark(char: str) -> bool:
    # The first combining marks are at U+0300; Western text never asks the table.
    return char > "\u02ff" and unicodedata.category(char)[0] == "M"


def line_break(gap: str) -> str:
    r"""The line break in what stands between two lines of a quotation, with the signs after it.

    >>> line_break("  \r\n>> ")
    '\r\n>> '
    """
    found = _BREAK.search(gap)
    end = found.end() if found else 0
    # Nothing invisible is repeated on every line.
    return (found[0] if found else "") + "".join(c for c in gap[end:] if c in "> \t")


def _lines(text: str, protected: Sequence[Span]) -> Iterator[Line]:
    start = following = 0
    for found in _BREAK.finditer(text):
        while following < len(protected) and protected[following].end <= found.start():
            following += 1
        if following < len(protected) and protected[following].start < found.start():
            continue
        yield Line(*trim(text, start, found.start()), found.group() in _PARAGRAPH_BREAKS)
        start = found.end()
    if start < len(text):
        yield Line(*trim(text, start, len(text)), False)


def _split_group(
    text: str, lines: Sequence[Line], group: int, letters: frozenset[str]
) -> Iterator[Block]:
    """Cut lines without a blank one between them where the depth of quotation changes."""
    depths = (_unquoted(text, line) for line in lines)
    for depth, quoted in groupby(depths, key=itemgetter(0)):
        base: Prefix = "quote" if depth > 0 else ""
        yield from _split_quoted(text, [line for _, line in quoted], base, group, letters)


def _unquoted(text: str, line: Line) -> tuple[int, Line]:
    """How deep the line is quoted, and the line without the signs; -1 if it holds nothing else."""
    found = _QUOTE.match(text, line.start, min(line.end, line.start + _PREFIX_REACH))
    if not found:
        return 0, line
    start = trim(text, found.end(), line.end)[0]
    if start == line.end:
        return -1, line
    return found[0].count(">"), Line(start, line.end, line.ends_block, start - line.start)


def _split_quoted(
    text: str, lines: Sequence[Line], base: Prefix, group: int, letters: frozenset[str]
) -> Iterator[Block]:
    """Cut lines quoted alike into what is set apart, items, and those into blocks."""
    for part in parts(text, lines):
        if not part.kind:
            yield from _split_items(text, lines[part.first : part.end], base, group, letters)
            continue
        start, end = trim(text, part.start, part.stop)
        yield Block(start, end, part.kind, group, part.end - part.first)


def _split_items(
    text: str, lines: Sequence[Line], base: Prefix, group: int, letters: frozenset[str]
) -> Iterator[Block]:
    """Cut lines quoted alike into items and the signs of boxes, and those into blocks."""
    item: list[Line] = []
    kind: Prefix = ""
    marks = items(text, lines, letters)
    for index, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        box = _box(text, line, is_first=index == 0)
        if box or mark or kind == "hash":
            yield from _split_item(text, item, (kind or base, base), group)
            item, kind = [], mark.kind if mark else ""
        if box:
            kind = ""
            start, end = trim(text, line.start + box.start, line.start + box.end)
            yield from [Block(start, end, "hash", group, 1)] if start < end else []
            continue
        start = trim(text, mark.end, line.end)[0] if mark else line.start
        item.append(Line(start, line.end, False, line.margin))
    yield from _split_item(text, item, (kind or base, base), group)


def _box(text: str, line: Line, *, is_first: bool) -> ContainerLine | None:
    """The line if it opens or closes a box."""
    if line.width > _LONGEST_SIGN:
        return None
    return container_line(text[line.start : line.end], is_first=is_first)


def _split_item(
    text: str, lines: Sequence[Line], prefixes: tuple[Prefix, Prefix], group: int
) -> Iterator[Block]:
    """Cut where a line break ends a paragraph instead of wrapping it.

    `prefixes` are those of the first block and of any other.
    """
    prefix, other = prefixes
    for is_rule, run in groupby(lines, key=partial(_is_rule, text)):
        part = list(run)
        ends = [True] * (len(part) - 1)
        if not is_rule:
            going = goes_on(text, part, is_item=prefix in {"bullet", "number"})
            above = zip(part, going, strict=False)
            ends = [not goes or _has_leader(text, line) for line, goes in above]
        first = 0
        for end in (*(i for i, is_end in enumerate(ends, 1) if is_end), len(part)):
            yield _block(text, part[first:end], prefix, group)
            prefix, first = other, end


def _block(text: str, lines: Sequence[Line], prefix: Prefix, group: int) -> Block:
    start, end = within(text, lines[0], lines[-1], is_title=prefix == "hash")
    return Block(start, end, prefix, group, len(lines), tuple(_breaks(text, lines)))


def _breaks(text: str, lines: Sequence[Line]) -> list[Break]:
    """All line breaks if one of them cuts a word or stands in a quotation, else none."""
    breaks: list[Break] = []
    is_plain = True
    for above, below in pairwise(lines):
        cut = cut_between(text, above, below)
        is_plain = is_plain and cut is None and not below.margin
        if cut is None:
            breaks.append(Break(above.end, below.start))
        else:
            breaks.append(Break(above.end - 1, below.start, cut))
    return [] if is_plain else breaks


def _has_leader(text: str, line: Line) -> bool:
    return before_leader(text, line.start, line.end) < line.end


def _is_rule(text: str, line: Line) -> bool:
    """Whether the line has no letter or digit, "-----", or no more than directives: "@endif"."""
    if _RULE_LINE.fullmatch(text, line.start, line.end):
        return True
    return line.width <= _LONGEST_SIGN and is_only_signs(text[line.start : line.end])
