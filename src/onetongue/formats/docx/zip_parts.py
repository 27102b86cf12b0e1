"""The parts of a ZIP file read one by one, and written back so that all others keep their very bytes.

Responsible for: where each entry lies in the file, its content within a limit, and the same file with
some contents replaced: every other entry, headers, order and times are copied as they are.
Not responsible for: what the parts mean. Nothing is ever extracted to a folder.

Source: `APPNOTE.TXT 6.3 <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>`_. Its 64-bit
extension is refused: it is for files that are larger than any read here.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping

_END: Final = struct.Struct("<4s4H2LH")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_END_MARK, _CENTRAL_MARK, _LOCAL_MARK = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
_LONGEST_COMMENT: Final = 0xFFFF
_IS_64_BIT: Final = 0xFFFFFFFF
_ENCRYPTED, _DESCRIPTOR = 0x1, 0x8  # bits of the flags; the second: sizes stand after the content
_STORED, _DEFLATED = 0, 8
_EXTRA_64_BIT: Final = 1


class ZipEntry(NamedTuple):
    """One entry: its record in the directory, and where its bytes begin and end in the file."""

    name: str
    record: bytes  # fixed fields, name, extra field and comment
    flags: int
    method: int
    crc: int
    packed: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Zip:
    """A ZIP file held in memory, and its entries in the order of the directory."""

    data: bytes
    entries: tuple[ZipEntry, ...]
    tail: bytes  # the end record, comment included

    def entry(self, name: str) -> ZipEntry | None:
        """The entry of this name."""
        return next((entry for entry in self.entries if entry.name == name), None)

    def content(self, entry: ZipEntry, limit: int) -> bytes:
        """What an entry holds, never more than `limit` bytes of it unpacked.

        Raises:
            InputError: encrypted, larger, damaged, or packed in a way that is not read.
        """
        if entry.flags & _ENCRYPTED:
            raise InputError(f"{entry.name} is encrypted; save the file without a password")
        packed = self._packed(entry)
        if entry.method == _STORED:
            content = packed
        elif entry.method == _DEFLATED:
            content = _inflated(packed, limit, entry.name)
        else:
            raise InputError(f"{entry.name} is packed in a way that is not read ({entry.method})")
        if len(content) > limit:
            raise InputError(f"unpacked it is larger than {limit // 2**20} MB; split the file")
        if zlib.crc32(content) != entry.crc:
            raise InputError(f"{entry.name} is damaged: its checksum is wrong")
        return content

    def replaced(self, contents: Mapping[str, bytes]) -> bytes:
        """The file with these contents in place of those of the entries with these names."""
        if not contents:
            return self.data
        body: list[bytes] = []
        offsets: dict[int, int] = {}
        records: dict[int, bytes] = {}
        length = 0
        for i in sorted(range(len(self.entries)), key=lambda i: self.entries[i].start):
            entry = self.entries[i]
            offsets[i], records[i] = length, entry.record
            piece = self.data[entry.start : entry.end]
            if entry.name in contents:
                piece, records[i] = self._changed(entry, contents[entry.name])
            body.append(piece)
            length += len(piece)
        directory = b"".join(_with_offset(records[i], offsets[i]) for i in range(len(self.entries)))
        end = list(_END.unpack_from(self.tail))
        end[5:7] = len(directory), length
        return b"".join([*body, directory, _END.pack(*end), self.tail[_END.size :]])

    def _packed(self, entry: ZipEntry) -> bytes:
        start = entry.start + _LOCAL.size + sum(_LOCAL.unpack_from(self.data, entry.start)[9:11])
        return self.data[start : start + entry.packed]

    def _changed(self, entry: ZipEntry, content: bytes) -> tuple[bytes, bytes]:
        """An entry with another content, and its record."""
        packed = content
        if entry.method == _DEFLATED:
            packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
            packed = packer.compress(content) + packer.flush()
        sizes = zlib.crc32(content), len(packed), len(content)
        local = list(_LOCAL.unpack_from(self.data, entry.start))
        start = entry.start + _LOCAL.size
        name = self.data[start : start + local[9]]
        extra = _without_64_bit(self.data[start + local[9] : start + local[9] + local[10]])
        local[2] &= ~_DESCRIPTOR
        local[6:9] = sizes
        local[10] = len(extra)
        record = list(_CENTRAL.unpack_from(entry.record))
        record[3] &= ~_DESCRIPTOR
        record[7:10] = sizes
        return (
            b"".join([_LOCAL.pack(*local), name, extra, packed]),
            _CENTRAL.pack(*record) + entry.record[_CENTRAL.size :],
        )


def open_zip(data: bytes) -> Zip:
    """Find the entries of a ZIP file.

    Raises:
        InputError: it is none, or damaged, or its entries overlap or have the same name.
    """
    at = data.rfind(_END_MARK, max(0, len(data) - _END.size - _LONGEST_COMMENT))
    if at < 0 or at + _END.size > len(data):
        raise InputError("not a whole ZIP file: its directory is missing")
    _, disk, _, here, count, size, offset, comment = _END.unpack_from(data, at)
    if offset == _IS_64_BIT or disk or here != count or at + _END.size + comment != len(data):
        raise InputError(
            "a ZIP file of a kind that is not read (64-bit, split, or with an appendix)"
        )
    if offset + size != at:
        raise InputError("not a plain ZIP file: something stands before it, or its end is damaged")
    found = _entries(data, offset, at, count)
    _require_apart(data, found, offset)
    if len({entry.name for entry in found}) < len(found):
        raise InputError("a damaged ZIP file: two of its parts have the same name")
    starts = sorted([*(entry.start for entry in found), offset])
    ends = dict(pairwise(starts))
    entries = tuple(entry._replace(end=ends[entry.start]) for entry in found)
    return Zip(data, entries, data[at:])


def _entries(data: bytes, at: int, end: int, count: int) -> list[ZipEntry]:
    entries: list[ZipEntry] = []
    while at + _CENTRAL.size <= end and len(entries) < count:
        fields = _CENTRAL.unpack_from(data, at)
        length = _CENTRAL.size + sum(fields[10:13])
        record = data[at : at + length]
        if fields[0] != _CENTRAL_MARK or at + length > end or _IS_64_BIT in fields[8:10]:
            break
        name = record[_CENTRAL.size : _CENTRAL.size + fields[10]].decode("utf-8", "replace")
        flags, method, crc, packed, start = *fields[3:5], fields[7], fields[8], fields[16]
        entries.append(ZipEntry(name, record, flags, method, crc, packed, start, start))
        at += length
    if at != end or len(entries) != count:
        raise InputError("a damaged ZIP file: its directory cannot be read to the end")
    return entries


def _require_apart(data: bytes, entries: list[ZipEntry], directory: int) -> None:
    """Check that each entry is where the directory says, and ends before the next begins."""
    free = 0
    for entry in sorted(entries, key=lambda entry: entry.start):
        is_there = entry.start >= free and entry.start + _LOCAL.size <= directory
        if not is_there or data[entry.start : entry.start + 4] != _LOCAL_MARK:
            raise InputError(f"a damaged ZIP file: {entry.name} is not where it should be")
        lengths = sum(_LOCAL.unpack_from(data, entry.start)[9:11])
        free = entry.start + _LOCAL.size + lengths + entry.packed
    if free > directory or (entries and min(entry.start for entry in entries)):
        raise InputError("a damaged ZIP file: its parts do not fill it")


def _inflated(packed: bytes, limit: int, name: str) -> bytes:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        return unpacker.decompress(packed, limit + 1)
    except zlib.error as error:
        raise InputError(f"{name} is damaged: {error}") from error


def _without_64_bit(extra: bytes) -> bytes:
    """The extra field of an entry without its 64-bit sizes, which would be those of old."""
    kept, at = [], 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind != _EXTRA_64_BIT:
            kept.append(extra[at : at + 4 + length])
        at += 4 + length
    return b"".join([*kept, extra[at:]])


def _with_offset(record: bytes, offset: int) -> bytes:
    fields = list(_CENTRAL.unpack_from(record))
    fields[16] = offset
    return _CENTRAL.pack(*fields) + record[_CENTRAL.size :]
