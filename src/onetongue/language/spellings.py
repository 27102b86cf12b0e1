"""Two spellings of one name: by the tables of places, by accents, by sound.

Responsible for: the exonym tables, and recognising a name under French and English habits of
transliteration.
Not responsible for: finding names in a text, or replacing them (`names`).

Source of the rewriting: our own, from the pairs of benchmarks/translation/names.py, which measures
it. Keys must be equal: an edit distance of one on keys of 6 letters would accept 7 more of 232 true
pairs and 9 of 253 false ones, of 8 letters 3 and 1.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.language import word_table
from onetongue.language.word_table import ABSENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Both end in one key, where C is the consonant of "church", S that of "ship" and J those of
# "judge" and "measure".
_FRENCH: Final = (
    ("(?<=.{4})ine$", "in"),  # "Poutine"; shorter ones are women: "Karine" is not "Karin"
    ("^el-", "al-"),
    ("tch", "C"),
    ("(?<!s)ch", "S"),  # not "Busch"
    ("dj|j", "J"),
    ("ou", "u"),
    ("(?<!^)gu(?=[ei])|^gu(?=[ei].*[iv]$)", "g"),  # "Guerassimov"; "Guilbert" is not "Gilbert"
)
_ENGLISH: Final = (("tch|(?<!s)ch", "C"), ("sh", "S"), ("dzh|dj|zh|j", "J"))
_BOTH: Final = (
    ("y", "i"),
    ("^ie", "e"),  # "Yerevan"
    ("i+(?=e[vn])", ""),  # "Aliyev", "Tourgueniev", "Matviyenko"
    ("ii+", "i"),  # "Zelenskiy"
    ("ss", "s"),  # the s that French doubles between vowels
    ("off$", "ov"),
)
_UNDECOMPOSED: Final = str.maketrans("’łŁøØđĐı", "'lLoOdDi")
_MIN_KEY = 4  # letters; "Lou" is not "Lu". At 5, four true pairs of 232 are lost
_DEMONYM = re.compile(r"[a-z]{3,}(?:ian|ish|ese)s?")
# Half nats below certainty. English has a name of its own above the first ("Houston" is not
# "Huston"): at 29 "Masson" becomes "Mason", at 31 "Poutine" stays. A French spelling that no
# English text uses may be this much rarer in French than the English one: "Trotski", not "Robine".
_OWN_LEVEL, _SLACK = 30, 2
_COMMON_LEVEL = 19  # half nats too: "nobody" is at 19, "Jean" at 21, "Vladimir" at 23
_COMMONEST: Final = 12  # half nats too: "dans", "of", "les"
_FRENCH_LEVEL: Final = 26  # half nats too: "éclipse" is at 25, "lavrov" at 29
_MISSING: Final = 5  # half nats too: what an accent that is not typed costs a French word


class Exonyms(NamedTuple):
    """The tables of places: `english` by folded French name, `french` names by folded English one."""

    english: Mapping[str, str]
    french: Mapping[str, tuple[str, ...]]


def is_same_name(french: str, english: str) -> bool:
    """Whether one word is a French and an English spelling of the same name, as far as it shows.

    >>> is_same_name("Khrouchtchev", "Khrushchev"), is_same_name("Martine", "Martin")
    (True, False)
    """
    plain, other = folded(french), folded(english)
    if plain == other:
        return True
    key = _key(plain, _FRENCH)
    return (
        len(key) >= _MIN_KEY
        and key == _key(other, _ENGLISH)
        and not (is_english(french) or is_english(plain) or _is_french_too(french, english))
    )


def french_keys(name: str) -> frozenset[str]:
    """What a French name is looked up by among those stored by their `english_keys`.

    Two names have one in common wherever `is_same_name` holds, and now and then where it does not.

    >>> french_keys("Chostakovitch") & english_keys("Shostakovich")
    frozenset({'SostakoviC'})
    """
    plain = folded(name)
    return frozenset({plain, _key(plain, _FRENCH)})


def english_keys(name: str) -> frozenset[str]:
    """What an English name is stored by; see `french_keys`."""
    plain = folded(name)
    return frozenset({plain, _key(plain, _ENGLISH)})


def begin_alike(french: str, english: str) -> bool:
    """Whether two given names begin with the same sound: "Ioulia", "Yulia"; "Bernard", "Bill".

    >>> begin_alike("Chamil", "Shamil"), begin_alike("Bernard", "Jared")
    (True, False)
    """
    return _key(folded(french), _FRENCH)[0] == _key(folded(english), _ENGLISH)[0]


def folded(text: str) -> str:
    """Write `text` in lower case, without accents, with straight apostrophes; as long as it was.

    >>> folded("Côte d’Ivoire")
    "cote d'ivoire"
    """
    return text.lower() if text.isascii() else "".join(map(_plain, text))


def is_english(word: str) -> bool:
    """Whether English texts use this spelling, so that it is no mere French one.

    >>> is_english("Houston"), is_english("Hollande"), is_english("Bakou")
    (True, True, False)
    """
    english, french = levels(word.lower())
    return english < _OWN_LEVEL or (english < ABSENT and english <= french)


def is_french_word(word: str) -> bool:
    """Whether French texts use this word often, be it a name or not: their list has no capitals.

    >>> is_french_word("Retour"), is_french_word("Lavrov")
    (True, False)
    """
    return levels(word.lower())[1] <= _FRENCH_LEVEL


def is_demonym(word: str) -> bool:
    """Whether a word in lower case ends as English names of peoples and tongues do: "russian".

    >>> is_demonym("danish"), is_demonym("danois")
    (True, False)
    """
    return _DEMONYM.fullmatch(word) is not None


def is_common(word: str) -> bool:
    """Whether English uses this word so much that at the start of a sentence it is hardly a name.

    >>> is_common("Nobody"), is_common("Jared")
    (True, False)
    """
    return levels(word.lower())[0] <= _COMMON_LEVEL


@lru_cache(maxsize=10_000)
def levels(word: str) -> tuple[int, int]:
    """How rare a word in lower case is in English and in French.

    In half nats below certainty: "paris" is at 19 in English and at 15 in French. `ABSENT` says that
    the language's list does not hold it.

    >>> levels("paris"), levels("église")[0] > levels("église")[1]
    ((19, 15), True)
    """
    own, accented = word_table.find(word)
    english, french = own[:2]
    typed = [form[1] + _MISSING for form in accented if form[1] < ABSENT]
    return english, min([french, *typed])


def is_commonest(word: str) -> bool:
    """Whether a word in lower case is one of the commonest of English or French: "of", "dans".

    No title and no entry of a list ends in one.
    """
    return min(levels(word)) <= _COMMONEST


@cache
def exonyms() -> Exonyms:
    """Read the tables of places, once."""
    english: dict[str, str] = {}
    french: dict[str, tuple[str, ...]] = {}
    for name in ("exonyms.tsv", "territories.tsv"):
        text = files("onetongue").joinpath("data", "fr", name).read_text(encoding="utf-8")
        for line in text.splitlines():
            if not line.startswith("#"):
                ours, theirs, _ = line.split("\t")
                english.setdefault(folded(ours), theirs)
                french[folded(theirs)] = (*french.get(folded(theirs), ()), ours)
    return Exonyms(english, french)


@lru_cache(maxsize=10_000)
def _key(word: str, habits: Iterable[tuple[str, str]]) -> str:
    for pattern, sound in (*habits, *_BOTH):
        word = re.sub(pattern, sound, word)
    return word


@lru_cache(maxsize=2_000)
def _plain(character: str) -> str:
    character = character.translate(_UNDECOMPOSED)
    return unicodedata.normalize("NFD", character)[0].lower()[0]


def _is_french_too(french: str, english: str) -> bool:
    """Whether French itself writes the English spelling, and more often: "Charon", "Sharon"."""
    in_english, level = levels(french.lower())
    slack = _SLACK if in_english == ABSENT else 0
    return level < ABSENT and levels(english.lower())[1] + slack < level
