"""Ellipses as the source has them: "Save under ..." is no translation of "Enregistrer sous…".

Responsible for: which sign stands for one, and that no space comes before it that was not there.
Not responsible for: other punctuation (`presentation`, `typography`).
"""

from __future__ import annotations

import re
from typing import Final

from onetongue.language.literals import between, substitute

_SIGN: Final = r"(?:…|(?<!\.)\.{3}(?!\.))"
ELLIPSIS: Final = re.compile(_SIGN)
_SPACED: Final = re.compile(rf"(?<=\S)[^\S\r\n]+(?={_SIGN})")
_APART: Final = re.compile(rf"(?:^|\s)(?={_SIGN})")


def like_source(text: str, source: str) -> str:
    """Give `text` the ellipses of `source`, where that has one kind of them.

    Where it has both signs, or one with a space before it, the engine's own are left.

    >>> like_source("Save under ...", "Enregistrer sous…"), like_source("A word …", "Un mot …")
    ('Save under…', 'A word …')
    """
    words = between(source)
    signs = ELLIPSIS.findall(words)
    if not signs:
        return text
    if not _APART.search(words):
        text = substitute(_SPACED, "", text)
    return substitute(ELLIPSIS, signs[0], text) if len(set(signs)) == 1 else text
