"""A reviewer's words get the markup of their segment."""

from __future__ import annotations

import pytest

from onetongue.account import NormalizedDocument, read_provenance
from onetongue.document import Document, Evidence, Options, Segment, Span, Translation
from onetongue.errors import InputError
from onetongue.formats import read_text
from onetongue.prose import Element, Prose, Run
from onetongue.review.wording import in_format

SOURCE = "<p>Le <b>maire</b> a refusé de répondre.</p>"


def segment(words: str = "Le maire a refusé de répondre.") -> Segment:
    """As an account has it: the words, without their markup."""
    span = Span(3, len(SOURCE) - 4)
    prose = Prose((Run(span.start, span.end, words, "character", span.of(SOURCE)),))
    return Segment(span, span.of(SOURCE), "paragraph", "fr", Evidence(0.9, "French"), prose)


def test_markup_goes_where_the_words_tell_without_an_engine() -> None:
    document = Document(SOURCE, read_text(SOURCE, requested="html").regions, "a.html", "html")
    account = read_provenance(
        NormalizedDocument.of(document, [], options=Options(markers="none")).provenance()
    )
    dress = in_format(SOURCE, account)
    _, made = dress(segment(), Translation("We got no answer of the mayor.", "human", 1.0))
    assert made.content == "We got no answer of the <b>mayor</b>."


@pytest.mark.parametrize(("name", "told"), [("", "document"), ("a.html", "a.html")])
def test_words_that_are_read_otherwise_now_are_refused(name: str, told: str) -> None:
    document = Document(SOURCE, read_text(SOURCE, requested="html").regions, name, "html")
    account = read_provenance(
        NormalizedDocument.of(document, [], options=Options(markers="none")).provenance()
    )
    read_before = segment("La maire a refusé de répondre.")
    with pytest.raises(InputError, match=f"^{told}: 3: this version reads the document otherwise"):
        in_format(SOURCE, account)(read_before, Translation("We got none.", "human", 1.0))


def test_a_segment_that_fills_a_quotation_is_found_again() -> None:
    source = "<p>She said <q>Académie française</q> to all of them.</p>"
    words = "Académie française"
    start = source.index("<q>")
    span = Span(start, source.index("</q>"))
    prose = Prose((Run(span.start, span.end, words, "character", span.of(source)),))
    segment = Segment(span, span.of(source), "phrase", "fr", Evidence(0.9, "French"), prose)
    document = Document(source, read_text(source, requested="html").regions, "a.html", "html")
    account = read_provenance(
        NormalizedDocument.of(document, [], options=Options(markers="none")).provenance()
    )
    found, _ = in_format(source, account)(segment, Translation("French Academy", "human", 1.0))
    assert found.prose is not None
    assert (found.prose.text, found.prose.element) == (words, Element(start, start + 3, "<q>"))
