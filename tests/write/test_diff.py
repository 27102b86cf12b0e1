"""The diff, read as a person and applied by the program it is for."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from onetongue.account import NormalizedDocument
from onetongue.document import Markers
from onetongue.errors import InputError
from onetongue.write import encode_text, unified_diff

Normalize = Callable[..., NormalizedDocument]
PATCH = shutil.which("patch")
needs_patch = pytest.mark.skipif(PATCH is None, reason="the program `patch` is not installed")


def patched(folder: Path, result: NormalizedDocument, diff: str) -> str:
    """Give what `patch` makes of the source."""
    file = folder / "document"
    file.write_bytes(encode_text(result.source.text, "utf-8"))
    subprocess.run(
        [str(PATCH), "--batch", "--quiet", str(file)],
        input=encode_text(diff, "utf-8"),
        check=True,
        capture_output=True,
        env={**os.environ, "LC_ALL": "C"},
    )
    assert [path.name for path in folder.iterdir()] == ["document"]  # no .orig: no fuzz was needed
    return file.read_bytes().decode("utf-8", "surrogatepass")


def test_a_hunk_is_what_one_expects(normalize: Normalize) -> None:
    result = normalize("1\n2\n3\n4\nOh {Merci|Thanks}.\n6\n7\n8\n9\n", "none")
    assert result.diff() == (
        "--- a/article.txt\n+++ b/article.txt\n@@ -2,7 +2,7 @@\n"
        " 2\n 3\n 4\n-Oh Merci.\n+Oh Thanks.\n 6\n 7\n 8\n"
    )
    assert result.diff(context=0).endswith("@@ -5 +5 @@\n-Oh Merci.\n+Oh Thanks.\n")


def test_changed_lines_that_touch_stay_in_turn(normalize: Normalize) -> None:
    result = normalize("{oui|yes}\n{non|no}\n", "none")
    assert result.diff().endswith("@@ -1,2 +1,2 @@\n-oui\n+yes\n-non\n+no\n")


def test_nothing_changed_is_no_diff(normalize: Normalize) -> None:
    assert normalize("English.").diff() == ""
    assert normalize("{oui|oui}", "none").diff() == ""


@pytest.mark.parametrize(("lines", "hunks"), [(0, 1), (5, 1), (6, 1), (7, 2)])
def test_contexts_that_touch_are_one_hunk(normalize: Normalize, lines: int, hunks: int) -> None:
    gold = "{oui|yes}\n" + "x\n" * lines + "{non|no}\n"
    assert normalize(gold, "none").diff().count("@@ -") == hunks


GOLD = [
    "{oui|yes}",
    "{oui|yes}\n",
    "a\n{oui|yes}",
    "a\r\n{oui|yes}\r\nb\r\n",
    "a\n{oui|yes} {non|no} {oui\nnon|yes} {oui|yes\nno}\nb\n",
    "{a\nb\nc\nd|one line}\ne",
    "{one line|a\nb\nc}\nd\n",
    "{oui\n|yes}{non|no}",
    "{oui\n|yes}",
    "{oui\n|yes\n}",
    "{oui\n|yes\n}b\n{oui\n|yes\n}",
    "1\n2\n{oui|yes}\n" + "x\n" * 6 + "{oui|yes}\n" + "x\n" * 7 + "{oui|yes}\n1\n2\n3\n4",
    "a\x0c\x85\u2028{oui|yes}\x0b\x1c\u2029b\r{oui|yes}\rc",
    "\ufeff{oui|yes}\n--- a\n+++ b\n@@ -1 +1 @@\n{- x|-- y}\n",
    "\\ No newline at end of file\n{oui|yes}",
    "{same\nold\nsame|same\nnew\nsame}\n",
    "\n\n{oui|yes}\n\n",
]


@needs_patch
@pytest.mark.parametrize("context", [0, 1, 3, 100])
@pytest.mark.parametrize("markers", ["bracket", "footnote", "none"])
@pytest.mark.parametrize("gold", GOLD)
def test_patch_gives_the_output(
    normalize: Normalize, gold: str, markers: Markers, context: int, tmp_path: Path
) -> None:
    result = normalize(gold, markers)
    assert patched(tmp_path, result, result.diff(context)) == result.text


def test_lines_a_record_spans_but_does_not_change_are_no_changes(normalize: Normalize) -> None:
    result = normalize("{same\nold\nsame|same\nnew\nsame}\n", "none")
    assert result.diff(context=0).endswith("@@ -2 +2 @@\n-old\n+new\n")


@needs_patch
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.from_type(NormalizedDocument), st.integers(0, 4))
def test_patch_gives_the_output_on_arbitrary_text(
    tmp_path_factory: pytest.TempPathFactory, result: NormalizedDocument, context: int
) -> None:
    assume(result.changed)
    folder = tmp_path_factory.mktemp("patch")
    diff = unified_diff(result.source.text, result.text, result.records, context=context)
    assert patched(folder, result, diff) == result.text


@needs_patch
@pytest.mark.parametrize("name", ["plain.txt", "with space.txt", "été.txt", 'quo"te\\.txt', "a\tb"])
def test_patch_finds_the_file_by_the_name_in_the_header(
    normalize: Normalize, name: str, tmp_path: Path
) -> None:
    result = normalize("Oh {Merci|Thanks}.\n", name=name)
    (tmp_path / name).write_bytes(result.source.text.encode())
    diff = result.diff().encode()
    subprocess.run([str(PATCH), "-p1", "--batch", "-s"], input=diff, check=True, cwd=tmp_path)
    assert (tmp_path / name).read_bytes() == result.encode()


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("", "--- a/document\n+++ b/document\n"),
        ("/tmp/x.txt", "--- a/tmp/x.txt\n+++ b/tmp/x.txt\n"),  # noqa: S108 — a name, not a file
        ("a\nb", '--- "a/a\\012b"\n+++ "b/a\\012b"\n'),
    ],
)
def test_header(normalize: Normalize, name: str, header: str) -> None:
    assert normalize("{oui|yes}", name=name).diff().startswith(header)


def test_negative_context_is_refused(normalize: Normalize) -> None:
    with pytest.raises(InputError, match="context"):
        normalize("{oui|yes}").diff(context=-1)


def test_many_records_on_one_long_line(normalize: Normalize) -> None:
    result = normalize("{oui|yes} and " * 2000)
    assert result.diff().count("\n") == 3 + 2 + 2  # header and range, two lines without newline
