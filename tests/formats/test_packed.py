"""A packed prose is in everything the prose it was made of."""

from __future__ import annotations

import copy
import pickle
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.formats.builder import Builder
from onetongue.formats.packed import PackedProse
from onetongue.prose import BREAK, Element, Prose, Run

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = "<p lang=fr>Un <b>chat</b> noir&eacute; <br>et <code>x</code> <q>dort</q></p>"
PIECES = [
    Run(11, 14, "Un "),
    Run(14, 17, "", "open", "<b>", 1, "b"),
    Run(17, 21, "chat"),
    Run(21, 25, "", "close", "</b>", 1, "b"),
    Run(25, 30, " noir"),
    Run(30, 38, "é", "character", "&eacute;"),
    Run(38, 39, " "),
    Run(39, 43, "", "point", "<br/>", 0, BREAK, is_joined=True),
    Run(43, 46, "et "),
    Run(46, 60, "`x`", "object", "<code>x</code>", 0, "code"),
    Run(60, 61, " "),
    Run(61, 64, "“", "open", "<q>", 2, "q"),
    Run(64, 68, "dort"),
    Run(68, 72, "”", "close", "</q>", 2, "q"),
]
PROSE = Prose(
    tuple(PIECES), str.upper, ((3, 7, "fr"),), Element(0, 11, "<p lang=fr>"), holds_markup=False
)


def test_it_reads_as_the_prose_before_and_after_a_part_was_asked_for() -> None:
    packed = PackedProse(PROSE, SOURCE)
    for _ in range(2):
        assert packed.text == PROSE.text
        assert packed.lines == PROSE.lines == "Un chat noiré\net `x` “dort”"
        assert packed.runs == PROSE.runs
        assert packed.pairs() == PROSE.pairs()
        assert packed.points() == PROSE.points()
        assert packed.objects() == PROSE.objects()
        assert packed.declared_in(0, 5) == PROSE.declared_in(0, 5)
        assert packed.escape is str.upper
        assert packed.element == PROSE.element
        assert packed.unpacked() == PROSE
        assert packed == PROSE
        assert packed == PackedProse(PROSE, SOURCE)
        assert hash(packed) == hash(PROSE)
        packed.within(0, 2)
    assert packed.holders(3, 7) == PROSE.holders(3, 7)
    assert packed.moved(5) == PROSE.moved(5)


def test_parts_of_two_asked_for_by_turns_are_each_its_own() -> None:
    other = Prose((Run(14, 17, "", "point", "<b>"), *PIECES[2:3], Run(21, 25, "!", "character")))
    proses = [PROSE, other, PROSE]
    packed = [PackedProse(prose, SOURCE) for prose in proses]
    for end in range(1, len(other.text)):
        for one, prose in zip(packed, proses, strict=True):
            assert one.within(0, end) == prose.within(0, end)
            assert one.lines == prose.lines
            assert one.place(19) == prose.place(19)


def test_threads_that_ask_at_once_each_get_their_own() -> None:
    def parts(of: Prose) -> list[str]:
        packed = [PackedProse(of, SOURCE) for _ in range(20)]
        return [one.within(0, end).text for one in packed for end in (1, len(of.text))]

    proses = [PROSE, Prose(tuple(PIECES[4:]))] * 4
    expected = [[prose.text[:1], prose.text] * 20 for prose in proses]
    with ThreadPoolExecutor(len(proses)) as pool:
        assert list(pool.map(parts, proses)) == expected


def test_it_is_no_other_prose() -> None:
    packed = PackedProse(PROSE, SOURCE)
    assert packed != Prose(PROSE.runs)
    assert packed != PROSE.text


@given(st.integers(0, 30), st.integers(0, 30))
def test_every_part_is_the_part_of_the_prose(one: int, other: int) -> None:
    start, end = min(one, other), max(one, other) + 1
    end = min(end, len(PROSE.text))
    if start < end:
        assert PackedProse(PROSE, SOURCE).within(start, end) == PROSE.within(start, end)
    assert PackedProse(PROSE, SOURCE).place(one + 20) == PROSE.place(one + 20)


@pytest.mark.parametrize("run", PIECES, ids=lambda run: run.role)
def test_what_is_written_otherwise_is_kept(run: Run) -> None:
    if run.text:
        alone = Prose((run,))
        assert PackedProse(alone, SOURCE).runs == alone.runs


def test_a_region_holds_one() -> None:
    builder = Builder("Un chat dort sur le canapé.")
    builder.text(0, 27)
    region = builder.region("paragraph", "text")
    assert region is not None
    assert isinstance(region.prose, PackedProse)


def pickled(one: PackedProse) -> PackedProse:
    """The same from its bytes."""
    made: PackedProse = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes
    return made


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled])
def test_it_can_be_copied_and_pickled(again: Callable[[PackedProse], PackedProse]) -> None:
    packed = PackedProse(Prose((Run(3, 5, "Oh"), Run(5, 9, "", "open", "<br>"))), "<p>Oh<br></p>")
    assert again(packed) == packed
    assert again(packed).runs == packed.runs
