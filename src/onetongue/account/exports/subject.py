"""What exports tell of a document: its account, and what the proof can do without.

Responsible for: reading these from a provenance, and naming documents and engines.
Not responsible for: the form in which an export tells them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from onetongue.account.json_fields import Fields
from onetongue.account.reading import Account, read_provenance
from onetongue.clock import is_moment
from onetongue.document import Evidence, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onetongue.document import EngineId


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A stretch of the source kept on purpose; its evidence says why."""

    span: Span
    text: str
    language: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Subject:
    """A document as its provenance tells of it.

    `version` is onetongue's; `created` is ISO 8601 in UTC; `target` is the tag of the language of
    all translations. The account's stretches left alone are here with their evidence.
    """

    account: Account
    version: str
    created: str
    target: str
    left_alone: tuple[LeftAlone, ...]


def read_subject(provenance: Mapping[str, object]) -> Subject:
    """Check a provenance and read all of it that an export tells.

    Raises:
        InputError: something is missing, of the wrong type or out of range; the message names it.

    >>> from onetongue.document import Document, Options
    >>> from onetongue.account.normalized import NormalizedDocument
    >>> made = NormalizedDocument.of(Document("English.", (), name="a.txt"), [], options=Options())
    >>> read_subject(made.provenance()).target
    'en'
    """
    account = read_provenance(provenance)
    top = Fields(provenance, "")
    created = top.text("created")
    if not is_moment(created):
        raise top.error("created", "must be a time such as 2026-11-23T16:30:00Z")
    left_alone = (
        LeftAlone(
            span,
            text,
            entry.text("language"),
            Evidence(entry.share("confidence"), entry.text("reason")),
        )
        for (span, text), entry in zip(account.left_alone, top.items("left_alone"), strict=True)
    )
    return Subject(
        account,
        top.fields("tool").text("version"),
        created,
        top.fields("options").text("target"),
        tuple(left_alone),
    )


def engine_line(engine: EngineId | None) -> str:
    """Name an engine in one line: what it is called, its version and its model.

    >>> from onetongue.document import EngineId
    >>> engine_line(EngineId("argos", "1.12.1", "fr_en"))
    'argos 1.12.1 fr_en'
    """
    parts = (engine.name, engine.version, engine.model) if engine else ()
    line = " ".join(part for part in parts if part)
    return "".join(char if char.isprintable() else " " for char in line) or "unknown"


def urn(*parts: str) -> str:
    """Make a name for a document, an engine or a record that stays the same everywhere.

    >>> urn("engine", "argos 1.9")
    'urn:onetongue:engine:argos%201.9'
    """
    escaped = (quote(part, safe="", errors="backslashreplace") for part in parts)
    return ":".join(("urn:onetongue", *escaped))
