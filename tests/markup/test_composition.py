from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.markup import compose, stretches
from onetongue.prose import Prose, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

_PIECE = re.compile(r"<(/?)(\w+)([^>]*?)(/?)>|`[^`]+`|\{\w+\}|[^<`{]+")


def prose(source: str) -> Prose:
    """A little markup language: <b>…</b>, <img/>, `code`, {x1}; <q> shows its quotation marks."""
    runs: list[Run] = []
    opened: list[tuple[str, int]] = []
    pairs = 0
    for piece in _PIECE.finditer(source):
        start, end = piece.span()
        raw, closes, tag, empty = piece[0], piece[1], piece[2], piece[4]
        if raw[0] in "`{":
            runs.append(Run(start, end, raw, "object", raw.upper()))
        elif not tag:
            runs.append(Run(start, end, raw))
        elif empty:
            runs.append(Run(start, end, "", "point", raw, 0, tag))
        elif closes:
            number = next((n for name, n in reversed(opened) if name == tag), 0)
            if number:
                opened.remove((tag, number))
            else:
                pairs += 1
            text = "”" if tag == "q" else ""
            runs.append(Run(start, end, text, "close", raw, number or pairs, tag))
        else:
            pairs += 1
            opened.append((tag, pairs))
            runs.append(Run(start, end, "“" if tag == "q" else "", "open", raw, pairs, tag))
    return Prose(tuple(runs), lambda text: escape(text, quote=False))


def find(text: str, *words: str | None) -> list[tuple[int, int] | None]:
    """Where each of the words is in `text`; "|word" is the point before it, "word|" that behind it."""
    places: list[tuple[int, int] | None] = []
    for word in words:
        if word is None:
            places.append(None)
            continue
        start = text.index(word.strip("|"))
        end = start + len(word.strip("|"))
        places.append(
            (start, start) if word[0] == "|" else (end, end) if word[-1] == "|" else (start, end)
        )
    return places


@pytest.mark.parametrize(
    ("source", "text", "words", "content"),
    [
        # Pairs where they belong.
        ("<b>Oui</b>, toi", "Yes, you", ["Yes"], "<b>Yes</b>, you"),
        ("un <b>chat</b> <i>noir</i>", "a black cat", ["cat", "black"], "a <i>black</i> <b>cat</b>"),
        ("le <b>chat <i>noir</i></b>", "the black cat", ["black cat", "black"], "the <b><i>black</i> cat</b>"),
        ("<b><i>Oui</i></b> !", "Yes!", ["Yes", "Yes"], "<b><i>Yes</i></b>!"),
        ("a & <b>b</b>", "c < d", ["d"], "c &lt; <b>d</b>"),
        # Places that cross: the later one is cut short.
        ("<b>un</b> <i>deux</i>", "one two", ["one t", "two"], "<b>one <i>t</i></b>wo"),
        # Half pairs: opened before, closed after.
        ("un</b> deux", "one two", ["one"], "one</b> two"),
        ("un <b>deux", "one two", ["two"], "one <b>two"),
        ("u</i>n</b> deux", "one two", ["one", "o"], "o</i>ne</b> two"),
        ("un</b> <i>de <u>ux</u>", "one two", ["one", "two", "wo"], "one</b> <i>t<u>wo</u>"),
        ("un</b> <i>deux</i>", "one two", ["one", "one two"], "one</b><i> two</i>"),
        ("un <b>deux", "one two", [None], "one two<b>"),
        # Points.
        ("un<x/> deux", "one two", ["one|"], "one<x/> two"),
        ("<b>un</b><x/> deux", "one two", ["one", "one|"], "<b>one</b><x/> two"),
        ("<b>un<x/></b> deux", "one two", ["one", "one|"], "<b>one<x/></b> two"),
        ("<b><x/>un</b> deux", "one two", ["one", "|one"], "<b><x/>one</b> two"),
        ("<x/><b>un</b> deux", "one two", ["one", "|one"], "<x/><b>one</b> two"),
        ("un<x/><y/> deux", "one two", ["one|", "one|"], "one<x/><y/> two"),
        ("un <a><x/></a>deux", "one two", ["|two", "|two"], "one <a><x/></a>two"),
        ("<b><a></a>un</b> deux", "one two", ["one", "|one"], "<b><a></a>one</b> two"),
        ("<b>u<x/>n</b> deux", "one two", ["one", "two|"], "<b>one</b> two<x/>"),
        ("u<x/>n<b/>", "one", [None, "one|"], "one<x/><b/>"),
        # A name that one format keeps in order is any other's markup.
        ("un deux<time/>", "one two", ["one|"], "one<time/> two"),
        ("un<cue/> deux", "one two", [None], "one two<cue/>"),
        # No place: around everything, at the end.
        ("un <b>deux</b>", "one two", [None], "<b>one two</b>"),
        ("le n<sup>o</sup> deux", "the two", [None], "the two<sup></sup>"),
        ("un<x/> deux", "one two", [None], "one two<x/>"),
        # Objects stand where their text does.
        ("`a` puis `b`", "`b` then `a`", [], "`B` then `A`"),
        ("`a` et `a`", "`a` and `a`", [], "`A` and `A`"),
        ("{x1} et {x11}", "{x11} and {x1}", [], "{X11} and {X1}"),
        ("<b>`a`</b> puis", "then `a`", ["`a`"], "then <b>`A`</b>"),
        ("<b>`abc`</b> puis", "then `abc`", ["ab"], "then <b>`ABC`</b>"),
        # Quotation marks that markup shows are not written twice.
        ("il dit <q>oui</q> !", "he says “yes”!", ["yes"], "he says <q>yes</q>!"),
        ("il dit <q>oui</q> !", "he says “yes”!", ["“yes”"], "he says <q>yes</q>!"),
        ("il dit <b><q>oui</q></b> !", "he says “yes”!", ["“yes”", "yes"], "he says <b><q>yes</q></b>!"),
        ("il dit <q>oui</q> !", "he says yes!", ["yes"], "he says <q>yes</q>!"),
        ("<q>oui</q>", "“yes”", ["yes"], "<q>yes</q>"),
    ],
)  # fmt: skip
def test_written(source: str, text: str, words: Sequence[str | None], content: str) -> None:
    one = prose(source)
    assert len(stretches(one)) == len(words)
    assert compose(one, text, find(text, *words)).content == content


def test_what_has_no_place_is_told() -> None:
    one = prose("un <b>chat <i>noir</i></b><x/> `a` `b`")
    done = compose(one, "a black cat `b`", [None, (2, 7), None])
    assert done.content == "<b>a <i>black</i> cat `B`</b><x/> `A`"
    assert done.moved == ("<b>", "<x/>", "`A`")
    assert compose(one, "a `b` cat `a`", [(0, 1), (0, 1), (0, 0)]).moved == ()


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, str, list[tuple[int, int] | None]]:
    """A source with markup of every sort, a translation, and any places at all."""
    pieces = ["un "]
    opened: list[str] = []
    for n in range(draw(st.integers(0, 8))):
        what = draw(st.sampled_from("open close stray point object text".split()))
        if what == "open":
            opened.append(f"t{n}")
            pieces.append(f"<t{n}>")
        elif what == "close" and opened:
            # Any open pair, so that pairs may cross.
            pieces.append(f"</{opened.pop(draw(st.integers(0, len(opened) - 1)))}>")
        elif what == "stray":
            pieces.append(f"</s{n}>")
        elif what == "point":
            pieces.append(f"<p{n}/>")
        elif what == "object":
            pieces.append(f"{{o{n}}}")
        else:
            pieces.append("mot ")
    words = [p for p in pieces if p[0] == "{" and draw(st.booleans())]
    words += draw(st.lists(st.sampled_from(["one", "two", "<", "&"]), max_size=4))
    text = " ".join(draw(st.permutations(words)))
    at = st.integers(0, len(text))
    source = "".join(pieces)
    places = []
    for start, end in stretches(prose(source)):
        place = draw(st.none() | st.tuples(at, at).map(lambda p: (min(p), max(p))))
        places.append((place[0], place[0]) if place and start == end else place)
    return source, text, places


@given(marked())
def test_markup_is_kept_once_and_nests(
    case: tuple[str, str, list[tuple[int, int] | None]],
) -> None:
    source, text, places = case
    one = prose(source)
    content, moved, _ = compose(one, text, places)
    tags = re.findall(r"</?\w+/?>", content)
    assert sorted(tags) == sorted(run.raw for run in one.runs if run.role not in {"text", "object"})
    objects = re.findall(r"\{\w+\}", content)
    assert sorted(objects) == sorted(run.raw for _, run in one.objects())
    # Without the markup it is the translation; what of the objects is not there comes last.
    plain = re.sub(r"</?\w+/?>", "", content)
    for _, run in one.objects():
        plain = (
            plain.replace(run.raw, run.text)
            if run.text in text
            else plain.replace(" " + run.raw, "")
        )
    assert plain == escape(text, quote=False)
    opened: list[str] = []
    for tag in tags:
        if tag.startswith("</"):
            name = tag[2:-1]
            assert not opened or name == opened.pop() or name.startswith("s")
        elif not tag.endswith("/>"):
            opened.append(tag[1:-1])
    lacking = sum(place is None for place in places)
    assert len(moved) == lacking + sum(run.text not in text for _, run in one.objects())
