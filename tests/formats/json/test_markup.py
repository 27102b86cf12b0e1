"""HTML in a string of JSON: whether there is any, and where it stands."""

from __future__ import annotations

import pytest

from onetongue.document import Region, Span
from onetongue.formats.format import NO_SETTINGS
from onetongue.formats.html.html import FORMAT as HTML
from onetongue.formats.json.markup import holding, in_source
from onetongue.formats.json.strings import Offsets, decoded, encoded, strings
from onetongue.prose import Prose


@pytest.mark.parametrize(
    "words",
    [
        *("", "a", "a < b > c", "a <b> c", "<b>a", "</b>a", "a <input> b", "a <source> b", "<x>a</x>"),
        *("<p/>a", "<script>a", "a<br>b<i>c", "<3 et >", "<é>a</é>", "a<br><x>b</x>", "a <input/> b"),
    ],
)  # fmt: skip
def test_what_holds_no_html(words: str) -> None:
    assert holding(words) == "none"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("<b>a</b>", "html"),
        ("<br>", "html"),
        ("a<br/>b", "html"),
        ("a<hr>b", "html"),
        ("a <input type=x> b", "html"),
        ("<script>a</script>", "html"),
        ("</b>a<b>", "html"),
        ("<b>a</b>\nc", "html"),
        ("<p>a</p>\n\n<p>b</p>", "html"),
        ("<pre>a\n\nb</pre>", "html"),
        ("<code>a\n\nb</code> c", "html"),
        ("a\n-<b>b</b>", "html"),
        ("a\n1234. <b>b</b>", "html"),
        # Tags among lines that mean something as they stand.
        ("One\n\n<b>x</b>", "text"),
        ("<b>a</b>\n\nc", "text"),
        ("a\n- <b>b</b>", "text"),
        ("a\n12) <b>b</b>", "text"),
        ("a\n## <b>b</b>", "text"),
        ("a\n> <b>b</b>", "text"),
        ("a\n|---|\n<b>b</b>", "text"),
        ("```\n<b>a</b>", "text"),
        ("<pre>a</pre>b\n\n<b>c</b>", "text"),
    ],
)
def test_what_holds_some(words: str, expected: str) -> None:
    assert holding(words) == expected


def moved(text: str) -> list[Region]:
    (value,) = strings(text)
    words, offsets = decoded(text[value.start : value.end]), Offsets(text, value)
    protected = [Span(words.index("⟦"), words.index("⟧") + 1)] if "⟦" in words else []
    regions = HTML.read(words, protected, NO_SETTINGS).regions
    return [in_source(region, text, words, offsets, encoded) for region in regions]


def test_runs_stand_in_the_source() -> None:
    text = r'["<p>Un <b class=\"x\">\u00e9t\u00e9</b> &amp;\nici<\/p>"]'
    (region,) = moved(text)
    assert isinstance(region.prose, Prose)
    assert region.span.of(text) == r"Un <b class=\"x\">\u00e9t\u00e9</b> &amp;\nici"
    assert [(run.role, run.text, run.raw) for run in region.prose.runs] == [
        ("text", "Un ", ""),
        ("open", "", r"<b class=\"x\">"),
        ("character", "é", r"\u00e9"),
        ("text", "t", ""),
        ("character", "é", r"\u00e9"),
        ("close", "", "</b>"),
        ("text", " ", ""),
        ("character", "&", "&amp;"),
        ("character", "\n", r"\n"),
        ("text", "ici", ""),
    ]
    assert all(text[run.start : run.end] == (run.raw or run.text) for run in region.prose.runs)
    assert region.prose.element is None
    assert region.prose.escape('a "b" & c') == r"a \"b\" &amp; c"


def test_kind_and_what_must_stay_come_along() -> None:
    text = r'["<h1 lang=fr>Un \u00e9t\u00e9 ⟦\u0061⟧ ici</h1>"]'
    (region,) = moved(text)
    assert (region.kind, region.rule) == ("heading", "h1 element")
    assert [span.of(text) for span in region.protected] == [r"⟦\u0061⟧"]
    assert isinstance(region.prose, Prose)
    assert [tag for *_, tag in region.prose.declared] == ["fr"]
    assert region.prose.holds_markup
    with pytest.raises(TypeError):
        in_source(Region(Span(0, 1), "heading", "x"), "a", "a", Offsets("", next(strings('""'))), str)  # fmt: skip
