"""Which line and column of a text something stands in."""

from __future__ import annotations

import pytest

from onetongue.lines import Lines


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("un mot", 0, (1, 1)),
        ("un mot", 3, (1, 4)),
        ("un\u2028mot\x0cici", 7, (1, 8)),  # these end no line
        ("un\nmot", 2, (1, 3)),
        ("un\nmot", 3, (2, 1)),
        ("un\r\nmot", 3, (1, 4)),
        ("un\r\nmot", 4, (2, 1)),
        ("un\rmot", 3, (2, 1)),
        ("\ufeffun", 1, (1, 1)),  # the mark is no column
        ("\ufeffun\nmot", 5, (2, 2)),
        ("a\n\n\nb", 4, (4, 1)),
    ],
)
def test_lines_and_columns(text: str, offset: int, place: tuple[int, int]) -> None:
    assert Lines(text).place(offset) == place
