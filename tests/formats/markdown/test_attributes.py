"""Attributes behind a heading's words are no words, and stay."""

from __future__ import annotations

import pytest

from onetongue.formats.markdown.markdown import read
from onetongue.formats.markdown.parse import parse

# What stays part of the heading, first.
WORDS = [
    "Titre de la page",
    "Titre de {la} page",
    "Titre {x}",
    "Titre {{ page }}",
    "Titre { # }",
    "Titre {#a} de la page",
    "Titre \\{a=}",
    "{#page}",
]


def heading(text: str) -> tuple[str, list[str]]:
    [inline] = [token for token in parse(text).tokens if token.type == "inline"]
    return inline.content, inline.meta.get("ids", [])


@pytest.mark.parametrize("words", WORDS)
def test_no_attributes(words: str) -> None:
    assert heading(f"# {words}\n") == (words, [])


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        (" {#page}", ["page"]),
        ("  {#page} ##", ["page"]),
        ("{: #page}", ["page"]),
        (" {: .a #page-de_garde title='un # mot' }", ["page-de_garde"]),
        (" {id=page}", ["page"]),
        (' {id="page" .x}', ["page"]),
        (" {.unnumbered}", []),
        (' {data-id="x"}', []),
    ],
)
def test_attributes(written: str, ids: list[str]) -> None:
    text = f"# Titre de la page{written}\n"
    assert heading(text) == ("Titre de la page", ids)
    [region] = read(text).regions
    assert region.span.of(text) == "Titre de la page"
    assert heading(f"Titre\nde la page{written.removesuffix(' ##')}\n===\n")[1] == ids


def test_a_paragraph_has_none() -> None:
    assert heading("Un mot de la page {#page}\n") == ("Un mot de la page {#page}", [])
