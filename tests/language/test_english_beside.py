"""Sentences cut where English stands beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.language.english_beside import without_english
from onetongue.language.sentences import SentencePart

WHOLE = [
    "",
    "Le chat est là.",
    "le service / le produit",
    "Il a dit (“the time has come”) devant eux.",  # an engine is given something else for it
]

CUT = [
    (
        "Bonjour à tous / Hello everybody, il est là.",
        [("Bonjour à tous", " / Hello everybody, "), ("il est là.", "#")],
    ),
    (
        "Hello everybody / Bonjour à tous, il est là.",
        [("", "Hello everybody / "), ("Bonjour à tous, il est là.", "#")],
    ),
    (
        "Fermez la porte (please close the door).",
        [("Fermez la porte", " (please close the door).#")],
    ),
    ("Fermez [please close the door] !", [("Fermez", " [please close the door] !#")]),
    ("Merci / Thank you very much", [("Merci", " / Thank you very much#")]),
    (
        "Merci / Thank you very much / Au revoir",
        [("Merci", " / Thank you very much / "), ("Au revoir", "#")],
    ),
    ("(please close the door)", [("", "(please close the door)#")]),
]


@pytest.mark.parametrize("sentence", WHOLE)
def test_what_is_not_cut(sentence: str) -> None:
    assert without_english(SentencePart(sentence, "#")) == [(sentence, "#")]


@pytest.mark.parametrize(("sentence", "pieces"), CUT)
def test_what_is(sentence: str, pieces: list[tuple[str, str]]) -> None:
    assert without_english(SentencePart(sentence, "#")) == pieces


@given(st.lists(st.sampled_from("the report is le chat / ( ) [ ] , . !".split()), max_size=12))
def test_pieces_join_to_the_sentence(words: list[str]) -> None:
    sentence = " ".join(words)
    pieces = without_english(SentencePart(sentence, "#"))
    assert "".join(map("".join, pieces)) == f"{sentence}#"
    assert all(piece.sentence == piece.sentence.strip() for piece in pieces)
