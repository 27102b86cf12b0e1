"""Where inline markup goes in a translation.

Responsible for: finding, for stretches of a source text, the stretch of its translation that says
the same, from the two texts and what the engine says of the stretch alone.
Not responsible for: what the markup is, or writing it (`write.compose`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.translate.ask import Oracle

# Half-open, in code points; an empty one is a point between two characters.
Stretch: TypeAlias = tuple[int, int]


class Passage(NamedTuple):
    """A text, its translation, and the stretches of the text that something is attached to."""

    source: str
    target: str
    stretches: tuple[Stretch, ...]


def carry(passages: Sequence[Passage], oracle: Oracle) -> tuple[tuple[Stretch | None, ...], ...]:
    """Find each stretch in the translation; None where it cannot be told. N passages in, N out.

    Raises:
        TranslationError: the engine failed.
    """
    return tuple(
        tuple(_whole(passage, stretch) for stretch in passage.stretches) for passage in passages
    )


def _whole(passage: Passage, stretch: Stretch) -> Stretch | None:
    start, end = stretch
    if not passage.source[:start].strip() and not passage.source[end:].strip():
        return 0, len(passage.target)
    if start == end == len(passage.source):
        return len(passage.target), len(passage.target)
    return None
