"""Splicing, replaying, reverting, and noticing when any of it does not add up."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.account import NormalizedDocument
from onetongue.document import Evidence, Record, Segment, Span, Translation
from onetongue.errors import InputError, IntegrityError, SpanError
from onetongue.write import replay, revert_text, splice, verify
from onetongue.write.splicing import first_difference

DOCUMENTS = st.from_type(NormalizedDocument)


def change(start: int, original: str, replacement: str) -> tuple[Segment, Translation, str]:
    span = Span(start, start + len(original))
    segment = Segment(span, original, "phrase", "fr", Evidence(0.9, "all words French"))
    return segment, Translation(replacement, "engine", 0.8), replacement


@pytest.mark.parametrize(
    ("source", "changes", "output"),
    [
        ("", [], ""),
        ("no French", [], "no French"),
        ("\ufeffoui\r\n", [change(1, "oui", "yes")], "\ufeffyes\r\n"),
        ("😀e\u0301 oui", [change(4, "oui", "y")], "😀e\u0301 y"),
        (
            "ouinon",
            [change(0, "oui", "yes"), change(3, "non", "certainly not")],
            "yescertainly not",
        ),
        ("a oui\x00\ud800", [change(2, "oui", "⟦yes⟧")], "a ⟦yes⟧\x00\ud800"),
    ],
)
def test_splice(source: str, changes: list[tuple[Segment, Translation, str]], output: str) -> None:
    text, records = splice(source, changes)
    assert text == output
    assert [record.target.of(text) for record in records] == [new for _, _, new in changes]
    verify(source, text, records)


def test_ids_count_on_from_the_first() -> None:
    _, records = splice("oui non", [change(0, "oui", "y"), change(4, "non", "n")], first_id=8)
    assert [record.id for record in records] == [8, 9]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ([change(0, "oui", "")], InputError),
        ([change(4, "non", "n"), change(0, "oui", "y")], SpanError),
        ([change(0, "oui", "y"), change(2, "i n", "n")], SpanError),
        ([change(6, "nn", "n")], SpanError),
    ],
)
def test_splice_refuses(
    changes: list[tuple[Segment, Translation, str]], error: type[Exception]
) -> None:
    with pytest.raises(error):
        splice("oui non", changes)


@given(DOCUMENTS)
def test_replay_gives_the_output_and_revert_the_source(result: NormalizedDocument) -> None:
    source, text, notes = result.source.text, result.text, result.notes
    assert replay(source, result.records, notes) == text
    assert revert_text(text, result.records, notes) == source
    verify(source, text, result.records, notes)


@given(DOCUMENTS)
def test_text_outside_the_records_is_identical(result: NormalizedDocument) -> None:
    source, text = result.source.text, result.text.removesuffix(result.notes)
    for record in reversed(result.records):
        source = source[: record.source.start] + source[record.source.end :]
        text = text[: record.target.start] + text[record.target.end :]
    assert text == source


@given(DOCUMENTS, st.data())
def test_any_changed_character_is_noticed(result: NormalizedDocument, data: st.DataObject) -> None:
    source, text = result.source.text, result.text
    side = data.draw(st.sampled_from(["source", "output"]))
    before = source if side == "source" else text
    at = data.draw(st.integers(0, len(before)))
    after = data.draw(st.sampled_from(["", "x", "\n"]))
    drop = data.draw(st.integers(0, 1))
    tampered = before[:at] + after + before[at + drop :]
    if tampered == before:
        tampered += "!"
    if side == "source":
        source = tampered
    else:
        text = tampered
    with pytest.raises(IntegrityError, match="this is a bug, nothing was written: "):
        verify(source, text, result.records, result.notes)


SOURCE = "Il dit oui et non."
OUTPUT, RECORDS = splice(SOURCE, [change(7, "oui", "yes!"), change(14, "non", "no")])


def moved(record: Record, by: int) -> Record:
    span = Span(record.target.start + by, record.target.end + by)
    return dataclasses.replace(record, target=span)


def reread(record: Record, start: int, original: str) -> Record:
    return dataclasses.replace(record, segment=change(start, original, "x")[0])


@pytest.mark.parametrize(
    ("records", "message"),
    [
        ((RECORDS[1], RECORDS[0]), "record 2"),
        ((RECORDS[0], RECORDS[0]), "record 1"),
        (RECORDS[:1], "replaying"),
        (RECORDS[1:], "record 2 has its target at 15, not 14"),
        ((moved(RECORDS[0], 1), RECORDS[1]), "record 1 has its target at 8, not 7"),
        ((reread(RECORDS[0], 7, "OUI"), RECORDS[1]), "record 1 does not hold what the source"),
        ((reread(RECORDS[0], 6, " ou"), RECORDS[1]), "record 1 has its target at 7, not 6"),
        ((RECORDS[0], reread(RECORDS[1], 14, "non.")), "replaying"),
        (
            (dataclasses.replace(RECORDS[0], replacement="yes?"), RECORDS[1]),
            "record 1 does not hold what the output has at 7",
        ),
        (
            (RECORDS[0], dataclasses.replace(RECORDS[1], id=1)),
            "record 1 comes after record 1",
        ),
        ((*RECORDS, dataclasses.replace(reread(RECORDS[1], 17, ".?"), id=3)), "record 3"),
    ],
)
def test_a_tampered_record_is_noticed(records: tuple[Record, ...], message: str) -> None:
    verify(SOURCE, OUTPUT, RECORDS)
    with pytest.raises(IntegrityError, match=f"nothing was written: {message}"):
        verify(SOURCE, OUTPUT, records)


def test_notes_are_part_of_the_proof() -> None:
    verify(SOURCE, OUTPUT + "\nnotes", RECORDS, "\nnotes")
    with pytest.raises(IntegrityError):
        verify(SOURCE, OUTPUT + "\nnotes", RECORDS, "\nother")
    with pytest.raises(IntegrityError):
        verify(SOURCE, OUTPUT + "\nnotes", RECORDS)
    with pytest.raises(IntegrityError, match="does not end with the notes"):
        revert_text(OUTPUT, RECORDS, "\nnotes")


@given(st.text(), st.text())
def test_first_difference(one: str, other: str) -> None:
    at = first_difference(one, other)
    assert one[:at] == other[:at]
    assert one[at : at + 1] != other[at : at + 1] or one == other
