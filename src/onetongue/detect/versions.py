"""Documents that say the same twice: all of it in English, then the same in French on purpose.

Responsible for: whether a document is such a one, and which of its segments are versions of its
English.
Not responsible for: which sentence says what which other says (version_chain.py); single lines in
two languages, of whatever document (bilingual_lines.py).

No engine is asked, so that looking at a document tells the same as translating it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from onetongue.document import Detection, Parallel
from onetongue.language.language_names import english_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onetongue.detect.version_chain import SentencePair, SentenceWords
    from onetongue.document import Document, Options, Region, Segment, Span

# "Most": of the foreign text, and of that and the English together, what is said in the other language
# too. Of the bilingual documents of benchmarks/parallel at least 0.89 and 0.83 are (dev; 0.70 and 0.65 of
# test). Of the others of dev, 0.54 and 1.00 of the foreign text where that is labels and quotations with
# their translation beside them, else 0.30 at most, and of all at most 0.31 (test: 0.34 and 0.24).
MOST_FOREIGN: Final = 0.6
MOST_OF_ALL: Final = 0.5
# As much of a segment must be in sentences that have a counterpart, or it is no version.
MOST_OF_SEGMENT: Final = 0.5
# A segment alone is a line in two languages, and no document.
FEWEST: Final = 2
# With less foreign text or less English than this, of all, no document is bilingual by `MOST_OF_ALL`, even
# if one were twice as long as the other; so no words are compared in nearly all documents.
LEAST: Final = 0.15
# What a passage is that is no segment.
ENGLISH: Final = -1
NOBODY: Final = -2
# Why a version is left alone with `Options(parallel="keep")`.
KEPT: Final = "version of the English"


def with_versions(document: Document, found: Detection, options: Options) -> Detection:
    """Add to a detection what of it is there in English too; left alone if the options say keep."""
    parallel = tuple(_parallels(document, found.segments))
    if not parallel:
        return found
    found = replace(found, parallel=parallel)
    if options.parallel != "keep":
        return found
    is_version = found.versions()
    kept = [_kept(segment) for segment in found.segments if is_version(segment.span)]
    return replace(
        found,
        segments=tuple(s for s in found.segments if not is_version(s.span)),
        left_alone=tuple(sorted([*found.left_alone, *kept], key=attrgetter("span"))),
    )


def _kept(segment: Segment) -> Segment:
    return replace(segment, evidence=replace(segment.evidence, reason=KEPT))


def _parallels(document: Document, segments: Sequence[Segment]) -> Iterator[Parallel]:
    """What is a version of the English, language by language."""
    if len(segments) < FEWEST:
        return
    foreign = sum(len(segment.reading) for segment in segments)
    whole = sum(len(region.reading(document.text)) for region in document.regions)
    if not LEAST * whole <= foreign <= (1 - LEAST) * whole:
        return
    from onetongue.detect.version_chain import chain, filled, sentences  # noqa: PLC0415 - knows what words mean

    said = [s for text, i in _passages(document, segments) for s in sentences(text, i)]
    english = [s for s in said if s.passage == ENGLISH]
    for language in dict.fromkeys(segment.language for segment in segments):
        ours = [
            s for s in said if s.passage != ENGLISH and segments[s.passage].language == language
        ]
        links = chain(ours, english, is_french=language == "fr")
        if not _is_most(ours, english, links):
            continue
        versions = _said_again(ours, filled(links, ours, english))
        if len(versions) >= FEWEST:
            share = sum(versions.values()) / _letters(said)
            spans = tuple(segments[i].span for i in versions)
            yield Parallel(language, english_name(language), spans, round(share, 4))


def _passages(document: Document, segments: Sequence[Segment]) -> Iterator[tuple[str, int]]:
    """The texts of a document in its order: what a segment reads, with its number, else English.

    What an earlier run wrote is nobody's.
    """
    starts = [segment.span.start for segment in segments]
    for region in document.regions:
        first, last = (bisect_left(starts, at) for at in (region.span.start, region.span.end))
        taken = [(segments[i].span, i) for i in range(first, last)]
        taken += [(span, NOBODY) for span in region.protected]
        yield from _divided(region, region.reading(document.text), sorted(taken))


def _divided(
    region: Region, text: str, taken: Sequence[tuple[Span, int]]
) -> Iterator[tuple[str, int]]:
    """The reading of one region, divided at what is no English in it."""
    at = 0
    for span, i in taken:
        if region.prose:
            start, end = region.prose.place(span.start), region.prose.place(span.end)
        else:
            start, end = span.start - region.span.start, span.end - region.span.start
        yield text[at:start], ENGLISH
        if i != NOBODY:
            yield text[start:end], i
        at = max(at, end)
    yield text[at:], ENGLISH


def _is_most(
    ours: Sequence[SentenceWords], english: Sequence[SentenceWords], links: Sequence[SentencePair]
) -> bool:
    """Whether most of the foreign text, and of all, has a counterpart in the other language."""
    here = _letters(ours[i] for i in {i for i, _ in links})
    there = _letters(english[j] for j in {j for _, j in links})
    mine = _letters(ours)
    return (
        here >= MOST_FOREIGN * mine and here + there >= MOST_OF_ALL * (mine + _letters(english)) > 0
    )


def _said_again(ours: Sequence[SentenceWords], links: Sequence[SentencePair]) -> dict[int, int]:
    """The segments of which most has a counterpart, in order, each with its letters."""
    linked = {i for i, _ in links}
    whole, again = Counter[int](), Counter[int]()
    for i, sentence in enumerate(ours):
        whole[sentence.passage] += sentence.letters
        again[sentence.passage] += sentence.letters if i in linked else 0
    return {i: n for i, n in whole.items() if again[i] >= MOST_OF_SEGMENT * n}


def _letters(sentences: Iterable[SentenceWords]) -> int:
    return sum(sentence.letters for sentence in sentences)
