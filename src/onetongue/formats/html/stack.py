"""The open elements of an HTML document.

Responsible for: which element a tag ends, also where end tags are left out or missing, in constant
time however deep the document is nested; and what elements hand down to what stands in them.
Not responsible for: text, or what an element is read as.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onetongue.formats.html.names import (
    BLOCKS,
    HEADINGS,
    IMPLIED,
    KINDS,
    SCOPES,
    SKIPPED,
    TABLE_PARTS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onetongue.document import RegionKind


class Language(NamedTuple):
    """A language tag, and where the element begins that declares it."""

    tag: str = ""
    start: int = -1


class ElementContext(NamedTuple):
    """What an element hands down: the kind of its prose and by which rule, its language.

    `fixed` says why nothing can be written there, as of a region.
    """

    kind: RegionKind = "paragraph"
    rule: str = "running text"
    language: Language = Language()
    fixed: str = ""

    def inside(self, name: str, language: Language | None, fixed: str = "") -> ElementContext:
        """What an element of this name in it, which declares this language, hands down."""
        declared = self.language if language is None else language
        fixed = fixed or self.fixed
        if name in KINDS:
            return ElementContext(KINDS[name], f"{name} element", declared, fixed)
        if (declared, fixed) == (self.language, self.fixed):
            return self
        return self._replace(language=declared, fixed=fixed)


class Open(NamedTuple):
    """An open element: where its start tag stands, and the name its runs go by."""

    name: str
    label: str
    start: int
    end: int
    context: ElementContext


class Stack:
    """The open elements, outermost first."""

    def __init__(self) -> None:
        self._open: list[Open] = []
        self._places: dict[str, list[int]] = {}
        self._blocks: list[int] = []

    def __len__(self) -> int:
        return len(self._open)

    @property
    def context(self) -> ElementContext:
        """What the innermost element hands down."""
        return self._open[-1].context if self._open else ElementContext()

    def push(self, element: Open) -> None:
        """Open an element."""
        self._places.setdefault(element.name, []).append(len(self._open))
        if is_block(element.name):
            self._blocks.append(len(self._open))
        self._open.append(element)

    def pop_to(self, index: int) -> list[Open]:
        """Close the element at `index` and all inside; innermost first."""
        closed = []
        while len(self._open) > index:
            element = self._open.pop()
            self._places[element.name].pop()
            if is_block(element.name):
                self._blocks.pop()
            closed.append(element)
        return closed

    def ended_by_start(self, name: str) -> int:
        """The index of the outermost element that a start tag of this name ends; -1 for none."""
        found = [self._innermost(rule.names, rule.scopes) for rule in IMPLIED.get(name, ())]
        return min((index for index in found if index >= 0), default=-1)

    def ended_by_end(self, name: str) -> int:
        """The index of the element that an end tag of this name ends; -1 for none."""
        if name in HEADINGS:
            return self._innermost(HEADINGS, SCOPES)
        if name in TABLE_PARTS:
            return self._innermost((name,), () if name == "table" else ("table",))
        if is_block(name):
            return self._innermost((name,), SCOPES - {name})
        index = self._last(name)
        return index if not self._blocks or index > self._blocks[-1] else -1

    def _innermost(self, names: Iterable[str], scopes: Iterable[str]) -> int:
        index = max(map(self._last, names))
        return index if index > max(map(self._last, scopes), default=-1) else -1

    def _last(self, name: str) -> int:
        places = self._places.get(name)
        return places[-1] if places else -1


def is_block(name: str) -> bool:
    """Whether an element stands on lines of its own."""
    return name in BLOCKS or name in SKIPPED
