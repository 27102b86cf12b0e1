"""Capitals that stand in English too, and those that do not."""

from __future__ import annotations

import pytest

from onetongue.language.literals import find


def acronyms(text: str) -> list[str]:
    return [literal.text for literal in find(text) if literal.kind == "acronym"]


@pytest.mark.parametrize(
    "word",
    [
        # English has others, or says it in words.
        *"ONU OTAN UE TVA PIB SIDA PME OMS ONG PDG ADN IRM FMI OPEP IA BD RH CDI SMIC".split(),
        # Words that somebody writes large, of both languages or one; numerals.
        *"NON TOTAL ATTENTION STOPPER SUR MESSAGE XIV MCM".split(),
    ],
)
def test_not_english(word: str) -> None:
    assert acronyms(f"voici {word} ici") == []


@pytest.mark.parametrize(
    "word",
    [
        *"HTTP JSON API REST LTS MIT URL CSV PDF USB CPU HTML YAML SNCF TGV CIA BBC".split(),
        *"UTF-8 SHA-256 COVID-19 USB-C F5 G20 README".split(),
    ],
)
def test_english_too(word: str) -> None:
    assert acronyms(f"voici {word} ici") == [word]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("VOICI LE PORT USB", []),
        ("IL A DIT USB hier", []),
        ("le port USB NON compris", []),
        ("l'API REST, la TVA, le CSV", ["API", "REST", "CSV"]),
        ("HTTP", []),
    ],
)
def test_not_among_capitals(text: str, expected: list[str]) -> None:
    assert acronyms(text) == expected
