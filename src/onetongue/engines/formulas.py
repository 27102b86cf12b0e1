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

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES: Final = "…"
# "iPhone", "Outlook pour iOS<https://example.org>", "Samsung Galaxy 52": no word without a capital or a figure.
_FIRST: Final = r"(?=\S*[A-ZÀ-ÖØ-Þ])\S+"
_NEXT: Final = r"(?=\S*[A-ZÀ-ÖØ-Þ\d])\S+"
_LONGEST: Final = 120  # code points; the longest formula has 32, with the address of a program 90


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
    return None


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
