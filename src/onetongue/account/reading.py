"""Reading a provenance back.

Responsible for: trusting nothing. The provenance may come from anyone, so every key, type and
offset is checked (`json_fields` does the types) and a message names the first that is wrong; then the
digest of the whole.
Not responsible for: making a provenance (`provenance`); what it says of an output (`proof`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast, get_args

from onetongue.account.json_fields import Fields, load_object
from onetongue.account.provenance import SCHEMA, Review, ReviewState, digest
from onetongue.document import (
    CheckResult,
    EmptySpan,
    EngineId,
    Evidence,
    FormatName,
    Markers,
    NotRead,
    Origin,
    Parallel,
    Record,
    Segment,
    SegmentKind,
    Span,
    Translation,
)
from onetongue.errors import InputError, IntegrityError, SpanError
from onetongue.prose import Prose, Run
from onetongue.write.encoding import encode_text

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Account:
    """A provenance that agrees with itself.

    Lengths in code points, checksums SHA-256 in hexadecimal over the bytes in `encoding`.
    `notes_length` code points at the end of the output belong to no record. `reviews` has one
    entry a record, None where no person has decided. `left_alone` are stretches of the source,
    each with its text. `not_read` and `parallel` are empty where the account does not say.
    """

    name: str
    format: FormatName
    encoding: str
    source_length: int
    source_sha256: str
    output_length: int
    output_sha256: str
    notes_length: int
    markers: Markers
    engine: EngineId | None
    records: tuple[Record, ...]
    reviews: tuple[Review | None, ...]
    left_alone: tuple[tuple[Span, str], ...]
    not_read: tuple[NotRead, ...] = ()
    parallel: tuple[Parallel, ...] = ()


def load_provenance(content: bytes, name: str = "provenance") -> dict[str, object]:
    """Parse the bytes of a provenance file.

    Raises:
        InputError: not UTF-8 JSON, a key twice, or not an object; `name` and the line are in the
            message.

    >>> load_provenance(b'{"schema": "onetongue/1"}')
    {'schema': 'onetongue/1'}
    """
    return load_object(content, name, "provenance")


def read_provenance(provenance: Mapping[str, object]) -> Account:
    """Check every key, type and offset of a provenance, then its digest.

    Raises:
        InputError: something is missing, of the wrong type or out of range, or the parts
            contradict each other; the message names the first such key.
        IntegrityError: all that can be read so makes sense, but is not what the digest is of.
    """
    top = Fields(provenance, "")
    if (schema := top.text("schema")) != SCHEMA:
        raise InputError(f"provenance: schema is {schema!r}; this version reads {SCHEMA!r}")
    source, output = top.fields("source"), top.fields("output")
    encoding = _encoding(source)
    source_length, output_length = source.count("length"), output.count("length")
    records = _records(top, source_length)
    shift = sum(len(record.target) - len(record.source) for record in records)
    notes_length = _notes_length(output, source_length + shift, output_length)
    account = Account(
        name=source.text("name"),
        format=cast("FormatName", source.choice("format", get_args(FormatName))),
        encoding=encoding,
        source_length=source_length,
        source_sha256=source.text("sha256"),
        output_length=output_length,
        output_sha256=output.text("sha256"),
        notes_length=notes_length,
        markers=cast("Markers", output.choice("markers", get_args(Markers))),
        engine=_engine(top.fields("engine")) if top.value("engine") is not None else None,
        records=records,
        reviews=tuple(_review(entry) for entry in top.items("records")),
        left_alone=tuple(_place(entry.fields("source")) for entry in top.items("left_alone")),
        not_read=_not_read(top),
        parallel=tuple(map(_parallel, top.items("parallel"))) if top.has("parallel") else (),
    )
    if top.text("digest") != digest(provenance):
        raise IntegrityError(
            "the provenance was changed after it was written: its digest is of something else"
        )
    return account


def _encoding(source: Fields) -> str:
    encoding = source.text("encoding")
    try:
        encode_text("", encoding)
    except InputError as err:
        raise source.error("encoding", f"cannot be used: {err}") from err
    return encoding


def _records(top: Fields, source_length: int) -> tuple[Record, ...]:
    """Read the records, each where the ones before it put it."""
    records = []
    last_id = end = shift = 0
    for entry in top.items("records"):
        record = _record(entry)
        if record.id <= last_id:
            raise entry.error("id", f"{record.id} comes after {last_id}")
        if not end <= record.source.start < record.source.end <= source_length:
            raise entry.error("source", f"must lie in {end}..{source_length}")
        if record.target.start != record.source.start + shift:
            raise entry.error("target.start", f"must be {record.source.start + shift}")
        last_id, end = record.id, record.source.end
        shift += len(record.target) - len(record.source)
        records.append(record)
    return tuple(records)


def _record(entry: Fields) -> Record:
    place = entry.fields("source")
    source, original = _place(place)
    reading = place.text("reading") if place.has("reading") else ""
    target, replacement = _place(entry.fields("target"), may_be_empty=True)
    kind = cast("SegmentKind", entry.choice("kind", get_args(SegmentKind)))
    detection = entry.fields("detection")
    evidence = Evidence(detection.share("confidence"), detection.text("reason"))
    translation = _translation(entry.fields("translation"))
    prose = _prose(source, original, reading) if reading else None
    segment = Segment(source, original, kind, entry.text("language"), evidence, prose)
    return Record(entry.count("id", least=1), target, replacement, segment, translation)


def _prose(span: Span, original: str, reading: str) -> Prose:
    """The words of a segment as one whole; its markup is known to its format alone."""
    return Prose((Run(span.start, span.end, reading, "character", original),))


def _translation(entry: Fields) -> Translation:
    checks = entry.fields("checks")
    names = checks.keys()
    translation = Translation(
        entry.text("text"),
        cast("Origin", entry.choice("origin", get_args(Origin))),
        entry.share("confidence"),
        tuple(
            (name, cast("CheckResult", checks.choice(name, get_args(CheckResult))))
            for name in names
        ),
        foreign_words=entry.texts("foreign_words") if entry.has("foreign_words") else (),
    )
    if entry.flag("doubtful") != translation.doubtful:
        raise entry.error("doubtful", "contradicts the checks")
    return translation


def _review(entry: Fields) -> Review | None:
    if not entry.has("review"):
        return None
    review = entry.fields("review")
    state = cast("ReviewState", review.choice("state", get_args(ReviewState)))
    try:
        return Review(review.text("reviewer"), state)
    except InputError as err:
        raise review.error("reviewer", str(err)) from err


def _engine(entry: Fields) -> EngineId:
    names = ("name", "version", "model", "sha256", "runtime", "compute_type", "isa")
    return EngineId(*(entry.text(name) for name in names))


def _place(entry: Fields, *, may_be_empty: bool = False) -> tuple[Span, str]:
    text = entry.text("text")
    kind = EmptySpan if may_be_empty and not text else Span
    try:
        span = kind(entry.count("start"), entry.count("end"))
    except SpanError as err:
        raise entry.error("start", str(err)) from err
    if len(span) != len(text):
        raise entry.error("text", f"has {len(text)} code points, not {len(span)}")
    return span, text


def _not_read(top: Fields) -> tuple[NotRead, ...]:
    if not top.has("not_read"):
        return ()
    return tuple(
        NotRead(_where(entry), entry.text("what"), entry.text("why"))
        for entry in top.items("not_read")
    )


def _parallel(entry: Fields) -> Parallel:
    spans = tuple(_span(one) for one in entry.items("segments"))
    return Parallel(entry.text("language"), entry.text("name"), spans, entry.share("share"))


def _span(entry: Fields) -> Span:
    try:
        return Span(entry.count("start"), entry.count("end"))
    except SpanError as err:
        raise entry.error("start", str(err)) from err


def _where(entry: Fields) -> int | str:
    is_named = isinstance(entry.value("where"), str)
    return entry.text("where") if is_named else entry.count("where", least=1)


def _notes_length(output: Fields, body_length: int, output_length: int) -> int:
    """Check that records and notes make up the whole output; give the length of the notes."""
    if not output.has("notes"):
        start = end = output_length
    else:
        notes = output.fields("notes")
        start, end = notes.count("start"), notes.count("end", least=1)
        if start >= end:
            raise output.error("notes", "must not be empty")
    if start != body_length or end != output_length:
        raise output.error("length", "is not what the source, the records and the notes add up to")
    return end - start
