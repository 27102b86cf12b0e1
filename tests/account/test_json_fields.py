"""Fields of JSON: what is as it should be comes back as it is, all else is named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from onetongue.account.json_fields import Fields, load_object
from onetongue.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable


def value(fields: Fields) -> object:
    return fields.value("k")


def text(fields: Fields) -> object:
    return fields.text("k")


def choice(fields: Fields) -> object:
    return fields.choice("k", ("a", "b"))


def count(fields: Fields) -> object:
    return fields.count("k")


def from_one(fields: Fields) -> object:
    return fields.count("k", least=1)


def share(fields: Fields) -> object:
    return fields.share("k")


def flag(fields: Fields) -> object:
    return fields.flag("k")


def inner(fields: Fields) -> object:
    return fields.fields("k").keys()


def items(fields: Fields) -> object:
    return [one.keys() for one in fields.items("k")]


@pytest.mark.parametrize(
    ("read", "given", "expected"),
    [
        (value, None, None),
        (text, "", ""),
        (text, "\x00é", "\x00é"),
        (choice, "b", "b"),
        (count, 0, 0),
        (from_one, 1, 1),
        (share, 0, 0.0),
        (share, 1, 1.0),
        (share, 0.5, 0.5),
        (flag, False, False),
        (flag, True, True),
        (inner, {}, ()),
        (inner, {"b": 1, "a": 2}, ("b", "a")),
        (items, [], []),
        (items, ({"a": 1}, {"b": 2}), [("a",), ("b",)]),
    ],
)
def test_comes_back(read: Callable[[Fields], object], given: Any, expected: Any) -> None:
    fields = Fields({"k": given}, "")
    assert fields.has("k")
    assert read(fields) == expected
    assert type(read(fields)) is type(expected)


@pytest.mark.parametrize(
    ("read", "given", "message"),
    [
        (text, 3, "must be a string"),
        (text, None, "must be a string"),
        (choice, "c", "must be one of a, b"),
        (choice, "", "must be one of a, b"),
        (choice, ["a"], "must be one of a, b"),
        (count, -1, "must be a whole number from 0"),
        (count, 1.0, "must be a whole number from 0"),
        (count, True, "must be a whole number from 0"),
        (count, "1", "must be a whole number from 0"),
        (from_one, 0, "must be a whole number from 1"),
        (share, -0.1, r"must be a number in \[0, 1\]"),
        (share, 1.1, r"must be a number in \[0, 1\]"),
        (share, True, r"must be a number in \[0, 1\]"),
        (share, float("nan"), r"must be a number in \[0, 1\]"),
        (share, "0", r"must be a number in \[0, 1\]"),
        (flag, 0, "must be true or false"),
        (flag, None, "must be true or false"),
        (inner, [], "must be an object"),
        (inner, {1: 2}, "must be an object"),
        (items, {}, "must be a list"),
        (items, "a", "must be a list"),
    ],
)
def test_is_named(read: Callable[[Fields], object], given: Any, message: str) -> None:
    for path, name in (("", "k"), ("a[0]", r"a\[0\]\.k")):
        with pytest.raises(InputError, match=f"^provenance: {name} {message}$"):
            read(Fields({"k": given}, path))
        with pytest.raises(InputError, match=f"^d.json: {name} is missing$"):
            read(Fields({}, path, what="d.json"))


def test_the_way_to_a_value() -> None:
    top = Fields({"a": [{}, {"b": {"c": 3}}]}, "", what="d.json")
    assert not top.has("b")
    _, second = top.items("a")
    with pytest.raises(InputError, match=r"^d.json: a\[1\]\.b\.c must be a string$"):
        second.fields("b").text("c")
    with pytest.raises(InputError, match=r"^d.json: a\[0\] must be an object$"):
        list(Fields({"a": [3]}, "", what="d.json").items("a"))
    with pytest.raises(InputError, match=r"^provenance: the whole must be an object$"):
        Fields(3, "")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "d.json:1:1: not JSON: "),
        (b'{\n "a": x}', "d.json:2:7: not JSON: "),
        (b'{"a": "\xe9"}', "d.json: not a decisions file: .*utf-8"),
        (b"[" * 100_000, "d.json: not a decisions file: "),
        (b'{"a": 1, "b": {"c": 1, "d": 2, "d": 2}}', "the key 'd' is there twice"),
        (b"[]", "d.json: not a decisions file: the JSON is not an object"),
        (b'"a"', "d.json: not a decisions file: the JSON is not an object"),
    ],
)
def test_no_object(content: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        load_object(content, "d.json", "decisions")


def test_an_object() -> None:
    assert load_object(b'\xef\xbb\xbf{"a": {"a": null}}', "d.json", "x") == {"a": {"a": None}}
    assert load_object(b"{}", "d.json", "x") == {}
