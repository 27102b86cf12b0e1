from __future__ import annotations

import pytest

from onetongue.detect.exemptions import bare, is_particle, joins_names, load, name_runs
from onetongue.detect.words import tokenize
from onetongue.document import Span


def listed(text: str) -> list[tuple[str, str, bool]]:
    tokens = tokenize(text, Span(0, len(text)))
    return [
        (text[tokens[e.first].start : tokens[e.last].end], e.reason, e.is_certain)
        for e in load(("fr",)).matches(tokens)
    ]


def runs(text: str, common: str = "") -> list[str]:
    tokens = tokenize(text, Span(0, len(text)))
    found = list(name_runs(tokens, [t.word in common.split() for t in tokens]))
    assert all(e.reason == "proper name" and not e.is_certain for e in found)
    return [text[tokens[e.first].start : tokens[e.last].end] for e in found]


@pytest.mark.parametrize(
    "text",
    [
        "The committee met on Thursday.",
        "Le maire a refusé de répondre.",
        "She felt déjà. Vu from here, it was fine.",
        "air france",
        "côte d'ivoire",
        "cote d'ivoire",
        "Il passe. Come here, cafe, Cache",
    ],
)
def test_in_no_list(text: str) -> None:
    assert [e for e in listed(text) if len(e[0].split()) > 1] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a moment of déjà vu here", ("déjà vu", "loanword", True)),
        ("a moment of Déjà Vu here", ("Déjà Vu", "loanword", True)),
        ("the Côte d'Ivoire's team", ("Côte d'Ivoire's", "place name", True)),
        ("a moment of deja vu here", ("deja vu", "loanword", True)),
        ("the COTE D'IVOIRE team", ("COTE D'IVOIRE", "place name", True)),
        ("by Air France today", ("Air France", "proper name", True)),
        ("a fine café here", ("café", "loanword", False)),
        ("read Le Petit Prince now", ("Le Petit Prince", "title", True)),
        ("an AIR FRANCE plane", ("AIR FRANCE", "proper name", True)),
    ],
)
def test_listed(text: str, expected: tuple[str, str, bool]) -> None:
    assert listed(text) == [expected]


def test_the_longest_of_several() -> None:
    assert [e[0] for e in listed("the Le Monde diplomatique and Le Monde")][-1] == "Le Monde"
    assert "pas de deux" in [e[0] for e in listed("a pas de deux, then")]


def test_lists_of_no_language_hold_nothing() -> None:
    assert list(load(("de",)).matches(tokenize("a déjà vu", Span(0, 9)))) == []


@pytest.mark.parametrize(
    "text", ["nothing here", "Paris is", "He left. Paris is", "“Paris” it is", "1 234"]
)
def test_no_names_by_capitals(text: str) -> None:
    assert runs(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Paris now", ["Paris"]),
        ("in UNO now", ["UNO"]),
        ("UNO is", ["UNO"]),
        ("saw Charles de Gaulle there", ["Charles de Gaulle"]),
        ("saw Ursula von der Leyen there", ["Ursula von der Leyen"]),
        ("saw Macron à Alger there", ["Macron", "Alger"]),
        ("saw Macron et Scholz there", ["Macron", "Scholz"]),
        ("saw Charles de there", ["Charles"]),
        ("saw Île-de-France there", ["Île-de-France"]),
        ("saw Saint-sur-Mer there", ["Saint-sur-Mer"]),
        ("saw Proust's À la Recherche there", ["Proust's", "À la Recherche"]),
        ("saw Paris, Lyon there", ["Paris", "Lyon"]),
        ("Jean Moulin left", ["Jean Moulin"]),
        ("Le Havre left", ["Le Havre"]),
        ("saw Jean TGV there", ["Jean TGV"]),
    ],
)
def test_names_by_capitals(text: str, expected: list[str]) -> None:
    assert runs(text) == expected


def test_a_common_word_that_opens_a_sentence_opens_no_name() -> None:
    assert runs("Le Havre left", common="le") == ["Havre"]
    assert runs("saw Le Havre", common="le") == ["Le Havre"]


@pytest.mark.parametrize("word", ["et", "à", "en", "sur", "un", "the", "of", ""])
def test_no_particle(word: str) -> None:
    assert not is_particle(word)
    assert not joins_names(word)


def test_particles() -> None:
    french, elsewhere = "de du des d' la le les l'", "von van der den del della di da y i"
    assert all(is_particle(word) and joins_names(word) for word in french.split())
    assert all(joins_names(word) and not is_particle(word) for word in elsewhere.split())


def test_bare() -> None:
    assert (bare("proust's"), bare("l's's"), bare("boys'")) == ("proust", "l's", "boys'")


def persons(text: str) -> list[str]:
    tokens = tokenize(text, Span(0, len(text)))
    found = load(("fr",)).persons(tokens)
    return [text[tokens[e.first].start : tokens[e.last].end] for e in found]


@pytest.mark.parametrize(
    "text",
    [
        "Le Retour Des Loups",
        "Un Dimanche Sans Voiture",
        "Compte Rendu de la Réunion",
        "Jean",
        "Mr.",
    ],
)
def test_title_case_that_names_nobody(text: str) -> None:
    assert persons(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jean Le Grand", ["Jean Le Grand"]),
        ("Photo: Michel du Moulin / Reuters", ["Michel du Moulin"]),
        ("Mrs. Le Goff, Sen. Roy", ["Mrs. Le Goff", "Sen. Roy"]),
        ("Pierre Le Noir et La Ville", ["Pierre Le Noir"]),
        ("Saint-Jean-sur-Richelieu", ["Saint-Jean-sur-Richelieu"]),
    ],
)
def test_persons_in_title_case(text: str, expected: list[str]) -> None:
    assert persons(text) == expected
