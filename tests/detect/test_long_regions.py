from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onetongue as ot
from onetongue.detect.long_regions import LONGEST, divided, part_of
from onetongue.document import Region, Span


@pytest.mark.parametrize("unit", ["A sentence here. ", "word ", "x"])
def test_covers_everything_but_white_space(unit: str) -> None:
    text = (unit * (3 * LONGEST // len(unit))).strip()
    parts = list(divided(text, Region(Span(0, len(text)), "paragraph", "r")))
    assert all(len(p.span) <= LONGEST for p in parts)
    assert "".join(p.span.of(text) for p in parts).replace(" ", "") == text.replace(" ", "")


MENU = "Potage ..... 4,50\nRôti ..... 9,00\nvin compris\nTarte ..... 3,00"


def test_a_line_with_a_leader_ends_a_piece() -> None:
    parts = list(divided(MENU, Region(Span(0, len(MENU)), "paragraph", "r")))
    assert [p.span.of(MENU) for p in parts] == [
        "Potage ..... 4,50",
        "Rôti ..... 9,00",
        "vin compris\nTarte ..... 3,00",
    ]


def test_no_piece_ends_in_a_protected_stretch() -> None:
    kept = (Span(10, 30),)
    parts = list(divided(MENU, Region(Span(0, len(MENU)), "paragraph", "r", kept)))
    assert [p.span.of(MENU) for p in parts] == [MENU[:30], MENU[30:33], MENU[34:]]
    assert [p.protected for p in parts] == [kept, (), ()]


def test_pieces_that_end_in_leaders_are_bounded_too() -> None:
    text = f"{'word ' * LONGEST}\nPotage ..... 4,50\n{'word ' * LONGEST}end"
    parts = list(divided(text, Region(Span(0, len(text)), "paragraph", "r")))
    assert max(len(p.span) for p in parts) <= LONGEST
    assert any(p.span.of(text).endswith("4,50") for p in parts)


@given(st.integers(LONGEST - 300, LONGEST + 50), st.integers(1, 60))
def test_never_cuts_a_protected_stretch(start: int, length: int) -> None:
    marker = f"⟦{'a. b ' * length}⟧"
    text = f"{('ab cd. ' * 6000)[:start]}{marker} and so on. {'ab cd. ' * 3000}end"
    stretch = Span(start, start + len(marker))
    parts = list(divided(text, Region(Span(0, len(text)), "paragraph", "r", (stretch,))))
    assert sum(stretch in p.protected for p in parts) == 1


@pytest.mark.parametrize(
    ("start", "end", "span", "kept"),
    [
        (0, 20, (1, 19), ((5, 9), (12, 15))),
        (5, 15, (5, 15), ((5, 9), (12, 15))),
        (6, 16, (6, 15), ((12, 15),)),
        (9, 14, (10, 14), ()),
    ],
)
def test_a_part_has_no_white_space_at_its_edges(
    start: int, end: int, span: tuple[int, int], kept: tuple[tuple[int, int], ...]
) -> None:
    text = " abc ⟦ab⟧ ab⟦a⟧ abc "
    whole = Region(Span(1, 19), "heading", "r", (Span(5, 9), Span(12, 15)))
    expected = Region(Span(*span), "heading", "r", tuple(Span(*one) for one in kept))
    assert list(part_of(text, whole, start, end)) == [expected]
    assert list(part_of(text, whole, 15, 16)) == []


def test_french_deep_inside_a_very_long_line() -> None:
    french = "Le maire a refusé de répondre à nos questions."
    text = "The committee met and voted. " * 3000 + french + " The committee met." * 3000
    (found,) = ot.detect(text)
    assert found.text == french
