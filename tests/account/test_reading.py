"""Reading a provenance that may come from anyone."""

import copy
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from onetongue.account import (
    NormalizedDocument,
    load_provenance,
    provenance_bytes,
    read_provenance,
    revert,
    sealed,
    verify_provenance,
)
from onetongue.document import Parallel, Span
from onetongue.errors import InputError, IntegrityError

Normalize = Callable[..., NormalizedDocument]
DOCUMENTS = st.from_type(NormalizedDocument)
GOLD = "Oh {Merci|Thanks}, {non\nnon|?no}!\nBye.\n"
Path = tuple[str | int, ...]
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)


def changed(value: Any, path: Path, new: Any) -> Any:
    """Give a copy of `value` with `new` at `path`; with `...`, the key taken out."""
    value = copy.deepcopy(value)
    inner = value
    for step in path[:-1]:
        inner = inner[step]
    if new is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = new
    return value


def paths(value: Any, path: Path = ()) -> list[Path]:
    """List the way to every value inside `value`."""
    steps: Any = value.items() if isinstance(value, dict) else enumerate(value)
    found: list[Path] = []
    for step, inner in steps:
        found.append((*path, step))
        if isinstance(inner, dict | list):
            found += paths(inner, (*path, step))
    return found


@given(DOCUMENTS)
def test_revert_gives_the_source(result: NormalizedDocument) -> None:
    provenance = result.provenance()
    assert revert(result.text, provenance) == result.source.text
    verify_provenance(result.text, provenance, result.source.text)


@given(DOCUMENTS)
def test_revert_gives_the_source_from_the_file(result: NormalizedDocument) -> None:
    # JSON reads a high surrogate right before a low one as the one character they make.
    assume(not any("\ud800" <= c <= "\udfff" for c in result.source.text + result.text))
    provenance = load_provenance(provenance_bytes(result.provenance()))
    assert revert(result.text, provenance) == result.source.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "gb18030"])
def test_revert_in_the_encoding_of_the_source(normalize: Normalize, encoding: str) -> None:
    result = normalize("\ufeff{déjà|already}\r\n", encoding=encoding)
    output = result.encode().decode(encoding)
    assert revert(output, result.provenance()).encode(encoding) == "\ufeffdéjà\r\n".encode(encoding)


def test_what_is_read_is_what_was_written(normalize: Normalize) -> None:
    result = normalize(GOLD, "footnote")
    account = read_provenance(MappingProxyType(result.provenance()))
    assert account.records == result.records
    assert account.engine == result.engine
    assert account.notes_length == len(result.notes)
    assert (account.name, account.encoding, account.markers) == ("article.txt", "utf-8", "footnote")
    assert account.left_alone == ()
    assert account.not_read == ()


@given(DOCUMENTS)
def test_what_was_not_read_is_read_back(result: NormalizedDocument) -> None:
    assert read_provenance(result.provenance()).not_read == result.not_read


def test_an_account_that_does_not_say_what_was_not_read(normalize: Normalize) -> None:
    result = normalize(GOLD)
    before = {key: value for key, value in result.provenance().items() if key != "not_read"}
    account = sealed(before)
    assert read_provenance(account).not_read == ()
    assert revert(result.text, account) == result.source.text


def test_what_is_there_twice_is_read_back(normalize: Normalize) -> None:
    result = normalize(GOLD)
    assert read_provenance(result.provenance()).parallel == ()
    parallel = Parallel("fr", "French", (Span(3, 8), Span(10, 15)), 0.48)
    account = replace(result, parallel=(parallel,)).provenance()
    assert read_provenance(account).parallel == (parallel,)
    for key, new, message in [
        ("share", 1.5, r"parallel\[0\].share must be a number"),
        ("name", None, r"parallel\[0\].name must be a string"),
        ("segments", [{"start": 8, "end": 8}], r"parallel\[0\].segments\[0\].start a span needs"),
    ]:
        entry: Any = account["parallel"]
        with pytest.raises(InputError, match=message):
            read_provenance({**account, "parallel": [{**entry[0], key: new}]})


@pytest.mark.parametrize(
    ("path", "new", "message"),
    [
        (("schema",), "onetongue/2", "schema is 'onetongue/2'"),
        (("schema",), ..., "schema is missing"),
        (("source",), [], "source must be an object"),
        (("source", "name"), None, "source.name must be a string"),
        (("source", "length"), -1, "source.length must be a whole number from 0"),
        (("source", "length"), 5, "records.0..source must lie in 0..5"),
        (("source", "length"), 10**30, "output.length is not what"),
        (
            ("source", "encoding"),
            "klingon",
            "provenance: source.encoding cannot be used: unknown encoding",
        ),
        (("source", "encoding"), "utf-8-sig", "byte order mark"),
        (("source", "encoding"), "rot13", "provenance: source.encoding cannot be used"),
        (("digest",), ..., "digest is missing"),
        (("digest",), None, "digest must be a string"),
        (("output", "length"), True, "output.length must be a whole number"),
        (("output", "length"), 44, "output.length is not what"),
        (("output", "markers"), "stars", "output.markers must be one of bracket"),
        (("output", "notes"), {"start": 43, "end": 43}, "output.notes must not be empty"),
        (("output", "notes"), {"start": 40, "end": 43}, "output.length is not what"),
        (("engine",), "argos", "engine must be an object"),
        (("engine", "isa"), ..., "engine.isa is missing"),
        (("not_read",), {}, "not_read must be a list"),
        (
            ("not_read",),
            [{"where": 0, "what": "", "why": ""}],
            r"not_read\[0\].where must be a whole",
        ),
        (("not_read",), [{"where": None, "what": "", "why": ""}], r"not_read\[0\].where must be"),
        (("not_read",), [{"where": 1, "why": ""}], r"not_read\[0\].what is missing"),
        (
            ("not_read",),
            [{"where": "a", "what": "", "why": 1}],
            r"not_read\[0\].why must be a string",
        ),
        (("records",), {}, "records must be a list"),
        (("records", 0), None, r"records\[0\] must be an object"),
        (("records", 0, "id"), 0, r"records\[0\].id must be a whole number from 1"),
        (("records", 1, "id"), 1, r"records\[1\].id 1 comes after 1"),
        (("records", 0, "kind"), ["caption"], r"records\[0\].kind must be one of"),
        (("records", 0, "source", "start"), -3, r"records\[0\].source.start must be a whole"),
        (("records", 0, "source", "start"), 3.0, r"records\[0\].source.start must be a whole"),
        (("records", 0, "source", "end"), 3, r"records\[0\].source.start a span needs"),
        (("records", 0, "source", "text"), "Merci!", r"records\[0\].source.text has 6 code"),
        (("records", 1, "source"), {"start": 7, "end": 14, "text": "i, non\n"}, "must lie in 8"),
        (("records", 1, "target"), {"start": 0, "end": 1, "text": "x"}, "target.start must be 22"),
        (("records", 0, "detection", "confidence"), 2, "confidence must be a number in"),
        (("records", 0, "detection", "confidence"), float("nan"), "confidence must be a number"),
        (("records", 0, "detection", "confidence"), 10**400, "confidence must be a number"),
        (("records", 0, "translation", "origin"), "oracle", "origin must be one of"),
        (("records", 0, "translation", "checks"), {"numbers": "so so"}, "numbers must be one of"),
        (("records", 0, "translation", "checks"), {1: "ok"}, "checks must be an object"),
        (("records", 0, "translation", "foreign_words"), "taquilla", "must be a list of strings"),
        (("records", 0, "translation", "foreign_words"), [1], "must be a list of strings"),
        (("records", 0, "translation", "doubtful"), True, "doubtful contradicts the checks"),
        (("records", 0, "translation", "doubtful"), "no", "doubtful must be true or false"),
        (
            ("left_alone",),
            [{"source": {"start": 0, "end": 9, "text": "O"}}],
            "left_alone.0..source",
        ),
    ],
)
def test_a_malformed_provenance_is_named(
    normalize: Normalize, path: Path, new: Any, message: str
) -> None:
    result = normalize(GOLD)
    with pytest.raises(InputError, match=message):
        revert(result.text, changed(result.provenance(), path, new))


@given(DOCUMENTS, st.data())
def test_any_change_of_a_value_or_a_key_is_noticed(
    result: NormalizedDocument, data: st.DataObject
) -> None:
    provenance: Any = result.provenance()
    path = data.draw(st.sampled_from(paths(provenance)))
    new = data.draw(st.one_of(st.just(...), JSON_VALUES))
    touched = changed(provenance, path, new)
    assume(json.dumps(touched, sort_keys=True) != json.dumps(provenance, sort_keys=True))
    with pytest.raises((InputError, IntegrityError), match=r"^(the )?provenance"):
        read_provenance(touched)


@pytest.mark.parametrize("value", [None, [], "x", 3, {}, {1: 2}, {"schema": None}])
def test_something_else_altogether(value: Any) -> None:
    with pytest.raises(InputError, match="provenance: "):
        revert("", value)


@given(DOCUMENTS, st.data())
def test_no_provenance_whatever_raises_anything_else(
    result: NormalizedDocument, data: st.DataObject
) -> None:
    provenance: Any = result.provenance()
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(paths(provenance)))
        new = data.draw(st.one_of(st.just(...), JSON_VALUES))
        provenance = changed(provenance, path, new)
        assume(provenance)
    reverted = None
    with suppress(InputError, IntegrityError):
        reverted = revert(result.text, provenance)
    assert reverted in (None, result.source.text)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "p.json:1:1: not JSON"),
        (b'{\n  "a": }', "p.json:2:8: not JSON"),
        (b"[]", "p.json: not a provenance file: the JSON is not an object"),
        (b"\xff", "p.json: not a provenance file"),
        (b'{"a": {"b": 1, "b": 1}}', "p.json: not a provenance file: the key 'b' is there twice"),
        (b"[" * 100_000, "p.json: not a provenance file"),
        (b'{"a": ' + b"9" * 5000 + b"}", "p.json: not a provenance file"),
    ],
)
def test_a_file_that_is_no_provenance(content: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        load_provenance(content, "p.json")


def test_a_file_with_a_byte_order_mark(normalize: Normalize) -> None:
    content = json.dumps(normalize(GOLD).provenance()).encode("utf-8-sig")
    assert load_provenance(content)["schema"] == "onetongue/1"


@pytest.mark.parametrize(
    ("review", "message"),
    [
        (None, r"records\[0\].review must be an object"),
        ({"state": "final"}, r"records\[0\].review.reviewer is missing"),
        ({"reviewer": "Ada", "state": "x"}, r"records\[0\].review.state must be one of reviewed"),
        (
            {"reviewer": " ", "state": "final"},
            r"records\[0\].review.reviewer must be a name, on one line",
        ),
    ],
)
def test_a_malformed_review_is_named(normalize: Normalize, review: object, message: str) -> None:
    result = normalize(GOLD)
    provenance: Any = result.provenance()
    provenance["records"][0]["review"] = review
    with pytest.raises(InputError, match=message):
        revert(result.text, provenance)
