"""The hooks as pre-commit runs them: the entry, the user's arguments, then several files."""

from __future__ import annotations

import os
import re
import shlex
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from support.command import Ran, spawn
from support.normalizing import PROSE

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


def run(hook: str, folder: Path, *files: str, path: str | None = None) -> Ran:
    """Run a hook on files; `path` replaces the folders in which an engine is looked for."""
    command = (*shlex.split(HOOKS[hook]["entry"]), *HOOKS[hook].get("args", ()), *files)
    home = {"HOME": str(folder), "PATH": os.environ["PATH"] if path is None else path}
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith(("ARGOS_", "ONETONGUE_", "XDG_"))
    }
    return spawn(*command, folder=folder, environment=kept | home)


def test_what_pre_commit_is_told() -> None:
    assert set(HOOKS) == {"onetongue-check", "onetongue-fix"}
    for hook in HOOKS.values():
        assert {"id", "name", "description", "entry", "language", "types"} <= set(hook)
        assert (hook["language"], hook["types"]) == ("python", ["text"])
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
