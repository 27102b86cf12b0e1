"""The words and the markup of one block."""

from __future__ import annotations

import pytest

from onetongue.formats.builder import Builder
from onetongue.formats.markdown.inline import InlinePart, parts
from onetongue.formats.markdown.markdown import read as read_markdown
from onetongue.formats.markdown.parse import parse
from onetongue.formats.markdown.places import of_lines
from onetongue.prose import Prose

SIGNS = {"open": "(", "close": ")", "point": "*", "object": "@"}
LABELS = "\n\n[chat]: /x\n[le chat]: /y\n"


def cut(text: str, start: int = 0) -> list[InlinePart]:
    token = next(token for token in parse(text + LABELS).tokens if token.type == "inline")
    places = of_lines(token.content, text, token.meta["lines"])
    assert places

    def make(is_description: bool) -> Builder:
        return Builder(text, holds_markup=not is_description)

    return parts(token.content, token.children, places, make, start=start)


def said(part: InlinePart) -> str:
    """What a part reads as, with its markup; images in brackets, alone on their line in two."""
    region = part.words.region("paragraph", "")
    if not region or not isinstance(region.prose, Prose):
        return ""
    words = "".join(
        run.text if run.role in {"text", "character"} else f"{SIGNS[run.role]}{run.tag}|{run.text * (run.role == 'object')}"
        for run in region.prose.runs
    )  # fmt: skip
    assert region.prose.holds_markup != part.is_image
    if not part.is_image:
        return words
    words += "^" * part.is_label
    return f"[[{words}]]" if part.is_alone else f"[{words}]"


def read(text: str) -> list[str]:
    return [words for words in map(said, cut(text)) if words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le chat", "Le chat"),
        ("snake_case et 5 * 3", "snake_case et 5 * 3"),
        # Tags without another half, or that need none, are points.
        ("Le <b>chat", "Le *html_inline|chat"),
        ("Le chat</b> dort", "Le chat*html_inline| dort"),
        ("Le <img> chat</img> dort", "Le *html_inline| chat*html_inline| dort"),
        ("Le <b/>chat</b> dort", "Le *html_inline|chat*html_inline| dort"),
        ("Le <!-- b -->chat", "Le *html_inline|chat"),
        # Emphasis never ends in a tag that began before it, nor a tag in it.
        ("Le <b>chat *noir</b> dort*", "Le *html_inline|chat (em|noir*html_inline| dort"),
        # An image that says nothing is a point.
        ("Le ![](a) chat", "Le *image| chat"),
        ("Le ![12](a) chat", "Le *image| chat"),
        ("Le chat\nnoir", "Le chat\nnoir"),
    ],
)
def test_no_pair(text: str, expected: str) -> None:
    found = read(text)
    assert len(found) == 1
    assert found[0].startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le *chat* **noir** ~dort~", "Le (em|chat)em| (strong|noir)strong| (s|dort)s|"),
        ("Le <b>chat</b> dort", "Le (b|chat)b| dort"),
        ("Le <B>chat</b > dort", "Le (b|chat)b| dort"),
        ("Le <b><i>chat</b> dort", "Le (b|*html_inline|chat)b| dort"),
        ("Le <b>chat <b>noir</b> dort</b> ici", "Le (b|chat (b|noir)b| dort)b| ici"),
        ("Le <b>chat</b></b> dort", "Le (b|chat)b|*html_inline| dort"),
        ("Le [chat noir](a) dort", "Le (link|chat noir)link| dort"),
        ("Le `f(x)` dort", "Le @code|`f(x)` dort"),
        ("Le <kbd>K *a*</kbd> dort", "Le @code|`K *a*` dort"),
        ("Le <SVG>x</SVG> dort", "Le @code|`x` dort"),
        ("Le <span translate=no>x</span> dort", "Le @span|{x1} dort"),
        ("Le <span translate=now>x</span> dort", "Le (span|x)span| dort"),
        ("Le <http://x.org> dort", "Le @link|http://x.org dort"),
        ("Le chat&#33; \\* dort", "Le chat! * dort"),
        ("Le chat <br> dort", "Le chat*break|dort"),
        ("Le chat  \ndort", "Le chat*break|dort"),
        ("Le chat\\\ndort", "Le chat*break|dort"),
        # Its own label, translated, would find nothing.
        ("Le [chat] dort", "Le @link|{x1} dort"),
        ("Le [chat][] dort", "Le @link|{x1} dort"),
        ("Le [gros chat][chat] dort", "Le (link|gros chat)link| dort"),
    ],
)
def test_markup(text: str, expected: str) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![Le chat](a)", ["[[Le chat]]"]),
        ("![Le chat](a)\nLe chien", ["[[Le chat]]", "Le chien"]),
        ("Le chien\n![Le chat](a)", ["Le chien", "[[Le chat]]"]),
        ("![Le chat](a) ![Le rat](b)  \nLe chien", ["[[Le chat]]", "[[Le rat]]", "Le chien"]),
        ("[![Le chat](a)](b)\nLe chien", ["[[Le chat]]", "Le chien"]),
        # Whatever else its line holds, it is not alone: words before or after, code, a tag.
        ("![Le chat](a) dort ici", ["[Le chat]", "dort ici"]),
        ("![Le chat](a) dort\nLe chien", ["[Le chat]", "dort\nLe chien"]),
        ("Voici ![le chat](a)", ["Voici", "[le chat]"]),
        ("Voici ![le chat](a)\n![le rat](b)", ["Voici", "[le chat]", "[[le rat]]"]),
        ("![Le chat](a) `x`", ["[Le chat]"]),
        ("![Le chat](a)<wbr>", ["[Le chat]"]),
        ("![Le chat](a)<br>", ["[[Le chat]]"]),
        ("*![Le chat](a)*", ["[Le chat]"]),
        # An image without a word of its own divides where it is alone.
        ("Le chien\n![12](a)\nle rat", ["Le chien", "le rat"]),
        # Markup around an image divides with it; what is inside of it does not divide.
        ("Le *chien ![le chat](a) noir* ici", ["Le", "chien", "[le chat]", "noir", "ici"]),
        ("![Le *chat* `x`](a)", ["[[Le (em|chat)em| @code|`x`]]"]),
        ("![Le\nchat](a)", ["[[Le\nchat]]"]),
        ("![Le <kbd>K</kbd> chat](a)", ["[[Le @code|`K` chat]]"]),
        ("![chat]", ["[[chat^]]"]),
        ("![le chat][]", ["[[le chat^]]"]),
        ("![Le chat][chat]", ["[[Le chat]]"]),
    ],
)  # fmt: skip
def test_images(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_what_stands_before_the_words_is_no_part_of_them() -> None:
    (part,) = cut("# 1. *Le* chat", start=3)
    assert said(part) == "(em|Le)em| chat"
    assert part.words.start == len("# 1. ")
    images = cut("# 1. ![Le chat](a)", start=3)
    assert [said(one) for one in images] == ["", "[[Le chat]]", ""]


def test_a_tag_says_the_language_of_its_words() -> None:
    for attribute in ('lang="fr"', "lang=fr", "xml:lang='fr'", 'class="a" LANG = "fr"'):
        (part,) = cut(f"Look: <i {attribute}>le chat</i> sleeps")
        region = part.words.region("paragraph", "")
        assert region
        assert isinstance(region.prose, Prose)
        assert region.prose.declared == ((6, 13, "fr"),)
    (part,) = cut("Look: <i hreflang=fr>le chat</i> sleeps")
    region = part.words.region("paragraph", "")
    assert region
    assert isinstance(region.prose, Prose)
    assert region.prose.declared == ()


def roles(tags: str) -> list[tuple[str, str]]:
    """The role and name of all that is no character in a line with these tags in it."""
    (region,) = read_markdown(f"Le maire a refusé {tags} à nos questions.\n").regions
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
