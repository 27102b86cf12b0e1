"""Known names in place of unknown ones, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.engines.stand_ins import StandIn, put_in, take_out


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Il est parti.",
        "L'attaque est survenue à Moscou.",
        "L’attaque est survenue à Moscou.",
        "Le ministre des Finances et la Commission européenne",
        "L'OTAN et le PIB",
        "Dans l'Oregonie du sud",
        "Le Haut-Karabakh et la Turquie",
    ],
)
def test_what_is_no_unknown_name_stays(sentence: str) -> None:
    assert put_in(sentence) == (sentence, ())


@pytest.mark.parametrize(
    ("sentence", "masked"),
    [
        ("Selon Peskov, non.", "Selon Barroso, non."),
        ("Peskov assurait que Peskov", "Barroso assurait que Barroso"),
        ("Le convoi d'Orlovski et d’Orlovska", "Le convoi de Barroso et de Schulz"),
        ("Barroso et Peskov", "Schulz et Prodi"),
        ("Il va à Voronej, près de Lipetsk", "Il va à Berlin, près de Madrid"),
        ("à\u00a0Voronej et dans la ville d'Orlovsk", "à\u00a0Berlin et dans la ville de Madrid"),
        ("Chez Sainsbury’s, Peskov", "Chez Barroso’s, Schulz"),
    ],
)
def test_unknown_names_get_known_ones(sentence: str, masked: str) -> None:
    assert put_in(sentence)[0] == masked


@pytest.mark.parametrize(
    ("sentence", "masked"),
    [
        ("Voir https://Peskov.example/Peskov et @Peskov", "Voir Barroso et Schulz"),
        ("Soit $x_i$ la valeur de nom_client", "Soit Barroso la valeur de Schulz"),
        ("Il écrit à Paul <a@b.fr>.", "Il écrit à Barroso."),
        ("Il va à <a@b.fr> et à <a@b.fr>", "Il va à Barroso et à Barroso"),
        ("Écrivez <a@b.fr>", "Écrivez Barroso"),
        ("#Lyon #Nice : la fête", "Barroso : la fête"),
        ("du vin 🍷🍷 et du pain 🥖 ≤ 3", "du vin Barroso et du pain Schulz ≤ 3"),
        ("pour iOS<https://a.fr>", "pour Barroso"),
        ("le lien<https://a.fr>", "le lien Barroso"),
        ("un <b>mot</b> et <b> et mot<b>", "un Barroso mot Schulz et Prodi et mot Solana"),
    ],
)
def test_literals_get_known_names(sentence: str, masked: str) -> None:
    assert put_in(sentence)[0] == masked
    back = take_out(masked, *put_in(sentence))
    assert back == sentence


@pytest.mark.parametrize(
    ("sentence", "masked"),
    [
        ("JEAN : {id}", "Barroso : Schulz"),
        ("Hier, Marie Blanc a vu Peskov.", "Hier, Barroso a vu Peskov."),
        ("L'ami de Paul Petit et d'Émile Petit", "L'ami de Barroso et de Schulz"),
        ("Elle va à Carrefour, Orange et Voronej", "Elle va à Barroso, Schulz et Voronej"),
        ("Voir {a} : Mme Le Grand", "Voir Barroso : Mme Schulz"),
        ("Le Conseil est à Voronej avec Peskov", "Le Conseil est à Voronej avec Peskov"),
    ],
)
def test_the_first_time_only_what_would_be_damaged_gets_a_known_name(
    sentence: str, masked: str
) -> None:
    assert put_in(sentence, unknown=False)[0] == masked
    assert take_out(masked, *put_in(sentence, unknown=False)) == sentence.replace("d'É", "de É")


def test_the_second_time_both_do() -> None:
    assert put_in("Marie Blanc a vu Peskov à Voronej.")[0] == "Barroso a vu Schulz à Berlin."


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
    stand_ins = (StandIn("Peskov", "Barroso"), StandIn("Voronej", "Berlin"))
    assert take_out(translation, "Barroso, Berlin", stand_ins) == expected


def test_no_known_name_stays_in_a_word() -> None:
    assert take_out("Barroso, preBarroso", "Barroso", (StandIn("{a}", "Barroso"),)) is None


def test_when_no_known_name_is_left_the_rest_stays() -> None:
    names = [f"Zorb{letter}x" for letter in "abcdefghijkl"]
    masked, stand_ins = put_in(", ".join(names))
    assert len(stand_ins) == 9
    assert masked.endswith(", ".join(names[9:]))


@given(st.text(alphabet=" ,.'’deàPZLzorvQx\u00e9", max_size=60))
def test_unmasking_what_was_masked_gives_every_name(sentence: str) -> None:
    masked, stand_ins = put_in(sentence)
    back = take_out(masked, masked, stand_ins)
    assert back is not None
    assert all(name in back for name, _ in stand_ins)
    assert stand_ins or masked == sentence


def test_the_sign_of_a_number_is_a_word_before_a_name() -> None:
    sentence = "la commande n° {id} et le n\u00ba\u00a0%s, n° 3"
    masked = "la commande numéro Barroso et le numéro\u00a0Schulz, n° 3"
    assert put_in(sentence, unknown=False)[0] == masked


def test_another_choice_of_names() -> None:
    assert put_in("Merci {a} et {b}", backwards=True)[0] == "Merci Martin et Swoboda"
