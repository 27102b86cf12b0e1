from __future__ import annotations

import pytest

from onetongue.formats.verse import is_verse

PROSE = [
    [],
    ["Le vent se lève", "La nuit descend"],
    ["le vent se lève", "la nuit descend", "et dans la rue"],
    ["Le vent se lève", "la nuit descend", "Et dans la rue", "une fontaine"],
    # Each line is full: wrapped, and beginning with names by chance.
    ["The mayor met Mr", "Brown in New", "York on Monday"],
    ["On Monday Peter", "Brown, Sir James", "Watt and Robert", "Stephenson came"],
    ["L" * 71, "La nuit descend,", "Et dans la rue"],
]


@pytest.mark.parametrize("lines", PROSE)
def test_what_is_no_verse(lines: list[str]) -> None:
    assert not is_verse(lines)


VERSE = [
    ["Les sanglots longs", "Des violons", "De l'automne"],
    [
        "« Hé ! bonjour, Monsieur du Corbeau.",
        "— Que vous êtes joli !",
        "Que vous me semblez beau !",
    ],
    # Full by chance, but punctuated.
    ["Au clair de la lune,", "Mon ami Pierrot,", "Prête-moi ta plume", "Pour écrire un mot."],
    ["Le vent se lève,", "et la nuit descend,", "Et dans la rue", "Une fontaine", "Raconte encore"],
    ["Mairie de Lyon", "Service des eaux et forêts", "Lyon"],
]


@pytest.mark.parametrize("lines", VERSE)
def test_lines_of_their_own(lines: list[str]) -> None:
    assert is_verse(lines)
