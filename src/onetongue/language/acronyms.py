"""Acronyms that English has as French has them: "HTTP", "GPL-3.0"; not "OTAN", "XIV" or "NON".

Responsible for: telling them by how common a word is in both languages, and by the lexicon.
Not responsible for: finding what is written so (`literal_kinds`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from onetongue.language.lexicon import translations
from onetongue.language.literal_kinds import ENDINGS
from onetongue.language.spellings import levels
from onetongue.language.word_table import ABSENT

_ROMAN: Final = re.compile(r"M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
_CAPITALS: Final = r"(?P<word>[^\W\d_a-zß-ÿ]{2,})"
_CAPITALS_BEFORE: Final = re.compile(rf"\b{_CAPITALS}['’\s-]+$")
_CAPITALS_AFTER: Final = re.compile(rf"['’\s-]+{_CAPITALS}\b")
_LOOKED_BACK: Final = 30  # code points, for the word before
# An acronym of English is no word of every day there ("HE" is at 11) or in French ("TOTAL" at 19), and
# no other English word is this likely to stand for it ("IA" .3). What the lexicon does not hold, French
# has no more often ("OMS" by 5), and it has three letters: "GP" and "AP" are translated. Of 3,288 human
# translations (FLORES dev, NTREX-128, captions) five lack one; without the last two conditions 17.
_EVERY_DAY: Final = (14, 19)
_OTHERWISE: Final = 0.3
_SHORTEST, _LONGEST = 3, 6  # letters; longer ones are words in capitals
_FILE_FORMAT: Final = re.compile(ENDINGS)
_FILES: Final = frozenset({"README", "LICENSE", "CHANGELOG", "CONTRIBUTING", "COPYING"})


def is_acronym(found: re.Match[str]) -> bool:
    """Whether capitals of `literal_kinds` are an acronym that English has too.

    Not where a word beside it is in capitals, too, unless that is one as well: "l'API REST".
    """
    text, start, end = found.string, *found.span()
    before = _CAPITALS_BEFORE.search(text, max(0, start - _LOOKED_BACK), start)
    after = _CAPITALS_AFTER.match(text, end)
    beside = [match["word"] for match in (before, after) if match]
    return all(map(_keeps_in_english, [found[0], *beside]))


@lru_cache(maxsize=10_000)
def _keeps_in_english(acronym: str) -> bool:
    """Whether English has these capitals too: "HTTP", "GPL-3.0"; not "OTAN", "XIV" or "NON"."""
    if acronym in _FILES or _ROMAN.fullmatch(acronym):
        return acronym in _FILES
    return all(_is_english_too(letters.lower()) for letters in re.findall("[A-Z]{2,}", acronym))


def _is_english_too(word: str) -> bool:
    english, french = levels(word)
    if len(word) > _LONGEST or english <= _EVERY_DAY[0] or french <= _EVERY_DAY[1]:
        return False
    if english == ABSENT:
        return _FILE_FORMAT.fullmatch(word) is not None
    meant = translations(word)
    if meant:
        others = [sure for other, sure in meant if not other.startswith(word)]
        return meant[0][0] == word and all(sure < _OTHERWISE for sure in others)
    return len(word) >= _SHORTEST and english <= french
