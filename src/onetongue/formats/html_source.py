"""Plain text that is HTML by its tags, as a page saved under another name is.

Responsible for: telling so in a note, with the line and what reads it.
Not responsible for: reading HTML (`formats.html`), or choosing a format (`choose`).
"""

from __future__ import annotations

import re
from typing import Final

from onetongue.document import NotRead

# Of what a page is made; other tags are placeholders, and XML.
_NAMES: Final = (
    "html|head|title|body|div|p|span|a|b|i|u|em|strong|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|td|th"
    "|section|article|header|footer|nav|main|figure|figcaption|form|label|button|blockquote"
)
_TAG: Final = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]*)?>|<(?:br|hr|img)\b[^<>]*>", re.I)
_FEWEST: Final = 3  # tags; fewer are an example, or an accident
_LINES: Final = 0.5  # share of the lines of text that have one: a page has them everywhere


def notes(text: str) -> tuple[NotRead, ...]:
    r"""The note on a plain text whose lines have tags of HTML all over; none for another.

    >>> print(*notes("<h1>Avis</h1>\n<p>Le bureau est <b>fermé</b>.</p>"))
    line 1: tags of HTML, read as plain text; --format html reads them
    """
    if "</" not in text:
        return ()
    tagged: dict[int, None] = {}  # the lines, in order
    count = line = at = 0
    for match in _TAG.finditer(text):
        count += 1
        line += text.count("\n", at, match.start())
        at = match.start()
        tagged[line] = None
    lines = sum(not one.isspace() for one in text.splitlines() if one)
    if count < _FEWEST or len(tagged) < _LINES * lines:
        return ()
    first = next(iter(tagged)) + 1
    why = "this is read as plain text; --format html reads them"
    note = f"line {first}: tags of HTML, read as plain text; --format html reads them"
    return (NotRead(first, "tags of HTML", why, note),)
