"""Which pairs are trained on, and which never are."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from corpora import Pair, is_translation, key, read_mix, split

from .made_up import made_up, write_mix

if TYPE_CHECKING:
    from pathlib import Path

PAIRS = [Pair(*pair) for pair in made_up(300)]


@pytest.mark.parametrize(
    ("french", "english", "kept"),
    [
        ("Oui.", "Yes, I think so.", True),
        ("Le chat dort.", "The cat sleeps.", True),
        ("Paris", "paris", False),
        ("1 960", "1,960", False),
        ("", "Something", False),
        ("Quelque chose", "", False),
        ("Non.", "This has nothing to do with what the other side says.", False),
        ("mot " * 121, "word " * 121, False),
    ],
)
def test_what_looks_like_a_translation(french: str, english: str, kept: bool) -> None:
    assert is_translation(Pair(french, english)) is kept


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("« Oui », dit-il.", "oui  dit il", True),
        ("L’e\u0301te\u0301", "l'été", True),
        ("L'été", "L'ete", False),
        ("Le 3 mai", "Le 4 mai", False),
    ],
)
def test_what_counts_as_the_same_sentence(one: str, other: str, same: bool) -> None:
    assert (key(one) == key(other)) is same


def test_reads_compressed_and_plain_files_in_order(tmp_path: Path) -> None:
    packed = write_mix(tmp_path / "a.tsv.xz", [("Il dit\u202f: « L’été »", "He says:  summer")])
    plain = tmp_path / "b.tsv"
    plain.write_text("Un\u2028 deux\tOne two\n", encoding="utf-8")
    assert list(read_mix([packed, plain])) == [
        Pair("Il dit : « L'été »", "He says: summer"),
        Pair("Un deux", "One two"),
    ]


def test_a_malformed_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("Un\tOne\nDeux\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.tsv:2: not `French TAB English`"):
        list(read_mix([path]))


def test_what_is_held_out_does_not_depend_on_the_order() -> None:
    shuffled = Random(5).sample(PAIRS, len(PAIRS))
    assert split(PAIRS, [], 20).held_out == split(shuffled, [], 20).held_out


def test_nothing_is_on_both_sides() -> None:
    twins = [Pair(pair.french.upper(), f"{pair.english} Indeed.") for pair in PAIRS]
    found = split([*PAIRS, *twins, *PAIRS], [], 20)
    held_out = {key(text) for pair in found.held_out for text in pair}
    assert len(found.held_out) == 20
    assert held_out.isdisjoint(key(text) for pair in found.training for text in pair)
    assert len(found.training) == len(set(found.training)) <= 2 * (len(PAIRS) - 20)


def test_no_sentence_of_an_evaluation_text_is_in_either() -> None:
    french = [pair.french.upper() for pair in PAIRS[:50]]
    english = [f"“{pair.english}”" for pair in PAIRS[50:100]]
    found = split(PAIRS, [*french, *english, ""], 250)
    assert found.excluded == 100
    assert len(found.held_out) == 200
    assert set(found.held_out) == set(PAIRS[100:])
    assert found.training == ()
