"""Sentences in, answers out: from a person or an earlier run if there is one, else from the engine.

Responsible for: which sentences the engine is asked at all, with the glossary's terms in them, and
remembering what it said.
Not responsible for: what a sentence is, how it looks (`presentation`), and whether an answer is good.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onetongue.errors import TranslationError
from onetongue.terms.entry import Entry
from onetongue.terms.glossary import missing, substitute
from onetongue.translate.engine_signs import cleaned

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from onetongue.document import Origin
    from onetongue.engines.translator import Hypothesis, Translator
    from onetongue.terms.glossary import Glossary, Match
    from onetongue.terms.memory import Memory


class Answer(NamedTuple):
    """The translation of one sentence.

    `asked` is the sentence with the glossary's `terms` in it, which is what the engine is given. An
    empty `text` is none: the engine had nothing to say.
    """

    text: str
    confidence: float
    origin: Origin
    asked: str
    terms: tuple[Match, ...] = ()

    @property
    def lacks_terms(self) -> bool:
        """Whether a term of the glossary is not in it."""
        return bool(missing(self.terms, self.text))


class Oracle:
    """An engine with what helps it: a glossary and a memory, either of which may be missing."""

    def __init__(
        self, engine: Translator, glossary: Glossary | None = None, memory: Memory | None = None
    ) -> None:
        self._engine = engine
        self._glossary = glossary
        self._memory = memory

    @property
    def doubt_below(self) -> float:
        """The confidence below which the engine's translations are doubtful."""
        return self._engine.doubt_below

    @property
    def name(self) -> str:
        """What the engine is called."""
        return self._engine.id.name

    @property
    def source(self) -> str:
        """The BCP-47 primary tag of the language the engine reads."""
        return self._engine.source

    def corrected(self, texts: Collection[str]) -> dict[str, Answer]:
        """What people made of whole texts, as far as any did."""
        found = self._recall(texts, engine="")
        return {text: _answer(entry, text) for text, entry in found.items()}

    def ask(self, sentences: Iterable[str]) -> dict[str, Answer]:
        """The answer to each sentence: one call of the engine for all that nobody knows yet.

        Raises:
            TranslationError: the engine failed, or answered with another number of sentences.
        """
        terms = {sentence: self._terms(sentence) for sentence in sentences}
        answers = {
            sentence: _answer(entry, substitute(sentence, terms[sentence]), terms[sentence])
            for sentence, entry in self._recall(terms, engine=self._engine.key).items()
            if entry.target.strip() and not missing(terms[sentence], entry.target)
        }
        new = {sentence: t for sentence, t in terms.items() if sentence not in answers}
        wanted = {sentence: substitute(sentence, t) for sentence, t in new.items()}
        texts = list(dict.fromkeys(wanted.values()))
        said = (
            dict(zip(texts, self._counted(texts, self._engine.translate(texts)), strict=True))
            if texts
            else {}
        )
        answers |= {s: _said(said[wanted[s]], t, wanted[s]) for s, t in new.items()}
        self.remember({s: answers[s] for s in new})
        return answers

    def ask_again(self, sentences: Sequence[str]) -> dict[str, Answer]:
        """Answers found in another way, if the engine has one; nothing is remembered.

        Raises:
            TranslationError: as `ask`.
        """
        terms = {sentence: self._terms(sentence) for sentence in sentences}
        texts = [substitute(sentence, t) for sentence, t in terms.items()]
        said = self._engine.retry(texts) if texts else None
        if said is None:
            return {}
        answers = zip(terms.items(), texts, self._counted(texts, said), strict=True)
        return {sentence: _said(one, t, text) for (sentence, t), text, one in answers}

    def _terms(self, sentence: str) -> tuple[Match, ...]:
        return self._glossary.find(sentence) if self._glossary else ()

    def _counted(
        self, texts: Sequence[str], said: tuple[Hypothesis, ...]
    ) -> tuple[Hypothesis, ...]:
        if len(said) != len(texts):
            raise TranslationError(
                f"{self.name}: gave {len(said)} translations for {len(texts)} sentences"
            )
        return said

    def _recall(self, texts: Collection[str], *, engine: str) -> dict[str, Entry]:
        if self._memory is None or not texts:
            return {}
        source, target = self._engine.source, self._engine.target
        return self._memory.find(texts, source=source, target=target, engine=engine)

    def remember(self, answers: Mapping[str, Answer]) -> None:
        """Keep the engine's answers for other texts and other runs, in place of earlier ones."""
        if self._memory is None:
            return
        engine = self._engine
        self._memory.add(
            Entry(
                source=sentence,
                target=answer.text,
                source_language=engine.source,
                target_language=engine.target,
                engine=engine.key,
                origin="engine",
                confidence=answer.confidence,
            )
            for sentence, answer in answers.items()
            if answer.text and not answer.lacks_terms
        )


def _answer(entry: Entry, asked: str, terms: tuple[Match, ...] = ()) -> Answer:
    origin: Origin = "human" if entry.origin == "human" else "memory"
    return Answer(entry.target, entry.confidence, origin, asked, terms)


def _said(hypothesis: Hypothesis, terms: Sequence[Match], asked: str) -> Answer:
    """The answer without the engine's own signs; nothing is sure of one that lost a word with them."""
    text, has_lost = cleaned(asked, hypothesis.text)
    confidence = 0.0 if has_lost else hypothesis.confidence
    return Answer(text, confidence, "engine", asked, tuple(terms))
