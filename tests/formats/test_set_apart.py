"""Code between fences, tables of columns and the heads of messages in plain text."""

from __future__ import annotations

import re

import pytest

from onetongue.document import NotRead
from onetongue.formats import read_text
from onetongue.formats.set_apart import fences

PROSE = [
    "The meeting is on Tuesday.      La réunion est mardi.\n"
    "Bring your papers with you.     Apportez vos papiers avec vous.\n"
    "The room is booked.             La salle est réservée.",
    "  -v, --verbose     affiche plus de messages\n"
    "  -q, --quiet       n'affiche rien du tout\n"
    "  -h, --help        affiche cette aide",
    "He came.  It was late.  Nobody was there.\nHe ate.  He slept.  Then he left.\nThe end.  Really.  Yes.",
    "1.\tLe contexte\n2.\tLes acteurs\n3.\tLa suite",
    "Je marche    seul\n dans la    nuit\n   sans bruit",
    "Objet : demande de congé",
    "De : un ami\nBonjour à tous",
    "Q : Où est-il ?\nR : Il est parti.",
    "Nom :  Tremblay",
    "Potage du jour   ......   4,50\nTarte aux pommes  ...   3,00\nSalade verte   .......   4,00",
    "Voici :\n```\nle texte n'a pas de fin",
]


@pytest.mark.parametrize("text", PROSE)
def test_what_is_read_all_the_same(text: str) -> None:
    document = read_text(text)
    assert not document.not_read
    visible = " ".join(region.span.of(text) for region in document.regions)
    assert re.findall(r"[^\W\d_]{2,}", visible) == re.findall(r"[^\W\d_]{2,}", text)


def told(text: str) -> list[str]:
    return [f"{one.place} {one.why}" for one in read_text(text).not_read]


TABLES = [
    "Station          Code   Nord    Est\nGare de Lyon     GLY    48.84   2.37\nMontparnasse     MPN    48.84   2.31",
    "Rivière-du-Loup\tQC\t47.83\nTrois-Rivières\tQC\t46.34\nSept-Îles\tQC\t50.21",
    "Jean Tremblay     514-555-0100\nMarie Gagnon      514-555-0101\nPaul Roy          514-555-0102",
    "| Nom | Ville |\n|-----|-------|\n| Luc | Lyon |\n| Anne | Lille |",
    "École nationale supérieure des arts et métiers de Lyon   F12   69000\n"
    "Collège Jean-Moulin                                      F13   69003\n"
    "Lycée Ampère                                             F14   69002\n"
    "Gare de Vaise                                            F15   69009",
    # French words in cells are listed, at least.
    "Nom        Ville      Métier\nDurand     Lyon       boulanger\nMartin     Paris      infirmière",
]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("quote", ["", "> "])
def test_tables_are_no_prose_and_are_listed(table: str, quote: str) -> None:
    text = (
        "Voici la liste complète :\n\n" + quote + table.replace("\n", f"\n{quote}") + "\n\nMerci."
    )
    document = read_text(text)
    assert [r.span.of(text) for r in document.regions] == ["Voici la liste complète :", "Merci."]
    assert told(text) == ["3 not prose: a table"]


MAIL = """\
{q}De : Paul Tremblay [mailto:p.tremblay@example.com]
{q}Envoyé : 11 mars 2019 16:02
{q}À : Sylvie Roy
{q}Objet : {subject}
"""


@pytest.mark.parametrize("quote", ["", "> ", ">> "])
@pytest.mark.parametrize("mark", ["", "RE: ", "TR : ", "Re: [liste] Fwd: "])
def test_only_the_subject_of_a_mail_is_read(quote: str, mark: str) -> None:
    text = (
        MAIL.format(q=quote, subject=f"{mark}Réunion de mardi") + f"{quote}\n{quote}Bonjour à tous."
    )
    document = read_text(text)
    assert [(r.kind, r.span.of(text)) for r in document.regions] == [
        ("heading", "Réunion de mardi"),
        ("paragraph", "Bonjour à tous."),
    ]
    assert told(text) == ["1 a mail header"]


def test_fields_after_the_subject_and_names_in_bold() -> None:
    text = "*From:* Ann\n*To:* Luc\n*Subject:* Tuesday\n*X-Mailer:* it\nReply-To: Ann\n\nHello."
    document = read_text(text)
    assert [r.span.of(text) for r in document.regions] == ["Tuesday", "Hello."]
    assert document.not_read == (
        NotRead(1, '"*From:* Ann *To:* Luc *Subject:*"', "a mail header"),
    ), "the whole header is one entry"
    assert str(document.not_read[0]).startswith("lines 1–5: ")


def test_a_subject_that_says_nothing() -> None:
    assert not read_text("From: a@b.fr\nSubject: RE:\nTo: b@c.fr").regions


def test_columns_that_run_into_each_other_are_listed_once() -> None:
    lines = ["Elle", "les", "répond aux questions", "des", "journalistes", "dans", "la salle"]
    text = "The mayor spoke first.\n\n" + "\n".join(lines) + "\n\nThen she left."
    document = read_text(text)
    assert [r.span.of(text) for r in document.regions] == [
        "The mayor spoke first.",
        "Then she left.",
    ]
    assert told(text) == ["3 not prose: columns that run into each other"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n```\nb\n\nc\n```\nd", ["```\nb\n\nc\n```"]),
        ("```py\na\n```\n````\nb\n```\n````", ["```py\na\n```", "````\nb\n```\n````"]),
        ("> ```\r\n> a\r\n> ```  \r\nb", ["```\r\n> a\r\n> ```"]),
        ("```\na\n```py\nb\n```", ["```py\nb\n```"]),
        ("le `code` et ```code``` ici", []),
        ("```\na", []),
    ],
)
def test_fences(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in fences(text)] == expected


def test_code_between_fences_is_no_prose() -> None:
    text = "Voici la fonction :\n```python\n# calcule la moyenne\n\nreturn la_somme\n```\nElle la renvoie."
    document = read_text(text)
    regions = [r.span.of(text) for r in document.regions]
    assert regions == ["Voici la fonction :", "Elle la renvoie."]
    assert told(text) == ["2 not prose: code"]


def test_a_table_of_asciidoc_says_that_it_is_one() -> None:
    text = ".Liste des options\n|===\n|Nom |Description\n\n|-f |Écrase les fichiers existants sans le demander\n|===\n"
    found = [region.span.of(text) for region in read_text(text).regions]
    assert (found, told(text)) == (["Liste des options"], ["2 not prose: a table"])
