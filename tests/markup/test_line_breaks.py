"""Where forced line breaks go in a translation."""

from __future__ import annotations

import pytest
from support.engine import Engine

from onetongue.markup import compose, silent
from onetongue.markup.line_breaks import Broken, breaks_in, by_share, parted, spaced
from onetongue.prose import BREAK, Prose, Run
from onetongue.translate import Oracle

LINES = {
    "Le ministre": "The minister",
    "des Finances": "of Finance",
    "a présenté son budget": "presented his budget",
}


def broken(source: str, target: str) -> Broken:
    """A bar is a break."""
    breaks = tuple(i for i, sign in enumerate(source) if sign == "|")
    return Broken(source.replace("|", " "), target, breaks)


def placed(source: str, target: str, oracle: Oracle | None = None) -> str | None:
    """The translation with bars for its breaks."""
    one = broken(source, target)
    (places,) = parted([one], oracle or Oracle(Engine(LINES)))
    return None if places is None else barred(target, places)


def barred(text: str, places: tuple[int, ...]) -> str:
    return "".join("|" if i in places else sign for i, sign in enumerate(text))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # A noun before the break and its adjective behind it change places.
        ("Le chat|noir dort", "The black cat sleeps"),
        ("Une maison|bleue est à vendre", "A blue house is for sale"),
        # Nothing is known of a word beside it.
        ("Le xylbo|grufte dort", "Plonk vrits zork"),
        # No white space, no words behind it.
        ("Le ministre|a démissionné", "Minister/resigned"),
        ("Le ministre|a démissionné", "The minister"),
        ("Le ministre|a démissionné", ""),
        # Two at one place.
        ("Le ministre|des Finances|a démissionné", "The minister resigned"),
    ],
)
def test_what_is_not_sure_has_no_place(source: str, target: str) -> None:
    assert placed(source, target, silent("fr")) is None


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Le ministre|des Finances|a présenté son budget", "The minister|of Finance|presented his budget"),
        ("Le ministre est parti|parce que la ville dort", "The minister left|because the city is asleep"),
        # Punctuation stays with the words before it.
        ("Le ministre est venu|et la ville dort", "The minister came,|and the city is asleep"),
        ("Il est parti hier.|Le ministre dort", "He left yesterday.|The minister is asleep"),
    ],
)  # fmt: skip
def test_a_break_goes_between_its_words(source: str, target: str) -> None:
    assert placed(source, target.replace("|", " ")) == target


def test_lines_are_asked_for_in_one_call() -> None:
    engine = Engine(LINES)
    both = [
        broken("Le ministre|des Finances", "The minister of Finance"),
        broken("Le ministre|a présenté son budget", "The minister presented his budget"),
    ]
    assert [one is not None for one in parted(both, Oracle(engine))] == [True, True]
    assert len(engine.batches) == 1


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("aa|aa", "bbb bbb", "bbb|bbb"),
        ("aa|aa aa aa", "b b b b b b", "b|b b b b b"),
        ("aa|aa|aa", "bb bb bb", "bb|bb|bb"),
        # Never two at one place while there is another.
        ("a|a|aaaaaaaaaaaaaaaa", "bbbbbb b b", "bbbbbb|b|b"),
        ("aa|aa", "bbbb", "bbbb"),
    ],
)
def test_a_persons_words_are_divided_by_share(source: str, target: str, expected: str) -> None:
    assert barred(target, by_share(broken(source, target))) == expected


def prose(*parts: str) -> Prose:
    """Words, and breaks: "<br>" reads as a space, "<br/>" stands beside one."""
    runs: list[Run] = []
    at = 0
    for part in parts:
        if part.startswith("<br"):
            runs.append(Run(at, at + 5, " " if part == "<br>" else "", "point", part, 0, BREAK))
        else:
            runs.append(Run(at, at + len(part), part))
        at = runs[-1].end
    return Prose(tuple(runs))


@pytest.mark.parametrize(
    ("parts", "text", "at", "expected"),
    [
        (("un", "<br>", "deux"), "one two", 3, "one<br>two"),
        (("un", "<br>", "deux"), "one  two", 3, "one<br>two"),
        (("un ", "<br/>", "deux"), "one two", 3, "one <br/>two"),
        (("un\n", "<br/>", " deux"), "one two", 3, "one\n<br/> two"),
        (("un", "<br>", " deux"), "one two", 3, "one<br> two"),
    ],
)
def test_white_space_around_a_break_is_the_sources(
    parts: tuple[str, ...], text: str, at: int, expected: str
) -> None:
    one = prose(*parts)
    assert breaks_in(one) == (len(parts[0]),)
    assert compose(one, text, [(at, at)]).content == expected


def test_other_places_follow_the_white_space() -> None:
    one = prose("un ", "<br/>", " deux ", "<br/>", "trois")
    text, places = spaced(one, "one two three", [(3, 3), (7, 7)])
    assert text == "one  two three"
    assert places == [(4, 4), (9, 9)]
    assert spaced(one, "one", []) == ("one", [])


def test_breaks_told_in_another_order_lose_no_word() -> None:
    one = prose("un", "<br>", "deux", "<br>", "trois")
    made = compose(one, "one two three", [(7, 7), (3, 3)]).content
    assert made.replace("<br>", " ").split() == ["one", "two", "three"]
    assert made.count("<br>") == 2
