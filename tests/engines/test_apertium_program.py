"""Calls of Apertium end in time, and only what is known is kept alive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.fake_apertium import ROW, FakeApertium, build
from support.processes import all_end

from onetongue.engines.apertium_program import environment, programs, run
from onetongue.errors import TranslationError

if TYPE_CHECKING:
    from pathlib import Path


def test_the_programs_of_a_mode(fake: FakeApertium) -> None:
    assert programs("fr-en") == [
        ["lt-proc", "-z", "un dico.bin"],
        ["apertium-tagger", "-z", "-g", "a|b"],
        ["lt-proc", "-z", "$1", "gen.bin"],
    ]
    assert programs("en-fr") is None
    assert environment()["PATH"].startswith(f"{fake.bin}:")


NOT_KEPT = [
    f"{ROW} | vislcg3 -z",
    f"sed -z s/a/b/ | {ROW}",
    f"{ROW} | lt-proc -z $3",
    f"{ROW} > file",
    f"{ROW} && lt-proc -z -p post.bin",
    f"{ROW} |",
    "lt-proc -z dico.bin | lt-proc -z -g gen.bin",  # writes without asking how
    "lt-proc -z $1 gen.bin",
    f"{ROW} | lt-proc -z $1 gen.bin",
    "lt-proc 'no end",
    "",
]


@pytest.mark.parametrize("row", NOT_KEPT)
def test_what_is_not_kept_alive(row: str, fake: FakeApertium) -> None:
    fake.mode(row)
    assert programs("fr-en") is None


def test_an_apertium_that_does_not_tell_its_programs(fake: FakeApertium) -> None:
    (fake.bin / "apertium-wblank-mode").unlink()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(fake.bin))
        assert programs("fr-en") is None


def test_its_folders_are_where_the_environment_says(
    fake: FakeApertium, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = build(tmp_path / "other")
    monkeypatch.setenv("APERTIUM_DATADIR", str(other.modes.parent))
    monkeypatch.setenv("APERTIUM_PATH", str(other.bin))
    other.mode(ROW.replace("un dico", "deux"), "fr-es")
    assert programs("fr-es")
    assert environment()["PATH"].startswith(f"{other.bin}:")
    assert programs("fr-en") != programs("fr-es")


def test_a_call(fake: FakeApertium) -> None:
    assert run(["-f", "txt", "fr-en"], "été\n" * 100_000, 60) == "été\n" * 100_000
    fake.program("apertium", "echo sorry >&2; exit 4")
    with pytest.raises(TranslationError, match=r"^apertium -l: failed with status 4 \(sorry\)$"):
        run(["-l"], "", 60)
    fake.program("apertium", "exit 5")
    with pytest.raises(TranslationError, match="status 5"):
        run(["-l"], "never read" * 100_000, 60)


@pytest.mark.parametrize("script", ["sleep 600", "sleep 600 & echo > {calls}/$!; wait", "{both}"])
def test_a_call_that_hangs_ends_with_its_children(script: str, fake: FakeApertium) -> None:
    both = f"sleep 600 & echo > {fake.calls}/$!; exit 0"  # the child alone holds the output
    fake.program("apertium", script.format(calls=fake.calls, both=both), fake.calls)
    with pytest.raises(TranslationError, match=r"^apertium -l: no answer within 1 s; try again$"):
        run(["-l"], "", 1.0)
    assert all_end(fake.calls)
