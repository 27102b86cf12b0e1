"""Which record and which field an offset lies in."""

from __future__ import annotations

import pytest

from onetongue.formats.json.places import RecordPlaces


def ids(*records: str) -> list[str | int | None]:
    """The id of each record, which holds the word HERE."""
    text = "\n".join(records)
    places = RecordPlaces(text)
    found, at = [], -1
    while (at := text.find("HERE", at + 1)) >= 0:
        found.append(places.at(at).id)
    return found


@pytest.mark.parametrize(
    "record",
    [
        '"HERE"',
        '["id", "HERE"]',
        '{"a": "HERE"}',
        '{"id": null, "a": "HERE"}',
        '{"id": true, "a": "HERE"}',
        '{"id": 1.5, "a": "HERE"}',
        '{"id": ["x"], "a": "HERE"}',
        '{"a": {"id": "x", "b": "HERE"}}',
        '{"ID": "x", "a": "HERE"}',
        pytest.param('{"a": "HERE", "id": ' + "[" * 100_000, id="deep"),
    ],
)
def test_a_record_without_an_id(record: str) -> None:
    if record.endswith("["):
        record += "]" * 100_000 + "}"
    assert ids(record) == [None]


@pytest.mark.parametrize(
    ("record", "name"),
    [
        ('{"id": 7, "a": "HERE"}', 7),
        ('{"a": "HERE", "id": "x"}', "x"),
        ('{"url": "u", "a": "HERE", "_id": "x"}', "x"),
        ('{"id": null, "url": "u", "a": "HERE"}', "u"),
        ('{"id": 1234567890123456789, "a": "HERE"}', 1234567890123456789),
        ('{"id": 12345678901234567890, "a": "HERE"}', "12345678901234567890"),
        ('{"id": "", "a": "HERE"}', ""),
        ('{"id": 0, "a": "HERE"}', 0),
    ],
)
def test_the_likeliest_key_is_the_id(record: str, name: str | int) -> None:
    assert ids(record) == [name]


def test_offsets_in_any_order() -> None:
    text = '\ufeff{"id": 1, "a": "bb", "c": ["d", "e"]}\r\n\n{"id": 2, "a/b": "f"}\n["g"]\n'
    places = RecordPlaces(text)
    expected = {"bb": (1, 1, "/a"), "d": (1, 1, "/c/0"), "e": (1, 1, "/c/1"), "f": (3, 2, "/a~1b"), "g": (4, None, "/0")}  # fmt: skip
    for words in [*expected, *reversed(expected)]:
        at = text.index(f'"{words}"') + 1
        assert places.at(at) == expected[words]
        assert places.at(at + len(words) - 1) == expected[words]
