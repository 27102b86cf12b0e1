"""Numbers that an engine mangled: put back where it is certain which they were.

Responsible for: writing a number of a French sentence in place of what the engine made of it, in
the form of English; telephone numbers; the endings of ordinals.
Not responsible for: telling of what is not certain, which fails a check (`checks`).

When in doubt the translation stays as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onetongue.language.literals import find
from onetongue.language.numbers import anglicize, english_figures, french_figures
from onetongue.names.kept import alike
from onetongue.translate.checks import has_numbers

if TYPE_CHECKING:
    from onetongue.language.numbers import Figure

# Of the digits of two numbers. At 0.5, 0.6 and 0.75 alike no number was put back wrongly into 700 of
# an engine's translations, and the one of 2,989 people's that changes has 2009 for the French 2019.
_ALIKE: Final = 0.6
_MOST: Final = 40  # numbers; a sentence has fewer, and the work grows with their square
# What says how much one of a number is, and makes another of it: "2,300 million" is right for "2,3
# milliards", and "2nd" cannot become "21nd".
_UNITS: Final = "[ckm]?m|[km]?g|[hlt]"
_FRENCH_UNIT: Final = re.compile(rf"\s?(mill(?:e|ion|iard)|{_UNITS})(?:s?\b|(?=\d))")
_ENGLISH_UNIT: Final = re.compile(
    rf"\s?(thousand|hundred|dozen|[mb]illion|bn|{_UNITS}|st|nd|rd|th|and a half|o['’]clock|:\d)(?:s?\b|$)"
)
_ORDINAL: Final = re.compile(r"(?<![.,])(?<!1)([123])th\b")
_ENDINGS: Final = {"1": "st", "2": "nd", "3": "rd"}
_SCALES: Final = {"mille": "thousand", "milliard": "billion"}


def put_back(source: str, target: str) -> str:
    """Write numbers of the French sentence `source` in the English `target` for what became of them.

    Only where as many are lost as there are new ones, each like its own in the same order and with
    the same unit or none, and where all the numbers are right afterwards. Idempotent.

    >>> put_back("Il a 1 960 soldats et 2,8 % des voix.", "It has 1,96 soldiers and 28.8% of votes.")
    'It has 1,960 soldiers and 2.8% of votes.'
    """
    if has_numbers(source, target):
        return target
    lost, new = _unpaired(source, target)
    if len(lost) != len(new) or len(lost) > _MOST:
        return target
    made = target
    for ours, theirs in zip(reversed(lost), reversed(new), strict=True):
        number = source[ours.start : ours.end]
        if alike(_digits(number), _digits(target[theirs.start : theirs.end])) < _ALIKE:
            return target
        if not _have_one_unit(source[ours.end :], target[theirs.end :]):
            return target
        made = made[: theirs.start] + anglicize(number, number) + made[theirs.end :]
    return made if has_numbers(source, made) else target


def with_telephones(source: str, target: str) -> str:
    """Write the telephone numbers of `source` as they stand there: engines put commas into them.

    >>> with_telephones("Appelez le 01 23 45 67 89.", "Call 01,23,45,67,89.")
    'Call 01 23 45 67 89.'
    """
    for one in find(source):
        groups = re.findall(r"\d+", one.text)
        if one.kind == "number" and len(groups) > 1 and one.text not in target:
            mangled = r"[ \u00a0\u202f.,()-]{1,2}".join(groups)
            target = re.sub(rf"[+(]?(?<!\d){mangled}(?!\d)", one.text, target)
    return target


def with_ordinals(text: str) -> str:
    """Write ordinals with the ending that English has: engines say "3th".

    >>> with_ordinals("the 3th and the 21th, not the 11th, 13th or 4th")
    'the 3rd and the 21st, not the 11th, 13th or 4th'
    """
    return _ORDINAL.sub(lambda match: match[1] + _ENDINGS[match[1]], text)


def _unpaired(source: str, target: str) -> tuple[list[Figure], list[Figure]]:
    """The numbers of the source that the target has not, and those that only it has."""
    lost: list[Figure] = []
    new = list(english_figures(target))
    for figure in french_figures(source):
        same = next((other for other in new if _is_same(figure, other)), None)
        if same is None:
            lost.append(figure)
        else:
            new.remove(same)
    return lost, new


def _is_same(one: Figure, other: Figure) -> bool:
    return len(one.values) == len(other.values) and all(
        ours & theirs for ours, theirs in zip(one.values, other.values, strict=True)
    )


def _have_one_unit(after: str, after_theirs: str) -> bool:
    """Whether what stands after two numbers says the same of how much they are."""
    french, english = _FRENCH_UNIT.match(after), _ENGLISH_UNIT.match(after_theirs)
    unit = french[1] if french else ""
    return _SCALES.get(unit, unit) == (english[1] if english else "")


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)
