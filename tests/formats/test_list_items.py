"""Which lines begin an item, and which begin with its sign by chance."""

from __future__ import annotations

import pytest

from onetongue.formats.list_items import items
from onetongue.formats.wrapped import Line
from onetongue.language.item_marks import series

FULL = "Le ministre a déclaré hier soir que la réforme serait votée"  # 59 columns


def words(text: str) -> list[str]:
    """What follows the mark of each line; nothing where it begins no item."""
    lines, at = [], 0
    for row in text.split("\n"):
        start = at + len(row) - len(row.lstrip(" \t"))
        lines.append(Line(start, at + len(row), False))
        at += len(row) + 1
    marks = items(text, lines, series(text))
    return [text[m.end : line.end] if m else "" for m, line in zip(marks, lines, strict=True)]


@pytest.mark.parametrize(
    "text",
    [
        f"{FULL}\n– selon lui – demain",
        f"{FULL} le\n18. mai",
        f"{FULL}\n– selon lui – demain, car le président le lui a demandé hier\n– lui-même – hier",
        f"- {FULL}\n  – selon lui – demain",
        f"1. {FULL}\n2. {FULL} le\n18. mai",
        "Le ministre a dit aux députés,\n– selon lui –\ndemain",
        "Le lac\n= 12",
        "A. Dupont\nM. Dupont\nC. Dupont",
        ".NET est là\nLe lac",
    ],
)
def test_a_wrapped_line_is_no_item(text: str) -> None:
    first, *rest = words(text)
    assert not any(rest) or (first and rest[-1] == "")
    assert words(text)[-1] == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Fixed it\n- Corrigé", ["Fixed it", "Corrigé"]),
        ("Courses\n- pain\n- lait", ["", "pain", "lait"]),
        (f"{FULL}\n- Fixed\n- Corrigé", ["", "Fixed", "Corrigé"]),
        (f"{FULL}.\n– Demain", ["", "Demain"]),
        ("Courses\n☐ pain", ["", "pain"]),
        ("Outils\n\t1. un\n\t   a) deux\n\t   b) trois", ["", "un", "deux", "trois"]),
        (f"1. {FULL}\n2. {FULL} tard\n3. Fin", [FULL, f"{FULL} tard", "Fin"]),
        ("i. un\nii. deux", ["un", "deux"]),
        (f"{FULL}\n» un chat noir\n» {FULL}", ["", "un chat noir", FULL]),
        (
            f"{FULL}\n  a) {FULL}\n     1.1 Un\n     1.2 Deux\n  b) {FULL}",
            ["", FULL, "Un", "Deux", FULL],
        ),
        ("A. Le lac\nB. La rive", ["Le lac", "La rive"]),
        ("= Titre\n:lang: fr", ["Titre", "fr"]),
        (".Titre\n|===", ["Titre", ""]),
        (f":param x: {FULL}\n:returns: un", [FULL, "un"]),
    ],
)
def test_an_item_begins(text: str, expected: list[str]) -> None:
    assert words(text) == expected
