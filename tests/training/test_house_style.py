"""English numbers, sums and times as newspapers print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from house_style import as_printed


@pytest.mark.parametrize(
    "text",
    [
        "In 2005 148 people came.",
        "Call 01 42 300 000.",
        "Regulation 5.30 applies.",
        "Section 2 000 000 1",
        "between 1999 and 2004",
        "the EUR exchange rate",
        "5.30 améliorations",
        "3.5% and 1,500",
        "room 12.45 pm2",
        "a 10,000 metre race, 0 500",
    ],
)
def test_what_stays(text: str) -> None:
    assert as_printed(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("some 28 000 diplomats", "some 28,000 diplomats"),
        ("2 200 000 tonnes.", "2,200,000 tonnes."),
        ("EUR 109.5 billion", "€109.5 billion"),
        ("GBP 700 million or USD 3", "£700 million or $3"),
        ("EUR 28 000", "€28,000"),
        ("at 5.30 p.m. today", "at 5:30 p.m. today"),
        ("It is 11.05 AM now", "It is 11:05 a.m. now"),
        ("at 5.30 pm.", "at 5:30 p.m."),
        ("50 % of 3.5 %", "50% of 3.5%"),
    ],
)
def test_what_changes(before: str, after: str) -> None:
    assert as_printed(before) == after


@given(st.text(alphabet="0123456789 .,:%EURapm", max_size=40))
def test_twice_is_once(text: str) -> None:
    once = as_printed(text)
    assert as_printed(once) == once
    assert [c for c in once if c.isdigit()] == [c for c in text if c.isdigit()]
