from __future__ import annotations

import re

import pytest

from onetongue.markup.order import Node, events
from onetongue.prose import Run

_TAG = re.compile(r"<(/?)(\w+)(/?)>")


def ordered(source: str, **places: tuple[int, int]) -> str:
    """The tags in the order they are written, each behind its place; of equal places outer first."""
    runs: list[Run] = []
    names: dict[str, int] = {}
    for n, tag in enumerate(_TAG.finditer(source)):
        role = "point" if tag[3] else "close" if tag[1] else "open"
        pair = 0 if tag[3] else names.setdefault(tag[2], len(names) + 1)
        runs.append(Run(n, n, "", role, tag[0], pair, tag[2]))  # type: ignore[arg-type]
    nodes = []
    for name, (start, end) in places.items():
        halves = {run.role: run for run in runs if run.tag == name}
        first = halves.get("open") or halves.get("point")
        nodes.append(Node(start, end, first, halves.get("close")))
    return " ".join(f"{at}{run.raw}" for at, run in events(runs, nodes))


# What is written as it stands in the source, but for the words.
@pytest.mark.parametrize(
    ("source", "places", "written"),
    [
        ("", {}, ""),
        ("<b></b>", {"b": (0, 3)}, "0<b> 3</b>"),
        ("<b><i></i></b>", {"b": (0, 9), "i": (2, 4)}, "0<b> 2<i> 4</i> 9</b>"),
        ("<b><i></i></b>", {"b": (2, 4), "i": (2, 4)}, "2<b> 2<i> 4</i> 4</b>"),
        ("<i><b></b></i>", {"i": (2, 4), "b": (2, 4)}, "2<i> 2<b> 4</b> 4</i>"),
        ("<b></b><i></i>", {"b": (0, 3), "i": (3, 6)}, "0<b> 3</b> 3<i> 6</i>"),
        # Points at one place, and beside, at the edge of and in what stands there.
        ("<x/><y/>", {"y": (3, 3), "x": (3, 3)}, "3<x/> 3<y/>"),
        ("<x/><b></b>", {"b": (3, 6), "x": (3, 3)}, "3<x/> 3<b> 6</b>"),
        ("<b><x/></b>", {"b": (3, 6), "x": (3, 3)}, "3<b> 3<x/> 6</b>"),
        ("<b><x/></b>", {"b": (3, 6), "x": (6, 6)}, "3<b> 6<x/> 6</b>"),
        ("<b></b><x/>", {"b": (3, 6), "x": (6, 6)}, "3<b> 6</b> 6<x/>"),
        ("<b><i><x/></i></b>", {"b": (0, 6), "i": (2, 6), "x": (6, 6)}, "0<b> 2<i> 6<x/> 6</i> 6</b>"),
        ("<b><i></i><x/></b>", {"b": (0, 6), "i": (2, 6), "x": (6, 6)}, "0<b> 2<i> 6</i> 6<x/> 6</b>"),
        ("<b><x/><i></i></b>", {"b": (0, 6), "i": (0, 3), "x": (0, 0)}, "0<b> 0<x/> 0<i> 3</i> 6</b>"),
        # Pairs around no words, in and around points.
        ("<b></b>", {"b": (3, 3)}, "3<b> 3</b>"),
        ("<b><x/></b>", {"b": (3, 3), "x": (3, 3)}, "3<b> 3<x/> 3</b>"),
        ("<b><i><x/></i></b>", {"i": (3, 3), "b": (3, 3), "x": (3, 3)}, "3<b> 3<i> 3<x/> 3</i> 3</b>"),
        ("<x/><b></b><y/>", {"b": (3, 3), "x": (3, 3), "y": (3, 3)}, "3<x/> 3<b> 3</b> 3<y/>"),
        ("<a><b></b></a>", {"a": (0, 6), "b": (6, 6)}, "0<a> 6<b> 6</b> 6</a>"),
        # Halves: what was opened before, and what closes after.
        ("</b><i></i>", {"b": (0, 3), "i": (4, 6)}, "3</b> 4<i> 6</i>"),
        ("<x/></b>", {"b": (0, 3), "x": (3, 3)}, "3<x/> 3</b>"),
        ("</b><x/>", {"b": (0, 3), "x": (3, 3)}, "3</b> 3<x/>"),
        ("</i></b>", {"b": (0, 3), "i": (0, 3)}, "3</i> 3</b>"),
        ("</i><x/></b>", {"b": (0, 3), "i": (0, 3), "x": (3, 3)}, "3</i> 3<x/> 3</b>"),
        ("<b><x/>", {"b": (3, 9), "x": (3, 3)}, "3<b> 3<x/>"),
        ("<x/><b>", {"b": (3, 9), "x": (3, 3)}, "3<x/> 3<b>"),
        ("<b><i><x/>", {"b": (3, 9), "i": (3, 9), "x": (3, 3)}, "3<b> 3<i> 3<x/>"),
    ],
)  # fmt: skip
def test_as_in_the_source(source: str, places: dict[str, tuple[int, int]], written: str) -> None:
    assert ordered(source, **places) == written
    assert re.sub(r"\d+|\s", "", written) == source


@pytest.mark.parametrize(
    ("source", "places", "written"),
    [
        # Words that change places take their markup along.
        ("<b></b><i></i>", {"b": (5, 9), "i": (0, 4)}, "0<i> 4</i> 5<b> 9</b>"),
        ("<b></b><i></i>", {"b": (0, 9), "i": (2, 4)}, "0<b> 2<i> 4</i> 9</b>"),
        # A point whose link is elsewhere stands alone, or in what is there.
        ("<a><x/></a>", {"a": (0, 3), "x": (5, 5)}, "0<a> 3</a> 5<x/>"),
        ("<a><x/></a><b></b>", {"a": (0, 3), "b": (4, 6), "x": (5, 5)}, "0<a> 3</a> 4<b> 5<x/> 6</b>"),
        # Of two around it in the source, the one that reaches there.
        ("<a><b><x/></b></a>", {"a": (0, 9), "b": (2, 4), "x": (9, 9)}, "0<a> 2<b> 4</b> 9<x/> 9</a>"),
        # In the middle of other words, it stands in what is around them.
        ("<x/><b></b>", {"b": (0, 6), "x": (3, 3)}, "0<b> 3<x/> 6</b>"),
        ("<a><x/></a><b></b>", {"a": (0, 9), "b": (2, 6), "x": (3, 3)}, "0<a> 2<b> 3<x/> 6</b> 9</a>"),
        # Pairs around no words that cross no more.
        ("<b></b><i></i>", {"b": (3, 3), "i": (3, 3)}, "3<b> 3</b> 3<i> 3</i>"),
        ("<b></b><i><x/></i>", {"b": (3, 3), "i": (3, 3), "x": (3, 3)}, "3<b> 3</b> 3<i> 3<x/> 3</i>"),
        # Crossing in the source: half a pair is not closed in a whole one.
        ("<a><b></a></b>", {"a": (0, 3), "b": (3, 3)}, "0<a> 3<b> 3</b> 3</a>"),
        ("<a><b></a><x/></b>", {"a": (0, 3), "b": (0, 3), "x": (3, 3)}, "0<a> 0<b> 3<x/> 3</b> 3</a>"),
        ("<a></b></a>", {"b": (0, 0), "a": (0, 3)}, "0</b> 0<a> 3</a>"),
        ("<a><b></a>", {"a": (0, 3), "b": (3, 3)}, "0<a> 3</a> 3<b>"),
    ],
)  # fmt: skip
def test_as_the_words_have_it(
    source: str, places: dict[str, tuple[int, int]], written: str
) -> None:
    assert ordered(source, **places) == written
