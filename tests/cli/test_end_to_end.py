"""The installed commands as a user runs them: real files, real processes, the embedded engine.

What a translation says is the engine's business. That it stands where it should, that nothing
else moved, and that everything can be taken back is checked here, byte for byte.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
from support.command import Ran, spawn

FIXTURES = Path(__file__).parents[2] / "fixtures"
CASES = sorted(
    path.parent.name
    for path in FIXTURES.glob("*/input.txt")
    if not path.with_name("translations.tsv").exists()  # else another engine is asked
)
ARTICLE = "nagorno-karabakh"
TYPOGRAPHY = "crlf-typography"
WITHOUT_FRENCH = [case for case in CASES if (FIXTURES / case / "segments.json").stat().st_size < 5]
# The article with every kind of marker; CRLF with and without notes; changes inside of lines.
ROUND_TRIPS = [
    (ARTICLE, "bracket"),
    (ARTICLE, "footnote"),
    (ARTICLE, "none"),
    (TYPOGRAPHY, "bracket"),
    (TYPOGRAPHY, "footnote"),
    ("quotation-in-sentence", "none"),
]
_CONTENT = r"(?:[^\\⟦⟧]|\\.)+"
_BRACKET = re.compile(rf"⟦fr→en\?? ([0-9]+): {_CONTENT}⟧")
# What would make an engine or its models appear although the home directory is empty.
_SETTINGS = ("ARGOS_", "ONETONGUE_", "SNAP", "SOURCE_DATE_EPOCH", "XDG_")

WITHOUT_SOCKETS = """
import os, socket, sys

class Refused(socket.socket):
    def __init__(self, *_, **__):
        raise AssertionError("a socket was opened")

def watch(event, _):
    if event.startswith("socket."):
        os.write(2, event.encode())
        os._exit(9)

socket.socket = Refused
sys.addaudithook(watch)
from onetongue.cli import normalize_main
normalize_main(sys.argv[1:])
"""


@dataclass(frozen=True)
class Place:
    """An empty home, an empty folder to work in, and the commands run there."""

    home: Path
    folder: Path
    temporary: Path

    def run(
        self, program: str, *arguments: str, path: str | None = None, stdin: bytes = b""
    ) -> Ran:
        """Run a command; `path` replaces the folders programs are looked for in."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(_SETTINGS)}
        home = {"HOME": str(self.home), "USERPROFILE": str(self.home)}
        if path is not None:
            home["PATH"] = path
        return spawn(
            program,
            *arguments,
            stdin=stdin,
            folder=self.folder,
            environment={**kept, **home, "TMPDIR": str(self.temporary)},
        )

    def normalize(self, *arguments: str) -> bytes:
        """Run `normalize`, which must succeed; gives its standard output."""
        ran = self.run("normalize", *arguments, path="")
        assert ran.code == 0, ran.err
        return ran.out

    def put(self, name: str, content: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content)
        return path

    def listing(self) -> set[str]:
        folders = (self.home, self.folder, self.temporary)
        return {path.name for folder in folders for path in folder.rglob("*")}


def make_place(folder: Path) -> Place:
    place = Place(folder / "home", folder / "work", folder / "tmp")
    for path in (place.home, place.folder, place.temporary):
        path.mkdir()
    return place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return make_place(tmp_path)


Make = Callable[[str, str], Place]


@pytest.fixture(scope="session")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Normalize a fixture with some markers, once: `input.txt`, `output.txt`, `p.json`."""

    @cache
    def made(case: str, markers: str) -> Place:
        place = make_place(tmp_path_factory.mktemp(f"{case}-{markers}"))
        place.put("input.txt", source(case))
        paths = ("-o", "output.txt", "--provenance", "p.json", "input.txt")
        assert place.normalize("--markers", markers, *paths) == b""
        return place

    return made


def source(case: str) -> bytes:
    return (FIXTURES / case / "input.txt").read_bytes()


def untouched(case: str, text: str, markers: str) -> re.Pattern[str]:
    """What an output looks like where every segment was replaced, and nothing else."""
    segments = json.loads((FIXTURES / case / "segments.json").read_bytes())
    pattern, end = "", 0
    for number, segment in enumerate(segments, 1):
        mark = {
            "bracket": rf"⟦fr→en\?? {number}: {_CONTENT}⟧",
            "footnote": rf"[^⟦⟧]+?\[\^fr{number}\]",
            "none": r"[^⟦⟧]+?",
        }[markers]
        pattern += re.escape(text[end : segment["start"]]) + mark
        end = segment["end"]
    pattern += re.escape(text[end:])
    if markers == "footnote":
        pattern += r"(?:(?:\r?\n)+\[\^fr[0-9]+\]: [^\r\n]+)+(?:\r?\n)?"
    return re.compile(pattern, re.DOTALL)


@pytest.mark.parametrize("case", CASES)
def test_the_output_is_the_expected_one(make: Make, case: str) -> None:
    output = (make(case, "bracket").folder / "output.txt").read_bytes().decode()
    expected = (FIXTURES / case / "expected.txt").read_bytes().decode()
    assert _BRACKET.sub(r"⟦fr→en \1: …⟧", output) == expected


@pytest.mark.parametrize(("case", "markers"), ROUND_TRIPS)
def test_only_the_segments_change(make: Make, case: str, markers: str) -> None:
    output = (make(case, markers).folder / "output.txt").read_bytes().decode()
    assert untouched(case, source(case).decode(), markers).fullmatch(output)
    assert markers == "bracket" or not set("⟦⟧") & set(output)
    assert output != source(case).decode()


@pytest.mark.parametrize(("case", "markers"), ROUND_TRIPS)
def test_a_second_run_changes_nothing(make: Make, case: str, markers: str) -> None:
    place = make(case, markers)
    output = (place.folder / "output.txt").read_bytes()
    assert place.normalize("--markers", markers, "output.txt") == output
    checked = place.run("normalize", "--check", "output.txt")
    assert (checked.code, checked.out) == (0, b"")


@pytest.mark.parametrize(("case", "markers"), ROUND_TRIPS)
def test_the_account_is_sound_and_leads_back(make: Make, case: str, markers: str) -> None:
    place = make(case, markers)
    schema = json.loads(files("onetongue").joinpath("data/provenance.schema.json").read_bytes())
    account = json.loads((place.folder / "p.json").read_bytes())
    jsonschema.Draft202012Validator(schema).validate(account)
    assert account["engine"]["name"] == "embedded"
    assert re.fullmatch("[0-9a-f]{64}", account["engine"]["sha256"])

    verified = place.run("onetongue", "verify", "output.txt", "p.json", "--source", "input.txt")
    assert verified.code == 0, verified.err
    reverted = place.run("onetongue", "revert", "output.txt", "p.json")
    assert (reverted.code, reverted.out) == (0, source(case))


@pytest.mark.parametrize("where", ["Nagorno", "fr→en 1"])
def test_a_tampered_output_is_refused(make: Make, place: Place, where: str) -> None:
    made = make(ARTICLE, "bracket").folder
    output = (made / "output.txt").read_bytes()
    place.put("p.json", (made / "p.json").read_bytes())
    place.put("output.txt", output.replace(where.encode(), where.swapcase().encode(), 1))
    for command in ("verify", "revert"):
        ran = place.run("onetongue", command, "output.txt", "p.json")
        assert (ran.code, ran.out) == (3, b"")
        assert ran.err.count("\n") == 1


def test_check_finds_the_segments_of_the_article(place: Place) -> None:
    place.put("input.txt", source(ARTICLE))
    ran = place.run("normalize", "--check", "input.txt")
    assert ran.code == 1
    assert [line.split(" ")[:3] for line in ran.text.splitlines()] == [
        ["input.txt:3:1:", "fr", "caption"],
        ["input.txt:11:1:", "fr", "heading"],
        ["input.txt:15:1:", "fr", "paragraph"],
    ]


@pytest.mark.parametrize("case", [ARTICLE, TYPOGRAPHY])
def test_patch_applies_the_diff(make: Make, case: str) -> None:
    program = shutil.which("patch")
    if program is None:
        pytest.skip("needs patch on PATH")
    place = make(case, "bracket")
    diff = place.normalize("--diff", "input.txt")
    patched = place.run(program, "--binary", "-s", "-o", "patched.txt", "input.txt", stdin=diff)
    assert patched.code == 0, patched.text
    output = (place.folder / "output.txt").read_bytes()
    assert (place.folder / "patched.txt").read_bytes() == output


def test_in_place_twice_leaves_the_same_file(make: Make, place: Place) -> None:
    path = place.put("input.txt", source(ARTICLE))
    place.normalize("-i", "input.txt")
    first, written = path.read_bytes(), path.stat()
    assert first == (make(ARTICLE, "bracket").folder / "output.txt").read_bytes()
    place.normalize("-i", "input.txt")
    assert path.read_bytes() == first
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (written.st_ino, written.st_mtime_ns)


@pytest.mark.parametrize("case", [ARTICLE, TYPOGRAPHY])
def test_windows_encoding_survives(place: Place, case: str) -> None:
    text = source(case).decode().replace("\u202f", "\u00a0")  # the one character it lacks
    place.put("input.txt", text.encode("cp1252"))
    place.normalize("-o", "output.txt", "--provenance", "p.json", "input.txt")
    output = (place.folder / "output.txt").read_bytes().decode("cp1252")
    assert untouched(case, text, "footnote").fullmatch(output)
    reverted = place.run("onetongue", "revert", "output.txt", "p.json")
    assert (reverted.code, reverted.out) == (0, text.encode("cp1252"))


@pytest.mark.parametrize("case", WITHOUT_FRENCH)
def test_without_french_no_engine_is_needed(place: Place, case: str) -> None:
    place.put("input.txt", source(case))
    ran = place.run("normalize", "--engine", "argos", "input.txt", path="")  # none is installed
    assert (ran.code, ran.out) == (0, source(case))


@pytest.mark.parametrize(
    ("engine", "command"),
    [("argos", "onetongue models install fr en"), ("apertium", "apt-get install apertium")],
)
def test_without_the_engine_the_message_says_how_to_get_it(
    place: Place, engine: str, command: str
) -> None:
    place.put("input.txt", source(ARTICLE))
    paths = ("-o", "output.txt", "--provenance", "p.json", "input.txt")
    ran = place.run("normalize", "--engine", engine, *paths, path="")
    assert (ran.code, ran.out) == (3, b"")
    assert command in ran.err
    assert place.listing() == {"input.txt"}


def test_names_and_numbers_of_the_article_are_in_its_translation(make: Make) -> None:
    account = json.loads((make(ARTICLE, "none").folder / "p.json").read_bytes())
    caption, heading, paragraph = (one["target"]["text"] for one in account["records"])
    assert all(word in caption for word in ("Lavrov", "Moscow", "18", "2023", "Russian"))
    assert "diplomatic" in heading.lower()
    assert all(word in paragraph for word in ("Kremlin", "Dmitri Peskov", "Baku", "peace"))
    for one in account["records"]:  # that the model is not sure is allowed
        checks = one["translation"]["checks"]
        assert {name for name, found in checks.items() if found == "failed"} <= {"mistranslation"}


def test_nothing_is_written_but_the_output(make: Make) -> None:
    place = make(ARTICLE, "none")
    for command in ("detect", "explain"):
        assert place.run("onetongue", command, "input.txt").code == 0
    assert place.listing() == {"input.txt", "output.txt", "p.json"}


def test_no_socket_is_opened(place: Place) -> None:
    place.put("input.txt", source(ARTICLE))
    code = (sys.executable, "-c", WITHOUT_SOCKETS)
    ran = place.run(*code, "input.txt")
    assert ran.code == 0, ran.err
    assert "⟦fr→en 3: " in ran.text.replace("?", "")
