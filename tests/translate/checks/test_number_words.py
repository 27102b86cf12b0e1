"""Numbers in letters."""

from __future__ import annotations

from decimal import Decimal

from onetongue.translate.checks.number_words import english, is_mistaken


def test_english() -> None:
    assert english("two, fifty-eight and Twelve") == tuple(
        frozenset([Decimal(value)]) for value in (2, 58, 12)
    )
    assert english("at eight o'clock") == (frozenset([Decimal(8), Decimal(20)]),)
    assert english("no number in it") == ()


def test_one_number_became_another() -> None:
    assert is_mistaken("six comprimés", "sixteen tablets")
    assert is_mistaken("trente-deux pages", "twenty-three pages")
    assert not is_mistaken("six comprimés", "6 tablets")
    assert not is_mistaken("six comprimés", "half a dozen tablets")
    assert not is_mistaken("quatre-vingt-dix pages", "ninety pages")
    assert not is_mistaken("quinze jours", "two weeks")
    assert not is_mistaken("neuf livres", "seven new books")
