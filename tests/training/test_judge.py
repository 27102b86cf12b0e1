"""What must not ship does not."""

from __future__ import annotations

import doctest
import importlib

import pytest

import judge
from judge import Answer


@pytest.mark.parametrize(
    ("bleu", "chrf", "ships"),
    [(34.0, 58.0, True), (28.0, 58.0, True), (27.99, 60.0, False), (40.0, 57.9, False)],
)
def test_quality(bleu: float, chrf: float, ships: bool) -> None:
    verdicts = judge.quality(bleu, chrf)
    assert all(verdict.ships for verdict in verdicts) is ships
    assert ("good" in verdicts[0].found) is (bleu >= 34)


@pytest.mark.parametrize(
    ("french", "reference", "found", "wrong"),
    [
        ("Une rue inondée", "A flooded street", "A flooded street", None),
        ("Une rue inondée", "A flooded street", "", "empty"),
        ("Une rue inondée", "A flooded street", "Une rue inondée", "copied"),
        ("Une rue inondée", "A flooded street", "A rue inondée", "copied"),
        ("Une rue inondée", "A flooded street", "UNE RUE INONDÉE.", "copied"),
        ("Le prix", "The price", "The price of the price of the price of", "repetition"),
        ("Le prix", "The price", "The the price", "repetition"),
        ("Très, très cher", "Very, very dear", "Very, very expensive", None),
        ("Nous nous aimons", "We love each other", "We we love", None),
        ("Table ronde", "Round table", "Round table", None),
        ("Crise politique", "Political crisis", "Political crisis", None),
        ("Emmanuel Macron, Paris", "Emmanuel Macron, Paris", "Emmanuel Macron, Paris", None),
        ("« Étoile du Nord »", "“Étoile du Nord”", "“Étoile du Nord”", None),
    ],
)
def test_short_lines(french: str, reference: str, found: str, wrong: str | None) -> None:
    empty, repetition, copied = judge.lines("captions", [Answer(french, reference, found)])
    assert [v.ships for v in (empty, repetition, copied)] == [
        wrong != "empty",
        wrong != "repetition",
        wrong != "copied",
    ]


@pytest.mark.parametrize(
    ("found", "ships"),
    [("A RIVER", True), ("A river", False), ("12", True), ("THE McKAY RIVER", True)],
)
def test_capitals(found: str, ships: bool) -> None:
    assert judge.capitals([Answer("UN FLEUVE", "A RIVER", found)])[-1].ships is ships


def test_an_article() -> None:
    words, left = judge.article("Sergei Lavrov in Kyiv", ["Lavrov", "Kiev|Kyiv", "Baku"], ["Oui"])
    assert words == ("article: words missing", "1: Baku", "none", False)
    assert left == ("article: French left", "1: Oui", "none", False)
    assert all(verdict.ships for verdict in judge.article("LAVROV", ["Lavrov"], []))


def test_the_table_says_what_is_wrong_and_shows_three() -> None:
    answers = [Answer(f"Rue {n}|", "Street", "") for n in range(5)]
    lines = judge.table(judge.lines("captions", answers)).splitlines()
    assert (
        lines[2]
        == "| captions: empty | 5: Rue 0/ -> ; Rue 1/ -> ; Rue 2/ ->  and 2 more | none | NO |"
    )
    assert lines[3].endswith("| none | none | yes |")


@pytest.mark.parametrize("name", ["augment", "corpora", "house_style", "judge", "normalise"])
def test_examples(name: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(name))
    assert (failed, tried > 0) == (0, True)
