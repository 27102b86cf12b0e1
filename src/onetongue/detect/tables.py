"""The language tables: how common a word, or a group of letters, is in a language.

Responsible for: reading `data/LANGUAGE/words.txt` and `ngrams.txt`, and the log-odds of one word.
Not responsible for: what stands around the word.

Loaded once per set of languages, then only read.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from onetongue.errors import InputError

# ln of the frequency assumed for a word a table does not hold; wordfreq's rarest word has 1e-8.
ABSENT: Final = -18.5
# A background table is read down to this level (some 12,000 words): enough to know running text.
BACKGROUND_LEVEL: Final = -11.5
# No single word may decide alone, however lopsided its frequencies: nats.
WORD_LIMIT: Final = 7.0
# A word in no table is judged by its letters. Its overlapping n-grams repeat each other, so their
# sum counts for less, and names (most unknown words) must not decide: nats.
NGRAM_WEIGHT: Final = 0.25
NGRAM_LIMIT: Final = 3.0
NGRAM_ABSENT: Final = -13.0
NGRAM_LENGTH: Final = 4
# The background is the best of several languages, which favours it by about the log of their number.
BACKGROUND_HANDICAP: Final = 1.0

AVAILABLE: Final = ("fr", "es", "de")
BACKGROUND: Final = ("es", "de", "it", "pt", "ca", "nl")


def _read(language: str, name: str, lowest: float = -99.0) -> dict[str, float]:
    """One table: entry → ln relative frequency, down to the level `lowest`."""
    table: dict[str, float] = {}
    text = files("onetongue").joinpath("data", language, name).read_text(encoding="utf-8")
    for line in text.split("\n"):
        if not line or line[0] == "#":
            continue
        level, _, entries = line.partition("\t")
        if float(level) < lowest:
            break
        table.update(dict.fromkeys(entries.split(" "), float(level)))
    return table


class Odds(NamedTuple):
    """How a word speaks against English, in nats.

    `foreign` has one log-odds per source language, in their order; `other` is that of the
    best background language; `known` is False when the word was judged by its letters.
    """

    foreign: tuple[float, ...]
    other: float
    known: bool


def _clipped(value: float, limit: float) -> float:
    return max(-limit, min(limit, value))


class Tables:
    """The tables of English, of the source languages, and of the languages in the background."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        for language in languages:
            if language not in AVAILABLE:
                raise InputError(
                    f"no language tables for {language!r}: --from takes {', '.join(AVAILABLE)}"
                )
        self.languages = languages
        self._english = _read("en", "words.txt")
        self._foreign = [_read(language, "words.txt") for language in languages]
        self._other: dict[str, float] = {}
        for language in BACKGROUND:
            if language not in languages:
                for word, level in _read(language, "words.txt", BACKGROUND_LEVEL).items():
                    if level > self._other.get(word, ABSENT):
                        self._other[word] = level
        self._ngrams: tuple[dict[str, float], ...] | None = None
        self._cache: dict[str, Odds] = {}

    def odds(self, word: str) -> Odds:
        """The log-odds of a lower-case word with straight apostrophes."""
        found = self._cache.get(word)
        if found is None:
            found = self._cache[word] = self._known(word) or self._unknown(word)
        return found

    def frequency(self, word: str, language: str) -> float:
        """Give the ln relative frequency of a lower-case word, `ABSENT` if the table lacks it."""
        if language == "en":
            return self._english.get(word, ABSENT)
        return self._foreign[self.languages.index(language)].get(word, ABSENT)

    def _known(self, word: str) -> Odds | None:
        english = self._english.get(word)
        foreign = [table.get(word) for table in self._foreign]
        other = self._other.get(word)
        if english is None and other is None and all(level is None for level in foreign):
            return None
        base = ABSENT if english is None else english
        return Odds(
            tuple(
                _clipped((ABSENT if level is None else level) - base, WORD_LIMIT)
                for level in foreign
            ),
            _clipped((ABSENT if other is None else other) - base - BACKGROUND_HANDICAP, WORD_LIMIT),
            known=True,
        )

    def _unknown(self, word: str) -> Odds:
        if self._ngrams is None:
            self._ngrams = tuple(_read(code, "ngrams.txt") for code in ("en", *self.languages))
        padded = f"^{word}$"
        grams = [padded[i : i + NGRAM_LENGTH] for i in range(max(1, len(padded) - 3))]
        english, *foreign = (
            sum(table.get(gram, NGRAM_ABSENT) for gram in grams) for table in self._ngrams
        )
        odds = tuple(_clipped((f - english) * NGRAM_WEIGHT, NGRAM_LIMIT) for f in foreign)
        return Odds(odds, 0.5 * max(odds), known=False)


@lru_cache(maxsize=8)
def load(languages: tuple[str, ...]) -> Tables:
    """The tables for these source languages, read once per process.

    Raises:
        InputError: there are no tables for one of them.
    """
    return Tables(languages)
