"""Rules and boxes that people draw around words in plain text: "--- Titre ---", "| Titre |".

Responsible for: where the words begin and end within them.
Not responsible for: lines that are nothing but a rule (blocks.py).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from onetongue.formats.wrapped import TextLine

_SIGNS: Final = frozenset("-=*#~_|+")
_BEFORE: Final = re.compile(r"([-=*#~_|+])\1{2,}(?P<apart>[ \t]+)?|[=*#~|+]+[ \t]+")
_AFTER: Final = re.compile(r"(?P<apart>[ \t]+)?([-=*#~_|+])\2{2,}\Z|[ \t]+[=*#~|+]+\Z")
_REACH: Final = 64  # keeps the patterns off long lines


def within(
    text: str, first: TextLine, last: TextLine, *, is_title: bool = False
) -> tuple[int, int]:
    """Where the words of a block begin and end, given its first and its last line.

    A rule on one side alone stands apart from the words; a title that began with # may end so.

    >>> from onetongue.document import Span
    >>> [Span(*within(t, Span(0, len(t)), Span(0, len(t)))).of(t) for t in ("== Fin ==", "Fin *")]
    ['Fin', 'Fin *']
    """
    start, end = first.start, last.end
    before = after = None
    if text[end - 1] in _SIGNS:
        after = _AFTER.search(text, max(last.start, end - _REACH), end)
    if text[start] in _SIGNS:
        before = _BEFORE.match(text, start, min(first.end, start + _REACH))
    # A box has both sides: "la fin *" has a note, "***gras*** ici" emphasis.
    is_box = before is not None and after is not None
    low = before.end() if before and (is_box or before["apart"]) else start
    high = after.start() if after and (is_box or after["apart"] or is_title) else end
    return (low, high) if low < high else (start, end)
