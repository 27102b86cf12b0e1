"""Small Word documents to test with, built part by part."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACES: Final = (
    f'xmlns:w="{W}" xmlns:r="{_R}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
STYLES: Final = "".join(
    f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{name}"/>{more}</w:style>'
    for kind, identity, name, more in [
        ("paragraph", "Normal", "Normal", ""),
        ("paragraph", "Titre2", "heading 2", '<w:basedOn w:val="Normal"/>'),
        ("paragraph", "MonTitre", "Mon titre", '<w:basedOn w:val="Titre2"/>'),
        ("paragraph", "Lgende", "caption", '<w:basedOn w:val="Normal"/>'),
        ("paragraph", "Citation", "Quote", ""),
        ("paragraph", "Code", "Source Code", ""),
        ("character", "VerbatimChar", "Verbatim Char", ""),
        ("character", "Lienhypertexte", "Hyperlink", '<w:rPr><w:u w:val="single"/></w:rPr>'),
    ]
)


def part(root: str, content: str) -> str:
    """A part of a Word document."""
    return f"{_HEAD}<w:{root} {_SPACES}>{content}</w:{root}>"


def document(body: str) -> str:
    """The main part."""
    return part("document", f"<w:body>{body}<w:sectPr/></w:body>")


def package(parts: Mapping[str, str | bytes], types: Mapping[str, str] | None = None) -> bytes:
    """A package; `parts` are named without `word/`, and typed by their names unless told."""
    known = types or {
        name: f"{_TYPE}.{name.removesuffix('.xml').rstrip('0123456789')}"
        + (".main+xml" if name == "document.xml" else "+xml")
        for name in parts
        if name.endswith(".xml")
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{kind}"/>' for name, kind in known.items()
    )
    content_types = (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    )
    link = f'<Relationship Id="r0" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    others = "".join(
        f'<Relationship Id="p{i}" Type="{_R}/{name.split(".")[0].rstrip("0123456789")}" Target="{name}"/>'
        for i, name in enumerate(parts)
        if name not in {"document.xml", "media/image1.png"}
    )
    others += f'<Relationship Id="r9" Type="{_R}/hyperlink" Target="https://example.org/" TargetMode="External"/>'
    relations = f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">%s</Relationships>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in [
            ("[Content_Types].xml", content_types),
            ("_rels/.rels", relations % link),
            ("word/_rels/document.xml.rels", relations % others),
            *((f"word/{name}", content) for name, content in parts.items()),
        ]:
            info = zipfile.ZipInfo(name, (2023, 9, 20, 12, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, content)
    return stream.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A package with this body and the styles above; other parts by their root elements."""
    named = {f"{name}.xml": content for name, content in parts.items()}
    return package({"document.xml": document(body), "styles.xml": part("styles", STYLES), **named})


def t(text: str) -> str:
    """Words in a run's text element."""
    return f'<w:t xml:space="preserve">{text}</w:t>'


def r(text: str, look: str = "") -> str:
    """A run."""
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{t(text)}</w:r>"


def p(*content: str, style: str = "") -> str:
    """A paragraph."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(content)}</w:p>"


def contents(data: bytes) -> dict[str, bytes]:
    """What every entry of a package holds."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def body_of(data: bytes, name: str = "word/document.xml") -> Any:
    """The root of a part, parsed."""
    return etree.fromstring(contents(data)[name])


def shown(paragraph: Any) -> str:
    """The words of a paragraph: bold as **…**, links as [...], other elements by their names."""
    parts: list[str] = []
    for node in paragraph.iter():
        name = etree.QName(node).localname
        run = next((a for a in node.iterancestors() if a.tag == f"{{{W}}}r"), None)
        if name == "t":
            is_bold = run is not None and run.find(f"{{{W}}}rPr/{{{W}}}b") is not None
            link = any(a.tag == f"{{{W}}}hyperlink" for a in node.iterancestors())
            words = f"**{node.text or ''}**" if is_bold and node.text else node.text or ""
            parts.append(f"[{words}]" if link and words else words)
        elif name in {"br", "tab", "footnoteReference", "bookmarkStart", "bookmarkEnd", "drawing"}:
            parts.append(f"<{name}>")
    return "".join(parts).replace("****", "").replace("][", "")
