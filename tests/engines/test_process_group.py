"""Processes of a group end together, however the process that started them ends."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from subprocess import DEVNULL
from typing import TYPE_CHECKING

import pytest
from support.command import python
from support.processes import all_end, noted, numbers, running, starts

from onetongue.engines.process_group import ProcessGroup

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="process groups are POSIX's")

HANGING = "sleep 600"
DEAF = "trap '' TERM INT HUP; sleep 600 & wait"
WITH_CHILDREN = "sleep 600 & echo > {folder}/$!; wait"  # notes its child as well


def start(group: ProcessGroup, folder: Path, script: str) -> None:
    command = noted(folder, script.format(folder=folder))
    group.start(command, stdin=DEVNULL, stderr=DEVNULL)


@pytest.mark.parametrize(("script", "count"), [(HANGING, 1), (DEAF, 1), (WITH_CHILDREN, 2)])
def test_all_end_when_told_to(script: str, count: int, tmp_path: Path) -> None:
    group = ProcessGroup()
    start(group, tmp_path, script)
    start(group, tmp_path, HANGING)
    assert starts(tmp_path, count + 1)
    assert len(running(tmp_path)) == count + 1
    group.end()
    group.end()
    assert all_end(tmp_path)


def test_none_is_left_for_others_to_wait_for(tmp_path: Path) -> None:
    with ProcessGroup() as group:
        start(group, tmp_path, HANGING)
        start(group, tmp_path, "true")
        assert starts(tmp_path, 2)
    for number in numbers(tmp_path):
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


def test_all_end_when_the_group_is_no_longer_used(tmp_path: Path) -> None:
    group = ProcessGroup()
    start(group, tmp_path, HANGING)
    assert starts(tmp_path, 1)
    del group
    gc.collect()
    assert all_end(tmp_path)


def test_a_group_of_which_all_have_ended(tmp_path: Path) -> None:
    group = ProcessGroup()
    start(group, tmp_path, "true")
    assert starts(tmp_path, 1)
    assert all_end(tmp_path)
    start(group, tmp_path, HANGING)
    assert starts(tmp_path, 2)
    group.end()
    assert all_end(tmp_path)


def test_what_cannot_be_started(tmp_path: Path) -> None:
    with ProcessGroup() as group:
        start(group, tmp_path, HANGING)
        assert starts(tmp_path, 1)
        with pytest.raises(FileNotFoundError):
            group.start([str(tmp_path / "absent")], stdin=DEVNULL, stderr=DEVNULL)
    assert all_end(tmp_path)


OURS = """
import os, sys, time
sys.path.insert(0, {tests!r})
from pathlib import Path
from subprocess import DEVNULL
from support.processes import noted, starts
from onetongue.engines.process_group import ProcessGroup
folder = Path(sys.argv[1])
group = ProcessGroup()
group.start(noted(folder, {script!r}), stdin=DEVNULL, stderr=DEVNULL)
assert starts(folder, {count})
{then}
"""
TESTS = os.path.dirname(os.path.dirname(__file__))  # noqa: PTH120 -- put into code as a string


def ours(folder: Path, then: str, script: str = WITH_CHILDREN, count: int = 2) -> str:
    return OURS.format(tests=TESTS, script=script.format(folder=folder), count=count, then=then)


@pytest.mark.parametrize(
    ("then", "code"), [("pass", 0), ("sys.exit(3)", 3), ("1 / 0", 1), ("os._exit(4)", 4)]
)
def test_all_end_with_us(then: str, code: int, tmp_path: Path) -> None:
    assert python(ours(tmp_path, then), str(tmp_path)).code == code
    assert all_end(tmp_path)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize(("script", "count"), [(DEAF, 1), (WITH_CHILDREN, 2)])
def test_all_end_with_us_when_we_are_killed(
    number: signal.Signals, script: str, count: int, tmp_path: Path
) -> None:
    code = ours(tmp_path, "time.sleep(600)", script, count)
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stderr=DEVNULL) as process:
        assert starts(tmp_path, count)
        process.send_signal(number)
        assert process.wait(20) != 0
    assert all_end(tmp_path)


@pytest.mark.parametrize(
    "does", ["group.end(); group.end(); sys.exit()", "del group; sys.exit()", "sys.exit()"]
)
def test_a_forked_child_leaves_the_group_to_its_parent(does: str, tmp_path: Path) -> None:
    then = f"""
child = os.fork()
if child == 0:
    {does}
assert os.waitpid(child, 0)[1] == 0
from support.processes import running
assert len(running(folder)) == 2
"""
    assert python(ours(tmp_path, then), str(tmp_path)).err == ""
    assert all_end(tmp_path)
