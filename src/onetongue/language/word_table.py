"""How common words are: the table `data/words.txt`, asked without being parsed.

Responsible for: finding a word, and the words it may stand for where accents are not typed.
Not responsible for: what a level says of a text.

The table is sorted by what its words are without accents, so "été" and "ete" are found in one line,
by bisection. scripts/build_tables.py writes it.
"""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple, TypeAlias

from onetongue.language import sorted_lines

# The columns of the table.
COLUMNS: Final = ("en", "fr", "es", "de", "it", "pt", "ca", "nl")
# Levels are half nats below certainty, written from "!" on; "~" is no level at all.
FIRST: Final = ord("!")
ABSENT: Final = ord("~") - FIRST
_NOWHERE: Final = (ABSENT,) * len(COLUMNS)
_SHIFTED: Final = bytes(max(0, mark - FIRST) for mark in range(256))
# The Latin letters that Unicode takes apart, and the ligatures that it does not.
_PLAIN: Final = {
    ord(letter): plain
    for letter in map(chr, range(0xC0, 0x250))
    if letter != (plain := unicodedata.normalize("NFD", letter)[0])
} | str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})


# Half nats below certainty, in the order of `COLUMNS`; `ABSENT` where the language has not the word.
LevelsRow: TypeAlias = tuple[int, ...]


class WordLevels(NamedTuple):
    """What the table holds of a word.

    `levels` are those of the word as it is spelled. `accented` are those of the words that are
    spelled so without their accents; a word that has accents stands for no other.
    """

    levels: LevelsRow
    accented: tuple[LevelsRow, ...] = ()


def unaccented(text: str) -> str:
    """Composed text (NFC) as it is typed without accents and ligatures.

    >>> unaccented("hélas"), unaccented("Sœur"), unaccented("straße")
    ('helas', 'Soeur', 'straße')
    """
    return text if text.isascii() else text.translate(_PLAIN)


def find(word: str) -> WordLevels:
    """Look a lower-case word up; `ABSENT` in every column where no list holds it.

    >>> find("tres").levels[1] > find("très").levels[1]
    True
    >>> find("très").levels in find("tres").accented
    True
    """
    wanted = word.encode(errors="surrogatepass")
    key = wanted if word.isascii() else unaccented(word).encode(errors="surrogatepass")
    own, *forms = sorted_lines.read("words.txt").cells(key)
    if wanted == key:
        return WordLevels(_levels(own), tuple(map(_levels, forms[1::2])) if forms else ())
    spelled = dict(zip(forms[::2], forms[1::2], strict=True))
    return WordLevels(_levels(spelled.get(wanted, b"")))


def _levels(marks: bytes) -> LevelsRow:
    return tuple(marks.translate(_SHIFTED)) if marks else _NOWHERE
