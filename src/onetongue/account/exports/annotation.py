"""Provenance as W3C Web Annotations: each translation pinned to its stretch of the source.

Responsible for: JSON-LD that annotation tools and archives read.
Not responsible for: stretches left alone, which nobody says anything about.

Source: https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onetongue.account.exports.subject import engine_line, read_subject, urn
from onetongue.account.provenance import provenance_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onetongue.account.exports.subject import Subject
    from onetongue.account.provenance import Review
    from onetongue.document import Record

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def to_annotation(provenance: Mapping[str, object]) -> bytes:
    """Write a provenance as a collection of Web Annotations on the source, in JSON-LD.

    Positions are code points of the decoded source, as the model wants them. The creator is the
    person who reviewed a translation, else what made it.

    Raises:
        InputError: the provenance is malformed; the message names the key.

    >>> import json
    >>> from onetongue.document import Document, Options
    >>> from onetongue.account.normalized import NormalizedDocument
    >>> made = NormalizedDocument.of(Document("English.", ()), [], options=Options())
    >>> json.loads(to_annotation(made.provenance()))["total"]
    0
    """
    subject = read_subject(provenance)
    account = subject.account
    collection = urn("annotations", account.output_sha256)
    items = [
        _annotation(subject, record, review)
        for record, review in zip(account.records, account.reviews, strict=True)
    ]
    page = {
        "id": f"{collection}:page-1",
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
        "items": items,
    }
    return provenance_bytes(
        {
            "@context": _CONTEXT,
            "id": collection,
            "type": "AnnotationCollection",
            "label": f"Translations in {account.name}",
            "total": len(items),
            "first": page,
        }
    )


def _annotation(subject: Subject, record: Record, review: Review | None) -> dict[str, object]:
    account = subject.account
    return {
        "id": urn("annotations", account.output_sha256, f"record-{record.id}"),
        "type": "Annotation",
        "motivation": "editing",
        "created": subject.created,
        "creator": _creator(subject, record, review),
        "generator": _software(f"onetongue {subject.version}"),
        "body": {
            "type": "TextualBody",
            "value": record.translation.text,
            "format": "text/plain",
            "language": subject.target,
        },
        "target": {
            "source": {
                "id": urn("sha256", account.source_sha256),
                "type": "Text",
                "label": account.name,
            },
            "selector": [
                {
                    "type": "TextPositionSelector",
                    "start": record.source.start,
                    "end": record.source.end,
                },
                {"type": "TextQuoteSelector", "exact": record.original},
            ],
        },
    }


def _creator(subject: Subject, record: Record, review: Review | None) -> dict[str, str]:
    if review:
        return {"id": urn("person", review.reviewer), "type": "Person", "name": review.reviewer}
    if record.translation.origin == "human":  # a memory does not say whose translation it keeps
        return {"type": "Person"}
    if record.translation.origin in {"rule", "glossary"}:  # no engine was asked
        return _software(f"onetongue {subject.version}")
    return _software(engine_line(subject.account.engine))


def _software(name: str) -> dict[str, str]:
    return {"id": urn("software", name), "type": "Software", "name": name}
