"""How likely a word of a text and a word of its translation say the same.

Responsible for: cutting both texts into words, and the pairs of words that have something to say
for them: copied, a number, a name, a cognate, the lexicon.
Not responsible for: which of the pairs are right (`markup.alignment`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.language.lexicon import translations
from onetongue.language.literals import find_code
from onetongue.language.spellings import exonyms, folded, is_same_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_SPACE: Final = "[ \u00a0\u202f\u2009]"
_WORD: Final = re.compile(
    rf"(?P<clock>(?<!\d)\d{{1,2}}(?:{_SPACE}?h{_SPACE}?|:)\d\d(?!\d))"
    rf"|(?P<number>\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*)"
    rf"(?:{_SPACE}?%|(?:ers?|res?|es?|èmes?|st|nd|rd|th)\b)?"
    r"|(?P<roman>[IVX]+)(?:er|re|e|ème)\b"
    r"|[^\W_]+"
)
_GROUPS: Final = re.compile(rf"\d{{1,3}}(?:(?:{_SPACE}|,|\.)\d{{3}})+")
# Of a word that stands in a text many times only so many places are looked at, those whose relative
# position is nearest; so the work grows with the text and not with its square.
_NEAREST: Final = 8
_STEM: Final = 4  # letters that two cognates, or two forms of a word, begin with
_SHORT: Final = 2  # letters: "a", "on", "an", "me" are words of both languages with two meanings
# How sure the ways are, beside the lexicon's own certainty. On benchmarks/markup, dev, no place changes
# when one moves by 0.1, nor with the constants above one higher or lower, or half and double.
COPIED, NAME, COGNATE = 1.0, 0.9, 0.5
# A link this sure counts whole, for the lexicon spreads a word over all that it can mean.
SURE_LINK: Final = 0.3


class Word(NamedTuple):
    """A word, a number or a literal: where it stands in the text, and what it is compared by."""

    start: int
    end: int
    key: str
    is_fixed: bool  # a number or a literal: the same on both sides, or not its translation
    is_capital: bool


class Link(NamedTuple):
    """The `source`th and the `target`th word, and how sure it is that they say the same."""

    source: int
    target: int
    sure: float


def words_of(text: str) -> tuple[Word, ...]:
    """Cut a text into words, in order; a literal is one word.

    >>> [word.key for word in words_of("L'été, 1 200 `a b` à 19 h 30, le XXe")]
    ['l', 'été', '1200', '`a b`', 'à', '7:30', 'le', '20']
    """
    found: list[Word] = []
    done = 0
    for literal in find_code(text):
        found += _plain(text, done, literal.span.start)
        done = literal.span.end
        found.append(Word(literal.span.start, done, literal.text, True, False))
    return (*found, *_plain(text, done, len(text)))


def candidates(source: Sequence[Word], target: Sequence[Word], *, is_french: bool) -> list[Link]:
    """The pairs of words with something to say for them; without `is_french`, no lexicon."""
    index = _Index(target)
    found: list[Link] = []
    for i, word in enumerate(source):
        near = len(target) * i / len(source)
        best = index.alike(word, near)
        for key, sure in expected(word, is_french=is_french).items():
            for j in around(index.places.get(key, ()), near):
                best[j] = max(best.get(j, 0.0), sure)
        found += [Link(i, j, sure) for j, sure in best.items()]
    return found


def strongest(links: Iterable[tuple[int, float]]) -> dict[int, float]:
    """How sure the best link of each word is."""
    best: dict[int, float] = {}
    for i, sure in links:
        best[i] = max(best.get(i, 0.0), sure)
    return best


def share(words: Sequence[Word], linked: Mapping[int, float]) -> float:
    """How much of a text, counted in letters, is linked, in [0, 1]."""
    said = sum(
        len(word.key) * min(1.0, linked.get(i, 0.0) / SURE_LINK) for i, word in enumerate(words)
    )
    return said / (letters(words) or 1)


def letters(words: Sequence[Word]) -> int:
    """How long a text is, in the letters of its words."""
    return sum(len(word.key) for word in words)


def stem(word: Word) -> str:
    """What two cognates, or two forms of a word, have in common."""
    return folded(word.key)[:_STEM]


class _Index:
    """The words of a translation by what they are looked for by."""

    def __init__(self, target: Sequence[Word]) -> None:
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        self._words = target
        self._stems: defaultdict[str, list[int]] = defaultdict(list)
        self._capitals = [j for j, word in enumerate(target) if word.is_capital]
        for j, word in enumerate(target):
            self.places[word.key].append(j)
            if not word.is_fixed:
                self._stems[stem(word)].append(j)

    def alike(self, word: Word, near: float) -> dict[int, float]:
        """Where a copy, a cognate or another spelling of a name stands, and how sure that is."""
        if word.is_fixed:
            return {}
        stems = around(self._stems.get(stem(word), ()), near)
        found = {j: sure for j in stems if (sure := likeness(word.key, self._words[j].key))}
        if word.is_capital and not found:
            names = around(self._capitals, near)
            found = {j: NAME for j in names if is_same_name(word.key, self._words[j].key)}
        return found


def likeness(one: str, other: str) -> float:
    """How alike two words begin, in [0, `COGNATE`]; 1 if they are the same but for accents.

    >>> likeness("réforme", "reform"), likeness("maire", "mayor")
    (0.5, 0.0)
    """
    one, other = folded(one), folded(other)
    if one == other:
        return COPIED if len(one) > _SHORT else 0.0
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    # Two letters may be ending: "prefect" and "préfète", not "portable" and "porter".
    is_like = same >= _STEM and same >= max(len(one), len(other)) - 3
    return COGNATE if is_like else 0.0


def expected(word: Word, *, is_french: bool) -> Mapping[str, float]:
    """What may stand for a word, spelled exactly, and how sure that is."""
    if word.is_fixed:
        return {word.key: COPIED}
    expected = dict(translations(word.key)) if is_french else {}
    place = exonyms().english.get(folded(word.key))
    for part in words_of(place) if place else ():
        expected[part.key] = NAME
    return expected


def around(places: Sequence[int], near: float) -> Iterator[int]:
    """Those of `places`, which ascend, that are nearest."""
    if len(places) > _NEAREST:
        middle = bisect_left(places, near)
        places = places[max(0, middle - _NEAREST // 2) : middle + _NEAREST // 2]
    yield from places


def _plain(text: str, start: int, end: int) -> Iterator[Word]:
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        if match["clock"]:
            hour, minute = re.split(r"\D+", word)
            yield Word(*match.span(), f"{int(hour) % 12}:{minute}", True, False)
        elif match["number"]:
            yield Word(*match.span(), _number(match["number"]), True, False)
        elif match["roman"]:  # "XIXe" is "19th"
            yield Word(*match.span(), str(_roman(match["roman"])), True, False)
        else:
            yield Word(*match.span(), word.lower(), False, word[0].isupper())


def _roman(numeral: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in numeral]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _number(text: str) -> str:
    """A number as neither language writes it: no groups, a stop before decimals."""
    text = text.strip()
    if _GROUPS.fullmatch(text):
        return re.sub(r"\D", "", text)
    return re.sub(_SPACE, "", text).replace(",", ".")
