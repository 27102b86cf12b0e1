"""Words as the scalars of YAML."""

from __future__ import annotations

import pytest

from onetongue.formats.markdown.scalars import (
    InLines,
    as_plain,
    in_double,
    in_single,
    of_plain,
    on_one_line,
)


@pytest.mark.parametrize(
    "words",
    ["", "A title", "L'été", "a:b", "a#b", "-a", "12 rue Foch", "yesterday", "1984 ou rien", "ok?", "a, b", "No.", "C:\\"],
)  # fmt: skip
def test_a_plain_value_stays(words: str) -> None:
    assert as_plain(words) == words
    assert of_plain(words) == words


@pytest.mark.parametrize(
    "words",
    [
        *("- a", "? a", ": a", "-", "a: b", "a:", "a #b", "a ", " a", "#a", "&a", "*a", "!a", "|a"),
        *(">a", "'a", '"a"', "%a", "@a", "`a", "[a]", "{a}", "a: b", ",a"),
        *("y", "Yes", "NO", "true", "off", "null", "~", "12", "1_000", "-1.5e3", "12:30", "2024-01-02"),
    ],
)  # fmt: skip
def test_a_value_that_yaml_would_read_otherwise_gets_quotation_marks(words: str) -> None:
    written = as_plain(words)
    assert written[0] == written[-1] == '"'
    assert of_plain(written) == words


@pytest.mark.parametrize(
    ("words", "double", "single"),
    [
        ("a b", "a b", "a b"),
        ("l'été", "l'été", "l''été"),
        ('"a"', '\\"a\\"', '"a"'),
        ("a\\b", "a\\\\b", "a\\b"),
        ("a\nb\r\nc", "a b c", "a b c"),
    ],
)
def test_between_quotation_marks(words: str, double: str, single: str) -> None:
    assert (in_double(words), in_single(words)) == (double, single)
    assert as_plain(f"{words}: x") == f'"{double}: x"'


def test_lines() -> None:
    assert on_one_line("a\nb") == "a b"
    assert InLines("\r\n  ")(" a \n\n b\n") == "a\r\n  b"
    assert InLines("\n")("") == ""
