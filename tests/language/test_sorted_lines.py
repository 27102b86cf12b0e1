from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.language.sorted_lines import PLACES, SortedLines, read

TABLES = ["words.txt", "near_tongues.txt"]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_sorted_and_found_whole(name: str) -> None:
    data = files("onetongue").joinpath("data", name).read_bytes()
    lines = [line for line in data.split(b"\n")[:-1] if not line.startswith(b"#")]
    keys = [line.partition(b"\t")[0] for line in lines]
    assert keys == sorted(set(keys))
    table = read(name)
    for line in [*lines[:3], *lines[:: len(lines) // 3000], *lines[-3:]]:
        key, *cells = line.split(b"\t")
        assert table.cells(key) == cells
        assert table.cells(key + b"\xff") == [b""]
    assert table.cells(b"") == table.cells(b"#") == table.cells(b"\xff") == [b""]


@given(
    st.sets(st.text("abé'\u0100", min_size=1, max_size=4), max_size=9), st.text("abé'", max_size=4)
)
def test_every_line_is_found_and_nothing_else(words: set[str], other: str) -> None:
    keys = sorted(word.encode() for word in words)
    table = SortedLines(b"".join(key + b"\t1\t" + key[::-1] + b"\n" for key in keys))
    assert all(table.cells(key) == [b"1", key[::-1]] for key in keys)
    expected = [b"1", other.encode()[::-1]] if other in words else [b""]
    assert table.cells(other.encode()) == expected


@pytest.mark.parametrize("size", [0, 1, 2, PLACES - 1, PLACES, PLACES + 1, 3 * PLACES])
def test_tables_of_every_size(size: int) -> None:
    keys = [f"{i:06}".encode() for i in range(0, 2 * size, 2)]
    table = SortedLines(b"".join(key + b"\tx\n" for key in keys))
    assert all(table.cells(key) == [b"x"] for key in keys)
    assert all(table.cells(f"{i:06}".encode()) == [b""] for i in range(-1, 2 * size + 2, 2))
