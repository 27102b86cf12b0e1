from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.document import Document, Span
from onetongue.errors import InputError
from onetongue.formats import choose_format, read_document, read_text

LONG = (
    "The initial response from Russian diplomacy to this new escalation of tensions confirms the "
    "position of the capital as a mere observer, and the ministry has called on both parties to "
    "stop the conflict at once, which resembles lip service and denies an obvious fact that "
    "everyone has known for years."
)
BODY = "The talks went on for three days and ended without any result that could be announced."
CAPTION = "Le ministre russe, Sergueï Lavrov, à Moscou, le 18 septembre 2023."


def read(text: str, *, protected: tuple[Span, ...] = ()) -> Document:
    return read_text(text, requested="text", find_protected=lambda _: protected)


def stretches(document: Document) -> list[str]:
    return [region.span.of(document.text) for region in document.regions]


def kinds(text: str) -> list[str]:
    return [region.kind for region in read(text).regions]


NO_REGION = [
    "",
    "²²",
    " \t\r\n\n",
    "\ufeff",
    "-----",
    "* * *",
    "=====\n=====",
    "30.45 %",
    "18/09/2023 - 19:30",
    "A",
    "https://example.org/article?id=1",
    "www.example.org\nmail@example.org",
    "[image]",
    "![ministre](photo.jpg)",
    "IMG_1234.jpg",
    "Image 1",
    "for (int i = 0; i < n; i++) { total += values[i]; }",
    "x = {'le': 1, 'la': 2}; y = x",
    "{% for le in la %}{{ le }}{% endfor %}",
    "`${le}` + `${la}`",
    "\u0301\u0301",
    "\x00\x00",
]


@pytest.mark.parametrize("text", NO_REGION)
def test_what_is_not_prose_is_no_region(text: str) -> None:
    assert read(text).regions == ()


# ⟦ ⟧ mark the stretches expected.
EDGES = [
    "⟦Un texte.⟧",
    "\ufeff⟦Un texte.⟧\n",
    "  \t⟦Un texte.⟧ \u00a0\r\n",
    "- ⟦Un texte.⟧\n- ⟦Un autre.⟧",
    "* ⟦Un texte.⟧\r\n* ⟦Un autre.⟧\r\n",
    "• ⟦Un texte\n  court⟧",
    "1. ⟦Un texte.⟧\n2) ⟦Un autre.⟧",
    "a) ⟦Un texte.⟧\nb) ⟦Un autre.⟧",
    "> ⟦Un texte.⟧\n> ⟦Un autre.⟧",
    "> - ⟦Un texte.⟧",
    "# ⟦Un titre⟧\n⟦Un texte.⟧",
    "— ⟦Bonjour, dit-il.⟧\n— ⟦Bonsoir, dit-elle.⟧",
    "⟦Un texte.⟧\r\r⟦Un autre.⟧",
    "⟦Un texte.⟧\f⟦Un autre.⟧",
    "⟦Un texte.⟧\u2029⟦Un autre.⟧\u2028⟦Un troisième.⟧\x85⟦Un quatrième.⟧",
    "⟦Un texte.⟧\n\n-----\n\n⟦Un autre.⟧",
    "⟦L’e\u0301te\u0301⟧",
    " \u0301⟦Un texte.⟧",
    "\u200b⟦Un texte.⟧\u200b",
    "⟦J. Dupont parle.⟧",
    "⟦-Un texte.⟧",
    "⟦« [Le] ministre [a] dit […] »⟧",
]

LINES = [
    # Hard-wrapped: one region.
    pytest.param(
        "⟦The initial response from Russian diplomacy to this new\n"
        "escalation of tensions confirms its position as a mere\n"
        "observer. The ministry has called on both of the parties\n"
        "to stop.⟧",
        id="wrapped",
    ),
    pytest.param(
        "⟦Le ministre russe des affaires étrangères a été reçu, le\r\n18 septembre 2023, à Paris.⟧",
        id="wrapped-before-a-number",
    ),
    pytest.param(
        "⟦Despite its connection to the army, the channel of Mr\n"
        "Rybar, which closely monitors the conflict, has said so\n"
        "and the others have not, which is quite remarkable here.⟧",
        id="wrapped-before-a-capital",
    ),
    pytest.param(
        "⟦Whether due to a lack of political will or capabilities\n"
        "– a result of its weakened army – the country has failed\n"
        "in this.⟧",
        id="wrapped-before-a-dash",
    ),
    pytest.param(
        "- ⟦The initial response from Russian diplomacy to this\n"
        "  new escalation of tensions was weak.⟧\n"
        "- ⟦Un autre.⟧",
        id="wrapped-list-item",
    ),
    # One paragraph a line: one region each.
    pytest.param(f"⟦{LONG}⟧\n⟦{LONG}⟧", id="long-lines"),
    pytest.param(f"⟦Service minimum⟧\n⟦{LONG}⟧", id="heading-line"),
    pytest.param(f"⟦{CAPTION}⟧\n⟦{LONG}⟧", id="caption-line"),
    pytest.param(f"⟦{BODY}⟧\n⟦{BODY}⟧\n⟦{BODY}⟧", id="sentence-lines"),
    pytest.param("⟦12, rue de la Paix⟧\n⟦Paris⟧\n⟦France⟧", id="address"),
    pytest.param(
        "⟦Emmanuel Macron rencontre son premier ministre⟧\n⟦Poutine reçoit ses ministres à Sotchi⟧",
        id="headlines",
    ),
]


@pytest.mark.parametrize("marked", [*EDGES, *LINES])
def test_regions_begin_and_end_with_their_words(marked: str) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    expected = [part.split("⟧")[0] for part in marked.split("⟦")[1:]]
    assert stretches(read(text)) == expected


KINDS = [
    ("one-block", [(CAPTION, "paragraph")]),
    ("only-line", [("Service minimum diplomatique", "paragraph")]),
    ("title", [("Service minimum diplomatique", "heading"), (LONG, "paragraph")]),
    ("subheading", [(LONG, "paragraph"), ("Service minimum", "heading"), (LONG, "paragraph")]),
    ("question", [(LONG, "paragraph"), ("Pourquoi maintenant ?", "heading"), (LONG, "paragraph")]),
    ("capitals", [(LONG, "paragraph"), ("SERVICE MINIMUM", "heading"), (BODY, "paragraph")]),
    ("label", [(LONG, "paragraph"), ("Contexte :", "heading"), (LONG, "paragraph")]),
    (
        "list-intro",
        [
            (LONG, "paragraph"),
            ("Voici ce que les parties ont décidé de faire :", "paragraph"),
            (LONG, "paragraph"),
        ],
    ),
    ("sentence", [(LONG, "paragraph"), ("He left.", "paragraph"), (LONG, "paragraph")]),
    ("signature", [(LONG, "paragraph"), ("Marie Dupont", "paragraph")]),
    (
        "two-headings",
        [
            (LONG, "paragraph"),
            ("Deuxième partie", "heading"),
            ("Service minimum", "heading"),
            (LONG, "paragraph"),
        ],
    ),
    (
        "headline-caption",
        [
            ("A disapproval for Russia in the region.", "heading"),
            (CAPTION, "caption"),
            (LONG, "paragraph"),
        ],
    ),
    (
        "english-tail",
        [("A headline", "heading"), ("The minister, in Paris, on 3 May 2021.", "caption")],
    ),
    (
        "american-tail",
        [
            ("A headline", "heading"),
            ("Protesters in front, Moscow, September 18, 2023.", "caption"),
        ],
    ),
    (
        "date-only",
        [
            ("A headline", "heading"),
            ("Des manifestants devant le parlement, le 19 septembre.", "caption"),
            (LONG, "paragraph"),
        ],
    ),
    (
        "place-only",
        [
            ("A headline", "heading"),
            ("Des manifestants devant la mairie, à Erevan.", "caption"),
            (LONG, "paragraph"),
        ],
    ),
    ("mid-article", [(LONG, "paragraph"), (CAPTION, "caption"), (LONG, "paragraph")]),
    ("dated-prose", [(LONG, "paragraph"), (f"{BODY} He left, in May 2021.", "paragraph")]),
    ("cue", [(LONG, "paragraph"), ("Photo : le ministre parle.", "caption")]),
    ("copyright", [(LONG, "paragraph"), ("© Marie Dupont", "caption")]),
    ("credit", [(LONG, "paragraph"), ("Crédit photo : Marie Dupont", "caption")]),
    ("credit-end", [(LONG, "paragraph"), ("Le ministre parle. (Photo Marie Dupont)", "caption")]),
    ("agency", [(LONG, "paragraph"), ("Le ministre parle. MARIE DUPONT / AFP", "caption")]),
    ("agency-parens", [(LONG, "paragraph"), ("Le ministre parle (AFP).", "caption")]),
    ("agency-prose", [(LONG, "paragraph"), ("AFP reported that the talks failed.", "paragraph")]),
    ("photo-prose", [(LONG, "paragraph"), ("Photo editors know this well.", "paragraph")]),
]


PLACEHOLDERS = [
    "Bonjour {{ user.name }}, vous avez {{n}} messages.",
    "Vous avez ${count} messages sur {total}, %{name} et %(nb)s autres.",
    "Le champ `nom` ou `prénom` est vide.",
]


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_placeholders_in_a_sentence_make_no_code_of_it(text: str) -> None:
    assert stretches(read(text)) == [text]


@pytest.mark.parametrize("newline", ["\n\n", "\r\n\r\n", "\n\n\n \n"])
@pytest.mark.parametrize(("name", "blocks"), KINDS, ids=[name for name, _ in KINDS])
def test_kinds(name: str, blocks: list[tuple[str, str]], newline: str) -> None:
    text = newline.join(block for block, _ in blocks)
    document = read(text)
    found = [(r.span.of(text), r.kind) for r in document.regions]
    assert found == blocks, name
    assert all(region.rule for region in document.regions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"[image]\n\nLe ministre parle\n\n{LONG}", ["caption", "paragraph"]),
        (f"![x](y.png)\nLe ministre parle\n\n{LONG}", ["caption", "paragraph"]),
        (f"IMG_1234.jpg\n\nLe ministre parle.\n\n{LONG}", ["caption", "paragraph"]),
        (f"{LONG}\n\nLe ministre\n-----\n\nIl parle.", ["paragraph", "heading", "paragraph"]),
        (f"{BODY}\n\n## Le ministre\n\nIl parle.", ["paragraph", "heading", "paragraph"]),
        (f"{LONG}\n\n1. Introduction\n\n{LONG}", ["paragraph", "heading", "paragraph"]),
        (f"- Le ministre\n- Le roi\n\n{LONG}", ["paragraph"] * 3),
        (f"{LONG}\n\nOui\nje suis venu te dire\nque je m'en vais\nce soir", ["paragraph"] * 5),
        (f"{LONG}\nService minimum\n{LONG}", ["paragraph", "heading", "paragraph"]),
    ],
)
def test_kinds_from_what_stands_around(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_kinds_of_the_whole_article() -> None:
    fixtures = Path(__file__).parents[2] / "fixtures"
    articles = [
        path
        for path in sorted(fixtures.glob("*/input.txt"))
        if b"Service minimum diplomatique" in path.read_bytes()
    ]
    if not articles:
        pytest.skip("the article fixture is not here")
    document, _ = read_document(articles[0].read_bytes(), name="article.txt")
    found = [region.kind for region in document.regions]
    assert found == [
        "heading",
        "caption",
        *["paragraph"] * 3,
        "heading",
        *["paragraph"] * 5,
    ]


def test_a_protected_stretch_splits_no_region() -> None:
    text = "Un début ⟦une\n\ndeux⟧ et une fin.\n\n⟦trois⟧\n\n- ⟦quatre⟧.\n"
    protected = tuple(Span(m.start(), m.end()) for m in re.finditer("⟦[^⟧]*⟧", text))
    document = read(text, protected=protected)
    assert stretches(document) == ["Un début ⟦une\n\ndeux⟧ et une fin."]
    assert document.regions[0].protected == protected[:1]


def test_a_protected_block_still_counts_as_layout() -> None:
    text = f"Service minimum\n\n{LONG}"
    document = read(text, protected=(Span(17, len(text)),))
    assert [(r.kind, r.span) for r in document.regions] == [("heading", Span(0, 15))]


@given(st.data())
def test_protected_stretches_may_lie_anywhere(data: st.DataObject) -> None:
    text = data.draw(TEXTS)
    edges = data.draw(st.lists(st.integers(0, len(text)), unique=True).map(sorted))
    spans = tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False))
    document = read(text, protected=spans)
    for region in document.regions:
        inside = [span for span in spans if span.overlaps(region.span)]
        assert len(region.protected) == len(inside)
        assert all(region.span.contains(span) for span in region.protected)


TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("aéB.,;:!?-–—>#*•1) \t\n\r\f\x85\u2028\u2029\ufeff\u200b\u0301«»()[]/@©"),
        st.characters(exclude_categories=()),
    ),
    max_size=200,
) | st.lists(
    st.sampled_from(
        [
            "\n> ",
            "\r\n>> ",
            "\n",
            "le ministre russe a été reçu",
            " à Paris. ",
            " ",
            "\u0301",
            "\u200b",
        ]
    ),
    max_size=30,
).map("".join)


@given(TEXTS)
def test_regions_are_tidy_in_any_text(text: str) -> None:
    document = read(text)
    assert document.text == text
    end = 0
    for region in document.regions:
        assert end <= region.span.start
        end = region.span.end
        stretch = region.span.of(text)
        assert stretch == stretch.strip()
        assert stretch.strip("\ufeff") == stretch
        assert any(char.isalpha() for char in stretch)
        assert unicodedata.category(stretch[0])[0] != "M"
        following = text[end : end + 1]
        assert not following or unicodedata.category(following)[0] != "M"


@pytest.mark.parametrize(
    "text",
    [
        "mot " * 500_000,
        "x" * 2_000_000,
        " " * 2_000_000,
        "." * 2_000_000,
        "> " * 500_000,
        "a\n" * 100_000,
        "(" * 200_000 + "é",
        "\u0301" * 500_000,
    ],
    ids=["words", "one-word", "spaces", "dots", "quotes", "lines", "brackets", "marks"],
)
def test_large_or_odd_text_is_read_in_linear_time(text: str) -> None:
    # Anything quadratic here would run for hours: no clock is needed.
    assert read(text).text == text


@pytest.mark.parametrize("name", ["", "article", "article.txt", "a.text", "a.TXT", "notes.v2"])
def test_anything_unknown_is_plain_text(name: str) -> None:
    assert choose_format(name) == "text"


@pytest.mark.parametrize("name", ["a.rst", "a.TEX", "a.xml", "a.pdf", "a.csv"])
def test_files_nobody_here_reads_are_refused_unless_asked_for(name: str) -> None:
    with pytest.raises(InputError, match=r"does not read \.\w+ files.*--format text"):
        read_document(b"# Titre", name=name)
    document, notes = read_document("été".encode(), name=name, requested="text")
    assert (document.text, document.name, document.format, notes) == ("été", name, "text", ())


def test_bytes_and_text_give_the_same_document() -> None:
    text = f"\ufeffTitre\r\n\r\n{LONG} ⟦x⟧\r\n"
    at = text.index("⟦")

    def find(found: str) -> tuple[Span, ...]:
        assert found == text
        return (Span(at, at + 3),)

    document, notes = read_document(text.encode(), name="a.txt", find_protected=find)
    assert document == read_text(text, name="a.txt", find_protected=find)
    assert document.regions[1].protected == (Span(at, at + 3),)
    assert notes == ()
