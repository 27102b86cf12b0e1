"""The marks of a translation on its element."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from onetongue.document import EngineId, Evidence, Markers, Segment, Span, Translation
from onetongue.formats import read_text
from onetongue.formats.html.its import (
    attributes,
    begins_with_element,
    in_element,
    out_of_element,
    start_tag,
    tag_end,
    with_element,
)
from onetongue.prose import Prose

if TYPE_CHECKING:
    from onetongue.document import Origin

ENGINE = EngineId("argos", "1", "fr_en")


def segment(source: str, words: str) -> Segment:
    """These words, found in the HTML."""
    regions = read_text(source, requested="html").regions
    for region in regions:
        prose = region.prose
        if isinstance(prose, Prose) and words in prose.text:
            start = prose.text.index(words)
            inner = prose.within(start, start + len(words))
            span = Span(inner.runs[0].start, inner.runs[-1].end)
            return Segment(span, span.of(source), "sentence", "fr-CA", Evidence(1, ""), inner)
    raise AssertionError(words)


@pytest.mark.parametrize(
    "tag",
    ["<p>", "<p/>", "<P CLASS=a\n id='b'>", "<p title=it's>", "<p a = 'b>c' / d>", "text", "</p>", ""],
)  # fmt: skip
def test_without_marks_a_tag_stays(tag: str) -> None:
    assert start_tag(tag, {}) == tag


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("<p>", '<p lang="en" id="&lt;&quot;">'),
        ("<p/>", '<p lang="en" id="&lt;&quot;"/>'),
        ("<p class=a>", '<p class=a lang="en" id="&lt;&quot;">'),
        ("<p LANG='fr' b>", '<p lang="en" b id="&lt;&quot;">'),
        ("<p id=a lang>", '<p id="&lt;&quot;" lang="en">'),
        ("<p lang=fr lang=it>", '<p lang="en" id="&lt;&quot;">'),
        ("<p xml:lang=fr>", '<p xml:lang="en" lang="en" id="&lt;&quot;">'),
        ("<p title='a > b'>", '<p title=\'a > b\' lang="en" id="&lt;&quot;">'),
        ("text", "text"),
    ],
)
def test_marks_replace_attributes_of_their_names(tag: str, written: str) -> None:
    assert start_tag(tag, {"lang": "en", "id": '<"'}) == written
    assert start_tag("<p xml:lang=fr>", {"id": "a"}) == '<p xml:lang=fr id="a">'


@pytest.mark.parametrize(
    ("text", "end"),
    [("a", 0), ("", 0), ("</p>a", 0), ("<p", 0), ("<p>a", 3), ("<p/ >a", 5), ("<p a='>' b=\">\" c=d>e>", 19), ("<p a=>b", 6)],
)  # fmt: skip
def test_where_a_tag_ends(text: str, end: int) -> None:
    assert tag_end(text) == end


def marks(origin: Origin, *failed: str, engine: EngineId | None = ENGINE, reviewer: str = "") -> dict[str, str]:  # fmt: skip
    found = segment("<p>Le chat dort.</p>", "Le chat dort.")
    checks = (("length", "ok"), *((name, "failed") for name in failed))
    translation = Translation("a", origin, 0.8125, checks)  # type: ignore[arg-type]
    return attributes(7, found, translation, target="en", engine=engine, reviewer=reviewer)


def test_what_a_person_wrote_names_no_machine() -> None:
    assert marks("human") == {"lang": "en", "data-onetongue": "7"}
    assert marks("glossary") == marks("human")


def test_what_a_machine_wrote_says_so() -> None:
    machine = {
        "lang": "en-t-fr-ca-t0-und",
        "data-onetongue": "7",
        "its-tool": "argos fr_en",
        "its-mt-confidence": "0.812",
        "its-annotators-ref": "mt-confidence|urn:onetongue:argos",
    }
    assert marks("engine") == marks("memory") == machine
    assert marks("memory", engine=None)["its-tool"] == "memory"
    assert marks("engine", engine=EngineId("argos", "1", ""))["its-tool"] == "argos"
    assert marks("engine", reviewer="Ann") == {**machine, "its-rev-person": "Ann"}
    assert marks("engine", "numbers", "names") == {
        **machine,
        "its-loc-quality-issue-type": "numbers",
        "its-loc-quality-issue-comment": "numbers, names",
    }


def test_words_that_are_not_english_are_untranslated_to_its() -> None:
    """ITS 2.0 has no `locQualityIssueType` that is called language."""
    assert marks("engine", "language", "names") == {
        **marks("engine"),
        "its-loc-quality-issue-type": "untranslated",
        "its-loc-quality-issue-comment": "language, names",
    }


@pytest.mark.parametrize("markers", get_args(Markers))
@pytest.mark.parametrize(
    ("source", "words", "with_marks", "without"),
    [
        ("<p>Un rat. Le chat dort.</p>", "Le chat dort.", "", ""),
        ("<p>Un rat. <b>Le chat dort</b></p>", "Le chat dort", "<b>", ""),
        ("<p>Le chat dort.</p>", "Le chat dort.", "<p>", ""),
        ("<p hreflang=fr>Le chat dort.</p>", "Le chat dort.", "<p hreflang=fr>", ""),
        ("<p LANG=fr> Le chat dort.</p>", "Le chat dort.", "<p LANG=fr> ", "<p LANG=fr> "),
        ("<p xml:lang=fr>Le chat dort.</p>", "Le chat dort.", "<p xml:lang=fr>", "<p xml:lang=fr>"),
        ("<img alt='Le chat dort'>", "Le chat dort", "", ""),
    ],
)
def test_a_segment_begins_with_its_element_if_that_changes(
    markers: Markers, source: str, words: str, with_marks: str, without: str
) -> None:
    found = segment(source, words)
    whole = with_element(found, source, markers)
    tag = with_marks if markers == "attributes" else without
    assert whole.text == f"{tag}{words}"
    assert whole.span.of(source) == whole.text
    assert begins_with_element(whole) == bool(tag)


@pytest.mark.parametrize(
    ("source", "words", "written"),
    [
        ("<p> Le chat dort.</p>", "Le chat dort.", '<p id="1"> The cat'),
        ("<p>Un rat. Le chat dort.</p>", "Le chat dort.", '<span id="1">The cat</span>'),
        ("<img alt='Le chat dort'>", "Le chat dort", "The cat"),
        # Half of a pair cannot stand in a span.
        ("<p>Un <b>rat. Le chat</b> dort.</p>", "Le chat dort.", "The cat"),
    ],
)
def test_into_an_element_and_out_of_it(source: str, words: str, written: str) -> None:
    found = with_element(segment(source, words), source, "attributes")
    assert in_element(found, "The cat", {"id": "1"}) == written
    own = in_element(found, "The cat", {"data-onetongue": "1"})
    assert isinstance(found.prose, Prose)
    assert out_of_element(own, found, found.prose) == "The cat"


def test_a_span_of_the_document_is_not_ours() -> None:
    found = segment("<p>Un rat. Le chat dort.</p>", "Le chat dort.")
    assert isinstance(found.prose, Prose)
    for text in ('<span class="a">The cat</span>', "<b data-onetongue=1>The cat</b>", "The cat"):
        assert out_of_element(text, found, found.prose) == text
