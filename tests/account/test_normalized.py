"""The normalized document: proven when made, and the same bytes outside the records."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.account import NormalizedDocument
from onetongue.document import Document, Evidence, FormatName, Options, Segment, Span, Translation
from onetongue.errors import InputError, IntegrityError, SpanError
from onetongue.write import encode_text

Normalize = Callable[..., NormalizedDocument]
SEGMENT = Segment(Span(3, 6), "oui", "phrase", "fr", Evidence(0.9, "all words French"))


def test_a_document_without_french_comes_back_as_it_was() -> None:
    for text in ["", "English.\r\n", "\ufeff", "\x00\ud800", "⟦fr→en 1: English⟧"]:
        result = NormalizedDocument.of(Document(text, ()), [], options=Options(markers="footnote"))
        assert (result.text, result.notes, result.records) == (text, "", ())
        assert not result.changed
        assert result.diff() == ""
        assert result.encode() == text.encode("utf-8", "surrogatepass")


def test_the_default_marker_is_the_bracket(normalize: Normalize) -> None:
    result = normalize("Oh {oui|yes}.")
    assert result.text == "Oh ⟦fr→en 1: yes⟧."
    assert result.markers == "bracket"
    assert result.changed


def test_doubtful_lists_the_records_that_failed_a_check(normalize: Normalize) -> None:
    result = normalize("{oui|yes} {non|?no} {si|if}")
    assert [record.original for record in result.doubtful] == ["non"]


def test_target_language_is_shown() -> None:
    change = (SEGMENT, Translation("ja", "human", 1.0))
    result = NormalizedDocument.of(
        Document("Er oui", ()), [change], options=Options(target="de-AT")
    )
    assert result.text == "Er ⟦fr→de 1: ja⟧"


@pytest.mark.parametrize(
    "tampered",
    [
        {"text": "Oh ⟦fr→en 1: yes⟧!"},
        {"text": ""},
        {"source": Document("Ah oui.", ())},
        {"source": Document("Oh oui!", ())},
        {"records": ()},
        {"notes": "."},
        {"notes": "no"},
        {"left_alone": (SEGMENT, dataclasses.replace(SEGMENT, text="non"))},
    ],
)
def test_what_does_not_add_up_cannot_be_made(normalize: Normalize, tampered: Any) -> None:
    result = normalize("Oh {oui|yes}.")
    with pytest.raises(IntegrityError, match="this is a bug, nothing was written"):
        dataclasses.replace(result, **tampered)


def test_write_refuses_segments_out_of_order() -> None:
    later = dataclasses.replace(SEGMENT, span=Span(7, 10))
    translation = Translation("yes", "engine", 0.9)
    with pytest.raises(SpanError):
        NormalizedDocument.of(
            Document("Ah oui oui", ()),
            [(later, translation), (SEGMENT, translation)],
            options=Options(),
        )


def test_an_empty_translation_needs_a_marker_to_stand_in_its_place() -> None:
    change = (SEGMENT, Translation("", "engine", 0.0))
    document = Document("Oh oui", ())
    assert NormalizedDocument.of(document, [change], options=Options()).text == "Oh ⟦fr→en 1: ⟧"
    with pytest.raises(InputError, match="empty"):
        NormalizedDocument.of(document, [change], options=Options(markers="none"))


@given(st.from_type(NormalizedDocument))
def test_bytes_outside_the_records_are_the_bytes_of_the_source(result: NormalizedDocument) -> None:
    def width(text: str) -> int:
        return len(encode_text(text, "utf-8"))

    before = encode_text(result.source.text, "utf-8")
    after = result.encode()
    for record in reversed(result.records):
        start, end = record.source.start, record.source.end
        text = result.source.text
        before = before[: width(text[:start])] + before[width(text[:end]) :]
        start, end = record.target.start, record.target.end
        after = after[: width(result.text[:start])] + after[width(result.text[:end]) :]
    assert after == before + encode_text(result.notes, "utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "gb18030"])
def test_other_encodings(normalize: Normalize, encoding: str) -> None:
    result = normalize("\ufeffOh {déjà|already}.\r\n", encoding=encoding)
    assert result.encode().decode(encoding) == result.text


@pytest.mark.parametrize(
    ("gold", "markers", "message"),
    [
        ("{été|summer}", "bracket", r"cp1252 cannot write '⟦' \(U\+27E6 .*--markers none"),
        ("{été|sum→mer}", "none", r"'→' \(U\+2192 RIGHTWARDS ARROW\): convert the file to UTF-8"),
        ("{été|sum\u0001→mer}", "footnote", r"RIGHTWARDS ARROW\): convert the file to UTF-8"),
        ("{été|sum\ud800mer}", "none", r"U\+D800 unnamed"),
    ],
)
def test_a_character_the_encoding_has_not_got(
    normalize: Normalize, gold: str, markers: str, message: str
) -> None:
    result = normalize(gold, markers, encoding="cp1252")
    with pytest.raises(InputError, match=message):
        result.encode()


@pytest.mark.parametrize(
    ("format_", "advice"),
    [
        ("text", "use --markers none or --markers footnote, or convert"),
        ("html", "use --markers none or --markers attributes, or convert"),
        ("subtitles", "use --markers none, or convert"),
    ],
)
def test_only_markers_of_the_format_are_advised(
    normalize: Normalize, format_: FormatName, advice: str
) -> None:
    result = normalize("{été|summer}", "bracket", encoding="cp1252")
    source = dataclasses.replace(result.source, format=format_)
    with pytest.raises(InputError, match=advice):
        dataclasses.replace(result, source=source).encode()


def test_footnotes_fit_an_old_encoding(normalize: Normalize) -> None:
    result = normalize("{été|summer}\r\n", "footnote", encoding="latin-1")
    assert result.encode().startswith(b"summer[^fr1]\r\n\r\n[^fr1]: \xe9t\xe9 (caption")


def test_an_encoding_with_memory_is_refused_when_a_change_spills_over(normalize: Normalize) -> None:
    assert normalize("Oh {oui|yes} so", "none", encoding="utf-7").encode() == b"Oh yes so"
    with pytest.raises(InputError, match="alters the bytes of the text around it"):
        normalize("Oh {oui|café} so", "none", encoding="utf-7").encode()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf_16", "UTF-32", "klingon", "hex", "\x00"])
def test_encodings_that_cannot_be(normalize: Normalize, encoding: str) -> None:
    with pytest.raises(InputError, match=r"encoding|byte order mark|cannot be written"):
        normalize("{oui|yes}", encoding=encoding).encode()
