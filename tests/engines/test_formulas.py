"""What letters say, and what they do not; the table."""

from __future__ import annotations

from importlib.resources import files

import pytest

from onetongue.engines.formulas import formula

# First what is none.
NONE = [
    "",
    ".",
    "Cordialement, le maire a refusé.",
    "Le maire a répondu cordialement.",
    "Envoyé avec retard",
    "Envoyé de Suisse par la poste",
    "Envoyé depuis 3 jours",
    "Envoyé à partir de l'application Courrier",
    "Message d'origine inconnue",
    "Le 4 mars 2019, Paul a écrit un livre.",
    "Le lun. 4 brumaire 2019 à 10:12, Paul a écrit :",
    "Le roi 4 mars 2019 à 10:12, Paul a écrit :",
    "Envoyé de " + "A1 " * 30 + "a",
    "Envoyé de " + "A" * 500,
]

SOME = [
    ("Cordialement", "Sincerely"),
    ("CORDIALEMENT,", "Sincerely,"),
    ("Bien à vous !", "Yours truly!"),
    ("Message d’origine", "Original message"),
    ("Bonjour à tous\u00a0:", "Hello everyone:"),
    ("Envoyé de mon téléphone", "Sent from my phone"),
    ("Envoyé de mon iPhone.", "Sent from my iPhone."),
    ("Envoyé d’Outlook Mobile", "Sent from Outlook Mobile"),
    ("Envoyé depuis mon Samsung Galaxy 52", "Sent from my Samsung Galaxy 52"),
    ("Envoyé depuis Yahoo Mail pour Android", "Sent from Yahoo Mail for Android"),
    (
        "Le lun. 4 mars 2019 à 10:12, Paul Roy <paul@example.fr> a écrit :",
        "On Monday, 4 March 2019 at 10:12, Paul Roy <paul@example.fr> wrote:",
    ),
    (
        "Le 14 févr. 2019 à 9:05, Anne a écrit\u00a0:",
        "On 14 February 2019 at 9:05, Anne wrote:",
    ),
    ("Le 04/03/2019 à 10:12, Anne a écrit :", "On 04/03/2019 at 10:12, Anne wrote:"),
    (
        "Envoyé à partir de Courrier pour Windows 10<https://example.org/a>",
        "Sent from Courrier for Windows 10<https://example.org/a>",
    ),
]


@pytest.mark.parametrize("line", NONE)
def test_no_formula(line: str) -> None:
    assert formula(line) is None


@pytest.mark.parametrize(("line", "english"), SOME)
def test_formulas(line: str, english: str) -> None:
    assert formula(line) == english


def test_the_table_is_in_order_and_in_lower_case() -> None:
    path = files("onetongue").joinpath("data", "fr", "formulas.tsv")
    lines = [one for one in path.read_text("utf-8").splitlines() if not one.startswith("#")]
    french = [one.split("\t")[0] for one in lines]
    assert french == sorted(set(french))
    assert all(one == one.lower() and one.rstrip(" .,:!") == one for one in french)
    assert all(
        ("…" in one) == ("…" in line.split("\t")[1])
        for one, line in zip(french, lines, strict=True)
    )
