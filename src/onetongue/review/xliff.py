"""XLIFF that people edited in their own tools, read as decisions.

Responsible for: which units a person settled and what their English is, whatever prefixes, white
space, attributes and elements of its own the tool has added.
Not responsible for: making the XLIFF (`exports.xliff`); putting decisions into a document
(`decisions`).
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, cast

from onetongue.account.exports.xliff import CORE, ITS, MATCHES, METADATA, OUTPUT_SHA256
from onetongue.errors import InputError
from onetongue.review.decisions import Decision, Decisions
from onetongue.untrusted_xml import RefusedXmlError, UntrustedXml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onetongue.account.provenance import ReviewState
    from onetongue.untrusted_xml import Refusal

_XLIFF, _UNIT, _SEGMENT, _TARGET, _CP = (
    f"{CORE} {name}" for name in ("xliff", "unit", "segment", "target", "cp")
)
_MATCH, _META = f"{MATCHES} match", f"{METADATA} meta"
_REVIEWER = f"{ITS} revPerson"
_CODES = frozenset(f"{CORE} {name}" for name in ("ph", "pc", "sc", "ec"))  # not text
_RECORD = re.compile("r([1-9][0-9]{0,8})")
_CODE_POINT = re.compile("[0-9A-Fa-f]{1,6}")
_SETTLED = ("reviewed", "final")
_FAULTS: Final[dict[Refusal, str]] = {
    "damaged": "not XML: {}; repair that line",
    "encoding": "{}; save the file as UTF-8",
    "doctype": "document types and entities are not read; remove them",
}


def read_xliff(content: bytes, name: str, *, reviewer: str | None = None) -> Decisions:
    """Read the decisions in an XLIFF 2 file that `exports.to_xliff` made and people edited.

    A unit whose segment's state is `reviewed` or `final` is an edit, or an approval where its
    target is still the candidate; other units are passed over.

    Args:
        content: The file.
        name: What messages call it.
        reviewer: Who decided; else the `its:revPerson` of the unit, or of a mark in its target.

    Raises:
        InputError: `NAME:LINE: what`: not XLIFF 2, not well-formed, a document type or entity,
            not an export of ours; a settled unit with a target that is no record, in several
            segments, or with codes in its target; a decision without a reviewer.
    """
    return _XliffReader(name, reviewer).read(content)


@dataclass(slots=True)
class _XliffUnit:
    """A `<unit>` and what it says; texts are None until their elements come."""

    id: str
    reviewer: str
    states: list[str] = field(default_factory=list)  # one a segment
    has_codes: bool = False
    target: list[str] | None = None
    candidate: list[str] | None = None


@dataclass(slots=True)
class _XliffReader:
    """What happens at each tag."""

    name: str
    reviewer: str | None
    outputs: set[str] = field(default_factory=set)
    decisions: list[Decision] = field(default_factory=list)
    unit: _XliffUnit | None = None
    text: list[str] | None = None  # of the target, candidate or checksum that is open
    in_match: bool = False
    is_xliff: bool = False
    xml: UntrustedXml = field(init=False)

    def __post_init__(self) -> None:
        self.xml = UntrustedXml(
            start=self._start, end=self._end, text=self._characters, namespaces=True
        )

    def read(self, content: bytes) -> Decisions:
        try:
            self.xml.feed(content)
        except RefusedXmlError as err:
            raise self._error(_FAULTS[err.reason].format(err.what)) from err
        if len(self.outputs) != 1:
            raise InputError(
                f"{self.name}: names {len(self.outputs)} documents, not one; "
                "it must be one file of onetongue export, its metadata kept"
            )
        return Decisions(self.outputs.pop(), tuple(self.decisions))

    def _error(self, what: str) -> InputError:
        return InputError(f"{self.name}:{self.xml.line}: {what}")

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if not self.is_xliff and tag != _XLIFF:
            what = "another version" if ":xliff:" in tag else "other XML"
            raise self._error(
                f"no XLIFF 2.0 or 2.1 but {what}; give what onetongue export --to xliff made"
            )
        self.is_xliff = True
        unit = self.unit
        if tag == _META and attributes.get("type") == OUTPUT_SHA256:
            self.text = []
        elif tag == _UNIT:
            self.unit = _XliffUnit(attributes.get("id", ""), attributes.get(_REVIEWER, ""))
        elif unit is None:
            return
        elif tag == _MATCH:
            self.in_match = True
        elif tag == _SEGMENT:
            unit.states.append(attributes.get("state", ""))
        elif tag == _TARGET and not self.in_match:
            self.text = unit.target = []
        elif tag == _TARGET and unit.candidate is None:
            self.text = unit.candidate = []
        elif self.text is not None:
            self._start_inline(unit, tag, attributes)

    def _start_inline(self, unit: _XliffUnit, tag: str, attributes: Mapping[str, str]) -> None:
        unit.reviewer = attributes.get(_REVIEWER, unit.reviewer)
        unit.has_codes |= tag in _CODES
        if tag == _CP and self.text is not None:
            code = attributes.get("hex", "")
            if not _CODE_POINT.fullmatch(code) or int(code, 16) > sys.maxunicode:
                raise self._error(f"no character has the number {code!r}")
            self.text.append(chr(int(code, 16)))

    def _characters(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)

    def _end(self, tag: str) -> None:
        if tag == _META and self.text is not None:
            if self.unit is None:
                self.outputs.add("".join(self.text).strip())
            self.text = None
        elif tag == _TARGET:
            self.text = None
        elif tag == _MATCH:
            self.in_match = False
        elif tag == _UNIT and self.unit:
            settled = [state for state in self.unit.states if state in _SETTLED]
            if settled and self.unit.target is not None:
                self.decisions.append(self._decision(self.unit, "".join(self.unit.target)))
            self.unit = None

    def _decision(self, unit: _XliffUnit, text: str) -> Decision:
        record = _RECORD.fullmatch(unit.id)
        if not record:
            raise self._error(f"unit {unit.id!r} is no record; only those have translations")
        if len(unit.states) != 1:
            raise self._error(f"unit {unit.id} is in {len(unit.states)} segments; join them")
        if unit.has_codes:
            raise self._error(f"unit {unit.id} has codes in its target; only text is read")
        is_edit = unit.candidate is None or text != "".join(unit.candidate)
        try:
            return Decision(
                int(record[1]),
                "edit" if is_edit else "approve",
                self.reviewer or unit.reviewer,
                text if is_edit else "",
                cast("ReviewState", unit.states[0]),
            )
        except InputError as err:
            raise self._error(str(err)) from err
