"""No socket while normalizing, and proof of it on every run.

Responsible for: refusing, in the calling thread, every socket that Python code tries to make
inside `offline()`.
Not responsible for: sockets of other threads, which are their owners' business.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING

from onetongue.errors import IntegrityError

if TYPE_CHECKING:
    from collections.abc import Iterator

_is_offline: ContextVar[bool] = ContextVar("onetongue_is_offline", default=False)


def _refuse_sockets(event: str, _: object) -> None:
    if event.startswith("socket.") and _is_offline.get():
        raise IntegrityError(f"something tried to use the network while normalizing ({event})")


@cache
def _install() -> None:
    sys.addaudithook(_refuse_sockets)  # for good: Python has no way to take one out


@contextmanager
def offline() -> Iterator[None]:
    """Refuse sockets in this thread until the block ends.

    Raises:
        IntegrityError: out of the call that tried to make or use a socket.
    """
    _install()
    token = _is_offline.set(True)
    try:
        yield
    finally:
        _is_offline.reset(token)
