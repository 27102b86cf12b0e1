"""Label a sequence with languages: Viterbi for the labels, forward–backward for how sure they are.

Responsible for: the linear-chain arithmetic over any number of states, state 0 being English.
Not responsible for: where the scores come from, and for what is done with a stretch.

Source: Rabiner 1989, "A tutorial on hidden Markov models", sections III.A and III.B, with
unnormalised potentials (a switch costs, staying is free), as in a conditional random field.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Final, TypeAlias

Scores: TypeAlias = Sequence[Sequence[float]]
# Keeps the logarithm of a share finite.
SMALLEST: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens `first` to `last` (inclusive) labelled `state`, with the `log_odds` (nats) of that.

    They are those of the mean posterior: the share of its tokens that is expected to be right.
    """

    first: int
    last: int
    state: int
    log_odds: float


def decode(scores: Scores, costs: Sequence[float], start: Sequence[float]) -> list[int]:
    """The best label of each token.

    Args:
        scores: one row a token, one log-score a state (N × S).
        costs: what a change of state costs just before each token (N; the first is not used).
        start: log-score of beginning in each state (S).
    """
    states = range(len(start))
    best = [start[s] + scores[0][s] for s in states]
    back: list[list[int]] = []
    for row, cost in zip(scores[1:], costs[1:], strict=True):
        top = max(states, key=best.__getitem__)
        origin = [s if best[s] >= best[top] - cost else top for s in states]
        best = [(best[s] if origin[s] == s else best[top] - cost) + row[s] for s in states]
        back.append(origin)
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


def _log_sum(values: Sequence[float]) -> float:
    top = max(values)
    return top + log(sum(exp(v - top) for v in values))


def _sweep(scores: Scores, costs: Sequence[float], start: Sequence[float]) -> list[list[float]]:
    """Log-sums over all labellings up to and including each token, by its state (N × S)."""
    states = range(len(start))
    sums = [[start[s] + scores[0][s] for s in states]]
    for row, cost in zip(scores[1:], costs[1:], strict=True):
        previous = sums[-1]
        sums.append(
            [
                row[s] + _log_sum([previous[r] - (0.0 if r == s else cost) for r in states])
                for s in states
            ]
        )
    return sums


def stretches(scores: Scores, costs: Sequence[float], start: Sequence[float]) -> list[Stretch]:
    """The maximal runs of one non-English label, each with its posterior log-odds.

    Args and shapes as for `decode`.
    """
    if not scores:
        return []
    labels = decode(scores, costs, start)
    if not any(labels):
        return []
    zeros = [0.0] * len(start)
    forward = _sweep(scores, costs, start)
    # The mirror image: costs stand before a token, so they move by one when time runs backwards.
    mirrored = _sweep(scores[::-1], [0.0, *costs[:0:-1]], zeros)[::-1]
    total = _log_sum(forward[-1])
    found: list[Stretch] = []
    for first, last in runs(labels):
        state = labels[first]
        if state:
            share = sum(
                exp(forward[k][state] + mirrored[k][state] - scores[k][state] - total)
                for k in range(first, last + 1)
            ) / (last + 1 - first)
            share = min(max(share, SMALLEST), 1.0 - SMALLEST)
            found.append(Stretch(first, last, state, log(share / (1.0 - share))))
    return found
