from __future__ import annotations

import pytest
from support.weighed import candidate


def words(tokens: object) -> list[str]:
    return [token.word for token in tokens]  # type: ignore[attr-defined]


def test_nothing_around_what_is_whole() -> None:
    whole = candidate("⟦La=2 goutte=3⟧")
    assert (words(whole.before), words(whole.after)) == ([], [])
    assert words(whole.tokens) == ["la", "goutte"]
    assert whole.odds == [2.0, 3.0]


@pytest.mark.parametrize(
    ("marked", "before", "after"),
    [
        ("a b c d e f ⟦la goutte⟧ g h i j k l", "b c d e f", "g h i j"),
        ("a b. C d ⟦la goutte⟧ g h. I j", "c d", "g h"),
        ("a. ⟦La goutte⟧. I j", "", ""),
        ("a, ⟦la goutte⟧, b", "a", "b"),
        ("⟦La goutte⟧ b", "", "b"),
        ("a ⟦la goutte⟧", "a", ""),
    ],
)
def test_words_around_in_the_same_sentence(marked: str, before: str, after: str) -> None:
    found = candidate(marked)
    assert (words(found.before), words(found.after)) == (before.split(), after.split())


def test_numbers_and_literals_are_no_words() -> None:
    found = candidate("he ⟦paya=2 12 www.a.fr mille=3⟧ now")
    assert words(found.words) == ["paya", "mille"]
    assert found.odds == [2.0, 0.0, 0.0, 3.0]
    assert len(found.known) == 4


def test_what_stands_around_counts_only_for_a_whole_region() -> None:
    assert candidate("⟦La=2 goutte=3⟧", bonus=1.0).total == 6.0
    assert candidate("⟦La=2 goutte=3⟧ fell", bonus=1.0).total == 5.0
    assert candidate("⟦La=2 goutte=3⟧ fell=9").total == 5.0


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("⟦la petite goutte⟧", False),
        ("⟦de la goutte⟧", False),
        ("⟦une goutte Est⟧", False),
        ("⟦les gouttes SONT là⟧", False),
        ("⟦les gouttes sont là⟧", True),
        ("⟦Il pleut⟧", True),
        ("⟦que nous⟧", True),
    ],
)
def test_verbs(marked: str, expected: bool) -> None:
    assert candidate(marked).has_verb is expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("he, ⟦la goutte⟧ now", False),
        ("he ⟦la goutte⟧, now", False),
        ("⟦La goutte⟧ now", False),
        ("he “⟦la goutte⟧” now", False),
        ("he ⟦la goutte⟧ now", True),
        ("he ⟦la goutte⟧", True),
        ("he-⟦la goutte⟧-now", True),
    ],
)
def test_bare(marked: str, expected: bool) -> None:
    assert candidate(marked).is_bare is expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("he ⟦la Goutte⟧", False),
        ("he ⟦la goutte⟧", False),
        ("⟦La goutte⟧", True),
        ("he ⟦La goutte⟧", True),
        ("he ⟦TGV bleu⟧", True),
        ("he ⟦12 Goutte⟧", True),
    ],
)
def test_begins_with_capital(marked: str, expected: bool) -> None:
    assert candidate(marked).begins_with_capital() is expected
