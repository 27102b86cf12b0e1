"""Engines to test with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onetongue.document import EngineId
from onetongue.engines import Hypothesis

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Engine:
    """Says of each sentence what a function makes of it, and counts its calls."""

    id = EngineId("dictionary", "1", "test")
    key = "dictionary 1"
    doubt_below = 0.2
    source, target = "fr", "en"

    def __init__(self, say: Callable[[str], str]) -> None:
        self.calls = 0
        self._say = say

    def translate(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...]:
        self.calls += 1
        return tuple(Hypothesis(self._say(s), 0.9) for s in sentences)

    def retry(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...] | None:
        return None


class DictionaryTranslator:
    """Answers from a dictionary, else with `unknown`; remembers every batch it was given."""

    source = "fr"
    target = "en"
    id = EngineId(name="dictionary", version="1", model="test")
    key = "dictionary 1"
    doubt_below = 0.2

    def __init__(
        self, entries: Mapping[str, str | Hypothesis], unknown: Callable[[str], str] = str
    ) -> None:
        self.entries = entries
        self.unknown = unknown
        self.batches: list[tuple[str, ...]] = []

    def translate(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...]:
        self.batches.append(tuple(sentences))
        found = [self.entries.get(text, self.unknown(text)) for text in sentences]
        return tuple(one if isinstance(one, Hypothesis) else Hypothesis(one, 0.5) for one in found)

    def retry(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...] | None:
        return None
