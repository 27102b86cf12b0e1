"""Keep a stretch or leave it alone, and say why in words a reader understands.

Responsible for: what makes foreign words inside an English document a name, a title, a technical
term, or too little to be sure.
Not responsible for: offsets and probabilities.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onetongue.detect.exceptions import CAPITALS, Lists, bare
from onetongue.detect.words import Gap, Shape, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.detect.decode import Stretch
    from onetongue.detect.score import Scored
    from onetongue.document import SegmentKind

LANGUAGE_NAMES: Final = {"fr": "French", "es": "Spanish", "de": "German"}
# A word with at least this log-odds (nats) counts as a word of the language.
SURE: Final = 1.5
# A bare phrase inside an English sentence needs this many words, and of them these sure ones.
# Below stand "en route", "a la mode" and their like (benchmarks/detection, names.dev).
PHRASE_WORDS: Final = 3
PHRASE_SURE: Final = 2
# A block of one word must be this sure of it: "Comment" and "Attention" are English headings too.
SINGLE_WORD: Final = 4.5
# Everything a stretch says for the language must come to this: nats.
BLOCK_ODDS: Final = 3.5
# The English words that French text does not hold (the, to, at): one of them among few words is
# English, however French its neighbours.
ENGLISH_WORD: Final = -4.0
FEW_WORDS: Final = 9
# In a name only these may stand between the capitals; "Macron à Alger" is running text.
NAME_PARTICLES: Final = frozenset({"de", "du", "des", "d'", "la", "le", "les", "l'"})
# Words this near to an opening mark can announce a title or somebody's words.
CUE_REACH: Final = 5
TITLE_WORDS: Final = 8
# The longest French institutions have nine words; what is longer is a clause.
NAME_WORDS: Final = 9
# So many lower-case words may stand between a name's capital and the stretch: the Institut national …
NAME_TAIL: Final = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a stretch is to be translated, and the reason for either."""

    reason: str
    is_kept: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A decoded stretch with what the verdict needs to know of it.

    `is_whole` says that it fills its region; `is_pointed` that its last character is a full stop,
    an exclamation mark, a question mark or an ellipsis.
    """

    scored: Scored
    part: Stretch
    kind: SegmentKind
    is_whole: bool
    is_pointed: bool

    @property
    def tokens(self) -> Sequence[Token]:
        """Its tokens."""
        return self.scored.tokens[self.part.first : self.part.last + 1]

    @property
    def odds(self) -> list[float]:
        """The log-odds of each token, in nats."""
        rows = self.scored.scores[self.part.first : self.part.last + 1]
        return [row[self.part.state] for row in rows]


def judge(candidate: Candidate, lists: Lists, languages: Sequence[str]) -> Verdict:
    """The verdict on one stretch; states above the number of `languages` are background languages."""
    if candidate.part.state > len(languages):
        return Verdict("another language", is_kept=False)
    words = [t for t in candidate.tokens if t.shape < Shape.NUMBER]
    sure = sum(o >= SURE for o in candidate.odds)
    reason = _left_alone(candidate, words, sure, lists)
    if reason:
        return Verdict(reason, is_kept=False)
    if candidate.is_whole:
        where = f"the whole {candidate.kind}"
    else:
        names = {"quotation": "quoted", "sentence": "a whole sentence"}
        where = names.get(candidate.kind, "inside an English sentence")
    language = LANGUAGE_NAMES[languages[candidate.part.state - 1]]
    english = sum(o <= -SURE for o in candidate.odds)
    counted = f"{sure} of {len(words)} words {'is' if sure == 1 else 'are'} {language}"
    counted += f", {english or 'none'} English"
    return Verdict(f"{counted}; {where}", is_kept=True)


def _left_alone(candidate: Candidate, words: Sequence[Token], sure: int, lists: Lists) -> str:
    """Why the stretch is no running text to translate; empty if it is."""
    if not words:
        return "indeterminate language"
    if _is_name(candidate, words):
        return "proper name"
    english = [
        t
        for t, o in zip(candidate.tokens, candidate.odds, strict=True)
        if o <= ENGLISH_WORD and t.shape <= Shape.INITIAL
    ]
    if english and len(words) <= FEW_WORDS:
        return "indeterminate language"
    if sum(candidate.odds) < BLOCK_ODDS:
        return "indeterminate language"
    if candidate.is_whole:
        return "" if _is_enough(candidate, words) else "indeterminate language"
    has_verb = any(
        t.shape <= Shape.INITIAL and t.word in lists.verbs and t.word not in NAME_PARTICLES
        for t in words
    )
    before, after = _around(candidate)
    if candidate.kind == "quotation":
        return (
            "title" if _is_title(candidate, words, before, after, lists, has_verb=has_verb) else ""
        )
    if candidate.kind != "phrase":
        return ""
    return _phrase(candidate, words, sure, before, lists, has_verb=has_verb)


def _is_enough(candidate: Candidate, words: Sequence[Token]) -> bool:
    """Whether a whole block says enough: names and particles alone do not."""
    if len(words) == 1 and max(candidate.odds) < SINGLE_WORD:
        return False
    return candidate.scored.has_capital_style or any(
        odds >= SURE
        and (token.shape is Shape.LOWER or len(words) == 1)
        and token.word not in NAME_PARTICLES
        for token, odds in zip(candidate.tokens, candidate.odds, strict=True)
    )


def _phrase(
    candidate: Candidate,
    words: Sequence[Token],
    sure: int,
    before: Sequence[Token],
    lists: Lists,
    *,
    has_verb: bool,
) -> str:
    """The same for a stretch inside an English sentence, neither quoted nor a sentence itself."""
    tokens, part = candidate.scored.tokens, candidate.part
    head = words[0]
    follows_name = _follows_name(candidate)
    starts_region = head.gap >= Gap.SENTENCE
    is_short = len(words) <= NAME_WORDS
    if is_short and not has_verb and (head.shape in CAPITALS or follows_name) and not starts_region:
        is_owned = bool(before) and before[-1].word.endswith("'s")
        return "title" if is_owned else "proper name"
    if not has_verb and bare(head.word) in lists.heads:
        return "proper name"
    if len(words) < PHRASE_WORDS or sure < PHRASE_SURE:
        return "indeterminate language"
    is_bare = head.gap <= Gap.SPACE and (
        part.last + 1 == len(tokens) or tokens[part.last + 1].gap <= Gap.SPACE
    )
    if not has_verb and (is_bare or starts_region) and not candidate.scored.is_function[part.first]:
        return "technical term"
    return ""


def _follows_name(candidate: Candidate) -> bool:
    """Whether the stretch goes on from a capital just before it, English words not counted."""
    scored, first = candidate.scored, candidate.part.first
    for i in range(first, max(0, first - NAME_TAIL - 1), -1):
        before = scored.tokens[i - 1]
        if scored.tokens[i].gap > Gap.SPACE or scored.scores[i - 1][candidate.part.state] < -SURE:
            return False
        if before.shape in {Shape.CAPITAL, Shape.UPPER}:
            return not before.word.endswith("'s")
        if scored.is_function[i - 1]:
            return False
    return False


def _is_name(candidate: Candidate, words: Sequence[Token]) -> bool:
    """Whether nothing but capitals and the particles between them is there: Rue de Rivoli, Paris."""
    if candidate.scored.has_capital_style:
        return False
    capitals = [t for t in words if t.shape in CAPITALS]
    rest = [t for t in words if t.shape not in CAPITALS]
    return (
        all(bare(t.word) in NAME_PARTICLES or t.gap is Gap.GLUED for t in rest)
        and any(t.shape in {Shape.CAPITAL, Shape.UPPER} for t in capitals)
        and not (candidate.kind == "quotation" and candidate.is_pointed)
    )


def _is_title(
    candidate: Candidate,
    words: Sequence[Token],
    before: Sequence[Token],
    after: Sequence[Token],
    lists: Lists,
    *,
    has_verb: bool,
) -> bool:
    """Whether a quoted stretch is the title of a work rather than somebody's words."""
    if words[0].shape not in CAPITALS:
        return False
    near = {bare(t.word) for t in (*before, *after)}
    if before and before[-1].word.endswith("'s"):
        return True
    if near & lists.cues and not near & lists.speech:
        return True
    is_short = len(words) <= TITLE_WORDS and not candidate.is_pointed
    is_reported = bool(near & lists.speech) and not (before and before[-1].word == "that")
    return is_short and not has_verb and not is_reported


def _around(candidate: Candidate) -> tuple[Sequence[Token], Sequence[Token]]:
    """The few words before and after, within the sentence."""
    tokens, first, last = candidate.scored.tokens, candidate.part.first, candidate.part.last
    low = first
    while low > max(0, first - CUE_REACH) and (low == first or tokens[low].gap < Gap.SENTENCE):
        if tokens[low].gap >= Gap.SENTENCE:
            break
        low -= 1
    high = last + 1
    while high < min(len(tokens), last + CUE_REACH) and tokens[high].gap < Gap.SENTENCE:
        high += 1
    return tokens[low:first], tokens[last + 1 : high]
