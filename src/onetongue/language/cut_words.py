r"""Words that a line break cuts: "muni-" and "cipal", "porte-" and "parole".

Responsible for: whether the hyphen at the end of a line cuts a word, and what of it is the word's.
Not responsible for: where lines end, or whether a line goes on in the next one.
"""

from __future__ import annotations

import re
from typing import Final

from onetongue.language.spellings import levels
from onetongue.language.word_table import ABSENT

# A hyphen, and what scanners and word processors write for one that is none.
_NO_HYPHEN: Final = "\u00ac\u00ad"
SIGNS: Final = "-\u2010" + _NO_HYPHEN  # what may end a line in the middle of a word
_BEFORE: Final = re.compile(rf"(?P<token>\S*?)(?P<word>[^\W\d_]+)(?P<sign>[{SIGNS}])\Z")
_AFTER: Final = re.compile(r"(?P<word>[^\W\d_]+)(?P<token>\S*)")
_REACH: Final = 60  # code points; longer than any word
# Of addresses, paths, code, numbers and options, whose hyphens are theirs.
_NO_WORD: Final = re.compile(r"[\d/\\@_=#&]|\w[.:]\w|\A--")
# "les pré- et post-tests": the hyphen stands for a word that follows later.
_SUSPENDED: Final = frozenset("et ou and or to".split())
# Half nats: how much more common than the whole both halves must be to be words of their own:
# "est-elle" beside "estelle". Of 6 801 compounds in parallel text (French and English, cut at their
# hyphen) 6.5 % lose it, mostly "e-mail" and "to-morrow"; of 640 000 cuts at syllables of 34 605 words
# 1.4 % keep one. At 5 these are 5.4 and 2.6 %, at 12 9.2 and 0.9 %.
_APART: Final = 8


def between(above: str, below: str) -> str | None:
    """What is read between two lines instead of the end of the first: nothing or a hyphen.

    None where no word is cut. Only the end of `above` and the beginning of `below` are looked at;
    neither has white space around it.

    >>> between("Le conseil muni-", "cipal"), between("le porte-", "parole"), between("de 10-", "12 ans")
    ('', '-', None)
    """
    before = _BEFORE.search(above[-_REACH:])
    after = _AFTER.match(below[:_REACH])
    if before is None or after is None:
        return None
    if _NO_WORD.search(before["token"] + before["word"]) or _NO_WORD.search(after["token"]):
        return None
    if before["sign"] in _NO_HYPHEN:
        return ""
    first, second = before["word"], after["word"]
    if len(first) > 1 and (first + second).isupper():
        first, second = first.lower(), second.lower()
    return _hyphen(first, second, after["token"][:1])


def _hyphen(first: str, second: str, following: str) -> str | None:
    first = first.lower()
    whole = min(levels(first + second))
    if whole < ABSENT and following in {"'", "’"}:  # "aujourd'hui", "quelqu'un"
        return ""
    if second[0].isupper() or len(second) == 1:  # "Jean-Pierre", "a-t-il"
        return "-"
    halves = min(map(max, zip(levels(first), levels(second), strict=True)))
    if whole < ABSENT and halves > whole - _APART:
        return ""
    if second in _SUSPENDED and following != "-":
        return None
    return "-" if halves < ABSENT else ""
