from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROGRAMS = Path(sys.executable).parent


def run(*command: str) -> str:
    program = str(PROGRAMS / command[0])
    # COLUMNS: help is wrapped to the terminal, and the README was written at 80
    done = subprocess.run(
        [program, *command[1:]],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={"COLUMNS": "80", "PATH": ""},
    )
    return done.stdout.decode()


@pytest.mark.parametrize(
    "command",
    [("normalize", "--help"), ("normalize", "--check", "fixtures/nagorno-karabakh/input.txt")],
)
def test_shows_what_the_command_prints(command: tuple[str, ...]) -> None:
    printed = run(*command)
    assert printed
    assert printed in README


def test_names_files_that_exist() -> None:
    for name in ("scripts/run-example", "scripts/run-tests", "fixtures/nagorno-karabakh/input.txt"):
        assert name in README
        assert (ROOT / name).is_file()


def test_the_ci_runs_the_test_command_of_the_readme() -> None:
    assert "sh scripts/run-tests" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "sh scripts/run-tests" in README
