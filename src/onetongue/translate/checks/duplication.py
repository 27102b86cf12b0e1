"""Whether a translation says something again and again, as an engine that got stuck does.

Responsible for: passages that stand several times in a row.
Not responsible for: taking them out (`stutter`).
"""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+|[.!?]")  # "the guru. The guru" is no repetition
_REPEATS = 3  # "very, very" is style, three times in a row is an engine that got stuck
_MAX_PASSAGE = 40  # words; the clause an engine loops over is hardly longer
# Words that stand twice in a row, and not in the source, in 3 of 2,989 human translations: two are
# misprints. From 3 words on it is 2, from 4 none, but engines say "with olives with olives".
_LONG_PASSAGE = 2
# "Manager, Manager, Resources"; of the same 2,989 none.
_LISTED_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]{3,}),\s+\1(?![\w'’-])", re.IGNORECASE)


def is_repetitive(source: str, target: str) -> bool:
    """Whether a passage stands three times in a row, or twice if it is long, and none in `source`.

    Or a word twice with a comma between.

    >>> is_repetitive("des effets indésirables", "adverse adverse adverse effects")
    True
    """
    if _LISTED_TWICE.search(target) and not _LISTED_TWICE.search(source):
        return True
    return _repeats(target) >= _REPEATS > _repeats(source)


def _repeats(text: str) -> int:
    """How often at most a passage stands in a row; a long one counts once more."""
    words = _WORD.findall(text.casefold())
    most = 1
    for size in range(1, min(_MAX_PASSAGE, len(words) // 2) + 1):
        extra = int(size >= _LONG_PASSAGE)
        same = 0  # words in a row that equal the word `size` before them
        for place in range(size, len(words)):
            same = same + 1 if words[place] == words[place - size] else 0
            stands = same // size + 1 + extra
            if same >= size and stands > most and _has_letters(words[place - size + 1 : place + 1]):
                most = stands
    return most


def _has_letters(words: list[str]) -> bool:
    return any(map(str.isalpha, "".join(words)))
