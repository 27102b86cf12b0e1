"""The YAML or TOML at the head of a Markdown file: the few values that are prose.

Responsible for: where the front matter ends, and the regions of the values a page shows (its title,
its description), each with the escapes of its kind of scalar.
Not responsible for: reading YAML or TOML (`toml_front`), or writing a value (`scalars`). A value that takes more than its line to understand is left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onetongue.document import NotRead, Span
from onetongue.formats.blocks import split_blocks
from onetongue.formats.builder import Builder
from onetongue.formats.markdown.scalars import (
    UNSAFE,
    InLines,
    as_plain,
    in_double,
    in_single,
    of_plain,
    on_one_line,
)
from onetongue.formats.markdown.toml_front import toml_strings
from onetongue.prose import Frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onetongue.document import RegionKind

_FRONT = re.compile(
    r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\n(?P<body>(?:.*\n)*?)(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|\Z)"
)
_KINDS: dict[str, RegionKind] = {
    "title": "heading",
    "caption": "caption",
    **dict.fromkeys(("description", "summary", "subtitle", "excerpt", "alt"), "paragraph"),
}
_LINE = re.compile(
    r"(?P<indent>[ \t]*)(?P<item>(?:-[ \t]+)*)(?P<key>[^\s:#\"'][^:\n]*?):(?:[ \t]+|$)"
)
_BLOCK = re.compile(r"[|>][-+]?[ \t]*(?:#.*)?$")
_ANY_BLOCK = re.compile(r"(?:[&!]\S+[ \t]+)*[|>][-+0-9]*[ \t]*(?:#.*)?$")
_REST = re.compile(r"[ \t]*(?:#.*)?$")
_DOUBLE = re.compile(r'"(?P<inside>(?:[^"\\]|\\.)*+)"')
_SINGLE = re.compile(r"'(?P<inside>(?:[^']|'')*+)'")
_COMMENT = re.compile(r"[ \t]+#")
# The words of a line, and of lines without a blank one between them.
_FILLED = re.compile(r"\S(?:[^\n]*\S)?")
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)")
_NAMED = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", " ": " ", "_": "\u00a0", "'": "'"}


class ScalarValue(NamedTuple):
    """A value that is prose: the key's kind, its words so far, and on which line it stands."""

    kind: RegionKind
    key: str
    words: Builder


class Front(NamedTuple):
    """Where the front matter ends, its values in order, and those left out."""

    end: int
    values: list[ScalarValue]
    notes: list[NotRead]


def front_matter(text: str) -> Front:
    """The front matter of a text, whose line ends may be of any kind; empty if there is none."""
    lines = text[:_MOST].replace("\r\n", " \n").replace("\r", "\n")  # no offset moves
    found = _FRONT.match(lines)
    if found is None:
        return Front(0, [], [])
    if found["fence"] != "---":
        return _toml(text, lines, found)
    front = Front(found.end(), [], [])
    first = found["body"].lstrip().partition("\n")[0]
    if first and not (first.startswith(("#", "-")) or _LINE.match(first)):
        return Front(0, [], [])  # two rules with text between them
    rows = list(_rows(lines, found.start("body"), found.end("body")))
    i = 0
    while i < len(rows):
        i = _read_row(text, lines, rows, i, front)
    return front


def _toml(text: str, lines: str, found: re.Match[str]) -> Front:
    rows = list(_rows(lines, found.start("body"), found.end("body")))
    strings = toml_strings(lines, rows, _KINDS.keys())
    if strings is None:
        note = NotRead(1, "front matter", "it is no TOML", "line 1: front matter that is no TOML")
        return Front(found.end(), [], [note])
    front = Front(found.end(), [], [])
    for key, row, start, stop, is_plain in strings:
        words = _double(text, lines, start, stop) if is_plain else None
        if words is None:
            front.notes.append(_left_alone(key, row, "not a plain string on one line"))
        else:
            front.values.append(ScalarValue(_KINDS[key.lower()], key, words))
    return front


def _left_alone(key: str, row: int, why: str) -> NotRead:
    note = f"line {row + 2}: this value of {key} is left alone: {why}"
    return NotRead(row + 2, f"the value of {key} in the front matter", f"it is {why}", note)


# Front matter longer than this is no front matter; a file that begins with a rule is read once.
_MOST = 100_000


def _rows(lines: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = lines.index("\n", start)
        yield start, stop
        start = stop + 1


def _read_row(text: str, lines: str, rows: list[tuple[int, int]], i: int, front: Front) -> int:
    """Read the value on row `i`, if it is prose; which row comes next."""
    found = _LINE.match(lines, *rows[i])
    if found is None:
        return i + 1
    indent = found.end("item") - found.start()
    following = i + 1
    while following < len(rows) and _belongs(lines, rows[following], indent):
        following += 1
    start, stop = found.end(), rows[i][1]
    kind = _KINDS.get(found["key"].strip().lower())
    inner = [row for row in rows[i + 1 : following] if lines[slice(*row)].strip()]
    if kind is None:
        # What is nested may have a title; the lines of a block scalar are text.
        return following if _ANY_BLOCK.match(lines, start, stop) else i + 1
    if _BLOCK.match(lines, start, stop):
        made = _block(text, lines, rows[i + 1 : following], is_literal=lines[start] == "|")
    elif inner:
        made = None
    else:
        made = [one] if (one := _scalar(text, lines, start, stop)) is not None else None
    if made is None:
        front.notes.append(_left_alone(found["key"], i, "not one line"))
    front.values.extend(ScalarValue(kind, found["key"], words) for words in made or ())
    return following


def _belongs(lines: str, row: tuple[int, int], indent: int) -> bool:
    """Whether a line goes on with the value of a key that is indented so far."""
    line = lines[slice(*row)]
    return not line.strip() or len(line) - len(line.lstrip(" ")) > indent


def _scalar(text: str, lines: str, start: int, stop: int) -> Builder | None:
    """A value on one line; None if it is none that can be read so."""
    if lines[start : start + 1] == '"':
        return _double(text, lines, start, stop)
    if lines[start : start + 1] == "'":
        return _single(text, lines, start, stop)
    comment = _COMMENT.search(lines, start, stop)
    end = comment.start() if comment else stop
    while end > start and lines[end - 1] in " \t":
        end -= 1
    words = lines[start:end]
    if words and UNSAFE.match(words):
        return None if UNSAFE.match(words[:1] + "x") else Builder(text)
    builder = Builder(text, holds_markup=False, frame=Frame(as_plain, of_plain))
    builder.text(start, end)
    return builder


def _double(text: str, lines: str, start: int, stop: int) -> Builder | None:
    found = _DOUBLE.match(lines, start, stop)
    if found is None or not _REST.match(lines, found.end(), stop):
        return None
    builder = Builder(text, in_double, holds_markup=False)
    done = found.start("inside")
    for escape in _ESCAPE.finditer(lines, done, found.end("inside")):
        code = escape[0][1:]
        read = _NAMED.get(code) if len(code) == 1 else _character(int(code[1:], 16))
        if read is None:
            return None
        builder.text(done, escape.start())
        builder.character(escape.start(), escape.end(), read)
        done = escape.end()
    builder.text(done, found.end("inside"))
    return builder


def _character(code: int) -> str | None:
    is_scalar = 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF  # noqa: PLR2004 - Unicode's
    return chr(code) if is_scalar else None


def _single(text: str, lines: str, start: int, stop: int) -> Builder | None:
    found = _SINGLE.match(lines, start, stop)
    if found is None or not _REST.match(lines, found.end(), stop):
        return None
    builder = Builder(text, in_single, holds_markup=False)
    done, end = found.span("inside")
    while (quote := lines.find("''", done, end)) >= 0:
        builder.text(done, quote)
        builder.character(quote, quote + 2, "'")
        done = quote + 2
    builder.text(done, end)
    return builder


def _block(
    text: str, lines: str, rows: list[tuple[int, int]], *, is_literal: bool
) -> list[Builder] | None:
    """What a block scalar says; None where its lines are indented in more than one way.

    Its paragraphs, or, where lines stay lines, those that plainly flow on together.
    """
    filled = [(a, b) for a, b in rows if lines[a:b].strip()]
    indents = {lines[a:b][: len(lines[a:b]) - len(lines[a:b].lstrip())] for a, b in filled}
    if not filled or len(indents) > 1:
        return None if filled else []
    first = rows[0][0]
    inside = lines[first : rows[-1][1]]
    blocks = split_blocks(inside) if is_literal else _paragraphs(inside)
    newline = next((n for n in ("\r\n", "\n", "\r") if n in text), "\n")
    escape: Callable[[str], str] = on_one_line
    if is_literal:
        escape = InLines(newline + indents.pop())
    made: list[Builder] = []
    for block in blocks:
        made.append(Builder(text, escape, holds_markup=False))
        for found in _FILLED.finditer(inside, block.start, block.end):
            low, high = first + found.start(), first + found.end()
            if made[-1].end:
                made[-1].character(made[-1].end, low, "\n")
            made[-1].text(low, high)
    return made


def _paragraphs(inside: str) -> Iterator[Span]:
    """What stands between blank lines."""
    return (Span(*found.span()) for found in _PARAGRAPH.finditer(inside))
