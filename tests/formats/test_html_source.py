"""Plain text that is HTML by its tags is told of, and no other."""

from __future__ import annotations

import pytest

import onetongue as ot
from onetongue.formats import read_document
from onetongue.formats.html_source import notes

PAGE = "Page:\n\n<div>\n<h1>Avis public</h1>\n<p>Le bureau est <b>fermé</b>.</p>\n</div>\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The office is closed.",
        "a < b, c </ d",
        "Fill in <name> and <title>.\n</name>\n</value>\n</value>",  # placeholders, XML
        "Write <b>so</b>.\nIt is bold.\nSo is this.",
        "One <b>word</b> of <i>two</i>.\n" + "A line without any.\n" * 9,
        "Research &amp; development&nbsp;: 5 &lt; 6.",
        "r&eacute;union",
    ],
)
def test_no_html(text: str) -> None:
    assert notes(text) == ()


def test_a_page_is_told_of_with_its_first_line() -> None:
    (note,) = notes(PAGE)
    assert (note.place, note.what) == (3, "tags of HTML")
    assert str(note) == "line 3: tags of HTML, read as plain text; --format html reads them"


def test_it_is_told_wherever_notes_are() -> None:
    document, told = read_document(PAGE.encode(), name="page.txt")
    (note,) = notes(PAGE)
    assert note in document.not_read
    assert str(note) in told
    assert read_document(PAGE.encode(), name="page.html")[1] == ()
    (region, *_) = ot.Normalizer().read_text(PAGE, format="text").regions
    assert region.span.of(PAGE) == "Page:"


def test_it_is_linear() -> None:
    assert notes("</p" * 300_000) == ()
    assert notes("<p " * 300_000 + "</") == ()
    assert len(notes("<p>\n" * 100_000 + "</p>")) == 1
