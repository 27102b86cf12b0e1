"""How a step is computed, and what the learning rate follows."""

from __future__ import annotations

import time
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
