"""How each token of a region speaks for each language.

Responsible for: turning words into log-odds, weighed by how they are written and by what the
exemption lists say.
Not responsible for: boundaries between languages.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onetongue.detect.exceptions import CAPITALS, PARTICLES, Exemption, Lists, name_runs
from onetongue.detect.tables import ABSENT
from onetongue.detect.words import Gap, Shape, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onetongue.detect.tables import Odds, Tables

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
# Words at least this common, as ln of the relative frequency, are function words ("sous", "after").
FUNCTION_LEVEL: Final = -7.7
FUNCTION_LENGTH: Final = 6
BORROWED: Final = frozenset({"loanword", "technical term"})
# The genitive of a name is English ("Claude Chabrol's"): nats.
GENITIVE: Final = -3.0
# Short words that both languages use all the time (a, on, me, car) speak as the word after them
# does, by this much: "on a dit", "on Tuesday". Nats.
EITHER: Final = 1.5
LEANING: Final = 2.0
EITHER_LENGTH: Final = 3
# A stretch that could be either language goes to English: nats a token.
NEUTRAL: Final = -0.05
# From this share of capitals on, capitals are the style of the line and say nothing about names.
STYLE_SHARE: Final = 0.6


@dataclass(frozen=True, slots=True)
class Scored:
    """The tokens of one region with their scores: one row a token, state 0 is English (always 0)."""

    tokens: Sequence[Token]
    scores: Sequence[tuple[float, ...]]
    exemptions: Sequence[Exemption]
    is_function: Sequence[bool]
    is_unlisted: Sequence[bool]
    is_inflected: Sequence[bool]  # at the start of a sentence, with other forms: hardly a name
    has_capital_style: bool


def score(tokens: Sequence[Token], tables: Tables, lists: Lists, *, is_line: bool) -> Scored:
    """Score the tokens of one region; only one line can be in Title Case."""
    is_title_case, is_upper = _style(tokens)
    is_title_case = is_title_case and is_line
    words = [token.word.rstrip("'") for token in tokens]  # an elided l' is listed as l
    known = [tables.odds(word) for word in words]
    is_function = [
        len(word) <= FUNCTION_LENGTH and odds.commonest >= FUNCTION_LEVEL
        for word, odds in zip(words, known, strict=True)
    ]
    is_unlisted = [odds.commonest == ABSENT for odds in known]
    is_inflected = [
        token.shape is Shape.INITIAL and tables.is_inflected(word)
        for token, word in zip(tokens, words, strict=True)
    ]
    exemptions = list(lists.matches(tokens))
    if not is_title_case and not is_upper:
        # A function word or a common noun that begins a sentence begins no name, unless names do so.
        is_common = [
            is_function[i] or (is_inflected[i] and token.word not in lists.heads)
            for i, token in enumerate(tokens)
        ]
        exemptions = _with_runs(exemptions, name_runs(tokens, is_common))
    exemptions = [
        replace(e, odds=sum(odds.foreign[0] for odds in known[e.first : e.last + 1]))
        for e in exemptions
    ]
    borrowed = {e.first for e in exemptions if e.first == e.last and e.reason in BORROWED}
    neutral = {i for e in exemptions for i in range(e.first, e.last + 1)}
    empty = (0.0, *[NEUTRAL] * (len(tables.languages) + 1))
    rows: list[tuple[float, ...]] = []
    for i, token in enumerate(tokens):
        if token.word.endswith("'s") and token.shape in CAPITALS:
            rows.append((0.0, *[GENITIVE] * (len(tables.languages) + 1)))
            continue
        if (i in neutral and i not in borrowed) or token.shape >= Shape.NUMBER:
            rows.append(empty)
            continue
        odds = known[i]
        weight = _weight(token, odds, is_title_case=is_title_case, is_upper=is_upper)
        if is_inflected[i]:
            weight = max(weight, INFLECTED_WEIGHT)
        weight *= LOANWORD_WEIGHT if i in borrowed else 1.0
        rows.append((0.0, *[weight * o for o in odds.foreign], weight * odds.other))
    _lean(tokens, rows, is_function, lists)
    _restore(tokens, rows, exemptions, known, is_inflected, is_function)
    return Scored(tokens, rows, exemptions, is_function, is_unlisted, is_inflected, is_title_case or is_upper)


def _lean(
    tokens: Sequence[Token],
    rows: list[tuple[float, ...]],
    is_function: Sequence[bool],
    lists: Lists,
) -> None:
    """Let the words that could be either language follow the word after them."""
    for i in range(len(tokens) - 2, -1, -1):
        is_short = len(tokens[i].word) <= EITHER_LENGTH and tokens[i].shape is Shape.LOWER
        if not is_short or tokens[i + 1].gap is not Gap.SPACE or max(rows[i][1:]) == NEUTRAL:
            continue
        goes_on = is_function[i + 1] or tokens[i + 1].word in lists.verbs
        rows[i] = tuple(
            odds
            if state == 0 or abs(odds) >= EITHER
            else (LEANING if goes_on and rows[i + 1][state] >= EITHER else -LEANING)
            for state, odds in enumerate(rows[i])
        )


def _restore(
    tokens: Sequence[Token],
    rows: list[tuple[float, ...]],
    exemptions: Sequence[Exemption],
    known: Sequence[Odds],
    is_inflected: Sequence[bool],
    is_function: Sequence[bool],
) -> None:
    """Let a borrowed expression speak where the word beside it is foreign: "la goutte d'eau de trop"."""
    for e in exemptions:
        if e.first == e.last or e.reason not in BORROWED:
            continue
        before, after = e.first - 1, e.last + 1
        if before > 0 and abs(rows[before][1]) < EITHER and tokens[before].gap is Gap.SPACE:
            before -= 1  # past a word that is neither: la photo du jour
        beside = [before] if before >= 0 and tokens[e.first].gap <= Gap.COMMA else []
        if after < len(tokens) and tokens[after].gap <= Gap.COMMA:
            beside.append(after)
        if any(
            max(rows[i][1:-1]) >= EITHER
            and (tokens[i].shape is Shape.LOWER or is_inflected[i] or is_function[i])
            for i in beside
        ):
            for i in range(e.first, e.last + 1):
                rows[i] = (0.0, *known[i].foreign, known[i].other)


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


def _weight(token: Token, odds: Odds, *, is_title_case: bool, is_upper: bool) -> float:
    if token.shape is Shape.LOWER:
        return 1.0
    if is_upper:
        return UPPER_WEIGHT
    if token.shape is Shape.UPPER:
        return ACRONYM_WEIGHT
    if token.shape is Shape.INITIAL and (token.word in PARTICLES or odds.foreign[0] < 0):
        return 1.0
    if is_title_case:
        return TITLE_CASE_WEIGHT
    return INITIAL_WEIGHT if token.shape is Shape.INITIAL else CAPITAL_WEIGHT
