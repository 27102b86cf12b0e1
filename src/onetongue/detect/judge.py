"""Keep a stretch or leave it alone, and say why in words a reader understands.

Responsible for: what makes foreign words inside an English document a name, a title, a technical
term, or too little to be sure.
Not responsible for: offsets and probabilities.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onetongue.detect.enough import is_enough
from onetongue.detect.exemptions import CAPITALS, bare
from onetongue.detect.halves import Standing
from onetongue.detect.name_lists import (
    holds_clause_word,
    is_beside_english,
    is_list_of_codes,
    is_list_of_languages,
    is_list_of_names,
    is_list_of_terms,
)
from onetongue.detect.names_and_titles import (
    follows_name,
    is_address,
    is_captioned,
    is_name,
    is_title,
    is_value,
)
from onetongue.detect.near_tongues import is_near_tongue
from onetongue.detect.references import is_reference
from onetongue.detect.states import SURE, is_source, language_of, of_other
from onetongue.detect.trimming import ENGLISH_ARTICLES
from onetongue.detect.words import Gap, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.detect.candidates import Candidate

LANGUAGE_NAMES: Final = {"fr": "French", "es": "Spanish", "de": "German"}
UNSURE: Final = "indeterminate language"
ONE_SIDE: Final = "one side of a bilingual line"

# All of these were chosen on benchmarks/detection, dev.
# A bare phrase inside an English sentence needs this many words, and of them these sure ones:
# below stand "en route", "a la mode" and their like.
PHRASE_WORDS: Final = 3
PHRASE_SURE: Final = 2
# One of them must be unmistakable: "a son, Émile" is not.
PHRASE_ODDS: Final = 3.5
# One or two quoted words are more often talked about than said: the verb “être”.
QUOTED_WORDS: Final = 3
# Everything a stretch says for the language must come to this; a line in Title Case, which may be
# all names, to twice as much; and without any sure word that is no name, to three times: nats.
BLOCK_ODDS: Final = 2.4
# English words that French text does not hold (the, to, at). One among few words is English,
# however French its neighbours; any is in a phrase.
ONLY_ENGLISH: Final = -4.5
FEW_WORDS: Final = 10
# ... unless so many are sure for each: La syntaxe de expect est la suivante.
AGAINST_ENGLISH: Final = 4
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
    reason = _on_one_side(candidate, _left_alone(candidate))
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
        if candidate.beside.standing is not Standing.ALONE:
            return ONE_SIDE
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


def _on_one_side(candidate: Candidate, reason: str) -> str:
    """What remains of a reason to leave a stretch alone on one side of a bilingual line.

    What says the same as the English side is its translation, and no name; without that, a line in
    capitals may be all names.
    """
    standing = candidate.beside.standing
    if standing in {Standing.ALONE, Standing.ENGLISH} or reason not in {"", "proper name", UNSURE}:
        return reason
    if standing is Standing.SAME and candidate.is_whole:
        return ""
    is_open = standing is Standing.OTHERWISE or candidate.scored.has_capital_style
    return ONE_SIDE if reason or is_open else ""


def _left_alone(candidate: Candidate) -> str:
    """Why the stretch is no running text to translate; empty if it is."""
    if not candidate.words:
        return UNSURE
    if reason := _named(candidate):
        return reason
    if _is_unlisted(candidate) or _is_nearer_another(candidate) or is_near_tongue(candidate):
        return "another language"
    if _holds_english(candidate) or candidate.total < BLOCK_ODDS:
        return UNSURE
    if candidate.is_whole or candidate.kind == "sentence":
        return "" if is_enough(candidate) and not is_beside_english(candidate) else UNSURE
    if is_value(candidate):
        return "" if is_enough(candidate) and _has_content(candidate) else UNSURE
    if candidate.kind == "quotation":
        is_mention = len(candidate.words) < QUOTED_WORDS and not candidate.is_pointed
        if is_title(candidate):
            return "title"
        is_one = len(candidate.words) == 1
        return UNSURE if is_one or (is_mention and not candidate.has_verb) else ""
    return _phrase(candidate)


def _named(candidate: Candidate) -> str:
    """What the stretch names, where it names something rather than says it."""
    if is_list_of_codes(candidate.scored.tokens):
        return "technical term"
    if holds_clause_word(candidate):
        if is_list_of_terms(candidate):
            return "technical term"
        return "title" if is_reference(candidate.scored, has_verb=True) else ""
    if is_list_of_languages(candidate.scored.tokens):
        return "name of a language"
    if is_captioned(candidate) or is_reference(candidate.scored, candidate.has_verb):
        return "title"
    if is_name(candidate) or is_list_of_names(candidate):
        return "proper name"
    if is_list_of_terms(candidate):
        return "technical term"
    return "place name" if is_address(candidate) else ""


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
    english = sum(
        odds <= ONLY_ENGLISH and token.shape <= Shape.INITIAL
        for token, odds in zip(candidate.tokens, candidate.odds, strict=True)
    )
    if candidate.kind == "phrase":
        return bool(english)
    sure = sum(odds >= SURE for odds in candidate.odds)
    return len(candidate.words) <= FEW_WORDS and english * AGAINST_ENGLISH > sure


def _has_content(candidate: Candidate) -> bool:
    """Whether it is more than a list of short common words: vars: ma, mon, ton."""
    return any(token.gap <= Gap.SPACE for token in candidate.tokens[1:]) or any(
        odds >= SURE and not word.is_function
        for odds, word in zip(candidate.odds, candidate.known, strict=True)
    )


def _precedes_author(candidate: Candidate) -> bool:
    """Whether a name in brackets follows: La petite Fadette (Sand), see Fadette."""
    after = candidate.scored.tokens[candidate.part.last + 1 :][:1]
    return any(token.gap is Gap.PAREN and token.shape in CAPITALS for token in after)


def _phrase(candidate: Candidate) -> str:
    """The same for a stretch inside an English sentence, neither quoted nor a sentence itself."""
    head, before = candidate.words[0], candidate.before
    starts_sentence = head.gap >= Gap.SENTENCE
    is_nominal = not candidate.has_verb
    goes_on = candidate.begins_with_capital() or follows_name(candidate)
    if is_nominal and goes_on and not starts_sentence and len(candidate.words) <= NAME_WORDS:
        return "title" if before and before[-1].word.endswith("'s") else "proper name"
    has_capital = any(token.shape in CAPITALS for token in candidate.words)
    is_named = has_capital or head.word in candidate.lists.titles  # monsieur le comte
    if is_nominal and is_named and bare(head.word) in candidate.lists.heads:
        return "proper name"
    if is_nominal and candidate.begins_with_capital() and _precedes_author(candidate):
        return "title"
    sure = sum(
        odds >= SURE and (token.shape is not Shape.CAPITAL or token is head)
        for token, odds in zip(candidate.tokens, candidate.odds, strict=True)
    )
    is_clear = max(candidate.odds) >= PHRASE_ODDS
    if len(candidate.words) < PHRASE_WORDS or sure < PHRASE_SURE or not is_clear:
        return UNSURE
    follows_article = bool(before) and head.gap is Gap.SPACE and before[-1].word in ENGLISH_ARTICLES
    is_term = candidate.is_bare or starts_sentence or follows_article
    if is_nominal and is_term and not candidate.known[0].is_function:
        return "technical term"
    return ""
