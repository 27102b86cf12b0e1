"""Lines that say the same in two languages; first what must not be divided."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.marked import unmark

import onetongue as ot
from onetongue.detect import exemptions, tables
from onetongue.detect.bilingual_lines import LONGEST_LINE, MOST_PARTS, Side, sides
from onetongue.detect.halves import Standing
from onetongue.detect.weigh import weigh
from onetongue.document import Region, Span

PROSE = "The committee met on Thursday and decided, after a long debate, to postpone the vote."

# Names, titles, credits and places; times, paths and codes; English only; French only.
ONE = [
    "Paris - Charles de Gaulle",
    "Le Monde / AFP",
    "Jean Dupont / Reuters",
    "Photo: Martin Bureau / AFP",
    "Les Échos / Financial Times",
    "Libération / The Guardian",
    "Québec / Canada",
    "Montréal, Québec / Toronto, Ontario",
    "TGV Lyon – Paris",
    "Lille Europe – London St Pancras",
    "Édith Piaf – La Vie en rose",
    "Nina Simone – Ne me quitte pas",
    "Ravel / Pavane pour une infante défunte",
    "Jean-Luc Godard – Breathless",
    "Claude Monet, Water Lilies – Musée de l'Orangerie",
    "Olympique de Marseille – Manchester United",
    "Brest / Plymouth",
    "Val-d'Or / North Bay",
    "Crédit Agricole | Investment banking",
    "Société Générale – Annual report",
    "Marine Le Pen – National Rally",
    "Marie Curie | Wikipedia",
    "Dupont, J. (1999). La ville et ses habitants. Paris: Seuil.",
    "Camus, A. La Peste / Vintage, London",
    "Roy, S.-L. (1999). Le loup et le chien / The wolf and the dog. Montréal: Boréal.",
    "Revue canadienne de chirurgie / Canadian Journal of Surgery, 42(3), 1999",
    "March 3 – April 12",
    "12/03/2019",
    "km/h",
    "src/main/java",
    "and/or",
    "Front-end / Back-end",
    "Café / Coffee bar",
    "Read more | Le Monde diplomatique",
    "Call it a raison d'être - or a reason to live.",
    "Tables / Chaises / Lits",
    "Fichier / Ouvrir",
    "Entrée / Sortie",
    "Nom / Prénom",
    "Heures d'ouverture - du lundi au vendredi",
    "Le maire et son adjoint – une amitié de trente ans",
    "Mentions légales - Plan du site - Nous joindre",
    "Conseil municipal / Procès-verbal",
]

# What is French on one side of an English line; the rest of it is English, or around the sides.
DIVIDED = [
    "Public notice / ⟦Avis public⟧",
    "The counter is open from nine to five / ⟦Le comptoir est ouvert de neuf heures à dix-sept heures.⟧",
    "Printed / ⟦Imprimé⟧",
    "Online / ⟦En ligne⟧",
    "Name / ⟦Nom :⟧",
    "Date of birth / ⟦Date de naissance :⟧",
    "Signature of the parent / ⟦Signature du parent⟧",
    "Manager, Human Resources / ⟦Gestionnaire, Ressources humaines⟧",
    "Government of Canada / ⟦Gouvernement du Canada⟧",
    "Exit / ⟦Sortie⟧",
    "EMERGENCY EXIT / ⟦SORTIE DE SECOURS⟧",
    "⟦Cordialement⟧ / Regards,",
    "Kind regards / ⟦Bien à vous⟧",
    "⟦Gestionnaire de projet⟧ / Project manager",
    "⟦Ajouter un domaine⟧ / Add Domain",
    "⟦Heures d'ouverture⟧ | Opening hours",
    "Health Canada • ⟦Santé Canada⟧",
    "⟦Bienvenue⟧ - Welcome",
    "Department of Finance – ⟦Ministère des Finances⟧",
    "Exit/⟦Sortie⟧",
    "Opening hours\t⟦Heures d'ouverture⟧",
    "“⟦Sortie⟧ / Exit”",
    "(Exit / ⟦Sortie⟧)",
    '"Exit" / ⟦"Sortie"⟧',
    "☐ Yes / ⟦Oui⟧   ☐ Closed / ⟦Fermé⟧",
    "Name / ⟦Nom :⟧ Jean Tremblay",
    "Name / ⟦Nom :⟧ ............",
    "Subject: RE: ⟦Réunion de mardi⟧ / Tuesday meeting",
    "RE: ⟦Réunion de mardi⟧ / Tuesday meeting",
    "⟦Lieu : Salle 5⟧ / Location: Room 5",
    "Location: Room 5 / ⟦Lieu : Salle 5⟧",
    "Welcome / ⟦Bienvenue⟧\nExit / ⟦Sortie⟧",
    "Support for plugins / ⟦Support pour les plugins⟧",
    "Loads a described font / ⟦Charge une police décrite⟧",
    "Exit / ⟦Sortie⟧ / Ausgang",
    "⟦Sortie⟧ / Ausgang / Exit",
    "Caution! Wet floor. ⟦Attention ! Plancher mouillé.⟧",
]

# Sides that nothing says enough of.
LISTED = [
    "Washrooms / ⟦Toilettes⟧",
    "Ticket office / ⟦Billetterie⟧",
    "The Office / ⟦Le Bureau⟧",
    "Department of Veterans Affairs / ⟦Ministère des Anciens Combattants⟧",
    "THE SECRET OF THE ISLAND / ⟦PARTIE 3 LE SECRET DE L'ÎLE CHAPITRE I⟧",
]


def divided(
    text: str, protected: tuple[Span, ...] = (), languages: tuple[str, ...] = ("fr",)
) -> list[Side]:
    table, lists = tables.load(languages), exemptions.load(languages)
    region = Region(Span(0, len(text)), "heading", "r", protected)
    weighed = weigh(text, region, table, lists)
    return sides(weighed, table, lists) if weighed else []


def between(text: str) -> str:
    return f"{PROSE}\n\n{text}\n\n{PROSE}\n"


def found(text: str) -> list[str]:
    return [segment.text for segment in ot.detect(between(text))]


@pytest.mark.parametrize("text", ONE)
def test_no_bilingual_line(text: str) -> None:
    assert divided(text) == []


@pytest.mark.parametrize("text", ["English / Français", "Français | English | Deutsch"])
def test_the_names_of_languages_are_not_translated(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("marked", DIVIDED)
def test_the_french_side_is_found_and_nothing_else(marked: str) -> None:
    text, spans = unmark(marked)
    assert found(text) == [text[start:end] for start, end in spans]


@pytest.mark.parametrize("marked", LISTED)
def test_a_side_that_stays_open_is_listed(marked: str) -> None:
    text, [(start, end)] = unmark(marked)
    seen = ot.Normalizer().explain(between(text))
    assert seen.segments == ()
    (left,) = seen.left_alone
    assert (left.text, left.evidence.reason) == (text[start:end], "one side of a bilingual line")


def test_a_side_is_what_its_region_is() -> None:
    english, french = divided("Public notice / Avis public")
    assert french.region == Region(Span(16, 27), "heading", "r")
    assert (english.standing, french.standing) == (Standing.ENGLISH, Standing.SAME)
    (segment,) = ot.detect(between("Public notice / Avis public"))
    assert segment.kind == "heading"
    assert segment.evidence.reason.endswith("; one side of a bilingual line")


def test_what_stands_around_the_sides_is_read_too() -> None:
    text = "Objet : Le budget - Exit / Sortie - La suite demain"
    parts = [(s.region.span.of(text), s.standing) for s in divided(text)]
    assert parts == [
        ("Objet : Le budget", Standing.ENGLISH),
        ("Exit", Standing.ENGLISH),
        ("Sortie", Standing.SAME),
        ("La suite demain", Standing.ENGLISH),
    ]


def test_only_a_line_is_divided() -> None:
    assert divided("Public notice / Avis public" + " " * (LONGEST_LINE - 27))
    assert not divided("Public notice / Avis public" + " " * (LONGEST_LINE - 26))
    assert divided("Exit / Sortie" + " / 1" * (MOST_PARTS - 2))
    assert not divided("Exit / Sortie" + " / 1" * (MOST_PARTS - 1))


def test_a_sign_that_joins_names_divides_once() -> None:
    assert divided("Exit – Sortie")
    assert not divided("Exit – Sortie – 1")
    assert not divided("Kind regards – Bien à vous")


def test_nothing_is_divided_inside_a_protected_stretch() -> None:
    text = "Exit / ⟦fr→en 1: Exit / Sortie⟧"
    assert divided(text, (Span(7, len(text)),)) == []
    text = "⟦fr→en 1: A / B⟧ | Exit / Sortie"
    kept = Span(0, text.index("|") - 1)
    rest, _, french = divided(text, (kept,))
    assert rest.region.protected == (kept,)
    assert french.region.span.of(text) == "Sortie"


PIECES = [
    *("Exit", "Sortie", "Public notice", "Avis public", "Nom", "Name", "Paris", "12", "RE"),
    *(" / ", " | ", " - ", "/", ": ", " : ", "\n", "\t", ", ", "  ", " (", ") ", "“", "☐ ", ". "),
    "⟦fr→en 1: Exit / Sortie⟧",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join))
def test_sides_cover_all_that_is_written(text: str) -> None:
    starts = [i for i, character in enumerate(text) if character == "⟦"]
    protected = tuple(Span(i, text.index("⟧", i) + 1) for i in starts)
    parts = [side.region for side in divided(text, protected)]
    if parts:
        assert sum((part.protected for part in parts), ()) == protected
        written = "".join(part.span.of(text) for part in parts)
        assert [c for c in written if c.isalnum()] == [c for c in text if c.isalnum()]
        assert all(a.span.end <= b.span.start for a, b in pairwise(parts))


@pytest.mark.parametrize("marked", DIVIDED)
def test_a_side_in_english_leaves_nothing_to_find(marked: str) -> None:
    text, spans = unmark(marked)
    for start, end in reversed(spans):
        text = f"{text[:start]}The words of the other side{text[end:]}"
    assert found(text) == []


def test_a_language_without_a_lexicon() -> None:
    english, spanish = divided("Public information / Información pública", languages=("de", "es"))
    assert spanish.standing is Standing.SAME
    assert spanish.state == 2
    assert english.standing is Standing.ENGLISH
    assert divided("English / Español", languages=("es",))[1].standing is Standing.OTHERWISE


def test_neighbours_say_nothing_of_a_side() -> None:
    french = "Le maire a refusé de répondre à nos questions, et il est reparti sans un mot."
    line = "Exit / Sortie"
    alone, beside = ot.detect(between(line)), ot.detect(f"{french}\n\n{line}\n\n{french}")
    assert [s.evidence.confidence for s in alone] == [beside[1].evidence.confidence]
