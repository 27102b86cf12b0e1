"""The values between the stages: what they accept, and what they say when they do not."""

import dataclasses
import re
from collections.abc import Sequence
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.document import (
    Detection,
    Document,
    EmptySpan,
    EngineId,
    Evidence,
    NotRead,
    Options,
    Parallel,
    Record,
    Region,
    RegionKind,
    Segment,
    SegmentKind,
    Span,
    Translation,
    overlap_with,
    require_disjoint,
)
from onetongue.errors import InputError, OnetongueError, SpanError
from onetongue.prose import Element, Prose, Run

EVIDENCE = Evidence(0.9, "all words French", "a line under a picture", (("ministre", 4.2),))
SEGMENT = Segment(Span(3, 8), "Merci", "phrase", "fr", EVIDENCE)
TRANSLATION = Translation("Thanks", "engine", 0.8)
RECORD = Record(1, Span(3, 9), "Thanks", SEGMENT, TRANSLATION)
VALUES = [
    Span(0, 1),
    EmptySpan(3, 3),
    Region(Span(0, 9), "caption", "rule"),
    Document("Oh Merci!", (Region(Span(0, 9), "paragraph", "rule"),)),
    NotRead(7, "raw HTML", "it is no Markdown"),
    EVIDENCE,
    SEGMENT,
    Parallel("fr", "French", (Span(3, 8),), 0.48),
    Detection((SEGMENT,), ()),
    EngineId("argos", "1", "m"),
    TRANSLATION,
    RECORD,
    Options(),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_values_are_frozen_equal_to_their_copy_and_hashable(value: Any) -> None:
    field = dataclasses.fields(value)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, field, None)
    copy = dataclasses.replace(value)
    assert copy == value
    assert hash(copy) == hash(value)
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (4, 3), (-1, 2), (-2, -1)])
def test_span_must_be_forward_and_not_empty(start: int, end: int) -> None:
    with pytest.raises(SpanError, match=f"{start}\\.\\.{end}"):
        Span(start, end)


@pytest.mark.parametrize(("start", "end"), [(0, 1), (-1, -1), (4, 3)])
def test_an_empty_span_has_no_length(start: int, end: int) -> None:
    with pytest.raises(SpanError, match=f"{start}\\.\\.{end}"):
        EmptySpan(start, end)


def test_an_empty_span_touches_nothing() -> None:
    is_taken = overlap_with([EmptySpan(3, 3), Span(5, 7), EmptySpan(9, 9)])
    assert [is_taken(Span(at, at + 1)) for at in range(2, 10)] == [
        at in {5, 6} for at in range(2, 10)
    ]


def test_span_error_is_both_ours_and_a_value_error() -> None:
    assert issubclass(SpanError, OnetongueError)
    assert issubclass(SpanError, ValueError)


@given(st.text(min_size=1), st.data())
def test_span_of_is_the_slice(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Span(start, end).of(text) == text[start:end]
    assert len(Span(start, end)) == end - start


def test_span_counts_code_points_not_bytes_or_graphemes() -> None:
    assert Span(1, 3).of("😀e\u0301!") == "e\u0301"


def test_span_of_a_text_too_short() -> None:
    with pytest.raises(SpanError, match="ends after the text"):
        Span(1, 4).of("abc")


@pytest.mark.parametrize(
    ("one", "other", "contains", "overlaps"),
    [
        (Span(0, 4), Span(1, 3), True, True),
        (Span(0, 4), Span(0, 4), True, True),
        (Span(1, 3), Span(0, 4), False, True),
        (Span(0, 2), Span(1, 3), False, True),
        (Span(0, 2), Span(2, 3), False, False),
    ],
)
def test_span_relations(one: Span, other: Span, contains: bool, overlaps: bool) -> None:
    assert one.contains(other) is contains
    assert one.overlaps(other) is overlaps
    assert other.overlaps(one) is overlaps


def test_spans_sort_by_start_then_end() -> None:
    assert sorted([Span(2, 3), Span(0, 5), Span(0, 1)]) == [Span(0, 1), Span(0, 5), Span(2, 3)]


@pytest.mark.parametrize("spans", [[], [Span(0, 1)], [Span(0, 1), Span(1, 3)]])
def test_disjoint_spans_pass(spans: list[Span]) -> None:
    assert require_disjoint(spans, 3, "thing") is None  # type: ignore[func-returns-value]


@pytest.mark.parametrize(
    ("spans", "message"),
    [
        ([Span(0, 2), Span(1, 3)], "thing at 1 starts before the one before it ends"),
        ([Span(2, 3), Span(0, 1)], "thing at 0 starts before"),
        ([Span(0, 4)], "thing ends at 4, after the text"),
    ],
)
def test_spans_that_are_not_disjoint(spans: list[Span], message: str) -> None:
    with pytest.raises(SpanError, match=message):
        require_disjoint(spans, 3, "thing")


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: Region(Span(2, 5), "caption", "r", (Span(1, 3),)), SpanError, "before its region"),
        (lambda: Region(Span(2, 5), "caption", "r", (Span(4, 6),)), SpanError, "protected stretch"),
        (lambda: Document("ab", (Region(Span(0, 3), "caption", "r"),)), SpanError, "region ends"),
        (lambda: Evidence(1.01, "r"), InputError, "confidence"),
        (lambda: Evidence(float("nan"), "r"), InputError, "confidence"),
        (lambda: Segment(Span(0, 3), "ab", "phrase", "fr", EVIDENCE), SpanError, "2 code points"),
        (lambda: Segment(Span(0, 2), "ab", "word", "fr", EVIDENCE), InputError, "'word'"),  # type: ignore[arg-type]
        (lambda: Translation("x", "engine", -0.1), InputError, "confidence"),
        (lambda: Record(0, Span(3, 9), "Thanks", SEGMENT, TRANSLATION), InputError, "start at 1"),
        (lambda: Record(7, Span(3, 8), "Thanks", SEGMENT, TRANSLATION), SpanError, "record 7"),
        (lambda: Options(min_confidence=2), InputError, "min_confidence"),
        (lambda: Options(markers="stars"), InputError, "markers must be one of bracket"),  # type: ignore[arg-type]
        (lambda: Options(format="pdf"), InputError, "format must be one of"),  # type: ignore[arg-type]
        (lambda: Options(on_doubt="cry"), InputError, "on_doubt must be one of"),  # type: ignore[arg-type]
        (lambda: Options(parallel="skip"), InputError, "parallel must be one of translate, keep"),  # type: ignore[arg-type]
        (lambda: Parallel("fr", "French", (Span(0, 2),), 1.2), InputError, "share must lie"),
        (lambda: Options(engine="cloud"), InputError, "engine must be one of"),  # type: ignore[arg-type]
    ],
)
def test_what_contradicts_itself_cannot_be_made(
    make: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        make()


def test_every_region_kind_is_a_segment_kind() -> None:
    assert set(get_args(RegionKind)) <= set(get_args(SegmentKind))


def test_a_record_knows_its_source() -> None:
    assert RECORD.source == Span(3, 8)
    assert RECORD.original == "Merci"


@pytest.mark.parametrize(
    ("checks", "doubtful"),
    [
        ((), False),
        ((("numbers", "ok"),), False),
        ((("numbers", "ok"), ("markup", "failed")), True),
    ],
)
def test_a_translation_is_doubtful_when_any_check_failed(checks: Any, doubtful: bool) -> None:
    assert Translation("x", "engine", 0.5, checks).doubtful is doubtful


@pytest.mark.parametrize(("content", "written"), [("", "x"), ("*x*", "*x*")])
def test_what_is_written_is_the_words_but_for_markup(content: str, written: str) -> None:
    assert Translation("x", "engine", 0.5, content=content).written == written


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ((), ()),
        (("fr", "es"), ("fr", "es")),
        (["fr", "es"], ("fr", "es")),
        ("fr", ("fr",)),
        ("article.body", ("article.body",)),
        ("", ()),
    ],
)
def test_what_is_several_is_kept_as_a_tuple(given: Sequence[str], kept: tuple[str, ...]) -> None:
    options = Options(source=given, fields=given)
    assert (options.source, options.fields) == (kept, kept)


@pytest.mark.parametrize("given", ["fr, es", ("de", "fr, es"), ["fr,es,"]])
@pytest.mark.parametrize("name", ["source", "fields"])
def test_only_the_command_line_reads_commas(name: str, given: Any) -> None:
    with pytest.raises(InputError, match=rf"^{name} must be a tuple .* give \('fr', 'es'\)$"):
        Options(**{name: given})


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"min_confidence": 1.5}, "min_confidence must be a number from 0 to 1, not 1.5"),
        ({"min_confidence": float("nan")}, "min_confidence must be a number from 0 to 1, not nan"),
        ({"min_confidence": "high"}, "min_confidence must be a number from 0 to 1, not 'high'"),
        ({"on_error": "cry"}, "on_error must be one of fail, skip, not 'cry'"),
        ({"format": None}, "format must be one of auto, text, markdown,"),
    ],
)
def test_a_wrong_option_is_named_with_what_it_may_be(values: Any, message: str) -> None:
    with pytest.raises(InputError, match=f"^{re.escape(message)}"):
        Options(**values)


def test_a_surrogate_pair_is_refused_and_a_lone_one_is_not() -> None:
    with pytest.raises(InputError, match="surrogate pair at 1"):
        Document("a\ud83d\ude00", ())
    assert Document("a\ud83d", ()).text == "a\ud83d"


def test_a_segment_moves_with_what_is_read_there() -> None:
    prose = Prose((Run(3, 8, "Merci"),), element=Element(0, 3, "<p>"))
    moved = dataclasses.replace(SEGMENT, prose=prose).moved(10)
    assert (moved.span, moved.text) == (Span(13, 18), "Merci")
    assert moved.prose is not None
    assert moved.prose.runs == (Run(13, 18, "Merci"),)
    assert moved.prose.element == Element(10, 13, "<p>")


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (
            Parallel("fr", "French", (Span(3, 8),), 0.055),
            "1 segment, 6 % of it, is a French version",
        ),
        (
            Parallel("es", "Spanish", (Span(3, 8), Span(9, 12)), 0.5),
            "2 segments, 50 % of it, are a Spanish version",
        ),
    ],
)
def test_what_is_there_twice_is_told_in_one_line(one: Parallel, line: str) -> None:
    assert str(one) == f"this looks like a bilingual document: {line} of the English"


def test_which_spans_are_versions() -> None:
    two = Parallel("es", "Spanish", (Span(20, 25),), 0.1)
    found = Detection((), (), parallel=(Parallel("fr", "French", (Span(3, 8),), 0.1), two))
    is_version = found.versions()
    assert [is_version(Span(at, at + 1)) for at in (2, 3, 7, 8, 20)] == [
        False,
        True,
        True,
        False,
        True,
    ]
    assert not Detection((), ()).versions()(Span(0, 9))


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (NotRead(7, "raw HTML", "no Markdown"), "line 7: raw HTML is not read: no Markdown"),
        (NotRead("header", "the part", "no XML"), "header: the part is not read: no XML"),
        (NotRead(7, "raw HTML", "no Markdown", "line 7: left"), "line 7: left"),
    ],
)
def test_what_was_not_read_says_so_in_one_line(one: NotRead, line: str) -> None:
    assert str(one) == line
    assert one == dataclasses.replace(one, note="other words for the same")
    assert one != dataclasses.replace(one, place="elsewhere")
