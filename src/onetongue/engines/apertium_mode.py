"""One mode of Apertium: texts in, and what it makes of them out.

Responsible for: asking the programs of a mode, kept alive where they can be, else started each time.
Not responsible for: which modes lead from one language to another, literals, confidence (`apertium`).

The programs of a mode read their dictionaries in 0.2 s and need 0.001 s for a short text. Kept
alive, they read each text by itself, so that one after the other is as fast as all at once. In a
batch, what is said of one text may depend on the one before: of 997 sentences of FLORES five then
take a gender from there ("the girls" for "les enfants").
"""

from __future__ import annotations

import re
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.engines.apertium_program import TIMEOUT, WRITTEN, environment, programs, run
from onetongue.engines.apertium_stream import BREAK, escape, restore
from onetongue.engines.pipeline import Pipeline
from onetongue.errors import TranslationError

if TYPE_CHECKING:
    from collections.abc import Sequence

_TIMEOUT_PER_SENTENCE: Final = 0.1  # seconds; 0.004 measured on two cores
_TIMEOUT_PER_CHARACTER: Final = 0.001  # seconds; 0.00003 measured, 0.0003 in one endless word
_LINES: Final = re.compile(r"\s*\n\s*")


class Reply(NamedTuple):
    """What a mode makes of a text: `marked` has a mark before each word that it does not know."""

    marked: str
    text: str


class Mode:
    """The mode called `name`. Threads may share it."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lock = Lock()

    def translate(self, texts: Sequence[str]) -> list[Reply]:
        """Translate `texts`, each without newlines and NULs; N in = N out, in order.

        Raises:
            TranslationError: Apertium failed or took too long.
        """
        if kept := self._kept:
            return [kept.translate(text) for text in texts]
        both = zip(self._lines(texts), self._lines(texts, "-u"), strict=True)
        return [Reply(marked, text) for marked, text in both]

    def close(self) -> None:
        """End what is kept alive; it is started again where it is needed again."""
        with self._lock:
            if "_found" in vars(self) and self._found:
                self._found.close()

    @property
    def _kept(self) -> _KeptMode | None:
        with self._lock:
            return self._found

    @cached_property
    def _found(self) -> _KeptMode | None:
        row = programs(self._name)
        return _KeptMode(self._name, row) if row else None

    def _lines(self, texts: Sequence[str], *options: str) -> list[str]:
        """Each text through one call of `apertium`; a call each if sentences were lost or gained."""
        timeout = TIMEOUT + _TIMEOUT_PER_SENTENCE * len(texts)
        output = self._run(options, "".join(text + BREAK for text in texts), timeout)
        lines = [line.strip() for line in output.removesuffix(BREAK).split(BREAK)]
        if len(lines) == len(texts):
            return lines
        return [" ".join(self._run(options, text + BREAK, TIMEOUT).split()) for text in texts]

    def _run(self, options: Sequence[str], text: str, timeout: float) -> str:
        output = run([*options, "-f", "txt", self._name], text, timeout)
        if not output:  # not even the blank line that ends the text
            raise TranslationError(f"apertium {self._name}: answered nothing; install it again")
        return output


class _KeptMode:
    """The programs of a mode, kept alive.

    The last of them, which write the words, run twice: once with marks, once without. All before
    them is the same for both and asked once.
    """

    def __init__(self, name: str, row: Sequence[Sequence[str]]) -> None:
        at = next(n for n, command in enumerate(row) if WRITTEN in command)

        def pipeline(commands: Sequence[Sequence[str]], option: str) -> Pipeline:
            given = [[option if word == WRITTEN else word for word in one] for one in commands]
            return Pipeline(f"apertium {name}", given, environment())

        self._words = pipeline(row[:at], "")
        self._marked = pipeline(row[at:], "-g")
        self._unmarked = pipeline(row[at:], "-n")

    def translate(self, text: str) -> Reply:
        timeout = TIMEOUT + _TIMEOUT_PER_CHARACTER * len(text)
        words = self._words.ask(escape(text).encode(), timeout)
        marked, unmarked = (one.ask(words, timeout) for one in (self._marked, self._unmarked))
        return Reply(_line(marked), _line(unmarked))

    def close(self) -> None:
        for one in (self._words, self._marked, self._unmarked):
            one.close()


def _line(stream: bytes) -> str:
    return _LINES.sub(" ", restore(stream.decode("utf-8", "replace"))).strip()
