"""Texts in, translations out: everything around the engine.

Responsible for: one batch of sentences over all texts, and putting the answers together as the
texts were: names, numbers, separators, line breaks, surface, typography; then confidence, checks,
and one more try.
Not responsible for: who answers (`oracle`); what a segment is, where it stands, or what becomes of a
doubtful one.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from onetongue.characters import NEWLINE
from onetongue.document import Translation
from onetongue.engines import rare_words
from onetongue.errors import TranslationError
from onetongue.excerpt import shorten
from onetongue.language.english_beside import without_english
from onetongue.language.numbers import anglicize
from onetongue.language.odd_letters import plain
from onetongue.language.sentences import SentencePart, split
from onetongue.names import lost_names
from onetongue.translate import lost_numbers
from onetongue.translate.checks import check, foreign_words
from onetongue.translate.presentation import prepare, restore
from onetongue.translate.stutter import unstuck, without_stutter
from onetongue.translate.typography import english
from onetongue.translate.wrapping import is_broken, softened, wrapping

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from onetongue.document import CheckResult, Origin
    from onetongue.translate.oracle import Answer, Oracle

_SAYS = re.compile(r"[^\W\d_]{4,}")  # "à", "un": an engine may have no word for a short one
_WORD = re.compile(r"[^\W\d_]+")
_BREAKS = re.compile(rf"((?:{NEWLINE.pattern})\s*)")


def translate_segments(
    texts: Sequence[str],
    oracle: Oracle,
    is_foreign: Callable[[str], bool] = lambda _: False,
) -> tuple[Translation, ...]:
    """Translate `texts`, each of one or more sentences; N in = N out, in order.

    All sentences of all texts are asked for in one call, the same sentence once. White space at
    both ends, separators between sentences, hard wrapping, capitals and final punctuation are the
    source's. A word that the engine said twice stands once; names and numbers of a French source
    that its translation lost are put back where that is certain; but what a person wrote stays. The
    confidence, in [0, 1], is the geometric mean of the sentences', weighted with their lengths in
    code points. Where a check fails but that of confidence, or a seldom word has no counterpart, the
    engine is asked once more, in its other way, and the answer with fewer faults is taken.
    `is_foreign` tells whether a translation still holds text in the source language.

    Texts may be written in any form; the engine gets them as people read them, in NFC, without
    ligatures and what nobody sees. A text has no translation, the empty one, where the engine
    has none for a sentence of it, both times.

    Raises:
        TranslationError: the engine failed, answered with another number of sentences, or answered
            nothing to all of them, as a broken one does.
    """
    texts = [plain(text) for text in texts]
    corrected = oracle.corrected(texts)
    judge = _Judge(oracle.doubt_below, is_foreign, oracle.source == "fr")
    drafts = {
        text: _Sentences(text, is_french=judge.is_french) for text in texts if text not in corrected
    }
    asked = dict.fromkeys(sentence for draft in drafts.values() for sentence in draft.wanted)
    answers = judge.mended(oracle.ask(asked))
    made = {text: draft.translated(answers, judge) for text, draft in drafts.items()}
    if better := _better(drafts, made, answers, oracle, judge):
        # In all texts, so that the same sentence reads the same everywhere.
        final = answers | better
        made = {text: draft.translated(final, judge) for text, draft in drafts.items()}
    _refuse_silence({**answers, **better}, oracle)
    for text, answer in corrected.items():
        made[text] = Translation(answer.text, answer.origin, answer.confidence)
    return tuple(made[text] for text in texts)


def _better(
    drafts: Mapping[str, _Sentences],
    made: Mapping[str, Translation],
    answers: Mapping[str, Answer],
    oracle: Oracle,
    judge: _Judge,
) -> dict[str, Answer]:
    """The answers of the engine's other way that leave a text fewer faults; they are remembered."""
    failed = [text for text, one in made.items() if one.origin == "engine" and _is_to_mend(one)]
    again = dict.fromkeys(sentence for text in failed for sentence in drafts[text].wanted)
    again |= dict.fromkeys(s for s, answer in answers.items() if judge.unanswered(answer))
    said = oracle.ask_again([s for s in again if answers[s].origin != "human"])
    others = judge.mended(said)
    latest = {**answers, **others}
    better: dict[str, Answer] = {}
    for text, draft in drafts.items():
        asked_again = [sentence for sentence in draft.wanted if sentence in others]
        if asked_again:
            before, after = ([one[s] for s in asked_again] for one in (answers, others))
            other = draft.translated(latest, judge)
            if judge.faults(other, after) < judge.faults(made[text], before):
                better |= {sentence: others[sentence] for sentence in asked_again}
    if better:
        oracle.remember({sentence: said[sentence] for sentence in better})
    return better


def _refuse_silence(answers: Mapping[str, Answer], oracle: Oracle) -> None:
    """Raise where the engine was asked words and has answered nothing at all.

    One sentence of many that it has nothing for is no reason to lose the others.
    """
    silent = [answer.asked for answer in answers.values() if answer.origin == "engine"]
    if any(answer.text for answer in answers.values() if answer.origin == "engine"):
        return
    if asked := next(filter(_SAYS.search, silent), None):
        raise TranslationError(
            f"{oracle.name}: answered nothing to {shorten(asked)}; it may be broken: install it again"
        )


def _is_to_mend(made: Translation) -> bool:
    """Whether a check failed that another answer may pass.

    Where the model is just not sure it is seldom surer in another way: asking for that again too lost
    .1 chrF on FLORES dev and NTREX-128 and .8 on headings, and gained .3 on captions.
    """
    return any(name != "mistranslation" for name in made.failed)


class _Judge(NamedTuple):
    """What is asked of a translation beside the checks of its two texts."""

    doubt_below: float
    is_foreign: Callable[[str], bool]
    is_french: bool  # the source: what is known of names is known of French ones

    def mended(self, answers: Mapping[str, Answer]) -> dict[str, Answer]:
        """The engine's answers without stutter, and with what it lost of a French source put back."""
        return {sentence: self._mended(answer) for sentence, answer in answers.items()}

    def unanswered(self, answer: Answer) -> int:
        """How many seldom words of a French sentence its translation has nothing for."""
        is_asked = self._is_from_french(answer)
        return rare_words.unanswered(answer.asked, answer.text) if is_asked else 0

    def faults(self, made: Translation, used: Sequence[Answer]) -> tuple[bool, int, int]:
        """Whether there is none, how many checks failed, how many seldom words the answers lack.

        A literal that is damaged counts twice: low confidence is a doubt, this is none.
        """
        is_none = not all(answer.text for answer in used)
        return (
            is_none,
            len(made.failed) + made.failed.count("markup"),
            sum(map(self.unanswered, used)),
        )

    def _mended(self, answer: Answer) -> Answer:
        if answer.origin == "human":
            return answer
        text = without_stutter(answer.asked, answer.text)
        return answer._replace(text=_put_back(answer.asked, text) if self.is_french else text)

    def checks(
        self, text: str, result: str, used: Sequence[Answer], confidence: float
    ) -> tuple[tuple[str, CheckResult], ...]:
        """The results by name: those of `check`, of names in French, and what failed of the others."""
        results = dict(check(text, result, _vouched_for(used)))
        if self.is_french:
            lost = any(lost_names.missing(a.asked, a.text) for a in used if self._is_from_french(a))
            results["inconsistent-entities"] = "failed" if lost else "ok"
        if self.is_foreign(result):
            results["untranslated"] = "failed"
        if any(answer.lacks_terms for answer in used):
            results["terminology"] = "failed"
        if confidence < self.doubt_below:
            results["mistranslation"] = "failed"
        return tuple(results.items())

    def foreign_words(
        self, text: str, result: str, used: Sequence[Answer], checks: Mapping[str, CheckResult]
    ) -> tuple[str, ...]:
        """The words for which the check of that name failed."""
        if checks["language"] == "ok":
            return ()
        return foreign_words(text, result, _vouched_for(used))

    def _is_from_french(self, answer: Answer) -> bool:
        return self.is_french and answer.origin != "human"


def _vouched_for(used: Sequence[Answer]) -> frozenset[str]:
    """The words, in lower case, of what people wrote: sentences of a memory, terms of a glossary."""
    human = [answer.text for answer in used if answer.origin == "human"]
    terms = [match.term.target for answer in used for match in answer.terms]
    return frozenset(_WORD.findall(" ".join([*human, *terms]).lower()))


def _put_back(asked: str, text: str) -> str:
    text = lost_numbers.with_telephones(asked, lost_names.put_back(asked, text))
    written = anglicize(text, asked)  # a second time would take the "1,500" it writes for a decimal
    made = lost_numbers.put_back(asked, lost_numbers.with_ordinals(written))
    return text if made == written else made


class _Sentences:
    """One text cut into sentences that are ready for the engine."""

    def __init__(self, text: str, *, is_french: bool) -> None:
        self._text = text
        self._pieces = split(text)
        if is_french:
            self._pieces = tuple(one for part in self._pieces for one in without_english(part))
        self._prepared = {piece.sentence: prepare(piece.sentence) for piece in self._pieces}
        self.wanted = [one.text for one in self._prepared.values() if one.has_words]

    def translated(self, answers: Mapping[str, Answer], judge: _Judge) -> Translation:
        """The text put together from the answers, and checked."""
        parts: list[tuple[str, str]] = []
        used: list[tuple[Answer, int]] = []
        for sentence, gap in self._pieces:
            separator = gap or " "  # "revoir.Je": English parts two sentences
            one = self._prepared[sentence]
            answer = answers[one.text] if one.has_words else None
            if answer is not None:
                used.append((answer, len(sentence)))
                parts.append((restore(one, answer.text), separator))
            else:
                parts.append((restore(one, sentence) if sentence else "", separator))
        is_answered = all(answer.text for answer, _ in used)
        result = _join(self._text, self._pieces, parts) if is_answered else ""
        confidence = _mean(used)
        origin: Origin = "memory" if used else "rule"  # no word: there was nothing to ask anybody
        if any(answer.origin == "engine" for answer, _ in used):
            origin = "engine"
        answers_used = [answer for answer, _ in used]
        checks = judge.checks(self._text, result, answers_used, confidence)
        return Translation(
            text=unstuck(self._text, result) if origin == "engine" else result,
            origin=origin,
            confidence=confidence,
            checks=checks,
            foreign_words=judge.foreign_words(self._text, result, answers_used, dict(checks)),
        )


def _mean(used: Sequence[tuple[Answer, int]]) -> float:
    """The geometric mean of the confidences, weighted."""
    if not used:
        return 1.0
    if any(not answer.confidence for answer, _ in used):
        return 0.0
    total = sum(weight * math.log(answer.confidence) for answer, weight in used)
    return min(1.0, math.exp(total / sum(weight for _, weight in used)))


def _join(text: str, pieces: Sequence[SentencePart], parts: Sequence[tuple[str, str]]) -> str:
    """The translation of the whole text, from its translated sentences and its separators."""
    core = text.strip()
    if not core:
        return text
    start = text.index(core)
    wrapped = any(is_broken(piece.sentence) for piece in pieces)
    joined = "".join(
        sentence + (softened(separator) if wrapped else separator) for sentence, separator in parts
    )
    result = english(joined.strip())
    if wrapped:
        # What line breaks are left divide paragraphs and list items.
        layout = wrapping(text)
        result = "".join(
            part if part.isspace() else layout.wrap(part) for part in _BREAKS.split(result)
        )
    return text[:start] + result + text[start + len(core) :]
