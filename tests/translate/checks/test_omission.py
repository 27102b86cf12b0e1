"""Clauses, items and negations that are lost, and first what is just said in fewer words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.translate.checks.lost_words import lost_words
from onetongue.translate.checks.negation import loses_negation
from onetongue.translate.checks.omission import says_all

GOOD = [
    ("Imprimer et fermer", "Print and close"),
    ("Le petit déjeuner est servi dans la salle.", "Breakfast is served in the hall."),
    (
        "Je vous prie d'agréer, Madame, l'expression de mes sentiments distingués.",
        "Yours sincerely,",
    ),
    ("Ne quittez pas !", "Hold the line!"),
    ("Ne pas oublier le pain", "Remember the bread"),
    ("N'oubliez pas votre passeport.", "Remember your passport."),
    ("Il ne répond pas à l'appel.", "He fails to answer the call."),
    ("Je ne serai pas là lundi.", "I will be away on Monday."),
    ("Ne touchez pas à ce bouton.", "Leave this button alone."),
    ("Il n'est pas le seul à partir.", "He is one of those who leave."),
]
BAD = [
    ("Imprimer et fermer", "Print"),
    ("Mots de passe différents", "Passwords"),
    ("Fermer sans enregistrer", "Close"),
    ("Le musée est ouvert, sauf le mardi et les jours fériés.", "The museum is open every day."),
    ("Manifestation à Lyon contre la fermeture de la maternité", "Demonstration in Lyon"),
    (
        "Ajoutez la farine, le beurre, le sucre et les œufs, puis mélangez bien.",
        "Add the flour and mix.",
    ),
    ("Votre demande a été reçue. Elle sera examinée sous dix jours.", "Your request was received."),
    (
        "Ne débranchez pas l'appareil pendant la mise à jour.",
        "Unplug the device during the update.",
    ),
    ("Le maire n'a pas accepté la proposition.", "The mayor accepted the proposal."),
]


@pytest.mark.parametrize(("source", "target"), GOOD)
def test_all_is_said(source: str, target: str) -> None:
    assert says_all(source, target)


@pytest.mark.parametrize(("source", "target"), BAD)
def test_something_is_lost(source: str, target: str) -> None:
    assert not says_all(source, target)


def test_lost_words_are_those_in_a_row_and_whole_items() -> None:
    source = "Le musée est ouvert, sauf le mardi et les jours fériés."
    assert lost_words(source, "The museum is open.").stretch == 3
    assert lost_words(source, "The museum is open.").clause == 2
    assert lost_words(source, "The museum is open, except Tuesdays and holidays.").clause == 0
    lost = lost_words("la farine, le sucre et le sel", "flour and a lobster")
    assert (lost.clause, lost.stretch, lost.unexplained, lost.is_joint_lost) == (1, 2, 1, True)


def test_words_that_the_lexicon_does_not_know_tell_nothing() -> None:
    assert lost_words("les gloubis zarbiques tronfleurs", "the").stretch == 0


@pytest.mark.parametrize(
    ("source", "contrary", "right"),
    [
        ("Ne pas utiliser après ouverture.", "Use after opening.", "Do not use after opening."),
        ("Aucun passager n'a été blessé.", "A passenger was hurt.", "No passenger was hurt."),
        ("Produit non remboursable", "Refundable product", "Non-refundable product"),
        ("Accès non autorisé", "Authorised access", "Unauthorised access"),
    ],
)
def test_what_is_forbidden_or_denied(source: str, contrary: str, right: str) -> None:
    assert not loses_negation(source, right)
    assert loses_negation(source, contrary)


def test_a_negation_is_asked_for_where_the_verb_is_there() -> None:
    assert loses_negation("Il n'a jamais accepté.", "He accepted.")
    assert not loses_negation("Il n'a jamais accepté.", "He left.")
    assert not loses_negation("Il a toujours accepté.", "He accepted.")


@given(st.text(), st.text())
def test_anything_can_be_asked(source: str, target: str) -> None:
    assert lost_words(source, target).stretch >= 0
    assert says_all(source, target) in {True, False}
