"""Files of sentence pairs as numbers, small enough to carry.

Responsible for: the `.npz` format of a shard, and spreading pairs over as few as a size allows.
Not responsible for: making batches of them (`batches`).

Every shard is a random sample of all pairs, so training can begin with the first to arrive. Lengths
are stored rather than places: they compress well, and a cumulative sum gives the places.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

PATTERN = "shard-*.npz"
_SAMPLE = 100_000  # pairs packed to learn how well they compress
_MARGIN = 1.03  # shards of a sample's size differ by less


class Cut(NamedTuple):
    """Pairs as the numbers of their pieces: as many entries on either side."""

    french: list[NDArray[np.uint16]]
    english: list[NDArray[np.uint16]]


class Columns(NamedTuple):
    """One language of a shard: all numbers in a row, and how many belong to each text."""

    ids: NDArray[np.uint16]
    lengths: NDArray[np.uint16]


def pack(pairs: Cut, rows: NDArray[np.int64]) -> bytes:
    """The chosen pairs as the bytes of an `.npz` file (numpy reads any zip compression)."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression=zipfile.ZIP_LZMA) as archive:
        for language, texts in zip(Cut._fields, pairs, strict=True):
            chosen = [texts[row] for row in rows]
            columns = Columns(
                np.concatenate([*chosen, np.zeros(0, np.uint16)]),
                np.array([len(text) for text in chosen], dtype=np.uint16),
            )
            for name, column in zip(Columns._fields, columns, strict=True):
                entry = zipfile.ZipInfo(f"{language}_{name}.npy")  # of 1980: the same every time
                entry.compress_type = zipfile.ZIP_LZMA
                with archive.open(entry, "w", force_zip64=True) as file:
                    np.lib.format.write_array(file, column)
    return packed.getvalue()


def read(path: Path) -> tuple[Columns, Columns]:
    """The French and the English of a shard."""
    with np.load(path) as file:
        french, english = (
            Columns(*(file[f"{language}_{name}"] for name in Columns._fields))
            for language in Cut._fields
        )
    return french, english


def write(pairs: Cut, folder: Path, limit: int, seed: int) -> dict[Path, int]:
    """Shuffle `pairs` into shards of at most `limit` bytes; returns how many pairs each has.

    Shards that were in `folder` before are deleted.
    """
    for old in folder.glob(PATTERN):
        old.unlink()
    order = np.random.default_rng(seed).permutation(len(pairs.french))
    sample = order[:_SAMPLE]
    whole = len(pack(pairs, sample)) / max(1, len(sample)) * len(order)
    count = int(whole * _MARGIN / limit) + 1
    while (packed := _within(pairs, np.array_split(order, count), limit)) is None:
        count += 1
    written: dict[Path, int] = {}
    for number, (content, rows) in enumerate(packed):
        path = folder / PATTERN.replace("*", f"{number:03}")
        path.write_bytes(content)
        written[path] = rows
    return written


def _within(
    pairs: Cut, parts: list[NDArray[np.int64]], limit: int
) -> list[tuple[bytes, int]] | None:
    packed: list[tuple[bytes, int]] = []
    for rows in parts:
        content = pack(pairs, rows)
        if len(content) > limit and len(rows) > 1:
            return None
        packed.append((content, len(rows)))
    return packed
