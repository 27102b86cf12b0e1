r"""Which lines begin an item of a list, and which are wrapped where "– " or "18. " stood by chance.

Responsible for: telling them apart by the lines around.
Not responsible for: which signs there are (language/item_marks.py), or what becomes of an item.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from onetongue.formats.wrapped import ends_sentence
from onetongue.language.item_marks import ItemMark, item_mark
from onetongue.language.linking import ends_in_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.formats.wrapped import Line

# Columns: narrower lines are not wrapped, and where one is wider each is a paragraph.
_NARROWEST, _WIDEST = 25, 120
# What no item and no title ends in, beside words such as "of".
_UNFINISHED: Final = re.compile(r"(?:,|\w[-\u00ad])\Z")
_TAIL: Final = 40  # code points of a line's end
# ".Title" of AsciiDoc stands right above what it is the title of.
_BLOCK_TITLE: Final = re.compile(r"\.(?=[^\W\d_a-zß-ÿ]\w)")
_BLOCK_OPENS: Final = re.compile(r"[ \t]*(?:\r\n?|\n)[|=*.\[+_-]")
_DASHES: Final = frozenset("-–—―")  # which come in pairs around an aside
_INDENT: Final = " \t\u00a0"
_MARK_AND_WORD: Final = re.compile(r"\S+\s+\S+")


def items(
    text: str,
    lines: Sequence[Line],
    letters: frozenset[str] = frozenset(),
) -> list[ItemMark | None]:
    """The mark of each line that begins an item or a heading; N in, N out.

    `letters` are those that number something.
    """
    marks = [item_mark(text, line.start, line.end, letters) for line in lines]
    if marks and marks[0] is None:
        marks[0] = _block_title(text, lines[0])
    if not any(marks[1:]):
        return marks
    run = _Run(text, lines, marks)
    sure = [mark if mark and run.begins(i, mark) else None for i, mark in enumerate(marks)]
    last: dict[tuple[str, int], int] = {}  # what the last mark of a list counted
    for i, mark in enumerate(sure):
        if mark:
            last.setdefault(run.list_of(i, mark), mark.value - 1)
    for i, mark in enumerate(marks):
        if not mark or _is_title(mark, i):
            continue
        key = run.list_of(i, mark)
        if not sure[i] and key in last and mark.value in (-1, last[key] + 1):
            sure[i] = mark
        if sure[i]:
            last[key] = mark.value
    return sure


class _Run:
    """Lines without a blank one between them."""

    def __init__(
        self,
        text: str,
        lines: Sequence[Line],
        marks: Sequence[ItemMark | None],
    ) -> None:
        self._text = text
        self._lines = lines
        self._alike = Counter(
            (self.list_of(i, mark), mark.value) for i, mark in enumerate(marks) if mark
        )
        widths = (line.width for line in lines if text.find(" ", line.start, line.end) >= 0)
        self._width = max(widths, default=0)

    def begins(self, i: int, mark: ItemMark) -> bool:
        """Whether the mark of line `i` does not stand there by chance, for all that is seen of it."""
        if i == 0 or mark.is_sure:
            return True
        above = self._lines[i - 1]
        if _is_title(mark, i):
            return False
        if ends_sentence(self._text, above.end) or self._has_another(i, mark):
            return True
        return not self._flows_into(above, i)

    def _has_another(self, i: int, mark: ItemMark) -> bool:
        """Whether another line has the number before or after, or the same sign that is no dash."""
        of, value = self.list_of(i, mark), mark.value
        if value >= 0:
            return bool(self._alike[of, value - 1] or self._alike[of, value + 1])
        return mark.style not in _DASHES and self._alike[of, value] > 1

    def list_of(self, i: int, mark: ItemMark) -> tuple[str, int]:
        """What the marks of one list share: how they are written, and their indent."""
        start = at = self._lines[i].start
        while at and self._text[at - 1] in _INDENT:
            at -= 1
        return mark.style, start - at

    def _flows_into(self, above: Line, i: int) -> bool:
        """Whether the line above was full, so that mark and word did not fit there, or is unfinished."""
        if above.width < _NARROWEST or self._width > _WIDEST:
            return False
        tail = self._text[max(above.start, above.end - _TAIL) : above.end]
        if _UNFINISHED.search(tail) or ends_in_phrase(tail):
            return True
        line = self._lines[i]
        found = _MARK_AND_WORD.match(self._text, line.start, line.end)
        length = found.end() - line.start if found else 0
        return above.width + 1 + length > self._width


def _is_title(mark: ItemMark, i: int) -> bool:
    """Whether "= " would have to begin a block to be a heading's, and does not."""
    return i > 0 and mark.kind == "hash" and not mark.is_sure


def _block_title(text: str, line: Line) -> ItemMark | None:
    """The full stop before the title of AsciiDoc's table, list or listing right below."""
    found = _BLOCK_TITLE.match(text, line.start, line.end)
    if not found or not _BLOCK_OPENS.match(text, line.end):
        return None
    return ItemMark("hash", ".", -1, found.end(), is_sure=True)
