"""Which element a tag ends, and what elements hand down."""

from __future__ import annotations

import pytest

from onetongue.formats.html.stack import ElementContext, Language, Open, Stack, is_block


def stack(names: str) -> Stack:
    made = Stack()
    for at, name in enumerate(names.split()):
        made.push(Open(name, name, at, at + 1, ElementContext(rule=str(at))))
    return made


def ended(open_: str, tag: str) -> str:
    """The name of the element that a tag ends, with all that are inside of it."""
    made = stack(open_)
    index = made.ended_by_end(tag[1:]) if tag.startswith("/") else made.ended_by_start(tag)
    return " ".join(reversed([one.name for one in made.pop_to(index)])) if index >= 0 else ""


@pytest.mark.parametrize(
    ("open_", "tag"),
    [
        ("", "p"),
        ("", "/p"),
        ("p", "b"),
        ("p", "span"),
        ("b", "b"),
        ("div", "div"),
        ("p button", "p"),
        ("p table td", "p"),
        ("li ul", "li"),
        ("li ol", "li"),
        ("dd dl", "dt"),
        ("td table tr", "td"),
        ("tr table", "tr"),
        ("h1 div", "h2"),
        ("option datalist", "option"),
        # An end tag without a beginning, or with one further out than it reaches.
        ("p", "/b"),
        ("b p", "/b"),
        ("p table td", "/p"),
        ("table tr td", "/tbody"),
        ("tr table", "/tr"),
        ("h1 td", "/h1"),
        ("button template", "/button"),
    ],
)
def test_nothing_ends(open_: str, tag: str) -> None:
    assert ended(open_, tag) == ""


@pytest.mark.parametrize(
    ("open_", "tag", "expected"),
    [
        ("div p", "p", "p"),
        ("p b i", "div", "p b i"),
        ("p", "table", "p"),
        ("p b", "pre", "p b"),
        ("li", "li", "li"),
        ("li p", "li", "li p"),
        ("ul li b", "li", "li b"),
        ("dl dt", "dd", "dt"),
        ("tr td b", "th", "td b"),
        ("table caption", "tr", "caption"),
        ("h1 b", "h2", "h1 b"),
        ("button b", "button", "button b"),
        ("head", "body", "head"),
        ("select option", "option", "option"),
        ("b", "/b", "b"),
        ("p b i", "/b", "b i"),
        ("b b", "/b", "b"),
        ("p b", "/p", "p b"),
        ("div p", "/div", "div p"),
        ("td", "/td", "td"),
        ("table tr td p", "/table", "table tr td p"),
        ("table table", "/table", "table"),
        ("h1", "/h2", "h1"),
        ("th p", "/th", "th p"),
        ("pre", "/pre", "pre"),
    ],
)
def test_what_ends(open_: str, tag: str, expected: str) -> None:
    assert ended(open_, tag) == expected


@pytest.mark.xfail(reason="just the innermost of what it ends is ended", strict=True)
@pytest.mark.parametrize(
    ("open_", "tag", "expected"),
    [
        ("table tr td", "tr", "tr td"),
        ("table tbody tr td", "tbody", "tbody tr td"),
        ("select optgroup option", "optgroup", "optgroup option"),
    ],
)
def test_all_that_ends(open_: str, tag: str, expected: str) -> None:
    assert ended(open_, tag) == expected


def test_the_innermost_hands_down() -> None:
    made = stack("div p b")
    assert (len(made), made.context.rule) == (3, "2")
    assert [one.name for one in made.pop_to(1)] == ["b", "p"]
    assert (len(made), made.context.rule) == (1, "0")
    assert made.pop_to(1) == []
    made.pop_to(0)
    assert (len(made), made.context) == (0, ElementContext())
    # What was closed is open no more.
    assert made.ended_by_end("p") == -1
    made.push(Open("b", "b", 0, 1, ElementContext()))
    assert made.ended_by_end("b") == 0


def test_what_is_handed_down() -> None:
    french = Language("fr", 7)
    outer = ElementContext(language=french)
    assert outer.inside("b", None) is outer
    assert outer.inside("b", french) is outer
    assert outer.inside("b", Language()) == ElementContext()
    assert outer.inside("h2", None) == ElementContext("heading", "h2 element", french)
    assert ElementContext().inside("blockquote", french) == ElementContext("quotation", "blockquote element", french)  # fmt: skip
    assert ElementContext(fixed="x").inside("h2", None).fixed == "x"
    assert ElementContext("caption", "x").inside("p", None) == ElementContext("caption", "x")


def test_blocks() -> None:
    assert [name for name in ("p", "td", "label", "select", "b", "a", "br", "x-y") if is_block(name)] == ["p", "td", "label", "select"]  # fmt: skip
