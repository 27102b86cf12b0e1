"""The command-line program Apertium as an engine.

Responsible for: finding the modes that lead from one language to another, directly or through a
third, and sending texts through them, literals hidden.
Not responsible for: how a mode is run (`apertium_mode`), installing it, or anything an engine does
not see.

Confidence is the share of words Apertium knows, the worse of the modes on the way: it tells what
was copied, not whether the rest is good.
"""

from __future__ import annotations

import re
import shutil
from functools import cached_property
from typing import TYPE_CHECKING

from onetongue.document import EngineId
from onetongue.engines.apertium_mode import Mode
from onetongue.engines.apertium_program import TIMEOUT, run
from onetongue.engines.translator import Hypothesis
from onetongue.errors import ModelError, TranslationError
from onetongue.language.masking import mask, unmask
from onetongue.language.set_aside import set_aside
from onetongue.language.tags import primary

if TYPE_CHECKING:
    from collections.abc import Sequence

# Apertium's modes are named with two letters or with three.
_ALIASES = {"ca": "cat", "en": "eng", "es": "spa", "fr": "fra", "it": "ita", "pt": "por"}
_PIVOTS = ("es", "ca")  # what French and English are both paired with
_WORD = re.compile(r"\w+")
_MARKS = "*#@"  # unknown word, word that cannot be inflected, word without translation
_BROKEN = re.compile(r"\s*[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_ASKED = "2"  # another one when something else is hidden: a memory then asks anew


def find_route(source: str, target: str) -> tuple[str, ...] | None:
    """Find the installed modes that lead from `source` to `target`, or None when there are none.

    One mode is better than two.

    Raises:
        ModelError: Apertium is installed but cannot be run.
    """
    if shutil.which("apertium") is None:
        return None
    try:
        modes = set(run(["-l"], "", TIMEOUT).split())
    except TranslationError as err:
        raise ModelError(f"{err}; install apertium again") from err
    return route(primary(source), primary(target), modes)


def route(source: str, target: str, modes: set[str]) -> tuple[str, ...] | None:
    """Choose among `modes` those that lead from `source` to `target`.

    >>> route("fr", "en", {"fr-es", "spa-eng", "eng-spa"})
    ('fr-es', 'spa-eng')
    """
    direct = _mode(source, target, modes)
    if direct:
        return (direct,)
    for pivot in _PIVOTS:
        first, second = _mode(source, pivot, modes), _mode(pivot, target, modes)
        if first and second:
            return (first, second)
    return None


class ApertiumTranslator:
    """Apertium as a `Translator`, through the modes of `route`, which are kept running.

    They end at `close`, when the translator is no longer used, and with us, however we end. What
    is said of a sentence depends on that sentence alone.
    """

    def __init__(self, route: tuple[str, ...], source: str, target: str) -> None:
        self.route = route
        self._source = source
        self._target = target
        self._modes = tuple(map(Mode, route))

    @property
    def doubt_below(self) -> float:
        """Half of the words unknown; of 200 FLORES sentences the worst has 27 % unknown."""
        return 0.5

    @property
    def key(self) -> str:
        """The modes and the version, and how the modes are asked: with names and literals hidden."""
        return f"apertium {self.id.version} {self.id.model} {_ASKED}"

    @property
    def source(self) -> str:
        """The language read."""
        return self._source

    @property
    def target(self) -> str:
        """The language written."""
        return self._target

    @cached_property
    def id(self) -> EngineId:
        """Which version and modes; the data of a mode has no version Apertium would tell."""
        version = re.search(r"\d[\w.]*", run(["-V"], "", TIMEOUT))
        return EngineId(
            name="apertium", version=version[0] if version else "", model="+".join(self.route)
        )

    def translate(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...]:
        """Translate `sentences`; N in = N out, in order.

        Literals, and what is set aside of French, are hidden from Apertium, which would translate
        parts of them.

        Raises:
            TranslationError: Apertium failed or took too long.
        """
        cleaned = [_BROKEN.sub(" ", text.replace("\0", "")).strip() for text in sentences]
        cleaned = [text.encode("utf-8", "replace").decode("utf-8") for text in cleaned]
        is_french = primary(self._source) == "fr"
        masked = [mask(text, set_aside(text) if is_french else ()) for text in cleaned]
        wanted = [n for n, (text, _) in enumerate(masked) if _WORD.search(text)]
        answers = [Hypothesis(text, 1.0) for text in sentences]
        found = self._through([masked[n][0] for n in wanted], [len(masked[n][1]) for n in wanted])
        bare = {}
        for n, (text, known) in zip(wanted, found, strict=True):
            whole = unmask(text, masked[n][1])
            if whole is None:
                bare[n] = cleaned[n]
            else:
                answers[n] = Hypothesis(whole, known)
        again = self._through(list(bare.values()), [0] * len(bare))
        for n, (text, known) in zip(bare, again, strict=True):
            answers[n] = Hypothesis(text, known)
        return tuple(answers)

    def retry(self, sentences: Sequence[str]) -> None:
        """None: Apertium says the same thing every time."""

    def close(self) -> None:
        """End what runs; it is started again where it is needed again."""
        for mode in self._modes:
            mode.close()

    def _through(self, texts: Sequence[str], hidden: Sequence[int]) -> list[tuple[str, float]]:
        """Translations with the share of known words; `hidden` words of each are our own."""
        if not texts:
            return []
        known = [1.0] * len(texts)
        for mode in self._modes:
            words = [len(_WORD.findall(text)) for text in texts]
            answers = mode.translate(texts)
            texts = [answer.text for answer in answers]
            for n, answer in enumerate(answers):
                unknown = _marks(answer.marked) - _marks(answer.text) - hidden[n]
                total = max(words[n] - hidden[n], 1)
                known[n] = min(known[n], max(0.0, 1 - max(unknown, 0) / total))
        return list(zip(texts, known, strict=True))


def _mode(source: str, target: str, modes: set[str]) -> str | None:
    sources = (source, _ALIASES.get(source, source))
    targets = (target, _ALIASES.get(target, target))
    names = (f"{one}-{other}" for one in sources for other in targets)
    return next((name for name in names if name in modes), None)


def _marks(text: str) -> int:
    return sum(map(text.count, _MARKS))
