from __future__ import annotations

import pytest
from support.weighed import candidate

from onetongue.detect.names_and_titles import (
    follows_name,
    is_address,
    is_captioned,
    is_name,
    is_title,
    is_value,
)


@pytest.mark.parametrize(
    "marked",
    [
        "he ⟦la goutte⟧",
        "he ⟦Rue sans Joie⟧",
        "he ⟦rue de Rivoli⟧",
        "⟦Rue de joie⟧",
        "⟦Macron à Alger⟧",
        "he ⟦de la⟧",
        "⟦La⟧",
        "he ⟦la Goutte d'=3eau⟧",
    ],
)
def test_no_name(marked: str) -> None:
    assert not is_name(candidate(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "he ⟦Rue de Rivoli⟧",
        "he ⟦Rue de Rivoli, Paris⟧",
        "he ⟦de Gaulle⟧",
        "he ⟦Paris⟧",
        "he ⟦TGV⟧",
        "he ⟦Île-de-France⟧",
        "he ⟦Saint-sur-Mer⟧",
        "⟦Dumas père⟧",
        "he ⟦Du's Mans⟧",
    ],
)
def test_a_name(marked: str) -> None:
    assert is_name(candidate(marked))


def test_capitals_that_are_the_style_are_no_name() -> None:
    assert not is_name(candidate("he ⟦Rue de Rivoli⟧", has_capital_style=True))


def test_an_inflected_word_begins_a_name_only_if_names_begin_so() -> None:
    assert not is_name(candidate("⟦Moissons de Paris⟧", inflected="moissons"))
    assert is_name(candidate("⟦Rue de Paris⟧", inflected="rue"))


def test_what_is_quoted_and_pointed_is_said() -> None:
    assert not is_name(candidate("he “⟦Vive Paris!⟧”", "quotation", is_pointed=True))
    assert is_name(candidate("he “⟦Vive Paris!⟧”", "phrase", is_pointed=True))
    assert is_name(candidate("he “⟦Vive Paris⟧”", "quotation"))


@pytest.mark.parametrize(
    "marked",
    [
        "⟦rue des Érables, Québec⟧",
        "⟦14, rue fermée pour travaux⟧",
        "⟦14, maison des Érables⟧",
        "⟦12 jours rue des Érables⟧",
    ],
)
def test_no_address(marked: str) -> None:
    assert not is_address(candidate(marked, "heading"))


@pytest.mark.parametrize(
    "marked",
    [
        "⟦14, rue des Érables, Québec⟧",
        "⟦3 bis, impasse du Four à Chaux⟧",
        "⟦1250, boulevard René-Lévesque Ouest, bureau 900⟧",
        "Attn: ⟦5 avenue de la République, 75011 Paris⟧",
    ],
)
def test_an_address(marked: str) -> None:
    assert is_address(candidate(marked, "heading"))


@pytest.mark.parametrize(
    "marked",
    [
        "⟦Masque tout⟧",
        "a label ⟦Masque tout⟧",
        "A label: ⟦masque⟧ it",
        "The song: ⟦Masque tout⟧",
        "One two three four five six seven: ⟦masque tout⟧",
    ],
)
def test_no_value(marked: str) -> None:
    assert not is_value(candidate(marked))


@pytest.mark.parametrize("marked", ["mask_all: ⟦Masque tout⟧", "Size of the list; ⟦masque tout⟧"])
def test_a_value_follows_a_short_label(marked: str) -> None:
    assert is_value(candidate(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "⟦la goutte⟧",
        "he saw ⟦la goutte⟧",
        "The ⟦la goutte⟧",
        "saw Paris, ⟦la goutte⟧",
        "saw Paris - ⟦la goutte⟧",
        "saw Paris's ⟦la goutte⟧",
        "saw Paris old=-1.6 ⟦la goutte⟧",
        "saw Paris the ⟦la goutte⟧",
        "saw Paris un deux trois ⟦la goutte⟧",
        "saw Paris=-1.6 ⟦la goutte⟧",
    ],
)
def test_follows_no_name(marked: str) -> None:
    assert not follows_name(candidate(marked, function="the"))


@pytest.mark.parametrize(
    "marked",
    [
        "saw Paris ⟦la goutte⟧",
        "saw TGV ⟦la goutte⟧",
        "saw Paris=-1.5 ⟦la goutte⟧",
        "saw Paris old=-1.5 ⟦la goutte⟧",
        "a TGV old ⟦la goutte⟧",
        "saw Paris un deux ⟦la goutte⟧",
        "Alpha Paris ⟦la goutte⟧",
    ],
)
def test_follows_a_name(marked: str) -> None:
    assert follows_name(candidate(marked, function="the"))


CAPTIONED = [
    "⟦Le Goff, Jean 1981⟧",
    "⟦Goff, La=3 Naissance=3 un deux trois quatre cinq six 1981⟧",
    "⟦Goff, Jean un deux 1981 trois quatre cinq six sept huit neuf⟧",
    "⟦Paul Cézanne, Les Joueurs de cartes⟧",
    "⟦Paul Cézanne, Les Joueurs, de Paris⟧",
    "⟦Paul Cézanne, Les Joueurs, bleu=1.4⟧",
    "⟦Paul Cézanne, Les Joueurs, Bleu=4⟧",
    "⟦Paul Cézanne, Les Joueurs, de=4 Paris⟧",
    "⟦Paul Cézanne, Les Joueurs bleu=4, Paris⟧",
    "⟦Goff, Jean un deux trois 1981 quatre cinq six sept huit neuf⟧",
    "⟦Goff, Jean un deux trois quatre cinq six 1981 un deux trois quatre cinq⟧",
    "⟦Goff, Jean 1500⟧",
    "⟦Goff, Jean 2099⟧",
]
NO_CAPTIONED = [
    "⟦Le Goff Jean 1981⟧",
    "⟦le Goff, Jean 1981⟧",
    "⟦Le goff, Jean 1981⟧",
    "⟦Goff, jean 1981⟧",
    "⟦GOFF, Jean 1981⟧",
    "⟦Goff, Jean qui vient 1981⟧",
    "⟦Paul Cézanne, Joueurs bleu⟧",
    "⟦Goff, Jean 1499⟧",
    "⟦Goff, Jean 2100⟧",
    "⟦Goff, Jean⟧",
    "⟦Goff, Les Joueurs de cartes⟧",
    "⟦Un Deux Trois Quatre, Jean 1981⟧",
    "⟦Goff, Jean un deux trois quatre cinq six 1981 un deux trois quatre cinq six⟧",
    "⟦Paul Cézanne, Les Joueurs, bleu=1.5⟧",
]


@pytest.mark.parametrize("marked", NO_CAPTIONED)
def test_no_author_with_a_title(marked: str) -> None:
    assert not is_captioned(candidate(marked, "paragraph", function="les"))


@pytest.mark.parametrize("marked", CAPTIONED)
def test_an_author_with_a_title(marked: str) -> None:
    assert is_captioned(candidate(marked, "paragraph", function="les"))
    assert not is_captioned(candidate(marked, "phrase", function="les"))
    assert not is_captioned(candidate(marked, "quotation", function="les"))


def test_three_words_may_be_an_author() -> None:
    assert is_captioned(candidate("⟦Un Deux Trois, Jean 1981⟧", "sentence"))


EIGHT = "La un deux trois quatre cinq six sept"


@pytest.mark.parametrize(
    "marked",
    [
        "he “⟦la goutte⟧”",
        f"he “⟦{EIGHT} neuf⟧”",
        "he “⟦La goutte qui vient⟧”",
        "he said “⟦La goutte⟧”",
        "“⟦La goutte⟧”, he said",
        "the film, he said, “⟦La goutte qui est là⟧”",
    ],
)
def test_no_title(marked: str) -> None:
    assert not is_title(candidate(marked, "quotation"))


@pytest.mark.parametrize(
    "marked",
    [
        "he “⟦La goutte⟧”",
        f"he “⟦{EIGHT}⟧”",
        "Proust's “⟦La goutte qui est là⟧”",
        "the film “⟦La goutte qui est là⟧”",
        "“⟦La goutte qui est là⟧”, a film",
        "he said that “⟦La goutte⟧”",
    ],
)
def test_a_title(marked: str) -> None:
    assert is_title(candidate(marked, "quotation"))


def test_a_pointed_quotation_is_no_title_unless_a_word_says_so() -> None:
    assert not is_title(candidate("he “⟦La goutte⟧”", "quotation", is_pointed=True))
    assert is_title(candidate("the film “⟦La goutte⟧”", "quotation", is_pointed=True))
