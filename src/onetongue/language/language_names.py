"""Languages by name and by code, as switchers, settings and lists of languages have them.

Responsible for: whether a word is the code of a language, words its name in itself, and a line a list
of such; how English calls one.
Not responsible for: where such a line may stand, or what a tag declares (`tags`); words that are a
code by chance ("en", "de" and "la" are) when they stand alone.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.language.spellings import folded
from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Mapping

# A language, perhaps a script ("zh-Hant"), perhaps a country or a part of the world ("es-419").
_CODE: Final = re.compile(
    r"(?P<language>[A-Za-z]{2,3})(?:[-_][A-Z][a-z]{3})?(?:[-_](?:(?P<country>[A-Za-z]{2})|\d{3}))?"
)
_VARIETY: Final = re.compile(r"\s*\([^()\n]{1,40}\)$")  # "Français (Canada)"
_BETWEEN: Final = re.compile(r"\s*[|/,;:·•\n]\s*|\s+[-–—]\s+|\s{2,}")


class _Known(NamedTuple):
    names: Mapping[str, str]  # English ones, by code
    own: frozenset[str]  # folded, as the English ones are
    english: frozenset[str]


def is_language_code(token: str) -> bool:
    """Whether a word is written as a language tag: ISO 639, with script and country if it has them.

    >>> is_language_code("fr-CA"), is_language_code("EN"), is_language_code("es-tu")
    (True, True, False)
    """
    match = _CODE.fullmatch(token)
    if match is None or match["language"].lower() not in _known().names:
        return False
    return match["country"] is None or match["country"].lower() in words("countries")


def is_language_name(text: str) -> bool:
    """Whether a text is just how a language calls itself, perhaps with a country in brackets.

    Case and accents do not matter.

    >>> is_language_name("Français (Canada)"), is_language_name("FRANCAIS"), is_language_name("Anglais")
    (True, True, False)
    """
    return _bare(text) in _known().own


def is_language_list(text: str) -> bool:
    """Whether a text is names and codes of languages and nothing else, one or more.

    They are parted by signs, wide spaces or line breaks; English names count beside others. Codes
    alone must be two or more, since one may be a word.

    >>> is_language_list("English | Français | DE"), is_language_list("fr: French")
    (True, True)
    >>> is_language_list("en"), is_language_list("de la")
    (False, False)
    """
    known = _known()
    parts = [part for part in _BETWEEN.split(text.strip()) if part]
    names = [_bare(part) for part in parts if not is_language_code(part)]
    is_known = all(name in known.own or name in known.english for name in names)
    return is_known and bool(names or len(parts) > 1)


def english_name(code: str) -> str:
    """How English calls a language; the code itself if it is none of the table.

    >>> english_name("fr"), english_name("xx")
    ('French', 'xx')
    """
    return _known().names.get(code, code)


def _bare(text: str) -> str:
    return folded(unicodedata.normalize("NFC", _VARIETY.sub("", text.strip())))


@cache
def _known() -> _Known:
    """What the table holds; its header says how it is written."""
    table = files("onetongue").joinpath("data", "languages.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    return _Known(
        {code: name for code, name, _ in rows},
        frozenset(folded(name) for _, _, own in rows for name in own.split(" / ")),
        frozenset(folded(name) for _, name, _ in rows),
    )
