"""Which format a file is in."""

from __future__ import annotations

import pytest

from onetongue.errors import InputError
from onetongue.formats.choose import HEAD, PACKAGES, choose_format, load_format


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("", b""),
        ("a", b"Le chat"),
        ("a.b", b"# Title"),
        ("html", b""),
        (".md", b""),
        ("a.txt", b"<html>"),
        ("a.text", b"WEBVTT\n"),
        ("a", b"1. Un"),
        ("a", b"1\n00:00:01"),
        ("a", b"<p>Le chat"),
        ("a", b"<htmlx>"),
        ("a", b"[Le chat]"),
        ("a", b"[1, 2]"),
        ("a", b"{ a }"),
        ("a", b"x <html>"),
        ("a", b"WEBVTTX"),
        ("a", b"xPK\x03\x04"),
        ("a", b" " * HEAD + b"<html>"),
        ("a.txt", b"en:\n  a: b\n  c:\n    d: e\n"),
        ("README", b"[a]\nb = c\n"),
        ("a.article", b"Le chat"),
        ("a", b"<!-- a -->\n" * 1000),  # read once, or it would never end
        ("a", "Le chat".encode("utf-16")),
    ],
)
def test_anything_else_is_plain_text(name: str, data: bytes) -> None:
    assert choose_format(name, data=data) == "text"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.docx", b"", "docx"),
        ("a.HTML", b"", "html"),
        ("a.b.htm", b"", "html"),
        ("a.xhtml", b"", "html"),
        ("a.srt", b"", "subtitles"),
        ("a.vtt", b"", "subtitles"),
        ("dir.txt/a.md", b"", "markdown"),
        ("a.mkd", b"<html>", "markdown"),
        ("a.jsonl", b"", "jsonl"),
        ("a.ndjson", b"", "jsonl"),
        ("a.json", b"", "json"),
        ("a", b"PK\x03\x04x", "docx"),
        ("a", b"\xef\xbb\xbf\n<!DOCTYPE  html>", "html"),
        ("a", b"<?xml x?>\n<!-- a\nb --> <!-- c --><HTML>", "html"),
        ("a", b"<body class=x>", "html"),
        ("a", b"WEBVTT - x", "subtitles"),
        ("a", b"12 \r\n00:00:01,000 --> 00:00:02,000", "subtitles"),
        ("a", b'{"a": 1}\n', "jsonl"),
        ("a", b'{ "a": 1}\r', "jsonl"),
        ("a", b'{"a": 1}\n{"a', "jsonl"),
        ("a", b'{\n"a": 1}', "json"),
        ("a", b'{"a": [\n1]}', "json"),
        ("a", b'["a"]', "json"),
        ("a", b"[ {}]", "json"),
        ("a", b" " * (HEAD - 6) + b"<html>", "html"),
    ],
)  # fmt: skip
def test_by_suffix_else_by_the_beginning(name: str, data: bytes, expected: str) -> None:
    assert choose_format(name, data=data) == expected


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.rst", b"<html>", ".rst files"),
        ("a.TEX", b"", ".tex files"),
        ("a.pdf", b"", ".pdf files"),
        ("a.csv", b"", ".csv files"),
        ("a.yaml", b"Le chat", ".yaml files"),
        ("a.py", b"", ".py files"),
        ("a.log", b"", ".log files"),
        ("page.php", b"<html>", ".php files"),
        ("Makefile", b"", "Makefile files"),
        ("CMakeLists.txt", b"", "CMakeLists.txt files"),
        ("README", b"#!/bin/sh\n", "scripts"),
        ("a.txt", b"#!/bin/sh\n", "scripts"),
        ("a", b"[a]\nb = c\n", "TOML and INI"),
        ("a.xyz", b"<?xml version='1.0'?><a/>", "XML"),
    ],
)
def test_what_nobody_here_reads_is_refused_unless_asked_for(
    name: str, data: bytes, what: str
) -> None:
    with pytest.raises(InputError) as caught:
        choose_format(name, data=data)
    assert str(caught.value) == (
        f"{name}: this version does not read {what}; --format text reads it as plain text"
    )
    assert choose_format(name, "text", data) == "text"
    assert choose_format(name, "html", data) == "html"


@pytest.mark.parametrize(
    ("name", "markers"),
    [
        ("docx", ("bracket", "none")),
        ("html", ("attributes", "bracket", "none")),
        ("subtitles", ("none", "bracket")),
        ("markdown", ("bracket", "footnote", "none")),
        ("jsonl", ("none",)),
        ("json", ("none",)),
        ("text", ("bracket", "footnote", "none")),
    ],
)
def test_each_format_is_loaded_once(name: str, markers: tuple[str, ...]) -> None:
    assert load_format(name).markers == markers
    assert load_format(name) is load_format(name)


@pytest.mark.parametrize("name", ["auto", "", "pdf"])
def test_no_other_is(name: str) -> None:
    with pytest.raises(InputError, match=rf"format must be auto or one of docx, html, .*, text, not '{name}'"):  # fmt: skip
        load_format(name)


def test_packages() -> None:
    assert {"docx"} == PACKAGES
