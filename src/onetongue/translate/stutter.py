"""A word that an engine said twice.

Responsible for: leaving the second one out.
Not responsible for: what stands three times, or passages of several words: an engine that got stuck
fails a check (`checks`).

In 2,989 human translations (FLORES dev, NTREX-128) a word stands twice in a row, where none does in
the French, as a misprint ("according to to the official") and in one name ("plus plus") only; in
60,000 pairs of parliament and everyday text as "that that" and "had had" only.
"""

from __future__ import annotations

import re
from typing import Final

from onetongue.translate.literals import outside

_TWICE: Final = re.compile(
    r"(?<![\w’'-])(?!(?:had|that)\b)(?P<word>[^\W\d_]{2,})\s+(?P<rest>(?P=word)(?:\s+(?P=word))*)(?![\w’'-])",
    re.IGNORECASE,
)


def without_stutter(source: str, target: str) -> str:
    """Leave out the second of words that stand twice in a row, and no more, in `target`.

    Unless some do in `source`.

    >>> without_stutter("Le vice-ministre est parti.", "The Deputy Deputy Minister has left.")
    'The Deputy Minister has left.'
    >>> without_stutter("Très, très cher à Bora Bora", "Very dear on Bora Bora")
    'Very dear on Bora Bora'
    """
    if _TWICE.search(source):
        return target

    def once(match: re.Match[str]) -> str:
        return match["word"] if len(match["rest"]) == len(match["word"]) else match[0]

    return outside(target, lambda part: _TWICE.sub(once, part))
