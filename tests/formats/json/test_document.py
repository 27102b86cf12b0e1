"""JSON as one value: read, or refused with the place."""

from __future__ import annotations

import pytest

from onetongue.errors import InputError
from onetongue.formats.format import Settings
from onetongue.formats.json.document import FORMAT


@pytest.mark.parametrize("text", ["", " \n", "\ufeff", "[]", "12", "null", '{"a": 1}', '["12 %"]'])
def test_nothing_is_read(text: str) -> None:
    assert FORMAT.read(text, (), Settings()).regions == ()


def test_no_marker_can_stand_in_a_string() -> None:
    assert FORMAT.markers == ("none",)
    assert FORMAT.decode(b'\xef\xbb\xbf"a"', "a.json").text == '\ufeff"a"'


@pytest.mark.parametrize("before", ["", "\ufeff", " \n"])
def test_strings_are_read(before: str) -> None:
    text = before + '{"title": "chat", "b": "Le chat", "c": "<a title=\'Un rat\'>Le rat</a> dort"}'
    read = FORMAT.read(text, (), Settings())
    assert [region.span.of(text) for region in read.regions] == [
        "chat", "Le chat", "<a title='Un rat'>Le rat</a> dort",
    ]  # fmt: skip
    assert [region.span.of(text) for region in read.aside] == ["Un rat"]
    assert read.notes == ()
    named = FORMAT.read(text, (), Settings(fields=("b", "x")))
    assert [region.span.of(text) for region in named.regions] == ["Le chat"]
    [note] = FORMAT.read(text, (), Settings(fields=("x",))).notes
    assert str(note) == "no string under x"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[1 2]", "text: line 1, column 4: not JSON: Expecting ',' delimiter"),
        ("\ufeffx", "text: line 1, column 1: not JSON: Expecting value"),
        ("[\n1 2]", "text: line 2, column 3: not JSON: Expecting ',' delimiter"),
        ("[1]\n[2]", "text: line 2, column 1: not JSON: Extra data; --format jsonl reads one value a line"),
        ("[1] [2]\n", "text: line 1, column 5: not JSON: Extra data"),
        ("\n[1] 2", "text: line 2, column 5: not JSON: Extra data"),
    ],
)  # fmt: skip
def test_the_place_of_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(InputError) as error:
        FORMAT.read(text, (), Settings())
    assert str(error.value) == said
    with pytest.raises(InputError, match=r"^a\.json: line"):
        FORMAT.read(text, (), Settings(name="a.json"))
