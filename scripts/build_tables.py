"""Compile the language tables in src/onetongue/data from the wordfreq lists.

Run: python scripts/build_tables.py   (needs the dependency group `tables`)

`words.txt` has a line for all words that are the same without accents, sorted by the UTF-8 bytes of
that so that it is looked up by bisection without being parsed: `plain<TAB>LEVELS`, then
`<TAB>accented<TAB>LEVELS` for each word with accents. LEVELS is empty for a plain word that is in
no list, else one character a language. A level is the natural logarithm of the relative frequency
in half nats: "!" stands for 0, each following ASCII character for half a nat less, "~" for a word
the language's list does not hold.

`LANGUAGE/ngrams.txt` groups letter n-grams by level: `LEVEL<TAB>gram gram …`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import wordfreq

from onetongue.language.word_table import ABSENT, FIRST, unaccented

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DATA = Path(__file__).parent.parent / "src" / "onetongue" / "data"
# How many of the commonest words a language contributes. English and French need their tails: a
# rare word that its own list lacked would be judged by its letters alone. The rest can be asked
# for, or stand in the background: a sentence in a language nobody asked for must not be taken for
# one that was. The order is that of the columns.
WORDS = {"en": 110_000, "fr": 110_000, "es": 20_000, "de": 20_000,
         "it": 12_000, "pt": 12_000, "ca": 12_000, "nl": 12_000}  # fmt: skip
NGRAM, NGRAMS = 4, 16_000
HEADER = """\
# {what}
# Made by scripts/build_tables.py from the `large` lists of wordfreq 3.1.1 (Robyn Speer; code Apache-2.0,
# data CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/), so this file is CC BY-SA 4.0.
# {columns}
"""


def frequencies(language: str) -> dict[str, float]:
    """Words of letters (inner apostrophes allowed) with their relative frequency."""
    listed = wordfreq.get_frequency_dict(language, wordlist="large")
    return {w: f for w, f in listed.items() if w.replace("'", "").isalpha() and w[0] != "'"}


def word_levels(language: str, size: int) -> tuple[dict[str, float], dict[str, float]]:
    """Give the ln frequency of every listed word, and of the `size` commonest."""
    everything = {w: math.log(f) for w, f in frequencies(language).items()}
    common = sorted(everything, key=lambda w: (-everything[w], w))[:size]
    return everything, {w: everything[w] for w in common}


def letter(level: float | None) -> str:
    """Encode a level as one character."""
    return chr(FIRST + (ABSENT if level is None else min(round(-2 * level), ABSENT - 1)))


def ngram_levels(words: Iterable[str]) -> dict[str, float]:
    """Give the ln relative frequency of the commonest letter n-grams over the types of a word table.

    Types, not tokens: an unknown word resembles the rare words of its language, not `the`.
    """
    counts: Counter[str] = Counter()
    for word in words:
        padded = f"^{word}$"
        counts.update(padded[i : i + NGRAM] for i in range(max(1, len(padded) - NGRAM + 1)))
    total = sum(counts.values())
    return {gram: math.log(n / total) for gram, n in counts.most_common(NGRAMS)}


def save(path: Path, what: str, columns: str, lines: Iterable[str]) -> None:
    """Write a file with its header."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = HEADER.format(what=what, columns=columns) + "".join(f"{line}\n" for line in lines)
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{path.relative_to(DATA)}: {path.stat().st_size / 1e6:.2f} MB")


def save_words(tables: Mapping[str, tuple[dict[str, float], dict[str, float]]]) -> None:
    """Write the table of words; a word that one language keeps has its true level in all."""
    spelled: dict[str, list[str]] = defaultdict(list)
    for word in {w for _, common in tables.values() for w in common}:
        spelled[unaccented(word)].append(word)

    def cell(word: str) -> str:
        return "".join(letter(everything.get(word)) for everything, _ in tables.values())

    rows = (
        "\t".join(
            [plain, cell(plain) if plain in spelled[plain] else ""]
            + [f"{word}\t{cell(word)}" for word in sorted(spelled[plain]) if word != plain]
        )
        for plain in sorted(spelled, key=str.encode)
    )
    columns = f"plain<TAB>levels, then accented<TAB>levels; of {' '.join(tables)}; see the script."
    save(DATA / "words.txt", "How common words are, by language.", columns, rows)


def save_ngrams(language: str, words: Iterable[str]) -> None:
    """Write the n-grams of one language, commonest level first."""
    groups: dict[float, list[str]] = defaultdict(list)
    for gram, level in ngram_levels(words).items():
        groups[round(level * 2) / 2].append(gram)
    rows = (f"{level:.1f}\t{' '.join(sorted(groups[level]))}" for level in sorted(groups)[::-1])
    columns = "ln of the relative frequency<TAB>n-grams; ^ and $ are the ends of a word."
    save(
        DATA / language / "ngrams.txt",
        f"Letter {NGRAM}-grams of the language {language}.",
        columns,
        rows,
    )


def main() -> None:
    """Write every table."""
    tables = {language: word_levels(language, size) for language, size in WORDS.items()}
    save_words(tables)
    for language in ("en", "fr", "es", "de"):
        words = [*tables[language][1]]
        if language == "fr":  # it is typed without its accents too
            words = [*words, *map(unaccented, words)]
        save_ngrams(language, dict.fromkeys(words))


if __name__ == "__main__":
    main()
