"""What a translation engine is: the one Protocol every engine follows, and what it answers.

Responsible for: `Translator`, `Closable` and `Hypothesis`.
Not responsible for: picking an engine (`choice`), nor for anything an engine does not see:
sentences, typography, checks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from onetongue.errors import TranslationError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.document import EngineId


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """An engine's answer for one sentence.

    `confidence` lies in [0, 1]; what it measures is the engine's to say, so values of two
    different engines do not compare.

    Raises:
        TranslationError: the confidence lies outside [0, 1].
    """

    text: str
    confidence: float

    def __post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise TranslationError(f"confidence must lie in [0, 1], not {self.confidence}")


class Translator(Protocol):
    """A machine that translates sentences from one language to another.

    Implementations are safe to share between threads and open no socket. One that keeps something
    running between calls is `Closable` as well.
    """

    @property
    def id(self) -> EngineId:
        """Which machine this is, precisely enough to tell whether another run could differ."""
        ...

    @property
    def key(self) -> str:
        """One line that changes whenever the same sentence could be translated otherwise.

        Cheap: no model is loaded to tell it.
        """
        ...

    @property
    def doubt_below(self) -> float:
        """The confidence below which its translations are doubtful."""
        ...

    @property
    def source(self) -> str:
        """The BCP-47 primary tag of the language read."""
        ...

    @property
    def target(self) -> str:
        """The BCP-47 primary tag of the language written."""
        ...

    def translate(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...]:
        """Translate `sentences`, each without newlines, in one batch.

        Returns as many hypotheses as there are sentences, in their order; an empty or blank
        sentence comes back as it is with confidence 1.

        Raises:
            TranslationError: the engine failed.
        """
        ...

    def retry(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...] | None:
        """Translate once more, in another way: slower, and without repeating passages.

        None where the engine has only one way. Raises as `translate`.
        """
        ...


@runtime_checkable
class Closable(Protocol):
    """What a `Translator` may be too."""

    def close(self) -> None:
        """End what runs, wait until it has ended, and start it again where it is needed again."""
        ...
