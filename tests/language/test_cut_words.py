from __future__ import annotations

import pytest

from onetongue.language.cut_words import SIGNS, between

# What is no cut stays as it stands: numbers, code, addresses, dashes, a hyphen that waits for its word.
WHOLE = [
    ("Il est venu", "hier"),
    ("entre 10-", "12 ans"),
    ("le port 80-", "b"),
    ("voir https://example.org/la-", "page"),
    ("voir example.org-", "fr"),
    ("le champ code_postal-", "fr"),
    ("l'option --long-", "nom"),
    ("Il vint -", "et repartit"),
    ("—", "oui"),
    ("les pré-", "et post-tests"),
    ("the two-", "and three-year plans"),
    ("le mot-", "3"),
    ("le mot-", "« ici »"),
    ("le mot-", "nom@example.org"),
    ("-", "mot"),
    ("", "mot"),
    ("mot-", ""),
]


@pytest.mark.parametrize(("above", "below"), WHOLE)
def test_what_cuts_no_word(above: str, below: str) -> None:
    assert between(above, below) is None


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Le conseil muni", "cipal s'est réuni"),
        ("les habi", "tants"),
        ("de l'an", "née"),
        ("the new doc", "tor for"),
        ("aujour", "d'hui"),
        ("quel", "qu'un"),
        ("« la cuisi", "nière »"),
        ("LE CONSEIL MUNI", "CIPAL"),
        ("il commence", "rait, dit-il"),
    ],
)
def test_a_cut_word_is_read_as_one(sign: str, above: str, below: str) -> None:
    assert between(above + sign, below) == ""


@pytest.mark.parametrize("sign", "-\u2010")
@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("le porte", "parole du"),
        ("LE PORTE", "PAROLE"),
        ("Jean", "Pierre"),
        ("Où va", "t-elle"),
        ("peut", "être"),
        ("est", "elle"),
        ("a well", "known man"),
        ("l'arc-en", "ciel"),
        ("an up", "to-date list"),
        ("une main", "d'œuvre"),
    ],
)
def test_a_compound_keeps_its_hyphen(sign: str, above: str, below: str) -> None:
    assert between(above + sign, below) == "-"


def test_what_nobody_sees_is_no_hyphen() -> None:
    assert between("le porte\u00ad", "parole") == ""
