"""A quick look that clears most English blocks, so that only the others are read closely.

Responsible for: whether a block holds any word that a source language has and English hardly.
Not responsible for: anything else; a block that is let through is read as if nobody had looked.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from onetongue.detect.tables import Tables

# A word of at least these log-odds (nats) makes a block worth reading; no segment of the benchmark's
# dev half, and none of FLORES-dev, does without one.
SUSPECT: Final = 2.0
WORDS: Final = re.compile(r"[^\W\d_]{2,}")
# A single letter counts only where it is elided: l'homme, but not it's or plan B.
ELIDED: Final = re.compile(r"(?<![^\W\d_])[cdjlmnstCDJLMNST](?=['’][^\W\d_])")


def is_suspect(text: str, tables: Tables) -> bool:
    """Whether any word of a block could be of a source language."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    known = tables.suspects
    words = set(WORDS.findall(text))
    if "'" in text or "’" in text:
        words.update(ELIDED.findall(text))
    for word in words:
        answer = known.get(word)
        if answer is None:
            answer = known[word] = max(tables.odds(word.lower()).foreign) >= SUSPECT
        if answer:
            return True
    return False
