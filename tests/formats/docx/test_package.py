"""The package around a Word document's text."""

from __future__ import annotations

import io
import zipfile

import pytest
from support.word import contents, document, p, package, part, r

from onetongue.errors import InputError, IntegrityError
from onetongue.formats.docx.package import SEPARATOR, decode_package

BODY = document(p(r("un")))
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def roots(text: str) -> list[str]:
    return [content.split("<w:", 1)[1].split(" ", 1)[0] for content in text.split(SEPARATOR)]


ALL: dict[str, str | bytes] = {
    "styles.xml": part("styles", ""),
    "comments.xml": part("comments", p(r("a"))),
    "footer1.xml": part("ftr", p(r("a"))),
    "endnotes.xml": part("endnotes", p(r("a"))),
    "footnotes.xml": part("footnotes", p(r("a"))),
    "header1.xml": part("hdr", p(r("a"))),
    "settings.xml": part("settings", ""),
    "media/image1.png": b"\x89PNG",
    "document.xml": BODY,
}


def test_with_its_own_text_every_byte_stays() -> None:
    alone: dict[str, str | bytes] = {"document.xml": BODY}
    for parts in (ALL, alone):
        data = package(parts)
        decoded = decode_package(data, "a.docx")
        assert decoded.container
        assert decoded.container.pack(decoded.text) == data
        assert (decoded.encoding, decoded.note) == ("utf-8", "")


def test_parts_are_read_in_one_order() -> None:
    decoded = decode_package(package(ALL), "a.docx")
    assert roots(decoded.text) == ["document", "hdr", "footnotes", "endnotes", "ftr", "comments", "styles"]  # fmt: skip


def test_only_the_part_that_changed_is_written() -> None:
    data = package(ALL)
    decoded = decode_package(data, "a.docx")
    assert decoded.container
    output = decoded.container.pack(decoded.text.replace("un</w:t>", "one</w:t>"))
    changed = [name for name, content in contents(output).items() if content != contents(data)[name]]  # fmt: skip
    assert changed == ["word/document.xml"]
    with pytest.raises(IntegrityError, match="has 6 parts, not 7"):
        decoded.container.pack(decoded.text.replace(SEPARATOR, "", 1))


@pytest.mark.parametrize(
    "kind",
    [
        f"{WORD}.document.main+xml",
        f"{WORD}.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_kinds_of_word_documents(kind: str) -> None:
    decoded = decode_package(package({"document.xml": BODY}, {"document.xml": kind}), "a")
    assert decoded.text == BODY


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "an Excel"),
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "an Excel"),
        ("application/vnd.openxmlformats-officedocument.presentationml.slides+xml", "a PowerPoint"),
        ("application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml", "a PowerPoint"),
        (f"{WORD}.header+xml", "a ZIP file of another kind"),
        (f"{WORD}.mydocument.main+xml", "a ZIP file of another kind"),
        ("application/x.document.main+xml", "a ZIP file of another kind"),
    ],
)
def test_another_package_is_named(kind: str, said: str) -> None:
    with pytest.raises(InputError, match=rf"^a\.x: {said}.*; only Word documents"):
        decode_package(package({"document.xml": BODY}, {"document.xml": kind}), "a.x")


@pytest.mark.parametrize(
    ("mimetype", "said"),
    [
        ("application/vnd.oasis.opendocument.text", "an OpenDocument"),
        ("application/epub+zip", "an EPUB"),
        ("", "a ZIP file of another kind"),
    ],
)
def test_a_package_without_a_list_of_parts(mimetype: str, said: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("mimetype", mimetype)
    with pytest.raises(InputError, match=said):
        decode_package(file.getvalue(), "a")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1", r"^a: an old \.doc file"),
        (b"text", "^a: not a whole ZIP"),
        (package({"document.xml": b"\xff"}), r"^a: no part .*document\.xml .*not in UTF-8"),
        (package({"document.xml": b"\0"}), r"^a: no part .*document\.xml .*U\+0000"),
        (package({}, {"document.xml": f"{WORD}.document.main+xml"}), r"\(it has none\)"),
        (package({"a.xml": "", "&": ""}, {"&": "x"}), "list of parts cannot be read: not well-formed"),
    ],
)  # fmt: skip
def test_what_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        decode_package(data, "a")


def test_a_part_that_is_no_text_is_noted_and_left() -> None:
    data = package({"document.xml": BODY, "header1.xml": b"\xff", "footer1.xml": b"a\0"})
    decoded = decode_package(data, "a")
    assert decoded.text == BODY
    assert decoded.note == (
        "word/header1.xml left as it is: it is not in UTF-8; "
        "word/footer1.xml left as it is: it holds U+0000"
    )


def test_building_blocks_are_not_read() -> None:
    parts = {"document.xml": BODY, "glossary/document.xml": document(p(r("deux")))}
    kinds = dict.fromkeys(parts, f"{WORD}.document.main+xml")
    assert decode_package(package(parts, kinds), "a").text == BODY


def test_the_limit_is_for_all_parts_together(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = {"document.xml": BODY, "header1.xml": part("hdr", p(r("a" * 900)))}
    data = package(parts)
    both = sum(len(content) for content in parts.values())
    monkeypatch.setattr("onetongue.formats.docx.package.MAX_BYTES", both)
    assert len(data) < both
    assert decode_package(data, "a").text
    monkeypatch.setattr("onetongue.formats.docx.package.MAX_BYTES", both - 1)
    with pytest.raises(InputError, match=r"^a: unpacked it is larger"):
        decode_package(data, "a")
    monkeypatch.setattr("onetongue.formats.docx.package.MAX_BYTES", len(data) - 1)
    with pytest.raises(InputError, match=r"^a: larger than"):
        decode_package(data, "a")
