"""What letters and mails say, as English says it.

Responsible for: the English of a line that is such a formula, with the names in it.
Not responsible for: when an engine is asked (`argos`), or how the line looks (`translate.presentation`).

"Cordialement" is a word of its own in a letter, and "Envoyé de mon iPhone" no sentence: a model that
has read debates says "cordially" and "sent to my iPhone".
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from onetongue.language.lexicon import translations
from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES: Final = "…"
# "iPhone", "Outlook pour iOS<https://example.org>", "Samsung Galaxy 52": no word without a capital or a figure.
_FIRST: Final = r"(?=\S*[A-ZÀ-ÖØ-Þ])\S+"
_NEXT: Final = r"(?=\S*[A-ZÀ-ÖØ-Þ\d])\S+"
_LONGEST: Final = 160  # code points; the longest formula has 32, with names and an address 110
# "Le lun. 4 mars 2019 à 10:12, Paul <a@b.fr> a écrit :", "Le 04/03/2019 à 10:12, Paul a écrit :"
_WROTE: Final = re.compile(
    r"Le (?:(?P<weekday>[a-zû]{3,8})\.?,? )?"
    r"(?P<date>\d{1,2}/\d{1,2}/\d{2,4}|(?P<day>\d{1,2}) (?P<month>[a-zéû]{3,9})\.? (?P<year>\d{4}))"
    r"(?: à|,) (?P<time>\d{1,2}:\d\d(?::\d\d)?), (?P<who>.+) a écrit(?P<end> ?:?)",
    re.IGNORECASE,
)
_ABBREVIATED: Final = 3  # letters that are enough for the name of a day or a month


def formula(line: str) -> str | None:
    """The English of a line that is a formula, with its final punctuation; None if it is none.

    >>> formula("Bien à vous,"), formula("Envoyé de mon iPhone"), formula("Envoyé de ma part")
    ('Yours truly,', 'Sent from my iPhone', None)
    """
    if len(line) > _LONGEST:
        return None
    text = line.replace("’", "'").replace("\u00a0", " ")
    end = text[len(text.rstrip(" .,:!")) :]
    if known := _formulas().get(text.removesuffix(end).lower()):
        return known + end.strip()
    for pattern, english in _with_names():
        if match := pattern.fullmatch(text):
            names = re.sub(" pour (?=[^ ])", " for ", match["names"])
            return english.replace(_NAMES, names)
    wrote = _WROTE.fullmatch(text)
    return _attribution(wrote) if wrote else None


def _attribution(wrote: re.Match[str]) -> str | None:
    """What stands above a passage that an answer quotes; None where a month or a day is no such."""
    day = _in_calendar(wrote["weekday"]) if wrote["weekday"] else ""
    month = _in_calendar(wrote["month"]) if wrote["month"] else ""
    if day is None or month is None:
        return None
    date = f"{wrote['day']} {month} {wrote['year']}" if month else wrote["date"]
    before = f"{day}, " if day else ""
    return f"On {before}{date} at {wrote['time']}, {wrote['who']} wrote{wrote['end'].strip()}"


def _in_calendar(name: str) -> str | None:
    """The English name of a month or a day of the week, which may be abbreviated."""
    name = name.lower()
    full = [one for one in sorted(words("calendar")) if one.startswith(name)]
    if len(name) < _ABBREVIATED or not full:
        return None
    return translations(full[0])[0][0].capitalize()


@cache
def _formulas() -> Mapping[str, str]:
    """The table: French in lower case, English."""
    path = files("onetongue").joinpath("data", "fr", "formulas.tsv")
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


@cache
def _with_names() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The formulas with names in them, as patterns, and their English."""
    names = rf"(?P<names>{_FIRST}(?:(?: pour)? {_NEXT})*)"
    return tuple(
        (re.compile(rf"(?i:{re.escape(french[:-1])}){names}"), english)
        for french, english in _formulas().items()
        if french.endswith(_NAMES)
    )
