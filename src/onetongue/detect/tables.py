"""The language tables: how common a word, or a group of letters, is in a language.

Responsible for: n-grams in `data/LANGUAGE/ngrams.txt`, and the log-odds of one word, typed with or
without its accents.
Not responsible for: finding a word in the table (language/word_table.py), tongues that have no column
there (near_tongues.py), what stands around a word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.errors import InputError
from onetongue.language import word_table
from onetongue.language.word_table import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.language.word_table import LevelsRow

AVAILABLE: Final = ("fr", "es", "de")
# ln of the frequency assumed for a word a list does not hold; wordfreq's rarest word has 1e-8.
ABSENT: Final = -18.5
# A background language counts with its words down to this level, the commonest 12,000 or so.
BACKGROUND_LEVEL: Final = -12.0
# No single word may decide alone, however lopsided its frequencies: nats.
WORD_LIMIT: Final = 7.0
# A word in no list is judged by its letters. Its overlapping n-grams repeat each other, so their
# sum counts for less, and names (most unknown words) must not decide: nats.
NGRAM_WEIGHT: Final = 0.25
NGRAM_LIMIT: Final = 3.0
NGRAM_ABSENT: Final = -13.0
NGRAM_LENGTH: Final = 4
# Letters beyond a–z that a language writes its own words with. An unlisted word with another one is
# a word of some other language: nats.
LETTERS: Final = {"fr": "àâæçéèêëîïôœùûüÿ", "es": "áéíñóúü", "de": "äöüß"}
STRANGE: Final = 4.0
# What a missing accent costs a word where others are typed: nats. Where a text has none at all it
# costs nothing. On headings, dev, without their accents, and sentences of three to eight words:
#        French headings    English ones    French sentences, English ones
#   0.0       422 of 443        4 of 323      1463 of 1500       2 of 3000
#   0.5       421 of 443        4 of 323      1461 of 1500       2 of 3000
#   2.5       408 of 443        4 of 323      1448 of 1500       2 of 3000
MISSING: Final = 2.5
# Endings that hardly any unlisted word has but the Latin ones.
LATIN: Final = re.compile(r"(?:tur|ibus|[ao]rum|ndum|unt|bat|isti|mini)$")
# The background is the best of several languages, which favours it by about the log of their number.
BACKGROUND_HANDICAP: Final = 1.0
# Another form of a word counts from these log-odds on (nats).
FORM: Final = 3.0
ENDINGS: Final = (
    ("é", "er"), ("er", "é"), ("ées", "é"), ("es", ""), ("aux", "al"), ("al", "aux"), ("age", "er"),
    ("ade", "er"), ("ie", "ique"), ("eur", "euse"), ("ion", "if"), ("ant", "er"), ("ette", "et"),
)  # fmt: skip
# Words remembered at most, so that memory stays bounded over millions of documents. With 200,000 a
# text of 4 MB took 12 MB more and no less time (benchmarks/scaling).
REMEMBERED: Final = 20_000


def _typed(levels: LevelsRow, accented: Sequence[LevelsRow], missing: float) -> LevelsRow:
    """The levels of a plain word that can stand for accented ones.

    Where English has it as well, `missing` is what that costs (nats).
    """
    if not accented:
        return levels
    cost = round(2 * missing) if levels[0] < word_table.ABSENT else 0
    forms = [[level + cost for level in form] for form in accented]
    return tuple(min(word_table.ABSENT, *column) for column in zip(levels, *forms, strict=True))


def _read_ngrams(language: str) -> dict[str, float]:
    """The n-grams of a language with their ln relative frequency."""
    table: dict[str, float] = {}
    text = files("onetongue").joinpath("data", language, "ngrams.txt").read_text(encoding="utf-8")
    for line in text.split("\n"):
        if line and line[0] != "#":
            level, _, entries = line.partition("\t")
            table.update(dict.fromkeys(entries.split(" "), float(level)))
    return table


class Odds(NamedTuple):
    """How a word speaks against English, in nats.

    `foreign` has one log-odds per source language, in their order; `other` is that of the
    best background language; `commonest` is the ln relative frequency where the word is commonest,
    English included, `ABSENT` when the word was judged by its letters.
    """

    foreign: tuple[float, ...]
    other: float
    commonest: float


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
        self._own = [COLUMNS.index(code) for code in ("en", *languages)]
        self._background = itemgetter(*(i for i in range(len(COLUMNS)) if i not in self._own))
        self._ngrams: tuple[dict[str, float], ...] | None = None
        self._cache: dict[str, tuple[Odds, Odds]] = {}
        self._inflected: dict[str, bool] = {}
        self.suspects: dict[str, bool] = {}  # what screen.py knows of words as they are written

    def odds(self, word: str, *, has_accents: bool = True) -> Odds:
        """The log-odds of a lower-case word with straight apostrophes.

        Where the text has no accents, a plain word counts as much as the one it can stand for.
        """
        found = self._cache.get(word)
        if found is None:
            if len(self._cache) >= REMEMBERED:
                self._cache.clear()
                self.suspects.clear()
            found = self._cache[word] = self._both(word)
        return found[has_accents]

    def _both(self, word: str) -> tuple[Odds, Odds]:
        """The odds of a word where the text has no accents, and where it has some."""
        levels, accented = word_table.find(word)
        some = _typed(levels, accented, MISSING)
        if not accented:
            return (odds := self._odds(word, some)), odds
        # Only for what is looked for: "exit" is no Catalan èxit.
        free = _typed(levels, accented, 0.0)
        none = tuple(free[i] if i in self._own else level for i, level in enumerate(some))
        return self._odds(word, none), self._odds(word, some)

    def _odds(self, word: str, levels: LevelsRow) -> Odds:
        return self._known(levels) or self._unknown(word)

    def is_inflected(self, word: str) -> bool:
        """Whether a word has other forms in a source language that English has not.

        Feminines, plurals and participles: brève, brèves; acquitté, acquittée, acquitter.
        """
        found = self._inflected.get(word)
        if found is None:
            if len(self._inflected) >= REMEMBERED:
                self._inflected.clear()
            forms = {
                word + "s",
                word + "e",
                word + "es",
                word.removesuffix("s"),
                word.removesuffix("e"),
            }
            forms |= {word[: -len(a)] + b for a, b in ENDINGS if word.endswith(a)}
            forms.discard(word)
            found = any(
                (known := self._known(_typed(*word_table.find(form), MISSING))) is not None
                and max(known.foreign) >= FORM
                for form in forms
            )
            self._inflected[word] = found
        return found

    def _known(self, levels: LevelsRow) -> Odds | None:
        own = [levels[i] for i in self._own]
        other = -min(self._background(levels)) / 2
        if other < BACKGROUND_LEVEL:
            if min(own) == word_table.ABSENT:
                return None
            other = ABSENT
        english, *foreign = (max(ABSENT, -level / 2) for level in own)
        return Odds(
            tuple([_clipped(level - english, WORD_LIMIT) for level in foreign]),
            _clipped(other - english - BACKGROUND_HANDICAP, WORD_LIMIT),
            max(english, *foreign),
        )

    def _unknown(self, word: str) -> Odds:
        if self._ngrams is None:
            self._ngrams = tuple(_read_ngrams(code) for code in ("en", *self.languages))
        padded = f"^{word}$"
        grams = [padded[i : i + NGRAM_LENGTH] for i in range(max(1, len(padded) - 3))]
        english, *foreign = (
            sum(table.get(gram, NGRAM_ABSENT) for gram in grams) for table in self._ngrams
        )
        odds = tuple(
            -STRANGE
            if _is_strange(word, language)
            else _clipped((f - english) * NGRAM_WEIGHT, NGRAM_LIMIT)
            for f, language in zip(foreign, self.languages, strict=True)
        )
        if max(odds) == -STRANGE or LATIN.search(word):
            return Odds(odds, STRANGE, ABSENT)
        return Odds(odds, 0.5 * max(odds), ABSENT)


def _is_strange(word: str, language: str) -> bool:
    return not word.isascii() and any(
        c.isalpha() and not c.isascii() and c not in LETTERS[language] for c in word
    )


@lru_cache(maxsize=8)
def load(languages: tuple[str, ...]) -> Tables:
    """The tables for these source languages, read once per process.

    Raises:
        InputError: there are no tables for one of them.
    """
    return Tables(languages)
