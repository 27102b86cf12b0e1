"""A record's account in the record: put in, proven, taken out, and never read as prose."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.command import run

import onetongue as ot
from onetongue.account import provenance_schema, with_accounts, without_insertions
from onetongue.errors import InputError, IntegrityError

if TYPE_CHECKING:
    from pathlib import Path

FRENCH = "Le maire a refusé de répondre à nos questions."
ENGLISH = "She reads Le Monde in the train every morning."


def normalize(text: str, engine: Any) -> ot.NormalizedDocument:
    return ot.Normalizer(engine=engine).normalize(text, name="a.jsonl", format="jsonl")


def keyed(text: str, engine: Any, key: str = "_ot") -> tuple[str, dict[str, Any]]:
    return with_accounts(normalize(text, engine), key)


@pytest.mark.parametrize(
    "text", ["", '{"a": "Nothing."}\n', json.dumps({"a": ENGLISH}), f'["{FRENCH}"]\r\n"{FRENCH}"']
)
def test_only_changed_objects_hold_their_account(text: str, engine: Any) -> None:
    result = normalize(text, engine)
    assert keyed(text, engine) == (result.text, result.provenance())


def test_what_a_record_holds(engine: Any) -> None:
    text = f'\ufeff["{FRENCH}"]\n{{"a": "{ENGLISH}"}}\n {{"b": 1E5, "c": ["{FRENCH}"]}} \r\n{{}}'
    written, account = keyed(text, engine)
    _, second, third, fourth = written.split("\n")
    assert (second, fourth) == (text.split("\n")[1], "{}")
    assert third.startswith(
        ' {"b": 1E5, "c": ["The mayor declined to answer."], "_ot": {"schema": '
    )
    assert third.endswith("}} \r")
    own = json.loads(third)["_ot"]
    (record,) = own["records"]
    assert (own["schema"], own["left_alone"], own["engine"]["name"]) == (
        "onetongue-record/1",
        [],
        "dictionary",
    )
    assert record["field"] == "/c/0"
    place, old = record["source"], text.split("\n")[2]
    assert old[place["start"] : place["end"]] == place["text"] == FRENCH
    place = record["target"]
    assert third[place["start"] : place["end"]] == place["text"]
    jsonschema.validate(account, provenance_schema())
    plain, inner = without_insertions(written, account)
    assert ot.revert(plain, inner) == text
    assert normalize(written, engine).records == ()


def test_in_ascii(engine: Any) -> None:
    text = json.dumps({"a": FRENCH}) + "\n"
    written, _ = keyed(text, engine, "é")
    assert written.isascii()
    assert json.loads(written)["é"]["records"][0]["source"]["reading"] == FRENCH


def test_a_key_that_is_taken(engine: Any) -> None:
    with pytest.raises(InputError, match=r"a\.jsonl: line 2: has a key '_ot' already"):
        keyed(f'{{"_ot": 1}}\n{{"_ot": 1, "n": {"9" * 5000}, "a": "{FRENCH}"}}', engine)


def test_what_is_wrong_is_named(engine: Any) -> None:
    written, account = keyed(f'{{"a": "{FRENCH}"}}', engine)
    with pytest.raises(IntegrityError, match="changed after it was written"):
        without_insertions(written.replace("0.9", "0.8"), account)
    insertions = account["output"]["insertions"]
    for spans, message in (
        ([{"start": 3, "end": 3}], "start"),
        ([{"start": 3, "end": 99_999}], "spans"),
        ([{"start": 3, "end": 9}, {"start": 4, "end": 12}], "spans"),
        (3, "spans must be a list"),
    ):
        output = {**account["output"], "insertions": {**insertions, "spans": spans}}
        with pytest.raises(InputError, match=message):
            without_insertions(written, {**account, "output": output})


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(["id", "schema", "é", ""]),
            st.sampled_from([FRENCH, ENGLISH, "\\\ud83d", "x"]),
        )
        | st.just(FRENCH),
        max_size=5,
    ),
    st.booleans(),
    st.sampled_from(["\n", "\n\n", " \r\n"]),
)
def test_round_trip(engine: Any, records: list[Any], is_ascii: bool, newline: str) -> None:
    text = newline.join(json.dumps(record) for record in records)
    if not is_ascii:
        text = newline.join(json.dumps(r, ensure_ascii="\\ud83d" in json.dumps(r)) for r in records)
    result = normalize(text, engine)
    written, account = keyed(text, engine)
    written.encode()
    assert without_insertions(written, account) == (result.text, result.provenance())
    for old, new in zip(result.text.split("\n"), written.split("\n"), strict=True):
        if old == new:
            continue
        record = json.loads(new)
        assert record.pop("_ot")["records"]
        assert record == json.loads(old)
    assert normalize(written, engine).records == ()


# On the command line.


@pytest.mark.parametrize("account", ["p.jsonl", "p.json"])
def test_the_commands(folder: Path, account: str) -> None:
    text = f'{{"a": "{FRENCH}"}}\n{{"a": 1.0}}\n'.encode()
    (folder / "a.jsonl").write_bytes(text)
    key = ("--provenance", account, "--provenance-key", "_ot")
    assert run("normalize", "a.jsonl", "-o", "b.jsonl", *key).code == 0
    written, described = (folder / "b.jsonl").read_bytes(), (folder / account).read_bytes()
    assert json.loads(written.splitlines()[0])["_ot"]["schema"] == "onetongue-record/1"
    assert run("onetongue", "verify", "b.jsonl", account, "--source", "a.jsonl").code == 0
    assert run("onetongue", "revert", "b.jsonl", account, "-o", "c.jsonl").code == 0
    assert (folder / "c.jsonl").read_bytes() == text
    assert run("normalize", "-i", "b.jsonl", *key).code == 0
    assert (folder / "b.jsonl").read_bytes() == written
    assert (folder / account).read_bytes() == described
    (folder / "b.jsonl").write_bytes(written.replace(b"0.9", b"0.8"))
    assert run("onetongue", "verify", "b.jsonl", account).code == 3


def test_where_it_cannot_be(folder: Path) -> None:
    (folder / "a.json").write_text(f'"{FRENCH}"', encoding="utf-8")
    assert run("normalize", "a.json", "--provenance-key", "k").code == 2
    ran = run("normalize", "a.json", "--provenance-key", "k", "--provenance", "p")
    assert ran.code == 3
    assert "only records of JSON Lines" in ran.err
