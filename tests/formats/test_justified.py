"""Lines of prose with wide spaces, as `set_apart` asks for them."""

from __future__ import annotations

from textwrap import wrap

import pytest

from onetongue.formats import read_text

PROSE = (
    "Le conseil municipal de la ville s'est réuni hier soir dans la grande salle de la mairie pour "
    "examiner la question des nouvelles routes, dont il avait été saisi par plusieurs habitants."
)
BODY = "\n\nNobody who was there had anything to say about the new bridge over the river."


def justified(width: int) -> str:
    """The prose in lines of one width, the wider spaces first."""
    *lines, last = wrap(PROSE, width)
    made = []
    for line in lines:
        words = line.split()
        wide, more = divmod(width - len("".join(words)), len(words) - 1)
        spaces = [" " * (wide + (i < more)) for i in range(len(words) - 1)]
        made.append("".join(map("".join, zip(words, [*spaces, ""], strict=True))))
    return "\n".join([*made, last])


TABLES = [
    "chien     dog\nchat      cat\noiseau    bird\nmaison    house",
    "le        the\nla        the\nde        of\ndans      in",
    "lundi     mardi     mercredi\njeudi     vendredi  samedi\nmai       juin      juillet",
    "Gare            Départ    Arrivée\nLyon            8 h 05    10 h 12\nParis           9 h 00    11 h 30",
    "Mots    Genre   Nombre\nchat    masc    sing\ntable   fem     sing",
]


@pytest.mark.parametrize("table", TABLES)
def test_tables_stay_tables(table: str) -> None:
    document = read_text(table + BODY)
    assert [r.span.of(document.text) for r in document.regions] == [BODY.strip()]


@pytest.mark.parametrize("width", [24, 30, 36, 48, 64])
def test_justified_prose_is_a_paragraph(width: int) -> None:
    text = justified(width) + BODY
    assert "  " in text
    document = read_text(text)
    assert [r.span.of(text) for r in document.regions] == [justified(width), BODY.strip()]


def test_wide_spaces_that_a_scanner_saw() -> None:
    text = "Le  conseil   municipal  de\nla  ville   s'est réuni   hier\nsoir   dans  la  grande  salle."
    assert [r.span.of(text) for r in read_text(text).regions] == [text]
