"""Clauses: what fits stays whole, and where a sentence that does not is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.engines.clauses import divide


@pytest.mark.parametrize("text", ["one, two", "one; two", "x" * 8, "x" * 30, "«\u00a0a\u00a0»"])
def test_stays_whole(text: str) -> None:
    assert divide(text, len, 8) == (text,)


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("", 9, ()),
        (" \n", 9, ()),
        ("  one  ", 3, ("one",)),
        ("one, two; three", 9, ("one, two;", "three")),
        ("a, b, c: dddddddddd", 12, ("a, b, c:", "dddddddddd")),  # though a comma is no farther
        ("a, bbbb, cccc, d", 12, ("a, bbbb,", "cccc, d")),  # near the middle
        ("a b,c d e f", 10, ("a b,c", "d e f")),
        ("one;two three", 8, ("one;two", "three")),
        ("aaaa bbbb cccc dddd", 4, ("aaaa", "bbbb", "cccc", "dddd")),
        ("a      bb cccc", 13, ("a      bb", "cccc")),
    ],
)
def test_cuts(text: str, limit: int, expected: tuple[str, ...]) -> None:
    assert divide(text, len, limit) == expected


@given(st.text("ab,;: \n", max_size=60), st.integers(1, 20))
def test_every_word_stays_and_every_part_fits(text: str, limit: int) -> None:
    found = divide(text, len, limit)
    assert " ".join(found).split() == text.split()
    assert all(len(part) <= limit or part.split() == [part] for part in found)
