"""The pytest plugin as another project's suite sees it: loaded by its entry point, with a fake engine."""

from __future__ import annotations

import json
import re
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.normalizing import PROSE

if TYPE_CHECKING:
    from _pytest.pytester import RunResult

pytest_plugins = ["pytester"]

STRICT = ("--strict-config", "--strict-markers", "-W", "error")
FRENCH = "Le maire a refusé de répondre à nos questions."
ENGLISH = "The mayor refused to answer our questions."
MIXED = f"{PROSE}\n\n{PROSE} {FRENCH} {PROSE}\n"
MARKED = MIXED.replace(FRENCH, f"⟦fr→en 1: {ENGLISH}⟧")
SEGMENT = {
    "start": MIXED.index(FRENCH),
    "end": MIXED.index(FRENCH) + len(FRENCH),
    "kind": "sentence",
    "text": FRENCH,
}
ENGINE = f"""
import pytest
from support.engine import Engine

@pytest.fixture(scope="session")
def onetongue_engine():
    return Engine({{ {FRENCH!r}: {ENGLISH!r} }})
"""
GOLDEN = "def test_golden(assert_normalizes):\n    assert_normalizes('case')\n"


@pytest.fixture
def suite(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project with a fake engine."""
    pytester.makeconftest(ENGINE)
    return pytester


@pytest.fixture
def case(suite: pytest.Pytester) -> Path:
    """A golden folder that is right, and a test of it."""
    suite.makepyfile(GOLDEN)
    folder = suite.mkdir("case")
    (folder / "input.txt").write_bytes(MIXED.encode())
    (folder / "expected.txt").write_bytes(MARKED.encode())
    (folder / "segments.json").write_text(json.dumps([SEGMENT]), encoding="utf-8")
    return folder


def run(suite: pytest.Pytester, *arguments: str) -> RunResult:
    return suite.runpytest(*STRICT, *arguments)


def test_the_wheel_names_the_plugin() -> None:
    (found,) = {e.value for e in entry_points(group="pytest11") if e.name == "onetongue"}
    assert found == "onetongue_pytest"


def test_loading_it_imports_nothing_else_of_onetongue(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import sys

        def loaded():
            return {name for name in sys.modules if name.startswith("onetongue")}

        def test_before(pytestconfig):
            assert pytestconfig.pluginmanager.has_plugin("onetongue")
            assert loaded() == {"onetongue_pytest"}

        def test_in_use(normalized):
            assert "onetongue.normalizer" in loaded()
        """
    )
    pytester.runpytest_subprocess(*STRICT).assert_outcomes(passed=2)


def test_documents_in_one_language_pass(suite: pytest.Pytester) -> None:
    suite.path.joinpath("clean.txt").write_text(f"{PROSE} A café crème, please.\n")
    suite.makepyfile(
        f"""
        from pathlib import Path

        def test_text(assert_monolingual):
            assert_monolingual({PROSE!r})
            assert_monolingual("")
            assert_monolingual("x" * 10_000)
            assert_monolingual("null \\0")

        def test_file(assert_monolingual):
            assert_monolingual(Path("clean.txt"))

        def test_output(assert_monolingual, normalized):
            assert_monolingual(normalized.normalize({MIXED!r}).text)
        """
    )
    run(suite).assert_outcomes(passed=3)


def test_french_fails_with_place_kind_text_reason_and_diff(suite: pytest.Pytester) -> None:
    suite.mkdir("docs").joinpath("a.txt").write_bytes(MIXED.encode())
    suite.makepyfile(
        f"""
        from pathlib import Path

        def test_file(assert_monolingual):
            assert_monolingual(Path("docs/a.txt"))

        def test_text(assert_monolingual):
            assert_monolingual({MIXED!r})
        """
    )
    result = run(suite)
    result.assert_outcomes(failed=2)
    column = len(PROSE) + 2
    for name in ("docs/a.txt", "text"):
        result.stdout.fnmatch_lines(
            [
                f"E *AssertionError: {name} is not in one language",
                f'E *{name}:3:{column}: fr sentence "{FRENCH}": ?*',
                f"E *--- a/{name}",
                f"E *+++ b/{name}",
                f"E *-{PROSE} {FRENCH}*",
                f"E *+{PROSE} ⟦fr→en 1: {ENGLISH}⟧*",
            ]
        )
    result.stdout.no_fnmatch_line("*onetongue_pytest.py:*")


def test_without_an_engine_it_fails_all_the_same_and_says_how_to_get_one(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ARGOS_PACKAGES_DIR", "XDG_DATA_HOME", "SNAP"):
        monkeypatch.delenv(name, raising=False)
    pytester.makeconftest(
        """
        import pytest
        from onetongue import Options

        @pytest.fixture
        def onetongue_options():
            return Options(engine="argos")  # pytester's home has no package
        """
    )
    pytester.makepyfile(
        f"""
        def test_clean(assert_monolingual):
            assert_monolingual({PROSE!r})

        def test_mixed(assert_monolingual):
            assert_monolingual({MIXED!r})
        """
    )
    result = pytester.runpytest_subprocess(*STRICT)
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        [f'E *text:3:*: fr sentence "{FRENCH}": ?*', "E *no diff: *onetongue models install fr en*"]
    )


def test_the_name_of_a_file_is_not_taken_for_its_text(suite: pytest.Pytester) -> None:
    suite.path.joinpath("a.txt").write_bytes(MIXED.encode())
    suite.makepyfile("def test_it(assert_monolingual):\n    assert_monolingual('a.txt')\n")
    result = run(suite)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["E *TypeError: 'a.txt' is a file; give Path('a.txt')*"])


def test_options_and_engine_are_the_suites_own_in_each_module(suite: pytest.Pytester) -> None:
    other = """
        import pytest, onetongue

        @pytest.fixture
        def onetongue_options():
            return onetongue.Options(markers="none")
        """
    uses = f"""
        from shared import MADE

        def test_it(normalized):
            assert normalized.normalize({MIXED!r}).text == {{}}

        def test_it_is_made_once(normalized):
            assert MADE.setdefault(normalized.options, normalized) is normalized
        """
    bare = MIXED.replace(FRENCH, ENGLISH)
    suite.makepyfile(
        shared="MADE = {}",
        test_a=uses.format(repr(MARKED)),
        test_b=other + uses.format(repr(bare)),
        test_c=uses.format(repr(MARKED)),
    )
    run(suite).assert_outcomes(passed=6)


def test_golden_folder(suite: pytest.Pytester, case: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in case.iterdir()}
    run(suite).assert_outcomes(passed=1)
    result = run(suite, "--onetongue-update")
    result.assert_outcomes(passed=1)
    result.stdout.no_fnmatch_line("*rewrote*")
    assert {path: path.stat().st_mtime_ns for path in case.iterdir()} == before


def test_an_ellipsis_is_any_translation(suite: pytest.Pytester, case: Path) -> None:
    open_ = MIXED.replace(FRENCH, "⟦fr→en 1: …⟧")
    (case / "expected.txt").write_bytes(open_.encode())
    run(suite).assert_outcomes(passed=1)
    (case / "expected.txt").write_bytes(open_.upper().replace("FR→EN", "fr→en").encode())
    run(suite).assert_outcomes(failed=1)
    run(suite, "--onetongue-update").assert_outcomes(passed=1)
    assert (case / "expected.txt").read_bytes() == open_.encode()


@pytest.mark.parametrize(
    ("file", "content", "shown"),
    [
        ("expected.txt", MIXED, [f"*+*⟦fr→en 1: {ENGLISH}⟧*"]),
        ("expected.txt", MARKED.replace("\n", "\r\n"), ["*-*seats.␍", "*+*seats."]),
        ("expected.txt", MARKED.rstrip(), ["*+++ expected.txt (made)"]),
        ("segments.json", "[]", ["*--- segments.json (as it is)", '*+*"kind": "sentence",']),
        ("segments.json", "[", ["*-not JSON: *"]),
        ("provenance.json", "{}", ["*--- provenance.json (as it is)", '*+*"records": ?']),
        ("expected.txt", None, ["*--- expected.txt (missing)"]),
        ("segments.json", None, ["*--- segments.json (missing)"]),
    ],
)
def test_what_differs_is_shown_with_reasons_and_can_be_updated(
    suite: pytest.Pytester, case: Path, file: str, content: str | None, shown: list[str]
) -> None:
    path = case / file
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content.encode())
    result = run(suite)
    result.assert_outcomes(failed=1)
    place = f"case/input.txt:3:{len(PROSE) + 2}: fr sentence"
    result.stdout.fnmatch_lines(
        [
            "E *case/input.txt is not normalized as expected (pytest --onetongue-update *",
            *(f"E {line}" for line in shown),
            f'E *translated {place} "{FRENCH}": ?*',
        ]
    )
    result = run(suite, "--onetongue-update")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["*= onetongue =*", f"rewrote case/{file}"])
    assert (case / "expected.txt").read_bytes() == MARKED.encode()
    assert json.loads((case / "segments.json").read_bytes()) == [SEGMENT]
    run(suite).assert_outcomes(passed=1)


def test_of_a_provenance_time_engine_and_version_may_differ(
    suite: pytest.Pytester, case: Path
) -> None:
    path = case / "provenance.json"
    path.write_text("{}")
    run(suite, "--onetongue-update").assert_outcomes(passed=1)
    account = json.loads(path.read_bytes())
    assert account["engine"]["name"] == "dictionary"
    changed: dict[str, object] = {
        "created": "2001-01-01T00:00:00Z",
        "engine": None,
        "tool": {},
        "digest": "",
    }
    path.write_text(json.dumps(account | changed), encoding="utf-8")
    run(suite).assert_outcomes(passed=1)
    path.write_text(json.dumps(account | {"records": []}), encoding="utf-8")
    run(suite).assert_outcomes(failed=1)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (None, "case: there is no such folder"),
        ([], "case: a golden folder holds one input.*, here is none"),
        (["input.md", "input.txt"], "case: a golden folder holds one input.*, here is input.md, *"),
    ],
)
def test_what_is_no_golden_folder(
    suite: pytest.Pytester, names: list[str] | None, message: str
) -> None:
    suite.makepyfile(GOLDEN)
    for name in names or ():
        suite.path.joinpath("case").mkdir(exist_ok=True)
        suite.path.joinpath("case", name).touch()
    if names == []:
        suite.mkdir("case")
    result = run(suite, "--onetongue-update")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([f"E *{message}"])


def test_the_example_of_the_readme_runs(suite: pytest.Pytester, case: Path) -> None:
    readme = Path(__file__).parents[1].joinpath("README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(from pathlib.*?)```", readme, re.DOTALL)
    suite.makepyfile(example)
    suite.mkdir("docs").joinpath("a.txt").write_text(f"{PROSE}\n", encoding="utf-8")
    case.rename(suite.mkdir("golden") / "a")
    suite.path.joinpath("test_the_example_of_the_readme_runs.py").rename("test_example.py")
    run(suite).assert_outcomes(passed=2)
    suite.path.joinpath("docs", "a.txt").write_text(MIXED, encoding="utf-8")
    suite.path.joinpath("golden", "a", "expected.txt").write_text(MIXED, encoding="utf-8")
    run(suite).assert_outcomes(failed=2)
    run(suite, "--onetongue-update").assert_outcomes(passed=1, failed=1)


def test_the_plugin_can_be_left_out(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        "def test_it(pytestconfig):\n"
        "    assert not pytestconfig.pluginmanager.has_plugin('onetongue')\n"
    )
    without = ("-p", "no:onetongue", *STRICT)
    pytester.runpytest_subprocess(*without).assert_outcomes(passed=1)
    result = pytester.runpytest_subprocess(*without, "--onetongue-update")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
