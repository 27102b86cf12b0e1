"""The small word lists this stage decides by.

Responsible for: reading them from the files in `words`, each once.
Not responsible for: what a list means (its first line says), or the detector's tables.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """Read the list `name`: words, in lower case unless its first lines say that case counts.

    >>> "mme" in words("abbreviations")
    True
    """
    text = (files(__package__) / "words" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(" ".join(lines).split())
