"""Texts in, translations out: everything around the engine.

Responsible for: one batch of sentences over all texts, and putting the answers together as the
texts were: separators, line breaks, surface, typography; then confidence and checks.
Not responsible for: what a segment is, where it stands, or what becomes of a doubtful one.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from onetongue.document import Translation
from onetongue.errors import TranslationError
from onetongue.translate.checks import check
from onetongue.translate.sentences import Piece, split
from onetongue.translate.surface import Prepared, prepare, restore
from onetongue.translate.typography import english
from onetongue.translate.wrapping import is_broken, softened, wrapping

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onetongue.translate.engine import Hypothesis, Translator

_BREAKS = re.compile(r"((?:\r\n|\r|\n)\s*)")


def translate_segments(texts: Sequence[str], engine: Translator) -> tuple[Translation, ...]:
    """Translate `texts`, each of one or more sentences; N in = N out, in order.

    All sentences of all texts go to `engine` in one call, the same sentence once. White space at
    both ends, separators between sentences, hard wrapping, capitals and final punctuation are the
    source's. The confidence, in [0, 1], is the geometric mean of the sentences', weighted with
    their lengths in code points.

    Raises:
        TranslationError: the engine failed, or answered with another number of sentences.
    """
    pieces = [split(text) for text in texts]
    prepared = {piece.sentence: prepare(piece.sentence) for text in pieces for piece in text}
    answers = _ask(prepared, engine)
    return tuple(
        _translation(text, parts, prepared, answers)
        for text, parts in zip(texts, pieces, strict=True)
    )


def _ask(prepared: Mapping[str, Prepared], engine: Translator) -> dict[str, Hypothesis]:
    """What the engine makes of every sentence that has words, by the text it was given."""
    wanted = tuple(dict.fromkeys(one.text for one in prepared.values() if one.has_words))
    if not wanted:
        return {}
    hypotheses = engine.translate(wanted)
    if len(hypotheses) != len(wanted):
        raise TranslationError(
            f"{engine.id.name}: gave {len(hypotheses)} translations for {len(wanted)} sentences"
        )
    return dict(zip(wanted, hypotheses, strict=True))


def _translation(
    text: str,
    pieces: Sequence[Piece],
    prepared: Mapping[str, Prepared],
    answers: Mapping[str, Hypothesis],
) -> Translation:
    parts: list[tuple[str, str]] = []
    total, weights = 0.0, 0
    for sentence, separator in pieces:
        one = prepared[sentence]
        answer = answers.get(one.text) if one.has_words else None
        if answer is None:
            parts.append((restore(one, sentence) if sentence else "", separator))
            continue
        parts.append((restore(one, answer.text), separator))
        total += len(sentence) * (math.log(answer.confidence) if answer.confidence else -math.inf)
        weights += len(sentence)
    result = _join(text, pieces, parts)
    return Translation(
        text=result,
        origin="engine",
        confidence=min(1.0, math.exp(total / weights)) if weights else 1.0,
        checks=check(text, result),
    )


def _join(text: str, pieces: Sequence[Piece], parts: Sequence[tuple[str, str]]) -> str:
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
