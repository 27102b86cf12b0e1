"""French given names, as they are written."""

from __future__ import annotations

import pytest

from onetongue.language.given_names import is_given_name


@pytest.mark.parametrize("word", ["marie", "MARIE", "Rose", "France", "Table", "", "# None"])
def test_none(word: str) -> None:
    assert not is_given_name(word)


@pytest.mark.parametrize("word", ["Marie", "Luc", "Adèle", "Abdoulaye"])
def test_some(word: str) -> None:
    assert is_given_name(word)
