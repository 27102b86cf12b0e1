"""Which words of a French text have nothing in the English that stands for them.

Responsible for: the longest stretch of them, and what of the English nothing explains.
Not responsible for: how much of that is an omission (`omission`); names that are lost (`lost_names`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.language.lexicon import translations
from onetongue.language.spellings import folded, levels
from onetongue.language.word_links import around, candidates, likeness, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.language.word_links import Word

_SHORTEST: Final = 3  # letters
# Half nats: commoner words, "cette" and "sera", "this" and "were", come and go with the grammar.
_FRENCH_LEVEL: Final = 17
_ENGLISH_LEVEL: Final = 15
_STEM: Final = 4  # letters that two words begin with that `likeness` calls like each other
_NEAR: Final = 3  # words; "pays de la Loire"
_INDIRECT: Final = 0.1  # how sure a word is that is like a word of the lexicon
_JOINT: Final = re.compile(r"[,;:.!?(–—•\n](?!\d)|\b(?:et|ou|mais|puis|ni|sauf)\b", re.IGNORECASE)
_ENGLISH_JOINT: Final = re.compile(
    r"[,;:.!?(–—•\n](?!\d)|&|\b(?:and|or|but|then|nor|except|as well as|including)\b", re.IGNORECASE
)
_ACRONYM: Final = re.compile(r"\b(?:[A-Z]{2,}|(?:[A-Z]\.){2,})")


class LostWords(NamedTuple):
    """What a translation lacks, in words that say something.

    `clause` are the words of a clause or an item of a list of which none is there, whether the
    lexicon knows them or not; `stretch` the most in a row that it knows, one alone is none. `share`,
    in [0, 1], is how much of all of them is not there. `unexplained` are the words of the translation
    that nothing in the source stands for. `is_joint_lost` says that it joins fewer clauses or items
    than the source.
    """

    clause: int
    stretch: int
    share: float
    unexplained: int
    is_joint_lost: bool


def lost_words(source: str, target: str) -> LostWords:
    """Find what of the French `source` the English `target` lacks.

    >>> lost_words("Le musée est ouvert, sauf le mardi et les jours fériés.", "The museum is open.")
    LostWords(clause=2, stretch=3, share=0.6, unexplained=0, is_joint_lost=True)
    """
    ours, theirs = words_of(source), words_of(target)
    links = _links(ours, theirs)
    joints = [match.start() for match in _JOINT.finditer(source)]
    items = _items(ours, joints, _taken(links, len(theirs)))
    everything = [is_there for item in items for is_there in item]
    in_a_row = _in_a_row(everything)
    return LostWords(
        clause=max((len(item) for item in items if not any(item)), default=0),
        stretch=in_a_row if in_a_row > 1 else 0,
        share=1 - everything.count(True) / len(everything) if everything else 0.0,
        unexplained=_unexplained(theirs, links) + _new_acronyms(source, target),
        is_joint_lost=len(joints) > len(_ENGLISH_JOINT.findall(target)),
    )


def _items(
    ours: Sequence[Word], joints: Sequence[int], taken: frozenset[int]
) -> list[list[bool | None]]:
    """The words that say something, by clauses and items: whether each is there, None if not known."""
    items = defaultdict[int, list[bool | None]](list)
    for i, word in enumerate(ours):
        if _says_something(word, _FRENCH_LEVEL, 1):
            is_there = i in taken
            items[bisect_right(joints, word.start)].append(
                is_there or (False if _is_known(word) else None)
            )
    return [*items.values()]


def _is_known(word: Word) -> bool:
    return word.is_fixed or bool(translations(word.key))


def _says_something(word: Word, level: int, language: int) -> bool:
    is_long = len(word.key) >= _SHORTEST and levels(word.key)[language] > level
    return word.is_fixed or is_long


def _links(ours: Sequence[Word], theirs: Sequence[Word]) -> dict[int, dict[int, float]]:
    """By place in the source, the places of the words that may stand for it, with how sure that is."""
    links = defaultdict[int, dict[int, float]](dict)
    for link in candidates(ours, theirs, is_french=True):
        links[link.source][link.target] = link.sure
    stems = defaultdict[str, list[int]](list)
    for j, word in enumerate(theirs):
        if not word.is_fixed:
            stems[folded(word.key)[:_STEM]].append(j)
    for i, word in enumerate(ours):
        near = len(theirs) * i / len(ours)
        for english, _ in translations(word.key):
            for j in around(stems.get(folded(english)[:_STEM], ()), near):
                if likeness(english, theirs[j].key):
                    links[i].setdefault(j, _INDIRECT)
    return links


def _taken(links: dict[int, dict[int, float]], length: int) -> frozenset[int]:
    """The places of the source that have a word of their own, or share one with a neighbour.

    "petit déjeuner" is one word, breakfast.
    """
    free = set(range(length))
    owner = dict[int, int]()
    for i in sorted(links):
        sure = {j: certainty for j, certainty in links[i].items() if j in free}
        if sure:
            best = max(sure, key=lambda j: (sure[j], -j))
            free.discard(best)
            owner[best] = i
    shared = {
        i for i, some in links.items() if any(abs(owner.get(j, -_NEAR) - i) < _NEAR for j in some)
    }
    return frozenset({*owner.values(), *shared})


def _in_a_row(marks: Sequence[bool | None]) -> int:
    """The most lost words in a row; those that the lexicon does not know count for nothing."""
    most = row = 0
    for is_there in marks:
        if is_there is not None:
            row = 0 if is_there else row + 1
            most = max(most, row)
    return most


def _unexplained(theirs: Sequence[Word], links: dict[int, dict[int, float]]) -> int:
    explained = {j for some in links.values() for j in some}
    return sum(
        j not in explained and not word.is_fixed and _says_something(word, _ENGLISH_LEVEL, 0)
        for j, word in enumerate(theirs)
    )


def _new_acronyms(source: str, target: str) -> int:
    """How many acronyms stand in the target only: "MP" is "parlementaire pour une circonscription"."""
    return len({*_ACRONYM.findall(target)} - {*_ACRONYM.findall(source)})
