"""Names that an engine lost: put back where that is certain, told of where it is not.

Responsible for: whether the names of a French sentence stand in its English, and writing one in
place of what the engine made of it.
Not responsible for: which words are names to be kept (`kept`); how the document spells a name, or
English a place (`respelling`); acronyms, which may be translated; literals (`translate.checks`).

When in doubt the translation stays as it is. All figures are of benchmarks/translation/entities.py.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onetongue.document import overlap_with
from onetongue.language.lexicon import translations
from onetongue.language.protected_names import protected
from onetongue.language.spellings import exonyms, folded, is_common, levels
from onetongue.language.word_links import likeness
from onetongue.language.word_table import ABSENT
from onetongue.language.wordlists import words
from onetongue.names.kept import (
    ALIKE,
    KNOWN,
    PART,
    NamePart,
    alike,
    english_place,
    is_form,
    is_kept,
    is_likely,
    parts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# `ALIKE` (0.6) is how much like a name must be what it replaces. From 0.5 to 0.7 no name was put
# wrongly into the engine's translations; at 0.5 more of what people wrote is changed ("Academy
# Awards" to "Oscars"). Of a short word, or of one that English knows ("Filipino" for "Philippine"),
# more is asked.
_VERY_ALIKE: Final = 0.75
_SHORT: Final = 4  # letters
_LONGER: Final = 0.05  # for each word: "Howardson" is both of "Howard Johnson"
_ARTICLE: Final = 3  # letters of the longest: "Les"
_MAX_RUN: Final = 4  # words of one name that are looked at together
_MAX_WORDS: Final = 300  # more are no sentence, and the work grows with their square
_MAX_PAIRS: Final = 5_000  # of a name and what may have become of it; a list of 30 names has more


def put_back(source: str, target: str) -> str:
    """Write names of the French sentence `source` in the English `target` for what stands for them.

    That is a capitalised word that nothing in the source explains, or some of them in a row, and
    that is like the name. What surrounds it, a genitive or a hyphen too, stays. Idempotent.

    >>> put_back("Selon Dmitri Peskov, rien.", "Peskv's word was “nothing”, Dmitri said.")
    "Peskov's word was “nothing”, Dmitri said."
    """
    # "Berners" makes the "Le" beside it half a name; less is due each time.
    for _ in range(_MAX_WORDS):
        made = _once(source, target)
        if made == target:
            break
        target = made
    return target


def missing(source: str, target: str) -> tuple[str, ...]:
    """The names of the French sentence `source` that the English `target` does not have, in order.

    A given name may go where the family name stays, and a name for an acronym, "NY", if the source
    has none.

    >>> missing("Sergueï Lavrov a vu Dmitri Peskov.", "Sergei Lavrov saw Dmitri Pesto.")
    ('Peskov',)
    """
    pair = _NamePair.of(source, target)
    if not pair.names:
        return ()
    ours = {folded(part.text) for part in pair.ours}
    acronyms = [p.text for p in pair.theirs if not p.is_name and p.text.isupper()]
    has_own = any(not p.is_name and p.text.isupper() for p in pair.ours)  # "OTAN" is "NATO"
    spelled = [one for one in acronyms if folded(one) not in ours and not has_own]
    letters = frozenset("".join(spelled))
    lost = [p for p in pair.names if p.text[0] not in letters and not pair.has(p.text)]
    if lost and not any(map(pair.is_orphan, pair.theirs)):
        lost = [part for part in lost if not pair.has_family_name(part)]
    return tuple(part.text for part in lost)


@dataclass(frozen=True, slots=True)
class _NamePair:
    """The words of a sentence and of its translation.

    `names` are to stand in both; so are those that are only `likely`, but they are not asked for.
    """

    ours: tuple[NamePart, ...]
    theirs: tuple[NamePart, ...]
    names: tuple[NamePart, ...]
    likely: tuple[NamePart, ...]

    @classmethod
    def of(cls, source: str, target: str) -> _NamePair:
        ours, theirs = tuple(parts(source)), tuple(parts(target))
        if max(len(ours), len(theirs)) > _MAX_WORDS:
            return cls(ours, theirs, (), ())
        is_protected = overlap_with(protected(source))
        names = tuple(p for p in ours if is_kept(p) or (_is_asked(p) and is_protected(p.span)))
        return cls(ours, theirs, names, tuple(part for part in ours if is_likely(part)))

    def has(self, name: str) -> bool:
        """Whether the translation has a name, in whatever form."""
        plain = folded(name)
        return any(is_form(name, part) for part in self.theirs) or any(
            folded(one.text + other.text) == plain for one, other in pairwise(self.theirs)
        )

    def has_family_name(self, given: NamePart) -> bool:
        """Whether the translation has the last word of the name that a given name begins.

        A word that English uses much is none: not the "Home" of "Home Depot".
        """
        last = given
        if is_common(given.text):
            return False
        for part in self.ours[given.place + 1 :]:
            if not (part.joined and part.is_name):
                break
            last = part
        return last != given and self.has(last.text)

    def due(self) -> Counter[str]:
        """How often each name, folded, stands in the source and not in the translation."""
        lost = Counter(folded(part.text) for part in self.ours)
        lost -= Counter(folded(part.text) for part in self.theirs)
        there = {folded(part.text) for part in self.theirs}
        due = Counter[str]()
        for part in (*self.names, *self.likely):
            plain, usual = folded(part.text), english_place(part)
            stands = self.has(part.text) or (usual is not None and self.has(usual))
            if plain in there or not stands:
                due[plain] = lost[plain]
        return +due

    def rated(self, due: Counter[str]) -> list[tuple[Sequence[NamePart], Sequence[NamePart]]]:
        """Names that are due, each with what may have become of it; the likest pairs first."""
        lost = sorted(part for part in (*self.names, *self.likely) if folded(part.text) in due)
        names = list(_runs(lost))
        orphans = list(_runs([part for part in self.theirs if self.is_orphan(part)]))
        rated = []
        if len(names) * len(orphans) > _MAX_PAIRS:
            return []
        for name in names:
            for other in orphans:
                usual = folded(english_place(name[0]) or _joined(name))
                rating = max(alike(one, _joined(other)) for one in (usual, _joined(name)))
                if rating >= _needed(name, other):
                    rated.append((rating + _LONGER * len(name), name, other))
        rated.sort(key=lambda one: (-one[0], one[1][0].place, one[2][0].place))
        return [(name, other) for _, name, other in rated]

    def is_orphan(self, part: NamePart) -> bool:
        """Whether a word of the translation is written as a name and nothing explains it."""
        word = folded(part.text)
        if not part.is_name or len(word) == 1 or word in words("capitalised"):
            return False
        if self._is_half_known(part):
            return True
        if is_common(word) or self._is_expected(word):
            return False
        return not any(one.is_name and is_form(one.text, part) for one in self.ours)

    def _is_half_known(self, part: NamePart) -> bool:
        """Whether it is attached to a name of the source, as the "Le" of "Berners-Le"."""
        sure = {folded(one.text) for one in self.names}
        if folded(part.text) in {folded(one.text) for one in self.ours if one.is_name}:
            return False
        before = self.theirs[part.place - 1] if part.attached else None
        after = next((p for p in self.theirs[part.place + 1 :][:1] if p.attached), None)
        return any(beside and folded(beside.text) in sure for beside in (before, after))

    def _is_expected(self, word: str) -> bool:
        """Whether a word of the source, or of its table or lexicon, is or begins like this one."""
        is_known = levels(word)[0] < ABSENT
        for part in self.ours:
            ours = part.text.lower()
            meant = {english for english, _ in translations(ours)}
            if place := exonyms().english.get(folded(ours)):
                meant |= set(PART.findall(folded(place)))
            if word == folded(ours) or word in meant:
                return True
            if is_known and not is_kept(part) and any(likeness(word, m) for m in (*meant, ours)):
                return True
        return False


def _is_asked(part: NamePart) -> bool:
    """Whether it is more than the article of a name."""
    return part.is_name and len(part.text) > _ARTICLE


def _once(source: str, target: str) -> str:
    pair = _NamePair.of(source, target)
    due = pair.due()
    edits: list[tuple[int, int, str]] = []
    taken: set[int] = set()
    for name, other in pair.rated(due) if due else ():
        wanted = Counter(folded(part.text) for part in name)
        if wanted <= due and taken.isdisjoint(part.place for part in other):
            due -= wanted
            taken |= {part.place for part in other}
            spelled = " ".join(source[name[0].start : name[-1].end].split())
            edits.append((other[0].start, other[-1].end, spelled))
    for start, end, spelled in sorted(edits, reverse=True):
        target = target[:start] + spelled + target[end:]
    return target


def _needed(name: Sequence[NamePart], other: Sequence[NamePart]) -> float:
    """How much alike the two must be; more than words can be where it is not to be told."""
    is_sure = all(map(is_kept, name))
    if not is_sure and any(levels(part.text.lower())[0] < ABSENT for part in other):
        return math.inf  # "Catalan" for "Catalogne"
    is_short = min(len(_joined(name)), len(_joined(other))) < _SHORT
    is_known = len(other) == 1 and levels(other[0].text.lower())[0] < KNOWN
    return _VERY_ALIKE if is_short or is_known else ALIKE


def _joined(run: Sequence[NamePart]) -> str:
    return "".join(folded(part.text) for part in run)


def _runs(found: Sequence[NamePart]) -> Iterator[Sequence[NamePart]]:
    """Every part, and those that follow one another in one name, up to so many."""
    for start in range(len(found)):
        for stop in range(start + 1, min(len(found), start + _MAX_RUN) + 1):
            last = found[stop - 1]
            if stop > start + 1 and not (last.joined and last.place == found[stop - 2].place + 1):
                break
            yield found[start:stop]
