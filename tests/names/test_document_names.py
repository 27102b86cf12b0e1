"""Whose spelling counts: that of the English around a segment, and of its part of a document."""

from __future__ import annotations

import pytest

from onetongue.document import Document, Evidence, Region, Segment, Span, Translation
from onetongue.names import Names, names_around, respelled
from onetongue.prose import Prose, Run


def segment(text: str, french: str) -> Segment:
    start = text.index(french)
    return Segment(
        Span(start, start + len(french)), french, "sentence", "fr", Evidence(0.9, "all French")
    )


@pytest.mark.parametrize("origin", ["human", "glossary"])
def test_what_people_decided_stays(origin: str) -> None:
    made = Translation("Poutine spoke.", origin, 1.0)  # type: ignore[arg-type]
    names = Names.of("When Putin came to Paris")
    assert respelled(segment("Poutine parle.", "Poutine parle."), made, names) is made


@pytest.mark.parametrize("origin", ["engine", "memory"])
def test_what_a_machine_said_is_respelled(origin: str) -> None:
    made = Translation("Poutine spoke.", origin, 0.5)  # type: ignore[arg-type]
    names = Names.of("When Putin came to Paris")
    one = respelled(segment("Poutine parle.", "Poutine parle."), made, names)
    assert one.text == "Putin spoke."


def test_the_segments_themselves_do_not_count() -> None:
    text = "Here Putin spoke. Poutine et Lavrof parlent. There Lavrov left."
    french = segment(text, "Poutine et Lavrof parlent.")
    names = names_around(Document(text, ()), [french])(french)
    assert names.spelling("Putin") == "Putin"
    assert names.spelling("Lavrov") == "Lavrov"
    assert names.spelling("Lavrof") is None


def test_each_part_of_a_document_has_names_of_its_own() -> None:
    text = "We met Putin. Oui.\nWe met Lavrov. Non.\n"
    first, second = segment(text, "Oui."), segment(text, "Non.")
    document = Document(text, (), parts=(Span(0, 19), Span(19, len(text))))
    names = names_around(document, [first, second])
    assert [names(one).spelling("Putin") for one in (first, second)] == ["Putin", None]
    assert [names(one).spelling("Lavrov") for one in (first, second)] == [None, "Lavrov"]


def test_where_markup_stands_only_regions_are_read() -> None:
    text = "<p>We met Putin.</p><!-- Lavrov was there --><p>Oui, Kozak.</p>"
    spans = Span(3, 16), Span(text.index("Oui"), text.index("Oui") + 11)
    regions = tuple(
        Region(one, "paragraph", "p", prose=Prose((Run(one.start, one.end, one.of(text)),)))
        for one in spans
    )
    french = segment(text, "Oui, Kozak.")
    names = names_around(Document(text, regions, format="html"), [french])(french)
    assert names.spelling("Putin") == "Putin"
    assert names.spelling("Lavrov") is None
    assert names.spelling("Kozak") is None
