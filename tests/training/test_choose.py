"""What a last leg is trained on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import pieces
import shards
from choose import choose, is_answered, read_levels, read_lexicon, single_words
from corpora import Pair
from prepare import LAST_LEG, Settings, prepare

if TYPE_CHECKING:
    from pathlib import Path

LEXICON = read_lexicon()


@pytest.mark.parametrize(
    ("french", "english", "answered"),
    [
        ("Le garçon avait peur du noir.", "The boy was afraid of the dark.", True),
        ("La guerre a commencé en 1914.", "The war began in 1914.", True),
        ("La guerre a commencé en 1914.", "The war began in 1915.", False),
        ("La guerre a commencé.", "The war began in 1914.", False),
        (
            "La réforme est adoptée, malgré les protestations des syndicats et de la gauche.",
            "The reform is adopted.",
            False,
        ),
        ("Où irait-il exercer son art ?", "Here we may stop and take breath.", False),
        ("La « guerre » a commencé.", 'The "war" has begun.', True),
        ("La « guerre » a commencé.", "The war has begun.", False),
        ("Zorbax rencontre Quentin", "Zorbax meets Quentin", True),
        ("Il est là", "He is in", False),
    ],
)
def test_a_pair_of_which_every_word_is_answered(french: str, english: str, answered: bool) -> None:
    assert is_answered(Pair(french, english), LEXICON) is answered


def test_common_words_come_before_those_of_the_corpora_and_the_order_stays() -> None:
    parliament = [
        Pair(
            f"Le rapporteur de la commission {n} approuve la résolution.",
            f"The rapporteur of the committee {n} approves the resolution.",
        )
        for n in range(20)
    ]
    everyday = Pair("La petite fille joue dans le jardin.", "The little girl plays in the garden.")
    pairs = [*parliament[:7], everyday, *parliament[7:]]
    assert choose(pairs, 1, least=0) == [everyday]
    assert len(choose(pairs, 3, least=0)) == 3
    assert everyday in choose(pairs, 3, least=0)
    assert choose(pairs, 100, least=0) == pairs


def test_levels_are_of_one_language() -> None:
    levels = read_levels("en")
    assert levels["the"] < levels["garden"] < levels["lavrov"]
    assert "#" not in levels
    assert read_levels("fr")["jardin"] < levels["jardin"]


def test_common_words_that_the_best_lack_come_along() -> None:
    everyday = Pair("La petite fille joue dans le jardin.", "The little girl plays in the garden.")
    denial = Pair(
        "Le rapporteur doit démentir les rumeurs.", "The rapporteur must deny the rumours."
    )
    pairs = [*[everyday] * 9, denial, denial, denial]
    assert choose(pairs, 5, least=0) == pairs[:5]
    assert choose(pairs, 5, least=2) == [*pairs[:5], denial, denial]
    assert choose(pairs, 5, least=6) == [*pairs[:6], denial, denial, denial]


def test_seldom_words_of_the_lexicon(tmp_path: Path) -> None:
    (tmp_path / "lexicon.tsv").write_text(
        "# a comment\nmarteau\thammer4 gavel1\nordre\tagenda5\nenclume\trock0\n"
        "table\ttable9\nmercredi\twednesday9\népi\tear5\nlettonne\tlatvian5\n"
    )
    assert list(single_words(tmp_path / "lexicon.tsv")) == [Pair("marteau", "hammer")]
    assert Pair("gagnants", "winners") in set(single_words())


def test_a_last_leg_is_prepared_with_another_vocabulary(
    mix: Path, prepared: Path, tmp_path: Path
) -> None:
    tokenizer = prepared / "sentencepiece.model"
    settings = Settings(
        (mix,), tmp_path, held_out=40, chosen=100, vocabulary=tokenizer, shares=LAST_LEG
    )
    done = prepare(settings)
    assert 100 < done.kept <= 960  # every word of the little language is common
    french, english = shards.read(tmp_path / "shard-000.npz")
    assert len(french.lengths) == len(english.lengths) == done.kept + done.made
    assert done.made > LAST_LEG.single_words * len(list(single_words()))
    assert pieces.load(tmp_path / "sentencepiece.model").get_piece_size() == (
        pieces.load(tokenizer).get_piece_size()
    )
