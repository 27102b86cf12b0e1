"""The words of HTML: character references read, white space as it stands, and both written again.

Responsible for: adding a stretch of text or of an attribute to a region's builder, and the escapes
that a translation needs there.
Not responsible for: tags, or which text belongs together.
"""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING, Final

from onetongue.characters import NEWLINE

if TYPE_CHECKING:
    from collections.abc import Callable

    from onetongue.formats.builder import Builder

# No name is longer. A digit reference of any length is one.
_REFERENCE: Final = r"&(?:\#(?:[0-9]+|[xX][0-9a-fA-F]+);?|[A-Za-z][A-Za-z0-9]{1,31};?)"
_BLANK_LINE: Final = rf"(?:[ \t\f]*(?>{NEWLINE.pattern})){{2}}[ \t\f\r\n]*"
_IN_TEXT: Final = re.compile(f"{_REFERENCE}|{_BLANK_LINE}")
_IN_VALUE: Final = re.compile(_REFERENCE)
_IN_NAME: Final = re.compile(r"[=A-Za-z0-9]")


def add_text(builder: Builder, source: str, start: int, end: int) -> None:
    """Add text between tags."""
    _add(builder, source, (start, end), _IN_TEXT)


def add_value(builder: Builder, source: str, start: int, end: int) -> None:
    """Add the value of an attribute."""
    _add(builder, source, (start, end), _IN_VALUE, in_value=True)


def _add(
    builder: Builder,
    source: str,
    stretch: tuple[int, int],
    special: re.Pattern[str],
    *,
    in_value: bool = False,
) -> None:
    done, end = stretch
    while match := special.search(source, done, end):
        start = at = match.start()
        length, reads = _reading(match[0])
        at += length
        is_name = in_value and source[at - 1] != ";" and _IN_NAME.match(source, at, end)
        if not length or (is_name and match[0][1] != "#"):  # ?a=1&copy=2 holds no ©
            builder.text(done, match.end())
            done = match.end()
            continue
        builder.text(done, start)
        builder.character(start, at, reads)
        done = at
    builder.text(done, end)


def _reading(raw: str) -> tuple[int, str]:
    """How much of it is one character as it is written, and what that reads as; 0 for plain text."""
    if raw[0] != "&":
        return len(raw), " "
    if raw[1] == "#":
        reads = unescape(raw)
    else:
        raw = next((raw[:n] for n in range(len(raw), 2, -1) if raw[1:n] in html5), "")
        reads = html5.get(raw[1:], "")
    return len(raw), reads


def escape_text(text: str) -> str:
    r"""Write words between tags.

    >>> escape_text("AT&T < 3")
    'AT&amp;T &lt; 3'
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\u00a0", "&#160;")


def escape_double(text: str) -> str:
    """Write words in a value between double quotes."""
    return escape_text(text).replace('"', "&quot;")


def escape_single(text: str) -> str:
    """Write words in a value between single quotes."""
    return escape_text(text).replace("'", "&#39;")


ESCAPES: Final[dict[str, Callable[[str], str]]] = {
    '"': escape_double,
    "'": escape_single,
    "": escape_text,  # between tags
}
