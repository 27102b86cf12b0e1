"""English numbers, sums and times as newspapers print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from house_style import as_printed, count_quoted, with_double_quotes


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


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("Les États membres", "The Member States' own 'view'"),
        ("Le « non » et le « oui »", "The 'no' and the yes"),
        ("Le « non »", "The no"),
        ("Le « non »", 'The "no"'),
        ('Un écran de 15" et de 17"', "A 15' and a 17' screen"),
    ],
)
def test_quotation_marks_that_stay(french: str, english: str) -> None:
    assert with_double_quotes(french, english) == english


@pytest.mark.parametrize(
    ("french", "before", "after"),
    [
        ("Le « non » irlandais", "The Irish 'no' vote", 'The Irish "no" vote'),
        ('Le "non" irlandais', "The Irish “no” vote", 'The Irish "no" vote'),
        ("« Jamais plus ! »", "“Nevermore.”", '"Nevermore."'),
        ("« Je l'ai vu »", "'I've seen it'", '"I\'ve seen it"'),
        ("« Un » et « deux »", "'One' and 'two'", '"One" and "two"'),
    ],
)
def test_single_quotation_marks_become_double(french: str, before: str, after: str) -> None:
    assert with_double_quotes(french, before) == after
    assert with_double_quotes(french, after) == after
    assert count_quoted(french) == count_quoted(after)
