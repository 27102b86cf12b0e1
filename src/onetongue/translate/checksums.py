"""SHA-256 of package files, and the manifest that says what they should be.

Responsible for: computing checksums once per file and process, and comparing a folder with its
`SHA256SUMS`.
Not responsible for: what a package must contain (`packages`), or where the manifest comes from.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path

from onetongue.errors import ModelError

MANIFEST = "SHA256SUMS"
_LINE = re.compile(r"(?P<sha256>[0-9a-fA-F]{64}) [ *](?P<path>.+)")


@lru_cache(maxsize=64)
def _sha256(path: Path, size: int, modified_ns: int) -> str:
    """Hash `path`; size and modification time are only there to tell an old answer from a new."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sha256(path: Path) -> str:
    """Compute the SHA-256 of a file as 64 lower-case hexadecimal digits.

    The answer is kept for the process and computed anew when size or modification time change.

    Raises:
        ModelError: the file cannot be read.
    """
    try:
        stat = path.stat()
        return _sha256(path.resolve(), stat.st_size, stat.st_mtime_ns)
    except OSError as err:
        raise ModelError(f"{path}: cannot be read ({err.strerror}); install it again") from err


def verify(folder: Path, required: tuple[Path, ...] = ()) -> bool:
    """Compare the files of `folder` with its manifest; False when it has none.

    `required` are files that a manifest, if there is one, must list.

    Raises:
        ModelError: naming the first file that is missing, differs (with both checksums) or is not
            listed, or the first manifest line that is malformed.
    """
    manifest = folder / MANIFEST
    if not manifest.is_file():
        return False
    expected = _read(manifest)
    for path, checksum in expected.items():
        if not path.is_file():
            raise ModelError(f"{path}: missing, though {manifest} lists it; install it again")
        actual = sha256(path)
        if actual != checksum:
            raise ModelError(
                f"{path}: damaged or tampered with: sha256 is {actual}, "
                f"{MANIFEST} says {checksum}; install it again"
            )
    for path in required:
        if path not in expected:
            raise ModelError(f"{path}: not listed in {manifest}; install it again")
    return True


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
