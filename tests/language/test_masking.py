"""Hiding literals and names: that it loses nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onetongue.document import Span
from onetongue.language.literals import find_code
from onetongue.language.masking import mask, unmask


@given(st.lists(st.sampled_from(["{a}", "<b>", "QXZ", "QXZA", "A", " ", "été", "www.a.fr", "\n"])))
def test_a_text_comes_back_or_is_told_of(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert unmask(*mask(text)) in (text, None)


@given(st.lists(st.sampled_from(["{a}", "`b c`", "<b>", "API", "$x_i$", "2.0.1", "@if (1)"])))
def test_what_is_masked_comes_back(literals: list[str]) -> None:
    text = " et ".join(["voici", *literals])
    masked, hidden = mask(text)
    assert list(hidden) == literals
    assert not find_code(masked)
    assert unmask(masked, hidden) == text


def test_masks_are_told_apart() -> None:
    text = " ".join(f"{{p{number}}}" for number in range(60))
    masked, literals = mask(text)
    assert len(literals) == 60
    assert len(set(masked.split())) == 60
    assert unmask(masked, literals) == text


def test_names_are_masked_with_the_literals() -> None:
    text = "Marie Blanc a {n} et Paul Petit"
    masked, kept = mask(text, [Span(0, 11), Span(21, 31)])
    assert (masked, kept) == ("QXZA a QXZB et QXZC", ("Marie Blanc", "{n}", "Paul Petit"))
    assert unmask(masked, kept) == text


def test_a_lost_or_doubled_mask_is_noticed() -> None:
    masked, literals = mask("Voir {a} ici")
    assert unmask("See here", literals) is None
    assert unmask(f"{masked} {masked}", literals) is None


def test_a_text_with_our_masks_is_not_masked() -> None:
    assert mask("QXZA et {a}") == ("QXZA et {a}", ())


def test_a_literal_within_a_name_is_hidden_with_it() -> None:
    text = "la société Orange API vend 2.0.1"
    masked, hidden = mask(text, [Span(11, 21)])
    assert masked == "la société QXZA vend QXZB"
    assert hidden == ("Orange API", "2.0.1")
    assert unmask(masked, hidden) == text
