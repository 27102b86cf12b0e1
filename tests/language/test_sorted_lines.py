from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.language.sorted_lines import cells, read


@pytest.mark.parametrize("name", ["words.txt", "near_tongues.txt"])
def test_a_table_is_sorted_and_has_no_header(name: str) -> None:
    table = read(name)
    assert table.startswith(b"\n")
    assert table.endswith(b"\n")
    keys = [line.partition(b"\t")[0] for line in table[1:-1].split(b"\n")]
    assert keys == sorted(set(keys))
    assert not any(key.startswith(b"#") for key in keys)


@given(
    st.sets(st.text("abé'\u0100", min_size=1, max_size=4), max_size=9), st.text("abé'", max_size=4)
)
def test_every_line_is_found_and_nothing_else(words: set[str], other: str) -> None:
    keys = sorted(word.encode() for word in words)
    table = b"\n" + b"".join(key + b"\t1\t" + key[::-1] + b"\n" for key in keys)
    assert all(cells(table, key) == [b"1", key[::-1]] for key in keys)
    assert cells(table, other.encode()) == (
        [b"1", other.encode()[::-1]] if other in words else [b""]
    )
