r"""What in an engine's answer is no text: signs of its own, and what it put around the sentence.

Responsible for: leaving that out, and telling whether a word was lost with it.
Not responsible for: what an engine said twice (`stutter`), or the marks a sentence ends with (`presentation`).

Where the sentence has such a sign itself nothing of that kind is left out.
"""

from __future__ import annotations

import re
from typing import Final

# SentencePiece writes ⁇ for a piece that its model lacks; other tokenizers have a name for it.
_UNKNOWN: Final = re.compile(r"\s*(?:\u2047|<unk>|\[UNK\]|\ufffd)", re.IGNORECASE)
_PIECE_SPACE: Final = re.compile("\u2581+")
# The ends of a sentence, and the language it is in, as models are told of them.
_TOKENS: Final = re.compile(r"</?s>|<pad>|\[(?:CLS|SEP|PAD)\]|__[a-z]{2,3}__|>>[a-z]{2,3}<<")
_UNSEEN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u200e\u200f\u2060\ufeff]")
# Lines of subtitles begin with a dash, and models that read many write one.
_BEFORE: Final = re.compile(r"(?:[-–—*•·|_~,;:!?]|\.(?!\.|\d|\w))\s+")
_AFTER: Final = re.compile(r"\s+[-–—*•·|_~]+$")
_ENDS: Final = re.compile(r"[\w.!?…]$")


def cleaned(sentence: str, answer: str) -> tuple[str, bool]:
    r"""The answer to a sentence without what is no text, and whether it lacks a word for that.

    >>> cleaned("Le chat dort.", "- The\u2581cat is asleep.</s>")
    ('The cat is asleep.', False)
    >>> cleaned("Le chat miaule.", "The cat \u2047.")
    ('The cat.', True)
    """
    text = answer
    if not _PIECE_SPACE.search(sentence):
        text = _PIECE_SPACE.sub(" ", text)
    if not _TOKENS.search(sentence):
        text = _TOKENS.sub("", text)
    text = _UNSEEN.sub("", text)
    is_unknown = _UNKNOWN.search(text) is not None and not _UNKNOWN.search(sentence)
    text = (_UNKNOWN.sub("", text) if is_unknown else text).strip()
    if (before := _BEFORE.match(text)) and sentence[:1] not in before[0]:
        text = text[before.end() :]
    return _AFTER.sub("", text) if _ENDS.search(sentence) else text, is_unknown
