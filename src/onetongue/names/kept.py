"""Which French names English keeps, and what it may make of them.

Responsible for: cutting a text into words and the parts of compounds, telling a name that stands in
the English too from one with another there, and recognising it under an ending or a misprint.
Not responsible for: what becomes of a name that is lost (`lost_names`); sounds and accents (`language.spellings`).
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.document import Span
from onetongue.language.capitals import tokens, without_titles
from onetongue.language.lexicon import translations
from onetongue.language.literals import blanked
from onetongue.language.spellings import exonyms, folded, is_same_name, levels
from onetongue.language.word_table import ABSENT
from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

PART: Final = re.compile(r"[^\W\d_]+")
KNOWN: Final = 30  # half nats, as `levels` has them: a rarer word is none that English readers know
ALIKE: Final = 0.6  # of the letters of two words, by `alike`; `lost_names` says how it was measured

_CENTURY: Final = re.compile(r"[IVXLC]+(?:er|re|e|ème)")
# "Énumérez" at the start of a sentence is no name.
_VERB: Final = re.compile("(?:ez|ons|ant|ment)$")
_LETTERS: Final = 3  # of a name that is asked for; "Ri" and "Xi" are too little to know one by
_FRENCH_ENDING: Final = re.compile(r"(?:[es]|ien|ain)$")
_FRENCH_LAND: Final = re.compile("(?<=.{4})ie$")
_STEM: Final = 4  # "Maoris" are Maori, but "Ross" and "Las" are not "Ros" and "La"
# Half nats. A French word above the first is asked for nowhere ("Internet", "Europe"). French uses
# its own words more often than English does by more than the second ("Saoudien" by 67), names of its
# country by less ("Mélenchon" by 11). From 3 to 11, 3 of 2,989 human translations more lack a name.
_ORDINARY: Final = 20
_FRENCH: Final = 11
_MEANT: Final = 0.15  # certainty; what the lexicon holds for less is chance
_DERIVED: Final = 33  # half nats; "Chicagoan" is at 32, and in no list is what an engine makes up
# A name that is rarer than another in both languages by so many half nats, and so much like it, is
# that one: "Gazatte" is "Gazette", "Benyamin" is "Benjamin".
_RARER: Final = 6
_MISPRINT: Final = 0.85


class NamePart(NamedTuple):
    """A word, or what stands between two hyphens or apostrophes of one; spans are code points.

    `opens` says that it begins a sentence, `joined` that it follows the part before in the same
    name or word, `attached` that no space is between them.
    """

    place: int
    text: str
    start: int
    end: int
    opens: bool
    joined: bool
    attached: bool

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def is_name(self) -> bool:
        """Whether it is written as a name is, and as no acronym."""
        return self.text[0].isupper() and (len(self.text) == 1 or not self.text.isupper())


def parts(text: str) -> Iterator[NamePart]:
    """Cut `text` into words, and those at hyphens and apostrophes; none within literals.

    >>> [part.text for part in parts("L'idée de M. Berners-Lee")]
    ['L', 'idée', 'de', 'm', 'Berners', 'Lee']
    """
    text = without_titles(blanked(text))
    place = 0
    for token in tokens(text):
        for match in PART.finditer(token.text):
            begins = match.start() == 0
            yield NamePart(
                place=place,
                text=match[0],
                start=token.start + match.start(),
                end=token.start + match.end(),
                opens=token.opens and begins,
                joined=token.joined or not begins,
                attached=not begins,
            )
            place += 1


def is_kept(part: NamePart) -> bool:
    """Whether it is a name that English would hardly write in another way.

    At the start of a sentence only what French does not know as a word.

    >>> [part.text for part in parts("Selon Peskov, à Moscou, le Kremlin") if is_kept(part)]
    ['Peskov', 'Kremlin']
    """
    if not _is_untranslated(part):
        return False
    word = part.text.lower()
    english, french = levels(word)
    if french <= _ORDINARY:
        return False
    if not part.opens:
        return english <= french + _FRENCH
    is_unknown = french == ABSENT and not (english == ABSENT and _VERB.search(word))
    return is_unknown or english + bool(_meant(word)) <= french < ABSENT


def is_likely(part: NamePart) -> bool:
    """Whether it may be a name to be kept, too, or is a place that the tables rename.

    Many a common name is also a word, and of some only French texts tell: "Retailleau", and then
    those with a French ending are hardly names to be kept: "Roumélie", "Tchécoslovaques". For a
    place an adjective may stand.

    >>> [part.text for part in parts("Selon Paul Retailleau, à Athènes") if is_likely(part)]
    ['Paul', 'Retailleau', 'Athènes']
    """
    if is_kept(part):
        return False
    is_french = levels(part.text.lower())[0] == ABSENT and _FRENCH_ENDING.search(part.text)
    is_name = _is_untranslated(part) and not part.opens and not is_french
    return is_name or english_place(part) is not None


def _is_untranslated(part: NamePart) -> bool:
    word = part.text.lower()
    if not part.is_name or len(word) < _LETTERS or _CENTURY.fullmatch(part.text):
        return False
    if folded(word) in _renamed() or word in words("starters"):
        return False
    meant = _meant(word)
    return not meant or folded(meant[0]) == folded(word)


def _meant(word: str) -> list[str]:
    return [english for english, sure in translations(word) if sure > _MEANT]


def english_place(part: NamePart) -> str | None:
    """What English calls a place of the tables, if that is one word and another one.

    >>> [english_place(part) for part in parts("à Athènes, à Paris, en Nouvelle-Zélande")]
    [None, 'Athens', None, None, None, None, None]
    """
    usual = exonyms().english.get(folded(part.text), "") if part.is_name else ""
    is_one = PART.fullmatch(usual) is not None and not part.attached
    return usual if is_one and folded(usual) != folded(part.text) else None


def is_form(name: str, part: NamePart) -> bool:
    """Whether a word of the translation is the name, or what English makes of it.

    >>> [is_form("Boston", part) for part in parts("the Bostonians left Boston's Bristol")]
    [False, True, False, True, False, False]
    """
    plain, word = folded(name), folded(part.text)
    if word in {plain, f"{plain}s", f"{plain}es"} or (len(word) > _STEM and plain == f"{word}s"):
        return True
    if _FRENCH_LAND.search(plain) and _stem(plain) == _stem(word):
        return True
    if not part.is_name:
        return False
    return is_same_name(name, part.text) or _is_english_form(plain, word, levels(name.lower()))


def _stem(plain: str) -> str:
    """A land without what French and English end it in: "Gagaouzie", "Gagauzia"; "Kakheti"."""
    return plain.replace("ou", "u").rstrip("aeiy")


def _is_english_form(plain: str, word: str, ours: tuple[int, int]) -> bool:
    """Whether both languages have it so: "Philippe", "Philip"; or it is the word that was meant."""
    theirs = levels(word)
    if theirs[0] <= _DERIVED and word.startswith(plain):
        return True  # "Bostonian"
    is_each_its_own = theirs[0] < ours[0] and ours[1] < theirs[1]
    if is_each_its_own:
        return alike(plain, word) >= ALIKE
    is_rarer = all(one - other >= _RARER for one, other in zip(ours, theirs, strict=True))
    return theirs[0] <= KNOWN and is_rarer and alike(plain, word) >= _MISPRINT


def alike(one: str, other: str) -> float:
    """How many of the letters of two words stand in both, in the same order: in [0, 1].

    >>> alike("kavangh", "kavanaugh")
    0.875
    """
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@cache
def _renamed() -> frozenset[str]:
    """The words, folded, of French names of places that the English ones lack."""
    names = exonyms().english.items()
    return frozenset(
        word
        for french, english in names
        for word in PART.findall(french)
        if word not in PART.findall(folded(english))
    )
