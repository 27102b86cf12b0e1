"""The first step: vocabulary, shards, held-out pairs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pieces
import shards
from corpora import Pair, read_lines, read_mix
from normalise import TABLE, normalise
from prepare import Settings, prepare

from .made_up import made_up

if TYPE_CHECKING:
    from pathlib import Path

    from sentencepiece import SentencePieceProcessor


@pytest.fixture(scope="session")
def processor(prepared: Path) -> SentencePieceProcessor:
    return pieces.load(prepared / "sentencepiece.model")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_settings_write_the_same_bytes(mix: Path, tmp_path: Path) -> None:
    settings = Settings((mix,), tmp_path / "one", held_out=40, vocabulary_size=400, limit=500)
    prepare(settings)
    prepare(replace(settings, out=tmp_path / "two"))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_excluded_text_is_nowhere(mix: Path, tmp_path: Path) -> None:
    excluded = tmp_path / "eval.fr"
    excluded.write_text("".join(f"{french}\n" for french, _ in made_up(1000)[:900]))
    settings = Settings(
        (mix,), tmp_path / "out", exclude=(excluded,), held_out=60, vocabulary_size=340
    )
    found = prepare(settings)
    assert (found.read, found.excluded, found.held_out, found.kept) == (1000, 900, 60, 40)
    held_out = read_lines(tmp_path / "out" / "dev.fr")
    assert set(held_out).isdisjoint(read_lines(excluded))


def test_every_pair_is_in_one_shard(
    prepared: Path, mix: Path, processor: SentencePieceProcessor
) -> None:
    texts = []
    for path in sorted(prepared.glob(shards.PATTERN)):
        assert path.stat().st_size <= 8_000
        french, english = shards.read(path)
        ids = [np.split(side.ids, np.cumsum(side.lengths)[:-1]) for side in (french, english)]
        texts += [
            Pair(*(processor.decode([int(n) for n in text]) for text in both))
            for both in zip(*ids, strict=True)
        ]
    held_out = zip(*(read_lines(prepared / f"dev.{code}") for code in ("fr", "en")), strict=True)
    assert set(read_mix([mix])) <= {*texts, *map(Pair._make, held_out)}


def test_a_vocabulary_can_be_used_again(mix: Path, prepared: Path, tmp_path: Path) -> None:
    vocabulary = prepared / "sentencepiece.model"
    prepare(Settings((mix,), tmp_path, vocabulary=vocabulary, limit=100, held_out=10))
    assert (tmp_path / "sentencepiece.model").read_bytes() == vocabulary.read_bytes()


@given(
    st.lists(st.sampled_from([*map(chr, TABLE), *"abé'1 «»EÀç", "e\u0301", "C\u0327"]), max_size=20)
)
def test_the_vocabulary_normalises_as_we_do(
    processor: SentencePieceProcessor, text: list[str]
) -> None:
    written = "".join(text)
    assert processor.encode(written) == processor.encode(normalise(written))
