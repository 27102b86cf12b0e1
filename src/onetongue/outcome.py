"""What becomes of a translation: written, written more plainly, or refused.

Responsible for: the reasons to refuse one, the spelling of the document's names, the typography and
the markers an encoding can hold, markup around it, and where a stretch of the output stands in the
source.
Not responsible for: translating, and going round until nothing changes (pipeline.py).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from onetongue.document import Document, Markers, Options, Segment, Span, Translation
from onetongue.errors import InputError, TranslationError
from onetongue.formats import load_format
from onetongue.translate import Names, Passage, carry, respell
from onetongue.write import compose, stretches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from onetongue.translate import Oracle
    from onetongue.write import NormalizedDocument

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
        start, end = segment.span.start + shift, segment.span.end + shift
        if not is_touched(segment.span) and result.source.text[start:end] == segment.text:
            prose = segment.prose and segment.prose.moved(shift)
            moved.append(replace(segment, span=Span(start, end), prose=prose))
    return moved


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
    if (is_same or "untranslated" in failed) and options.markers != "bracket":
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
            f"{document.name or 'text'}: a {document.format} document takes markers "
            f"{' or '.join(allowed)}, not {wanted}"
        )
    return wanted


def names_around(document: Document, segments: Sequence[Segment]) -> Names:
    """The names as the English of the document spells them."""
    if any(region.prose for region in document.regions):
        is_foreign = overlap_with(s.span for s in segments)
        regions = [r for r in document.regions if not is_foreign(r.span)]
        return Names.of(
            "\n".join(r.prose.text if r.prose else r.span.of(document.text) for r in regions)
        )
    ends = [0, *(s.span.end for s in segments)]
    starts = [*(s.span.start for s in segments), len(document.text)]
    return Names.of("\n".join(document.text[a:b] for a, b in zip(ends, starts, strict=True)))


def composed(changes: Sequence[Change], oracle_of: Callable[[str], Oracle]) -> list[Change]:
    """Each change with its translation as its document's format writes it, markup included.

    Markup that finds no place fails the check of that name. `oracle_of` is asked for the oracle of
    a language when there is markup to place.
    """
    passages: dict[str, dict[int, Passage]] = {}
    for i, (segment, translation) in enumerate(changes):
        needed = stretches(segment.prose) if segment.prose else ()
        if needed:
            passage = Passage(segment.reading, translation.text, needed)
            passages.setdefault(segment.language, {})[i] = passage
    places: dict[int, Sequence[tuple[int, int] | None]] = {}
    for language, mine in passages.items():
        carried = carry(list(mine.values()), oracle_of(language))
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
