"""Prose: the whole stays the whole, and what comes along with a part of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.errors import SpanError
from onetongue.prose import BREAK, Element, Frame, Pair, Prose, Run


@st.composite
def proses(draw: st.DrawFn) -> Prose:
    """Runs of every role in any order, pairs that may cross or lack a half, declared stretches."""
    runs: list[Run] = []
    at = draw(st.integers(0, 3))
    opened: list[int] = []
    number = length = 0
    for _ in range(draw(st.integers(1, 12))):
        role = draw(st.sampled_from("text text character open close point object".split()))
        size = draw(st.integers(1, 4))
        text, pair = "", 0
        if role == "text":
            text = draw(st.text("ab é", min_size=size, max_size=size))
        elif role in {"character", "object"}:
            text = draw(st.sampled_from(["x", "{o}", "\n"]))
        elif role == "open":
            number += 1
            pair, text = number, draw(st.sampled_from(["", "", "“"]))
            opened.append(pair)
        elif role == "close" and opened and draw(st.booleans()):
            pair = opened.pop(draw(st.integers(0, len(opened) - 1)))
        elif role == "close":
            number += 1
            pair = number
        runs.append(Run(at, at + size, text, role, f"<{at}>", pair, "b"))  # type: ignore[arg-type]
        at, length = at + size, length + len(text)
    if not length:
        runs.append(Run(at, at + 1, "z"))
        length += 1
    a = draw(st.integers(0, length - 1))
    b = draw(st.integers(a + 1, length))
    return Prose(tuple(runs), declared=((a, b, "fr"),))


def around(prose: Prose, start: int, end: int) -> tuple[int, int]:
    """`start` to `end` of the reading, with the whole of what may not be cut."""
    at = 0
    for run in prose.runs:
        last = at + len(run.text)
        if run.role != "text" and at < start < last:
            start = at
        if run.role != "text" and at < end < last:
            end = last
        at = last
    return start, end


@given(proses())
def test_the_whole_is_as_it_was(prose: Prose) -> None:
    assert prose.moved(0) == prose
    assert prose.moved(3).moved(-3) == prose
    assert prose.within(0, len(prose.text)).text == prose.text
    assert prose.written(prose.runs) == "".join(run.raw for run in prose.runs)
    assert prose.written([prose.text]) == prose.text


@given(proses(), st.data())
def test_a_part_reads_as_its_words(prose: Prose, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(prose.text) - 1))
    end = data.draw(st.integers(start + 1, len(prose.text)))
    part = prose.within(start, end)
    asked_low, asked_high = around(prose, start, end)
    assert prose.runs[0].start <= part.runs[0].start < part.runs[-1].end <= prose.runs[-1].end
    # Its words are those of the source between its ends, and the same again.
    low, high = prose.place(part.runs[0].start), prose.place(part.runs[-1].end)
    assert part.text == prose.text[low:high]
    # Those that were asked for, and no more but white space before markup that comes along.
    assert low == asked_low or (not part.runs[0].text and low < asked_low)
    assert high == asked_high or (not part.runs[-1].text and high > asked_high)
    assert not (prose.text[low:asked_low] + prose.text[asked_high:high]).strip()
    assert part.within(0, len(part.text)).text == part.text
    [(a, b, _)] = prose.declared
    kept = [(max(a, low) - low, min(b, high) - low, "fr")] if a < high and b > low else []
    assert list(part.declared) == kept
    # Markup at its edges is there with its other half, or not at all.
    for edge, other in ((part.runs[0], "close"), (part.runs[-1], "open")):
        if not edge.text:
            assert any(run.pair == edge.pair and run.role == other for run in part.runs)


@given(proses())
def test_places_go_on_and_on(prose: Prose) -> None:
    ends = prose.runs[0].start, prose.runs[-1].end
    places = [prose.place(offset) for offset in range(ends[0], ends[1] + 1)]
    assert places == sorted(places)
    assert (prose.place(0), prose.place(ends[1] + 9)) == (0, len(prose.text))
    at = 0
    for run in prose.runs:
        if run.role == "text":
            for offset in range(run.start, run.end):
                assert prose.text[prose.place(offset)] == run.text[offset - run.start]
                assert prose.place(offset) == at + offset - run.start
        at += len(run.text)


@given(proses())
def test_pairs_are_outer_first(prose: Prose) -> None:
    pairs = prose.pairs()
    halves = sum(run.role in {"open", "close"} for run in prose.runs)
    assert sum((p.open is not None) + (p.close is not None) for p in pairs) == halves
    for n, inner in enumerate(pairs):
        assert 0 <= inner.start <= inner.end <= len(prose.text)
        for later in pairs[n + 1 :]:
            assert not encloses(later, inner)


def encloses(outer: Pair, inner: Pair) -> bool:
    """Whether `outer` opens before `inner` and closes after it."""
    opens = outer.open is None or (inner.open is not None and outer.open.start < inner.open.start)
    closes = outer.close is None or (
        inner.close is not None and outer.close.start > inner.close.start
    )
    one_sided = (outer.open is None and inner.open is None) or (
        outer.close is None and inner.close is None
    )
    return opens and closes and not one_sided


def runs_of(*parts: tuple[str, str, int] | str) -> tuple[Run, ...]:
    runs: list[Run] = []
    at = 0
    for part in parts:
        raw, role, pair = part if isinstance(part, tuple) else (part, "text", 0)
        text = raw if role == "text" else ""
        runs.append(Run(at, at + len(raw), text, role, raw, pair, raw.strip("</>")))  # type: ignore[arg-type]
        at += len(raw)
    return tuple(runs)


def test_markup_around_the_same_words_nests() -> None:
    b, i = ("<b>", "open", 1), ("<i>", "open", 2)
    prose = Prose(runs_of(b, i, "Oui", ("</i>", "close", 2), ("</b>", "close", 1)))
    assert [pair.open.raw for pair in prose.pairs() if pair.open] == ["<b>", "<i>"]
    prose = Prose(runs_of("Oui", ("</i>", "close", 2), ("</b>", "close", 1)))
    assert [pair.close.raw for pair in prose.pairs() if pair.close] == ["</b>", "</i>"]


def test_markup_comes_along_with_its_other_half() -> None:
    prose = Prose(
        runs_of(
            "Un ", ("<b>", "open", 1), "chat", ("</b>", "close", 1), " noir", ("<x/>", "point", 0)
        )
    )
    assert [run.raw for run in prose.within(3, 9).runs] == ["<b>", "chat", "</b>", " noir"]
    assert [run.raw for run in prose.within(0, 7).runs] == ["Un ", "<b>", "chat", "</b>"]
    # Not where letters between the two are cut off.
    assert [run.raw for run in prose.within(4, 9).runs] == ["chat", "</b>", " noir"]
    # Around just the part it stays outside, and is the element that holds it.
    assert [run.raw for run in prose.within(3, 7).runs] == ["chat"]
    assert prose.within(3, 7).element == Element(3, 6, "<b>")
    assert [run.raw for run in prose.within(4, 6).runs] == ["chat"]
    assert prose.within(4, 6).text == "ha"


BOLD, ITALIC, BOLD_END, ITALIC_END = (
    ("<b>", "open", 1),
    ("<i>", "open", 2),
    ("</b>", "close", 1),
    ("</i>", "close", 2),
)


@pytest.mark.parametrize(
    ("parts", "start", "end", "holders"),
    [
        (["un chat"], 0, 7, ""),
        ([BOLD, "un chat", BOLD_END], 0, 2, ""),
        ([BOLD, "un chat", BOLD_END], 3, 7, ""),
        (["un ", BOLD, "chat", BOLD_END], 0, 7, ""),
        ([BOLD, "un chat", ("<x/>", "point", 0)], 0, 7, ""),
        ([("<x/>", "point", 0), "un chat", BOLD_END], 0, 7, ""),
        ([BOLD, "un ", BOLD_END, ITALIC, "chat", ITALIC_END], 0, 7, ""),
        ([BOLD, "un chat", ITALIC_END], 0, 7, ""),
        ([BOLD, "un chat"], 0, 7, ""),
        (["un chat", BOLD_END], 0, 7, ""),
        ([BOLD, "un chat", BOLD_END], 0, 7, "<b>"),
        ([BOLD, ITALIC, "un chat", ITALIC_END, BOLD_END], 0, 7, "<i><b>"),
        (["a", BOLD, ITALIC, "un", ITALIC_END, BOLD_END], 1, 3, "<i><b>"),
        ([ITALIC, BOLD, "un", BOLD_END, " chat", ITALIC_END], 0, 2, "<b>"),
    ],
)
def test_what_holds_just_a_part(
    parts: list[tuple[str, str, int] | str], start: int, end: int, holders: str
) -> None:
    prose = Prose(runs_of(*parts))
    assert "".join(run.raw for run in prose.holders(start, end)) == holders


@pytest.mark.parametrize(
    ("parts", "start", "end", "element"),
    [
        (["un chat"], 0, 2, None),
        (["un chat"], 3, 7, None),
        ([("<x/>", "point", 0), "un chat"], 0, 7, None),
        (["un chat"], 0, 7, Element(0, 0, "<p>")),
        ([" un chat "], 1, 8, Element(0, 0, "<p>")),
        ([" ", BOLD, "un", BOLD_END, " chat"], 1, 3, Element(1, 4, "<b>")),
        ([("*", "open", 1), "un", ("*", "close", 1)], 0, 2, None),
        ([("<b", "open", 1), "un", ("b>", "close", 1)], 0, 2, None),
    ],
)
def test_the_element_of_a_part(
    parts: list[tuple[str, str, int] | str], start: int, end: int, element: Element | None
) -> None:
    prose = Prose(runs_of(*parts), element=Element(0, 0, "<p>"))
    assert prose.within(start, end).element == element


def test_only_the_whole_is_framed() -> None:
    framed = Prose(runs_of(" un chat "), frame=Frame(str.upper, str.lower))
    for start, end, is_whole in ((0, 9, True), (1, 8, True), (1, 3, False), (4, 8, False)):
        frame = framed.within(start, end).frame
        assert frame is not None
        assert frame.is_whole is is_whole


def test_runs_touch_and_say_something() -> None:
    with pytest.raises(SpanError, match="does not go on"):
        Prose((Run(0, 1, "a"), Run(2, 3, "b")))
    with pytest.raises(SpanError, match="does not go on"):
        Prose((Run(0, 2, "a"),))
    with pytest.raises(SpanError, match="needs words"):
        Prose(runs_of(("<b>", "open", 1)))


def test_lines_are_those_between_forced_breaks() -> None:
    runs = (
        Run(0, 2, "un"),
        Run(2, 6, " ", "point", "<br>", 0, BREAK),
        Run(6, 11, "deux "),
        Run(11, 15, "", "close", "</b>", 1, "b"),
        Run(15, 19, "", "point", "<br>", 0, BREAK),
        Run(19, 24, "trois"),
    )
    assert Prose(runs).text == "un deux trois"
    assert Prose(runs).lines == "un\ndeux\ntrois"
    assert Prose(runs[:1]).lines == "un"
