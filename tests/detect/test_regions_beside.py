"""What stands around a text changes only what the context rule says.

English around it changes nothing. French blocks next to it can only make more of it French.
"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import onetongue as ot

ENGLISH = [
    "The committee met on Thursday and decided, after a long debate, to postpone the vote.",
    "Capital gains",
    "Le Monde and Le Figaro both led with the story, a fait accompli by then.",
    "Neither side has set a date to resume, the company said.",
    "Question time",
    "By Helen Marchbank",
]
FRENCH = [
    "Le maire a refusé de répondre à nos questions, et il est reparti sans un mot.",
    "Service minimum diplomatique",
    "Des manifestants devant le Parlement géorgien, à Tbilissi, en décembre 2024.",
]
MIXED = [
    *ENGLISH,
    *FRENCH,
    "He said: “Nous ne céderons jamais à la menace.” Then he left.",
    "It was, she sighed, la goutte d'eau de trop, and she resigned that night.",
    "The mayor called it « une honte pour la ville » and left the room.",
    "Abstention record",
    "Sortie de route",
    "Le service minimum",
    "De gustibus non est disputandum.",
    "- Une facture salée\n- A salted bill",
]


def joined(blocks: list[str]) -> str:
    return "\n\n".join(blocks)


def found(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What is found in a part of a text, counted from its start."""
    spans = [s.span for s in ot.detect(text)]
    return [(s.start - start, s.end - start) for s in spans if start <= s.start and s.end <= end]


def blocks(pool: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pool), min_size=1, max_size=4).map(joined)


@given(blocks(ENGLISH), blocks(MIXED), blocks(ENGLISH))
def test_english_around_a_text_changes_nothing(before: str, text: str, after: str) -> None:
    start = len(before) + 2
    around = joined([before, text, after])
    assert found(around, start, start + len(text)) == found(text, 0, len(text))


@given(blocks(FRENCH), blocks(MIXED), blocks(FRENCH))
def test_french_around_a_text_takes_nothing_away(before: str, text: str, after: str) -> None:
    start = len(before) + 2
    around = found(joined([before, text, after]), start, start + len(text))
    for low, high in found(text, 0, len(text)):
        assert any(a <= low and high <= b for a, b in around)


@given(blocks(FRENCH), blocks(MIXED))
def test_french_two_blocks_away_changes_nothing(far: str, text: str) -> None:
    between = ENGLISH[0]
    start = len(far) + len(between) + 4
    around = joined([far, between, text])
    assert found(around, start, start + len(text)) == found(text, 0, len(text))
