"""The forms in which a heading or caption is asked for.

Responsible for: what else an engine may be asked for instead of a line without final punctuation.
Not responsible for: asking, choosing among the answers (`argos`), or making the answer look like the
line again (`translate.presentation`).

A model that has read sentences takes the capital of "Retour à la case départ" for a name's, and a
line without a full stop for half a sentence.
"""

from __future__ import annotations

import re
from typing import Final

from onetongue.language.capitals import CAPITAL
from onetongue.language.lexicon import translations
from onetongue.language.spellings import exonyms, folded, is_french_word

_ENDS: Final = ".!?…:;,»”\"')]"
_FIRST: Final = re.compile(rf"{CAPITAL}[^\W\d_]*(?!['’])")
_NAME_GOES_ON: Final = re.compile(rf"[ -]{CAPITAL}")
_ELIDED: Final = re.compile(r"(?:[CDJLMNST]|Qu)['’](?=[a-zß-ÿ])")


def forms(line: str) -> tuple[str, ...]:
    """The line, the same with a full stop, and beginning in lower case; a sentence has one form.

    A first word keeps its capital where it is, or may be, a name.

    >>> forms("Retour à la case départ")
    ('Retour à la case départ', 'Retour à la case départ.', 'retour à la case départ')
    >>> forms("Paris sous la neige")
    ('Paris sous la neige', 'Paris sous la neige.')
    >>> forms("Il est parti.")
    ('Il est parti.',)
    """
    if not line or line[-1] in _ENDS:
        return (line,)
    lowered = line[0].lower() + line[1:] if _is_ordinary(line) else line
    return tuple(dict.fromkeys((line, f"{line}.", lowered)))


def _is_ordinary(line: str) -> bool:
    """Whether the first word is no name: a capital behind it would be the rest of one."""
    first = _FIRST.match(line)
    if _ELIDED.match(line):
        return True
    if first is None or _NAME_GOES_ON.match(line, first.end()):
        return False
    word = first[0].lower()
    meant = [english for english, _ in translations(word)]
    if not meant or not is_french_word(word) or folded(word) in exonyms().english:
        return False
    return word not in meant or is_french_word(f"{word}s")  # there are "services", but no "obamas"
