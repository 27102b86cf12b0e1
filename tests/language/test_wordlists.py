"""Word lists: each a set of words, without its header."""

from __future__ import annotations

from importlib.resources import files

import pytest

from onetongue.language.wordlists import words

NAMES = [
    path.name.removesuffix(".txt")
    for path in files("onetongue.language").joinpath("words").iterdir()
    if path.name.endswith(".txt")
]


@pytest.mark.parametrize("name", NAMES)
def test_no_header_and_no_blank(name: str) -> None:
    found = words(name)
    assert found
    assert not any(word.startswith("#") or word.split() != [word] for word in found)


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("abbreviations", "mme", "madame"),
        ("capitalised", "monday", "Monday"),
        ("starters", "il", "Il"),
    ],
)
def test_what_a_list_holds(name: str, inside: str, outside: str) -> None:
    assert inside in words(name)
    assert outside not in words(name)


def test_there_is_no_such_list() -> None:
    with pytest.raises(FileNotFoundError):
        words("nothing")
