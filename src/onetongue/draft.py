"""The changes to one document while they are found, until another run would find none.

Responsible for: which translations stand, which are refused or taken out again, and the document as
written with those that stand.
Not responsible for: reading, detecting and translating in each round (`normalizer`); the reasons to
refuse one (`outcome`).

Translating one block can change how its neighbours are read, so what the detector finds in the
output is translated too; a translation that it finds foreign, where no marker protects it, is taken
out again.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from onetongue.account import NormalizedDocument
from onetongue.document import Detection, Span
from onetongue.formats.html.its import with_element
from onetongue.outcome import (
    Change,
    composed,
    in_source,
    kept_as,
    markers_for,
    names_around,
    overlap_with,
    refusal,
    respelled,
    writable,
)
from onetongue.write import DEFAULT_MARKERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from onetongue.document import Document, Options, Segment
    from onetongue.engines import Translator
    from onetongue.translate import Oracle


class Draft:
    """What shall become of a document, given what was `found` in it.

    Raises:
        InputError: the document's format cannot hold the markers of the options.
    """

    def __init__(self, document: Document, found: Detection, options: Options) -> None:
        self._document = document
        self._options = replace(options, markers=markers_for(document, options.markers))
        self._left_alone = found.left_alone
        self._aside = found.aside
        self._names = names_around(document, found.segments)
        self._accepted: list[Change] = []
        self._refused: list[Segment] = []

    def add(self, changes: Iterable[Change], oracle_of: Callable[[str], Oracle]) -> None:
        """Accept changes, written as the document's format has them, or refuse them.

        Raises:
            TranslationError: a check failed and the options say to fail then.
        """
        encoding = self._document.encoding
        plain = [
            (segment, writable(respelled(segment, made, self._names(segment)), encoding))
            for segment, made in changes
        ]
        for segment, translation in composed(plain, oracle_of):
            reason = refusal(self._document, segment, translation, self._options)
            if reason:
                self._refused.append(kept_as(segment, reason))
            else:
                self._accepted.append((segment, translation))
        self._accepted.sort(key=lambda change: change[0].span)

    def written(self, engine_of: Callable[[str], Translator]) -> NormalizedDocument:
        """The document with the changes that stand, one record for each, in order."""
        accepted = self._accepted
        is_taken = overlap_with(segment.span for segment, _ in accepted)
        left: list[Segment] = []
        for segment in sorted([*self._refused, *self._left_alone], key=lambda s: s.span):
            is_free = not left or left[-1].span.end <= segment.span.start
            if is_free and not is_taken(segment.span):
                left.append(segment)
        left = sorted([*left, *self._aside], key=lambda s: s.span)
        made = [segment.language for segment, t in accepted if t.origin == "engine"]
        engine = engine_of(made[0]).id if made else None
        markers = self._options.markers or DEFAULT_MARKERS
        accepted = [(with_element(s, self._document.text, markers), t) for s, t in accepted]
        return NormalizedDocument.of(
            self._document, accepted, options=self._options, left_alone=tuple(left), engine=engine
        )

    def take_out(self, result: NormalizedDocument, again: Detection) -> bool:
        """Refuse the translations that are found `again` in what was written; whether any is.

        So are those whose footnote is: a stray bracket before it can keep it from being read as one.
        """
        is_found = overlap_with(segment.span for segment in again.segments)
        spans = zip_longest([r.target for r in result.records], _note_lines(result))
        is_foreign = [is_found(target) or (note and is_found(note)) for target, note in spans]
        pairs = list(zip(self._accepted, is_foreign, strict=True))
        self._accepted = [change for change, foreign in pairs if not foreign]
        spoiled = [segment for (segment, _), foreign in pairs if foreign]
        self._refused += [kept_as(segment, "translation still foreign") for segment in spoiled]
        return bool(spoiled)

    def still_open(self, result: NormalizedDocument, again: Detection) -> Detection:
        """What is found `again` in untouched text and was not refused, at its place in the source."""
        known = {segment.span for segment in self._refused}
        found, left = (
            tuple(s for s in in_source(part, result) if s.span not in known)
            for part in (again.segments, again.left_alone)
        )
        return Detection(found, left)


def _note_lines(result: NormalizedDocument) -> list[Span]:
    """Where the notes stand, one for each record if there are any."""
    found, at = [], len(result.text) - len(result.notes)
    for line in result.notes.splitlines(keepends=True):
        if line.strip():
            found.append(Span(at, at + len(line)))
        at += len(line)
    return found
