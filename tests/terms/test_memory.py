"""A memory gives back what it was given, to whoever asks, and people come first."""

from __future__ import annotations

import multiprocessing
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from support import memory_writer

from onetongue.errors import InputError
from onetongue.terms.entry import MAX_USES, Entry
from onetongue.terms.memory import Memory, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ENGINE = "argos 1.9"
MACHINE = Entry("le chat", "the cat", "fr", "en", ENGINE, "engine", 0.8, "a.md")
PERSON = Entry("le chat", "the tomcat", "fr", "en")
EPOCH = "1795451400"
WHEN = "2026-11-23T16:30:00Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "memory.db"


@pytest.fixture
def memory(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Memory]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    with Memory(path) as opened:
        yield opened


def ask(memory: Memory, *texts: str, engine: str = ENGINE) -> dict[str, str]:
    found = memory.find(texts, source="fr", target="en", engine=engine)
    return {text: entry.target for text, entry in found.items()}


@pytest.mark.parametrize(
    "text",
    [
        "le chat.",
        "Le chat",
        "lechat",
        "le chât",
        "",
        " ",
        "le\x00chat",
        "le \ud800chat",
        "le chat"[:6],
    ],
)
def test_another_text_is_not_found(memory: Memory, text: str) -> None:
    memory.add([MACHINE])
    assert ask(memory, text) == {}
    assert next(memory.entries()).uses == 0


def test_other_languages_and_engines_are_not_found(memory: Memory) -> None:
    memory.add([MACHINE])
    assert memory.find(["le chat"], source="de", target="en", engine=ENGINE) == {}
    assert memory.find(["le chat"], source="fr", target="de", engine=ENGINE) == {}
    for engine in ("argos 1.8", "argos 1.90", ""):
        assert ask(memory, "le chat", engine=engine) == {}


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        ("Où ?", "Où\u202f?"),
        ("Où ?", "Où\u00a0 ?"),
        (" Où ?\n", "Où\r\n\t?"),
        ("Où ?", "Ou\u0300 ?"),
        ("Ou\u0300 ?", "Où ?"),
    ],
)
def test_white_space_and_normal_forms_do_not_count(memory: Memory, kept: str, asked: str) -> None:
    memory.add([replace(MACHINE, source=kept)])
    assert ask(memory, asked) == {asked: MACHINE.target}
    assert next(memory.entries()).source == kept, "what was given is kept"


def test_what_was_added_is_found_after_opening_again(memory: Memory, path: Path) -> None:
    memory.add([MACHINE])
    memory.close()
    with Memory(str(path)) as again:
        found = again.find(["le chat", "la souris"], source="fr", target="en", engine=ENGINE)
        assert found == {"le chat": replace(MACHINE, created=WHEN)}


def test_more_texts_than_sqlite_takes_at_once(memory: Memory) -> None:
    texts = [f"phrase {number}" for number in range(40_000)]
    memory.add(replace(MACHINE, source=text, target=text.upper()) for text in texts)
    assert ask(memory, *texts) == {text: text.upper() for text in texts}
    assert sum(1 for _ in memory.entries()) == len(texts)


@pytest.mark.parametrize("entries", [(MACHINE, PERSON), (PERSON, MACHINE)])
def test_a_person_comes_first_and_the_engine_stays_beside(
    memory: Memory, entries: tuple[Entry, Entry]
) -> None:
    memory.add(entries)
    assert ask(memory, "le chat") == {"le chat": "the tomcat"}
    assert ask(memory, "le chat", engine="another") == {"le chat": "the tomcat"}
    assert ask(memory, "le chat", engine="") == {"le chat": "the tomcat"}
    kept = [replace(entry, created="", uses=0) for entry in memory.entries()]
    assert kept == [PERSON, MACHINE]


def test_the_latest_of_the_same_maker_stays(memory: Memory) -> None:
    memory.add([MACHINE, replace(MACHINE, target="cat", uses=7), replace(MACHINE, uses=2)])
    memory.add([PERSON, replace(PERSON, target="puss")])
    assert [(entry.target, entry.uses) for entry in memory.entries()] == [
        ("puss", 0),
        ("the cat", 7),
    ]


def test_uses_are_counted_where_they_belong(memory: Memory) -> None:
    memory.add([MACHINE, replace(MACHINE, source="la souris", uses=MAX_USES)])
    ask(memory, "le chat", "le chien", "la souris")
    memory.add([PERSON])
    ask(memory, "le chat")
    ask(memory, "le chat")
    uses = {(entry.source, entry.origin): entry.uses for entry in memory.entries()}
    assert uses == {
        ("le chat", "engine"): 1,
        ("le chat", "human"): 2,
        ("la souris", "engine"): MAX_USES,
    }


def test_the_order_of_entries_is_not_that_of_adding(tmp_path: Path) -> None:
    entries = [
        replace(MACHINE, source=source, target_language=language, created=WHEN)
        for source in ("b", "a", "é", "Z")
        for language in ("en", "de")
    ]
    with Memory(tmp_path / "1") as one, Memory(tmp_path / "2") as other:
        one.add(entries)
        other.add(reversed(entries))
        assert list(one.entries()) == list(other.entries())
        assert len(list(one.entries())) == len(entries)


def test_stats_count_by_languages_and_origin(memory: Memory) -> None:
    assert memory.stats() == ()
    german = replace(MACHINE, source_language="de", uses=4)
    memory.add([MACHINE, PERSON, german, replace(MACHINE, engine="another")])
    ask(memory, "le chat")
    assert memory.stats() == (
        Tally("de", "en", "engine", 1, 4),
        Tally("fr", "en", "engine", 2, 0),
        Tally("fr", "en", "human", 1, 1),
    )


def test_what_cannot_be_found_or_exchanged_is_left_out(memory: Memory) -> None:
    memory.add(
        [
            replace(MACHINE, source="\u00a0"),
            replace(MACHINE, target=""),
            replace(MACHINE, source="a\ud800"),
            replace(MACHINE, target="a\udfff"),
        ]
    )
    assert list(memory.entries()) == []
    memory.add([replace(MACHINE, source="a\x00b", document="\udce9t\u00e9.txt")])
    assert ask(memory, "a\x00b") == {"a\x00b": MACHINE.target}
    assert next(memory.entries()).document == "\\udce9té.txt"


def test_on_an_error_nothing_is_added(memory: Memory) -> None:
    def entries() -> Iterator[Entry]:
        yield MACHINE
        raise InputError("line 2")

    with pytest.raises(InputError, match="line 2"):
        memory.add(entries())
    assert list(memory.entries()) == []
    memory.add([MACHINE])
    assert ask(memory, "le chat")


def test_no_search_reads_the_whole_table(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    statements: list[str] = []
    connect = sqlite3.connect

    def traced(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)
        connection.set_trace_callback(statements.append)
        return connection

    with Memory(path) as memory:
        memory.add([MACHINE])
    with monkeypatch.context() as patch:
        patch.setattr(sqlite3, "connect", traced)
        with Memory(path) as memory:
            ask(memory, "le chat")
            list(memory.entries())
    searches = [text for text in statements if "entry" in text]
    assert [text.split()[0] for text in searches] == ["SELECT", "UPDATE", "SELECT"]
    with closing(sqlite3.connect(path)) as connection:
        for text in searches:
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {text}")]
            assert len(plan) == 1, text
            assert plan[0].startswith("SEARCH entry USING PRIMARY KEY"), text


def test_nothing_stays_open(memory: Memory, path: Path) -> None:
    memory.add([MACHINE, PERSON])
    entries = memory.entries()
    next(entries)
    memory.close()
    memory.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name], "the log is folded in"
    path.unlink()
    with pytest.raises(InputError, match="closed"):
        memory.stats()


def test_threads_share_a_memory(memory: Memory) -> None:
    def work(number: int) -> int:
        memory.add([replace(MACHINE, source=f"phrase {number}")])
        return len(ask(memory, f"phrase {number}", f"phrase {number - 1}"))

    with ThreadPoolExecutor(8) as pool:
        counts = list(pool.map(work, range(200)))
    assert all(count in (1, 2) for count in counts)
    [tally] = memory.stats()
    assert (tally.entries, tally.uses) == (200, sum(counts))


def test_processes_write_at_once(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    with context.Pool(4) as pool:
        pool.starmap(
            memory_writer.write_and_read, [(str(path), number) for number in range(8)], chunksize=1
        )
    with Memory(path) as memory:
        assert memory.stats() == (Tally("fr", "en", "engine", 20, 160),)


def test_not_used_after_a_fork(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("os.getpid", lambda: -1)
        with pytest.raises(InputError, match="before a fork; open it in each process"):
            memory.stats()


@pytest.mark.parametrize(
    "content", [b"le chat\tthe cat\n", b"SQLite format 3\x00" + bytes(200), b"<tmx/>" * 1000]
)
def test_another_file_is_refused_and_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"memory\.db: .*no translation memory; name another"):
        Memory(path)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_another_database_is_refused_and_left_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE entry (a)")
    content = path.read_bytes()
    with pytest.raises(InputError, match="no translation memory"):
        Memory(path)
    assert path.read_bytes() == content


def test_a_newer_memory_is_refused_and_left_as_it_is(path: Path) -> None:
    Memory(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 2")
    content = path.read_bytes()
    with pytest.raises(InputError, match=r"memory\.db: .* of version 2, .* update onetongue"):
        Memory(path)
    assert path.read_bytes() == content


def test_a_damaged_memory_says_so(memory: Memory, path: Path) -> None:
    memory.add(replace(MACHINE, source=f"phrase {number}") for number in range(5000))
    memory.close()
    content = bytearray(path.read_bytes())
    content[4096 * 2 :] = b"\xff" * (len(content) - 4096 * 2)
    path.write_bytes(content)
    with Memory(path) as damaged:
        with pytest.raises(InputError, match=r"memory\.db: .*damaged; restore a copy"):
            ask(damaged, "phrase 1")
        with pytest.raises(InputError, match="damaged"):
            list(damaged.entries())
        with pytest.raises(InputError, match="damaged"):
            damaged.add([MACHINE])


def test_a_place_where_no_file_can_be(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "no" / "such.db"):
        with pytest.raises(InputError, match="name a file in a folder that exists"):
            Memory(place)


def test_an_empty_file_becomes_a_memory(path: Path) -> None:
    path.touch()
    with Memory(path) as memory:
        assert memory.stats() == ()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"source_language": "fr-FR"}, "a tag such as fr, not 'fr-FR'"),
        ({"target_language": ""}, "a tag such as fr"),
        ({"engine": ""}, "an engine needs its key"),
        ({"origin": "human"}, "a person has none"),
        ({"origin": "memory"}, "an engine needs its key"),
        ({"engine": "a\nb"}, "one line"),
        ({"confidence": float("nan")}, "confidence must lie"),
        ({"origin": "human", "engine": "", "confidence": 0.9}, "a person's confidence is 1"),
        ({"created": "2026-11-23"}, "a time is such as"),
        ({"created": "2026-13-23T16:30:00Z"}, "a time is such as"),
        ({"uses": -1}, "a count of uses"),
        ({"uses": MAX_USES + 1}, "a count of uses"),
    ],
)
def test_entries_that_cannot_be(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        replace(MACHINE, **changes)


def test_source_date_epoch_must_be_a_number(
    memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(InputError, match="SOURCE_DATE_EPOCH must be seconds"):
        memory.add([MACHINE])
