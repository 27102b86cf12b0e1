"""Imports flow one way, for type checkers too: a room knows only those before it."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import onetongue

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = Path(onetongue.__file__).parent
# Each knows those before it, of those on its own line none. docs/architecture.md says why.
ROOMS = (
    ("characters", "errors", "excerpt", "intervals", "option", "version"),
    ("clock", "lines", "offline", "prose", "untrusted_xml"),
    ("document",),
    ("config", "language"),
    ("formats", "engines", "names"),
    ("detect", "terms", "write"),
    ("account", "translate"),
    ("markup",),
    ("draft", "review"),
    ("rounds",),
    ("normalizer",),
    ("onetongue",),  # the public names
    ("cli",),
    ("__main__",),
)
FLOORS = {room: floor for floor, rooms in enumerate(ROOMS) for room in rooms}


def modules() -> dict[str, Path]:
    found = {}
    for path in SOURCE.rglob("*.py"):
        parts = ("onetongue", *path.relative_to(SOURCE).with_suffix("").parts)
        found[".".join(parts).removesuffix(".__init__")] = path
    return found


MODULES = modules()


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else "onetongue"


def imports(module: str) -> Iterator[str]:
    """Our own modules that one names anywhere, inside functions and for type checkers too."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module in MODULES:
            for name in node.names:
                full = f"{node.module}.{name.name}"
                yield full if full in MODULES else node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name in MODULES)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_room_knows_only_those_before_it(module: str) -> None:
    mine = FLOORS[room_of(module)]
    others = {room_of(one) for one in imports(module)} - {room_of(module)}
    assert {room for room in others if FLOORS[room] >= mine} == set()


def test_no_module_knows_itself_by_way_of_others() -> None:
    graph = {module: set(imports(module)) - {module} for module in MODULES}
    for module in MODULES:  # a package names its modules, who name each other, not it
        graph[module] -= {module.rsplit(".", 1)[0]}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_one_name_is_one_thing() -> None:
    """Classes and type aliases that whoever works here may import: each name is defined once."""
    homes: dict[str, list[str]] = {}
    for module, path in MODULES.items():
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name, []).append(module)
            if isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias":
                homes.setdefault(ast.unparse(node.target), []).append(module)
    public = {name: found for name, found in homes.items() if not name.startswith("_")}
    assert {name: found for name, found in public.items() if len(found) > 1} == {}


def test_no_public_name_hides_a_module() -> None:
    """Else what `from onetongue.room import name` gives depends on what was imported before."""
    for package, path in MODULES.items():
        if path.name == "__init__.py" and package != "onetongue":  # which sees to `detect` itself
            tree = ast.parse(path.read_text(encoding="utf-8"))
            names = {
                name.asname or name.name
                for node in tree.body
                if isinstance(node, ast.ImportFrom)
                for name in node.names
            }
            assert {name for name in names if f"{package}.{name}" in MODULES} == set()
