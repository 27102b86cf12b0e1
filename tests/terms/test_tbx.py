"""TBX: what is no pair of terms, what is one, and what is no sound XML."""

from __future__ import annotations

from pathlib import Path

import pytest

from onetongue.errors import InputError
from onetongue.terms.tbx import read

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
