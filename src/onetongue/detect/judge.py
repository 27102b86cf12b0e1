"""Keep a stretch or leave it alone, and say why in words a reader understands.

Responsible for: what makes foreign words inside an English document a name, a title, a technical
term, or too little to be sure.
Not responsible for: offsets and probabilities.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onetongue.detect.exemptions import bare, is_particle
from onetongue.detect.names_and_titles import (
    follows_name,
    is_institution,
    is_name,
    is_reference,
    is_title,
)
from onetongue.detect.near_tongues import is_near_tongue
from onetongue.detect.states import SURE, is_source, language_of, of_other
from onetongue.detect.trimming import ENGLISH_ARTICLES
from onetongue.detect.words import Gap, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.detect.candidates import Candidate
    from onetongue.detect.words import Token

LANGUAGE_NAMES: Final = {"fr": "French", "es": "Spanish", "de": "German"}
UNSURE: Final = "indeterminate language"

# All of these were chosen on benchmarks/detection, dev.
# A bare phrase inside an English sentence needs this many words, and of them these sure ones:
# below stand "en route", "a la mode" and their like.
PHRASE_WORDS: Final = 3
PHRASE_SURE: Final = 2
# One or two quoted words are more often talked about than said: the verb “être”.
QUOTED_WORDS: Final = 3
# A block of one word must be this sure of it: "Comment" and "Attention" are English headings too.
STYLE_ODDS: Final = 4.0
TEXT_ODDS: Final = 9.4
SINGLE_WORD: Final = 3.0
INFLECTED_WORD: Final = 2.4
# Everything a stretch says for the language must come to this; a line in Title Case, which may be
# all names, to twice as much; and without any sure word that is no name, to three times: nats.
BLOCK_ODDS: Final = 2.4
# English words that French text does not hold (the, to, at). One among few words is English,
# however French its neighbours; any is in a phrase.
ONLY_ENGLISH: Final = -4.5
FEW_WORDS: Final = 10
# Where at least this share of the longer words is in no list, the short ones (est, et, non) are
# those of a language without tables, most often Latin.
UNLISTED_SHARE: Final = 0.5
UNLISTED_WORDS: Final = 2
# An unlisted word whose letters speak so much for the language may well be one of its own: nats.
LOOKS_RIGHT: Final = 2.5
LONGER: Final = 4
# By how much a language must beat the best background language where a word is in no list: nats a
# word.
MARGIN: Final = 1.0
# The longest French institutions have nine words; what is longer is a clause.
NAME_WORDS: Final = 9


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a stretch is to be translated, and the reason for either."""

    reason: str
    is_kept: bool


def judge(candidate: Candidate, languages: Sequence[str]) -> Verdict:
    """The verdict on one stretch, which is to be in one of `languages`."""
    if not is_source(candidate.part.state, languages):
        return Verdict("another language", is_kept=False)
    reason = _left_alone(candidate)
    if reason:
        return Verdict(reason, is_kept=False)
    language = LANGUAGE_NAMES[language_of(candidate.part.state, languages)]
    return Verdict(f"{_counted(candidate, language)}; {_place(candidate, language)}", is_kept=True)


def _counted(candidate: Candidate, language: str) -> str:
    sure = sum(o >= SURE for o in candidate.odds)
    english = sum(o <= -SURE for o in candidate.odds)
    verb = "is" if sure == 1 else "are"
    return f"{sure} of {len(candidate.words)} words {verb} {language}, {english or 'none'} English"


def _place(candidate: Candidate, language: str) -> str:
    """Where it stands, in words."""
    if candidate.is_whole:
        whole = f"the whole {candidate.kind}"
        if candidate.part.state in candidate.beside.states:
            return f"{whole}; beside another {language} one"
        between = "between" if len(candidate.beside.states) > 1 else "beside"
        return f"{whole}; {between} English ones" if candidate.beside.states else whole
    if candidate.kind == "quotation":
        return "quoted in an English sentence"
    if candidate.kind != "sentence":
        return "inside an English sentence"
    is_first = candidate.part.first == 0
    is_last = candidate.part.last + 1 == len(candidate.scored.tokens)
    side = "before" if is_first else "after" if is_last else "between"
    return f"a whole sentence; {side} English ones"


def _left_alone(candidate: Candidate) -> str:
    """Why the stretch is no running text to translate; empty if it is."""
    if not candidate.words:
        return UNSURE
    if is_name(candidate) or (candidate.is_whole and is_institution(candidate)):
        return "proper name"
    if is_reference(candidate):
        return "title"
    if _is_unlisted(candidate) or _is_nearer_another(candidate) or is_near_tongue(candidate):
        return "another language"
    if _holds_english(candidate) or candidate.total < BLOCK_ODDS:
        return UNSURE
    if candidate.is_whole or candidate.kind == "sentence":
        return "" if _is_enough(candidate) else UNSURE
    if candidate.kind == "quotation":
        is_mention = len(candidate.words) < QUOTED_WORDS and not candidate.is_pointed
        if is_title(candidate):
            return "title"
        return UNSURE if is_mention and not candidate.has_verb else ""
    return _phrase(candidate)


def _is_unlisted(candidate: Candidate) -> bool:
    # A name that begins the block is unlisted too; letters like é say that the rest is no Latin.
    is_plain = all(t.word.isascii() for t in candidate.words)
    shapes = {Shape.LOWER, Shape.INITIAL} if is_plain else {Shape.LOWER}
    triples = zip(candidate.tokens, candidate.known, candidate.odds, strict=True)
    longer = [
        word.is_unlisted and odds < LOOKS_RIGHT
        for t, word, odds in triples
        if t.shape in shapes and len(t.word) >= LONGER
    ]
    return sum(longer) >= max(UNLISTED_WORDS, UNLISTED_SHARE * len(longer))


def _is_nearer_another(candidate: Candidate) -> bool:
    """Whether a background language explains the words as well: Ai carte, ai parte.

    A word no list holds, such as dreit, asks for more: it may be one of that language's.
    """
    part = candidate.part
    rows = candidate.scored.scores[part.first : part.last + 1]
    margin = sum(row[part.state] - of_other(row) for row in rows)
    is_odd = any(
        word.is_unlisted and token.shape is Shape.LOWER
        for token, word in zip(candidate.tokens, candidate.known, strict=True)
    )
    return margin < (len(candidate.words) * MARGIN if is_odd else 0.0)


def _holds_english(candidate: Candidate) -> bool:
    is_short = candidate.kind == "phrase" or len(candidate.words) <= FEW_WORDS
    return is_short and any(
        odds <= ONLY_ENGLISH and token.shape <= Shape.INITIAL
        for token, odds in zip(candidate.tokens, candidate.odds, strict=True)
    )


def _is_enough(candidate: Candidate) -> bool:
    """Whether a block or a sentence says enough: names and particles alone do not."""
    words, odds = candidate.words, candidate.odds
    if len(words) == 1:
        return max(odds) >= (INFLECTED_WORD if candidate.known[0].is_inflected else SINGLE_WORD)
    if candidate.scored.has_capital_style:
        return candidate.total >= STYLE_ODDS or any(t.shape is Shape.LOWER for t in words)
    elided = {i for i, (a, b) in enumerate(pairwise(candidate.tokens)) if _is_elided(a, b)}
    for i, (token, word) in enumerate(zip(candidate.tokens, candidate.known, strict=True)):
        is_plain = not is_particle(token.word) or i in elided
        is_initial = token.shape is Shape.INITIAL and (word.is_function or word.is_inflected)
        if odds[i] >= SURE and is_plain and (token.shape is Shape.LOWER or is_initial):
            return True
    is_text = any(t.shape is Shape.LOWER and not is_particle(t.word) for t in words)
    return is_text and candidate.total >= TEXT_ODDS


def _is_elided(token: Token, following: Token) -> bool:
    """Whether a token is an elided article before a common noun: d'illustration."""
    return token.word.endswith("'") and token.shape is following.shape is Shape.LOWER


def _phrase(candidate: Candidate) -> str:
    """The same for a stretch inside an English sentence, neither quoted nor a sentence itself."""
    head, before = candidate.words[0], candidate.before
    starts_sentence = head.gap >= Gap.SENTENCE
    is_nominal = not candidate.has_verb
    goes_on = candidate.begins_with_capital() or follows_name(candidate)
    if is_nominal and goes_on and not starts_sentence and len(candidate.words) <= NAME_WORDS:
        return "title" if before and before[-1].word.endswith("'s") else "proper name"
    if is_nominal and bare(head.word) in candidate.lists.heads:
        return "proper name"
    if len(candidate.words) < PHRASE_WORDS or sum(o >= SURE for o in candidate.odds) < PHRASE_SURE:
        return UNSURE
    follows_article = bool(before) and head.gap is Gap.SPACE and before[-1].word in ENGLISH_ARTICLES
    is_term = candidate.is_bare or starts_sentence or follows_article
    if is_nominal and is_term and not candidate.known[0].is_function:
        return "technical term"
    return ""
