"""Dividing a sentence that is too long for a model.

Responsible for: cutting at clause boundaries, so that nothing is cut off silently.
Not responsible for: finding sentences (`language.sentences`), or measuring length (the engine's tokenizer).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_WEAKER = (r"(?<=[;:])\s+", r"(?<=,)\s+", r"\s+")  # where to cut, best first


def divide(text: str, length: Callable[[str], int], limit: int) -> tuple[str, ...]:
    """Divide `text` into parts of at most `limit` as measured by `length`; none for a blank text.

    Every cut replaces white space: after `;` or `:` where there is one, else after a comma, else
    between any two words, always as near to the middle as there is. A word longer than `limit`
    stays whole.

    >>> divide("one, two; three", len, 9)
    ('one, two;', 'three')
    """
    text = text.strip()
    if not text:
        return ()
    if length(text) <= limit:
        return (text,)
    middle = len(text) / 2
    for pattern in _WEAKER:
        cuts = list(re.finditer(pattern, text))
        if cuts:
            cut = min(cuts, key=lambda match: abs((match.start() + match.end()) / 2 - middle))
            return (
                *divide(text[: cut.start()], length, limit),
                *divide(text[cut.end() :], length, limit),
            )
    return (text,)
