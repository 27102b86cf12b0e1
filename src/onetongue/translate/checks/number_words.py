"""Numbers in letters.

Responsible for: reading those of either language, and whether one became another.
Not responsible for: numbers in digits (`numbers`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from onetongue.language.numbers import english as english_digits
from onetongue.language.numbers import french as french_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onetongue.language.numbers import Values

# The words for one, for two and so on; then those for twenty, for thirty.
_ENGLISH: Final = (
    "one first once", "two second twice half", "three third", "four fourth quarter", "five fifth",
    "six sixth", "seven seventh", "eight eighth", "nine ninth", "ten tenth", "eleven eleventh",
    "twelve twelfth", "thirteen thirteenth", "fourteen fourteenth", "fifteen fifteenth",
    "sixteen sixteenth", "seventeen seventeenth", "eighteen eighteenth", "nineteen nineteenth",
)  # fmt: skip
_ENGLISH_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety hundred"
# No "neuf", which is new as well, no "second" and no fractions.
_FRENCH: Final = (
    "", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
)  # fmt: skip
_FRENCH_TENS: Final = "vingt trente quarante cinquante soixante"
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COMPOUND: Final = re.compile(r"[a-z]{2,}ty-[a-z]{3,}")  # "fifty-eight"
_CLOCK: Final = re.compile(r" o['’]clock\b")
_HALF_DAY: Final = 12
_ROUND: Final = re.compile(r"\b(?:dozen|score|couple|fortnight)")
_SMALL: Final = 3  # "a week or two", "both", "a pair": smaller ones come and go
# A larger number has a word of its own in the other language: "une quinzaine", "a fortnight".
_PART: Final = re.compile("cent|mille|quatre-vingt|soixante-|neuf|vingt-et|et-")


def _values(words: tuple[str, ...], tens: str) -> Mapping[str, Decimal]:
    found = {word: value for value, row in enumerate(words, start=1) for word in row.split()}
    found |= {word: 10 * value for value, word in enumerate(tens.split(), start=2)}
    return {word: Decimal(value) for word, value in found.items()}


_ENGLISH_VALUES: Final = _values(_ENGLISH, _ENGLISH_TENS)
_FRENCH_VALUES: Final = _values(_FRENCH, _FRENCH_TENS)


def english(text: str) -> tuple[Values, ...]:
    """Read the numbers in the letters of an English text, in order; each with every value it can have.

    "fifty-eight" is one; "eight o'clock" can be twelve more.

    >>> [sorted(map(int, values)) for values in english("fifty-eight at eight o'clock")]
    [[58], [8, 20]]
    """
    return tuple(_english(text.lower()))


def is_mistaken(source: str, target: str) -> bool:
    """Whether a number in letters became another one in letters.

    That is told where the English has one that the French has nowhere, and the other way about.

    >>> is_mistaken("six comprimés", "sixteen tablets"), is_mistaken("à seize heures", "at four o'clock")
    (True, False)
    """
    ours = [value for value in _french(source.lower()) if value >= _SMALL]
    if not ours or _PART.search(source.lower()) or _ROUND.search(target):
        return False
    theirs = [one for one in english(target) if min(one) >= _SMALL]
    if not theirs:
        return False
    known = frozenset(ours).union(*french_digits(source))
    said = frozenset[Decimal]().union(*english(target), *english_digits(target))
    return not said.issuperset(ours) and any(known.isdisjoint(one) for one in theirs)


def _english(text: str) -> Iterator[Values]:
    for match in _WORD.finditer(text):
        parts = [_ENGLISH_VALUES[part] for part in match[0].split("-") if part in _ENGLISH_VALUES]
        if _COMPOUND.fullmatch(match[0]):
            parts = [sum(parts, Decimal(0))]
        is_clock = _CLOCK.match(text, match.end()) is not None
        yield from (frozenset([one, one + _HALF_DAY] if is_clock else [one]) for one in parts)


def _french(text: str) -> Iterator[Decimal]:
    for match in _WORD.finditer(text):
        parts = [_FRENCH_VALUES[part] for part in match[0].split("-") if part in _FRENCH_VALUES]
        if parts:
            yield sum(parts, Decimal(0))
