"""Differences: outputs without any, and where the first is, in bytes and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.account.difference import (
    common_length,
    first_byte,
    first_out_of_place,
    place_of,
    read_damaged,
    stretch,
)
from onetongue.account.reading import Account, read_provenance

if TYPE_CHECKING:
    from support.documents import Normalize

GOLD = "é {Merci|Thanks}, {non|no}.\n"
OUTPUT = "é Thanks, no.\n"
NOTED = "é Thanks[^fr1], no[^fr2].\n"


@pytest.fixture
def account(normalize: Normalize) -> Account:
    return read_provenance(normalize(GOLD, "none").provenance())


# What was not damaged reads as it is, whatever it holds.


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-7", "utf-32-le"])
@given(text=st.text())
def test_reads_what_is_sound(encoding: str, text: str) -> None:
    reading = read_damaged(text.encode(encoding), encoding)
    assert (reading.text, reading.undecodable) == (text, None)


def test_surrogates_are_no_damage() -> None:
    assert read_damaged("a\ud800".encode("utf-8", "surrogatepass"), "utf-8")[::2] == (
        "a\ud800",
        None,
    )


def test_all_in_place(account: Account) -> None:
    assert first_out_of_place(OUTPUT, account) == 2


@pytest.mark.parametrize(
    ("output", "encoding", "text", "undecodable"),
    [
        (b"caf\xe9.", "utf-8", "caf\udce9.", 3),
        (b"\xff", "utf-8", "\udcff", 0),
        (b"a\xed\xa0\x80\xff", "utf-8", "a\ud800", 4),  # a lone surrogate of its own
        (b"a\x81b", "cp1252", "a\udc81b", 1),
        (b"a\x00b", "utf-16-le", "a", 2),
    ],
)
def test_reads_what_is_damaged(output: bytes, encoding: str, text: str, undecodable: int) -> None:
    reading = read_damaged(output, encoding)
    assert (reading.text, reading.undecodable) == (text, undecodable)
    assert reading.byte(len(text), encoding) in (len(output), undecodable)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("é thanks, no.\n", 0), ("é Thanks, yes.\n", 1), ("é Thanks! no.\n", 2)],
)
def test_the_first_out_of_place(account: Account, text: str, expected: int) -> None:
    assert first_out_of_place(text, account) == expected


@pytest.mark.parametrize(
    ("found", "expected", "message"),
    [
        (b"", b"a", "it ends before byte 0, too early"),
        (b"ab", b"abc", "it ends before byte 2, too early"),
        (b"abc", b"ab", "byte 2 is the first too many"),
        (b"abc", b"a\x07c", "byte 1 is the first that differs: 0x62, not 0x07"),
    ],
)
def test_the_first_byte(found: bytes, expected: bytes, message: str) -> None:
    assert first_byte(found, expected) == message


@given(st.binary(), st.binary())
def test_the_common_length(one: bytes, other: bytes) -> None:
    same = common_length(one, other)
    assert one[:same] == other[:same]
    assert one[same : same + 1] != other[same : same + 1] or one == other


OUTSIDE, NOTES = "the text outside the records", "its notes"


def test_in_what_a_byte_stands(account: Account) -> None:
    places = [place_of(at, OUTPUT, account) for at in range(len(OUTPUT.encode()) + 1)]
    wanted = [OUTSIDE] * 3 + ["record 1"] * 6 + [OUTSIDE] * 2 + ["record 2"] * 2 + [OUTSIDE] * 3
    assert places == wanted


def test_notes_come_after_the_text(normalize: Normalize) -> None:
    account = read_provenance(normalize(GOLD, "footnote").provenance())
    end = len(NOTED.encode())
    assert [place_of(at, NOTED, account) for at in (end - 1, end)] == [OUTSIDE, NOTES]


@pytest.mark.parametrize(
    ("output", "low", "high"),
    [
        ("é Thanks, no!\n", 0, 15),  # of the same length: anywhere
        ("é Thanks, no.\n\n", 13, 16),  # behind the last record
        ("é Thanks, yes.\n", 9, 11),  # in the second record, at the latest
        ("é thanks, no.\n", 0, 3),
        ("é Thanxs, no.\n", 0, 7),
        ("é", 0, 2),
        ("e Thanks, no.\n", 0, 14),
        ("ée Thanks, no.\n", 0, 3),
    ],
)
def test_between_which_bytes(account: Account, output: str, low: int, high: int) -> None:
    content = output.encode()
    reading = read_damaged(content, "utf-8")
    first = first_out_of_place(reading.text, account)
    assert stretch(content, reading, account, first) == (low, high)


def test_between_which_bytes_of_what_cannot_be_decoded(account: Account) -> None:
    content = b"\xc3\xa9 Th\xff\xff, no.\n"
    reading = read_damaged(content, "utf-8")
    assert reading.undecodable == 5
    assert stretch(content, reading, account, 0) == (0, 5)
    content = b"\xff\xff Thanks, no.\n"
    reading = read_damaged(content, "utf-8")
    assert stretch(content, reading, account, first_out_of_place(reading.text, account)) == (0, 3)
