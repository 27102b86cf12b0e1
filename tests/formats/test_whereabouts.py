"""How a person is told where segments stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.word import p, part, r, word

from onetongue.document import Document, Evidence, Segment, Span
from onetongue.formats import read_document, read_text
from onetongue.formats.whereabouts import whereabouts


def found(text: str, *offsets: int) -> list[Segment]:
    evidence = Evidence(0.9, "all words French")
    return [Segment(Span(at, at + 1), text[at], "phrase", "fr", evidence, None) for at in offsets]


@pytest.mark.parametrize(
    ("offsets", "said"),
    [
        ((0,), "line 1"),
        ((5,), "line 2"),
        ((0, 1, 2), "line 1"),  # named once
        ((0, 5, 6, 10), "lines 1, 2, 5"),
    ],
)
def test_lines(offsets: tuple[int, ...], said: str) -> None:
    text = "oui\r\nn\r\r\n\nd\n"
    assert whereabouts(Document(text, ()), found(text, *offsets)) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (10, "lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"),
        (11, "lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 1 more"),
        (37, "lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 27 more"),
    ],
)
def test_many_lines(count: int, said: str) -> None:
    text = "a\n" * count
    segments = found(text, *range(0, 2 * count, 2))
    assert whereabouts(Document(text, ()), segments) == said


def test_the_line_of_the_words_and_not_of_their_element() -> None:
    document = read_text("<p\nlang=fr>\nUn mot.</p>\n", requested="html")
    [region] = document.regions
    prose = region.prose.within(0, 7) if region.prose else None
    [segment] = found(document.text, 0)
    assert whereabouts(document, [replace(segment, prose=prose)]) == "line 3"


def test_paragraphs_of_a_word_document() -> None:
    box = f"<w:r><w:txbxContent>{p(r('dans la boîte'))}</w:txbxContent></w:r>"
    body = p() + p(r("un")) + p(r("deux"), box, r("trois")) + p(r("quatre"))
    notes = part("footnotes", f'<w:footnote w:id="1">{p(r("une note"))}</w:footnote>')
    document, _ = read_document(word(body, footnotes=notes), name="a.docx")
    text = document.text
    words = ["un<", "deux", "dans", "trois", "quatre", "une note"]
    places = [text.index(one) for one in words]
    said = [whereabouts(document, found(text, at)) for at in places]
    assert said == [
        "document, paragraph 2",
        "document, paragraph 3",
        "document, paragraph 4",
        "document, paragraph 3",
        "document, paragraph 5",
        "footnotes, paragraph 1",
    ]
    assert whereabouts(document, found(text, *places[-3:])) == (
        "document, paragraphs 3, 5; footnotes, paragraph 1"
    )
