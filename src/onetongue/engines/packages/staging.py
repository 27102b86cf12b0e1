"""Putting the files of one translation package into a fresh folder, and no others.

Responsible for: which files a package may have, and copying them from a folder or an archive.
Not responsible for: whether they work (`package`), or where they go in the end (`installing`).
"""

from __future__ import annotations

import os
import shutil
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from onetongue.engines.packages.archives import unpack
from onetongue.engines.packages.checksums import MANIFEST, NOTE
from onetongue.engines.packages.checksums import sha256 as checksum
from onetongue.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path

# What Argos' training scripts put into a package, what Argos looks for, and licences.
_FILES = ("metadata.json", "sentencepiece.model", "bpe.model", "README*", "LICENSE*", MANIFEST)
_FOLDERS = ("model", "stanza", "minisbd", "spacy")


def stage(path: Path, staged: Path, sha256: str = "") -> None:
    """Copy the package in the folder or the archive `path` to the new folder `staged`.

    `sha256` is what the checksum of an archive must be, in hexadecimal; "" asks for none.

    Raises:
        ModelError: it is no package or no archive, the checksum differs, or it holds a link or a
            file that does not belong to a package, which is named.
        OSError: something cannot be read or written.
    """
    if path.is_dir():
        if sha256:
            raise ModelError(f"{path}: a folder has no checksum; give the .argosmodel file")
        _copy(path, staged, path)
        return
    if sha256 and checksum(path, fresh=True) != sha256.lower():
        raise ModelError(
            f"{path}: sha256 is {checksum(path)}, not {sha256} as asked; get it from elsewhere"
        )
    unpacked = unpack(path, staged.parent)
    try:
        _copy(unpacked.folder, staged, path)
    finally:
        unpacked.remove()


def _copy(folder: Path, staged: Path, origin: Path) -> None:
    """Copy what belongs to a package, without permissions: no file stays executable."""
    if not (folder / "metadata.json").is_file():  # before a home directory is searched through
        raise ModelError(f"{origin}: no metadata.json; this is not an Argos translation package")
    found = [path for path in sorted(folder.rglob("*")) if path.name != NOTE]
    for path in found:
        _require_expected(path, path.relative_to(folder), origin)
    for path in found:
        copy = staged / path.relative_to(folder)
        if path.is_dir():
            continue
        copy.parent.mkdir(parents=True, exist_ok=True)
        with path.open("rb") as source, copy.open("xb") as target:
            shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(target.fileno())


def _require_expected(path: Path, member: Path, origin: Path) -> None:
    if path.is_symlink() or not (path.is_dir() or path.is_file()):
        raise ModelError(f"{origin}: holds a link or a device, {member}; use another package")
    top = member.parts[0]
    if len(member.parts) > 1 or path.is_dir():
        is_expected = top in _FOLDERS
    else:
        is_expected = any(fnmatchcase(top, pattern) for pattern in _FILES)
    if not is_expected:
        raise ModelError(
            f"{origin}: holds {member}, which no translation package has; use another package"
        )
