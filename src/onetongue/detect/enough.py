"""Whether a block or a sentence says enough to be language, and not a name, a code or a term.

Responsible for: the evidence that names, particles and abbreviations cannot give.
Not responsible for: what a stretch names (names_and_titles.py and its neighbours), the verdict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onetongue.detect.exemptions import is_particle
from onetongue.detect.states import SURE, place_of
from onetongue.detect.words import Shape

if TYPE_CHECKING:
    from onetongue.detect.candidates import Candidate
    from onetongue.detect.word_facts import WordFacts
    from onetongue.detect.words import Token

# All of these were chosen on benchmarks/detection, dev, and are nats.
# What the words of a line in Title Case or in capitals must say without the particles of names.
STYLE_ODDS: Final = 4.0
# In Title Case a word less common than this (ln of the relative frequency) may be a name: Lefèvre.
COMMON: Final = -12.5
# What a line must say in which only particles are sure ...
TEXT_ODDS: Final = 9.4
# ... and one where no capital but the first could make a name of it: Plan du site.
PLAIN_ODDS: Final = 5.0
# A block of one word must be this sure of it, whatever its capital makes of it: "Comment" and
# "Attention" are English headings too ...
SINGLE_WORD: Final = 4.5
# ... and a plural, which English borrows less often, this: Brocantes.
SINGLE_PLURAL: Final = 3.0
# ... and one beside a number or a code, which may be anything, this: 3 juin, but not Commis £24.
BESIDE_NUMBER: Final = 6.0
# A short word that English has as a code or an abbreviation (par 3, est. 1904, en dash, et al.) must
# not be all there is: letters.
CODE_LENGTH: Final = 3


def is_enough(candidate: Candidate) -> bool:
    """Whether a block or a sentence says enough: names and particles alone do not."""
    words = candidate.words
    if len(words) == 1:
        return _is_one_word(candidate)
    if _is_english_with_names(candidate):
        return False
    is_text = any(t.shape is Shape.LOWER and not is_particle(t.word) for t in words)
    exempt = candidate.scored.exempt
    is_plain_case = all(
        token.shape is Shape.LOWER or token.shape >= Shape.NUMBER or i in exempt
        for i, token in enumerate(candidate.tokens[1:], candidate.part.first + 1)
    )
    if is_text and candidate.total >= (PLAIN_ODDS if is_plain_case else TEXT_ODDS):
        return True
    if candidate.scored.has_capital_style:
        return _is_enough_in_capitals(candidate)
    return any(_tells(candidate, i) for i in range(len(candidate.tokens)))


def _is_one_word(candidate: Candidate) -> bool:
    """Whether the only word of a block is one of the language, by the table or as a borrowed one."""
    at = next(i for i, t in enumerate(candidate.tokens) if t.shape < Shape.NUMBER)
    token, known = candidate.tokens[at], candidate.known[at]
    if known.is_function and len(token.word) <= CODE_LENGTH:
        return False
    is_exempt = candidate.part.first + at in candidate.scored.exempt
    own = known.odds.foreign[place_of(candidate.part.state)]
    is_plural = known.is_inflected and token.word.endswith("s")
    odds = candidate.odds[at] if is_exempt else max(own, candidate.odds[at])
    if len(candidate.scored.tokens) > 1:  # 3 juin, but not Couvert $6
        return odds >= BESIDE_NUMBER
    return odds >= (SINGLE_PLURAL if is_plural else SINGLE_WORD)


def _is_english_with_names(candidate: Candidate) -> bool:
    """Whether English words join what may all be names: Pierre du Bois and the Comte de la Tour."""
    lower = [
        (token, odds)
        for token, odds in zip(candidate.tokens, candidate.odds, strict=True)
        if token.shape is Shape.LOWER and not is_particle(token.word)
    ]
    if any(odds >= SURE for _, odds in lower) or not any(odds <= -SURE for _, odds in lower):
        return False
    heads = candidate.lists.heads
    return not any(
        _tells(candidate, i) and token.word not in heads for i, token in enumerate(candidate.tokens)
    )


def _is_enough_in_capitals(candidate: Candidate) -> bool:
    """The same for a line in Title Case or in capitals, where the particles of names say little."""
    if candidate.scored.is_upper and candidate.total >= TEXT_ODDS:
        return True
    triples = zip(candidate.tokens, candidate.known, candidate.odds, strict=True)
    pairs = [
        (token, 0.0 if _may_be_name(token, known) else odds)
        for token, known, odds in triples
        if token.shape < Shape.NUMBER and not is_particle(token.word)
    ]
    bonus = candidate.total - sum(candidate.odds)
    return sum(odds for _, odds in pairs) + bonus >= STYLE_ODDS or any(
        token.shape is Shape.LOWER and _tells(candidate, i)
        for i, token in enumerate(candidate.tokens)
    )


def _may_be_name(token: Token, known: WordFacts) -> bool:
    """Whether a word in Title Case is seldom, and so a name rather than a word."""
    is_capital = token.shape is Shape.CAPITAL
    is_first = token.shape is Shape.INITIAL and not known.is_inflected
    return (is_capital or is_first) and known.odds.commonest < COMMON


def _is_code(token: Token, known: WordFacts) -> bool:
    """Whether a word is short and common enough to be a code or an abbreviation: par, est, en."""
    return known.is_function and len(token.word) <= CODE_LENGTH and token.word.isascii()


def _tells(candidate: Candidate, i: int) -> bool:
    """Whether a token by itself tells language from names: sure, and no particle, capital or code."""
    token, known, odds = candidate.tokens[i], candidate.known[i], candidate.odds[i]
    is_elided = i + 1 < len(candidate.tokens) and _is_elided(candidate, i)
    is_own_capital = token.shape is Shape.INITIAL and (known.is_function or known.is_inflected)
    if odds < SURE or not (token.shape is Shape.LOWER or is_own_capital):
        return False
    if is_particle(token.word) or is_elided:
        return is_elided
    return not _is_code(token, known) or sum(candidate.odds) - odds >= SURE


def _is_elided(candidate: Candidate, i: int) -> bool:
    """Whether a token is an elided article before a common noun: d'illustration."""
    token, following = candidate.tokens[i], candidate.tokens[i + 1]
    is_exempt = candidate.part.first + i + 1 in candidate.scored.exempt
    is_lower = token.shape is following.shape is Shape.LOWER
    return token.word.endswith("'") and is_lower and not is_exempt
