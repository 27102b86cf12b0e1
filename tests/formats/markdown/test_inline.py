"""Raw tags inside a line of Markdown: which are one stretch, which a pair around words, which alone."""

from __future__ import annotations

import pytest

from onetongue.formats.markdown.markdown import read
from onetongue.prose import Prose


def roles(tags: str) -> list[tuple[str, str]]:
    """The role and name of all that is no character in a line with these tags in it."""
    (region,) = read(f"Le maire a refusé {tags} à nos questions.\n").regions
    assert isinstance(region.prose, Prose)
    return [
        (run.role, run.tag) for run in region.prose.runs if run.role not in ("text", "character")
    ]


@pytest.mark.parametrize("name", ["code", "kbd", "samp", "var", "tt", "math", "svg"])
def test_code_stays_as_it_is(name: str) -> None:
    assert roles(f"<{name}>de *répondre*</{name}>") == [("object", "code")]


@pytest.mark.parametrize(
    "name", ["br", "hr", "img", "input", "wbr", "embed", "source", "track", "area", "col"]
)
def test_an_element_without_content_is_a_point(name: str) -> None:
    assert [role for role, _ in roles(f"x<{name}>de<{name} a='b'>y")] == ["point", "point"]
    assert [role for role, _ in roles(f"<{name}>de</{name}>")] == ["point", "point"]


@pytest.mark.parametrize("name", ["b", "span", "Link", "Frame", "Param", "Meta", "x-y"])
def test_others_are_pairs_around_words(name: str) -> None:
    assert roles(f"<{name}>de</{name}>") == [("open", name.lower()), ("close", name.lower())]


def test_without_its_end_a_tag_is_a_point() -> None:
    assert [role for role, _ in roles("<b>de")] == ["point"]
