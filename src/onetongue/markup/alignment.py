"""Which words of a translation say what which words of the source say.

Responsible for: choosing among the pairs of `language.word_links`, the surest first, then by their neighbours.
Not responsible for: what speaks for a pair, or where markup goes (`placing`).

Source: competitive linking (I. D. Melamed, "Models of translational equivalence among words", 2000),
with what is linked nearby in place of his classes of words.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from onetongue.language.word_links import Link, Word, candidates

if TYPE_CHECKING:
    from collections.abc import Sequence

# None of these is critical: on benchmarks/markup, dev, each at half or double moves at most one place of
# 139, in either direction.
# What a place costs that is all of the text away from where one expects it. A word that is there
# once needs no place to be found.
_FAR: Final = 0.3
_RIVAL: Final = 0.15  # nearer than that to the best, another place makes a pair wait for neighbours
_REACH: Final = 3  # words; neighbours farther away say little of a place
_STEP: Final = 0.75  # what of a pair's certainty is left for each word it is away from them
_ROUNDS: Final = 5  # on FLORES no link changes after the third
_LEAST: Final = 0.05  # less is left to chance


def align(source: Sequence[Word], target: Sequence[Word], *, is_french: bool) -> tuple[Link, ...]:
    """Link words of two texts, in order of the source; without `is_french`, no lexicon is used."""
    if not source or not target:
        return ()
    found = candidates(source, target, is_french=is_french)
    shape = len(source), len(target)
    links = _Links()
    for link in _unrivalled(found, shape):
        links.add(link)
    waiting = [link for link in found if links.is_free(link)]
    for _ in range(_ROUNDS):  # what is linked says more of the others
        rated = [(_near(link, links, shape), link) for link in waiting]
        best: dict[int, tuple[float, Link]] = {}
        for rating, link in rated:
            if rating >= _LEAST and rating > best.get(link.source, (0.0, link))[0]:
                best[link.source] = rating, link
        if not best:
            break
        # All that are nobody's rivals at once: as many rounds as there are words would be too many.
        taken: set[int] = set()
        for _, link in sorted(best.values(), key=lambda b: (-b[0], b[1])):
            if link.target not in taken:
                taken.add(link.target)
                links.add(link)
        waiting = [link for link in waiting if links.is_free(link)]
    _share(found, links)
    return tuple(sorted(links.all))


class _Links:
    """The links made so far, by both sides."""

    def __init__(self) -> None:
        self.all: list[Link] = []
        self.targets: defaultdict[int, list[int]] = defaultdict(list)
        self.sources: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, link: Link) -> None:
        self.all.append(link)
        self.targets[link.source].append(link.target)
        self.sources[link.target].append(link.source)

    def is_free(self, link: Link) -> bool:
        return link.source not in self.targets and link.target not in self.sources


def _unrivalled(found: Sequence[Link], shape: tuple[int, int]) -> list[Link]:
    """Pairs that are the best by far for both their words, whatever stands beside them."""
    by_source: defaultdict[int, list[float]] = defaultdict(list)
    by_target: defaultdict[int, list[float]] = defaultdict(list)
    rated = []
    for link in found:
        away = abs(link.source / shape[0] - link.target / shape[1])
        rating = link.sure - _FAR * away
        rated.append((rating, link))
        by_source[link.source].append(rating)
        by_target[link.target].append(rating)
    return [
        link
        for rating, link in rated
        if all(
            sum(other > rating - _RIVAL for other in rivals) == 1
            for rivals in (by_source[link.source], by_target[link.target])
        )
    ]


def _near(link: Link, links: _Links, shape: tuple[int, int]) -> float:
    """How sure a pair is, seen from the links of the words beside it."""
    steps = [
        abs(link.target - (j + link.source - i))
        for i in range(max(0, link.source - _REACH), link.source + _REACH + 1)
        for j in links.targets.get(i, ())
    ]
    # With no neighbour linked: from where it stands in the whole.
    away = abs(link.source / shape[0] - link.target / shape[1]) * _REACH
    step = min(steps) if steps else 1 + away
    return link.sure * _STEP**step


def _share(found: Sequence[Link], links: _Links) -> None:
    """Let a word without a link share its neighbour's: "mot de passe" is one word in English."""
    for link in sorted(found, key=lambda one: (-one.sure, one)):
        lone_source = link.source not in links.targets
        lone_target = link.target not in links.sources
        if lone_source == lone_target:
            continue
        if lone_source:
            beside = [abs(i - link.source) for i in links.sources[link.target]]
        else:
            beside = [abs(j - link.target) for j in links.targets[link.source]]
        if min(beside) <= _REACH:
            links.add(link)
