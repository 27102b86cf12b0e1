"""Processes that end together: when they are told to, and whenever the process ends that started them.

Responsible for: starting processes in one group, and killing that group with all they started.
Not responsible for: what they read and write (`pipeline`, `apertium_mode`).
"""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from subprocess import DEVNULL, PIPE, Popen
from typing import IO, TYPE_CHECKING, Final
from weakref import finalize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

IS_POSIX: Final = os.name == "posix"  # elsewhere are no groups: each process is killed by itself
# Leads the group and waits for the end of its input, which only we hold open. However we end, the
# system closes it, and the group is killed: a process that hangs would not see its own input end.
_GUARD: Final = ("/bin/sh", "-c", "read -r _; kill -9 0")


class ProcessGroup:
    """Starts processes and kills them all at `end`, when it is no longer used, or when we are gone.

    Raises:
        OSError: the group cannot be started.
    """

    def __init__(self) -> None:
        self._started: list[Popen[bytes]] = []
        self._files: list[IO[bytes]] = []
        self._ending = finalize(self, _end, os.getpid(), self._started, self._files)
        self._leader: int | None = None
        if IS_POSIX:
            guard = Popen(  # noqa: S603 -- a fixed program
                _GUARD, stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL, process_group=0
            )
            self._started.append(guard)
            self._leader = guard.pid

    def start(
        self,
        command: Sequence[str],
        *,
        stdin: int | IO[bytes],
        stderr: int | IO[bytes],
        environment: Mapping[str, str] | None = None,
    ) -> Popen[bytes]:
        """Start a process whose standard output is a pipe; all pipes are unbuffered.

        Raises:
            OSError: it cannot be run.
        """
        process = Popen(  # noqa: S603 -- programs of the caller; text goes through their input only
            command,
            bufsize=0,
            stdin=stdin,
            stdout=PIPE,
            stderr=stderr,
            env=environment,
            process_group=self._leader,
        )
        self._started.append(process)
        return process

    def pipe(self) -> tuple[IO[bytes], IO[bytes]]:
        """A pipe, its reading end first; both ends are closed at `end` at the latest."""
        reading, writing = os.pipe()
        self._files += [os.fdopen(reading, "rb", 0), os.fdopen(writing, "wb", 0)]
        return self._files[-2], self._files[-1]

    def end(self) -> None:
        """Kill what still runs, wait for it and close all pipes. Twice is no error.

        In a child that was forked, where the group is the parent's, only close our copies.
        """
        self._ending()

    def __enter__(self) -> ProcessGroup:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()


def _end(owner: int, started: Sequence[Popen[bytes]], files: Sequence[IO[bytes]]) -> None:
    if os.getpid() == owner:
        _kill(started)
    for process in started:
        if os.getpid() == owner:
            process.wait()
        else:
            process.returncode = 0  # nothing that a child could wait for
    pipes = [pipe for one in started for pipe in (one.stdin, one.stdout, one.stderr) if pipe]
    for file in [*pipes, *files]:
        with suppress(OSError):  # what nobody reads any more
            file.close()


def _kill(started: Sequence[Popen[bytes]]) -> None:
    if not IS_POSIX:
        for process in started:
            process.kill()
    elif started:  # not waited for yet, so that its number is nobody else's
        with suppress(ProcessLookupError, PermissionError):  # all are gone, as Linux and macOS say
            os.killpg(started[0].pid, signal.SIGKILL)
