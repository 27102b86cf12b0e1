"""The content of a block put into a builder."""

from __future__ import annotations

import pytest

from onetongue.formats.builder import Builder
from onetongue.formats.markdown.parse import Mark, marks, parse
from onetongue.formats.markdown.places import ContentPlaces, cells_of, of_cell, of_lines
from onetongue.formats.markdown.words import BREAKS, MarkRole, Words
from onetongue.prose import Prose, Run


def content_of(text: str) -> tuple[str, ContentPlaces, list[Mark]]:
    token = next(token for token in parse(text).tokens if token.type == "inline")
    places = of_lines(token.content, text, token.meta["lines"])
    assert places
    return token.content, places, marks(token.children)


def runs(text: str, role: MarkRole | None = None, newline: str = "\n") -> tuple[Run, ...]:
    """The runs of a block in which every mark has this role."""
    content, places, found = content_of(text)
    builder = Builder(text)
    words = Words(content, places, builder, newline, start=0, at=places.start)
    for mark in found:
        words.read(mark.start, is_break=mark.token.type in BREAKS)
        words.put(mark, mark.end, role or MarkRole("point", "p"))
    words.read(len(content))
    region = builder.region("paragraph", "")
    assert region
    assert isinstance(region.prose, Prose)
    return region.prose.runs


@pytest.mark.parametrize("text", ["Le chat", "Le  chat | noir", "un 😀 deux"])
def test_words_are_one_run(text: str) -> None:
    assert runs(text) == (Run(0, len(text), text),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("un\ndeux", [("\n", "\n")]),
        ("> un\n>  deux", [("\n", "\n>  ")]),
        ("- un\n  deux", [("\n", "\n  ")]),
        ("un \ndeux", [("\n", " \n")]),
        # A hard one reads as a space, and is written in its own way.
        ("un  \ndeux", [(" ", " "), ("", "  |")]),
        ("un\\\ndeux", [(" ", "\\"), ("", "  |")]),
        ("> un   \n> deux", [(" ", " "), ("", "  |")]),
    ],
)
def test_a_line_break_has_what_belongs_to_it(text: str, expected: list[tuple[str, str]]) -> None:
    first, *breaks, last = runs(text, newline="|")
    assert (first.text, last.text) == ("un", "deux")
    assert [(run.text, run.raw) for run in breaks] == expected
    assert [run.role for run in breaks] == ["character", "point"][: len(breaks)]
    assert breaks[0].start == first.end
    assert breaks[-1].end == last.start


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (MarkRole("point", "x"), [("point", "", "`a`")]),
        (MarkRole("object", "code", "a"), [("object", "`a`", "`a`")]),
        (MarkRole("character", text="b"), [("character", "b", "`a`")]),
        (MarkRole("open", "b"), [("point", "", "`a`")]),
        (MarkRole("close", "b"), [("point", "", "`a`")]),
        (MarkRole("image"), [("point", "", "`a`")]),
        (MarkRole("point", "br"), [("character", " ", "`"), ("point", "", "`a`")]),
    ],
)
def test_what_a_mark_becomes(role: MarkRole, expected: list[tuple[str, str, str]]) -> None:
    first, *found, last = runs("un `a` deux", role)
    assert (first.text, last.text) == ("un ", " deux")
    assert [(run.role, run.text, run.raw) for run in found] == expected


def test_a_language_is_declared_where_its_pair_ends() -> None:
    content, places, found = content_of("Look *le chat* here")
    builder = Builder(content)
    words = Words(content, places, builder, "\n", start=0, at=places.start)
    roles = [MarkRole("open", "em", language="fr"), MarkRole("close", "em")]
    for mark, role in zip(found, roles, strict=True):
        words.read(mark.start)
        words.put(mark, mark.end, role)
    words.read(len(content))
    region = builder.region("paragraph", "")
    assert region
    assert isinstance(region.prose, Prose)
    assert [region.prose.text[a:b] for a, b, _ in region.prose.declared] == ["le chat"]


def test_the_backslash_of_a_bar_is_no_word() -> None:
    text = r"|le chat \|\| noir|"
    (cell,) = cells_of(text, (0, len(text)))
    content = "le chat || noir"
    places = of_cell(content, text, cell)
    assert places
    builder = Builder(text)
    words = Words(content, places, builder, " ", start=0, at=places.start)
    words.read(9)
    words.read(len(content))
    region = builder.region("paragraph", "")
    assert region
    assert isinstance(region.prose, Prose)
    assert region.prose.text == content
    escaped = [(run.text, run.raw) for run in region.prose.runs if run.role == "character"]
    assert escaped == [("|", r"\|")] * 2
