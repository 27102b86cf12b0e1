"""Word documents: what is read, what is written, and that all else keeps its bytes."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.engine import Engine
from support.word import STYLES, W, body_of, contents, document, p, package, part, r, shown, t, word

import onetongue as ot
from onetongue.document import NotRead
from onetongue.errors import InputError, IntegrityError
from onetongue.formats import load_format
from onetongue.formats.format import NO_SETTINGS
from onetongue.write import find_markers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

B = "<w:b/>"
ENGLISH = p(r("The committee met on Thursday and decided, after a long debate, to wait."))
LINK = '<w:hyperlink r:id="r9">'
NOTE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
FRENCH = {
    "Le ministre a refusé de répondre à nos questions.": "The minister refused to answer our questions.",
    "Service minimum diplomatique": "Bare minimum of diplomacy",
    "Elle n'a pas voulu venir avec nous.": "She did not want to come with us.",
    "Vous n'avez pas répondu à ma question & à la sienne.": "You did not answer my question & hers.",
    "Les 48 députés ont voté contre la réforme.": "The 48 members voted against the reform.",
    "refusé": "refused",
    "questions": "questions",
}


def normalize(data: bytes, **options: Any) -> tuple[bytes, ot.NormalizedDocument]:
    """The normalized file; it is proven that it reverts, and that a second run changes nothing."""
    normalizer = ot.Normalizer(ot.Options(**options), engine=Engine(FRENCH))
    result = normalizer.normalize_bytes(data, name="a.docx")
    output = result.encode()
    again = normalizer.normalize_bytes(output, name="a.docx")
    assert again.encode() == output
    decoded = load_format("docx").decode(output, "a.docx")
    assert decoded.text == result.text
    assert decoded.container
    back = decoded.container.pack(ot.revert(decoded.text, result.provenance()))
    assert contents(back) == contents(data)
    return output, result


def normalized(*paragraphs: str, **options: Any) -> list[str]:
    """What the paragraphs of a document with these show after an English one."""
    output, _ = normalize(word(ENGLISH + "".join(paragraphs)), markers="none", **options)
    return [shown(one) for one in body_of(output).iter(f"{{{W}}}p")][1:]


def read(body: str, styles: str = STYLES) -> list[tuple[str, str]]:
    text = document(body) + "\0" + part("styles", styles)
    found = load_format("docx").read(text, (), NO_SETTINGS)
    assert found.notes == ()
    return [(region.kind, region.prose.text) for region in found.regions if region.prose]


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SENTENCE = "Le ministre a refusé de répondre à nos questions."
BOX = f"<w:r><w:pict><w:txbxContent>{p(r('Dans la boîte'))}</w:txbxContent></w:pict></w:r>"


UNTOUCHED = [
    ENGLISH,
    p(r("Le ministre a refusé de répondre à nos questions.", "<w:vanish/>")),
    p(r(SENTENCE), style="Code"),
    p(r(SENTENCE, '<w:rStyle w:val="VerbatimChar"/>')),
    p(f"<w:del w:id='1'><w:r><w:delText>{SENTENCE}</w:delText></w:r></w:del>"),
    p(f"<w:moveFrom w:id='1'>{r(SENTENCE)}</w:moveFrom>"),
    p(FIELD.format("QUOTE", r(SENTENCE))),
    p(f"<w:r><w:instrText>{SENTENCE}</w:instrText></w:r>"),
    p(r("He read Le Monde in the café."), r("déjà vu", "<w:i/>")),
    "",
    "<w:p/>",
]


@pytest.mark.parametrize("body", UNTOUCHED)
def test_leaves_alone(body: str) -> None:
    data = word(body)
    assert normalize(data)[0] == data


READ = [
    # Runs that Word cut are one text; what it noted beside is not seen.
    (r("Le mi") + '<w:proofErr w:type="spellStart"/>' + r("nistre", '<w:lang w:val="fr-FR"/>'), ["Le ministre"]),
    (r("Le ") + r("ministre", B), ["Le ministre"]),
    ("<w:r><w:t> Le </w:t><w:t>ministre </w:t></w:r>", ["Leministre"]),  # as Word shows it
    (f"<w:r>{t('un')}<w:br/>{t('deux')}<w:noBreakHyphen/>{t('trois')}<w:softHyphen/>{t('s')}</w:r>", ["un deux-troiss"]),
    (f"<w:r>{t('He said')}<w:br/>{t('Nous partons')}<w:br/><w:br/>{t('Mairie de')}<w:br/>{t('Paris')}</w:r>", ["He said", "Nous partons", "Mairie de Paris"]),
    (f"<w:r>{t('Nom')}<w:tab/>{t('Prénom')}</w:r>", ["Nom", "Prénom"]),
    (f'<w:r>{t("Nom")}<w:br w:type="page"/>{t("Prénom")}</w:r>', ["Nom", "Prénom"]),
    (r("l&apos;&#233;t&#xE9; &amp; <![CDATA[<b>]]>"), ["l'été & <b>"]),
    (r("Le ") + f"<w:ins w:id='1'>{r('nouveau ')}</w:ins><w:del w:id='2'><w:r><w:delText>vieux</w:delText></w:r></w:del>" + r("maire"), ["Le nouveau maire"]),
    (f"<w:moveFrom w:id='1'>{r('parti')}</w:moveFrom>" + r("reste"), ["reste"]),
    (r("caché ", "<w:vanish/>") + r("visible"), ["visible"]),
    (r("pas caché ", '<w:vanish w:val="0"/>') + r("visible"), ["pas caché visible"]),
    (r("voir ") + FIELD.format('HYPERLINK "x"', r("ici")) + r(" et là"), ["voir ici et là"]),
    (r("voir page ") + FIELD.format("PAGEREF _x", r("7")) + r(" et là"), ["voir page {x1} et là"]),
    (r("le ") + '<w:fldSimple w:instr="DATE"><w:r><w:t>2 mai</w:t></w:r></w:fldSimple>' + r(" passé"), ["le {x1} passé"]),
    (r("valeur ") + "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>" + r(" moyenne"), ["valeur {x1} moyenne"]),
    (r("lancer ") + r("ls -l", '<w:rStyle w:val="VerbatimChar"/>') + r(" ici"), ["lancer `ls -l` ici"]),
    (r("avant ") + BOX + r("après"), ["avant", "Dans la boîte", "après"]),
    (r("avant") + NOTE + r(" après"), ["avant après"]),
    (f"<w:sdt><w:sdtPr><w:id/></w:sdtPr><w:sdtContent>{r('libre')}</w:sdtContent></w:sdt>" + r(" et"), ["libre et"]),
    (r("le ") + f"<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>{r('choix')}</w:sdtContent></w:sdt>" + r(" fait"), ["le {x1} fait"]),
    ("<w:sdt><w:sdtContent/></w:sdt>" + r("vide"), ["vide"]),
    # A table of contents: a field over several paragraphs.
    ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("Titre") + "<w:r><w:tab/></w:r>" + FIELD.format("PAGEREF", r("3")), ["Titre"]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), READ)
def test_reads(content: str, expected: list[str]) -> None:
    assert [text for _, text in read(p(content))] == expected


def test_kinds_come_from_the_names_of_styles() -> None:
    styles = ("Normal", "Titre2", "MonTitre", "Lgende", "Citation", "Code", "Nulle")
    found = read("".join(p(r(f"Texte en {style}"), style=style) for style in styles))
    assert [kind for kind, _ in found] == [
        *("paragraph", "heading", "heading", "caption", "quotation", "paragraph"),
    ]
    assert read('<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>' + r("Partie") + "</w:p>") == [
        ("heading", "Partie")
    ]


CHANGED = [
    ([r(SENTENCE)], "The minister refused to answer our questions."),
    ([r("Le ministre a "), r("refusé", B), r(" de répondre à nos questions.")],
     "The minister **refused** to answer our questions."),
    ([r("Le ministre a refusé de répondre à nos "), LINK, r("questions"), "</w:hyperlink>", r(".")],
     "The minister refused to answer our [questions]."),
    ([r("Elle n'a pas voulu venir avec nous."), NOTE], "She did not want to come with us.<footnoteReference>"),
    ([r("Vous n'avez pas répondu à ma question &amp; à la sienne.")], "You did not answer my question & hers."),
    ([r("We left. "), r(SENTENCE, B), r(" We came back.")],
     "We left. **The minister refused to answer our questions.** We came back."),
    ([r("We left. Elle n'a pas voulu "), r("venir avec nous.", B)], None),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), CHANGED)
def test_changes_the_words_and_keeps_the_markup(content: list[str], expected: str | None) -> None:
    (found,) = normalized(p(*content))
    if expected is None:
        assert found.startswith("We left. ")
        assert found.replace("*", "").endswith("She did not want to come with us.")
    else:
        assert found == expected


def test_a_space_at_the_end_of_a_text_that_does_not_keep_it() -> None:
    """Word drops white space at the edges of a w:t unless told not to, so it must not get there."""
    link = f"{LINK}<w:r><w:t>questions</w:t></w:r></w:hyperlink>"
    content = f"<w:r><w:t>Le ministre a refusé de répondre à nos</w:t></w:r>{r(' ')}{link}{r('.')}"
    output, _ = normalize(word(ENGLISH + p(content)), markers="none")
    (first, second) = body_of(output).iter(f"{{{W}}}p")
    assert first is not None
    texts = list(second.iter(f"{{{W}}}t"))
    kept = [one.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve" for one in texts]
    seen = [t.text if is_kept else t.text.strip() for t, is_kept in zip(texts, kept, strict=True)]
    assert "".join(seen) == "The minister refused to answer our questions."
    assert kept[0] is False


def test_only_the_paragraph_changes() -> None:
    body = (
        ENGLISH
        + p(r(SENTENCE), style="Lgende")
        + p(r("Service minimum diplomatique"), style="Titre2")
    )
    output, result = normalize(word(body + ENGLISH))
    assert [record.segment.kind for record in result.records] == ["caption", "heading"]
    old, new = (
        str(contents(data)["word/document.xml"], "utf-8") for data in (word(body + ENGLISH), output)
    )
    assert new == old.replace(
        SENTENCE, "⟦fr→en 1: The minister refused to answer our questions.⟧"
    ).replace("Service minimum diplomatique", "⟦fr→en 2: Bare minimum of diplomacy⟧")


def test_every_part_with_words_is_read() -> None:
    notes = {
        "header1": part("hdr", p(r(SENTENCE))),
        "footer1": part("ftr", p(r(SENTENCE))),
        "footnotes": part("footnotes", f'<w:footnote w:id="2">{p(r(SENTENCE))}</w:footnote>'),
        "endnotes": part("endnotes", f'<w:endnote w:id="2">{p(r(SENTENCE))}</w:endnote>'),
        "comments": part("comments", f'<w:comment w:id="2">{p(r(SENTENCE))}</w:comment>'),
    }
    output, result = normalize(word(ENGLISH, **notes), markers="none")
    assert len(result.records) == 5
    assert SENTENCE.encode() not in b"".join(contents(output).values())


def test_an_unusual_prefix() -> None:
    data = word(
        ENGLISH + p(r("Le ministre a "), r("refusé", B), r(" de répondre à nos questions."))
    )
    parts = {
        name.removeprefix("word/"): content.decode()
        .replace("xmlns:w=", "xmlns:x=").replace("<w:", "<x:").replace("</w:", "</x:").replace(" w:", " x:")
        for name, content in contents(data).items() if name.endswith(".xml") and "word/" in name
    }  # fmt: skip
    output, _ = normalize(package(parts), markers="none")
    last = list(body_of(output).iter(f"{{{W}}}p"))[-1]
    assert shown(last) == "The minister **refused** to answer our questions."


# -- the package ------------------------------------------------------------------------------


def with_entries(data: bytes, change: Callable[[zipfile.ZipFile], None]) -> bytes:
    stream = BytesIO(data)
    with zipfile.ZipFile(stream, "a") as file:
        change(file)
    return stream.getvalue()


def local_bytes(data: bytes) -> dict[str, bytes]:
    """The bytes of each entry as they lie in the file, header and all."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        infos = file.infolist()
        ends = [*(i.header_offset for i in infos[1:]), file.start_dir]
        return {i.filename: data[i.header_offset : end] for i, end in zip(infos, ends, strict=True)}


def test_other_parts_keep_their_very_bytes() -> None:
    def add(file: zipfile.ZipFile) -> None:
        file.writestr(
            zipfile.ZipInfo("word/media/image1.png", (1999, 1, 2, 3, 4, 6)), b"\x89PNG" * 99
        )
        file.comment = b"kept"

    data = with_entries(word(ENGLISH + p(r(SENTENCE))), add)
    output, _ = normalize(data)
    old, new = local_bytes(data), local_bytes(output)
    assert list(old) == list(new)
    assert {name for name in old if old[name] != new[name]} == {"word/document.xml"}
    with zipfile.ZipFile(BytesIO(output)) as file, zipfile.ZipFile(BytesIO(data)) as source:
        assert file.comment == b"kept"
        assert [i.date_time for i in file.infolist()] == [i.date_time for i in source.infolist()]


def test_an_entry_written_as_a_stream_can_change() -> None:
    stream = BytesIO()
    source = contents(word(ENGLISH + p(r(SENTENCE))))

    class Stream(BytesIO):
        def seekable(self) -> bool:
            return False

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in source.items():
            with file.open(name, "w", force_zip64=True) as entry:
                entry.write(content)
    output, result = normalize(stream.getvalue())
    assert len(result.records) == 1
    assert contents(output).keys() == source.keys()


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        load_format("docx").decode(data, "a.docx")
    message = str(caught.value)
    assert message.startswith("a.docx: ")
    return message


OFFICE = "application/vnd.openxmlformats-officedocument."


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (OFFICE + "spreadsheetml.sheet.main+xml", "an Excel workbook"),
        (OFFICE + "presentationml.presentation.main+xml", "a PowerPoint presentation"),
        ("text/plain", "a ZIP file of another kind"),
    ],
)
def test_other_packages_are_named(kind: str, said: str) -> None:
    assert said in refused(package({"document.xml": "<a/>"}, {"document.xml": kind}))


def test_open_document_is_named() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert "an OpenDocument file" in refused(stream.getvalue())


def test_damaged_and_hostile_packages() -> None:
    data = word(p(r(SENTENCE)))
    assert "not a whole ZIP file" in refused(data[:-30])
    assert "not a whole ZIP file" in refused(b"")
    assert "not a plain ZIP file" in refused(b"x" + data)
    assert "with an appendix" in refused(data + b"x")
    assert "with a password" in refused(b"\xd0\xcf\x11\xe0" + bytes(600))
    flipped = bytearray(data)
    flipped[data.index(b"word/document.xml") + 60] ^= 0xFF
    assert "damaged" in refused(bytes(flipped))
    with pytest.warns(UserWarning, match="Duplicate name"):
        double = with_entries(data, lambda file: file.writestr("word/document.xml", "<a/>"))
    assert "the same name" in refused(double)
    encrypted = bytearray(data)
    encrypted[data.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in refused(bytes(encrypted))


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onetongue.formats.docx.package.MAX_BYTES", 2**20)
    bomb = word(p(r("a" * 2**22)))
    assert "larger than 0 MB" in refused(bomb) or "larger than" in refused(bomb)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('<!DOCTYPE w:document [<!ENTITY a "ha">]><w:document/>', "document type"),
        (document("<w:p>"), "mismatched tag"),
        (document("<w:p/>" + "<w:x>" * 3000 + "</w:x>" * 3000), "nested deeper"),
        ("", "no element found"),
        (document('<w:p xmlns:w="other"/>'), "unusual way"),
        ("<document/>", "document left as it is: it names its elements in an unusual way"),
        (f'<a><w:document xmlns:w="{W}"/></a>', "a left as it is"),
        (document(f'<x:p xmlns:x="{W}"/>'), "unusual way"),
        (document(f'<p xmlns="{W}"/>'), "unusual way"),
    ],
)
def test_parts_that_are_not_read(content: str, said: str) -> None:
    data = package({"document.xml": content, "header1.xml": part("hdr", p(r(SENTENCE)))})
    document_, notes = ot.Normalizer().read(data, "a.docx")
    assert len(document_.regions) == 1
    assert said in " ".join(notes)
    assert [said in str(one) for one in document_.not_read] == [True]
    output, result = normalize(data)
    assert result.not_read == document_.not_read
    assert len(result.records) == 1
    assert contents(output)["word/document.xml"] == content.encode()


def test_parts_in_another_encoding_are_left() -> None:
    utf16 = document(p(r(SENTENCE))).replace("UTF-8", "UTF-16").encode("utf-16")
    data = package({"document.xml": utf16, "header1.xml": part("hdr", p(r(SENTENCE)))})
    _, notes = ot.Normalizer().read(data, "a.docx")
    assert "word/document.xml left as it is: it is not in UTF-8" in notes[0]
    output, result = normalize(data)
    assert result.not_read == (NotRead("word/document.xml", "the part", "it is not in UTF-8"),)
    assert contents(output)["word/document.xml"] == utf16


def test_what_cannot_be_kept_is_noted() -> None:
    bad = p(r("Le ministre "), LINK, FIELD.format("REF", r("x") + "</w:hyperlink>"), r(SENTENCE))
    text = document(bad) + "\0" + part("styles", STYLES)
    found = load_format("docx").read(text, (), NO_SETTINGS)
    assert found.regions == ()
    why = "a field overlaps a link or a tracked change"
    assert found.notes == (NotRead("document, paragraph 1", "the paragraph", why),)
    assert str(found.notes[0]) == f"document, paragraph 1 left as it is: {why}"


@pytest.mark.parametrize(
    "content",
    [
        f"<w:sdt>{r('avant ')}<w:sdtPr/><w:sdtContent>{r('le ministre')}</w:sdtContent></w:sdt>",
        f"<w:sdt><w:sdtContent>{r('le ministre')}</w:sdtContent>{r(' après')}</w:sdt>",
        f"<w:sdtContent>{r('le ministre')}</w:sdtContent>",
        f"{r('le')}<w:smartTagPr><w:attr/></w:smartTagPr>{r(' ministre')}",
    ],
)
def test_elements_where_they_should_not_be(content: str) -> None:
    found = load_format("docx").read(document(p(content)), (), NO_SETTINGS)
    assert found.regions == ()
    assert "its elements stand in an unusual order" in str(found.notes[0])


def test_what_a_tag_says_of_itself_comes_along() -> None:
    tag = f"<w:smartTag w:element='x'><w:smartTagPr><w:attr/></w:smartTagPr>{r('questions')}</w:smartTag>"
    data = word(ENGLISH + p(r("Le ministre a refusé de répondre à nos "), tag, r(".")))
    output, _ = normalize(data, markers="none")
    assert len(list(body_of(output).iter(f"{{{W}}}smartTagPr"))) == 1


def test_a_text_with_another_number_of_parts_is_a_bug() -> None:
    decoded = load_format("docx").decode(word(ENGLISH), "a.docx")
    assert decoded.container
    with pytest.raises(IntegrityError):
        decoded.container.pack("one part")


@given(st.binary(max_size=60), st.integers(0, 2**16), st.integers(0, 40))
def test_any_bytes(noise: bytes, at: int, length: int) -> None:
    """A damaged file is refused with a reason, or read; it never makes a mess."""
    data = word(p(r(SENTENCE)))
    at %= len(data)
    for one in (noise, b"PK\x03\x04" + noise, data[:at] + noise + data[at + length :]):
        try:
            decoded = load_format("docx").decode(one, "a.docx")
        except InputError:
            continue
        assert decoded.container
        assert decoded.container.pack(decoded.text) == one
        load_format("docx").read(decoded.text, find_markers(decoded.text), NO_SETTINGS)


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice Writer")
@pytest.mark.parametrize("markers", ["none", "bracket"])
def test_libreoffice_opens_it(tmp_path: Path, markers: str) -> None:
    body = (
        ENGLISH
        + p(r("Le ministre a "), r("refusé", B), r(" de répondre à nos questions."), style="Lgende")
        + p(r("Elle n'a pas voulu "), LINK, r("venir"), "</w:hyperlink>", r(" avec nous."))
    )
    output, result = normalize(word(body), markers=markers)
    assert len(result.records) == 2
    (tmp_path / "a.docx").write_bytes(output)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "a.docx",
    ]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    lines = (tmp_path / "a.txt").read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("The committee met")
    assert "The minister refused to answer our questions." in lines[1]
    assert "She did not want to come with us." in lines[2]
