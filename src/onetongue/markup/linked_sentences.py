"""A text and its translation, sentence by sentence, with the links between their words.

Responsible for: `LinkedSentence`, and cutting both texts into them.
Not responsible for: where sentences end (`language.sentences`), which belong together
(`sentence_pairs`), which words say the same (`alignment`), or what is done with it (`transfer`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.language.sentences import split
from onetongue.language.word_links import words_of
from onetongue.markup.alignment import align
from onetongue.markup.sentence_pairs import pair
from onetongue.markup.surroundings import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onetongue.prose import Stretch

# Words of a sentence beyond which only what wraps it whole is placed: such a thing is a list.
_LONGEST: Final = 500


class LinkedSentence(NamedTuple):
    """A sentence, or a text that cannot be cut, and its translation: `low` to `high` of the target."""

    start: int
    end: int
    low: int
    high: int
    words: Sentence


def linked(source_text: str, target_text: str, *, is_french: bool) -> Iterator[LinkedSentence]:
    """The sentences with their translations; the whole text as one if they do not pair."""
    ours, theirs = _sentences(source_text), _sentences(target_text)
    whole = [((0, len(source_text)), (0, len(target_text)))]
    for (start, end), (low, high) in pair(ours, theirs) or whole:
        source = tuple(
            w._replace(start=w.start + start, end=w.end + start)
            for w in words_of(source_text[start:end])
        )
        target = tuple(
            w._replace(start=w.start + low, end=w.end + low)
            for w in words_of(target_text[low:high])
        )
        if max(len(source), len(target)) > _LONGEST:
            source = target = ()
        links = align(source, target, is_french=is_french)
        yield LinkedSentence(start, end, low, high, Sentence(source, target, links))


def _sentences(text: str) -> list[Stretch]:
    found: list[Stretch] = []
    at = 0
    for sentence, separator in split(text):
        if sentence:
            found.append((at, at + len(sentence)))
        at += len(sentence) + len(separator)
    return found
