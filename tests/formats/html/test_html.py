from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onetongue import Normalizer
from onetongue.formats import Settings, read_document, read_text
from onetongue.formats.html.html import FORMAT, declared_encoding
from onetongue.formats.html.its import MARK
from onetongue.formats.html.marks import OWN_MARK
from onetongue.prose import Prose
from onetongue.write import find_markers

if TYPE_CHECKING:
    from onetongue.document import Region


def regions(source: str) -> tuple[Region, ...]:
    return read_text(source, requested="html").regions


def words(source: str) -> list[str]:
    return [region.prose.text for region in regions(source) if region.prose]


# What must not be touched comes first: nothing here is anybody's prose.
NOTHING = [
    "",
    " \n",
    "<p",
    "<p>",
    "</",
    "<",
    "<!doctype html>",
    "<!-- le chat est là -->",
    "<!--[if IE]><p>le chat</p><![endif]-->",
    "<!-- le chat est là",
    "<!le chat>",
    "<?php echo 'le chat' ?>",
    "<script>le('chat') < 3 && '<p>le chat</p>'</script>",
    "<script><!-- <script> '</script>' le chat --></script>",
    "<script>le chat",
    "<style>le chat > la souris {}</style>",
    "<STYLE>le chat</Style >",
    "<pre>le chat\n  est <b>là</b></pre>",
    "<textarea name=q>le chat <p>est là</p></textarea>",
    "<textarea translate=no>le chat</textarea><textarea> \n\n </textarea>",
    "<select><option>le chat<option>la souris</select>",
    "<select translate=no><option value=x>le chat</select>",
    "<select><option value=x class=notranslate>le chat</select>",
    "<iframe src=x>le chat</iframe>",
    "<template><p translate=no>le chat</p><script>le chat</script></template>",
    "<video controls>le chat <a href=x>est là</a></video>",
    "<xmp><p>le chat</p></xmp>",
    "<plaintext><p>le chat</p>",
    "<svg>le chat<style>le chat</style><path id='le chat'/>est <g>là</g></svg>",
    "<svg translate=no><title>le chat</title></svg>",
    "<svg><g class=notranslate><title>le chat</title><text>est là</text></g></svg>",
    "<svg><foreignObject><p>le chat</p></foreignObject></svg>",
    "<math><mtext>le chat</mtext></math>",
    "<code>le chat</code>",
    "<p><kbd>le chat</kbd> <var>souris</var></p>",
    '<p translate="no">le chat</p>',
    "<div class='x notranslate'><p>le chat</p></div>",
    "<div contenteditable><p>le chat</p></div>",
    '<div class="CodeMirror"><span>le chat</span></div>',
    '<p data-onetongue="1" lang="en-t-fr-t0-und">the cat is here</p>',
    '<p><span data-onetongue="1">the cat is here</span></p>',
    '<title data-onetongue="1">the cat</title>',
    "<img alt=chat src='le chat'>",
    "<img alt='😀'><img alt=''><img alt>",
    '<a href="le chat" class="le chat" id="le chat" data-x="le chat"></a>',
    '<input name="q" type="submit" value="Le chat"><input type="text" value="Le chat">',
    '<meta name="keywords" content="le chat"><meta name="viewport" content="le chat">',
    '<link rel="stylesheet" title="Le chat"><style title="Le chat"></style>',
    '<p title="le chat',
    "<p>123 &nbsp; 4.5% &amp; &#8212;</p>",
    '<span translate="no" title="le chat">le chat</span>',
]


@pytest.mark.parametrize("source", NOTHING)
def test_is_nobodys_prose(source: str) -> None:
    assert words(source) == []


# Blocks: what is read in one go.
BLOCKS = [
    ("le chat", ["le chat"]),
    ("<p>One cat<p>Two cats", ["One cat", "Two cats"]),
    ("<ul><li>One cat<li>Two cats<ul><li>Three</ul>Four</ul>", ["One cat", "Two cats", "Three", "Four"]),
    ("<TABLE><TR><TD>One cat<TD>Two cats<TR><TH>Three</TABLE>", ["One cat", "Two cats", "Three"]),
    ("<dl><dt>Cat<dd>An animal<dt>Dog</dl>", ["Cat", "An animal", "Dog"]),
    ("<div>before<p>inside</p>after</div>", ["before", "inside", "after"]),
    ("<p>One <b>bold</b> and <i>two</i></p>", ["One bold and two"]),
    ("<my-app>One <my-note>cat</my-note></my-app>", ["One cat"]),
    ("One<hr>Two", ["One", "Two"]),
    ("One <script>x</script> two", ["One", "two"]),
    ("Name <input> Age <select><option>1</select> years", ["Name", "Age", "years"]),
    ("<p>One</div>two</p>", ["One", "two"]),
    ("<<<p>One cat</p>", ["One cat"]),  # what stands before are signs, and no words
    ("2 < 3 cats, and > 1", ["2 < 3 cats, and > 1"]),
    ("<svg><p>le chat</p>", ["le chat"]),  # only HTML has <p>, so the drawing ends before it
    ("<svg><path/></svg>One cat", ["One cat"]),
    ("<svg></p>One cat", ["One cat"]),
    ("<math><desc><div>One cat", ["One cat"]),
    ("<svg><desc><div>le chat</div></svg>One cat", ["One cat"]),
    ("A <!-- x -->cat", ["A cat"]),
    ("<p>One\x00cat</p>", ["One\x00cat"]),
    ("One <b>cat<p>two</b> cats", ["One cat", "two cats"]),
    ("<p>The<wbr>atre</p>", ["Theatre"]),
    ('<p>Run <code>x y</code> and <code>a<b>c</b></code> now</p>', ["Run `x y` and {x1} now"]),
    ('<p>As {x1} <code>a<b>c</b></code> now</p>', ["As {x1} {xx1} now"]),
    ("<p>A <span translate=no>Le Monde</span> reader</p>", ["A {x1} reader"]),
    ("<p>x = <math><mi>y</mi></math> or so</p>", ["x = {x1} or so"]),
    ("<p>As said<sup><a href=#1>[1]</a></sup> before</p>", ["As said before"]),
    ('<p>As said<a role="doc-noteref"><sup>1</sup></a></p>', ["As said"]),
    ("<p>The 1<sup>er</sup> day</p>", ["The 1er day"]),
    ("<p>He said <q>hello</q></p>", ["He said “hello”"]),
    ("<?xml version='1.0'?><script/><p>One<br/>Two</p><![CDATA[le chat]]>", ["One", "Two"]),
    ("<script/><p>One</p>", []),  # a slash ends nothing in HTML
    ("<p>One<![CDATA[two]]>three</p>", ["Onethree"]),
    ("<title>Cats &amp; <b>Co</title>", ["Cats & <b>Co"]),
    ("<textarea>\nOne &amp; <b>two\n\n  Three</textarea>", ["One & <b>two", "Three"]),
    ("<p>One <noscript>Cat <b>or</b> two</noscript> cats</p>", ["One", "Cat or two", "cats"]),
    ("<template><p>One <b>cat</b></template>Two cats", ["One cat", "Two cats"]),
    ("<select><optgroup label='Big cats'><option value=1>One lion<option value=2>Two &amp; more</select>", ["Big cats", "One lion", "Two & more"]),
    ("<select><option value=1 label='One lion'></select>", ["One lion"]),
    ("<datalist><option value=x>One cat</datalist>", ["One cat"]),
    ("One <svg><title>cat</title></svg>", ["One", "cat"]),
    ("<svg aria-label='Close it'><path/></svg>", ["Close it"]),
    ("[caption id='x']<img src=a> The cat[/caption] ran", ["The cat", "ran"]),
    ("It [caption]<a href=b><img></a>The <b>cat</b>", ["It", "The cat"]),
    ("[captions]The cat[/captions]", ["[captions]The cat[/captions]"]),
    ("<p>One <span data-onetongue=1>two</span> three</p>", ["One two three"]),
    ("<p>A <b>cat <code>x</p><p>after</p>", ["A cat", "after"]),  # it cannot be moved
    ("A cat <svg><b>sleeps</b></svg>", ["A cat", "sleeps"]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), BLOCKS)
def test_blocks(source: str, expected: list[str]) -> None:
    assert words(source) == expected


# <br>: it divides, unless the text plainly flows on.
BREAKS = [
    ("First line<br>Second line", ["First line", "Second line"]),
    ("The minister <br>\nresigned", ["The minister resigned"]),
    ("The end.<br>and so on", ["The end.", "and so on"]),
    ("one<br><br>two", ["one", "two"]),
    ("one<br> &nbsp;<br/>two", ["one", "two"]),
    ("<b>one<br>two</b> three", ["one two three"]),
    ("one</br>two", ["one two"]),
    ("<b>One</b><br><i>Two</i>", ["One", "Two"]),
    ("one<br>“<i>two</i>", ["one", "“two"]),
    ("une<br>&eacute;t&eacute;", ["une été"]),
]


@pytest.mark.parametrize(("source", "expected"), BREAKS)
def test_breaks(source: str, expected: list[str]) -> None:
    assert words(source) == expected


@pytest.mark.parametrize(
    "written", ["<br>", "<BR clear=all>", "<br/>", "</br>", " <br>\n", "\n  <br />\n  "]
)
def test_a_break_is_written_as_it_is_spelled(written: str) -> None:
    (region,) = regions(f"une{written}souris")
    assert isinstance(region.prose, Prose)
    assert [run.raw for _, run in region.prose.points()] == [written]


def test_attributes_in_running_text_are_left_alone_and_said_where_they_are_french() -> None:
    source = (
        "<p>The cat of <a title='Le chat dort sur le canapé'>the house</a> slept, and the "
        "<abbr title='United Nations'>UN</abbr> met on Thursday to talk about it.</p>"
    )
    document, notes = read_document(source.encode(), name="a.html")
    assert notes == ()
    detection = Normalizer().inspect(document)
    assert detection.segments == detection.left_alone == ()
    assert [(s.text, s.evidence.reason) for s in detection.aside] == [
        ("Le chat dort sur le canapé", "inside the markup of other text")
    ]
    result = Normalizer().normalize_document(document)
    assert result.left_alone == detection.aside
    assert result.text == source


# Character references, as browsers read them.
REFERENCES = [
    ("&eacute;t&eacute;", "été"),
    ("&#233;t&#xe9;&#XE9", "étéé"),
    ("l&eacutea &notit; &amp;eacute;", "léa ¬it; &eacute;"),
    ("caf&eacute &unknown; &", "café &unknown; &"),
    ("a&nbsp;cat", "a\u00a0cat"),
    ("gou&shy;verne\u00adment", "gouvernement"),
    ("cats &#x80; &#0;x", "cats € \ufffdx"),
    ("soft\nwrap", "soft\nwrap"),
    ("blank\n\n  line", "blank line"),
]


@pytest.mark.parametrize(("source", "reading"), REFERENCES)
def test_references(source: str, reading: str) -> None:
    assert words(f"<p>{source}</p>") == [reading]


# Kinds: from the element, or the attribute.
KINDS = [
    ("<p>words</p>", "paragraph"),
    ("<h1>words</h1>", "heading"),
    ("<title>words</title>", "heading"),
    ("<th>words", "heading"),
    ("<dt>words", "heading"),
    ("<legend>words", "heading"),
    ("<summary><b>words</b></summary>", "heading"),
    ("<button>words</button>", "heading"),
    ("<figcaption><p>words</p></figcaption>", "caption"),
    ("<table><caption>words", "caption"),
    ("<blockquote><p>words</p></blockquote>", "quotation"),
    ("<blockquote><h2>words</h2></blockquote>", "heading"),
    ("<td>words", "paragraph"),
    ('<img alt="words">', "caption"),
    ('<p title="words"></p>', "caption"),
    ('<a aria-label="words"></a>', "heading"),
    ('<textarea placeholder="words"></textarea>', "heading"),
    ('<input type="submit" value="words">', "heading"),
    ('<meta name="description" content="words">', "paragraph"),
    ('<meta property="og:title" content="words">', "heading"),
    ("<META CONTENT='words' NAME='Twitter:Description'>", "paragraph"),
]


@pytest.mark.parametrize(("source", "kind"), KINDS)
def test_kinds(source: str, kind: str) -> None:
    (region,) = regions(source)
    assert (region.prose and region.prose.text, region.kind) == ("words", kind)
    assert region.rule


def test_values_of_attributes() -> None:
    source = '<p title="AT&amp;T &copy=2 &quot;x&quot;"></p><img alt=\'A "cat"\'>'
    first, second = regions(source)
    assert isinstance(first.prose, Prose)
    assert isinstance(second.prose, Prose)
    assert (first.prose.text, second.prose.text) == ('AT&T &copy=2 "x"', 'A "cat"')
    assert first.span.of(source) == "AT&amp;T &copy=2 &quot;x&quot;"
    assert first.prose.escape("\"'&<") == "&quot;'&amp;&lt;"
    assert second.prose.escape("\"'&<") == '"&#39;&amp;&lt;'
    assert not first.prose.holds_markup


def test_an_alternative_text_divides_the_text_it_stands_in() -> None:
    assert words('<p>One <img alt="A cat"> two</p>') == ["One", "A cat", "two"]
    assert words('<p>One <img alt=""> two</p>') == ["One  two"]


def test_a_title_inside_running_text_is_aside() -> None:
    source = '<p>\nOne <a title="A cat">two</a></p><p><a title="A dog">three</a></p>'
    read = FORMAT.read(source, (), Settings())
    assert [r.prose.text for r in read.regions if r.prose] == ["One two", "A dog", "three"]
    assert [r.prose.text for r in read.aside if r.prose] == ["A cat"]


# Which element a block fills: its start tag takes the attributes of the marker.
FILLED = [
    ('<p class="x">words</p>', '<p class="x">'),
    ("<p>\n  words\n</p>", "<p>"),
    ("<div><p><em>words</em></p></div>", "<em>"),
    ("<div><p><em>more</em> words</p></div>", "<p>"),
    ("<div><p><b><em>more</em> words</b></p></div>", "<b>"),
    ("<li>words<li>", "<li>"),
    ("<title>words</title>", "<title>"),
    ("<p>words", "<p>"),
    ("<li>words<ul></ul>", None),
    ("<div>words<p>more</p></div>", None),
    ("<div><hr>words</div>", None),
    ("words", None),
    ('<p title="A cat">words</p>', None),  # two records cannot share a tag
    ("<p>words<br>More</p>", None),
    ("<p><br>words</p>", None),
    ("<p><script></script>words</p>", None),
]


@pytest.mark.parametrize(("source", "tag"), FILLED)
def test_the_element_that_a_block_fills(source: str, tag: str | None) -> None:
    region = next(r for r in regions(source) if r.prose and "words" in r.prose.text)
    assert isinstance(region.prose, Prose)
    element = region.prose.element
    assert (element and element.raw) == tag
    assert element is None or source[element.start : element.end] == element.raw


# Languages: nearest first, never those of the whole page.
LANGUAGES = [
    ('<p lang="fr">one</p>', ["fr"]),
    ('<html lang="fr"><body lang="fr"><p>one</p>', []),
    ('<div lang="fr-CA"><p>one</p></div>', ["fr-CA"]),
    ('<div xml:lang="fr"><p lang="">one</p></div>', []),
    ('<div lang="fr"><p>one <i lang="en">two</i> three</p></div>', ["fr", "en", "fr"]),
    ('<p>one <i lang="fr">two</i> three</p>', ["fr"]),
    ('<p lang="not a tag">one</p>', []),
    ('<img lang="fr" alt="one">', ["fr"]),
    ('<title lang="fr">one</title>', ["fr"]),
    ('<ul><li lang="fr">one<li>two</ul>', ["fr"]),
    (f'<div lang="fr">{"<p>one</p>" * 20}</div><p>two</p>', []),  # the page's wrapper
]


@pytest.mark.parametrize(("source", "tags"), LANGUAGES)
def test_declared_languages(source: str, tags: list[str]) -> None:
    proses = [region.prose for region in regions(source) if region.prose]
    found = [d for prose in proses for d in prose.declared_in(0, len(prose.text))]
    assert [tag for _, _, tag in found] == tags


@pytest.mark.parametrize(
    ("inside", "outside", "is_believed"),
    [(7, 0, True), (8, 8, True), (8, 0, False), (8, 7, False), (9, 8, False)],
)
def test_a_language_of_most_of_a_page_is_the_templates(
    inside: int, outside: int, is_believed: bool
) -> None:
    one = "<p>Le chat dort.</p>"
    first = regions(f"<div lang=en>{one * inside}</div>{one * outside}")[0]
    assert isinstance(first.prose, Prose)
    assert bool(first.prose.declared) is is_believed


def test_the_mark_of_an_earlier_run() -> None:
    assert OWN_MARK == MARK
    source = "<p>One <span data-onetongue=1>two</span> three</p>"
    (region,) = regions(source)
    assert [s.of(source) for s in region.protected] == ["<span data-onetongue=1>two</span>"]


def test_markers_of_an_earlier_run_are_protected() -> None:
    source = "<p>One ⟦fr→en 1: <b>two</b>⟧ three</p><p>⟦fr→en 2: four⟧</p>"
    document = read_text(source, requested="html", find_protected=find_markers)
    (region,) = document.regions
    assert [s.of(source) for s in region.protected] == ["⟦fr→en 1: <b>two</b>⟧"]


ENCODINGS = [
    (b"<p>x", ""),
    (b'<meta charset="utf-8">', "utf-8"),
    (b"<META CHARSET=ISO-8859-15>", "iso8859-15"),
    (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
    (b"<?xml version='1.0' encoding='koi8-r'?>", "koi8-r"),
    (b"<!-- <meta charset=koi8-r> --><meta charset=cp1251>", "cp1251"),
    (b'<meta charset="utf-16">', ""),  # it is ASCII, so it is not
    (b'<meta charset="unicode_escape">', ""),
    (b'<meta charset="rot13">', ""),
    (b'<meta charset="none-such">', ""),
    (b"<meta charset=gb2312>", "gbk"),
    (b" " * 5000 + b"<meta charset=koi8-r>", ""),
]


@pytest.mark.parametrize(("data", "encoding"), ENCODINGS)
def test_declared_encoding(data: bytes, encoding: str) -> None:
    assert declared_encoding(data) == encoding


def test_a_page_in_its_own_encoding() -> None:
    data = '<meta charset="iso-8859-1"><p>L’été à 5 €</p>'.encode("cp1252")
    document, notes = read_document(data, name="a.html")
    assert (document.encoding, notes) == ("cp1252", ())
    assert document.text.encode(document.encoding) == data
    assert "L’été à 5 €" in document.text
