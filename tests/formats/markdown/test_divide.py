"""Blocks that CommonMark reads as one paragraph: what stays as it is, what is read, what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.engine import Engine
from support.normalizing import PROSE

import onetongue as ot
from onetongue.formats.markdown.divide import parts
from onetongue.formats.markdown.markdown import read
from onetongue.formats.markdown.parse import parse

if TYPE_CHECKING:
    from onetongue.document import Markers

MAYOR = "Le maire a refusé de répondre à nos questions."
REFUSED = "The mayor refused to answer our questions."
TITLE = "Service minimum diplomatique"
BARE = 'Bare minimum: "diplomacy"'
QUOTED = BARE.replace('"', "&quot;")
FRENCH = {MAYOR: REFUSED, TITLE: BARE}


def normalize(text: str, markers: Markers = "none") -> ot.NormalizedDocument:
    engine = Engine(FRENCH)
    return ot.Normalizer(ot.Options(markers=markers), engine=engine).normalize(
        text, format="markdown"
    )


@pytest.mark.parametrize(
    "text",
    [
        f'!!! note "A title"\n    {PROSE}\n    {PROSE}\n',
        f"??? warning inline end\n    {PROSE}\n\n???+ tip\n\n    {PROSE}\n",
        f'=== "First tab"\n    - {PROSE}\n    - {PROSE}\n=== "Second tab"\n    {PROSE}\n',
        f"::: warning A title\n{PROSE}\n:::\n\n:::note[A title]\n{PROSE}\n:::\n",
        f"::: {{.le-maire}}\n{PROSE}\n:::: le-maire\n{PROSE}\n::::\n:::\n",
        f"Term\n:   {PROSE}\n    {PROSE}\nOther term\n: {PROSE}\n: {PROSE}\n",
        f"> [!NOTE]\n> {PROSE}\n\n> [!tip]- A title\n> {PROSE}\n\n> **Note**\n> {PROSE}\n",
        f"{PROSE}\n{{% le maire a refusé de répondre %}}\n{PROSE}\n{{{{< le-maire a=refusé >}}}}\n",
        f"{PROSE}\n{{% include le maire\n  a refusé de répondre\n%}}\n{PROSE}\n",
        f"<x-a::le>\n{PROSE}\n@if ($le_maire)\n{PROSE}\n@endif\n</x-a::le>\n",
        f"$$\nle maire a refusé de répondre\n$$\n{PROSE}\n$$ le maire a refusé $$\n{PROSE}\n",
        f"---\nsummary: |\n  - {PROSE}\n  - {PROSE}\n\n  {PROSE}\n---\n\n{PROSE}\n",
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_nothing_changes(text: str, newline: str) -> None:
    text = text.replace("\n", newline)
    engine = Engine()
    result = ot.Normalizer(engine=engine).normalize(text, format="markdown")
    assert (result.text, engine.batches) == (text, [])


@pytest.mark.parametrize(
    "source",
    [
        "!!! note “TITLE”\n    MAYOR\n    PROSE\n",
        "???+ note inline end “TITLE”\n    MAYOR\n",
        "??? warning\n    MAYOR\n",
        "=== “TITLE”\n    - MAYOR\n    - PROSE\n=== “Other”\n    1. PROSE\n    2. MAYOR\n",
        "- PROSE\n  !!! note “TITLE”\n      MAYOR\n",
        "::: warning\nMAYOR\n:::\n",
        "PROSE\n::: warning TITLE⟩\nMAYOR\n:::\nPROSE\n",
        ":::note[TITLE⟩]\nMAYOR\n:::\n",
        "> ::: tip\n> MAYOR\n> :::\n> PROSE\n",
        "- PROSE\n\n  ::: tip\n  MAYOR\n  :::\n",
        "/// note | TITLE⟩\nMAYOR\n///\n",
        "//// details | TITLE⟩\n    type: le maire\n    open: True\n\nMAYOR\n\n/// html | div.le-maire\nMAYOR\n///\n\n////\n",
        ":::{note} TITLE⟩\n:class: le maire\nMAYOR\n:::\n",
        ":auteur: MAYOR\nPROSE\n:sujet: PROSE\n",
        "NOTE: MAYOR\n\nWARNING: MAYOR\nCAUTION: PROSE\n",
        "– MAYOR\\\n– PROSE  \n– MAYOR\n",
        "PROSE\n• MAYOR\n☐ PROSE\n  → MAYOR\n(iv) MAYOR\n",
        "A. MAYOR\n\nB. MAYOR\n\n## 1.1 TITLE\n\n[1] MAYOR\n",
        "PROSE\n\nTITLE\n:   MAYOR\n:   PROSE\n    PROSE\nOther term\n: MAYOR\n",
        "PROSE\n\n> TITLE\n> : MAYOR\n",
        "PROSE\n\nThe term\n\n:   MAYOR\n",
        "> [!NOTE]\n> MAYOR\n",
        "> [!warning]+ TITLE⟩\n> MAYOR\n",
        "> **Note**\n> MAYOR\n",
        "PROSE\n{% include note.html %}\nMAYOR\n{% endif %}{% endfor %}\nPROSE\n",
        "<x-mail::panel>\nMAYOR\n@if ($a->b)\nPROSE\n@else\nMAYOR\n@endif\n</x-mail::panel>\n",
        "{{< notice info >}}\nMAYOR\n{{< /notice >}}\n{{% x %}}\nPROSE\n",
        "PROSE\n$$\nx^2 \\text{MAYOR}\n$$\nMAYOR\n$$ a = b $$\nPROSE\n".replace("MAYOR}", "le maire}"),
        "---\ndescription: |\n  MAYOR\n  PROSE\n\n  - MAYOR\n  - PROSE\n---\n\nPROSE\n",
    ],
)  # fmt: skip
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_words_are_written(source: str, newline: str) -> None:
    source = source.replace("PROSE", PROSE).replace("\n", newline)
    expected = source.replace("MAYOR", REFUSED).replace("“TITLE”", f'"{QUOTED}"')
    expected = expected.replace("TITLE⟩", QUOTED).replace("TITLE", BARE)
    source = source.replace("MAYOR", MAYOR).replace("TITLE⟩", TITLE).replace("TITLE", TITLE)
    quotes = str.maketrans("“”", '""')
    source, expected = source.translate(quotes), expected.translate(quotes)
    result = normalize(source)
    assert result.text == expected
    styles: tuple[Markers, ...] = ("none", "bracket", "footnote")
    for markers in styles:
        once = normalize(source, markers)
        assert ot.revert(once.text, once.provenance()) == source
        assert normalize(once.text, markers).text == once.text


@pytest.mark.parametrize(
    "text",
    [
        f"Attention !\n!!! {MAYOR} {MAYOR}\n",
        f"{MAYOR} {MAYOR} Il a dit ceci\n: {MAYOR}\n",
        f"{MAYOR}\n**{MAYOR}**\n",
        "> **Le maire**\n> a refusé de répondre.\n",
        "Il a vu @marie\n@jean et\n**Paul** : un ami\n",
        "Un prix de 5 $$ et\n{{ nom }}\nencore\n",
        "# ::: le titre\n",
        f"{MAYOR[:-1]} posées hier soir au mois de\n– mai – et encore plus tard au mois de juin le\n18. Il est parti.\n",
        "M. Dupont est venu.\n",
        "/// le maire est venu hier\n",
    ],
)
def test_a_sentence_is_not_divided(text: str) -> None:
    assert len(read(text).regions) == 1


def test_words_between_two_formulas_of_a_line_are_no_formula() -> None:
    (part,) = parts(["The price", "$$ x $$ is more than $$ y $$"])
    assert (part.first, part.last, part.is_read) == (0, 2, True)


def test_parts() -> None:
    rows = ['!!! note "Le titre"', "    Du texte", "    - un", "      deux", ":::", "Fin", "$$"]
    assert [(p.kind, p.first, p.last, p.start, p.is_read) for p in parts(rows)] == [
        ("title", 0, 1, 10, True),
        ("text", 1, 2, 0, True),
        ("text", 2, 4, 6, True),
        ("", 4, 5, 0, False),
        ("", 5, 6, 0, True),
        ("", 6, 7, 0, False),
    ]


def test_fields_are_parts() -> None:
    rows = ["Voici", "**Nom**: {{ $nom }}<br/>", "de cinq mots", "__Lieu :__ Lyon", "@endif"]
    assert [(p.first, p.last, p.is_read) for p in parts(rows)] == [
        (0, 1, True),
        (1, 3, True),
        (3, 4, True),
        (4, 5, False),
    ]
    assert len(parts(["Voici", "**Nom**: un mot", "et un autre"])) == 1


def test_each_part_knows_its_lines() -> None:
    text = 'Un\n\n!!! note "Le titre"\n    a\n    b\n::: tip\nc\n'
    found = [token for token in parse(text).tokens if token.type in {"inline", "divider"}]
    assert [(token.content, token.map) for token in found] == [
        ("Un", [0, 1]),
        ("Le titre", [2, 3]),
        ("a\n    b", [3, 5]),
        ("::: tip", [5, 6]),
        ("c", [6, 7]),
    ]


def test_no_reference_where_it_would_be_read_as_words() -> None:
    source = f"---\ntitle: {MAYOR}\n---\n\n{PROSE} ![{MAYOR}](a.png)\n\n{MAYOR}\n"
    result = normalize(source, "footnote")
    assert len(result.records) == len(result.text.split(REFUSED)) - 1
    assert result.text.startswith(
        f"---\ntitle: {REFUSED}\n---\n\n{PROSE} ![{REFUSED}](a.png)\n\n{REFUSED}[^fr3]\n\n[^fr3]: "
    )
    assert "[^fr1]" not in result.text
    assert ot.revert(result.text, result.provenance()) == source


def test_lines_of_a_literal_scalar_stay_lines() -> None:
    source = f"---\nsummary: |\n  {MAYOR}\n  {PROSE}\n\n  {TITLE}\n---\n"
    regions = read(source).regions
    assert [region.span.of(source) for region in regions] == [MAYOR, PROSE, TITLE]
