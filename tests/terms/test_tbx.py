"""TBX: concepts that say nothing, and which of several terms is the target."""

from __future__ import annotations

import pytest

from onetongue.errors import InputError
from onetongue.terms.tbx import read


def term(text: str, status: str = "", kind: str = "administrativeStatus") -> str:
    note = f'<termNote type="{kind}">{status}</termNote>' if status else ""
    return f"<termSec><term>{text}</term>{note}</termSec>"


def concept(french: str, english: str) -> str:
    return (
        f'<conceptEntry><langSec xml:lang="fr">{french}</langSec>'
        f'<langSec xml:lang="en-GB">{english}</langSec></conceptEntry>'
    )


def pairs(*concepts: str) -> list[tuple[str, str]]:
    found = read(f"<tbx>{''.join(concepts)}</tbx>".encode(), "a.tbx", "fr-CA", "en")
    return [(source, target) for source, target, _ in found]


SOUND = concept(term("accord"), term("agreement"))

# Beside a sound one, these concepts say nothing.
SILENT = [
    "<conceptEntry/>",
    concept(term("pacte"), ""),
    concept("", term("pact")),
    concept(term("pacte"), term("pact", "deprecatedTerm-admn-sts")),
    concept(term("pacte"), term("pact", "supersededTerm-admn-sts")),
    concept(term("pacte"), term("pact", "notRecommended", "normativeAuthorization")),
    concept(term("pacte"), term("pact", "obsolete")),
    '<conceptEntry><langSec xml:lang="de"><termSec><term>Pakt</term></termSec></langSec>'
    "</conceptEntry>",
    "<text><term>no section</term></text>",
    "<header><termNote type='administrativeStatus'>preferred</termNote></header>",
]


@pytest.mark.parametrize("silent", SILENT)
def test_says_nothing(silent: str) -> None:
    assert pairs(silent, SOUND, silent) == [("accord", "agreement")]


@pytest.mark.parametrize(
    ("french", "english", "expected"),
    [
        (term("a"), term("x") + term("y"), [("a", "x")]),
        (term("a"), term("x") + term("y", "preferredTerm-admn-sts"), [("a", "y")]),
        (term("a"), term("x", "admittedTerm") + term("y", "preferred"), [("a", "y")]),
        (term("a"), term("x", "deprecated") + term("y"), [("a", "y")]),
        (term("a"), term("x") + term("y", "preferred", "partOfSpeech"), [("a", "x")]),
        (term("a") + term("b", "deprecated"), term("x"), [("a", "x"), ("b", "x")]),
        (term("a\n  <hi>b</hi>"), term(" x "), [("a b", "x")]),
        (
            term("a"),
            term("x") + "<tig><term>y</term><min:administrativeStatus value='preferred'/></tig>",
            [("a", "y")],
        ),
    ],
)
def test_the_one_target(french: str, english: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(concept(french, english)) == expected


def test_older_names_prefixes_and_lines() -> None:
    content = (
        "<martif>\n<t:termEntry>\n<langSet lang='FR'><ntig><termGrp>\n<term>a</term></termGrp></ntig>"
        "</langSet>\n<langSet lang='en'><tig><term>x</term></tig></langSet></t:termEntry></martif>"
    )
    assert read(content.encode(), "a.tbx", "fr", "en") == (("a", "x", 4),)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<tbx/>", "a.tbx:1: no concept has a term in fr and one to use in en"),
        ("<tbx>\n</tmx>", "a.tbx:2: mismatched tag; repair"),
        ("<tbx>\n<langSec/></tbx>", "a.tbx:2: <langSec> has no language"),
        ("<tbx><termSec><term>a</term></termSec></tbx>", "a.tbx:1: a term outside a concept"),
        (
            "<tbx><conceptEntry><termSec><term>a</term></termSec></conceptEntry></tbx>",
            "a.tbx:1: a term outside a concept",
        ),
        (f"<tbx>\n{concept('<termSec/>', '')}</tbx>", "a.tbx:2: no <term>, or an empty one"),
        ("<!DOCTYPE tbx [<!ENTITY a 'b'>]><tbx/>", "a.tbx:1: entity 'a'"),
        ("<?xml version='1.0' encoding='x-none'?><tbx/>", "a.tbx:1: .*"),
    ],
)
def test_refused(content: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(content.encode(), "a.tbx", "fr", "en")
