"""An engine that costs next to nothing: English words where French ones stood.

Responsible for: an answer that passes for a translation: as many words, all English, with the
numbers, names, literals and stops of the source where they stood.
Not responsible for: sense.
"""

from __future__ import annotations

import re
from itertools import cycle
from typing import TYPE_CHECKING, Final

from onetongue.document import EngineId
from onetongue.engines import Hypothesis

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS: Final = """the members of this house have said that they will wait for an answer before the
other side can come to any agreement about what was written there""".split()
# A word in lower case, with what is elided before it; a name loses that.
FRENCH: Final = re.compile(r"\b(?:[A-Za-z]{1,2}['’])?[a-zß-ÿœ]{2,}(?:['’-][a-zß-ÿœ]+)*\b|\b[aày]\b")
ELIDED: Final = re.compile(r"\b(?:[A-Za-z]|[Qq]u)['’](?=[A-ZÀ-Ý])")
OPENING: Final = re.compile(r"(?:Selon|Chapitre|[A-ZÀ-ÝŒ][a-zß-ÿœ'’]*(?= [a-zß-ÿœ]))(?!\w)")
OPENED: Final = {"Selon": "With", "Chapitre": "Chapter"}


class FreeEngine:
    """Follows `engines.Translator`."""

    id = EngineId("free", "1", "benchmark")
    key = "free 1"
    doubt_below = 0.2
    source = "fr"
    target = "en"

    def translate(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...]:
        """Answer each with English words."""
        return tuple(Hypothesis(_said(sentence), 0.9) for sentence in sentences)

    def retry(self, sentences: Sequence[str]) -> None:
        """It has one way only."""


def _said(sentence: str) -> str:
    words = cycle(WORDS)
    opened = OPENING.match(sentence)
    start = OPENED.get(opened[0], "The") if opened else ""
    rest = ELIDED.sub("", sentence[opened.end() if opened else 0 :])
    return start + FRENCH.sub(lambda _: next(words), rest)
