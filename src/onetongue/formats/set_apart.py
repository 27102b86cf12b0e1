"""What in plain text is laid out for no reader of sentences: code, tables, heads of messages, fragments.

Responsible for: which lines these are, and what in the head of a message is its subject.
Not responsible for: blocks (blocks.py), or which language anything is in.

The names of a message's head are machines' words ("De :", "Sent:"), and half of them translated is
worse than none: they stay, and so do the addresses and dates beside them.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from onetongue.document import Span
from onetongue.formats import fragments
from onetongue.formats.justified import is_justified
from onetongue.formats.side_by_side import are_side_by_side
from onetongue.language.leaders import before_leader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.formats.wrapped import TextLine

Apart: TypeAlias = Literal["code", "table", "fragments", "header", "subject"]
# What is no prose, and why.
SET_APART: Final[dict[str, str]] = {
    "code": "not prose: code",
    "table": "not prose: a table",
    "fragments": "not prose: columns that run into each other",
    "header": "a mail header",
}

_FENCE: Final = re.compile(
    r"(?:\A|(?<=[\n\r]))[ \t>]*(?P<fence>`{3,})(?P<info>[^`\n\r]*)(?=[\n\r]|\Z)"
)

# What mail programs call the fields of a message, in English and in French.
_FIELD: Final = re.compile(
    r"\*{0,2}(?:(?P<subject>Subject|Objet|Sujet)|From|To|Cc|Bcc|Sent|Date|Reply-To|Importance|Priority"
    r"|Attachments?|De|À|A|Cci|Copie(?: à)?|Envoyé(?: le)?|Répondre à|Priorité|Pièces? jointes?"
    r"|(?P<other>(?-i:[A-Z])[A-Za-z0-9]*(?:-[A-Za-z0-9]+)+))[ \u00a0\u202f]?:\*{0,2}(?=\s|\Z)[ \t\u00a0]*",
    re.IGNORECASE,
)
_FIELD_REACH: Final = 60  # longer than any name of a field
# Of an answer, of a message sent on, of a list.
_MARK: Final = re.compile(
    r"(?:(?:RE|TR|FW|FWD|RÉF|RÉP|AW|WG)[ \u00a0]?:\s*|\[[^\]\n]{1,40}\]\s*)+", re.I
)

_VISIBLE: Final = re.compile(r"\S(?:[^\n]*\S)?")
# Two spaces after a full stop are a typist's.
_CELLS: Final = re.compile(r"[ \u00a0]*(?:\t|\|)+[ \u00a0]*|(?<![.!?:;,\s])[ \u00a0]{2,}")
_ASCIIDOC: Final = "|==="  # above and below a table, whose cells only begin with a sign
_RULE: Final = re.compile(r"[-=+|:_ \t]+")
_LIST_MARK: Final = re.compile(r"(?:[-*+•–—]|\(?(?:\d{1,3}|[a-z])[.)])\s+")
_WORD: Final = re.compile(r"[^\W\d_]{2,}(?:[-'’.][^\W\d_]+)*")
# Fewer lines are a list of what stands side by side by chance, such as two telephone numbers.
_FEWEST_ROWS: Final = 3
# Words in a cell, on average, with two columns and with more. Tables of stations, towns, people and
# prices have 0.5 to 1.0, those of df, ps, ls and pip 0.5 to 1.6; what ls, tar, git, curl and python say
# of their options 3.4 to 4.0, a table of contents 1.7.
_WORDS_IN_TWO, _WORDS_IN_MORE = 1.5, 2.0
_LONG_CELL: Final = 6  # words: a sentence, but for the long name of a school here and there
_LONG_CELLS: Final = 0.1  # of all
_COLUMN_SHARE: Final = 0.6  # of the rows begin or end their second cell at the same column


class Part(NamedTuple):
    """Lines in a row and what they are, nothing for ordinary ones; all of it, but for a subject.

    `first` and `end` are indexes of lines, `start` and `stop` offsets in the text.
    """

    first: int
    end: int
    kind: Apart | Literal[""]
    start: int
    stop: int


def fences(text: str) -> tuple[Span, ...]:
    r"""Where code stands between lines of three backquotes or more, those included, in order.

    >>> [span.of("a\n```py\nx\n```\nb\n```\n") for span in fences("a\n```py\nx\n```\nb\n```\n")]
    ['```py\nx\n```']
    """
    if "```" not in text:
        return ()
    found: list[Span] = []
    opening: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        is_end = not fence["info"].strip()
        if opening and is_end and len(fence["fence"]) >= len(opening["fence"]):
            found.append(Span(opening.start("fence"), fence.end("fence")))
            opening = None
        elif opening is None or not is_end:
            opening = fence
    return tuple(found)


def parts(text: str, lines: Sequence[TextLine]) -> Iterator[Part]:
    """Cut lines without a blank one between them at tables and heads of messages, in order."""
    if len(lines) == 1:
        yield _part(lines, 0, 1)
        return
    if are_side_by_side(text, lines) or _are_fragments(text, lines):
        yield _part(lines, 0, len(lines), "fragments")
        return
    done = 0
    for part in _heads(text, lines):
        if part.first > done:
            yield from _tables(text, lines, done, part.first)
        yield part
        done = part.end
    if done < len(lines):
        yield from _tables(text, lines, done, len(lines))


def _are_fragments(text: str, lines: Sequence[TextLine]) -> bool:
    is_short = all(line.end - line.start <= fragments.LONGEST for line in lines)
    return is_short and fragments.are_fragments([text[line.start : line.end] for line in lines])


def is_head(text: str, names: int) -> bool:
    r"""Whether every line is a field of a message's head, and so many or more have names of their own.

    >>> is_head("De : Paul\nObjet : Congé", 2), is_head("De : Paul\nBonjour", 1)
    (True, False)
    """
    fields = [_field(text, line) for line in _lines(text)]
    called = {_name(field) for field in fields if field} - {""}
    return all(fields) and len(called) >= names


def subject_in(text: str) -> Iterator[tuple[int, int]]:
    r"""Where the subject stands in lines that are fields, without "RE:"; nothing if it is empty.

    >>> [Span(*one).of("De : Paul\nObjet : RE: Congé") for one in subject_in("De : Paul\nObjet : RE: Congé")]
    ['Congé']
    """
    for line in _lines(text):
        field = _field(text, line)
        if field and field["subject"] and (start := _subject(text, line, field)) < line.end:
            yield start, line.end


def _lines(text: str) -> Iterator[Span]:
    return (Span(*found.span()) for found in _VISIBLE.finditer(text))


def _name(field: re.Match[str]) -> str:
    """What a field is called; nothing for one of a machine's."""
    return "" if field["other"] else field[0].strip(" \t\u00a0\u202f:*").casefold()


def _subject(text: str, line: TextLine, field: re.Match[str]) -> int:
    """Where the subject begins."""
    mark = _MARK.match(text, field.end(), line.end)
    return mark.end() if mark else field.end()


def _heads(text: str, lines: Sequence[TextLine]) -> Iterator[Part]:
    i = 0
    while i < len(lines):
        end, subjects = i, list[tuple[int, int]]()
        names = set[str]()
        while end < len(lines) and (found := _field(text, lines[end])):
            names.add(_name(found))
            subjects += [(end, _subject(text, lines[end], found))] if found["subject"] else []
            end += 1
        if len(names - {""}) > 1:
            yield from _head(lines, i, end, subjects)
        i = max(end, i + 1)


def _field(text: str, line: TextLine) -> re.Match[str] | None:
    return _FIELD.match(text, line.start, min(line.end, line.start + _FIELD_REACH))


def _head(
    lines: Sequence[TextLine], first: int, end: int, subjects: Sequence[tuple[int, int]]
) -> Iterator[Part]:
    """The head of a message, and its subjects, each by its line and where it begins there."""
    done = first
    for i, start in subjects:
        if start < lines[i].end:
            yield Part(done, i + 1, "header", lines[done].start, start)
            yield Part(i, i + 1, "subject", start, lines[i].end)
            done = i + 1
    if done < end:
        yield _part(lines, done, end, "header")


def _tables(text: str, lines: Sequence[TextLine], first: int, end: int) -> Iterator[Part]:
    """The rows of tables, and what stands between them."""
    done = i = first
    while i < end:
        rows = i
        while rows < end and _is_row(text, lines[rows]):
            rows += 1
        if rows > i and _is_table([text[a.start : a.end] for a in lines[i:rows]]):
            if done < i:
                yield _part(lines, done, i)
            yield _part(lines, i, rows, "table")
            done = rows
        i = max(rows, i + 1)
    if done < end:
        yield _part(lines, done, end)


def _part(lines: Sequence[TextLine], first: int, end: int, kind: Apart | Literal[""] = "") -> Part:
    return Part(first, end, kind, lines[first].start, lines[end - 1].end)


def _is_row(text: str, line: TextLine) -> bool:
    if _RULE.fullmatch(text, line.start, line.end):
        return True
    mark = _LIST_MARK.match(text, line.start, line.end)
    start = mark.end() if mark else line.start
    found = _CELLS.search(text, start, line.end)
    if found is None or (found.start() == start and found.end() == line.end):
        return False
    return "|" in found[0] or before_leader(text, start, line.end) == line.end


def _is_table(rows: Sequence[str]) -> bool:
    """Whether rows of cells hold names, numbers and codes, in columns, or say that they are a table."""
    if len(rows) > 1 and _ASCIIDOC in (rows[0], rows[-1]):
        return True
    if len(rows) < _FEWEST_ROWS:
        return False
    rows = [row for row in rows if not _RULE.fullmatch(row)]
    cells = [[cell for cell in _CELLS.split(row) if cell.strip()] for row in rows]
    counts = [len(_WORD.findall(cell)) for row in cells for cell in row]
    long = sum(count >= _LONG_CELL for count in counts)
    if len(rows) < _FEWEST_ROWS - 1 or not counts or long > _LONG_CELLS * len(counts):
        return False
    divided = all("\t" in row or "|" in row for row in rows)  # by signs
    if not divided and is_justified(rows, [_gaps(row) for row in rows]):
        return False
    most = _WORDS_IN_MORE if len(counts) > 2.5 * len(rows) else _WORDS_IN_TWO
    return sum(counts) <= most * len(counts) and (divided or _has_columns(rows))


def _gaps(row: str) -> list[tuple[int, int]]:
    return [found.span() for found in _CELLS.finditer(row)]


def _has_columns(rows: Sequence[str]) -> bool:
    """Whether most of the second cells begin or end at one column."""
    places = Counter[tuple[str, int]]()
    for row in rows:
        gaps = _gaps(row)
        begins, ends = gaps[0][1], gaps[1][0] if len(gaps) > 1 else len(row)
        places.update((("begins", begins), ("ends", ends)))
    return max(places.values()) >= _COLUMN_SHARE * len(rows)
