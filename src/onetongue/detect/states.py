"""The states a token can be in, and what is said for each of them.

Responsible for: counting languages as the decoder does, rows of scores, and from where on a word
is sure.
Not responsible for: any language, or where the scores come from (score.py).

State 0 is English, or neutral; then come the source languages in the order they are asked for; the
last is any other language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NewType, TypeAlias

from onetongue.language.tags import primary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

State = NewType("State", int)
# The log-odds of one token against English, in nats, by state; that of English is always 0.
Row: TypeAlias = tuple[float, ...]

ENGLISH: Final = State(0)
# A word with at least these log-odds (nats) is sure to be foreign, with the negative to be English;
# between them it could be either. On dev (benchmarks/detection), all places it is used in together:
#        fragments exact   headings found, false alarms   names, false alarms   documents, F1
#   0.5       280 of 300            432 of 443, 3 of 323              1 of 342           1.000
#   1.0       291 of 300            432 of 443, 3 of 323              1 of 342           1.000
#   1.5       292 of 300            432 of 443, 1 of 323              0 of 342           1.000
#   2.0       292 of 300            432 of 443, 1 of 323              0 of 342           1.000
#   2.5       281 of 300            431 of 443, 1 of 323              1 of 342           0.996
#   3.0       280 of 300            429 of 443, 1 of 323              1 of 342           0.996
SURE: Final = 1.5


def row(foreign: Sequence[float], other: float) -> Row:
    """The scores of a token: one for each source language, and that of the best other one.

    >>> row((2.5,), -1.0)
    (0.0, 2.5, -1.0)
    """
    return (0.0, *foreign, other)


def of_foreign(scores: Row) -> Row:
    """The scores of every language but English, the last that of any other one."""
    return scores[1:]


def of_sources(scores: Row) -> Row:
    """The scores of the source languages."""
    return scores[1:-1]


def of_other(scores: Row) -> float:
    """The score of any language that is neither English nor a source language."""
    return scores[-1]


def source(place: int) -> State:
    """The state of a source language, by its place among them, from 0."""
    return State(place + 1)


def place_of(state: State) -> int:
    """The place of a source language among them, from 0, as `Odds.foreign` and the like count.

    >>> place_of(source(1))
    1
    """
    return state - 1


def other(languages: Sequence[str]) -> State:
    """The state of any language that is neither English nor one of these."""
    return State(len(languages) + 1)


def is_source(state: State, languages: Sequence[str]) -> bool:
    """Whether a state is one of these languages.

    >>> [is_source(state, ("fr", "es")) for state in (ENGLISH, source(0), other(("fr", "es")))]
    [False, True, False]
    """
    return ENGLISH < state < other(languages)


def each_source(languages: Sequence[str]) -> Iterator[tuple[State, str]]:
    """These languages with their states."""
    return ((source(place), tag) for place, tag in enumerate(languages))


def state_of(tag: str, languages: Sequence[str]) -> State:
    """The state of the language a BCP-47 tag names.

    >>> state_of("fr-CA", ("es", "fr")), state_of("en", ("fr",)), state_of("it", ("fr",))
    (2, 0, 2)
    """
    known = {"en": ENGLISH, **{one: state for state, one in each_source(languages)}}
    return known.get(primary(tag), other(languages))


def language_of(state: State, languages: Sequence[str]) -> str:
    """The language of a foreign state: one of these, or "und".

    >>> [language_of(State(number), ("fr", "es")) for number in (1, 2, 3)]
    ['fr', 'es', 'und']
    """
    return (*languages, "und")[place_of(state)]
