"""The content of a block put into a builder."""

from __future__ import annotations

import pytest

from onetongue.formats.builder import Builder
from onetongue.formats.markdown.parse import Mark, marks, parse
from onetongue.formats.markdown.places import ContentPlaces, cells_of, of_cell, of_lines
from onetongue.formats.markdown.words import SOFT, MarkRole, Words
from onetongue.prose import BREAK, Prose, Run

FORCED = MarkRole("point", BREAK)


def content_of(text: str) -> tuple[str, ContentPlaces, list[Mark]]:
    token = next(token for token in parse(text).tokens if token.type == "inline")
    places = of_lines(token.content, text, token.meta["lines"])
    assert places
    return token.content, places, marks(token.children)


def runs(text: str, role: MarkRole | None = None) -> tuple[Run, ...]:
    """The runs of a block in which every mark has this role."""
    content, places, found = content_of(text)
    builder = Builder(text)
    words = Words(content, places, builder, start=0, at=places.start)
    for mark in found:
        is_soft = mark.token.type == SOFT
        words.read(mark.start, is_break=is_soft or role == FORCED)
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
    ("text", "raw"),
    [
        ("un\ndeux", "\n"),
        ("> un\n>  deux", "\n>  "),
        ("- un\n  deux", "\n  "),
        ("un \ndeux", " \n"),
    ],
)
def test_a_soft_break_has_what_belongs_to_it(text: str, raw: str) -> None:
    first, one, last = runs(text)
    assert (first.text, last.text) == ("un", "deux")
    assert (one.role, one.text, one.raw) == ("character", "\n", raw)
    assert (one.start, one.end) == (first.end, last.start)


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("un  \ndeux", "  \n"),
        ("un\\\ndeux", "\\\n"),
        ("> un   \n> deux", "   \n> "),
        ("> un\\\ndeux", "\\\n"),
        ("- un  \n  deux", "  \n  "),
        ("un <br/>deux", " <br/>"),
    ],
)
def test_a_forced_break_is_spelled_as_it_was(text: str, raw: str) -> None:
    first, one, last = runs(text, FORCED)
    assert (first.text, last.text) == ("un", "deux")
    assert (one.role, one.tag, one.text, one.raw) == ("point", BREAK, " ", raw)
    assert (one.start, one.end) == (first.end, last.start)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (MarkRole("point", "x"), [("point", "", "`a`")]),
        (MarkRole("object", "code", "a"), [("object", "`a`", "`a`")]),
        (MarkRole("character", text="b"), [("character", "b", "`a`")]),
        (MarkRole("open", "b"), [("point", "", "`a`")]),
        (MarkRole("close", "b"), [("point", "", "`a`")]),
        (MarkRole("image"), [("point", "", "`a`")]),
    ],
)
def test_what_a_mark_becomes(role: MarkRole, expected: list[tuple[str, str, str]]) -> None:
    first, *found, last = runs("un `a` deux", role)
    assert (first.text, last.text) == ("un ", " deux")
    assert [(run.role, run.text, run.raw) for run in found] == expected


def test_a_language_is_declared_where_its_pair_ends() -> None:
    content, places, found = content_of("Look *le chat* here")
    builder = Builder(content)
    words = Words(content, places, builder, start=0, at=places.start)
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
    words = Words(content, places, builder, start=0, at=places.start)
    words.read(9)
    words.read(len(content))
    region = builder.region("paragraph", "")
    assert region
    assert isinstance(region.prose, Prose)
    assert region.prose.text == content
    escaped = [(run.text, run.raw) for run in region.prose.runs if run.role == "character"]
    assert escaped == [("|", r"\|")] * 2
