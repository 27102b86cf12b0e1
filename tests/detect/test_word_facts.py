from __future__ import annotations

from math import log

import pytest

from onetongue.detect.tables import ABSENT, load
from onetongue.detect.word_facts import FUNCTION_LENGTH, FUNCTION_LEVEL, facts_of
from onetongue.detect.words import tokenize
from onetongue.document import Span


def facts(text: str) -> dict[str, tuple[bool, bool, bool]]:
    tokens = tokenize(text, Span(0, len(text)))
    known = {token.word: facts_of(token, load(("fr",)), has_accents=True) for token in tokens}
    return {w: (k.is_function, k.is_unlisted, k.is_inflected) for w, k in known.items()}


@pytest.mark.parametrize("word", ["moisson", "gouvernement", "chien", "brève", "presque"])
def test_a_word_in_a_sentence_is_only_itself(word: str) -> None:
    assert facts(f"une {word}")[word] == (False, False, False)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("la ville", "la", (True, False, False)),
        ("l'état", "l'", (True, False, False)),
        ("the end", "the", (True, False, False)),
        ("dans une", "dans", (True, False, False)),
        ("un zzqxv", "zzqxv", (False, True, False)),
        ("Moissons", "moissons", (False, False, True)),
        ("une Moissons", "moissons", (False, False, False)),
        ("Macron", "macron", (False, False, False)),
    ],
)
def test_what_is_known(text: str, word: str, expected: tuple[bool, bool, bool]) -> None:
    assert facts(text)[word] == expected


def test_function_words_are_short_and_common() -> None:
    table = load(("fr",))
    words = "le pour depuis contre pendant toujours même était avant sous chien maison".split()
    for word in words:
        common = table.odds(word).commonest >= FUNCTION_LEVEL
        assert facts(f"x {word}")[word][0] is (len(word) <= FUNCTION_LENGTH and common)
    assert {len(w) for w in words} >= {FUNCTION_LENGTH, FUNCTION_LENGTH + 1}
    assert ABSENT < FUNCTION_LEVEL < log(1e-3)
