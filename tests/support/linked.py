"""Sentences with the links between their words, by hand."""

from __future__ import annotations

from onetongue.language.word_links import Link, Word
from onetongue.markup.surroundings import Sentence


def linked(source: str, target: str, *links: tuple[int, int] | tuple[int, int, float]) -> Sentence:
    """Words between spaces; a link names one of each by number, from 0, and how sure it is, or 1."""
    found = (Link(link[0], link[1], link[2] if len(link) > 2 else 1.0) for link in links)
    return Sentence(_words(source), _words(target), tuple(sorted(found)))


def _words(text: str) -> tuple[Word, ...]:
    found: list[Word] = []
    at = 0
    for word in text.split():
        at = text.index(word, at)
        found.append(Word(at, at + len(word), word.lower(), word.isdigit(), word[0].isupper()))
        at += len(word)
    return tuple(found)


def rounded(place: tuple[int, int, float] | None) -> tuple[int, int, float] | None:
    """A place that can be compared: sure to six digits."""
    return place and (place[0], place[1], round(place[2], 6))
