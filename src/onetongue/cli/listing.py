"""How segments are shown on a terminal.

Responsible for: where a segment stands, and counting.
Not responsible for: what of it is shown (`excerpt`), which are, and writing it out (`console`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onetongue.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.document import Segment


def located(name: str, text: str, segments: Sequence[Segment]) -> Iterator[tuple[str, Segment]]:
    """Each segment with `name:line:column`, as `Lines` counts them."""
    lines = Lines(text)
    for segment in segments:
        line, column = lines.place(segment.span.start)
        yield f"{name}:{line}:{column}", segment


def count(number: int) -> str:
    """Say how many segments."""
    return f"{number} segment" + ("" if number == 1 else "s")
