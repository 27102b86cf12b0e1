"""What can be told about a translation without knowing the languages well.

Responsible for: one result per check, named by the ITS 2.0 `locQualityIssueType` values.
Not responsible for: what becomes of a doubtful translation, or judging its style.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from onetongue.language.literals import are_in, between
from onetongue.language.numbers import Values, english, french
from onetongue.language.sentences import split

if TYPE_CHECKING:
    from onetongue.document import CheckResult

_WORD = re.compile(r"\w+")
_LOWER_WORD = re.compile(r"\b[^\W\d_A-ZÀ-ÖØ-Þ]{2,}\b")
# Words in lower case that stand in a row in source and target: "je ne sais quoi" and "crème de la
# crème" are English too; with 5 none of 5,983 human translations is taken for French, with 4 three are.
_COPIED = 5
_LETTER = re.compile(r"[^\W_]")
_REPEATS = 3  # "very, very" is style, three times in a row is an engine that got stuck
_MAX_PASSAGE = 40  # words; the clause an engine loops over is hardly longer
_LONG_PASSAGE = 5  # words; so many stand twice in a row in none of 7,955 human translations
# Length as Gale and Church (1993, "A Program for Aligning Sentences in Bilingual Corpora") model it:
# English letters and digits for a French one, and the variance of that, fitted on 4,961 human
# translations (FLORES dev, NTREX-128). Bounds are standard deviations: the wide ones, and the narrow
# ones if there are fewer or more sentences than in the source. 0.8 % of the lines of
# benchmarks/translation are outside, and four in five of those that lost their second half.
_RATE, _VARIANCE = 0.848, 1.65
_DEVIATIONS = (-2.6, 3.5)
_NARROW_DEVIATIONS = (-1.6, 1.6)
# Of shorter sources (letters and digits), "30 %" and "Oui", the words are counted, target to source.
_SHORT = 20
_SHORT_RATIOS = (0.25, 3.0)
_ENGLISH_WORDS = (
    "one first once",
    "two second twice half",
    "three third",
    "four fourth quarter",
    "five fifth",
    "six sixth",
    "seven seventh",
    "eight eighth",
    "nine ninth",
    "ten tenth",
    "eleven eleventh",
    "twelve twelfth",
    "thirteen thirteenth",
    "fourteen fourteenth",
    "fifteen fifteenth",
    "sixteen sixteenth",
    "seventeen seventeenth",
    "eighteen eighteenth",
    "nineteen nineteenth",
)
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety hundred"
_VALUES = {
    word: Decimal(value)
    for value, words in enumerate(_ENGLISH_WORDS, start=1)
    for word in words.split()
} | {word: Decimal(10 * tens) for tens, word in enumerate(_ENGLISH_TENS.split(), start=2)}
_SPELLED = re.compile(r"[a-z]+(?:-[a-z]+)?")
_COMPOUND = re.compile(r"[a-z]{2,}ty-[a-z]{3,}")  # "fifty-eight"
_AROUND = re.compile(r"(\d+)\s?(?:h|heures?|j|jours?)\s?(?:sur|/)\s?\1\b")  # "24 heures sur 24"
_NONE = frozenset([Decimal(0)])  # "19 h 00" is "7 p.m.", "0 mort" is "no deaths"
# What translators for American readers convert to: so much of it a metric unit is, and the offset.
_CONVERSIONS = {
    re.compile(r"\b(?:miles?|mph)\b"): (Decimal("0.621"), 0),
    re.compile(r"\binch(?:es)?\b"): (Decimal("0.394"), 0),
    re.compile(r"\bfeet\b"): (Decimal("3.28"), 0),
    re.compile(r"\bpounds?\b"): (Decimal("2.2"), 0),
    re.compile(r"\bdegrees?\b"): (Decimal("1.8"), 32),
}
_ROUNDING = Decimal("0.1")  # "300 km" became "200 miles" in NTREX-128, "10 cm" always "4 inches"
# French in letters that English may write in digits: any of them excuses a number that is new.
_FRENCH_WORDS = re.compile(
    r"""\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize
    |vingts?|trente|quarante|cinquante|soixante|cents?|mille|milli(?:on|ard|er)s?
    |(?:hui|neuv|di|dou|quin|ving|tren|quaran|cinquan|soixan|cen)[tz]?aines?
    |\w{3,}ièmes?|premi(?:er|ère)s?|seconde?s?|midi|minuit|siècles?|années|demie?s?|doubl\w+|tripl\w+
    |(?-i:[IVXLC]{1,7}(?:e|er|ème)?)(?!['’]))\b""",  # not the C of "c'est"
    re.VERBOSE | re.IGNORECASE,
)


def check(source: str, target: str) -> tuple[tuple[str, CheckResult], ...]:
    """Check the French `source` against its English `target`; always the same five, in this order.

    `untranslated`: the target is the source but for case and punctuation, and has at least two
    words in lower case. `numbers`: the values of the source's numbers are in the target, in the
    same order, and no others. `markup`: the literals are, each as often. `duplication`: no passage
    stands three times in a row, or twice if it is long, that does not in the source. `omission`:
    the target is neither empty nor far too short or long; less far if it has not as many sentences.

    >>> dict(check("Il a 1 960 soldats.", "He has 1,906 soldiers."))["numbers"]
    'failed'
    """
    results = {
        "untranslated": not _is_untranslated(source, target),
        "numbers": has_numbers(source, target),
        "markup": are_in(source, target),
        "duplication": _repeats(target) < _REPEATS or _repeats(source) >= _REPEATS,
        "omission": _has_length(source, target),
    }
    return tuple((name, "ok" if passed else "failed") for name, passed in results.items())


def _is_untranslated(source: str, target: str) -> bool:
    if not _passages(source).isdisjoint(_passages(target)):
        return True
    if _WORD.findall(source.casefold()) != _WORD.findall(target.casefold()):
        return False
    return len(_LOWER_WORD.findall(between(source))) > 1


def _passages(text: str) -> set[tuple[str, ...]]:
    """Every `_COPIED` words in lower case that follow one another, whatever stands between them."""
    words = _LOWER_WORD.findall(between(text))
    return {tuple(words[i : i + _COPIED]) for i in range(len(words) - _COPIED + 1)}


def has_numbers(source: str, target: str) -> bool:
    """Whether the values of the numbers of `source` are in `target`, as `check` asks of them.

    >>> has_numbers("ouvert 24 heures sur 24", "open 24 hours a day")
    True
    """
    return _has_numbers(source, target) or _has_numbers(_AROUND.sub(r"\1", source), target)


def _has_numbers(source: str, target: str) -> bool:
    written = dict(enumerate(english(target)))
    rates = [rate for unit, rate in _CONVERSIONS.items() if unit.search(target)]
    spelled = _spelled(target)
    places: list[int] = []
    for values in french(source):
        place = _first_match(values, written)
        if place is None and rates:
            place = _first_converted(values, written, rates)
        if place is not None:
            del written[place]
            places.append(place)
        elif (word := next((value for value in spelled if value in values), None)) is not None:
            spelled.remove(word)
        elif values != _NONE and not _is_decade(values, source, written):
            return False
    if places != sorted(places):  # two were swapped
        return False
    new = [values for values in written.values() if Decimal(0) not in values]  # "9 h" is "9:00"
    return not new or _FRENCH_WORDS.search(source) is not None


def _spelled(target: str) -> list[Decimal]:
    """The numbers in English letters, with "fifty-eight" as one."""
    found = []
    for word in _SPELLED.findall(target.lower()):
        parts = [_VALUES[part] for part in word.split("-") if part in _VALUES]
        found += [sum(parts, Decimal(0))] if _COMPOUND.fullmatch(word) else parts
    return found


def _first_match(values: Values, among: dict[int, Values]) -> int | None:
    return next((place for place, other in among.items() if values & other), None)


def _first_converted(
    values: Values, among: dict[int, Values], rates: list[tuple[Decimal, int]]
) -> int | None:
    wanted = [value * rate + offset for value in values for rate, offset in rates]
    for place, others in among.items():
        for other in others:
            if any(abs(other - one) <= _ROUNDING * one for one in wanted):
                return place
    return None


def _is_decade(values: Values, source: str, written: dict[int, Values]) -> bool:
    """Whether "années 80" became "1980s"."""
    if "années" not in source.lower():
        return False
    return _first_match(frozenset(value + 1900 for value in values), written) is not None


def _repeats(text: str) -> int:
    """How often at most a passage stands in a row; a long one counts once more."""
    words = _WORD.findall(text.casefold())
    most = 1
    for size in range(1, min(_MAX_PASSAGE, len(words) // 2) + 1):
        extra = int(size >= _LONG_PASSAGE)
        same = 0  # words in a row that equal the word `size` before them
        for place in range(size, len(words)):
            same = same + 1 if words[place] == words[place - size] else 0
            stands = same // size + 1 + extra
            if same >= size and stands > most and _has_letters(words[place - size + 1 : place + 1]):
                most = stands
    return most


def _has_letters(words: list[str]) -> bool:
    return not all(word.isdigit() for word in words)


def _has_length(source: str, target: str) -> bool:
    before, after = len(_LETTER.findall(source)), len(_LETTER.findall(target))
    if before < _SHORT:
        return _has_words(source, target)
    deviations = (after - _RATE * before) / math.sqrt(_VARIANCE * before)
    low, high = _DEVIATIONS
    more = _sentences(target) - _sentences(source)
    if more < 0:
        low = _NARROW_DEVIATIONS[0]
    elif more > 0:
        high = _NARROW_DEVIATIONS[1]
    return low <= deviations <= high


def _has_words(source: str, target: str) -> bool:
    before, after = len(_WORD.findall(source)), len(_WORD.findall(target))
    if not before:
        return bool(target.strip()) or not source.strip()
    low, high = _SHORT_RATIOS
    return low <= after / before <= high


def _sentences(text: str) -> int:
    # "encore,Je" is cut, and its translation is one sentence.
    return sum(bool(sentence) and sentence[-1] != "," for sentence, _ in split(text))
