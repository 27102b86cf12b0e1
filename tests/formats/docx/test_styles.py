"""What the styles of a Word document say of a text."""

from __future__ import annotations

import pytest
from support.word import part

from onetongue.formats.docx.styles import kind_of_name, kinds_of_styles


def kinds(content: str, prefix: str = "w:") -> dict[str, str]:
    return kinds_of_styles(content, 0, len(content), prefix)


def style(identity: str, name: str, based: str = "") -> str:
    more = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:styleId="{identity}"><w:name w:val="{name}"/>{more}</w:style>'


@pytest.mark.parametrize(
    "name",
    ["", "normal", "heading", "heading 10", "titles", "captions", "header", "quotes", "encoder", "zip code"],
)  # fmt: skip
def test_a_name_that_tells_nothing(name: str) -> None:
    assert kind_of_name(name) == ""
    assert kinds(part("styles", style("a", name))) == {}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("heading 1", "heading"),
        ("heading 9", "heading"),
        ("subtitle", "heading"),
        ("toc heading", "heading"),
        ("image caption", "caption"),
        ("table of figures", "caption"),
        ("intense quote", "quotation"),
        ("block text", "quotation"),
        ("html preformatted", "code"),
        ("macro", "code"),
        ("verbatim char", "code"),
    ],
)
def test_a_name_that_tells_a_kind(name: str, kind: str) -> None:
    assert kind_of_name(name) == kind


def test_a_style_is_what_it_is_based_on() -> None:
    content = "".join(
        [
            style("c", "Encore", based="b"),
            style("b", "Mon titre", based="a"),
            style("a", "Heading 1"),
            style("d", "Quote", based="a"),
            style("e", "Autre", based="unknown"),
        ]
    )
    assert kinds(part("styles", content)) == {
        "a": "heading", "b": "heading", "c": "heading", "d": "quotation",
    }  # fmt: skip


@pytest.mark.parametrize(("length", "kind"), [(9, "heading"), (10, "")])
def test_a_long_line_is_not_followed_to_its_end(length: int, kind: str) -> None:
    line = [style(str(i), "x", based=str(i + 1)) for i in range(length)]
    found = kinds(part("styles", "".join([*line, style(str(length), "heading 1")])))
    assert found.get("0", "") == kind


def test_styles_based_on_one_another_end() -> None:
    assert kinds(part("styles", style("a", "x", based="b") + style("b", "x", based="a"))) == {}


def test_names_outside_of_a_style_and_second_names_say_nothing() -> None:
    content = (
        '<w:style w:styleId="a"><w:name w:val="heading 1"/><w:name w:val="quote"/>'
        '<w:basedOn w:val="b"/><w:basedOn w:val="c"/>note</w:style><w:name w:val="caption"/>'
        '<x:style x:styleId="z"><x:name x:val="quote"/></x:style>'
    )
    assert kinds(f"<w:styles>{content}</w:styles>") == {"a": "heading"}
    bare = content.replace("w:", "").replace("x:", "w:")
    assert kinds(f"<styles>{bare}</styles>", "") == {"a": "heading"}
