"""XML from anyone: what is read as it stands, and what is refused, why and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.untrusted_xml import Refusal, RefusedXmlError, UntrustedXml


def told(content: bytes | str, *, size: int = 0, allow_doctype: bool = False) -> list[str]:
    """What a reader is told of a document that is fed `size` bytes at a time, or at once."""
    found: list[str] = []
    xml = UntrustedXml(
        start=lambda name, attributes: found.append(f"<{name}{''.join(attributes.values())}>"),
        end=lambda name: found.append(f"</{name}>"),
        text=found.append,
        allow_doctype=allow_doctype,
    )
    pieces = [content]
    if size:
        pieces = [content[at : at + size] for at in range(0, len(content), size)]
    for piece in pieces:
        xml.feed(piece, is_last=False)
    xml.feed(b"")
    return found


READ = [
    ("<a/>", ["<a>", "</a>"]),
    ("\ufeff<a>é\n b</a>", ["<a>", "é\n b", "</a>"]),
    ("<a b='c &amp; d'>&lt;&#233;&gt;</a>", ["<ac & d>", "<é>", "</a>"]),
    ("<a><![CDATA[<b>]]></a>", ["<a>", "<b>", "</a>"]),
    ("<?xml version='1.0'?><!-- no --><a>1<?go?>2</a>", ["<a>", "12", "</a>"]),
    ("<n:a xmlns:n='u'/>", ["<n:au>", "</n:a>"]),
]


@pytest.mark.parametrize(("text", "expected"), READ)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_what_is_read(text: str, expected: list[str], encoding: str) -> None:
    content = text.removeprefix("\ufeff" if encoding == "utf-16" else "").encode(encoding)
    assert told(content) == expected


@pytest.mark.parametrize(("text", "expected"), READ)
def test_piece_by_piece_it_is_the_same(text: str, expected: list[str]) -> None:
    assert "".join(told(text.encode(), size=1)) == "".join(expected)


def test_a_declared_encoding_is_for_bytes() -> None:
    text = "<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>"
    assert told(text.encode("iso-8859-1")) == ["<a>", "é", "</a>"]
    assert told(text) == ["<a>", "é", "</a>"]


def test_a_document_type_may_be_allowed() -> None:
    content = b"<!DOCTYPE tmx SYSTEM 'file:///no/such/tmx14.dtd'><tmx/>"
    assert told(content, allow_doctype=True) == ["<tmx>", "</tmx>"]


LAUGHS = b"<!DOCTYPE a [\n<!ENTITY b 'ha'>\n<!ENTITY c '&b;&b;'>\n]>\n<a>&c;</a>"


@pytest.mark.parametrize(
    ("content", "reason", "what", "line"),
    [
        (b"", "damaged", "no element found", 1),
        (b"<a>\n", "damaged", "no element found", 2),
        (b"<a>\n</b>", "damaged", "mismatched tag", 2),
        (b"<a/>\n\njunk", "damaged", "junk after document element", 3),
        (b"<a b='1' b='2'/>", "damaged", "duplicate attribute", 1),
        (b"<a>&nbsp;</a>", "damaged", "undefined entity", 1),
        (b"<a>\n\x01</a>", "damaged", "not well-formed (invalid token)", 2),
        (b"<a>\n\xff</a>", "damaged", "not well-formed (invalid token)", 2),
        (b"<a>&#xFFFE;</a>", "damaged", "reference to invalid character number", 1),
        ("<a>\ud800</a>", "encoding", "surrogates not allowed", 1),
        (b"<?xml version='1.0' encoding='x-none'?><a/>", "encoding", "unknown encoding: x-none", 1),
        (b"<?xml version='1.0' encoding='big5'?><a/>", "encoding", "multi-byte encodings", 1),
        (b"\n<!DOCTYPE a><a/>", "doctype", "a", 2),
        (LAUGHS, "doctype", "a", 1),
    ],
)
def test_what_is_refused(content: bytes | str, reason: Refusal, what: str, line: int) -> None:
    with pytest.raises(RefusedXmlError) as caught:
        told(content)
    assert (caught.value.reason, caught.value.line) == (reason, line)
    assert what in caught.value.what


@pytest.mark.parametrize(
    ("content", "name", "line"),
    [
        (LAUGHS, "b", 2),
        (b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "b", 1),
        (b"<!DOCTYPE a [<!ENTITY % b SYSTEM 'http://example.org/b.dtd'>%b;]><a/>", "b", 1),
        (b"<!DOCTYPE a [<!NOTATION n SYSTEM 'n'><!ENTITY b SYSTEM 'b' NDATA n>]><a/>", "b", 1),
        (b"<!DOCTYPE a SYSTEM 'a.dtd'>\n<a>\n&eacute;</a>", "eacute", 3),
    ],
)
def test_no_entity_is_read_with_a_document_type(content: bytes, name: str, line: int) -> None:
    with pytest.raises(RefusedXmlError) as caught:
        told(content, allow_doctype=True)
    assert (caught.value.reason, caught.value.what) == ("entity", name)
    assert caught.value.line == line


def test_depth() -> None:
    nested = "<a><b/>" * 100 + "</a>" * 100
    UntrustedXml(deepest=101).feed(nested)
    UntrustedXml().feed("<a>" * 50_000 + "</a>" * 50_000)
    with pytest.raises(RefusedXmlError) as caught:
        UntrustedXml(deepest=100).feed(nested)
    assert (caught.value.reason, caught.value.what) == ("depth", "100")


def test_a_reader_is_told_the_same_where_depth_is_counted() -> None:
    found: list[str] = []
    xml = UntrustedXml(start=lambda name, _: found.append(name), end=found.append, deepest=2)
    xml.feed(b"<a><b/><c/></a>")
    assert found == ["a", "b", "b", "c", "c", "a"]


def test_names_with_their_namespaces() -> None:
    found: list[str] = []
    UntrustedXml(start=lambda name, _: found.append(name), namespaces=True).feed(
        b"<a xmlns='urn:u' xmlns:v='urn:v'><v:b/></a>"
    )
    assert found == ["urn:u a", "urn:v b"]


def test_what_a_reader_raises_comes_through() -> None:
    def stop(name: str, _: object) -> None:
        raise RuntimeError(f"{name} on line {xml.line}")

    xml = UntrustedXml(start=stop)
    with pytest.raises(RuntimeError, match="a on line 2"):
        xml.feed(b"\n<a>")


@given(st.binary(max_size=80) | st.text(st.characters(), max_size=80), st.booleans())
def test_no_content_whatever_raises_anything_else(
    content: bytes | str, allow_doctype: bool
) -> None:
    try:
        told(content, allow_doctype=allow_doctype)
    except RefusedXmlError as err:
        assert err.line > 0  # noqa: PT017 - most noise raises, some does not
