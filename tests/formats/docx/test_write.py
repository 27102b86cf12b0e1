"""A translation as runs: words escaped, and markup beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onetongue.formats.docx.write import AND, BACK, DONE, ENTER, LEAVE, TRIMMED, Runs
from onetongue.prose import Prose, Run

if TYPE_CHECKING:
    from onetongue.prose import Piece

RUNS = Runs("w:")
BEGIN = '<w:r>{}<w:t xml:space="preserve">'
END = "</w:t></w:r>"
BREAK = '</w:t><w:br/><w:t xml:space="preserve">'


def prose(*runs: Run) -> Prose:
    return Prose(tuple(runs))


def words(look: str = "", *, is_kept: bool = True) -> Prose:
    """Two words with one look."""
    return prose(Run(0, 2, "un", tag=("" if is_kept else TRIMMED) + look))


@pytest.mark.parametrize("text", ["", "a", "C'est l'été.", '"', "a\tb", "𝄞 ½", "\ufffd"])
def test_what_needs_no_escape_stays(text: str) -> None:
    assert RUNS.escape(text) == text
    assert RUNS.join(words(), [text]).content == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("&amp;", "&amp;amp;"),
        ("a\x00b\x1fc\ufffed", "a\ufffdb\ufffdc\ufffdd"),
        ("a\ud800", "a\ufffd"),
        ("a \n b", "a \n b"),  # no break: Word shows a space
    ],
)
def test_escapes(text: str, written: str) -> None:
    assert RUNS.escape(text) == written
    assert Runs("").escape(text) == written.replace("w:", "")


def leave(raw: str) -> Run:
    return Run(2, 3, "", "point", f"{LEAVE}{raw}{DONE}")


def turn(sign: str, one: str, other: str, raw: str = "") -> Run:
    around = f"{LEAVE}{raw}{DONE}" if raw else ""
    return Run(2, 3, "", "point", f"{around}{sign}{one}{AND}{other}{DONE}")


@pytest.mark.parametrize(
    ("pieces", "written"),
    [
        (["one ", leave("<x/>"), " two"], f"one {END}<x/>{BEGIN} two"),
        # Nothing is left without a run to end in, and none begins for nothing.
        (["one", leave("<x/>")], f"one{END}<x/>{BEGIN}"),
        (["one", leave("<x/>"), leave("<y/>"), "two"], f"one{END}<x/><y/>{BEGIN}two"),
        ([leave("<x/>"), "one"], f"{END}<x/>{BEGIN}one"),
        # Properties come with what a run begins in.
        (
            ["one", turn(ENTER, "", "B", "<a>"), "two", turn(BACK, "B", "", "</a>"), "three"],
            f"one{END}<a>{BEGIN.replace('{}', 'B')}two{END}</a>{BEGIN}three",
        ),
        (
            ["one", turn(ENTER, "", "B", "<a>"), turn(ENTER, "B", "C", "<b>"), "two",
             turn(BACK, "C", "B", "</b>"), "three"],
            f"one{END}<a><b>{BEGIN.replace('{}', 'C')}two{END}</b>{BEGIN.replace('{}', 'B')}three",
        ),
        # An end whose beginning is not in the prose says itself what comes after.
        (["one", turn(BACK, "", "C", "</a>"), "two"], f"one{END}</a>{BEGIN.replace('{}', 'C')}two"),
    ],
)  # fmt: skip
def test_runs_end_and_begin_around_markup(pieces: list[Piece], written: str) -> None:
    expected = written.replace("{}", "")
    assert RUNS.join(words(), pieces).content == expected
    assert RUNS.join(words(), pieces).moved == ()


def test_a_run_begins_with_the_look_of_the_words() -> None:
    pieces: list[Piece] = ["one", leave("<x/>"), "two"]
    assert RUNS.join(words("B"), pieces).content == f"one{END}<x/>{BEGIN.format('B')}two"
    assert Runs("").join(words("B"), pieces).content == (
        'one</t></r><x/><r>B<t xml:space="preserve">two'
    )
    # Before any words, a mark tells what they look like outside of it.
    marked = prose(turn(ENTER, "A", "B", "<a>")._replace(start=0, end=2), Run(2, 4, "un", tag="B"))
    assert RUNS.join(marked, pieces).content == f"one{END}<x/>{BEGIN.format('A')}two"


@pytest.mark.parametrize(
    ("first", "written"),
    [
        ("one", "one"),
        ("one ", 'one</w:t><w:t xml:space="preserve"> '),
        # Nothing is put in to hold the space, or in place of words that are not there.
        ("  ", '</w:t><w:t xml:space="preserve">  '),
        ("", ""),
    ],
)
def test_a_space_is_kept_at_the_end_of_a_text_that_keeps_none(first: str, written: str) -> None:
    pieces: list[Piece] = [first, leave("<x/>"), "two "]
    pieces = pieces if first else pieces[1:]
    kept = RUNS.join(words(), pieces).content
    assert RUNS.join(words(is_kept=False), pieces).content == kept.replace(first, written, 1)
    assert RUNS.join(words(is_kept=False), ["one "]).content == "one "


HYPHEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'


@pytest.mark.parametrize(
    ("read", "said", "written"),
    [
        # Any other hyphen is one.
        (("là", "bas"), "down there", "down there"),
        (("là", "bas"), "well-known", "well-known"),
        (("peut", "être"), "Maybe-not", "Maybe-not"),
        (("Jean", "Luc"), "Jean_Luc Jean - Luc Jean -Luc", "Jean_Luc Jean - Luc Jean -Luc"),
        # It goes with the part of the word that stays.
        (("Jean", "Luc"), "Jean-Luc is well-known", f"Jean{HYPHEN}Luc is well-known"),
        (("Non", "fumeurs"), "non-smokers & <co>", f"non{HYPHEN}smokers &amp; &lt;co&gt;"),
        (("a", "12"), "3-12-5 12-a", f"3{HYPHEN}12-5 12-a"),
    ],
)
def test_a_hyphen_that_breaks_no_line_goes_with_its_word(
    read: tuple[str, str], said: str, written: str
) -> None:
    first, last = read
    at = len(first)
    hyphen = Run(at, at + 24, "-", "character", f"{END}<w:r><w:noBreakHyphen/></w:r>{BEGIN}")
    one = Prose((Run(0, at, first), hyphen, Run(at + 24, at + 24 + len(last), last)), RUNS.escape)
    made = RUNS.join(one, [said])
    assert made.content == written
    assert made.unplaced == ("" if HYPHEN in written else "non-breaking hyphens")
    plain = prose(one.runs[0], hyphen._replace(raw="-"), one.runs[2])
    assert HYPHEN not in RUNS.join(plain, [said]).content
    assert RUNS.join(plain, [said]).unplaced == ""
