"""Where tags, comments and raw text begin and end."""

from __future__ import annotations

import pytest

from onetongue.formats.html.tokens import attributes, tokens


def read(text: str) -> list[str]:
    """The tokens as kind:text; a slash after the kind says that it is closed."""
    return [f"{one.kind}{'/' * one.is_closed}:{text[one.start : one.end]}" for one in tokens(text)]


@pytest.mark.parametrize(
    "text", ["a", "a < b", "a<", "</", "<1>", "<é>", "<", "<<", "&lt;b>", "> a", "-->", "<\na>", "]]>"]
)  # fmt: skip
def test_text_is_no_markup(text: str) -> None:
    assert read(text) == [f"text:{text}"]
    assert read("") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a</p>", ["start:<p>", "text:a", "end:</p>"]),
        ("a<<b>", ["text:a<", "start:<b>"]),
        ("<br/>", ["start:<br/>"]),
        ("<A\nB=1>", ["start:<A\nB=1>"]),
        ("<p a='1>2'>b", ["start:<p a='1>2'>", "text:b"]),
        ("<p a=it's>b", ["start:<p a=it's>", "text:b"]),
        ("<p a=>b", ["start:<p a=>", "text:b"]),
        ("</p a='>'>b", ["end:</p a='>'>", "text:b"]),
        # What the text ends in is no tag.
        ("a <b", ["text:a ", "comment:<b"]),
        ('<p a="1>2', ['comment:<p a="1>2']),
        ("</>b", ["comment:</>", "text:b"]),
        ("</ x>b", ["comment:</ x>", "text:b"]),
        ("<!a>b", ["comment:<!a>", "text:b"]),
        ("<?a?>b", ["comment:<?a?>", "text:b"]),
        ("<!a", ["comment:<!a"]),
        ("<!-->b", ["comment:<!-->", "text:b"]),
        ("<!--->b", ["comment:<!--->", "text:b"]),
        ("<!--a--!>b", ["comment:<!--a--!>", "text:b"]),
        ("<!--a>b-->c", ["comment:<!--a>b-->", "text:c"]),
        ("<!--a", ["comment:<!--a"]),
        ("<![CDATA[a>b]]>", ["comment:<![CDATA[a>", "text:b]]>"]),
        # In XML a slash closes, and a section of text is one.
        ("<?xml?><br/>", ["comment:<?xml?>", "start/:<br/>"]),
        ("\ufeff\n<?xml?><a/>", ["text:\ufeff\n", "comment:<?xml?>", "start/:<a/>"]),
        ("<?xml?><script/>b", ["comment:<?xml?>", "start/:<script/>", "text:b"]),
        ("<?xml?><![CDATA[a>b]]>c", ["comment:<?xml?>", "comment:<![CDATA[a>b]]>", "text:c"]),
        ("<?xmlns?><br/>", ["comment:<?xmlns?>", "start:<br/>"]),
    ],
)
def test_tags_and_comments(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "inner", "after"),
    [
        ("<script>a<b</script >c", "a<b", "c"),
        ("<script><!--a</script>c", "<!--a", "c"),
        ("<script><!--<script></script>--></script>c", "<!--<script></script>-->", "c"),
        ("<script><!--<script>--></script>c", "<!--<script>-->", "c"),
        ("<script><!--<script></script></script>c", "<!--<script></script>", "c"),
        ("<script><script></script>c", "<script>", "c"),
        ("<script></scripts></script/>c", "</scripts>", "c"),
        ("<style>a</styles></STYLE>c", "a</styles>", "c"),
        ("<script/>a</script>c", "a", "c"),
        ("<title>a", "a", ""),
        ("<title>a</title", "a</title", ""),
        ("<title>a</title ", "a", ""),
        ("<plaintext>a</plaintext>", "a</plaintext>", ""),
    ],
)
def test_raw_text_ends_at_its_end_tag(text: str, inner: str, after: str) -> None:
    raw, *rest = tokens(text)
    assert raw.kind == "raw"
    assert text[raw.tag_end : raw.inner_end] == inner
    assert "".join(text[one.start : one.end] for one in rest) == after


@pytest.mark.parametrize(
    ("text", "whole", "is_ended"),
    [
        ("<svg><g/></svg>a", "<svg><g/></svg>", True),
        ("<svg/>a", "<svg/>", True),
        ("<SVG></svg>a", "<SVG></svg>", True),
        ("<svg><svg></svg></svg>a", "<svg><svg></svg></svg>", True),
        ("<svg><svg/></svg>a", "<svg><svg/></svg>", True),
        ("<svg><!-- </svg> --></svg>a", "<svg><!-- </svg> --></svg>", True),
        ("<svg><?x></svg>a", "<svg><?x></svg>", True),
        ("<svg><![CDATA[</svg>]]></svg>a", "<svg><![CDATA[</svg>]]></svg>", True),
        ("<svg>< x</svg>a", "<svg>< x</svg>", True),
        ("<svg><desc><p>b</desc></svg>a", "<svg><desc><p>b</desc></svg>", True),
        ("<math><mi><p></p></mi></math>a", "<math><mi><p></p></mi></math>", True),
        # HTML in it ends it, where it may hold none.
        ("<svg><p>a", "<svg>", False),
        ("<svg></p>a", "<svg>", False),
        ("<svg></desc><p>a", "<svg></desc>", False),
        ("<svg><desc/><p>a", "<svg><desc/>", False),
        ("<svg><desc></desc><p>a", "<svg><desc></desc>", False),
        ("<math><desc><p>a", "<math><desc>", False),
        ("<svg></b></svg>", "<svg></b></svg>", True),
        ("<svg><a", "<svg><a", False),
        ("<svg>a", "<svg>a", False),
    ],
)
def test_svg_and_mathml_are_one(text: str, whole: str, is_ended: bool) -> None:
    first = next(iter(tokens(text)))
    assert (first.kind, text[: first.end], first.is_closed) == ("foreign", whole, is_ended)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("<p>", {}),
        ("<p a>", {"a": ""}),
        ("<p a=1 B='2' c=\"3\">", {"a": "1", "b": "'2", "c": '"3'}),
        ("<p A=1 a=2>", {"a": "1"}),
        ("<p a = 1/>", {"a": "1/"}),
        ("<p a=it's b>", {"a": "it's", "b": ""}),
        ("<p/a/b=1>", {"a": "", "b": "1"}),
        ("<p a= >", {"a": ""}),
        ("<p =a>", {"=a": ""}),
        ('<p a="">', {"a": '"'}),
        ("<p a='>'>", {"a": "'>"}),
    ],
)
def test_attributes(tag: str, expected: dict[str, str]) -> None:
    text = f"x{tag}"
    token = list(tokens(text))[1]
    found = attributes(text, token)
    assert {n: f"{a.quote}{text[a.start : a.end]}" for n, a in found.items()} == expected


def test_a_slash_closes_in_xml_only() -> None:
    assert [token.kind for token in tokens("<title/>a")] == ["raw"]
    assert [token.kind for token in tokens("<title/>a", is_xml=True)] == ["start", "text"]
