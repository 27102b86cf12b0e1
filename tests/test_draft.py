"""Which translations stand, which are refused and why, and which are taken out again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from support.engine import Engine

from onetongue.document import (
    Change,
    CheckResult,
    Detection,
    Document,
    Evidence,
    Options,
    Segment,
    Span,
    Translation,
)
from onetongue.draft import Draft, written_parts
from onetongue.errors import InputError, TranslationError
from onetongue.markup import silent
from onetongue.prose import BREAK, Frame, Prose, Run, as_is

TEXT = "He said: Merci bien. And left."
MERCI = Span(9, 20)


def segment(span: Span = MERCI, text: str = TEXT, prose: Prose | None = None) -> Segment:
    return Segment(span, span.of(text), "sentence", "fr", Evidence(0.9, "all French"), prose)


def change(english: str, *, origin: Any = "engine", **checks: CheckResult) -> Change:
    return segment(), Translation(english, origin, 0.9, tuple(checks.items()))


def foreign(english: str, *words: str) -> Change:
    checks: tuple[tuple[str, CheckResult], ...] = (("language", "failed"),)
    return segment(), Translation(english, "engine", 0.9, checks, foreign_words=words)


def draft(text: str = TEXT, found: Detection | None = None, **options: Any) -> Draft:
    encoding = options.pop("encoding", "utf-8")
    found = found or Detection((segment(),), ())
    return Draft(Document(text, (), encoding=encoding), found, Options(**options))


def written(one: Draft) -> Any:
    return one.written(lambda _: Engine())


@pytest.mark.parametrize(
    ("made", "options", "reason"),
    [
        (change(""), {}, "no translation"),
        (change(" \n"), {}, "no translation"),
        (change("Merci bien."), {}, "the same in the translation"),
        (change("Le merci.", untranslated="failed"), {"markers": "none"}, "translation still foreign"),
        (change("Merci bien.", untranslated="failed"), {"markers": "footnote"}, "translation still foreign"),
        (change("Thanks.", numbers="failed"), {"on_doubt": "keep"}, "translation doubtful (numbers)"),
        (foreign("Presionar.", "Presionar"), {}, "translation not English"),
        (foreign("Muchas thanks a todos.", "Muchas", "a", "todos"), {"markers": "bracket"}, "translation not English"),
        (foreign("Muchas thanks.", "Muchas"), {"on_doubt": "keep"}, "translation doubtful (language: Muchas)"),
    ],
)  # fmt: skip
def test_what_is_refused_leaves_the_text_as_it_was(
    made: Change, options: dict[str, Any], reason: str
) -> None:
    one = draft(**options)
    one.add([made], silent)
    result = written(one)
    assert result.text == TEXT
    assert [s.evidence.reason for s in result.left_alone] == [reason]
    assert result.engine is None


@pytest.mark.parametrize(
    ("made", "options", "text"),
    [
        (change("Thanks."), {"markers": "none"}, "He said: Thanks. And left."),
        (change("Thanks.", numbers="failed"), {"markers": "none"}, "He said: Thanks. And left."),
        (foreign("Muchas thanks.", "Muchas"), {"markers": "none"}, "He said: Muchas thanks. And left."),
        (change("Thanks.", numbers="ok"), {"markers": "none", "on_doubt": "fail"}, "He said: Thanks. And left."),
        (change("Thanks.", numbers="ok"), {"markers": "none", "on_doubt": "keep"}, "He said: Thanks. And left."),
        (change("Merci bien.", untranslated="failed"), {}, "He said: ⟦fr→en? 1: Merci bien.⟧ And left."),
    ],
)  # fmt: skip
def test_what_stands(made: Change, options: dict[str, Any], text: str) -> None:
    one = draft(**options)
    one.add([made], silent)
    assert written(one).text == text


def test_a_failed_check_stops_all_where_the_options_say_so() -> None:
    with pytest.raises(TranslationError, match=r"text: line 1: .* failed its checks \(numbers\)"):
        draft(on_doubt="fail").add([change("Thanks.", numbers="failed")], silent)


def test_what_has_markup_without_a_place_is_refused_and_names_are_not() -> None:
    one = draft()
    names = change("Merci bien.")
    found, made = change("Thanks.")
    runs = (Run(9, 14, "Merci"), Run(14, 15, " ", "point", " ", 0, BREAK), Run(15, 20, "bien."))
    one.add([(replace(found, prose=Prose(runs)), made)], silent)
    (left,) = written(one).refused
    assert left.evidence.reason == "its line breaks could not be placed"
    assert written(one).left_alone == (left,)
    one = draft()
    one.add([names], silent)
    assert len(written(one).left_alone) == 1
    assert written(one).refused == ()


def test_a_part_of_a_value_without_quotation_marks_stays() -> None:
    text = "a: oui non"
    runs = (Run(3, 6, "oui"),)
    prose = Prose(runs, frame=Frame(as_is, as_is, is_whole=False))
    found = segment(Span(3, 6), text, prose)
    one = draft(text, Detection((found,), ()))
    one.add([(found, Translation("yes", "engine", 0.9))], silent)
    [kept] = written(one).left_alone
    assert kept.evidence.reason == "only a part of a value without quotation marks"


@pytest.mark.parametrize(
    ("encoding", "english", "text"),
    [
        ("utf-8", "“Thanks…”", "He said: “Thanks…” And left."),
        ("cp1252", "“Thanks…”", "He said: “Thanks…” And left."),
        ("latin-1", "“Thanks…”", 'He said: "Thanks..." And left.'),
    ],
)
def test_typography_is_typed_as_the_encoding_can(encoding: str, english: str, text: str) -> None:
    one = draft(encoding=encoding, markers="none")
    one.add([change(english)], silent)
    assert written(one).text == text


@pytest.mark.parametrize(("origin", "name"), [("human", "Sergueï"), ("engine", "Sergei")])
def test_names_are_respelled_but_not_in_peoples_own_words(origin: Any, name: str) -> None:
    text = "Minister Sergei Lavrov spoke. Sergueï Lavrov parle. Sergei Lavrov left."
    found = segment(Span(30, 51), text)
    one = draft(text, Detection((found,), ()), markers="none")
    one.add([(found, Translation("Sergueï Lavrov speaks.", origin, 0.9))], silent)
    assert written(one).text[30:].startswith(f"{name} Lavrov speaks.")


def test_markers_that_a_format_cannot_hold() -> None:
    with pytest.raises(
        InputError, match="takes markers bracket or footnote or none, not attributes"
    ):
        draft(markers="attributes")


def test_what_is_found_again_in_a_translation_is_taken_out() -> None:
    one = draft(markers="none")
    one.add([change("Thanks a lot.")], silent)
    result = written(one)
    inside, beside = Span(9, 13), Span(22, 25)
    assert one.take_out(result, Detection((segment(beside, result.text),), ())) is False
    assert written(one).text == result.text
    assert one.take_out(result, Detection((segment(inside, result.text),), ())) is True
    assert written(one).text == TEXT
    assert [s.evidence.reason for s in written(one).left_alone] == ["translation still foreign"]


def test_a_translation_goes_whose_note_is_found() -> None:
    one = draft(markers="footnote")
    one.add([change("Thanks a lot.")], silent)
    result = written(one)
    note = Span(len(result.text) - 3, len(result.text) - 1)
    assert one.take_out(result, Detection((segment(note, result.text),), ())) is True


def test_what_is_still_open_is_told_at_its_place_in_the_source() -> None:
    one = draft(markers="none")
    one.add([change("Thanks a lot.")], silent)
    result = written(one)
    left = Span(result.text.index("left"), result.text.index("left") + 4)
    again = Detection((segment(left, result.text), segment(Span(9, 13), result.text)), ())
    [open_one] = one.still_open(result, again).segments
    assert open_one.span.of(TEXT) == "left"
    assert open_one.span != left


def test_a_refused_segment_is_not_open_again() -> None:
    one = draft(markers="none")
    one.add([change("")], silent)
    result = written(one)
    assert one.still_open(result, Detection((segment(),), ())).segments == ()


def test_only_parts_that_were_written_in_are_read_again() -> None:
    text = "He: Oui.\nNo.\nShe: Non.\n"
    parts = (Span(0, 9), Span(9, 13), Span(13, 23))
    found = segment(Span(4, 8), text), segment(Span(18, 22), text)
    one = Draft(Document(text, (), parts=parts), Detection(found, ()), Options(markers="none"))
    one.add([(found[0], Translation("Yes, he did.", "engine", 0.9))], silent)
    assert list(written_parts(written(one))) == [(0, "He: Yes, he did.\n")]
    one.add([(found[1], Translation("No!", "engine", 0.9))], silent)
    assert list(written_parts(written(one))) == [(0, "He: Yes, he did.\n"), (21, "She: No!\n")]


def test_nothing_is_read_again_where_nothing_was_written() -> None:
    assert list(written_parts(written(draft()))) == []


@pytest.mark.parametrize(("origin", "is_named"), [("engine", True), ("human", False)])
def test_the_engine_is_named_where_it_was_asked(origin: Any, is_named: bool) -> None:
    one = draft(markers="none")
    one.add([change("Thanks.", origin=origin)], silent)
    assert written(one).engine == (Engine().id if is_named else None)
