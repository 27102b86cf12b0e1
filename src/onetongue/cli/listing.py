"""How segments are shown on a terminal.

Responsible for: where a segment stands, and counting.
Not responsible for: what of it is shown (`excerpt`), which are, and writing it out (`console`).
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from onetongue.characters import NEWLINE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.document import Segment


class Lines:
    r"""Where the lines of a text begin; `\r\n`, `\r` and `\n` end one, and U+2028 does not."""

    def __init__(self, text: str) -> None:
        ends = (match.end() for match in NEWLINE.finditer(text))
        self._starts = [text.startswith("\ufeff"), *ends]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, from 1, in code points (a byte order mark is none)."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def located(name: str, text: str, segments: Sequence[Segment]) -> Iterator[tuple[str, Segment]]:
    """Each segment with `name:line:column`, as `Lines` counts them."""
    lines = Lines(text)
    for segment in segments:
        line, column = lines.place(segment.span.start)
        yield f"{name}:{line}:{column}", segment


def count(number: int) -> str:
    """Say how many segments."""
    return f"{number} segment" + ("" if number == 1 else "s")
