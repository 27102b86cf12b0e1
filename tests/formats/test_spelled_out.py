"""Regions in which words are not written letter by letter, from reading to writing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.engine import Engine

import onetongue as ot
from onetongue.document import FormatName, Region, Span
from onetongue.formats import read_text
from onetongue.formats.spelled_out import as_seen, seen
from onetongue.language.odd_letters import find
from onetongue.prose import Prose, Run

FRENCH = "La réunion a été reportée à cause de la grève."
NOTHING = "The council met on Monday to discuss the budget for the next year."


def readings(text: str, format_name: FormatName = "text") -> list[str]:
    regions = read_text(text, requested=format_name).regions
    return [region.reading(text) for region in regions]


def normalizer(said: str = "The meeting was postponed.") -> ot.Normalizer:
    return ot.Normalizer(ot.Options(markers="none"), engine=Engine(lambda _: said))


@pytest.mark.parametrize(
    "text",
    [NOTHING, FRENCH, "Prices & more", "Research, R&amp;D", "Plan A B C", "Tom &eacute; Jerry"],
)
def test_what_is_written_plainly_has_no_prose(text: str) -> None:
    assert [region.prose for region in read_text(text, requested="text").regions] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "R É S U M É   D E   L A   R É U N I O N",
        "M I N U T E S   O F   T H E   M E E T I N G",
        "r&eacute;union &amp; d&eacute;jeuner",
    ],
)
def test_it_is_prose(text: str) -> None:
    assert len(readings(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "C O N T E N T S",
        "M I N U T E S",
        "A B C D E F G H",
        "M I N U T E S   O F   T H E   M E E T I N G",
    ],
)
def test_english_letter_by_letter_stays(text: str) -> None:
    assert ot.detect(f"{NOTHING}\n\n{text}\n\n{NOTHING}") == ()


SPELLINGS = [
    unicodedata.normalize("NFD", FRENCH),
    "".join(f"&#{ord(c)};" if c > "\x7f" else c for c in FRENCH),
    FRENCH.replace("é", "&eacute;").replace("à", "&agrave;").replace("è", "&egrave;"),
    FRENCH.replace("é", "\\u00e9").replace("à", "\\u00E0"),
    FRENCH.replace("ré", "ré\u00ad"),
    FRENCH.replace(" ", "\u200b "),
    f"\u200e{FRENCH}\u200e",
]


@pytest.mark.parametrize("text", SPELLINGS)
def test_the_engine_is_asked_the_same_whatever_the_spelling(text: str) -> None:
    engine = Engine(lambda _: "The meeting was postponed.")
    source = f"{NOTHING}\n\n{text}\n\n{NOTHING}\n"
    result = ot.Normalizer(ot.Options(markers="none"), engine=engine).normalize(source)
    assert engine.batches[0][0] == FRENCH
    (record,) = result.records
    assert record.original == text.strip("\u200e")
    assert record.replacement == "The meeting was postponed."
    assert ot.revert(result.text, result.provenance()) == source
    assert normalizer().normalize(result.text).text == result.text


@pytest.mark.parametrize("text", [SPELLINGS[i] for i in (0, 1, 2, 4, 5)])
@pytest.mark.parametrize(
    "written", ["<p>{}</p>", "# {}", '{{"text": "{}"}}', "1\n00:00:01,000 --> 00:00:02,000\n{}\n"]
)
def test_in_every_format(text: str, written: str) -> None:
    name: FormatName = {"<": "html", "#": "markdown", "{": "json", "1": "subtitles"}[written[0]]  # type: ignore[assignment]
    source = written.format(text)
    assert readings(source, name) == [FRENCH]
    result = normalizer().normalize(source, format=name)
    assert [record.segment.reading for record in result.records] == [FRENCH]
    assert ot.revert(result.text, result.provenance()) == source


def test_a_heading_letter_by_letter() -> None:
    spaced = "R É S U M É   D E   L A   R É U N I O N"
    source = f"{NOTHING}\n\n{spaced}\n\n{NOTHING}"
    (found,) = ot.detect(source)
    (plainly,) = ot.detect(source.replace(spaced, "RÉSUMÉ DE LA RÉUNION"))
    assert (found.text, found.reading, found.kind) == (spaced, plainly.text, plainly.kind)
    assert found.evidence == plainly.evidence
    result = normalizer("Summary of the meeting").normalize(source)
    assert result.text == source.replace(spaced, "SUMMARY OF THE MEETING")
    assert ot.revert(result.text, result.provenance()) == source


def test_json_escapes_join_what_they_escape() -> None:
    assert readings(r'{"text": "La re\u0301union est fi\u00adnie."}', "json") == [
        "La réunion est finie."
    ]
    assert readings(r'{"text": "La r\u0026eacute;union"}', "json") == ["La réunion"]


@pytest.mark.parametrize(
    ("source", "written"),
    [
        # In ASCII they are references again: the file may be read in an encoding without them.
        ("L'&eacute;t&eacute; o&ugrave; il dort est fini.", "No&euml;l &#9786;"),
        ("L'&eacute;t&eacute; où il dort est fini.", "Noël ☺"),
        ("L'\\u00e9t\\u00e9 o\\u00f9 il dort est fini.", "No\\u00ebl \\u263a"),
        # What was no markup does not become any; what was a bare sign stays one.
        (
            "L'&eacute;t&eacute; &lt;a&gt; o&ugrave; il dort est fini.",
            "No&euml;l &#9786; &lt;b&gt; & c",
        ),
        ("L'&eacute;t&eacute; <a> & o&ugrave; il dort est fini.", "No&euml;l &#9786; <b> & c"),
    ],
)
def test_how_letters_are_written(source: str, written: str) -> None:
    (region,) = read_text(source, requested="text").regions
    assert region.prose is not None
    prose = region.prose.within(0, len(region.prose.text))
    assert prose.escape("Noël ☺" + " <b> & c" * (">" in source or "&gt;" in source)) == written


def test_what_markup_divides_stays() -> None:
    assert readings("<p>La re<b>\u0301</b>union</p>", "html") == ["La re\u0301union"]
    assert readings("<p>La <b>re\u0301</b>union</p>", "html") == ["La réunion"]


def test_declared_stretches_move_along() -> None:
    source = "<p>e\u0301te\u0301 <i lang=fr>e\u0301te\u0301</i> <i lang=de>re\u0301</i></p>"
    (region,) = read_text(source, requested="html").regions
    assert region.prose is not None
    text = region.prose.text
    found = region.prose.declared_in(0, len(text))
    assert [(text[a:b], tag) for a, b, tag in found] == [("été", "fr"), ("ré", "de")]


def test_nothing_is_left_of_it() -> None:
    prose = Prose((Run(0, 2, "\u00ad "),))
    assert seen("\u00ad ", prose, find("\u00ad ")) is prose


ODD = st.lists(
    st.sampled_from(
        [
            *"aé R\n",
            "e\u0301",
            "\u00ad",
            "ﬁ",
            "&eacute;",
            "&lt;",
            "mot ",
            "<b>",
            "</b>",
            "`x`",
            "\\u00e9",
        ]
    ),
    min_size=1,
    max_size=20,
).map("".join)


@given(ODD, st.sampled_from(["text", "html", "markdown"]))
def test_offsets_are_those_of_the_source(text: str, name: FormatName) -> None:
    document = read_text(text, requested=name)
    for region in document.regions:
        if region.prose is None:
            continue
        whole = region.prose.within(0, len(region.prose.text))
        assert whole.text == region.prose.text
        for run in whole.runs:
            assert region.span.start <= run.start <= run.end <= region.span.end
            assert run.role != "text" or run.text == text[run.start : run.end]


def test_a_region_is_as_it_was_unless_something_is_odd() -> None:
    text = "abc e\u0301"
    regions = [Region(Span(0, 3), "paragraph", "a"), Region(Span(4, 6), "heading", "b")]
    plain, odd = as_seen(text, regions)
    assert plain is regions[0]
    assert (odd.span, odd.kind, odd.rule) == (Span(4, 6), "heading", "b")
    assert odd.prose is not None
    assert (odd.prose.text, odd.prose.place(6), odd.prose.holders(0, 1)) == ("é", 1, ())
