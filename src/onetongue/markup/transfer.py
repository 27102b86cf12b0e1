"""Where inline markup goes in a translation.

Responsible for: finding, for stretches of a source text, the stretch of its translation that says
the same, from the two texts and what the engine says of the stretch alone; None rather than a guess.
Not responsible for: what the markup is, or writing it (`markup.composition`); which words say the same
(`alignment`, `placing`, `joint_placing`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.markup.joint_placing import settle
from onetongue.markup.linked_sentences import LinkedSentence, linked
from onetongue.markup.nesting import nested
from onetongue.markup.punctuation import after, before
from onetongue.markup.surroundings import Sentence, cut
from onetongue.translate.presentation import prepare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onetongue.language.word_links import Word
    from onetongue.prose import Stretch
    from onetongue.translate.oracle import Oracle

# Code points of a sentence that are searched for each sign, so that many signs stay cheap.
_LONGEST_TO_SEARCH: Final = 4000
_LONGEST_COPY: Final = 80  # of a word on either side of a point in it
# Arrows, bullets, numbers in circles. Punctuation is another thing in each language.
_SIGNS: Final = re.compile(r"[^\w\s\u0000-\u00bf\u2010-\u205f\u0300-\u036f]{1,8}")
_FIGURES: Final = re.compile(r"\d+")
SURE_POINT: Final = (
    0.5  # how sure the place of a point has to be; at 0.4 dev has a wrong one, at 0.6 one fewer
)


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
    pages = [_CutPassage(passage, is_french=oracle.source == "fr") for passage in passages]
    said = _said(pages, oracle)
    return tuple(page.places(said) for page in pages)


class CarriedLine(NamedTuple):
    """The place of a line in a translation, None if it is not sure; and where a cut at its end is.

    `sure`, in [0, 1], is how few words of this line and the next stand on the other side of the cut.
    """

    place: Stretch | None
    cut: int
    sure: float


def carry_lines(passages: Sequence[Passage], oracle: Oracle) -> tuple[tuple[CarriedLine, ...], ...]:
    """Find each of the lines that a text consists of, which are the stretches of its passage.

    Raises:
        TranslationError: the engine failed.
    """
    pages = [_CutPassage(passage, is_french=oracle.source == "fr") for passage in passages]
    said = _said(pages, oracle)
    return tuple(
        tuple(
            CarriedLine(place, *page.cut_at(end))
            for place, (_, end) in zip(page.places(said), passage.stretches, strict=True)
        )
        for page, passage in zip(pages, passages, strict=True)
    )


def _said(pages: Sequence[_CutPassage], oracle: Oracle) -> dict[str, str]:
    """What is translated alone, in one call."""
    wanted = dict.fromkeys(text for page in pages for text in page.fragments.values())
    answers = oracle.ask(wanted) if wanted else {}
    return {text: answer.text for text, answer in answers.items()}


class _CutPassage:
    """A passage cut into sentences, to have its stretches placed."""

    def __init__(self, passage: Passage, *, is_french: bool) -> None:
        self._source, self._target, self._stretches = passage
        self._units = tuple(linked(passage.source, passage.target, is_french=is_french))
        self._starts = [unit.start for unit in self._units]
        self._core = len(self._source) - len(self._source.lstrip()), len(self._source.rstrip())
        # The sentence that each pair lies in; one over several has none.
        self._homes = {
            n: self._home(start, end)
            for n, (start, end) in enumerate(self._stretches)
            if start < end
        }
        self.fragments = {
            n: one.text
            for n, home in self._homes.items()
            if home is not None
            and self._needs_asking(n, self._units[home].words)
            and (one := prepare(self._source[slice(*self._stretches[n])].strip())).has_words
        }

    def _needs_asking(self, n: int, words: Sentence) -> bool:
        first, last = _covered(words, *self._stretches[n])
        is_all = first == 0 and last == len(words.source)
        return not is_all and not all(word.is_fixed for word in words.source[first:last])

    def places(self, said: Mapping[str, str]) -> tuple[Stretch | None, ...]:
        """Every stretch in the translation, given what the fragments are translated as."""
        found: list[Stretch | None] = [None] * len(self._stretches)
        shared: defaultdict[int, list[int]] = defaultdict(list)
        for n, home in self._homes.items():
            start, end = self._stretches[n]
            if start <= self._core[0] and self._core[1] <= end:
                found[n] = 0, len(self._target)
            elif home is None:
                found[n] = self._across(start, end)
            else:
                shared[home].append(n)
        for home, mine in shared.items():
            for n, one in zip(mine, self._settled(self._units[home], mine, said), strict=True):
                found[n] = one
        ends = {self._stretches[n][1]: place[1] for n in self._homes if (place := found[n])}
        for n, (start, end) in enumerate(self._stretches):
            if start == end:  # beside a pair it stays there
                at = ends[start] if start in ends else self._point(start)
                found[n] = None if at is None else (at, at)
        return nested(self._stretches, found)

    def _settled(
        self, unit: LinkedSentence, mine: Sequence[int], said: Mapping[str, str]
    ) -> Iterator[Stretch | None]:
        """The places of the stretches of one sentence."""
        spans = [_covered(unit.words, *self._stretches[n]) for n in mine]
        texts = {
            span: said.get(self.fragments.get(n, ""), "")
            for n, span in zip(mine, spans, strict=True)
            if span[0] < span[1]
        }
        placed = settle(unit.words, [(*span, text) for span, text in texts.items()])
        places = dict(zip(texts, placed, strict=True))
        for n, (first, last) in zip(mine, spans, strict=True):
            start, end = self._stretches[n]
            place = places.get((first, last))
            if place is None:
                yield self._copied(unit, start, end) if first == last else None
                continue
            opening = self._source[start : unit.words.source[first].start]
            closing = self._source[unit.words.source[last - 1].end : end]
            low = unit.words.target[place.first].start
            high = unit.words.target[place.last - 1].end
            inside = self._in_word(unit.words.source[first], (low, high), (start, end))
            yield inside or (before(opening, self._target, low), after(closing, self._target, high))

    def _in_word(self, word: Word, place: Stretch, stretch: Stretch) -> Stretch | None:
        """Where a stretch that is a part of `word` goes in its `place`, if that is the same word.

        Or behind its figure: "1er" is "1", "2e" is "2nd".
        """
        (low, high), (start, end) = place, stretch
        if not word.start <= start < end <= word.end or (start, end) == (word.start, word.end):
            return None
        if self._target[low:high] == self._source[word.start : word.end]:
            return low + start - word.start, low + end - word.start
        is_ending = self._source[start:end].isalpha() and self._source[start - 1].isdigit()
        figures = _FIGURES.match(self._target, low, high) if is_ending else None
        return (figures.end(), high) if figures else None

    def _copied(self, unit: LinkedSentence, start: int, end: int) -> Stretch | None:
        """Where a stretch of no words but signs stands, if it does so once in both sentences."""
        signs = self._source[start:end].strip()
        at = self._once(unit, signs) if _SIGNS.fullmatch(signs) else None
        return None if at is None else (at, at + len(signs))

    def _across(self, start: int, end: int) -> Stretch | None:
        """A stretch over several sentences: from a cut in the first to one in the last."""
        low, high = self._point(start, opens=True), self._point(end)
        return (low, high) if low is not None and high is not None and low < high else None

    def _point(self, at: int, *, opens: bool = False) -> int | None:
        """Where a point goes, if that is sure enough."""
        place, sure = self.cut_at(at, opens=opens)
        return place if sure >= SURE_POINT else None

    def cut_at(self, at: int, *, opens: bool = False) -> tuple[int, float]:
        """Where a point goes, and how sure that is, in [0, 1].

        One that `opens` stands before a word, others behind the last one.
        """
        if not self._units:
            return 0, 0.0
        k = max(0, bisect_right(self._starts, at) - 1)
        if opens and at >= self._units[k].end:  # of a stretch that goes on in the next one
            return self._units[k + 1].low, 1.0
        unit = self._units[k]
        words, target = unit.words.source, unit.words.target
        n = bisect_left([word.end for word in words], at + 1)
        if at <= unit.start or (n == 0 and words):
            return unit.low, 1.0
        if not words or not target:
            return unit.high, float(at >= unit.end)
        if (copied := self._in_copy(unit, at)) is not None:
            return copied, 1.0
        marks = self._source[words[n - 1].end : min(at, unit.end)]
        if n == len(words):
            return after(marks, self._target, target[-1].end), 1.0
        place = cut(unit.words, n)
        if place is None:
            return 0, 0.0
        if opens or not place.first:
            start = target[place.first].start if place.first < len(target) else unit.high
            return start, place.sure
        return after(marks, self._target, target[place.first - 1].end), place.sure

    def _in_copy(self, unit: LinkedSentence, at: int) -> int | None:
        """Where a point inside a word goes that stands once in both sentences: "www<wbr>.example.org"."""
        low, high = max(unit.start, at - _LONGEST_COPY), min(unit.end, at + _LONGEST_COPY)
        before = self._source[low:at].split(" ")[-1]
        after_it = self._source[at:high].split(" ")[0]
        found = self._once(unit, before + after_it) if before and after_it else None
        return None if found is None else found + len(before)

    def _once(self, unit: LinkedSentence, text: str) -> int | None:
        """Where a part of the source stands in the translation, if it does so once, and once there."""
        if max(unit.end - unit.start, unit.high - unit.low) > _LONGEST_TO_SEARCH:
            return None
        if self._source.count(text, unit.start, unit.end) > 1:  # it may stand right beside
            return None
        is_one = self._target.count(text, unit.low, unit.high) == 1
        return self._target.index(text, unit.low, unit.high) if is_one else None

    def _home(self, start: int, end: int) -> int | None:
        """The sentence that a stretch lies in, with no more than white space and marks beside it."""
        if not self._units:
            return None
        k = max(0, bisect_right(self._starts, start) - 1)
        if start >= self._units[k].end and k + 1 < len(self._units):
            k += 1
        return k if k + 1 == len(self._units) or end <= self._starts[k + 1] else None


def _covered(words: Sentence, start: int, end: int) -> tuple[int, int]:
    """The words of the source that lie in a stretch, at least in part."""
    first = bisect_right([word.end for word in words.source], start)
    last = bisect_left([word.start for word in words.source], end)
    return first, max(first, last)
