"""Offline: sockets are left alone outside the block, and refused inside."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest

from onetongue.errors import IntegrityError
from onetongue.offline import offline


def connect() -> None:
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()


def test_sockets_outside_the_block_are_left_alone() -> None:
    connect()
    with offline():
        assert Path(__file__).read_text(encoding="utf-8").startswith('"""Offline')  # no socket
    connect()


def test_other_threads_are_left_alone() -> None:
    done = threading.Event()

    def elsewhere() -> None:
        connect()
        done.set()

    with offline():
        thread = threading.Thread(target=elsewhere)
        thread.start()
        thread.join()
    assert done.is_set()


@pytest.mark.parametrize(
    "call", [connect, lambda: socket.getaddrinfo("127.0.0.1", 80), socket.gethostname]
)
def test_sockets_are_refused(call: object) -> None:
    assert callable(call)
    with offline(), pytest.raises(IntegrityError, match=r"use the network .*\(socket\."):
        call()


def test_blocks_within_blocks_and_after_errors() -> None:
    with offline():
        with offline():
            pass
        with pytest.raises(IntegrityError):
            connect()
    with pytest.raises(KeyError), offline():
        raise KeyError
    connect()
