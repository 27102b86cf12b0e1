"""What stands between the words of a Word paragraph, as markup that a translation can keep.

Responsible for: links and other elements around runs, runs that look otherwise than most, notes,
bookmarks, drawings, and the part of the source of each; ends of ranges that stay in order.
Not responsible for: which words are read together (`chunks`), or writing any of it
(`write`).

What lies between two words is one piece of markup or several. Several cannot be cut apart: what is
translated begins and ends in a run of words, so that a marker can stand there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.formats.builder import Builder
from onetongue.formats.docx.chunks import (
    LINE_BREAKS,
    WORDS,
    CannotKeepError,
    Levels,
    chunks,
    look_key,
    range_of,
    with_fields,
)
from onetongue.formats.docx.write import AND, BACK, DONE, ENTER, LEAVE, TRIMMED, Runs
from onetongue.formats.parts import Parts, words_in
from onetongue.prose import BREAK, Laid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.document import Region, RegionKind, Span
    from onetongue.formats.docx.paragraphs import Atom
    from onetongue.formats.left_out import LeftOut
    from onetongue.prose import Prose, Stretch

# Traces of Word's own work: a translation does without them.
_TRACES: Final = frozenset({"proofErr", "lastRenderedPageBreak", "softHyphen"})
_CHARACTERS: Final = {"noBreakHyphen": "-"}
# What stands for a word of the sentence, so that it is given to the translator as one.
_WORDLIKE: Final = frozenset({"oMath", "oMathPara", "fldSimple", "sdt", "ruby", "field", "code"})
# A backslash before these would be taken for an escape where a marker stands around it.
_UNSAFE: Final = re.compile(r"[⟦⟧]|\\(?=[\\⟦⟧])")


class _RunEvent(NamedTuple):
    """One piece of markup between two words."""

    role: str
    raw: str
    tag: str
    text: str = ""


def regions(
    text: str,
    atoms: Sequence[Atom],
    runs: Runs,
    kind: tuple[RegionKind, str],
    protected: Sequence[Span],
) -> tuple[list[Region], list[LeftOut]]:
    """The regions of one paragraph, in order, and what is none; `kind` comes with its rule.

    Raises:
        CannotKeepError: overlapping links or fields; nothing of the paragraph is to be touched.
    """
    readers: list[_ParagraphReader] = []
    for chunk in chunks(with_fields(atoms)):
        levels = Levels(chunk)
        reader = _ParagraphReader(text, runs, levels)
        for i, atom in enumerate(chunk):
            if atom.kind not in WORDS:
                reader.between(i, atom)
            elif not reader.words(i, atom):
                readers.append(reader)
                reader = _ParagraphReader(text, runs, levels)
                reader.words(i, atom)
        readers.append(reader)
    found = [region for reader in readers if (region := reader.region(*kind, protected))]
    return found, [one for reader in readers for one in reader.left_out]


def lay_out(prose: Prose, text: str, places: Sequence[Stretch | None]) -> Laid:
    """Keep the ends of ranges that overlap other markup, points with the tag `range`, in order.

    Each goes where as much of the words stands before it as in the source.
    """
    settled = frozenset(run for _, run in prose.points() if run.tag == "range")
    words = words_in(text)
    if not settled or not words:
        return Laid(text, places)
    whole = Parts([0, len(prose.text)], [(words[0][0], words[-1][1])], words)
    return Laid(text, whole.places(prose, places, "range"), settled)


class _ParagraphReader:
    """One region while its words and what is between them are read."""

    def __init__(self, text: str, runs: Runs, levels: Levels) -> None:
        self._text = text
        self._runs = runs
        self._levels = levels
        self._builder = Builder(
            text, runs.escape, keeps_halves=True, join=runs.join, lay_out=lay_out
        )
        self._events: list[_RunEvent] = []
        self._other: str | None = None  # what the words look like, if not as most of their level
        self._level = 0

    def words(self, i: int, atom: Atom) -> bool:
        """Add words; False, and nothing is added, if what is before them cannot be kept exactly."""
        self._level = self._levels.of[i]
        base, key = look_key(self._levels.look(self._level)), look_key(atom.look)
        other = key if key != base else None
        if not self._builder.length:
            self._other = other
        elif other != self._other:
            self._as_most()
            if other is not None:
                looks = f"{self._levels.look(self._level)}{AND}{atom.look}"
                self._event("open", f"{LEAVE}{DONE}{ENTER}{looks}{DONE}", "look")
            self._other = other
        if self._builder.length and not self._add_between(atom):
            return False
        tag = atom.look if atom.is_kept else TRIMMED + atom.look
        if atom.kind == "text":
            self._builder.text(atom.start, atom.end, tag)
        else:
            self._builder.character(atom.start, atom.end, atom.text, tag)
        return True

    def between(self, i: int, atom: Atom) -> None:
        """Take in what stands after the words so far."""
        before, level = self._level, self._levels.of[i]
        written = self._text[atom.start : atom.end]
        if atom.kind not in {"enter", "leave", "block"}:
            self._inline(atom, written)
        elif atom.kind in {"enter", "leave"}:
            self._as_most()
            looks = f"{self._levels.look(before)}{AND}{self._levels.look(level)}"
            turn = ENTER if atom.kind == "enter" else BACK
            role = "open" if atom.kind == "enter" else "close"
            if atom.name == "field":
                written = self._in_run(atom, written)
            self._event(role, f"{LEAVE}{written}{DONE}{turn}{looks}{DONE}", atom.name)
        elif atom.name not in _TRACES:
            self._block(i, atom, written)
        self._level = level

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What of it became no region."""
        return self._builder.left_out

    def region(self, kind: RegionKind, rule: str, protected: Sequence[Span]) -> Region | None:
        """The region of what was read."""
        return self._builder.region(kind, rule, protected=protected)

    def _inline(self, atom: Atom, written: str) -> None:
        if atom.name in LINE_BREAKS:
            self._event("point", self._runs.within(written), BREAK)
        elif atom.name in _CHARACTERS:
            self._event("character", "", "", _CHARACTERS[atom.name])
        elif atom.name not in _TRACES:
            role = "object" if atom.name in _WORDLIKE else "point"
            self._event(role, f"{LEAVE}{self._in_run(atom, written)}{DONE}", "")

    def _block(self, i: int, atom: Atom, written: str) -> None:
        found, raw = range_of(atom), f"{LEAVE}{written}{DONE}"
        if found and i in self._levels.nested:
            self._as_most()
            self._event("open" if found[1] == "Start" else "close", raw, found[0])
        elif atom.name.rpartition(":")[2] in _WORDLIKE:
            tag = "code" if atom.name == "code" else ""
            self._event("object", raw, tag, atom.text if tag else "")
        else:
            self._event("point", raw, "range" if found else "")

    def _in_run(self, atom: Atom, written: str) -> str:
        p = self._runs.prefix
        return f"<{p}r>{atom.look}{written}</{p}r>"

    def _as_most(self) -> None:
        """Go back to what most words of the level look like."""
        if self._other is not None:
            level = self._level
            looks = f"{self._other}{AND}{self._levels.look(level)}"
            self._event("close", f"{LEAVE}{DONE}{BACK}{looks}{DONE}", "look")
            self._other = None

    def _event(self, role: str, raw: str, tag: str, text: str = "") -> None:
        if _UNSAFE.search(raw):
            raise CannotKeepError("its markup holds what a marker cannot: two backslashes, or ⟦ ⟧")
        last = self._events[-1] if self._events else None
        if last and role == last.role == "point" and tag == last.tag:
            self._events[-1] = last._replace(raw=last.raw + raw)
        elif last and role == last.role == "character":
            self._events[-1] = last._replace(text=last.text + text)
        else:
            self._events.append(_RunEvent(role, raw, tag, text))

    def _add_between(self, atom: Atom) -> bool:
        """Give what stands before `atom` to the builder, each piece with a part of the source."""
        events, self._events = self._events, []
        start, end = self._builder.end, atom.start
        if not events:
            if start < end:
                self._builder.character(start, end, "", atom.look)
            return True
        is_joined = len(events) > 1
        if is_joined and any(one.role == "character" for one in events):
            return False
        # Which part belongs to which does not matter, as they are not cut apart.
        edges = [*range(start, start + len(events)), end]
        for one, first, last in zip(events, edges, edges[1:], strict=False):
            self._give(one, first, last, is_joined, atom.look)
        return True

    def _give(self, one: _RunEvent, start: int, end: int, is_joined: bool, look: str) -> None:
        if one.role == "open":
            self._builder.open(start, end, one.tag, raw=one.raw, is_joined=is_joined)
        elif one.role == "close":
            self._builder.close(start, end, one.tag, raw=one.raw, is_joined=is_joined)
        elif one.role == "object" and not is_joined:
            self._builder.object(start, end, one.text, one.tag, raw=one.raw)
        elif one.tag == BREAK:
            self._builder.line_break(start, end, one.raw)
        elif one.role in {"point", "object"}:
            self._builder.point(start, end, one.tag if one.role == "point" else "", raw=one.raw)
        else:
            self._builder.character(start, end, one.text, look)
