"""Bilingual documents: what is none, what is one, and which of its segments are versions."""

from __future__ import annotations

from typing import Any

import pytest

import onetongue as ot
from onetongue.detect.versions import KEPT
from onetongue.document import Detection, Span

LETTER = """Dear residents,

The water will be shut off on Thursday, February 6, from 9 a.m. to noon.

The machines on the second floor cannot be used on that day.

Call me if you have any questions."""
LETTRE = """Chers résidents,

L'eau sera coupée le jeudi 6 février, de 9 h à midi.

Les machines du deuxième étage ne pourront pas être utilisées ce jour-là.

Appelez-moi si vous avez des questions."""
EXTRA = "Le stationnement est interdit derrière l'immeuble pendant les travaux."
OTHER = """The harvest was poor for the third year, and the price of a sack of wheat doubled in a month.

Nobody in the village could remember such a spring. The mill stood still, and the baker sold his horse.

In June the rain came at last, too late for the wheat but not for the vines."""


def inspected(text: str, format_name: Any = "text", **options: Any) -> Detection:
    normalizer = ot.Normalizer(ot.Options(**options))
    return normalizer.inspect(normalizer.read_text(text, format=format_name))


@pytest.mark.parametrize(
    "text",
    [
        "",
        LETTER,
        LETTRE,
        f"{OTHER}\n\n{LETTRE}",
        # A line in two languages is no document.
        "Public notice / Avis public",
        f"{OTHER}\n\nName / Nom\n\nCloses at five / Ferme à cinq heures\n\n{OTHER}",
        # The same number and name, and something else said of them.
        "Anna Berg was born in 1907 in a house by the sea. She left it on foot.\n\n"
        "En 1907, le père d'Anna Berg pêchait encore. Sa barque a brûlé deux hivers plus tard.",
        # The right sentences in the wrong order: said twice by chance.
        "\n\n".join([*LETTER.split("\n\n"), *LETTRE.split("\n\n")[::-1]]),
        # The English of all of the French, which is a small part of the document.
        f"{OTHER}\n\n{OTHER}\n\n{LETTER}\n\n{LETTRE}\n\n{OTHER}\n\n{OTHER}\n\n{OTHER}",
    ],
)
def test_no_bilingual_document(text: str) -> None:
    found = inspected(text)
    assert found.parallel == ()
    assert inspected(text, parallel="keep") == found
    assert inspected(text, parallel="drop") == found


ALTERNATING = "\n\n".join(
    block for both in zip(LETTER.split("\n\n"), LETTRE.split("\n\n"), strict=True) for block in both
)
TABLE = "| English | Français |\n| --- | --- |\n" + "\n".join(
    f"| {one} | {two} |"
    for one, two in zip(LETTER.split("\n\n"), LETTRE.split("\n\n"), strict=True)
)
SECTIONS = "".join(
    f'<section lang="{tag}">'
    + "".join(f"<p>{block}</p>\n" for block in text.split("\n\n"))
    + "</section>\n"
    for tag, text in (("en", LETTER), ("fr", LETTRE))
)
LABELS = """Registration form / Formulaire d'inscription

Date of birth / Date de naissance :
Name of the teacher / Nom de l'enseignant :
Signature of the parent / Signature du parent
"""


@pytest.mark.parametrize(
    ("text", "format_name"),
    [
        (f"{LETTER}\n\n{LETTRE}", "text"),
        (f"{LETTRE}\n\n{LETTER}", "text"),
        (ALTERNATING, "text"),
        (LABELS, "text"),
        (f"{LETTER}\n\n{EXTRA}\n\n{LETTRE}", "text"),
        (f"# Notice\n\n{LETTER}\n\n## Français\n\n{LETTRE}\n", "markdown"),
        (TABLE, "markdown"),
        (SECTIONS, "html"),
    ],
)
def test_a_bilingual_document(text: str, format_name: str) -> None:
    found = inspected(text, format_name)
    (parallel,) = found.parallel
    assert (parallel.language, parallel.name) == ("fr", "French")
    assert len(parallel.spans) in {4, len(found.segments)}
    assert set(parallel.spans) <= {segment.span for segment in found.segments}
    assert 0.4 < parallel.share < 0.6
    assert str(parallel).startswith(
        f"this looks like a bilingual document: {len(parallel.spans)} segments, "
    )


def test_a_short_line_between_two_that_are_there_twice() -> None:
    text = f"{LETTER}\n\nHi all!\n\n{OTHER.splitlines()[0]}\n\n{LETTRE}\n\nBonjour à tous!\n\n"
    text += "La récolte fut mauvaise pour la troisième année, et le prix d'un sac de blé doubla en un mois."
    found = inspected(text)
    is_version = found.versions()
    at = text.index("Bonjour")
    assert is_version(Span(at, at + 7))


def test_what_is_there_once_is_no_version() -> None:
    text = f"{LETTER}\n\n{EXTRA}\n\n{LETTRE}"
    plain, kept = inspected(text), inspected(text, parallel="keep")
    is_version = plain.versions()
    assert [s.text for s in plain.segments if not is_version(s.span)] == [EXTRA]
    assert [s.text for s in kept.segments] == [EXTRA]
    assert [s.text for s in kept.left_alone] == LETTRE.split("\n\n")
    assert {s.evidence.reason for s in kept.left_alone} == {KEPT}
    assert kept.parallel == plain.parallel


def test_to_take_out_is_to_change() -> None:
    text = f"{LETTER}\n\n{LETTRE}"
    assert inspected(text, parallel="drop").segments == inspected(text).segments


def test_what_an_earlier_run_wrote_is_nobodys() -> None:
    marked = "\n\n".join(f"⟦fr→en {i}: {OTHER}⟧".replace("\n\n", " ") for i in (1, 2, 3, 4, 5))
    assert inspected(f"{LETTER}\n\n{marked}\n\n{LETTRE}").parallel


def test_records_of_json_lines_are_one_document() -> None:
    pairs = zip(LETTER.split("\n\n"), LETTRE.split("\n\n"), strict=True)
    text = "".join(f'{{"en": "{one}", "fr": "{two}"}}\n' for one, two in pairs)
    (parallel,) = inspected(text, "jsonl").parallel
    assert len(parallel.spans) == 4
