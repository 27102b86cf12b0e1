"""Compile the language tables in src/onetongue/data from the wordfreq lists.

Run: python scripts/build_tables.py   (needs the dependency group `tables`)

Each table groups its entries by level: a line is `LEVEL<TAB>entry entry …`, where LEVEL is the
natural logarithm of the relative frequency, rounded to half a nat. That form is readable, small,
and loads with one `dict.fromkeys` a line.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import wordfreq

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA = Path(__file__).parent.parent / "src" / "onetongue" / "data"
# How many of the commonest words a language keeps. English and French need their tails: a rare
# word missing from its own table would be judged by its letters alone.
# The rest can be asked for, or stand in the background: a sentence in a language nobody asked for
# must not be taken for one that was.
WORDS = {"en": 110_000, "fr": 110_000, "es": 40_000, "de": 40_000,
         "it": 20_000, "pt": 20_000, "ca": 20_000, "nl": 20_000}  # fmt: skip
NGRAM, NGRAMS = 4, 16_000
FOLDED_PENALTY = 2.5  # nats a form typed without its accents loses against the accented one
HEADER = """\
# {what}
# Made by scripts/build_tables.py from the `large` lists of wordfreq 3.1.1 (Robyn Speer; code Apache-2.0,
# data CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/), so this file is CC BY-SA 4.0.
# LEVEL<TAB>entries: natural logarithm of the relative frequency, to half a nat.
"""


def frequencies(language: str) -> dict[str, float]:
    """Words of letters (inner apostrophes allowed) with their relative frequency."""
    listed = wordfreq.get_frequency_dict(language, wordlist="large")
    return {w: f for w, f in listed.items() if w.replace("'", "").isalpha() and w[0] != "'"}


def folded(word: str) -> str:
    """The word without its diacritics."""
    spread = unicodedata.normalize("NFD", word.replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in spread if not unicodedata.combining(c))


def word_levels(language: str, size: int, keep: frozenset[str] = frozenset()) -> dict[str, float]:
    """Give the ln frequency of the `size` commonest words, of `keep`, and of forms without accents."""
    listed = frequencies(language)
    common = sorted(listed, key=lambda w: (-listed[w], w))[:size]
    levels = {w: math.log(listed[w]) for w in {*common, *(keep & listed.keys())}}
    if language == "fr":
        for word in common:
            plain = folded(word)
            level = math.log(listed[word]) - FOLDED_PENALTY
            if plain != word and level > levels.get(plain, -99.0):
                levels[plain] = level
    return levels


def ngram_levels(words: Mapping[str, float]) -> dict[str, float]:
    """Give the ln relative frequency of the commonest letter n-grams over the types of a word table.

    Types, not tokens: an unknown word resembles the rare words of its language, not `the`.
    """
    counts: Counter[str] = Counter()
    for word in words:
        padded = f"^{word}$"
        counts.update(padded[i : i + NGRAM] for i in range(max(1, len(padded) - NGRAM + 1)))
    total = sum(counts.values())
    return {gram: math.log(n / total) for gram, n in counts.most_common(NGRAMS)}


def write(path: Path, what: str, levels: Mapping[str, float]) -> None:
    """Write one table, commonest level first."""
    groups: dict[float, list[str]] = defaultdict(list)
    for entry, level in levels.items():
        groups[round(level * 2) / 2].append(entry)
    lines = [f"{level:.1f}\t{' '.join(sorted(groups[level]))}\n" for level in sorted(groups)[::-1]]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER.format(what=what) + "".join(lines), encoding="utf-8", newline="\n")
    print(f"{path.relative_to(DATA)}: {len(levels)} entries, {path.stat().st_size / 1e6:.2f} MB")


def main() -> None:
    """Write every table."""
    tables = {language: word_levels(language, size) for language, size in WORDS.items()}
    # A word that one of the two main tables holds must have its true frequency in the other.
    tables["en"] = word_levels("en", WORDS["en"], frozenset(tables["fr"]))
    tables["fr"] = word_levels("fr", WORDS["fr"], frozenset(word_levels("en", WORDS["en"])))
    for language, levels in tables.items():
        write(DATA / language / "words.txt", f"Words of the language {language}.", levels)
        grams = ngram_levels(levels)
        write(
            DATA / language / "ngrams.txt",
            f"Letter {NGRAM}-grams of the language {language}.",
            grams,
        )


if __name__ == "__main__":
    main()
