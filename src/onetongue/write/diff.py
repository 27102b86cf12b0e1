r"""A unified diff, straight from the records.

Responsible for: a diff that `patch` applies to the source and gets the output, exactly.
Not responsible for: finding differences; the records say where they are, so this is linear.

A line ends at a line feed and nowhere else, as for `patch`: `\r`, form feeds and U+2028 are text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onetongue.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.document import Record

_NO_NEWLINE = "\n\\ No newline at end of file\n"


@dataclass(frozen=True, slots=True)
class _ChangedLines:
    """Old lines `old_start..old_end` became new lines `new_start..new_end`; from 0, half-open."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def unified_diff(
    source: str, output: str, records: Sequence[Record], *, name: str = "", context: int = 3
) -> str:
    r"""Write the difference of the two texts in the unified format.

    Args:
        source: The old text.
        output: The new text: the records applied to `source`, then any notes.
        records: Verified, in document order.
        name: The document's name, for the header; `document` if empty.
        context: Unchanged lines around each change, from 0.

    Returns:
        The diff, or nothing if the texts are equal.

    Raises:
        InputError: `context` is negative.

    >>> print(unified_diff("a\n", "a\nnote\n", [], name="x"), end="")
    --- a/x
    +++ b/x
    @@ -1 +1,2 @@
     a
    +note
    """
    if context < 0:
        raise InputError(f"context must be 0 or more lines, not {context}")
    old, new = _lines(source), _lines(output)
    changes = list(_trimmed(_changes(source, output, records, len(old), len(new)), old, new))
    if not changes:
        return ""
    pieces = [f"--- {_label('a', name)}\n+++ {_label('b', name)}\n"]
    for group in _groups(changes, context):
        pieces += _hunk(group, old, new, context)
    return "".join(pieces)


def _lines(text: str) -> list[str]:
    lines = [line + "\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines


def _changes(
    source: str, output: str, records: Sequence[Record], old_count: int, new_count: int
) -> Iterator[_ChangedLines]:
    """Give the lines each record touches, to the line on which the text goes on after it."""
    old_line = new_line = old_at = new_at = 0
    for record in records:
        old_line += source.count("\n", old_at, record.source.start)
        new_line += output.count("\n", new_at, record.target.start)
        old_start, new_start = old_line, new_line
        old_line += record.original.count("\n")
        new_line += record.replacement.count("\n")
        old_at, new_at = record.source.end, record.target.end
        yield _ChangedLines(
            old_start, min(old_line + 1, old_count), new_start, min(new_line + 1, new_count)
        )
    if len(output) - new_at != len(source) - old_at:  # notes follow
        old_line += source.count("\n", old_at)
        new_line += output.count("\n", new_at, new_at + len(source) - old_at)
        yield _ChangedLines(old_line, old_count, new_line, new_count)


def _trimmed(
    changes: Iterator[_ChangedLines], old: list[str], new: list[str]
) -> Iterator[_ChangedLines]:
    """Join changes that share a line, and drop lines at their ends that did not change."""
    for change in _joined(changes):
        old_start, old_end = change.old_start, change.old_end
        new_start, new_end = change.new_start, change.new_end
        while old_start < old_end and new_start < new_end and old[old_start] == new[new_start]:
            old_start, new_start = old_start + 1, new_start + 1
        while old_start < old_end and new_start < new_end and old[old_end - 1] == new[new_end - 1]:
            old_end, new_end = old_end - 1, new_end - 1
        if old_start < old_end or new_start < new_end:
            yield _ChangedLines(old_start, old_end, new_start, new_end)


def _joined(changes: Iterator[_ChangedLines]) -> Iterator[_ChangedLines]:
    last: _ChangedLines | None = None
    for change in changes:
        if last is None:
            last = change
        elif change.old_start < last.old_end or change.new_start < last.new_end:
            last = _ChangedLines(last.old_start, change.old_end, last.new_start, change.new_end)
        else:
            yield last
            last = change
    if last is not None:
        yield last


def _groups(changes: list[_ChangedLines], context: int) -> Iterator[list[_ChangedLines]]:
    """Put changes into one hunk when their context would touch."""
    group: list[_ChangedLines] = []
    for change in changes:
        if group and change.old_start - group[-1].old_end > 2 * context:
            yield group
            group = []
        group.append(change)
    yield group


def _hunk(group: list[_ChangedLines], old: list[str], new: list[str], context: int) -> list[str]:
    before = min(context, group[0].old_start)
    after = min(context, len(old) - group[-1].old_end)
    old_start, new_start = group[0].old_start - before, group[0].new_start - before
    old_range = _range(old_start, group[-1].old_end + after)
    new_range = _range(new_start, group[-1].new_end + after)
    pieces = [f"@@ -{old_range} +{new_range} @@\n"]
    at = old_start
    for change in group:
        pieces += [_line(" ", line) for line in old[at : change.old_start]]
        pieces += [_line("-", line) for line in old[change.old_start : change.old_end]]
        pieces += [_line("+", line) for line in new[change.new_start : change.new_end]]
        at = change.old_end
    pieces += [_line(" ", line) for line in old[at : at + after]]
    return pieces


def _range(start: int, end: int) -> str:
    if end == start:
        return f"{start},0"  # of nothing: the line it comes after
    return str(end) if end - start == 1 else f"{start + 1},{end - start}"


def _line(sign: str, line: str) -> str:
    return sign + line if line.endswith("\n") else sign + line + _NO_NEWLINE


def _label(side: str, name: str) -> str:
    r"""Give `side/name` as `patch` reads it: a name with odd characters quoted as C would."""
    path = f"{side}/{name.lstrip('/') or 'document'}"
    if not any(character in '"\\' or ord(character) < ord(" ") for character in path):
        return path + "\t" if " " in path else path  # the tab ends a name that holds spaces
    quoted = "".join(
        f"\\{ord(c):03o}" if ord(c) < ord(" ") else f"\\{c}" if c in '"\\' else c for c in path
    )
    return f'"{quoted}"'
