"""Hard-wrapped text.

Responsible for: seeing whether line breaks fall inside sentences, and wrapping again as wide.
Not responsible for: line breaks between sentences or paragraphs, which are separators.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

from onetongue.characters import NEWLINE

_BESIDE = r"[^\S\r\n]*+[«»“”\"']*+"  # quotation marks may stand beside the line break
_SOFT = re.compile(
    rf"(?P<before>{_BESIDE})[^\S\r\n]*+(?:{NEWLINE.pattern})[^\S\r\n]*+(?P<after>{_BESIDE}[^\S\r\n]*+)"
)


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text is wrapped: the longest line in code points, its newline, later lines' indent."""

    width: int
    newline: str
    indent: str

    def wrap(self, text: str) -> str:
        r"""Wrap one paragraph; words are never broken, so a long one makes a longer line.

        >>> Wrapping(width=9, newline="\n", indent="").wrap("one two three")
        'one two\nthree'
        """
        lines = textwrap.wrap(
            text,
            self.width,
            subsequent_indent=self.indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        return self.newline.join(lines)


def wrapping(text: str) -> Wrapping:
    r"""Read how `text`, which has line breaks inside its sentences, is wrapped.

    >>> wrapping("Le ministre\nest là.").width
    11
    """
    lines = NEWLINE.split(text)
    newline = NEWLINE.search(text)
    indents = {line[: len(line) - len(line.lstrip())] for line in lines[1:] if line.strip()}
    return Wrapping(
        width=max(map(len, lines)),
        newline=newline[0] if newline else "\n",
        indent=indents.pop() if len(indents) == 1 else "",
    )


def is_broken(sentence: str) -> bool:
    """Whether a line break stands inside `sentence`."""
    return NEWLINE.search(sentence) is not None


def softened(separator: str) -> str:
    r"""Return `separator` with a space for its line break, if a wrapped paragraph goes on there.

    One with a blank line or a list item comes back as it is.

    >>> softened(" \n« "), softened("\n\n"), softened("\n- ")
    (' « ', '\n\n', '\n- ')
    """
    soft = _SOFT.fullmatch(separator)
    return f"{soft['before'].rstrip()} {soft['after'].lstrip()}" if soft else separator
