"""The account of JSON Lines, a line a record: written, read back, verified, reverted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.command import run

import onetongue as ot
from onetongue.account import account_bytes, load_account, provenance_bytes, provenance_schema
from onetongue.account.json_lines import from_lines
from onetongue.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

FRENCH = "Le maire a refusé de répondre à nos questions."
ENGLISH = "She reads Le Monde in the train every morning."
TEXT = (
    "\ufeff"
    + json.dumps({"x": [0, {"a/b": ["no", FRENCH]}], "url": "https://example.org/1", "id": None})
    + '\n\n{"id": 1, "id": "two", "a": "Nothing here."}\r\n'
    + json.dumps({"_id": 3, "a": ENGLISH, "b": f"It rained. {FRENCH} It stopped.", "é": FRENCH})
    + "\n["
    + json.dumps(FRENCH, ensure_ascii=False)
    + "]\n"
    + json.dumps({"id": True, "a": ENGLISH})
)


def normalize(engine: Any, text: str = TEXT) -> ot.NormalizedDocument:
    return ot.Normalizer(ot.Options(), engine=engine).normalize(
        text, name="a.jsonl", format="jsonl"
    )


def sidecar(result: ot.NormalizedDocument) -> tuple[dict[str, Any], bytes]:
    account = result.provenance()
    return account, account_bytes(account, result.source, ".jsonl")


def test_a_line_for_each_record_with_an_entry(engine: Any) -> None:
    head, *lines = [json.loads(line) for line in sidecar(normalize(engine))[1].splitlines()]
    assert (head["schema"], head["lines"], head["source"]["format"]) == (
        "onetongue-sidecar/1",
        4,
        "jsonl",
    )
    assert {line["schema"] for line in lines} == {"onetongue-record/1"}
    assert [(line["line"], line.get("id")) for line in lines] == [
        (1, "https://example.org/1"),
        (4, 3),
        (5, None),
        (6, None),
    ]
    assert [[r["field"] for r in line["records"]] for line in lines] == [
        ["/x/1/a~1b/1"],
        ["/b", "/é"],
        ["/0"],
        [],
    ]
    assert [[r["field"] for r in line["left_alone"]] for line in lines] == [[], ["/a"], [], ["/a"]]


def test_reads_back_as_the_ordinary_account(engine: Any) -> None:
    result = normalize(engine)
    account, lines = sidecar(result)
    read = load_account(lines)
    assert read == json.loads(provenance_bytes(account))
    jsonschema.validate(read, provenance_schema())
    assert ot.revert(result.text, read) == TEXT
    assert load_account(provenance_bytes(account)) == read


def test_an_ordinary_account_may_name_the_other_form() -> None:
    account = {"schema": "onetongue/1", "source": {"name": "onetongue-sidecar/1"}, "records": []}
    assert load_account(provenance_bytes(account)) == account


def test_without_french_there_is_just_the_head(engine: Any) -> None:
    account, lines = sidecar(normalize(engine, '{"a": "Nothing."}\n'))
    assert lines.count(b"\n") == 1
    assert load_account(lines) == json.loads(provenance_bytes(account))


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda lines: lines[:-1], "p: 3 lines follow the first, which says 4"),
        (lambda lines: [*lines, lines[-1]], "p: 5 lines follow the first"),
        (lambda lines: [*lines[:2], b"{", *lines[3:]], "p: line 3:1:2: not JSON"),
        (lambda lines: [*lines[:2], b"[]", *lines[3:]], "p: line 3: not a provenance file"),
        (lambda lines: [*lines[:2], b"{}", *lines[3:]], "p: line 3: schema is missing"),
        (
            lambda lines: [lines[0], lines[0], *lines[2:]],
            "p: line 2: schema is 'onetongue-sidecar/1'",
        ),
        (
            lambda lines: [lines[0].replace(b'"lines": 4', b'"lines": "4"'), *lines[1:]],
            "p: line 1: ",
        ),
        (
            lambda lines: [*lines[:4], b'{"schema": "onetongue-record/1", "records": 3}'],
            "p: line 5: ",
        ),
    ],
)
def test_what_is_wrong_is_named(engine: Any, edit: Any, message: str) -> None:
    lines = sidecar(normalize(engine))[1].splitlines()
    with pytest.raises(InputError) as caught:
        load_account(b"\n".join(edit(lines)), "p")
    assert str(caught.value).startswith(message)


@given(st.binary(max_size=40), st.booleans())
def test_any_bytes_are_read_or_refused(content: bytes, is_head: bool) -> None:
    head = b'{"schema": "onetongue-sidecar/1", "lines": 1}\n' if is_head else b""
    with pytest.raises(InputError):
        from_lines(head + content)


_RECORDS = st.lists(
    st.dictionaries(
        st.sampled_from(["id", "a", "é/~", ""]), st.sampled_from([FRENCH, ENGLISH, "x", "\\"])
    ),
    max_size=5,
)


@given(_RECORDS, st.booleans(), st.sampled_from(["\n", "\n\n", "\r\n"]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_round_trip(
    engine: Any, records: list[dict[str, str]], ascii_only: bool, newline: str
) -> None:
    text = newline.join(json.dumps(record, ensure_ascii=ascii_only) for record in records)
    result = normalize(engine, text)
    account, lines = sidecar(result)
    assert load_account(lines) == json.loads(provenance_bytes(account))
    for line in lines.splitlines()[1:]:
        entry = json.loads(line)
        source = json.loads(text.split("\n")[entry["line"] - 1])
        for record in entry["records"]:
            key = record["field"][1:].replace("~1", "/").replace("~0", "~")
            assert source[key] == record["source"].get("reading", record["source"]["text"])


# On the command line.


@pytest.fixture
def document(folder: Path) -> Path:
    """The folder with a.jsonl in it."""
    (folder / "a.jsonl").write_bytes(TEXT.encode())
    return folder


@pytest.mark.parametrize("account", ["p.jsonl", "p.NDJSON", "p.json"])
def test_the_commands(document: Path, account: str) -> None:
    folder = document
    assert run("normalize", "a.jsonl", "-o", "b.jsonl", "--provenance", account).code == 0
    written = (folder / account).read_bytes()
    assert written.startswith(b'{"schema": "onetongue-sidecar/1"') == (account != "p.json")
    assert run("onetongue", "verify", "b.jsonl", account, "--source", "a.jsonl").code == 0
    assert run("onetongue", "revert", "b.jsonl", account, "-o", "c.jsonl").code == 0
    assert (folder / "c.jsonl").read_bytes() == TEXT.encode()
    # A second run changes nothing, and keeps the only way back.
    assert run("normalize", "-i", "b.jsonl", "--provenance", account).code == 0
    assert (folder / account).read_bytes() == written
    (folder / "b.jsonl").write_bytes(
        (folder / "b.jsonl").read_bytes().replace(b"Nothing", b"nothing")
    )
    assert run("onetongue", "verify", "b.jsonl", account).code == 3


def test_fields_and_bad_lines(folder: Path) -> None:
    (folder / "bad.jsonl").write_text(
        f'{{"a": "{FRENCH}", "b": "{FRENCH}"}}\n{{\n', encoding="utf-8"
    )
    ran = run("normalize", "bad.jsonl")
    assert ran.code == 3
    assert "bad.jsonl: line 2, column 2: not JSON" in ran.err
    ran = run("normalize", "--on-error", "skip", "--fields", "b", "-i", "bad.jsonl")
    assert ran.code == 0
    assert "bad.jsonl: 1 line is no JSON and was left as it is: line 2" in ran.err
    expected = f'{{"a": "{FRENCH}", "b": "The mayor declined to answer."}}\n{{\n'
    assert (folder / "bad.jsonl").read_text(encoding="utf-8") == expected
    assert run("normalize", "--on-error", "cry", "bad.jsonl").code == 2


def test_from_the_configuration(document: Path) -> None:
    folder = document
    config = '[tool.onetongue]\nfields = "_id,b"\non-error = "skip"\n'
    (folder / "pyproject.toml").write_text(config, encoding="utf-8")
    ran = run("normalize", "--check", "a.jsonl")
    assert ran.code == 1
    assert "a.jsonl: 1 segment to translate" in ran.err
    (folder / "pyproject.toml").write_text(config.replace("skip", "cry"), encoding="utf-8")
    ran = run("normalize", "--check", "a.jsonl")
    assert ran.code == 3
    assert "tool.onetongue.on-error: must be one of fail, skip" in ran.err
