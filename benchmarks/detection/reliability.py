"""How often our detector is right, against how sure it says it is.

Counted are the segments it keeps and the candidates it leaves alone for want of certainty; names
and titles are left alone for other reasons. A candidate is right if most of it is gold.

Run: python benchmarks/detection/reliability.py   prints the scale and shift that fit `dev` best
"""

from __future__ import annotations

from itertools import pairwise
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from scores import covered
from tasks import TASKS

import onetongue
from onetongue.detect import find

if TYPE_CHECKING:
    from collections.abc import Iterator

EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01)
UNSURE = ("indeterminate language", "low confidence")


class Judged(NamedTuple):
    """A candidate: how sure the detector is of it, and whether it is right."""

    confidence: float
    is_right: bool


def judged(split: str, seed: int) -> list[Judged]:
    """The candidates of all tasks."""
    normalizer = onetongue.Normalizer()
    found = []
    for task in TASKS.values():
        for case in task(split, seed):
            gold = covered(case.gold)
            detection = normalizer.explain(case.text)
            unsure = (
                s
                for s in detection.left_alone
                if s.language == "fr" and s.evidence.reason.startswith(UNSURE)
            )
            for segment in (*detection.segments, *unsure):
                span = range(segment.span.start, segment.span.end)
                share = sum(i in gold for i in span) / len(span)
                found.append(Judged(segment.evidence.confidence, share > 1 / 2))
    return found


def table(split: str, seed: int) -> Iterator[str]:
    """The lines of the reliability table, and two figures that sum it up."""
    candidates = judged(split, seed)
    yield f"### reliability: confidence against the share that is right ({len(candidates)} candidates)\n"
    yield "| confidence | candidates | mean confidence | right |\n| --- | --- | --- | --- |"
    error = 0.0
    for low, high in pairwise(EDGES):
        bin_ = [c for c in candidates if low <= c.confidence < high]
        if not bin_:
            continue
        mean = sum(c.confidence for c in bin_) / len(bin_)
        right = sum(c.is_right for c in bin_) / len(bin_)
        error += abs(mean - right) * len(bin_) / len(candidates)
        yield f"| {low:.2f}–{min(high, 1):.2f} | {len(bin_)} | {mean:.3f} | {right:.3f} |"
    brier = sum((c.confidence - c.is_right) ** 2 for c in candidates) / len(candidates)
    yield f"\nExpected calibration error {error:.3f}, Brier score {brier:.4f}.\n"


def fit(candidates: list[Judged]) -> tuple[float, float]:
    """Scale and shift of the log-odds with the least log loss on them (Platt 1999).

    The targets are smoothed as Platt does, so that a perfect half fits no infinite scale.
    """
    right = sum(c.is_right for c in candidates)
    high, low = (right + 1) / (right + 2), 1 / (len(candidates) - right + 2)
    rows = [(_odds(c.confidence), high if c.is_right else low) for c in candidates]
    scale, shift, step = find.SCALE, find.SHIFT, 0.05
    for _ in range(4000):
        slope = level = 0.0
        for odds, target in rows:
            miss = 1 / (1 + exp(-(scale * odds + shift))) - target
            slope += miss * odds / len(rows)
            level += miss / len(rows)
        scale, shift = scale - step * slope, shift - 10 * step * level
    return scale, shift


def _odds(confidence: float) -> float:
    """The log-odds a confidence was made of (`find.confidence_of`)."""
    chance = min(max(confidence, 1e-4), 1 - 1e-4)
    return (log(chance / (1 - chance)) - find.SHIFT) / find.SCALE


def loss(candidates: list[Judged]) -> float:
    """Mean log loss, in nats."""
    chances = (c.confidence if c.is_right else 1 - c.confidence for c in candidates)
    return -sum(log(max(chance, 1e-9)) for chance in chances) / len(candidates)


if __name__ == "__main__":
    dev = judged("dev", 0)
    print(f"log loss now {loss(dev):.4f}; best SCALE and SHIFT: %.2f, %.2f" % fit(dev))
