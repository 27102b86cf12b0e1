from __future__ import annotations

import pytest
from support.weighed import weighed

from onetongue.detect.adjacent_words import LEANING, NEUTRAL, join_compounds, lean, restore
from onetongue.detect.exemptions import Exemption

VERBS = frozenset({"dit"})
FUNCTION = "nous les"


def leant(text: str) -> list[float]:
    """What the French scores of the words are once the short ones lean."""
    _, scored, _ = weighed(text, function=FUNCTION)
    rows = list(scored.scores)
    lean(scored.tokens, scored.words, rows, VERBS)
    assert all(row[0] == 0.0 for row in rows)
    return [row[1] for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        "on=1.5 dit=4",
        "on=-1.5 Tuesday=-4",
        "plus=1 dit=4",
        "On=1 dit=4",
        "on=1, dit=4",
        "on=1. Dit=4",
        "word=1 on=1",
        f"on={NEUTRAL}/{NEUTRAL} dit=4",
        "on=1",
    ],
)
def test_a_word_that_does_not_lean(text: str) -> None:
    _, scored, _ = weighed(text)
    assert leant(text) == [row[1] for row in scored.scores]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on=1 dit=4", LEANING),
        ("on=1 dit=1.5", LEANING),
        ("on=1 nous=1.5", LEANING),
        ("on=1.4 dit=1.4", -LEANING),
        ("on=-1.4 maison=4", -LEANING),
        ("on=1 Tuesday=-4", -LEANING),
        ("car=1 dit=4", LEANING),
        ("on=1 a=1 dit=4", -LEANING),
        ("on=1 me=1.5 dit=4", -LEANING),
        (f"on={NEUTRAL}/1 dit=4", LEANING),
    ],
)
def test_a_short_word_leans_to_the_word_after_it(text: str, expected: float) -> None:
    assert leant(text)[0] == expected


def test_from_the_last_word_to_the_first() -> None:
    assert leant("on=1 les=1 nous=4 dit=4") == [LEANING, LEANING, 4.0, 4.0]


def restored(text: str, *, inflected: str = "", function: str = "", reach: int = 2) -> bool:
    """Whether "goutte d'eau", which says nothing of itself, speaks again."""
    _, scored, _ = weighed(text, inflected=inflected, function=function)
    first = next(i for i, token in enumerate(scored.tokens) if token.word == "goutte")
    rows = [
        (0.0, NEUTRAL, NEUTRAL) if first <= i <= first + reach else row
        for i, row in enumerate(scored.scores)
    ]
    before = list(rows)
    restore(scored.tokens, scored.words, rows, [Exemption(first, first + reach, "loanword")])
    changed = [i for i, (a, b) in enumerate(zip(rows, before, strict=True)) if a != b]
    if changed:
        assert changed == [*range(first, first + reach + 1)]
        assert [rows[i] for i in changed] == [scored.scores[i] for i in changed]
    return bool(changed)


@pytest.mark.parametrize(
    "text",
    [
        "goutte=4/1 d'=4eau=4",
        "the=-4 goutte=4 d'=4eau=4 of=-4",
        "la=1.4 goutte=4 d'=4eau=4 de=1.4",
        "Lyon=4 goutte=4 d'=4eau=4 Paris=4",
        "la=4. Goutte=4 d'=4eau=4. De=4",
        "la=4: goutte=4 d'=4eau=4; de=4",
        "la=0/4 goutte=4 d'=4eau=4",
        "la=4 jour=-1.5 goutte=4 d'=4eau=4",
        "la=4, jour=0 goutte=4 d'=4eau=4",
        "la=4 un=1 jour=1 goutte=4 d'=4eau=4",
        "goutte=4 d'=4eau=4 jour=0 de=4",
    ],
)
def test_a_borrowed_expression_in_english(text: str) -> None:
    assert not restored(text)


@pytest.mark.parametrize(
    "text",
    [
        "la=1.5 goutte=4/2 d'=4eau=4",
        "goutte=4/2 d'=4eau=4 de=1.5",
        "the=-4 goutte=4 d'=4eau=4 de=4",
        "la=4, goutte=4 d'=4eau=4",
        "goutte=4 d'=4eau=4, la=4",
        "a la=4 petite=1.4 goutte=4 d'=4eau=4",
        "a la=4 petite=-1.4 goutte=4 d'=4eau=4",
        "la=4 petite=0 goutte=4 d'=4eau=4",
    ],
)
def test_a_borrowed_expression_beside_french(text: str) -> None:
    assert restored(text)


def test_a_capital_beside_it_counts_if_it_is_no_name() -> None:
    text = "Moissons=4 goutte=4 d'=4eau=4"
    assert not restored(text)
    assert restored(text, inflected="moissons")
    assert restored(text, function="moissons")


def test_a_single_borrowed_word_stays_as_it_was_weighed() -> None:
    assert not restored("la=4 goutte=4 de=4", reach=0)


def joined(text: str) -> list[float]:
    """What the French scores of the words are once compounds are joined."""
    _, scored, _ = weighed(text)
    rows = list(scored.scores)
    join_compounds(scored.tokens, rows)
    return [row[1] for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        "sans=6 serif=-2/-2",
        "Sans=6-serif=-2/-2",
        "sans=6-serif=-1.4/-1.4",
        "dit=6-on=-2/-2",
        "d'=6serif=-2/-2",
        "non=2-fumeurs=3",
        "mon=2-existent=2",
    ],
)
def test_a_word_that_no_compound_makes_english(text: str) -> None:
    _, scored, _ = weighed(text)
    assert joined(text) == [row[1] for row in scored.scores]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sans=6-serif=-2/-2", [0.0, -2.0]),
        ("serif=-1.5/-1.5-sans=6", [-1.5, 0.0]),
        ("non=2-existent=2.9", [0.0, 2.9]),
    ],
)
def test_an_english_word_makes_an_english_compound(text: str, expected: list[float]) -> None:
    assert joined(text) == expected


def test_a_borrowed_expression_with_an_english_word_speaks_english() -> None:
    _, scored, _ = weighed("sans=6 serif=-2/-2 font=4")
    rows = [(0.0, NEUTRAL, NEUTRAL)] * 2 + [scored.scores[2]]
    restore(scored.tokens, scored.words, rows, [Exemption(0, 1, "loanword")])
    assert [row[1] for row in rows] == [0.0, -2.0, 4.0]
