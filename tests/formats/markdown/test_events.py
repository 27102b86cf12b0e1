"""What a stretch of Markdown says, meant and read."""

from __future__ import annotations

import pytest

from onetongue.formats.markdown.events import (
    events_meant,
    events_read,
    is_emphasis,
    matched_pairs,
    merged,
    settle,
    stand_in,
)
from onetongue.formats.markdown.parse import marks, parse
from onetongue.prose import Run

TAGS = {"*": "em", "**": "strong", "~~": "s", "<b>": "b", "</b>": "b"}


def pieces(*written: str) -> list[str | Run]:
    """`(*1` opens the emphasis `*` of pair 1, `)*1` ends it; the rest is words."""
    found: list[str | Run] = []
    for one in written:
        if one[:1] in {"(", ")"}:
            raw, role = one[1:-1], "open" if one[0] == "(" else "close"
            found.append(Run(0, 1, "", role, raw, int(one[-1]), TAGS.get(raw, "link")))  # type: ignore[arg-type]
        else:
            found.append(one)
    return found


def shown(found: list[str | Run]) -> list[str]:
    return [
        one if isinstance(one, str) else f"{'(' if one.role == 'open' else ')'}{one.raw}{one.pair}"
        for one in found
    ]


@pytest.mark.parametrize(
    "written",
    [
        ["one two"],
        ["one ", "(*1", "two", ")*1", " three"],
        ["one ", "(<b>1", " two ", ")</b>1", " three"],
        ["(*1", "(**2", "one", ")**2", ")*1"],
        ["one", "(*1", ")*2", "two"],
        ["one", "(<b>1", ")</b>1", "two"],
        [" one "],
    ],
)
def test_what_is_settled_stays(written: list[str]) -> None:
    found, dropped = settle(pieces(*written))
    assert shown(found) == written
    assert dropped == ()


@pytest.mark.parametrize(
    ("written", "expected", "dropped"),
    [
        (["a", "(*1", " b ", ")*1", "c"], ["a ", "(*1", "b", ")*1", " c"], ()),
        (["(*1", " ", "(**2", "b", ")**2", " ", ")*1"], [" ", "(*1", "(**2", "b", ")**2", ")*1", " "], ()),
        (["a", "(*1", "  ", ")*1", "b"], ["a  b"], ("*",)),
        (["a", "(*1", ")*1", "b"], ["ab"], ("*",)),
        (["(**1", "(*2", " ", ")*2", ")**1", "a"], [" a"], ("*", "**")),
        (["a ", "b"], ["a b"], ()),
    ],
)  # fmt: skip
def test_white_space_goes_out_of_emphasis(
    written: list[str], expected: list[str], dropped: tuple[str, ...]
) -> None:
    found, left = settle(pieces(*written))
    assert (shown(found), left) == (expected, dropped)


def test_which_pieces_are_emphasis() -> None:
    opening, closing = pieces("(*1", ")~~1")
    assert is_emphasis(opening)
    assert is_emphasis(opening, "open")
    assert not is_emphasis(opening, "close")
    assert is_emphasis(closing, "close")
    assert not is_emphasis("*")
    assert not is_emphasis(pieces("(<b>1")[0])
    assert not is_emphasis(Run(0, 1, "", "open", "<em>", 1, "em"))
    assert matched_pairs(pieces("(*1", ")*1", "(*2", ")*3", "a")) == {1}


@pytest.mark.parametrize(
    ("raw", "role", "tag", "written"),
    [
        ("*", "open", "em", "*"),
        ("[", "open", "link", "["),
        ("  \n", "point", "br", "  \n"),
        ("<em>", "open", "em", "<em>"),
        ("</del>", "close", "s", "</del>"),
        ("<u>", "open", "u", "<x>"),
        ("`a`", "object", "code", "`x`"),
        ("![a](b)", "point", "image", "`x`"),
    ],
)
def test_what_says_nothing_of_emphasis_has_a_stand_in(
    raw: str, role: str, tag: str, written: str
) -> None:
    run = Run(0, 1, "", role, raw, 1, tag)  # type: ignore[arg-type]
    assert stand_in(run, {1}) == written
    if tag in {"em", "link"} and raw in "*[":
        assert stand_in(run, set()) == "`x`"


@pytest.mark.parametrize(
    ("meant", "text"),
    [
        (["one two"], "one\n  two"),
        (["one ", "(*1", "two", ")*1", " three"], "one *two* three"),
        (["one ", "(**1", "two", ")**1"], "one <strong>two</strong>"),
        (["one ", "([1", "two", ")](a)1"], "one [two](a)"),
        (["1 * 2"], "1 \\* 2"),
        (["AT&T"], "AT&amp;T"),
    ],
)
def test_what_is_meant_is_what_is_read(meant: list[str], text: str) -> None:
    token = parse(text).tokens[1]
    read = events_read(token.content, marks(token.children))
    assert read == merged(events_meant(pieces(*meant)))


def test_what_is_meant_otherwise_is_told_apart() -> None:
    for meant, text in ((["*one*"], "*one*"), (["(*1", "one", ")*1"], "**one**"), (["one"], "two")):
        token = parse(text).tokens[1]
        assert events_read(token.content, marks(token.children)) != merged(events_meant(pieces(*meant)))  # fmt: skip


def test_a_link_may_go_over_a_lines_end() -> None:
    token = parse("> [a](b\n> 'c')").tokens[2]
    opened, word, closed = events_read(token.content, marks(token.children))
    assert (opened, word) == (("open", "["), ("", "a"))
    assert closed == ("close", "](b'c')")
    run = Run(0, 1, "", "close", "](b\n> 'c')", 1, "link")
    assert events_meant([Run(0, 1, "", "open", "[", 1, "link"), "a", run])[-1] == closed


def test_neighbouring_words_are_one_and_space_is_even() -> None:
    assert merged([("", " a\n"), ("", " b"), ("open", "em"), ("", " "), ("close", "em"), ("", " ")]) == [
        ("", "a b"), ("open", "em"), ("", " "), ("close", "em"),
    ]  # fmt: skip
    assert merged([("", " ")]) == []
