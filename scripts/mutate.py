"""Mutation testing: break the code in small ways, one at a time, and see whether a test notices.

Run: python scripts/mutate.py ROOM [-n 20] [--seed 1] [--jobs 2] [--timeout 120]

ROOM is a folder or module of src/onetongue: `detect`, `formats/html`, `translate/checks`. Of N random
mutants, each in a copy of the tree, the module's own tests run first, then those of the room. What
survives is printed with its place and diff, for people to judge: an equivalent mutant survives too.

Responsible for: the mutations, and which tests must notice them.
Not responsible for: a verdict on the tests; survivors that matter become tests by hand.
"""

from __future__ import annotations

import ast
import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tokenize
from argparse import ArgumentParser
from concurrent.futures import ThreadPoolExecutor
from difflib import unified_diff
from itertools import permutations
from pathlib import Path
from queue import SimpleQueue
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT: Final = Path(__file__).resolve().parents[1]
PACKAGE: Final = Path("src", "onetongue")
# What the tests of a room read beside themselves; neither caches nor environments.
COPIED: Final = ("benchmarks", "fixtures", "scripts", "src", "tests", "training")
PAIRS: Final = ("< >=", "> <=", "== !=", "+ -", "and or", "True False")
SWAPPED: Final = {a: b for pair in PAIRS for a, b in permutations(pair.split())} | {"not": ""}
NO_TESTS: Final = 5  # what pytest exits with where nothing was collected


class Mutation(NamedTuple):
    """A stretch of a source, in code points, and what takes its place."""

    start: int
    end: int
    text: str

    def apply(self, source: str) -> str:
        """The source with it."""
        return source[: self.start] + self.text + source[self.end :]


class Mutant(NamedTuple):
    """A module, from the top of the repository, and what is changed in it."""

    module: Path
    mutation: Mutation


class Fate(NamedTuple):
    """How it went with a mutant: what noticed it, empty if nothing did, and in how many seconds."""

    mutant: Mutant
    noticed: str
    seconds: float


def mutations(source: str) -> tuple[Mutation, ...]:
    """Every mutation of a module, in the order of the text.

    Comparisons turn around, numbers move by one, `and` and `or`, `+` and `-`, True and False swap,
    `not` goes, a condition holds always or never, and a clause of it no longer counts.

    >>> [m.apply("x = 1 < y") for m in mutations("x = 1 < y")]
    ['x = 0 < y', 'x = 2 < y', 'x = 1 >= y']
    """
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return tuple(sorted({*_of_tokens(source, starts), *_of_conditions(source, starts)}))


def _of_tokens(source: str, starts: Sequence[int]) -> Iterator[Mutation]:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        start = starts[token.start[0] - 1] + token.start[1]
        end = start + len(token.string)
        if token.type == tokenize.NUMBER:
            number = ast.literal_eval(token.string)
            for moved in (number - 1, number + 1):
                yield Mutation(start, end, str(moved))
        elif token.type in (tokenize.OP, tokenize.NAME) and token.string in SWAPPED:
            yield Mutation(start, end, SWAPPED[token.string])


def _of_conditions(source: str, starts: Sequence[int]) -> Iterator[Mutation]:
    lines = source.split("\n")
    for expression, text in _conditions(ast.parse(source)):
        first, last = expression.lineno, expression.end_lineno or 0
        columns = expression.col_offset, expression.end_col_offset or 0  # in bytes
        start, end = (
            starts[line - 1] + len(lines[line - 1].encode()[:column].decode())
            for line, column in zip((first, last), columns, strict=True)
        )
        if source[start:end] not in ("TYPE_CHECKING", "True", "False"):
            yield Mutation(start, end, text)


def _conditions(tree: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """Every condition and what it may become; of a clause, what leaves the others to decide."""
    for node in ast.walk(tree):
        match node:
            case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
                yield from ((test, "True"), (test, "False"))
            case ast.comprehension(ifs=tests):
                yield from ((test, text) for test in tests for text in ("True", "False"))
            case ast.BoolOp(op=op, values=clauses):
                yield from ((one, str(isinstance(op, ast.And))) for one in clauses)


def modules(room: str) -> list[Path]:
    """The modules of a room, from the top of the repository.

    Raises:
        SystemExit: there is no such room or module.
    """
    place = ROOT / PACKAGE / room
    found = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    if not all(path.is_file() for path in found) or not found:
        raise SystemExit(f"{PACKAGE / room}: no such room or module")
    return [path.relative_to(ROOT) for path in found]


def runs_of(module: Path) -> list[list[Path]]:
    """The paths that pytest is given for a module, one run after the other: narrow, then wide."""
    room = module.relative_to(PACKAGE).parent
    own = Path("tests") / room / f"test_{module.stem}.py"
    narrow = [module] + ([own] if (ROOT / own).is_file() else [])
    folder = Path("tests") / room
    return [narrow, [folder]] if room.parts and (ROOT / folder).is_dir() else [narrow]


def run(tests: Sequence[Path], tree: Path, timeout: float) -> str:
    """Run tests in a copy of the tree; gives what failed first, or nothing."""
    options = ("-x", "-q", "--no-header", "--tb=no", "-p", "no:cacheprovider")
    environment = {
        **os.environ,
        "HYPOTHESIS_PROFILE": "quick",
        "PYTHONDONTWRITEBYTECODE": "1",  # two mutants of a file have one time and one size
        "PYTHONPATH": str(tree / "src"),
    }
    command = [sys.executable, "-m", "pytest", *options, *map(str, tests)]
    try:
        done = subprocess.run(  # noqa: S603 - pytest, on paths of our own
            command,
            cwd=tree,
            env=environment,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "timeout"
    if done.returncode in (0, NO_TESTS):
        return ""
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return failed[0].split(" - ")[0].partition(" ")[2] if failed else "no test could run"


def fate_of(mutant: Mutant, tree: Path, timeout: float) -> Fate:
    """Put a mutant into a copy of the tree, run its tests, and put the module back."""
    started, path = time.monotonic(), tree / mutant.module
    source = path.read_text(encoding="utf-8")
    path.write_text(mutant.mutation.apply(source), encoding="utf-8")
    try:
        noticed = (run(tests, tree, timeout) for tests in runs_of(mutant.module))
        return Fate(mutant, next(filter(None, noticed), ""), time.monotonic() - started)
    finally:
        path.write_text(source, encoding="utf-8")


def where(mutant: Mutant) -> str:
    """Where a mutant differs, as path:line."""
    before = (ROOT / mutant.module).read_text(encoding="utf-8")[: mutant.mutation.start]
    return f"{mutant.module}:{before.count(chr(10)) + 1}"


def shown(mutant: Mutant) -> str:
    """The lines that a mutant changes, as a diff."""
    source = (ROOT / mutant.module).read_text(encoding="utf-8")
    texts = (source.splitlines(), mutant.mutation.apply(source).splitlines())
    _, _, *lines = unified_diff(*texts, n=0, lineterm="")
    return "\n".join(line for line in lines if not line.startswith("@@"))


def copy(folder: Path) -> Path:
    """A copy of the tree that may be broken."""
    for name in COPIED:
        skipped = shutil.ignore_patterns("__pycache__", ".*")
        shutil.copytree(ROOT / name, folder / name, ignore=skipped)
    for name in ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder)
    return folder


def survey(mutants: Sequence[Mutant], jobs: int, timeout: float) -> Iterator[Fate]:
    """The fate of every mutant, in their order, as soon as it is known.

    Raises:
        SystemExit: a test fails without any mutation.
    """
    with tempfile.TemporaryDirectory(prefix="mutate-") as folder:
        trees: SimpleQueue[Path] = SimpleQueue()
        for number in range(jobs):
            trees.put(copy(Path(folder, str(number))))

        def one(mutant: Mutant) -> Fate:
            tree = trees.get()
            try:
                return fate_of(mutant, tree, timeout)
            finally:
                trees.put(tree)

        runs = {tuple(tests) for mutant in mutants for tests in runs_of(mutant.module)}
        for tests in sorted(runs):
            tree = trees.get()
            if failed := run(tests, tree, timeout):
                raise SystemExit(f"without any mutation: {failed}")
            trees.put(tree)
        with ThreadPoolExecutor(jobs) as pool:
            yield from pool.map(one, mutants)


def main(arguments: Sequence[str] | None = None) -> None:
    """Draw mutants, and print what became of each."""
    parser = ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("room", help="a folder or module of src/onetongue")
    parser.add_argument("-n", type=int, default=20, help="how many mutants (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="draws others (default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    parser.add_argument("--timeout", type=float, default=120, help="seconds that a run may take")
    chosen = parser.parse_args(arguments)
    every = [
        Mutant(module, mutation)
        for module in modules(chosen.room)
        for mutation in mutations((ROOT / module).read_text(encoding="utf-8"))
    ]
    drawn = Random(chosen.seed).sample(every, min(chosen.n, len(every)))  # noqa: S311 - no secret
    survivors = 0
    for fate in survey(drawn, chosen.jobs, chosen.timeout):
        verdict = f"killed by {fate.noticed}" if fate.noticed else "survived"
        print(f"{where(fate.mutant)}: {verdict} ({fate.seconds:.0f} s)", flush=True)
        if not fate.noticed:
            survivors += 1
            print(shown(fate.mutant), flush=True)
    killed = len(drawn) - survivors
    print(f"{killed} of {len(drawn)} killed, drawn from {len(every)} with seed {chosen.seed}")


if __name__ == "__main__":
    main()
