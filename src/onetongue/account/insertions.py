"""What is put into a text beside its changes, and taken out again: the account in a record itself.

Responsible for: the record's account under a key of its own, and an account that says what was
put in, so that it can be proven and taken out.
Not responsible for: the changes (`write.splicing`); an account is about the text without insertions.

`output.insertions` of an account holds the key, the checksum and the length of the text with what
was put in, and where that stands in it, in code points.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from onetongue.account.json_fields import Fields
from onetongue.account.json_lines import by_record
from onetongue.account.provenance import sealed
from onetongue.characters import SURROGATE
from onetongue.document import Span, require_disjoint
from onetongue.errors import InputError, IntegrityError, SpanError
from onetongue.write.encoding import checksum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onetongue.account.normalized import NormalizedDocument

_END = " \t\r"  # what may stand after a record in its line


def with_accounts(result: NormalizedDocument, key: str) -> tuple[str, dict[str, Any]]:
    """Put each changed record's account into it, under `key`; gives the text and its account.

    Only objects have keys: a line that is a string or an array has its account elsewhere only. In
    the record, offsets count from the start of its line. The account given is needed to prove the
    text or to take anything back (`without_insertions`).

    Args:
        result: A document of JSON Lines.
        key: The new member's name.

    Raises:
        InputError: not JSON Lines, or a changed record has that key already.

    >>> from onetongue.account.normalized import NormalizedDocument
    >>> from onetongue.document import Document, Options
    >>> document = Document('{"a": "English."}', (), format="jsonl")
    >>> with_accounts(NormalizedDocument.of(document, [], options=Options()), "_ot")[0]
    '{"a": "English."}'
    """
    if result.source.format != "jsonl":
        raise InputError(
            f"{result.source.name}: only records of JSON Lines can hold their provenance"
        )
    account = result.provenance()
    pieces, spans, done, length = list[str](), list[Span](), 0, 0
    for at, added in _additions(result, account, key):
        pieces += [result.text[done:at], added]
        length += at - done
        spans.append(Span(length, length + len(added)))
        length, done = length + len(added), at
    text = "".join([*pieces, result.text[done:]])
    if spans:
        account = _described(account, key, text, spans, result.source.encoding)
    return text, account


def _additions(
    result: NormalizedDocument, account: Mapping[str, Any], key: str
) -> Iterator[tuple[int, str]]:
    """Where in the output a record's account goes, and what is written for it."""
    from onetongue.formats.json.lines import lines  # noqa: PLC0415 - brings in all of HTML

    is_ascii = result.source.text.isascii() or not result.source.encoding.startswith("utf")
    sources = {number: start for number, start, _ in lines(result.source.text)}
    targets = {number: (start, end) for number, start, end in lines(result.text)}
    for record in by_record(account, result.source.text):
        start, end = targets[record["line"]]
        line = result.text[start:end].rstrip(_END)
        if not record["records"] or not line.endswith("}"):
            continue
        if key in json.loads(line, parse_int=float):  # Python refuses to count 5,000 digits
            raise InputError(
                f"{result.source.name}: line {record['line']}: has a key {key!r} already; "
                "name another one"
            )
        own = _own(record, account["engine"], sources[record["line"]], start)
        added = f", {_json(key, ascii_only=is_ascii)}: {_json(own, ascii_only=is_ascii)}"
        yield start + len(line) - 1, added


def _json(value: object, *, ascii_only: bool) -> str:
    written = json.dumps(value, ensure_ascii=ascii_only)
    # A lone surrogate is no text of a file's own.
    return json.dumps(value) if SURROGATE.search(written) else written


def _own(record: dict[str, Any], engine: object, source: int, target: int) -> dict[str, Any]:
    """The account that stands in a record: of itself alone, wherever its line goes."""
    moved = {
        part: [
            {
                name: _moved(value, source if name == "source" else target)
                if name in {"source", "target"}
                else value
                for name, value in entry.items()
            }
            for entry in record[part]
        ]
        for part in ("records", "left_alone")
    }
    return {"schema": record["schema"], "engine": engine, **moved}


def _moved(place: dict[str, Any], start: int) -> dict[str, Any]:
    return {**place, "start": place["start"] - start, "end": place["end"] - start}


def _described(
    account: dict[str, Any], key: str, text: str, spans: Sequence[Span], encoding: str
) -> dict[str, Any]:
    insertions = {
        "key": key,
        "sha256": checksum(text, encoding),
        "length": len(text),
        "spans": [{"start": span.start, "end": span.end} for span in spans],
    }
    return sealed({**account, "output": {**account["output"], "insertions": insertions}})


def without_insertions(
    text: str, provenance: Mapping[str, object]
) -> tuple[str, dict[str, object]]:
    """Take out what was put in; gives the text and the account as if nothing had been.

    The account must have been read (`read_provenance`), which tells whether it was changed.

    Raises:
        InputError: the account is malformed; the message names the key.
        IntegrityError: the text was changed after it was written.

    >>> without_insertions("same", {"output": {}})
    ('same', {'output': {}})
    """
    top = Fields(provenance, "")
    output = top.fields("output")
    if not output.has("insertions"):
        return text, dict(provenance)
    insertions = output.fields("insertions")
    spans = tuple(_span(entry) for entry in insertions.items("spans"))
    encoding = top.fields("source").text("encoding")
    if checksum(text, encoding) != insertions.text("sha256"):
        raise IntegrityError(
            "the output was changed after it was written: its checksum is not the one that the "
            "provenance has of it"
        )
    try:
        require_disjoint(spans, len(text), "insertion")
    except SpanError as err:
        raise insertions.error("spans", str(err)) from err
    ends = [0, *(span.end for span in spans)]
    starts = [*(span.start for span in spans), len(text)]
    kept = "".join(text[a:b] for a, b in zip(ends, starts, strict=True))
    plain = {name: output.value(name) for name in output.keys() if name != "insertions"}  # noqa: SIM118 - no mapping
    return kept, sealed({**provenance, "output": plain})


def _span(entry: Fields) -> Span:
    try:
        return Span(entry.count("start"), entry.count("end"))
    except SpanError as err:
        raise entry.error("start", str(err)) from err
