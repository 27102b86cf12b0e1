"""Where the strings of a JSON text stand."""

from __future__ import annotations

import json

import pytest

from onetongue.formats.json.strings import (
    DEEPEST,
    Offsets,
    decoded,
    encoded,
    escapes,
    fault,
    pointer,
    strings,
)


@pytest.mark.parametrize(
    "words", ["", "a", "C'est l'été.", "a/b", "<a> & b", "𝄞", "\u2028", "\x7f"]
)
def test_words_that_need_no_escape_stay(words: str) -> None:
    assert encoded(words) == words
    assert decoded(words) == words


@pytest.mark.parametrize(
    ("words", "options", "written"),
    [
        ('a "b" \\', {}, 'a \\"b\\" \\\\'),
        ("a\nb\t\x00", {}, "a\\nb\\t\\u0000"),
        ("é𝄞", {"ascii_only": True}, "\\u00e9\\ud834\\udd1e"),
        ("\ud800é", {}, "\\ud800é"),
        ("a/b", {"slashes": True}, "a\\/b"),
        ("<a> & b", {"signs": True}, "\\u003ca\\u003e \\u0026 b"),
        ("é/<", {"slashes": True, "signs": True}, "é\\/\\u003c"),
    ],
)
def test_escapes(words: str, options: dict[str, bool], written: str) -> None:
    assert encoded(words, **options) == written
    assert decoded(written) == words


NESTED = "[" * DEEPEST + "]" * DEEPEST


@pytest.mark.parametrize(
    "text",
    [
        '"a"', " 1 ", "null", "[NaN, -Infinity]", '{"a": 1, "a": 2}', "9" * 5000, NESTED,
        "[" * (DEEPEST - 1) + "[],{}" + "]" * (DEEPEST - 1), "[[1]" + ",[1]" * DEEPEST + "]",
        '{"a": "' + "[" * (DEEPEST + 1) + '"}',
    ],
)  # fmt: skip
def test_what_is_json(text: str) -> None:
    assert fault(text) is None


@pytest.mark.parametrize(
    ("text", "message", "offset"),
    [
        ("", "Expecting value", 0),
        ("{'a': 1}", "Expecting property name enclosed in double quotes", 1),
        ("1 2", "Extra data", 2),
        ('"a\nb"', "Invalid control character at", 2),
        (f"[{NESTED}]", "nested deeper than 400 levels", 0),
        ('{"a":' * (DEEPEST + 1) + "1" + "}" * (DEEPEST + 1), "nested deeper than 400 levels", 0),
        ("[" * DEEPEST + "[1, 2]" + "]" * DEEPEST, "nested deeper than 400 levels", 0),
        ("[" * 100_000, "nested deeper than 400 levels", 0),
    ],
)
def test_why_a_text_is_none(text: str, message: str, offset: int) -> None:
    assert fault(text) == (message, offset)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[]", {}),
        ("[1, [2, 3], {}]", {}),
        ('{"a": 1}', {}),
        ('"a"', {"": "a"}),
        ('["a", 1, "b"]', {"/0": "a", "/2": "b"}),
        ('[1, [], "a"]', {"/2": "a"}),
        ('[[1, 2], "a"]', {"/1": "a"}),
        ('[["a"], ["b", "c"]]', {"/0/0": "a", "/1/0": "b", "/1/1": "c"}),
        ('{"a": {}, "b": "c"}', {"/b": "c"}),
        ('{"a": {"b": "c"}, "d": ["e", {"f": "g"}]}', {"/a/b": "c", "/d/0": "e", "/d/1/f": "g"}),
        ('{"a\\"b\\u00e9" : "\\\\"}', {'/a"bé': "\\\\"}),
        ('{"a": "b:[,{"}', {"/a": "b:[,{"}),
        ('[1, "a", {"b": [2, "c"]}, "d"]', {"/1": "a", "/2/b/1": "c", "/3": "d"}),
        ('{"a~b/c": "d"}', {"/a~0b~1c": "d"}),
    ],
)
def test_strings(text: str, expected: dict[str, str]) -> None:
    assert json.loads(text) is not None
    found = {pointer(one.path): text[one.start : one.end] for one in strings(text)}
    assert found == expected
    moved = {pointer(one.path): one.start - 2 for one in strings(f"[]{text}[]", 2, len(text) + 2)}
    assert moved == {pointer(one.path): one.start for one in strings(text)}


def test_offsets_go_there_and_back() -> None:
    text = r'["a\n\u00e9b\ud834\udd1ec\\"]'
    (value,) = strings(text)
    offsets = Offsets(text, value)
    reading = decoded(text[value.start : value.end])
    assert reading == "a\néb𝄞c\\"
    starts = [2, 3, 5, 11, 12, 24, 25, 27]
    assert [offsets.source(i) for i in range(len(reading) + 1)] == starts
    assert [offsets.reading(at) for at in starts] == list(range(len(reading) + 1))
    assert [text[a:b] for a, b in escapes(text, value.start, value.end)] == [
        "\\n", "\\u00e9", "\\ud834\\udd1e", "\\\\",
    ]  # fmt: skip
    # Half of a pair is a character of its own.
    assert list(escapes(r"\ud834\u0041\udd1e", 0, 18)) == [(0, 6), (6, 12), (12, 18)]
