"""The text of MkDocs' boxes and tabs that CommonMark takes for indented code, as it is indented alike.

Responsible for: `box_text`, a block rule in the place of markdown-it's for indented code.
Not responsible for: the line that opens a box (`divide`), or where blocks begin and end otherwise.

Code, tables and raw HTML in a box stay code, which is not read; so does what is indented once more.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from markdown_it.rules_block import code

from onetongue.formats.containers import container_line

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

_OPENS: Final = ("!!!", "???", "===")
_FENCE: Final = re.compile(r"`{3,}|~{3,}")
_NO_TEXT: Final = ("|", "<", "$$", "{", "+-")
_INDENT: Final = 4  # columns of one level


def box_text(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Let the lines of a box be read as a paragraph; any other indented ones are code."""
    if silent or not state.is_code_block(start) or not _is_in_box(state):
        return code(state, start, end, silent)
    below = _end_of_chunk(state, start, end)
    state.env.setdefault("boxed", set()).add(start)
    if _is_text(state, start, below):
        return False
    return code(state, start, below, silent)


def _is_in_box(state: StateBlock) -> bool:
    """Whether the block before opens a box that goes on to its end, or stands in one itself."""
    block = next((token for token in reversed(state.tokens) if token.map), None)
    if block is None or block.level != state.level + (block.type == "inline"):
        return False
    if block.map and block.map[0] in state.env.get("boxed", ()):
        return True
    if state.tokens[-1].type != "paragraph_close":
        return False
    rows = block.content.split("\n")
    inside = [*takewhile(lambda row: row.startswith((" " * _INDENT, "\t")), reversed(rows))]
    above = rows[-1 - len(inside)].lstrip() if len(inside) < len(rows) else ""
    return above.startswith(_OPENS) and container_line(above) is not None


def _row(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _end_of_chunk(state: StateBlock, start: int, end: int) -> int:
    """The line after the last one without a blank one between them, or after the end of a fence."""
    fence = _FENCE.match(_row(state, start))
    for line in range(start + 1, end):
        if not fence and state.isEmpty(line):
            return line
        if not state.isEmpty(line) and not state.is_code_block(line):
            return line
        if fence and _row(state, line).strip() == fence[0]:
            return line + 1
    return end


def _is_text(state: StateBlock, start: int, end: int) -> bool:
    if state.sCount[start] - state.blkIndent >= 2 * _INDENT:
        return False
    rows = (_row(state, line) for line in range(start, end))
    return not any(row.startswith(_NO_TEXT) or _FENCE.match(row) for row in rows)
