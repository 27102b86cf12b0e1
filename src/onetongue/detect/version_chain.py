"""Which sentence of one text says what which sentence of another says, both read in order.

Responsible for: the pairs of sentences that say the same by their words, the best chain of them in
which both texts go forward, and what may be filled in between.
Not responsible for: what the two texts are, or what is made of their pairs (versions.py).

The work grows with the text and not with its square: a word leads to few sentences of the other text,
and the chain is the heaviest increasing subsequence, found with a binary
indexed tree (M. L. Fredman, "On computing the length of longest increasing subsequences", 1975;
P. M. Fenwick, "A new data structure for cumulative frequency tables", 1994).
"""

from __future__ import annotations

from collections import defaultdict
from heapq import nsmallest
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from onetongue.detect.counterparts import SAME_SHARE
from onetongue.language.sentences import split
from onetongue.language.word_links import (
    COGNATE,
    Word,
    around,
    candidates,
    expected,
    letters,
    share,
    stem,
    strongest,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# A word that stands in more sentences than this leads to those few only that are where one expects them.
# On benchmarks/parallel, dev, no verdict changes between 5 and 400.
MOST_PLACES: Final = 40
# How many sentences are compared word by word, those that most rare words lead to; 2 or 8 change nothing.
CLOSEST: Final = 4
# What a pair counts for whose sentence of theirs is in one already; so a line that is there many times is
# paired one by one. 0.3 and 0.9 change no verdict.
SHARED: Final = 0.5
# Sentences between two pairs are taken for each other's if they are as many, no more than this, and one
# is not so many times as long as the other, with so many letters that short ones may differ by.
MOST_BETWEEN: Final = 3
LONGER: Final = 2
MORE: Final = 8

SentencePair: TypeAlias = tuple[int, int]  # a sentence of ours and one of theirs, by number


class SentenceWords(NamedTuple):
    """The words of a sentence, its letters, and the number of the passage it stands in."""

    words: tuple[Word, ...]
    letters: int
    passage: int


class _Edge(NamedTuple):
    """A pair of sentences that may say the same, and how many letters speak for it."""

    ours: int
    theirs: int
    weight: float


def sentences(text: str, passage: int) -> list[SentenceWords]:
    """The sentences of a passage that have words, in order."""
    found = [words_of(part.sentence) for part in split(text)]
    return [SentenceWords(words, letters(words), passage) for words in found if words]


def chain(
    ours: Sequence[SentenceWords], theirs: Sequence[SentenceWords], *, is_french: bool
) -> list[SentencePair]:
    """The pairs of sentences that say the same, both in order; two of ours may be one of theirs.

    Without `is_french`, only names, numbers and words that are written alike tell.

    >>> chain(sentences("Le chat dort. Il pleut.", 0), sentences("The cat sleeps.", 1), is_french=True)
    [(0, 0)]
    """
    edges = list(_edges(ours, theirs, is_french=is_french))
    best = _Heaviest(len(theirs))
    before: list[int] = []
    weights: list[float] = []
    for _, group in groupby(enumerate(edges), key=lambda one: one[1].ours):
        mine = list(group)
        for _, edge in mine:  # all asked before any is entered: a sentence of ours is in one pair
            apart = best.up_to(edge.theirs - 1)
            shared = best.at(edge.theirs)
            ways = [(apart[0] + edge.weight, apart[1])]
            ways += [(shared[0] + SHARED * edge.weight, shared[1])] if shared[1] >= 0 else []
            weight, last = max(ways, key=itemgetter(0))
            weights.append(weight)
            before.append(last)
        for n, edge in mine:
            best.enter(edge.theirs, weights[n], n)
    _, at = best.up_to(len(theirs) - 1)
    found: list[SentencePair] = []
    while at >= 0:
        found.append(edges[at][:2])
        at = before[at]
    return found[::-1]


def filled(
    pairs: Sequence[SentencePair], ours: Sequence[SentenceWords], theirs: Sequence[SentenceWords]
) -> list[SentencePair]:
    """The pairs, and those between them that their neighbours and their lengths speak for.

    >>> short = sentences("Un. Deux. Trois.", 0)
    >>> filled([(0, 0), (2, 2)], short, short)
    [(0, 0), (1, 1), (2, 2)]
    """
    found: list[SentencePair] = []
    for (i, j), (k, m) in pairwise([(-1, -1), *pairs, (len(ours), len(theirs))]):
        between = list(zip(range(i + 1, k), range(j + 1, m), strict=False))
        is_even = k - i == m - j and len(between) <= MOST_BETWEEN
        if is_even and all(_are_as_long(ours[a], theirs[b]) for a, b in between):
            found += between
        found.append((k, m))
    return found[:-1]


def _are_as_long(one: SentenceWords, other: SentenceWords) -> bool:
    short, long = sorted((one.letters, other.letters))
    return long <= LONGER * short + MORE


def _edges(
    ours: Sequence[SentenceWords], theirs: Sequence[SentenceWords], *, is_french: bool
) -> Iterator[_Edge]:
    """The pairs that say the same by their words, in the order of ours."""
    index = _index(theirs)
    for i, sentence in enumerate(ours):
        near = len(theirs) * i / len(ours)
        for j in sorted(_closest(sentence, index, near, is_french=is_french)):
            same = _same(sentence.words, theirs[j].words, is_french=is_french)
            if same >= SAME_SHARE:
                yield _Edge(i, j, same * min(sentence.letters, theirs[j].letters))


def _closest(
    sentence: SentenceWords, index: Mapping[str, Sequence[int]], near: float, *, is_french: bool
) -> list[int]:
    """The sentences of the other text that rare words of ours lead to; of equals, those where one expects it."""
    votes: defaultdict[int, float] = defaultdict(float)
    for word in sentence.words:
        for key, sure in _looked_for(word, is_french=is_french):
            places = index.get(key, ())
            for j in places if len(places) <= MOST_PLACES else around(places, near):
                votes[j] += sure * len(word.key) / len(places)
    return nsmallest(CLOSEST, votes, key=lambda j: (-votes[j], abs(j - near)))


def _index(sentences: Sequence[SentenceWords]) -> dict[str, list[int]]:
    """In which sentences a word stands, and what begins like it, in order."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for j, sentence in enumerate(sentences):
        for key in {key for word in sentence.words for key in (word.key, _begun(word))}:
            index[key].append(j)
    return index


def _looked_for(word: Word, *, is_french: bool) -> Iterator[tuple[str, float]]:
    """What may stand in the other text for a word of ours, and how sure that is."""
    yield from expected(word, is_french=is_french).items()
    yield _begun(word), COGNATE


def _begun(word: Word) -> str:
    """What cognates of a word are found by; no word is written so."""
    return word.key if word.is_fixed else f"{stem(word)}-"


def _same(ours: Sequence[Word], theirs: Sequence[Word], *, is_french: bool) -> float:
    """How much of either sentence, at least, has a counterpart in the other, in [0, 1]."""
    links = candidates(ours, theirs, is_french=is_french)
    return min(
        share(ours, strongest((link.source, link.sure) for link in links)),
        share(theirs, strongest((link.target, link.sure) for link in links)),
    )


class _Heaviest:
    """The heaviest chain that ends with one of the first sentences, for any number of them.

    A chain is its weight and the number of its last edge, (0, -1) if there is none.
    """

    def __init__(self, length: int) -> None:
        self._best: list[tuple[float, int]] = [(0.0, -1)] * (length + 1)
        self._at: dict[int, tuple[float, int]] = {}

    def up_to(self, place: int) -> tuple[float, int]:
        """The heaviest that ends with a sentence up to this one."""
        at, found = place + 1, (0.0, -1)
        while at > 0:
            found = max(found, self._best[at], key=itemgetter(0))
            at -= at & -at
        return found

    def at(self, place: int) -> tuple[float, int]:
        """The heaviest that ends with just this sentence."""
        return self._at.get(place, (0.0, -1))

    def enter(self, place: int, weight: float, edge: int) -> None:
        """Add a chain that ends with a sentence."""
        self._at[place] = max(self.at(place), (weight, edge), key=itemgetter(0))
        at = place + 1
        while at < len(self._best):
            self._best[at] = max(self._best[at], (weight, edge), key=itemgetter(0))
            at += at & -at
