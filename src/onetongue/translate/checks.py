"""What can be told about a translation without knowing the languages well.

Responsible for: one result per check, named by the ITS 2.0 `locQualityIssueType` values.
Not responsible for: what becomes of a doubtful translation, or judging its style.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from onetongue.translate.literals import between, find
from onetongue.translate.numbers import Values, english, french

if TYPE_CHECKING:
    from onetongue.document import CheckResult

_WORD = re.compile(r"\w+")
_LOWER_WORD = re.compile(r"\b[^\W\d_A-ZÀ-ÖØ-Þ]{2,}\b")
_REPEATS = 3  # "very, very" is style, three times in a row is an engine that got stuck
_MAX_NGRAM = 6  # words; engines get stuck on one to four
# Words of target per word of source. Of 7,955 human translations (FLORES dev, NTREX-128, TICO-19)
# those of 10 words or more lie between 0.36 and 2.4 but for one in a thousand, shorter ones
# between 0.25 and 3.
_LONG = 10
_LONG_RATIOS = (0.36, 2.4)
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
)
_VALUES = {
    word: Decimal(value)
    for value, words in enumerate(_ENGLISH_WORDS, start=1)
    for word in words.split()
}
# French in letters that English may write in digits: any of them excuses a number that is new.
_FRENCH_WORDS = re.compile(
    r"""\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize
    |vingts?|trente|quarante|cinquante|soixante|cents?|mille|milli(?:on|ard|er)s?|\w{2,}aines?
    |\w{3,}ièmes?|premi(?:er|ère)s?|seconde?s?|midi|minuit|siècles?|années|demie?s?|doubl\w+|tripl\w+
    |(?-i:[IVXLC]{1,7}(?:e|er|ème)?))\b""",
    re.VERBOSE | re.IGNORECASE,
)


def check(source: str, target: str) -> tuple[tuple[str, CheckResult], ...]:
    """Check the French `source` against its English `target`; always the same five, in this order.

    `untranslated`: the target is the source but for case and punctuation, and has at least two
    words in lower case. `numbers`: the values of the source's numbers are in the target, and no
    others. `markup`: the literals are. `duplication`: no passage stands three times in a row that
    does not in the source. `omission`: the target is neither empty nor far too short or long.

    >>> dict(check("Il a 1 960 soldats.", "He has 1,906 soldiers."))["numbers"]
    'failed'
    """
    results = {
        "untranslated": not _is_untranslated(source, target),
        "numbers": _has_numbers(source, target),
        "markup": _has_literals(source, target),
        "duplication": _repeats(target) < _REPEATS or _repeats(source) >= _REPEATS,
        "omission": _has_length(source, target),
    }
    return tuple((name, "ok" if passed else "failed") for name, passed in results.items())


def _is_untranslated(source: str, target: str) -> bool:
    if _WORD.findall(source.casefold()) != _WORD.findall(target.casefold()):
        return False
    return len(_LOWER_WORD.findall(between(source))) > 1


def _has_numbers(source: str, target: str) -> bool:
    written = list(english(target))
    spelled = [_VALUES[word] for word in _WORD.findall(target.lower()) if word in _VALUES]
    for values in french(source):
        if (found := _first_match(values, written)) is not None:
            written.remove(found)
        elif (word := next((value for value in spelled if value in values), None)) is not None:
            spelled.remove(word)
        elif not _is_decade(values, source, written):
            return False
    new = [values for values in written if Decimal(0) not in values]  # "9 h" is "9:00"
    return not new or _FRENCH_WORDS.search(source) is not None


def _first_match(values: Values, among: list[Values]) -> Values | None:
    return next((other for other in among if values & other), None)


def _is_decade(values: Values, source: str, written: list[Values]) -> bool:
    """Whether "années 80" became "1980s"."""
    if "années" not in source.lower():
        return False
    return _first_match(frozenset(value + 1900 for value in values), written) is not None


def _has_literals(source: str, target: str) -> bool:
    wanted = [literal.text for literal in find(source)]
    return all(target.count(text) >= wanted.count(text) for text in set(wanted))


def _repeats(text: str) -> int:
    """How often at most a passage of up to `_MAX_NGRAM` words stands in a row."""
    words = _WORD.findall(text.casefold())
    most = 1
    for size in range(1, _MAX_NGRAM + 1):
        same = 0  # words in a row that equal the word `size` before them
        for place in range(size, len(words)):
            same = same + 1 if words[place] == words[place - size] else 0
            if same // size >= most and _has_letters(words[place - size + 1 : place + 1]):
                most = same // size + 1
    return most


def _has_letters(words: list[str]) -> bool:
    return not all(word.isdigit() for word in words)


def _has_length(source: str, target: str) -> bool:
    before, after = len(_WORD.findall(source)), len(_WORD.findall(target))
    if not before:
        return bool(target.strip()) or not source.strip()
    low, high = _LONG_RATIOS if before >= _LONG else _SHORT_RATIOS
    return low <= after / before <= high
