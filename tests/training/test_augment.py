"""Copies follow the same rule on both sides."""

from __future__ import annotations

import re
from dataclasses import replace
from random import Random

import pytest

from augment import Shares, caption, copies, heading, shared_names, with_guillemets
from corpora import Pair

ALL = Shares(heading=1.0, caption=1.0, bare=1.0, joined=1.0)
NONE = Shares(heading=0.0, caption=0.0, bare=0.0, joined=0.0)
PAIRS = [
    Pair("Lavrov a été élu !", "Lavrov was elected!"),
    Pair("L'été 2003", "The summer of 2003"),
]


@pytest.mark.parametrize(
    ("french", "expected"),
    [
        ("Il dit oui", "Il dit oui"),
        ('Un écran de 15" et de 17"', 'Un écran de 15" et de 17"'),
        ("« Déjà »", "« Déjà »"),
        ('Il dit "oui" et "non".', "Il dit « oui » et « non »."),
        ('"Tout"', "« Tout »"),
    ],
)
def test_quotation_marks(french: str, expected: str) -> None:
    assert with_guillemets(Pair(french, "x")) == Pair(expected, "x")


def test_headings_have_the_same_case_on_both_sides_or_french_has_none() -> None:
    seen = {heading(PAIRS[0], Random(seed)) for seed in range(60)}
    assert seen == {
        Pair("LAVROV A ÉTÉ ÉLU !", "LAVROV WAS ELECTED!"),
        Pair("LAVROV A ETE ELU !", "LAVROV WAS ELECTED!"),
        Pair("Lavrov A Été Élu !", "Lavrov Was Elected!"),
        Pair("Lavrov a été élu !", "Lavrov was elected!"),
    }


def test_captions_end_in_the_same_place_and_date() -> None:
    seen = [caption(PAIRS[0], Random(seed)) for seed in range(300)]
    assert any(
        ", au Caire, le " in french and ", in Cairo, on " in english for french, english in seen
    )
    for french, english in seen:
        assert "_" not in french + english
        assert re.match(
            r"Lavrov a été élu, (?:à|au) [A-ZÉ][\w ]+, le (?:1er|\d+) \w+ \d{4}\.$", french
        )
        assert re.findall(r"\d+", french) == re.findall(r"\d+", english)


def test_shares_say_how_many() -> None:
    assert list(copies(PAIRS, NONE, Random(1))) == []
    made = list(copies(PAIRS, ALL, Random(1)))
    assert Pair("Lavrov a été élu", "Lavrov was elected") in made
    assert len(made) == 2 + 1 + 1 + 2  # headings, one caption, one bare, two joined


def test_the_same_lots_make_the_same_copies() -> None:
    assert list(copies(PAIRS, ALL, Random(3))) == list(copies(PAIRS, ALL, Random(3)))


def test_other_times_of_day() -> None:
    pairs = [
        Pair("Le vote aura lieu à 17h30.", "The vote will be taken at 5:30 p.m."),
        Pair("De 9 h 15 à 17 h 30", "From 9:15 a.m. to 5:30 p.m."),  # two
        Pair("À 17 h 30", "At 17:30"),  # of 24 hours
        Pair("À 16 h 30", "At 5:30 p.m."),  # another
    ]
    made = list(copies(pairs, NONE, Random(1)))
    assert len(made) == 8
    for french, english in made:
        hour, minute = map(int, re.findall(r"\d+", french))
        at, past = map(int, re.findall(r"\d+", english))
        assert (hour % 12, minute, "p.m." in english) == (at % 12, past, hour >= 12)


LEVELS = {"said": 12, "talks": 16, "paris": 19, "lavrov": 29, "kovacs": 30, "ankara": 26}


@pytest.mark.parametrize(
    ("french", "english", "names"),
    [
        ("Alors Paris et Lavrov", "Then Paris and Lavrov", ("Lavrov",)),
        ("Lavrov a parlé", "Lavrov has spoken", ()),
        ("Hier Lavrov a parlé", "The minister has spoken", ()),
        ("Avec l'Ankara des années 20", "With the Ankara of the twenties", ()),
        ("Pour ONU et Zorbax", "For ONU and Zorbax", ("Zorbax",)),
        (
            "Le bassin (Voronej) et Kovacs.",
            "The basin (Voronej) and Kovacs.",
            ("Kovacs", "Voronej"),
        ),
        ("Chez Kovacs, Lavrov parle", "At Kovacs, Lavrov talks", ("Kovacs", "Lavrov")),
    ],
)
def test_names_that_are_the_same_on_both_sides(
    french: str, english: str, names: tuple[str, ...]
) -> None:
    assert shared_names(Pair(french, english), LEVELS) == names


def test_other_people_get_the_same_name_on_both_sides() -> None:
    pairs = [
        Pair("Hier Lavrov a vu Kovacs ici.", "Yesterday Lavrov saw Kovacs here."),
        Pair("Le chat de Dimitrov dort.", "The cat of Dimitrov sleeps."),
        Pair("Le chat dort.", "The cat sleeps."),
    ]
    shares = replace(NONE, renamed=1.0)
    seen = [pair for seed in range(50) for pair in copies(pairs, shares, Random(seed), LEVELS)]
    assert len(seen) == 100
    for french, english in seen[::2]:
        one, other = re.fullmatch(r"Hier (\w+) a vu (\w+) ici\.", french).groups()  # type: ignore[union-attr]
        assert english == f"Yesterday {one} saw {other} here."
        assert one[0].isupper()
    assert len(set(seen)) > 50
    assert list(copies(pairs, shares, Random(1))) == []  # without levels nobody is renamed
