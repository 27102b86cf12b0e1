"""Lines that open or close a box of documentation, and their titles."""

from __future__ import annotations

import pytest

from onetongue.formats.containers import container_line


@pytest.mark.parametrize(
    "row",
    [
        "",
        "Le chat",
        "!!! le chat est parti ce matin",
        "! note",
        "::: le {chat} dort",
        "// note | Titre",
        "/// le chat est parti",
        "/// <summary>Le chat</summary>",
        "=== le chat ===",
        ".. note:: Le chat",
        "[le chat]",
        "... le chat::",
    ],
)
def test_words_open_nothing(row: str) -> None:
    assert container_line(row) is None


@pytest.mark.parametrize(
    ("row", "title"),
    [
        ('!!! note "Le chat"', "Le chat"),
        ('    ???+ warning inline end "Le chat"', "Le chat"),
        ("??? note", ""),
        ('=== "Le chat"', "Le chat"),
        ("::: warning Le chat", "Le chat"),
        (":::note[Le chat]", "Le chat"),
        (":::: {.note}", ""),
        ("/// note | Le chat", "Le chat"),
        ("//// details | Le chat ", "Le chat"),
        ("/// caption", ""),
        ("/// html | div.le-chat", ""),
        (".. note::", ""),
        ("[!NOTE]", ""),
        ("[!tip]- Le chat", "Le chat"),
    ],
)
def test_where_the_title_stands(row: str, title: str) -> None:
    found = container_line(row)
    assert found is not None
    assert row[found.start : found.end] == title
    assert not found.is_end


@pytest.mark.parametrize("row", [":::", " ::::  ", "///", "//// "])
def test_what_closes_a_box(row: str) -> None:
    assert container_line(row) == (0, 0, True)


def test_an_alert_is_the_first_line_of_its_paragraph() -> None:
    assert container_line("[!NOTE]", is_first=False) is None
