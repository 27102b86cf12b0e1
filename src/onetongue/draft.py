"""The changes to one document while they are found, until another run would find none.

Responsible for: the one way from a translation to a change that stands: names respelled, typed as
the encoding can, markup put in, refused for a reason or accepted; taking out again what turns out
to be foreign; the document as written with those that stand.
Not responsible for: reading, detecting and translating in each round (`rounds`).

Translating one block can change how its neighbours are read, so what the detector finds in the
output is translated too; a translation that it finds foreign, where no marker protects it, is taken
out again.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from onetongue.account import NormalizedDocument
from onetongue.document import Detection, Span, overlap_with
from onetongue.errors import TranslationError
from onetongue.formats.html.its import with_element
from onetongue.formats.whereabouts import whereabouts
from onetongue.markup import marked_up
from onetongue.names import names_around, respelled
from onetongue.translate.checks.language import is_mostly
from onetongue.translate.wrapping import wrapped_beside
from onetongue.write import DEFAULT_MARKERS, markers_for, taken_out, typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from onetongue.document import Change, Document, Options, Segment, Translation
    from onetongue.engines import Translator
    from onetongue.names import Names
    from onetongue.translate import Oracle


_IN_LINES: Final = frozenset({"text", "markdown"})  # whose lines people see
_SAME: Final = "the same in the translation"  # a name, or a word of both languages
# Why nothing is written for a segment that its format has no room for.
PART_OF_VALUE: Final = "only a part of a value without quotation marks"


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
        self._foreign = found.segments
        self._parallel = found.parallel
        self._is_version = found.versions()
        self._accepted: list[Change] = []
        self._refused: list[Segment] = []

    def take(self, segments: Sequence[Segment]) -> None:
        """Take segments out of the document; no check has a say in it."""
        for change in taken_out(self._document, segments):
            frame = change[0].prose.frame if change[0].prose else None
            if frame and not frame.is_whole:
                self._refused.append(_left_alone(change[0], PART_OF_VALUE))
            else:
                self._accepted.append(change)

    def add(self, changes: Iterable[Change], oracle_of: Callable[[str], Oracle]) -> None:
        """Accept changes, written as the document's format has them, or refuse them.

        Raises:
            TranslationError: a check failed and the options say to fail then.
        """
        names_of = names_around(self._document, self._foreign)  # large, so not for longer
        worded = [(segment, self._worded(segment, made, names_of)) for segment, made in changes]
        for segment, translation in marked_up(worded, oracle_of):
            reason = self._refusal(segment, translation)
            if reason:
                self._refused.append(_left_alone(segment, reason))
            else:
                self._accepted.append((segment, translation))
        self._accepted.sort(key=lambda change: change[0].span)

    def _worded(
        self, segment: Segment, translation: Translation, names_of: Callable[[Segment], Names]
    ) -> Translation:
        """The translation in words that the document has: its names, what its encoding can hold."""
        translation = respelled(segment, translation, names_of(segment))
        text = typed(translation.text, self._document.encoding)
        if self._document.format in _IN_LINES:
            text = wrapped_beside(text, self._document.text, segment.span.start, segment.span.end)
        return translation if text == translation.text else replace(translation, text=text)

    def _refusal(self, segment: Segment, translation: Translation) -> str:
        """Why a translation is not to be used; empty if it is."""
        failed = translation.failed
        if not translation.text.strip():
            return "no translation"
        frame = segment.prose.frame if segment.prose else None
        if frame and not frame.is_whole:
            return PART_OF_VALUE
        if translation.unplaced:
            return f"its {translation.unplaced} could not be placed"
        if failed and self._options.on_doubt == "fail":
            where = whereabouts(self._document, [segment])
            raise TranslationError(
                f"{self._document.name or 'text'}: {where}: the translation of this "
                f"{segment.kind} failed its checks ({translation.doubts}); --on-doubt keep leaves "
                "it as it is"
            )
        if is_mostly(translation.foreign_words, translation.text):
            return "translation not English"
        is_same = translation.text == segment.reading
        if is_same and "untranslated" not in failed:
            return _SAME
        if "untranslated" in failed and self._options.markers != "bracket":
            return "translation still foreign"
        is_kept = failed and self._options.on_doubt == "keep"
        return f"translation doubtful ({translation.doubts})" if is_kept else ""

    def written(self, engine_of: Callable[[str], Translator]) -> NormalizedDocument:
        """The document with the changes that stand, one record for each, in order."""
        accepted = self._accepted
        is_taken = overlap_with(segment.span for segment, _ in accepted)
        left: list[Segment] = []
        for segment in sorted([*self._refused, *self._left_alone], key=lambda s: s.span):
            is_free = not left or left[-1].span.end <= segment.span.start
            if is_free and not is_taken(segment.span):
                left.append(segment)
        refused = tuple(s for s in left if s in self._refused and s.evidence.reason != _SAME)
        left = sorted([*left, *self._aside], key=lambda s: s.span)
        made = [segment.language for segment, t in accepted if t.origin == "engine"]
        engine = engine_of(made[0]).id if made else None
        markers = self._options.markers or DEFAULT_MARKERS
        accepted = [
            (s if t.is_taken_out else with_element(s, self._document.text, markers), t)
            for s, t in accepted
        ]
        return NormalizedDocument.of(
            self._document,
            accepted,
            options=self._options,
            left_alone=tuple(left),
            refused=refused,
            engine=engine,
            parallel=self._parallel,
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
        self._refused += [_left_alone(segment, "translation still foreign") for segment in spoiled]
        return bool(spoiled)

    def still_open(self, result: NormalizedDocument, again: Detection) -> Detection:
        """What is found `again` in untouched text and was not refused, at its place in the source.

        Nor kept, as a version of the English.
        """
        known = {segment.span for segment in self._refused}
        keeps = self._options.parallel == "keep"
        found, left = (
            tuple(
                s
                for s in _in_source(part, result)
                if s.span not in known and not (keeps and self._is_version(s.span))
            )
            for part in (again.segments, again.left_alone)
        )
        return Detection(found, left)


def written_parts(result: NormalizedDocument) -> Iterator[tuple[int, str]]:
    """What another run may read otherwise: the parts that something was written in, each with its start.

    Of a document that has no parts that is all of it.
    """
    if not result.changed:
        return
    if not result.source.parts:
        yield 0, result.text
    i = shift = 0
    for part in result.source.parts:
        first, before = i, shift
        while i < len(result.records) and result.records[i].source.start < part.end:
            shift += len(result.records[i].target) - len(result.records[i].source)
            i += 1
        if i > first:
            yield part.start + before, result.text[part.start + before : part.end + shift]


def with_links_told(result: NormalizedDocument) -> NormalizedDocument:
    """The result with what is not as it was in its account: links that lead elsewhere now.

    Of Markdown, whose headings have their anchors from their words.
    """
    if result.source.format != "markdown" or not result.changed:
        return result
    from onetongue.formats.markdown.anchors import astray  # noqa: PLC0415 - brings in the parser

    source = result.source
    if not (notes := astray(source.text, result.text)):
        return result
    return replace(result, source=replace(source, not_read=(*source.not_read, *notes)))


def _in_source(found: Sequence[Segment], result: NormalizedDocument) -> list[Segment]:
    """The segments of the output that stand in untouched text, at their place in the source."""
    is_touched = overlap_with(r.target for r in result.records)
    ends = [r.target.end for r in result.records]
    moved = []
    for segment in found:
        i = bisect_left(ends, segment.span.start + 1)
        shift = result.records[i - 1].source.end - ends[i - 1] if i else 0
        if is_touched(segment.span):
            continue
        one = segment.moved(shift)
        # What stands in the notes is behind the end of the source.
        if result.source.text[one.span.start : one.span.end] == one.text:
            moved.append(one)
    return moved


def _left_alone(segment: Segment, reason: str) -> Segment:
    return replace(segment, evidence=replace(segment.evidence, reason=reason))


def _note_lines(result: NormalizedDocument) -> list[Span]:
    """Where the notes stand, one for each record if there are any."""
    found, at = [], len(result.text) - len(result.notes)
    for line in result.notes.splitlines(keepends=True):
        if line.strip():
            found.append(Span(at, at + len(line)))
        at += len(line)
    return found
