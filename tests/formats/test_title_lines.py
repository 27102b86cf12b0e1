from __future__ import annotations

import pytest

from onetongue.formats.title_lines import is_title

OTHERS = [
    ["Titre"],
    ["Mairie de Lyon", "Service des eaux"],
    ["MAIRIE DE LYON", "SERVICE DES EAUX"],
    ["Pour faire une tarte", "de la farine", "du sucre"],
    ["Ingrédients", "farine", "sucre"],
    ["POTAGE DU JOUR", "LE POISSON"],
    ["Oui", "je viens demain"],
    ["Bonjour Marie,", "de Paris"],
    ["Il est venu.", "de Paris"],
    ["Où va-t-il ?", "à Paris"],
    ["le conseil", "de la ville"],
    ["Le conseil de", "Paris"],
    ["Un", "de", "ces", "jours", "de mai"],
    ["L" * 61, "de Paris"],
    ["12", "de Paris"],
]


@pytest.mark.parametrize("lines", OTHERS)
def test_lines_of_their_own(lines: list[str]) -> None:
    assert not is_title(lines, [0] * len(lines))


TITLES = [
    ["LE CONSEIL MUNICIPAL", "ADOPTE LE BUDGET", "DE L'ANNÉE PROCHAINE"],
    ["LE CONSEIL ADOPTE LE", "BUDGET"],
    ["Le conseil municipal adopte", "le budget de l'année", "prochaine"],
    ["Grande fête", "de la moisson", "au village"],
    ["The new bridge", "over the river", "of the old town"],
    ["Le conseil adopte les", "budgets"],
    ["Que faire", "de la ville ?"],
]


@pytest.mark.parametrize("lines", TITLES)
def test_a_title_on_several_lines(lines: list[str]) -> None:
    assert is_title(lines, [0] * len(lines))


def test_a_centred_title() -> None:
    lines = ["Histoire", "de la ville", "de Lyon"]
    assert not is_title(lines, [0, 0, 0])
    assert is_title(lines, [3, 1, 3])
    assert is_title(["La grande parade", "traversera la ville", "samedi"], [2, 0, 6])
    assert not is_title(["La grande parade", "traversera la ville", "samedi"], [0, 0, 0])
    assert not is_title(["MAIRIE", "VILLE DE LYON"], [4, 0])
    assert is_title(["L'EXPOSITION", "LA PLUS BELLE DE L'ANNÉE"], [6, 0])
