"""Where inline markup goes in a translation.

Responsible for: finding, for stretches of a source text, the stretch of its translation that says
the same, from the two texts and what the engine says of the stretch alone; None rather than a guess.
Not responsible for: what the markup is, or writing it (`write.compose`); which words say the same
(`alignment`, `placing`, `settling`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from onetongue.translate.alignment import align
from onetongue.translate.evidence import words_of
from onetongue.translate.placing import Sentence, cut
from onetongue.translate.sentences import split
from onetongue.translate.settling import settle
from onetongue.translate.surface import prepare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onetongue.translate.ask import Oracle

# Half-open, in code points; an empty one is a point between two characters.
Stretch: TypeAlias = tuple[int, int]

# Words of a sentence beyond which only what wraps it whole is placed: such a thing is a list.
_LONGEST: Final = 500
SURE_POINT: Final = 0.5  # how sure the place of a point has to be
# What may stand in English for a mark of the source.
_MARKS: Final = {"«": "“\"'‘", "»": "”\"'’", "“": '"‘', "”": '"’', "…": ".", "’": "'", "'": "’"}
_STOPS: Final = ".!?…"


class Passage(NamedTuple):
    """A text, its translation, and the stretches of the text that something is attached to."""

    source: str
    target: str
    stretches: tuple[Stretch, ...]


def carry(passages: Sequence[Passage], oracle: Oracle) -> tuple[tuple[Stretch | None, ...], ...]:
    """Find each stretch in the translation; None where it cannot be told. N passages in, N out.

    All stretches that have to be translated alone are asked for in one call. A place begins and
    ends with a word, unless the stretch takes in the punctuation beside it. Places of stretches
    that are apart do not overlap, and one inside another stays there.

    Raises:
        TranslationError: the engine failed.
    """
    pages = [_Page(passage, is_french=oracle.source == "fr") for passage in passages]
    wanted = dict.fromkeys(text for page in pages for text in page.fragments.values())
    answers = oracle.ask(wanted) if wanted else {}
    said = {text: answer.text for text, answer in answers.items()}
    return tuple(page.places(said) for page in pages)


class _Unit(NamedTuple):
    """A sentence, or a text that cannot be cut, and its translation: `low` to `high` of the target."""

    start: int
    end: int
    low: int
    high: int
    words: Sentence


class _Page:
    """A passage cut into sentences, to have its stretches placed."""

    def __init__(self, passage: Passage, *, is_french: bool) -> None:
        self._source, self._target, self._stretches = passage
        self._units = tuple(_units(passage, is_french=is_french))
        self._starts = [unit.start for unit in self._units]
        self.fragments = {
            n: one.text
            for n, (start, end) in enumerate(self._stretches)
            if self._needs_asking(start, end)
            and (one := prepare(self._source[start:end].strip())).has_words
        }

    def _needs_asking(self, start: int, end: int) -> bool:
        unit = self._unit(start, end)
        if unit is None or start == end:
            return False
        first, last = _covered(unit.words, start, end)
        mine = unit.words.source[first:last]
        return len(mine) < len(unit.words.source) and not all(word.is_fixed for word in mine)

    def places(self, said: Mapping[str, str]) -> tuple[Stretch | None, ...]:
        """Every stretch in the translation, given what the fragments are translated as."""
        found: list[Stretch | None] = [None] * len(self._stretches)
        shared: dict[_Unit, list[int]] = {}
        for n, (start, end) in enumerate(self._stretches):
            unit = self._unit(start, end)
            if not self._source[:start].strip() and not self._source[end:].strip() and start < end:
                found[n] = 0, len(self._target)
            elif start < end and unit is not None:
                shared.setdefault(unit, []).append(n)
            elif start < end:
                found[n] = self._across(start, end)
        for unit, mine in shared.items():
            for n, one in zip(mine, self._settled(unit, mine, said), strict=True):
                found[n] = one
        beside = self._corners(found)
        for n, (start, end) in enumerate(self._stretches):
            if start == end:
                at = beside[start] if start in beside else self._point(start)
                found[n] = None if at is None else (at, at)
        return tuple(found)

    def _settled(
        self, unit: _Unit, mine: Sequence[int], said: Mapping[str, str]
    ) -> Iterator[Stretch | None]:
        """The places of the stretches of one sentence."""
        spans = [_covered(unit.words, *self._stretches[n]) for n in mine]
        texts = [said.get(self.fragments.get(n, ""), "") for n in mine]
        filled = [i for i, (first, last) in enumerate(spans) if first < last]
        placed = settle(unit.words, [(*spans[i], texts[i]) for i in filled])
        places = dict(zip(filled, placed, strict=True))
        for i, n in enumerate(mine):
            place = places.get(i)
            if place is None:
                yield None
                continue
            low = unit.words.target[place.first].start
            high = unit.words.target[place.last - 1].end
            start, end = self._stretches[n]
            first, last = spans[i]
            before = self._source[start : unit.words.source[first].start]
            after = self._source[unit.words.source[last - 1].end : end]
            yield self._before(before, low), self._after(after, high)

    def _across(self, start: int, end: int) -> Stretch | None:
        """A stretch over several sentences: from a cut in the first to one in the last."""
        low, high = self._point(start, opens=True), self._point(end)
        return (low, high) if low is not None and high is not None and low < high else None

    def _corners(self, found: Sequence[Stretch | None]) -> dict[int, int]:
        """Where the ends and beginnings of placed pairs went, so that points stay beside them."""
        corners: dict[int, int] = {}
        for (start, end), place in zip(self._stretches, found, strict=True):
            if start < end and place is not None:
                corners.setdefault(end, place[1])
        return corners

    def _point(self, at: int, *, opens: bool = False) -> int | None:
        """Where a point goes; one that `opens` stands before a word, others behind the last one."""
        unit = self._units[max(0, bisect_right(self._starts, at) - 1)] if self._units else None
        if unit is None:
            return None
        words, target = unit.words.source, unit.words.target
        n = bisect_left([word.end for word in words], at + 1)
        if n == 0 or not target:
            return unit.low
        after = self._source[words[n - 1].end : min(at, unit.end)]
        if n == len(words):
            return self._after(after, target[-1].end)
        place = cut(unit.words, n)
        if place is None or place.sure < SURE_POINT:
            return None
        if opens or not place.first:
            return target[place.first].start if place.first < len(target) else unit.high
        return self._after(after, target[place.first - 1].end)

    def _unit(self, start: int, end: int) -> _Unit | None:
        """The sentence that holds a stretch."""
        k = bisect_right(self._starts, start) - 1
        # White space and quotation marks around a sentence are no part of it.
        k = min(max(k, 0), len(self._units) - 1)
        while k + 1 < len(self._units) and not self._source[start : self._starts[k + 1]].strip():
            k += 1
        if not self._units:
            return None
        following = self._starts[k + 1] if k + 1 < len(self._units) else len(self._source)
        return self._units[k] if end <= following else None

    def _after(self, marks: str, at: int) -> int:
        """`at`, moved behind what stands there of the marks that follow a word of the source."""
        for mark in marks:
            here = at
            while mark.strip() and here < len(self._target) and self._target[here].isspace():
                here += 1
            if here < len(self._target) and _is_same(mark, self._target[here]):
                at = here + 1
                while mark in _STOPS and self._target[at : at + 1] == self._target[here]:
                    at += 1
        return at

    def _before(self, marks: str, at: int) -> int:
        """`at`, moved before what stands there of the marks that a stretch begins with."""
        for mark in reversed(marks):
            here = at - 1
            while mark.strip() and here >= 0 and self._target[here].isspace():
                here -= 1
            if here >= 0 and _is_same(mark, self._target[here]):
                at = here
        return at


def _is_same(mark: str, other: str) -> bool:
    if mark.isspace():
        return False
    both_end = mark in _STOPS and other in _STOPS
    return mark == other or both_end or other in _MARKS.get(mark, "")


def _covered(words: Sentence, start: int, end: int) -> tuple[int, int]:
    """The words of the source that lie in a stretch, at least in part."""
    first = bisect_right([word.end for word in words.source], start)
    last = bisect_left([word.start for word in words.source], end)
    return first, max(first, last)


def _units(passage: Passage, *, is_french: bool) -> Iterator[_Unit]:
    """The sentences with their translations; the whole text as one if their numbers differ."""
    ours, theirs = _sentences(passage.source), _sentences(passage.target)
    if len(ours) != len(theirs):
        ours, theirs = [(0, len(passage.source))], [(0, len(passage.target))]
    for (start, end), (low, high) in zip(ours, theirs, strict=True):
        source = tuple(
            w._replace(start=w.start + start, end=w.end + start)
            for w in words_of(passage.source[start:end])
        )
        target = tuple(
            w._replace(start=w.start + low, end=w.end + low)
            for w in words_of(passage.target[low:high])
        )
        is_long = max(len(source), len(target)) > _LONGEST
        links = () if is_long else align(source, target, is_french=is_french)
        yield _Unit(start, end, low, high, Sentence(source, target, links))


def _sentences(text: str) -> list[Stretch]:
    found: list[Stretch] = []
    at = 0
    for sentence, separator in split(text):
        if sentence:
            found.append((at, at + len(sentence)))
        at += len(sentence) + len(separator)
    return found
