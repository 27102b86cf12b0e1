"""The hooks as pre-commit runs them: the entry, the user's arguments, then several files.

Where pre-commit itself runs, it is told to take the hooks from here instead of from a repository, so
that nothing is downloaded and the command is the one installed; what they are given is for it to say.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
import yaml
from identify.extensions import NAMES
from support.command import Ran, spawn
from support.normalizing import PROSE
from support.word import word

from onetongue.formats import choose_format

ROOT = Path(__file__).parents[1]
HOOKS = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
FRENCH = "Le maire a refusé de répondre à nos questions."
CLEAN, MIXED = f"{PROSE}\n", f"{PROSE} {FRENCH} {PROSE}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A checkout with English and French documents."""
    for name, text in {"clean.txt": CLEAN, "one.txt": MIXED, "two words.txt": MIXED}.items():
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


def environment(home: Path, path: str) -> dict[str, str]:
    """Ours without what says where an engine is; `path` holds the folders of programs."""
    ours = ("ARGOS_", "GIT_", "ONETONGUE_", "PRE_COMMIT", "XDG_")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(ours)}
    return kept | {"HOME": str(home), "PATH": path}


def run(hook: str, folder: Path, *files: str, path: str | None = None) -> Ran:
    """Run a hook on files; `path` replaces the folders in which an engine is looked for."""
    command = (*shlex.split(HOOKS[hook]["entry"]), *HOOKS[hook].get("args", ()), *files)
    where = os.environ["PATH"] if path is None else path
    return spawn(*command, folder=folder, environment=environment(folder, where))


def test_what_pre_commit_is_told() -> None:
    assert set(HOOKS) == {"onetongue-check", "onetongue-fix"}
    for hook in HOOKS.values():
        assert {"id", "name", "description", "entry", "language", "files", "exclude"} <= set(hook)
        assert (hook["language"], hook["types_or"]) == ("python", ["text", "binary"])
    assert HOOKS["onetongue-fix"]["require_serial"] is True


@pytest.mark.parametrize(
    ("files", "code", "listed"),
    [
        (["clean.txt"], 0, []),
        (["clean.txt", "clean.txt"], 0, []),
        (["clean.txt", "one.txt", "two words.txt"], 1, ["one.txt", "two words.txt"]),
        (["one.txt", "absent.txt", "clean.txt"], 3, ["one.txt"]),
        (["--min-confidence", "1", "one.txt"], 0, []),
        (["--no-such-option", "one.txt"], 2, []),
    ],
)
def test_check(folder: Path, files: list[str], code: int, listed: list[str]) -> None:
    ran = run("onetongue-check", folder, *files, path="")
    assert ran.code == code, ran.err
    where = [line.split(": ")[0] for line in ran.text.splitlines()]
    assert where == [f"{name}:1:{len(PROSE) + 2}" for name in listed]
    assert (folder / "one.txt").read_bytes() == MIXED.encode()


def test_the_example_of_the_readme(folder: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)
    (repository,) = yaml.safe_load(example)
    assert repository["rev"] == f"v{version('onetongue')}"
    (hook,) = repository["hooks"]
    (other,) = re.findall(r"# or (\S+)", example)
    assert {hook["id"], other} == set(HOOKS)
    (folder / "docs").mkdir()
    (folder / "one.txt").rename(folder / "docs" / "one.txt")
    every = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.txt"))
    chosen = [file for file in every if re.search(hook["files"], file)]
    assert chosen == ["docs/one.txt"]
    assert not re.search(HOOKS[hook["id"]]["exclude"], chosen[0])
    assert run(hook["id"], folder, *chosen, path="").code == 1


@pytest.mark.parametrize("files", [["clean.txt"], ["one.txt", "clean.txt", "two words.txt"]])
def test_fix(folder: Path, files: list[str]) -> None:
    ran = run("onetongue-fix", folder, *files, path="")
    assert ran.code == 0, ran.err
    for file in files:
        fixed = (folder / file).read_bytes().decode()
        assert fixed.startswith(PROSE)
        assert fixed.endswith(f"{PROSE}\n")
        assert FRENCH not in fixed
        assert "⟦" not in fixed
        assert (fixed == CLEAN) == (file == "clean.txt")
    assert run("onetongue-check", folder, *files).code == 0


def test_fix_without_an_engine_writes_nothing_and_says_how_to_get_one(folder: Path) -> None:
    ran = run("onetongue-fix", folder, "--engine", "apertium", "one.txt", "clean.txt", path="")
    assert ran.code == 3
    assert "apertium" in ran.err
    assert (folder / "one.txt").read_bytes() == MIXED.encode()
    assert (folder / "clean.txt").read_bytes() == CLEAN.encode()


PLAIN_TEXT = sorted(name for name, tags in NAMES.items() if "plain-text" in tags)
SUFFIXES = ".docx .html .htm .xhtml .json .jsonl .ndjson .md .markdown .mdown .mkd .srt .vtt .txt .text"  # fmt: skip
GIVEN = [*(f"docs/a{suffix}" for suffix in SUFFIXES.split()), "a b.TXT", "x/.md.md", *PLAIN_TEXT]
KEPT_OUT = "a.py .pre-commit-config.yaml a.toml a.rst a.po a.sh a.png a.pdf Makefile a.xmd a.mdx README.rst txt docs/README/a.py a.docx.bak".split()  # fmt: skip


@pytest.mark.parametrize("hook", HOOKS)
def test_either_pattern_says_what_is_given(hook: str) -> None:
    files, exclude = (re.compile(HOOKS[hook][key]) for key in ("files", "exclude"))
    for name in GIVEN:
        assert files.search(name), name
        assert not exclude.search(name), name
        assert choose_format(name) in {"text", "markdown", "html", "docx", "subtitles", "jsonl", "json"}  # fmt: skip
    for name in KEPT_OUT:
        assert exclude.search(name), name
        assert not files.search(name), name


COMMENT = "Le maire a refusé de répondre à nos questions, et le conseil a voté contre la réforme."
# What is in a repository beside its documents, all of it with French in it.
BESIDE: dict[str, bytes] = {
    name: text.encode()
    for name, text in {
        "src/main.py": f'"""{COMMENT}"""\n\n# {COMMENT}\nMESSAGE = "{COMMENT}"\n',
        "src/main.c": f"/* {COMMENT} */\nint main(void) {{ return 0; }}\n",
        "src/CMakeLists.txt": f"# {COMMENT}\nproject(a)\n",
        "locale/fr.yaml": f"fr:\n  title: {COMMENT}\n  en: English\n",
        "pyproject.toml": f'[project]\nname = "a"\ndescription = "{COMMENT}"\n',
        "docs/index.rst": f"Titre du document\n=================\n\n{COMMENT}\n",
        "locale/fr.po": f'msgid "answer"\nmsgstr "{COMMENT}"\n',
        "build": f"#!/bin/sh\n# {COMMENT}\necho '{COMMENT}'\n",
        "build.sh": f"#!/bin/sh\n# {COMMENT}\n",
        "Makefile": f"# {COMMENT}\nall:\n\techo '{COMMENT}'\n",
        "run.log": f"2024-05-02 12:00:00 INFO {COMMENT}\n",
    }.items()
} | {"logo.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + COMMENT.encode()}


def paragraphs(*texts: str) -> bytes:
    return word("".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts))


def checkout(
    folder: Path, hook: str, documents: dict[str, bytes], own: dict[str, Any] | None = None
) -> dict[str, bytes]:
    """A Git repository with `BESIDE`, documents, and the hook, of which it says some for itself.

    Gives all files but Git's.
    """
    told = HOOKS[hook] | {"language": "system"} | (own or {})
    config = {"repos": [{"repo": "local", "hooks": [told]}]}
    files = BESIDE | documents | {".pre-commit-config.yaml": yaml.safe_dump(config).encode()}
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    git = shutil.which("git")
    assert git, "pre-commit asks it for the files"
    for command in (["init", "--quiet"], ["add", "--all"]):
        subprocess.run([git, *command], cwd=folder, check=True, env=environment(folder.parent, os.environ["PATH"]))  # fmt: skip
    return files


def pre_commit(folder: Path) -> Ran:
    """Run pre-commit over all files, with the commands beside this Python."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    command = ("pre-commit", "run", "--all-files", "--verbose", "--color=never")
    return spawn(*command, folder=folder, environment=environment(folder.parent, path))


def changed(folder: Path, files: dict[str, bytes]) -> set[str]:
    return {name for name, content in files.items() if (folder / name).read_bytes() != content}


ENGLISH = {
    "README": CLEAN.encode(),
    "README.md": f"# Title\n\n{CLEAN}".encode(),
    "notes.txt": CLEAN.encode(),
    "letter.docx": paragraphs(PROSE),
}
IN_FRENCH = {
    "docs/guide.md": f"# Title\n\n{PROSE}\n\n{COMMENT}\n".encode(),
    "notes.txt": f"{PROSE}\n\n{COMMENT}\n".encode(),
    "letter.docx": paragraphs(PROSE, COMMENT),
}


def listed(ran: Ran) -> set[str]:
    """The files in which something was found."""
    return set(re.findall(r"^(\S+?):.*: fr \w+ ", ran.text, re.M))


@pytest.mark.parametrize("hook", HOOKS)
def test_pre_commit_has_nothing_but_documents_read(tmp_path: Path, hook: str) -> None:
    folder = tmp_path / "work"
    files = checkout(folder, hook, ENGLISH)
    ran = pre_commit(folder)
    assert (ran.code, "Passed" in ran.text) == (0, True), ran.text + ran.err
    assert changed(folder, files) == set()


def test_pre_commit_checks_documents(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    files = checkout(folder, "onetongue-check", ENGLISH | IN_FRENCH)
    ran = pre_commit(folder)
    assert ran.code == 1, ran.text + ran.err
    assert "- exit code: 1\n" in ran.text
    assert listed(ran) == set(IN_FRENCH)
    assert changed(folder, files) == set()


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({"files": "^docs/"}, {"docs/guide.md"}),
        ({"exclude": "^docs/"}, {"notes.txt", "letter.docx"}),
        (
            {"files": r"\.rst$", "exclude": "^$", "args": ["--format", "text"]},
            {"docs/index.rst"},
        ),
    ],
)
def test_a_repository_narrows_or_widens_it(
    tmp_path: Path, own: dict[str, Any], expected: set[str]
) -> None:
    folder = tmp_path / "work"
    checkout(folder, "onetongue-check", IN_FRENCH, own)
    ran = pre_commit(folder)
    assert ran.code == 1
    assert "- exit code: 1\n" in ran.text
    assert listed(ran) == expected


def test_pre_commit_fixes_documents(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    files = checkout(folder, "onetongue-fix", ENGLISH | IN_FRENCH)
    ran = pre_commit(folder)
    assert ran.code == 1, ran.text + ran.err
    assert "files were modified by this hook" in ran.text
    assert changed(folder, files) == set(IN_FRENCH)
    again = pre_commit(folder)
    assert again.code == 0, again.text + again.err


def test_nothing_else_is_changed_even_where_all_is_given(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    everything = {"files": "", "exclude": "^$", "exclude_types": []}
    files = checkout(folder, "onetongue-fix", ENGLISH, everything)
    ran = pre_commit(folder)
    assert "- exit code: 3\n" in ran.text
    for name in (".pre-commit-config.yaml", *BESIDE):
        assert f"{name}: " in ran.text
    assert changed(folder, files) == set()
