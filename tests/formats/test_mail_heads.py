"""Heads of messages in formats with markup: only the subject is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.normalizing import normalizer

from onetongue.formats import read_text
from onetongue.prose import Prose

if TYPE_CHECKING:
    from onetongue.document import Document, FormatName


def read(document: Document) -> list[tuple[str, str]]:
    return [
        (region.kind, region.prose.text if isinstance(region.prose, Prose) else "")
        for region in document.regions
    ]


@pytest.mark.parametrize(
    ("format_name", "text"),
    [
        ("html", "<p>De : un ami</p><p>Bonjour.</p>"),
        ("html", "<p>De : un ami</p><p>Bonjour.</p><p>À : Lyon</p>"),
        ("html", "<p>De : un ami</p><p>De : un voisin</p>"),
        ("markdown", "Objet : la fête\nBonjour à tous."),
        ("markdown", "De : un ami\nBonjour à tous."),
    ],
)
def test_what_is_no_head(format_name: FormatName, text: str) -> None:
    document = read_text(text, requested=format_name)
    assert not document.not_read
    assert "subject of a message" not in [region.rule for region in document.regions]


@pytest.mark.parametrize(
    ("format_name", "text"),
    [
        ("html", "<p><b>De :</b> Paul<br><b>À :</b> Luc<br><b>Objet :</b> TR: Congé <i>annuel</i></p><p>Merci.</p>"),
        ("html", "<div>From: Paul</div><div>Sent: Monday</div><div>Subject: Congé annuel</div><p>Merci.</p>"),
        ("markdown", "**De :** Paul\n**À :** Luc\n**Objet :** Congé annuel\n\nMerci.\n"),
        ("html", "<div>From: Paul<br>sent: Monday <b>noon </b><br>subject: Congé annuel</div><p>Merci.</p>"),
        ("markdown", "De : Paul  \nObjet : RE: Congé annuel  \nÀ : Luc\n\nMerci.\n"),
    ],
)  # fmt: skip
def test_only_the_subject_is_read(format_name: FormatName, text: str) -> None:
    document = read_text(text, requested=format_name)
    assert read(document) == [("heading", "Congé annuel"), ("paragraph", "Merci.")]
    assert [one.why for one in document.not_read] == ["a mail header"]
    assert document.not_read[0].place == 1


def test_the_subject_is_written_where_it_stands() -> None:
    text = "<p><b>De :</b> Paul<br><b>Objet :</b> Les congés de la semaine</p>\n<p>The end is near.</p>"
    leave = normalizer({"Les congés de la semaine": "The week's leave"}, markers="none")
    result = leave.normalize(text, format="html")
    assert result.text == text.replace("Les congés de la semaine", "The week's leave")
    assert leave.normalize(result.text, format="html").text == result.text
