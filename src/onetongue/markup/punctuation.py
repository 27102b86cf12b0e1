"""The marks beside a word: which of them in a translation are those beside a word of the source.

Responsible for: taking into a place the quotation mark or the full stop that its stretch takes in.
Not responsible for: which word that is.
"""

from __future__ import annotations

from typing import Final

# What may stand in English for a mark of the source.
_MARKS: Final = {"«": "“\"'‘", "»": "”\"'’", "“": '"‘', "”": '"’', "…": ".", "’": "'", "'": "’"}
_STOPS: Final = ".!?…"


def after(marks: str, text: str, at: int) -> int:
    """`at`, moved behind those of `marks` that stand there in `text`.

    >>> after(" !", "No! Yes.", 2)
    3
    """
    for mark in marks:
        here = at
        while here < len(text) and text[here].isspace():
            here += 1
        if here < len(text) and _is_same(mark, text[here]):
            at = here + 1
            while mark in _STOPS and text[at : at + 1] == text[here]:  # "..." is one mark in French
                at += 1
    return at


def before(marks: str, text: str, at: int) -> int:
    """`at`, moved before those of `marks` that stand there in `text`.

    >>> before("« ", "a “word”", 3)
    2
    """
    for mark in reversed(marks):
        here = at - 1
        while here >= 0 and text[here].isspace():
            here -= 1
        if here >= 0 and _is_same(mark, text[here]):
            at = here
    return at


def _is_same(mark: str, other: str) -> bool:
    if mark.isspace():
        return False
    both_end = mark in _STOPS and other in _STOPS
    return mark == other or both_end or other in _MARKS.get(mark, "")
