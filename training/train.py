r"""Train on the shards of a folder, within a limit of time or steps, going on where it stopped.

Responsible for: the command line of the second step, when to stop, and what is printed.
Not responsible for: the arithmetic (`model`, `trainer`), or the files (`shards`, `weights`).

    python training/train.py --data data --checkpoint run/checkpoint.pt --weights run/weights \
        --minutes 8 --total-minutes 24 --compile

The same command again goes on from the checkpoint. The learning rate follows the clock, summed over
the commands, so `--total-minutes` is the sum of all `--minutes`; SIGTERM ends a command early and
cleanly. Shards may arrive at any time: give them another name while they are copied.
"""

from __future__ import annotations

import argparse
import math
import signal
import time
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import sacrebleu
import torch

import pieces
from batches import Pairs
from plan import CONFIGS, Plan, Sizes
from prepare import HELD_OUT, MEGABYTE, TOKENIZER
from trainer import Clock, Trainer
from weights import Style
from weights import load as load_weights
from weights import save as save_weights

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sentencepiece import SentencePieceProcessor

_MINUTE = 60
_SHOWN = 3  # translations printed at the end
_T = TypeVar("_T", Sizes, Plan)


@dataclass(frozen=True, slots=True)
class Command:
    """What a command reads, writes and compiles; `held_out` is the shards' own folder if none."""

    data: Path
    checkpoint: Path
    held_out: Path | None = None
    weights: Path | None = None
    begin_with: Path | None = None
    style: Style = "int8"
    part_mb: float = 15.0  # with what is put around it under 16 MiB
    compile: bool = False

    @property
    def beside(self) -> Path:
        """The folder of the vocabulary and the held-out pairs."""
        return self.held_out or self.data


class _Meter:
    """What has been done since the last line of the log."""

    def __init__(self, device: torch.device) -> None:
        self._sums = torch.zeros(3, dtype=torch.float64, device=device)
        self._since = time.monotonic()
        self.steps = 0

    def add(self, loss: torch.Tensor, labels: torch.Tensor, source: torch.Tensor) -> None:
        """Count one step, without waiting for the device."""
        self._sums += torch.stack([loss.double(), labels.double(), source.double()])
        self.steps += 1

    def line(self, positions: int) -> str:
        """Loss, speed and share of positions that hold a piece, since the last line.

        Raises:
            ValueError: the loss is not finite.
        """
        loss, labels, source = self._sums.tolist()
        if not math.isfinite(loss):
            raise ValueError("the loss is not finite; the last checkpoint is kept")
        seconds, filled = time.monotonic() - self._since, (labels + source) / (2 * positions)
        said = f"loss {loss / labels:.4f} pieces/s {(labels + source) / seconds:.0f} "
        said += f"steps/s {self.steps / seconds:.1f} filled {filled / self.steps:.2f}"
        self._sums.zero_()
        self.steps, self._since = 0, time.monotonic()
        return said


class _Stop:
    """Whether the command is to end, by the clock, by the steps or by a signal while it is open."""

    def __init__(self, trainer: Trainer) -> None:
        self._trainer, self._asked, self._first = trainer, False, trainer.step
        self._usual = signal.getsignal(signal.SIGTERM)

    def __enter__(self) -> _Stop:
        signal.signal(signal.SIGTERM, self._ask)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGTERM, self._usual)

    def _ask(self, *_: object) -> None:
        self._asked = True

    def __bool__(self) -> bool:
        plan, step = self._trainer.plan, self._trainer.step
        return (
            self._asked
            or self._trainer.clock.seconds > _MINUTE * plan.minutes
            or 0 < plan.steps <= step - self._first
            or 0 < plan.total_steps <= step
        )


def train(trainer: Trainer, pairs: Pairs, held_out: Pairs, command: Command) -> None:
    """Take steps until it is time to stop, with a checkpoint now and then and one at the end."""
    plan, meter, saved = trainer.plan, _Meter(trainer.device), time.monotonic()
    with _Stop(trainer) as stop:
        if stop:
            return
        for batch in trainer.batches(pairs, command.data):
            loss, labels = trainer.update(batch)
            meter.add(loss, labels, (batch.source != pieces.PAD).sum())
            ends = bool(stop)
            if ends or trainer.step % plan.log_every == 0:
                minute = trainer.clock.seconds / _MINUTE
                where = f"step {trainer.step} epoch {trainer.epoch} minute {minute:.2f}"
                print(where, meter.line(plan.positions), flush=True)
            if ends:
                break
            if meter.steps == 0 and time.monotonic() - saved > _MINUTE * plan.save_minutes:
                trainer.save(command.checkpoint)
                print(f"checkpoint, held-out loss {trainer.loss_on(held_out):.4f}", flush=True)
                saved = time.monotonic()
    trainer.save(command.checkpoint)


def run(sizes: Sizes, plan: Plan, command: Command, device: torch.device, clock: Clock) -> Trainer:
    """Load, train, write the averaged weights, and say what they are worth."""
    processor = pieces.load(command.beside / TOKENIZER)
    trainer = Trainer(sizes, plan, processor.get_piece_size(), device, clock)
    if command.checkpoint.exists():
        trainer.restore(command.checkpoint)
        minutes = trainer.seconds_before / _MINUTE
        print(f"goes on at step {trainer.step}, after {minutes:.1f} minutes")
    elif command.begin_with:
        trainer.begin_with(load_weights(command.begin_with)[1])
    if command.compile:
        trainer.model.compile_parts()
    pairs, held_out = Pairs(device), Pairs(device)
    held_out.add(command.beside / HELD_OUT)
    count = sum(parameter.numel() for parameter in trainer.model.parameters())
    print(f"{count / 1e6:.1f} M parameters on {device} after {clock.seconds:.1f} s", flush=True)
    train(trainer, pairs, held_out, command)
    if command.weights:
        state = {name: value.float().cpu() for name, value in trainer.average.state_dict().items()}
        size = int(command.part_mb * MEGABYTE)
        written = save_weights(command.weights, sizes, state, command.style, size)
        total = sum(path.stat().st_size for path in written) / MEGABYTE
        print(f"{command.weights}: {len(written)} parts, {total:.1f} MB")
    print(f"held-out loss {trainer.loss_on(held_out):.4f}", flush=True)
    _show(trainer, processor, command.beside)
    return trainer


def _show(trainer: Trainer, processor: SentencePieceProcessor, folder: Path) -> None:
    """Print BLEU and chrF of greedy translations of held-out pairs, and a few of these."""
    french, english = (
        (folder / f"dev.{code}").read_text(encoding="utf-8").split("\n")[: trainer.plan.evaluated]
        for code in ("fr", "en")
    )
    found = processor.decode(trainer.translate(processor.encode(french)))
    bleu, chrf = (f(found, [english]).score for f in (sacrebleu.corpus_bleu, sacrebleu.corpus_chrf))
    print(f"{len(found)} held-out lines, greedy: BLEU {bleu:.2f} chrF {chrf:.2f}")
    for source, target in list(zip(french, found, strict=True))[:_SHOWN]:
        print(f"  {source}\n  -> {target}")


def prepared_device(name: str) -> torch.device:
    """The device called `name`, or the best there is for "auto", set up for training."""
    best = "cuda" if torch.cuda.is_available() else "cpu"
    device = torch.device(best if name == "auto" else name)
    if device.type == "cuda":
        torch.set_float32_matmul_precision("high")
        torch.backends.cuda.enable_cudnn_sdp(enabled=False)  # it plans anew for every shape
    return device


def _parser() -> argparse.ArgumentParser:
    default = Command(Path(), Path())
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the shards")
    parser.add_argument(
        "--checkpoint", type=Path, required=True, help="gone on from if it is there"
    )
    parser.add_argument("--held-out", type=Path, help="folder of vocabulary and held-out pairs")
    parser.add_argument("--begin-with", type=Path, help="folder of weights to begin with")
    parser.add_argument("--weights", type=Path, help="folder for the averaged weights")
    parser.add_argument("--style", choices=get_args(Style), default=default.style)
    parser.add_argument("--part-mb", type=float, default=default.part_mb)
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto")
    parser.add_argument("--compile", action="store_true", help="takes about a minute, then faster")
    parser.add_argument(
        "--config", choices=CONFIGS, default="base", help="what follows recommand it"
    )
    for one in (*fields(Sizes), *fields(Plan)):
        named = f"--{one.name.replace('_', '-')}"
        parser.add_argument(named, type=type(one.default), help=one.metadata["help"])
    return parser


def _chosen(preset: _T, given: Mapping[str, Any]) -> _T:
    named = {one.name: given[one.name] for one in fields(preset)}
    return replace(preset, **{name: value for name, value in named.items() if value is not None})


def main() -> None:
    """Command line."""
    clock = Clock(time.monotonic())
    given = vars(_parser().parse_args())
    sizes, plan = CONFIGS[given["config"]]
    sizes, plan = _chosen(sizes, given), _chosen(plan, given)
    command = Command(**{one.name: given[one.name] for one in fields(Command)})
    try:
        run(sizes, plan, command, prepared_device(given["device"]), clock)
    except (ValueError, FileNotFoundError) as err:
        raise SystemExit(f"{err}") from err


if __name__ == "__main__":
    main()
