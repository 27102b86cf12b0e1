"""What the attributes of an element say to a reader of its prose.

Responsible for: elements that ask not to be read, the marks of notes, languages, and which values
are prose themselves.
Not responsible for: where elements begin and end (`walk`).
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from onetongue.formats.html.names import BLOCKS, CODE, SKIPPED
from onetongue.formats.html.stack import Language
from onetongue.formats.prose_or_code import is_prose

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onetongue.document import RegionKind
    from onetongue.formats.html.tokens import Attribute

# read: as any other. skip: nothing in it. object, code: kept whole inside a line. note: the mark of
# a note. own: written by an earlier run.
Treatment: TypeAlias = Literal["read", "skip", "object", "code", "note", "own"]

OWN_MARK: Final = "data-onetongue"  # what `formats.html.its` marks a translation with
_EDITORS: Final = frozenset({"CodeMirror", "ace_editor", "cm-editor", "monaco-editor"})
_NOTES: Final = frozenset(
    {"footnote-ref", "footnote-reference", "footnote", "mw-ref", "noteref", "reference"}
)
# og: is the Open Graph protocol, twitter: its neighbour; both are what a link to the page shows.
_META: Final[dict[str, RegionKind]] = {
    **dict.fromkeys(("description", "og:description", "twitter:description"), "paragraph"),
    **dict.fromkeys(("og:title", "twitter:title"), "heading"),
    **dict.fromkeys(("og:image:alt", "twitter:image:alt"), "caption"),
}
_LABELS: Final = frozenset({"button", "reset", "submit"})
SENT: Final = "what its form sends"
_TAG: Final = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")


class AttributeValue(NamedTuple):
    """An attribute whose value is prose: where it stands, its quote, its kind and the rule."""

    start: int
    end: int
    quote: str
    kind: RegionKind
    rule: str


class Attributes:
    """The attributes of one start tag in the source."""

    def __init__(self, source: str, name: str, found: Mapping[str, Attribute]) -> None:
        self._source = source
        self._name = name
        self._found = found

    def _value(self, name: str) -> str:
        found = self._found.get(name)
        return self._source[found.start : found.end].strip() if found else ""

    @property
    def language(self) -> Language | None:
        """What it declares, with no tag where that is none; None where it declares nothing."""
        if self._name in {"html", "body"}:  # of every other page it is the template's
            return None
        found = self._found.get("lang") or self._found.get("xml:lang")
        if found is None:
            return None
        tag = self._source[found.start : found.end].strip()
        return Language(tag if _TAG.fullmatch(tag) else "", found.start)

    @property
    def is_untouched(self) -> bool:
        """Whether it must stay as it is, its attributes included."""
        is_kept = self._value("translate").lower() == "no"
        return is_kept or OWN_MARK in self._found or "notranslate" in self._value("class").split()

    @property
    def fixed(self) -> str:
        """Why nothing can be written in the element; empty where it can."""
        is_sent = self._name == "textarea" and "name" in self._found
        is_sent |= self._name == "option" and "value" not in self._found
        return SENT if is_sent else ""

    @property
    def treatment(self) -> Treatment:
        """What becomes of the element."""
        if OWN_MARK in self._found:
            return "skip" if self._name in BLOCKS else "own"
        if not self._found:
            return default_treatment(self._name)
        classes = set(self._value("class").split())
        edits = "contenteditable" in self._found and (
            self._value("contenteditable").lower() not in {"false", "inherit"}
        )
        if self.is_untouched or edits or classes & _EDITORS:
            return "skip" if self._name in BLOCKS or edits else "object"
        is_note = self._name in {"sup", "a"} and bool(classes & _NOTES)
        if is_note or self._value("role") == "doc-noteref":
            return "note"
        return default_treatment(self._name)

    def values(self) -> list[AttributeValue]:
        """The values that are prose, in order."""
        wanted: dict[str, tuple[RegionKind, str]] = {
            "alt": ("caption", "alternative text"),
            "title": ("caption", "title attribute"),
            "aria-label": ("heading", "aria-label attribute"),
            "aria-description": ("paragraph", "aria-description attribute"),
            "placeholder": ("heading", "placeholder attribute"),
        }
        if self._name in {"link", "style", "meta"}:  # a title there names a style sheet
            wanted = {}
        if self._name == "meta":
            called = (self._value("name") or self._value("property")).lower()
            wanted = {"content": (_META[called], f"meta {called}")} if called in _META else {}
        if self._name in {"optgroup", "option"}:  # shown instead of an option's text
            wanted["label"] = ("heading", "label attribute")
        # With a name the value is what the form sends.
        if self._name == "input" and "name" not in self._found:
            is_label = self._value("type").lower() in _LABELS
            wanted |= {"value": ("heading", "label of a button")} if is_label else {}
        values = [
            AttributeValue(found.start, found.end, found.quote, *wanted[name])
            for name, found in self._found.items()
            if name in wanted
            and found.quote
            and is_prose(unescape(self._source[found.start : found.end]))
        ]
        return sorted(values)


def default_treatment(name: str) -> Treatment:
    """What becomes of an element without attributes."""
    if name in SKIPPED:
        return "skip"
    return "code" if name in CODE else "read"
