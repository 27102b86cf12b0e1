"""Translations on their elements, with a dictionary for an engine: readable golden cases."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from support.engine import Engine

import onetongue as ot
from onetongue.document import Evidence, Segment, Span, Translation
from onetongue.formats.html.its import MARK as MARK_NAME
from onetongue.formats.html.its import attributes

if TYPE_CHECKING:
    from onetongue.document import Markers

PROSE = "The committee met on Thursday and decided to postpone the vote until the spring."
FRENCH = {
    "Le maire a refusé de répondre.": "The mayor refused to answer.",
    "La fin est proche & sûre.": "The end is near & sure.",
    "Ils ont dit « non » hier.": 'They said "no" yesterday.',
    "Le chat de la voisine dort": "The neighbour's cat sleeps",
    "nous ne céderons jamais à la menace": "we shall never yield to threats",
    "Service minimum": "Minimum service",
}


NORMALIZER = ot.Normalizer(ot.Options(format="html"), engine=Engine(FRENCH))
ITS = re.compile(r' its-[\w-]+="[^"]*"')
MARK = 'lang="en-t-fr-t0-und" data-onetongue="1"'

CASES = [
    ('<p lang="fr">Le maire a refusé de répondre.</p>', f"<p {MARK}>The mayor refused to answer.</p>"),
    (
        '<P CLASS=a LANG=fr\n id=it\'s>Le maire a refusé de répondre.',
        f"<P CLASS=a {MARK.split(maxsplit=1)[0]}\n id=it's {MARK.split()[1]}>The mayor refused to answer.",
    ),
    (
        "<div><p><em>Le maire a refusé de répondre.</em></p></div>",
        f"<div><p><em {MARK}>The mayor refused to answer.</em></p></div>",
    ),
    (
        f"<ul><li>Le maire a refusé de répondre.\n<li>{PROSE}</ul>",
        f"<ul><li {MARK}>The mayor refused to answer.\n<li>{PROSE}</ul>",
    ),
    (
        f"<p>{PROSE} Le maire a refusé de répondre. {PROSE}</p>",
        f"<p>{PROSE} <span {MARK}>The mayor refused to answer.</span> {PROSE}</p>",
    ),
    (
        f"<p>{PROSE} <i>Le maire a refusé de répondre.</i> {PROSE}</p>",
        f"<p>{PROSE} <i {MARK}>The mayor refused to answer.</i> {PROSE}</p>",
    ),
    ("<p>La fin est proche &amp; s&ucirc;re.</p>", f"<p {MARK}>The end is near &amp; sure.</p>"),
    (
        f"<p>{PROSE} He said <q>nous ne céderons jamais à la menace</q> and left.</p>",
        f"<p>{PROSE} He said <q {MARK}>we shall never yield to threats</q> and left.</p>",
    ),
    (
        f'<p>{PROSE}</p><img alt="Le chat de la voisine dort">',
        f'<p>{PROSE}</p><img alt="The neighbour\'s cat sleeps">',
    ),
    (
        f"<p>{PROSE}</p><img alt='Le chat de la voisine dort'>",
        f"<p>{PROSE}</p><img alt='The neighbour&#39;s cat sleeps'>",
    ),
    ('<?xml version="1.0"?><p xml:lang="fr">Service minimum</p>', f'<?xml version="1.0"?><p xml:lang="en-t-fr-t0-und" {MARK}>Minimum service</p>'),
    ("<title>Le maire a refusé de répondre.</title>", f"<title {MARK}>The mayor refused to answer.</title>"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), CASES)
def test_translations_on_their_elements(source: str, expected: str) -> None:
    result = NORMALIZER.normalize(source)
    assert ITS.sub("", result.text) == expected
    assert ot.revert(result.text, result.provenance()) == source
    assert NORMALIZER.normalize(result.text).text == result.text


def test_no_machine_is_named_for_what_a_rule_made() -> None:
    segment = Segment(Span(0, 6), "12 345", "phrase", "fr", Evidence(0.9, "declared"))
    marks = attributes(1, segment, Translation("12,345", "rule", 1.0), target="en", engine=None)
    assert marks == {"lang": "en", MARK_NAME: "1"}


def test_a_tag_with_two_translations() -> None:
    source = f'<p title="Le chat de la voisine dort">Le maire a refusé de répondre.</p><p>{PROSE}'
    result = NORMALIZER.normalize(source)
    assert ITS.sub("", result.text).startswith(
        '<p title="The neighbour\'s cat sleeps"><span lang="en-t-fr-t0-und" data-onetongue="2">'
    )
    assert ot.revert(result.text, result.provenance()) == source


def test_no_id_is_given_twice() -> None:
    once = NORMALIZER.normalize("<p>Le maire a refusé de répondre.</p>")
    twice = NORMALIZER.normalize(f"{once.text}<p>Le chat de la voisine dort</p>")
    assert re.findall(r'data-onetongue="(\d+)"', twice.text) == ["1", "2"]


@pytest.mark.parametrize("markers", ["attributes", "bracket", "none"])
@pytest.mark.parametrize(
    "heading",
    [
        '<h2 id="le-maire">Le maire a refusé de répondre.</h2>',
        '<h2 lang=fr ID="le-maire">Le maire a refusé de répondre.</h2>',
        '<h2><a name="le-maire"></a>Le maire a refusé de répondre.</h2>',
        '<h2><a id=le-maire href="#le-maire">Le maire a refusé de répondre.</a></h2>',
        '<h2>Le maire <b id="le-maire">a refusé</b> de répondre.</h2>',
        '<section id="le-maire"><h2>Le maire a refusé de répondre.</h2></section>',
    ],
)
def test_a_link_inside_the_page_still_leads_there(heading: str, markers: Markers) -> None:
    source = f'<p>{PROSE} See <a href="#le-maire">this</a>.</p>{heading}<p>{PROSE}</p>'
    normalizer = ot.Normalizer(ot.Options(format="html", markers=markers), engine=Engine(FRENCH))
    result = normalizer.normalize(source)
    assert len(result.records) == 1
    assert re.findall(r"(?i)\b(?:id|name)=\W?le-maire", result.text) == re.findall(
        r"(?i)\b(?:id|name)=\W?le-maire", source
    )
    assert '<a href="#le-maire">this</a>' in result.text


def test_quotation_marks_in_a_value() -> None:
    source = f'<p>{PROSE}</p><img alt="Ils ont dit « non » hier."><p>{PROSE}</p>'
    result = NORMALIZER.normalize(source)
    assert len(result.records) == 1
    assert result.text.count('"') == 2


# What an element declares, weighed: enough for words both languages have, never against English.
DECLARED = [
    ('<p lang="fr">Service minimum</p>', ["Service minimum"]),
    ('<h2 lang="fr">Important</h2>', ["Important"]),
    (f'<p>{PROSE}</p><h2 lang="fr">Attention</h2><p>{PROSE}</p>', ["Attention"]),
    ('<div lang="fr-FR"><p>Service minimum</p></div>', ["Service minimum"]),
    ("<p>Service minimum</p>", []),
    (f'<p lang="fr">{PROSE}</p>', []),
    (f'<p lang="fr">Important. {PROSE}</p>', []),
    ('<h2 lang="fr">Latest news</h2>', []),
    ('<h2 lang="fr">Emmanuel Macron</h2>', []),
    ('<html lang="fr"><h2>Important</h2>', []),
    ('<html lang="en"><p lang="en">Le maire a refusé de répondre.</p>', ["Le maire a refusé de répondre."]),
    (f'<p>{PROSE} It has a certain <i lang="fr">joie de vivre</i> that many like.</p>', []),
    (f'<p>{PROSE} They serve <i lang="fr">bouillabaisse</i> on Fridays.</p>', []),
    (f'<div lang="fr"><ul>{"<li>Sale<li>Main<li>Chat" * 3}</ul><p>{PROSE}</p></div>', []),
]  # fmt: skip


@pytest.mark.parametrize(("source", "found"), DECLARED)
def test_declared_languages_are_weighed(source: str, found: list[str]) -> None:
    document = NORMALIZER.read_text(source)
    assert [s.reading for s in NORMALIZER.inspect(document).segments] == found


@pytest.mark.parametrize(
    ("html", "none", "bracket"),
    [
        (
            '<p lang="fr" class=a>Le maire a refusé de répondre.</p>',
            '<p lang="en" class=a>The mayor refused to answer.</p>',
            '<p lang="en" class=a>⟦fr→en 1: The mayor refused to answer.⟧</p>',
        ),
        (
            '<p xml:lang="fr" lang="fr">\n Le maire a refusé de répondre.</p>',
            '<p xml:lang="en" lang="en">\n The mayor refused to answer.</p>',
            '<p xml:lang="en" lang="en">\n ⟦fr→en 1: The mayor refused to answer.⟧</p>',
        ),
        (
            '<p class="a">Le maire a refusé de répondre.</p>',
            '<p class="a">The mayor refused to answer.</p>',
            '<p class="a">⟦fr→en 1: The mayor refused to answer.⟧</p>',
        ),
        (  # some of it is still in French, as it says
            f'<p lang="fr">{PROSE} Le maire a refusé de répondre. {PROSE}</p>',
            f'<p lang="fr">{PROSE} The mayor refused to answer. {PROSE}</p>',
            f'<p lang="fr">{PROSE} ⟦fr→en 1: The mayor refused to answer.⟧ {PROSE}</p>',
        ),
    ],
    ids=["element", "twice", "undeclared", "part"],
)
def test_a_declared_language_is_put_right_under_every_marker(
    html: str, none: str, bracket: str
) -> None:
    for markers, expected in (("none", none), ("bracket", bracket)):
        options = ot.Options(format="html", markers=markers)  # type: ignore[arg-type]
        normalizer = ot.Normalizer(options, engine=Engine(FRENCH))
        result = normalizer.normalize(html)
        assert result.text == expected
        assert ot.revert(result.text, result.provenance()) == html
        assert normalizer.normalize(result.text).records == ()
