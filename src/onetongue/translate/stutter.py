"""What an engine said more than once in a row.

Responsible for: leaving the second of two words out, and what an engine that got stuck said again.
Not responsible for: telling that it got stuck, which fails a check (`checks`).

In 2,989 human translations (FLORES dev, NTREX-128) a word stands twice in a row, where none does in
the French, as a misprint ("according to to the official") and in one name ("plus plus") only; in
60,000 pairs of parliament and everyday text as "that that" and "had had" only.
"""

from __future__ import annotations

import re
from typing import Final

from onetongue.language.literals import outside

# Behind a hyphen only longer words: "Moon Jae-in in the past". "A a" may be two words.
_TWICE: Final = re.compile(
    r"(?:(?<![\w’'-])|(?<=-)(?=[^\W\d_]{4}))(?!(?:had|that)\b)(?P<word>[^\W\d_]{2,}|[b-hj-z])\s+"
    r"(?P<rest>(?P=word)(?:\s+(?P=word))*)(?![\w’'])",
    re.IGNORECASE,
)
_STUCK: Final = re.compile(
    r"(?<![\w’'-])(?P<passage>[^\W\d_][\w’'-]*(?:[ ,]+[\w’'-]+){0,7}?)(?:[ ,]+(?P=passage)(?![\w’'-])){2,}",
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


def unstuck(source: str, target: str) -> str:
    """Say once what stands three times in a row in `target` or more often, and not so in `source`.

    >>> unstuck("des effets indésirables", "adverse adverse adverse effects")
    'adverse effects'
    """
    if _STUCK.search(source):
        return target
    return outside(target, lambda part: _STUCK.sub(r"\g<passage>", part))
