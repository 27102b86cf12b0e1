from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.normalizing import PROSE

import onetongue as ot


def found(text: str, source: tuple[str, ...] = ("fr",)) -> list[str]:
    """What is found of a block between English ones."""
    document = f"{PROSE}\n\n{text}\n\n{PROSE}"
    return [s.text for s in ot.detect(document, options=ot.Options(source=source))]


@pytest.mark.parametrize(
    "text",
    [
        "La ministre de la Santé a la parole.",
        "Et tu es sur la terre, mon fils.",
        "Non pas, dit-il, non pas.",
        "Les gens de la terre",
        "C'est la vie de tous les jours.",
        "LE MINISTRE A LA PAROLE",
        "Il a dit : « Tout moun se moun », et il est parti sans un mot.",
        "Synchroniser vos paramètres",
        "Paramètres",
    ],
)
def test_french_stays_french(text: str) -> None:
    assert found(text) == [text]


def test_spanish_is_no_galician() -> None:
    text = "El presidente dijo que no habrá elecciones este año en el país."
    assert found(text, ("es",)) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Sajès bon pou ou, men kote ou ale a pa bon.",
        "Tou dimoun annan drwa sirkil avek liberte.",
        "Li neur tchvå et l' blanke vatche dins l' tchamp",
        "Ches gins ed Picardie il ont leu parlache",
        "Mont a ran d'ar pardon gant ma zud",
        "D'Mary huet eng nei Schoul gesinn.",
        "In nomine Patris et Filii et Spiritus Sancti",
        "Nemo est supra leges",
        "Iso, ou o peche.",
        "TOU DIMOUN ANNAN DRWA SIRKIL AVEK LIBERTE",
    ],
)
def test_a_near_tongue_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_only_its_own_sentence_speaks_for_a_stretch() -> None:
    french = "Le maire a refusé de répondre."
    haitian = "Tout moun gen dwa pou yo viv lib nan peyi yo."
    assert found(f"{haitian} They left the room. {french}") == [french]
    assert found(f"{french} They left the room. {haitian}") == [french]


@pytest.mark.parametrize("name", ["Yo", "Ak", "Nan", "Nan Yo Ak", "YO NAN AK"])
def test_names_say_nothing(name: str) -> None:
    text = f"Hier soir {name} est parti."
    assert found(text) == [text]


def test_every_tongue_of_the_header_has_words() -> None:
    text = files("onetongue").joinpath("data", "near_tongues.txt").read_text(encoding="utf-8")
    header = [line for line in text.split("\n") if line.startswith("#")]
    named = next(line for line in header if line.startswith("# tongues: ")).split(": ")[1]
    letters = {tongue[0] for tongue in named.split(", ")}
    marks = [line.split("\t")[1] for line in text.split("\n")[len(header) : -1]]
    assert {letter for one in marks for letter in one[::2]} == letters
    assert len(letters) == len(named.split(", ")) > 30
    assert all(len(one) % 2 == 0 and min(one[1::2]) > "!" for one in marks)


@given(st.text(max_size=30))
def test_any_text_can_be_asked(text: str) -> None:
    ot.detect(f"{text} la maison de la presse a été vendue {text}")
