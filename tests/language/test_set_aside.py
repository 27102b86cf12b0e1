"""What of a sentence an engine is not given; first what it is given."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.language.literals import find
from onetongue.language.set_aside import english_parts, set_aside

FRENCH = [
    "",
    "Le chat est là.",
    "le service / le produit, la carte (carte de crédit)",
    "une machine à laver / lave-linge [voir page 3] (12 kg)",
    "le cadre (framework), le retour (feedback) et l’article (the)",
    "Il est là (ou presque) / peut-être",
    "(voir https://example.org/the/report/is/there)",
    "et/ou the report",
    "5 / 7 et A / B",
]

ENGLISH = [
    ("Bonjour à tous / Hello everybody, il est là.", ["Hello everybody"]),
    ("Hello everybody / Bonjour à tous, il est là.", ["Hello everybody"]),
    ("Merci / Thank you very much / Au revoir", ["Thank you very much"]),
    ("le temps est venu (“the time has come”) hier", ["“the time has come”"]),
    ("L'OMS [World Health Organization] a publié.", ["World Health Organization"]),
    ("Fermez la porte (please close the door).", ["please close the door"]),
]


@pytest.mark.parametrize("sentence", FRENCH)
def test_french_is_not_set_aside(sentence: str) -> None:
    assert set_aside(sentence) == ()


@pytest.mark.parametrize(("sentence", "parts"), ENGLISH)
def test_english_is(sentence: str, parts: list[str]) -> None:
    assert [span.of(sentence) for span in english_parts(sentence)] == parts


def test_names_are_too_but_not_within_english() -> None:
    sentence = "Marie Blanc (she is with Paul Berger) et Luc Fontaine"
    assert [span.of(sentence) for span in set_aside(sentence)] == [
        "Marie Blanc",
        "she is with Paul Berger",
        "Luc Fontaine",
    ]


@given(
    st.lists(st.sampled_from("Paul Petit the report is `x` / ( ) [ ] , le".split()), max_size=12)
)
def test_parts_are_in_order_and_apart_from_literals(words: list[str]) -> None:
    sentence = " ".join(words)
    spans = [*set_aside(sentence)]
    every = sorted([*spans, *(literal.span for literal in find(sentence))])
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(every))
