"""Unpacking an `.argosmodel` file without trusting it.

Responsible for: a temporary folder that holds the package and goes when nobody needs it any more,
and refusing archives that would write elsewhere or fill the disk.
Not responsible for: whether what was unpacked is a usable package (`package`).
"""

from __future__ import annotations

import shutil
import stat
import tempfile
import weakref
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from onetongue.errors import ModelError

MAX_BYTES = 2 * 2**30  # the largest published Argos package unpacks to about 0.3 GB
MAX_RATIO = 200  # weights shrink by a factor of 1.1 to 4, text by less than 20; a bomb by 1000
MAX_MEMBERS = 10_000  # a package with a Stanza sentence splitter has about 50


class Unpacked:
    """A temporary folder with the files of one archive.

    `folder` is the one that holds `metadata.json`. The files are removed when this object is
    collected, or when the interpreter ends.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        self.folder = folder
        self._finalizer = weakref.finalize(self, shutil.rmtree, root, ignore_errors=True)

    def remove(self) -> None:
        """Remove the files now."""
        self._finalizer()


def unpack(archive: Path, inside: Path | None = None) -> Unpacked:
    """Unpack `archive` into a temporary folder, made `inside` another one or where the system has them.

    Raises:
        ModelError: it is not a zip archive, it is damaged, it holds absolute paths, `..`, links or
            far more data than a model has, or it has no `metadata.json` at the top or in its one
            top folder.
    """
    root = Path(tempfile.mkdtemp(prefix="onetongue-", dir=inside))
    try:
        with zipfile.ZipFile(archive) as file:
            _require_harmless(archive, file.infolist())
            file.extractall(root)
        return Unpacked(root, _package_folder(archive, root))
    except ModelError:
        shutil.rmtree(root, ignore_errors=True)
        raise
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError) as err:
        shutil.rmtree(root, ignore_errors=True)
        raise ModelError(f"{archive}: cannot be unpacked ({err}); download it again") from err
    except RuntimeError as err:  # zipfile's answer to an encrypted member
        shutil.rmtree(root, ignore_errors=True)
        raise ModelError(f"{archive}: is encrypted; give an unencrypted package") from err


def _require_harmless(archive: Path, members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        raise ModelError(f"{archive}: {len(members)} files are too many for a translation package")
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            raise ModelError(f"{archive}: refuses to unpack {member.filename!r} outside its folder")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise ModelError(f"{archive}: holds a link, {member.filename!r}; use another package")
    size = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if size > MAX_BYTES or size > MAX_RATIO * max(packed, 1):
        raise ModelError(
            f"{archive}: would unpack {packed} bytes to {size}, more than a translation package "
            f"has (at most {MAX_BYTES} bytes and {MAX_RATIO} times); use another package"
        )


def _package_folder(archive: Path, root: Path) -> Path:
    if (root / "metadata.json").is_file():
        return root
    tops = [path for path in root.iterdir() if path.is_dir() and path.name != "__MACOSX"]
    if len(tops) == 1 and (tops[0] / "metadata.json").is_file():
        return tops[0]
    raise ModelError(
        f"{archive}: no metadata.json at the top or in a single top folder; "
        "this is not an Argos translation package"
    )
