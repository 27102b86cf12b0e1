"""What is no prose though words stand in it is listed, with its place and why."""

from __future__ import annotations

import json

import pytest
from support.word import p, r, word

from onetongue.document import FormatName, NotRead, Span
from onetongue.excerpt import shorten
from onetongue.formats import read_document, read_text
from onetongue.formats.left_out import LeftOut, left_out

CODE = "nom = prix[i]; total = {nom};"

NOTHING = [
    "12 $ | 3 $ | 4 $ = 19 $",
    "https://example.org/le/chat",
    "-----",
    "[image 2]",
    "{{ nom }}",
    "chat.jpg",
]


@pytest.mark.parametrize("text", [*NOTHING, "Le chat dort."])
def test_what_nobody_takes_for_words_is_not_listed(text: str) -> None:
    assert read_text(text).not_read == ()
    if text in NOTHING:
        assert left_out(Span(0, len(text)), text) == ()


@pytest.mark.parametrize(
    ("format_name", "text", "line"),
    [
        ("text", f"Hello.\n\n{CODE}\n", 3),
        ("markdown", f"Hello.\n\n{CODE}\n", 3),
        ("html", f"<p>Hello.</p>\n<p>{CODE}</p>\n", 2),
        ("html", f"<p>Hello.</p>\n<img alt='{CODE}, {CODE}'><p>a</p>\n", 0),
        ("json", json.dumps({"a": "Hello you.", "b": CODE}, indent=1), 3),
        ("json", json.dumps({"a": "Hello you.", "b": f"<p>Hello.</p><p>{CODE}</p>"}, indent=1), 3),
        ("jsonl", json.dumps("Hello you.") + "\n" + json.dumps(CODE), 2),
        (
            "subtitles",
            f"1\n00:00:01,000 --> 00:00:02,000\nHello.\n\n2\n00:00:03,000 --> 00:00:04,000\n{CODE}\n",
            7,
        ),
    ],
)
def test_every_format_lists_it_and_none_says_it(
    format_name: FormatName, text: str, line: int
) -> None:
    document, notes = read_document(text.encode(), name="a", requested=format_name)
    expected = (NotRead(line, f'"{CODE}"', "not prose"),) if line else ()
    assert document.not_read == expected
    assert notes == ()
    assert [str(one) for one in document.not_read] == [
        f'line {one.place}: not prose: "{CODE}"' for one in expected
    ]


def test_a_word_document_names_the_paragraph() -> None:
    document, notes = read_document(word(p(r("Hello.")) + p(r(CODE))), name="a.docx")
    assert notes == ()
    (one,) = document.not_read
    assert str(one) == f'document, paragraph 2: not prose: "{CODE}"'
    assert one.place == "document, paragraph 2"


def test_what_stands_together_is_one_entry() -> None:
    text = f"{CODE}\n\n{CODE}\n12 $\n{CODE}\n\nHello.\n\n{CODE}"
    assert [str(one).partition(": ")[0] for one in read_text(text).not_read] == [
        "lines 1–5",
        "line 9",
    ]


def test_what_an_earlier_run_wrote_is_not_listed() -> None:
    marked = "⟦fr→en 1: nom = prix[i]; total = {nom};⟧"
    text = f"Hello.\n\n{marked}"
    document = read_text(text, find_protected=lambda _: (Span(8, len(text)),))
    assert document.not_read == ()


def test_a_long_stretch_is_cut() -> None:
    assert shorten("le  chat\ndort") == '"le chat dort"'
    assert shorten("a" * 60) == f'"{"a" * 60}"'
    assert shorten("a" * 61) == f'"{"a" * 59}…"'
    (one,) = left_out(Span(0, 900), "le chat " * 100)
    assert isinstance(one, LeftOut)
    assert len(one.words) < 300
