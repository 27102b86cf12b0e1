"""The sizes of a model and how it is trained: every default, and two named sets of them.

Responsible for: `Sizes` and `Plan`, which a checkpoint and the weights carry along.
Not responsible for: anything done with them. Imports nothing that takes long.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final


def _said(default: float, about: str) -> float:
    """A field with a default, and the help that the command line gives about it."""
    value: float = field(default=default, metadata={"help": about})
    return value


def _count(default: int, about: str) -> int:
    value: int = field(default=default, metadata={"help": about})
    return value


@dataclass(frozen=True, slots=True)
class Sizes:
    """A Transformer with a deep encoder and a shallow decoder, which is what decoding waits for."""

    width: int = _count(512, "numbers that stand for one piece")
    hidden: int = _count(2048, "width inside the feed-forward networks")
    heads: int = _count(8, "attention heads")
    encoder_layers: int = _count(6, "layers that read")
    decoder_layers: int = _count(2, "layers that write")


@dataclass(frozen=True, slots=True)
class Plan:
    """How it is trained. Times are in minutes, `positions` are padded pieces of one language."""

    minutes: float = _said(8.0, "end this command's training so long after its start")
    total_minutes: float = _said(24.0, "sum of --minutes over all commands")
    from_now: int = _count(0, "1: the rate follows --minutes of this command alone, for a last leg")
    total_steps: int = _count(0, "plan by steps instead of time")
    steps: int = _count(0, "end this command after so many steps")
    positions: int = _count(53_760, "a batch; 2**9 * 105 is a multiple of every length up to 160")
    dropout: float = _said(0.1, "share of activations silenced")
    smoothing: float = _said(0.1, "label smoothing")
    optimizer: str = field(default="muon", metadata={"help": "muon or adamw"})
    rate: float = _said(1e-3, "highest learning rate")
    floor: float = _said(0.02, "last learning rate as a share of the highest")
    warmup: int = _count(1_500, "steps until the learning rate is highest")
    weight_decay: float = _said(0.01, "of matrices")
    clip: float = _said(1.0, "longest gradient")
    average: float = _said(0.999, "share of the old average kept at every step")
    log_every: int = _count(100, "steps between two lines")
    save_minutes: float = _said(3.0, "between two checkpoints")
    evaluated: int = _count(500, "held-out lines translated at the end")
    seed: int = _count(1, "of weights, batches and dropout")


CONFIGS: Final = {
    "base": (Sizes(), Plan()),
    # Learns to copy a few words in seconds on a CPU: for tests.
    "tiny": (
        Sizes(width=32, hidden=64, heads=2, encoder_layers=1, decoder_layers=1),
        Plan(
            total_steps=60,
            positions=1_680,
            rate=5e-3,
            warmup=10,
            average=0.9,
            log_every=20,
            evaluated=20,
        ),
    ),
}
