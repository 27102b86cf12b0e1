"""The state of a training run: model, average, optimiser and place in the data.

Responsible for: one step, checkpoints that a later command goes on from as if it had not stopped,
the loss on held-out pairs and translations of them.
Not responsible for: when to stop and what to print (`train`), or which pairs there are (`batches`).
"""

from __future__ import annotations

import copy
import math
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, nn

from model import Transformer, greedy
from pieces import PAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from batches import Batch, Pairs
    from plan import Plan, Sizes

_BETAS = (0.9, 0.98)  # of Adam, and
_EPSILON = 1e-9  # as Vaswani et al. (2017) train Transformers
_ROWS = 128  # texts translated at once
_EVALUATED_POSITIONS = 8_192
_EPOCHS_A_SEED = 100_000  # more than there are epochs, so that no two runs share an order


@dataclass(frozen=True, slots=True)
class Clock:
    """The wall clock of a command that began at `started` (monotonic seconds)."""

    started: float

    @property
    def seconds(self) -> float:
        """Seconds since the command began."""
        return time.monotonic() - self.started


def multiplies_bf16(device: torch.device) -> bool:
    """Whether matrices are multiplied in bf16 faster than in float32: on GPUs and some processors.

    Measured on one core, GFLOP/s in float32 and bf16: 60 and 200 in training with AVX-512's bf16.
    Elsewhere it is emulated: 80 and 85 for oneDNN kept to other AVX-512, 77 and 14 to AVX2. What
    ARM's bf16 does was not measured, so it is not used.
    """
    return device.type != "cpu" or bool(torch.cpu.get_capabilities().get("avx512_bf16"))


def rate(plan: Plan, step: int, progress: float) -> float:
    """The learning rate: rises by steps, then follows half a cosine until progress is 1."""
    warm = min(1.0, (step + 1) / plan.warmup)
    left = max(0.0, 1.0 - progress)
    decay = plan.floor + (1 - plan.floor) * 0.5 * (1 - math.cos(math.pi * left))
    return plan.rate * warm * decay


class Trainer:
    """Everything that a checkpoint holds, on one device."""

    def __init__(
        self, sizes: Sizes, plan: Plan, vocabulary: int, device: torch.device, clock: Clock
    ) -> None:
        torch.manual_seed(plan.seed)
        self.sizes, self.plan, self.device, self.clock = sizes, plan, device, clock
        self.model = Transformer(sizes, vocabulary, plan.dropout).to(device).train()
        self.on_gpu = device.type == "cuda"
        if self.on_gpu:
            self.model.residual_dtype = torch.bfloat16
        self.average = copy.deepcopy(self.model).eval().requires_grad_(False)
        self.optimizers = self._made_optimizers()
        self.step = self.epoch = self.done = 0
        self.shards: tuple[str, ...] = ()
        self.seconds_before = 0.0

    def _made_optimizers(self) -> list[torch.optim.Optimizer]:
        """Muon for the matrices between the embedding and the answer and AdamW for the rest, or all."""
        plan, muon = self.plan, self.plan.optimizer == "muon"
        groups: dict[str, list[Tensor]] = {"muon": [], "matrices": [], "vectors": []}
        for name, parameter in self.model.named_parameters():
            kind = "vectors" if parameter.ndim == 1 else "matrices"
            hidden = kind == "matrices" and not name.startswith("embedding")
            groups["muon" if muon and hidden else kind].append(parameter)
        adam = torch.optim.AdamW(
            [
                {"params": groups["matrices"], "weight_decay": plan.weight_decay},
                {"params": groups["vectors"], "weight_decay": 0.0},
            ],
            lr=plan.rate,
            betas=_BETAS,
            eps=_EPSILON,
            fused=self.on_gpu,
        )
        if not muon:
            return [adam]
        # Its steps are made as long as AdamW's, so that one learning rate suits both.
        return [
            adam,
            torch.optim.Muon(
                groups["muon"],
                lr=plan.rate,
                weight_decay=plan.weight_decay,
                adjust_lr_fn="match_rms_adamw",
            ),
        ]

    def begin_with(self, state: dict[str, Any]) -> None:
        """Begin with weights (numpy arrays) of the same sizes, with nothing else of their run."""
        tensors = {name: torch.from_numpy(value) for name, value in state.items()}
        self.model.load_state_dict(tensors)
        self.average.load_state_dict(tensors)

    def restore(self, path: Path) -> None:
        """Go on from a checkpoint.

        Raises:
            ValueError: it is of a model of other sizes.
        """
        saved = torch.load(path, map_location="cpu", weights_only=True)
        if saved["sizes"] != asdict(self.sizes):
            raise ValueError(f"{path}: of another model, {saved['sizes']}; give its sizes")
        self.model.load_state_dict(saved["model"])
        self.average.load_state_dict(saved["average"])
        for optimizer, state in zip(self.optimizers, saved["optimizers"], strict=True):
            optimizer.load_state_dict(state)
        self.step, self.epoch, self.done = saved["step"], saved["epoch"], saved["done"]
        self.shards, self.seconds_before = tuple(saved["shards"]), saved["seconds"]
        torch.set_rng_state(saved["random"][0])
        if self.on_gpu and len(saved["random"]) > 1:
            torch.cuda.set_rng_state(saved["random"][1])

    def save(self, path: Path) -> None:
        """Write a checkpoint; what interrupts it leaves the old one whole."""
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f"{path.name}.partial")
        random = [torch.get_rng_state(), *([torch.cuda.get_rng_state()] if self.on_gpu else [])]
        saved = {
            "sizes": asdict(self.sizes),
            "model": self.model.state_dict(),
            "average": self.average.state_dict(),
            "optimizers": [optimizer.state_dict() for optimizer in self.optimizers],
            "step": self.step,
            "epoch": self.epoch,
            "done": self.done,
            "shards": list(self.shards),
            "random": random,
            "seconds": self.seconds_before + self.clock.seconds,
        }
        torch.save(saved, partial)
        partial.replace(path)

    @property
    def progress(self) -> float:
        """How much of the plan is done: by steps if it counts them, else by time.

        The time is that of all commands, or with `from_now` of this one, so that the last leg of a
        run of whatever length goes through the whole fall of the learning rate.
        """
        if self.plan.total_steps:
            return self.step / self.plan.total_steps
        if self.plan.from_now:
            return self.clock.seconds / (60 * self.plan.minutes)
        return (self.seconds_before + self.clock.seconds) / (60 * self.plan.total_minutes)

    def batches(self, pairs: Pairs, folder: Path) -> Iterator[Batch]:
        """Batches without end; shards that have arrived in `folder` join at the next epoch.

        The first epoch goes on where the checkpoint left it, with the shards it had then; if one
        of them is missing it begins anew with those that are there.

        Raises:
            ValueError: all pairs together do not fill one batch.
        """
        for name in self.shards:
            if (folder / name).is_file():
                pairs.add(folder / name)
        if pairs.loaded != self.shards or not self.done:
            self.epoch, self.done = self.epoch + bool(self.done), 0
            pairs.add_folder(folder)
        while True:
            self.shards = pairs.loaded
            seed = self.plan.seed * _EPOCHS_A_SEED + self.epoch
            plan = pairs.epoch(self.plan.positions, seed)
            if not plan:
                raise ValueError("the shards do not fill one batch: give fewer --positions")
            for rows, width in plan[self.done :]:
                self.done += 1
                yield pairs.batch(rows, width)
            self.epoch, self.done = self.epoch + 1, 0
            pairs.add_folder(folder)

    def update(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Take one step; returns the summed loss and the number of labels, still on the device."""
        speed = rate(self.plan, self.step, self.progress)
        for optimizer in self.optimizers:
            for group in optimizer.param_groups:
                group["lr"] = speed
        labels = (batch.labels != PAD).sum()
        with self._autocast():
            loss = self.model(*batch, self.plan.smoothing)
        (loss / labels).backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), self.plan.clip)
        for optimizer in self.optimizers:
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        self.step += 1
        self._follow()
        return loss.detach(), labels

    def _follow(self) -> None:
        """Move the average towards the model, in big strides while there are few steps."""
        kept = min(self.plan.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            torch._foreach_lerp_(  # a loop would launch a kernel a tensor
                list(self.average.parameters()), list(self.model.parameters()), 1 - kept
            )

    def _autocast(self) -> torch.autocast:
        """Matrix products in bf16 where that is faster; weights and the loss stay in float32.

        A run in parts stays the run to the bit on the same processor. Losses on held-out pairs are
        computed so too: 2.1656 where float32 gives 2.1653, on a part of them. What is compared
        with CTranslate2 (`export`) does not come through here and is in float32.
        """
        enabled = multiplies_bf16(self.device)
        return torch.autocast(self.device.type, torch.bfloat16, enabled=enabled)

    def loss_on(self, held_out: Pairs) -> float:
        """Mean loss a label of the averaged model, without label smoothing."""
        total = labels = 0.0
        with torch.inference_mode(), self._autocast():
            for batch in held_out.in_order(_EVALUATED_POSITIONS):
                total += self.average(*batch, 0.0).item()
                labels += (batch.labels != PAD).sum().item()
        return total / max(1.0, labels)

    def translate(self, sources: Sequence[Sequence[int]]) -> list[list[int]]:
        """Greedy translations by the averaged model, those of a length together."""
        order = sorted(range(len(sources)), key=lambda i: len(sources[i]))
        found: list[list[int]] = [[] for _ in sources]
        with self._autocast():
            for start in range(0, len(order), _ROWS):
                chosen = order[start : start + _ROWS]
                answers = greedy(self.average, [sources[i] for i in chosen])
                for i, answer in zip(chosen, answers, strict=True):
                    found[i] = answer
        return found
