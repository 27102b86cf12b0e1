"""How a step is computed, and what the learning rate follows."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

torch = pytest.importorskip("torch")

from batches import Pairs
from plan import CONFIGS
from trainer import Clock, Trainer, multiplies_bf16

if TYPE_CHECKING:
    from pathlib import Path

SIZES, PLAN = CONFIGS["tiny"]
CPU = torch.device("cpu")


@pytest.mark.parametrize(
    ("capabilities", "expected"),
    [
        ({"avx512_bf16": True}, torch.bfloat16),
        ({"avx512_bf16": False, "avx2": True}, torch.float32),
    ],
    ids=["with", "without"],
)
def test_products_are_in_bf16_where_the_processor_has_it(
    prepared: Path,
    capabilities: dict[str, bool],
    expected: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("torch.cpu.get_capabilities", lambda: capabilities)
    trainer = Trainer(SIZES, PLAN, 400, CPU, Clock(time.monotonic()))
    pairs, seen = Pairs(CPU), []
    for one in (trainer.model, trainer.average):
        one.encoder[0].up.register_forward_hook(lambda *given: seen.append(given[-1].dtype))
    loss, _labels = trainer.update(next(trainer.batches(pairs, prepared)))
    trainer.loss_on(pairs)
    assert set(seen) == {expected}
    assert loss.dtype == torch.float32
    assert {one.dtype for one in trainer.model.parameters()} == {torch.float32}


def test_products_on_a_gpu_are_in_bf16(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("torch.cpu.get_capabilities", dict)
    assert multiplies_bf16(torch.device("cuda"))
    assert not multiplies_bf16(CPU)


def test_a_last_leg_counts_its_own_minutes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    long = replace(PLAN, total_steps=0, total_minutes=1000.0, floor=1.0)
    before = Trainer(SIZES, long, 400, CPU, Clock(now))
    now += 60 * 600
    assert before.progress == 0.6
    before.save(tmp_path / "checkpoint.pt")

    leg = replace(long, minutes=20.0, floor=0.02)
    counted = {}
    for from_now in (0, 1):
        trainer = Trainer(SIZES, replace(leg, from_now=from_now), 400, CPU, Clock(now - 60 * 5))
        trainer.restore(tmp_path / "checkpoint.pt")
        counted[from_now] = trainer.progress
    assert counted == {0: 0.605, 1: 0.25}


def test_the_learning_rate_of_a_last_leg_falls_in_its_minutes(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    plan = replace(PLAN, total_steps=0, minutes=10.0, rate=1e-3, floor=0.1, warmup=1, from_now=1)
    trainer = Trainer(SIZES, plan, 400, CPU, Clock(now))
    batches, rates = trainer.batches(Pairs(CPU), prepared), []
    for minute in (0, 5, 10):
        now = 60.0 * minute
        trainer.update(next(batches))
        rates.append(trainer.optimizers[0].param_groups[0]["lr"])
    assert rates == pytest.approx([1e-3, 5.5e-4, 1e-4])
