"""Lines that stand as they are: verse, an address, a list of ingredients.

Responsible for: telling from a few lines whether each is a line of its own.
Not responsible for: where lines begin and end, and which format they stand in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST: Final = 70  # code points of a line; an alexandrine has about 50
_FEWEST: Final = 3
# Of the lines of wrapped prose about one in six begins with a capital, and each is full: the next word
# would not have fitted. Verse has no width, but a stanza of four lines is full by chance, one of seven;
# then all lines must begin so, and half of them end in punctuation. Of 14 338 paragraphs of three
# lines or more (French and English, wrapped at 25 to 70) 4 pass, of 31 stanzas all.
_CAPITALS: Final = 0.75
_PUNCTUATED: Final = 0.5
_OPENING: Final = "\"'“‘«(—–-… \u00a0\u202f"
_ENDS: Final = ",;:.!?…"


def is_verse(lines: Sequence[str]) -> bool:
    """Whether short lines begin with capitals, as those of a poem do, and nobody wrapped them.

    `lines` are without outer white space, and none is blank.

    >>> is_verse(["Le vent se lève sur la plaine,", "La nuit descend,", "Et dans la rue une fontaine"])
    True
    >>> is_verse(["The mayor met Mr", "Brown in New", "York on Monday"])
    False
    """
    longest = max(map(len, lines), default=0)
    if len(lines) < _FEWEST or longest > LONGEST:
        return False
    capitals = sum(line.lstrip(_OPENING)[:1].isupper() for line in lines)
    if capitals < _CAPITALS * len(lines):
        return False
    words = (line.partition(" ")[0] for line in lines[1:])
    if any(len(line) + 1 + len(word) <= longest for line, word in zip(lines, words, strict=False)):
        return True
    punctuated = sum(line.rstrip('"”’»)] \u00a0')[-1:] in _ENDS for line in lines)
    return capitals == len(lines) and punctuated >= _PUNCTUATED * len(lines)
