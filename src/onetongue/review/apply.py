"""People's decisions put into an output and its account.

Responsible for: the one way in which decisions come back, from a page, a file or a translator's
tool; everything is proven before and after.
Not responsible for: where decisions come from (`decisions`, `xliff`); files.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from onetongue.account.json_fields import Fields
from onetongue.account.normalized import NormalizedDocument
from onetongue.account.proof import revert, verify_provenance
from onetongue.account.provenance import Review, describe_record, sealed
from onetongue.account.reading import read_provenance
from onetongue.characters import SURROGATE_PAIR
from onetongue.document import Document, Options, Translation
from onetongue.errors import InputError
from onetongue.review.wording import in_format
from onetongue.write.encoding import encode_text
from onetongue.write.markers import content_of, notes, render
from onetongue.write.splicing import splice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onetongue.account.reading import Account
    from onetongue.document import Markers, Record, Segment
    from onetongue.review.decisions import Decision, Decisions
    from onetongue.review.wording import InFormat


def apply(
    output: str, provenance: Mapping[str, object], decisions: Decisions
) -> tuple[str, dict[str, object]]:
    """Put decisions into an output and its provenance; both are proven before and after.

    Records keep their ids and the style of their markers. What a person decided on is no longer
    doubtful. An edit becomes a human translation of confidence 1; one that changes nothing is an
    approval, which leaves origin and confidence as they are, and the first reviewer's name where
    there is one already in that state. A rejected record becomes a stretch left alone.

    Args:
        output: The normalized text, decoded with the encoding the provenance names.
        provenance: As `NormalizedDocument.provenance` made it.
        decisions: On some of its records, in any order.

    Returns:
        The new text and its provenance, which leads back to the same source.

    Raises:
        InputError: the decisions are on another output or a record that is not there, or text
            that the document's encoding cannot write; the message names the decision. Or the
            source is read otherwise than it was.
        IntegrityError: output and provenance do not agree, or either was changed since.
    """
    source = revert(output, provenance)
    account = read_provenance(provenance)
    if decisions.output_sha256 != account.output_sha256:
        raise InputError(
            "the decisions were made on another output, of SHA-256 "
            f"{decisions.output_sha256[:12]}…, not {account.output_sha256[:12]}…; "
            "export or review this one again"
        )
    target = Fields(provenance, "").fields("options").text("target")
    desk = _Desk(account, target, in_format(source, account))
    kept, rejected = _decide(desk, decisions.decisions)
    result = _written(source, account, kept, rejected, target)
    changed = _accounted(provenance, result, kept)
    verify_provenance(result.text, changed, source)
    return result.text, changed


class _Kept(NamedTuple):
    """A record that stays, with what shall be in it and stand in its place."""

    record: Record
    translation: Translation
    replacement: str
    review: Review | None


class _Desk(NamedTuple):
    """What decisions are made on: the account, the language written, and how words are written."""

    account: Account
    target: str
    in_format: InFormat


def _decide(desk: _Desk, decisions: Sequence[Decision]) -> tuple[list[_Kept], tuple[Segment, ...]]:
    """Give the records that stay as they shall be, and the segments of those rejected."""
    waiting = {decision.id: decision for decision in decisions}
    kept, rejected = [], []
    for record, review in zip(desk.account.records, desk.account.reviews, strict=True):
        decision = waiting.pop(record.id, None)
        if decision is None:
            kept.append(_Kept(record, record.translation, record.replacement, review))
        elif decision.action == "reject":
            reason = f"rejected by {decision.reviewer}"
            evidence = replace(record.segment.evidence, reason=reason)
            rejected.append(replace(record.segment, evidence=evidence))
        elif record.translation.is_taken_out:
            kept.append(_stays_out(record, decision))
        else:
            kept.append(_reviewed(record, review, decision, desk))
    for decision in waiting.values():
        raise decision.error("the provenance has no such record")
    return kept, tuple(rejected)


def _stays_out(record: Record, decision: Decision) -> _Kept:
    """A record that took its segment out, approved."""
    if decision.action == "edit":
        raise decision.error("was taken out; reject that, and normalize again to translate it")
    review = Review(decision.reviewer, decision.state)
    return _Kept(record, record.translation, record.replacement, review)


def _reviewed(record: Record, review: Review | None, decision: Decision, desk: _Desk) -> _Kept:
    account = desk.account
    translation = replace(record.translation, checks=())
    segment, _ = desk.in_format(record.segment, translation)
    content = content_of(record.replacement, segment, account.markers)
    if decision.action == "edit" and decision.text != translation.text:
        translation = Translation(decision.text, "human", 1.0)
        content = desk.in_format(record.segment, translation)[1].content
        review = None
    if review is None or review.state != decision.state:
        review = Review(decision.reviewer, decision.state)
    try:
        replacement = render(
            record.id,
            segment,
            replace(translation, content=content if segment.prose else ""),
            target=desk.target,
            markers=account.markers,
            engine=account.engine,
            reviewer=review.reviewer,
        )
        encode_text(replacement, account.encoding, advice="choose other words")
    except InputError as err:
        raise decision.error(str(err)) from err
    return _Kept(record, translation, replacement, review)


def _written(
    source: str,
    account: Account,
    kept: Sequence[_Kept],
    rejected: tuple[Segment, ...],
    target: str,
) -> NormalizedDocument:
    """Splice again, keeping the ids, and prove the result."""
    markers: Markers = account.markers
    body, spliced = splice(source, [(k.record.segment, k.translation, k.replacement) for k in kept])
    records = tuple(replace(new, id=one.record.id) for new, one in zip(spliced, kept, strict=True))
    appendix = notes(body, records, engine=account.engine, markers=markers)
    text = body + appendix
    if pair := SURROGATE_PAIR.search(text):
        raise InputError(f"the decisions would put a surrogate pair at {pair.start()}")
    document = Document(
        source, (), name=account.name, format=account.format, encoding=account.encoding
    )
    options = Options(markers=markers, target=target)
    result = NormalizedDocument(
        document, text, records, rejected, appendix, markers, options, account.engine
    )
    result.encode()  # refuses where a change alters the bytes around it
    return result


def _accounted(
    provenance: Mapping[str, object], result: NormalizedDocument, kept: Sequence[_Kept]
) -> dict[str, object]:
    """Give the provenance of what was decided; what does not depend on that stays as it was."""
    made = result.provenance()
    left_alone = [*_left_alone(provenance), *_left_alone(made)]
    return sealed(
        {
            **provenance,
            "output": made["output"],
            "records": [
                describe_record(record, one.review)
                for record, one in zip(result.records, kept, strict=True)
            ],
            "left_alone": sorted(left_alone, key=lambda entry: entry["source"]["start"]),
        }
    )


def _left_alone(provenance: Mapping[str, object]) -> list[Any]:
    return cast("list[Any]", provenance["left_alone"])
