"""What a stretch loses at an edge that touches English words, or has lost there to a capital.

Responsible for: words the decoder took along only because a change of language is dear there, and
the one that it left because of its capital.
Not responsible for: punctuation (offsets.py).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onetongue.detect.decode import ForeignStretch
from onetongue.detect.enough import COMMON
from onetongue.detect.exemptions import joins_names
from onetongue.detect.states import SURE, place_of
from onetongue.detect.words import Gap, Shape

if TYPE_CHECKING:
    from onetongue.detect.score import ScoredTokens
    from onetongue.detect.states import State
    from onetongue.detect.words import Token

# Neutral or worse, so a stretch could begin with them: "A vin d'honneur was served".
ENGLISH_ARTICLES: Final = frozenset({"a", "an", "the"})
# After fewer words a capital begins a title rather than a sentence: the magazine Je sais tout.
BEGUN: Final = 4
# The longest label that is cut off, in words.
LABEL: Final = 4


def trimmed(scored: ScoredTokens, part: ForeignStretch) -> ForeignStretch:
    """The stretch without English words at an edge inside a sentence."""
    tokens, last = scored.tokens, part.last
    odds = [row[part.state] for row in scored.scores]
    first = _after_label(scored, part, odds)
    is_end = last + 1 == len(tokens) or tokens[last + 1].gap >= Gap.SENTENCE
    while (
        not is_end
        and first < last
        and tokens[first].word in ENGLISH_ARTICLES
        and odds[first] < SURE
    ):
        first += 1
    if first and tokens[first].gap is Gap.SPACE:
        while first < last and odds[first] < SURE:
            first += 1
        if first == part.first and last - first >= BEGUN:
            first -= _begins(scored, first - 1, part.state)
    if tokens[part.first].gap < Gap.SENTENCE:
        last = _last(odds, first, last)
    return ForeignStretch(first, last, part.state, part.log_odds)


def _after_label(scored: ScoredTokens, part: ForeignStretch, odds: list[float]) -> int:
    """The first token behind the names, the code or the English labels that a line begins with.

    mask_all: Masque …, @sam: salut …, `reset()` — remet …, Subject: FW: Clés perdues …
    """
    tokens, first, is_code = scored.tokens, part.first, True
    for i in range(part.first, min(part.first + LABEL, part.last)):
        token, following = tokens[i], tokens[i + 1]
        is_code &= _is_code(token)
        if not (is_code or odds[i] <= -SURE or _is_tight_label(scored, i, odds[i])):
            break
        if following.gap is Gap.CLAUSE or (is_code and _is_apart(token, following)):
            first, is_code = i + 1, True
    return first


def _is_code(token: Token) -> bool:
    """Whether a token is no language, and no tag, which is written for the text that follows."""
    is_tag = token.word.startswith("#")
    return (token.shape is Shape.LITERAL and not is_tag) or "_" in token.word


def _is_tight_label(scored: ScoredTokens, i: int, odds: float) -> bool:
    """Whether a colon follows a token without a space, as English has it.

    A word of both languages is then as English as the colon; a seldom one is the name of somebody
    who chats: moussa: ça marche.
    """
    token, following = scored.tokens[i], scored.tokens[i + 1]
    if following.gap is not Gap.CLAUSE or following.start - token.end != len(": "):
        return False
    is_seldom = token.shape is Shape.LOWER and scored.words[i].odds.commonest < COMMON
    return not token.word.startswith("#") and (odds < SURE or is_seldom)


def _is_apart(code: Token, following: Token) -> bool:
    """Whether what follows a code is said of it: `reset()` — remet …, <karim> quelqu'un sait …."""
    is_nick = code.word.startswith("<") and following.gap is Gap.SPACE
    return following.gap is Gap.COMMA or is_nick


def _begins(scored: ScoredTokens, i: int, state: State) -> bool:
    """Whether a token begins a sentence without a mark before it: the Il of "he sang Il pleure".

    By its capital alone it was taken for a name.
    """
    token, word = scored.tokens[i], scored.words[i]
    is_pronoun = word.is_function and not joins_names(token.word)
    odds = (*word.odds.foreign, word.odds.other)[place_of(state)]
    return is_pronoun and token.shape is Shape.CAPITAL and odds >= SURE


def _last(odds: list[float], first: int, last: int) -> int:
    """The last token without the tail that speaks most against the language."""
    total, worst, cut = 0.0, -SURE, last
    for i in range(last, first, -1):
        total += odds[i]
        if total < worst:
            worst, cut = total, i - 1
    return cut
