from __future__ import annotations

import pytest

from onetongue.detect.second_opinion import LIMIT, opinion


@pytest.mark.parametrize("text", ["", "12 34", "…", "東京"])
def test_no_opinion(text: str) -> None:
    assert opinion(text, "fr") == pytest.approx(0.0, abs=0.01)


@pytest.mark.parametrize("text", ["The committee met on Thursday", "Where is the man"])
def test_english_is_not_french(text: str) -> None:
    assert opinion(text, "fr") == -LIMIT


def test_french_is_as_french_as_may_be() -> None:
    text = "Le maire a refusé de répondre"
    assert opinion(text, "fr") == opinion(text.upper(), "fr") == LIMIT
    assert abs(opinion(text, "es")) < LIMIT


def test_the_same_text_gets_the_same_opinion() -> None:
    first = opinion("Service minimum diplomatique", "fr")
    opinion.cache_clear()
    opinion("Un autre texte entre les deux", "fr")
    assert opinion("Service minimum diplomatique", "fr") == first
