"""Words and markup written so that a parser reads what was meant."""

from __future__ import annotations

import pytest

from onetongue.formats.markdown.markdown import read
from onetongue.formats.markdown.write import MarkdownWriter, Setting
from onetongue.prose import Prose

PLACES: tuple[Setting, ...] = ("block", "line", "cell", "description", "title")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "words",
    [
        *("", "snake_case", "5 * 3", "a ~ b", "C# & R&D", "a < b", "a <= b", "a\\b", "2 + 2", "l'ami"),
        *("[Le] chat", "oui [Le] chat", "+a", "#a", "-a", "1.a", "12", "a: b", "a::b", "a!", "a #1", "!! a"),
    ],
)  # fmt: skip
def test_words_without_a_sign_stay(place: Setting, words: str) -> None:
    assert MarkdownWriter(place, " ")(words) == words


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("*a*", r"\*a\*"),
        ("** a", r"\*\* a"),
        ("x * a", "x * a"),
        ("_a", r"\_a"),
        ("a_ b", r"a\_ b"),
        ("a_", r"a\_"),
        ("é_é", "é_é"),
        ("a*b", r"a\*b"),
        ("`a", r"\`a"),
        ("a ` b", r"a \` b"),
        ("<b>", r"\<b>"),
        ("a<", r"a\<"),
        ("&amp; &#1; &#x1; &a b;", r"\&amp; \&#1; \&#x1; &a b;"),
        ("a\\", "a\\\\"),
        ("a\\*", r"a\\\*"),
        ("a\\\\b", r"a\\\\b"),
        ("[a](b)", r"\[a\](b)"),
        ("[a][b]", r"\[a\]\[b\]"),
        ("[a]: b", r"\[a\]: b"),
        ("[a]", r"\[a\]"),
        ("[x] a", r"\[x\] a"),
        ("[X ] a", r"\[X \] a"),
        ("[] a", r"\[\] a"),
        ("[^a] b", r"\[^a\] b"),
        ("[!a] b", r"\[!a\] b"),
        ("[a* b", r"\[a\* b"),
        ("[a*] b", r"[a\*] b"),
        ("[a\\] b", r"\[a\\\] b"),
        ("a] b", r"a\] b"),
        ("[Known] b", r"\[Known\] b"),
    ],
)
def test_a_sign_that_would_be_markup_is_escaped(place: Setting, words: str, written: str) -> None:
    assert MarkdownWriter(place, " ", references={"KNOWN": {}})(words) == written


@pytest.mark.parametrize(
    ("place", "words", "written"),
    [
        ("block", "- a\r\n+ b\r> c\n1. d\n12) e", "\\- a|\\+ b|\\> c|1\\. d|12\\) e"),
        ("block", "# a\n####### b\n===\n:-|\n---", "\\# a|####### b|\\===|\\:-||\\---"),
        ("block", "!!! note\n??? x\n::: x\n: a\n=== x", "\\!!! note|\\??? x|\\::: x|\\: a|\\=== x"),
        ("block", "a \n\n  b", "a|b"),
        ("block", "1234567890. a\n-", "1234567890. a|\\-"),
        ("line", "- a\n# b #", "- a # b \\#"),
        ("line", "a#", "a#"),
        ("line", "#", "\\#"),
        ("cell", "a | b\nc", "a \\| b c"),
        ("block", "a | b", "a | b"),
        ("title", 'a "b" \\"', "a &quot;b&quot; \\&quot;"),
        ("description", '"b"\n- c', '"b" - c'),
    ],
)  # fmt: skip
def test_where_words_stand(place: Setting, words: str, written: str) -> None:
    assert MarkdownWriter(place, "|" if place == "block" else " ")(words) == written


def joined(source: str, *pieces: str | int, part: str = "") -> tuple[str, tuple[str, ...]]:
    """The words with the markup of the source, by its number, as a translation of it or a part."""
    prose = read(source).regions[0].prose
    assert isinstance(prose, Prose)
    if part:
        start = prose.text.index(part)
        prose = prose.within(start, start + len(part))
    marks = [run for run in prose.runs if run.role not in {"text", "character"}]
    assert prose.join
    return prose.join(prose, [one if isinstance(one, str) else marks[one] for one in pieces])[:2]


@pytest.mark.parametrize(
    ("source", "pieces", "written"),
    [
        ("Le *chat* dort", ["The ", 0, "cat", 1, " sleeps"], "The *cat* sleeps"),
        ("Le *chat* dort", ["The c", 0, "at", 1, "s"], "The c*at*s"),
        ("Le <b>chat</b> dort", ["The ", 0, "cat", 1, "s"], "The <b>cat</b>s"),
        ("Le [chat](a) dort", ["Oh! ", 0, "cat", 1, " sleeps"], "Oh! [cat](a) sleeps"),
        ("Le `f(x)` dort", ["The ", 0, "s"], "The `f(x)`s"),
        ("|Le [chat](a\\|b) dort|\n|-|\n", ["The ", 0, "cat", 1, "s"], "The [cat](a\\|b)s"),
        (
            "|Le [chat][a\\|b] dort|\n|-|\n\n[a|b]: /x\n",
            ["The ", 0, "cat", 1, "s"],
            "The [cat][a\\|b]s",
        ),
        ("Le *chat* dort", ["The ", 0, "cat"], "The *cat"),
        ("# Le *chat* dort", [0, "The cat", 1], "*The cat*"),
    ],
)
def test_markup_is_written_as_it_was(source: str, pieces: list[str | int], written: str) -> None:
    assert joined(source, *pieces) == (written, ())


@pytest.mark.parametrize(
    ("source", "pieces", "written"),
    [
        # Emphasis that would be none beside what it stands next to is an element.
        ("Le *chat* dort", ["The ", 0, "(cat)", 1, "s"], "The <em>(cat)</em>s"),
        ("Le **chat** dort", ["The ", 0, '"cat"', 1, "s"], 'The <strong>"cat"</strong>s'),
        ("Le _chat_ dort", ["The", 0, "cat", 1, "s"], "The<em>cat</em>s"),
        ("Le ~chat~ dort", ["The ", 0, "(cat)", 1, "s"], "The <del>(cat)</del>s"),
        ("Le **chat *noir*** dort", ["a ", 0, "b", 2, "c", 3, 1, "d"], "a <strong>b</em>c</strong><em>d"),
        # Signs beside it are words.
        ("Le *chat* dort", ["A*", 0, "cat", 1, "*s"], "A\\**cat*\\*s"),
        ("Le [chat](a) dort", ["Oh!", 0, "cat", 1, " sleeps"], "Oh\\![cat](a) sleeps"),
        ("Le [chat](a) dort", ["Oh, yes!", 0, "cat", 1, " sleeps"], "Oh, yes\\![cat](a) sleeps"),
        ("Le *chat* dort", ["Oh!", 0, "cat", 1, " sleeps"], "Oh!*cat* sleeps"),
        # A line that begins after a break of the source may not begin a block.
        ("Le chat  \ndort", ["The cat", 0, "- one, two"], "The cat  \n\\- one, two"),
        ("Le [chat](a) dort", ["Oh\\!", 0, "cat]", 1], "Oh\\\\\\![cat\\]](a)"),
        ("Le [chat](a) dort", ["[", 0, "cat", 1, "]"], "\\[[cat](a)\\]"),
        ("Le `f(x)` dort", ["`", 0, "`"], "\\``f(x)`\\`"),
        # What begins a block does so only at the start of a line.
        ("Le *chat* dort", ["- ", 0, "cat", 1, "- a\n- b"], "\\- *cat*- a\n\\- b"),
        ("> Le *chat*\n> dort", ["The ", 0, "cat\ntwo", 1, "\n- one"], "The *cat\n> two*\n> \\- one"),
        ("# Le *chat* dort", ["The ", 0, "cat", 1, " #"], "The *cat* \\#"),
        ("|Le *chat* dort|\n|-|\n", ["The ", 0, "cat | dog", 1], "The *cat \\| dog*"),
        ("![Le *chat* dort](a)", ["The ", 0, "cat]", 1], "The *cat\\]*"),
    ],
)  # fmt: skip
def test_markup_still_is_markup(source: str, pieces: list[str | int], written: str) -> None:
    assert joined(source, *pieces) == (written, ())


def test_markup_that_would_begin_a_block_is_named() -> None:
    pieces = (0, "\nThe cat", 1, " sleeps")
    assert joined("<b>Le chat</b> dort", *pieces) == ("<b>\nThe cat</b> sleeps", ("<b>",))


def test_emphasis_that_holds_nothing_is_named() -> None:
    assert joined("Le *chat* dort", "The ", 0, " ", 1, "s") == ("The  s", ("*",))


@pytest.mark.parametrize(
    ("source", "pieces", "written"),
    [
        # Beside a sign of the source, the same sign would be read together with it.
        ("***chat** noir* dort", [0, "cat", 1, " black"], "<strong>cat</strong> black"),
        ("Un *noir **chat***", ["black ", 0, "cat", 1], "black <strong>cat</strong>"),
        ("_**chat** noir_ dort", [0, "cat", 1, " black"], "**cat** black"),
        ("Un _noir **chat**_", ["black ", 0, "cat", 1], "black **cat**"),
        ("Un **chat** noir", [0, "cat", 1, " black"], "**cat** black"),
        ("Un\n**chat** noir", [0, "cat", 1, " black"], "**cat** black"),
        # A letter beside it is of the same word.
        ("Un*chat* noir", [0, '"cat"', 1, " black"], '<em>"cat"</em> black'),
        ("Un *chat* noir", [0, '"cat"', 1, " black"], '*"cat"* black'),
        ("Un noir *chat*s", ["black ", 0, '"cat"', 1], 'black <em>"cat"</em>'),
        ("Un noir *chat*, oui", ["black ", 0, '"cat"', 1], 'black *"cat"*'),
    ],
)
def test_what_stands_around_a_part(source: str, pieces: list[str | int], written: str) -> None:
    part = "chat noir" if pieces[-1] == " black" else "noir chat"
    assert joined(source, *pieces, part=part) == (written, ())


@pytest.mark.parametrize(
    ("source", "part", "words", "written"),
    [
        ("Le chat- un rat", "- un rat", "- a rat", "- a rat"),
        ("Le chat\n\\- un rat", "- un rat", "- a rat", "\\- a rat"),
        ("\\- un rat", "- un rat", "- a rat", "\\- a rat"),
        (">\\- un rat", "- un rat", "- a rat", "\\- a rat"),
    ],
)
def test_only_what_begins_a_line_can_begin_a_block(
    source: str, part: str, words: str, written: str
) -> None:
    assert joined(source, words, part=part)[0] == written


def test_a_link_may_be_defined_anywhere() -> None:
    source = "Le [chat noir][a] dort\n\n[a]: /x\n"
    assert joined(source, "The ", 0, "cat", 1, "s") == ("The [cat][a]s", ())
