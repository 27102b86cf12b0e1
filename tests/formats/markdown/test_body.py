"""The text that a parser takes, and the way back to the source."""

from __future__ import annotations

import pytest

from onetongue.formats.markdown.body import Body


@pytest.mark.parametrize(
    ("text", "head", "parsed", "newline", "before"),
    [
        ("", 0, "", "\n", 0),
        ("a\nb", 0, "a\nb", "\n", 0),
        ("a\r\nb\r\n", 0, "a\nb\n", "\r\n", 0),
        ("a\rb", 0, "a\nb", "\r", 0),
        ("\ufeffa\0", 0, "a\ufffd", "\n", 0),
        ("+++\r\n+++\r\nb\r\nc", 10, "b\nc", "\r\n", 2),
    ],
)
def test_line_ends(text: str, head: int, parsed: str, newline: str, before: int) -> None:
    body = Body(text, head)
    assert (body.text, body.newline, body.before) == (parsed, newline, before)
    for at, char in enumerate(parsed):
        if char not in "\n\ufffd":
            assert text[body.in_source(at)] == char
