"""Quoted lines of e-mail in plain text: those that wrap are one paragraph."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.engine import Engine
from support.marked import mark, unmark

import onetongue as ot
from onetongue.account import read_provenance, verify_provenance
from onetongue.document import Document, Markers, Span, Translation
from onetongue.formats import read_text
from onetongue.prose import Prose
from onetongue.review.wording import in_format
from onetongue.write import find_markers

FRENCH = {
    "Bonjour, je confirme la réunion dans la salle du deuxième étage.": (
        "Hello, I confirm the meeting in the room on the second floor."
    ),
    "Le maire a refusé de répondre à nos questions.": "The mayor refused to answer our questions.",
}


def normalizer(markers: Markers = "bracket") -> ot.Normalizer:
    engine = Engine(FRENCH)
    return ot.Normalizer(ot.Options(markers=markers), engine=engine)


def read(text: str) -> Document:
    return read_text(text, requested="text", find_protected=find_markers)


def readings(text: str) -> list[str]:
    found = []
    for region in read(text).regions:
        found.append(region.reading(text))
    return found


def long(name: str) -> str:
    """A line as wide as people wrap, without a full stop."""
    return f"{name} the committee met on Thursday and decided after the"


# Each marked stretch is a region that is the text itself: no line break is read in it.
NO_CHANGE = [
    "> ⟦Bonjour.⟧",
    "> ⟦Bonjour Marie,⟧\n> ⟦Merci⟧\n> ⟦Paul⟧",
    f"> ⟦{long('One')} vote.⟧\n> ⟦{long('Two')} vote.⟧",
    f"> ⟦{long('One')}⟧\n>\n> ⟦long debate.⟧",
    f"> ⟦{long('One')}⟧\n\n> ⟦long debate.⟧",
    f"> ⟦{long('One')}⟧\n>> ⟦long debate.⟧",
    f">> ⟦{long('One')}⟧\n> ⟦long debate.⟧",
    f"> ⟦{long('One')}⟧\n⟦long debate.⟧",
    f"⟦{long('One')}⟧\n> ⟦long debate.⟧",
    f"> ⟦{long('One')}⟧\n> -----\n> ⟦long debate.⟧",
    f"> - ⟦{long('One')}⟧\n> - ⟦long debate⟧\n> 1. ⟦short debate⟧",
    f"> # ⟦{long('One')}⟧\n> ⟦long debate.⟧",
    f"⟦{long('One')}\nlong > debate.⟧",
    f"- ⟦{long('One')}\n  long debate.⟧",
    "> ⟦short words that end in the⟧\n> ⟦middle of a sentence⟧",
]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("marked", NO_CHANGE)
def test_what_does_not_wrap_in_a_quotation_has_no_prose(marked: str, newline: str) -> None:
    marked = marked.replace("\n", newline)
    text, spans = unmark(marked)
    regions = read(text).regions
    assert mark(text, [(r.span.start, r.span.end) for r in regions]) == mark(text, spans)
    assert not any(region.prose for region in regions)


def test_a_line_of_code_is_no_region_for_the_words_around_it() -> None:
    assert (
        readings(">>> for (int i = 0; i < number_of_all; i++) {\n>>> total += values[i]; }") == []
    )


WRAPPED = [
    ("> {a}\n> long debate.", "{a}\nlong debate."),
    (">{a}\n>long debate.", "{a}\nlong debate."),
    (" > {a}\r\n  >  long debate.", "{a}\nlong debate."),
    ("> > {a}\n>> long debate.", "{a}\nlong debate."),
    ("> {a}  \n> long debate.", "{a}\nlong debate."),
    ("> {a}\r> {a}\r> long debate.", "{a}\n{a}\nlong debate."),
    ("> - {a}\n>   long debate.", "{a}\nlong debate."),
    ("> \ufeff{a}\n> \u200blong debate.\u200b", "{a}\nlong debate."),
    ("> {a}\u2028> long debate.", "{a}\nlong debate."),
]


@pytest.mark.parametrize(("text", "expected"), WRAPPED)
def test_lines_that_wrap_are_one_paragraph_without_the_signs(text: str, expected: str) -> None:
    a = long("One")
    assert readings(text.format(a=a)) == [expected.format(a=a)]


def test_the_signs_of_many_narrow_lines_are_no_code() -> None:
    lines = ["the committee met on Thursday and"] * 40
    text = "".join(f">>>>>> {line}\n" for line in lines)
    assert readings(text) == ["\n".join(lines)]


GOLDEN = [
    (
        "> Bonjour, je confirme la réunion dans la\n> salle du deuxième étage.\n",
        "> ⟦fr→en 1: Hello, I confirm the meeting in the\n> room on the second floor.⟧\n",
    ),
    (
        "On Monday she wrote:\r\n>> Bonjour, je confirme la réunion dans la\r\n> > salle du deuxième "
        "étage.\r\n>\r\n> Yes.\r\n",
        "On Monday she wrote:\r\n>> ⟦fr→en 1: Hello, I confirm the meeting in the\r\n> > room on the "
        "second floor.⟧\r\n>\r\n> Yes.\r\n",
    ),
    (
        "> The whole letter was read to us on Friday, and it\n> said this. Le maire a refusé de "
        "répondre à\n> nos questions. Nobody in the room was surprised by\n> that at all.\n",
        "> The whole letter was read to us on Friday, and it\n> said this. ⟦fr→en 1: The mayor refused "
        "to answer our\n> questions.⟧ Nobody in the room was surprised by\n> that at all.\n",
    ),
]


@pytest.mark.parametrize(("text", "expected"), GOLDEN)
def test_a_sentence_over_quoted_lines_is_translated_as_one(text: str, expected: str) -> None:
    result = normalizer().normalize(text)
    assert result.text == expected
    assert normalizer().normalize(expected).records == ()
    assert ot.revert(expected, result.provenance()) == text


def test_other_markers() -> None:
    text = GOLDEN[0][0]
    plain = "> Hello, I confirm the meeting in the\n> room on the second floor.\n"
    assert normalizer("none").normalize(text).text == plain
    noted = normalizer("footnote").normalize(text).text
    assert noted.startswith(plain.replace("floor.", "floor.[^fr1]"))
    # On one line, without the signs.
    assert "\n[^fr1]: Bonjour, je confirme la réunion dans la salle du deuxième étage. (" in noted
    assert normalizer("footnote").normalize(noted).records == ()


def test_a_marker_of_an_earlier_run_inside_stays() -> None:
    text = (
        "> The whole letter was read out, and ⟦fr→en 1: Nobody\n> knew it.⟧ was in it. Le maire a "
        "refusé de répondre à\n> nos questions.\n"
    )
    (region,) = read(text).regions
    assert [span.of(text) for span in region.protected] == ["⟦fr→en 1: Nobody\n> knew it.⟧"]
    result = normalizer().normalize(text)
    assert [record.original for record in result.records] == [
        "Le maire a refusé de répondre à\n> nos questions."
    ]
    assert "⟦fr→en 1: Nobody\n> knew it.⟧" in result.text
    assert "⟦fr→en 2: The mayor" in result.text


def test_the_diff_shows_whole_lines() -> None:
    result = normalizer("none").normalize(GOLDEN[0][0], name="a.txt")
    diff = result.diff().splitlines()
    assert diff[3:] == [
        "-> Bonjour, je confirme la réunion dans la",
        "-> salle du deuxième étage.",
        "+> Hello, I confirm the meeting in the",
        "+> room on the second floor.",
    ]


def test_names_are_found_beside_a_quotation_and_in_it() -> None:
    french = "Sergueï Lavrov est arrivé mardi soir à Bakou."
    engine = Engine(lambda _: "Sergueï Lavrov arrived in Bakou on Tuesday evening.")
    text = (
        f"Officials in Baku expected Sergei Lavrov. {french} They met in Baku.\n\n"
        "> The committee met on Thursday and decided after\n> a long debate to wait for him.\n"
    )
    assert any(region.prose for region in read(text).regions)
    result = ot.Normalizer(ot.Options(markers="none"), engine=engine).normalize(text)
    assert "Sergei Lavrov arrived in Baku on Tuesday evening." in result.text


def test_a_reviewers_words_get_the_signs_too() -> None:
    text = GOLDEN[0][0]
    result = normalizer().normalize(text)
    account = read_provenance(result.provenance())
    edit = Translation("One\r\ntwo\nthree", "human", 1.0)
    _, made = in_format(text, account)(account.records[0].segment, edit)
    assert made.content == "One\n> two\n> three"


LINE = st.sampled_from(
    [
        long("One"),
        "long debate.",
        "Bonjour, je confirme la réunion dans la",
        "salle du deuxième étage.",
        "Le maire a refusé de répondre à nos questions.",
        "The whole letter was read out. Le maire a refusé de",
        "répondre à nos questions. Nobody was surprised.",
        "⟦fr→en 3: Nobody",
        "knew it.⟧ and then",
        "[^fr1]",
        "- ",
        "# Titre",
        "e\u0301 \ufeff",
        "",
    ]
)
SIGNS = st.sampled_from(["> ", "> ", "> ", ">", ">> ", "> > ", ">\u00a0", " >\t", "", "- > "])
ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r", " \n", "\u2028", "\n\n", "\f"])
LETTERS = st.lists(st.tuples(SIGNS, LINE, ENDS).map("".join), max_size=10).map("".join)


@given(LETTERS)
def test_a_reading_is_the_lines_of_its_region(text: str) -> None:
    document = read(text)
    for region in document.regions:
        assert all(region.span.contains(span) for span in region.protected)
        if region.prose is None:
            continue
        prose = region.prose.within(0, len(region.prose.text))
        assert Span(prose.runs[0].start, prose.runs[-1].end) == region.span
        assert prose.text == prose.text.strip()
        for run in prose.runs:
            if run.text in {"é", ""}:
                assert run.raw.strip("\ufeff") == ("e\u0301" if run.text else "")
                continue
            assert run.role == ("character" if run.text == "\n" else "text")
            assert run.raw.strip(" >\t\r\n\u2028\u00a0\ufeff\u0301") == ""


@given(LETTERS, st.sampled_from(["bracket", "footnote", "none"]))
def test_the_source_always_comes_back(text: str, markers: Markers) -> None:
    result = normalizer(markers).normalize(text)
    verify_provenance(result.text, result.provenance(), text)
    assert ot.revert(result.text, result.provenance()) == text
    end = shift = 0
    for record in result.records:
        before = text[end : record.source.start]
        assert result.text[end + shift : record.target.start] == before
        end, shift = record.source.end, record.target.end - record.source.end
    assert result.text.removesuffix(result.notes).endswith(text[end:])
    assert normalizer(markers).normalize(result.text).text == result.text


@given(LETTERS)
def test_what_is_written_over_lines_is_quoted_as_before(text: str) -> None:
    for region in read(text).regions:
        if not isinstance(region.prose, Prose):
            continue
        lines = re.split("\n|\r\n?|\u2028", region.prose.escape("a\nb"))
        start = re.split("[\n\r\u2028\f]", text[: region.span.start])[-1]
        assert [line.count(">") for line in lines[1:]] == [start.count(">")]


def test_a_long_quotation_is_read_in_linear_time() -> None:
    # Anything quadratic here would run for hours: no clock is needed.
    text = f"> {long('One')}\n" * 50_000
    (reading,) = readings(text)
    assert reading.count("\n") == 49_999
