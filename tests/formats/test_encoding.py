from __future__ import annotations

import gzip

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from support.command import python

from onetongue.errors import InputError
from onetongue.formats import MAX_BYTES, decode

CAPTION = (
    "Le ministre russe des affaires étrangères, Sergueï Lavrov, à Moscou, le 18 septembre 2023."
)

WESTERN = [
    ("Le ministre a déjà été reçu à l’Élysée.", "cp1252"),
    (CAPTION, "cp1252"),
    ("The café was naïve – “said” the façade’s owner.", "cp1252"),
    ("élève", "cp1252"),
    ("ÉTÉ", "cp1252"),
    ("« C’est l’été », dit-il.", "cp1252"),
    ("Größe und Übermut, süß", "cp1252"),
    ("Le cœur de l’œuvre", "cp1252"),
    ("He said “yes” – and left…", "cp1252"),
    (CAPTION, "mac-roman"),
    ("« C’est l’été », dit-il.", "mac-roman"),
    (CAPTION, "cp850"),
    ("Le cœur de l'œuvre", "iso8859-15"),
]

MARKED = [
    ("utf-8", b"\xef\xbb\xbf"),
    ("utf-16-le", b"\xff\xfe"),
    ("utf-16-be", b"\xfe\xff"),
    ("utf-32-le", b"\xff\xfe\x00\x00"),
    ("utf-32-be", b"\x00\x00\xfe\xff"),
]

BINARY = [
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
    (b"PK\x03\x04\x14\x00\x06\x00", "ZIP, DOCX or ODT"),
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
    (gzip.compress(b"text"), "gzip"),
    (bytes(range(256)) * 40, "binary"),
    (b"\x00" * 4096, "binary"),
]


@pytest.mark.parametrize(
    "text",
    ["", "a", "plain ASCII\r\n", "café\n", "a\x00b\n", "日本語", "e\u0301", "\u2028\x85\x0c"],
)
def test_utf8_is_read_as_it_is_and_nothing_is_said(text: str) -> None:
    decoded = decode(text.encode(), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.note) == (text, "utf-8", "")


@pytest.mark.parametrize(("text", "encoding"), WESTERN)
def test_short_western_text_is_recognised(text: str, encoding: str) -> None:
    content = text.encode(encoding)
    decoded = decode(content, "a.txt")
    assert decoded.text == text
    assert decoded.text.encode(decoded.encoding) == content
    assert decoded.encoding in decoded.note


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Привет, как дела? Это русский текст о погоде в Москве.", "cp1251"),
        ("Αυτό είναι ελληνικό κείμενο για τον καιρό στην Αθήνα.", "cp1253"),
        ("これは日本語のテキストです。東京に行きました。", "shift-jis"),
    ],
)
def test_other_scripts_are_left_to_the_detector(text: str, encoding: str) -> None:
    content = text.encode(encoding)
    decoded = decode(content, "a.txt")
    assert decoded.text == text
    assert decoded.text.encode(decoded.encoding) == content


@pytest.mark.parametrize(("encoding", "mark"), MARKED)
def test_a_byte_order_mark_decides_and_stays_in_the_text(encoding: str, mark: bytes) -> None:
    content = mark + "Café à Paris\r\n".encode(encoding)
    decoded = decode(content, "a.txt")
    assert decoded.text == "\ufeffCafé à Paris\r\n"
    assert decoded.encoding == encoding
    assert decoded.text.encode(encoding) == content


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised_and_said(encoding: str) -> None:
    decoded = decode(CAPTION.encode(encoding), "a.txt")
    assert (decoded.text, decoded.encoding) == (CAPTION, encoding)
    assert encoding in decoded.note


@pytest.mark.parametrize(("content", "kind"), BINARY)
def test_what_is_not_text_is_refused_by_its_kind(content: bytes, kind: str) -> None:
    with pytest.raises(InputError, match=rf"^a\.bin: looks like an? {kind} file, not text"):
        decode(content, "a.bin")


@pytest.mark.parametrize(
    ("content", "offset"),
    [
        ("Été à Paris. ".encode() * 100 + b"\xe9 " + "Déjà vu. ".encode() * 100, 1600),
        (b"\xef\xbb\xbfabc\xff", 6),
        (b"\xff\xfea\x00\x00\xd8", 4),
    ],
)
def test_an_undecodable_byte_is_named_by_its_offset(content: bytes, offset: int) -> None:
    with pytest.raises(InputError, match=rf"^a\.txt: byte offset {offset}\b"):
        decode(content, "a.txt")


def test_one_accent_far_into_a_large_file_is_enough() -> None:
    content = b"plain words\n" * 200_000 + "été".encode("cp1252")
    assert decode(content, "a.txt").encoding == "cp1252"


def test_a_file_over_the_limit_is_refused_with_the_limit() -> None:
    with pytest.raises(InputError, match=r"^a\.txt: larger than 256 MB"):
        decode(bytes(MAX_BYTES + 1), "a.txt")


def test_reading_utf8_does_not_load_the_encoding_detector() -> None:
    code = (
        "import sys; from onetongue.formats import decode; decode('é'.encode(), '');"
        "sys.exit('charset_normalizer' in sys.modules)"
    )
    assert python(code).code == 0


@given(st.text(max_size=31))
def test_any_utf8_text_comes_back_the_same_bytes(text: str) -> None:
    content = text.encode()
    assume(not content.startswith((b"%PDF-", b"PK\x03\x04", b"\x7fELF")))
    decoded = decode(content, "a.txt")
    assert decoded.text.encode(decoded.encoding) == content


@given(st.binary())
def test_any_bytes_come_back_the_same_or_are_refused(content: bytes) -> None:
    try:
        decoded = decode(content, "a.txt")
    except InputError:
        return
    assert decoded.text.encode(decoded.encoding) == content
