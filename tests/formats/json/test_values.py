"""String values of JSON as regions."""

from __future__ import annotations

import json
from typing import Any

import pytest

from onetongue.document import RECORD_SCHEMA, Region, Span
from onetongue.formats.json.strings import strings
from onetongue.formats.json.values import StringReader


def reader(text: str, *fields: str, protected: tuple[Span, ...] = ()) -> tuple[StringReader, list[Region]]:  # fmt: skip
    values = StringReader(text, protected, fields)
    return values, list(values.read(strings(text)))


def read(value: Any, *fields: str) -> list[str]:
    """What is read of a value, and its kind where that is no paragraph."""
    _, found = reader(json.dumps(value), *fields)
    return [
        f"{region.prose.text}{'' if region.kind == 'paragraph' else f' ({region.rule})'}"
        for region in found
        if region.prose
    ]


@pytest.mark.parametrize(
    "value",
    [
        *("", "12 %", "a", "chat", "le-chat", "a_b", "https://example.org/le/chat", "x = [1]; y = {2}"),
        {"title": "a_b"},
        {"title": "chat1"},
        {"title": "le-gros-chat"},
        {"lang": "chat"},
        {"a": "<b>chat</b>"},
        {"schema": RECORD_SCHEMA, "text": "Le chat dort"},
        [{"text": {"a": "x", "schema": RECORD_SCHEMA, "text": ["Le chat dort"]}}],
    ],
)  # fmt: skip
def test_what_is_not_read(value: Any) -> None:
    assert read(value) == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Le chat", ["Le chat"]),
        (" Le chat ", ["Le chat"]),
        ({"title": "chat"}, ["chat (value of 'title')"]),
        ({"HEADLINE": "Chat !"}, ["Chat ! (value of 'HEADLINE')"]),
        ({"alt": ["Le chat", 1]}, ["Le chat (value of 'alt')"]),
        ({"title": {"fr": "Le chat"}}, ["Le chat"]),
        ({"title": "aujourd’hui"}, ["aujourd’hui (value of 'title')"]),
        ({"title": "Un chat dort.\n\nUn rat dort."}, ["Un chat dort.", "Un rat dort."]),
        ({"title": "Un <b>chat</b>"}, ["Un chat (value of 'title')"]),
        ({"title": "<p>Un chat</p><p>Un rat</p>"}, ["Un chat", "Un rat"]),
        ({"title": "<b>chat</b>"}, ["chat (value of 'title')"]),
        # An account of ours is passed over, what stands beside it is not.
        ([{"schema": RECORD_SCHEMA, "a": "Un rat"}, "Le chat"], ["Le chat"]),
        ({"schema": "onetongue", "a": "Le chat"}, ["Le chat"]),
        ({"a": {"schema": RECORD_SCHEMA}, "b": "Le chat"}, ["Le chat"]),
    ],
)
def test_what_is_read(value: Any, expected: list[str]) -> None:
    assert read(value) == expected


VALUE = {"a": {"b": ["Un chat", {"c": "Un rat"}]}, "b": "Un chien", "d": "loup"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (["x"], []),
        (["a"], []),
        (["b.a"], []),
        (["b"], ["Un chat", "Un chien"]),
        (["a.b"], ["Un chat"]),
        (["b.c"], ["Un rat"]),
        (["a.b.c", "d"], ["Un rat", "loup"]),
        (["b.b"], []),
    ],
)
def test_fields(fields: list[str], expected: list[str]) -> None:
    assert read(VALUE, *fields) == expected
    notes = reader(json.dumps(VALUE), *fields)[0].notes()
    assert tuple(map(str, notes)) == (
        () if expected else (f"no string under {' or '.join(sorted(fields))}",)
    )


def test_no_key_is_no_field() -> None:
    assert read(["Un chat"], "a") == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('["Le chat", "é"]', "é/<\\n"),
        ('["Le chat"]', "\\u00e9/<\\n"),
        ('\ufeff["Le chat"]', "\\u00e9/<\\n"),
        ('["L\\u00e9 chat", "é"]', "\\u00e9/<\\n"),
        ('["Lé chat \\u00e9"]', "é/<\\n"),
        ('["Le chat\\/", "é"]', "é\\/<\\n"),
        ('["Le chat \\u0026", "é"]', "\\u00e9/\\u003c\\n"),
        ('["Lé chat \\u003E"]', "é/\\u003c\\n"),
    ],
)
def test_words_are_written_as_the_document_does(text: str, written: str) -> None:
    region = reader(text)[1][0]
    assert region.prose
    assert region.prose.within(0, 2).escape("é/<\n") == written


def test_regions_stand_between_the_quotes() -> None:
    text = r'["\n Le \u00e9t\u00e9 <b>&amp;</b>", "\tUn\u0020chat. \ud83d\ude00"]'
    _, found = reader(text)
    assert [region.span.of(text) for region in found] == [
        r"Le \u00e9t\u00e9 <b>&amp;</b>",
        r"Un\u0020chat. \ud83d\ude00",
    ]


def test_protected_stretches_of_a_value() -> None:
    text = r'["Un ⟦\u0061⟧ chat", "x", "Un rat ⟦b⟧", "Un <b>⟦c⟧</b> loup"]'
    spans = tuple(
        Span(text.index(one), text.index(one) + len(one)) for one in (r"⟦\u0061⟧", "⟦b⟧", "⟦c⟧")
    )
    _, found = reader(text, protected=spans)
    assert [[span.of(text) for span in one.protected] for one in found] == [[one.of(text)] for one in spans]  # fmt: skip
    # One that goes on beyond its value is none, nor one before it.
    (far, near) = Span(text.index("chat"), text.index("rat")), Span(text.index("⟦b"), text.index("⟦b") + 3)  # fmt: skip
    _, found = reader(text, protected=(Span(0, 1), far, near))
    assert [[span.of(text) for span in one.protected] for one in found] == [[], ["⟦b⟧"], []]


def test_what_a_reader_should_know() -> None:
    one = r'["Un\n\n- <b>le</b> chat"]'
    values, _ = reader(f"\n{one}")
    assert tuple(map(str, values.notes())) == (
        "line 2: 1 string with tags among lines of text, read as plain text, from this line on",
    )
    values, _ = reader(f"[{one},\n{one}]")
    assert str(values.notes()[0]).startswith("line 1: 2 strings with tags")
    values, found = reader("""["<a title='Le chat'>Un chat</a> dort"]""")
    assert [region.prose.text for region in values.aside if region.prose] == ["Le chat"]
    assert len(found) == 1
