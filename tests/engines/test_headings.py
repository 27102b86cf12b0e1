"""In which forms a line is asked for."""

from __future__ import annotations

import pytest

from onetongue.engines.headings import forms


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Il est parti.",
        "Vers un accord de paix ?",
        "Accord de paix !",
        "Le procès…",
        "Sommaire :",
        "« Nous n'avons plus rien »",
        "La gare de Rennes (AFP)",
    ],
)
def test_a_line_with_a_mark_at_its_end_stays(sentence: str) -> None:
    assert forms(sentence) == (sentence,)


@pytest.mark.parametrize(
    ("line", "others"),
    [
        ("Retour à Moscou", ["Retour à Moscou.", "retour à Moscou"]),
        (
            "Service minimum diplomatique",
            ["Service minimum diplomatique.", "service minimum diplomatique"],
        ),
        ("À l'école", ["À l'école.", "à l'école"]),
        ("L'eau, une ressource rare", ["L'eau, une ressource rare.", "l'eau, une ressource rare"]),
        ("Lavrov à Moscou", ["Lavrov à Moscou."]),
        ("Pachinian recule", ["Pachinian recule."]),
        ("Paris sous la neige", ["Paris sous la neige."]),
        ("Moscou accuse", ["Moscou accuse."]),
        ("Pierre Martin à Lyon", ["Pierre Martin à Lyon."]),
        ("Marine Le Pen en tête", ["Marine Le Pen en tête."]),
        ("Macron recule", ["Macron recule."]),
        ("D'Artagnan revient", ["D'Artagnan revient."]),
        ("œuvre complète", ["œuvre complète."]),
        ("deux morts", ["deux morts."]),
        ("3 morts", ["3 morts."]),
    ],
)
def test_a_line_without_one_has_others(line: str, others: list[str]) -> None:
    assert forms(line) == (line, *others)
