"""Argos translation packages on disk: which there are, whether they are sound, which one to use.

Responsible for: reading and checking a package (metadata, files, checksums, language pair), and
finding the one to use among those installed, embedded in ours, or named by the caller.
Not responsible for: running a model (`engines.argos`), installing one, or Argos' folders (`home`).

    >>> find_embedded("xx", "en") is None
    True
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onetongue.engines.packages.archives import Unpacked, unpack
from onetongue.engines.packages.checksums import MANIFEST, sha256, verify
from onetongue.engines.packages.home import installed_folders, places
from onetongue.errors import ModelError
from onetongue.language.tags import primary

if TYPE_CHECKING:
    from collections.abc import Iterable

EMBEDDED = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True, slots=True)
class Package:
    """A sound Argos translation package.

    `name` is what provenance calls it (the folder's or the archive's name), `source` and `target`
    are primary language tags, `target_prefix` is the token every translation starts with, or "".
    `embedded` says that it came with ours, `is_ours` that it is our model, wherever it is. `holder` keeps a temporary folder alive for as long as the package is in use.
    """

    folder: Path
    name: str
    source: str
    target: str
    version: str
    target_prefix: str = ""
    embedded: bool = False
    is_ours: bool = False
    holder: Unpacked | None = field(default=None, repr=False, compare=False)

    @property
    def model(self) -> Path:
        """The CTranslate2 model folder."""
        return self.folder / "model"

    @property
    def tokenizer(self) -> Path:
        """The SentencePiece model."""
        return self.folder / "sentencepiece.model"

    @property
    def weights(self) -> Path:
        """The file in the model folder that its checksum is told of."""
        return self.model / "model.bin"

    @property
    def required(self) -> tuple[Path, ...]:
        """The files without which there is no package."""
        return self.tokenizer, self.weights

    @property
    def sha256(self) -> str:
        """The SHA-256 of the weights."""
        return sha256(self.weights)

    def is_sound(self) -> bool:
        """Read every file and compare it with its checksum; False if the package lists none.

        Raises:
            ModelError: a file is missing or not what `SHA256SUMS` says; the message names it.
        """
        return verify(self.folder, self.required, fresh=True)


def read(
    folder: Path, name: str = "", holder: Unpacked | None = None, *, embedded: bool = False
) -> Package:
    """Read and check the package in `folder`; one that is `embedded` must have a manifest.

    Raises:
        ModelError: a file is missing, malformed or not what `SHA256SUMS` says, or the package is
            of a kind that is not supported; the message names the file.
    """
    metadata = _metadata(folder)
    package = Package(
        folder=folder,
        name=name or folder.name,
        source=primary(metadata["from_code"]),
        target=primary(metadata["to_code"]),
        version=str(metadata.get("package_version", "")),
        target_prefix=str(metadata.get("target_prefix", "")),
        embedded=embedded,
        is_ours=metadata.get("made_for") == "onetongue",
        holder=holder,
    )
    if not package.tokenizer.is_file() and (folder / "bpe.model").is_file():
        raise ModelError(
            f"{folder / 'bpe.model'}: packages with a BPE tokenizer are not supported; "
            "use one with a sentencepiece.model"
        )
    for path in package.required:
        if not path.is_file():
            raise ModelError(f"{path}: missing, the package is damaged; install it again")
    if not verify(folder, package.required) and embedded:
        raise ModelError(f"{folder / MANIFEST}: missing, the package is damaged; install it again")
    return package


def open_package(path: Path, source: str, target: str) -> Package:
    """Open the `.argosmodel` file or the unpacked folder at `path`.

    Raises:
        ModelError: there is nothing there, it is damaged, or it does not translate `source` to
            `target`.
    """
    if not path.exists():
        raise ModelError(f"{path}: no such model; give an .argosmodel file or an unpacked package")
    if path.is_dir():
        package = read(path, path.resolve().name)
    else:
        unpacked = unpack(path)
        package = read(unpacked.folder, path.stem, unpacked)
    pair = (package.source, package.target)
    if pair != (primary(source), primary(target)):
        raise ModelError(
            f"{path}: translates {pair[0]} to {pair[1]}, not {source} to {target}; "
            "give another model or other languages"
        )
    return package


def find_installed(source: str, target: str) -> Package | None:
    """Find the installed package that translates `source` to `target`; None when there is none.

    The highest version wins. A damaged package is passed over when a sound one is there.

    Raises:
        ModelError: all candidates are damaged; the first one's error.
    """
    return _best(installed_folders(), source, target, embedded=False)


def find_embedded(source: str, target: str) -> Package | None:
    """Find the package that came with ours for `source` to `target`. Otherwise as `find_installed`."""
    return _best(embedded_folders(), source, target, embedded=True)


def searched_folders() -> tuple[Path, ...]:
    """The folders in which packages are looked for, in order, whether or not they exist."""
    return (*places(), EMBEDDED)


def embedded_folders() -> tuple[Path, ...]:
    """The folders of the packages that came with ours, sound or not, sorted."""
    return tuple(sorted(path.parent for path in EMBEDDED.glob("translate-*/metadata.json")))


def _best(folders: Iterable[Path], source: str, target: str, *, embedded: bool) -> Package | None:
    problems: list[ModelError] = []
    for folder in _newest_first(folders, source, target):
        try:
            package = read(folder, embedded=embedded)
        except ModelError as err:
            problems.append(err)
            continue
        if (package.source, package.target) == (primary(source), primary(target)):
            return package
    if problems:
        raise problems[0]
    return None


def _metadata(folder: Path) -> dict[str, Any]:
    path = folder / "metadata.json"
    try:
        metadata = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as err:
        raise ModelError(f"{path}: cannot be read ({err}); install the package again") from err
    if not isinstance(metadata, dict) or metadata.get("type", "translate") != "translate":
        raise ModelError(f"{path}: this is not a translation package; give one that is")
    for key in ("from_code", "to_code"):
        if not isinstance(metadata.get(key), str):
            raise ModelError(f"{path}: does not name its languages ({key}); use another package")
    return metadata


def _newest_first(folders: Iterable[Path], source: str, target: str) -> list[Path]:
    """The folders that hold, or by their name should hold, a package for the pair."""
    pair = f"{primary(source)}_{primary(target)}"
    rated: list[tuple[tuple[int, ...], Path]] = []
    for folder in folders:
        try:
            metadata = _metadata(folder)
        except ModelError:
            if pair in folder.name:
                rated.append(((), folder))
            continue
        if (primary(metadata["from_code"]), primary(metadata["to_code"])) == tuple(pair.split("_")):
            version = re.findall(r"\d+", str(metadata.get("package_version", "")))
            rated.append((tuple(map(int, version)), folder))
    return [folder for _, folder in sorted(rated, key=lambda pair: pair[0], reverse=True)]
