"""The TOML at the head of a Markdown file."""

from __future__ import annotations

import pytest

from onetongue.formats.markdown.markdown import read


def regions(body: str, newline: str = "\n") -> list[tuple[str, str, str]]:
    text = f"+++\n{body}\n+++\n".replace("\n", newline)
    found = read(text)
    return [(r.kind, r.span.of(text), r.prose.text if r.prose else "") for r in found.regions]


@pytest.mark.parametrize(
    "body",
    [
        'slug = "le-titre-de-la-page"',
        "title = 5",
        '# title = "Le titre"',
        'a = """\ntitle = "Le titre"\n"""',
        'tags = ["Le titre", "La page"]',
        'title = ""',
        'title = "Le titre',
    ],
)
def test_what_is_not_read(body: str) -> None:
    assert regions(body) == []


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('title = "Le titre"', ("heading", "Le titre", "Le titre")),
        ('Title="Le titre" # note', ("heading", "Le titre", "Le titre")),
        ('a = 1\n[params]\n  summary = "Le titre"', ("paragraph", "Le titre", "Le titre")),
        ('params.description = "Le titre"', ("paragraph", "Le titre", "Le titre")),
        (r'title = "Le \"titre\" d\u00e9j\u00e0"', ("heading", r"Le \"titre\" d\u00e9j\u00e0", 'Le "titre" déjà')),
        ('[[a]]\ntitle = "Le titre"', ("heading", "Le titre", "Le titre")),
    ],
)  # fmt: skip
def test_what_a_page_shows_is_read(body: str, expected: tuple[str, str, str], newline: str) -> None:
    assert regions(body, newline) == [expected]


@pytest.mark.parametrize("value", ["'Le titre'", '"""Le titre"""', r'"Le \f titre"'])
def test_other_strings_are_told_of(value: str) -> None:
    found = read(f"+++\na = 1\ntitle = {value}\n+++\n")
    assert not found.regions
    assert list(map(str, found.notes)) == [
        "line 3: this value of title is left alone: not a plain string on one line"
    ]


def test_a_title_is_written_with_its_escapes() -> None:
    (region,) = read('+++\ntitle = "Le titre"\n+++\n').regions
    assert region.prose is not None
    whole = region.prose.within(0, len("Le titre"))
    assert whole.escape('The "title"') == r"The \"title\""
