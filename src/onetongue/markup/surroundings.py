"""What the words around a stretch tell of its place, and where a point goes.

Responsible for: `Sentence` and `Place`; the gap that a stretch's neighbours leave for it; the cut in
a translation that stands for a point of the source.
Not responsible for: what the words of the stretch itself say (`placing`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from onetongue.language.word_links import Link, Word

# On benchmarks/markup, dev, three of 139 places are lost or have other words with 2 or 4 here; the
# other constants move at most one at half or double.
SMALL: Final = 3  # letters; words as short say little of what a stretch is
LIGHT: Final = 0.3  # what such a word weighs beside the 1 of others
BESIDE: Final = 2  # words; beyond, a word without a link is no rival of the stretch
_CLOSE: Final = 4  # words; links farther from a point say nothing of it
_FADE: Final = 0.6  # what is left of a link's say for each word it is away from the point
_UNHEARD: Final = 0.3  # at which a point told by nothing but one uncertain word stays unplaced


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


def is_understood(sentence: Sentence, first: int, last: int) -> bool:
    """Whether most of the other words are linked; if not, neighbours and small words prove nothing."""
    linked = {link.source for link in sentence.links}
    others = [
        i in linked
        for i, word in enumerate(sentence.source)
        if not first <= i < last and is_heavy(word)
    ]
    return 2 * sum(others) >= len(others)


def is_heavy(word: Word) -> bool:
    """Whether a word is long enough to say something."""
    return word.end - word.start > SMALL


def gap(sentence: Sentence, first: int, last: int) -> Place | None:
    """The words between those that the neighbours of a stretch are linked to, if they are nobody's."""
    before = _beside(sentence, range(first - 1, first - 1 - BESIDE, -1))
    after = _beside(sentence, range(last, last + BESIDE))
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


def cut(sentence: Sentence, at: int) -> Place | None:
    """After which word of the translation a point stands that stands before the source's word `at`.

    Words that stand before the point in one text and after it in the other speak against a place,
    the more the nearer they are to it.
    """
    says = {
        link: link.sure
        * _FADE ** (at - 1 - link.source if link.source < at else link.source - at)
        * (1 if is_heavy(sentence.source[link.source]) else LIGHT)
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


def _beside(sentence: Sentence, places: range) -> list[Link]:
    """The links of the first of these words that has some, if those before it are small."""
    for i in places:
        found = [link for link in sentence.links if link.source == i]
        is_outside = not 0 <= i < len(sentence.source)
        if found or is_outside or is_heavy(sentence.source[i]):
            return found
    return []
