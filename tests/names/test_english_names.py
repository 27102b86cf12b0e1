"""The names of an English text: what is none first, then that the index finds what reading finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onetongue.language.spellings import folded, is_same_name
from onetongue.names import Names


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("However, nothing happened. Nobody came.", ()),
        ("On Tuesday the French Prime Minister met Putin.", (("Putin",),)),
        ("Putin left. Then Putin came back.", (("Putin",),)),
        ("Jared Kushner left.", (("Jared", "Kushner"),)),
        ("Paris fell. We met Paris Hilton.", (("Paris",), ("Paris", "Hilton"))),
        ("NATO and `Baku` and www.Moscow.example", ()),
        ("It rained. Nikol Pashinyan's wife left.", (("Nikol", "Pashinyan"),)),
    ],
)
def test_names_of_a_text(text: str, runs: tuple[tuple[str, ...], ...]) -> None:
    assert Names.of(text).runs == runs


@pytest.mark.parametrize(
    ("text", "name", "spelled"),
    [
        ("Many bakers left.", "Baku", None),
        ("In Bakun and pre-Baku and Baku-on-Sea.", "Baku", None),
        ("They said baku.", "Baku", None),
        ("From The Hagueish, the Hague.", "The Hague", None),
        ("In BAKU.", "Baku", "Baku"),
        ("baku, BAKU", "Bakou", None),
        ("We saw Cote d’Ivoire.", "Côte d'Ivoire", "Cote d’Ivoire"),
        ("To 's-Hertogenbosch.", "'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("To The Hague.", "the hague", "The Hague"),
    ],
)
def test_how_a_text_spells_a_name(text: str, name: str, spelled: str | None) -> None:
    assert Names.of(text).spelling(name) == spelled


def test_a_place_that_is_part_of_a_name_is_not_it_alone() -> None:
    names = Names.of("The Université de Genève said so.")
    assert names.spelling("Genève") == "Genève"
    assert names.spelling("Genève", alone=True) is None
    assert Names.of("Then Université de Genève; Genève").spelling("Genève", alone=True) == "Genève"


def test_names_that_sound_alike_are_told_in_order() -> None:
    names = Names.of("There Vladimir Putin met Bill Poutine, PUTIN and Peskov, and then Putin.")
    assert names.alike("Poutine") == (("Vladimir", "Putin"), ("Bill", "Poutine"), ("Putin",))
    assert names.holds("Bill")
    assert not names.holds("PUTIN")


_LETTERS = (
    "Poutine Putin BAKOU Baku Bakou Québec québec Haut-Karabakh d'Ivoire Côte Cote 's-Her".split()
)
_TEXTS = st.lists(
    st.sampled_from(
        [*_LETTERS, "the", "The", "l'", "d’", ". ", ",", "-", "_", " ", "\n", "İ", "東"]
    ),
    max_size=14,
).map("".join)
_NAMES = st.sampled_from([*_LETTERS, "The Baku", "Côte d'Ivoire", "'s-Her", "Bakou Québec", "東"])


def read_through(text: str, name: str) -> str | None:
    """What `Names.spelling` says, by reading it all."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(folded(name))}(?![\w-])", folded(text)):
        found = text[match.start() : match.end()]
        if not found[0].islower():
            return name if found.isupper() else found
    return None


@given(st.lists(_TEXTS, max_size=3), _NAMES)
@example(["l's-Her 's-Her"], "'s-Her")
def test_looking_up_finds_what_reading_finds(texts: list[str], name: str) -> None:
    names = Names.of(*texts)
    assert names.spelling(name) == read_through("\n".join(names.paragraphs), name)


@given(st.lists(_TEXTS, max_size=3))
@example(["Talks.", "# Putin left."])
@example(["# Putin left.", "\n"])
def test_paragraphs_have_the_names_of_all_in_one(texts: list[str]) -> None:
    assert Names.of(*texts).runs == Names.of("\n".join(texts)).runs


# Syllables that French and English write alike and otherwise.
_SOUNDS = st.sampled_from(
    "pou pu tine tin tch ch sh dj zh j gui gue ou u ie ye y ii ss s off ov el- al- É é ł a".split()
)
_WORDS = st.lists(_SOUNDS, min_size=1, max_size=4).map("".join).map(str.capitalize)


@given(_WORDS, st.lists(_WORDS, max_size=30))
@example("Aliev", ["Aliyev", "Aliev", "Putin"])
def test_no_name_that_is_the_same_is_missing(french: str, english: list[str]) -> None:
    names = Names((), [(word,) for word in english])
    found = [other for other in names.alike(french) if is_same_name(french, other[-1])]
    assert found == [(word,) for word in english if is_same_name(french, word)]
