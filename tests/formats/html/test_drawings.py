"""The words of a drawing."""

from __future__ import annotations

import pytest

from onetongue.formats.html.drawings import DIVIDED, DrawnWords, words_of


def drawn(inner: str) -> list[DrawnWords]:
    source = f"a<svg>{inner}</svg>"
    return list(words_of(source, 6, len(source)))


def read(inner: str) -> list[str]:
    source = f"a<svg>{inner}</svg>"
    return [source[one.value.start : one.value.end] for one in drawn(inner)]


@pytest.mark.parametrize(
    "inner",
    [
        "",
        "le chat",
        "<g>le chat</g>",
        "<title></title><text> </text>",
        "<title/>le chat",
        "<![CDATA[<title>le chat</title>]]>",
        "<style>le chat</style><script>le chat</script>",
        "<!-- <title>le chat</title> -->",
        "<path title='le chat'/>",
        "<title translate=no>le chat</title>",
        "<g translate=no><g><text>le chat</text></g></g>",
        "<g class=notranslate><title>le chat</title></g>",
        "<svg><title>le chat</title></svg>",
        "<text>le chat",
        "</text>le chat</g>",
        "<foreignObject><p>le chat</p></foreignObject>",
    ],
)
def test_nothing_is_read(inner: str) -> None:
    assert drawn(inner) == []


@pytest.mark.parametrize(
    ("inner", "words", "kind"),
    [
        ("<title>le chat</title>", "le chat", "caption"),
        ("<g><desc>le chat</desc></g>", "le chat", "paragraph"),
        ("<text x=1>le chat</text>", "le chat", "caption"),
        ("<text><tspan>le chat</tspan> </text>", "le chat", "caption"),
        ("<g translate=no></g><text>le chat</text>", "le chat", "caption"),
        ("</g><text><a>le chat</text>", "le chat", "caption"),
    ],
)
def test_words(inner: str, words: str, kind: str) -> None:
    (found,) = drawn(inner)
    assert (read(inner), found.value.kind, found.fixed) == ([words], kind, "")


def test_a_label_in_parts_is_fixed() -> None:
    found = drawn("<text>un <tspan>chat</tspan></text><text>deux</text>")
    assert [one.fixed for one in found] == [DIVIDED, DIVIDED, ""]


def test_the_language_is_the_innermost() -> None:
    found = drawn("<g lang=fr><text>un</text><text xml:lang=de>zwei</text></g><text>trois</text>")
    assert [one.language and one.language.tag for one in found] == ["fr", "de", None]


@pytest.mark.parametrize("one", ["<g>", "<text>a", "</g>", "<title>", "<", "<svg>", "<g></x>"])
def test_it_is_linear(one: str) -> None:
    assert len(drawn(one * (60_000 // len(one)))) < 60_000
