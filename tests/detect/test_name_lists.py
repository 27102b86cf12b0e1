from __future__ import annotations

import pytest
from support.weighed import candidate, weighed

from onetongue.detect.name_lists import (
    ends_with_place,
    is_beside_english,
    is_clause_word,
    is_list_of_codes,
    is_list_of_languages,
    is_list_of_names,
    is_list_of_terms,
)
from onetongue.detect.words import tokenize
from onetongue.document import Span


def line(marked: str) -> bool:
    return is_list_of_names(candidate(f"⟦{marked}⟧", "heading", inflected="départ avis crédit"))


@pytest.mark.parametrize(
    "marked",
    [
        "Le=4 Tréport=2",
        "Jean Le=4 Grand=2",
        "Un=6 Dimanche=5 Sans=5 Voiture=5",
        "Départ=5 de=5 la=5 Route=1 du=6 Rhum=2, Saint=2-Malo",
        "Crédit=5 photo : Élise=2 Marchandeau=2",
        "Infographie=5 : Le=4 Parisien=3, source Insee=2",
        "Macron=2 : la=5 réforme=6 passe=2",
        "Notice: le=6 bureau=3 est=6 fermé=6",
        "Organisation=2 des=6 dépôts=6 suivis=6 (remotes)",
        "LE=5 PORT=2 DU=5 HAVRE=3, PARIS=2",
        "Avis=5 de=5 convocation=4, Paris=2",
    ],
)
def test_no_list_of_names(marked: str) -> None:
    assert not line(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Mr. Pierre=2 de=5 Savoie=2 (Portneuf=2, BQ):",
        "Marie=2 Le=4 Roy=2, Jean=2 Petit=3, Paul de=5 la=5 Tour=2",
        "Offices: Hôpital=5 du=6 Sacré=4-Cœur=5, Le=4 Devoir=4",
        "Vessels=-5: Belle=4 Étoile=4, Coq=3 de=5 Mer=4",
        "Labour=-3: CSN, FTQ, Centrale des=6 syndicats=7 démocratiques=6",
        "Source: Institut=3 de=5 la=5 statistique=5 du=6 Québec=2",
        "Ms. Lise=2 La=5 Prairie=3, Chambre=4 de=5 commerce=2 de=5 Lévis=3",
        "Île=4 aux=7 Coudres=2; Lac=3 à=7 la=5 Truite=4",
        "Philippe=2 sans=6 Peur=5; Jean=2 le=6 Bon=4",
        "Assurances=2 générales=6 de=5 France=2 plc",
    ],
)
def test_a_list_of_names(marked: str) -> None:
    assert line(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Ministère=5",
        "Goutte=5 de=5 l'=4Intérieur=4",
        "Ministère=5 de=5 l'=4intérieur=4",
        "Ministère=5 de=5 l'=4intérieur=4, paris=4",
        "Ministère=5 bleu=4 en=6 crise=4",
        "Ministère=5 bleu=4 vert=4 Paris=2",
        "Ministère=5 qui=6 Paris=2",
        "Commission=2 d'=4enquête=5 sur=6 le=6 naufrage=5 du=6 Batavia=2",
        "Nuit=5 blanche=4 au=6 Sénat=5",
        "Ordre=5 du=6 jour=6",
        "La=5 responsabilité=6 limitée=6",
    ],
)
def test_no_institution(marked: str) -> None:
    assert not line(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Ministère=5 de=5 l'=4Intérieur=4",
        "Ministère=5 bleu=4 de=5 Paris=2",
        "Stade=4 de=5 la=5 Beaujoire=2",
        "Ministère=5 de=5 l'=4intérieur=4, Paris=2",
        "École=5 nationale=5 d'=4administration=2 publique=6",
        "Fédération=5 des=6 travailleurs=6 et=6 travailleuses=6 du=6 Québec=2",
        "Centre=2 hospitalier=5 de=5 l'=4Université=4 de=5 Montréal=2 (CHUM)",
        "Hôpital=5 Notre=2-Dame=3 de=5 la=5 Merci=3",
        "Parc=3 national=2 de=5 la=5 Pointe=2-Taillon=2, Zone 2",
        "Mount=-3 Sans=4-Dessein=4",
        "Le=5 Touquet=3-Paris=2-Plage=4",
        "Cercle=4 d'=4histoire=5 de=5 la=5 Basse=4-Meuse=2 (est=6. 1968)",
    ],
)
def test_an_institution(marked: str) -> None:
    assert line(marked)


def test_a_list_may_hold_a_short_part_that_is_no_name() -> None:
    assert line("Télé=5 Jours=5, Paris=2 Match=2, Le=5 Monde=5, Elle=5")
    assert not line("Télé=5 jours=5 sans=6 voiture=5, Paris=2 Match=2, Le=5 Monde=5, Elle=5")
    assert not line("télé=5 jours=5, Paris=2 Match=2, Le=5 Monde=5")


@pytest.mark.parametrize(
    "marked",
    [
        "plié, sauté=3",
        "plié, sauté=3, la=6 réunion=6 est=6 finie=6 hier=6",
        "le=6 budget=1, la=6 réunion=6, sauté=3",
    ],
)
def test_no_list_of_terms(marked: str) -> None:
    _, scored, _ = weighed(f"⟦{marked}⟧")
    assert scored.exemptions == ()
    assert not is_list_of_terms(candidate(f"⟦{marked}⟧", "heading"))


def languages(text: str) -> bool:
    return is_list_of_languages(weighed(text)[1].tokens)


@pytest.mark.parametrize(
    "text",
    [
        "fin",
        "La goutte. He",
        "English, anglais",
        "La langue: le français",
        "Note: la suite",
        "de la Tour",
    ],
)
def test_no_list_of_languages(text: str) -> None:
    assert not languages(text)


@pytest.mark.parametrize(
    "text",
    [
        "en:",
        "[en]",
        "en-CA",
        "fr-BE, fr-CH, fr-LU",
        "Supported: en / fr",
        "Languages: en, fr, de, es",
        "English | Français | Deutsch",
        "fr: French",
        "Lang: Français (France)",
        "Français",
        "/fr/ → /en/",
        'languages = ["en", "fr", "es"]',
    ],
)
def test_a_list_of_languages(text: str) -> None:
    assert languages(text)


def test_a_place_is_capitals_behind_a_particle() -> None:
    def ends(text: str) -> bool:
        return ends_with_place(weighed(text)[1].tokens)

    assert not any(
        map(ends, ["Haute-Gaspésie", "Ordre de l'assemblée", "la Gaspésie est", "Paris"])
    )
    assert all(map(ends, ["Société de la Haute-Gaspésie", "Institut du Québec"]))


def test_a_clause_word_is_a_lower_case_verb_and_no_particle() -> None:
    found = candidate("⟦Il vient de Paris VIENT⟧")
    told = [token.word for token in found.tokens if is_clause_word(token, found.lists)]
    assert told == ["vient"]


@pytest.mark.parametrize(
    ("marked", "is_beside"),
    [
        ("⟦Passe=4 à=6 Fond=3 (entrance=-5)⟧", True),
        ("⟦Query=-4: question=0 adressée=6 à=7 une=7 base=1⟧", False),
        ("⟦Passe=4 à=6 Fond=3⟧", False),
    ],
)
def test_what_may_be_names_beside_english_has_capitals(marked: str, *, is_beside: bool) -> None:
    assert is_beside_english(candidate(marked, "heading")) is is_beside


@pytest.mark.parametrize(
    ("text", "are_codes"),
    [
        ("le, ge, ne, lt", True),
        ('stop_words = ["le", "la", "les"]', True),
        ("stop_words = le", False),
        ("le chat, la", False),
    ],
)
def test_lists_of_codes(text: str, *, are_codes: bool) -> None:
    assert is_list_of_codes(tokenize(text, Span(0, len(text)))) is are_codes
