"""Characters that need care: what is none of them, what is, and a parser's word on XML's."""

from __future__ import annotations

import sys
from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.characters import (
    NEWLINE,
    NOT_XML,
    SURROGATE,
    SURROGATE_PAIR,
    escape_not_xml,
    escape_xml,
)


@pytest.mark.parametrize(
    "text",
    ["", "Été, « 1\u202f960 »", "\t\n\r ", "\x7f\x85\u2028\ufffd", "\ud7ff\ue000", "😀\U0010ffff"],
)
def test_what_xml_holds_stays(text: str) -> None:
    assert not NOT_XML.search(text)
    assert not SURROGATE.search(text)
    assert escape_not_xml(text) == text


@pytest.mark.parametrize("text", ["", "a\x0bb", "a\x0cb", "a\x1cb", "a\x85b", "a\u2028b", "\\n"])
def test_what_ends_no_line(text: str) -> None:
    assert not NEWLINE.search(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb\rc\r\nd", ["a", "b", "c", "d"]),
        ("\r\n\n\r", ["", "", "", ""]),
        ("a\r\r\nb", ["a", "", "b"]),
        ("a\n\r\n", ["a", "", ""]),
    ],
)
def test_lines(text: str, lines: list[str]) -> None:
    assert NEWLINE.split(text) == lines


@pytest.mark.parametrize(
    ("text", "surrogates", "pairs"),
    [
        ("a\ud83d\ude00b", 2, 1),
        ("\ude00\ud83d", 2, 0),
        ("\ud800 \udfff", 2, 0),
        ("\udbff\udc00", 2, 1),
    ],
)
def test_surrogates(text: str, surrogates: int, pairs: int) -> None:
    assert len(SURROGATE.findall(text)) == surrogates
    assert len(SURROGATE_PAIR.findall(text)) == pairs


@pytest.mark.parametrize(
    ("text", "written"),
    [("a\x00b", r"a\x00b"), ("\x1b[31m", r"\x1b[31m"), ("\udce9é", r"\udce9é"), ("￾", r"\ufffe")],
)
def test_what_xml_cannot_hold_is_written_out(text: str, written: str) -> None:
    assert escape_not_xml(text) == written


def test_a_parser_reads_every_character_that_xml_holds() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    content = NOT_XML.sub("", every).replace("&", "&amp;").replace("<", "&lt;")
    expat.ParserCreate().Parse(f"<a>{content}</a>", True)
    assert len(NOT_XML.findall(every)) == 29 + 0x800 + 2  # controls, surrogates, U+FFFE and U+FFFF


@pytest.mark.parametrize("code", [*sorted({*range(0x20)} - {9, 10, 13}), 0xFFFE, 0xFFFF])
def test_a_parser_refuses_the_others(code: int) -> None:
    assert NOT_XML.fullmatch(chr(code))
    for written in (chr(code), f"&#{code};"):
        with pytest.raises(expat.ExpatError):
            expat.ParserCreate().Parse(f"<a>{written}</a>", True)


@given(st.text(st.characters()))
def test_what_is_written_out_xml_can_hold(text: str) -> None:
    assert not NOT_XML.search(escape_not_xml(text))


@given(st.text().map(lambda text: NOT_XML.sub("", text)))
def test_a_parser_reads_what_was_escaped(text: str) -> None:
    read: list[str] = []
    parser = expat.ParserCreate()
    parser.CharacterDataHandler = read.append
    parser.Parse(f"<a>{escape_xml(text)}</a>".encode(), True)
    assert "".join(read) == text
