"""Markdown as the parser sees it, with the place of every piece."""

from __future__ import annotations

import pytest

from onetongue.formats.markdown.parse import lines, marks, parse


def inline(text: str) -> list[tuple[str, list[str], list[str]]]:
    """The content of each block, its marks, and its lines, each as it stands in the text."""
    return [
        (
            token.content,
            [token.content[mark.start : mark.end] for mark in marks(token.children)],
            [text[start:end] for start, end in lines(token)],
        )
        for token in parse(text).tokens
        if token.type == "inline"
    ]


def marked(text: str) -> list[str]:
    (block,) = inline(text)
    return block[1]


@pytest.mark.parametrize(
    "text",
    [
        "snake_case 5 * 3",
        "a *b",
        "a*",
        "[a]",
        "[a](b c)",
        "x[^1] [^ 2]",
        "[^a b]",
        "a < b & c",
        "``a`",
        "<http: //x>",
        "http://example.org",
    ],
)
def test_words_have_no_marks(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a **b** c", "** **"),
        ("a _b_ ~c~ ~~d~~", "_ _ ~ ~ ~~ ~~"),
        ("***a***", "* ** ** *"),
        ("**a *b***", "** * * **"),
        ("***a** b*", "* ** ** *"),
        ("****a****", "** ** ** **"),
        ("*a **b* c", "* *"),
        ("**a*", "* *"),
        ("`c` ``d`e``", "`c` ``d`e``"),
        ("[a](b) [c](<d> 'e')", "[ ](b) [ ](<d>|'e')"),
        ("a ![b *c*](d) e", "![b|*c*](d)"),
        ("[![a](b)](c)", "[ ![a](b) ](c)"),
        ("<b>c</b> <!--d-->", "<b> </b> <!--d-->"),
        ("<http://x.org>", "<http://x.org>"),
        ("\\* &amp; &#65;", "\\* &amp; &#65;"),
    ],
)
def test_each_mark_stands_where_it_says(text: str, expected: str) -> None:
    assert marked(text) == [one.replace("|", " ") for one in expected.split()]


def test_line_breaks_and_notes_are_marks() -> None:
    assert marked("a\nb  \nc\\\nd") == ["\n", "\n", "\\\n"]
    assert inline("x[^1]y\n\n[^1]: *n*\n") == [
        ("x[^1]y", ["[^1]"], ["x[^1]y"]),
        ("*n*", ["*", "*"], ["*n*"]),
    ]
    long = "n" * 1000
    assert inline(f"x[^{long}]\n\n[^{long}]: n\n")[0][1] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> a\n> b", ["a", "b"]),
        ("- a\n  b", ["a", "b"]),
        ("  a\n   b", ["a", "b"]),
        ("1. > a\nb", ["a", "b"]),
        ("# a #", ["# a #"]),
        ("> ## a", ["## a"]),
        ("> a\n> ===", ["a", "==="]),
        ("y\nz", ["y", "z"]),
    ],
)
def test_lines_begin_after_the_signs_of_what_they_stand_in(text: str, expected: list[str]) -> None:
    ((_, _, found),) = inline(text)
    assert found == expected


def test_lines_of_later_blocks() -> None:
    assert [found for *_, found in inline("x\n\n- y\n\n  z\n\n|a|b|\n|-|-|\n|c|d|\n")] == [
        ["x"], ["y"], ["z"], ["|a|b|"], ["|a|b|"], ["|c|d|"], ["|c|d|"],
    ]  # fmt: skip


def test_labels_may_be_defined_elsewhere() -> None:
    labels = parse("[a]: /x\n").references
    assert list(labels) == ["A"]
    assert set(parse("[b]: /y\n", labels).references) == {"A", "B"}
    assert list(labels) == ["A"]
    (token,) = (token for token in parse("[a]", labels).tokens if token.type == "inline")
    assert [mark.token.type for mark in marks(token.children)] == ["link_open", "link_close"]
    assert marks(None) == []
