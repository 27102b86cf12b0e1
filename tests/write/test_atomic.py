"""Writing a file: the old one or the new one, never a mixture, and nothing left lying about."""

import errno
import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from onetongue.errors import InputError
from onetongue.write import write_file

is_root = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.mark.parametrize("data", [b"", b"x", b"a\r\nb\n\x00\xff" * 1000])
def test_a_new_file(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "new.txt"
    assert write_file(path, data) is True
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_has_the_mode_any_new_file_has(tmp_path: Path) -> None:
    (tmp_path / "usual").write_bytes(b"")
    write_file(tmp_path / "ours", b"")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_equal_bytes_are_not_written(tmp_path: Path) -> None:
    path = tmp_path / "same.txt"
    path.write_bytes(b"same")
    before = path.stat()
    assert write_file(str(path), b"same") is False
    after = path.stat()  # which reading may have moved the time of access of
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (after.st_mode, after.st_ctime_ns) == (before.st_mode, before.st_ctime_ns)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_mode_bits_are_kept(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(b"old")
    path.chmod(mode)
    assert write_file(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_symbolic_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    target = folder / "target.txt"
    target.write_bytes(b"old")
    link = tmp_path / "link.txt"
    link.symlink_to(Path("folder", "target.txt"))
    assert write_file(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert list(folder.iterdir()) == [target]


def test_a_dangling_link_makes_its_target(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "target.txt")
    assert write_file(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "target.txt").read_bytes() == b"new"


def test_a_name_as_long_as_names_get(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 255)
    assert write_file(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "folder"),
        ("missing/file.txt", "No such file"),
        ("file/below.txt", "Not a directory"),
        ("loop", "loop|Too many"),
        ("nul\x00", "null"),
        ("x" * 256, "too long"),
        ("fifo", "not a regular file"),
    ],
)
def test_what_cannot_be_written_says_why(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    os.mkfifo(tmp_path / "fifo")
    before = sorted(tmp_path.iterdir())
    path = os.path.join(tmp_path, name)  # noqa: PTH118 — Path would drop nothing, but check less
    with pytest.raises(InputError, match=f"(?i){reason}") as caught:
        write_file(path, b"new")
    assert str(caught.value).startswith(f"{path}: cannot be written: ")
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.skipif(is_root, reason="nothing is forbidden to root")
def test_permissions_are_respected(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(InputError, match="read-only"):
        write_file(path, b"new")
    tmp_path.chmod(0o555)
    with pytest.raises(InputError, match="Permission denied"):
        write_file(tmp_path / "new.txt", b"new")
    tmp_path.chmod(0o755)
    assert path.read_bytes() == b"old"


def test_a_read_only_file_is_respected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(InputError, match="read-only"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "old.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, step, fail)
    with pytest.raises(InputError, match=r"old\.txt: cannot be written: No space left"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupt_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    path = tmp_path / "old.txt"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
