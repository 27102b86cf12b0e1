"""What is read in a string of JSON."""

from __future__ import annotations

import pytest

from onetongue.formats.json.prose import LateString, runs_of


@pytest.mark.parametrize("words", ["a", "Le chat", "l'été 😀"])
def test_words_are_one_run(words: str) -> None:
    source = f'"{words}"'
    assert list(runs_of(source, 1, len(source) - 1)) == [(1, len(source) - 1, words, "text", "", 0, "", False)]  # fmt: skip
    assert list(runs_of(source, 1, 1)) == []


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (r"\n", [("character", "\n")]),
        (r"a\u00e9", [("text", "a"), ("character", "é")]),
        (r"\ud83d\ude00a", [("character", "😀"), ("text", "a")]),
        (r"a\\\"b", [("text", "a"), ("character", "\\"), ("character", '"'), ("text", "b")]),
    ],
)
def test_an_escape_is_one_character(raw: str, expected: list[tuple[str, str]]) -> None:
    found = list(runs_of(f'"{raw}"', 1, len(raw) + 1))
    assert [(run.role, run.text) for run in found] == expected
    assert "".join(run.raw or run.text for run in found) == raw
    assert [run.end for run in found][:-1] == [run.start for run in found][1:]


def test_a_prose_is_made_when_it_is_asked_for() -> None:
    source = r'["x", "Le \u00e9t\u00e9 dort"]'
    start = source.index("Le")
    late = LateString(source, start, source.index("dort") + 4, str.upper)
    assert late.text == "Le été dort"
    assert [late.place(start + offset) for offset in (0, 3, 9, 10)] == [0, 3, 4, 5]
    inner = late.within(3, 6)
    assert (inner.text, inner.escape("a"), inner.holds_markup) == ("été", "A", False)
    assert (inner.runs[0].start, inner.runs[-1].end) == (start + 3, start + 16)
    assert (late.declared_in(0, 3), late.holders(0, 3)) == ((), ())


def test_a_word_that_a_line_break_cuts_is_read_as_one() -> None:
    source = r'"Le conseil muni-\ncipal est venu"'
    late = LateString(source, 1, len(source) - 1, str)
    assert late.text == late.within(0, len(late.text)).text == "Le conseil municipal\nest venu"
    raw = "".join(run.raw or run.text for run in late.within(0, len(late.text)).runs)
    assert raw == source[1:-1]
