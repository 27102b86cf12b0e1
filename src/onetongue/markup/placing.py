"""Where in a translated sentence a stretch of the source stands.

Responsible for: the words of the translation that say what a stretch says, from the links of
`alignment` and from what the stretch alone is translated as; and how sure that is.
Not responsible for: points, and what only the words around a stretch tell (`surroundings`); several
stretches at once (`joint_placing`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onetongue.language.word_links import likeness, words_of
from onetongue.markup.surroundings import (
    BESIDE,
    LIGHT,
    SMALL,
    Place,
    Sentence,
    is_heavy,
    is_understood,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet


# What a word of the translation counts for a stretch (below zero: against it). On benchmarks/markup,
# dev, without the first one place of 139 is lost, at twice the second one gets a word too many.
_FRAGMENT: Final = 0.6  # it stands in the translation of the stretch alone
_SILENT: Final = 0.12  # nothing is known of it; so two silent words are bridged, five are not


def place(
    sentence: Sentence,
    first: int,
    last: int,
    fragment: str = "",
    barred: AbstractSet[int] = frozenset(),
) -> Place | None:
    """The best place for the words `first` to before `last` of the source; None for want of any.

    `fragment` is what those words alone are translated as, empty if nobody was asked. Words that
    are `barred` are no part of it.
    """
    weights = _weights(sentence, first, last, fragment)
    for j in barred:
        weights[j] = -len(weights)
    known = tuple(word.key for word in words_of(fragment))
    copies = [
        copy
        for copy in _found(known, [word.key for word in sentence.target])
        if barred.isdisjoint(range(*copy))
    ]
    if copies:
        return _of_copies(sentence, first, last, copies, weights)
    if last - first == len(sentence.source) and sentence.target and not barred:
        return Place(0, len(sentence.target), 1.0)
    best = _heaviest(weights)
    if best is not None:
        best = _filled(sentence, (first, last), best, barred)
        sure = _sureness(sentence, (first, last), best, known)
        if not any(map(is_heavy, sentence.source[first:last])):
            sure *= is_understood(sentence, first, last)
        if sure > 0:
            return Place(*best, sure)
    return None


def _weights(sentence: Sentence, first: int, last: int, fragment: str) -> list[float]:
    """What each word of the translation says for the stretch, or against it."""
    inside = [0.0] * len(sentence.target)
    outside = [0.0] * len(sentence.target)
    for link in sentence.links:
        side = inside if first <= link.source < last else outside
        side[link.target] = max(side[link.target], link.sure)
    known = [word.key for word in words_of(fragment)]
    weights = []
    for j, word in enumerate(sentence.target):
        weight = inside[j] - outside[j]
        is_known = any(one == word.key or likeness(one, word.key) for one in known)
        if is_known and (len(word.key) > SMALL or not outside[j]):
            weight += _FRAGMENT
        weights.append(weight or -_SILENT)
    return weights


def _found(wanted: Sequence[str], words: Sequence[str]) -> list[tuple[int, int]]:
    """Where a run of words stands among others."""
    size = len(wanted)
    if not size:
        return []
    return [
        (j, j + size)
        for j in range(len(words) - size + 1)
        if words[j] == wanted[0] and tuple(words[j : j + size]) == tuple(wanted)
    ]


def _of_copies(
    sentence: Sentence, first: int, last: int, copies: list[tuple[int, int]], weights: list[float]
) -> Place:
    """The right one of the places where the translation of the stretch stands word for word."""
    if len(copies) == 1:
        return Place(*copies[0], 1.0)
    wanted = tuple(word.key for word in sentence.source[first:last])
    own = _found(wanted, [word.key for word in sentence.source])
    if len(own) == len(copies) and (first, last) in own:
        return Place(*copies[own.index((first, last))], 0.9)
    middle = (first + last) / 2 / len(sentence.source)

    def rating(copy: tuple[int, int]) -> tuple[float, float]:
        away = abs((copy[0] + copy[1]) / 2 / len(sentence.target) - middle)
        return sum(weights[copy[0] : copy[1]]), -away

    ranked = sorted(copies, key=rating, reverse=True)
    margin = rating(ranked[0])[0] - rating(ranked[1])[0]
    return Place(*ranked[0], min(0.9, 0.4 + margin / 2))


def _heaviest(weights: Sequence[float]) -> tuple[int, int] | None:
    """The run of words with the greatest weight (Kadane's algorithm)."""
    best, found = 0.0, None
    total, start = 0.0, 0
    for j, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, j
        total += weight
        if total > best:
            best, found = total, (start, j + 1)
    return found


def _filled(
    sentence: Sentence, stretch: tuple[int, int], found: tuple[int, int], barred: AbstractSet[int]
) -> tuple[int, int]:
    """A place with the unlinked words beside it, if they must be what the stretch's unlinked ones say.

    That is so where nobody beside the stretch lacks words too: "conseil municipal" is "town council"
    as soon as "conseil" is "council".
    """
    first, last = stretch
    linked = {link.source for link in sentence.links}
    lone = [i for i, word in enumerate(sentence.source) if i not in linked and is_heavy(word)]
    mine = sum(first <= i < last for i in lone)
    rivals = [i for i in lone if first - BESIDE <= i < first or last <= i < last + BESIDE]
    if not mine or rivals:
        return found
    taken = {link.target for link in sentence.links} | barred
    low, high = found
    start, end = low, high
    while start and start - 1 not in taken:
        start -= 1
    while end < len(sentence.target) and end not in taken:
        end += 1
    while start < low and not is_heavy(sentence.target[start]):
        start += 1  # "of the" belongs to what stands before
    sides = low - start, end - high
    is_one = (sides[0] == 0) != (sides[1] == 0)
    return (start, end) if is_one and sum(sides) <= 2 * mine else found


def _sureness(
    sentence: Sentence, stretch: tuple[int, int], found: tuple[int, int], known: Sequence[str]
) -> float:
    """The share of the stretch's words that stand in the place, less the place's words that are others'."""
    first, last = stretch
    low, high = found
    linked = {k.source for k in sentence.links if low <= k.target < high}
    here = _share(
        [(len(w.key), i in linked) for i, w in enumerate(sentence.source) if first <= i < last]
    )
    words = [word.key for word in sentence.target[low:high]]
    said = _share([(len(k), any(k == w or likeness(k, w) for w in words)) for k in known])
    others = [k for k in sentence.links if low <= k.target < high and not first <= k.source < last]
    return max(0.0, max(here, said) - sum(k.sure for k in others) / (high - low))


def _share(words: Sequence[tuple[int, bool]]) -> float:
    """The share of the words, given by their letters, that are found; small ones count less."""
    weights = [(LIGHT if letters <= SMALL else 1.0, is_found) for letters, is_found in words]
    total = sum(weight for weight, _ in weights)
    return sum(weight for weight, is_found in weights if is_found) / total if total else 0.0
