"""Sentence pairs as the corpora hold them, and which of them may be trained on.

Responsible for: reading `French TAB English` files, leaving out what is no translation and what is
in an evaluation text, and holding out pairs for the loss.
Not responsible for: writing English as newspapers do (`house_style`), extra copies (`augment`).
"""

from __future__ import annotations

import hashlib
import heapq
import lzma
import re
from typing import TYPE_CHECKING, NamedTuple

from normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MAX_WORDS = 120  # the corpora hold nothing longer; 160 pieces are what the engine gives the model
# A longer side has at most so many times the words of the shorter one, and four more: "Oui." may
# well be "Yes, I think so."
MAX_RATIO = 2.0
MORE_WORDS = 4
_LETTERS = re.compile(r"[^\W_]+")


class Pair(NamedTuple):
    """A French text and its English translation, both normalised."""

    french: str
    english: str


class Split(NamedTuple):
    """What is trained on, what the loss is measured on, and how many lines neither has."""

    training: tuple[Pair, ...]
    held_out: tuple[Pair, ...]
    read: int
    excluded: int


def read_mix(paths: Iterable[Path]) -> Iterator[Pair]:
    """Read the pairs of `.tsv` or `.tsv.xz` files, in order.

    Raises:
        ValueError: a line is not two fields; naming file and line.
    """
    for path in paths:
        opened = lzma.open if path.suffix == ".xz" else open
        with opened(path, "rt", encoding="utf-8", newline="\n") as file:
            for number, line in enumerate(file, start=1):
                fields = line.rstrip("\n").split("\t")
                if len(fields) != len(Pair._fields):
                    raise ValueError(f"{path}:{number}: not `French TAB English`")
                yield Pair(*map(normalise, fields))


def read_lines(path: Path) -> list[str]:
    """The lines of a text file; only line feeds separate lines."""
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def key(text: str) -> str:
    """What two texts that differ in case, accents' encoding, spacing or punctuation share.

    >>> key("« Oui », dit-il.") == key("Oui, dit il")
    True
    """
    return " ".join(_LETTERS.findall(normalise(text).casefold()))


def is_translation(pair: Pair) -> bool:
    """Whether a pair looks like one text in two languages.

    >>> is_translation(Pair("Le chat dort.", "The cat sleeps.")), is_translation(Pair("Oui", ""))
    (True, False)
    """
    short, long = sorted((len(pair.french.split()), len(pair.english.split())))
    if short == 0 or long > MAX_WORDS or long > MAX_RATIO * short + MORE_WORDS:
        return False
    return pair.french.casefold() != pair.english.casefold() and any(map(str.isalpha, pair.french))


def split(pairs: Iterable[Pair], excluded: Iterable[str], held_out: int) -> Split:
    """Part `pairs` into those to train on and `held_out` for the loss.

    Nothing of `excluded` (texts of either language) is in either, nor is a text of the held-out
    pairs, in either language, among those to train on. Which pairs are held out depends on their
    words alone, not on the order of the files.
    """
    banned = {key(text) for text in excluded} - {""}
    kept: dict[Pair, None] = {}
    read = dropped = 0
    for pair in pairs:
        read += 1
        if not is_translation(pair):
            continue
        if key(pair.french) in banned or key(pair.english) in banned:
            dropped += 1
            continue
        kept[pair] = None
    chosen = _lots(kept, held_out)
    theirs = {key(text) for pair in chosen for text in pair}
    training = tuple(
        p for p in kept if key(p.french) not in theirs and key(p.english) not in theirs
    )
    return Split(training, chosen, read, dropped)


def _lots(pairs: Iterable[Pair], count: int) -> tuple[Pair, ...]:
    """The `count` pairs whose French has the smallest hashes, no French twice."""
    firsts: dict[str, Pair] = {}
    for pair in pairs:
        firsts.setdefault(key(pair.french), pair)
    drawn = heapq.nsmallest(count, firsts, key=lambda text: hashlib.sha256(text.encode()).digest())
    return tuple(firsts[text] for text in drawn)
