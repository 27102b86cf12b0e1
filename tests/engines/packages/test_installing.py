"""Installing, against a server of our own: either a whole package gets there or nothing does."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.command import python
from support.published import Answer, Server, checksum, listing, pack, serving
from support.tiny_package import build, write_manifest

from onetongue.engines.packages.checksums import verify
from onetongue.engines.packages.installing import Damaged, install, install_pair, listed, remove
from onetongue.engines.packages.package import Package, find_installed
from onetongue.errors import IntegrityError, ModelError
from onetongue.offline import offline

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "translate-fr_en-1_0"
EXPECTED = [
    "SHA256SUMS",
    "SHA256SUMS.checked",
    "metadata.json",
    "model",
    "model/config.json",
    "model/model.bin",
    "model/shared_vocabulary.json",
    "sentencepiece.model",
]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, no_argos_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where packages go; nothing of it exists yet, and temporary files go next to it."""
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "argos" / "packages"))
    monkeypatch.setattr("onetongue.engines.packages.package.EMBEDDED", tmp_path / "none")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.delenv("ARGOS_PACKAGE_INDEX", raising=False)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    return tmp_path / "argos" / "packages"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture(scope="session")
def packed(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of a sound package, as published: in a folder of any name."""
    return pack(tiny, tmp_path_factory.mktemp("packed") / "fr_en.argosmodel")


@pytest.fixture
def unchanged(tmp_path: Path) -> Iterator[None]:
    """Nothing came, nothing went."""
    before = listing(tmp_path)
    yield
    assert listing(tmp_path) == before


@pytest.mark.parametrize("kind", ["folder", "archive", "file address", "address"])
def test_installs_where_argos_and_we_look(
    kind: str, tiny: Path, packed: Path, place: Path, server: Server
) -> None:
    origin = {
        "folder": str(tiny),
        "archive": str(packed),
        "file address": packed.as_uri(),
        "address": server.put("/x?y=1", Answer(packed.read_bytes())),
    }[kind]
    package = install(origin)
    assert package.folder == place / NAME
    assert listing(place / NAME) == EXPECTED
    assert list(place.iterdir()) == [place / NAME]
    assert list(place.parent.iterdir()) == [place]
    assert list(Path(os.environ["HOME"]).iterdir()) == []
    assert verify(place / NAME, fresh=True)
    assert find_installed("fr", "en") == package
    assert listed() == (package,)


def test_argos_finds_it(packed: Path, place: Path) -> None:
    install(str(packed))
    script = (
        "from argostranslate import package\n"
        "print([(p.from_code, p.package_path.name) for p in package.get_installed_packages()])"
    )
    assert python(script).text.strip() == f"[('fr', '{NAME}')]"


def test_unfinished_work_is_not_among_the_packages(packed: Path, place: Path) -> None:
    place.mkdir(parents=True)
    seen = []

    def watch(*_: object) -> None:
        seen.append((listing(place), len(list(place.parent.iterdir()))))
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("shutil.copyfileobj", watch)
        with pytest.raises(KeyboardInterrupt):
            install(str(packed))
    assert seen == [([], 2)]
    assert list(place.parent.iterdir()) == [place]


def test_a_manifest_that_came_along_is_kept_and_counts(copied: Path, place: Path) -> None:
    write_manifest(copied)
    manifest = (copied / "SHA256SUMS").read_text()
    (copied / "README.md").write_text("not listed")
    install(str(copied))
    assert (place / NAME / "SHA256SUMS").read_text() == manifest
    (copied / "model" / "config.json").write_text("{}")
    with pytest.raises(ModelError, match=r"translate-fr_en-1_0/model/config\.json: damaged"):
        install(str(copied), force=True)


def test_an_installed_folder_can_be_installed_again(packed: Path, place: Path) -> None:
    package = install(str(packed))
    assert install(str(package.folder), force=True) == package
    assert listing(place / NAME) == EXPECTED


ANSWERS = [
    (Answer(status=404), "cannot be downloaded"),
    (Answer(b"half", promised=8), "broke off"),
    (Answer(is_late=True), "timed out"),
    (Answer(b"not a zip"), "/p: cannot be unpacked"),
    (Answer(), "/p: cannot be unpacked"),
]


@pytest.mark.parametrize(("answer", "message"), ANSWERS)
@pytest.mark.usefixtures("unchanged")
def test_bad_downloads(answer: Answer, message: str, server: Server) -> None:
    url = server.put("/p", answer)
    with pytest.raises(ModelError, match=message) as caught:
        install(url, timeout=0.2 if answer.is_late else 10)
    assert str(caught.value).startswith(url)


@pytest.mark.parametrize("kind", ["archive", "address"])
@pytest.mark.usefixtures("unchanged")
def test_another_checksum(kind: str, packed: Path, server: Server) -> None:
    url = server.put("/p", Answer(packed.read_bytes()))
    origin = str(packed) if kind == "archive" else url
    with pytest.raises(ModelError, match=f"sha256 is {checksum(packed)}, not 000") as caught:
        install(origin, sha256="0" * 64)
    assert str(caught.value).startswith(origin)


METADATA = [
    ({"type": "sbd"}, "not a translation package"),
    ({"from_code": "../.."}, "odd languages or version"),
    ({"package_version": "1/../../x"}, "odd languages or version"),
]


@pytest.mark.parametrize(("changes", "message"), METADATA)
def test_bad_metadata(changes: dict[str, str], message: str, copied: Path, tmp_path: Path) -> None:
    described = {"package_version": "1.0", "from_code": "fr", "to_code": "en", **changes}
    (copied / "metadata.json").write_text(json.dumps(described))
    before = listing(tmp_path)
    with pytest.raises(ModelError, match=message):
        install(str(copied))
    assert listing(tmp_path) == before


@pytest.mark.parametrize("name", ["sentencepiece.model", "model/model.bin"])
def test_missing_files(name: str, copied: Path, tmp_path: Path) -> None:
    (copied / name).unlink()
    archive = pack(copied, tmp_path / "bad.argosmodel")
    before = listing(tmp_path)
    with pytest.raises(ModelError, match=rf"bad\.argosmodel/{name}: missing"):
        install(str(archive))
    assert listing(tmp_path) == before


def test_an_unexpected_member(tiny: Path, tmp_path: Path) -> None:
    archive = pack(tiny, tmp_path / "bad.argosmodel", **{"setup.py": "raise SystemExit"})
    before = listing(tmp_path)
    with pytest.raises(ModelError, match=r"bad\.argosmodel: holds setup\.py"):
        install(str(archive))
    assert listing(tmp_path) == before


def test_a_bomb(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    more = {"metadata.json": "{}", "model/model.bin": "0" * 50_000_000}
    bomb = pack(tmp_path / "empty", tmp_path / "bomb.argosmodel", **more)
    before = listing(tmp_path)
    with pytest.raises(ModelError, match="more than a translation package"):
        install(str(bomb))
    assert listing(tmp_path) == before


@pytest.mark.usefixtures("unchanged")
def test_never_offline(packed: Path, server: Server) -> None:
    url = server.put("/p", Answer(packed.read_bytes()))
    with offline(), pytest.raises(IntegrityError, match="use the network"):
        install(url)


@pytest.mark.parametrize("origin", ["none", "fr", "ftp://x/y", "file://elsewhere/y", "https://["])
@pytest.mark.usefixtures("unchanged")
def test_no_such_origin(origin: str) -> None:
    with pytest.raises(ModelError, match=r"no such file|not an address|cannot be downloaded"):
        install(origin)


@pytest.mark.usefixtures("unchanged")
def test_an_interrupted_download_leaves_nothing(packed: Path, server: Server) -> None:
    url = server.put("/p", Answer(packed.read_bytes()))

    def interrupt(_: str, done: int, __: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        install(url, progress=interrupt)


def test_replacing_needs_force(copied: Path, packed: Path, place: Path) -> None:
    install(str(packed))
    (copied / "README.md").write_text("another one")
    before = listing(place.parent)
    with pytest.raises(ModelError, match=f"{NAME}: is installed already; --force"):
        install(str(copied))
    assert listing(place.parent) == before
    install(str(copied), force=True)
    assert listing(place.parent) == sorted([*before, f"packages/{NAME}/README.md"])


@pytest.mark.parametrize("moved_before", [0, 1])
def test_the_old_one_stays_if_it_cannot_be_replaced(
    moved_before: int, copied: Path, packed: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = install(str(packed))
    before = listing(place.parent)
    (copied / "README.md").write_text("another one")
    rename, moves = Path.rename, iter(range(9))

    def failing(path: Path, target: Path) -> Path:
        if next(moves) == moved_before:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(KeyboardInterrupt):
        install(str(copied), force=True)
    assert listing(place.parent) == before
    assert verify(package.folder, fresh=True)


def test_a_place_that_cannot_be_written(
    packed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "file" / "packages"))
    with pytest.raises(ModelError, match="nothing was changed"):
        install(str(packed))


def put_index(server: Server, url: str, source: str) -> str:
    described = {"package_version": "1.0", "from_code": source, "to_code": "en", "links": [url]}
    return server.put("/index.json", Answer(json.dumps([described]).encode()))


def test_by_pair(packed: Path, server: Server, place: Path) -> None:
    url = server.put("/p", Answer(packed.read_bytes()))
    package = install_pair("fr-CA", "en", index=put_index(server, url, "fr"))
    assert package.folder == place / NAME
    with pytest.raises(ModelError, match="none of its 1 packages"):
        install_pair("de", "en", index=put_index(server, url, "fr"))


@pytest.mark.usefixtures("unchanged")
def test_the_index_must_not_lie_about_languages(packed: Path, server: Server) -> None:
    url = server.put("/p", Answer(packed.read_bytes()))
    with pytest.raises(ModelError, match=f"{url}: translates fr to en, not de to en"):
        install_pair("de", "en", index=put_index(server, url, "de"))


def test_what_is_there_already_is_not_downloaded(packed: Path, server: Server) -> None:
    install(str(packed))
    url = server.put("/p", Answer(status=404))
    with pytest.raises(ModelError, match="is installed already"):
        install_pair("fr", "en", index=put_index(server, url, "fr"))


def test_lists_embedded_sound_and_damaged_ones(
    tmp_path: Path, packed: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = build(tmp_path / "embedded" / "translate-es_en-2_0", from_code="es")
    monkeypatch.setattr("onetongue.engines.packages.package.EMBEDDED", ours.parent)
    assert isinstance(listed()[0], Damaged)
    write_manifest(ours)
    install(str(packed))
    (place / "translate-xx").mkdir()
    first, second, third = listed()
    assert isinstance(first, Package)
    assert isinstance(second, Damaged)
    assert isinstance(third, Package)
    assert [first.folder, second.folder, third.folder] == [place / NAME, place / second.name, ours]
    assert [first.embedded, second.embedded, third.embedded] == [False, False, True]
    assert "metadata.json: cannot be read" in str(second.problem)
    with pytest.raises(ModelError, match="is a part of onetongue"):
        remove(ours.name)
    assert remove("translate-xx") == place / "translate-xx"
    assert remove(NAME) == place / NAME
    assert list(place.iterdir()) == []
    assert list(place.parent.iterdir()) == [place]


def test_removes_a_link_but_not_what_it_leads_to(copied: Path, place: Path) -> None:
    place.mkdir(parents=True)
    (place / "mine").symlink_to(copied)
    remove("mine")
    assert list(place.iterdir()) == []
    assert (copied / "metadata.json").is_file()


@pytest.mark.parametrize("name", ["none", "", ".", "..", "../argos", "/"])
def test_removes_nothing_else(name: str, packed: Path, place: Path) -> None:
    install(str(packed))
    with pytest.raises(ModelError, match="no such package"):
        remove(name)
    assert listing(place / NAME) == EXPECTED


def test_another_file_system(packed: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place.mkdir(parents=True)
    monkeypatch.setattr("os.access", lambda *_: False)
    assert install(str(packed)).folder == place / NAME
    assert list(place.iterdir()) == [place / NAME]
