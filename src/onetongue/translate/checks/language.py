"""Which words of a translation are not English.

Responsible for: telling a word that an engine left, or took from a language on its way, from names,
loanwords, quotations, and what a person vouches for.
Not responsible for: a word by itself (`english`); whole passages (`untranslated`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onetongue.detect import exemptions
from onetongue.detect.words import Gap, Shape, Token, tokenize
from onetongue.document import Span
from onetongue.language.lexicon import translations
from onetongue.language.literals import blanked
from onetongue.language.spellings import folded, is_french_word, is_same_name, levels
from onetongue.names.kept import ALIKE, alike
from onetongue.translate.checks.english import WordStanding, is_rather_french, standing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_LANGUAGES: Final = ("fr",)  # whose loanwords and names English texts hold
# Half nats. What stands alone, is no technical term, and is rarer in English is none of its words though
# the list has it: "blocus" and "randonnée" are in no list of English, "café" is at 24.
_LOANED: Final = 33
_WORDS: Final = frozenset({Shape.LOWER, Shape.CAPITAL, Shape.INITIAL, Shape.UPPER})
# "Acheulean" is "acheuléen"; with a capital in mid-sentence, and so many letters the same.
_DERIVED: Final = re.compile("(?:an|ese|ish|ic|ite)s?$")
_STEM: Final = 5
_VERB: Final = re.compile("(?:ez|er|ir)$")  # "Redémarrez", which the lexicon has not
_PREFIX: Final = re.compile("^(?:dés?|r[eé]|pré|sur|auto)")  # "désinstaller"
_QUOTED: Final = re.compile(r"[“«\"‹]\s*([^“”«»\"‹›]{1,200}?)\s*[”»\"›]")


def foreign_words(
    source: str, target: str, known: Collection[str] = frozenset()
) -> tuple[str, ...]:
    """The words of the English `target` that are not English, as they are written, each once.

    `known` are words, in lower case, that somebody vouches for. A word that texts in English hold
    now and then ("que") counts only where it stands in the source, opens a sentence or is beside
    another that is foreign.

    >>> foreign_words("Appuyez sur la touche.", "Presionar the key.")
    ('Presionar',)
    >>> foreign_words("Il boit un café à Saint-Étienne.", "He drinks a café in Saint-Étienne.")
    ()
    """
    text = _Text.of(target)
    standings = {
        i: found
        for i, token in enumerate(text.tokens)
        if token.word not in known and (found := text.standing(i))
    }
    if not standings:
        return ()
    pair = _Pair(_Text.of(source), text)
    left = {
        i: found for i, found in standings.items() if i not in pair.kept and not pair.excuses(i)
    }
    foreign = [
        i
        for i, found in left.items()
        if found is WordStanding.FOREIGN
        or text.opens_alone(i)
        or pair.is_copied(i)
        or {i - 1, i + 1} & left.keys()
    ]
    written = [target[text.tokens[i].start : text.tokens[i].end] for i in foreign]
    return tuple(dict.fromkeys(written))


def is_mostly(words: Collection[str], text: str) -> bool:
    """Whether more than half of the words of `text` are among `words`.

    >>> is_mostly(("Presionar", "botón"), "Presionar the botón"), is_mostly(("botón",), "The botón")
    (True, False)
    """
    if not words:
        return False
    found = [text[token.start : token.end] for token in _Text.of(text).tokens]
    return 2 * sum(word in words for word in found) > len(found)


@dataclass(frozen=True)
class _Text:
    """A text and its words: no numbers, no literals. `is_shouting` says that all is in capitals."""

    text: str
    tokens: Sequence[Token]
    is_shouting: bool

    @classmethod
    def of(cls, text: str) -> _Text:
        text = blanked(text)
        found = tokenize(text, Span(0, len(text))) if text else []
        tokens = tuple(
            token
            for token in found
            if token.shape in _WORDS and not text[token.start - 1 : token.start].isdigit()
        )
        return cls(text, tokens, text.upper() == text)

    def standing(self, i: int) -> WordStanding:
        token = self.tokens[i]
        if token.word[-1] == "'":
            return WordStanding.ENGLISH
        if token.shape is Shape.UPPER and not self.is_shouting:
            return WordStanding.ENGLISH
        return standing(token.word)

    def opens_alone(self, i: int) -> bool:
        """Whether a word has a capital because it opens a sentence, and no name goes on behind it."""
        after = self.tokens[i + 1 : i + 2]
        is_alone = not any(t.gap <= Gap.SPACE and t.shape is not Shape.LOWER for t in after)
        return self.tokens[i].shape is Shape.INITIAL and is_alone

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(token.word for token in self.tokens)

    @cached_property
    def small(self) -> frozenset[str]:
        """The words without capitals."""
        return frozenset(token.word for token in self.tokens if token.shape is Shape.LOWER)

    @cached_property
    def following(self) -> frozenset[tuple[str, str]]:
        """Each two words that stand in a row."""
        return frozenset(pairwise(token.word for token in self.tokens))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The words with capitals, folded, but for what only opens a sentence, as far as is known."""
        return frozenset(
            folded(token.word)
            for token in self.tokens
            if token.shape in {Shape.CAPITAL, Shape.UPPER}
            or (token.shape is Shape.INITIAL and not translations(token.word))
        )


class _Pair:
    """A source and its translation, of which some words are suspected."""

    def __init__(self, source: _Text, target: _Text) -> None:
        self._source = source
        self._target = target
        self._meant = {word for ours in source.words for word, _ in translations(ours)}

    @cached_property
    def kept(self) -> frozenset[int]:
        """The places of the target's words in loanwords, names and quotations of the source."""
        tokens = self._target.tokens
        lists = exemptions.load(_LANGUAGES)
        found = {
            i
            for one in lists.matches(tokens)
            if one.last > one.first
            or one.reason != "loanword"
            or levels(tokens[one.first].word)[0] <= _LOANED
            for i in range(one.first, one.last + 1)
        }
        names = exemptions.name_runs(tokens, [False] * len(tokens))
        found |= {
            i
            for one in names
            for i in range(one.first, one.last + 1)
            if tokens[i].shape is Shape.LOWER
        }
        return frozenset(found | set(self._quoted()))

    def _quoted(self) -> Iterator[int]:
        """The words in quotation marks that are quoted so in the source."""
        ours = {folded(match[1]) for match in _QUOTED.finditer(self._source.text)}
        for match in _QUOTED.finditer(self._target.text):
            if folded(match[1]) in ours:
                for i, token in enumerate(self._target.tokens):
                    if match.start() <= token.start < match.end():
                        yield i

    def excuses(self, i: int) -> bool:
        """Whether the source explains a word of the target that is not English."""
        token = self._target.tokens[i]
        if token.word in self._meant:
            return True
        if self._is_written_small(token):
            is_copied = token.word in self._source.words
            return is_copied and (not is_rather_french(token.word) or self._ends_name(i))
        if self._opens_sentence(i) and self._is_word_of_source(token):
            return False
        if any(one.word == token.word for one in self._source.tokens):
            return True
        if _DERIVED.search(token.word) and token.shape is Shape.CAPITAL:
            stem = folded(token.word)[:_STEM]
            return any(folded(word)[:_STEM] == stem for word in self._source.words)
        return any(_is_form(name, token.word) for name in self._source.capitals)

    def is_copied(self, i: int) -> bool:
        """Whether a word without a capital stands so in the source as well."""
        token = self._target.tokens[i]
        return token.shape is Shape.LOWER and token.word in self._source.small

    def _is_written_small(self, token: Token) -> bool:
        is_plain = token.shape is Shape.LOWER or self._target.is_shouting
        return is_plain or (token.shape is Shape.INITIAL and token.word in self._source.small)

    def _opens_sentence(self, i: int) -> bool:
        """Whether a word has a capital because it opens a sentence: no name of the source goes on."""
        token, after = self._target.tokens[i], self._target.tokens[i + 1 : i + 2]
        goes_on = any((token.word, one.word) in self._source.following for one in after)
        is_alone = self._target.opens_alone(i) or not goes_on
        return token.shape is Shape.INITIAL and is_alone

    def _is_word_of_source(self, token: Token) -> bool:
        """Whether a word that opens a sentence does in the source, too, and is a word there."""
        stem = _PREFIX.sub("", token.word)
        is_listed = bool(translations(token.word) or translations(stem))
        is_verb = _VERB.search(token.word) is not None and is_rather_french(token.word)
        is_word = (is_listed and is_french_word(token.word)) or is_verb
        return is_word and any(
            one.shape is Shape.INITIAL is token.shape and one.word == token.word
            for one in self._source.tokens
        )

    def _ends_name(self, i: int) -> bool:
        """Whether a copied word belongs to the capital before it: "Nuit debout"."""
        before = self._target.tokens[i - 1] if i else None
        token = self._target.tokens[i]
        return (
            before is not None
            and folded(before.word) in self._source.capitals
            and token.gap <= Gap.SPACE
            and (before.word, token.word) in self._source.following
        )


def _is_form(name: str, word: str) -> bool:
    """Whether a name of the source, folded, may be what a capitalised word stands for."""
    plain = folded(word)
    return name == plain or is_same_name(name, word) or alike(name, plain) >= ALIKE
