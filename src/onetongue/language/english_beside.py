"""French sentences without the English that stands beside their words.

Responsible for: cutting a sentence where it goes on in English behind a slash, or ends with English
in brackets, so that the English is asked of nobody.
Not responsible for: telling what is English (`set_aside`), English in the middle of a sentence, which
an engine is given something else for, or where sentences end (`sentences`).
"""

from __future__ import annotations

import re
from typing import Final

from onetongue.language.sentences import SentencePart
from onetongue.language.set_aside import english_parts

_BEFORE: Final = " \u00a0\r\n\t/(["
_BEHIND: Final = re.compile(r"[)\]]?(?:[ \u00a0\u202f]?[.!?…,;:]+)?(?:\s+/)?\s*")
_WORD: Final = re.compile(r"[^\W\d_]")


def without_english(part: SentencePart) -> list[SentencePart]:
    """Cut a sentence into pieces, with the English beside it in the separators; joined they are the same.

    >>> whole = SentencePart("Bonjour à tous / Hello everybody, il est là.", " ")
    >>> for piece in without_english(whole):
    ...     print(tuple(piece))
    ('Bonjour à tous', ' / Hello everybody, ')
    ('il est là.', ' ')
    """
    text, start = part.sentence, 0
    pieces: list[SentencePart] = []
    for span in english_parts(text):
        end = span.start
        while end > start and text[end - 1] in _BEFORE:
            end -= 1
        behind = _BEHIND.match(text, span.end)
        stop = behind.end() if behind else span.end
        is_in_the_middle = "/" not in text[end : span.start] + text[span.end : stop]
        if is_in_the_middle and _WORD.search(text, stop):
            continue
        pieces.append(SentencePart(text[start:end], text[end:stop]))
        start = stop
    if start < len(text) or not pieces:
        return [*pieces, SentencePart(text[start:], part.separator)]
    last = pieces[-1]
    return [*pieces[:-1], SentencePart(last.sentence, last.separator + part.separator)]
