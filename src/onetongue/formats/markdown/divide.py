"""Blocks that documentation uses and CommonMark reads as lines of one paragraph.

Responsible for: cutting a paragraph where such a block begins or ends (admonitions and tabs of
MkDocs, containers, definition lists, fields, alerts, lines of directives, tags and formulas), so that the
words of each are read, and written, on their own and its signs not at all.
Not responsible for: what a part becomes (`markdown`), or blocks that CommonMark knows (`parse`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from markdown_it.token import Token

from onetongue.formats.containers import ContainerLine, container_line
from onetongue.formats.html.names import INLINE
from onetongue.formats.list_items import items
from onetongue.formats.wrapped import Line
from onetongue.language.item_marks import series
from onetongue.language.literals import is_only_signs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.rules_core import StateCore

# What a part is; "" is text whose kind the blocks around it decide, as if it were not divided.
PartKind: TypeAlias = Literal["", "text", "title", "label", "term", "definition", "item"]

# What any of it begins with; most paragraphs have no such line.
_CANDIDATE = re.compile(r"(?m)^[ \t]*(?:[^\w\s]|__|\d|[A-Za-z]{1,4}[.)]|[A-Z]{3,9}:)")
_LABEL = re.compile(r"(?P<sign>\*\*|__)[^*_]{1,60}(?P=sign)[ \t]*:?[ \t]*$")
# `**Name**: what it is`; two such lines are no wrapped sentence.
_FIELD = re.compile(
    r"(?P<sign>\*\*|__)[^*_]{1,60}(?:(?P=sign)[ \t\u00a0]*:|:[ \t\u00a0]*(?P=sign))"
)
_FEWEST_FIELDS = 2
_TAG_NAME = re.compile(r"</?([A-Za-z][\w.:-]*)")
# The last of an odd number breaks the line; at the end of a part it would be a word.
_BACKSLASHES = re.compile(r"\\+\Z")
_DEFINITION = re.compile(r"[ \t]*:[ \t]+(?=\S)")
# Options of a box, below its first line: PyMdown's, MyST's.
_OPTION = re.compile(r"(?:(?:\t| {4})[ \t]*[a-z][\w-]*|:[a-z][\w-]*):(?:[ \t]|$)")
_TAGS = re.compile(
    r"[ \t]*(?:(?:\{%(?:[^%]|%(?!\}))*+%\}|\{\{<(?:[^>]|>(?!\}\}))*+>\}\}"
    r"|\{\{%(?:[^%]|%(?!\}\}))*+%\}\})[ \t]*)++$"
)
_FORMULA = re.compile(r"[ \t]*\$\$(?:[^$]|\$(?!\$))++\$\$[ \t]*$")
# What may go on over lines, by how it begins: a tag with many parameters, a formula.
_CLOSINGS = {"{%": "%}", "{{<": ">}}", "{{%": "%}}", "$$": "$$"}
_OPENING = re.compile(r"[ \t]*(\{%|\{\{[<%]|\$\$)")
_MARKER = re.compile(r"⟦[^⟦⟧:]*: |⟧|\[\^[a-z]+[0-9]+\]")
# Terms are shorter than lines of a wrapped paragraph, of which French may begin one with ": ".
_LONGEST_TERM = 60


class ParagraphPart(NamedTuple):
    """Lines `first` to `last` of a paragraph, from column `start` of the first.

    `end` is a column of the only line, -1 for all of it. What is not `is_read` stays as it is.
    """

    first: int
    last: int
    start: int = 0
    end: int = -1
    kind: PartKind = ""
    is_read: bool = True


def divide(state: StateCore) -> None:
    """Put several inline tokens, and one of type `divider` for each sign, in place of one."""
    made: list[Token] = []
    letters = series(state.src)
    quotes = 0
    before = ""
    for token in state.tokens:
        quotes += token.nesting * token.type.startswith("blockquote_")
        is_text = before in {"paragraph_open", "heading_open="}
        if token.type == "inline" and is_text and _CANDIDATE.search(token.content):
            made += _divided(token, letters, is_quoted=quotes > 0)
        else:
            made.append(token)
        # Only a heading that is underlined can have lines.
        is_underlined = token.type == "heading_open" and token.markup in {"=", "-"}
        before = "heading_open=" if is_underlined else token.type
    state.tokens = made


def _divided(token: Token, letters: frozenset[str], *, is_quoted: bool) -> list[Token]:
    rows = token.content.split("\n")
    found = parts(rows, letters, is_quoted=is_quoted)
    if [part[:5] for part in found] == [(0, len(rows), 0, -1, "")]:
        return [token]
    return [_token(token, rows, part) for part in found]


def _token(whole: Token, rows: Sequence[str], part: ParagraphPart) -> Token:
    first = whole.map[0] if whole.map else 0
    at = [first + part.first, first + part.last]
    if not part.is_read:
        content = "\n".join(rows[part.first : part.last])
        return Token("divider", "", 0, map=at, level=whole.level, content=content)
    row = rows[part.first]
    start = max(part.start, _indent(row))
    words = row[start : part.end if part.end >= 0 else len(row)]
    lines = list(whole.meta["lines"][part.first : part.last])
    lines[0] = lines[0][0] + start - _indent(row), lines[0][1]
    content = "\n".join((words, *rows[part.first + 1 : part.last])).rstrip(" \t")
    if part.last < len(rows):
        found = _BACKSLASHES.search(content)
        content = content[:-1].rstrip(" \t") if found and len(found[0]) % 2 else content
    meta = {"lines": lines, "part": part.kind}
    return Token(
        "inline", "", 0, map=at, level=whole.level, children=[], content=content, meta=meta
    )


def parts(
    rows: Sequence[str], letters: frozenset[str] = frozenset(), *, is_quoted: bool = False
) -> list[ParagraphPart]:
    """Cut the lines of a paragraph, of which the first begins without white space.

    `letters` are those that number items.

    >>> [(p.kind, p.is_read) for p in parts(["::: tip", "Some words", ":::"])]
    [('', False), ('text', True), ('', False)]
    """
    divider = _Divider(rows, _item_starts(rows, letters), is_quoted)
    i = 0
    while i < len(rows):
        i = divider.read(i)
    return divider.parts


class _Divider:
    """Goes through the lines of one paragraph."""

    def __init__(self, rows: Sequence[str], items: Sequence[int], is_quoted: bool) -> None:
        self.parts: list[ParagraphPart] = []
        self._rows = rows
        self._items = items
        has_options = rows[0].startswith((":::", "///"))
        self._options = sum(1 for _ in takewhile(_OPTION.match, rows[1:])) if has_options else 0
        self._is_quoted = is_quoted
        self._terms = _terms(rows)
        fields = {i for i, row in enumerate(rows) if _FIELD.match(row)}
        self._fields = fields if len(fields) >= _FEWEST_FIELDS else set[int]()
        self._goes_on = False  # whether the next line belongs to the last part
        self._kind: PartKind = ""
        self._closed = {
            end: [i for i, row in enumerate(rows) if row.rstrip().endswith(end)]
            for end in _CLOSINGS.values()
        }

    def read(self, i: int) -> int:
        """Read line `i`; which comes next."""
        row = self._rows[i]
        if last := self._end_of_untouched(i):
            self._add(ParagraphPart(i, last, is_read=False), next_kind="")
            return last
        if box := container_line(row, is_first=i == 0):
            self._sign(i, box)
        elif i == 0 and self._is_label():
            self._add(ParagraphPart(0, 1, kind="label"), next_kind="")
        elif i in self._terms:
            self._add(ParagraphPart(i, i + 1, kind="term"), next_kind="")
        elif (i == 0 or i - 1 in self._terms or self._is_below_definition()) and (
            found := _DEFINITION.match(row)
        ):
            self._add(ParagraphPart(i, i + 1, found.end(), kind="definition"), goes_on=True)
        elif self._items[i]:
            kind = self._kind or "item"
            goes_on = not row.lstrip().startswith(":") or self._is_indented(i + 1)
            self._add(ParagraphPart(i, i + 1, self._items[i], kind=kind), goes_on=goes_on)
        elif self._goes_on and i not in self._fields:
            self.parts[-1] = self.parts[-1]._replace(last=i + 1)
        else:
            self._add(ParagraphPart(i, i + 1, kind=self._kind), goes_on=True)
        return i + 1

    def _add(
        self, part: ParagraphPart, *, goes_on: bool = False, next_kind: PartKind | None = None
    ) -> None:
        self.parts.append(part)
        self._goes_on = goes_on
        self._kind = self._kind if next_kind is None else next_kind

    def _sign(self, i: int, box: ContainerLine) -> None:
        """A line of signs, with the words of its title as a part."""
        kind: PartKind = "" if box.is_end else "text"
        if box.start < box.end:
            self._add(ParagraphPart(i, i + 1, box.start, box.end, kind="title"), next_kind=kind)
        else:
            self._add(ParagraphPart(i, i + 1, is_read=False), next_kind=kind)

    def _end_of_untouched(self, i: int) -> int:
        """After which line ends what begins on this one and is no words; 0 if it is words."""
        row = self._rows[i]
        if 0 < i <= self._options:
            return i + 1
        if _TAGS.match(row) or _FORMULA.match(row) or _is_apart(row):
            return i + 1
        found = _OPENING.match(row)
        if not found:
            return 0
        end = _CLOSINGS[found[1]]
        if end in row[found.end() :]:
            return 0
        closed = self._closed[end]
        n = bisect_left(closed, i + 1)
        if n < len(closed):
            return closed[n] + 1
        return i + 1 if row.strip() == "$$" else 0

    def _is_label(self) -> bool:
        """Whether a quotation begins with a line like `**Note**`."""
        is_first = self._is_quoted and len(self._rows) > 1 and _LABEL.match(self._rows[0])
        return bool(is_first) and not self._rows[1].lstrip()[:1].islower()

    def _is_indented(self, i: int) -> bool:
        """Whether the line goes on with what a field says."""
        return i < len(self._rows) and _indent(self._rows[i]) > 0

    def _is_below_definition(self) -> bool:
        return bool(self.parts) and self.parts[-1].kind == "definition"


def _item_starts(rows: Sequence[str], letters: frozenset[str]) -> list[int]:
    """Where in each line the words of an item begin, 0 where none begins."""
    text, lines, at = "\n".join(rows), list[Line](), 0
    begins = []
    for row in rows:
        begins.append(at)
        end = at + len(row.rstrip(" \t"))
        lines.append(Line(min(at + _indent(row), end), end, False))
        at += len(row) + 1
    marks = items(text, lines, letters)
    return [mark.end - at if mark else 0 for mark, at in zip(marks, begins, strict=True)]


def _terms(rows: Sequence[str]) -> set[int]:
    """The lines that are terms: those above the first definition, and one above a later one."""
    defined = {i for i, row in enumerate(rows) if _DEFINITION.match(row)}
    if not defined:
        return set()
    found = set(range(min(defined)))
    # What belongs to a definition is indented.
    found |= {i - 1 for i in defined if i and i - 1 not in defined and not _indent(rows[i - 1])}
    is_short = all(len(_MARKER.sub("", rows[i])) <= _LONGEST_TERM for i in found)
    return found if is_short else set()


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" \t"))


def _is_apart(row: str) -> bool:
    """Whether a line is directives and tags of components: not "</em>", which is in a sentence."""
    tags = {name.lower() for name in _TAG_NAME.findall(row)}
    return is_only_signs(row) and not (tags and tags <= INLINE)
