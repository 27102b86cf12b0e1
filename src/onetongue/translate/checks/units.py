"""What stands beside a number and says what it counts: scales, units, currencies.

Responsible for: reading them in both languages, and whether two of them can be the same.
Not responsible for: the numbers (`numbers`), or converting one unit into another.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

_SPACE: Final = "[ \u00a0\u202f\u2009]"
# What a number is multiplied by: name, French, English.
_SCALES: Final = (
    ("thousand", r"mille|milliers?", r"thousands?|k"),
    ("million", r"millions?", r"millions?|mn"),
    ("billion", r"milliards?|Mds?", r"billions?|bn"),
    ("trillion", r"billions?", r"trillions?|tn"),
)
# What is counted: name, French, English. Where a letter means two things both have it.
_UNITS: Final = (
    ("%", r"%|pour\s?cents?", r"%|per\s?cent(?:age)?|pct|pc"),
    ("km", r"km|kilomètres?", r"kms?|kph|kilomet(?:er|re)s?"),
    ("cm", r"cm|centimètres?", r"cm|centimet(?:er|re)s?"),
    ("mm", r"mm|millimètres?", r"mm|millimet(?:er|re)s?"),
    ("m", r"m|mètres?", r"m|met(?:er|re)s?"),
    ("mile", r"miles?|milles|mph", r"miles?|mi|mph"),
    ("foot", r"pieds?", r"feet|foot|ft"),
    ("inch", r"pouces?", r"inch(?:es)?"),
    ("kg", r"kg|kilos?|kilogrammes?", r"kgs?|kilos?|kilogram(?:me)?s?"),
    ("mg", r"mg|milligrammes?", r"mg|milligram(?:me)?s?"),
    ("g", r"g|grammes?", r"g|gram(?:me)?s?"),
    ("ton", r"t|tonnes?", r"t|tons?|tonnes?"),
    ("cl", r"cl|centilitres?", r"cl|centilit(?:er|re)s?"),
    ("ml", r"ml|millilitres?", r"ml|millilit(?:er|re)s?"),
    ("l", r"l|L|litres?", r"l|L|lit(?:er|re)s?"),
    ("hectare", r"ha|hectares?", r"ha|hectares?"),
    ("acre", r"acres?", r"acres?"),
    ("kB", r"[kK]o|kilooctets?", r"[kK]B|kilobytes?"),
    ("MB", r"Mo|mégaoctets?", r"MB|megabytes?"),
    ("GB", r"Go|gigaoctets?", r"GB|gigabytes?"),
    ("TB", r"To|téraoctets?", r"TB|terabytes?"),
    ("°C", r"°\s?C|degrés\sCelsius", r"°\s?C|degrees\sCelsius"),
    ("°F", r"°\s?F|degrés\sFahrenheit", r"°\s?F|degrees\sFahrenheit"),
    ("hour", r"h|heures?", r"h|hrs?|hours?|o['’]clock|[ap]\.?m\.?|[AP]\.?M\.?"),
    ("minute", r"min|mn|minutes?", r"mins?|minutes?"),
    ("second", r"s|sec|secondes?", r"secs?|seconds?"),
    ("day", r"j|jours?", r"days?"),
    ("week", r"semaines?", r"weeks?"),
    ("month", r"mois", r"months?"),
    ("year", r"ans?|années?", r"years?|yrs?"),
    ("euro", r"€|euros?|EUR", r"€|euros?|EUR"),
    ("dollar", r"\$|dollars?|USD", r"\$|dollars?|USD"),
    ("pound", r"£|livres?|GBP", r"£|pounds?|lbs?|GBP"),
    ("franc", r"francs?|CHF", r"francs?|CHF"),
)
# Without these the number says something else; the other units may go without saying.
_NEEDED: Final = frozenset({"%", "euro", "dollar", "pound"})
# A year: "en 2013", "in 2013"; it is told from what is counted.
_YEAR: Final = re.compile(r"(?:1[0-9]|20)\d\d(?!\w|[.,\u00a0\u202f ]?\d)")
_BEFORE_YEAR: Final = re.compile(r"\b(?:en|in|since|depuis)\s$", re.IGNORECASE)
_CURRENCIES: Final = {"€": "euro", "$": "dollar", "£": "pound"}
_BEFORE: Final = re.compile(rf"(?P<sign>[€$£]){_SPACE}?$")
_END: Final = r"(?![\w'’])"
_FRENCH: Final = 1
_ENGLISH: Final = 2
# What is paid or counted for each of: "par mois", "950 € a month".
_RATES: Final = (
    (
        re.compile(
            r"(?:\b(?:par|chaque|tou(?:te)?s les)\s|/)\s?(?P<each>heures?|jours?|semaines?|mois|ans?|années?)\b"
        ),
        _FRENCH,
    ),
    (
        re.compile(
            r"(?:\b(?:per|each|every)\s|(?:\d|\b(?:times|once|twice|euros|dollars|pounds))\s+an?\s|/)\s?"
            r"(?P<each>hour|day|week|month|year)\b"
        ),
        _ENGLISH,
    ),
)


class Measure(NamedTuple):
    """The scale and the unit of a number by name; empty where nothing is said."""

    scale: str = ""
    unit: str = ""


def french(text: str, start: int, end: int) -> Measure:
    """What the number at `start` to `end` of a French text counts.

    >>> french("3 milliards d'euros", 0, 1)
    Measure(scale='billion', unit='euro')
    """
    return _measure(text, start, end, _FRENCH)


def english(text: str, start: int, end: int) -> Measure:
    """What the number at `start` to `end` of an English text counts.

    >>> english("€3bn", 1, 2)
    Measure(scale='billion', unit='euro')
    """
    return _measure(text, start, end, _ENGLISH)


def agree(ours: Measure, theirs: Measure, target: str) -> bool:
    """Whether a French and an English measure of one number can be the same.

    A scale or a sign of per cent may stand once in the `target` for several numbers: "10 to 20%".
    """
    if ours.unit and theirs.unit and ours.unit != theirs.unit:
        return False
    if ours.scale != theirs.scale and (theirs.scale or not _stands(ours.scale, _SCALES, target)):
        return not ours.scale and not ours.unit
    return bool(theirs.unit) or ours.unit not in _NEEDED or _stands(ours.unit, _UNITS, target)


def have_same_rates(source: str, target: str) -> bool:
    """Whether what is said "par mois" is not said "per week".

    >>> have_same_rates("950 € par mois", "€950 per week"), have_same_rates("par an", "every year")
    (False, True)
    """
    ours, theirs = (
        {_rate_of(match["each"], language) for match in pattern.finditer(text)}
        for text, (pattern, language) in zip((source, target), _RATES, strict=True)
    )
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _rate_of(word: str, language: int) -> str:
    return next(row[0] for row in _UNITS if re.fullmatch(row[language], word))


def _stands(name: str, table: tuple[tuple[str, str, str], ...], target: str) -> bool:
    english = next(row[_ENGLISH] for row in table if row[0] == name) if name else ""
    return not name or re.search(rf"(?<![^\W\d_])(?:{english}){_END}", target) is not None


def _measure(text: str, start: int, end: int, language: int) -> Measure:
    before = _BEFORE.search(text, max(0, start - 2), start)
    match = _pattern(language).match(text, end)
    found = match.groupdict() if match else {}
    scale = _named(found.get("scale"), _SCALES, language)
    unit = _named(found.get("unit"), _UNITS, language)
    if before and unit == "m":  # "€3m"
        scale, unit = "million", ""
    if not (scale or unit or before) and _is_year(text, start, end):
        unit = "date"
    return Measure(scale, unit or (_CURRENCIES[before["sign"]] if before else ""))


def _is_year(text: str, start: int, end: int) -> bool:
    year = _YEAR.match(text, start)
    return (
        year is not None
        and year.end() == end
        and bool(_BEFORE_YEAR.search(text, max(0, start - 10), start))
    )


@cache
def _pattern(language: int) -> re.Pattern[str]:
    """A scale and a unit behind a number, each of which may be missing."""
    scales = "|".join(row[language] for row in _SCALES)
    units = "|".join(row[language] for row in _UNITS)
    of = r"(?:d['’]|de\s|of\s)?"
    return re.compile(
        rf"(?:{_SPACE}|-)?(?:(?P<scale>{scales}){_END})?(?:{_SPACE}|-)?{of}(?:(?P<unit>{units}){_END})?"
    )


def _named(found: str | None, table: tuple[tuple[str, str, str], ...], language: int) -> str:
    if not found:
        return ""
    return next((row[0] for row in table if re.fullmatch(row[language], found)), "")
