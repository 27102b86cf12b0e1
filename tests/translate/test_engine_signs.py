"""What an engine's answer holds that is no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.translate.engine_signs import cleaned

KEPT = [
    ("Le chat dort.", "The cat is asleep."),
    ("– Oui.", "– Yes."),
    ("- Oui", "- Yes"),
    ("Le signe ⁇ est double.", "The sign ⁇ is a double one."),
    ("Le jeton <unk> et </s>", "The token <unk> and </s>"),
    ("Un \u2581 ici", "A \u2581 here"),
    ("l'extension .NET", ".NET extension"),
    ("… et il part", "... and he leaves"),
    ("la moitié", ".5"),
    ("Il a dit –", "He said –"),
    ("", ""),
]

CLEANED = [
    ("Le chat dort.", "\u2581The\u2581\u2581cat is asleep.", "The cat is asleep."),
    ("Le chat dort.", "<s>The cat\0 is\ufeff asleep.</s><pad>", "The cat is asleep."),
    ("Le chat dort.", "__en__ The cat is asleep.", "The cat is asleep."),
    ("Le chat dort.", ">>eng<< The cat is asleep.", "The cat is asleep."),
    ("Le chat dort.", "- The cat is asleep. –", "The cat is asleep."),
    ("Le chat dort.", ". The cat is asleep. |", "The cat is asleep."),
    ("le chat", ", the cat —", "the cat"),
    ("le chat", " \n", ""),
]


@pytest.mark.parametrize(("sentence", "answer"), KEPT)
def test_text_stays(sentence: str, answer: str) -> None:
    assert cleaned(sentence, answer) == (answer, False)


@pytest.mark.parametrize(("sentence", "answer", "expected"), CLEANED)
def test_what_is_no_text_goes(sentence: str, answer: str, expected: str) -> None:
    assert cleaned(sentence, answer) == (expected, False)


@pytest.mark.parametrize("sign", ["\u2047", "<unk>", "<UNK>", "[UNK]", "\ufffd"])
def test_a_word_that_was_lost_is_told(sign: str) -> None:
    assert cleaned("Le chat miaule ici.", f"The cat {sign} here.") == ("The cat here.", True)


@given(st.text(), st.text())
def test_no_sign_is_left(sentence: str, answer: str) -> None:
    text, _ = cleaned(sentence, answer)
    assert not {"\0", "\ufeff"} & set(text)
    assert ("\u2581" in text) <= ("\u2581" in sentence)
