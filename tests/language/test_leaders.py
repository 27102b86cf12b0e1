from __future__ import annotations

import pytest

from onetongue.language.leaders import before_leader, leaders

WORDS = [
    "Il est parti...",
    "Il est parti... 3",
    "Il est parti....",
    "Il est parti….",
    "He paused . . . .",
    "Il faut attendre encore... 3 minutes",
    "Le prix est de 3 €",
    "Il a payé 1.250,00",
    "le fichier __init__",
    "........ 4,50",
    "",
]


@pytest.mark.parametrize("text", WORDS)
def test_what_is_no_leader(text: str) -> None:
    assert before_leader(text, 0, len(text)) == len(text)
    assert not list(leaders(text, 0, len(text)))


@pytest.mark.parametrize(
    ("words", "leader"),
    [
        ("Potage aux légumes", " ................ 4,50"),
        ("Potage aux légumes", "..........4,50 €"),
        ("Tarte de la maison", "  ...  5,00"),
        ("Introduction", " . . . . . 12"),
        ("Avant-propos", " ........ xiv"),
        ("Annexes", " ....... p. 7"),
        ("Annexes", " ....... 112-118"),
        ("Tarif", "……… 3 €"),
        ("Ouverture", " ..... 9 h 30"),
        ("Chambre pour 2", " ...... 45,00 / 60,00 €"),
        ("Chambre pour 2", " · · · · $ 45"),
        ("Nom", " ________"),
        ("Nom :", " ......................"),
    ],
)
def test_the_words_end_before_it(words: str, leader: str) -> None:
    text = "Le " + words + leader
    assert text[3 : before_leader(text, 3, len(text))] == words
    assert [span.of(text) for span in leaders(text, 0, len(text))] == [leader]


def test_of_lines_those_that_have_one() -> None:
    text = "Lait ..... 2 €\r\nLe thé,\r\nmême chaud ..... 3 €\r\n"
    assert [span.of(text) for span in leaders(text, 0, len(text))] == [" ..... 2 €", " ..... 3 €"]
    assert [span.of(text) for span in leaders(text, 16, len(text))] == [" ..... 3 €"]
