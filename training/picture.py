r"""Draw the losses of a training run, from what its commands printed.

Responsible for: reading the logs, and drawing both losses over the minutes as an SVG.
Not responsible for: how it looks (`data/loss.svg`), or what is printed (`train`).

    python training/picture.py build/run/log --before 112 --known 16:6.07 46:3.11 \
        --out docs/training-loss.svg

Logs come in the order of their commands, several of which may share one.
"""

from __future__ import annotations

import argparse
import math
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_HERE = Path(__file__).parent
TEMPLATE = _HERE / "data" / "loss.svg"
OUT = _HERE.parent / "docs" / "training-loss.svg"
_GOES_ON = re.compile(r"goes on at step \d+, after ([\d.]+) minutes")
_STEP = re.compile(r"step \d+ epoch \d+ minute ([\d.]+) loss ([\d.]+)")
_HELD_OUT = re.compile(r"(?:checkpoint, )?held-out loss ([\d.]+)")
_INTERVALS = 6  # about so many on an axis
_MARGIN = 0.1  # of the losses, above and below, where the last one has its number
_LEFT, _TOP, _RIGHT, _BOTTOM = 56, 64, 776, 368  # what the curves have of the picture


class Point(NamedTuple):
    """A loss a piece, and the minutes of training before it."""

    minute: float
    loss: float


class Losses(NamedTuple):
    """What was measured, in the order of the logs; where the minutes fall a new leg begins."""

    training: list[Point]
    held_out: list[Point]


class _Scale(NamedTuple):
    """Numbers from `low` to `high` on pixels from `first` to `last`."""

    low: float
    high: float
    first: float
    last: float

    def at(self, value: float) -> float:
        """The pixel of a number."""
        share = (value - self.low) / (self.high - self.low)
        return self.first + share * (self.last - self.first)


def point(text: str) -> Point:
    """Read a point that is known from elsewhere.

    >>> point("16:6.07")
    Point(minute=16.0, loss=6.07)
    """
    minute, loss = map(float, text.split(":"))
    return Point(minute, loss)


def read(log: Iterable[str], before: float = 0.0) -> Losses:
    """Read the losses in a log of a run that began after `before` minutes of an earlier one.

    A held-out loss has the minute of the last line of training, which stands just before it.

    >>> lines = "goes on at step 50, after 10.5 minutes", "step 60 epoch 0 minute 2 loss 3.1"
    >>> read([*lines, "held-out loss 2.9"], before=100)
    Losses(training=[Point(minute=112.5, loss=3.1)], held_out=[Point(minute=112.5, loss=2.9)])
    """
    losses, start, minute = Losses([], []), before, before
    for line in log:
        if found := _GOES_ON.match(line):
            minute = start = before + float(found[1])
        elif found := _STEP.match(line):
            minute = start + float(found[1])
            losses.training.append(Point(minute, float(found[2])))
        elif found := _HELD_OUT.match(line):
            losses.held_out.append(Point(minute, float(found[1])))
    return losses


def ticks(low: float, high: float) -> list[float]:
    """The round numbers from `low` to `high`, all as far from the next.

    >>> ticks(1.7, 6.4), ticks(0, 712)
    ([2.0, 3.0, 4.0, 5.0, 6.0], [0.0, 100.0, 200.0, 300.0, 400.0, 500.0, 600.0, 700.0])
    """
    about = (high - low) / _INTERVALS
    power = 10.0 ** math.floor(math.log10(about))
    step = min((power, 2 * power, 5 * power, 10 * power), key=lambda one: abs(one - about))
    return [step * n for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _curve(points: Sequence[Point], x: _Scale, y: _Scale, name: str) -> Iterator[str]:
    """A line for every leg."""
    legs: list[list[Point]] = []
    for one in points:
        if not legs or one.minute < legs[-1][-1].minute:
            legs.append([])
        legs[-1].append(one)
    for leg in legs:
        where = " ".join(f"{x.at(one.minute):.1f},{y.at(one.loss):.1f}" for one in leg)
        yield f'<polyline class="{name}" points="{where}"/>'


def _axes(x: _Scale, y: _Scale) -> Iterator[str]:
    """The lines of both, with their numbers."""
    for value in ticks(y.low, y.high):
        at = f"{y.at(value):.1f}"
        yield f'<path class="grid" d="M{_LEFT} {at}H{_RIGHT}"/>'
        yield f'<text class="end" x="{_LEFT - 8}" y="{at}" dy="4">{value:g}</text>'
    yield f'<path class="grid" d="M{_LEFT} {_BOTTOM}H{_RIGHT}"/>'
    for value in ticks(x.low, x.high):
        at = f"{x.at(value):.1f}"
        yield f'<path class="grid" d="M{at} {_BOTTOM}v5"/>'
        yield f'<text class="middle" x="{at}" y="{_BOTTOM + 20}">{value:,.10g}</text>'


def draw(losses: Losses) -> str:
    """Draw an SVG that follows the reader's light or dark theme.

    Raises:
        ValueError: there is no loss.
    """
    points = [*losses.training, *losses.held_out]
    if not points:
        raise ValueError("no losses in what was read")
    low, high = min(one.loss for one in points), max(one.loss for one in points)
    margin = _MARGIN * (high - low or 1.0)
    x = _Scale(0.0, max(one.minute for one in points) or 1.0, _LEFT, _RIGHT)
    y = _Scale(low - margin, high + margin, _BOTTOM, _TOP)
    drawn = [
        *_axes(x, y),
        *_curve(losses.training, x, y, "training"),
        *_curve(losses.held_out, x, y, "held-out"),
    ]
    for minute, loss in losses.held_out:
        drawn.append(f'<circle class="dot" cx="{x.at(minute):.1f}" cy="{y.at(loss):.1f}" r="2.5"/>')
    for minute, loss in losses.held_out[-1:]:
        where = f'x="{x.at(minute):.1f}" y="{y.at(loss):.1f}" dy="20"'
        drawn.append(f'<text class="end" {where}>{loss:.2f}</text>')
    return TEMPLATE.read_text(encoding="utf-8").replace("{drawn}", "\n".join(drawn))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("logs", type=Path, nargs="+", help="what the commands printed, in order")
    parser.add_argument("--before", type=float, default=0.0, help="minutes of earlier runs")
    parser.add_argument(
        "--known", type=point, nargs="*", default=[], help="held-out losses of those: MINUTE:LOSS"
    )
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    found = Losses([], list(given.known))
    try:
        for log in given.logs:
            with log.open(encoding="utf-8") as lines:
                training, held_out = read(lines, given.before)
            found.training.extend(training)
            found.held_out.extend(held_out)
        given.out.write_text(draw(found), encoding="utf-8", newline="\n")
    except (ValueError, FileNotFoundError) as err:
        raise SystemExit(f"{err}") from err
    print(f"{given.out}: {len(found.training)} losses in training, {len(found.held_out)} held out")


if __name__ == "__main__":
    main()
