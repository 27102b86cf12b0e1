"""Packages: found, chosen, checked, and refused by name."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from support.tiny_package import write_manifest

from onetongue.engines.packages.checksums import sha256, verify
from onetongue.engines.packages.package import (
    embedded_folders,
    find_embedded,
    find_installed,
    open_package,
    read,
)
from onetongue.errors import ModelError


def install(package: Path, place: Path, name: str, **changes: str) -> Path:
    """Put a copy of `package` into `place`, with other metadata."""
    folder = Path(shutil.copytree(package, place / name))
    metadata = json.loads((folder / "metadata.json").read_text())
    (folder / "metadata.json").write_text(json.dumps(metadata | changes))
    return folder


def pack(folder: Path, path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for member in sorted(folder.rglob("*")):
            file.write(member, member.relative_to(folder.parent))
    return path


def test_reads_a_sound_package(tiny: Path) -> None:
    package = read(tiny)
    assert (package.name, package.source, package.target) == ("translate-fr_en-1_0", "fr", "en")
    assert package.sha256 == sha256(tiny / "model" / "model.bin")
    assert package.model.is_dir()


@pytest.mark.parametrize(
    ("changes", "is_ours"),
    [({}, False), ({"made_for": "others"}, False), ({"made_for": "onetongue"}, True)],
)
def test_knows_our_own_model(changes: dict[str, str], *, is_ours: bool, copied: Path) -> None:
    metadata = copied / "metadata.json"
    metadata.write_text(json.dumps(json.loads(metadata.read_text()) | changes))
    write_manifest(copied)
    assert read(copied).is_ours is is_ours


@pytest.mark.parametrize("kind", ["folder", "archive"])
def test_opens_by_path(kind: str, tiny: Path, tmp_path: Path) -> None:
    path = tiny if kind == "folder" else pack(tiny, tmp_path / "mine.argosmodel")
    package = open_package(path, "fr-FR", "en")
    assert package.tokenizer.is_file()
    assert package.name == ("translate-fr_en-1_0" if kind == "folder" else "mine")


DAMAGE = [
    ("model/model.bin", None, "model.bin: missing"),
    ("sentencepiece.model", None, "sentencepiece.model: missing"),
    ("metadata.json", None, "metadata.json: cannot be read"),
    ("metadata.json", "{", "metadata.json: cannot be read"),
    ("metadata.json", "[]", "not a translation package"),
    ("metadata.json", '{"type": "sbd"}', "not a translation package"),
    ("metadata.json", "{}", "does not name its languages"),
    ("metadata.json", '{"from_code": "de", "to_code": "en"}', "translates de to en, not fr to en"),
]


@pytest.mark.parametrize(("name", "content", "message"), DAMAGE)
def test_damage_is_named(name: str, content: str | None, message: str, copied: Path) -> None:
    if content is None:
        (copied / name).unlink()
    else:
        (copied / name).write_text(content)
    with pytest.raises(ModelError, match=message):
        open_package(copied, "fr", "en")


def test_bpe_packages_are_not_supported(copied: Path) -> None:
    (copied / "sentencepiece.model").rename(copied / "bpe.model")
    with pytest.raises(ModelError, match="BPE tokenizer are not supported"):
        read(copied)


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no such model"):
        open_package(tmp_path / "none.argosmodel", "fr", "en")


def test_manifest_that_fits(copied: Path) -> None:
    assert not verify(copied)
    write_manifest(copied)
    assert verify(copied)
    assert read(copied).name == copied.name


def test_tampering_names_both_checksums(copied: Path) -> None:
    write_manifest(copied)
    weights = copied / "model" / "model.bin"
    before = sha256(weights)
    weights.write_bytes(weights.read_bytes()[:-1] + b"!")
    os.utime(weights, ns=(1, 1))  # same size, another time: the kept checksum must not be used
    with pytest.raises(ModelError, match=r"model\.bin: damaged") as caught:
        read(copied)
    assert before in str(caught.value)
    assert sha256(weights) in str(caught.value)


def test_bad_manifests_name_the_line_or_the_file(copied: Path) -> None:
    write_manifest(copied)
    manifest = copied / "SHA256SUMS"
    sound = manifest.read_text()
    partial = "".join(line for line in sound.splitlines(keepends=True) if "model.bin" not in line)
    for text, message in (
        (f"{sound}{'0' * 64}  model/gone.bin\n", r"gone\.bin: missing"),
        (f"nonsense\n{sound}", "SHA256SUMS:1: not a"),
        (f"{'0' * 64}  ../outside\n{sound}", "SHA256SUMS:1: not a"),
        (partial, r"model\.bin: not listed"),
    ):
        manifest.write_text(text)
        with pytest.raises(ModelError, match=message):
            read(copied)


def test_nothing_is_found_where_nothing_is(no_argos_home: Path) -> None:
    assert find_installed("fr", "en") is None
    assert find_embedded("xx", "en") is None
    assert list(no_argos_home.iterdir()) == []


def test_an_embedded_and_an_installed_package_are_told_apart(
    tiny: Path, tmp_path: Path, no_argos_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    theirs = install(tiny, tmp_path / "packages", "fr_en", package_version="9.0")
    ours = install(tiny, tmp_path / "embedded", "translate-fr_en-1_0")
    write_manifest(ours)
    monkeypatch.setattr("onetongue.engines.packages.package.EMBEDDED", ours.parent)
    embedded, installed = find_embedded("fr", "en"), find_installed("fr", "en")
    assert embedded is not None
    assert installed is not None
    assert (embedded.folder, embedded.embedded) == (ours, True)
    assert (installed.folder, installed.embedded) == (theirs, False)
    assert find_embedded("de", "en") is None
    assert list(no_argos_home.iterdir()) == []


@pytest.mark.parametrize("damage", ["no manifest", "another README"])
def test_an_embedded_package_that_is_not_as_it_was_made_is_not_used(
    tiny: Path,
    tmp_path: Path,
    no_argos_home: Path,
    damage: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("onetongue.engines.packages.package.EMBEDDED", tmp_path / "embedded")
    ours = install(tiny, tmp_path / "embedded", "translate-fr_en-1_0")
    if damage == "another README":
        (ours / "README.md").write_text("Made by us")
        write_manifest(ours)
        (ours / "README.md").write_text("Made by them")
    with pytest.raises(ModelError, match=r"SHA256SUMS: missing|README\.md: damaged or tampered"):
        find_embedded("fr", "en")
    assert list(no_argos_home.iterdir()) == []


def test_what_the_package_embeds_is_sound() -> None:
    (folder,) = embedded_folders()
    package = read(folder, embedded=True)
    assert (package.name, package.source, package.target) == (folder.name, "fr", "en")
    assert {path.name for path in folder.iterdir()} >= {
        "README.md",
        "SHA256SUMS",
        "metadata.json",
        "model",
        "sentencepiece.model",
    }


def test_the_highest_version_wins_and_broken_ones_are_passed_over(
    tiny: Path, tmp_path: Path, no_argos_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "packages"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(place))
    install(tiny, place, "a", package_version="1.9")
    install(tiny, place, "b", package_version="1.10")
    install(tiny, place, "c", package_version="3.0", from_code="es")
    (install(tiny, place, "d", package_version="2.0") / "model" / "model.bin").unlink()
    (place / "translate-fr_en-nothing").mkdir()
    (place / "file").touch()
    package = find_installed("fr", "en")
    assert package is not None
    assert package.version == "1.10"


def test_the_only_candidate_is_reported_if_broken(
    tmp_path: Path, no_argos_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path))
    (tmp_path / "translate-fr_en-1_9").mkdir()
    (tmp_path / "translate-de_en-1_9").mkdir()
    with pytest.raises(ModelError, match=r"translate-fr_en-1_9/metadata\.json: cannot be read"):
        find_installed("fr", "en")
