"""Builds fixtures/nagorno-karabakh-docx/input.docx: the example article as Word writes it.

    python scripts/build_docx_fixture.py

The caption has the style Caption, the heading the style of French Word (`Titre2`, named "heading 2"),
and the third segment a link, a bold word, and runs that Word cut while it checked the spelling. Every
date is fixed, so that the same file comes out each time; a test builds it again and compares.
"""

from __future__ import annotations

import zipfile
from html import escape
from io import BytesIO
from pathlib import Path

FIXTURES = Path(__file__).parent.parent / "fixtures"
WHEN = (2023, 9, 20, 12, 0, 0)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'

CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{TYPE}.styles+xml"/></Types>'
)
RELATIONS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
DOCUMENT_RELATIONS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/hyperlink" Target="https://example.org/peskov"'
    ' TargetMode="External"/></Relationships>'
)
STYLES = (
    f'{HEAD}<w:styles xmlns:w="{W}">'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/>'
    '<w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lgende"><w:name w:val="caption"/>'
    '<w:basedOn w:val="Normal"/><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Lienhypertexte"><w:name w:val="Hyperlink"/>'
    '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style></w:styles>'
)


def run(text: str, look: str = "") -> str:
    """A run of words."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    keeps = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<w:r>{properties}<w:t{keeps}>{escape(text, quote=False)}</w:t></w:r>"


def paragraph(content: str, style: str = "") -> str:
    """A paragraph of runs."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p w:rsidR="00A77B3E">{properties}{content}</w:p>\r\n'


def with_markup(text: str) -> str:
    """The runs of the third segment."""
    before, name, rest = text.partition("Dmitri Peskov")
    middle, bold, rest = rest.partition("la sécurité")
    first, second, last = rest.partition("rumeurs")
    french = '<w:lang w:val="fr-FR"/>'
    return "".join(
        [
            run(before, french),
            '<w:hyperlink r:id="rId2" w:history="1">',
            run(name, f'<w:rStyle w:val="Lienhypertexte"/>{french}'),
            "</w:hyperlink>",
            run(middle, french),
            run(bold, f"<w:b/>{french}"),
            run(first, french),
            '<w:proofErr w:type="spellStart"/>',
            run(second, french),
            '<w:proofErr w:type="spellEnd"/>',
            run(last),
        ]
    )


def build(article: str) -> bytes:
    """The package, from the article's paragraphs: headline, caption, body with a heading in it."""
    blocks = article.strip().split("\n\n")
    styles = {0: "Titre1", 1: "Lgende", blocks.index("Service minimum diplomatique"): "Titre2"}
    body = "".join(
        paragraph(
            with_markup(block) if block.startswith("Du côté du Kremlin") else run(block),
            styles.get(i, ""),
        )
        for i, block in enumerate(blocks)
    )
    document = (
        f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{OFFICE}"><w:body>{body}'
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
    )
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, content in [
            ("[Content_Types].xml", CONTENT_TYPES),
            ("_rels/.rels", RELATIONS),
            ("word/document.xml", document),
            ("word/_rels/document.xml.rels", DOCUMENT_RELATIONS),
            ("word/styles.xml", STYLES),
        ]:
            info = zipfile.ZipInfo(name, WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # the same on every system
            file.writestr(info, content)
    return stream.getvalue()


if __name__ == "__main__":
    source = (FIXTURES / "nagorno-karabakh" / "input.txt").read_text("utf-8")
    target = FIXTURES / "nagorno-karabakh-docx" / "input.docx"
    target.write_bytes(build(source))
    print(f"wrote {target}")
