"""Words said twice, and first what must stay."""

from __future__ import annotations

import pytest
from support.engine import Engine

from onetongue.translate import Oracle, translate_segments
from onetongue.translate.stutter import unstuck, without_stutter


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("", ""),
        ("Il avait eu peur.", "He had had fear."),
        ("Je sais que cela suffit.", "I know that that is enough."),
        ("avec Moon Jae-in hier", "with Moon Jae-in in the past"),
        ("l'hôtel Roa Roa", "the Roa Roa hotel"),
        ("très très cher", "very very dear"),
        ("Voir `a a`.", "See `a a`."),
        ("Paris. Paris dort.", "Paris. Paris sleeps."),
        ("12 12", "12 12"),
        ("un a a", "a a a"),
        ("un chat", "a cat cat cat"),
        ("de la la", "so-so so"),
        ("un jour", "Vitamin A a day"),
    ],
)
def test_stays(source: str, target: str) -> None:
    assert without_stutter(source, target) == target


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("the the cat", "the cat"),
        ("The the cat", "The cat"),
        ("a cat\ncat.", "a cat."),
        ("a cat day day-to-day", "a cat day-to-day"),
        ("cat-based based", "cat-based"),
        ("Roe v v. Wade", "Roe v. Wade"),
        ("Downing Street Street, the cat", "Downing Street, the cat"),
    ],
)
def test_a_second_one_goes(target: str, expected: str) -> None:
    assert without_stutter("le chat", target) == expected
    assert without_stutter("le chat", expected) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("a cat cat", "a cat cat"),
        ("a cat, a cat", "a cat, a cat"),
        ("a cat cat cat", "a cat"),
        ("the star star star star sank", "the star sank"),
        ("in the house, in the house, in the house.", "in the house."),
        ("1 1 1 1", "1 1 1 1"),
        ("ha-ha-ha", "ha-ha-ha"),
    ],
)
def test_what_got_stuck_is_said_once(target: str, expected: str) -> None:
    assert unstuck("le chat", target) == expected
    assert unstuck("cha, cha, cha", target) == target


def test_what_got_stuck_is_doubtful_all_the_same() -> None:
    engine = Engine({"Le chat dort.": "The cat cat cat cat sleeps."})
    (result,) = translate_segments(["Le chat dort."], Oracle(engine))
    assert (result.text, result.doubtful) == ("The cat sleeps.", True)


def test_a_segment_is_without_it_too() -> None:
    engine = Engine({"Le chat dort.": "The cat cat sleeps."})
    (result,) = translate_segments(["Le chat dort."], Oracle(engine))
    assert result.text == "The cat sleeps."
