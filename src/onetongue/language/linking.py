"""Words that carry a phrase on: "de", "the", "et". No title, no entry of a list ends in one.

Responsible for: the first and the last word of a line, and whether a line ends in such a word.
Not responsible for: what follows from it.
"""

from __future__ import annotations

import re
from typing import Final

from onetongue.language.wordlists import words

_FIRST: Final = re.compile(r"[^\W\d_]+['’]?")
_LAST: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,10}['’]?\s*\Z")


def first_word(line: str) -> str:
    """The word a line begins with, in lower case, as `words("linking")` writes it; empty for none.

    >>> first_word("L’eau"), first_word("« Oui »")
    ("l'", '')
    """
    found = _FIRST.match(line)
    return _plain(found[0]) if found else ""


def ends_in_phrase(line: str) -> bool:
    """Whether no phrase can be over at the end of a line.

    >>> ends_in_phrase("le ministre de"), ends_in_phrase("PENDANT L'"), ends_in_phrase("Plan A")
    (True, True, False)
    """
    found = _LAST.search(line)
    if not found or not (found[0].strip().islower() or line.isupper()):
        return False
    return _plain(found[0].strip()) in words("linking")


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")
