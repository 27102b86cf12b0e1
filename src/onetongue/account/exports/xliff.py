r"""Provenance as XLIFF 2.1, for translators' tools: one unit a record, French and English.

Responsible for: writing it, with the Internationalization Tag Set (how sure which machine was, who
reviewed), the machine's candidate, and what was found where and why.
Not responsible for: reading what people made of it (`review.xliff`).

Record 1 is unit `r1`; the first stretch left alone is unit `k1`, not to be translated. Characters
that XML cannot hold, such as U+0001, become `<cp hex="0001"/>` in texts, and `\x01`, for good, in
names and reasons.

Source: XLIFF 2.1, https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html, with its
modules Translation Candidates, Metadata and ITS.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from onetongue.account.exports.subject import engine_line, read_subject, urn
from onetongue.characters import NOT_XML, escape_not_xml, escape_xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onetongue.account.exports.subject import LeftAlone, Subject
    from onetongue.account.provenance import Review
    from onetongue.document import EngineId, Evidence, Record, Span

CORE: Final = "urn:oasis:names:tc:xliff:document:2.0"
MATCHES: Final = "urn:oasis:names:tc:xliff:matches:2.0"
METADATA: Final = "urn:oasis:names:tc:xliff:metadata:2.0"
ITS: Final = "http://www.w3.org/2005/11/its"
OUTPUT_SHA256: Final = "outputSha256"  # the `type` of the metadata that ties the file to a document

_MATCH_TYPES = {"engine": "mt", "memory": "tm", "glossary": "tb"}  # the others are no candidates
_SEVERAL, _UNKNOWN = "mul", "und"  # BCP 47, from ISO 639-2


def to_xliff(provenance: Mapping[str, object]) -> bytes:
    """Write a provenance as XLIFF 2.1 in UTF-8; the same provenance gives the same bytes.

    `srcLang` is the language found, or `mul` where several were. A unit's state is `translated`
    until a person reviewed it; `subState` says by what or whom, and whether it is doubtful.

    Raises:
        InputError: the provenance is malformed; the message names the key.

    >>> from onetongue.document import Document, Options
    >>> from onetongue.account.normalized import NormalizedDocument
    >>> made = NormalizedDocument.of(Document("English.", ()), [], options=Options())
    >>> to_xliff(made.provenance()).decode().splitlines()[0]
    '<?xml version="1.0" encoding="UTF-8"?>'
    """
    subject = read_subject(provenance)
    lines = (*_head(subject), *_body(subject), "  </file>", "</xliff>", "")
    return "\n".join(lines).encode()


def _head(subject: Subject) -> Iterator[str]:
    account = subject.account
    found = [record.segment.language for record in account.records]
    languages = {*found, *(stretch.language for stretch in subject.left_alone)}
    language = _SEVERAL if len(languages) > 1 else min(languages, default=_UNKNOWN)
    annotator = urn("engine", engine_line(account.engine))
    is_machine = any(record.translation.origin == "engine" for record in account.records)
    annotated = f' its:annotatorsRef="mt-confidence|{annotator}"' if is_machine else ""
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<xliff xmlns="{CORE}" version="2.1" srcLang={_attribute(language)} '
        f'trgLang={_attribute(subject.target)} xmlns:mtc="{MATCHES}" xmlns:mda="{METADATA}" '
        f'xmlns:its="{ITS}" its:version="2.0">'
    )
    yield (
        f'  <file id="f1" original={_attribute(account.name)} canResegment="no" '
        f'xml:space="preserve"{annotated}>'
    )
    facts = {
        "tool": f"onetongue {subject.version}",
        "created": subject.created,
        "sourceSha256": account.source_sha256,
        OUTPUT_SHA256: account.output_sha256,
    }
    yield from _metadata(facts, "    ")


def _body(subject: Subject) -> Iterator[str]:
    account = subject.account
    for record, review in zip(account.records, account.reviews, strict=True):
        yield from _unit(record, review, account.engine)
    for number, stretch in enumerate(subject.left_alone, 1):
        yield from _kept_unit(number, stretch)
    if not account.records and not subject.left_alone:
        yield '    <group id="none"/>'  # a file without units must have one


def _unit(record: Record, review: Review | None, engine: EngineId | None) -> Iterator[str]:
    translation = record.translation
    is_machine = translation.origin == "engine"
    match = _MATCH_TYPES.get(translation.origin)
    origin = engine_line(engine) if is_machine else translation.origin
    tool = f" its:tool={_attribute(origin)}" if is_machine else ""
    person = f" its:revPerson={_attribute(review.reviewer)}" if review else ""
    source, target = _content(record.segment.reading), _content(translation.text)
    score = f' its:mtConfidence="{translation.confidence:.4f}"' if is_machine else ""
    facts = {
        "kind": record.segment.kind,
        **_found(record.source, record.segment.language, record.segment.evidence),
        **({"checksFailed": translation.doubts} if translation.doubtful else {}),
    }
    yield f'    <unit id="r{record.id}"{tool}{person}>'
    if match:
        yield "      <mtc:matches>"
        yield (
            f'        <mtc:match ref="#m1" type="{match}" origin={_attribute(origin)} '
            f'matchQuality="{100 * translation.confidence:.2f}">'
        )
        yield f"          <source>{source}</source>"
        yield f"          <target>{target}</target>"
        yield "        </mtc:match>"
        yield "      </mtc:matches>"
        source = f'<mrk id="m1" type="mtc:match">{source}</mrk>'
    if is_machine:
        target = f'<mrk id="m2" type="its:generic"{score}>{target}</mrk>'
    yield from _metadata(facts, "      ")
    yield f'      <segment id="s1" {_state(record, review)}>'
    yield f"        <source>{source}</source>"
    yield f"        <target>{target}</target>"
    yield "      </segment>"
    yield "    </unit>"


def _kept_unit(number: int, stretch: LeftAlone) -> Iterator[str]:
    yield f'    <unit id="k{number}" translate="no">'
    yield from _metadata(_found(stretch.span, stretch.language, stretch.evidence), "      ")
    yield '      <segment id="s1">'
    yield f"        <source>{_content(stretch.text)}</source>"
    yield "      </segment>"
    yield "    </unit>"


def _state(record: Record, review: Review | None) -> str:
    origin = record.translation.origin
    if review:
        how = "edited" if origin == "human" else "approved"
        return f'state="{review.state}" subState="ont:{how}"'
    doubt = "doubtful" if record.translation.doubtful else "unreviewed"
    return f'state="translated" subState="ont:{_MATCH_TYPES.get(origin, origin)}-{doubt}"'


def _found(span: Span, language: str, evidence: Evidence) -> dict[str, str]:
    return {
        "span": f"{span.start}-{span.end}",
        "language": language,
        "detectionConfidence": str(evidence.confidence),
        "detectionReason": evidence.reason,
    }


def _metadata(facts: Mapping[str, str], indent: str) -> Iterator[str]:
    yield f"{indent}<mda:metadata>"
    yield f'{indent}  <mda:metaGroup category="onetongue">'
    for kind, value in facts.items():
        yield f'{indent}    <mda:meta type="{kind}">{escape_xml(escape_not_xml(value))}</mda:meta>'
    yield f"{indent}  </mda:metaGroup>"
    yield f"{indent}</mda:metadata>"


def _content(text: str) -> str:
    """The text as it stands in `<source>` and `<target>`."""
    return NOT_XML.sub(lambda found: f'<cp hex="{ord(found[0]):04X}"/>', escape_xml(text))


def _attribute(text: str) -> str:
    return quoteattr(escape_not_xml(text))
