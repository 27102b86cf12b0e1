"""Regions put together run by run."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from support.marked import unmark

from onetongue.document import Region, Span
from onetongue.formats.builder import Builder
from onetongue.prose import BREAK, Element, Prose

if TYPE_CHECKING:
    from collections.abc import Sequence


@pytest.mark.parametrize(("before", "read"), [("un", " "), ("un ", ""), ("un\n", "")])
def test_a_line_break_reads_as_white_space_of_its_own_or_beside_it(before: str, read: str) -> None:
    source = f"{before}<br>deux"
    builder = Builder(source)
    builder.text(0, len(before))
    builder.line_break(len(before), len(before) + 4)
    builder.text(len(before) + 4, len(source))
    region = builder.region("paragraph", "")
    assert region
    assert isinstance(region.prose, Prose)
    ((at, run),) = region.prose.points()
    assert (at, run.tag, run.text, run.raw) == (len(before), BREAK, read, "<br>")


def built(source: str, *, keeps_halves: bool = False) -> Builder:
    """`<b>` opens, `</b>` closes, `*` is a point, `@` an object, `&` a character that reads as é."""
    builder = Builder(source, keeps_halves=keeps_halves)
    at = 0
    while at < len(source):
        end = at + 1
        if source[at] == "<":
            end = source.index(">", at) + 1
            name = source[at:end].strip("</>")
            if source[at + 1] == "/":
                builder.close(at, end, name)
            else:
                builder.open(at, end, name)
        elif source[at] == "*":
            builder.point(at, end)
        elif source[at] == "@":
            builder.object(at, end)
        elif source[at] == "&":
            builder.character(at, end, "é")
        else:
            while end < len(source) and source[end] not in "<*@&":
                end += 1
            builder.text(at, end)
        at = end
    return builder


def region(source: str, protected: Sequence[Span] = (), *, keeps_halves: bool = False) -> Region | None:  # fmt: skip
    return built(source, keeps_halves=keeps_halves).region("caption", "why", protected=protected)


def roles(source: str, *, keeps_halves: bool = False) -> str:
    prose = cast("Prose", cast("Region", region(source, keeps_halves=keeps_halves)).prose)
    return " ".join(f"{run.role}{run.pair or ''}" for run in prose.runs)


@pytest.mark.parametrize(
    "source", ["", "  ", "*", "<b></b>", "12 %", "@", "a", "\u200b", "<b>@</b> *", "https://x.org"]
)
def test_nobodys_prose_is_no_region(source: str) -> None:
    assert region(source) is None


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("⟦Le chat⟧", "Le chat"),
        (" \n⟦Le chat⟧ ", "Le chat"),
        ("*⟦Le chat⟧*", "Le chat"),
        ("⟦Le *chat⟧ *", "Le chat"),
        ("<b>⟦Le chat⟧</b>", "Le chat"),
        ("⟦<b>Le</b> chat⟧", "Le chat"),
        ("⟦&t& @⟧", "été {x1}"),
        ("\u200b⟦Le chat⟧\ufeff", "Le chat"),
        ("\u0301⟦Le chat⟧", "Le chat"),
    ],
)
def test_a_region_begins_and_ends_with_its_words(marked: str, text: str) -> None:
    source, ((start, end),) = unmark(marked)
    found = region(source)
    assert found
    assert (found.kind, found.rule, found.span) == ("caption", "why", Span(start, end))
    assert found.prose
    assert found.prose.text == text


@pytest.mark.parametrize(
    ("source", "expected", "with_halves"),
    [
        ("Le <b>chat</b> dort", "text open1 text close1 text", None),
        ("Le <b><i>chat</i></b> dort", "text open1 open2 text close2 close1 text", None),
        ("Le <b>chat <b>noir</b> dort", "text point text open2 text close2 text", "text open1 text open2 text close2 text"),
        ("Le <b>chat dort", "text point text", "text open1 text"),
        ("Le chat</b> dort", "text point text", "text close1 text"),
        ("Le <i>chat</b> dort</i> bien", "text open1 text point text close1 text", "text open1 text close2 text close1 text"),
        ("Le <b><i>chat</b> dort</i> ici", "text open1 point text close1 text point text", "text open1 open2 text close1 text close3 text"),
    ],
)  # fmt: skip
def test_markup_is_paired(source: str, expected: str, with_halves: str | None) -> None:
    assert roles(source) == expected
    assert roles(source, keeps_halves=True) == (with_halves or expected)


def test_closing_tells_whether_anything_was_open() -> None:
    builder = built("<b><i>x")
    assert builder.close(7, 8, "b")
    assert not builder.close(8, 9, "i")
    assert not builder.close(9, 10, "b")


def test_what_a_placeholder_is_called() -> None:
    source = "Le {x1} @ et {x3} @ dort"
    found = region(source)
    assert found
    assert found.prose
    assert found.prose.text == "Le {x1} {x2} et {x3} {x4} dort"


@pytest.mark.parametrize(
    ("text", "tag", "read"),
    [
        ("f(x)", "code", "`f(x)`"),
        ("a`b", "code", "{x1}"),
        ("a\nb", "code", "{x1}"),
        ("http://x.org", "link", "http://x.org"),
        ("", "link", "{x1}"),
    ],
)
def test_what_an_object_reads_as(text: str, tag: str, read: str) -> None:
    builder = Builder("Le chat . dort")
    builder.text(0, 8)
    builder.object(8, 9, text, tag)
    builder.text(9, 14)
    found = builder.region("paragraph", "")
    assert found
    assert found.prose
    assert found.prose.text == f"Le chat {read} dort"
    assert (builder.length, builder.start, builder.end) == (len(found.prose.text), 0, 14)


def test_what_is_written_may_be_something_else() -> None:
    builder = Builder("0123456789 Le chat")
    assert (builder.start, builder.end, builder.length) == (0, 0, 0)
    builder.open(0, 1, "b", raw="", text="“", is_joined=True)
    builder.point(1, 2, "p", raw="+", text=" ")
    builder.object(2, 3, "x", raw="-")
    builder.close(3, 4, "b", raw="<", text="”")
    builder.text(4, 4)
    builder.text(4, 18, "tag")
    prose = cast("Region", builder.region("paragraph", "")).prose
    assert isinstance(prose, Prose)
    assert [(run.raw, run.text, run.tag, run.is_joined) for run in prose.runs] == [
        ("", "“", "b", True), ("+", " ", "p", False), ("-", "x", "", False),
        ("<", "”", "b", False), ("", "456789 Le chat", "tag", False),
    ]  # fmt: skip


def test_languages_outer_first() -> None:
    builder = Builder("Un gros chat dort")
    builder.text(0, 17)
    for start, language in [(8, "it"), (0, "fr"), (17, "es"), (3, "en")]:
        builder.declare(start, language)
    element = Element(0, 3, "<p>")
    prose = cast("Region", builder.region("paragraph", "", element=element)).prose
    assert isinstance(prose, Prose)
    assert prose.declared == ((0, 17, "fr"), (3, 17, "en"), (8, 17, "it"))
    assert prose.element == element


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("⟦a⟧ Le chat ⟦b⟧", ""),
        (" ⟦a ⟧Le chat ⟦b⟧ dort ⟦c⟧", "a |b|c"),
        ("Le ⟦<b>chat</b>⟧ dort", "<b>chat</b>"),
        ("⟦x ⟧ Le chat dort", "x "),
    ],
)
def test_protected_stretches_are_those_inside(marked: str, expected: str) -> None:
    source, spans = unmark(marked)
    found = region(source, [Span(*span) for span in spans])
    assert found
    assert "|".join(span.of(source) for span in found.protected) == (expected or "a|b")


def test_a_stretch_that_goes_over_the_edge_is_cut() -> None:
    source = "  Le chat dort  "
    found = region(source, [Span(0, 2), Span(2, 4), Span(10, 16)])
    assert found
    assert [span.of(source) for span in found.protected] == ["Le", "dort"]
    assert region(source, [Span(0, 16)]) is None
    assert region("Le chat @ 12", [Span(0, 7)]) is None
