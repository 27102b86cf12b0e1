"""Lines that stand as they are: verse, an address, a list of ingredients.

Responsible for: telling from a few lines whether each is a line of its own.
Not responsible for: where lines begin and end, and which format they stand in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST: Final = 70  # code points; an alexandrine has about 50
_FEWEST: Final = 3
# Of the lines of wrapped prose about one in six begins with a capital.
_CAPITALS: Final = 0.75
_OPENING: Final = "\"'“‘«(—–-… \u00a0\u202f"


def is_verse(lines: Sequence[str]) -> bool:
    """Whether short lines begin with capitals, as those of a poem do, where a sentence goes on.

    `lines` are without outer white space, and none is blank.

    >>> is_verse(["Le vent se lève sur la plaine,", "La nuit descend,", "Et dans la rue une fontaine"])
    True
    """
    if len(lines) < _FEWEST or max(map(len, lines)) > _LONGEST:
        return False
    capitals = sum(line.lstrip(_OPENING)[:1].isupper() for line in lines)
    return capitals >= _CAPITALS * len(lines)
