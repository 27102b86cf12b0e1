from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.command import spawn
from support.engine import Engine

import onetongue as ot
from onetongue.account import provenance_bytes
from onetongue.document import EngineId

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def printed(*command: str) -> str:
    # COLUMNS: help is wrapped to the terminal, and the README was written at 80
    return spawn(*command, folder=ROOT, environment={"COLUMNS": "80", "PATH": ""}).text


@pytest.mark.parametrize(
    "command",
    [("normalize", "--help"), ("normalize", "--check", "fixtures/nagorno-karabakh/input.txt")],
)
def test_shows_what_the_command_prints(command: tuple[str, ...]) -> None:
    shown = printed(*command)
    assert shown
    assert shown in README


SHOWN = dict(re.findall(r"^⟦fr→en\?? ([0-9]+): (.*)⟧$", README, re.MULTILINE))
HEADING = SHOWN["2"]


def as_the_readme_says() -> Engine:
    """An engine that knows the heading of the article; wording differs between processors."""
    return Engine(
        {"Service minimum diplomatique": HEADING},
        lambda _: "Something in English.",
        confidence=0.63,
        id=EngineId("embedded", "1.0", "translate-fr_en-1_0"),
    )


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of the account of the example article."""
    article = (ROOT / "fixtures/nagorno-karabakh/input.txt").read_bytes()
    normalizer = ot.Normalizer(engine=as_the_readme_says())
    result = normalizer.normalize_bytes(article, name="article.txt")
    path = tmp_path_factory.mktemp("readme") / "clean.json"
    path.write_bytes(provenance_bytes(result.provenance()))
    return str(path)


@pytest.mark.parametrize(
    ("export", "heading"),
    [
        ("xliff", "XLIFF 2.1, for"),
        ("tmx", "TMX 1.4b, for"),
        ("annotation", "Web Annotation (JSON-LD), the"),
        ("prov", "PROV-JSON, which"),
    ],
)
def test_shows_what_the_exports_hold(account: str, export: str, heading: str) -> None:
    written = printed("onetongue", "export", account, "--to", export)
    shown = re.search(rf"^{re.escape(heading)}[^\n]*\n\n```\w+\n(.*?)^```$", README, re.M | re.S)
    assert shown
    at = 0  # what is shown stands in the export in this order
    for part in shown[1].split("…\n"):
        assert part in written[at:]
        at = written.index(part, at) + len(part)


def test_the_lines_of_the_example_are_of_the_embedded_model() -> None:
    article = (ROOT / "fixtures/nagorno-karabakh/input.txt").read_text(encoding="utf-8")
    result = ot.Normalizer(ot.Options(engine="embedded")).normalize(article)
    ours = [record.translation for record in result.records]
    assert [str(n) for n in range(1, len(ours) + 1)] == sorted(SHOWN)
    for number, made in enumerate(ours, 1):
        words, shown = (re.findall(r"\w+", text) for text in (made.text, SHOWN[str(number)]))
        # A few words may differ: int8 arithmetic is not the same everywhere.
        assert len({*words} ^ {*shown}) <= len(shown) / 2


def test_names_files_that_exist() -> None:
    for name in ("scripts/run-example", "scripts/run-tests", "fixtures/nagorno-karabakh/input.txt"):
        assert name in README
        assert (ROOT / name).is_file()


def test_the_ci_runs_the_test_command_of_the_readme() -> None:
    assert "sh scripts/run-tests" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "sh scripts/run-tests" in README
