from __future__ import annotations

import itertools
from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.detect.decode import decode, foreign_stretches

SCORES = st.lists(
    st.tuples(st.just(0.0), st.floats(-6, 6), st.floats(-6, 6)), min_size=1, max_size=6
)


def total(
    labels: tuple[int, ...], scores: list[tuple[float, ...]], costs: list[float], start: list[float]
) -> float:
    value = start[labels[0]] + sum(row[s] for row, s in zip(scores, labels, strict=True))
    return value - sum(c for c, a, b in zip(costs[1:], labels, labels[1:], strict=False) if a != b)


@given(SCORES, st.lists(st.floats(0, 8), min_size=6, max_size=6))
def test_against_every_labelling(scores: list[tuple[float, ...]], costs: list[float]) -> None:
    costs, start = costs[: len(scores)], [0.0, -2.0, -3.0]
    all_labels = list(itertools.product(range(3), repeat=len(scores)))
    values = {labels: total(labels, scores, costs, start) for labels in all_labels}
    best = decode(scores, costs, start)
    assert values[tuple(best)] == pytest.approx(max(values.values()), abs=1e-9)
    for found in foreign_stretches(scores, costs, start):
        inside = range(found.first, found.last + 1)
        weights = {labels: exp(v) for labels, v in values.items()}
        right = sum(
            w * sum(labels[i] == found.state for i in inside) for labels, w in weights.items()
        )
        p = right / len(inside) / sum(weights.values())
        assert 1 / (1 + exp(-found.log_odds)) == pytest.approx(p, abs=1e-6)


def test_nothing_from_nothing() -> None:
    assert foreign_stretches([], [], [0.0, -1.0]) == []
    assert foreign_stretches([(0.0, -3.0)], [0.0], [0.0, -1.0]) == []


def test_log_odds_of_a_single_token() -> None:
    (found,) = foreign_stretches([(0.0, 5.0)], [0.0], [0.0, -1.0])
    assert found.log_odds == pytest.approx(4.0)
    assert log(exp(4.0)) == pytest.approx(found.log_odds)
