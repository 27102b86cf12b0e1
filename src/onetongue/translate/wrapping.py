"""Hard-wrapped text.

Responsible for: seeing whether line breaks fall inside sentences, and wrapping again as wide.
Not responsible for: line breaks between sentences or paragraphs, which are separators.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, replace

from onetongue.characters import NEWLINE

_LONGEST = 200  # code points of a line that somebody wrapped
_MARGIN = re.compile(r"[>\s]*")  # of a line, with the signs of a quotation
_BESIDE = r"[^\S\r\n]*+[«»“”\"']*+"  # quotation marks may stand beside the line break
_SOFT = re.compile(
    rf"(?P<before>{_BESIDE})[^\S\r\n]*+(?:{NEWLINE.pattern})[^\S\r\n]*+(?P<after>{_BESIDE}[^\S\r\n]*+)"
)


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text is wrapped: the longest line in code points, its newline, later lines' indent.

    `before` is how much of the first line is taken by what stands before the text.
    """

    width: int
    newline: str
    indent: str
    before: int = 0

    def wrap(self, text: str) -> str:
        r"""Wrap one paragraph; words are never broken, so a long one makes a longer line.

        >>> Wrapping(width=9, newline="\n", indent="").wrap("one two three")
        'one two\nthree'
        """
        lines = textwrap.wrap(
            text,
            self.width,
            initial_indent=" " * self.before,
            subsequent_indent=self.indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        return self.newline.join(lines)[self.before :]


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


def wrapped_beside(translation: str, source: str, start: int, end: int) -> str:
    r"""Wrap the translation of a part of a paragraph, `start` to `end` of the source, as wide as that.

    What begins and ends with a line of its own is as wide as it was, and comes back as it is.

    >>> text = "The writer goes on to say,\n\"on attend\nles ouvriers\", which sounds familiar."
    >>> wrapped_beside("they are\nawaiting\nthe workers", text, 28, 50)
    'they are awaiting the workers'
    """
    if not is_broken(translation) or not is_broken(source[start:end]):
        return translation
    head = NEWLINE.split(source[max(0, start - _LONGEST) : start])[-1]
    tail = NEWLINE.split(source[end : end + _LONGEST])[0]
    lines = NEWLINE.split(head + source[start:end] + tail)
    margin = len(_MARGIN.match(lines[-1])[0])  # type: ignore[index]  # matches anything
    is_alone = not head[margin:].strip() and not tail.strip()
    width = max(map(len, lines)) - margin
    if is_alone or width > _LONGEST:
        return translation
    layout = replace(wrapping(translation), width=width, before=max(len(head) - margin, 0))
    return layout.wrap(" ".join(translation.split()))


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
