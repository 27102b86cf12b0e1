"""The pairs of the last leg: surely translations, and nearest to what newspapers write.

Responsible for: judging a pair by a lexicon and by the frequency of its words in general English,
and keeping the best.
Not responsible for: reading pairs (`corpora`), or copies of them (`augment`).

The corpora are parliament, laws and manuals for the most part, and in books a translator tells a
sentence otherwise or leaves half of it away. A long run learns the language from all of it; what it
sees last stays, so the last leg sees pairs in which every word is answered, and of those the ones
whose words are commoner in the language at large than in the corpora: the difference of
cross-entropies of Moore and Lewis (2010), with single words for a model. What is chosen so is plain:
where it lacks words that French newspapers use, pairs that have them come along.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpora import Pair
from house_style import count_quoted
from onetongue.language.spellings import is_demonym
from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_DATA: Final = Path(__file__).resolve().parents[1] / "src" / "onetongue" / "data"
_LEXICON: Final = _DATA / "fr" / "lexicon.tsv"
_SURE: Final = 1  # tenths, one below the certainty: of less, every third entry read was wrong
_WORD: Final = re.compile(r"[^\W\d_]+")
_NUMBER: Final = re.compile(r"\d+")
_UNANSWERED: Final = 0.34  # of a side's words; half of the corpora's pairs have more
_FEWEST: Final = 4  # words on a side; shorter ones say too little to be judged
_LONGER: Final = 3  # letters that a word has at least one more than, to be asked for its answer
_STEM: Final = 5  # letters; names and cognates answer each other without a lexicon
_RARE: Final = 46  # half nats: a word that the table lacks
_COMMON: Final = 28  # half nats: about one word in a million; "démentir" is at 27
_SELDOM: Final = 20  # half nats: "ordre" and "pouvoir" are at 17 and 16, "marteau" at 24
LEAST: Final = 25  # pairs that have a common French word, if there are as many


def choose(pairs: Sequence[Pair], count: int, least: int = LEAST) -> list[Pair]:
    """The `count` best of `pairs`, in their order, and more with French words these seldom have.

    Common words are to be in `least` pairs, if there are as many; pairs that do not answer each
    other are never chosen.
    """
    lexicon, general = read_lexicon(), read_levels("en")
    texts = [_WORD.findall(pair.english.lower()) for pair in pairs]
    seen = Counter(word for text in texts for word in text)
    total = sum(seen.values())
    gain = {
        word: -0.5 * general.get(word, _RARE) - math.log(number / total)
        for word, number in seen.items()
    }
    rated = [
        (sum(gain[word] for word in text) / len(text), number)
        for number, (pair, text) in enumerate(zip(pairs, texts, strict=True))
        if len(text) >= _FEWEST and is_answered(pair, lexicon)
    ]
    rated.sort(reverse=True)
    best = [number for _, number in rated]
    more = _with_seldom_words([pairs[number] for number in best], count, least)
    return [pairs[number] for number in sorted([*best[:count], *(best[place] for place in more)])]


def _with_seldom_words(rated: Sequence[Pair], count: int, least: int) -> list[int]:
    """The places, after the first `count`, of pairs with common words that those before have not enough."""
    levels = read_levels("fr")
    common = {word for word, level in levels.items() if level <= _COMMON}
    seen, more = Counter[str](), list[int]()
    for place, pair in enumerate(rated):
        theirs = common.intersection(_WORD.findall(pair.french.lower()))
        if place < count or any(seen[word] < least for word in theirs):
            seen.update(theirs)
            if place >= count:
                more.append(place)
    return more


def is_answered(pair: Pair, lexicon: Mapping[str, frozenset[str]]) -> bool:
    """Whether both sides have the same numbers and quotations, and most words have their answer.

    `lexicon` gives the English words for a French one; others answer each other if they begin
    alike. Words of three letters and less are not asked.
    """
    if sorted(_NUMBER.findall(pair.french)) != sorted(_NUMBER.findall(pair.english)):
        return False
    if count_quoted(pair.french) != count_quoted(pair.english):
        return False
    french, english = (
        [word for word in _WORD.findall(text.lower()) if len(word) > _LONGER] for text in pair
    )
    if not french or not english:
        return False
    stems, there = {word[:_STEM] for word in english}, set(_WORD.findall(pair.english.lower()))
    answered = set[str]()
    unanswered = 0
    for word in french:
        found = lexicon.get(word, frozenset()) & there
        if found or word[:_STEM] in stems:
            answered |= found | {word[:_STEM]}
        else:
            unanswered += 1
    alone = sum(word not in answered and word[:_STEM] not in answered for word in english)
    return unanswered <= _UNANSWERED * len(french) and alone <= _UNANSWERED * len(english)


def single_words(path: Path = _LEXICON) -> Iterator[Pair]:
    """The surest entries of the lexicon as pairs, in its order: a word seen seldom is not learnt.

    Frequent words are left out, which the model knows better ("ordre du jour"), words of which
    English writes the translation with a capital, and copies.
    """
    levels = read_levels("fr")
    for word, (answer, *_) in _entries(path):
        text, sure = answer[:-1], int(answer[-1])
        is_name = text in words("capitalised") or is_demonym(text)
        is_seldom = levels.get(word, _RARE) >= _SELDOM
        if is_seldom and sure >= _SURE and len(word) > _LONGER and word != text and not is_name:
            yield Pair(word, text)


def read_lexicon(path: Path = _LEXICON) -> dict[str, frozenset[str]]:
    """The English words for each French one."""
    return {word: frozenset(answer[:-1] for answer in answers) for word, answers in _entries(path)}


def _entries(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The words of the lexicon, each with its answers, best first; a digit behind each says how sure."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            word, _, answers = line.partition("\t")
            yield word, answers.split()


def read_levels(language: str, path: Path = _DATA / "words.txt") -> dict[str, int]:
    """How rare the words of a language ("en" or "fr") are: half nats below certainty."""
    column = ("en", "fr").index(language)
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    forms = (form for cells in rows for form in zip(cells[::2], cells[1::2], strict=False))
    known = ((word, levels[column : column + 1]) for word, levels in forms)
    return {word: ord(level) - ord("!") for word, level in known if level not in {"", "~"}}
