"""Where cues begin in a translation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.formats.subtitles.layout import lay_out
from onetongue.markup import compose, stretches
from onetongue.prose import Laid, Prose, Run

CUE = "\n\n2\n-->\n"


def prose(*parts: str, tag: str = "cue", text: str = "\n") -> Prose:
    """A text whose parts stand in cues of their own."""
    runs: list[Run] = []
    at = 0
    for i, part in enumerate(parts):
        if i:
            runs.append(Run(at, at + len(CUE), text, "point", CUE, 0, tag))
            at += len(CUE)
        runs.append(Run(at, at + len(part), part))
        at += len(part)
    return Prose(tuple(runs), lay_out=lay_out)


def composed(source: Prose, text: str) -> list[str]:
    return compose(source, text, [None] * len(stretches(source))).content.split(CUE)


@pytest.mark.parametrize(
    ("source", "text", "places"),
    [
        (prose("un deux trois"), "one two three", []),
        (prose("un deux trois"), "one\ntwo " * 20, []),
        (prose("un", "deux", tag=""), "one\ntwo", [(3, 3)]),
        (prose("un", "deux", tag="br"), "one\ntwo", [None]),
    ],
)
def test_where_nothing_must_stay_in_order_nothing_changes(
    source: Prose, text: str, places: list[tuple[int, int] | None]
) -> None:
    assert lay_out(source, text, places) == Laid(text, places)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (("un deux trois", "quatre cinq"), "one two three four five", ["one two three", "four five"]),
        (("un", "deux trois quatre cinq"), "one two three four five", ["one", "two three four five"]),
        # A pause where the sentence has one.
        (
            ("Il est venu nous voir", "mais il est reparti."),
            "He came to us, but then he left again.",
            ["He came to us,", "but then he left again."],
        ),
        (("un deux trois quatre", "cinq six sept huit"), "one two three, four five six seven eight", ["one two three,", "four five six seven eight"]),
        (("un deux trois quatre", "cinq six sept huit"), "one two three four five six. seven eight", ["one two three four five six.", "seven eight"]),
        # What has no word left shows that.
        (("un", "deux", "trois"), "one two", ["one", "two", "..."]),
        # Not after "the".
        (("on a vu la maison", "du voisin"), "they saw the house of neighbours", ["they saw the house", "of neighbours"]),
        # Lines are broken anew in each cue.
        (
            ("un deux trois quatre\ncinq six sept huit neuf", "dix onze douze"),
            "one two three four five six\nseven eight nine ten eleven\ntwelve thirteen fourteen fifteen",
            ["one two three four five six seven\neight nine ten eleven twelve", "thirteen fourteen fifteen"],
        ),
    ],
)  # fmt: skip
def test_shares(source: tuple[str, ...], target: str, expected: list[str]) -> None:
    assert composed(prose(*source), target) == expected


def test_markup_stays_in_one_cue() -> None:
    runs = (
        Run(0, 3, "un "),
        Run(3, 6, "", "open", "<b>", 1, "b"),
        Run(6, 10, "deux"),
        Run(10, 14, "", "close", "</b>", 1, "b"),
        Run(14, 15, "\n", "point", CUE, 0, "cue"),
        Run(15, 20, "trois"),
    )
    content, moved, _ = compose(Prose(runs, lay_out=lay_out), "one two three", [(0, 13), None])
    assert content == f"<b>one two</b>{CUE}three"
    assert moved == ()
    content, moved, _ = compose(Prose(runs, lay_out=lay_out), "one two three", [None, None])
    assert content == f"<b>one two</b>{CUE}three"
    assert moved == ("<b>",)


def test_no_pause_is_worth_going_far_from_its_share() -> None:
    source = prose("aaaa " * 10, "bbbb " * 10)
    assert composed(source, f"one. {'bbbb ' * 19}")[0] == f"one. {'bbbb ' * 9}".strip()
    assert composed(source, f"{'bbbb ' * 7}one. {'bbbb ' * 12}")[0] == f"{'bbbb ' * 7}one."


def test_lines_are_broken_where_a_cue_is_longer_than_one() -> None:
    long = " ".join(["word"] * 12)  # 59 characters: two lines
    source = prose("mot " * 3, "mot " * 12)
    assert composed(source, f"one. {long}")[1] == f"{long[:29]}\n{long[30:]}"
    assert composed(prose("mot " * 3, "m" * 59), f"one. {long}")[1] == long
    assert composed(prose("mot " * 3, "mot " * 12), f"one. {'w' * 59}")[1] == "w" * 59
    assert composed(prose("mot " * 3, "mot " * 12), f"one. {'word ' * 7}")[1].count("\n") == 0


def test_a_place_near_its_share_is_taken() -> None:
    source = prose("aaaa bbbb", "cccc dddd")
    assert compose(source, "aaa bbb ccc ddd", [(4, 4)]).content == f"aaa{CUE}bbb ccc ddd"
    far = "a " * 40
    assert compose(source, far, [(4, 4)]).content.index(CUE) > 30


@given(
    st.lists(st.text("ab ,.", min_size=1).filter(str.strip), min_size=2, max_size=6),
    st.text("ab ,.\n", min_size=1).filter(str.strip),
)
def test_no_cue_is_empty_and_no_word_is_lost(parts: list[str], target: str) -> None:
    source = prose(*(" ".join(part.split()) for part in parts))
    cues = composed(source, target)
    assert len(cues) == len(parts)
    assert all(cue.strip() for cue in cues)
    assert " ".join(cues).replace("...", "").split() == target.replace("...", "").split()


@given(
    st.lists(st.just("w"), min_size=2, max_size=6), st.text("ab ,.", min_size=1).filter(str.strip)
)
def test_times_stand_before_words(parts: list[str], target: str) -> None:
    source = prose(*(f"{part} " for part in parts[:-1]), "w", tag="time", text="")
    content, moved, _ = compose(source, target, [None] * len(stretches(source)))
    assert moved == ()
    assert content.replace(CUE, "") == target
    assert content.count(CUE) == len(parts) - 1
