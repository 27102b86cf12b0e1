"""A title that is set on two, three or four lines: "LE CONSEIL / ADOPTE LE BUDGET / DE L'ANNÉE".

Responsible for: telling one from a list, an address or lines of verse.
Not responsible for: whether what it stands above makes it a heading (kinds.py).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onetongue.language.linking import ends_in_phrase, first_word
from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

# Of titles of 5 to 12 words (French and English) on 2 to 4 lines of 18 to 34 columns, 53 to 60 % are told,
# centred 73 to 79 %, in capitals 60 to 72 %. Of 18 000 lists of 2, 3 and 4 lines drawn from what programs
# say .9, .1 and 0 % pass; were they all in capitals, 3, 6 and .4 %; were just the first line to begin
# with one, 9, 18 and 3 %.
MOST: Final = 4  # lines
LONGEST: Final = 60  # code points of a line; of more, a title is one line
# How far from each other the middles of centred lines may be, and how much shorter one of them is.
_OFF, _SHORTER = 1.5, 4
_NO_END: Final = (",", ";", ":", ".", "…")
# An entry of a list may begin with one: "du sucre", "LE POISSON".
_ARTICLES: Final = frozenset("le la les l' un une the a an".split())
_PARTITIVES: Final = _ARTICLES | frozenset("de du des d'".split())


def is_title(lines: Sequence[str], indents: Sequence[int]) -> bool:
    """Whether lines, each with how far it is indented, are one title.

    They are all in capitals, or the first alone begins with one; none ends as a sentence does, and they
    are centred, or words such as "of" and "le" link half of them or more with those above. Capitals
    that are centred need such words too; articles before nouns ("Pour la pâte / de la farine / du
    sucre") make a list.

    >>> is_title(["LE CONSEIL MUNICIPAL", "ADOPTE LE BUDGET", "DE L'ANNÉE"], [0, 0, 0])
    True
    >>> is_title(["Mairie de Lyon", "Service des eaux"], [0, 0])
    False
    """
    if not 1 < len(lines) <= MOST or any(len(line) > LONGEST for line in lines):
        return False
    if any(line.endswith(_NO_END) for line in lines) or lines[0].endswith(("?", "!")):
        return False
    is_capitals = all(map(str.isupper, lines))
    is_carried_on = lines[0][0].isupper() and all(line[0].islower() for line in lines[1:])
    if not is_capitals and not is_carried_on:
        return False
    firsts = [first_word(line) for line in lines[1:]]
    lasts = [ends_in_phrase(line) for line in lines[:-1]]
    is_centred = _is_centred(lines, indents)
    if is_centred and is_carried_on:
        return True
    linking = words("linking") - _ARTICLES if is_capitals and not is_centred else words("linking")
    linked = sum(last or first in linking for last, first in zip(lasts, firsts, strict=True))
    if 2 * linked < len(firsts):
        return False
    is_list = len(lines) > 2 and _PARTITIVES.issuperset(firsts)  # noqa: PLR2004 - two are no list
    return any(lasts) or is_capitals or not is_list


def _is_centred(lines: Sequence[str], indents: Sequence[int]) -> bool:
    lengths = [len(line) for line in lines]
    middles = [at + length / 2 for at, length in zip(indents, lengths, strict=True)]
    is_one = all(abs(a - b) <= _OFF for a, b in pairwise(middles))
    return is_one and max(lengths) - min(lengths) >= _SHORTER
