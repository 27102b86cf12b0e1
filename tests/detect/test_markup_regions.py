from __future__ import annotations

import pytest

from onetongue.detect.markup_regions import as_read, in_document
from onetongue.document import Evidence, Region, Segment, Span
from onetongue.prose import BREAK, Prose, Run

SOURCE = "<p>He said <q>la <b>goutte</b></q>.</p>"
RUNS = (
    Run(3, 11, "He said "),
    Run(11, 14, "", "open", "<q>", 1, "q"),
    Run(14, 17, "la "),
    Run(17, 20, "", "open", "<b>", 2, "b"),
    Run(20, 26, "goutte"),
    Run(26, 30, "", "close", "</b>", 2, "b"),
    Run(30, 34, "", "close", "</q>", 1, "q"),
    Run(34, 35, "."),
)
PROSE = Prose(RUNS)


def found(words: str, kind: str = "phrase") -> Segment:
    start = PROSE.text.index(words)
    span = Span(start, start + len(words))
    return Segment(span, words, kind, "fr", Evidence(0.9, "r"))  # type: ignore[arg-type]


def test_without_markup_nothing_changes() -> None:
    region = Region(Span(3, 35), "paragraph", "r", (Span(4, 5),))
    assert as_read(SOURCE, region) == (SOURCE, region)
    segment = found("goutte")
    assert in_document(SOURCE, None, segment) is segment


def test_a_region_is_its_words() -> None:
    region = Region(Span(3, 35), "heading", "r", (Span(11, 14), Span(15, 22)), PROSE)
    text, read = as_read(SOURCE, region)
    assert text == "He said la goutte."
    assert read == Region(Span(0, 18), "heading", "r", (Span(9, 13),), PROSE)


def test_a_forced_break_ends_a_line_that_is_read_but_none_of_a_segment() -> None:
    source = "no smoking<br>défense de fumer"
    runs = (
        Run(0, 10, source[:10]),
        Run(10, 14, " ", "point", "<br>", 0, BREAK),
        Run(14, 30, source[14:]),
    )
    text, _ = as_read(source, Region(Span(0, 30), "paragraph", "r", (), Prose(runs)))
    assert text == "no smoking\ndéfense de fumer"
    whole = Segment(Span(0, 27), text, "paragraph", "fr", Evidence(0.9, "r"))
    assert in_document(source, Prose(runs), whole).reading == "no smoking défense de fumer"


def test_a_segment_is_put_back_with_its_markup() -> None:
    segment = in_document(SOURCE, PROSE, found("la goutte"))
    assert segment.text == segment.span.of(SOURCE) == "la <b>goutte</b>"
    assert segment.reading == "la goutte"
    assert (segment.language, segment.evidence.reason) == ("fr", "r")


QUOTED = "He said <q>la goutte</q> now."
QUOTED_RUNS = (
    Run(0, 8, "He said "),
    Run(8, 11, "", "open", "<q>", 1, "q"),
    Run(11, 20, "la goutte"),
    Run(20, 24, "", "close", "</q>", 1, "q"),
    Run(24, 29, " now."),
)


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("goutte", "phrase", "phrase"),
        ("said la", "sentence", "sentence"),
        ("la goutte", "heading", "heading"),
        ("la goutte", "phrase", "quotation"),
        ("la goutte", "sentence", "quotation"),
    ],
)
def test_what_fills_a_quotation_element_is_one(words: str, kind: str, expected: str) -> None:
    assert in_document(QUOTED, Prose(QUOTED_RUNS), found(words, kind)).kind == expected


def test_other_elements_are_no_quotations() -> None:
    runs = tuple(run._replace(tag="i") if run.tag else run for run in QUOTED_RUNS)
    assert in_document(QUOTED, Prose(runs), found("la goutte")).kind == "phrase"
