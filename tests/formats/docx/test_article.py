"""The article of the fixtures as a Word document, with the embedded engine and in LibreOffice."""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.word import W, body_of, contents, shown

import onetongue as ot
from onetongue.formats import load_format

if TYPE_CHECKING:
    from onetongue.document import Markers

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "fixtures" / "nagorno-karabakh-docx"
SOURCE = (FOLDER / "input.docx").read_bytes()
BRACKET = re.compile(r"⟦fr→en\?? ([0-9]+): (?:[^\\⟦⟧]|\\.)+⟧")

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice Writer")


def normalized(data: bytes, markers: Markers | None = None) -> ot.NormalizedDocument:
    normalizer = ot.Normalizer(ot.Options(engine="embedded", markers=markers))
    return normalizer.normalize_bytes(data, name="input.docx")


def test_the_input_is_what_the_script_builds() -> None:
    build = runpy.run_path(str(ROOT / "scripts" / "build_docx_fixture.py"))["build"]
    article = (ROOT / "fixtures" / "nagorno-karabakh" / "input.txt").read_text("utf-8")
    assert contents(build(article)) == contents(SOURCE)  # compressors may differ


def test_the_output_is_the_expected_one() -> None:
    expected = load_format("docx").decode((FOLDER / "expected.docx").read_bytes(), "expected.docx")
    assert BRACKET.sub(r"⟦fr→en \1: …⟧", normalized(SOURCE).text) == expected.text


@pytest.mark.parametrize("markers", ["bracket", "none"])
def test_there_and_back_and_once_more(markers: Markers) -> None:
    result = normalized(SOURCE, markers)
    output = result.encode()
    assert normalized(output, markers).encode() == output
    decoded = load_format("docx").decode(output, "output.docx")
    assert decoded.container
    back = decoded.container.pack(ot.revert(decoded.text, result.provenance()))
    assert contents(back) == contents(SOURCE)


def test_links_and_bold_words_are_where_they_were() -> None:
    old, new = (
        list(body_of(data).iter(f"{{{W}}}p"))
        for data in (SOURCE, normalized(SOURCE, "none").encode())
    )
    assert len(old) == len(new)
    changed = [shown(b) for a, b in zip(old, new, strict=True) if shown(a) != shown(b)]
    assert len(changed) == 3
    assert "[Dmitri Peskov]" in changed[2]
    assert changed[2].count("**") == 2


@needs_office
def test_libreoffice_makes_pages_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(normalized(SOURCE, "none").encode())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for kind in ("pdf", "txt:Text (encoded):UTF8"):
        command = ["soffice", profile, "--headless", "--convert-to", kind, "a.docx"]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    text = (tmp_path / "a.txt").read_text("utf-8-sig")
    assert "Sergueï Lavrov" in text or "Lavrov" in text
    assert "Du côté du Kremlin" not in text
    assert "The bombings by Azerbaijan" in text
