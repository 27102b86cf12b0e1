"""English typography: what comes out, what is never touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.language.literals import find
from onetongue.translate.typography import english

TEXT = st.text(alphabet=st.sampled_from(list("aB1.!?;:%,«»“”‘’\"' \n\u00a0\u202f`@#{}/")))

UNCHANGED = [
    "",
    "The Russian minister: “yes”!",
    "See https://example.org/a?b=1!c at 19:30.",
    "`a : b` stays, so does {{ x }}",
    "It is 5'10\" tall.",
    "A smile :) and a wink ;)",
    "It is .5 or ... nothing",
    "a :b",
    "100 people",
    "line\n  indented",
]

CHANGED = [
    ("« yes »", "“yes”"),
    ("«\u00a0yes\u202f»", "“yes”"),
    ("He « said « yes » twice » .", "He “said ‘yes’ twice”."),
    ("« “yes” he said »", "“‘yes’ he said”"),
    ("a “quote with « another » in it”", "a “quote with ‘another’ in it”"),
    ('the " word " here', 'the "word" here'),
    ("Price : 30 % ; quick !  Yes ?", "Price: 30%; quick! Yes?"),
    ("What\u202f?!", "What?!"),
    ("one , two .", "one, two."),
    ("two  spaces", "two spaces"),
    ("10\u00a0km", "10 km"),
    ("at https://example.org !", "at https://example.org!"),
]


@pytest.mark.parametrize("text", UNCHANGED)
def test_left_alone(text: str) -> None:
    assert english(text) == text


@pytest.mark.parametrize(("text", "expected"), CHANGED)
def test_changed(text: str, expected: str) -> None:
    assert english(text) == expected


def test_straight_quotes_become_curly_when_asked() -> None:
    assert english('delete " {{name}}"?', curly=True) == "delete “{{name}}”?"
    assert english('he said " yes " and "no"', curly=True) == "he said “yes” and “no”"


@given(st.one_of(TEXT, st.text()), st.booleans())
def test_twice_is_once(text: str, curly: bool) -> None:
    once = english(text, curly=curly)
    assert english(once, curly=curly) == once


@given(TEXT)
def test_no_guillemet_is_left_outside_literals(text: str) -> None:
    result = english(text)
    hidden = "".join(literal.text for literal in find(result))
    assert result.count("«") == hidden.count("«")


@given(TEXT)
def test_letters_and_digits_stay(text: str) -> None:
    assert [c for c in english(text) if c.isalnum()] == [c for c in text if c.isalnum()]
