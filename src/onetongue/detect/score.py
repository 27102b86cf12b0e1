"""How each token of a region speaks for each language.

Responsible for: turning words into log-odds, weighed by how they are written and by what the
exemption lists say.
Not responsible for: what the words beside a word make of it (adjacent_words.py), and boundaries between
languages.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onetongue.detect.adjacent_words import NEUTRAL, join_compounds, lean, restore
from onetongue.detect.exemptions import CAPITALS, Exemption, Lists, joins_names, name_runs
from onetongue.detect.states import row
from onetongue.detect.word_facts import facts_of
from onetongue.detect.words import Shape, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onetongue.detect.states import Row
    from onetongue.detect.tables import Tables
    from onetongue.detect.word_facts import WordFacts

# Weights of a word by its capitals: a capital inside a sentence is most often a name, which says
# little about the language around it.
CAPITAL_WEIGHT: Final = 0.25
INITIAL_WEIGHT: Final = 0.6
# ... and a word with other forms in the language (moissons, moisson) is hardly a name.
INFLECTED_WEIGHT: Final = 0.8
TITLE_CASE_WEIGHT: Final = 0.7
# A single word that English has borrowed says less than its frequencies do, but "toujours" and
# "nouveau" among French words still say something.
LOANWORD_WEIGHT: Final = 0.4
ACRONYM_WEIGHT: Final = 0.1
UPPER_WEIGHT: Final = 0.9
# A letter by itself is an item or an initial. The tables hold it as the elided word it can be.
LETTERS: Final = frozenset("bcdefghjklmnpqrstuvwxz")
BORROWED: Final = frozenset({"loanword", "technical term"})
# The genitive of a name is English ("Claude Chabrol's"): nats.
GENITIVE: Final = -3.0
# From this share of capitals on, capitals are the style of the line and say nothing about names.
STYLE_SHARE: Final = 0.6


@dataclass(frozen=True, slots=True)
class ScoredTokens:
    """The tokens of one region with their words, and one row of scores a token."""

    tokens: Sequence[Token]
    words: Sequence[WordFacts]
    scores: Sequence[Row]
    exemptions: Sequence[Exemption]
    has_capital_style: bool
    is_upper: bool = False  # in capitals throughout

    @property
    def exempt(self) -> frozenset[int]:
        """The tokens, by index, that are part of an exemption."""
        return tokens_of(self.exemptions)


def score(tokens: Sequence[Token], tables: Tables, lists: Lists, *, is_line: bool) -> ScoredTokens:
    """Score the tokens of one region; only one line can be in Title Case."""
    is_title_case, is_upper = _style(tokens)
    is_title_case = is_title_case and is_line
    has_capital_style = is_title_case or is_upper
    has_accents = not all(token.word.isascii() for token in tokens)
    words = [facts_of(token, tables, has_accents=has_accents) for token in tokens]
    exemptions = _exemptions(tokens, words, lists, is_title_case=is_title_case, is_upper=is_upper)
    borrowed = {e.first for e in exemptions if e.first == e.last and e.reason in BORROWED}
    neutral = tokens_of(exemptions) - borrowed
    sources = len(tables.languages)
    rows: list[Row] = []
    for i, (token, word) in enumerate(zip(tokens, words, strict=True)):
        if token.word.endswith("'s") and token.shape in CAPITALS:
            rows.append(row([GENITIVE] * sources, GENITIVE))
        elif i in neutral or token.shape >= Shape.NUMBER or token.word in LETTERS:
            rows.append(row([NEUTRAL] * sources, NEUTRAL))
        else:
            weight = _weight(token, word, is_title_case=is_title_case, is_upper=is_upper)
            weight *= LOANWORD_WEIGHT if i in borrowed else 1.0
            rows.append(row([weight * o for o in word.odds.foreign], weight * word.odds.other))
    join_compounds(tokens, rows)
    lean(tokens, words, rows, lists.verbs)
    # In capitals a name looks like the words it is made of: RÉSUMÉ DE LA RÉUNION.
    restore(tokens, words, rows, [e for e in exemptions if is_upper or e.reason in BORROWED])
    return ScoredTokens(tokens, words, rows, exemptions, has_capital_style, is_upper)


def tokens_of(exemptions: Iterable[Exemption]) -> frozenset[int]:
    """The tokens, by index, that are part of any of these."""
    return frozenset(i for e in exemptions for i in range(e.first, e.last + 1))


def _exemptions(
    tokens: Sequence[Token],
    words: Sequence[WordFacts],
    lists: Lists,
    *,
    is_title_case: bool,
    is_upper: bool,
) -> list[Exemption]:
    found = list(lists.matches(tokens))
    if is_title_case:
        persons = list(lists.persons(tokens))
        beside = [
            e for e in found if not any(p.first <= e.first and e.last <= p.last for p in persons)
        ]
        found = _with_runs(beside, persons)
    elif not is_upper:
        # A function word or a common noun that begins a sentence begins no name, unless names do so.
        is_common = [
            word.is_function or (word.is_inflected and token.word not in lists.heads)
            for token, word in zip(tokens, words, strict=True)
        ]
        found = _with_runs(found, name_runs(tokens, is_common))
    return [
        replace(e, odds=sum(word.odds.foreign[0] for word in words[e.first : e.last + 1]))
        for e in found
    ]


def _with_runs(listed: Sequence[Exemption], runs: Iterable[Exemption]) -> list[Exemption]:
    """The listed expressions and the runs of capitals that touch none of them, in order.

    A person's name that is listed makes way for the run it is part of: Jean-Luc Mélenchon.
    """
    firm = [e for e in listed if e.is_certain or e.reason in BORROWED]
    taken = {i for e in firm for i in range(e.first, e.last + 1)}
    free = [r for r in runs if not taken.intersection(range(r.first, r.last + 1))]
    taken = {i for r in free for i in range(r.first, r.last + 1)}
    single = [e for e in listed if e not in firm and e.first not in taken]
    return sorted([*firm, *free, *single], key=lambda e: e.first)


def _style(tokens: Sequence[Token]) -> tuple[bool, bool]:
    """Whether the region is in Title Case, and whether it is in ALL CAPS."""
    words = [t for t in tokens if t.shape < Shape.NUMBER and len(t.word) > 3]  # noqa: PLR2004
    if not words:
        return False, False
    upper = sum(t.shape is Shape.UPPER for t in words) / len(words)
    capital = sum(t.shape in CAPITALS for t in words) / len(words)
    return len(words) > 1 and capital >= STYLE_SHARE and upper < STYLE_SHARE, upper >= STYLE_SHARE


def _weight(token: Token, word: WordFacts, *, is_title_case: bool, is_upper: bool) -> float:
    if token.shape is Shape.LOWER:
        return 1.0
    if is_upper:
        return UPPER_WEIGHT
    if token.shape is Shape.UPPER:
        return ACRONYM_WEIGHT
    if token.shape is Shape.INITIAL and (joins_names(token.word) or word.odds.foreign[0] < 0):
        return 1.0
    if is_title_case:
        return TITLE_CASE_WEIGHT
    if word.is_inflected:
        return INFLECTED_WEIGHT
    return INITIAL_WEIGHT if token.shape is Shape.INITIAL else CAPITAL_WEIGHT
