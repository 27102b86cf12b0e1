"""The primary language of a tag."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.language.tags import primary


@pytest.mark.parametrize("tag", ["fr", "fro", "mul", "", "*all*", "⟦"])
def test_what_has_no_parts_stays(tag: str) -> None:
    assert primary(tag) == tag


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("fr-CA", "fr"),
        ("fr-CA-x-lvariant", "fr"),
        ("EN_us", "en"),
        (" fr ", "fr"),
        ("zh_Hant-TW", "zh"),
        ("x-klingon", "x"),
        ("-fr", ""),
        ("\n", ""),
    ],
)
def test_primary(tag: str, language: str) -> None:
    assert primary(tag) == language


@given(st.from_regex(r"[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*", fullmatch=True))
def test_the_primary_language_of_a_primary_language_is_itself(tag: str) -> None:
    assert primary(primary(tag)) == primary(tag)
    assert tag.lower().startswith(primary(tag))
