"""Installing and removing Argos translation packages, where Argos itself keeps them.

Responsible for: files, folders and addresses that hold a package; that only a whole, checked one
gets there; taking one away.
Not responsible for: the network (`download`), what files belong to one (`staging`) and what makes
them sound (`package`), or which one translates.

Packages are prepared in a folder of their own and moved in by a rename: neither Argos nor we ever
see half of one, and an interrupted install leaves nothing.
"""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

from onetongue.engines.packages.checksums import MANIFEST, write_note
from onetongue.engines.packages.checksums import sha256 as checksum
from onetongue.engines.packages.download import TIMEOUT, download, is_remote, look_up, no_progress
from onetongue.engines.packages.home import installed_folders, packages_folder
from onetongue.engines.packages.package import Package, embedded_folders, read
from onetongue.engines.packages.staging import stage
from onetongue.errors import ModelError
from onetongue.language.tags import primary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onetongue.engines.packages.download import Progress

_NAME = re.compile(r"translate-[a-z0-9]+_[a-z0-9]+-\w[\w+-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Damaged:
    """A package that cannot be used, and why."""

    folder: Path
    problem: ModelError
    embedded: bool = False

    @property
    def name(self) -> str:
        """The folder's name, as for a sound package."""
        return self.folder.name


def listed() -> tuple[Package | Damaged, ...]:
    """List the packages in Argos' folders, then those embedded in ours; those that fail, too."""
    ours = [_read(folder, embedded=True) for folder in embedded_folders()]
    return (*map(_read, installed_folders()), *ours)


def install(
    origin: str,
    *,
    pair: tuple[str, str] | None = None,
    sha256: str = "",
    force: bool = False,
    timeout: float = TIMEOUT,
    progress: Progress = no_progress,
) -> Package:
    """Install the package at `origin`: an .argosmodel file, its unpacked folder or its address.

    An address is one of http, https or file. Argos' packages folder is created if need be; the
    package's folder gets a name made of its languages and version. One of that name is replaced
    only by `force`, and is there until the new one is. `pair` are the languages that the package
    must translate from and to, `sha256` the checksum that the file must have, `timeout` the
    seconds that may pass without a byte.

    Raises:
        ModelError: there is no package at `origin`; it is damaged, holds what a package does not,
            is not what was asked for or is installed already; or it cannot be written. What was
            installed before is still there, and nothing else.
        IntegrityError: `origin` is on the network and this was called inside `offline()`.
    """
    place = packages_folder().resolve()
    with _workshop(place) as workshop:
        fetched, staged = workshop / "package.argosmodel", workshop / "package"
        try:
            path = _local(origin)
            if path is None:
                path = fetched
                with path.open("xb") as file:
                    download(origin, file, timeout=timeout, progress=progress)
            stage(path, staged, sha256)
            package = read(staged)
            name = _name(package.source, package.target, package.version)
            _require_pair(package, pair)
        except ModelError as err:
            message = str(err).replace(str(fetched), origin).replace(str(staged), origin)
            raise ModelError(message) from err
        _require_absent(place / name, force=force)
        _seal(staged)
        place.mkdir(parents=True, exist_ok=True)
        _swap(staged, place / name, workshop / "old")
    return read(place / name)


def install_pair(
    source: str,
    target: str,
    *,
    index: str = "",
    sha256: str = "",
    force: bool = False,
    timeout: float = TIMEOUT,
    progress: Progress = no_progress,
) -> Package:
    """Install the newest package for two languages that `index`, by default Argos', offers.

    Raises:
        ModelError: the index cannot be read or offers none, or as `install` does.
        IntegrityError: called inside `offline()`.
    """
    offer = look_up(source, target, index=index, timeout=timeout, progress=progress)
    name = _name(offer.source, offer.target, offer.version)
    _require_absent(packages_folder() / name, force=force)  # before the 100 MB, not after
    return install(
        offer.url,
        pair=(source, target),
        sha256=sha256,
        force=force,
        timeout=timeout,
        progress=progress,
    )


def remove(name: str) -> Path:
    """Remove the installed package called `name`; gives the folder that is gone.

    Raises:
        ModelError: there is none of that name, it is embedded, or it cannot be removed.
    """
    folder = next((path for path in installed_folders() if path.name == name), None)
    if folder is None:
        if name in {path.name for path in embedded_folders()}:
            raise ModelError(f"{name}: is a part of onetongue; it goes when onetongue is removed")
        raise ModelError(f"{name}: no such package; `onetongue models list` names those there are")
    with _workshop(folder.parent.resolve()) as workshop:
        folder.rename(workshop / "old")
    return folder


def _read(folder: Path, *, embedded: bool = False) -> Package | Damaged:
    try:
        return read(folder, embedded=embedded)
    except ModelError as err:
        return Damaged(folder, err, embedded)


@contextmanager
def _workshop(place: Path) -> Iterator[Path]:
    """A folder to work in that goes at the end, on the file system of `place`.

    It is not in `place` if that can be helped: Argos fails on a folder there without metadata.
    """
    outside = next(path for path in place.parents if path.is_dir())
    if place.is_dir() and not (
        os.access(outside, os.W_OK) and outside.stat().st_dev == place.stat().st_dev
    ):
        outside = place
    try:
        with tempfile.TemporaryDirectory(prefix=".onetongue-", dir=outside) as folder:
            yield Path(folder)
    except OSError as err:
        where = err.filename or place
        raise ModelError(
            f"{where}: {err.strerror or err}; make room or get permission, nothing was changed"
        ) from err


def _local(origin: str) -> Path | None:
    """The path that `origin` names; None if it is on the network."""
    if is_remote(origin):
        return None
    path = Path(origin)
    if "://" in origin:
        url = urlsplit(origin)
        if url.scheme != "file" or url.netloc not in ("", "localhost"):
            raise ModelError(f"{origin}: not an address of http, https or a file here")
        path = Path(url2pathname(url.path))
    if not path.exists():
        raise ModelError(
            f"{origin}: no such file or folder; give an .argosmodel file, its unpacked folder, "
            "its address, or two languages"
        )
    return path


def _name(source: str, target: str, version: str) -> str:
    """The name that Argos publishes such a package by."""
    name = f"translate-{source}_{target}-{(version or '0').replace('.', '_')}"
    if not _NAME.fullmatch(name):
        raise ModelError(f"{name!r}: odd languages or version in the metadata; use another package")
    return name


def _require_pair(package: Package, pair: tuple[str, str] | None) -> None:
    if pair and (package.source, package.target) != (primary(pair[0]), primary(pair[1])):
        raise ModelError(
            f"{package.folder}: translates {package.source} to {package.target}, not {pair[0]} to "
            f"{pair[1]}; use another index"
        )


def _require_absent(folder: Path, *, force: bool) -> None:
    if folder.exists() and not force:
        raise ModelError(f"{folder}: is installed already; --force replaces it")


def _seal(folder: Path) -> None:
    """Write the manifest unless the package brought one, and the note that goes with it."""
    manifest = folder / MANIFEST
    if not manifest.exists():
        files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        lines = [f"{checksum(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
        manifest.write_text("".join(lines), encoding="utf-8", newline="\n")
    write_note(folder)


def _swap(new: Path, place: Path, old: Path) -> None:
    """Move `new` to `place`, and what is there to `old`; what is there stays if that fails."""
    try:
        if place.exists():
            place.rename(old)
        new.rename(place)
    except BaseException:
        if old.exists() and not place.exists():
            old.rename(place)
        raise
