"""Whether a word is English, so far as tables and letters tell.

Responsible for: one word in lower case: listed, built from listed ones as English builds words, or
judged by its letters.
Not responsible for: names, loanwords and what else a translation may keep (`language`).

The figures are of 2,989 human translations (FLORES dev, NTREX-128), and of the 785 words in lower case
that Apertium could not translate from the French of a third of them and of the captions, which it
marks with asterisks. Many of those are English; 608 are called foreign, and 2 misprints of people.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from onetongue.detect import tables
from onetongue.language import word_table
from onetongue.language.word_table import ABSENT, COLUMNS
from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

# What is translated from, and what Apertium may go through on the way.
_NEAR: Final = ("fr", "es")
_PLACES: Final = tuple(COLUMNS.index(code) for code in _NEAR)
# Half nats by which a word is commoner there than in English: "revoir" is by 11. At 6 people's "accord",
# "censure" and "gaffe" are foreign, too, and 18 more of Apertium's words, at 10 there are 20 fewer.
_COMMONER: Final = 8
# Half nats. A commoner word is foreign only in company: "que" and "dans" stand in English texts. At 25
# six more words of people are ("Baja"), and one more of Apertium's.
_QUOTED: Final = 28
# Half nats: a rarer one is none to build a word from.
_BASE: Final = 32
_PREFIXED: Final = 28  # a rarer one takes no prefix: "presione" is no pre- and Sione
_SHORTEST: Final = 2  # letters of a word that is judged at all
_STEM: Final = 4  # letters of a word to build from
# Log-odds by letters, in nats, from which a word in no list is French or Spanish. At 0.5 six more of
# Apertium's words are, at 1.5 nine fewer ("arrantzales" is at 1.0).
_BY_LETTERS: Final = 1.0
# Hardly an English word that is in no list ends so: at 1.0 there are 16 fewer, none is anybody's own.
_SOUTHERN: Final = re.compile(r"[ao]s?$")
_SOUTHERN_BY_LETTERS: Final = 0.0
# The same of a word that stands in the source, and may be a term: "mkdir" is at 1.0.
_CLEAR: Final = 1.5
# Half nats by which another language but English may use a French word more: "incluse" is Italian, too.
_SHARED: Final = 4

_SPELLINGS: Final = (
    (re.compile("is(?=(?:e[drs]?|ers|ing|ations?|able)$)"), "iz"),
    (re.compile("ys(?=(?:e[drs]?|ers|ing)$)"), "yz"),
    (re.compile("our"), "or"),
    (re.compile("[ao]e"), "e"),
    (re.compile("ll(?=(?:ed|ing|ers?)$)"), "l"),
    (re.compile("tre(?=s?$)"), "ter"),
)
# Endings that English puts to a word, and what it may have ended in before.
_INFLECTED: Final = (
    ("s", ("",)), ("es", ("",)), ("ies", ("y",)), ("ing", ("", "e")), ("ed", ("", "e")),
    ("ied", ("y",)),
)  # fmt: skip
_DERIVED: Final = (
    *_INFLECTED,
    ("er", ("", "e")), ("ers", ("", "e")), ("ier", ("y",)), ("iest", ("y",)), ("ly", ("", "le")),
    ("ally", ("",)), ("ness", ("",)), ("iness", ("y",)), ("less", ("",)), ("lessly", ("",)),
    ("ful", ("",)), ("fully", ("",)), ("ish", ("", "e")), ("wards", ("",)), ("ward", ("",)),
    ("wise", ("",)), ("like", ("",)), ("ship", ("",)), ("hood", ("",)), ("y", ("", "e")),
    ("ize", ("", "y", "e")), ("izes", ("", "y", "e")), ("ized", ("", "y", "e")),
    ("izing", ("", "y", "e")), ("ization", ("", "y", "e")), ("able", ("", "e")),
    ("ability", ("", "e", "able")), ("ibility", ("ible",)), ("ably", ("able",)), ("ibly", ("ible",)),
    ("ist", ("", "y", "e")), ("ism", ("", "y", "e")),
)  # fmt: skip
_PREFIXES: Final = (
    "anti", "auto", "bio", "co", "counter", "cross", "cyber", "de", "dis", "down", "eco", "electro",
    "extra", "fore", "geo", "hyper", "inter", "intra", "macro", "mega", "meta", "micro", "mid", "mini",
    "mis", "mono", "multi", "nano", "neo", "neuro", "non", "off", "out", "over", "photo", "poly", "post",
    "pre", "pro", "pseudo", "psycho", "radio", "re", "self", "semi", "socio", "sub", "super", "techno",
    "tele", "thermo", "trans", "ultra", "un", "under", "up",
)  # fmt: skip
_CLITIC: Final = re.compile(r"(?:n't|'(?:s|d|m|t|ve|re|ll|em|til|all|n))$")


class WordStanding(IntEnum):
    """What a word is, by itself."""

    ENGLISH = 0
    SUSPECT = 1  # much commoner in another language; foreign beside another one
    FOREIGN = 2


@lru_cache(maxsize=50_000)
def standing(word: str) -> WordStanding:
    """Judge a word in lower case with straight apostrophes.

    >>> [standing(one).name for one in ("unhappiness", "webhook", "que", "taquilla", "presione")]
    ['ENGLISH', 'ENGLISH', 'SUSPECT', 'FOREIGN', 'FOREIGN']
    """
    word = _CLITIC.sub("", word)
    if "'" in word:
        return max(map(standing, word.split("'")), default=WordStanding.ENGLISH)
    levels = word_table.find(word).levels
    if len(word) < _SHORTEST or word in words("english_too"):
        return WordStanding.ENGLISH
    if levels[0] < ABSENT:
        if not _is_elsewhere(levels):
            return WordStanding.ENGLISH
        is_sure = levels[0] >= _QUOTED and not _is_built(word, _INFLECTED)
        return WordStanding.FOREIGN if is_sure else WordStanding.SUSPECT
    is_listed = min(levels) < ABSENT
    if is_listed or not word.isascii():
        return WordStanding.FOREIGN
    least = _SOUTHERN_BY_LETTERS if _SOUTHERN.search(word) else _BY_LETTERS
    is_near = _by_letters(word) >= least
    return WordStanding.FOREIGN if is_near and not _is_formed(word) else WordStanding.ENGLISH


def is_rather_french(word: str) -> bool:
    """Whether no language but English uses a word much more than French does; unlisted, by its letters.

    What stands in a French source and is neither may be a term or a command: "mkdir", "quantile".

    >>> is_rather_french("rivage"), is_rather_french("mkdir"), is_rather_french("azulejos")
    (True, False, False)
    """
    levels = word_table.find(word).levels
    if min(levels) < ABSENT:
        return levels[_PLACES[0]] <= min(levels[1:]) + _SHARED
    return not word.isascii() or _by_letters(word) >= _CLEAR


def _by_letters(word: str) -> float:
    """The log-odds of an unlisted word by its letters, in nats."""
    return max(tables.load(_NEAR).odds(word).foreign)


def _is_elsewhere(levels: word_table.LevelsRow) -> bool:
    return levels[0] - min(levels[place] for place in _PLACES) >= _COMMONER


def _is_known(word: str, level: int = _BASE) -> bool:
    """Whether English uses a word so much, and no other language rather than English."""
    levels = word_table.find(word).levels
    return len(word) >= _STEM and levels[0] <= level and not _is_elsewhere(levels)


def _is_formed(word: str) -> bool:
    """Whether English forms such a word: derived, spelled the British way, with a prefix, compound."""
    for one in {word, _american(word)}:
        if _is_known(one) or _is_built(one, _DERIVED):
            return True
        for prefix in _PREFIXES:
            rest = one.removeprefix(prefix)
            if rest != one and (_is_known(rest, _PREFIXED) or _is_built(rest, _DERIVED)):
                return True
    return False


def _is_built(word: str, endings: tuple[tuple[str, tuple[str, ...]], ...]) -> bool:
    return any(_is_known(base) for base in _bases(word, endings))


def _bases(word: str, endings: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[str]:
    """What a word may have been made from, by its ending."""
    for ending, before in endings:
        stem = word.removesuffix(ending)
        if stem == word:
            continue
        yield from (stem + one for one in before)
        if stem[-1:] == stem[-2:-1] and ending[0] in "aei":  # "petting"
            yield stem[:-1]


def _american(word: str) -> str:
    for pattern, other in _SPELLINGS:
        word = pattern.sub(other, word)
    return word
