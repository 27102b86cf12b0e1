"""Which forced breaks end a line for good."""

from __future__ import annotations

import pytest

from onetongue.formats.broken_lines import ends


@pytest.mark.parametrize(
    "lines",
    [
        ["Le ministre", "des Finances"],
        ["Votre demande a été reçue", "merci de patienter", "encore un peu"],
        ["Si vous avez des questions,", "écrivez-nous."],
        [" Le lac est ", " gelé "],
        # What cannot be the end of a line.
        ["la ville de", "Paris"],
        ["les habitants du", "Nord"],
        ["né le", "12 mai 1990"],
        ["on l'", "Assemblée"],
    ],
)
def test_a_sentence_goes_on(lines: list[str]) -> None:
    assert not any(ends(lines))


@pytest.mark.parametrize(
    "lines",
    [
        ["Ouvert le lundi", "Fermé le mardi", "Appelez-nous"],
        ["Mairie de Saint-Jean", "12, rue du lac", "75001 Paris"],
        ["Madame, Monsieur,", "Veuillez trouver ci-joint notre rapport."],
        ["Notre adresse :", "au bord du lac"],
        ["Il est venu.", "nous aussi"],
        ["« Il est venu. »", "nous aussi"],
        ["C'est la vie", "Paris"],
        ["un", "", "deux"],
        ["un", " \n ", "deux"],
        ["", "un", ""],
        # Of verse every line, though some begin in lower case or after "et".
        ["Le vent se lève et", "La nuit descend sur les maisons", "et dort", "Une fontaine", "Au loin"],
    ],
)  # fmt: skip
def test_a_line_ends(lines: list[str]) -> None:
    assert ends(lines) == [True] * (len(lines) - 1)


def test_each_break_is_told() -> None:
    assert ends(["Le ministre", "des Finances", "Ouvert", "", "un", "deux"]) == [
        False, True, True, True, False,
    ]  # fmt: skip
    assert ends(["Rien"]) == []
