"""Where an output, or a source, differs from what it was: in bytes of the file, from 0.

Responsible for: reading what may be damaged, counting bytes in it, the first byte that differs and
what it stands in, or between which two bytes it is.
Not responsible for: what is at fault (`proof`).
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from onetongue.write.encoding import encode_text
from onetongue.write.splicing import first_difference

if TYPE_CHECKING:
    from onetongue.account.reading import Account

_LONGEST = 4  # bytes of one character, in every encoding that has a fixed longest


class DamagedOutput(NamedTuple):
    """The text of an output, however damaged, and how to count its bytes.

    `undecodable` is the first byte that is not in the encoding. `text` then has a lone surrogate
    for each such byte, or ends there where the encoding has no room for these.
    """

    text: str
    errors: str
    undecodable: int | None = None

    def byte(self, at: int, encoding: str) -> int:
        """Count the bytes before a code point."""
        return len(self.text[:at].encode(encoding, self.errors))


def read_damaged(output: bytes, encoding: str) -> DamagedOutput:
    r"""Decode the bytes of a file, as far as they can be.

    >>> read_damaged(b"caf\xe9.", "utf-8").undecodable
    3
    """
    try:
        return DamagedOutput(output.decode(encoding, "surrogatepass"), "surrogatepass")
    except UnicodeError as err:  # a few old codecs do not say where
        at = err.start if isinstance(err, UnicodeDecodeError) else 0
    valid = escaped = ""
    with suppress(UnicodeError):  # a shift sequence may be open at that byte
        valid = output[:at].decode(encoding, "surrogatepass")
    with suppress(UnicodeError):
        escaped = output.decode(encoding, "surrogateescape")
    if escaped.startswith(valid):  # no lone surrogates of its own, which would be escaped too
        return DamagedOutput(escaped, "surrogateescape", at)
    return DamagedOutput(valid, "surrogatepass", at)


def first_out_of_place(text: str, account: Account) -> int:
    """Count the records before the first that does not stand where it was put."""
    for number, record in enumerate(account.records):
        if not text.startswith(record.replacement, record.target.start):
            return number
    return len(account.records)


def first_byte(found: bytes, expected: bytes) -> str:
    """Say which byte is the first that differs, of two contents that do.

    >>> first_byte(b"same", b"some")
    'byte 1 is the first that differs: 0x61, not 0x6f'
    """
    at = common_length(found, expected)
    if at == len(found):
        return f"it ends before byte {at}, too early"
    if at == len(expected):
        return f"byte {at} is the first too many"
    return f"byte {at} is the first that differs: {found[at]:#04x}, not {expected[at]:#04x}"


def place_of(at: int, body: str, account: Account) -> str:
    """Say in what a byte of the output stands, as it was written."""
    passed = end = 0
    for record in account.records:
        passed += len(encode_text(body[end : record.target.start], account.encoding))
        if at < passed:
            break
        passed += len(encode_text(record.replacement, account.encoding))
        if at < passed:
            return f"record {record.id}"
        end = record.target.end
    is_note = account.notes_length and at >= len(encode_text(body, account.encoding))
    return "its notes" if is_note else "the text outside the records"


def stretch(output: bytes, reading: DamagedOutput, account: Account, first: int) -> tuple[int, int]:
    """Between which bytes, both included, the first one that differs must be.

    At the latest it is in the first record out of place, or where the file cannot be decoded. It
    comes after the records in their places, as one change before them would have moved them.
    """
    records, encoding = account.records, account.encoding
    is_moved = len(reading.text) != account.output_length
    last = first if first < len(records) or is_moved else 0  # an unmoved change can be anywhere
    low = reading.byte(records[last - 1].target.end, encoding) if last else 0
    high = decoded = len(output)
    if reading.undecodable is not None:
        decoded = reading.undecodable
        high = min(high, decoded + _LONGEST - 1)
    if first < len(records) and records[first].target.start <= len(reading.text):
        start = reading.byte(records[first].target.start, encoding)
        replacement = encode_text(records[first].replacement, encoding)
        same = common_length(output[start:], replacement)
        if same < len(replacement) and start <= decoded:  # behind that code points do not count
            high = min(high, start + same)
    return (low if low <= high else 0), high


def common_length(one: bytes, other: bytes) -> int:
    """Count the bytes both have in common at their start."""
    return first_difference(one.decode("latin-1"), other.decode("latin-1"))
