from __future__ import annotations

import pytest

from onetongue.detect import states

LANGUAGES = ("es", "fr")


@pytest.mark.parametrize("state", [states.ENGLISH, states.other(LANGUAGES)])
def test_neither_english_nor_any_other_language_is_a_source(state: states.State) -> None:
    assert not states.is_source(state, LANGUAGES)
    assert state not in dict(states.each_source(LANGUAGES))


def test_states_count_english_first_and_others_last() -> None:
    assert (states.ENGLISH, *dict(states.each_source(LANGUAGES)), states.other(LANGUAGES)) == (
        *range(4),
    )
    assert dict(states.each_source(LANGUAGES)) == {1: "es", 2: "fr"}
    for state, language in states.each_source(LANGUAGES):
        assert states.is_source(state, LANGUAGES)
        assert states.source(states.place_of(state)) == state
        assert LANGUAGES[states.place_of(state)] == language
        assert states.language_of(state, LANGUAGES) == language
        assert states.state_of(f"{language.upper()}-x", LANGUAGES) == state
    assert states.language_of(states.other(LANGUAGES), LANGUAGES) == "und"


@pytest.mark.parametrize(("tag", "state"), [("en-GB", 0), ("EN", 0), ("it", 3), ("", 3)])
def test_tags_of_no_source_language(tag: str, state: int) -> None:
    assert states.state_of(tag, LANGUAGES) == state


def test_a_row_has_one_score_a_state() -> None:
    row = states.row((1.0, 2.0), 3.0)
    assert row == (0.0, 1.0, 2.0, 3.0)
    assert row[states.source(1)] == 2.0
    assert row[states.other(LANGUAGES)] == states.of_other(row) == 3.0
    assert states.of_sources(row) == (1.0, 2.0)
    assert states.of_foreign(row) == (1.0, 2.0, 3.0)
