"""The engine of the tests: says what it is told to, and remembers what it was asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from onetongue.document import EngineId
from onetongue.engines import Hypothesis

if TYPE_CHECKING:
    from collections.abc import Sequence

Answers: TypeAlias = Mapping[str, str | Hypothesis] | Callable[[str], str | Hypothesis]

DICTIONARY = EngineId("dictionary", "1", "test")


def in_words(sentence: str) -> str:
    """As many English words as the sentence has."""
    return " ".join(["word"] * len(sentence.split()))


class Engine:
    """Answers from a mapping or by a function; what a mapping lacks, by `unknown`: as it stands.

    Asked again, it answers from `again`, else there is no other way. An answer that states no
    confidence has `confidence`. `batches` and `retried` hold what it was asked, call by call.
    """

    doubt_below = 0.2
    target = "en"

    def __init__(
        self,
        answers: Answers = str,
        unknown: Callable[[str], str] = str,
        *,
        again: Answers | None = None,
        confidence: float = 0.9,
        source: str = "fr",
        id: EngineId = DICTIONARY,  # noqa: A002 - an engine's word
    ) -> None:
        self.id = id
        self.key = f"{id.name} {id.version}"
        self.source = source
        self.batches: list[tuple[str, ...]] = []
        self.retried: list[tuple[str, ...]] = []
        self._answers, self._unknown, self._again = answers, unknown, again
        self._confidence = confidence

    def translate(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...]:
        """Say of each sentence what the answers make of it."""
        self.batches.append(tuple(sentences))
        return tuple(self._said(self._answers, text) for text in sentences)

    def retry(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...] | None:
        """Say the other answers, if there are any."""
        self.retried.append(tuple(sentences))
        again = self._again
        return None if again is None else tuple(self._said(again, text) for text in sentences)

    def _said(self, answers: Answers, text: str) -> Hypothesis:
        if isinstance(answers, Mapping):
            said = answers[text] if text in answers else self._unknown(text)
        else:
            said = answers(text)
        return said if isinstance(said, Hypothesis) else Hypothesis(said, self._confidence)
