from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from support.command import Ran, run

from onetongue.config import Config, find_config, read_config
from onetongue.document import Options
from onetongue.errors import InputError

EVERY_KEY = """
from = "fr,es"
to = "en"
markers = "none"
format = "text"
exclude = ["archive/", "*.bak"]
glossary = "terms.tsv"
memory = "memory.sqlite"
min-confidence = 0.9
on-doubt = "keep"
parallel = "drop"
engine = "argos"
model = "fr_en.argosmodel"
fields = "title,article.body"
on-error = "skip"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


# No change first: what is no configuration, and what is not excluded.


@pytest.mark.parametrize("content", [None, "", "[project]\n", "[tool.ruff]\n", "[tool]\n"])
def test_without_the_table_there_is_no_configuration(folder: Path, content: str | None) -> None:
    if content is not None:
        write(folder / "pyproject.toml", content)
    assert find_config() == Config()


def test_an_empty_table_changes_nothing(folder: Path) -> None:
    write(folder / "pyproject.toml", "[tool.onetongue]\n")
    assert find_config() == Config("pyproject.toml")


@pytest.mark.parametrize("root", ["folder", "file"])
def test_the_search_ends_at_the_repository(
    folder: Path, monkeypatch: pytest.MonkeyPatch, root: str
) -> None:
    write(folder / "pyproject.toml", "[tool.onetongue]\nmarkers = 'none'\n")
    inner = folder / "inner" / "docs"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert find_config().name == "../../pyproject.toml"
    if root == "folder":
        (folder / "inner" / ".git").mkdir()
    else:
        write(folder / "inner" / ".git", "gitdir: elsewhere\n")
    assert find_config() == Config()
    write(folder / "inner" / "pyproject.toml", "[tool.onetongue]\nmarkers = 'bracket'\n")
    assert find_config() == Config("../pyproject.toml", (("markers", "bracket"),))


def test_a_file_without_the_table_is_passed_by(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder / "pyproject.toml", "[tool.onetongue]\nglossary = 'terms.tsv'\n")
    write(folder / "docs" / "pyproject.toml", "[tool.ruff]\n")
    monkeypatch.chdir(folder / "docs")
    assert find_config().settings == (("glossary", str(Path("../terms.tsv"))),)


@pytest.mark.parametrize("name", ["pyproject.toml", "onetongue.toml", "sub/pyproject.toml"])
def test_every_key(folder: Path, name: str) -> None:
    table = "[tool.onetongue]" if name.endswith("pyproject.toml") else ""
    write(folder / name, table + EVERY_KEY)
    config = read_config(name)
    assert (config.name, config.exclude) == (str(Path(name)), ("archive/", "*.bak"))
    parent = Path(name).parent
    assert Options(**dict[str, Any](config.settings)) == Options(
        source=("fr", "es"),
        target="en",
        markers="none",
        format="text",
        glossary=str(parent / "terms.tsv"),
        memory=str(parent / "memory.sqlite"),
        min_confidence=0.9,
        on_doubt="keep",
        parallel="drop",
        engine="argos",
        model=str(parent / "fr_en.argosmodel"),
        fields=("title", "article.body"),
        on_error="skip",
    )


def test_the_example_of_the_readme(folder: Path) -> None:
    readme = Path(__file__).parents[1].joinpath("README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)
    write(folder / "pyproject.toml", example)
    assert find_config() == Config(
        "pyproject.toml",
        (("glossary", "terms.tsv"), ("min_confidence", 0.8)),
        ("archive/", "*.bak.txt"),
    )


def test_a_full_path_stays(folder: Path) -> None:
    write(folder / "sub" / "a.toml", f"memory = '{folder / 'm.sqlite'}'")
    assert read_config("sub/a.toml").settings == (("memory", str(folder / "m.sqlite")),)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("min-confidence = 'high'", "min-confidence: must be a number from 0 to 1, not 'high'"),
        ("min-confidence = 1.5", "min-confidence: must be a number from 0 to 1, not 1.5"),
        ("min-confidence = nan", "min-confidence: must be a number from 0 to 1, not nan"),
        ("min-confidence = true", "min-confidence: must be a number from 0 to 1, not True"),
        ("markers = 'stars'", "markers: must be one of bracket, footnote,"),
        ("markers = []", "markers: must be one of bracket, footnote,"),
        ("on-doubt = 'cry'", "on-doubt: must be one of translate, keep, fail, not 'cry'"),
        ("engine = 1", "engine: must be one of auto, argos, embedded, apertium, not 1"),
        ("on-error = 'cry'", "on-error: must be one of fail, skip, not 'cry'"),
        ("fields = ['a']", "fields: must be a string, not empty, not ['a']"),
        ("format = 'odt'", "format: must be one of auto, text"),
        ("from = ['fr']", "from: must be a string, not empty, not ['fr']"),
        ("to = ' '", "to: must be a string, not empty, not ' '"),
        ("glossary = ''", "glossary: must be a string, not empty, not ''"),
        ("exclude = 'a'", "exclude: must be a list of strings, none empty, not 'a'"),
        ("exclude = [1]", "exclude: must be a list of strings, none empty, not [1]"),
        ("min_confidence = 1", "min_confidence: unknown key; known are from, to, markers,"),
        ("[tool.onetongue.more]", "more: unknown key"),
    ],
)
def test_what_is_wrong_is_named(folder: Path, line: str, message: str) -> None:
    write(folder / "pyproject.toml", f"[tool.onetongue]\n{line}\n")
    expected = re.escape(f"pyproject.toml: tool.onetongue.{message}")
    with pytest.raises(InputError, match=f"^{expected}"):
        find_config()
    if not line.startswith("["):
        write(folder / "own.toml", line)
        with pytest.raises(InputError, match=f"^{re.escape(f'own.toml: {message}')}"):
            read_config("own.toml")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("tool = 3", "pyproject.toml: tool: must be a table, not 3"),
        ("tool.onetongue = 3", "pyproject.toml: tool.onetongue: must be a table, not 3"),
        ("[tool.onetongue]\nfrom = fr", "pyproject.toml: not TOML: .*line 2"),
        ("a = " + "[" * 100_000, "pyproject.toml: not TOML"),
    ],
)
def test_a_file_that_cannot_be_used(folder: Path, content: str, message: str) -> None:
    write(folder / "pyproject.toml", content)
    with pytest.raises(InputError, match=f"^{message}"):
        find_config()


def test_a_file_that_is_not_utf8(folder: Path) -> None:
    (folder / "own.toml").write_bytes(b"from = '\xff'")
    with pytest.raises(InputError, match=r"^own\.toml: not TOML"):
        read_config("own.toml")


def test_a_named_pyproject_needs_the_table(folder: Path) -> None:
    write(folder / "pyproject.toml", "[project]\n")
    with pytest.raises(InputError, match=re.escape("has no [tool.onetongue]")):
        read_config("pyproject.toml")
    with pytest.raises(FileNotFoundError):
        read_config("missing.toml")


@pytest.mark.parametrize(
    ("glob", "file", "is_excluded"),
    [
        ("*.txt", "a.md", False),
        ("/*.txt", "sub/a.txt", False),
        ("sub/*.txt", "sub/deep/a.txt", False),
        ("sub/*.txt", "other/sub/a.txt", False),
        ("a", "ab", False),
        ("A.txt", "a.txt", False),
        ("*.txt", "../a.txt", False),
        ("**", "../a.txt", False),
        ("*.txt", "a.txt", True),
        ("*.txt", "sub/deep/a.txt", True),
        ("*.txt", "sub/../a.txt", True),
        ("/*.txt", "a.txt", True),
        ("archive", "archive/a.txt", True),
        ("archive/", "sub/archive/deep/a.txt", True),
        ("./archive/", "archive/a.txt", True),
        ("./archive/", "sub/archive/a.txt", False),
        ("archive/**", "archive/deep/a.txt", True),
        ("sub/**/a.txt", "sub/a.txt", True),
        ("sub/**/a.txt", "sub/x/y/a.txt", True),
        ("**/deep/*.txt", "sub/deep/a.txt", True),
        ("chapter-[0-9].txt", "chapter-3.txt", True),
        ("**", "a.txt", True),
    ],
)
def test_globs(folder: Path, glob: str, file: str, is_excluded: bool) -> None:
    config = Config("pyproject.toml", (), (glob,))
    assert config.excludes(file) is is_excluded
    assert config.excludes(str(folder / file)) is is_excluded
    assert not Config("pyproject.toml").excludes(file)


def test_globs_start_at_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "sub").mkdir()
    monkeypatch.chdir(folder / "sub")
    config = Config("../pyproject.toml", (), ("/sub/a.txt",))
    assert config.excludes("a.txt")
    assert not config.excludes("sub/a.txt")


# On the command line.


normalize = partial(run, "normalize")
onetongue = partial(run, "onetongue")


def test_the_command_line_wins_over_the_file_and_the_file_over_the_defaults(
    folder: Path, spy: list[Options]
) -> None:
    write(folder / "pyproject.toml", f"[tool.onetongue]{EVERY_KEY}")
    normalize("a.txt")
    normalize("--min-confidence", "0.5", "--markers=bracket", "--memory", "m", "--from=fr", "a.txt")
    normalize("--config", "", "a.txt")
    file, both, none = spy
    assert file == Options(**dict[str, Any](find_config().settings))
    assert (both.min_confidence, both.markers, both.memory, both.source) == (
        0.5,
        "bracket",
        "m",
        ("fr",),
    )
    assert (both.on_doubt, both.engine, both.glossary) == ("keep", "argos", "terms.tsv")
    assert none == Options()


# What each command has of the keys; the others do not count there.
LOOKS: dict[str, Any] = {
    "source": ("fr", "es"),
    "target": "en",
    "format": "text",
    "min_confidence": 0.9,
}
LOOKS |= {"fields": ("title", "article.body"), "on_error": "skip"}
TRANSLATES: dict[str, Any] = {
    "source": ("fr", "es"),
    "target": "en",
    "engine": "argos",
    "glossary": "terms.tsv",
}
TRANSLATES |= {"memory": "memory.sqlite", "model": "fr_en.argosmodel"}


@pytest.mark.parametrize(
    ("command", "settings"), [("detect", LOOKS), ("explain", LOOKS), ("translate", TRANSLATES)]
)
def test_what_looks_at_a_document_reads_the_file_too(
    folder: Path, spy: list[Options], command: str, settings: dict[str, Any]
) -> None:
    write(folder / "pyproject.toml", f"[tool.onetongue]{EVERY_KEY}")
    write(folder / "own.toml", "from = 'es'\nmarkers = 'footnote'\n")
    write(folder / "a.txt", "Only English here.\n")
    assert onetongue(command, "a.txt").code == 3
    assert onetongue(command, "--from", "fr", "a.txt").code == 3
    assert onetongue(command, "--config", "own.toml", "a.txt").code == 3
    assert onetongue(command, "--config=", "a.txt").code == 3
    assert spy == [
        Options(**settings),
        Options(**settings | {"source": ("fr",)}),
        Options(source=("es",)),
        Options(),
    ]


@pytest.mark.parametrize("command", ["detect", "explain", "translate"])
def test_a_wrong_file_is_exit_3_there_too(folder: Path, command: str) -> None:
    write(folder / "pyproject.toml", "[tool.onetongue]\nmarkers = 'stars'\n")
    ran = onetongue(command, "a.txt")
    assert ran.code == 3
    assert ran.err.startswith("pyproject.toml: tool.onetongue.markers: must be")
    assert onetongue(command, "--help").code == 0


def test_a_file_that_is_excluded_can_be_looked_at(folder: Path) -> None:
    write(folder / "pyproject.toml", "[tool.onetongue]\nexclude = ['a.txt']\n")
    write(folder / "a.txt", "Le ministre a été reçu à Paris, où il a parlé de la paix.\n")
    ran = onetongue("detect", "a.txt")
    assert ran.code == 0
    assert ran.text.startswith("a.txt:1:1: fr paragraph")


@pytest.mark.parametrize("order", [1, -1])
def test_a_named_file_replaces_the_found_one(folder: Path, spy: list[Options], order: int) -> None:
    write(folder / "pyproject.toml", "[tool.onetongue]\nmarkers = 'stars'\n")
    write(folder / "own.toml", "min-confidence = 1\nmarkers = 'none'\n")
    pairs = [("--config", "own.toml"), ("--markers", "footnote")][::order]
    normalize(*(word for pair in pairs for word in pair), "a.txt")
    assert spy == [Options(min_confidence=1, markers="footnote")]


def test_a_wrong_file_is_exit_3(folder: Path) -> None:
    write(folder / "pyproject.toml", "[tool.onetongue]\nmin-confidence = 'high'\n")
    ran = normalize("a.txt")
    assert ran.code == 3
    assert ran.err == (
        "pyproject.toml: tool.onetongue.min-confidence: must be a number from 0 to 1, not 'high'\n"
    )
    assert normalize("--help").code == 0
    assert normalize("--version").code == 0


def test_excluded_files_are_skipped(folder: Path) -> None:
    write(folder / "pyproject.toml", "[tool.onetongue]\nexclude = ['old/']\n")
    write(folder / "old" / "a.txt", "Le ministre a été reçu à Paris, où il a parlé de la paix.\n")
    write(folder / "b.txt", "Only English here, and nothing else.\n")
    ran = normalize("--check", "old/a.txt", "b.txt")
    assert ran.code == 0
    assert ran.err == (
        "old/a.txt: skipped, pyproject.toml excludes it\nb.txt: 0 segments to translate\n"
    )
    assert normalize("--check", "-q", "old/a.txt") == Ran(0, b"", "")
    assert normalize("--check", "-q", "--config=", "old/a.txt").code == 1
    ran = normalize("--check", "-q", "--output-format=json", "old/a.txt")
    assert (ran.code, ran.out) == (0, b"[]\n")
