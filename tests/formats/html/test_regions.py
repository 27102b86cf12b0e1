"""Blocks of HTML to regions."""

from __future__ import annotations

import pytest

from onetongue.document import Region, Span
from onetongue.formats.html.blocks import HtmlBlock
from onetongue.formats.html.regions import Maker
from onetongue.formats.html.walk import walk
from onetongue.prose import Prose

SIGNS = {"open": "(", "close": ")", "point": "*", "object": "@"}


def regions(source: str, protected: tuple[Span, ...] = (), ignored: tuple[int, ...] = ()) -> list[Region]:  # fmt: skip
    maker = Maker(source, protected, frozenset(ignored))
    found: list[Region] = []
    for item in walk(source):
        if isinstance(item, HtmlBlock):
            found += maker.block(item)
        elif region := maker.said(item):
            found.append(region)
    return found


def read(source: str) -> list[str]:
    """What is read, with signs before the raw markup."""
    return [
        "".join(run.text if run.role in {"text", "character"} else SIGNS[run.role] + (run.text.strip() or run.raw) for run in region.prose.runs)
        for region in regions(source)
        if isinstance(region.prose, Prose)
    ]  # fmt: skip


@pytest.mark.parametrize(
    "source", ["", "<p>12 %</p>", "<p><code>le chat</code></p>", "<br><br>", "<p>&nbsp;</p>", "<b> </b>"]
)  # fmt: skip
def test_no_words_are_no_region(source: str) -> None:
    assert regions(source) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>Le chat</p>", ["Le chat"]),
        ("<p>Le <b>chat</b> noir</p>", ["Le (<b>chat)</b> noir"]),
        ("<p>Le <b>chat</i></b> noir</p>", ["Le (<b>chat*</i>)</b> noir"]),
        ("<p>Le <b><i>chat</b> noir</p>", ["Le (<b>*<i>chat)</b> noir"]),
        ("<p>Le <q>chat</q> noir</p>", ["Le (“chat)” noir"]),
        ("<p>Le <img> chat</p>", ["Le *<img> chat"]),
        # Short code is read, other things that must come through have a name of their own.
        ("<p>Le <code>f(x)</code> chat</p>", ["Le @`f(x)` chat"]),
        ("<p>Le <code>a&lt;b</code> chat</p>", ["Le @`a<b` chat"]),
        ("<p>Le <code>a`b</code> chat</p>", ["Le @{x1} chat"]),
        ("<p>Le <code>a<i>b</i></code> chat</p>", ["Le @{x1} chat"]),
        ("<p>Le <code>a&#10;b</code> chat</p>", ["Le @{x1} chat"]),
        (f"<p>Le <code>{'a' * 80}</code> chat</p>", [f"Le @`{'a' * 80}` chat"]),
        (f"<p>Le <code>{'a' * 81}</code> chat</p>", ["Le @{x1} chat"]),
        ("<p>Le <code> </code> chat</p>", ["Le @{x1} chat"]),
        ("<p>Le <math></math> et <b translate=no>x</b> noir</p>", ["Le @{x1} et @{x2} noir"]),
        ("<p>Le {x1} <math></math> noir</p>", ["Le {x1} @{xx1} noir"]),
        # A break divides, but in the middle of a sentence.
        ("Le chat<br>dort bien", ["Le chat*<br>dort bien"]),
        ("Le chat<br>Un rat", ["Le chat", "Un rat"]),
        ("Le chat.<br>dort bien", ["Le chat.", "dort bien"]),
        ("Le chat.»)<br>dort bien", ["Le chat.»)", "dort bien"]),
        ("Le chat,<br>dort bien", ["Le chat,*<br>dort bien"]),
        ("Le chat<br><br>dort bien", ["Le chat", "dort bien"]),
        ("Le chat<br> <b>dort</b> bien", ["Le chat*<br> (<b>dort)</b> bien"]),
        ("Le chat <b> </b><br>dort bien", ["Le chat (<b> )</b>*<br>dort bien"]),
        ("Le chat<br>&eacute;tait là", ["Le chat*<br>était là"]),
        ("Le chat&#46;<br>dort bien", ["Le chat.", "dort bien"]),
        ("Le chat<br><code>x</code> dort", ["Le chat", "@`x` dort"]),
        ("Le chat <code>x.</code><br>dort bien", ["Le chat @`x.`*<br>dort bien"]),
        ("Le<br>chat<br>Un rat", ["Le*<br>chat", "Un rat"]),
        ("<br>Le chat<br>", ["Le chat"]),
        ("Le\nchat<br>dort\n\nbien", ["Le\nchat*<br>dort bien"]),
        ("Le\nchat dort\n\nbien", ["Le\nchat dort bien"]),
        ("<img alt='Le &amp; chat'>", ["Le & chat"]),
    ],
)
def test_what_is_read(source: str, expected: list[str]) -> None:
    assert read(source) == expected


@pytest.mark.parametrize(
    ("source", "tags"),
    [
        ("<p>Le chat</p>", ["<p>"]),
        ("<p>Le chat<br>dort</p>", ["<p>"]),
        ("<p>Le chat<br>Un rat</p>", [None, None]),
        ("<p><br>Le chat</p>", [None]),
        ("<img alt='Le chat'>", [None]),
    ],
)
def test_the_element_of_a_part(source: str, tags: list[str | None]) -> None:
    found = [one.prose.element for one in regions(source) if isinstance(one.prose, Prose)]
    assert [element and element.raw for element in found] == tags


def test_declared_languages() -> None:
    source = "<div lang=fr>Le chat <i lang=it>il gatto</i> dort<br>Un rat</div><p>The cat</p>"
    start = source.index("fr")

    def declared(ignored: tuple[int, ...]) -> list[list[tuple[str, str]]]:
        return [
            [(region.prose.text[a:b], tag) for a, b, tag in region.prose.declared]
            for region in regions(source, ignored=ignored)
            if isinstance(region.prose, Prose)
        ]

    assert declared(()) == [
        [("Le chat ", "fr"), ("il gatto", "it"), (" dort", "fr")], [("Un rat", "fr")], [],
    ]  # fmt: skip
    assert declared((start,)) == [[("il gatto", "it")], [], []]
    (value, *_) = regions("<img lang=fr alt='Le chat'>")
    assert isinstance(value.prose, Prose)
    assert value.prose.declared == ((0, 7, "fr"),)
    assert not value.prose.holds_markup


def test_what_must_stay() -> None:
    source = "<p>Un chat ⟦a⟧ et <b data-onetongue=1>the cat</b> dort</p><p>Un rat ⟦b⟧ dort</p>"
    spans = tuple(Span(source.index(f"⟦{c}"), source.index(f"⟦{c}") + 3) for c in "ab")
    first, second = regions(source, spans)
    assert [span.of(source) for span in first.protected] == ["⟦a⟧", "<b data-onetongue=1>the cat</b>"]  # fmt: skip
    assert [span.of(source) for span in second.protected] == ["⟦b⟧"]
    inside = Span(source.index("the cat"), source.index(" dort"))
    (region, _) = regions(source, (inside,))
    assert [span.of(source) for span in region.protected] == ["<b data-onetongue=1>the cat</b>"]
    over = Span(source.index("<b"), source.index("rt</p>"))
    (region, _) = regions(source, (over,))
    assert [span.of(source) for span in region.protected] == ["<b data-onetongue=1>the cat</b> do"]
