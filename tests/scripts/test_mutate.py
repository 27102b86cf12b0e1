"""What a source is broken into, and which tests must notice."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_spec = importlib.util.spec_from_file_location("mutate", ROOT / "scripts" / "mutate.py")
assert _spec
assert _spec.loader
mutate = sys.modules["mutate"] = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(mutate)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "x = y\n",
        '"""1 < 2 and not True."""\n',
        "x = 'a == b'  # 1 < 2\n",
        "def f() -> int: ...\n",
        "if TYPE_CHECKING:\n    import x\n",
    ],
)
def test_nothing_to_break(source: str) -> None:
    assert mutate.mutations(source) == ()


@pytest.mark.parametrize(
    ("source", "broken"),
    [
        ("a < b", ["a >= b"]),
        ("a != b", ["a == b"]),
        ("n = 0", ["n = -1", "n = 1"]),
        ("n = 0.5", ["n = -0.5", "n = 1.5"]),
        ("a and b", ["True and b", "a or b", "a and True"]),
        ("a or b", ["False or b", "a and b", "a or False"]),
        ("not a", [" a"]),
        ("a not in b", ["a  in b"]),
        ("x = True", ["x = False"]),
        ("a + b", ["a - b"]),
        ("if a:\n    b\n", ["if False:\n    b\n", "if True:\n    b\n"]),
        ("é = [b for b in c if d(\n  b)]\n", ["é = [b for b in c if False]\n", "é = [b for b in c if True]\n"]),
        ("'\u2028'; é = 'é' if a else c", ["'\u2028'; é = 'é' if False else c", "'\u2028'; é = 'é' if True else c"]),
    ],
)  # fmt: skip
def test_every_way_to_break_it(source: str, broken: list[str]) -> None:
    assert [one.apply(source) for one in mutate.mutations(source)] == broken


def test_every_mutant_of_the_package_is_python() -> None:
    for module in mutate.modules("clock"):
        source = (ROOT / module).read_text(encoding="utf-8")
        broken = [one.apply(source) for one in mutate.mutations(source)]
        assert broken
        assert source not in broken
        for text in broken:
            compile(text, module, "exec")


def test_the_modules_own_tests_come_before_those_of_the_room() -> None:
    module = Path("src/onetongue/translate/stutter.py")
    own = Path("tests/translate/test_stutter.py")
    assert mutate.runs_of(module) == [[module, own], [Path("tests/translate")]]
    alone = Path("src/onetongue/__main__.py")
    assert mutate.runs_of(alone) == [[alone]]


def test_a_room_that_is_not_there() -> None:
    with pytest.raises(SystemExit, match="cellar: no such room"):
        mutate.modules("cellar")
