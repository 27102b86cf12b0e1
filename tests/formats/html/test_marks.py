"""What the attributes of an element say."""

from __future__ import annotations

import pytest

from onetongue.formats.html.marks import Attributes, default_treatment
from onetongue.formats.html.stack import Language
from onetongue.formats.html.tokens import attributes, tokens


def of(tag: str) -> Attributes:
    token = next(iter(tokens(tag)))
    return Attributes(tag, token.name, attributes(tag, token))


@pytest.mark.parametrize(
    "tag",
    [
        "<p>",
        "<p class=x id=y title='Le chat'>",
        "<p translate=yes>",
        "<p class=notranslates>",
        "<div contenteditable=false>",
        "<div contenteditable='Inherit'>",
        "<p class=footnote>",
        "<span class=reference>",
        "<sup class='footnotes'>",
        "<a role=link>",
    ],
)
def test_an_element_is_read_as_any_other(tag: str) -> None:
    assert of(tag).treatment == "read"
    assert not of(tag).is_untouched


@pytest.mark.parametrize(
    ("tag", "treatment", "is_untouched"),
    [
        ("<p translate=NO>", "skip", True),
        ("<b translate=' no '>", "object", True),
        ("<p class='a notranslate b'>", "skip", True),
        ("<code class=notranslate>", "object", True),
        ("<p data-onetongue=1>", "skip", True),
        ("<b data-onetongue>", "own", True),
        ("<b data-onetongue translate=no>", "own", True),
        ("<div contenteditable>", "skip", False),
        ("<span contenteditable=true>", "skip", False),
        ("<div class='x CodeMirror'>", "skip", False),
        ("<span class=ace_editor>", "object", False),
        ("<sup class='a reference'>", "note", False),
        ("<a class=noteref>", "note", False),
        ("<span role=doc-noteref>", "note", False),
        ("<pre class=x>", "skip", False),
        ("<kbd class=x>", "code", False),
    ],
)
def test_an_element_that_asks_for_something_else(
    tag: str, treatment: str, is_untouched: bool
) -> None:
    assert (of(tag).treatment, of(tag).is_untouched) == (treatment, is_untouched)


def test_elements_without_attributes() -> None:
    assert [default_treatment(name) for name in ("p", "pre", "code", "x-y")] == ["read", "skip", "code", "read"]  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("<p>", None),
        ("<p hreflang=fr>", None),
        ("<html lang=fr>", None),
        ("<body lang=fr>", None),
        ("<p lang>", ""),
        ("<p lang=''>", ""),
        ("<p lang='le français'>", ""),
        ("<p lang=toolongtag>", ""),
        ("<p lang=fr>", "fr"),
        ("<p lang=' fr-CA '>", "fr-CA"),
        ("<p xml:lang=fr lang=en>", "en"),
        ("<p xml:lang=fr>", "fr"),
    ],
)
def test_languages(tag: str, language: str | None) -> None:
    found = of(tag).language
    assert (found and found.tag) == language
    if found and language:
        assert tag.index("=", found.start - 2) + 1 + tag.count("'") // 2 == found.start


def said(tag: str) -> list[tuple[str, str, str]]:
    return [(value.kind, tag[value.start : value.end], value.rule) for value in of(tag).values()]


@pytest.mark.parametrize(
    "tag",
    [
        "<p class='Le chat' id='Le chat' data-x='Le chat' href='Le chat'>",
        "<p title=LeChat>",
        "<p title='12 %'>",
        "<p title='&#32;'>",
        "<p title>",
        "<link title='Le chat'>",
        "<style title='Le chat'>",
        "<meta title='Le chat' content='Le chat'>",
        "<meta name=keywords content='Le chat'>",
        "<input value='Le chat'>",
        "<input type=text value='Le chat'>",
        "<input type=submit name=q value='Le chat'>",
        "<button type=submit value='Le chat'>",
    ],
)
def test_values_that_nobody_reads(tag: str) -> None:
    assert said(tag) == []


@pytest.mark.parametrize(
    ("tag", "kind", "rule"),
    [
        ("<img alt='Le chat'>", "caption", "alternative text"),
        ('<b title="Le chat">', "caption", "title attribute"),
        ("<a aria-label='Le chat'>", "heading", "aria-label attribute"),
        ("<a aria-description='Le chat'>", "paragraph", "aria-description attribute"),
        ("<input name=q placeholder='Le chat'>", "heading", "placeholder attribute"),
        ("<input type=SUBMIT value='Le chat'>", "heading", "label of a button"),
        ("<meta name=Description content='Le chat'>", "paragraph", "meta description"),
        ("<meta property='og:title' content='Le chat'>", "heading", "meta og:title"),
        ("<meta name='twitter:image:alt' content='Le chat'>", "caption", "meta twitter:image:alt"),
    ],
)
def test_values_that_are_prose(tag: str, kind: str, rule: str) -> None:
    assert said(tag) == [(kind, "Le chat", rule)]


def test_values_come_in_order_with_their_quotes() -> None:
    found = of("<img title='Le chat' alt=\"Le rat\">").values()
    assert [(value.kind, value.quote) for value in found] == [("caption", "'"), ("caption", '"')]
    assert found[0].start < found[1].start
    assert of("<p lang=fr>").language == Language("fr", 8)
