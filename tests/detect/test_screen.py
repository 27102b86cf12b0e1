from __future__ import annotations

import pytest

from onetongue.detect.screen import is_suspect
from onetongue.detect.tables import Odds, Tables, load


@pytest.mark.parametrize(
    "text",
    [
        "The committee met on Thursday and decided to postpone the vote.",
        "It's plan B, isn't it? She'd say we're done; Tom's late.",
        "Section C d e l m n s t, or c j l.",
        "",
        "1 234,56 %",
    ],
)
def test_clears_english(text: str) -> None:
    assert not is_suspect(text, load(("fr",)))


@pytest.mark.parametrize(
    "text",
    [
        "We saw une fille.",
        "l'homme",
        "L’homme",
        "It was E\u0301TAIT there",
        "the e\u0301te\u0301s",
        "EVENEMENT",
    ],
)
def test_lets_through_any_french_word(text: str) -> None:
    assert is_suspect(text, load(("fr",)))


@pytest.mark.parametrize(("odds", "is_so"), [(1.99, False), (2.0, True)])
def test_the_limit_itself_is_suspect(
    odds: float, is_so: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Tables(("fr",))
    monkeypatch.setattr(table, "odds", lambda word: Odds((odds,), 0.0, -9.0))
    assert is_suspect("word", table) is is_so
    assert is_suspect("word", table) is is_so  # and what is remembered says so too


def test_one_of_several_languages_is_enough() -> None:
    assert not is_suspect("wurde", load(("fr",)))
    assert is_suspect("wurde", load(("fr", "de")))
