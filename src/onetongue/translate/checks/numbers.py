"""Whether a translation has the numbers of its source.

Responsible for: their values, in digits or letters, in the same order.
Not responsible for: reading a number (`language.numbers`), or putting one back (`lost_numbers`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from onetongue.language.numbers import english_figures, french, french_figures
from onetongue.translate.checks import number_words, units
from onetongue.translate.checks.units import Measure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from onetongue.language.numbers import Figure, Values

_AROUND = re.compile(r"(\d+)\s?(?:h|heures?|j|jours?)\s?(?:sur|/)\s?\1\b")  # "24 heures sur 24"
# "de 9 h à 11 h" is no "9:11": the minutes of a clock must be minutes in the source.
_CLOCK = re.compile(r"(?<![\d:.,])\d{1,2}:(?!00)([0-5]\d)(?![\d:])")
_MINUTES = r"(?:[hH:.]|heures?)[ \u00a0\u202f]?"
_QUARTERS = re.compile(r"\b(?:quarts?|demie?|minutes?|min|mn)\b")
_MOST = 100  # numbers whose order is looked at
_FIRST = re.compile(r"\b(?:No\.|[Nn]umber) ?1\b")  # "leader" became "No.1"
_NONE = frozenset([Decimal(0)])  # "19 h 00" is "7 p.m.", "0 mort" is "no deaths"
# What translators for American readers convert to: so much of it a metric unit is, and the offset.
_CONVERSIONS = {
    re.compile(r"\b(?:miles?|mph)\b"): (Decimal("0.621"), 0),
    re.compile(r"\bsquare miles?\b"): (Decimal("0.386"), 0),
    re.compile(r"\binch(?:es)?\b"): (Decimal("0.394"), 0),
    re.compile(r"\b(?:feet|ft)\b"): (Decimal("3.28"), 0),
    re.compile(r"\byards?\b"): (Decimal("1.09"), 0),
    re.compile(r"\bacres?\b"): (Decimal("2.47"), 0),
    re.compile(r"\bgallons?\b"): (Decimal("0.264"), 0),
    re.compile(r"\b(?:pounds?|lbs?)\b"): (Decimal("2.2"), 0),
    re.compile(r"\bdegrees?\b|°\s?F"): (Decimal("1.8"), 32),
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


def has_numbers(source: str, target: str) -> bool:
    """Whether the values of the numbers of `source` are in `target`, as `check` asks of them.

    >>> has_numbers("ouvert 24 heures sur 24", "open 24 hours a day")
    True
    """
    if not units.have_same_rates(source, target) or number_words.is_mistaken(source, target):
        return False
    if not _has_clocks(source, target):
        return False
    return _has_numbers(source, target) or _has_numbers(_AROUND.sub(r"\1", source), target)


def _has_clocks(source: str, target: str) -> bool:
    """Whether minutes of the target are minutes of the source."""
    minutes = set(_CLOCK.findall(target))
    if not minutes or _QUARTERS.search(source):
        return True
    return all(re.search(rf"{_MINUTES}{one}(?!\d)", source) for one in minutes)


def _has_numbers(source: str, target: str) -> bool:
    target = _FIRST.sub("", target)
    written = dict(enumerate(_numbers(target, english_figures(target), units.english)))
    rates = [rate for unit, rate in _CONVERSIONS.items() if unit.search(target)]
    spelled = list(number_words.english(target))
    places: list[_Place] = []
    for number in _numbers(source, french_figures(source), units.french):
        values = number.values
        place = _first_match(number, written, target)
        if place is None and rates:
            place = _first_converted(values, written, rates)
        if place is not None:
            is_same = written.pop(place).measure == number.measure
            places.append(_Place(place, number.measure if is_same else None))
        elif (word := next((one for one in spelled if one & values), None)) is not None:
            spelled.remove(word)
        elif values != _NONE and not _is_decade(values, source, written):
            return False
    if _are_swapped(places):
        return False
    new = [
        one
        for one in written.values()
        if Decimal(0) not in one.values
        and not _is_conversion(one, source, rates)  # "9 h" is "9:00"
    ]
    return not new or _FRENCH_WORDS.search(source) is not None


class _Number(NamedTuple):
    """A number with every value it can have, and what it counts."""

    values: Values
    measure: Measure = Measure()


class _Place(NamedTuple):
    """Where a number of the source stands among those of the target.

    `measure` is what it counts, None if the two texts do not say the same of that.
    """

    place: int
    measure: Measure | None


def _are_swapped(places: list[_Place]) -> bool:
    """Whether two numbers stand in another order, and what they count does not tell them apart."""
    return any(
        one.place > other.place
        and (one.measure == other.measure or None in {one.measure, other.measure})
        for i, one in enumerate(places[:_MOST])
        for other in places[i + 1 : _MOST]
    )


def _numbers(
    text: str, figures: Iterable[Figure], measure: Callable[[str, int, int], Measure]
) -> Iterator[_Number]:
    """The numbers of a text, in order; of several in one figure only the last counts something."""
    for figure in figures:
        *first, last = figure.values
        yield from map(_Number, first)
        yield _Number(last, measure(text, figure.start, figure.end))


def _first_match(number: _Number, among: dict[int, _Number], target: str) -> int | None:
    return next(
        (
            place
            for place, other in among.items()
            if number.values & other.values and units.agree(number.measure, other.measure, target)
        ),
        None,
    )


def _first_converted(
    values: Values, among: dict[int, _Number], rates: list[tuple[Decimal, int]]
) -> int | None:
    wanted = [value * rate + offset for value in values for rate, offset in rates]
    for place, number in among.items():
        for other in number.values:
            if any(abs(other - one) <= _ROUNDING * one for one in wanted):
                return place
    return None


def _is_conversion(number: _Number, source: str, rates: list[tuple[Decimal, int]]) -> bool:
    """Whether a number that only the target has says again what one of the source does."""
    return bool(rates) and any(
        _first_converted(values, {0: number}, rates) is not None for values in french(source)
    )


def _is_decade(values: Values, source: str, written: dict[int, _Number]) -> bool:
    """Whether "années 80" became "1980s"."""
    if "années" not in source.lower():
        return False
    years = frozenset(value + 1900 for value in values)
    return any(years & number.values for number in written.values())
