"""Which words of a paragraph are read together."""

from __future__ import annotations

import pytest
from support.word import document, p, r

from onetongue.formats.docx.chunks import (
    CannotKeepError,
    Levels,
    chunks,
    look_key,
    range_of,
    with_fields,
)
from onetongue.formats.docx.paragraphs import Atom, paragraphs


def atoms(*content: str) -> list[Atom]:
    text = document(p(*content))
    (paragraph,) = paragraphs(text, 0, len(text), "w:", {})
    return paragraph.atoms


def read(*content: str) -> list[str]:
    """What each chunk says, with the names of what stands between."""
    return [
        "".join(atom.text if atom.kind in {"text", "character"} else f"<{atom.name}>" for atom in chunk)
        for chunk in chunks(with_fields(atoms(*content)))
    ]  # fmt: skip


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(code: str, result: str) -> str:
    return f"{mark('begin')}<w:r><w:instrText> {code} </w:instrText></w:r>{mark('separate')}{result}{mark('end')}"


BREAK = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"


@pytest.mark.parametrize(
    "content",
    [
        "",
        TAB,
        BREAK + TAB + BREAK,
        '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>',
        '<w:hyperlink r:id="r9"/>',
        field("REF n1", r("un renvoi")),
        "<w:r><w:footnoteReference w:id='2'/></w:r>",
    ],
)
def test_without_words_nothing_is_read(content: str) -> None:
    assert read(content) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r("un") + TAB + r("deux"), ["un", "deux"]),
        (r("un") + "<w:r><w:br w:type='page'/></w:r>" + r("deux"), ["un", "deux"]),
        (r("un") + '<w:r><w:br w:type="column"/></w:r>' + r("deux"), ["un", "deux"]),
        # A line that is complete ends for good; across others a sentence goes on.
        (r("12, rue Foch") + BREAK + r("Paris"), ["12, rue Foch", "Paris"]),
        (r("Il est venu") + BREAK + r("nous voir"), ["Il est venu<br>nous voir"]),
        (r("Il est venu.") + BREAK + r("nous voir"), ["Il est venu.", "nous voir"]),
        (r("Il est venu,") + BREAK + r("Paul aussi"), ["Il est venu,", "Paul aussi"]),
        (r("Il est venu,") + BREAK + r("et toi"), ["Il est venu,<br>et toi"]),
        (r("la ville de") + BREAK + r("Paris"), ["la ville de<br>Paris"]),
        (r("au bord du lac") + BREAK + r("Paris"), ["au bord du lac", "Paris"]),
        (BREAK + r("un") + BREAK, ["un"]),
        # White space does not end the wait for what comes after a break.
        (r("Lyon") + BREAK + r(" ") + BREAK + r("Paris"), ["Lyon", " ", "Paris"]),
        # What stands at an edge belongs to none.
        (field("REF n1", r("x")) + r("un") + field("REF n1", r("x")), ["un"]),
        (r("un ") + field("REF n1", r("x")) + r(" deux"), ["un <field> deux"]),
        (r("un ") + field("HYPERLINK x", r("deux")) + r(" trois"), ["un <field>deux<field> trois"]),
        (r("un ") + mark("begin") + field("HYPERLINK x", r("y")) + mark("separate") + r("deux") + mark("end") + r(" trois"), ["un <field> trois"]),
        # A field without a result, and marks that have no other half.
        (r("un ") + mark("begin") + mark("end") + r(" deux"), ["un <field> deux"]),
        (r("un") + mark("end") + r("deux") + mark("begin") + r("trois"), ["un", "deux", "trois"]),
        (r("un") + mark("separate") + r("deux"), ["un", "deux"]),
    ],
)  # fmt: skip
def test_words_are_read_together(content: str, expected: list[str]) -> None:
    assert read(content) == expected


def test_a_field_keeps_what_is_in_it_whole() -> None:
    link = f"<w:hyperlink>{r('un')}"
    with pytest.raises(CannotKeepError, match="a field overlaps a link"):
        with_fields(atoms(mark("begin"), link, mark("end"), "</w:hyperlink>"))
    with pytest.raises(CannotKeepError, match="a field overlaps a link"):
        with_fields(atoms(link, mark("begin"), "</w:hyperlink><w:hyperlink>", mark("end"), "</w:hyperlink>"))  # fmt: skip
    whole = with_fields(atoms(mark("begin"), link, "</w:hyperlink>", mark("end")))
    assert [(atom.kind, atom.name, atom.inner) for atom in whole] == [("object", "field", False)]


BOLD, ITALIC = "<w:b/>", "<w:i/>"


def levels(*content: str) -> tuple[list[int], list[str], set[int]]:
    (chunk,) = chunks(with_fields(atoms(*content)))
    found = Levels(chunk)
    return found.of, [found.look(level) for level in range(max(found.of) + 1)], found.nested


def test_a_level_is_the_inside_of_one_link() -> None:
    link = f"<w:hyperlink>{r('deux', BOLD)}</w:hyperlink>"
    bold = f"<w:rPr>{BOLD}</w:rPr>"
    assert levels(r("un"), link, r("trois", ITALIC), r("quatre")) == (
        [0, 1, 1, 0, 0, 0], ["", bold], set(),
    )  # fmt: skip
    # It looks like most of its words, as the first of them is written.
    assert levels(r("un"), r("deux", ITALIC))[1] == [f"<w:rPr>{ITALIC}</w:rPr>"]
    # What began before the words of the chunk leaves a level of its own.
    of, looks, _ = levels(f"<w:hyperlink>{r('un', BOLD)}</w:hyperlink>", r("deux"))
    assert (of, looks) == ([0, 1, 1], [bold, ""])


def ranges(*marks: str) -> set[int]:
    """Which of these, between two words, nest; `(1` begins bookmark 1, `)1` ends it."""
    written = {"[": "<w:ins>", "]": "</w:ins>"}
    for mark in marks:
        name = "bookmarkStart" if mark[0] == "(" else "bookmarkEnd"
        written.setdefault(mark, f'<w:{name} w:id="{mark[1:]}"/>')
    return {i - 1 for i in levels(r("a"), *(written[mark] for mark in marks), r("z"))[2]}


@pytest.mark.parametrize(
    ("marks", "nested"),
    [
        ("(1", set()),
        (")1", set()),
        ("(1 [ )1 ]", set()),
        ("[ (1 ] )1", set()),
        ("(1 )1", {0, 1}),
        ("(1 (2 )2 )1", {0, 1, 2, 3}),
        ("(1 [ ] )1", {0, 3}),
        ("[ (1 )1 ]", {1, 2}),
        # Of two that overlap the first gives way.
        ("(1 (2 )1 )2", {1, 3}),
        ("(3 (1 (2 )1 )2 )3", {0, 2, 4, 5}),
        (")1 (2 )2", {1, 2}),
    ],
)
def test_ranges_nest_or_are_left_alone(marks: str, nested: set[int]) -> None:
    assert ranges(*marks.split()) == nested


def test_which_range_an_element_is() -> None:
    assert range_of(Atom(0, 1, "block", "commentRangeEnd", rest=" w:id='7' w:x='8'")) == ("commentRange 7", "End")  # fmt: skip
    assert range_of(Atom(0, 1, "block", "bookmarkStart", rest=' w:paraid="7"')) is None
    assert range_of(Atom(0, 1, "inline", "bookmarkStart", rest=' w:id="7"')) is None
    assert range_of(Atom(0, 1, "block", "bookmark", rest=' w:id="7"')) is None


def test_links_that_overlap_are_refused() -> None:
    with pytest.raises(CannotKeepError, match="a link overlaps"):
        levels(r("a"), "<w:hyperlink><w:ins>", r("b"), "</w:hyperlink></w:ins>", r("c"))


@pytest.mark.parametrize(
    ("look", "key"),
    [
        ("<w:rPr><w:b/><w:i/></w:rPr>", "<w:rPr><w:b/><w:i/></w:rPr>"),
        ('<w:rPr><w:languor w:val="a"/></w:rPr>', '<w:rPr><w:languor w:val="a"/></w:rPr>'),
        ("<w:rPr> <w:b/>\n<w:noProof/></w:rPr>", "<w:rPr><w:b/></w:rPr>"),
        ('<w:rPr><lang val="fr"/></w:rPr>', ""),
        ("<w:rPr/>", ""),
        ("", ""),
    ],
)
def test_what_does_not_show_makes_no_difference(look: str, key: str) -> None:
    assert look_key(look) == key
