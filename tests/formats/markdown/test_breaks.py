"""The line breaks of a Markdown block, and which of them divide it."""

from __future__ import annotations

import pytest

from onetongue.formats.markdown.markdown import read
from onetongue.prose import BREAK, Prose


def words(text: str) -> list[str]:
    """What is read, a bar for each forced break."""
    return [
        "".join("|" if run.tag == BREAK else run.text for run in region.prose.runs)
        for region in read(text).regions
        if isinstance(region.prose, Prose)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le ministre  \ndes Finances\\\na parlé", "Le ministre|des Finances|a parlé"),
        ("Le ministre<br>des Finances<br />\na parlé", "Le ministre|des Finances|a parlé"),
        ("> Le *ministre*  \n> des Finances", "Le ministre|des Finances"),
        ("- Le ministre\\\n  des Finances", "Le ministre|des Finances"),
        ("| A |\n|---|\n| Le ministre<br>des Finances |", "Le ministre|des Finances"),
        # A soft one is none, and one in an object is not read.
        ("Le ministre\ndes Finances", "Le ministre\ndes Finances"),
        ("Le ministre\nÀ Paris<br>ce soir", "Le ministre\nÀ Paris|ce soir"),
        ("Le <b translate=no>a<br>b</b> ministre", "Le {x1} ministre"),
        ("Le `a<br>b` ministre", "Le `a<br>b` ministre"),
    ],
)
def test_a_sentence_goes_on_across_a_break(text: str, expected: str) -> None:
    assert words(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ouvert le lundi  \nFermé le mardi", ["Ouvert le lundi", "Fermé le mardi"]),
        ("> Ouvert le lundi\\\n> Fermé le mardi", ["Ouvert le lundi", "Fermé le mardi"]),
        ("- Ouvert le lundi<br>Fermé le mardi", ["Ouvert le lundi", "Fermé le mardi"]),
        ("**Ouvert le lundi<br>Fermé** le mardi", ["Ouvert le lundi", "Fermé", "le mardi"]),
        ("Le ministre<br><br>des Finances", ["Le ministre", "des Finances"]),
        ("| A |\n|---|\n| Ouvert le lundi<br>Fermé |", ["Ouvert le lundi", "Fermé"]),
        # Where a line of another kind follows, the sign of the break is no word.
        ("Le ministre\\\n<br>\ndes Finances", ["Le ministre", "des Finances"]),
        ("Le ministre\\\\", ["Le ministre\\"]),
    ],
)
def test_lines_that_end_for_good_are_read_alone(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_what_begins_a_line_behind_a_break_begins_no_block() -> None:
    text = "Le chat  \ndort *bien*\n"
    (region,) = read(text).regions
    assert isinstance(region.prose, Prose)
    assert region.prose.join
    (forced,) = [run for run in region.prose.runs if run.tag == BREAK]
    for words_behind, written in [("- a", "\\- a"), ("1. a", "1\\. a"), ("# a", "\\# a"), ("> a", "\\> a")]:  # fmt: skip
        made = region.prose.join(region.prose, ["The cat", forced, words_behind])
        assert made.content == f"The cat  \n{written}"


def test_markup_over_two_lines_keeps_the_line_end_behind_it() -> None:
    text = 'Le ministre parle à la <span translate="no">po-\npulation</span>\nque nous voyons.'
    assert words(text) == ["Le ministre parle à la {x1}\nque nous voyons."]
