from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.engine import Engine

import onetongue as ot
from onetongue.formats import read_text
from onetongue.formats.html.tokens import tokens
from onetongue.prose import Prose

if TYPE_CHECKING:
    from onetongue.document import Markers

FRENCH = {
    "Le maire a refusé de répondre à nos questions.": "The mayor refused to answer our questions.",
    "Service minimum diplomatique": "Bare minimum of diplomacy",
    "nous ne céderons jamais à la menace": "we shall never yield to threats",
}
PROSE = "The committee met on Thursday and decided to postpone the vote until the spring."
PIECES = st.sampled_from(
    [
        *FRENCH,
        PROSE,
        *PROSE.split()[:4],
        *"< > & &amp; &eacute; &nbsp; &lt;b> <!-- --> <![CDATA[ ]]> /> \" ' = \x00 é ⟦ ⟧ « » “ ”".split(),
        *" \n \r\n \t\f".split(" "),
        " ",
        *"<p> </p> <P <p/> <p lang=fr> <div> </div> <li> <td> <tr> <table> </table> <h2> </h2>".split(),
        *"<b> </b> <i> </i> <em> </em> <q> </q> <br> <br/> <hr> <wbr> <sup> </sup> <code> </code>".split(),
        *"<pre> </pre> <script> </script> <title> </title> <textarea> </textarea> <svg> </svg>".split(),
        *"<blockquote> </blockquote> <select> <option> <my-x> </my-x> <?xml <!doctype".split(),
        '<a href="x" title="Le maire a refusé de répondre à nos questions.">',
        "<img alt='Service minimum diplomatique'>",
        '<img alt="A cat">',
        '<span translate="no">',
        '<span lang="fr">',
        '<span data-onetongue="3">',
        "</span>",
        "</a>",
        "⟦fr→en 1: ",
        "{x1}",
    ]
)
SOUP = st.lists(st.one_of(PIECES, PIECES, st.text(max_size=3)), max_size=12).map(
    lambda parts: re.sub("[\ud800-\udfff]", "\ufffd", "".join(parts))
)
TAG = re.compile(r"</?[A-Za-z][^\s/>]*")


NORMALIZERS = {
    markers: ot.Normalizer(
        ot.Options(markers=markers, format="html"), engine=Engine(FRENCH, lambda _: PROSE)
    )
    for markers in ("attributes", "bracket", "none")
}


def tags(text: str) -> list[str]:
    found = (text[t.start : t.end] for t in tokens(text) if t.kind in {"start", "end", "raw"})
    return [TAG.match(tag)[0] for tag in found]  # type: ignore[index]


@given(SOUP)
def test_tokens_cover_the_text(text: str) -> None:
    found = list(tokens(text))
    assert [t.start for t in found] == [0, *(t.end for t in found)][: len(found)]
    assert "".join(text[t.start : t.end] for t in found) == text
    assert all(t.start < t.end for t in found)


@given(SOUP)
@example("Voir <i>Le maire a refusé de répondre à nos questions. </i>")
def test_regions_are_in_order_and_where_they_say(text: str) -> None:
    end = 0
    for region in read_text(text, requested="html").regions:
        assert isinstance(region.prose, Prose)
        assert end <= region.span.start
        end = region.span.end
        assert region.prose.runs[0].start == region.span.start
        assert region.prose.runs[-1].end == region.span.end
        assert all(r.raw == text[r.start : r.end] for r in region.prose.runs if r.role != "text")


@pytest.mark.parametrize("markers", NORMALIZERS)
@given(text=SOUP)
def test_any_soup_goes_there_and_back(markers: Markers, text: str) -> None:
    normalizer = NORMALIZERS[markers]
    result = normalizer.normalize(text)
    assert ot.revert(result.text, result.provenance()) == text
    end = shift = 0
    for record in result.records:
        start = record.source.start
        assert result.text[end + shift : start + shift] == text[end:start]
        end, shift = record.source.end, record.target.end - record.source.end
    assert result.text[end + shift :] == text[end:]
    again = normalizer.normalize(result.text)
    assert (again.text, again.records) == (result.text, ())


@given(SOUP.filter(lambda text: "<br" not in text))
def test_without_markers_every_tag_is_there_once(text: str) -> None:
    result = NORMALIZERS["none"].normalize(text)
    assert sorted(tags(result.text)) == sorted(tags(text))
