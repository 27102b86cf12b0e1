"""The account of JSON Lines as JSON Lines: what was changed in each record, under its line and id.

Responsible for: an account written that way, which files hold it so, and the ordinary one made of
it again.
Not responsible for: the account itself (`provenance`), checking it (`reading`), or where in a
record something stands (`formats.json.places`).

The first line is the account without its records, and says how many lines follow. Each of these
is one record of the document that was changed, or has something left alone.
"""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from onetongue.account.json_fields import Fields, load_object
from onetongue.account.provenance import SCHEMA, provenance_bytes
from onetongue.account.reading import load_provenance
from onetongue.document import RECORD_SCHEMA
from onetongue.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onetongue.document import Document

HEAD: Final = "onetongue-sidecar/1"
SUFFIXES: Final = frozenset({".jsonl", ".ndjson"})
_PARTS: Final = ("records", "left_alone")


def account_bytes(provenance: Mapping[str, Any], source: Document, suffix: str) -> bytes:
    r"""Write an account as a file with that suffix holds it.

    A line for each record where document and file are JSON Lines (`.jsonl`, `.ndjson`), else one
    JSON object. `load_account` reads both.

    >>> from onetongue.document import Document
    >>> account = {"schema": "onetongue/1", "records": [], "left_alone": []}
    >>> account_bytes(account, Document("{}", (), format="jsonl"), ".jsonl")
    b'{"schema": "onetongue-sidecar/1", "lines": 0}\n'
    """
    if source.format == "jsonl" and suffix.lower() in SUFFIXES:
        return to_lines(provenance, source.text)
    return provenance_bytes(provenance)


def to_lines(provenance: Mapping[str, Any], source: str) -> bytes:
    r"""Write the account of a document of JSON Lines, one line for each record with an entry.

    >>> account = {"schema": "onetongue/1", "records": [], "left_alone": []}
    >>> to_lines(account, "{}")
    b'{"schema": "onetongue-sidecar/1", "lines": 0}\n'
    """
    lines = list(by_record(provenance, source))
    head = {key: value for key, value in provenance.items() if key not in _PARTS}
    head |= {"schema": HEAD, "lines": len(lines)}
    written = (json.dumps(one, ensure_ascii=False, allow_nan=False) for one in (head, *lines))
    return "".join(f"{one}\n" for one in written).encode("utf-8", "backslashreplace")


def by_record(provenance: Mapping[str, Any], source: str) -> Iterator[dict[str, Any]]:
    """The entries of an account by the record of the source that they are about, as a line has them."""
    from onetongue.formats.json.places import RecordPlaces  # noqa: PLC0415 - brings in all of HTML

    place_of = RecordPlaces(source).at
    entries = [(part, entry) for part in _PARTS for entry in provenance[part]]
    entries.sort(key=lambda item: item[1]["source"]["start"])
    placed = [(place_of(entry["source"]["start"]), part, entry) for part, entry in entries]
    for (number, name), group in groupby(placed, key=lambda item: item[0][:2]):
        line: dict[str, Any] = {"schema": RECORD_SCHEMA, "line": number}
        if name is not None:
            line["id"] = name
        line |= {"records": [], "left_alone": []}
        for (_, _, field), part, entry in group:
            line[part].append({"field": field, **entry})
        yield line


def load_account(content: bytes, name: str = "provenance") -> dict[str, object]:
    """Parse an account in either form; the ordinary one is given.

    Raises:
        InputError: neither; `name` and the line are in the message.
    """
    # Lone surrogates are escaped as JSON has it, so a head is one line whatever it names.
    end = content.find(b"\n")
    if content.find(f'"{HEAD}"'.encode(), 0, end if end >= 0 else len(content)) < 0:
        return load_provenance(content, name)
    return from_lines(content, name)


def from_lines(content: bytes, name: str = "provenance") -> dict[str, object]:
    """Make the ordinary account of one that `to_lines` wrote.

    Raises:
        InputError: a line is missing, no JSON, or not what it should be; with its number.

    >>> from_lines(b'{"schema": "onetongue-sidecar/1", "lines": 0}')
    {'schema': 'onetongue/1', 'records': [], 'left_alone': []}
    """
    first, *rest = [line for line in content.split(b"\n") if line.strip()] or [b""]
    head = load_object(first, name, "provenance")
    top = Fields(head, "", what=f"{name}: line 1")
    if (schema := top.text("schema")) != HEAD:
        raise InputError(f"{name}: line 1: schema is {schema!r}; this version reads {HEAD!r}")
    if (count := top.count("lines")) != len(rest):
        raise InputError(
            f"{name}: {len(rest)} lines follow the first, which says {count}: it was cut or added to"
        )
    parts: dict[str, list[object]] = {part: [] for part in _PARTS}
    for number, line in enumerate(rest, start=2):
        for part, entry in _entries(line, name, number):
            parts[part].append(entry)
    kept = {key: value for key, value in head.items() if key != "lines"}
    return {**kept, "schema": SCHEMA, **parts}


def _entries(line: bytes, name: str, number: int) -> Iterator[tuple[str, dict[str, object]]]:
    where = f"{name}: line {number}"
    record = Fields(load_object(line, where, "provenance"), "", what=where)
    if (schema := record.text("schema")) != RECORD_SCHEMA:
        raise InputError(f"{where}: schema is {schema!r}; this version reads {RECORD_SCHEMA!r}")
    for part in _PARTS:
        for entry in record.items(part):
            keys = entry.keys()
            yield part, {key: entry.value(key) for key in keys if key != "field"}
