"""A translation memory: what engines and people made of a text, kept in one SQLite file.

Responsible for: entries, finding them again, and whose translation comes first.
Not responsible for: exchange with other tools (`tmx`), or when a translation is asked for (`translate.oracle`).

A text is found by its *key*: the text in NFC, every run of white space (no-break and narrow
no-break spaces too) made one space, none at the ends. Case and punctuation count. A pair of
languages holds one entry a key for people and one for each engine, so a correction stands beside
what it corrects.
"""

from __future__ import annotations

import os
import sqlite3
import unicodedata
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING, Literal, NamedTuple

from onetongue.clock import timestamp
from onetongue.errors import InputError
from onetongue.terms.entry import MAX_USES, Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_APPLICATION_ID = 0x316F7A54  # any number that no other program uses
_SCHEMA_VERSION = 1
_PATIENCE = 60.0  # seconds; a process that imports a million entries writes for about 20
_PAGE = 1000  # entries read at a time, so that no reader holds up the writers

_IDENTITY = "source_language, target_language, key, engine"
_ORIGIN = "CASE engine WHEN '' THEN 'human' ELSE 'engine' END"
_COLUMNS = (
    f"source, target, source_language, target_language, engine, {_ORIGIN}, "
    "confidence, document, created, uses"
)
# The primary key is the table itself: every search below goes down one tree.
_CREATE = f"""
CREATE TABLE IF NOT EXISTS entry (
    source TEXT NOT NULL, target TEXT NOT NULL,
    source_language TEXT NOT NULL, target_language TEXT NOT NULL, engine TEXT NOT NULL,
    confidence REAL NOT NULL, document TEXT NOT NULL, created TEXT NOT NULL,
    uses INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY ({_IDENTITY})
) WITHOUT ROWID
"""
_ADD = f"""
INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT ({_IDENTITY}) DO UPDATE SET
    source = excluded.source, target = excluded.target, confidence = excluded.confidence,
    document = excluded.document, created = excluded.created, uses = max(uses, excluded.uses)
"""  # noqa: S608 - here and below: only constants are put in
# People's engine is '', which sorts before every other.
_FIND = f"""
SELECT {_COLUMNS} FROM entry
WHERE source_language = ? AND target_language = ? AND key = ? AND engine IN ('', ?)
ORDER BY engine LIMIT 1
"""  # noqa: S608
_COUNT = f"""
UPDATE entry SET uses = min(uses + 1, {MAX_USES})
WHERE source_language = ? AND target_language = ? AND key = ? AND engine = ?
"""  # noqa: S608
_LIST = f"""
SELECT key, {_COLUMNS} FROM entry
WHERE ({_IDENTITY}) > (?, ?, ?, ?) ORDER BY {_IDENTITY} LIMIT {_PAGE}
"""  # noqa: S608
_STATS = f"""
SELECT source_language, target_language, {_ORIGIN}, count(*), sum(uses)
FROM entry GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""  # noqa: S608
_ADVICE = {
    "BUSY": "another process is writing to it; try again",
    "CANTOPEN": "name a file in a folder that exists and may be written to",
    "CORRUPT": "it is damaged; restore a copy, or delete it to start anew",
    "FULL": "make room on the disk",
    "NOTADB": "it is no translation memory; name another file",
    "READONLY": "make the file and its folder writable",
}


class Tally(NamedTuple):
    """How many entries there are of a kind, and how often they were found."""

    source_language: str
    target_language: str
    origin: str
    entries: int
    uses: int


class Memory:
    """The entries in the file at `path`, which is made if it is not there.

    Threads may share a memory and processes its file: each waits for the others. A memory opened
    before a fork is of no use after it. No file stays open after `close` or the `with` block.

    Making one and every method raise `InputError`, with the path and what to do, where the file is
    damaged, no translation memory, of a newer version, busy for a minute, or closed.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, Memory(folder + "/m.db") as memory:
    ...     memory.add([Entry("Vue du Vieux-Port", "View of the Old Port", "fr", "en")])
    ...     found = memory.find(["Vue du  Vieux-Port"], source="fr", target="en", engine="any")
    ...     found["Vue du  Vieux-Port"].target
    'View of the Old Port'
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = os.path.abspath(path)  # noqa: PTH100 - no file behind a link is meant
        self._lock = RLock()
        self._process = os.getpid()
        with self._explained():
            self._connection = self._connect()

    def find(
        self, texts: Iterable[str], *, source: str, target: str, engine: str
    ) -> dict[str, Entry]:
        """Find the best entry for each of `texts`: a person's, else one of this very `engine`.

        The keys are the texts as given, in their order, without those that have no entry; `uses`
        is what it was before. Each text found counts as one use. With `engine` "" only people's
        entries are found.
        """
        keys = {text: _key(text) for text in texts if _is_writable(text)}
        found: dict[str, Entry] = {}
        with self._transaction("DEFERRED") as connection:
            for text, key in keys.items():  # as fast as one statement for many: 7 µs each
                row = connection.execute(_FIND, (source, target, key, engine)).fetchone()
                if row:
                    found[text] = Entry(*row)
        if found:
            with self._transaction("IMMEDIATE") as connection:
                connection.executemany(
                    _COUNT, ((source, target, keys[text], e.engine) for text, e in found.items())
                )
        return found

    def add(self, entries: Iterable[Entry]) -> None:
        """Add `entries`, all or, on any error, none.

        An entry replaces the one of the same key, languages and engine, or of any person; the
        higher count of uses stays. Left out is what could not be found or exchanged: a blank
        source or translation, or a lone surrogate in one. Others wait until all are added.
        """
        now = timestamp()
        with self._transaction("IMMEDIATE") as connection:
            connection.executemany(_ADD, (_row(e, now) for e in entries if _is_worth_keeping(e)))

    def entries(self) -> Iterator[Entry]:
        """All entries by languages, key and engine, people's first, however they were added.

        What others add meanwhile may or may not be among them.
        """
        last = ("", "", "", "")
        while True:
            with self._session() as connection:
                rows = connection.execute(_LIST, last).fetchall()
            for key, *values in rows:
                entry = Entry(*values)
                last = (entry.source_language, entry.target_language, key, entry.engine)
                yield entry
            if len(rows) < _PAGE:
                return

    def stats(self) -> tuple[Tally, ...]:
        """Count entries and uses for each pair of languages and each origin, in that order."""
        with self._session() as connection:
            return tuple(Tally(*row) for row in connection.execute(_STATS))

    def close(self) -> None:
        """Close the file. Closing twice is no error."""
        with self._session() as connection:
            connection.close()

    def __enter__(self) -> Memory:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        """Check whose file this is before anything is written to it."""
        application, version, objects = connection.execute(
            "SELECT * FROM pragma_application_id, pragma_user_version,"
            " (SELECT count(*) FROM sqlite_master)"
        ).fetchone()
        if (application, version, objects) == (0, 0, 0):
            _create(connection)
        elif application != _APPLICATION_ID:
            raise InputError(f"{self._path}: it is no translation memory; name another file")
        elif version > _SCHEMA_VERSION:
            raise InputError(
                f"{self._path}: a translation memory of version {version}, made by a newer "
                f"onetongue; update onetongue, or export it there and import it here"
            )
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")  # a power cut may lose the latest entries

    @contextmanager
    def _session(self) -> Iterator[sqlite3.Connection]:
        """The connection, for this thread alone."""
        if (
            os.getpid() != self._process
        ):  # SQLite's locks do not survive a fork, its files might not
            raise InputError(f"{self._path}: opened before a fork; open it in each process")
        with self._lock, self._explained():
            yield self._connection

    @contextmanager
    def _transaction(self, kind: Literal["DEFERRED", "IMMEDIATE"]) -> Iterator[sqlite3.Connection]:
        """The connection in a transaction; one that writes is IMMEDIATE, or it could not wait."""
        with self._session() as connection:
            connection.execute(f"BEGIN {kind}")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.rollback()
                raise

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as err:
            kind = getattr(err, "sqlite_errorname", "").removeprefix("SQLITE_").split("_")[0]
            advice = f"; {_ADVICE[kind]}" if kind in _ADVICE else ""
            raise InputError(f"{self._path}: {str(err).rstrip('.')}{advice}") from err


def _create(connection: sqlite3.Connection) -> None:
    """Make the table; another process may be doing the same."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(_CREATE)
    connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {_SCHEMA_VERSION}")
    connection.execute("COMMIT")


def _key(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _is_writable(text: str) -> bool:
    """Whether UTF-8 has all its characters: it has no lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_worth_keeping(entry: Entry) -> bool:
    both = (entry.source, entry.target)
    return all(text.strip() and _is_writable(text) for text in both)


def _row(entry: Entry, now: str) -> tuple[object, ...]:
    document = entry.document.encode("utf-8", "backslashreplace").decode()  # a name of any bytes
    languages = (entry.source_language, entry.target_language)
    made = (entry.engine, entry.confidence, document, entry.created or now, entry.uses)
    return (entry.source, entry.target, *languages, *made, _key(entry.source))
