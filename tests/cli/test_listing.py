"""Where segments stand on a terminal, and what is shown of them."""

from __future__ import annotations

import pytest

from onetongue.cli.listing import count, located
from onetongue.document import Evidence, Segment, Span
from onetongue.excerpt import shorten


@pytest.mark.parametrize("text", ["", "Oui", "un mot, deux mots", "x" * 60, "é" * 60])
def test_what_is_short_is_shown_whole(text: str) -> None:
    assert shorten(text) == f'"{text}"'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x" * 61, '"' + "x" * 59 + '…"'),
        ("x" * 58 + " yz", '"' + "x" * 58 + '…"'),  # no white space before the sign
        ("un\n  mot\tde\u00a0trop", '"un mot de trop"'),
        (" un ", '"un"'),
        (" " * 238 + "un", '"un"'),
        (" " * 240 + "un", '"…"'),  # no more than that is looked at
        ("un" + " " * 238, '"un"'),
        ("un" + " " * 239, '"un…"'),
    ],
)
def test_what_is_long_or_on_lines_is_folded(text: str, shown: str) -> None:
    assert shorten(text) == shown


def test_segments_with_their_places() -> None:
    text = "un\ndeux trois"
    spans = (Span(0, 2), Span(8, 13))
    segments = [
        Segment(span, span.of(text), "phrase", "fr", Evidence(0.9, "all French")) for span in spans
    ]
    found = [where for where, _ in located("a.txt", text, segments)]
    assert found == ["a.txt:1:1", "a.txt:2:6"]


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 segments"), (1, "1 segment"), (2, "2 segments")]
)
def test_counting(number: int, said: str) -> None:
    assert count(number) == said
