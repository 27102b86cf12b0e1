"""Where the content of a block stands in the source."""

from __future__ import annotations

import pytest
from support.marked import unmark

from onetongue.formats.markdown.places import (
    ContentPlaces,
    SourceStretch,
    cells_of,
    of_cell,
    of_lines,
)


def shown(places: ContentPlaces | None, text: str) -> list[str] | None:
    if places is None:
        return None
    return [text[p.source : p.source + p.length] for p in places.within(0, 99)]


@pytest.mark.parametrize(
    ("content", "marked"),
    [
        ("One line", "⟦One line⟧"),
        ("One\ntwo", "> ⟦One⟧\n> ⟦two⟧"),
        ("One\n  two", "⟦One⟧\n  ⟦two⟧"),
        ("A title", "⟦A title⟧ ##"),
        ("A title", "⟦## A title⟧"),
        ("A title", "⟦######\tA title⟧ ######"),
    ],
)
def test_words_stand_where_the_lines_do(content: str, marked: str) -> None:
    text, lines = unmark(marked)
    assert shown(of_lines(content, text, lines), text) == [row.lstrip() for row in content.split("\n")]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "marked"),
    [
        ("One", "⟦Two⟧"),
        ("A title", "⟦####### A title⟧"),
        ("A title", "⟦## Another⟧"),
        ("One\ntwo", "⟦One⟧\ntwo"),
        ("One\ntwo", "⟦One⟧\n⟦too⟧"),
    ],
)
def test_what_does_not_stand_there_has_no_place(content: str, marked: str) -> None:
    text, lines = unmark(marked)
    assert of_lines(content, text, lines) is None


@pytest.mark.parametrize(
    "marked",
    [
        "⟦⟧",
        "|⟦a⟧|",
        "| ⟦a⟧ | ⟦b⟧ |",
        "⟦a⟧ | ⟦b⟧",
        "| ⟦a⟧ | ⟦⟧ |⟦c⟧",
        "|⟦a⟧|⟦⟧|⟦b⟧|",
        r"|⟦a \| b⟧|⟦c\⟧ |",
        "  |\t⟦a⟧\f|  ",
        "|\n⟦a⟧\r|",
    ],
)
def test_cells_of_a_row(marked: str) -> None:
    text, cells = unmark(marked)
    found = cells_of(text, (0, len(text)))
    assert [cell for cell in found if cell[0] < cell[1]] == [c for c in cells if c[0] < c[1]]
    assert len(found) == (len(cells) if text else 0)


def test_cells_of_a_row_among_others() -> None:
    assert cells_of("x | y\na | b\nz", (6, 11)) == [(6, 7), (10, 11)]


@pytest.mark.parametrize(
    ("content", "cell", "expected"),
    [
        ("plain", "plain", ["plain"]),
        ("a | b", r"a \| b", ["a ", "| b"]),
        ("|", r"\|", ["|"]),
        ("a|", r"a\|", ["a", "|"]),
        ("||", r"\|\|", ["|", "|"]),
        ("plain", "plane", None),
        ("a b", r"a \| b", None),
        ("plain words", "plain", None),
        ("", "", None),
    ],
)
def test_a_cell_without_its_backslashes(
    content: str, cell: str, expected: list[str] | None
) -> None:
    text = f"|x| {cell} |"
    assert shown(of_cell(content, text, (4, 4 + len(cell))), text) == expected


PLACES = ContentPlaces(
    [SourceStretch(0, 10, 5), SourceStretch(6, 20, 4), SourceStretch(10, 30, 2)], 10
)


def test_offsets() -> None:
    assert [PLACES.begin(i) for i in (0, 4, 5, 6, 9, 10)] == [10, 14, 15, 20, 23, 30]
    assert [PLACES.end(i) for i in (0, 1, 5, 7, 10, 11)] == [10, 11, 15, 21, 24, 31]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 0, []),
        (5, 6, []),
        (0, 5, [(0, 10, 5)]),
        (4, 7, [(4, 14, 1), (6, 20, 1)]),
        (6, 10, [(6, 20, 4)]),
        (9, 12, [(9, 23, 1), (10, 30, 2)]),
    ],
)
def test_pieces_are_cut(start: int, end: int, expected: list[tuple[int, int, int]]) -> None:
    assert list(PLACES.within(start, end)) == expected
    inside = PLACES.part(start, end)
    assert list(inside.within(0, end - start)) == [(c - start, s, n) for c, s, n in expected]
    assert inside.start == PLACES.end(start)
    moved = PLACES.in_source(lambda offset: offset + 100)
    assert list(moved.within(start, end)) == [(c, s + 100, n) for c, s, n in expected]
    assert moved.start == 110
