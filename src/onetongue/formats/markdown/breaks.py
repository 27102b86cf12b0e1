"""The line breaks of a Markdown block: soft ones, and those that every reader sees.

Responsible for: which marks are breaks, what belongs to a forced one, and which of them end a line for
good.
Not responsible for: other marks (`inline`), or how breaks are put into words (`words`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onetongue.formats.broken_lines import ends
from onetongue.formats.markdown.words import SOFT, MarkRole
from onetongue.prose import BREAK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.formats.markdown.parse import Mark

_LINE = re.compile(r"</?br\b", re.I)
_BLANK = re.compile(r"[ \t]*+")


def is_forced(mark: Mark) -> bool:
    """Whether a mark is a break that every reader sees: two spaces, a backslash, a tag."""
    return mark.token.type == "hardbreak" or bool(
        mark.token.type == "html_inline" and _LINE.match(mark.token.content)
    )


def is_break(mark: Mark, role: MarkRole) -> bool:
    """Whether a mark is a break of either kind."""
    return mark.token.type == SOFT or role.tag == BREAK


def with_breaks(content: str, found: Sequence[Mark]) -> list[Mark]:
    """The marks; a forced break goes to the words behind it, with the line's end in between."""
    joined: list[Mark] = []
    for mark in found:
        last = joined[-1] if joined else None
        if last and is_forced(last) and mark.token.type == SOFT and mark.start <= last.end:
            joined[-1] = last._replace(end=mark.end)
        elif is_forced(mark):
            blank = _BLANK.match(content, mark.end)
            joined.append(mark._replace(end=blank.end() if blank else mark.end))
        else:
            joined.append(mark)
    return joined


def line_ends(
    content: str, found: Sequence[Mark], roles: Sequence[MarkRole], start: int
) -> set[int]:
    """The forced breaks at which a line ends for good."""
    if all(role.tag != BREAK for role in roles):
        return set()
    breaks: list[int] = []
    lines: list[list[str]] = [[]]
    done = start
    for i, (mark, role) in enumerate(zip(found, roles, strict=True)):
        if mark.start < done:  # inside an object
            continue
        lines[-1].append(content[done : mark.start])
        done = mark.end
        if role.tag == BREAK:
            breaks.append(i)
            lines.append([])
        elif role.name == "object":
            lines[-1].append("`")
            done = found[role.other].end if role.other else done
        elif mark.token.type == SOFT:
            lines[-1].append(" ")
    lines[-1].append(content[done:])
    ended = ends(["".join(line) for line in lines])
    return {i for i, is_end in zip(breaks, ended, strict=True) if is_end}
