"""What must not ship does not."""

from __future__ import annotations

import doctest
import importlib

import pytest

import judge
from judge import Answer, Figures


@pytest.mark.parametrize(
    ("text", "bleu", "chrf", "wrong"),
    [
        ("other", 20.0, 50.1, []),
        ("other", 19.9, 50.1, ["other: BLEU"]),
        ("other", 30.0, 50.0, ["other: chrF"]),
        ("flores-dev", 23.0, 50.1, []),
        ("flores-dev", 22.9, 49.0, ["flores-dev: BLEU", "flores-dev: chrF"]),
    ],
)
def test_quality(text: str, bleu: float, chrf: float, wrong: list[str]) -> None:
    verdicts = judge.quality(text, Figures(bleu, chrf), Figures(15.0, 50.0))
    assert [verdict.name for verdict in verdicts if not verdict.ships] == wrong


def test_hardly_a_line_is_french_still() -> None:
    good, french = Answer("Le prix", "The price", "Price"), Answer("Le prix", "Price", "Le prix")
    assert judge.short_lines("captions", [good] * 58 + [french] * 2)[-1].ships
    assert not judge.short_lines("captions", [good] * 57 + [french] * 3)[-1].ships


def test_numbers_that_are_kept() -> None:
    kept, lost = Answer("En 1960", "In 1960", "In 1960"), Answer("En 1960", "In 1960", "In 1990")
    without = Answer("Oui", "Yes", "No, 3")
    assert judge.numbers("text", [kept] * 97 + [lost] * 3 + [without] * 50).ships
    assert not judge.numbers("text", [kept] * 96 + [lost] * 4).ships
    assert judge.numbers("text", [lost]).found == "0.0000 (0 of 1)"


@pytest.mark.parametrize(("length", "ships"), [(90, True), (91, False)])
def test_a_line_without_end(length: int, ships: bool) -> None:
    answer = Answer("Il fait très beau ici", "It is very fine here", "x" * length)
    assert judge.lines("text", [answer._replace(french="x" * 20)])[1].ships is ships


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
        ("Le prix", "The price", "The price. Price", None),
        ("Ce qu'il avait", "What he had had", "All that he had had", None),
        ("Très, très cher", "Very, very dear", "Very, very expensive", None),
        ("Nous nous aimons", "We love each other", "We we love", None),
        ("Table ronde", "Round table", "Round table", None),
        ("Crise politique", "Political crisis", "Political crisis", None),
        ("Emmanuel Macron, Paris", "Emmanuel Macron, Paris", "Emmanuel Macron, Paris", None),
        ("« Étoile du Nord »", "“Étoile du Nord”", "“Étoile du Nord”", None),
    ],
)
def test_short_lines(french: str, reference: str, found: str, wrong: str | None) -> None:
    verdicts = judge.short_lines("captions", [Answer(french, reference, found)])
    kinds = ["empty", "endless", "repetition", "copied"]
    assert [v.ships for v in verdicts] == [kind != wrong for kind in kinds]


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
    lines = judge.table(judge.short_lines("captions", answers)).splitlines()
    assert (
        lines[2]
        == "| captions: empty | 5: Rue 0/ -> ; Rue 1/ -> ; Rue 2/ ->  and 2 more | none | NO |"
    )
    assert lines[3].endswith("| none | none | yes |")


@pytest.mark.parametrize("name", ["augment", "corpora", "house_style", "judge", "normalise"])
def test_examples(name: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(name))
    assert (failed, tried > 0) == (0, True)
