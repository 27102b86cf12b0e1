"""The lexicon: which English words stand for a French one, and how sure that is."""

from __future__ import annotations

import pytest

from onetongue.language.lexicon import translations


@pytest.mark.parametrize("word", ["", "Blé", "blés blés", "#", "# French", "qwzk"])
def test_no_word_of_it(word: str) -> None:
    assert translations(word) == ()


@pytest.mark.parametrize(("word", "best"), [("blé", "wheat"), ("chat", "cat"), ("été", "been")])
def test_best_first(word: str, best: str) -> None:
    found = translations(word)
    assert found[0][0] == best
    sure = [share for _, share in found]
    assert sure == sorted(sure, reverse=True)
    assert all(0 < share <= 1 for share in sure)


def test_a_tenth_is_the_least() -> None:
    assert translations("chat") == (("cat", 0.8), ("spade", 0.1))
