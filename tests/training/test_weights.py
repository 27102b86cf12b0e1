"""Parts of a size, and what is lost in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from plan import CONFIGS
from weights import load, save

if TYPE_CHECKING:
    from pathlib import Path

SIZES = CONFIGS["tiny"][0]
STATE = {
    "matrix": np.random.default_rng(1).normal(size=(100, 300)).astype(np.float32),
    "vector": np.random.default_rng(2).normal(size=300).astype(np.float32),
    "zeros": np.zeros((2, 3), np.float32),
}


def test_parts_are_no_larger_than_asked_and_old_ones_go(tmp_path: Path) -> None:
    (tmp_path / "weights.099").write_bytes(b"old")
    paths = save(tmp_path, SIZES, STATE, "int8", 10_000)
    assert len(paths) > 2
    assert all(path.stat().st_size <= 10_000 for path in paths)
    assert sorted(tmp_path.iterdir()) == paths


def test_int8_is_within_half_a_step(tmp_path: Path) -> None:
    save(tmp_path, SIZES, STATE, "int8", 10**6)
    sizes, state = load(tmp_path)
    step = np.abs(STATE["matrix"]).max(axis=1, keepdims=True) / 127
    assert sizes == SIZES
    assert np.all(np.abs(state["matrix"] - STATE["matrix"]) <= step * 0.501)
    assert np.array_equal(state["vector"], STATE["vector"])
    assert np.array_equal(state["zeros"], STATE["zeros"])


def test_saving_what_was_loaded_changes_nothing(tmp_path: Path) -> None:
    save(tmp_path / "one", SIZES, STATE, "int8", 10**6)
    state = load(tmp_path / "one")[1]
    save(tmp_path / "two", SIZES, state, "int8", 10**6)
    assert all(np.allclose(one, state[n]) for n, one in load(tmp_path / "two")[1].items())


def test_float16_keeps_three_digits(tmp_path: Path) -> None:
    save(tmp_path, SIZES, STATE, "float16", 10**6)
    assert np.allclose(load(tmp_path)[1]["matrix"], STATE["matrix"], rtol=1e-3)


def test_no_parts(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no weights"):
        load(tmp_path)
