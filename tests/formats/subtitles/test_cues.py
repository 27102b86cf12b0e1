"""Where the cues of a subtitle file are."""

from __future__ import annotations

import pytest

from onetongue.formats.subtitles.cues import find_cues, is_vtt

T = "00:00:01,000 --> 00:00:02,500"


def read(text: str) -> tuple[list[str], list[str]]:
    """The texts of the cues, and what is said of the rest; `@` is a timing."""
    text = text.replace("@", T)
    cues, notes = find_cues(text)
    said = [str(note).removesuffix("; left as it is") for note in notes]
    return [text[cue.start : cue.end] for cue in cues], said


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n \n",
        "1\n@",
        "1\n@\n\n2\n@\n",
        "WEBVTT",
        "WEBVTT - titre\nun mot\nun autre\n",
        "WEBVTT\n\nNOTE un mot\nun autre\n\nSTYLE\n::cue {}\n\nREGION\nid:a\n",
        "\ufeffWEBVTT\n\nNOTE\n",
    ],
)
def test_what_is_in_no_cue(text: str) -> None:
    assert read(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "cues", "notes"),
    [
        ("1\n@\na\nb\n\n2\n@\nc", ["a\nb", "c"], []),
        ("1\r\n@\r\na\r\nb\r\n\r\n2\r\n@\r\nc\r\n", ["a\r\nb", "c"], []),
        ("1\r\r\n@\r\r\na\r\r\n\r\r\n2\r\r\n@\r\r\nb", ["a", "b"], []),
        ("1\r@\ra\r\r2\r@\rb", ["a", "b"], []),
        ("@\na\n\n\n\n@ X1:1\nb", ["a", "b"], []),
        ("1\n@\na\n \t\n2\n@\nb", ["a", "b"], []),
        ("a\n", [], ["line 1: belongs to no cue"]),
        ("1\n@\na\n\nb\n\n2\n@\nc", ["a", "c"], ["line 5: belongs to no cue"]),
        ("x\n1\n@\na", ["a"], ["line 1: stands before the timing of a cue"]),
        ("1\n@\na\n2\n@\nb", ["a", "b"], ["line 4: begins a cue without a blank line before it"]),
        ("1\n@\na\n@\nb", ["a", "b"], ["line 4: begins a cue without a blank line before it"]),
        ("1\n@\n2\n@\nb", ["b"], ["line 3: begins a cue without a blank line before it"]),
        ("1\n@\n2\n@\nb\n\n4\n@\nc", ["b", "c"], ["line 3: begins a cue without a blank line before it"]),
        ("1\n@\nNOTE\n", ["NOTE"], []),
        ("NOTE\n", [], ["line 1: belongs to no cue"]),
    ],
)  # fmt: skip
def test_subrip(text: str, cues: list[str], notes: list[str]) -> None:
    assert read(text) == (cues, notes)


@pytest.mark.parametrize(
    ("text", "cues", "notes"),
    [
        ("\nun nom\n@\na", ["a"], []),
        ("\n@\na\n \nb", ["a\n \nb"], []),
        ("\n9\n@\na\n\n3\n@\nb", ["a", "b"], []),
        ("\nNOTES\n", [], ["line 3: belongs to no cue"]),
        ("\nx\ny\n@\na", ["a"], ["line 3: stands before the timing of a cue"]),
        ("kind: x\ny\n@\na", ["a"], []),
    ],
)
def test_webvtt(text: str, cues: list[str], notes: list[str]) -> None:
    assert read(f"WEBVTT\n{text}") == (cues, notes)


@pytest.mark.parametrize(
    ("first", "is_one"),
    [("WEBVTT", True), ("WEBVTT x", True), ("\ufeffWEBVTT\n", True), ("WEBVTTX", False), (" WEBVTT", False), ("", False)],
)  # fmt: skip
def test_a_header(first: str, is_one: bool) -> None:
    assert is_vtt(first) is is_one


@pytest.mark.parametrize(
    ("timing", "begins", "ceases"),
    [
        ("00:00:01,000 --> 00:00:02,500", 1.0, 2.5),
        ("  01:02:03.004 --> 9999:00:00.5 align:start", 3723.004, 35996400.5),
        ("1:2-->1:3.25", 62.0, 63.25),
        ("00:01 --> 00:02\t", 1.0, 2.0),
    ],
)
def test_timings(timing: str, begins: float, ceases: float) -> None:
    ((cue,), notes) = find_cues(f"1\n{timing}\na")
    assert (cue.begins, cue.ceases, notes) == (begins, ceases, ())


@pytest.mark.parametrize(
    "timing",
    [
        "00:00:01,000 -> 00:00:02,500",
        "00:00:01,000 --> 00:00:02,000x",
        "01 --> 02",
        "00:00:01,0000 --> 00:00:02,000",
        "a 00:00:01,000 --> 00:00:02,000",
    ],
)
def test_what_is_no_timing(timing: str) -> None:
    assert find_cues(f"{timing}\na")[0] == ()


def numbered(*numbers: int) -> list[str]:
    return read("\n\n".join(f"{number}\n@\na" for number in numbers))[1]


def test_numbers_that_do_not_count_on() -> None:
    said = "line {}: the number of this cue{} does not count on from the one before"
    assert numbered(0, 1, 5, 6) == []
    assert numbered(2, 1, 2) == [said.format(5, "")]
    assert numbered(1, 1) == [said.format(5, "")]
    assert numbered(3, 2, 1, 1) == [said.format(5, ", and 2 more")]
    assert read("1\n@\na\n1\n@\nb")[1][1:] == [said.format(4, "")]


def test_notes_end() -> None:
    _, notes = find_cues("x\n\n" * 10)
    assert len(notes) == 10
    _, notes = find_cues("x\n\n" * 12)
    assert tuple(map(str, notes[10:])) == ("2 more lines fit no cue; left as they are",)
