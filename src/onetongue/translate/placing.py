"""Where in a translated sentence a stretch of the source stands.

Responsible for: the words of the translation that say what a stretch says, and the cut that stands
for a point, from the links of `alignment` and from what the stretch alone is translated as; and how
sure that is.
Not responsible for: sentences, several stretches at once, or where the letters of a place begin and
end (`inline`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.translate.evidence import likeness, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from onetongue.translate.evidence import Link, Word

# What a word of the translation counts for a stretch (below zero: against it). All measured with
# benchmarks/markup on dev.
_FRAGMENT: Final = 0.6  # it stands in the translation of the stretch alone
_SILENT: Final = 0.12  # nothing is known of it; so two silent words are bridged, five are not
_SMALL: Final = 3  # letters; words as short say little of what a stretch is
_BESIDE: Final = 2  # words; beyond, a word without a link is no rival of the stretch
_LIGHT: Final = 0.3  # what such a word weighs, when the share of words found is told
_CLOSE: Final = 4  # words; links farther from a point say nothing of it
_FADE: Final = 0.6  # what is left of a link's say for each word it is away from the point
_UNHEARD: Final = (
    0.3  # what links have to say before a point is half sure: one word's lexicon entry
)
# Unlinked words that English adds before a verb, or behind it as a part of it.
_BEFORE_VERB: Final = frozenset(
    "am are be been did do does had has have is was were will would".split()
)
_BEHIND_VERB: Final = frozenset("away back down in off on out up".split())


class Place(NamedTuple):
    """The words `first` to before `last` of the translation, and how sure that is, in [0, 1]."""

    first: int
    last: int
    sure: float


class Sentence(NamedTuple):
    """The words of a sentence and of its translation, and the links between them."""

    source: tuple[Word, ...]
    target: tuple[Word, ...]
    links: tuple[Link, ...]


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
        best = _with_verb(sentence, *_filled(sentence, (first, last), best, barred))
        sure = _sureness(sentence, (first, last), best, known)
        if not any(map(_is_heavy, sentence.source[first:last])):
            sure *= is_understood(sentence, first, last)
        if sure > 0:
            return Place(*best, sure)
    return None


def gap(sentence: Sentence, first: int, last: int) -> Place | None:
    """The words between those that the neighbours of a stretch are linked to, if they are nobody's."""
    before = _beside(sentence, range(first - 1, first - 1 - _BESIDE, -1))
    after = _beside(sentence, range(last, last + _BESIDE))
    if (first and not before) or (last < len(sentence.source) and not after):
        return None
    if not is_understood(sentence, first, last):
        return None
    start = max((link.target for link in before), default=-1) + 1
    end = min((link.target for link in after), default=len(sentence.target))
    taken = {link.target for link in sentence.links}
    if start >= end or any(j in taken for j in range(start, end)):
        return None
    sure = min((link.sure for link in (*before, *after)), default=0.0)
    return Place(start, end, sure) if end - start <= 2 * (last - first) else None


def is_understood(sentence: Sentence, first: int, last: int) -> bool:
    """Whether most of the other words are linked; if not, neighbours and small words prove nothing."""
    linked = {link.source for link in sentence.links}
    others = [
        i in linked
        for i, word in enumerate(sentence.source)
        if not first <= i < last and _is_heavy(word)
    ]
    return 2 * sum(others) >= len(others)


def _beside(sentence: Sentence, places: range) -> list[Link]:
    """The links of the first of these words that has some, if those before it are small."""
    for i in places:
        found = [link for link in sentence.links if link.source == i]
        is_outside = not 0 <= i < len(sentence.source)
        if found or is_outside or _is_heavy(sentence.source[i]):
            return found
    return []


def cut(sentence: Sentence, at: int) -> Place | None:
    """After which word of the translation a point stands that stands before the source's word `at`.

    Words that stand before the point in one text and after it in the other speak against a place,
    the more the nearer they are to it.
    """
    says = {
        link: link.sure
        * _FADE ** (at - 1 - link.source if link.source < at else link.source - at)
        * (1 if _is_heavy(sentence.source[link.source]) else _LIGHT)
        for link in sentence.links
        if at - _CLOSE <= link.source < at + _CLOSE
    }
    places = {link.target + (link.source < at) for link in says}
    if not places:
        return None
    costs = {
        j: sum(say for link, say in says.items() if (link.target < j) != (link.source < at))
        for j in places
    }
    # Of equals, the one behind the word that stands before the point.
    own = {link.target + 1 for link in says if link.source == at - 1}
    best = min(places, key=lambda j: (costs[j], j not in own, j))
    total = sum(says.values())
    return Place(best, best, max(0.0, total - 2 * costs[best]) / (total + _UNHEARD))


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
        if is_known and (len(word.key) > _SMALL or not outside[j]):
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
    lone = [i for i, word in enumerate(sentence.source) if i not in linked and _is_heavy(word)]
    mine = sum(first <= i < last for i in lone)
    rivals = [i for i in lone if first - _BESIDE <= i < first or last <= i < last + _BESIDE]
    if not mine or rivals:
        return found
    taken = {link.target for link in sentence.links} | barred
    low, high = found
    start, end = low, high
    while start and start - 1 not in taken:
        start -= 1
    while end < len(sentence.target) and end not in taken:
        end += 1
    while start < low and not _is_heavy(sentence.target[start]):
        start += 1  # "of the" belongs to what stands before
    sides = low - start, end - high
    is_one = (sides[0] == 0) != (sides[1] == 0)
    return (start, end) if is_one and sum(sides) <= 2 * mine else found


def _is_heavy(word: Word) -> bool:
    return word.end - word.start > _SMALL


def _with_verb(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """A place with the unlinked words beside it that English makes its verb of."""
    taken = {link.target for link in sentence.links}
    while first and first - 1 not in taken and sentence.target[first - 1].key in _BEFORE_VERB:
        first -= 1
    while (
        last < len(sentence.target)
        and last not in taken
        and sentence.target[last].key in _BEHIND_VERB
    ):
        last += 1
    return first, last


def _sureness(
    sentence: Sentence, stretch: tuple[int, int], found: tuple[int, int], known: Sequence[str]
) -> float:
    """The share of the stretch's words that stand in the place, less the place's words that are others'."""
    first, last = stretch
    low, high = found
    linked = {k.source for k in sentence.links if low <= k.target < high}
    total = here = 0.0
    for i in range(first, last):
        weight = _LIGHT if len(sentence.source[i].key) <= _SMALL else 1.0
        total += weight
        here += weight * (i in linked)
    words = [word.key for word in sentence.target[low:high]]
    matched = sum(any(one == key or likeness(one, key) for key in words) for one in known)
    share = max(here / total if total else 0.0, matched / len(known) if known else 0.0)
    others = [k for k in sentence.links if low <= k.target < high and not first <= k.source < last]
    return max(0.0, share - sum(k.sure for k in others) / (high - low))
