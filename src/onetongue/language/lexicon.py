"""Which English words stand for a French one.

Responsible for: reading the table of scripts/build_lexicon.py, once, when it is first asked.
Not responsible for: inflection, or choosing among the words (`word_links`).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def translations(word: str) -> tuple[tuple[str, float], ...]:
    """The English words for a French one in lower case, each with its certainty in [0, 1].

    >>> translations("blé")[0][0]
    'wheat'
    """
    line = _lines().get(word, "")
    # A digit stands for the tenth above it, so that no entry is worth nothing.
    return tuple((one[:-1], (int(one[-1]) + 1) / 10) for one in line.split())


@cache
def _lines() -> Mapping[str, str]:
    text = files("onetongue").joinpath("data", "fr", "lexicon.tsv").read_text(encoding="utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if not line.startswith("#"))
    return {word: rest for word, _, rest in rows}
