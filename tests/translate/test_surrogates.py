"""Known names in place of unknown ones, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.translate.surrogates import Surrogate, mask, unmask


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Il est parti.",
        "L'attaque est survenue à Moscou.",
        "L’attaque est survenue à Moscou.",
        "Le ministre des Finances et la Commission européenne",
        "L'OTAN et le PIB",
        "Voir https://Peskov.example/Peskov et @Peskov",
        "Dans l'Oregonie du sud",
        "Le Haut-Karabakh et la Turquie",
    ],
)
def test_what_is_no_unknown_name_stays(sentence: str) -> None:
    assert mask(sentence) == (sentence, ())


@pytest.mark.parametrize(
    ("sentence", "masked"),
    [
        ("Selon Peskov, non.", "Selon Barroso, non."),
        ("Peskov assurait que Peskov", "Barroso assurait que Barroso"),
        ("Le convoi d'Orlovski et d’Orlovska", "Le convoi de Barroso et de Schulz"),
        ("Barroso et Peskov", "Schulz et Prodi"),
        ("Il va à Voronej, près de Lipetsk", "Il va à Berlin, près de Madrid"),
        ("Chez Sainsbury’s, Peskov", "Chez Barroso’s, Schulz"),
    ],
)
def test_unknown_names_get_known_ones(sentence: str, masked: str) -> None:
    assert mask(sentence)[0] == masked


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        ("Barroso said that Berlin's mayor", "Peskov said that Voronej's mayor"),
        ("Barroso said", None),
        ("Barroso said that Barroso is in Berlin", None),
        ("Barrosos said in Berlin", None),
    ],
)
def test_every_name_must_come_back(translation: str, expected: str | None) -> None:
    surrogates = (Surrogate("Peskov", "Barroso"), Surrogate("Voronej", "Berlin"))
    assert unmask(translation, "Barroso, Berlin", surrogates) == expected


@given(st.text(alphabet=" ,.'’deàPZLzorvQx\u00e9", max_size=60))
def test_unmasking_what_was_masked_gives_every_name(sentence: str) -> None:
    masked, surrogates = mask(sentence)
    back = unmask(masked, masked, surrogates)
    assert back is not None
    assert all(name in back for name, _ in surrogates)
    assert surrogates or masked == sentence
