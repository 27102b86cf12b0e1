"""Proving an output against its provenance, undoing the changes, and saying what is at fault.

Responsible for: which of provenance, output and source was changed since.
Not responsible for: reading a provenance (`reading`); which byte differs (`difference`); proving a
result while it is made (`write.splicing`).

The source leads to every byte the output must have. It is at hand if it was given, or if taking the
records back gives a text with its checksum, which it still does when only records or notes changed.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NoReturn

from onetongue.account.difference import (
    DamagedOutput,
    common_length,
    first_byte,
    first_out_of_place,
    place_of,
    read_damaged,
    stretch,
)
from onetongue.account.reading import Account, read_provenance
from onetongue.errors import InputError, IntegrityError
from onetongue.write.encoding import checksum, encode_text
from onetongue.write.markers import notes
from onetongue.write.splicing import replay

if TYPE_CHECKING:
    from collections.abc import Mapping


def verify_output(
    output: bytes, provenance: Mapping[str, object], source: bytes | None = None
) -> str:
    """Prove that `output` is what the provenance describes; give the text of its source.

    Args:
        output: The bytes of the file that was written.
        provenance: As `NormalizedDocument.provenance` made it.
        source: The bytes of the original, to compare with and to find a fault by.

    Raises:
        InputError: the provenance is malformed or not ours; the message names the key.
        IntegrityError: provenance, output and source do not agree; the message names which of
            them was changed, and the first byte that differs or between which bytes it is.

    >>> from onetongue.document import Document, Options
    >>> from onetongue.account.normalized import NormalizedDocument
    >>> made = NormalizedDocument.of(Document("English.", ()), [], options=Options())
    >>> verify_output(b"English.", made.provenance())
    'English.'
    """
    return _verify(output, read_provenance(provenance), source)


def verify_provenance(
    output: str, provenance: Mapping[str, object], source: str | None = None
) -> None:
    """Prove the same of texts, decoded with the encoding the provenance names.

    Raises:
        InputError: as `verify_output`.
        IntegrityError: as `verify_output`.
    """
    account = read_provenance(provenance)
    content = _encoded(output, account, "the output was changed after it was written")
    original = None if source is None else _encoded(source, account, _OTHER_SOURCE)
    _verify(content, account, original)


def revert(output: str, provenance: Mapping[str, object]) -> str:
    """Give back the source of a normalized text, after checking that nothing was touched since.

    Args:
        output: The normalized text, decoded with the encoding the provenance names.
        provenance: As `NormalizedDocument.provenance` made it.

    Raises:
        InputError: the provenance is malformed or not ours; the message names the key.
        IntegrityError: the output was changed after it was written, or the provenance was.

    >>> from onetongue.document import Document, Options
    >>> from onetongue.account.normalized import NormalizedDocument
    >>> revert("English.", NormalizedDocument.of(Document("English.", ()), [], options=Options()).provenance())
    'English.'
    """
    account = read_provenance(provenance)
    content = _encoded(output, account, "the output was changed after it was written")
    return _verify(content, account, None)


_OTHER_SOURCE = "the source is not the one the output was made of"


def _verify(output: bytes, account: Account, source: bytes | None) -> str:
    reading = read_damaged(output, account.encoding)
    original = _led_back(reading.text, account)
    if original is None and source is not None and _sha256(source) == account.source_sha256:
        original = read_damaged(source, account.encoding).text
    if original is None:
        _raise_astray(output, reading, account, is_compared=source is not None)
    if any(original[r.source.start : r.source.end] != r.original for r in account.records):
        raise _changed_account("a record does not hold what the source has there")
    _require_written(output, original, account)
    for span, text in account.left_alone:
        if original[span.start : span.end] != text:
            raise _changed_account(f"the source left alone at {span.start} is not what it says")
    expected = encode_text(original, account.encoding)
    if source is not None and source != expected:
        raise IntegrityError(f"{_OTHER_SOURCE}: {first_byte(source, expected)}")
    return original


def _led_back(text: str, account: Account) -> str | None:
    """Take the records back, although some of them may have been changed, or else the notes.

    Records before the first that was changed stand in their places; behind it all is moved by as
    much as the length has changed. Only what has the checksum of the source is given.
    """
    longer = len(text) - account.output_length
    first = first_out_of_place(text, account)
    parts, end = [], 0
    for number, record in enumerate(account.records):
        start = record.target.start + (longer if number > first else 0)
        parts += [text[end:start], record.original]
        end = record.target.end + (longer if number >= first else 0)
    is_in_notes = first == len(account.records) and account.notes_length > 0
    notes_length = account.notes_length + (longer if is_in_notes else 0)
    original = "".join([*parts, text[end : len(text) - notes_length]])
    return original if _is(original, account.source_sha256, account.encoding) else None


def _require_written(output: bytes, original: str, account: Account) -> None:
    """Require the output that its records make of the source."""
    is_whole = _sha256(output) == account.output_sha256
    try:
        text = replay(original, account.records)
        made = notes(text, account.records, engine=account.engine, markers=account.markers)
        body = encode_text(text, account.encoding)
        expected = encode_text(text + made, account.encoding)
    except (InputError, ValueError) as err:
        raise _changed_account(f"its records cannot be written: {err}") from err
    if _sha256(expected) != account.output_sha256:
        expected = body  # the notes are another version's, if the provenance is right
        if is_whole and output.startswith(body) and account.notes_length:
            return
        if is_whole or output == body:
            raise _changed_account("its records do not make an output with its checksum")
        if output.startswith(body) and account.notes_length:
            where = f"the first byte that differs is between byte {len(body)} and {len(output)}"
            raise _changed_output(f"{where}, in its notes")
    if output != expected:
        place = place_of(common_length(output, expected), text, account)
        raise _changed_output(f"{first_byte(output, expected)}, in {place}")


def _raise_astray(
    output: bytes, reading: DamagedOutput, account: Account, *, is_compared: bool
) -> NoReturn:
    """Say what is wrong where nothing leads to the source."""
    if _sha256(output) == account.output_sha256:
        raise _changed_account("taking its records back does not give a text with its checksum")
    first = first_out_of_place(reading.text, account)
    low, high = stretch(output, reading, account, first)
    what = []
    if reading.undecodable is not None:
        what.append(f"byte {reading.undecodable} is not valid {account.encoding}")
    if first < len(account.records):
        what.append(f"record {account.records[first].id} does not stand in its place")
    elif account.records:
        what.append("every record stands in its place")
    what = what or ["its checksum is another"]
    advice = "compare with the source to know which"
    if is_compared:
        advice = "the source given is not the one it was made of either"
    raise _changed_output(
        f"{', '.join(what)}; the first byte that differs is between byte {low} and {high} ({advice})"
    )


def _encoded(text: str, account: Account, fault: str) -> bytes:
    try:
        return encode_text(text, account.encoding)
    except InputError as err:  # what the encoding has not got was never written in it
        raise IntegrityError(f"{fault}: {err}") from err


def _is(text: str, sha256: str, encoding: str) -> bool:
    try:
        return checksum(text, encoding) == sha256
    except InputError:
        return False


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _changed_output(what: str) -> IntegrityError:
    return IntegrityError(f"the output was changed after it was written: {what}")


def _changed_account(what: str) -> IntegrityError:
    return IntegrityError(f"the provenance was changed after it was written: {what}")
