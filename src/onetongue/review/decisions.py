"""What people decided about translations: each record edited, approved or rejected.

Responsible for: decisions, checked when made, and the file that the review page saves them in.
Not responsible for: decisions that a translator's tool saves (`xliff`), or putting them into
a document (`apply`).

A decisions file is JSON:

    {"schema": "onetongue-decisions/1", "output": {"sha256": "…"}, "reviewer": "Ada",
     "decisions": [{"id": 1, "action": "edit", "text": "…"}, {"id": 2, "action": "approve"},
                   {"id": 3, "action": "reject"}]}

A decision may name its own `reviewer`, and a `state`: `reviewed` (the default) or `final`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, cast, get_args

from onetongue.account.json_fields import Fields, load_object
from onetongue.account.provenance import Review, ReviewState
from onetongue.characters import SURROGATE_PAIR
from onetongue.errors import InputError

SCHEMA = "onetongue-decisions/1"
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
