"""The account of a normalized document as JSON: every change, and what was left alone or not read, and why.

Responsible for: making that account and the digest that seals it, its bytes on disk, and its JSON
Schema (`data/provenance.schema.json`).
Not responsible for: reading one back, checking it, or undoing the changes (`reading`, `proof`).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from importlib import resources
from typing import TYPE_CHECKING, Literal, TypeAlias

from onetongue.clock import timestamp
from onetongue.errors import InputError
from onetongue.option import with_commas
from onetongue.version import __version__
from onetongue.write.encoding import checksum

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onetongue.document import (
        Document,
        EngineId,
        Markers,
        Options,
        Parallel,
        Record,
        Segment,
    )

SCHEMA = "onetongue/1"
ReviewState: TypeAlias = Literal["reviewed", "final"]  # as XLIFF 2.1 names a segment's states


@dataclass(frozen=True, slots=True)
class Review:
    """Who stands by a translation, as one line of text, and how far it is settled.

    Raises:
        InputError: the reviewer's name is blank or more than one line.
    """

    reviewer: str
    state: ReviewState = "reviewed"

    def __post_init__(self) -> None:
        if not self.reviewer.strip() or len(self.reviewer.splitlines()) != 1:
            raise InputError("must be a name, on one line")


def describe(
    source: Document,
    text: str,
    records: Sequence[Record],
    *,
    left_alone: Sequence[Segment],
    notes: str,
    markers: Markers,
    options: Options,
    engine: EngineId | None,
    parallel: Sequence[Parallel] = (),
) -> dict[str, object]:
    """Make the provenance of a document and what was made of it, ready for JSON.

    The arguments are what `NormalizedDocument` has under these names.

    Offsets and lengths are in code points, confidences in [0, 1], checksums over the bytes in the
    encoding of the source. `output.notes` is there only when notes are, `parallel` only when the
    document is bilingual, `engine` is null when no engine ran. `created` is SOURCE_DATE_EPOCH where that is set, else now; all else but the digest,
    which is over it too, depends on the document alone.

    Raises:
        InputError: a character the encoding cannot write, or SOURCE_DATE_EPOCH is no number.

    >>> from onetongue.document import Document, Options
    >>> options = Options()
    >>> document = Document("English.", ())
    >>> made = describe(document, document.text, (), left_alone=(), notes="", markers="none", options=options, engine=None)
    >>> made["records"]
    []
    """
    bilingual = {"parallel": list(map(_parallel, parallel))} if parallel else {}
    account = {
        "schema": SCHEMA,
        "tool": {"name": "onetongue", "version": __version__},
        "created": timestamp(),
        "source": {
            "name": source.name,
            "format": source.format,
            "sha256": checksum(source.text, source.encoding),
            "length": len(source.text),
            "encoding": source.encoding,
        },
        "output": _output(text, notes, markers, source.encoding),
        "options": _options(options),
        "engine": asdict(engine) if engine else None,
        "records": [describe_record(record) for record in records],
        "left_alone": [_left_alone(segment) for segment in left_alone],
        "not_read": [
            {"where": one.place, "what": one.what, "why": one.why} for one in source.not_read
        ],
        **bilingual,
    }
    return sealed(account)


def sealed(provenance: Mapping[str, object]) -> dict[str, object]:
    """Give the same provenance with the digest of what it says now.

    Raises:
        InputError: as `digest`.

    >>> sealed({"schema": "onetongue/1", "digest": "of something else"})["digest"][:8]
    '6d89ce19'
    """
    return {**provenance, "digest": digest(provenance)}


def digest(provenance: Mapping[str, object]) -> str:
    """Give the SHA-256, in hexadecimal, of all a provenance says but its own `digest`.

    Over JSON in ASCII with sorted keys and no white space, so that laying out the file anew changes
    nothing, and changing any key or value does. It is a checksum, not a signature: whoever means to
    can make a new one.

    Raises:
        InputError: something in it is not JSON.
    """
    said = {key: value for key, value in provenance.items() if key != "digest"}
    try:
        canonical = json.dumps(said, sort_keys=True, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError, RecursionError) as err:
        raise InputError(f"provenance: cannot be written as JSON: {err}") from err
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def provenance_bytes(provenance: Mapping[str, object]) -> bytes:
    r"""Write a provenance as the UTF-8 JSON file that goes beside the output.

    French stays legible; lone surrogates are escaped as JSON has it. (A high one right before a
    low one reads back as the character they make: JSON cannot tell the two apart.)

    >>> provenance_bytes({"text": "é"})
    b'{\n  "text": "\xc3\xa9"\n}\n'
    """
    text = json.dumps(provenance, ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode("utf-8", "backslashreplace")


def provenance_schema() -> dict[str, object]:
    """Load the JSON Schema (draft 2020-12) every provenance made here satisfies.

    >>> provenance_schema()["title"]
    'Onetongue provenance'
    """
    file = resources.files("onetongue").joinpath("data/provenance.schema.json")
    schema: dict[str, object] = json.loads(file.read_text(encoding="utf-8"))
    return schema


def describe_record(record: Record, review: Review | None = None) -> dict[str, object]:
    """Make the entry of one record, with who reviewed it where somebody did."""
    evidence = record.segment.evidence
    translation = record.translation
    words = {"foreign_words": [*translation.foreign_words]} if translation.foreign_words else {}
    described: dict[str, object] = {
        "id": record.id,
        "kind": record.segment.kind,
        "language": record.segment.language,
        "source": _source(record.segment),
        "target": _place(record.target.start, record.replacement),
        "detection": {"confidence": evidence.confidence, "reason": evidence.reason},
        "translation": {
            "text": translation.text,
            "origin": translation.origin,
            "confidence": translation.confidence,
            "checks": dict(translation.checks),
            "doubtful": translation.doubtful,
            **words,
        },
    }
    return {**described, "review": asdict(review)} if review else described


def _options(options: Options) -> dict[str, object]:
    """As the command line takes them: what is several has commas between."""
    return {name: with_commas(value) for name, value in asdict(options).items()}


def _output(text: str, notes: str, markers: Markers, encoding: str) -> dict[str, object]:
    output: dict[str, object] = {
        "sha256": checksum(text, encoding),
        "length": len(text),
        "markers": markers,
    }
    if notes:
        output["notes"] = {"start": len(text) - len(notes), "end": len(text)}
    return output


def _left_alone(segment: Segment) -> dict[str, object]:
    return {
        "source": _source(segment),
        "language": segment.language,
        "confidence": segment.evidence.confidence,
        "reason": segment.evidence.reason,
    }


def _parallel(parallel: Parallel) -> dict[str, object]:
    return {
        "language": parallel.language,
        "name": parallel.name,
        "share": parallel.share,
        "segments": [{"start": span.start, "end": span.end} for span in parallel.spans],
    }


def _source(segment: Segment) -> dict[str, object]:
    """Where a segment stands and what stands there; the words alone where that is more than words."""
    place = _place(segment.span.start, segment.text)
    return place if segment.reading == segment.text else {**place, "reading": segment.reading}


def _place(start: int, text: str) -> dict[str, object]:
    return {"start": start, "end": start + len(text), "text": text}
