"""The pieces a Word paragraph is made of."""

from __future__ import annotations

import pytest
from support.word import document, p, r, t

from onetongue.formats.docx.paragraphs import Paragraph, paragraphs


def read(body: str) -> list[Paragraph]:
    text = document(body)
    return list(paragraphs(text, 0, len(text), "w:", {"Verb": "code", "Emph": ""}))


def pieces(*content: str) -> str:
    """Text as it reads; what stands between as [kind name], with what it holds."""
    (paragraph,) = read(p(*content))
    assert not paragraph.is_odd
    assert not any(atom.inner for atom in paragraph.atoms)
    return "".join(
        atom.text if atom.kind in {"text", "character"} else f"[{atom.kind} {atom.name}{':' * bool(atom.text)}{atom.text}]"
        for atom in paragraph.atoms
    )  # fmt: skip


def control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r("perdu", "<w:vanish/>"), "[block hidden]"),
        (r("perdu", '<w:vanish w:val="1"/>'), "[block hidden]"),
        (r("perdu", "<w:webHidden/>"), "[block hidden]"),
        ("<w:del>" + r("perdu") + "</w:del>", "[block del]"),
        ("<w:moveFrom>" + r("perdu") + "</w:moveFrom>", "[block moveFrom]"),
        (r("f(x)", '<w:rStyle w:val="Verb"/>'), "[block code:f(x)]"),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "[block m:oMath]"),
        ("<w:r><w:drawing><w:r>" + t("non") + "</w:r></w:drawing></w:r>", "[inline drawing]"),
        ("<w:r><w:instrText>REF</w:instrText></w:r>", "[inline instrText:REF]"),
        (control("<w:date/>", r("lundi")), "[block sdt]"),
        (control('<w:dropDownList w:lastValue="a"/>', r("lundi")), "[block sdt]"),
        ("<w:sdt><w:sdtPr/></w:sdt>", "[block sdt]"),
        ("<w:r/><w:r></w:r>", ""),
        ("<w:r><w:t/></w:r>", ""),
        ("<w:t>nowhere</w:t>", "[block t]"),
        ("nowhere", ""),
        ("<w:ins/>", ""),
    ],
)
def test_what_is_no_text_of_the_paragraph(content: str, expected: str) -> None:
    assert pieces(content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r("un ") + r("deux"), "un deux"),
        (r("a &amp; b<![CDATA[<c>]]>"), "a & b<c>"),
        (r("un", '<w:vanish w:val="0"/>'), "un"),
        (r("un", "<w:vanish w:val='false'/>"), "un"),
        (r("un", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"), "un"),
        (r("un", '<w:rStyle w:val="Emph"/>'), "un"),
        (f"<w:hyperlink>{r('un')}</w:hyperlink>", "[enter hyperlink]un[leave hyperlink]"),
        (control("<w:id/>", r("un")), "[enter sdtContent]un[leave sdtContent]"),
        ("<w:r><w:br/></w:r>", "[inline br]"),
        (r("un") + "<w:sdt><w:sdtContent/></w:sdt>", "un"),
        ('<w:bookmarkStart w:id="1"/>', "[block bookmarkStart]"),
        ("<w:smartTag><w:smartTagPr/>" + r("un") + "</w:smartTag>", "[enter smartTag][block smartTagPr]un[leave smartTag]"),
        # White space at the edges of a w:t counts where it says so.
        ("<w:r><w:t> \n un </w:t><w:t>deux</w:t></w:r>", "undeux"),
        ("<w:r><w:t> <!-- --> </w:t></w:r>", ""),
        ("<w:r><w:t> a <!-- --> b </w:t></w:r>", "a  b"),
        ("<w:r><w:t> &#65; </w:t></w:r>", "A"),
        ("<w:r><w:t xml:space='preserve'> un </w:t></w:r>", " un "),
        ('<w:r><w:t xml:space="default"> un </w:t></w:r>', "un"),
        ("<w:r><w:t>\u00a0un\u00a0</w:t></w:r>", "\u00a0un\u00a0"),
    ],
)  # fmt: skip
def test_what_a_reader_sees(content: str, expected: str) -> None:
    assert pieces(content) == expected


def test_atoms_stand_where_they_say() -> None:
    text = document(p("<w:r><w:rPr><w:b/></w:rPr><w:t> un </w:t><w:br/></w:r>", control("<w:id/>", r("x"))))  # fmt: skip
    (paragraph,) = paragraphs(text, 0, len(text), "w:", {})
    assert [(text[a.start : a.end], a.look, a.is_kept) for a in paragraph.atoms] == [
        ("un", "<w:rPr><w:b/></w:rPr>", False),
        ("<w:br/>", "<w:rPr><w:b/></w:rPr>", True),
        ("<w:sdt><w:sdtPr><w:id/></w:sdtPr><w:sdtContent>", "", True),
        ("x", "", True),
        ("</w:sdtContent></w:sdt>", "", True),
    ]
    whole = "<w:customXml><w:customXmlPr><w:a/></w:customXmlPr>"
    text = document(p(f"{whole}{r('x')}</w:customXml>"))
    (paragraph,) = paragraphs(text, 0, len(text), "w:", {})
    assert text[paragraph.atoms[0].start : paragraph.atoms[0].end] == whole


@pytest.mark.parametrize(
    ("properties", "style", "is_outlined"),
    [
        ("", "", False),
        ('<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', "", False),
        ('<w:pPr><w:outlineLvl w:val=""/></w:pPr>', "", False),
        ('<w:pPr><w:rPr><w:pStyle w:val="x"/></w:rPr></w:pPr>', "", False),
        ('<w:pPr><w:pStyle w:val="Titre"/></w:pPr>', "Titre", False),
        ('<w:pPr><w:outlineLvl w:val="0"/><w:pStyle w:val="a"/></w:pPr>', "a", True),
    ],
)
def test_what_a_paragraph_says_of_itself(properties: str, style: str, is_outlined: bool) -> None:
    (paragraph,) = read(f"<w:p>{properties}{r('un')}</w:p>")
    assert (paragraph.style, paragraph.is_outlined) == (style, is_outlined)
    assert [atom.text for atom in paragraph.atoms] == ["un"]


def test_a_paragraph_in_another_comes_first_and_is_told() -> None:
    box = f"<w:pict>{p(r('dedans'))}</w:pict>"
    found = read(p(r("un"), f"<w:r>{box}</w:r>", r("deux")) + p() + "<w:p/>" + p(r("trois")))
    said = [(one.number, "".join(atom.text for atom in one.atoms)) for one in found]
    assert said == [(2, "dedans"), (1, "undeux"), (3, ""), (4, "trois")]
    assert [(atom.name, atom.inner) for atom in found[1].atoms] == [("", False), ("pict", True), ("", False)]  # fmt: skip
    # Where it is not even in a run, it still keeps the words apart.
    (_, outer) = read(p(r("un"), p(r("dedans")), r("deux")))
    assert [(atom.kind, atom.inner) for atom in outer.atoms] == [("text", False), ("block", True), ("text", False)]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        f"<w:sdt>{r('x')}<w:sdtContent>{r('y')}</w:sdtContent></w:sdt>",
        f"<w:sdtContent>{r('y')}</w:sdtContent>",
        f"<w:sdt><w:sdtContent>{r('y')}</w:sdtContent>{r('x')}</w:sdt>",
        f"<w:sdt><w:sdtContent>{r('y')}</w:sdtContent><w:dir>{r('x')}</w:dir></w:sdt>",
        "<w:sdtPr><w:id/></w:sdtPr>",
        f"{r('x')}<w:smartTagPr><w:id/></w:smartTagPr>",
    ],
)
def test_elements_where_the_standard_has_none_are_odd(content: str) -> None:
    assert read(p(content))[0].is_odd


def test_only_its_own_part_and_prefix_are_read() -> None:
    one = p(r("un"))
    text = document(one) + document(p(r("deux")))
    found = list(paragraphs(text, len(document(one)), len(text), "w:", {}))
    assert [[atom.text for atom in paragraph.atoms] for paragraph in found] == [["deux"]]
    assert not list(paragraphs(text, 0, len(text), "x:", {}))
    bare = "<p><r><t>un</t></r></p>"
    assert [len(one.atoms) for one in paragraphs(bare, 0, len(bare), "", {})] == [1]


def test_what_a_control_says_of_itself_is_looked_at_so_far() -> None:
    far = control(f"<w:alias w:val='{'a' * 20_000}'/>", r("un"))
    assert pieces(far) == "[block sdt]"
    assert pieces(far.replace("a" * 100, "")) != "[block sdt]"
