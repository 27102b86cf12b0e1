"""Tables of sorted lines in the package's data, asked without being parsed.

Responsible for: reading one, and finding a line by bisection.
Not responsible for: what the cells of a line mean.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read(name: str) -> bytes:
    """A table without its header, a line feed before each line."""
    data = files("onetongue").joinpath("data", name).read_bytes()
    while data.startswith(b"#"):
        data = data[data.index(b"\n") + 1 :]
    return b"\n" + data


def cells(table: bytes, key: bytes) -> list[bytes]:
    """The cells that follow `key` in its line; one empty cell where no line begins with it.

    The lines are sorted by their first cells, byte by byte.
    """
    line = key + b"\t"  # a tab comes before any letter
    size = len(line)
    low, high = 0, len(table) - 1  # the line feeds before the first candidate and after the last
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2 + 1) + 1
        found = table[start : start + size]
        if found == line:
            return table[start + size : table.index(b"\n", start)].split(b"\t")
        if found < line:
            low = table.index(b"\n", start)
        else:
            high = start - 1
    return [b""]
