"""TBX: concepts that say nothing, and which of several terms is the target."""

from __future__ import annotations

from pathlib import Path

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


DATA = Path(__file__).parent / "data"
CONCEPT = (
    '<conceptEntry>\n<langSec xml:lang="fr"><termSec><term>{french}</term></termSec></langSec>\n'
    '<langSec xml:lang="en"><termSec><term>pact</term></termSec></langSec>\n</conceptEntry>'
)


# What a second concept may say without a pair coming of it.
NO_PAIRS = [
    "<conceptEntry/>",
    CONCEPT.format(french="x").replace('"fr"', '"fro"'),
    CONCEPT.format(french="x").replace('"en"', '"de"'),
    CONCEPT.format(french="x").replace('"en"', '"x-en"'),
    CONCEPT.format(french="x").replace(
        "pact</term>",
        "pact</term><termNote type='administrativeStatus'>deprecatedTerm-admn-sts</termNote>",
    ),
]


@pytest.mark.parametrize("concept", NO_PAIRS)
def test_no_pairs(concept: str) -> None:
    content = f"<tbx>{CONCEPT.format(french='pacte')}{concept}</tbx>".encode()
    assert read(content, "a.tbx", "fr", "en") == (("pacte", "pact", 2),)


@pytest.mark.parametrize(("source", "target"), [("fr", "en"), ("FR-ca", "en_GB")])
@pytest.mark.parametrize(("french", "english"), [("fr", "en"), ("fr-CA", "en_US"), ("FR", " En ")])
def test_regions_of_a_language_are_that_language(
    source: str, target: str, french: str, english: str
) -> None:
    concept = CONCEPT.format(french="pacte").replace('"fr"', f'"{french}"')
    content = f"<tbx>{concept}</tbx>".replace('"en"', f'"{english}"').encode()
    assert read(content, "a.tbx", source, target) == (("pacte", "pact", 2),)


def test_utf_16() -> None:
    text = (DATA / "vieux-port.tbx").read_text(encoding="utf-8").replace("UTF-8", "UTF-16")
    assert read(text.encode("utf-16"), "a.xml", "fr", "en")[0][0] == "Vieux-Port"


def test_other_languages() -> None:
    content = (DATA / "basic-dct.tbx").read_bytes()
    assert read(content, "a.tbx", "fr", "de") == (("sommet", "Gipfel", 26),)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            '<!DOCTYPE tbx [\n<!ENTITY a "ha">\n<!ENTITY b "&a;&a;">\n]>\n<tbx>&b;</tbx>',
            r"a\.tbx:2: entity 'a'; write the characters",
        ),
        (
            '<!DOCTYPE tbx [\n<!ENTITY a SYSTEM "file:///etc/passwd">\n]>\n<tbx>&a;</tbx>',
            r"a\.tbx:2: entity 'a'",
        ),
        (
            '<!DOCTYPE tbx [\n<!ENTITY % a SYSTEM "http://example.org/a.dtd">\n%a;]>\n<tbx/>',
            r"a\.tbx:2: entity 'a'",
        ),
        (
            '<!DOCTYPE tbx SYSTEM "a.dtd">\n<tbx>\n'
            + CONCEPT.format(french="trait&eacute;")
            + "</tbx>",
            r"a\.tbx:4: entity 'eacute'",
        ),
        ("<tbx>\n" + CONCEPT.format(french="trait&eacute;") + "</tbx>", r"a\.tbx:3: undefined ent"),
        ("<tbx>\n" + CONCEPT.format(french=" "), r"a\.tbx:3: no <term>, or an empty one; write"),
        ("<tbx>\n" + CONCEPT.format(french="pacte"), r"a\.tbx:5: no element found; repair"),
        ("<tbx>\n</text></tbx>", r"a\.tbx:2: mismatched tag; repair"),
        ("<tbx><conceptEntry>\n<langSec>", r"a\.tbx:2: <langSec> has no language; give"),
        ("<tbx>\n<termSec><term>a</term></termSec>", r"a\.tbx:2: a term outside a concept"),
        ('<?xml version="1.0" encoding="x-none"?><tbx/>', r"a\.tbx:1: .*"),
        ("<tbx>\n\x01</tbx>", r"a\.tbx:2: not well-formed"),
        (
            "<tbx><conceptEntry><termSec><term>a</term></termSec></conceptEntry></tbx>",
            r"a\.tbx:1: a term outside a concept",
        ),
        (f"<tbx>\n{concept('<termSec/>', '')}</tbx>", r"a\.tbx:2: no <term>, or an empty one"),
        ("<tbx/>", r"a\.tbx:1: no concept has a term in fr and one to use in en"),
        ("<tmx/>", r"a\.tbx:1: no concept has a term in fr"),
        ("", r"a\.tbx:1: no element found"),
        ("accord\tagreement", r"a\.tbx:1: syntax error"),
    ],
)
def test_hostile_and_broken_xml_is_refused(content: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(content.encode(), "a.tbx", "fr", "en")


def test_deep_xml_is_read() -> None:
    nested = "<p>" * 50_000 + "</p>" * 50_000
    content = f"<tbx>{nested}\n{CONCEPT.format(french='pacte')}</tbx>"
    assert read(content.encode(), "a.tbx", "fr", "en") == (("pacte", "pact", 3),)
