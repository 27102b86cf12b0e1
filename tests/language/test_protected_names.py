"""Which French words are names to be kept from an engine; first which are not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.language.literals import find
from onetongue.language.protected_names import protected

NONE = [
    "",
    "Le chat blanc dort près de la fontaine.",
    "Blanc comme neige, petit et grand.",
    # institutions, offices, events, feasts
    "Le Premier ministre a saisi le Conseil de sécurité, l'État et la Cour suprême.",
    "La Seconde Guerre mondiale a changé l’Union européenne et le Moyen-Orient.",
    "Elle est Directrice générale, Présidente du Conseil et Secrétaire d’État.",
    "Monsieur le Maire, Madame la Présidente, Monsieur Le Président",
    "Les vacances de Noël et de Pâques, l’Assemblée, le Sénat et la Commission",
    "Le groupe État islamique, la société Anonyme, le ministre Délégué",
    # places and nationalities
    "De Londres à Athènes, les Français et les Américains sont en Allemagne.",
    "la société Française et le groupe Européen, M. Français",
    "La mer Noire, la place Rouge, la Maison Blanche et la Croix Rouge",
    # names that engines copy, or that English spells otherwise
    "Le président Vladimir Poutine et Emmanuel Macron ont vu Angela Merkel.",
    "Jean-Paul II, Louis XIV et Pierre le Grand, Jeanne d’Arc",
    # what only begins a sentence or is a label
    "Orange est une couleur. Société Générale a publié ses comptes.",
    "Cliquez sur Enregistrer, Fermer et Annuler dans Fichier.",
    "le carrefour, le Carrefour du quartier et un Casino",
    "Le comité de Libération nationale et les Habits, Chapeaux et Gants",
    "Il a quitté la société. Blanc de peur, il court.",
    # labels that are no speakers
    "ATTENTION : la route est fermée.\nLE MAIRE : Non.\nFRANCE : le temps",
    "Il a dit à JEAN : viens. JEAN est là : il attend. Jean : oui.",
]

SOME = [
    ("Hier, Marie Blanc a vu Jean-Pierre Petit.", ["Marie Blanc", "Jean-Pierre Petit"]),
    ("Marie Blanc est là, Jean PETIT aussi.", ["Marie Blanc", "Jean PETIT"]),
    ("Mme Le Grand et M. Boulanger", ["Le Grand", "Boulanger"]),
    ("Hier Louise Boulanger est venue.", ["Louise Boulanger"]),
    ("le docteur Petit, la famille Berger et l’avocate Blanc", ["Petit", "Berger", "Blanc"]),
    ("L’entreprise Petit Bateau, rue Blanche", ["Petit Bateau", "Blanche"]),
    ("La société Orange et le groupe Boulanger", ["Orange", "Boulanger"]),
    ("chez Boulanger, dans Le Monde", ["Boulanger", "Le Monde"]),
    (
        "Le PDG de Carrefour, Bruno Le Maire et Anne Le Grand",
        ["Carrefour", "Bruno Le Maire", "Anne Le Grand"],
    ),
    (
        "Elle vend à Carrefour, Orange et Société Générale.",
        ["Carrefour", "Orange", "Société Générale"],
    ),
    ("Orange, Boulanger et Carrefour ont signé.", ["Orange", "Boulanger", "Carrefour"]),
    # who speaks
    ("JEAN : Je ne sais pas.\nANNE-MARIE LEBLANC: Oui.", ["JEAN", "ANNE-MARIE LEBLANC"]),
    # not what is no name in the same list
    ("Luc Fontaine, Directeur, et Paul Berger", ["Luc Fontaine", "Paul Berger"]),
    ("Carrefour à part : Athènes, Carrefour et le Sénat", ["Carrefour"]),
    # literals are none
    ("Voir `Marie Blanc` et https://a.fr/Blanc, dit Paul Petit", ["Paul Petit"]),
]


@pytest.mark.parametrize("sentence", NONE)
def test_no_name(sentence: str) -> None:
    assert protected(sentence) == ()


@pytest.mark.parametrize(("sentence", "names"), SOME)
def test_names(sentence: str, names: list[str]) -> None:
    assert [span.of(sentence) for span in protected(sentence)] == names


@given(st.text(alphabet="MarieBlnc Lé Gd.,`'’et ", max_size=60))
def test_names_are_in_order_and_apart_from_each_other_and_from_literals(sentence: str) -> None:
    spans = [*protected(sentence)]
    assert spans == sorted(spans)
    every = sorted([*spans, *(literal.span for literal in find(sentence))])
    assert all(one.end <= other.start for one, other in pairwise(every))
