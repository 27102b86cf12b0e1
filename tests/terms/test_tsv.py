"""Glossaries of lines: what is no term, what is one, headers, and lines that are refused."""

from __future__ import annotations

import pytest

from onetongue.errors import InputError
from onetongue.terms.tsv import read

NOTHING = [
    b"",
    b"\n \t \r\n",
    b"# accord\tagreement",
    b"\xef\xbb\xbf# x",
    b"fr\ten",
    b"en-US\tFR_ca",
]


@pytest.mark.parametrize("content", NOTHING)
def test_no_term(content: bytes) -> None:
    assert read(content, "a.tsv", "fr", "en") == ()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Vieux-Port", [("Vieux-Port", "Vieux-Port", 1)]),  # alone: as it is
        ("fr", [("fr", "fr", 1)]),
        ("a\tb", [("a", "b", 1)]),
        ("a\tb\tnote", [("a", "b", 1)]),
        (" a \t b \t", [("a", "b", 1)]),
        ("a\tb\rc\td\r\n\ne\tf", [("a", "b", 1), ("c", "d", 2), ("e", "f", 4)]),
        ("\ufeff# x\nfr\ten\na\tb", [("a", "b", 3)]),
        ("en\tfr\na\tb\nc", [("b", "a", 2), ("c", "c", 3)]),
        ("fr-CA\tEN_us\nxx\tb", [("xx", "b", 2)]),
        ("a\tb\nfr\ten", [("a", "b", 1), ("fr", "en", 2)]),  # no header: not the first
        ("de\tit", [("de", "it", 1)]),  # words of both languages too
        ("\u0085a\u2028\tb", [("a", "b", 1)]),  # no ends of lines
    ],
)
def test_terms(content: str, expected: list[tuple[str, str, int]]) -> None:
    assert list(read(content.encode(), "a.tsv", "fr-FR", "en")) == expected


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a\tb\n\xe9\tb", "a.tsv:2: byte 1 of the line is not UTF-8"),
        (b"a\tb\tc\td", "a.tsv:1: 4 columns"),
        (b"a\t\tnote", "a.tsv:1: no target term"),
        (b"\tb", "a.tsv:1: no source term"),
        (b"\nfr\tde", "a.tsv:2: the header says fr and de; a glossary from fr to en"),
        (b"fr\tfr", "a.tsv:1: the header says fr and fr"),
    ],
)
def test_refused(content: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(content, "a.tsv", "fr", "en")
