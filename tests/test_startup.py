"""What starting loads, which is what it waits for; `benchmarks/startup` has the times."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import onetongue as ot

ARTICLE = Path(__file__).parents[1] / "fixtures/nagorno-karabakh/input.txt"
STAGES = {
    f"onetongue.{room}"
    for room in "account detect engines formats language markup names review terms translate write".split()
}


def loaded(code: str, *arguments: str) -> set[str]:
    """The modules that are there when `code` has run, whatever it printed before."""
    shown = f"""
import json, sys
try:
    {code}
finally:
    print()
    print(json.dumps(sorted(sys.modules)))
"""
    command = [sys.executable, "-c", shown, *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return set(json.loads(ran.stdout.splitlines()[-1]))


def normalize(*arguments: str) -> set[str]:
    return loaded("import onetongue.cli; onetongue.cli.normalize_main()", *arguments)


def test_importing_the_package_loads_nothing_else_of_it() -> None:
    modules = loaded("import onetongue")
    assert {name for name in modules if name.startswith("onetongue.")} == set()
    assert "importlib.metadata" not in modules
    assert "importlib.metadata" not in normalize("--version")


def test_a_name_brings_its_module_and_not_the_others() -> None:
    modules = loaded("import onetongue; onetongue.Options")
    assert "onetongue.document" in modules
    assert not modules & STAGES


def test_the_stage_does_not_take_the_name_of_the_function() -> None:
    code = (
        "import onetongue.detect.words, onetongue.normalizer, onetongue; from onetongue import detect;"
        "assert callable(detect) and onetongue.detect is detect is onetongue.normalizer.detect;"
        "import this"
    )
    assert "this" in loaded(code), "so what comes before it holds"


def test_the_public_names_are_there_and_no_others() -> None:
    assert {name for name in ot.__all__ if hasattr(ot, name)} == set(ot.__all__)
    assert set(ot.__all__) <= set(dir(ot))
    assert ot.__version__ == version("onetongue")
    with pytest.raises(AttributeError, match="module 'onetongue' has no attribute 'nonsense'"):
        ot.nonsense  # noqa: B018 - asking is what fails


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("--nonsense",)])
def test_what_reads_no_document_loads_no_stage(arguments: tuple[str, ...]) -> None:
    modules = normalize(*arguments)
    assert "onetongue.cli.normalize" in modules
    assert not modules & (STAGES | {"langdetect", "rich", "sqlite3", "onetongue.normalizer"})


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("models", "--help")])
def test_the_tools_load_none_either(arguments: tuple[str, ...]) -> None:
    modules = loaded("import onetongue.cli; onetongue.cli.onetongue_main()", *arguments)
    assert "onetongue.cli.tools" in modules
    assert not modules & (STAGES | {"langdetect", "rich", "sqlite3", "urllib.request"})


def test_a_check_loads_what_detects_and_nothing_that_translates() -> None:
    modules = normalize("--check", "--config=", str(ARTICLE))
    assert {"onetongue.detect", "langdetect"} <= modules
    unused = {"engines", "terms", "translate", "markup", "names", "review", "account"}
    assert not modules & {f"onetongue.{room}" for room in unused}
    assert not modules & {"sqlite3", "urllib.request", "ctranslate2", "markdown_it", "rich"}
    assert "onetongue.detect.halves" in modules
    assert "onetongue.language.lexicon" not in modules, "no line is in two languages"
    assert not modules & {"identify", "onetongue.formats.unread_kinds"}, "the suffix says it all"
