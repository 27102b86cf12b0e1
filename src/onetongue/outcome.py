"""What becomes of a translation: written, written more plainly, or refused.

Responsible for: the reasons to refuse one, the spelling of the document's names, the typography and
the markers an encoding can hold, markup around it, and where a stretch of the output stands in the
source.
Not responsible for: translating, and going round until nothing changes (`draft`, `normalizer`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from onetongue.document import Document, Markers, Options, Segment, Span, Translation
from onetongue.errors import InputError, TranslationError
from onetongue.formats import load_format
from onetongue.markup import Passage, carry, compose, silent, stretches
from onetongue.names import Names, respell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from onetongue.account import NormalizedDocument
    from onetongue.translate import Oracle

Change: TypeAlias = tuple[Segment, Translation]

# English typography that an 8-bit encoding may lack, and what it is typed as there.
PLAIN_TYPOGRAPHY: Final = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u202f": " ", "€": "EUR",
}  # fmt: skip


def overlap_with(spans: Iterable[Span]) -> Callable[[Span], bool]:
    """A test whether a span shares a code point with any of `spans`, which are disjoint."""
    ordered = sorted(spans)
    starts = [span.start for span in ordered]

    def touches(span: Span) -> bool:
        i = bisect_left(starts, span.end)
        return i > 0 and ordered[i - 1].end > span.start

    return touches


def in_source(found: Sequence[Segment], result: NormalizedDocument) -> list[Segment]:
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


def written_parts(result: NormalizedDocument) -> Iterator[Span]:
    """The parts of the output that something was written in, as `Document.parts` has them."""
    i = shift = 0
    for part in result.source.parts:
        first, before = i, shift
        while i < len(result.records) and result.records[i].source.start < part.end:
            shift += len(result.records[i].target) - len(result.records[i].source)
            i += 1
        if i > first:
            yield Span(part.start + before, part.end + shift)


def refusal(
    document: Document, segment: Segment, translation: Translation, options: Options
) -> str:
    """Why a translation is not to be used; empty if it is."""
    failed = [name for name, result in translation.checks if result == "failed"]
    if not translation.text.strip():
        return "no translation"
    frame = segment.prose.frame if segment.prose else None
    if frame and not frame.is_whole:
        return "only a part of a value without quotation marks"
    if failed and options.on_doubt == "fail":
        line = document.text.count("\n", 0, segment.span.start) + 1
        raise TranslationError(
            f"{document.name or 'text'}: line {line}: the translation of this {segment.kind} "
            f"failed its checks ({', '.join(failed)}); --on-doubt keep leaves it as it is"
        )
    is_same = translation.text == segment.reading
    if is_same and "untranslated" not in failed:
        return "the same in the translation"  # a name, or a word of both languages
    if "untranslated" in failed and options.markers != "bracket":
        return "translation still foreign"
    return "translation doubtful" if failed and options.on_doubt == "keep" else ""


def markers_for(document: Document, wanted: Markers | None) -> Markers:
    """The markers to write: those wanted, else the default of the format.

    The default makes way for the next where the encoding has no such bracket.

    Raises:
        InputError: the format cannot hold the markers wanted.
    """
    allowed = load_format(document.format).markers
    if wanted is None:
        return next(m for m in allowed if m != "bracket" or _has(document.encoding, "⟦→⟧"))
    if wanted not in allowed:
        raise InputError(
            f"{document.name or 'text'}: a document of the format {document.format} takes markers "
            f"{' or '.join(allowed)}, not {wanted}"
        )
    return wanted


def names_around(document: Document, segments: Sequence[Segment]) -> Callable[[Segment], Names]:
    """Tells of a segment the names as the English of its part of the document spells them."""
    # What stands between the regions of plain text is words too, if some of them are quoted.
    has_prose = document.format != "text" and any(region.prose for region in document.regions)
    parts = document.parts or (Span(0, max(1, len(document.text))),)
    ends = [part.end for part in parts]

    @lru_cache(maxsize=1)  # segments come in order, and the names of a long text are large
    def names(i: int) -> Names:
        english = _english_blocks if has_prose else _english_text
        return Names.of("\n".join(english(document, parts[i], segments)))

    return lambda segment: names(bisect_right(ends, segment.span.start))


def _english_text(document: Document, part: Span, segments: Sequence[Segment]) -> Iterator[str]:
    """What stands between the segments of a part."""
    end = part.start
    for segment in segments:
        if part.contains(segment.span):
            yield document.text[end : segment.span.start]
            end = segment.span.end
    yield document.text[end : part.end]


def _english_blocks(document: Document, part: Span, segments: Sequence[Segment]) -> Iterator[str]:
    """What the regions of a part read as that hold nothing foreign."""
    low = bisect_left(segments, part.start, key=lambda segment: segment.span.start)
    high = bisect_left(segments, part.end, key=lambda segment: segment.span.start)
    is_foreign = overlap_with(segment.span for segment in segments[low:high])
    start = bisect_left(document.regions, part.start, key=lambda region: region.span.start)
    for i in range(start, len(document.regions)):
        region = document.regions[i]
        if region.span.start >= part.end:
            return
        if not is_foreign(region.span):
            yield region.prose.text if region.prose else region.span.of(document.text)


def composed(changes: Sequence[Change], oracle_of: Callable[[str], Oracle]) -> list[Change]:
    """Each change with its translation as its document's format writes it, markup included.

    Markup that finds no place fails the check of that name. `oracle_of` is asked for the oracle of
    a language when there is markup to place; not for terms, which need no engine anywhere.
    """
    passages: dict[tuple[str, bool], dict[int, Passage]] = {}
    for i, (segment, translation) in enumerate(changes):
        needed = stretches(segment.prose) if segment.prose else ()
        if needed:
            passage = Passage(segment.reading, translation.text, needed)
            is_term = translation.origin == "glossary"
            passages.setdefault((segment.language, is_term), {})[i] = passage
    places: dict[int, Sequence[tuple[int, int] | None]] = {}
    for (language, is_term), mine in passages.items():
        carried = carry(list(mine.values()), (silent if is_term else oracle_of)(language))
        places |= dict(zip(mine, carried, strict=True))
    made: list[Change] = []
    for i, (segment, translation) in enumerate(changes):
        if segment.prose is None:
            made.append((segment, translation))
            continue
        content, moved = compose(segment.prose, translation.text, places.get(i, ()))
        checks = dict(translation.checks)
        if moved:
            checks["markup"] = "failed"
        done = replace(translation, checks=tuple(checks.items()), content=content)
        made.append((segment, done))
    return made


def respelled(segment: Segment, translation: Translation, names: Names) -> Translation:
    """The translation with names spelled as the document spells them; people's own words stay."""
    if translation.origin not in {"engine", "memory"}:
        return translation
    text, _ = respell(segment.reading, translation.text, names)
    return replace(translation, text=text)


def writable(translation: Translation, encoding: str) -> Translation:
    """The translation with typography that the encoding lacks typed plainly."""
    text = "".join(
        PLAIN_TYPOGRAPHY.get(c, c) if not _has(encoding, c) else c for c in translation.text
    )
    return translation if text == translation.text else replace(translation, text=text)


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def kept_as(segment: Segment, reason: str) -> Segment:
    """The segment as left alone, for this reason."""
    return replace(segment, evidence=replace(segment.evidence, reason=reason))
