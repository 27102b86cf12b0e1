"""The article of the fixtures as a page, with the embedded engine."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import lxml.html
import pytest

import onetongue as ot

if TYPE_CHECKING:
    from onetongue.document import Markers

FOLDER = Path(__file__).parents[3] / "fixtures" / "nagorno-karabakh-html"
SOURCE = (FOLDER / "input.html").read_bytes()
BRACKET = re.compile(r"⟦fr→en\?? ([0-9]+): (?:[^\\⟦⟧]|\\.)+⟧")


def normalized(data: bytes, markers: Markers | None = None) -> ot.NormalizedDocument:
    normalizer = ot.Normalizer(ot.Options(engine="embedded", markers=markers))
    return normalizer.normalize_bytes(data, name="input.html")


def test_the_output_is_the_expected_one() -> None:
    expected = (FOLDER / "expected.html").read_bytes().decode()
    assert BRACKET.sub(r"⟦fr→en \1: …⟧", normalized(SOURCE, "bracket").text) == expected


@pytest.mark.parametrize("markers", [None, "bracket", "none"])
def test_there_and_back_and_once_more(markers: Markers | None) -> None:
    result = normalized(SOURCE, markers)
    assert ot.revert(result.text, result.provenance()).encode() == SOURCE
    assert normalized(result.text.encode(), markers).text == result.text


def test_what_a_browser_makes_of_it() -> None:
    result = normalized(SOURCE)
    before, after = (lxml.html.fromstring(text) for text in (SOURCE.decode(), result.text))
    assert [e.tag for e in after.iter()] != []
    assert sorted(str(e.tag) for e in after.iter()) == sorted(str(e.tag) for e in before.iter())
    marked = after.xpath("//*[@data-onetongue]")
    assert [(e.tag, e.get("data-onetongue")) for e in marked] == [
        ("figcaption", "1"),
        ("h2", "2"),
        ("p", "3"),
    ]
    assert {e.get("lang") for e in marked} == {"en-t-fr-t0-und"}
    (paragraph,) = after.xpath("//p[@data-onetongue]")
    assert paragraph.xpath(".//a/@href") == ["/people/dmitri-peskov"]
    assert len(paragraph.xpath(".//em")) == 1
