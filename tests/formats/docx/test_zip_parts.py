"""The parts of a ZIP file: read one by one, and all others as they were."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest

from onetongue.errors import InputError
from onetongue.formats.docx.zip_parts import open_zip

LIMIT = 2**20
MANY = b"deux " * 100


def made(
    *, method: int = zipfile.ZIP_DEFLATED, comment: bytes = b"", extra: bytes = b"", stream: bool = False
) -> bytes:  # fmt: skip
    """Three entries; those of a stream have their sizes after their contents."""
    file = io.BytesIO()
    target = _Unseekable(file) if stream else file
    with zipfile.ZipFile(target, "w", method) as packed:
        for name, content in [("un", b"un"), ("deux", MANY), ("trois", b"")]:
            info = zipfile.ZipInfo(name, (2023, 9, 20, 12, 0, 0))
            info.compress_type = method
            info.extra = extra
            packed.writestr(info, content)
        packed.comment = comment
    return file.getvalue()


class _Unseekable(io.BytesIO):
    def __init__(self, file: io.BytesIO) -> None:
        super().__init__()
        self._file = file

    def write(self, data: object) -> int:
        return self._file.write(data)  # type: ignore[arg-type]

    def flush(self) -> None:
        pass

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation

    def tell(self) -> int:
        raise io.UnsupportedOperation


SHAPES = [
    made(),
    made(method=zipfile.ZIP_STORED),
    made(comment=b"a comment"),
    made(extra=b"\x55\x54\x01\x00\x00"),
    made(stream=True),
    made(comment=b"a" * 0xFFFF),
]


@pytest.mark.parametrize("data", SHAPES, ids=range(len(SHAPES)))
def test_without_a_change_every_byte_stays(data: bytes) -> None:
    file = open_zip(data)
    assert file.replaced({}) == data
    assert file.replaced({"unknown": b"x"}) == data
    assert [file.content(entry, LIMIT) for entry in file.entries] == [b"un", MANY, b""]
    assert file.entry("quatre") is None


@pytest.mark.parametrize("data", SHAPES, ids=range(len(SHAPES)))
@pytest.mark.parametrize("changed", ["un", "deux", "trois"])
def test_only_the_entry_that_is_replaced_changes(data: bytes, changed: str) -> None:
    output = open_zip(data).replaced({changed: b"quatre"})
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(output)) as new:
        assert new.testzip() is None
        assert (new.namelist(), new.comment) == (old.namelist(), old.comment)
        for one, other in zip(old.infolist(), new.infolist(), strict=True):
            is_same = one.filename != changed
            assert new.read(other) == (old.read(one) if is_same else b"quatre")
            assert (other.date_time, other.compress_type) == (one.date_time, one.compress_type)
            assert other.flag_bits == (one.flag_bits if is_same else 0)
    was, now = open_zip(data), open_zip(output)
    for before, after in zip(was.entries, now.entries, strict=True):
        if before.name != changed:
            assert data[before.start : before.end] == output[after.start : after.end]
    assert now.replaced({}) == output


def test_the_sizes_of_a_large_entry_are_not_kept_for_another_content() -> None:
    sizes, other = struct.pack("<HHQQ", 1, 16, 2, 2), b"\x55\x54\x01\x00\x00"
    stand_in = b"\x77\x77" + sizes[2:]  # zipfile writes no such field for a small entry
    data = made(extra=stand_in + other).replace(stand_in, sizes)
    assert data.startswith(sizes + other, 30 + len("un"))
    output = open_zip(data).replaced({"un": b"quatre"})
    assert output.startswith(other, 30 + len("un"))
    assert open_zip(output).content(open_zip(output).entries[0], LIMIT) == b"quatre"
    with zipfile.ZipFile(io.BytesIO(output)) as file:
        assert file.read("un") == b"quatre"
        assert file.read("deux") == MANY


def test_an_order_of_its_own() -> None:
    """The directory may name the entries in any order."""
    data = made()
    at = open_zip(data).entries[-1].end
    end = data.index(b"PK\x05\x06")
    records = [entry.record for entry in open_zip(data).entries]
    turned = data[:at] + b"".join(reversed(records)) + data[end:]
    file = open_zip(turned)
    assert [entry.name for entry in file.entries] == ["trois", "deux", "un"]
    output = file.replaced({"deux": b"x"})
    assert [open_zip(output).content(one, LIMIT) for one in open_zip(output).entries] == [b"", b"x", b"un"]  # fmt: skip


def patched(at: int, value: bytes, data: bytes = made()) -> bytes:
    at = at if at >= 0 else len(data) + at
    return data[:at] + value + data[at + len(value) :]


def _central(offset: int) -> int:
    return made().index(b"PK\x01\x02") + offset


def _last(offset: int) -> int:
    return made().rindex(b"PK\x01\x02") + offset


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not a whole ZIP file"),
        (made()[:-1], "not a whole ZIP file"),
        (made() + b"x", "with an appendix"),
        (b"x" + made(), "something stands before it"),
        (patched(-18, b"\x01\x00"), "split"),
        (patched(-12, b"\x02\x00"), "split"),
        (patched(-6, b"\xff\xff\xff\xff"), "64-bit"),
        (patched(-14, b"\x02\x00\x02\x00"), "cannot be read to the end"),
        (patched(-14, b"\x04\x00\x04\x00"), "cannot be read to the end"),
        (patched(_central(0), b"XX"), "cannot be read to the end"),
        (patched(_central(20), b"\xff\xff\xff\xff"), "cannot be read to the end"),
        # One byte more than there is, of the first and of the last.
        (patched(_central(20), b"\x05\x00\x00\x00"), "deux is not where it should be"),
        (patched(_last(20), b"\x03\x00\x00\x00"), "do not fill it"),
        (patched(_central(42), b"\x01"), "is not where it should be"),
        (patched(0, b"XX"), "un is not where it should be"),
    ],
)
def test_a_damaged_file_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        open_zip(data)


def test_two_parts_of_one_name_are_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("aa", b"1")
        packed.writestr("ab", b"2")
    with pytest.raises(InputError, match="the same name"):
        open_zip(file.getvalue().replace(b"ab", b"aa"))


@pytest.mark.parametrize(
    ("at", "value", "said"),
    [
        (8, b"\x01\x00", "encrypted"),
        (10, b"\x0e\x00", r"not read \(14\)"),
        (16, b"\x00\x00\x00\x00", "checksum"),
    ],
)
def test_an_entry_that_cannot_be_read(at: int, value: bytes, said: str) -> None:
    file = open_zip(patched(_central(at), value))
    with pytest.raises(InputError, match=f"un is .*{said}"):
        file.content(file.entries[0], LIMIT)
    assert file.content(file.entries[1], LIMIT) == MANY


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_no_more_is_unpacked_than_the_limit(method: int) -> None:
    file = open_zip(made(method=method))
    entry = file.entries[1]
    assert file.content(entry, len(MANY)) == MANY
    with pytest.raises(InputError, match="larger than"):
        file.content(entry, len(MANY) - 1)


def test_damaged_content_is_named() -> None:
    data = made()
    start = open_zip(data).entries[0].start + 30 + len("un")
    broken = open_zip(patched(start, b"\xff\xff"))
    with pytest.raises(InputError, match=r"un is damaged: Error"):
        broken.content(broken.entries[0], LIMIT)
    assert zlib.crc32(b"un") == broken.entries[0].crc
