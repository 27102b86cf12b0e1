"""Tongues near French that are known by a short list of words: creoles, Walloon, Latin and more.

Responsible for: whether a stretch or the sentence around it is in one of them, by
`data/near_tongues.txt` (scripts/build_near_tongues.py writes it).
Not responsible for: languages with a column in the table of words (tables.py).

Their words are asked for only where a stretch would be kept. One by one they say little (la, son, par
are words of many tongues), so all of them are weighed together, one tongue at a time. The sentence
tells what a stretch of a few words does not: "d'un procès public" in a sentence in Occitan.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from onetongue.detect.states import place_of
from onetongue.detect.words import Gap, Shape
from onetongue.language import sorted_lines
from onetongue.language.word_table import FIRST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onetongue.detect.candidates import Candidate

# ln of the frequency assumed for a word that a tongue's list does not hold. The lists are short, so
# it is higher than in tables.py.
UNLISTED: Final = -14.0
# Words that are enough to tell.
ENOUGH: Final = 60
# Words remembered at most.
REMEMBERED: Final = 10_000
# By how much a tongue must explain the words better than English and the source language do: nats.
# Of 17,310 stretches of French that were found (dev, and other lines), and of 156 found in 2,262
# lines of such tongues (Universal Dependencies' treebanks of Haitian, Breton, Ligurian, Latin …):
#         French lost   stretches of the tongues left
#   2.0        7                     4
#   4.5        1                     5
#   7.0        0                     7
#   9.0        0                    11
MARGIN: Final = 4.5
# So many words, with such log-odds (nats) each, are French whatever else they may be.
LONG: Final = 12
CLEAR: Final = 4.0


def is_near_tongue(candidate: Candidate) -> bool:
    """Whether a tongue of the table explains a stretch, or the sentence around it, much better."""
    if len(candidate.words) >= LONG and candidate.total >= CLEAR * len(candidate.words):
        return False
    stretch = range(candidate.part.first, candidate.part.last + 1)
    both = {stretch[:ENOUGH], _sentence(candidate)[:ENOUGH]}
    return any(_odds(candidate, tokens) > MARGIN for tokens in both)


def _odds(candidate: Candidate, tokens: range) -> float:
    """The log-odds of the best tongue for some tokens, against English and the source language.

    A word that neither lists says nothing.
    """
    unlisted, listed = 0.0, defaultdict[str, float](float)
    for word, level in _ours(candidate, tokens):
        missing = min(0.0, UNLISTED - level)
        unlisted += missing
        for tongue, theirs in _levels(word):
            listed[tongue] += theirs - level - missing
    return unlisted + max(listed.values(), default=0.0)


def _ours(candidate: Candidate, tokens: range) -> Iterator[tuple[str, float]]:
    """The words that are hardly names, each with the ln of its relative frequency.

    It is that of the source language inside the stretch, elsewhere the higher of both languages.
    """
    scored, place = candidate.scored, place_of(candidate.part.state)
    for i in tokens:
        token, odds = scored.tokens[i], scored.words[i].odds
        if _is_plain(token.shape, has_capital_style=scored.has_capital_style):
            is_inside = candidate.part.first <= i <= candidate.part.last
            rarer = min(0.0, odds.foreign[place]) if is_inside else 0.0
            yield token.word.rstrip("'"), odds.commonest + rarer


def _sentence(candidate: Candidate) -> range:
    """The tokens from the start of the sentence in which a stretch begins to where it ends."""
    tokens = candidate.scored.tokens
    low, high = candidate.part.first, candidate.part.last + 1
    while low > 0 and tokens[low].gap < Gap.SENTENCE:
        low -= 1
    while high < len(tokens) and tokens[high].gap < Gap.SENTENCE:
        high += 1
    return range(low, high)


def _is_plain(shape: Shape, *, has_capital_style: bool) -> bool:
    """Whether a word written so is hardly a name."""
    return shape in {Shape.LOWER, Shape.INITIAL} or (has_capital_style and shape <= Shape.UPPER)


@lru_cache(maxsize=REMEMBERED)
def _levels(word: str) -> tuple[tuple[str, float], ...]:
    """The tongues that have a word, each with the ln of its relative frequency there."""
    table = sorted_lines.read("near_tongues.txt")
    [marks] = table.cells(word.encode(errors="surrogatepass"))
    letters = marks.decode()
    return tuple(
        (a, (FIRST - ord(b)) / 2) for a, b in zip(letters[::2], letters[1::2], strict=True)
    )
