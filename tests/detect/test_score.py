from __future__ import annotations

import pytest

from onetongue.detect.adjacent_words import NEUTRAL
from onetongue.detect.exemptions import load as load_lists
from onetongue.detect.score import (
    ACRONYM_WEIGHT,
    CAPITAL_WEIGHT,
    GENITIVE,
    INFLECTED_WEIGHT,
    INITIAL_WEIGHT,
    LOANWORD_WEIGHT,
    TITLE_CASE_WEIGHT,
    UPPER_WEIGHT,
    ScoredTokens,
    score,
)
from onetongue.detect.tables import load
from onetongue.detect.words import tokenize
from onetongue.document import Span

TABLES, LISTS = load(("fr",)), load_lists(("fr",))


def scored(text: str, *, is_line: bool = False) -> ScoredTokens:
    return score(tokenize(text, Span(0, len(text))), TABLES, LISTS, is_line=is_line)


def weight(text: str, word: str, *, is_line: bool = False) -> float:
    """How much of what the tables say of a word its scores are."""
    found = scored(text, is_line=is_line)
    i = next(i for i, token in enumerate(found.tokens) if token.word == word)
    odds = found.words[i].odds
    assert found.scores[i][0] == 0.0
    assert found.scores[i][2] * odds.foreign[0] == pytest.approx(found.scores[i][1] * odds.other)
    return found.scores[i][1] / odds.foreign[0]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("saw Charles de Gaulle there", "gaulle"),
        ("by Air France today", "france"),
        ("a déjà vu here", "déjà"),
        ("on page 12 today", "12"),
        ("see https://a.fr now", "https://a.fr"),
        ("items b to", "b"),
        ("saw Sarkozy there", "sarkozy"),
    ],
)
def test_what_says_nothing(text: str, word: str) -> None:
    found = scored(text)
    i = next(i for i, token in enumerate(found.tokens) if token.word == word)
    assert found.scores[i] == (0.0, NEUTRAL, NEUTRAL)


@pytest.mark.parametrize(
    ("text", "word", "is_line", "expected"),
    [
        ("une maison verte", "maison", False, 1.0),
        ("une maison verte", "maison", True, 1.0),
        ("LE GOUVERNEMENT RECULE", "gouvernement", False, UPPER_WEIGHT),
        ("LE GOUVERNEMENT RECULE", "gouvernement", True, UPPER_WEIGHT),
        ("Le maire", "le", False, 1.0),
        ("Which maire", "which", False, 1.0),
        ("Dorénavant rien", "dorénavant", False, INITIAL_WEIGHT),
        ("Moissons tardives", "moissons", False, INFLECTED_WEIGHT),
        ("Service Minimum Diplomatique", "diplomatique", True, TITLE_CASE_WEIGHT),
        ("un toujours vert", "toujours", False, LOANWORD_WEIGHT),
        ("une Café chaude", "café", False, CAPITAL_WEIGHT * LOANWORD_WEIGHT),
        ("une CAFÉ chaude", "café", False, ACRONYM_WEIGHT * LOANWORD_WEIGHT),
        ("une café chaude", "café", False, LOANWORD_WEIGHT),
    ],
)
def test_weights(text: str, word: str, is_line: bool, expected: float) -> None:
    assert weight(text, word, is_line=is_line) == pytest.approx(expected)


def test_an_english_genitive_of_a_name() -> None:
    found = scored("saw Chabrol's film; the chien's")
    assert found.scores[1] == (0.0, GENITIVE, GENITIVE)
    assert found.scores[-1][1] != GENITIVE


@pytest.mark.parametrize(
    ("text", "is_line", "expected"),
    [
        ("The mayor said no to the plan", True, False),
        ("The Mayor said no to the plan", True, False),
        ("Macron", True, False),
        ("12 34", True, False),
        ("Service Minimum Diplomatique", False, False),
        ("Service Minimum Diplomatique", True, True),
        ("Quel Beau Jour pour Tous", True, True),
        ("Alpha Bravo Delta gamma kappa", True, True),
        ("Alpha Bravo delta gamma kappa", True, False),
        ("ALPHA BRAVO DELTA gamma kappa", True, True),
        ("ALPHA BRAVO DELTA gamma kappa", False, True),
        ("ALPHA BRAVO delta gamma kappa", True, False),
        ("Six Mots Verts sur une place", True, True),
        ("MACRON", False, True),
    ],
)
def test_capitals_as_the_style_of_a_line(text: str, is_line: bool, expected: bool) -> None:
    assert scored(text, is_line=is_line).has_capital_style is expected


def exempt(text: str, *, is_line: bool = False) -> list[tuple[str, bool]]:
    found = scored(text, is_line=is_line)
    return [
        (text[found.tokens[e.first].start : found.tokens[e.last].end], e.is_certain)
        for e in found.exemptions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The committee met.", []),
        ("Le maire a refusé.", []),
        ("saw Jean-Luc Mélenchon there", [("Jean-Luc Mélenchon", False)]),
        ("read Le Monde there", [("Le Monde", True)]),
        ("saw Sarkozy at Air France", [("Sarkozy", False), ("Air France", True)]),
        ("Air France left Sarkozy", [("Air France", True), ("Sarkozy", False)]),
    ],
)
def test_exemptions_in_order(text: str, expected: list[tuple[str, bool]]) -> None:
    assert exempt(text) == expected


def test_capitals_make_no_names_where_they_are_the_style() -> None:
    assert exempt("Service Minimum Diplomatique", is_line=True) == []
    assert exempt("saw Service Minimum there") == [("Service Minimum", False)]


def test_an_exemption_says_what_its_words_would_have() -> None:
    (found,) = scored("a moment of déjà vu here").exemptions
    odds = [TABLES.odds(word).foreign[0] for word in ("déjà", "vu")]
    assert found.odds == pytest.approx(sum(odds))


def test_acronyms_and_names_say_little() -> None:
    assert (
        0 < ACRONYM_WEIGHT < CAPITAL_WEIGHT < INITIAL_WEIGHT < INFLECTED_WEIGHT < UPPER_WEIGHT < 1
    )
