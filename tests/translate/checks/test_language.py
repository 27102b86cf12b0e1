"""Words that are not English, and first what a translation may hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.translate.checks.language import foreign_words, is_mostly

GOOD = [
    # Rare words, and such as no list has: built as English builds words.
    ("Le webhook rejoue les jetons.", "The webhook replays tokens to the middleware tokenizer."),
    ("Une redistribution sans bruit", "A noiseless, unpresidential redeployment of flypapers"),
    (
        "des visualisations",
        "British visualisations, civilised and decriminalised, colour by colour",
    ),
    (
        "La marchabilité",
        "Walkability and undernutrition, skywards; the catastrophizing concertgoers",
    ),
    (
        "Cela ne l'intéresse pas",
        "It doesn't interest the bats' keeper, y'all know; they're elsewhere",
    ),
    # Loanwords, terms and commands that both have.
    ("Un café, un résumé, le fiancé.", "A café, a résumé and the fiancé's déjà vu."),
    ("Il y a un je ne sais quoi.", "There is a certain je ne sais quoi à la carte."),
    ("Les azulejos et la saudade", "Azulejos and saudade: the azulejos of Lisbon"),
    ("Lancez mkdir puis gensalt.", "Run mkdir, then gensalt."),
    ("Ce qui est dit « trouvaille » ici", "What is called “trouvaille” here"),
    # Names, with what belongs to them, and capitals.
    ("Paris, Saint-Étienne et l'Élysée", "Paris, Saint-Étienne and the Élysée"),
    ("Le mouvement Nuit debout à Clichy-sous-Bois", "The Nuit debout movement in Clichy-sous-Bois"),
    ("Charles de Gaulle et la Cour de cassation", "Charles de Gaulle and the Cour de cassation"),
    ("Pipistrellus pipistrellus", "Pipistrellus pipistrellus"),
    ("Sergueï Guerassimov", "Sergei Gerasimov"),
    ("le SRAS et la SNCF", "SARS and the SNCF"),
    ("Vidal a joué à Las Vegas, Baja California", "Vidal played in Las Vegas, Baja California"),
    # Numbers with their ends, addresses, code.
    ("le 1er, le 2e à 25km, 80s", "the 1st, 2nd at 25km, in the 80s"),
    ("Voir /var/log/lune/erreurs.log", "See /var/log/lune/erreurs.log"),
    ("Tapez `onglet fermer`", "Type `onglet fermer`"),
    # English that French or Spanish has more often, alone.
    ("du foin", "Plus hay, par for the course, a persona and two bras"),
    ("", ""),
    ("!", "?"),
]

BAD = [
    ("Les impositions de l'an dernier", "The imposiciones of last year", ("imposiciones",)),
    ("Mme Durand est là.", "Sra Durand is there.", ("Sra",)),
    ("Le guichet est fermé.", "The taquilla is closed.", ("taquilla",)),
    ("Appuyer sur Entrée", "Presionar Enter", ("Presionar",)),
    ("Appuyez sur Entrée.", "Presione Enter.", ("Presione",)),
    ("Elle a gagné.", "Ella won.", ("Ella",)),
    ("Les pêcheurs rentrent.", "The arrantzales come back.", ("arrantzales",)),
    ("Signature du demandeur", "Signature of the peticionario", ("peticionario",)),
    ("Les péchés du monde", "The pêchés of the world", ("pêchés",)),
    ("Au revoir et merci", "Goodbye revoir and thanks", ("revoir",)),
    ("Revoir les bases", "Revoir the basics", ("Revoir",)),
    ("Un éclair dans le ciel", "An éclai in the sky", ("éclai",)),
    ("Des fruits rouges", "Fruits rouges, con los otros", ("rouges", "con", "los", "otros")),
    ("Les aboiements, les aboiements", "Aboiements and aboiements", ("Aboiements", "aboiements")),
    ("L'APPUI", "PRESIONAR THE KEY", ("PRESIONAR",)),
    ("le siège-bébé", "the baby-siège", ("siège",)),
    # Half a quotation is none.
    ("Il a dit : « Revoir les bases ».", "He said: “Revoir the basics.”", ("Revoir",)),
    ("C'est un « blocus » du port", "It is a blocus of the port", ("blocus",)),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_nothing_to_say(source: str, target: str) -> None:
    assert foreign_words(source, target) == ()


@pytest.mark.parametrize(("source", "target", "words"), BAD)
def test_the_words_are_named(source: str, target: str, words: tuple[str, ...]) -> None:
    assert foreign_words(source, target) == words


def test_what_somebody_vouches_for_is_english() -> None:
    assert foreign_words("Le guichet", "The taquilla", frozenset({"taquilla"})) == ()
    assert foreign_words("Le guichet", "The Taquilla", frozenset({"taquilla"})) == ()


def test_a_common_word_of_another_language_counts_in_company_only() -> None:
    assert foreign_words("la fin", "the end que was") == ()
    assert foreign_words("la fin", "the end que para was") == ("que", "para")
    assert foreign_words("la fin", "the taquilla que was") == ("taquilla", "que")


def test_mostly_is_more_than_half_of_the_words() -> None:
    assert is_mostly(("el", "parque"), "el parque")
    assert is_mostly(("parque",), "parque!")
    assert not is_mostly(("parque",), "the parque")
    assert not is_mostly((), "")
    assert is_mostly(("el",), "el, el and el: `code here, code there`")


@given(st.text(), st.text())
def test_every_word_named_is_in_the_target(source: str, target: str) -> None:
    words = foreign_words(source, target)
    assert all(word in target for word in words)
    assert len(set(words)) == len(words)


def test_the_work_grows_with_the_text() -> None:
    """Not with its square: each word is looked at once, and each capital beside few."""
    target = "The taquilla of Presione is Sra que para. " * 400
    assert foreign_words("Le guichet est là. " * 400, target)[0] == "taquilla"
