"""Label a sequence with languages: Viterbi for the labels, forward–backward for how sure they are.

Responsible for: the linear-chain arithmetic over any number of states.
Not responsible for: where the scores come from, and for what is done with a stretch.

Source: Rabiner 1989, "A tutorial on hidden Markov models", sections III.A and III.B, with
unnormalised potentials (a switch costs, staying is free), as in a conditional random field.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING, Final

from onetongue.detect.states import ENGLISH, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onetongue.detect.states import Row

# Keeps the logarithm of a share finite.
SMALLEST: Final = 1e-9


@dataclass(frozen=True, slots=True)
class ForeignStretch:
    """Tokens `first` to `last` (inclusive) labelled `state`, with the `log_odds` (nats) of that.

    They are those of the mean posterior: the share of its tokens that is expected to be right.
    """

    first: int
    last: int
    state: State
    log_odds: float


def decode(scores: Sequence[Row], costs: Sequence[float], start: Sequence[float]) -> list[State]:
    """The best label of each token.

    Args:
        scores: one row a token, one log-score a state (N × S).
        costs: what a change of state costs just before each token (N; the first is not used).
        start: log-score of beginning in each state (S).
    """
    states = [State(number) for number in range(len(start))]
    best = [start[s] + scores[0][s] for s in states]
    back: list[list[State]] = []
    for row, cost in zip(scores[1:], costs[1:], strict=True):
        highest = max(best)
        changed = highest - cost
        if min(best) >= changed:
            back.append(states)
            best = [best[s] + row[s] for s in states]
            continue
        top = states[best.index(highest)]
        back.append([s if best[s] >= changed else top for s in states])
        best = [(best[s] if best[s] >= changed else changed) + row[s] for s in states]
    label = max(states, key=best.__getitem__)
    labels = [label]
    for origin in reversed(back):
        label = origin[label]
        labels.append(label)
    return labels[::-1]


def runs(labels: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last index of every run of equal labels, in order.

    >>> list(runs([0, 0, 1, 0]))
    [(0, 1), (2, 2), (3, 3)]
    """
    first = 0
    for i in range(1, len(labels) + 1):
        if i == len(labels) or labels[i] != labels[first]:
            yield first, i - 1
            first = i


def _sweep(
    weights: Sequence[Sequence[float]], changes: Sequence[float], start: Sequence[float]
) -> list[list[float]]:
    """The share of each state at each token, over all labellings up to and including it (N × S).

    Args:
        weights: the factor of each state for each token (N × S).
        changes: the factor of a change of state just before each token (N).
        start: the factor of beginning in each state (S).
    """
    shares: list[list[float]] = []
    row = [a * b for a, b in zip(start, weights[0], strict=True)]
    for weight, change in zip((*weights[1:], ()), (*changes[1:], 0.0), strict=True):
        total = sum(row)
        row = [share / total for share in row]
        shares.append(row)
        stay = 1.0 - change
        row = [(stay * share + change) * w for share, w in zip(row, weight)]  # noqa: B905 - hot
    return shares


def foreign_stretches(
    scores: Sequence[Row], costs: Sequence[float], start: Sequence[float]
) -> list[ForeignStretch]:
    """The maximal runs of one non-English label, each with its posterior log-odds.

    Args and shapes as for `decode`.
    """
    if not scores:
        return []
    labels = decode(scores, costs, start)
    if all(label == ENGLISH for label in labels):
        return []
    weights = [[exp(score) for score in row] for row in scores]
    changes = [exp(-cost) for cost in costs]
    forward = _sweep(weights, changes, [exp(score) for score in start])
    # The mirror image: costs stand before a token, so they move by one when time runs backwards.
    mirrored = _sweep(weights[::-1], [1.0, *changes[:0:-1]], [1.0] * len(start))[::-1]
    found: list[ForeignStretch] = []
    for first, last in runs(labels):
        state = labels[first]
        if state != ENGLISH:
            share = sum(
                _share(forward[k], mirrored[k], weights[k], state) for k in range(first, last + 1)
            ) / (last + 1 - first)
            share = min(max(share, SMALLEST), 1.0 - SMALLEST)
            found.append(ForeignStretch(first, last, state, log(share / (1.0 - share))))
    return found


def _share(
    forward: Sequence[float], mirrored: Sequence[float], weights: Sequence[float], state: State
) -> float:
    """The posterior of a state at one token, which both sweeps have counted."""
    both = [f * m / w for f, m, w in zip(forward, mirrored, weights, strict=True)]
    return both[state] / sum(both)
