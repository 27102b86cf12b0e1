"""From made-up pairs to a package that our own engine translates with, on a CPU in seconds."""

from __future__ import annotations

import os
import shutil
import signal
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("sacrebleu")

import export
import shards
import train
import weights
from batches import Batch, Pairs
from corpora import read_lines
from model import Transformer, greedy
from onetongue.document import Options
from onetongue.engines import choose
from onetongue.engines.argos import ArgosTranslator, Decoding, Handling
from onetongue.engines.packages.package import read
from onetongue.errors import ModelError
from pieces import BOS, EOS, PAD
from plan import CONFIGS
from trainer import Clock, Trainer, rate

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES, PLAN = CONFIGS["tiny"]
CPU = torch.device("cpu")


@pytest.fixture(autouse=True, scope="module")
def one_thread() -> Iterator[None]:
    """Two threads that wait for each other are slower than one on so small a model."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def trained(prepared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a run of 300 steps, with its weights and checkpoint."""
    run = tmp_path_factory.mktemp("run")
    command = train.Command(prepared, run / "checkpoint.pt", weights=run / "weights", part_mb=0.03)
    train.run(SIZES, replace(PLAN, total_steps=300), command, CPU, Clock(time.monotonic()))
    return run


def begun(folder: Path, steps: int, run: Path, optimizer: str = "adamw") -> Trainer:
    """Train in `folder` until so many steps of 40 are done, going on if `run` has a checkpoint."""
    command = train.Command(folder, run / "checkpoint.pt", held_out=folder)
    plan = replace(
        PLAN,
        optimizer=optimizer,
        total_steps=40,
        steps=steps,
        minutes=1e9,
        evaluated=2,
        log_every=100,
    )
    return train.run(SIZES, plan, command, CPU, Clock(time.monotonic()))


def shard_names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob(shards.PATTERN))


def copied(prepared: Path, folder: Path, leaving: int = 0) -> Path:
    """A copy of the prepared folder, without the last `leaving` shards."""
    shutil.copytree(prepared, folder)
    for name in shard_names(folder)[len(shard_names(folder)) - leaving :]:
        (folder / name).unlink()
    return folder


def test_our_engine_translates_as_pytorch_does(
    prepared: Path, trained: Path, tmp_path: Path
) -> None:
    made = export.load(trained / "weights", prepared / "sentencepiece.model")
    folder = export.write_package(
        made, prepared / "sentencepiece.model", tmp_path, quantization=None
    )
    lines = read_lines(prepared / "dev.fr")[:20]
    model = Transformer(made.sizes, len(made.pieces)).eval()
    model.load_state_dict({name: torch.from_numpy(one) for name, one in made.state.items()})
    expected = made.processor.decode(greedy(model, made.processor.encode(lines)))
    found = [
        one.text for one in ArgosTranslator(read(folder), Handling(Decoding(1))).translate(lines)
    ]
    assert found == expected
    assert len(set(found)) > 10  # it has learnt something
    assert export.count_alike(made, lines) == len(lines)


def test_the_package_is_verified_and_chosen(
    prepared: Path, trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokenizer = prepared / "sentencepiece.model"
    folder = export.write_package(export.load(trained / "weights", tokenizer), tokenizer, tmp_path)
    monkeypatch.setattr("onetongue.engines.packages.package.EMBEDDED", tmp_path)
    engine = choose(Options(), "fr")
    assert engine.id.model == folder.name == "translate-fr_en-1_0"
    assert engine.id.compute_type.startswith("int8")
    assert engine.translate(["Le chat noir voit 12 livre."])[0].text
    assert choose(Options(model=f"{folder}.argosmodel"), "fr").id.sha256 == engine.id.sha256
    about = (folder / "README.md").read_text()
    assert "CC BY-SA 4.0" in about
    assert "Not measured yet" in about
    assert "{" not in about
    (folder / "README.md").write_text("Another")
    with pytest.raises(ModelError, match="damaged or tampered with"):
        read(folder)


def test_the_same_weights_make_the_same_archive(
    prepared: Path, trained: Path, tmp_path: Path
) -> None:
    tokenizer = prepared / "sentencepiece.model"
    made = export.load(trained / "weights", tokenizer)
    one, other = (
        Path(f"{export.write_package(made, tokenizer, tmp_path / name)}.argosmodel")
        for name in ("one", "other")
    )
    assert one.read_bytes() == other.read_bytes()


def test_weights_come_in_parts_and_are_the_checkpoint_s_average(
    prepared: Path, trained: Path
) -> None:
    parts = sorted((trained / "weights").iterdir())
    assert len(parts) > 1
    assert all(part.stat().st_size <= 30_000 for part in parts)
    carried = weights.load(trained / "weights")[1]
    whole = export.load(trained / "checkpoint.pt", prepared / "sentencepiece.model").state
    assert carried.keys() == whole.keys()
    for name, value in whole.items():
        assert abs(carried[name] - value).max() <= abs(value).max() / 127


@pytest.mark.parametrize("optimizer", ["adamw", "muon"])
def test_a_run_in_parts_is_the_run(prepared: Path, tmp_path: Path, optimizer: str) -> None:
    whole = begun(prepared, 0, tmp_path / "whole", optimizer)
    for steps in (11, 17, 0):
        parts = begun(prepared, steps, tmp_path / "parts", optimizer)
    assert (parts.step, parts.epoch, parts.done) == (whole.step, whole.epoch, whole.done)
    for name, value in whole.average.state_dict().items():
        assert torch.equal(value, parts.average.state_dict()[name]), name


def test_shards_may_arrive_between_commands_and_join_at_the_next_epoch(
    prepared: Path, tmp_path: Path
) -> None:
    folder = copied(prepared, tmp_path / "data", leaving=1)
    first = begun(folder, 3, tmp_path / "run")
    before, late = first.shards, shard_names(prepared)[-1]
    assert late not in before
    shutil.copy(prepared / late, folder / late)
    trainer = begun(folder, 1, tmp_path / "run")
    assert trainer.shards == before  # the epoch is not over
    trainer = begun(folder, 0, tmp_path / "run")
    assert trainer.shards == (*before, late)
    assert trainer.epoch > 0


def test_a_missing_shard_begins_another_epoch(prepared: Path, tmp_path: Path) -> None:
    folder = copied(prepared, tmp_path / "data")
    begun(folder, 3, tmp_path / "run")
    (folder / shard_names(folder)[0]).unlink()
    trainer = begun(folder, 1, tmp_path / "run")
    assert (trainer.epoch, trainer.done, len(trainer.shards)) == (
        1,
        1,
        len(shard_names(folder)),
    )


def test_batches_hold_every_pair_once(prepared: Path) -> None:
    pairs = Pairs(CPU)
    pairs.add_folder(prepared)
    plan = pairs.epoch(1680, seed=7)
    rows = torch.cat([rows for rows, _ in plan]).tolist()
    assert len(rows) == len(set(rows)) > 0.9 * len(pairs)
    assert [r.tolist() for r, _ in plan] == [r.tolist() for r, _ in pairs.epoch(1680, seed=7)]
    assert [r.tolist() for r, _ in plan] != [r.tolist() for r, _ in pairs.epoch(1680, seed=8)]
    for chosen, width in plan:
        batch = pairs.batch(chosen, width)
        assert batch.source.numel() == 1680
        assert (batch.target[:, 0] == BOS).all()
        assert ((batch.labels == EOS).sum(dim=1) == 1).all()
        inside = batch.labels[:, 1:] != PAD
        assert torch.equal(batch.target[:, 1:][inside], batch.labels[:, :-1][inside])


def test_a_signal_ends_a_run_cleanly(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = signal.getsignal(signal.SIGTERM)
    update = Trainer.update

    def interrupted(self: Trainer, batch: Batch) -> object:
        if self.step == 4:
            os.kill(os.getpid(), signal.SIGTERM)
        return update(self, batch)

    monkeypatch.setattr(Trainer, "update", interrupted)
    assert begun(prepared, 0, tmp_path).step == 5
    assert (tmp_path / "checkpoint.pt").is_file()
    assert signal.getsignal(signal.SIGTERM) == usual


def test_what_cannot_be_gone_on_with(prepared: Path, tmp_path: Path) -> None:
    begun(prepared, 1, tmp_path)
    command = train.Command(prepared, tmp_path / "checkpoint.pt")
    with pytest.raises(ValueError, match="of another model"):
        train.run(replace(SIZES, hidden=32), PLAN, command, CPU, Clock(time.monotonic()))
    empty = copied(prepared, tmp_path / "empty", leaving=len(shard_names(prepared)))
    with pytest.raises(ValueError, match="do not fill one batch"):
        begun(empty, 1, tmp_path / "new")


def test_weights_to_begin_with(prepared: Path, trained: Path, tmp_path: Path) -> None:
    command = train.Command(prepared, tmp_path / "c.pt", begin_with=trained / "weights")
    plan = replace(PLAN, total_steps=1, minutes=1e9, rate=0.0, evaluated=1)
    trainer = train.run(SIZES, plan, command, CPU, Clock(time.monotonic()))
    carried = weights.load(trained / "weights")[1]
    for name, value in trainer.average.state_dict().items():
        assert torch.allclose(value, torch.from_numpy(carried[name]), atol=1e-6), name


def test_the_learning_rate() -> None:
    plan = replace(PLAN, warmup=10, rate=1.0, floor=0.1)
    assert rate(plan, 0, 0.0) == pytest.approx(0.1)
    assert rate(plan, 9, 0.0) == pytest.approx(1.0)
    assert rate(plan, 99, 0.5) == pytest.approx(0.55)
    assert rate(plan, 99, 1.0) == rate(plan, 99, 2.0) == pytest.approx(0.1)
