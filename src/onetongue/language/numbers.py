"""Numbers as French and English write them.

Responsible for: turning the French forms an engine copied into English ones, and reading the
values of the numbers in a text of either language.
Not responsible for: deciding whether a translation keeps its numbers (`translate.checks`), or putting back
what it lost (`translate.lost_numbers`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from onetongue.language.literals import blanked, outside

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE = "[ \u00a0\u202f\u2009]"
# "1 960", not the "300 000" of "01 42 300 000": a group of digits before or after makes it a
# telephone number, as in "514 555-0100", and no number starts with 0.
_GROUPED = rf"(?<![\d,.])(?<!\d{_SPACE})(?!0|\d{{3}}{_SPACE}\d{{3}}[-\u2011]\d{{4}}(?!\d))\d{{1,3}}(?:{_SPACE}\d{{3}})+(?:,\d+)?(?!{_SPACE}?\d)(?!,\d)"
_DECIMAL = r"(?<![\d,.])\d+,\d+(?!\d|[,.]\d)"
_FRENCH = re.compile(rf"{_GROUPED}|{_DECIMAL}")
_CLOCK = re.compile(
    rf"(?<![\d:,.])(?P<hour>[01]?\d|2[0-4]){_SPACE}?h{_SPACE}?(?P<minute>[0-5]\d)(?!\d)"
)
_NUMBER = re.compile(rf"(?P<grouped>{_GROUPED})|\d+(?:[.,]\d+)*")
_HALF_DAY = re.compile(r"(?::\d\d)?\s?(?P<half>[ap])\.?\s?m\b", re.IGNORECASE)
_GROUPS_OF_THREE = 3
_CENTURY = re.compile(r"(?<!\d)([12]\d)\d\d[-–]$")  # what stands before the end of "1950-53"

Values = frozenset[Decimal]


class Figure(NamedTuple):
    """A number as it is written, "1950" or "7.55": its span in code points, and what it can mean.

    More than one value stands for several numbers, each with every value it can have.
    """

    start: int
    end: int
    values: tuple[Values, ...]


def anglicize(text: str, source: str) -> str:
    """Write the numbers of `text` that stand in French form in the French `source` as English does.

    Literals are left alone, and so is everything that does not stand in `source`: there "1,960" is
    the engine's own English.

    >>> anglicize("1 960 soldiers, 30,45% at 19 h 30", "1 960 soldats, 30,45 % à 19 h 30")
    '1,960 soldiers, 30.45% at 19:30'
    """
    copied = {_plain(match[0]) for match in _FRENCH.finditer(source)}
    clocks = {_clock(match) for match in _CLOCK.finditer(source)}

    def number(match: re.Match[str]) -> str:
        return _english(match[0]) if _plain(match[0]) in copied else match[0]

    def clock(match: re.Match[str]) -> str:
        return _clock(match) if _clock(match) in clocks else match[0]

    return outside(text, lambda part: _CLOCK.sub(clock, _FRENCH.sub(number, part)))


def french(text: str) -> tuple[Values, ...]:
    """Read the numbers of a French text, in order; each with every value it can have.

    "1.960" can be either; "1,960" is 1.96; the end of "1950-53" can be 1953. Those inside literals
    do not count.

    >>> [sorted(map(str, values)) for values in french("1 960 et 30,45 %")]
    [['1960'], ['30.45']]
    """
    return tuple(values for figure in french_figures(text) for values in figure.values)


def english(text: str) -> tuple[Values, ...]:
    """Read the numbers of an English text, in order; each with every value it can have.

    An hour before "p.m." can also be twelve more. "7.55 am" is two numbers, as 7:55 is.

    >>> [sorted(map(str, values)) for values in english("1,960 and 30.45%")]
    [['1960'], ['30.45']]
    """
    return tuple(values for figure in english_figures(text) for values in figure.values)


def french_figures(text: str) -> Iterator[Figure]:
    """Read the numbers as `french` does, each with where it stands, in order."""
    text = blanked(text)
    for match in _NUMBER.finditer(text):
        if match["grouped"]:
            values = [_values(_english(match[0]).replace(",", ""))]
        else:
            values = _in_century(text, match.start(), _read(match[0], decimal=",", group="."))
        yield Figure(*match.span(), tuple(values))


def english_figures(text: str) -> Iterator[Figure]:
    """Read the numbers as `english` does, each with where it stands, in order."""
    text = blanked(text)
    for match in re.finditer(r"\d+(?:[.,]\d+)*", text):
        clock = _HALF_DAY.match(text, match.end())
        token = match[0].replace(".", " ") if clock else match[0]  # "7.55 am"
        values = [one for part in token.split() for one in _read(part, decimal=".", group=",")]
        if clock and clock["half"] in "pP":
            values = [one | {value + 12 for value in one} for one in values]
        yield Figure(*match.span(), tuple(_in_century(text, match.start(), values)))


def _in_century(text: str, start: int, values: list[Values]) -> list[Values]:
    """`values`, and the year that the second of "1950-53" means beside its own."""
    century = _CENTURY.search(text, max(0, start - 6), start)
    if century is None:
        return values
    return [one | {100 * int(century[1]) + value for value in one if value < 100} for one in values]  # noqa: PLR2004


def _read(token: str, *, decimal: str, group: str) -> list[Values]:
    parts = re.split(r"[.,]", token)
    marks = re.findall(r"[.,]", token)
    grouped = all(len(part) == _GROUPS_OF_THREE for part in parts[1:]) and len(parts[0]) <= (
        _GROUPS_OF_THREE
    )
    if not marks:
        return [_values(token)]
    if marks == [decimal]:
        return [_values(".".join(parts))]
    if marks == [group]:  # "3.5" in a French text is 3.5, "1.960" may be either
        plain = {"".join(parts)} if grouped else set()
        loose = {".".join(parts)} if decimal == "," else set()
        return [_values(*plain, *loose)] if plain or loose else [_values(part) for part in parts]
    if grouped and set(marks) == {group}:
        return [_values("".join(parts))]
    if marks[-1] == decimal and set(marks[:-1]) == {group}:
        return [_values("".join(parts[:-1]) + "." + parts[-1])]
    return [_values(part) for part in parts]  # "3.8.3", "1,2,3"


def _values(*numbers: str) -> Values:
    return frozenset(Decimal(number) for number in numbers)


def _english(number: str) -> str:
    whole, _, fraction = number.partition(",")
    return re.sub(_SPACE, ",", whole) + ("." + fraction if fraction else "")


def _clock(match: re.Match[str]) -> str:
    return f"{match['hour']}:{match['minute']}"


def _plain(number: str) -> str:
    return re.sub(_SPACE, " ", number)
