"""An oracle that no engine stands behind, for what is decided without one.

Responsible for: an answer of no words to every sentence.
Not responsible for: what can be told from the words themselves (`transfer`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onetongue.document import EngineId
from onetongue.engines.translator import Hypothesis
from onetongue.translate.oracle import Oracle

if TYPE_CHECKING:
    from collections.abc import Sequence


def silent(language: str) -> Oracle:
    """Make the oracle of a language that answers nothing.

    >>> silent("fr").ask(["Merci."])["Merci."].text
    ''
    """
    return Oracle(_Silent(language))


class _Silent:
    """An engine that says nothing."""

    id = EngineId("none", "", "")
    key = target = ""
    doubt_below = 0.0

    def __init__(self, source: str) -> None:
        self.source = source

    def translate(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...]:
        return tuple(Hypothesis("", 0.0) for _ in sentences)

    def retry(self, sentences: Sequence[str]) -> None:
        """There is no other way to say nothing."""
