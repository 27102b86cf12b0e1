"""Endings: words that do not change, and the forms of those that do."""

from __future__ import annotations

import pytest

from onetongue.terms.inflection import (
    english_forms,
    forms,
    is_plural_of,
    plural,
    plural_of_term,
)

# Alone, none of these has another form, or the only one there is would be another word.
ONE_FORM = ["X", "OTAN", "COVID-19", "C+", "cours", "prix", "nez", "armée", "armées", "François"]


@pytest.mark.parametrize("word", ONE_FORM)
def test_one_form(word: str) -> None:
    assert forms(word, alone=True) == {word}


@pytest.mark.parametrize("word", ["OTAN", "COVID-19"])
def test_one_form_in_a_term(word: str) -> None:
    assert forms(word, alone=False) == {word}


@pytest.mark.parametrize(
    ("word", "alone", "among"),
    [
        ("maire", "maires", ""),
        ("port", "ports", "porte portes"),
        ("plan", "plans", "plane planes"),
        ("gouvernement", "gouvernements", "gouvernemente gouvernementes"),
        ("personnel", "personnels", "personnelle personnelles"),
        ("actif", "actifs", "active actives"),
        ("chat", "chats", "chate chates"),
        ("muet", "muets", "muette muettes"),
        ("baron", "barons", "baronne baronnes"),
        ("bilatéral", "bilatérals bilatéraux bilatérale bilatérales", ""),
        ("étudiant", "étudiants étudiante étudiantes", ""),
        ("conseiller", "conseillers conseillère conseillères", ""),
        ("ukrainien", "ukrainiens ukrainienne ukrainiennes", ""),
        ("Ukrainien", "Ukrainiens", "Ukrainienne Ukrainiennes"),
        ("français", "française françaises", ""),
        ("sérieux", "sérieuse sérieuses", ""),
        ("blessé", "blessés blessée blessées", ""),
        ("travail", "travaux travails", "travaile travailes"),
        ("bateau", "bateaux", "bateaue bateaues"),
        ("feu", "feux feus", "feue feues"),
        ("bijou", "bijoux bijous", "bijoue bijoues"),
    ],
)
def test_forms(word: str, alone: str, among: str) -> None:
    assert forms(word, alone=True) == {word, *alone.split()}
    assert forms(word, alone=False) == {word, *alone.split(), *among.split()}


@pytest.mark.parametrize(
    ("form", "word", "expected"),
    [
        ("accord", "accord", False),
        ("pays", "pays", False),
        ("Pays", "pays", False),
        ("accorde", "accord", False),
        ("accords", "accord", True),
        ("ACCORDS", "accord", True),
        ("bateaux", "bateau", True),
    ],
)
def test_is_plural_of(form: str, word: str, *, expected: bool) -> None:
    assert is_plural_of(form, word) is expected


# Terms that have no plural, or that may be no noun.
NO_PLURAL = (
    "NGO|Russian|C++|information|armed forces|bilateral|national|famous|useful|homeless|possible|"
    "visible|political|Finnish|British|British English|law  of"
).split("|")


@pytest.mark.parametrize("term", NO_PLURAL)
def test_no_plural(term: str) -> None:
    assert plural_of_term(term) == term


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("treaty", "treaties"),
        ("day", "days"),
        ("crisis", "crises"),
        ("process", "processes"),
        ("status", "statuses"),
        ("box", "boxes"),
        ("waltz", "waltzes"),
        ("church", "churches"),
        ("lash", "lashes"),
        ("spokeswoman", "spokeswomen"),
        ("german", "germans"),
        ("human", "humans"),
        ("person", "people"),
        ("veto", "vetoes"),
        ("head of state", "heads of state"),
        ("agreement on trade in goods", "agreements on trade in goods"),
        ("attorney general", "attorney generals"),
    ],
)
def test_plural_of_term(term: str, expected: str) -> None:
    assert plural_of_term(term) == expected
    if " " not in term:
        assert plural(term) == expected


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("treaty", ("treaties", "treaty")),
        ("head of state", ("head of states", "heads of state", "head of state")),
        ("of", ("ofs", "of")),
    ],
)
def test_english_forms(term: str, expected: tuple[str, ...]) -> None:
    assert english_forms(term) == expected
