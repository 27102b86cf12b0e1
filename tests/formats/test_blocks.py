"""Where the blocks of a plain text begin and end."""

from __future__ import annotations

import pytest
from support.marked import mark, unmark

from onetongue.document import Span
from onetongue.formats.blocks import Block, line_break, split_blocks, trim
from onetongue.formats.wrapped import ends_sentence

FULL = "Le ministre a déclaré hier soir que la réforme serait votée"  # 59 columns


def blocks(text: str) -> list[str]:
    """Each block, with its prefix before it and its group after it."""
    return [f"{b.prefix}:{text[b.start : b.end]}:{b.group}" for b in split_blocks(text)]


@pytest.mark.parametrize(
    "marked",
    [
        "",
        "\n \n",
        "⟦un⟧",
        "  ⟦un⟧ \n",
        "⟦un⟧\n\n⟦deux⟧",
        "⟦un⟧\r\n \t\r\n⟦deux⟧\r\n",
        "⟦un⟧\n⟦deux⟧\f⟦trois⟧",
        "⟦1984⟧\n⟦a)⟧",
        "⟦#un⟧",
        "⟦-un⟧\n⟦-----⟧\n⟦deux⟧",
        "\ufeff⟦un⟧\u200b",
        # A line that is full, or in the middle of a sentence, goes on in the next.
        f"⟦{FULL}\ndemain par les députés.⟧",
        f"⟦{FULL},\nParis le savait.⟧",
        f"⟦{FULL} de\nParis⟧",
        f"⟦{FULL}⟧\n⟦Paris le savait.⟧",
        f"⟦{FULL}.⟧\n⟦demain par les députés.⟧",
        f"⟦{FULL}\ndemain par les députés, ou bien après-demain à Strasbourg\nParis.⟧",
        f"⟦{FULL}\ndemain par les députés, ou bien après-demain⟧\n⟦Paris.⟧",
        f"⟦{FULL}⟧\n⟦-----⟧\n⟦demain⟧",
        f"⟦{FULL}⟧\n⟦@if ($a)⟧\n⟦demain⟧\n⟦@endif⟧",
        f"⟦{FULL},\n@marie l'a dit⟧",
        f"⟦{'a' * 200}⟧\n⟦Paris⟧",
    ],
)
def test_where_blocks_begin_and_end(marked: str) -> None:
    text, spans = unmark(marked)
    assert mark(text, [(b.start, b.end) for b in split_blocks(text)]) == mark(text, spans)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- un\n- deux", ["bullet:un:0", "bullet:deux:0"]),
        ("• un\n\n1. deux\n(12) trois\na) quatre", ["bullet:un:0", "number:deux:1", "number:trois:1", "number:quatre:1"]),
        ("# un\ndeux", ["hash:un:0", ":deux:0"]),
        ("####### un", [":un:0"]),
        ("# - un", ["bullet:un:0"]),
        ("- ", [":-:0"]),
        ("1234. un", [":1234. un:0"]),
        ("> un\n> deux", ["quote:un:0", "quote:deux:0"]),
        (">> un\n> deux\ntrois", ["quote:un:0", "quote:deux:0", ":trois:0"]),
        ("> - un", ["bullet:un:0"]),
        (">\n> un", [":>:0", "quote:un:0"]),
        # A line may begin with a dash or a number by chance.
        (f"{FULL}\n– deux", [f":{FULL}:0", ":– deux:0"]),
        (f"{FULL} le\n18. mai", [f":{FULL} le\n18. mai:0"]),
        ("un mot\n– deux", [":un mot:0", "bullet:deux:0"]),
        ("Un mot.\n– deux", [":Un mot.:0", "bullet:deux:0"]),
        ("- un mot\n– deux", ["bullet:un mot:0", "bullet:deux:0"]),
        (f"- {FULL}\n  demain\n- deux", [f"bullet:{FULL}\n  demain:0", "bullet:deux:0"]),
    ],
)  # fmt: skip
def test_what_stands_before_a_block(text: str, expected: list[str]) -> None:
    assert blocks(text) == expected


def test_a_quoted_paragraph_is_one_block_with_its_breaks() -> None:
    text = f"> {FULL}\r\n>  demain par les députés.\r\n"
    (block,) = split_blocks(text)
    assert [text[gap.start : gap.end] for gap in block.breaks] == ["\r\n>  "]
    assert list(block.pieces(text)) == [FULL, "demain par les députés."]
    assert (block.prefix, block.lines) == ("quote", 2)
    plain = f"{FULL}\ndemain."
    assert list(split_blocks(plain)) == [Block(0, len(plain), "", 0, 2)]


@pytest.mark.parametrize(("width", "count"), [(39, 3), (40, 1), (120, 1), (121, 2)])
def test_how_wide_wrapped_prose_is(width: int, count: int) -> None:
    line = ("mot " * 40)[: width - 1].rstrip().ljust(width, "s")
    assert len(list(split_blocks(f"{line}\n{line}\nParis le savait"))) == count


@pytest.mark.parametrize(("width", "count"), [(54, 2), (55, 1)])
def test_a_line_is_full_where_the_next_word_would_not_fit(width: int, count: int) -> None:
    longest, line = "mot " * 14 + "mots", "mot " * 12 + "s" * (width - 48)
    assert (len(longest), len(line)) == (60, width)
    assert len(list(split_blocks(f"{longest}\n{line}\nParis le savait"))) == count


def test_a_break_in_a_protected_stretch_is_none() -> None:
    text = "un\n\ndeux\ntrois"
    assert len(list(split_blocks(text))) == 3
    assert [text[b.start : b.end] for b in split_blocks(text, [Span(0, 8)])] == ["un\n\ndeux", "trois"]  # fmt: skip
    assert len(list(split_blocks(text, [Span(0, 2), Span(4, 8)]))) == 3
    assert [block.group for block in split_blocks(text)] == [0, 1, 1]
    assert [block.group for block in split_blocks(text, [Span(1, 3)])] == [0, 0, 0]


@pytest.mark.parametrize(
    ("marked", "kept"),
    [("⟦ un ⟧", "un"), ("a⟦ \u200bb\ufeff ⟧c", "b"), ("⟦\u0301 \u0301a\u0301⟧", "a\u0301"), ("⟦  ⟧", ""), ("⟦é⟧", "é")],
)  # fmt: skip
def test_trim(marked: str, kept: str) -> None:
    text, ((start, end),) = unmark(marked)
    low, high = trim(text, start, end)
    assert text[low:high] == kept
    assert start <= low <= high <= end


@pytest.mark.parametrize(
    ("text", "is_end"),
    [
        ("", False), ("un", False), ("un,", False), ("un;", False), ("un. Deux", False),
        ("un.", True), ("un !", True), ("un ?»)", True), ("un… ", True), ("un :", True), ('un."', True),
    ],
)  # fmt: skip
def test_ends_of_sentences(text: str, is_end: bool) -> None:
    assert ends_sentence(text, len(text)) is is_end
    assert ends_sentence(f"{text}.", len(text)) is is_end


@pytest.mark.parametrize(
    ("gap", "written"),
    [("", ""), ("\n", "\n"), (" \r\n>\u200b> \t", "\r\n>> \t"), ("> \n- ", "\n ")],
)
def test_line_breaks(gap: str, written: str) -> None:
    assert line_break(gap) == written


def test_the_signs_of_a_box_are_no_block() -> None:
    text = '!!! note "Titre"\n    Un texte.\n\n::: tip\nUn texte.\n:::\n\n> [!NOTE]\n> Un texte.\n'
    assert blocks(text) == ["hash:Titre:0", ":Un texte.:0", ":Un texte.:1", "quote:Un texte.:2"]
