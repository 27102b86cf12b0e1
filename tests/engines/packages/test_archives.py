"""Unpacking archives that may be anybody's."""

from __future__ import annotations

import gc
import stat
import zipfile
from typing import TYPE_CHECKING

import pytest

from onetongue.engines.packages.archives import unpack
from onetongue.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path


def archive(path: Path, members: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.mark.parametrize("prefix", ["", "translate-fr_en-1_0/"])
def test_finds_the_package_and_cleans_up(prefix: str, tmp_path: Path, temporary: Path) -> None:
    unpacked = unpack(archive(tmp_path / "a.argosmodel", {f"{prefix}metadata.json": "{}"}))
    assert (unpacked.folder / "metadata.json").read_text() == "{}"
    del unpacked
    gc.collect()
    assert list(temporary.iterdir()) == []


def test_can_be_removed_at_once(tmp_path: Path, temporary: Path) -> None:
    unpacked = unpack(archive(tmp_path / "a.argosmodel", {"metadata.json": "{}"}))
    unpacked.remove()
    assert list(temporary.iterdir()) == []


BAD = [
    ({"../evil": "x"}, "outside its folder"),
    ({"a/../../evil": "x"}, "outside its folder"),
    ({"/evil": "x"}, "outside its folder"),
    ({"C:/evil": "x"}, "outside its folder"),
    ({"..\\evil": "x"}, "outside its folder"),
    ({"metadata.json": bytes(50_000_000)}, "more than a translation package"),
    ({"a/model.bin": "x"}, "no metadata.json"),
    ({"a/metadata.json": "{}", "b/metadata.json": "{}"}, "no metadata.json"),
    ({}, "no metadata.json"),
]


@pytest.mark.parametrize(("members", "message"), BAD)
def test_refuses(
    members: dict[str, bytes | str], message: str, tmp_path: Path, temporary: Path
) -> None:
    with pytest.raises(ModelError, match=message):
        unpack(archive(tmp_path / "a.argosmodel", members))
    assert list(temporary.iterdir()) == []
    assert not list(tmp_path.rglob("evil"))


def test_refuses_links(tmp_path: Path) -> None:
    path = tmp_path / "a.argosmodel"
    link = zipfile.ZipInfo("a/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(link, "/etc/passwd")
    with pytest.raises(ModelError, match="holds a link"):
        unpack(path)


def test_refuses_what_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.argosmodel"
    path.write_bytes(b"not a zip")
    with pytest.raises(ModelError, match=r"a\.argosmodel: cannot be unpacked"):
        unpack(path)


def test_refuses_a_truncated_archive(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.argosmodel", {"metadata.json": bytes(range(256)) * 9})
    content = bytearray(path.read_bytes())
    content[60:70] = bytes(10)
    path.write_bytes(content)
    with pytest.raises(ModelError, match="cannot be unpacked"):
        unpack(path)
