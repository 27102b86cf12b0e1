"""Lines as an editor counts them.

Responsible for: where in a text the lines begin, and in which one something stands.
Not responsible for: documents that have no lines (`formats.whereabouts`).
"""

from __future__ import annotations

from bisect import bisect_right

from onetongue.characters import NEWLINE


class Lines:
    r"""Where the lines of a text begin; `\r\n`, `\r` and `\n` end one, and U+2028 does not."""

    def __init__(self, text: str) -> None:
        ends = (match.end() for match in NEWLINE.finditer(text))
        self._starts = [text.startswith("\ufeff"), *ends]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, from 1, in code points (a byte order mark is none)."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
