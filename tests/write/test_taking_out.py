"""What goes with a segment that is taken out, and what stays."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.account import NormalizedDocument, revert
from onetongue.document import Document, EmptySpan, Evidence, Options, Region, Segment, Span
from onetongue.formats import read_text
from onetongue.write import find_markers, taken_out

EVIDENCE = Evidence(0.9, "all words French")


def segment_of(document: Document, region: Region, start: int, end: int) -> Segment:
    """What a region reads from `start` to `end`, as the detector gives it."""
    prose = region.prose.within(start, end) if region.prose else None
    first = region.span.start
    span = (
        Span(prose.runs[0].start, prose.runs[-1].end) if prose else Span(first + start, first + end)
    )
    return Segment(span, span.of(document.text), "paragraph", "fr", EVIDENCE, prose)


def without(text: str, format_name: Any, words: str = "FR") -> str:
    """The text without the capitals `words`, wherever they are read; proven and reverted."""
    document = read_text(text, name="", requested=format_name, find_protected=find_markers)
    segments = []
    for region in document.regions:
        reading = region.reading(text)
        if (start := reading.find(words)) >= 0:
            segments.append(segment_of(document, region, start, start + len(words)))
    options = Options(markers="none")
    result = NormalizedDocument.of(document, taken_out(document, segments), options=options)
    assert revert(result.text, result.provenance()) == text
    return result.text


@pytest.mark.parametrize(
    ("format_name", "text", "expected"),
    [
        # What stands beside it on its lines stays.
        ("text", "An end FR of it.\n", "An end  of it.\n"),
        ("text", "One.\n\nThe FR\n\nTwo.\n", "One.\n\nThe \n\nTwo.\n"),
        ("text", "Notice / FR\n", "Notice\n"),
        ("text", "FR / Notice\n", "Notice\n"),
        ("text", "Name / FR :\n", "Name :\n"),
        ("text", "One.\n\nFR\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("text", "One.\r\n\r\nFR\r\n\r\nTwo.\r\n", "One.\r\n\r\nTwo.\r\n"),
        ("text", "One.\n\nFR\n\nFR\n\nTwo.\n", "One.\n\nTwo.\n"),
        ("text", "One.\n\nFR\n\n\nFR\n", "One.\n"),
        ("text", "FR\n\nOne.", "One."),
        ("text", "One.\n\nFR", "One."),
        ("text", "FR", ""),
        ("markdown", "# One\n\n## FR\n\nTwo\n", "# One\n\nTwo\n"),
        ("markdown", "One\n\nFR\n---\n\nTwo\n", "One\n\nTwo\n"),
        ("markdown", "* One\n* FR\n\nTwo\n", "* One\n\nTwo\n"),
        ("markdown", "* One\n* FR\n  * Two\n", "* One\n* \n  * Two\n"),
        ("markdown", "One\n\n**FR**\n\nTwo\n", "One\n\nTwo\n"),
        ("markdown", "One **FR** two\n", "One  two\n"),
        ("markdown", "| One | FR |\n|---|---|\n| Two | FR |\n", "| One |  |\n|---|---|\n| Two |  |\n"),
        ("markdown", "---\ntitle: FR\n---\n\nOne\n", "---\ntitle: \n---\n\nOne\n"),
        ("markdown", "---\nsummary: >\n  FR\n---\n\nOne\n", "---\nsummary: >\n  \n---\n\nOne\n"),
        # The signs of items and quotations, and forced breaks beside it.
        ("text", "- One.\r\n- FR\r\n\r\nTwo.", "- One.\r\n\r\nTwo."),
        ("text", "1. One.\n2. FR\n> FR\n> - FR\n:nom: FR\nTwo.\n", "1. One.\nTwo.\n"),
        ("markdown", "- [x] One\n- [ ] FR\n", "- [x] One\n"),
        ("markdown", "One.\\\nFR\n\nTwo\n", "One.\n\nTwo\n"),
        ("markdown", "FR  \nOne.\n", "One.\n"),
        ("markdown", "> One.<br>FR\n", "> One.\n"),
        ("html", "<p>One.<br>\nFR</p>", "<p>One.</p>"),
        ("html", "<p>FR<BR/>One.</p>", "<p>One.</p>"),
        ("html", "<p>One</p>\n<p>FR</p>\n", "<p>One</p>\n<p></p>\n"),
        ("html", "<p>One <b>FR</b> two</p>", "<p>One  two</p>"),
        ("html", "<p>Notice / FR</p>", "<p>Notice</p>"),
        ("html", '<img alt="FR" src="a.png">', '<img alt="" src="a.png">'),
    ],
)  # fmt: skip
def test_taken_out(format_name: str, text: str, expected: str) -> None:
    assert without(text, format_name) == expected


def test_a_string_of_json_is_empty_then() -> None:
    text = '{"a": "One is here.", "b": "Tout est dit."}\n'
    assert without(text, "jsonl", "Tout est dit.") == '{"a": "One is here.", "b": ""}\n'


def test_markup_that_ends_elsewhere_stays_and_so_do_pictures() -> None:
    text = '<p><b>One. FR<img src="a.png"> de</b> FR, <i>and two</i></p>'
    assert (
        without(text, "html", "FR de FR") == '<p><b>One. <img src="a.png"></b>, <i>and two</i></p>'
    )


def test_nothing_stands_for_it_in_the_account() -> None:
    document = Document("One. FR", (Region(Span(0, 7), "paragraph", "running text"),))
    segment = Segment(Span(5, 7), "FR", "sentence", "fr", EVIDENCE)
    result = NormalizedDocument.of(document, taken_out(document, [segment]), options=Options())
    (record,) = result.records
    assert (record.target, record.replacement) == (EmptySpan(5, 5), "")
    assert (record.translation.text, record.translation.origin) == ("", "rule")
    assert result.text == "One. "  # whatever the markers are


LINES = st.lists(
    st.sampled_from(["FR", "One.", "Notice / FR", "", "  FR", "> FR", "- FR"]), max_size=9
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]), st.sampled_from(["text", "markdown"]))
def test_whatever_is_taken_out_can_be_put_back(
    lines: list[str], end: str, format_name: str
) -> None:
    text = end.join(lines)
    left = without(text, format_name)
    assert [word for word in left.split() if word.isalpha() and word != "FR"] == [
        word for word in text.split() if word.isalpha() and word != "FR"
    ]
