"""SHA-256 of package files, and the manifest that says what they should be.

Responsible for: computing checksums once per file and process, comparing a folder with its
`SHA256SUMS`, and the note beside it that saves reading unchanged files at every start.
Not responsible for: what a package must contain (`package`), or where the manifest comes from.

The note holds the size and the modification time each file had when its checksum was computed. A
file that still has both is taken to be the same; whoever can forge them can forge the manifest.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from onetongue.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Container

MANIFEST = "SHA256SUMS"
NOTE = f"{MANIFEST}.checked"
_LINE = re.compile(r"(?P<sha256>[0-9a-fA-F]{64}) [ *](?P<path>.+)")
_NOTED = re.compile(
    r"(?P<sha256>[0-9a-f]{64}) (?P<size>[0-9]+) (?P<modified_ns>[0-9]+) (?P<path>.+)"
)

# By path, size and modification time in nanoseconds.
_known: dict[tuple[Path, int, int], str] = {}


def sha256(path: Path, *, fresh: bool = False) -> str:
    """Compute the SHA-256 of a file as 64 lower-case hexadecimal digits.

    The answer is kept for the process and computed anew when size or modification time change, or
    when `fresh`.

    Raises:
        ModelError: the file cannot be read.
    """
    try:
        stat = path.stat()
        key = (path.resolve(), stat.st_size, stat.st_mtime_ns)
        if fresh or key not in _known:
            with path.open("rb") as file:
                _known[key] = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as err:
        raise ModelError(f"{path}: cannot be read ({err.strerror}); install it again") from err
    return _known[key]


def verify(folder: Path, required: tuple[Path, ...] = (), *, fresh: bool = False) -> bool:
    """Compare the files of `folder` with its manifest; False when it has none.

    `required` are files that a manifest, if there is one, must list. Files that are as the note
    of `write_note` has them are not read, unless `fresh`.

    Raises:
        ModelError: naming the first file that is missing, differs (with both checksums) or is not
            listed, or the first manifest line that is malformed.
    """
    manifest = folder / MANIFEST
    if not manifest.is_file():
        return False
    expected = _read(manifest)
    _recall(folder, expected)
    for path, checksum in expected.items():
        if not path.is_file():
            raise ModelError(f"{path}: missing, though {manifest} lists it; install it again")
        actual = sha256(path, fresh=fresh)
        if actual != checksum:
            raise ModelError(
                f"{path}: damaged or tampered with: sha256 is {actual}, "
                f"{MANIFEST} says {checksum}; install it again"
            )
    for path in required:
        if path not in expected:
            raise ModelError(f"{path}: not listed in {manifest}; install it again")
    return True


def write_note(folder: Path) -> None:
    """Note what the files of the manifest are like, so that `verify` need not read them again.

    Raises:
        ModelError: the manifest is malformed, or a file cannot be read.
        OSError: the note cannot be written.
    """
    lines = []
    for path in _read(folder / MANIFEST):
        checksum, stat = sha256(path), path.stat()
        name = path.relative_to(folder).as_posix()
        lines.append(f"{checksum} {stat.st_size} {stat.st_mtime_ns} {name}\n")
    (folder / NOTE).write_text("".join(lines), encoding="utf-8", newline="\n")


def _recall(folder: Path, listed: Container[Path]) -> None:
    """Take over what the note says of `listed` files; without it they are just read again."""
    try:
        lines = (folder / NOTE).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    for noted in map(_NOTED.fullmatch, lines):
        if noted and (path := folder / noted["path"]) in listed:
            key = (path.resolve(), int(noted["size"]), int(noted["modified_ns"]))
            _known.setdefault(key, noted["sha256"])


def _read(manifest: Path) -> dict[Path, str]:
    """The manifest's paths, made absolute against its folder, with their checksums."""
    try:
        lines = manifest.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as err:
        raise ModelError(f"{manifest}: cannot be read ({err}); install it again") from err
    expected = {}
    for number, line in enumerate(lines, start=1):
        match = _LINE.fullmatch(line)
        path = Path(match["path"]) if match else None
        if match is None or path is None or path.is_absolute() or ".." in path.parts:
            raise ModelError(f"{manifest}:{number}: not a `checksum  relative/path` line")
        expected[manifest.parent / path] = match["sha256"].lower()
    return expected
