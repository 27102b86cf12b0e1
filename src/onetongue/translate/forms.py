"""The forms in which a heading or caption is asked for.

Responsible for: what else an engine may be asked for instead of a line without final punctuation.
Not responsible for: asking, choosing among the answers (`argos`), or making the answer look like the
line again (`surface`).

A model that has read sentences takes the capital of "Retour à la case départ" for a name's, and a
line without a full stop for half a sentence.
"""

from __future__ import annotations

import re
from typing import Final

from onetongue.translate.capitals import CAPITAL
from onetongue.translate.likeness import is_french_word

_ENDS: Final = ".!?…:;,»”\"')]"
_FIRST: Final = re.compile(rf"{CAPITAL}[^\W\d_]*")
_ELIDED: Final = re.compile(r"(?:[CDJLMNST]|Qu)['’](?=[a-zß-ÿ])")


def forms(line: str) -> tuple[str, ...]:
    """The line, the same with a full stop, and beginning in lower case; a sentence has one form.

    A first word that no French text writes in lower case keeps its capital.

    >>> forms("Retour à la case départ")
    ('Retour à la case départ', 'Retour à la case départ.', 'retour à la case départ')
    >>> forms("Lavrov à Moscou")
    ('Lavrov à Moscou', 'Lavrov à Moscou.')
    >>> forms("Il est parti.")
    ('Il est parti.',)
    """
    if not line or line[-1] in _ENDS:
        return (line,)
    first = _FIRST.match(line)
    if _ELIDED.match(line) or (first and is_french_word(first[0])):
        return (line, f"{line}.", line[0].lower() + line[1:])
    return (line, f"{line}.")
