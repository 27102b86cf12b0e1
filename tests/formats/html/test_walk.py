"""From tags to the blocks that a person reads."""

from __future__ import annotations

import pytest

from onetongue.formats.html.blocks import HtmlBlock
from onetongue.formats.html.walk import walk

MARK = {"text": "", "open": "(", "close": ")", "point": "*", "object": "@", "code": "`", "break": "/"}  # fmt: skip


def blocks(source: str) -> list[HtmlBlock]:
    return [item for item in walk(source) if isinstance(item, HtmlBlock)]


def read(source: str) -> list[str]:
    """Each block with signs before its markup; values of attributes in brackets."""
    return [
        "|".join(MARK[piece.role] + source[piece.start : piece.end] for piece in item.pieces)
        if isinstance(item, HtmlBlock)
        else f"[{source[item.value.start : item.value.end]}]"
        for item in walk(source)
    ]


@pytest.mark.parametrize(
    "source",
    [
        "",
        "<p></p>",
        "<b></b>",
        "<br>",
        "<!-- le chat -->",
        "<pre>le chat</pre>",
        "<pre>le <b>chat</b> <code>x</code></pre>",
        "<script title='x'>le chat</script>",
        "<svg>le chat</svg>",
        "<svg><title>le chat",
        "<p translate=no>le <b>chat</b></p>",
        "<a translate=no>le chat",
        "<sup><a href=x>1</a></sup>",
        "<title></title>",
        "<title translate=no>le chat</title>",
        "<span data-onetongue=1><img alt='le chat'></span>",
        "<pre><title>le chat</title></pre>",
        "<pre><img alt='le chat'></pre>",
    ],
)
def test_nothing_is_read(source: str) -> None:
    assert read(source) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a", ["a"]),
        ("<p>a<p>b", ["a", "b"]),
        ("<p>a <b>c</b> d</p>", ["a |(<b>|c|)</b>| d"]),
        ("<p>a<b>c<p>d", ["a|(<b>|c", "d"]),
        ("a<hr>b<embed>c", ["a", "b", "c"]),
        ("a<br>b</br>c", ["a|/<br>|b|/</br>|c"]),
        ("a<wbr>b<img>c", ["a|*<wbr>|b|*<img>|c"]),
        ("</b>a", ["*</b>|a"]),
        ("a</p>b", ["a", "b"]),
        ("a</hr>b", ["a", "b"]),
        ("a<!-- x -->b", ["a|*<!-- x -->|b"]),
        ("a<script>x</script>b", ["a", "b"]),
        ("a<select>x</select>b", ["a", "x", "b"]),
        ("a<video>x</video>b", ["a", "b"]),
        ("a<template>x</template>b", ["a", "x", "b"]),
        ("<p>a<noscript>x</noscript>b</p>c", ["a", "x", "b", "c"]),
        ("<p>a<select><option value=1>x</select>b</p>c", ["a", "x", "b", "c"]),
        ("a[caption]<img>b[/caption]c", ["a", "*<img>|b", "c"]),
        ("[wp_caption x=1]a[/wp_caption]", ["a"]),
        ("a[caption", ["a[caption"]),
        ('[caption id="x" caption="le chat"]<img>[/caption]', ["[le chat]"]),
        ("<textarea>a\n \nb</textarea>", ["a", "b"]),
        ("<div>a<p>b</p>c</div>", ["a", "b", "c"]),
        ("a<svg></svg>b<math></math>", ["a|*<svg></svg>|b|@<math></math>"]),
        ("a<svg><p>b", ["a", "b"]),
        ("<?xml?><b/>a<p/>c", ["*<?xml?>|*<b/>|a", "c"]),
        # What is not read stands in its line as one, where it has its end tag.
        ("a<code>x <b>y</b></code>b", ["a|`<code>x <b>y</b></code>|b"]),
        ("a<code>x", ["a"]),
        ("<p>a<code>x<p>y</code>z", ["a", "y|*</code>|z"]),
        ("<b translate=no>x</b> y", ["@<b translate=no>x</b>| y"]),
        ("<p><b translate=no>x</p>y", ["y"]),
        ("<i>z<b translate=no>x</i>y", ["(<i>|z", "*</i>|y"]),
        ("a<span contenteditable>x</span>b", ["a", "b"]),
        # The mark of a note: a raised link without letters.
        ("<a class=mw-ref>1</a>x", ["*<a class=mw-ref>1</a>|x"]),
        ("a<sup><a>[1]</a></sup>b", ["a|*<sup><a>[1]</a></sup>|b"]),
        ("a<sup>1</sup>", ["a|(<sup>|1|)</sup>"]),
        ("a<sup><a>ab</a></sup>", ["a|(<sup>|(<a>|ab|)</a>|)</sup>"]),
        ("a<sup><a>b</a></sup>", ["a|*<sup><a>b</a></sup>"]),
        ("a<sup><i><a>1</a></i></sup>", ["a|*<sup><i><a>1</a></i></sup>"]),
        ("a<sup><i><a>1</a></i> </sup>", ["a|(<sup>|(<i>|(<a>|1|)</a>|)</i>| |)</sup>"]),
        # Values of attributes come before the block their tag stands in; an image's ends it.
        ("<p title='le chat'>a</p>", ["[le chat]", "a"]),
        ("a<b title='le chat'>c</b>", ["[le chat]", "a|(<b title='le chat'>|c|)</b>"]),
        ("a<img alt='le chat'>b", ["a", "[le chat]", "b"]),
        ("a<input placeholder='le chat'>b", ["a", "[le chat]", "b"]),
        ("<textarea title='le chat'>b</textarea>", ["[le chat]", "b"]),
        ("a<svg><title>b</title></svg>c", ["[b]", "a|*<svg><title>b</title></svg>|c"]),
        ("<pre title='le chat'>b</pre>", ["[le chat]"]),
        ("<b translate=no title='le chat'>b</b>c", ["@<b translate=no title='le chat'>b</b>|c"]),
        ("<title title='le rat'>le chat</title>", ["[le rat]", "le chat"]),
    ],
)  # fmt: skip
def test_blocks(source: str, expected: list[str]) -> None:
    assert read(source) == expected


@pytest.mark.parametrize(
    ("source", "tags"),
    [
        ("a", [None]),
        ("<b>a</b>", [None]),
        ("<div>a<p>b</p>c</div>", [None, "<p>", None]),
        ("<p>a<p>b", ["<p>", "<p>"]),
        ("<div><p>a</p></div>", ["<p>"]),
        ("<div>a</div>b", ["<div>", None]),
        ("<div><hr>a</div>", [None]),
        ("<li>a<li>b", ["<li>", "<li>"]),
        ("<p title='le chat'>a</p>", [None]),
        ("<p>a<div>b</div>", ["<p>", "<div>"]),
        ("<div>a</p>b</div>", [None, None]),
        ("<title>a</title>", ["<title>"]),
        ("<title title='le chat'>a</title>", [None]),
    ],
)
def test_the_element_that_a_block_fills(source: str, tags: list[str | None]) -> None:
    assert [one.element and source[slice(*one.element)] for one in blocks(source)] == tags
    assert [one.holds_markup for one in blocks(source)] == ["title" not in source or source[1] == "p"] * len(tags)  # fmt: skip


@pytest.mark.parametrize(
    ("source", "own"),
    [
        ("<b>a</b>", []),
        ("<b data-onetongue=1>a</b> b", ["<b data-onetongue=1>a</b>"]),
        ("a <b data-onetongue=1>c", ["<b data-onetongue=1>c"]),
        ("<p><b data-onetongue=1>c</p>", ["<b data-onetongue=1>c"]),
        ("<i><b data-onetongue=1>c</i>d", ["<b data-onetongue=1>c"]),
        ("<b data-onetongue=1><i data-onetongue=2>c</i>d</b>e", ["<b data-onetongue=1><i data-onetongue=2>c</i>d</b>"]),
    ],
)  # fmt: skip
def test_what_an_earlier_run_wrote(source: str, own: list[str]) -> None:
    (block,) = blocks(source)
    assert [source[start:end] for start, end in block.own] == own


def test_a_block_inside_what_an_earlier_run_wrote_is_not_read() -> None:
    first, *rest = read("<b data-onetongue=1>a<div>c</div></b>")
    assert first == "(<b data-onetongue=1>|a"
    assert "c" not in "".join(rest)


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("a", ["paragraph"]),
        ("<h1>a</h1>b", ["heading", "paragraph"]),
        ("<h1>a</h2>b", ["heading", "paragraph"]),
        ("<blockquote>a<p>b</blockquote>c", ["quotation", "quotation", "paragraph"]),
        ("<figcaption>a</figcaption>", ["caption"]),
        ("<title>a</title>", ["heading"]),
    ],
)
def test_kinds(source: str, kinds: list[str]) -> None:
    assert [one.context.kind for one in blocks(source)] == kinds


def test_languages() -> None:
    source = "<div lang=fr>a<i lang=it>b</i>c<p title='le chat'>d</p></div>e"
    items = list(walk(source))
    found = [
        [piece.language.tag for piece in one.pieces if piece.role == "text"]
        if isinstance(one, HtmlBlock)
        else one.language.tag
        for one in items
    ]
    assert found == [["fr", "it", "fr"], "fr", ["fr"], [""]]
