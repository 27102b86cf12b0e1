"""Provenance as PROV-JSON: which document was derived from which, by what and by whom.

Responsible for: entities (the source, the output, each record), the run, and its agents.
Not responsible for: the texts themselves; the checksums stand for them.

Source: https://www.w3.org/submissions/prov-json/
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onetongue.account.exports.subject import engine_line, read_subject, urn
from onetongue.account.provenance import provenance_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onetongue.account.exports.subject import Subject

_SOURCE, _OUTPUT, _RUN, _TOOL, _ENGINE = (
    f"ont:{name}" for name in ("source", "output", "normalize", "onetongue", "engine")
)


def to_prov(provenance: Mapping[str, object]) -> bytes:
    """Write a provenance as PROV-JSON.

    The run's only time known is its end. A record is attributed to who reviewed it, else to the
    engine where that made it, else to onetongue.

    Raises:
        InputError: the provenance is malformed; the message names the key.

    >>> import json
    >>> from onetongue.document import Document, Options
    >>> from onetongue.account.normalized import NormalizedDocument
    >>> made = NormalizedDocument.of(Document("English.", ()), [], options=Options())
    >>> sorted(json.loads(to_prov(made.provenance()))["entity"])
    ['ont:output', 'ont:source']
    """
    subject = read_subject(provenance)
    records = [f"ont:record-{record.id}" for record in subject.account.records]
    made = [_OUTPUT, *records]
    derived = [(entity, _SOURCE) for entity in made]
    return provenance_bytes(
        {
            "prefix": {"ont": urn("sha256", subject.account.output_sha256) + ":"},
            "entity": _entities(subject),
            "activity": {
                _RUN: {"prov:label": "normalize", "prov:endTime": subject.created},
            },
            "agent": _agents(subject),
            "used": _relations("used", "activity", "entity", [(_RUN, _SOURCE)]),
            "wasGeneratedBy": _relations(
                "generated", "entity", "activity", [(entity, _RUN) for entity in made]
            ),
            "wasDerivedFrom": _relations("derived", "generatedEntity", "usedEntity", derived),
            "wasAssociatedWith": _relations(
                "associated", "activity", "agent", [(_RUN, agent) for agent in _software(subject)]
            ),
            "wasAttributedTo": _relations(
                "attributed", "entity", "agent", [(_OUTPUT, _TOOL), *_attributions(subject)]
            ),
        }
    )


def _entities(subject: Subject) -> dict[str, object]:
    account = subject.account
    entities: dict[str, object] = {
        _SOURCE: {"prov:label": account.name, "ont:sha256": account.source_sha256},
        _OUTPUT: {"prov:label": account.name, "ont:sha256": account.output_sha256},
    }
    for record, review in zip(account.records, account.reviews, strict=True):
        entities[f"ont:record-{record.id}"] = {
            "prov:label": record.translation.text,
            "ont:kind": record.segment.kind,
            "ont:language": record.segment.language,
            "ont:start": record.source.start,
            "ont:end": record.source.end,
            "ont:origin": record.translation.origin,
            "ont:confidence": record.translation.confidence,
            **({"ont:state": review.state} if review else {}),
        }
    return entities


def _agents(subject: Subject) -> dict[str, object]:
    software, people = _software(subject), _people(subject)
    return {
        **{agent: _agent("SoftwareAgent", name) for agent, name in software.items()},
        **{agent: _agent("Person", name) for name, agent in people.items()},
    }


def _software(subject: Subject) -> dict[str, str]:
    """The name of each program that took part."""
    engine = subject.account.engine
    names = {_TOOL: f"onetongue {subject.version}"}
    return {**names, _ENGINE: engine_line(engine)} if engine else names


def _attributions(subject: Subject) -> Iterator[tuple[str, str]]:
    account = subject.account
    people = _people(subject)
    for record, review in zip(account.records, account.reviews, strict=True):
        if review:
            agent = people[review.reviewer]
        else:
            is_machine = record.translation.origin == "engine" and account.engine is not None
            agent = _ENGINE if is_machine else _TOOL
        yield f"ont:record-{record.id}", agent


def _people(subject: Subject) -> dict[str, str]:
    """The agent of each reviewer, in the order in which they appear."""
    names = dict.fromkeys(review.reviewer for review in subject.account.reviews if review)
    return {name: f"ont:person-{number}" for number, name in enumerate(names, 1)}


def _agent(kind: str, name: str) -> dict[str, object]:
    return {"prov:type": {"$": f"prov:{kind}", "type": "prov:QUALIFIED_NAME"}, "prov:label": name}


def _relations(
    name: str, subject: str, object_: str, pairs: list[tuple[str, str]]
) -> dict[str, object]:
    return {
        f"_:{name}-{number}": {f"prov:{subject}": one, f"prov:{object_}": other}
        for number, (one, other) in enumerate(pairs, 1)
    }
