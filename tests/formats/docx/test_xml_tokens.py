"""Tokens of XML at their place, against a parser's word."""

from __future__ import annotations

from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.formats.docx.xml_tokens import fault, tokens

PARTS = st.sampled_from(
    [
        *("<a>", "</a>", "<a/>", '<a b="1 > 2" c=\'"\'>', "<a\n b = '</a>'/>", "<é:x xmlns:é='u'/>"),
        *("<!-- <a> -->", "<?go <a>?>", "<![CDATA[<a>&amp;]]>", "&amp;", "&#65;", "text", " ", "\r\n"),
        *("<", ">", "]]>", "&", "é", "😀", "<!DOCTYPE a>", "<a b='1' b='2'>", "--"),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    "text", ["<a/>", "\ufeff<a/>", "<a>" * 2000 + "</a>" * 2000, "<a>" + "<b></b>" * 2001 + "</a>"]
)
def test_what_is_read(text: str) -> None:
    assert fault(text) == ""


@given(st.lists(PARTS, max_size=12).map("".join))
def test_tokens_are_the_parsers(content: str) -> None:
    text = f"<r>{content}</r>"
    if fault(text):
        return
    told: list[tuple[str, str]] = []
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = lambda name, _: told.append(("start", name))
    parser.EndElementHandler = lambda name: told.append(("end", name))
    parser.Parse(text.encode(), True)
    found: list[tuple[str, str]] = []
    for token in tokens(text, 0, len(text)):
        if token.kind in {"open", "empty"}:
            found.append(("start", token.name))
        if token.kind in {"close", "empty"}:
            found.append(("end", token.name))
    assert found == told
    assert "".join(text[token.start : token.end] for token in tokens(text, 0, len(text))) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no element found"),
        ("<a>", "no element found"),
        ("<a></b>", "mismatched tag"),
        ("<!DOCTYPE a><a/>", "document type"),
        ('<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>', "document type"),
        ("<a>&nbsp;</a>", "undefined entity"),
        ("<a>" * 2001 + "</a>" * 2001, "nested deeper than 2000"),
        ("<a>\ud800</a>", "surrogates not allowed"),
    ],
)
def test_what_is_refused(text: str, said: str) -> None:
    assert said in fault(text)


def test_attributes_are_found_by_their_whole_name() -> None:
    (token,) = tokens('<w:x w:value="a" w:val="b &amp; c"/>', 0, 40)
    assert token.attribute("w:val") == "b & c"
    assert token.attribute("val") == ""


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("<x/>", "a", ""),
        ("<x b='a'/>", "a", ""),
        ("<x ba='1' a='2'/>", "a", "2"),
        ("<x a='it is \"so\"'/>", "a", 'it is "so"'),
        ("<x a=''/>", "a", ""),
        ("<x a='' b='2'/>", "b", "2"),
        ("<x a = '&lt;b&gt;'>", "a", "<b>"),
        ("<x a=\"it's\" b='2'>", "b", "2"),
        ('<x\n\ta="1 > 2"/>', "a", "1 > 2"),
    ],
)
def test_attributes_in_quotes_of_both_kinds(text: str, name: str, value: str) -> None:
    (token,) = tokens(text, 0, len(text))
    assert token.attribute(name) == value


def test_kinds_of_tokens() -> None:
    text = "..<a b='/'>x &amp; <!-- y --><?z?><![CDATA[<]]></a><b/>..."
    assert [(one.kind, one.name, one.text) for one in tokens(text, 2, len(text) - 3)] == [
        ("open", "a", ""),
        ("text", "", "x "),
        ("character", "", "&"),
        ("text", "", " "),
        ("other", "", ""),
        ("other", "", ""),
        ("character", "", "<"),
        ("close", "a", ""),
        ("empty", "b", ""),
    ]
