"""Rules and boxes around words in plain text."""

from __future__ import annotations

import pytest

from onetongue.formats import read_text


@pytest.mark.parametrize(
    "text",
    [
        "la fin *",
        "***gras*** et suite",
        "et ~~~biffé~~~",
        "le C ++",
        "#mot",
        "Qui ? ---moi",
        "__init__ est lu au début",
    ],
)
def test_no_box(text: str) -> None:
    assert [region.span.of(text) for region in read_text(text).regions] == [text]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("-----Message d'origine-----", "Message d'origine"),
        ("=== Bilan ===", "Bilan"),
        ("| Le titre |", "Le titre"),
        ("# Le titre #", "Le titre"),
        ("--- Titre", "Titre"),
        ("Nom : ______", "Nom :"),
        ("~~~ Bonne fête ~~~", "Bonne fête"),
        ("> *** Titre ***", "Titre"),
        ("##########\n#  Titre  #\n##########", "Titre"),
        ("=====", ""),
    ],
)
def test_only_the_words_are_read(text: str, words: str) -> None:
    assert [region.span.of(text) for region in read_text(text).regions] == [words] * bool(words)
