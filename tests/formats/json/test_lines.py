"""JSON Lines: a value a line."""

from __future__ import annotations

import pytest

from onetongue.errors import InputError
from onetongue.formats.format import Read, Settings
from onetongue.formats.json.lines import FORMAT, lines

SKIP = Settings(on_error="skip")


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff", " \t\r\n", "[]\n{}\n", "12\n"])
def test_nothing_is_read(text: str) -> None:
    assert FORMAT.read(text, (), Settings()) == Read(())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", [(1, "a")]),
        ("a\nb\n", [(1, "a"), (2, "b")]),
        ("\ufeffa\r\n\r\n b", [(1, "a\r"), (3, " b")]),
        ("a\u2028b\x0bc\rd", [(1, "a\u2028b\x0bc\rd")]),
        ("\n\n\na", [(4, "a")]),
        ("\u00a0\n", [(1, "\u00a0")]),
    ],
)
def test_lines(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(line.number, text[line.start : line.end]) for line in lines(text)] == expected


def test_each_line_with_regions_is_a_part() -> None:
    text = '{"a": "Le chat"}\r\n{"a": 1}\n\n["Un rat", "Un loup"]'
    read = FORMAT.read(text, (), Settings())
    assert [region.span.of(text) for region in read.regions] == ["Le chat", "Un rat", "Un loup"]
    assert [part.of(text) for part in read.parts] == ['{"a": "Le chat"}\r', '["Un rat", "Un loup"]']
    assert tuple(map(str, read.notes)) == ()
    aside = FORMAT.read("""["<a title='Le chat'>Un chat</a> dort"]""", (), Settings()).aside
    assert len(aside) == 1
    assert FORMAT.markers == ("none",)


def test_a_line_that_is_no_json_is_an_error_or_counted() -> None:
    text = '["Le chat"]\n[1 2]\n["Un rat"]\n'
    with pytest.raises(InputError) as error:
        FORMAT.read(text, (), Settings())
    assert str(error.value) == (
        "text: line 2, column 4: not JSON: Expecting ',' delimiter; "
        "--on-error skip leaves such lines as they are"
    )
    read = FORMAT.read(text, (), SKIP)
    assert [region.span.of(text) for region in read.regions] == ["Le chat", "Un rat"]
    assert tuple(map(str, read.notes)) == ("1 line is no JSON and was left as it is: line 2",)
    many = FORMAT.read("\n1 2\n[1]\n1 2\nx\n", (), SKIP)
    assert tuple(map(str, many.notes)) == (
        "3 lines are no JSON and were left as they are, the first is line 2",
    )
    both = FORMAT.read("x\n", (), Settings(on_error="skip", fields=("a",)))
    assert len(both.notes) == 2
