"""What is read of a class of options, and the one rule of what each may be."""

from __future__ import annotations

from collections.abc import Sequence  # noqa: TC003 - `options_of` reads annotations
from dataclasses import dataclass, fields
from typing import Annotated, Any, Literal

import pytest

from onetongue.document import Options
from onetongue.option import PATH, Named, options_of


@dataclass
class Few:
    word: Annotated[str, Named("word", "a word")] = "a"
    colour: Annotated[Literal["red", "blue"] | None, Named("colour", "which")] = None
    size: Annotated[Literal["big", "small"], Named("size", "how big")] = "big"
    share: Annotated[float, Named("share", "how much", "X", within=(0, 1))] = 0.5
    file: Annotated[str | None, Named("a-file", "where", PATH)] = None
    tags: Annotated[Sequence[str], Named("tag", "which", "TAGS")] = ()


FEW = {option.field: option for option in options_of(Few)}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("word", ""),
        ("word", "any"),
        ("colour", "red"),
        ("size", "small"),
        ("share", 0),
        ("share", 0.25),
        ("share", 1),
        ("file", "no/such"),
    ],
)
def test_what_is_accepted(field: str, value: Any) -> None:
    assert FEW[field].accepts(value)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("colour", "green", "one of red, blue"),
        ("colour", "", "one of red, blue"),
        ("size", None, "one of big, small"),
        ("size", ["big"], "one of big, small"),
        ("share", -0.1, "a number from 0 to 1"),
        ("share", 1.1, "a number from 0 to 1"),
        ("share", float("nan"), "a number from 0 to 1"),
        ("share", True, "a number from 0 to 1"),
        ("share", "1", "a number from 0 to 1"),
    ],
)
def test_what_is_not_and_what_was_expected(field: str, value: Any, expected: str) -> None:
    assert not FEW[field].accepts(value)
    assert FEW[field].expected == expected


def test_they_come_in_the_order_of_the_class_with_what_it_says_of_them() -> None:
    assert list(FEW) == [field.name for field in fields(Few)]
    assert [option.named.name for option in FEW.values()] == [
        "word", "colour", "size", "share", "a-file", "tag",
    ]  # fmt: skip
    assert [option.default for option in FEW.values()] == ["a", None, "big", 0.5, None, ()]
    assert [field for field, option in FEW.items() if option.is_several] == ["tags"]
    assert [field for field, option in FEW.items() if option.is_path] == ["file"]


@pytest.mark.parametrize("option", options_of(Options), ids=lambda option: option.field)
def test_every_option_says_what_it_is_for(option: Any) -> None:
    assert option.named.help
    assert option.named.name.replace("-", "").isalpha()
    assert option.is_several or option.default is None or option.accepts(option.default)
