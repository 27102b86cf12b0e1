"""Seldom words: which they are, and English in their place."""

from __future__ import annotations

import pytest
from support.engine import Engine

from onetongue.engines import Hypothesis
from onetongue.engines.rare_words import unanswered, with_english
from onetongue.translate import Oracle, translate_segments


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Il est parti avec le rapport de la commission.",
        "Selon Peskov, à Moscou, en 2023",
        "Voir `démentir` et www.gagnants.example",
        "Le zorbaque du sous-marin",
        "Les Gagnants",
    ],
)
def test_without_a_seldom_word(sentence: str) -> None:
    assert with_english(sentence) == ()
    assert unanswered(sentence, "") == 0


@pytest.mark.parametrize(
    ("source", "target", "count"),
    [
        ("Il doit démentir cela.", "He must dedicate that.", 1),
        ("Il doit démentir cela.", "He must refute that.", 0),
        ("Il doit démentir cela.", "He is refuting that.", 0),
        ("Les gagnants du marteau", "The gagnants of the marteau", 2),
        ("Les gagnants du marteau", "Winners of the HAMMER", 0),
    ],
)
def test_what_has_no_counterpart(source: str, target: str, count: int) -> None:
    assert unanswered(source, target) == count


def test_english_stands_in_the_words_place() -> None:
    assert with_english("Il doit démentir, dit-il.") == (
        "Il doit rebut, dit-il.",
        "Il doit refute, dit-il.",
    )
    assert with_english("Il abattit cela.") == ("Il descended cela.",)  # all the lexicon has


def helped(second: str) -> Engine:
    """An engine that says something else the second time."""
    first = {"Il doit démentir cela.": "He must dedicate that."}
    return Engine(first, again=lambda _: Hypothesis(second, 0.4), confidence=0.5)


def test_a_seldom_word_without_counterpart_is_asked_for_again() -> None:
    engine = helped("He must refute that.")
    (result,) = translate_segments(["Il doit démentir cela."], Oracle(engine))
    assert result.text == "He must refute that."


def test_an_answer_that_has_it_no_more_than_the_first_is_not_taken() -> None:
    engine = helped("He must demented that.")
    (result,) = translate_segments(["Il doit démentir cela."], Oracle(engine))
    assert result.text == "He must dedicate that."
