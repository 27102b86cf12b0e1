"""Argos packages, run by CTranslate2 in one batch.

Responsible for: tokenizing with the package's SentencePiece model, running its weights, and the
confidence of every sentence. The only importer of ctranslate2 and sentencepiece.
Not responsible for: finding or checking packages (`packages`), or anything about text: Argos' own
sentence splitter (it downloads a model) and detokenizer (it turns `_` into a space) are not used.

Confidence is exp(mean log-probability per target token), the end of the sentence included: the
length-normalised log-probability of Guerreiro, Voita and Martins (2023), "Looking for a Needle in
a Haystack", mapped to [0, 1].
"""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import asdict, dataclass
from functools import cached_property
from importlib import metadata
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

import ctranslate2
import sentencepiece

from onetongue.document import EngineId
from onetongue.engines.clauses import divide
from onetongue.engines.formulas import formula
from onetongue.engines.headings import forms
from onetongue.engines.processor import cores, instruction_set
from onetongue.engines.rare_words import with_english
from onetongue.engines.stand_ins import StandIn, put_in, take_out
from onetongue.engines.translator import Hypothesis
from onetongue.errors import ModelError, TranslationError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.engines.packages import Package

BEAM = 2  # CTranslate2's default
# One core a batch, and batches small enough for every core to have one: two cores on one batch were
# up to five times slower on short documents (benchmarks/translation/speed.py).
MAX_BATCH_TOKENS = 1024
MAX_PIECES = 160  # training sentences are rarely longer; longer ones lose clauses
MAX_DECODING = 2 * MAX_PIECES  # a translation that gets here is a repetition without end
# Target pieces for one of the source; none of 3,289 human translations (FLORES dev, NTREX-128, captions
# and headings) has more. What has is asked for again.
MAX_GROWTH = 2.5


class _Decoded(NamedTuple):
    """What became of one part: its translation, log-probability and target tokens."""

    text: str
    log_probability: float
    length: int


class Decoding(NamedTuple):
    """How CTranslate2 decodes."""

    beam_size: int
    length_penalty: float = 1.0  # the score is the log-probability by the length to this power
    no_repeat_ngram_size: int = 0
    repetition_penalty: float = 1.0


_USUAL_DECODING = Decoding(BEAM)
# The second one: wider, and against the repetitions engines get stuck on.
_OTHER_DECODING = Decoding(beam_size=5, no_repeat_ngram_size=3, repetition_penalty=1.2)


@dataclass(frozen=True, slots=True)
class Handling:
    """What suits a model: how it decodes, and how it is asked.

    `max_pieces` is what a sentence may have; longer ones are divided. `forms` says whether lines
    without final punctuation are asked for in several, `guarded` whether known names stand in for
    literals and what is set aside in a French sentence, `helped` whether the second time they do
    for unknown names too, and English for seldom words, and formulas of letters are known. `doubt_below` is a confidence.
    """

    decoding: Decoding = _USUAL_DECODING
    max_pieces: int = MAX_PIECES
    forms: bool = False
    guarded: bool = True
    helped: bool = False
    doubt_below: float = 0.2  # a token probability of one in five; not measured on a full model


USUAL = Handling()
# benchmarks/translation, "Quality": beam 2 is the best within twice the time of beam 1. "Doubt": below
# 0.62 are 71 % of the wrong translations and 30 % of the right ones; no threshold parts them better.
OURS = Handling(forms=True, helped=True, doubt_below=0.62)


class ArgosTranslator:
    """An Argos package as a `Translator`; loaded when first asked, safe to share between threads.

    What cannot be loaded is a `ModelError` then.
    """

    def __init__(self, package: Package, handling: Handling | None = None) -> None:
        self.package = package
        self._handling = handling or (OURS if package.is_ours else USUAL)
        self._lock = Lock()

    @cached_property
    def _loaded(self) -> tuple[ctranslate2.Translator, sentencepiece.SentencePieceProcessor]:
        package = self.package
        try:
            return (
                ctranslate2.Translator(
                    str(package.model), device="cpu", inter_threads=cores(), intra_threads=1
                ),
                sentencepiece.SentencePieceProcessor(model_file=str(package.tokenizer)),
            )
        except (RuntimeError, ValueError, OSError) as err:
            raise ModelError(
                f"{package.folder}: the model cannot be loaded ({err}); install it again"
            ) from err

    def load(self) -> None:
        """Load the model now.

        Raises:
            ModelError: the model or the tokenizer cannot be loaded.
        """
        with self._lock:
            _ = self._loaded

    @property
    def doubt_below(self) -> float:
        """The mean token probability below which a translation is doubtful."""
        return self._handling.doubt_below

    @property
    def key(self) -> str:
        """The package, by its name and weights, and how it is asked."""
        handling = hashlib.sha256(json.dumps(asdict(self._handling)).encode()).hexdigest()
        return f"{self._name} {self.package.name} {self.package.sha256[:12]} {handling[:6]}"

    @property
    def _name(self) -> str:
        return "embedded" if self.package.embedded else "argos"

    @property
    def source(self) -> str:
        """The language read."""
        return self.package.source

    @property
    def target(self) -> str:
        """The language written."""
        return self.package.target

    @cached_property
    def id(self) -> EngineId:
        """Which package, runtime and processor: output can differ with each of them."""
        self.load()
        return EngineId(
            name=self._name,
            version=self.package.version if self.package.embedded else _argos_version(),
            model=self.package.name,
            sha256=self.package.sha256,
            runtime=f"ctranslate2 {metadata.version('ctranslate2')}",
            compute_type=self._loaded[0].compute_type,
            isa=instruction_set(),
        )

    def translate(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...]:
        """Translate `sentences` in one batch; N in = N out, in order.

        A sentence longer than the model can take is divided at clause boundaries and put together
        again, never cut off. In French ones known names stand in for literals, names that are words
        and parts in English: the model copies the known ones and would change these. Where one
        does not come back the answer is that to the sentence as it is.

        Raises:
            TranslationError: CTranslate2 failed.
        """
        return self._guarded(sentences, self._handling.decoding)

    def retry(self, sentences: Sequence[str]) -> tuple[Hypothesis, ...]:
        """Translate with a wider beam, no passage of three tokens twice. Raises as `translate`.

        Where known names stood in for others and came back, or English for seldom words, the
        confidence is that of what was asked.
        """
        if not self._handling.helped:
            return self._guarded(sentences, _OTHER_DECODING)
        asked = [_choices(sentence) for sentence in sentences]
        return self._with_stand_ins(sentences, asked, _OTHER_DECODING)

    def _guarded(self, sentences: Sequence[str], decoding: Decoding) -> tuple[Hypothesis, ...]:
        """The answers with known names in place of what the model would change, where it is so asked."""
        if not (self._handling.guarded and self.package.source == "fr"):
            return self._translate(sentences, decoding)
        asked = [[put_in(sentence, unknown=False)] for sentence in sentences]
        return self._with_stand_ins(sentences, asked, decoding)

    def _with_stand_ins(
        self,
        sentences: Sequence[str],
        asked: Sequence[Sequence[tuple[str, tuple[StandIn, ...]]]],
        decoding: Decoding,
    ) -> tuple[Hypothesis, ...]:
        """The likeliest answer to what is asked for each sentence, else that to itself."""
        said = iter(self._translate([text for one in asked for text, _ in one], decoding))
        found = [
            max(
                [_with_names(next(said), *how) for how in one],
                key=lambda answer: answer.confidence if answer else -1.0,
            )
            for one in asked
        ]
        lost = [n for n, answer in enumerate(found) if answer is None]
        plain = iter(self._translate([sentences[n] for n in lost], decoding))
        answers = [answer or next(plain) for answer in found]
        if not self._handling.helped:
            return tuple(answers)
        known = [formula(sentence) for sentence in sentences]
        return tuple(
            Hypothesis(text, 1.0) if text else answer
            for text, answer in zip(known, answers, strict=True)
        )

    def _translate(self, sentences: Sequence[str], decoding: Decoding) -> tuple[Hypothesis, ...]:
        self.load()
        asked = [forms(text) if self._handling.forms else (text,) for text in sentences]
        wanted = [form for one in asked for form in one]
        parts = [divide(text, self._length, self._handling.max_pieces) for text in wanted]
        answers = iter(self._translate_parts([part for one in parts for part in one], decoding))
        said = iter(
            [
                _join([next(answers) for _ in one]) if one else Hypothesis(text, 1.0)
                for text, one in zip(wanted, parts, strict=True)
            ]
        )
        return tuple(
            max(
                [next(said) for _ in one], key=lambda answer: (bool(answer.text), answer.confidence)
            )
            for one in asked
        )

    def _length(self, text: str) -> int:
        return len(self._pieces(text))

    def _pieces(self, text: str) -> list[str]:
        encodable = text.encode("utf-8", "replace").decode("utf-8")  # lone surrogates
        pieces: list[str] = self._loaded[1].encode(encodable, out_type=str)
        return pieces

    def _translate_parts(self, parts: Sequence[str], decoding: Decoding) -> list[_Decoded]:
        """The best answer for each part; one that is far too long is asked for in the other."""
        pieces = [self._pieces(part) for part in parts]
        # What is left too long is one endless word, not language: copied, with confidence 0.
        fit = [n for n, one in enumerate(pieces) if 0 < len(one) <= self._handling.max_pieces]
        found = dict(zip(fit, self._ask([pieces[n] for n in fit], decoding), strict=True))
        long = [n for n in fit if found[n].length > MAX_GROWTH * len(pieces[n]) + 1]
        if decoding != _OTHER_DECODING:
            for n, other in zip(
                long, self._ask([pieces[n] for n in long], _OTHER_DECODING), strict=True
            ):
                found[n] = min(found[n], other, key=lambda answer: answer.length)
        return [found.get(n) or _Decoded(part, -math.inf, 1) for n, part in enumerate(parts)]

    def _ask(self, pieces: Sequence[list[str]], decoding: Decoding) -> list[_Decoded]:
        if not pieces:
            return []
        prefix = (
            [[self.package.target_prefix]] * len(pieces) if self.package.target_prefix else None
        )
        try:
            results = self._loaded[0].translate_batch(
                list(pieces),
                target_prefix=prefix,
                max_batch_size=MAX_BATCH_TOKENS,
                batch_type="tokens",
                **decoding._asdict(),
                max_input_length=0,
                max_decoding_length=MAX_DECODING,
                replace_unknowns=True,  # a name the vocabulary lacks is copied, as Argos does
                return_scores=True,
            )
        except (RuntimeError, ValueError) as err:
            raise TranslationError(f"{self.package.name}: CTranslate2 failed ({err})") from err
        said = [result.hypotheses[0] for result in results]
        if decoding.repetition_penalty == 1.0:
            lengths = [len(tokens) + 1 for tokens in said]  # the end of the sentence counts
            totals = [
                result.scores[0] * length**decoding.length_penalty
                for result, length in zip(results, lengths, strict=True)
            ]
        else:
            totals = self._log_probabilities(pieces, said)
        return [self._read(tokens, total) for tokens, total in zip(said, totals, strict=True)]

    def _log_probabilities(
        self, pieces: Sequence[list[str]], said: Sequence[list[str]]
    ) -> list[float]:
        """The model's own log-probability of each answer, which a penalty on repetitions changes."""
        given = 1 if self.package.target_prefix else 0
        scored = self._loaded[0].score_batch(
            list(pieces), list(said), max_batch_size=MAX_BATCH_TOKENS, batch_type="tokens"
        )
        return [sum(one.log_probs[given:]) for one in scored]

    def _read(self, tokens: list[str], total: float) -> _Decoded:
        scored = len(tokens) + 1
        if len(tokens) >= MAX_DECODING:  # it never ended
            total = -math.inf
        if tokens and tokens[0] == self.package.target_prefix:
            tokens, scored = tokens[1:], scored - 1  # given, not predicted: it cost nothing
        return _Decoded(self._loaded[1].decode_pieces(tokens).strip(), total, scored)


def _choices(sentence: str) -> list[tuple[str, tuple[StandIn, ...]]]:
    """What is asked the second time; where literals may be lost with one name, with another, too."""
    ways = (False, True) if put_in(sentence, unknown=False)[1] else (False,)
    texts = with_english(sentence) or (sentence,)
    return [put_in(text, backwards=way) for text in texts for way in ways]


def _with_names(said: Hypothesis, asked: str, stand_ins: tuple[StandIn, ...]) -> Hypothesis | None:
    """The answer with the names that others stood in for; None if these did not come back."""
    text = take_out(said.text, asked, stand_ins)
    return None if text is None else Hypothesis(text, said.confidence)


def _join(answers: Sequence[_Decoded]) -> Hypothesis:
    text = " ".join(answer.text for answer in answers if answer.text)
    mean = sum(answer.log_probability for answer in answers) / sum(one.length for one in answers)
    return Hypothesis(text, min(1.0, math.exp(mean)))


def _argos_version() -> str:
    """The version of whichever distribution provides the module `argostranslate`."""
    for distribution in ("argos-translate-lt", "argostranslate"):
        try:
            return metadata.version(distribution)
        except metadata.PackageNotFoundError:
            continue
    return ""
