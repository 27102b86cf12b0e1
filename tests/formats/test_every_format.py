"""What holds in every format: the same article, the way there, the way back, and a reviewer's word."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any, get_args

import pytest
from support.command import run
from support.engine import Engine, in_words

import onetongue as ot
from onetongue.account import provenance_schema, read_provenance
from onetongue.document import FormatName
from onetongue.formats import choose_format, load_format

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "fixtures"
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARTICLE = "nagorno-karabakh"
ARTICLES = sorted(FIXTURES.glob(f"{ARTICLE}-*/input.*"))
FORMATS = {choose_format(path.name) for path in ARTICLES}
# What no format takes as it is, and what one or the other takes for its own.
AWKWARD = (
    'The minister wrote a "plain" <b>word</b> & *another* one on the blackboard of the school that '
    "he had gone to as a child, then a back\\slash, and that 5 < 6; [nobody] in the room knew_what "
    "to make of it, and so they all went home and did not speak of it again for many years."
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, where the commands find that engine."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setattr(
        "onetongue.rounds.choose",
        lambda *_: Engine(in_words),
    )
    return tmp_path


def segments(path: Path) -> list[tuple[str, str]]:
    normalizer = ot.Normalizer()
    document, _ = normalizer.read(path.read_bytes(), path.name)
    found = normalizer.inspect(document).segments
    return [(s.kind, " ".join(s.reading.replace("\u202f", "\u00a0").split())) for s in found]


def same(one: bytes, other: bytes, suffix: str) -> bool:
    """Whether two files are the same; of packages the parts, as changed ones are packed anew."""
    if suffix != ".docx":
        return one == other
    with zipfile.ZipFile(io.BytesIO(one)) as first, zipfile.ZipFile(io.BytesIO(other)) as second:
        names = first.namelist()
        return names == second.namelist() and all(first.read(n) == second.read(n) for n in names)


def test_the_article_is_there_in_every_format_it_is_asked_in() -> None:
    assert {"html", "markdown", "jsonl", "docx"} <= FORMATS


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_the_same_three_segments_are_found(path: Path) -> None:
    assert segments(path) == segments(FIXTURES / ARTICLE / "input.txt")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_there_and_back(path: Path, folder: Path) -> None:
    source = path.read_bytes()
    name, out = path.name, f"out{path.suffix}"
    (folder / name).write_bytes(source)
    report = ("--report", "r.html") if path.suffix != ".jsonl" else ()
    assert run("normalize", name, "-o", out, "--provenance", "a.json", *report).code == 0
    assert read_provenance(json.loads((folder / "a.json").read_bytes())).format in FORMATS
    assert run("onetongue", "verify", out, "a.json", "--source", name).code == 0
    assert run("onetongue", "revert", out, "a.json", "-o", f"back{path.suffix}").code == 0
    assert same((folder / f"back{path.suffix}").read_bytes(), source, path.suffix)
    assert run("normalize", "--check", out).code == 0
    assert run("normalize", "-i", "-q", out).code == 0
    for to in ("xliff", "tmx", "annotation", "prov"):
        assert run("onetongue", "export", "a.json", "--to", to, "-o", f"x.{to}").code == 0
    assert "Du côté du Kremlin, le porte-parole Dmitri Peskov" in (folder / "x.tmx").read_text()


@pytest.mark.parametrize("style", [(), ("--markers", "none")], ids=["default", "none"])
@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.parent.name)
def test_a_reviewers_words_are_written_as_the_format_has_them(
    path: Path, style: tuple[str, ...], folder: Path
) -> None:
    name, out, back = path.name, f"out{path.suffix}", f"back{path.suffix}"
    (folder / name).write_bytes(path.read_bytes())
    assert run("normalize", name, "-o", out, "--provenance", "a.json", *style).code == 0
    account = json.loads((folder / "a.json").read_bytes())
    first, second, third = (record["id"] for record in account["records"])
    decisions = {
        "schema": "onetongue-decisions/1",
        "output": {"sha256": account["output"]["sha256"]},
        "reviewer": "Ada",
        "decisions": [
            {"id": first, "action": "edit", "text": AWKWARD},
            {"id": second, "action": "approve"},
            {"id": third, "action": "reject"},
        ],
    }
    (folder / "d.json").write_text(json.dumps(decisions))
    assert run("onetongue", "apply", "d.json", "--into", "a.json", "--document", out).code == 0
    changed = json.loads((folder / "a.json").read_bytes())
    assert [record["id"] for record in changed["records"]] == [first, second]
    assert changed["records"][0]["translation"]["text"] == AWKWARD
    approved, before = changed["records"][1]["target"], account["records"][1]["target"]
    if path.suffix != ".html":  # where the reviewer is named beside the words
        assert approved["text"] == before["text"].replace("→en? ", "→en ")
    assert run("onetongue", "verify", out, "a.json", "--source", name).code == 0
    assert run("onetongue", "revert", out, "a.json", "-o", back).code == 0
    assert same((folder / back).read_bytes(), path.read_bytes(), path.suffix)
    normalizer = ot.Normalizer(engine=Engine(in_words))
    document, _ = normalizer.read((folder / out).read_bytes(), out)
    read = " ".join(region.reading(document.text) for region in document.regions)
    if path.suffix == ".jsonl":  # a string with such words in it is HTML to who reads it afterwards
        values = [json.loads(line) for line in document.text.splitlines()]
        read = " ".join(v for value in values for v in value.values() if isinstance(v, str))
    # What is marked is not read again.
    assert not style or AWKWARD in " ".join(read.split())


NAMES = [name for name in get_args(FormatName) if name != "auto"]


def test_the_table_the_schema_and_the_type_name_the_same_formats() -> None:
    with pytest.raises(ot.OnetongueError) as caught:
        load_format("none of them")
    listed = re.findall(r"\w+", str(caught.value).partition("one of ")[2].partition(", not")[0])
    assert sorted(listed) == sorted(NAMES)
    schema: Any = provenance_schema()
    enum = schema["properties"]["source"]["properties"]["format"]["enum"]
    assert sorted(enum) == sorted(NAMES)


def test_the_readme_tells_the_formats_as_they_are() -> None:
    table = README.partition("| format | suffixes |")[2].partition("\n\n")[0]
    rows = [row.strip("|").split("|") for row in table.splitlines()[2:]]
    told = [re.findall(r"`(\w+)`", row[0]) for row in rows]
    assert sorted(name for names in told for name in names) == sorted(NAMES)
    for names, (_, suffixes, _, markers) in zip(told, rows, strict=True):
        groups = suffixes.split(",") if len(names) > 1 else [suffixes]
        for name, group in zip(names, groups, strict=True):
            found = [choose_format(f"a{suffix}") for suffix in re.findall(r"`(\.\w+)`", group)]
            assert found
            assert set(found) == {name}
            assert ", ".join(load_format(name).markers) == markers.strip()


@pytest.mark.parametrize("name", NAMES)
def test_markers_a_format_cannot_hold_are_refused(name: str) -> None:
    allowed = load_format(name).markers
    assert allowed
    for markers in {"bracket", "footnote", "attributes", "none"} - set(allowed):
        options = ot.Options(markers=markers)  # type: ignore[arg-type]
        normalizer = ot.Normalizer(options, engine=Engine(in_words))
        if name != "docx":  # whose text alone is no document
            with pytest.raises(ot.OnetongueError, match=f"takes markers {allowed[0]}"):
                normalizer.normalize("", format=name)  # type: ignore[arg-type]
