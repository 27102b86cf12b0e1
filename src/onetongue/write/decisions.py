"""What people decided about translations, put into the output and its account.

Responsible for: the one way in which people's decisions come back, from a page, a file or a
translator's tool: each record edited, approved or rejected, everything proven before and after.
Not responsible for: where decisions come from (`edited_xliff` reads them from XLIFF); files.

A decisions file is JSON:

    {"schema": "onetongue-decisions/1", "output": {"sha256": "…"}, "reviewer": "Ada",
     "decisions": [{"id": 1, "action": "edit", "text": "…"}, {"id": 2, "action": "approve"},
                   {"id": 3, "action": "reject"}]}

A decision may name its own `reviewer`, and a `state`: `reviewed` (the default) or `final`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias, cast, get_args

from onetongue.document import SURROGATE_PAIR, Document, Options, Translation
from onetongue.errors import InputError
from onetongue.write.account import read_provenance
from onetongue.write.encoding import encode_text
from onetongue.write.fields import Fields, load_object
from onetongue.write.markers import content_of, notes, render
from onetongue.write.normalized import NormalizedDocument
from onetongue.write.proof import revert, verify_provenance
from onetongue.write.provenance import Review, ReviewState, describe_record, sealed
from onetongue.write.splice import splice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from onetongue.document import Markers, Record, Segment
    from onetongue.write.account import Account

SCHEMA = "onetongue-decisions/1"
# A segment with what is read there, and its translation with what is written for it.
Dress: TypeAlias = "Callable[[Segment, Translation], tuple[Segment, Translation]]"
Action: TypeAlias = Literal["edit", "approve", "reject"]


@dataclass(frozen=True, slots=True)
class Decision:
    """One person's word on the record `id`.

    `edit` puts `text`, the reviewer's English, in place of the translation; `approve` says that
    it is right as it stands; `reject` goes back to the French. `reviewer` is one line.

    Raises:
        InputError: no reviewer, an edit without text, or text without an edit; it names the id.
    """

    id: int
    action: Action
    reviewer: str
    text: str = ""
    state: ReviewState = "reviewed"

    def __post_init__(self) -> None:
        try:
            Review(self.reviewer, self.state)
        except InputError as err:
            raise self.error(f"the reviewer {err}") from err
        if self.action == "edit" and not self.text.strip():
            raise self.error("an edit needs text; reject it to go back to the original")
        if SURROGATE_PAIR.search(self.text):
            raise self.error(
                "the text holds a surrogate pair; write the one character it stands for"
            )
        if self.action != "edit" and self.text:
            raise self.error(f"{self.action} takes no text; did you mean edit?")

    def error(self, what: str) -> InputError:
        """Make the error that says what is wrong with this decision."""
        return InputError(f"decision on record {self.id}: {what}")


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions on records of the one output with this checksum.

    Raises:
        InputError: two decisions on one record.
    """

    output_sha256: str
    decisions: tuple[Decision, ...]

    def __post_init__(self) -> None:
        seen = set()
        for decision in self.decisions:
            if decision.id in seen:
                raise decision.error("there are two; keep one")
            seen.add(decision.id)


def load_decisions(
    content: bytes, name: str = "decisions", *, reviewer: str | None = None
) -> Decisions:
    """Parse the bytes of a decisions file.

    Args:
        content: UTF-8 JSON.
        name: What messages call the file.
        reviewer: Who decided, whatever the file says.

    Raises:
        InputError: not such a file, or a decision without sense; the message names it.

    >>> load_decisions(
    ...     b'{"schema": "onetongue-decisions/1", "output": {"sha256": "ab"}, "reviewer": "Ada",'
    ...     b' "decisions": [{"id": 1, "action": "approve"}]}'
    ... ).decisions
    (Decision(id=1, action='approve', reviewer='Ada', text='', state='reviewed'),)
    """
    top = Fields(load_object(content, name, "decisions"), "", what=name)
    if (schema := top.text("schema")) != SCHEMA:
        raise InputError(f"{name}: schema is {schema!r}; this version reads {SCHEMA!r}")
    everyone = reviewer or (top.text("reviewer") if top.has("reviewer") else "")
    return Decisions(
        top.fields("output").text("sha256"),
        tuple(
            Decision(
                entry.count("id", least=1),
                cast("Action", entry.choice("action", get_args(Action))),
                entry.text("reviewer") if entry.has("reviewer") and not reviewer else everyone,
                entry.text("text") if entry.has("text") else "",
                cast("ReviewState", entry.choice("state", get_args(ReviewState)))
                if entry.has("state")
                else "reviewed",
            )
            for entry in top.items("decisions")
        ),
    )


def plainly(_: str, account: Account) -> Dress:
    """Write words as they are, for documents without markup.

    Raises:
        InputError: the document's format has markup.
    """
    if account.format != "text" or any(record.segment.prose for record in account.records):
        raise InputError(
            f"{account.name or 'document'}: words cannot be put into a {account.format} document "
            f"without its format; give a dresser"
        )
    return lambda segment, translation: (segment, translation)


def apply(
    output: str,
    provenance: Mapping[str, object],
    decisions: Decisions,
    *,
    dresser: Callable[[str, Account], Dress] = plainly,
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
        dresser: Told the source and its account, gives what puts a reviewer's words into the
            document's format (`onetongue.dress`); plain text needs none.

    Returns:
        The new text and its provenance, which leads back to the same source.

    Raises:
        InputError: the decisions are on another output or a record that is not there, or text
            that the document's encoding cannot write; the message names the decision.
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
    desk = _Desk(account, target, dresser(source, account))
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
    dress: Dress


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
        else:
            kept.append(_reviewed(record, review, decision, desk))
    for decision in waiting.values():
        raise decision.error("the provenance has no such record")
    return kept, tuple(rejected)


def _reviewed(record: Record, review: Review | None, decision: Decision, desk: _Desk) -> _Kept:
    account = desk.account
    translation = replace(record.translation, checks=())
    segment, _ = desk.dress(record.segment, translation)
    content = content_of(record.replacement, segment, account.markers)
    if decision.action == "edit" and decision.text != translation.text:
        translation = Translation(decision.text, "human", 1.0)
        content = desk.dress(record.segment, translation)[1].content
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
