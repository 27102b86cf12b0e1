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


# Texts that do not pair.
@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ([9], []),
        ([], [9]),
        ([9], [3, 3, 3]),
        ([3, 3, 3], [9]),
        ([9] * 40, [3] * 90),
    ],
)
def test_no_pairs(ours: list[int], theirs: list[int]) -> None:
    assert pair(lengths(*ours), lengths(*theirs)) is None


@pytest.mark.parametrize(
    ("ours", "theirs", "groups"),
    [
        ([], [], []),
        ([9, 40], [30, 9], [([9], [30]), ([40], [9])]),  # as many: no question
        ([30, 60, 31], [29, 28, 30, 33], [([30], [29]), ([60], [28, 30]), ([31], [33])]),
        ([29, 28, 30, 33], [30, 60, 31], [([29], [30]), ([28, 30], [60]), ([33], [31])]),
        ([10, 60, 100], [30, 30, 300], [([10], [30]), ([60], [30]), ([100], [300])]),
        ([30, 60, 300], [30, 60, 60], [([30], [30]), ([60], [60]), ([300], [60])]),
        # As many, but too unlike.
        ([10, 40, 300], [300, 40, 100], [([10, 40], [300]), ([300], [40, 100])]),
        ([60, 30, 40], [10, 60, 20], [([60], [10, 60]), ([30, 40], [20])]),
        ([600, 300, 300], [300, 300, 600], [([600], [300, 300]), ([300, 300], [600])]),
        ([9], [4, 4], [([9], [4, 4])]),
        ([4, 4], [9], [([4, 4], [9])]),
    ],
)
def test_pairs(
    ours: list[int], theirs: list[int], groups: list[tuple[list[int], list[int]]]
) -> None:
    found = pair(lengths(*ours), lengths(*theirs))
    sizes = [(sum(a) + len(a) - 1, sum(b) + len(b) - 1) for a, b in groups]
    assert found is not None
    assert [(b - a, d - c) for (a, b), (c, d) in found] == sizes


def test_two_for_one_is_rare() -> None:
    found = pair(lengths(*[10] * 5), lengths(*[10] * 6))
    assert found is not None
    assert len(found) == 5, "not two for one twice, and one for two"


@pytest.mark.parametrize(("ahead", "is_found"), [(30, True), (31, False)])
@pytest.mark.parametrize("is_mirrored", [False, True])
def test_one_text_is_so_many_sentences_ahead(ahead: int, is_found: bool, is_mirrored: bool) -> None:
    split, joined = [601] * ahead + [300] * 2 * ahead, [300] * 2 * ahead + [601] * ahead
    ours, theirs = (joined, split) if is_mirrored else (split, joined)
    found = pair(lengths(*ours), lengths(*theirs))
    assert found is not None
    assert all(b - a == d - c for (a, b), (c, d) in found) == is_found


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
