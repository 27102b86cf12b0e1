"""Puts `training/` on the path; a made-up corpus, prepared once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .made_up import made_up, write_mix

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))


@pytest.fixture(scope="session")
def mix(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A thousand made-up pairs."""
    return write_mix(tmp_path_factory.mktemp("corpora") / "mix-000.tsv.xz", made_up(1000))


@pytest.fixture(scope="session")
def prepared(mix: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Vocabulary, several shards and held-out pairs, made of them; nobody may change it."""
    from prepare import Settings, prepare  # noqa: PLC0415 -- the path is set above

    out = tmp_path_factory.mktemp("prepared")
    settings = Settings((mix,), out, held_out=40, vocabulary_size=400, shard_mb=0.008)
    assert len(prepare(settings).shards) > 1
    return out
