"""French given names.

Responsible for: reading their table, once, when it is first asked.
Not responsible for: what a name is in a text (`capitals`), or the detector's own reading of the table.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def is_given_name(word: str) -> bool:
    """Whether a word, as it is written, is a French given name and hardly a common noun.

    >>> is_given_name("Marie"), is_given_name("marie"), is_given_name("Rose")
    (True, False, False)
    """
    return word in _given_names()


@cache
def _given_names() -> frozenset[str]:
    path = files("onetongue").joinpath("data", "fr", "given_names.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
