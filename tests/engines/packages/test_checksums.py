"""The note that saves reading unchanged files, and what it must not hide."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.tiny_package import write_manifest

from onetongue.engines.packages.checksums import NOTE, sha256, verify, write_note
from onetongue.errors import ModelError

if TYPE_CHECKING:
    from io import BufferedReader

TRUE, FALSE = "a" * 64, "b" * 64


@pytest.fixture
def noted(copied: Path, tmp_path: Path) -> Path:
    """A package with a note, at a place that this process knows nothing of."""
    write_manifest(copied)
    write_note(copied)
    return copied.rename(tmp_path / "noted")


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are hashed from now on."""
    seen: list[str] = []
    digest = hashlib.file_digest

    def watch(file: BufferedReader, name: str) -> object:
        seen.append(Path(file.name).name)
        return digest(file, name)

    monkeypatch.setattr("hashlib.file_digest", watch)
    return seen


def test_unchanged_files_are_not_read(noted: Path, reads: list[str]) -> None:
    assert verify(noted)
    assert sha256(noted / "model" / "model.bin")
    assert reads == []


def test_all_are_read_when_asked(noted: Path, reads: list[str]) -> None:
    assert verify(noted, fresh=True)
    assert len(reads) == 5


def test_a_touched_file_is_read(noted: Path, reads: list[str]) -> None:
    os.utime(noted / "metadata.json", ns=(1, 1))
    assert verify(noted)
    assert reads == ["metadata.json"]


def test_a_file_of_another_size_is_read(noted: Path) -> None:
    path = noted / "model" / "config.json"
    stat = path.stat()
    path.write_bytes(path.read_bytes() + b" ")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    with pytest.raises(ModelError, match=r"config\.json: damaged"):
        verify(noted)


def test_a_flipped_bit_is_found_when_asked(noted: Path) -> None:
    path = noted / "model" / "model.bin"
    stat = path.stat()
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert verify(noted)  # what the disk did behind the file system's back is not seen here
    with pytest.raises(ModelError, match=r"model\.bin: damaged"):
        verify(noted, fresh=True)


@pytest.mark.parametrize("note", ["", "nonsense", "\0", f"{TRUE} 1 1 ../outside\n"])
def test_without_a_usable_note_all_are_read(note: str, noted: Path, reads: list[str]) -> None:
    (noted / NOTE).write_text(note)
    assert verify(noted)
    assert len(reads) == 5


def test_a_note_speaks_of_its_own_files_only(noted: Path, reads: list[str], tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("x")
    stat = outside.stat()
    line = f"{FALSE} {stat.st_size} {stat.st_mtime_ns} ../outside\n"
    (noted / NOTE).write_text(line)
    assert verify(noted)
    assert sha256(outside) != FALSE


def test_the_note_does_not_stand_in_for_the_manifest(noted: Path) -> None:
    manifest = noted / "SHA256SUMS"
    first, _, rest = manifest.read_text().partition("\n")
    manifest.write_text(f"{FALSE}{first[64:]}\n{rest}")
    with pytest.raises(ModelError, match=f"damaged .* says {FALSE}"):
        verify(noted)
