"""What stands in the corners of a page: options, fields, drawings, shortcodes; found, or said."""

from __future__ import annotations

import pytest
from support import normalizing

import onetongue as ot
from onetongue.formats.html.drawings import DIVIDED
from onetongue.formats.html.marks import SENT

ENGLISH = "<p>The council met on Monday to discuss the budget for the next year.</p>\n"
FRENCH = "Écrivez votre message ici."
SAID = "Write your message here."

WRITTEN = [
    f'<select><option value="x">{FRENCH}</option></select>',
    f'<select><optgroup label="{FRENCH}"><option value=1>One</optgroup></select>',
    f"<textarea>{FRENCH}</textarea>",
    f"<textarea rows=3>\n{FRENCH}\n</textarea>",
    f"<noscript><p>{FRENCH}</p></noscript>",
    f"<p>One day <noscript>{FRENCH}</noscript> at noon.</p>",
    f"<template><p>{FRENCH}</p></template>",
    f"<svg><title>{FRENCH}</title><path d='M0 0'/></svg>",
    f"<svg><desc>{FRENCH}</desc></svg>",
    f"<svg><text x=1><tspan>{FRENCH}</tspan></text></svg>",
    f'[caption id="a" align="left"]<a href=b><img src=c></a> {FRENCH}[/caption]',
]
SAID_OF = [
    (f"<select><option>{FRENCH}</option></select>", SENT),
    (f"<textarea name=q>{FRENCH}</textarea>", SENT),
    ("<svg><text>Écrivez votre message ici. <tspan>12</tspan></text></svg>", DIVIDED),
    (
        f"<p>The house <svg><title>{FRENCH}</title></svg> is closed.</p>",
        "inside the markup of other text",
    ),
]


def normalizer(markers: ot.document.Markers = "none") -> ot.Normalizer:
    return normalizing.normalizer({FRENCH: SAID}, markers=markers, format="html")


@pytest.mark.parametrize("source", [*WRITTEN, *(source for source, _ in SAID_OF)])
@pytest.mark.parametrize("attribute", ["translate=no", "class=notranslate"])
def test_what_is_not_to_be_translated_is_neither(source: str, attribute: str) -> None:
    result = normalizer().normalize(f"{ENGLISH}<div {attribute}>{source}</div>{ENGLISH}")
    assert not result.changed
    assert result.left_alone == ()


@pytest.mark.parametrize("source", WRITTEN)
def test_it_is_written_where_it_stands(source: str) -> None:
    page = ENGLISH + source + ENGLISH
    result = normalizer().normalize(page)
    assert result.text == page.replace(FRENCH, SAID)
    assert ot.revert(result.text, result.provenance()) == page
    assert normalizer().normalize(result.text).text == result.text


@pytest.mark.parametrize("source", WRITTEN)
def test_marked_it_comes_back_too(source: str) -> None:
    page = ENGLISH + source + ENGLISH
    result = normalizer("attributes").normalize(page)
    assert len(result.records) == 1
    assert ot.revert(result.text, result.provenance()) == page
    assert normalizer("attributes").normalize(result.text).text == result.text


def test_no_markup_is_put_where_there_is_none() -> None:
    source = f"{ENGLISH}<select><option value=1>Words. {FRENCH} Words.</option></select><textarea>Words. {FRENCH} Words.</textarea>"
    result = normalizer("attributes").normalize(source)
    assert result.text == source.replace(FRENCH, SAID)


@pytest.mark.parametrize(("source", "reason"), SAID_OF)
def test_what_cannot_be_written_is_said(source: str, reason: str) -> None:
    result = normalizer().normalize(ENGLISH + source + ENGLISH)
    assert not result.changed
    assert [one.evidence.reason for one in result.left_alone] == [reason]


def test_an_attribute_inside_what_cannot_be_written_is_no_trouble() -> None:
    source = f"<select><option>Words <b title='{FRENCH}'>and</b> more words</select>"
    assert not normalizer().normalize(source).changed


def test_a_caption_goes_to_its_end_or_that_of_its_block() -> None:
    source = (
        "<p>[caption]<img>One cat[/caption] ran</p><p>[caption]<img>Two cats</p><p>Three cats</p>"
    )
    regions = ot.Normalizer().read_text(source, format="html").regions
    assert [region.kind for region in regions] == ["caption", "paragraph", "caption", "paragraph"]


def test_references_in_fields_are_read_and_tags_are_not() -> None:
    source = "<textarea>Le d&eacute;put&eacute; a dit <i>non &amp; merci.</textarea>"
    (region,) = ot.Normalizer().read_text(source, format="html").regions
    assert region.prose is not None
    assert region.prose.text == "Le député a dit <i>non & merci."
