"""The YAML at the head of a Markdown file."""

from __future__ import annotations

import pytest

from onetongue.formats.markdown.front import Front, front_matter
from onetongue.prose import Prose


def values(front: Front) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    for value in front.values:
        region = value.words.region(value.kind, value.key)
        if region and isinstance(region.prose, Prose):
            found.append((value.kind, value.key, region.prose.text))
    return found


def read(body: str) -> list[tuple[str, str, str]]:
    text = f"---\n{body}\n---\nEnd"
    front = front_matter(text)
    assert text[front.end :] == "End"
    assert list(map(str, front.notes)) == []
    return values(front)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: Le titre\n",
        " ---\ntitle: Le titre\n---\n",
        "\n---\ntitle: Le titre\n---\n",
        "----\ntitle: Le titre\n----\n",
        "---\ntitle: Le titre\n",
        "---\nLe titre\n---\n",
        "---\n\n**Le titre**\n---\n",
        "---\ntitle: Le titre\n" + "# x\n" * 25_000 + "---\n",
    ],
)
def test_what_is_no_front_matter(text: str) -> None:
    assert front_matter(text) == Front(0, [], [])


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("---\n---\nx", 8),
        ("---\n# a comment\n---\nx", 20),
        ("---\n- Le titre\n---", 18),
        ("---  \nlang: fr\n---\t\nx", 20),
        ("---\nlang: fr\n...\nx", 17),
        ("\ufeff---\nlang: fr\n---\nx", 18),
        ("---\r\nlang: fr\r\n---\r\nx", 20),
        ("---\rlang: fr\r---\rx", 17),
    ],
)
def test_where_it_ends(text: str, end: int) -> None:
    assert front_matter(text) == Front(end, [], [])


@pytest.mark.parametrize(
    "body",
    [
        "lang: français",
        "tags: le chat",
        "title:",
        "title: ''",
        'title: ""',
        "title: true",
        "title: '12'",
        "title: le titre: ici",
        "url: |\n  title: le chat",
        "x: !!str >-\n  title: le chat",
        "lang: x\ntitle:le chat",
        "lang: x\n'title': le chat",
    ],
)
def test_what_is_not_read(body: str) -> None:
    assert read(body) == []


@pytest.mark.parametrize(
    ("body", "kind", "key", "words"),
    [
        ("title: Le titre", "heading", "title", "Le titre"),
        ("Title : Le titre", "heading", "Title ", "Le titre"),
        ("caption: Le titre", "caption", "caption", "Le titre"),
        ("summary: Le titre", "paragraph", "summary", "Le titre"),
        ("title: Le titre # non", "heading", "title", "Le titre"),
        ("title: Le n#1 ici\t ", "heading", "title", "Le n#1 ici"),
        # The first key may have its value on the lines below.
        ("tags:\n  - non\ntitle: Le titre", "heading", "title", "Le titre"),
        ("page:\n  title: Le titre", "heading", "title", "Le titre"),
        ("- - title: Le titre", "heading", "title", "Le titre"),
        ("alt: 'L''été' # non", "paragraph", "alt", "L'été"),
        ('alt: "L\\"été\\"\\u00e9\\n\\x41\\U00000042" # x', "paragraph", "alt", 'L"été"é\nAB'),
        ("alt: >\n  Le titre\n  ici", "paragraph", "alt", "Le titre\nici"),
        ("alt: |-\n  Le titre", "paragraph", "alt", "Le titre"),
        ("title: Le titre\nurl: |\n  non\nlang: x", "heading", "title", "Le titre"),
    ],
)
def test_what_is_read(body: str, kind: str, key: str, words: str) -> None:
    assert read(body) == [(kind, key, words)]


def test_lines_of_a_block() -> None:
    assert [words for *_, words in read("summary: >\n  Un chat\n  dort.\n\n  Deux chats\nlang: x")] == ["Un chat\ndort.", "Deux chats"]  # fmt: skip
    assert [words for *_, words in read("summary: |\n  - Un chat\n  - Deux chats")] == ["Un chat", "Deux chats"]  # fmt: skip
    assert read("summary: |\n\n") == []


@pytest.mark.parametrize(
    ("value", "inside", "written"),
    [
        ("Le titre", "a: b", '"a: b"'),
        ("'Le titre'", "it's", "it''s"),
        ('"Le titre"', 'a "b"', 'a \\"b\\"'),
        (">\n  Le titre", "a\nb", "a b"),
        ("|\n  Le titre", "a\nb", "a\n  b"),
        ("|\r\n    Le titre", "a\nb", "a\r\n    b"),
    ],
)
def test_how_words_are_written(value: str, inside: str, written: str) -> None:
    (one,) = front_matter(f"---\ntitle: {value}\n---\n").values
    region = one.words.region("heading", "")
    assert region
    assert isinstance(region.prose, Prose)
    assert not region.prose.holds_markup
    frame = region.prose.frame
    assert (frame.wrap if frame else region.prose.escape)(inside) == written


@pytest.mark.parametrize(
    ("body", "line", "key"),
    [
        ("title: Le titre\n  ici", 2, "title"),
        ("lang: x\ntitle: &a le titre", 3, "title"),
        ("alt: 'Le titre", 2, "alt"),
        ("alt: 'Le titre' ici", 2, "alt"),
        ('alt: "Le titre" ici', 2, "alt"),
        ('alt: "Le \\q"', 2, "alt"),
        ('alt: "Le \\ud800"', 2, "alt"),
        ('alt: "Le \\x00"', 2, "alt"),
        ('alt: "Le \\U00110000"', 2, "alt"),
        ("alt: |\n  Le\n    titre", 2, "alt"),
        ("alt: |2\n  Le titre", 2, "alt"),
    ],
)
def test_what_takes_more_than_a_line_is_noted(body: str, line: int, key: str) -> None:
    front = front_matter(f"---\n{body}\n---\n")
    assert list(map(str, front.notes)) == [
        f"line {line}: this value of {key} is left alone: not one line"
    ]
    assert values(front) == []


def test_toml_ends_where_its_fence_is() -> None:
    text = '+++\ntitle = "Le titre"\n+++\nx'
    front = front_matter(text)
    assert front.end == len(text) - 1
    assert values(front) == [("heading", "title", "Le titre")]
