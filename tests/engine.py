"""An engine to test with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onetongue.document import EngineId
from onetongue.translate import Hypothesis

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


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
