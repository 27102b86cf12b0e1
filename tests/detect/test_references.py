from __future__ import annotations

import pytest
from support.weighed import weighed

from onetongue.detect.references import is_reference


def reference(text: str, *, has_verb: bool = False) -> bool:
    return is_reference(weighed(text)[1], has_verb)


@pytest.mark.parametrize(
    "text",
    [
        "La ville et ses habitants",
        "Moscou, Russie, le 18 septembre 2023.",
        "Saturday, September 29, 2018. Vous pouvez le suivre en direct.",
        "M. Macron, à Lyon, en 2019, parle.",
        "À gauche, Marie Curie en 1911",
        "DUPONT, JEAN, 1999. LA VILLE ET SES HABITANTS",
        "Le texte de la page 4, vol. 2",
        "Loi sur les langues, L.",
        "la lettre c. Paris",
        "Dupont, J. 1999 fois " + "mot " * 60,
    ],
)
def test_no_reference(text: str) -> None:
    assert not reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dupont, J. (1999). La ville et ses habitants. Paris: Seuil.",
        "Borrow: Hémon, Maria Chapdelaine: récit du Canada français, 1st ed.",
        "Lefebvre, Henri. La production de l'espace. Paris: Anthropos, 1974.",
        "[12] A. Martin, « Les formes de la ville », Revue de géographie, 14 (1987), pp. 3-19.",
        "3. Braudel F. La Méditerranée et le monde. Armand Colin; 1949.",
        "See Foucault, Michel, Surveiller et punir, Paris, Gallimard, 1975.",
        "“Un drame à la mine”, La Patrie, 4 Feb. 1909, 1.",
        "Mémoires de la Société royale, ser. 3, vol. 34 (1940): 87-102",
        "Loi sur les langues officielles, L.R.C. 1985, c. 31",
        "Union des producteurs v. Coopérative fédérée",
        "R. c. Lavallée",
    ],
)
def test_a_reference(text: str) -> None:
    assert reference(text)


def test_a_verb_belongs_to_a_title_only_right_behind_a_dated_author() -> None:
    assert reference("Dupont, J. (1999). Tout ce qui est vrai. Seuil.", has_verb=True)
    assert not reference("Dupont, Jean, est né à Lyon, en France, 1999.", has_verb=True)
    assert reference("Dupont, Tout ce qui est vrai, vol. 2, p. 14", has_verb=True)


def test_english_around_it_makes_a_sentence_of_it() -> None:
    words = "He was=-5/-5 told=-5/-5 “la goutte” in=-3/-3 the=-5/-5 summer, 1987."
    assert not reference(words)
    assert reference("told=-5/-5 “la goutte” in=-3/-3 the=-5/-5 summer, 1987.")
