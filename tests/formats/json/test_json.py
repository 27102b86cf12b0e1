"""JSON and JSON Lines: what is not a French string stays, to the byte."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.engine import Engine

import onetongue as ot
from onetongue.document import NotRead
from onetongue.errors import InputError

FIXTURE = Path(__file__).parents[3] / "fixtures" / "nagorno-karabakh-jsonl"
ENGLISH = "The committee met on Thursday and decided, after a long debate, to postpone the vote."
FRENCH = "Le maire a refusé de répondre à nos questions."
TRANSLATED = 'The mayor said: "No\\" – and left.'
HEADING = "Service minimum diplomatique"
ENTRIES = {FRENCH: TRANSLATED, HEADING: "Bare minimum of diplomacy"}


def normalizer(**options: Any) -> ot.Normalizer:
    return ot.Normalizer(
        ot.Options(**options), engine=Engine(ENTRIES, lambda _: "Something was said.")
    )


def jsonl(text: str, **options: Any) -> ot.NormalizedDocument:
    return normalizer(**options).normalize(text, name="a.jsonl", format="jsonl")


def readings(text: str, format: ot.document.FormatName = "jsonl", **options: Any) -> list[str]:  # noqa: A002
    document = normalizer(**options).read_text(text, format=format)
    return [region.prose.text for region in document.regions if region.prose]


# No change first: what is no French string stays as it is, however odd.

ODD = [
    "",
    "\n",
    " \r\n\t\n",
    "\ufeff",
    "null",
    '{"n": [1E5, -0, 1.0, 1e-999, 123456789012345678901234567890, NaN, -Infinity]}\r\n',
    f'{{"n": {"9" * 5000}}}',
    r'{"a": "\/ \u0041 \b\f\n\r\t \" \\ \u00E9\u00e9 \ud83d\ude00 \ud83d"}',
    '{"a": 1, "a": 2, "a": "b",   "a" :{ } , "": [ ] }',
    '\ufeff{"a": 1}\n\n\n  {"b": 2}  \n[[[], {}], ""]\r\n"x"',
    f'{{"{FRENCH}": 1, "{HEADING}": ["{ENGLISH}"]}}',
    f'{{"id": "le-ministre-russe", "b": "les_chats_rouges", "c": "politique", "n": "{HEADING[:7]}"}}',
    '{"url": "https://example.org/le-ministre-des-affaires", "date": "2023-09-18T10:00:00Z"}',
    '{"mail": "le.ministre@example.fr", "path": "/var/le/chat/noir", "b64": "TGVjaGF0ZXN0bm9pcg=="}',
    f"{'[' * 400}{']' * 400}",
    '{"a": "⟦fr→en 1: Le chat est assis sur le canapé.⟧"}',
]


@pytest.mark.parametrize("text", ODD)
def test_stays_as_it_is(text: str) -> None:
    result = jsonl(text)
    assert (result.text, result.records) == (text, ())


@pytest.mark.parametrize("text", ["", " \n", '\ufeff{"a":\n [1E5,\r\n "b"]}', '{"a": 1, "a": 2}'])
def test_json_stays_as_it_is(text: str) -> None:
    result = normalizer().normalize(text, format="json")
    assert (result.text, result.records) == (text, ())


def test_what_stands_around_french_stays() -> None:
    before = '\ufeff{"n":1E5 ,"a\\u0041": "\\/\\u0041 é", "a": [ -0,"", "' + ENGLISH + " "
    after = '" ] , "a":  NaN}\r\n\r\n{"x": 1.0}'
    result = jsonl(before + FRENCH + after)
    assert len(result.records) == 1
    assert result.text.startswith(before)
    assert result.text.endswith(after)


# What is read.


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": "Un chat dort.", "b": {"c": ["Il ronfle.", 3]}}', ["Un chat dort.", "Il ronfle."]),
        ('"Un chat dort."\n["Il ronfle."]\n', ["Un chat dort.", "Il ronfle."]),
        (
            r'{"a": "Un \"chat\" d\u00f4rt.\n\nIl\u00a0ronfle."}',
            ['Un "chat" dôrt.', "Il\xa0ronfle."],
        ),
        (r'{"a": "\u00e9t\u00e9 \u00e0 b"}', ["été à b"]),
        (r'{"a": "Ah \ud83d\ude00\ud83d oh."}', ["Ah 😀\ud83d oh."]),
        ('{"Un chat dort.": "Il ronfle."}', ["Il ronfle."]),
        ('{"title": "Paris", "type": "article", "alt": "a_b", "legend": "x-y-z"}', ["Paris"]),
        ('{"a": [[1, 2, [3]], [], [4, "Un chat dort."]]}', ["Un chat dort."]),
    ],
)
def test_reads(text: str, expected: list[str]) -> None:
    assert readings(text) == expected
    if "\n" not in text:
        assert readings(text, "json") == expected


NESTED = json.dumps(
    {
        "title": "The one.",
        "article": {"body": ["The two.", {"note": "The three."}], "title": "The four."},
        "other": {"body": "The five.", "a.b": "The six."},
        "body": {"title": ["The seven."], "text": "The eight."},
    }
)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("title", ["one", "four", "seven"]),
        ("body", ["two", "five"]),
        ("article.body", ["two"]),
        (("article.body.note", "a.b"), ["three", "six"]),
        (("body.title", "text"), ["seven", "eight"]),
        ("icle.body", []),
    ],
)
def test_fields(fields: str | tuple[str, ...], expected: list[str]) -> None:
    assert readings(NESTED, fields=fields) == [f"The {word}." for word in expected]


def test_a_named_field_may_hold_one_word() -> None:
    assert readings('{"category": "politique", "b": "c"}', fields="category") == ["politique"]


def test_says_that_no_field_is_there() -> None:
    reader = normalizer(format="jsonl", fields=("titel", "boddy"))
    document, notes = reader.read(b'{"title": "x"}', "a.jsonl")
    assert notes == ("no string under boddy or titel",)
    assert document.not_read == (NotRead(1, "every string", "none is under boddy or titel"),)
    assert normalizer(fields="title").read(b'{"title": "x"}', "a.jsonl")[1] == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ('{"Title": "Un chat dort."}', ["heading"]),
        ('{"image": {"alt": "Un chat dort."}, "captions": ["Il ronfle."]}', ["caption"] * 2),
        ('{"body": "Un chat dort."}', ["paragraph"]),
        (
            f'{{"body": "{ENGLISH}\\n\\n{HEADING}\\n\\n{ENGLISH}"}}',
            ["paragraph", "heading", "paragraph"],
        ),
        (f'{{"title": "{ENGLISH}\\n\\n{ENGLISH}"}}', ["paragraph", "paragraph"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [r.kind for r in normalizer().read_text(text, format="json").regions] == kinds


# What is written.


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (FRENCH, r"The mayor said: \"No\\\" – and left."),
        (
            FRENCH.replace("é", r"\u00e9").replace("à", r"\u00e0"),
            r"The mayor said: \"No\\\" \u2013 and left.",
        ),
        (f"{FRENCH} \\/ {ENGLISH}", rf"The mayor said: \"No\\\" – and left. \/ {ENGLISH}"),
    ],
)
def test_writes_strings_as_the_document_does(value: str, expected: str) -> None:
    text = f'{{"a": "{value}"}}\n'
    result = jsonl(text)
    assert result.text == f'{{"a": "{expected}"}}\n'
    assert ot.revert(result.text, result.provenance()) == text


def test_every_language_of_lines() -> None:
    text = f'{{"title": "{HEADING}", "body": "{ENGLISH}\\n\\n{FRENCH}\\r\\n\\r\\n{ENGLISH}"}}\n'
    result = jsonl(text)
    value = json.loads(result.text)
    assert value["title"] == ENTRIES[HEADING]
    assert value["body"] == f"{ENGLISH}\n\n{TRANSLATED}\r\n\r\n{ENGLISH}"
    assert [r.segment.kind for r in result.records] == ["heading", "paragraph"]


def test_takes_no_markers() -> None:
    with pytest.raises(InputError, match="takes markers none"):
        jsonl(f'"{FRENCH}"', markers="bracket")


def test_the_fixture() -> None:
    source = (FIXTURE / "input.jsonl").read_bytes()
    result = normalizer().normalize_bytes(source, name="input.jsonl")
    written, kept = result.text, source.decode()
    for record in reversed(result.records):
        written = written[: record.target.start] + "…" + written[record.target.end :]
        kept = kept[: record.segment.span.start] + "…" + kept[record.segment.span.end :]
    assert written == kept
    assert ot.revert(result.text, result.provenance()).encode() == source


# What is no JSON.


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": 1}\n\n{"a": }\n', "a.jsonl: line 3, column 7: not JSON: Expecting value"),
        ('{"a": "\t"}', "a.jsonl: line 1, column 8: not JSON: Invalid control character"),
        ("\ufeff{'a': 1}", "a.jsonl: line 1, column 2: not JSON: Expecting property name"),
        ("1 2", "a.jsonl: line 1, column 3: not JSON: Extra data"),
        ("[" * 100_000, "a.jsonl: line 1, column 1: not JSON: nested deeper than 400 levels"),
        (f"{'[' * 401}{']' * 401}", "a.jsonl: line 1, column 1: not JSON: nested deeper than"),
        ("[]\n\x00\n", "a.jsonl: line 2"),
    ],
)
def test_a_line_that_is_no_json(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        jsonl(text)
    assert str(caught.value).startswith(message)
    assert "--on-error skip" in str(caught.value)


def test_bad_lines_are_passed_through_and_counted() -> None:
    text = f'{{"a": "{FRENCH}"}}\n{{{FRENCH}\n"ok"\r\n\n{{"a": "{FRENCH}"\n'
    reader = normalizer(on_error="skip")
    document, notes = reader.read(text.encode(), "a.jsonl")
    assert notes == ("2 lines are no JSON and were left as they are, the first is line 2",)
    result = reader.normalize_document(document)
    assert result.text.split("\n")[1:] == text.split("\n")[1:]
    assert len(result.records) == 1
    what = "2 lines, of which this is the first"
    assert result.not_read == (NotRead(2, what, "they are no JSON"),)
    document, notes = reader.read(b"[]\n[", "a.jsonl")
    assert notes == ("1 line is no JSON and was left as it is: line 2",)
    assert document.not_read == (NotRead(2, "the line", "it is no JSON"),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a":\n  [1,]}', "a.json: line 2, column 6: not JSON: "),
        ('\ufeff{"a" 1}', "a.json: line 1, column 6: not JSON: "),
        (
            '{"a": 1}\n{"a": 2}\n',
            "line 2, column 1: not JSON: Extra data; --format jsonl reads one",
        ),
    ],
)
def test_json_that_is_none(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        normalizer().normalize(text, name="a.json", format="json")
    assert message in str(caught.value)
    assert ("jsonl" in str(caught.value)) == ("jsonl" in message)


# Properties.

_STRINGS = st.one_of(
    st.sampled_from(
        [FRENCH, HEADING, f"{ENGLISH} {FRENCH}", f"{FRENCH}\n\n{ENGLISH}", "a/b", "\\"]
    ),
    st.text(max_size=8),
    st.characters(codec="utf-8"),
)
_NUMBERS = st.one_of(st.integers(), st.floats(allow_nan=False), st.booleans(), st.none())
VALUES = st.recursive(
    st.one_of(_STRINGS, _NUMBERS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(_STRINGS, inner, max_size=4)
    ),
    max_leaves=12,
)


def translated(value: object) -> object:
    if isinstance(value, str):
        for french, english in ENTRIES.items():
            value = value.replace(french, english)
        return value
    if isinstance(value, list):
        return [translated(inner) for inner in value]
    if isinstance(value, dict):
        return {key: translated(inner) for key, inner in value.items()}
    return value


@given(st.lists(VALUES, max_size=4), st.booleans(), st.sampled_from(["\n", "\r\n", "\n\n", " \n"]))
def test_just_the_french_strings_change(
    values: list[object],
    ascii_only: bool,
    newline: str,
) -> None:
    lines = [json.dumps(value, ensure_ascii=ascii_only) for value in values]
    source = newline.join(lines)
    result = jsonl(source)
    written = result.text.split(newline)
    assert [json.loads(line) for line in written if line] == [translated(v) for v in values]
    for old, new, value in zip(lines, written, values, strict=False):
        assert old == new or value != translated(value)
    assert ot.revert(result.text, result.provenance()) == source
    assert jsonl(result.text).records == ()


@given(VALUES, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_json_of_any_layout(value: object, indent: int | str | None, ascii_only: bool) -> None:
    source = json.dumps(value, ensure_ascii=ascii_only, indent=indent) + "\n"
    result = normalizer().normalize(source, format="json")
    assert json.loads(result.text) == translated(value)
    assert ot.revert(result.text, result.provenance()) == source
    assert normalizer().normalize(result.text, format="json").text == result.text


@given(
    st.text(alphabet='{}[]":,\\/u0dDcC8eE-+.naft \t\r\n\x00é⟦⟧\ufeff'),
    st.sampled_from(["json", "jsonl"]),
)
def test_any_text_is_read_or_refused(text: str, format: Any) -> None:  # noqa: A002
    try:
        result = normalizer(on_error="skip").normalize(text, format=format)
    except InputError:
        assert format == "json"
        return
    assert result.text == text
