"""Hard wrapping, and first the breaks that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.translate.wrapping import is_broken, softened, wrapping

# Between sentences, or no line break at all.
HARD = ["", " ", "\n\n", "\r\n \r\n", "\n• ", "\n- ", "a\n", "\u00a0»"]


@pytest.mark.parametrize("separator", HARD)
def test_stays(separator: str) -> None:
    assert softened(separator) == separator


def test_reads_width_newline_and_indent() -> None:
    layout = wrapping("Le ministre\r\n  est\r\n  là.")
    assert (layout.width, layout.newline, layout.indent) == (11, "\r\n", "  ")


def test_indents_that_differ_are_no_indent() -> None:
    assert wrapping("a\n b\n  c").indent == ""


def test_is_broken() -> None:
    assert is_broken("a\rb")
    assert not is_broken("a\u00a0b")


def test_softened() -> None:
    assert softened("\r\n") == " "
    assert softened(" »\n« ") == " » « "


@given(st.lists(st.text("abc", min_size=1), min_size=1), st.integers(1, 30))
def test_words_stay(words: list[str], width: int) -> None:
    layout = wrapping("x" * width + "\nx")
    lines = layout.wrap(" ".join(words)).split("\n")
    assert " ".join(lines).split() == words
    assert all(len(line) <= width or " " not in line for line in lines)
