"""Regions in, segments out: the detector's decisions.

Responsible for: putting evidence, decoding, context and exemptions together, and saying of every
candidate why it was kept or left alone.
Not responsible for: file formats, translation.

Deterministic: the same document and options give the same answer, in any order of calls and from
any thread.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from math import exp
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.detect import exceptions, tables
from onetongue.detect import second_opinion as blocks
from onetongue.detect.boundaries import CLOSING_POINTS, kind_of, span_of
from onetongue.detect.candidates import Candidate, Context
from onetongue.detect.decode import Stretch, stretches
from onetongue.detect.edges import trimmed
from onetongue.detect.judge import SURE, Verdict, judge
from onetongue.detect.pieces import pieces
from onetongue.detect.score import Scored, score
from onetongue.detect.screen import is_suspect
from onetongue.detect.views import declared, in_document, view, with_declared
from onetongue.detect.whole import whole_sentences
from onetongue.detect.words import Gap, Token, tokenize
from onetongue.document import Detection, Document, Evidence, Options, Region, Segment, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onetongue.detect.exceptions import Lists

# What a change of language costs before a token, by what stands there, in nats.
SWITCH: Final = {
    Gap.GLUED: 60.0, Gap.SPACE: 6.0, Gap.COMMA: 4.5, Gap.CLAUSE: 3.5,
    Gap.PAREN: 2.5, Gap.QUOTE: 2.2, Gap.SENTENCE: 1.8, Gap.EDGE: 3.0,
}  # fmt: skip
# No phrase ends with an article or a preposition: what a change after one costs more, in nats.
DANGLING: Final = 3.0
# Log-odds that a region of an English document begins in a source language, or in another one.
START_FOREIGN: Final = -2.0
START_OTHER: Final = -3.5
# A block beside blocks in the same language leans the same way: nats for each such neighbour. The
# share of the whole document was tried too: on dev it brought one find for every three false alarms.
NEIGHBOUR: Final = 1.0
# Blocks of at most this many words get langdetect's opinion, if the words leave it open.
SHORT: Final = 12
LEAST: Final = 3  # langdetect is a coin toss on fewer
OPEN_ODDS: Final = (-4.0, 9.0)
OPINION_WEIGHT: Final = 0.75
# Scores add up as if words were independent, which they are not: this line through the log-odds
# makes a probability of them that is right as often as it says (Platt 1999), fitted on dev by
# benchmarks/detection/reliability.py.
SCALE: Final = 0.74
SHIFT: Final = 0.45
# Why what is aside is left alone.
ASIDE: Final = "inside the markup of other text"


@dataclass(frozen=True)
class _Reading:
    """One region with everything the words alone say about it.

    `region` is a stretch of `text`: of the document, or of what is read where markup stands.
    """

    text: str
    region: Region
    scored: Scored
    costs: tuple[float, ...]
    opinions: tuple[float, ...]  # one a source language

    @cached_property
    def found(self) -> list[Stretch]:
        """What the words find without the neighbours."""
        return self.stretches([0.0] * len(self.opinions))

    def fills(self) -> int:
        """The state that fills the whole region, or 0."""
        last = len(self.scored.tokens) - 1
        is_one = len(self.found) == 1 and (self.found[0].first, self.found[0].last) == (0, last)
        return self.found[0].state if is_one else 0

    def stretches(self, bonus: Sequence[float]) -> list[Stretch]:
        """Decode, given what the neighbours add to each source language (nats)."""
        start = [0.0, *(START_FOREIGN + o + b for o, b in zip(self.opinions, bonus, strict=True))]
        return stretches(self.scored.scores, self.costs, [*start, START_OTHER])


class _Block(NamedTuple):
    """A region of `text`, in which part of the document it stands, and what its words say."""

    text: str
    region: Region
    part: int
    reading: _Reading | None
    fills: int  # the state that fills it, or 0


def detect(document: Document, options: Options) -> Detection:
    """Find the segments of a document in the source languages, and what is left alone.

    All parts are in document order and within the regions, the first two disjoint; spans are in code
    points.

    Raises:
        InputError: there are no tables for a source language.
    """
    table = tables.load(options.source)
    lists = exceptions.load(options.source)
    segments: list[Segment] = []
    left_alone: list[Segment] = []
    for above, block, below in _with_neighbours(_blocks(document, table, lists)):
        beside = [near.fills for near in (above, below) if near and near.part == block.part]
        bonus = _bonus(beside, len(table.languages))
        reading = block.reading
        if reading is None and any(bonus):
            reading = _read(block.text, block.region, table, lists)
        if reading is None:
            continue
        found = reading.stretches(bonus) if any(bonus) else reading.found
        context = Context(tuple(beside), tuple(bonus))
        kept, left = _settle(reading, found, context=context, lists=lists, options=options)
        prose = block.region.prose
        segments += [in_document(document.text, prose, segment) for segment in kept]
        left_alone += [in_document(document.text, prose, segment) for segment in left]
    return Detection(tuple(segments), tuple(left_alone), _aside(document, options))


def _aside(document: Document, options: Options) -> tuple[Segment, ...]:
    """What is foreign where nothing can be written."""
    if not document.aside:
        return ()
    alone = replace(document, regions=document.aside, parts=(), aside=())
    return tuple(
        replace(segment, evidence=replace(segment.evidence, reason=ASIDE))
        for segment in detect(alone, options).segments
    )


def _blocks(document: Document, table: tables.Tables, lists: Lists) -> Iterator[_Block]:
    """Every region, or piece of a long one, with what its words say."""
    ends = [part.end for part in document.parts]
    for whole in document.regions:
        text, seen = view(document.text, whole)
        part = bisect_right(ends, whole.span.start)
        for region in pieces(text, seen):
            reading = _read(text, region, table, lists)
            fills = reading.fills() if reading else 0
            # What holds nothing foreign is forgotten; most of a long document does.
            is_open = reading is not None and (reading.found or reading.scored.exemptions)
            yield _Block(text, region, part, reading if is_open else None, fills)


def _with_neighbours(
    blocks: Iterable[_Block],
) -> Iterator[tuple[_Block | None, _Block, _Block | None]]:
    """Each block with the one above and the one below; no more are held at a time."""
    above: _Block | None = None
    block: _Block | None = None
    for below in blocks:
        if block is not None:
            yield above, block, below
        above, block = block, below
    if block is not None:
        yield above, block, None


def _read(text: str, region: Region, table: tables.Tables, lists: Lists) -> _Reading | None:
    is_declared = bool(declared(region, table.languages))
    if not is_declared and not is_suspect(region.span.of(text), table):
        return None
    tokens = tokenize(text, region.span, region.protected)
    if not tokens:
        return None
    scored = score(tokens, table, lists, is_line=_is_line(text, region, tokens))
    if is_declared:
        scored = with_declared(scored, region, table.languages)
    opinions = tuple(
        _opinion(text, region, scored, state, language)
        for state, language in enumerate(table.languages, start=1)
    )
    return _Reading(text, region, scored, _costs(scored), opinions)


def _costs(scored: Scored) -> tuple[float, ...]:
    """What a change of language costs before each token (nats)."""
    costs = [SWITCH[token.gap] for token in scored.tokens]
    for i in range(1, len(costs)):
        is_open = scored.words[i - 1].is_function and max(scored.scores[i - 1]) >= SURE
        if is_open and scored.tokens[i].gap is Gap.SPACE:
            costs[i] += DANGLING
    return tuple(costs)


def _is_line(text: str, region: Region, tokens: Sequence[Token]) -> bool:
    """Whether a block is short and without a final point, so that it may be in Title Case.

    Judged by the block itself and not by its kind, which depends on the blocks around it: what is
    found must not change when a neighbour is translated.
    """
    return len(tokens) <= SHORT and text[region.span.end - 1] not in CLOSING_POINTS


def _opinion(text: str, region: Region, scored: Scored, state: int, language: str) -> float:
    if not LEAST <= len(scored.tokens) <= SHORT or region.protected:
        return 0.0
    odds = sum(row[state] for row in scored.scores)
    if not OPEN_ODDS[0] < odds < OPEN_ODDS[1]:
        return 0.0
    exempt = {i for e in scored.exemptions for i in range(e.first, e.last + 1)}
    words = [text[t.start : t.end] for i, t in enumerate(scored.tokens) if i not in exempt]
    return OPINION_WEIGHT * blocks.opinion(" ".join(words), language) if words else 0.0


def _bonus(beside: Sequence[int], languages: int) -> list[float]:
    """What the blocks beside a block, by the state that fills each, add to each source language."""
    bonus = [0.0] * languages
    for state in beside:
        if 0 < state <= languages:
            bonus[state - 1] += NEIGHBOUR
    return bonus


def confidence_of(log_odds: float) -> float:
    """A probability in [0, 1] from posterior log-odds in nats."""
    return 1.0 / (1.0 + exp(-max(-60.0, min(60.0, SCALE * log_odds + SHIFT))))


def _settle(
    reading: _Reading,
    found: Sequence[Stretch],
    *,
    context: Context,
    lists: Lists,
    options: Options,
) -> tuple[list[Segment], list[Segment]]:
    """Judge every stretch of a region; add the exempt expressions outside the kept ones."""
    text, scored, region = reading.text, reading.scored, reading.region
    kept: list[Segment] = []
    left: list[Segment] = []
    for stretch in whole_sentences(text, scored, found):
        for part in _around(scored, region.protected, stretch):
            span = span_of(text, region, scored.tokens, part.first, part.last)
            kind = kind_of(
                text, span, region, tokens=scored.tokens, first=part.first, last=part.last
            )
            language = (*options.source, "und")[part.state - 1]
            confidence = confidence_of(part.log_odds)
            is_whole = part.first == 0 and part.last == len(scored.tokens) - 1
            is_pointed = span.of(text).rstrip("»›” \u00a0\u202f")[-1:] in set(CLOSING_POINTS)
            candidate = Candidate(scored, part, lists, kind, context, is_whole, is_pointed)
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


def _around(scored: Scored, protected: Sequence[Span], stretch: Stretch) -> list[Stretch]:
    """The stretch cut where a protected stretch lies inside it."""
    tokens, parts, first = scored.tokens, [], stretch.first
    for i in range(stretch.first + 1, stretch.last + 2):
        is_end = i == stretch.last + 1
        if is_end or any(tokens[i - 1].end <= p.start < tokens[i].start for p in protected):
            parts.append(Stretch(first, i - 1, stretch.state, stretch.log_odds))
            first = i
    return [trimmed(scored, part) for part in parts]


def _words(scored: Scored, part: Stretch) -> tuple[tuple[str, float], ...]:
    """The words that decided, strongest first, eight at most."""
    odds = [
        (scored.tokens[i].word, round(scored.scores[i][part.state], 2))
        for i in range(part.first, part.last + 1)
    ]
    return tuple(sorted(odds, key=lambda item: -abs(item[1]))[:8])


def _exempt(text: str, scored: Scored, taken: Sequence[Span], language: str) -> list[Segment]:
    """The listed or named expressions that stand in English text, as left alone."""
    left = []
    for e in scored.exemptions:
        tokens = scored.tokens[e.first : e.last + 1]
        span = Span(tokens[0].start, tokens[-1].end)
        if not _is_notable(e, span.of(text)) or any(span.overlaps(other) for other in taken):
            continue
        if tokens[-1].word.endswith("'s"):
            span = Span(span.start, span.end - 2)
        evidence = Evidence(round(confidence_of(e.odds - exceptions.NOTABLE), 4), e.reason, "", ())
        left.append(Segment(span, span.of(text), "phrase", language, evidence))
    return left


def _is_notable(exemption: exceptions.Exemption, written: str) -> bool:
    """Whether a reader would wonder about it: not an acronym, nor a name that English has too."""
    if exemption.reason == "place name" and exemption.odds < exceptions.NOTABLE / 2:
        return False
    is_one_name = exemption.reason == "proper name" and exemption.first == exemption.last
    if exemption.is_certain or (not written.isascii() and exemption.odds > 0 and not is_one_name):
        return True
    return exemption.odds >= exceptions.NOTABLE and not is_one_name and not written.isupper()
