"""What a package may hold, and that nothing else is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.published import checksum, listing, pack

from onetongue.engines.packages.staging import stage
from onetongue.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WHOLE = [
    "metadata.json",
    "model",
    "model/config.json",
    "model/model.bin",
    "model/shared_vocabulary.json",
    "sentencepiece.model",
]


@pytest.fixture
def staged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    return tmp_path / "staged"


@pytest.mark.parametrize("kind", ["folder", "archive"])
def test_a_whole_package(kind: str, tiny: Path, staged: Path, tmp_path: Path) -> None:
    path = tiny if kind == "folder" else pack(tiny, tmp_path / "p.argosmodel")
    stage(path, staged)
    assert listing(staged) == listing(tiny) == WHOLE
    assert list((tmp_path / "temporary").iterdir()) == []


def test_everything_a_package_may_have(copied: Path, staged: Path) -> None:
    names = ["README.md", "LICENSE.txt", "minisbd/fr.onnx", "stanza/fr/tokenize/gsd.pt"]
    for name in names:
        (copied / name).parent.mkdir(parents=True, exist_ok=True)
        (copied / name).touch()
    stage(copied, staged)
    assert listing(staged) == listing(copied)


def test_our_own_note_stays_behind(copied: Path, staged: Path) -> None:
    (copied / "SHA256SUMS.checked").touch()
    stage(copied, staged)
    assert listing(staged) == WHOLE


def test_permissions_are_not_taken_over(copied: Path, staged: Path) -> None:
    (copied / "model" / "model.bin").chmod(0o755)
    stage(copied, staged)
    assert not (staged / "model" / "model.bin").stat().st_mode & 0o111


def add(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text("#!/bin/sh")


def link(name: str, to: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).symlink_to(to)


BAD = [
    (lambda folder: (folder / "metadata.json").unlink(), r"no metadata\.json"),
    (add("setup.py"), r"holds setup\.py"),
    (add(".hidden"), r"holds \.hidden"),
    (add("MODEL"), "holds MODEL"),
    (lambda folder: (folder / "bin").mkdir(), "holds bin"),
    (link("model/l", "/etc/hostname"), "a link .*model/l"),
    (link("stanza", "/etc"), "a link .*stanza"),
    (link("LICENSE", "/none"), "a link .*LICENSE"),
]


@pytest.mark.parametrize(("spoil", "message"), BAD)
def test_bad_folders(
    spoil: Callable[[Path], object], message: str, copied: Path, staged: Path
) -> None:
    spoil(copied)
    with pytest.raises(ModelError, match=message) as caught:
        stage(copied, staged)
    assert str(caught.value).startswith(str(copied))
    assert not staged.exists()


# Links cannot come out of an archive: see test_archives.
@pytest.mark.parametrize(("spoil", "message"), [row for row in BAD if "link" not in row[1]])
def test_bad_archives(
    spoil: Callable[[Path], object], message: str, copied: Path, staged: Path, tmp_path: Path
) -> None:
    spoil(copied)
    archive = pack(copied, tmp_path / "bad.argosmodel")
    with pytest.raises(ModelError, match=message) as caught:
        stage(archive, staged)
    assert str(caught.value).startswith(str(archive))
    assert not staged.exists()
    assert list((tmp_path / "temporary").iterdir()) == []


def test_checksums_are_of_archives(tiny: Path, staged: Path, tmp_path: Path) -> None:
    archive = pack(tiny, tmp_path / "p.argosmodel")
    with pytest.raises(ModelError, match=f"sha256 is {checksum(archive)}, not 000"):
        stage(archive, staged, "0" * 64)
    with pytest.raises(ModelError, match="a folder has no checksum"):
        stage(tiny, staged, "0" * 64)
    assert not staged.exists()
    stage(archive, staged, checksum(archive).upper())
    assert listing(staged) == WHOLE
