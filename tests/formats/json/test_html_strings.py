"""Strings of JSON that hold HTML: its words are read, its tags and every escape stay."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.engine import Engine

import onetongue as ot
from onetongue.document import NotRead
from onetongue.formats.json.markup import holding

if TYPE_CHECKING:
    from collections.abc import Callable

FRENCH = "Le magasin est fermé le dimanche."
SAID = 'The shop “A & B” is "closed" – <always>.'
WRITTEN = SAID.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
ENGLISH = "The committee met on Thursday and decided, after a long debate, to postpone the vote."


def jsonl(text: str, **options: Any) -> ot.NormalizedDocument:
    engine = Engine({FRENCH: SAID}, lambda _: "Something was said here.")
    return ot.Normalizer(ot.Options(**options), engine=engine).normalize(
        text, name="a.jsonl", format="jsonl"
    )


def readings(text: str, **options: Any) -> list[tuple[str, str]]:
    document = ot.Normalizer(ot.Options(**options)).read_text(text, format="jsonl")
    return [(region.kind, region.prose.text) for region in document.regions if region.prose]


# No change first.


@pytest.mark.parametrize(
    "text",
    [
        f'"<p>{ENGLISH}</p>"',
        r'"\u003cp\u003eIt rained.\u003C\/p\u003E <a href=\"b\">No&nbsp;one&#233; came<\/a>\n"',
        rf'"<p title=\"x\">{ENGLISH}<br\/>\r\n&eacute;\u00e9\ud83d\ude00\ud83d &amp; &lt;</p>"',
        f'"<script>var s = \\"{FRENCH}\\";</script><p>{ENGLISH}</p>"',
        f'"<p>{ENGLISH}</p><pre>{FRENCH}\\n\\n{FRENCH}</pre><!-- {FRENCH} -->"',
        f'"<p lang=\\"en\\">{ENGLISH}</p><p translate=\\"no\\">{FRENCH}</p>"',
        '"<b>politique</b>"',
        '"<p></p>"',
        r'"<p>\"\\\t</p><br>"',
        '"<p>⟦fr→en 1: Le chat est assis sur le canapé.⟧</p>"',
        '"<p>Unfinished and <b"',
        '"</p>"',
    ],
)
def test_stays_as_it_is(text: str) -> None:
    result = jsonl(text)
    assert (result.text, result.records) == (text, ())


# What holds HTML.


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a < b", "none"),
        ("a < b and c > d", "none"),
        ("if (a<b && b>c) { x(); }", "none"),
        ("List<String> a; Map<String, List<b>> c", "none"),
        ("cat <input> | sort", "none"),
        ("the <p> element", "none"),
        ("<think>One.</think>", "none"),
        ("<", "none"),
        ("One.<br>Two.", "html"),
        ("<BR/>", "html"),
        ("<img src=a>", "html"),
        ("</br>", "html"),
        ("One<br><script>Two", "none"),
        ("One<br><b>Two</b>", "html"),
        ("<P CLASS=a>One</P>", "html"),
        ("<title>One</title>", "html"),
        ("</b><b>", "html"),
        ("<p>a</p>\n\n<p>b</p>", "html"),
        ("<p>a</p><pre>b\n\nc\n- d\n</pre>", "html"),
        ("<p>a</p><script>b\n\nc</script>", "html"),
        ("a\n\nb <b>c</b>", "text"),
        ("a\r\n \r\n<b>c</b>", "text"),
        ("a\n\n<div>c</div>", "html"),
        ("a<br>\n\n<b>c</b>", "html"),
        ("- a\n- <b>c</b>", "text"),
        ("a<br>\n- b<br>\n- c", "html"),
        ("<a>b</a>\n | <a>c</a>", "html"),
        ("a | b\n--- | ---\n<b>c</b> | d", "text"),
        ("See\n# a <b>c</b>", "text"),
        ("```html\n<p>a</p>\n```", "text"),
    ],
)
def test_what_holds_html(words: str, expected: str) -> None:
    assert holding(words) == expected


# What is read.


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "<h2>Un chat</h2><p>Il ronfle.</p>",
            [("heading", "Un chat"), ("paragraph", "Il ronfle.")],
        ),
        ("Le <b>chat</b> est l&agrave;.", [("paragraph", "Le chat est là.")]),
        ('<img alt="Un chat dort." src="a.png">', [("caption", "Un chat dort.")]),
        ("<p>Un\nchat dort.</p>", [("paragraph", "Un\nchat dort.")]),
    ],
)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_reads(value: str, expected: list[tuple[str, str]], ascii_only: bool) -> None:
    assert readings(json.dumps({"a": value}, ensure_ascii=ascii_only)) == expected


def test_fields_and_kinds_are_as_for_plain_strings() -> None:
    text = json.dumps({"title": "<b>Paris</b>", "a": "<p>Un chat dort.</p>", "b": "<b>Paris</b>"})
    assert readings(text) == [("heading", "Paris"), ("paragraph", "Un chat dort.")]
    assert readings(text, fields="b") == [("paragraph", "Paris")]
    assert readings('{"caption": "<p>Un chat dort.</p>"}') == [("caption", "Un chat dort.")]


# What is written.


def slashed(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("/", r"\/")


def go(value: str) -> str:
    written = json.dumps(value, ensure_ascii=False)
    return written.translate({ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"})


WRITERS: list[Callable[[str], str]] = [
    json.dumps,
    lambda value: json.dumps(value, ensure_ascii=False),
    slashed,
    go,
]


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f'{ENGLISH}\n<p class="a">', "</p>\n"),
        ("<p><b><i>", f"</i></b></p><p>{ENGLISH} &eacute;</p>"),
        ("<ul>\n\t<li>One</li>\n\t<li>", "</ul>"),
        ('<img src="a/b" alt="', f'"><p>{ENGLISH}</p>'),
    ],
)
def test_writes_strings_as_the_document_does(
    write: Callable[[str], str], before: str, after: str
) -> None:
    text = f'{{"a": {write(before + FRENCH + after)}, "b": 1E5}}\n'
    written = WRITTEN.replace('"', "&quot;") if before.endswith('alt="') else WRITTEN
    result = jsonl(text)
    assert result.text == f'{{"a": {write(before + written + after)}, "b": 1E5}}\n'
    assert ot.revert(result.text, result.provenance()) == text


def in_html(value: str) -> str:
    engine = Engine({FRENCH: SAID}, lambda _: "Something was said here.")
    html = ot.Normalizer(ot.Options(markers="none"), engine=engine)
    return html.normalize(value, format="html").text


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize(
    "value",
    [
        "<p>Le magasin est <b class='a'>ferm&eacute;</b> le dimanche.</p>",
        "Le magasin est <i>fermé</i> le <code>dimanche</code>.<br/>\nVenez lundi.",
        "<p>Le <a href=\"a/b\">magasin</a> est fermé\nle dimanche. <img src='a'></p>",
        f"<p>{ENGLISH} Elle dit <q>{FRENCH}</q>.</p>\r\n\r\n<h2>{FRENCH}</h2>",
    ],
)
def test_markup_goes_where_html_puts_it(write: Callable[[str], str], value: str) -> None:
    assert holding(value) == "html"
    result = jsonl(write(value))
    assert json.loads(result.text) == in_html(value) != value
    assert ot.revert(result.text, result.provenance()) == write(value)


# What is said.


def test_says_what_was_not_read_as_html() -> None:
    mixed = json.dumps(f"{ENGLISH}\n\n<b>No</b>.")
    label = json.dumps(f'<p>{ENGLISH} <a title="Le chat est noir." href="b">No</a> one came.</p>')
    document, notes = ot.Normalizer(ot.Options(format="jsonl")).read(
        f"1\n{mixed}\n{label}\n{mixed}".encode(), "a.jsonl"
    )
    assert notes == (
        "line 2: 2 strings with tags among lines of text, read as plain text, from this line on",
    )
    why = "they stand among lines of text, read as plain text"
    assert document.not_read == (NotRead(2, "tags in 2 strings", why),)
    (aside,) = document.aside
    assert aside.span.of(document.text) == "Le chat est noir."


# Properties.

_BITS = st.sampled_from(
    [
        *(FRENCH, ENGLISH, "<p>", "</p>", "<b>", "</b>", "<i class='a'>", "</i>", "<br>", "<br/>"),
        *('<a href="x" title="', '">', "</a>", "&eacute;", "&amp;", "&", "<", ">", '"', "\\", "/"),
        *("\n", "\n\n", "\t", " ", "é", "😀", "\ud83d", "<pre>", "</pre>", "<code>x</code>", "- "),
        *("<!--", "-->", "<script>", "</script>", "<h2>", "</h2>", "<li>", "Le magasin", "<q>"),
        *("</q>", '<img alt="', "fermé ", '<p lang="fr">', "<!-- x -->", "\u00ad", "&nbsp;"),
    ]
)
HTML = st.lists(_BITS, max_size=14).map("".join)


@given(HTML, st.sampled_from(WRITERS))
def test_round_trip(value: str, write: Callable[[str], str]) -> None:
    try:
        value.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        write = json.dumps  # no file holds half a pair as it is
    text = f'{{"n": 1E5, "a": {write(value)} ,"b": "{ENGLISH}"}}\n'
    result = jsonl(text)
    new = json.loads(result.text)
    assert (new["n"], new["b"]) == (1e5, ENGLISH)
    assert ot.revert(result.text, result.provenance()) == text
    again = jsonl(result.text)
    assert (again.text, again.records) == (result.text, ())


@given(
    st.lists(st.sampled_from(["h1", "p", "li", "div", "b", "td"]), min_size=1, max_size=5),
    st.lists(st.sampled_from([FRENCH, ENGLISH, "", "x &lt; y &eacute;"]), min_size=5, max_size=5),
    st.sampled_from(WRITERS),
    st.sampled_from(["", "\n", "\n\n", "<br>"]),
)
@example(["p"], [FRENCH] * 5, go, "\n")
def test_just_the_french_parts_change(
    names: list[str], texts: list[str], write: Callable[[str], str], gap: str
) -> None:
    value = gap.join(f"<{n}>{t}</{n}>" for n, t in zip(names, texts, strict=False))
    if "b" in names:  # inside lines: what stands beside it would be one sentence with it
        value = f"<b>{texts[0]}</b>"
    text = f'{{"a": [{write(value)}, "{ENGLISH}"]}}'
    result = jsonl(text)
    assert result.text == f'{{"a": [{write(value.replace(FRENCH, WRITTEN))}, "{ENGLISH}"]}}'
    assert ot.revert(result.text, result.provenance()) == text


@given(HTML)
def test_does_to_a_value_what_html_does(value: str) -> None:
    value = json.loads(json.dumps(value))
    result = jsonl(json.dumps({"a": value}))
    if holding(value) == "html" and result.records:
        made = json.loads(result.text)
        # Beside the words it differs: in a string the language that an element declares stays.
        expected = in_html(value).replace('<p lang="en">', '<p lang="fr">')
        assert made == {"a": expected}
