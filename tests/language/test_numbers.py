"""Numbers: what stays, French forms made English, and their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.language.numbers import anglicize, english, french

if TYPE_CHECKING:
    from decimal import Decimal

UNCHANGED = [
    ("1,960 men", "1 960 hommes"),
    ("for 3 h", "pendant 3 h"),
    ("1,2,3", "1,2,3"),
    ("call 01 42 300 000", "appelez 01 42 300 000"),
    ("in 2020 300 men", "en 2020 300 hommes"),
    ("on 18/09/2023", "le 18/09/2023"),
    ("v. 3.8.3", "v. 3.8.3"),
    ("https://example.org/1,5", "1,5 https://example.org/1,5"),
    ("1 960 men at 19 h 30", "des hommes"),  # the engine's own
    ("25 h 30, 9 h 60, 119 h 30", "25 h 30, 9 h 60, 119 h 30"),  # no hours
]

ANGLICIZED = [
    ("1 960 men", "1 960 hommes", "1,960 men"),
    ("1 960 men", "1\u202f960 hommes", "1,960 men"),
    ("1\u00a0234\u00a0567,8", "1 234 567,8", "1,234,567.8"),
    ("30,45%", "30,45 %", "30.45%"),
    ("at 19 h 30", "à 19 h 30", "at 19:30"),
    ("at 19h30", "à 19 h 30", "at 19:30"),
]


@pytest.mark.parametrize(("text", "source"), UNCHANGED)
def test_stays(text: str, source: str) -> None:
    assert anglicize(text, source) == text


@pytest.mark.parametrize(("text", "source", "expected"), ANGLICIZED)
def test_anglicize(text: str, source: str, expected: str) -> None:
    assert anglicize(text, source) == expected


def numbers(values: tuple[frozenset[Decimal], ...]) -> list[list[str]]:
    return [sorted(f"{value.normalize():f}" for value in one) for one in values]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 960 soldats", [["1960"]]),
        ("1.960.000,5", [["1960000.5"]]),
        ("30,45 %", [["30.45"]]),
        ("1.960", [["1.96", "1960"]]),
        ("1957-58", [["1957"], ["1958", "58"]]),
        ("3.8.3", [["3"], ["8"], ["3"]]),
        ("le 18/09/2023 à 19 h 30", [["18"], ["9"], ["2023"], ["19"], ["30"]]),
        ("{a1} user_2", []),
    ],
)
def test_french(text: str, expected: list[list[str]]) -> None:
    assert numbers(french(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,960 soldiers", [["1960"]]),
        ("30.45%", [["30.45"]]),
        ("30,45%", [["30"], ["45"]]),
        ("7:30 p.m.", [["19", "7"], ["30", "42"]]),
        ("7.55 am", [["7"], ["55"]]),
        ("1950–53, 12-50", [["1950"], ["1953", "53"], ["12"], ["50"]]),
        ("the 1980s, 1st", [["1980"], ["1"]]),
    ],
)
def test_english(text: str, expected: list[list[str]]) -> None:
    assert numbers(english(text)) == expected


@given(st.decimals(0, 10**9, places=2), st.sampled_from([" ", "\u00a0", "\u202f"]))
def test_a_copied_number_keeps_its_value(value: Decimal, space: str) -> None:
    source = f"{value:,.2f}".replace(",", space).replace(".", ",")
    result = anglicize(f"it is {source} now", source)
    assert result == f"it is {value:,.2f} now"
    assert english(result) == french(source) == (frozenset({value}),)


@given(st.text(), st.text())
def test_nothing_but_copied_numbers_changes(text: str, source: str) -> None:
    assert anglicize(text, "") == text
    assert anglicize(anglicize(text, source), source) == anglicize(text, source)
