"""A package as it is published: its archive, and a server to get it from."""

from __future__ import annotations

import hashlib
import threading
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Answer:
    """What the server says: with fewer bytes than it promised, or not before it is stopped."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    promised: int | None = None
    is_late: bool = False


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {}
        self.stopped = threading.Event()

    def put(self, path: str, answer: Answer) -> str:
        """Answer so at `path`; gives the address."""
        self.answers[path] = answer
        return f"http://127.0.0.1:{self.server_port}{path}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        answer = self.server.answers.get(self.path, Answer(b"?", status=404))
        if answer.is_late:
            self.server.stopped.wait()
            return
        self.send_response(answer.status)
        length = len(answer.body) if answer.promised is None else answer.promised
        if length >= 0:
            self.send_header("Content-Length", str(length))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving() -> Iterator[Server]:
    """A server on this machine, stopped at the end."""
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield running
        finally:
            running.stopped.set()
            running.shutdown()
            thread.join()


def pack(folder: Path, path: Path, **more: str) -> Path:
    """Pack the package `folder`, and `more` files in it, as Argos packs its own."""
    with zipfile.ZipFile(path, "w") as file:
        for member in sorted(folder.rglob("*")):
            file.write(member, Path("packaged_model") / member.relative_to(folder))
        for name, content in more.items():
            file.writestr(f"packaged_model/{name}", content, zipfile.ZIP_DEFLATED)
    return path


def listing(folder: Path) -> list[str]:
    """All that is below `folder`."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def checksum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
