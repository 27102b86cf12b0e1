"""Two texts and what they are to each other; first those that are nothing."""

from __future__ import annotations

import pytest

from onetongue.detect.counterparts import standing_of
from onetongue.detect.halves import Half, Standing
from onetongue.detect.states import ENGLISH, State, source
from onetongue.document import Region, Span

LANGUAGES = ("fr",)
FRENCH = source(0)


def half(text: str, state: State, odds: float, strange: str = "") -> Half:
    """A text that speaks so much for French, or for English, in nats."""
    region = Region(Span(0, len(text)), "heading", "r")
    return Half(region, text, state, (0.0, odds, 0.0), frozenset(strange.split()))


def french(text: str, odds: float = 4.0, strange: str = "") -> Half:
    return half(text, FRENCH, odds, strange)


def english(text: str, odds: float = -4.0, strange: str = "") -> Half:
    return half(text, ENGLISH, odds, strange)


def standing(one: Half, two: Half) -> Standing:
    found = standing_of(one, two, LANGUAGES)
    assert standing_of(two, one, LANGUAGES) is found
    return found


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (french("Avis"), french("Notice")),
        (english("Avis"), english("Notice")),
        (french("Avis", 3.0), english("Notice", -0.4)),
        (french("Avis", 2.4), english("Notice", -0.5)),
        (french("Subject: avis", strange="subject"), english("Notice")),
        (french("Libération"), english("Guardian", -1.4)),
        (french("Bien à vous"), english("Sincerely yours, as ever and for all time")),
        (french("Vieux dicton"), english("Fonts and more", strange="fonts")),
    ],
)
def test_no_counterparts(one: Half, two: Half) -> None:
    assert standing(one, two) is Standing.ALONE


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Français", "English"),
        ("Billetterie", "Ticket office"),
        ("Libération", "Guardian"),
    ],
)
def test_one_word_that_says_something_else(one: str, two: str) -> None:
    assert standing(french(one), english(two)) is Standing.OTHERWISE


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Cordialement", "Regards"),
        ("Bien à vous", "Kind regards"),
        ("Université Laval", "McGill University"),  # a name that is not there
        ("Ligue 1", "Premier League"),  # nor is the number
        ("Revue de chirurgie", "Journal of Surgery, 1999"),
        ("Sainte-Marie", "Saint Mary"),  # names and titles, whatever they mean
        ("Le Bureau", "The Office"),
        ("Saint-Henri de Montréal", "Montréal"),
        ("La Presse", "La Presse today"),  # only what is the same
    ],
)
def test_what_may_say_the_same(one: str, two: str) -> None:
    assert standing(french(one), english(two)) is Standing.BESIDE


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Avis public", "Public notice"),
        ("Sortie", "Exit"),
        ("Sortie 12", "Exit 12"),
        ("Ingrédients", "Ingredients"),
        ("Gouvernement du Canada", "Government of Canada"),
        ("SORTIE DE SECOURS", "EMERGENCY EXIT"),
        ("Une clé d'affichage", "A display key"),
    ],
)
def test_what_says_the_same(one: str, two: str) -> None:
    assert standing(french(one), english(two)) is Standing.SAME
    assert standing(french(one, 2.5), english(two, -0.5)) is Standing.SAME


def test_an_english_word_on_both_sides() -> None:
    one = french("Support pour les plugins", strange="support")
    assert standing(one, english("Support for plugins")) is Standing.SAME
    two = english("Loads a described font", strange="font")
    assert standing(french("Charge une police décrite"), two) is Standing.SAME
