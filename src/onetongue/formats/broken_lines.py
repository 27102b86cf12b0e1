"""Forced line breaks, of any format: which of them end a line for good.

Responsible for: telling, from the lines between breaks, whether a sentence goes on across each.
Not responsible for: what a format calls a break, or where breaks go in a translation
(`markup.line_breaks`).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onetongue.formats.verse import is_verse
from onetongue.language.linking import ends_in_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

# A semicolon ends a line that somebody broke; where lines are wrapped it ends none.
_ENDED: Final = re.compile(r"[.!?…:;][\"'”’»)\]\s]*$")
_TAIL: Final = 40  # code points of a line's end that tell whether it has ended


def ends(lines: Sequence[str]) -> list[bool]:
    """Whether each break between these lines, one fewer than they are, ends a line for good.

    A blank line ends what is before it. So does the end of a sentence, and a line below that does
    not begin in lower case, unless it cannot have been the end; and all do in verse.

    >>> ends(["Le ministre", "des Finances", "Ouvert le lundi"])
    [False, True]
    """
    said = [line.strip() for line in lines]
    verses = _in_verse(said)
    return [
        i in verses or not (above and below and _is_one_sentence(above, below))
        for i, (above, below) in enumerate(pairwise(said))
    ]


def _in_verse(lines: Sequence[str]) -> set[int]:
    """The lines that are verse, from one blank line to the next."""
    found: set[int] = set()
    first = 0
    for i, line in enumerate((*lines, "")):
        if not line:
            found.update(range(first, i) if is_verse(lines[first:i]) else ())
            first = i + 1
    return found


def _is_one_sentence(above: str, below: str) -> bool:
    goes_on = below[0].islower() or ends_in_phrase(above[-_TAIL:])
    return bool(goes_on) and not _ENDED.search(above[-_TAIL:])
