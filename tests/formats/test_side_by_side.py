"""Columns of running text that were read across, as `set_apart` asks for them."""

from __future__ import annotations

from itertools import zip_longest
from textwrap import wrap

import pytest

from onetongue.formats import read_text

FRENCH = (
    "Le conseil de la ville a décidé de faire paver la rue, et les habitants en sont contents, bien que "
    "la dépense soit forte et que les travaux doivent durer jusqu'à la fin de l'été prochain. Le maire "
    "a promis aux marchands de la place que la foire n'en souffrirait pas."
)
ENGLISH = (
    "The grey mare was sold for nine pounds, and the foal for twelve, which the owner thought too little; "
    "but he took it and went home content. It was the last sale of the day and most of the farmers "
    "had left by then, for the weather was getting worse and the road is a bad one."
)
BODY = "\n\nNobody who was there had anything to say about the new bridge over the river."
WHY = "not prose: columns that run into each other"


def across(*texts: str, width: int = 26, gap: int = 3) -> str:
    """Texts in columns, read line by line."""
    columns = zip_longest(*(wrap(text, width) for text in texts), fillvalue="")
    return "\n".join("".join(cell.ljust(width + gap) for cell in row).rstrip() for row in columns)


def is_left_alone(text: str) -> bool:
    document = read_text(text + BODY)
    told = [(one.place, one.why) for one in document.not_read]
    return told == [(1, WHY)] and [r.span.of(document.text) for r in document.regions] == [
        BODY.strip()
    ]


KEPT = [
    "\n".join(
        f"{a:<28}{b}" for a, b in zip(wrap(FRENCH, 24), "3 €,4 €,5 €,6 €".split(","), strict=False)
    ),
    "le petit chat      the small cat\nla maison          the house\nun peu de pain     a bit of bread"
    "\nde temps en temps  now and then\nles gens           people",
    "Mme Marie Dupont     Mairie de Lyon\nM. Jean Martin       École du Nord\nM. Luc Petit         "
    "Gare de Lyon\nMme Anne Leroy       Musée de la mer",
    "Le conseil de la   was sold for nine\nville a décidé     and the mare for\nde faire paver     twelve",
    across(FRENCH, "The end."),
    "\n".join(wrap(FRENCH, 26)),
    "\n".join(line.replace(" ", "   ", 2) for line in wrap(FRENCH, 40)),
]


@pytest.mark.parametrize("text", KEPT)
def test_tables_glossaries_and_prose_with_wide_spaces(text: str) -> None:
    assert all(one.why != WHY for one in read_text(text + BODY).not_read)


@pytest.mark.parametrize("width", [18, 26, 40])
@pytest.mark.parametrize(
    "texts",
    [(FRENCH, ENGLISH), (ENGLISH, FRENCH), (FRENCH, FRENCH[60:]), (ENGLISH, FRENCH, ENGLISH)],
)
def test_columns_are_listed_once(texts: tuple[str, ...], width: int) -> None:
    assert is_left_alone(across(*texts, width=width))


def test_an_indented_page_with_a_line_of_one_column_here_and_there() -> None:
    *above, last = across(FRENCH, ENGLISH).splitlines()
    lines = [*above[:3], above[3][:26], " " * 29 + above[4][29:], *above[5:], last]
    assert is_left_alone("\n".join(f"    {line}" for line in lines))


def test_columns_with_words_cut_without_a_hyphen() -> None:
    assert is_left_alone(
        "Le marché de la    was bought by the mil\n"
        "ville a com        ler, and the oxen by\n"
        "mencé sous la      a man whom no one kn\n"
        "pluie, et les      ew; but he paid, an\n"
        "mar chands ont     d drove them over the"
    )
