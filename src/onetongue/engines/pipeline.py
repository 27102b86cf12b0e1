"""Programs in a row that are kept alive and answer one text after the other.

Responsible for: starting them, one question at a time, and starting them anew when they die, hang or
answer something else.
Not responsible for: which programs, and what a text is (`apertium_mode`). All that is known here of
Apertium's stream format: every program passes a NUL on at once, and what stands in [brackets]
unchanged.
"""

from __future__ import annotations

import os
from contextlib import ExitStack, suppress
from functools import cache
from selectors import EVENT_READ, EVENT_WRITE, DefaultSelector
from subprocess import PIPE
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Final
from weakref import WeakSet

from onetongue.engines.process_group import ProcessGroup
from onetongue.errors import TranslationError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from selectors import SelectorKey
    from subprocess import Popen

_PIECE: Final = 65536  # bytes; as many as a pipe of Linux holds
_LAST_WORDS: Final = 500  # bytes of what the programs said on standard error


class Pipeline:
    """Programs in a row, started at the first question and kept until `close`.

    Threads may share one: each waits for the answer to the question before. After a fork the child
    starts programs of its own. `name` is what messages call it. POSIX only.
    """

    def __init__(
        self, name: str, commands: Sequence[Sequence[str]], environment: Mapping[str, str]
    ) -> None:
        self._name = name
        self._commands = commands
        self._environment = environment
        self._lock = Lock()
        self._running: _Running | None = None
        _forget_after_forks()
        _PIPELINES.add(self)

    def ask(self, text: bytes, timeout: float) -> bytes:
        """Give `text`, without a NUL in it, to the first program and return what the last makes of it.

        Where no answer comes in `timeout` seconds, or a wrong one, the programs are killed and
        asked once more, all of them started anew.

        Raises:
            TranslationError: there was no answer then either, or they cannot be started.
        """
        with self._lock:
            try:
                return self._answer(text, timeout)
            except _Irregular:
                pass
            try:
                return self._answer(text, timeout)
            except _Irregular as err:
                raise TranslationError(f"{self._name}: {err}") from err

    def close(self) -> None:
        """End the programs, after the answer they are at; another question starts them again."""
        with self._lock:
            self._stop()

    def forget(self) -> None:
        """After a fork, in the child: leave the programs to the parent."""
        self._lock = Lock()  # the thread that held it may not be here
        self._stop()

    def _answer(self, text: bytes, timeout: float) -> bytes:
        try:
            if self._running is None:
                self._running = _started(self._commands, self._environment)
            return self._running.answer(text, timeout)
        except BaseException:  # an interrupt too: its answer would be taken for the next one's
            self._stop()
            raise

    def _stop(self) -> None:
        if self._running:
            self._running.group.end()
            self._running = None


class _Irregular(Exception):  # noqa: N818 -- never leaves this file
    """What went wrong, and what to do."""


class _Running:
    """Programs that run, each reading what the one before it writes."""

    def __init__(self, group: ProcessGroup) -> None:
        self.group = group
        self._asked = 0
        self._said = b""
        self._unsent = memoryview(b"")

    def start(self, commands: Sequence[Sequence[str]], environment: Mapping[str, str]) -> None:
        """Start the programs. Raises OSError where one cannot be."""
        errors, written = self.group.pipe()
        processes: list[Popen[bytes]] = []
        for command in commands:
            before = processes[-1].stdout if processes else None
            processes.append(
                self.group.start(
                    command, stdin=before or PIPE, stderr=written, environment=environment
                )
            )
            if before:
                before.close()  # or its writer would never learn that the reader died
        written.close()
        ends = (processes[0].stdin, processes[-1].stdout, errors)
        self._input, self._output, self._errors = (end.fileno() for end in ends if end)
        for end in (self._input, self._output, self._errors):
            os.set_blocking(end, False)

    def answer(self, text: bytes, timeout: float) -> bytes:
        """Ask and wait. Raises `_Irregular`, after which the programs are of no use."""
        self._asked += 1
        mark = b"[%d]\0" % self._asked  # comes back behind the answer to this very question
        heard, nulls = bytearray(), 0
        self._unsent = memoryview(text + b"\0" + mark)
        until = monotonic() + timeout
        with DefaultSelector() as selector:
            selector.register(self._input, EVENT_WRITE)
            selector.register(self._output, EVENT_READ)
            selector.register(self._errors, EVENT_READ)
            while nulls < 2:  # noqa: PLR2004 -- the answer's and the mark's
                ready = selector.select(until - monotonic())
                if monotonic() > until:
                    raise _Irregular(f"no answer within {timeout:.1f} s; try again")
                for key, _ in ready:
                    heard += (piece := self._moved(key, selector))
                    nulls += piece.count(0)
        answer = bytes(heard)
        if nulls > 2 or not answer.endswith(b"\0" + mark):  # noqa: PLR2004
            raise self._failed("answered something that was not asked")
        return answer[: -len(mark) - 1]

    def _moved(self, key: SelectorKey, selector: DefaultSelector) -> bytes:
        """Write or read what can be at one of the ends; what was read of the answer."""
        if key.fd == self._input:
            self._write()
            if not self._unsent:
                selector.unregister(key.fd)
            return b""
        piece = os.read(key.fd, _PIECE)
        if key.fd == self._output:
            if not piece:
                raise self._failed("ended without an answer")
            return piece
        if not piece:
            selector.unregister(key.fd)
        self._said = (self._said + piece)[-_LAST_WORDS:]
        return b""

    def _write(self) -> None:
        try:
            self._unsent = self._unsent[os.write(self._input, self._unsent[:_PIECE]) :]
        except BlockingIOError:
            pass
        except BrokenPipeError as err:
            raise self._failed("ended without an answer") from err

    def _failed(self, how: str) -> _Irregular:
        """How the programs failed, with the last that they said of it."""
        with suppress(BlockingIOError):
            self._said = (self._said + os.read(self._errors, _PIECE))[-_LAST_WORDS:]
        reason = " ".join(self._said.decode("utf-8", "replace").split())
        return _Irregular(f"{how} ({reason or 'nor a word why'}); install it again")


def _started(commands: Sequence[Sequence[str]], environment: Mapping[str, str]) -> _Running:
    try:
        with ExitStack() as stack:
            running = _Running(stack.enter_context(ProcessGroup()))
            running.start(commands, environment)
            stack.pop_all()
    except OSError as err:
        raise _Irregular(f"cannot be started ({err}); install it again") from err
    return running


_PIPELINES: Final[WeakSet[Pipeline]] = WeakSet()


@cache
def _forget_after_forks() -> None:
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=_forget)  # for good: it cannot be taken back


def _forget() -> None:
    for pipeline in tuple(_PIPELINES):
        pipeline.forget()
