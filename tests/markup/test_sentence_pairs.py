from __future__ import annotations

import pytest
from support.engine import Engine

from onetongue.markup import Passage, carry
from onetongue.markup.sentence_pairs import pair
from onetongue.translate import Oracle


def lengths(*sizes: int) -> list[tuple[int, int]]:
    """Sentences of these lengths, one code point apart."""
    found, at = [], 0
    for size in sizes:
        found.append((at, at + size))
        at += size + 1
    return found


@pytest.mark.parametrize(
    ("ours", "theirs", "groups"),
    [
        ([], [], []),
        ([9, 40], [30, 9], [([9], [30]), ([40], [9])]),  # as many: no question
        ([30, 60, 31], [29, 28, 30, 33], [([30], [29]), ([60], [28, 30]), ([31], [33])]),
        ([29, 28, 30, 33], [30, 60, 31], [([29], [30]), ([28, 30], [60]), ([33], [31])]),
        ([9], [], None),
        ([9], [3, 3, 3], None),
        ([9] * 40, [3] * 90, None),
    ],
)
def test_pairs(
    ours: list[int], theirs: list[int], groups: list[tuple[list[int], list[int]]] | None
) -> None:
    found = pair(lengths(*ours), lengths(*theirs))
    if groups is None:
        assert found is None
        return
    sizes = [(sum(a) + len(a) - 1, sum(b) + len(b) - 1) for a, b in groups]
    assert found is not None
    assert [(b - a, d - c) for (a, b), (c, d) in found] == sizes


def test_one_sentence_made_two_does_not_lose_the_others() -> None:
    source = "Le maire est malade, donc la fête est annulée. Le roi dort. " * 30
    target = (
        "The mayor is ill. So the party is cancelled. The king sleeps. "
        + "The mayor is ill, so the party is cancelled. The king sleeps. " * 29
    )
    at = source.rindex("roi")
    passage = Passage(source, target, ((at, at + 3), (3, 8)))
    there = target.rindex("king")
    engine = Engine({}, unknown=lambda _: "")
    assert carry([passage], Oracle(engine)) == (((there, there + 4), (4, 9)),)
