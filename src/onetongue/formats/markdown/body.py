"""What comes after a Markdown text's front matter, as a parser takes it, and the way back.

Responsible for: line ends made line feeds, and where an offset of that stands in the source.
Not responsible for: front matter (`front`), parsing (`parse`).
"""

from __future__ import annotations

import re
from bisect import bisect_left


class Body:
    """The text from `head` on, where its front matter ends, with line feeds only.

    `before` is how many lines stand before it, `newline` what ends one.
    """

    def __init__(self, text: str, head: int) -> None:
        self.newline = next((n for n in ("\r\n", "\n", "\r") if n in text), "\n")
        head = max(head, int(text.startswith("\ufeff")))
        body = text[head:]
        self._head = head
        self.before = text.count("\n", 0, head) or text.count("\r", 0, head)
        self._joined = [found.start() - i for i, found in enumerate(re.finditer("\r\n", body))]
        self.text = body.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")

    def in_source(self, offset: int) -> int:
        """Where in the source an offset of the text stands."""
        return self._head + offset + bisect_left(self._joined, offset)
