"""`onetongue models`: what goes to which stream, and how it ends."""

from __future__ import annotations

import hashlib
import json
import os
import threading
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support import command
from support.command import Ran
from support.tiny_package import build, write_manifest

from onetongue.engines.packages import package as packages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.command import Run

NAME = "translate-fr_en-1_0"
_SETTINGS = ("ARGOS_", "SNAP", "XDG_", "ONETONGUE_")


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = build(tmp_path_factory.mktemp("tiny") / "model")
    path = folder.with_suffix(".argosmodel")
    with zipfile.ZipFile(path, "w") as file:
        for member in sorted(folder.rglob("*")):
            file.write(member, member.relative_to(folder.parent))
    return path


@pytest.fixture
def place(tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Argos' packages folder, yet to be made; an empty home; `p.argosmodel` in the work folder."""
    for name in [name for name in os.environ if name.startswith(_SETTINGS)]:
        monkeypatch.delenv(name)
    (tmp_path / "home").mkdir()
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "p.argosmodel").write_bytes(archive.read_bytes())
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "packages"


@pytest.fixture
def run(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a subcommand, with `embedded` for what onetongue brings."""
    monkeypatch.setattr(packages, "EMBEDDED", tmp_path / "embedded")

    return partial(command.run, "onetongue", "models")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site(tmp_path: Path, archive: Path) -> Iterator[str]:
    """The address of a server with a package and an index."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "p.argosmodel").write_bytes(archive.read_bytes())
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        described = {"package_version": "1.0", "from_code": "fr", "to_code": "en"}
        entries = [{**described, "links": [f"{address}/p.argosmodel"]}]
        (folder / "index.json").write_text(json.dumps(entries))
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield address
        server.shutdown()
        thread.join()


# Command line, exit code, what stderr says.
EXITS = [
    ("", 2, ""),
    ("--help", 0, ""),
    ("list", 0, "there is no package"),
    ("list x", 2, "Got unexpected extra argument"),
    ("path", 0, ""),
    ("verify", 0, "there is no package"),
    ("verify x", 3, "x: no such package"),
    ("remove", 2, "Missing argument 'NAME'"),
    ("remove x", 3, "x: no such package"),
    ("install", 2, "Missing argument"),
    ("install p.argosmodel", 0, f"installed {NAME}: fr to en, version 1.0, "),
    ("install -q p.argosmodel", 0, ""),
    ("install x.argosmodel", 3, "x.argosmodel: no such file or folder"),
    ("install fr", 3, "or two languages"),
    ("install ftp://x/y", 3, "ftp://x/y: not an address"),
    ("install fr en de", 2, "takes one file, folder or address, or two languages"),
    ("install p.argosmodel en", 2, "takes one file, folder or address, or two languages"),
    ("install --index http://x p.argosmodel", 2, "goes with two languages"),
    ("install --index index.json fr en", 3, "index.json: cannot be downloaded"),
    ("install --sha256 12 p.argosmodel", 2, "takes 64 hexadecimal digits"),
    (f"install --sha256 {'0' * 64} p.argosmodel", 3, "p.argosmodel: sha256 is "),
]


@pytest.mark.parametrize(("line", "code", "message"), EXITS)
def test_exits(line: str, code: int, message: str, run: Run) -> None:
    ran = run(*line.split())
    assert ran.code == code
    assert message in ran.err
    if "-q" in line:
        assert ran.err == ""
    if not line.startswith(("path", "--help")) and line:
        assert ran.out == b""


def test_from_installing_to_removing(run: Run, place: Path) -> None:
    assert run("install", "p.argosmodel").code == 0
    assert run("list") == Ran(
        0, f"{NAME}: fr to en, version 1.0, installed, {place / NAME}\n".encode(), ""
    )
    assert run("verify") == Ran(0, f"{NAME}: sound\n".encode(), "")
    assert run("verify", NAME) == Ran(0, f"{NAME}: sound\n".encode(), "")
    assert f"searched: {place}\n" in run("path").text
    again = run("install", "p.argosmodel")
    assert (again.code, again.out) == (3, b"")
    assert "is installed already; --force replaces it" in again.err
    assert run("install", "--force", "-q", "p.argosmodel") == Ran(0, b"", "")
    assert run("remove", NAME) == Ran(0, b"", f"removed {place / NAME}\n")
    assert run("list").out == b""
    assert list(place.iterdir()) == []


def test_removing_quietly(run: Run) -> None:
    run("install", "p.argosmodel")
    assert run("remove", "-q", NAME) == Ran(0, b"", "")


def test_by_languages_with_a_plain_line_for_each_download(run: Run, site: str, place: Path) -> None:
    digest = hashlib.sha256(Path("p.argosmodel").read_bytes()).hexdigest()
    ran = run("install", "fr", "en", "--index", f"{site}/index.json", "--sha256", digest)
    assert (ran.code, ran.out) == (0, b"")
    index, package, done = ran.err.splitlines()
    assert index.startswith(f"downloading {site}/index.json (0.0 MB)")
    assert package.startswith(f"downloading {site}/p.argosmodel (")
    assert done == f"installed {NAME}: fr to en, version 1.0, {place / NAME}"


def test_a_bar_on_a_terminal_only(run: Run, site: str) -> None:
    ran = run("install", f"{site}/p.argosmodel", on_terminal=True)
    bar = ran.err.splitlines()[1:-1]
    assert ran.code == 0
    assert bar[-1].startswith(f"[{'#' * 30}] 100% of ")
    assert ran.err.splitlines()[-1].startswith("installed ")
    quiet = run("install", "-q", "--force", f"{site}/p.argosmodel", on_terminal=True)
    assert quiet == Ran(0, b"", "")


def test_a_failing_download(run: Run, site: str, place: Path) -> None:
    ran = run("install", f"{site}/none", on_terminal=True)
    assert (ran.code, ran.out) == (3, b"")
    assert ran.err.startswith(f"{site}/none: cannot be downloaded (HTTP Error 404")
    assert not place.exists()


def test_a_flipped_byte_is_found_though_the_time_is_the_same(run: Run, place: Path) -> None:
    run("install", "-q", "p.argosmodel")
    weights = place / NAME / "model" / "model.bin"
    stat = weights.stat()
    weights.write_bytes(b"!" + weights.read_bytes()[1:])
    os.utime(weights, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    ran = run("verify")
    assert (ran.code, ran.text) == (3, f"{NAME}: damaged\n")
    assert "model.bin: damaged or tampered with: sha256 is " in ran.err
    os.utime(weights, ns=(1, 1))
    assert run("list").text == f"{NAME}: damaged, installed, {place / NAME}\n"
    assert run("verify", NAME).code == 3
    assert run("install", "--force", "p.argosmodel").code == 0
    assert run("verify").code == 0


def test_verify_goes_on_after_a_damaged_one(run: Run, place: Path) -> None:
    run("install", "-q", "p.argosmodel")
    (place / "broken").mkdir()
    plain = place / "unlisted"
    plain.mkdir()
    with zipfile.ZipFile("p.argosmodel") as file:
        file.extractall(plain)
    (plain / "model").rename(place / "without-sums")
    plain.rmdir()
    ran = run("verify")
    assert ran.code == 3
    assert ran.text.splitlines() == [
        "broken: damaged",
        f"{NAME}: sound",
        "without-sums: cannot be checked, it has no SHA256SUMS",
    ]
    assert ran.err.count("\n") == 1
    assert "broken/metadata.json: cannot be read" in ran.err
    assert run("verify", "without-sums").code == 0


def test_the_embedded_one_stays(run: Run, tmp_path: Path) -> None:
    ours = build(tmp_path / "embedded" / NAME)
    write_manifest(ours)
    assert run("list").text == f"{NAME}: fr to en, version 1.0, embedded, {ours}\n"
    assert run("verify").text == f"{NAME}: sound\n"
    ran = run("remove", NAME)
    assert (ran.code, ran.out) == (3, b"")
    assert f"{NAME}: is a part of onetongue" in ran.err
    assert ours.is_dir()
