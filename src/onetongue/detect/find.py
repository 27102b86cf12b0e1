"""Regions in, segments out.

Responsible for: what the regions beside a region add, putting all the parts together, and saying of
every candidate how sure it is and why it was kept or left alone.
Not responsible for: file formats, translation.

Deterministic: the same document and options give the same answer, in any order of calls and from
any thread.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from math import exp
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.detect import exemptions, tables
from onetongue.detect.bilingual_lines import Side, sides
from onetongue.detect.candidates import Candidate, RegionsBeside
from onetongue.detect.decode import ForeignStretch
from onetongue.detect.halves import ODDS, Standing
from onetongue.detect.judge import Verdict, judge
from onetongue.detect.long_regions import divided
from onetongue.detect.markup_regions import as_read, in_document
from onetongue.detect.offsets import CLOSING_POINTS, kind_of, span_of
from onetongue.detect.states import ENGLISH, is_source, language_of, place_of
from onetongue.detect.trimming import trimmed
from onetongue.detect.weigh import weigh
from onetongue.detect.whole_sentences import whole_sentences
from onetongue.document import Detection, Evidence, Segment, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onetongue.detect.exemptions import Lists
    from onetongue.detect.score import ScoredTokens
    from onetongue.detect.states import State
    from onetongue.detect.weigh import WeighedRegion
    from onetongue.document import Document, Options

# A region beside regions in the same language leans the same way: nats for each such neighbour. The
# share of the whole document was tried too: on dev it brought one find for every three false alarms.
NEIGHBOUR: Final = 1.0
# Scores add up as if words were independent, which they are not: this line through the log-odds
# makes a probability of them that is right as often as it says (Platt 1999), fitted on dev by
# benchmarks/detection/reliability.py.
SCALE: Final = 0.70
SHIFT: Final = -0.12
# Why what is aside is left alone, unless its format has another reason.
ASIDE: Final = "inside the markup of other text"


class _SeenRegion(NamedTuple):
    """A region of `text`, in which part of the document it stands, and what its words say.

    `fills` is the state that fills it. `weighed` is None where that leaves nothing to be found.
    `side` is what it is in a bilingual line.
    """

    text: str
    side: Side
    part: int
    weighed: WeighedRegion | None
    fills: State


def detect(document: Document, options: Options) -> Detection:
    """Find the segments of a document in the source languages, and what is left alone.

    All parts are in document order and within the regions, the first two disjoint; spans are in code
    points.

    Raises:
        InputError: there are no tables for a source language.
    """
    table = tables.load(options.source)
    lists = exemptions.load(options.source)
    segments: list[Segment] = []
    left_alone: list[Segment] = []
    for above, seen, below in _with_neighbours(_regions(document, table, lists)):
        beside = _beside(seen, (above, below), table.languages)
        has_bonus = any(beside.bonus)
        weighed = seen.weighed
        if weighed is None and has_bonus:
            weighed = weigh(seen.text, seen.side.region, table, lists)
        if weighed is None:
            continue
        found = weighed.stretches(beside.bonus) if has_bonus else weighed.found
        kept, left = _settle(weighed, found, beside=beside, lists=lists, options=options)
        prose = seen.side.region.prose
        segments += [in_document(document.text, prose, segment) for segment in kept]
        left_alone += [in_document(document.text, prose, segment) for segment in left]
    return Detection(tuple(segments), tuple(left_alone), _aside(document, options))


def _aside(document: Document, options: Options) -> tuple[Segment, ...]:
    """What is foreign where nothing can be written."""
    if not document.aside:
        return ()
    alone = replace(document, regions=document.aside, parts=(), aside=())
    starts = [region.span.start for region in document.aside]

    def left(segment: Segment) -> Segment:
        region = document.aside[bisect_right(starts, segment.span.start) - 1]
        return replace(segment, evidence=replace(segment.evidence, reason=region.fixed or ASIDE))

    return tuple(left(segment) for segment in detect(alone, options).segments)


def _regions(document: Document, table: tables.Tables, lists: Lists) -> Iterator[_SeenRegion]:
    """Every region, or piece of a long one, or side of a bilingual line, with what its words say."""
    ends = [part.end for part in document.parts]
    for whole in document.regions:
        text, read = as_read(document.text, whole)
        part = bisect_right(ends, whole.span.start)
        for region in divided(text, read):
            weighed = weigh(text, region, table, lists)
            line = sides(weighed, table, lists) if weighed else []
            if not line:
                yield _seen(text, Side(region), part, weighed)
            for side in line:
                yield _seen(text, side, part, weigh(text, side.region, table, lists))


def _seen(text: str, side: Side, part: int, weighed: WeighedRegion | None) -> _SeenRegion:
    is_alone = side.standing is Standing.ALONE
    fills = weighed.fills if weighed and is_alone else ENGLISH
    # What holds nothing foreign is forgotten; most of a long document does.
    is_open = weighed is not None and (weighed.found or weighed.scored.exemptions)
    return _SeenRegion(text, side, part, weighed if is_open else None, fills)


def _with_neighbours(
    regions: Iterable[_SeenRegion],
) -> Iterator[tuple[_SeenRegion | None, _SeenRegion, _SeenRegion | None]]:
    """Each region with the one above and the one below; no more are held at a time."""
    above: _SeenRegion | None = None
    seen: _SeenRegion | None = None
    for below in regions:
        if seen is not None:
            yield above, seen, below
        above, seen = seen, below
    if seen is not None:
        yield above, seen, None


def _beside(
    seen: _SeenRegion, around: Iterable[_SeenRegion | None], languages: Sequence[str]
) -> RegionsBeside:
    """What fills the regions around one, in the same part, and what that adds to each language.

    One side of a line has its line around it, which says more.
    """
    bonus = [0.0] * len(languages)
    side = seen.side
    if side.standing is not Standing.ALONE:
        if is_source(side.state, languages):
            bonus[place_of(side.state)] = ODDS[side.standing]
        return RegionsBeside((), tuple(bonus), side.standing)
    states = tuple(near.fills for near in around if near and near.part == seen.part)
    for state in states:
        if is_source(state, languages):
            bonus[place_of(state)] += NEIGHBOUR
    return RegionsBeside(states, tuple(bonus))


def confidence_of(log_odds: float) -> float:
    """A probability in [0, 1] from posterior log-odds in nats."""
    return 1.0 / (1.0 + exp(-max(-60.0, min(60.0, SCALE * log_odds + SHIFT))))


def _settle(
    weighed: WeighedRegion,
    found: Sequence[ForeignStretch],
    *,
    beside: RegionsBeside,
    lists: Lists,
    options: Options,
) -> tuple[list[Segment], list[Segment]]:
    """Judge every stretch of a region; add the exempt expressions outside the kept ones."""
    text, scored, region = weighed.text, weighed.scored, weighed.region
    kept: list[Segment] = []
    left: list[Segment] = []
    for stretch in whole_sentences(text, scored, found):
        for part in _around(scored, region.protected, stretch):
            span = span_of(text, region, scored.tokens, part.first, part.last)
            kind = kind_of(
                text, span, region, tokens=scored.tokens, first=part.first, last=part.last
            )
            language = language_of(part.state, options.source)
            confidence = confidence_of(part.log_odds)
            is_whole = part.first == 0 and part.last == len(scored.tokens) - 1
            is_pointed = span.of(text).rstrip("»›” \u00a0\u202f")[-1:] in set(CLOSING_POINTS)
            candidate = Candidate(scored, part, lists, kind, beside, is_whole, is_pointed)
            verdict = judge(candidate, options.source)
            if verdict.is_kept and confidence < options.min_confidence:
                verdict = Verdict(f"low confidence: {verdict.reason}", is_kept=False)
            evidence = Evidence(
                round(confidence, 4), verdict.reason, region.rule, _words(scored, part)
            )
            segment = Segment(span, span.of(text), kind, language, evidence)
            (kept if verdict.is_kept else left).append(segment)
    left += _exempt(text, scored, [s.span for s in (*kept, *left)], options.source[0])
    return kept, sorted(left, key=lambda s: s.span)


def _around(
    scored: ScoredTokens, protected: Sequence[Span], stretch: ForeignStretch
) -> list[ForeignStretch]:
    """The stretch cut where a protected stretch lies inside it."""
    tokens, parts, first = scored.tokens, [], stretch.first
    for i in range(stretch.first + 1, stretch.last + 2):
        is_end = i == stretch.last + 1
        if is_end or any(tokens[i - 1].end <= p.start < tokens[i].start for p in protected):
            parts.append(ForeignStretch(first, i - 1, stretch.state, stretch.log_odds))
            first = i
    return [trimmed(scored, part) for part in parts]


def _words(scored: ScoredTokens, part: ForeignStretch) -> tuple[tuple[str, float], ...]:
    """The words that decided, strongest first, eight at most."""
    odds = [
        (scored.tokens[i].word, round(scored.scores[i][part.state], 2))
        for i in range(part.first, part.last + 1)
    ]
    return tuple(sorted(odds, key=lambda item: -abs(item[1]))[:8])


def _exempt(text: str, scored: ScoredTokens, taken: Sequence[Span], language: str) -> list[Segment]:
    """The listed or named expressions that stand in English text, as left alone."""
    left = []
    for e in scored.exemptions:
        tokens = scored.tokens[e.first : e.last + 1]
        span = Span(tokens[0].start, tokens[-1].end)
        if not _is_notable(e, span.of(text)) or any(span.overlaps(other) for other in taken):
            continue
        if tokens[-1].word.endswith("'s"):
            span = Span(span.start, span.end - 2)
        evidence = Evidence(round(confidence_of(e.odds - exemptions.NOTABLE), 4), e.reason, "", ())
        left.append(Segment(span, span.of(text), "phrase", language, evidence))
    return left


def _is_notable(exemption: exemptions.Exemption, written: str) -> bool:
    """Whether a reader would wonder about it: not an acronym, nor a name that English has too."""
    if exemption.reason == "place name" and exemption.odds < exemptions.NOTABLE / 2:
        return False
    is_one_name = exemption.reason == "proper name" and exemption.first == exemption.last
    if exemption.is_certain or (not written.isascii() and exemption.odds > 0 and not is_one_name):
        return True
    return exemption.odds >= exemptions.NOTABLE and not is_one_name and not written.isupper()
