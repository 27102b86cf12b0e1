"""Texts by themselves, as one side of a line may be; first those that could be either."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onetongue.detect import exemptions, tables
from onetongue.detect.halves import Half, may_be_foreign, read_half
from onetongue.detect.score import score
from onetongue.detect.states import ENGLISH, source
from onetongue.detect.words import tokenize
from onetongue.document import Region, Span

if TYPE_CHECKING:
    from onetongue.detect.states import State

TABLES, LISTS = tables.load(("fr",)), exemptions.load(("fr",))
FRENCH = source(0)


def read(text: str) -> Half | None:
    return read_half(text, Region(Span(0, len(text)), "heading", "r"), TABLES, LISTS)


@pytest.mark.parametrize(
    "text", ["…", "12", "https://example.org", "Bureau", "Non", "Song of the week: les enfants"]
)
def test_what_reads_as_neither(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "state", "strange"),
    [
        ("Public notice", ENGLISH, ""),
        ("Described font", ENGLISH, "font"),
        ("Avis public", FRENCH, ""),
        ("Support pour les clés", FRENCH, "support"),
    ],
)
def test_what_reads_as_one(text: str, state: State, strange: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.state, found.strange) == (state, frozenset(strange.split()))


def test_two_capitals_are_no_name_here() -> None:
    found = read("Add Domain")
    assert found is not None
    assert found.odds[FRENCH] < -5


@pytest.mark.parametrize(
    ("text", "expected"),
    [("the of sortie", False), ("sortie", True), ("of sortie", False), ("de la sortie of", True)],
)
def test_most_english_parts_are_not_read(text: str, expected: bool) -> None:
    tokens = tokenize(text, Span(0, len(text)))
    scored = score(tokens, TABLES, LISTS, is_line=False)
    assert may_be_foreign(scored, 0, len(tokens)) is expected
    assert not may_be_foreign(scored, 0, 0)
