from __future__ import annotations

from dataclasses import replace

import pytest
from support.weighed import weighed

from onetongue.detect.declared_languages import DECLARED, DECLARED_WHOLE, declared, with_declared
from onetongue.detect.exemptions import Exemption
from onetongue.document import Region, Span
from onetongue.prose import Declared, Prose, Run

LANGUAGES = ("fr",)


def region(text: str, *tags: Declared) -> Region:
    prose = Prose((Run(0, len(text), text),), declared=tags)
    return Region(Span(0, len(text)), "paragraph", "r", (), prose)


def added(text: str, *tags: Declared) -> list[tuple[float, ...]]:
    plain, scored, _ = weighed(text)
    after = with_declared(scored, region(plain, *tags), LANGUAGES)
    return [
        tuple(b - a for a, b in zip(old, new, strict=True))
        for old, new in zip(scored.scores, after.scores, strict=True)
    ]


NOTHING = (0.0, 0.0, 0.0)
FRENCH = (0.0, DECLARED, -DECLARED)
OTHER = (0.0, -DECLARED, DECLARED)


@pytest.mark.parametrize(
    "tags", [(), ((0, 9, "en"),), ((0, 9, "en-GB"), (2, 4, "EN"))], ids=["none", "en", "en-GB"]
)
def test_english_says_nothing(tags: tuple[Declared, ...]) -> None:
    assert declared(region("a b c d e", *tags), LANGUAGES) == ()
    assert added("a b c d e", *tags) == [NOTHING] * 5


def test_a_text_without_markup_declares_nothing() -> None:
    assert declared(Region(Span(0, 9), "paragraph", "r"), LANGUAGES) == ()


def test_all_that_is_declared_where_anything_is_foreign() -> None:
    tags = ((0, 9, "fr-CA"), (2, 5, "en"), (4, 5, "it"))
    assert declared(region("a b c d e", *tags), LANGUAGES) == ((0, 9, 1), (2, 5, 0), (4, 5, 2))


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (((0, 9, "fr"),), [FRENCH] * 5),
        (((2, 5, "fr"),), [NOTHING, FRENCH, FRENCH, NOTHING, NOTHING]),
        (((2, 5, "it"),), [NOTHING, OTHER, OTHER, NOTHING, NOTHING]),
        (((0, 9, "fr"), (2, 5, "en")), [FRENCH, NOTHING, NOTHING, FRENCH, FRENCH]),
        (((0, 9, "it"), (8, 9, "fr")), [OTHER] * 4 + [FRENCH]),
        (((3, 4, "fr"),), [NOTHING] * 5),
        (((1, 6, "fr"),), [NOTHING, FRENCH, FRENCH, NOTHING, NOTHING]),
    ],
)
def test_words_of_a_declared_stretch(
    tags: tuple[Declared, ...], expected: list[tuple[float, ...]]
) -> None:
    assert added("a b c d e", *tags) == expected


def test_a_short_text_declared_as_a_whole_hears_more() -> None:
    more = DECLARED_WHOLE / 4
    assert added("a b c d", (0, 7, "fr")) == [(0.0, DECLARED + more, -DECLARED)] * 4
    assert added("a", (0, 1, "fr")) == [(0.0, DECLARED + DECLARED_WHOLE, -DECLARED)]
    assert added("a b", (0, 1, "fr")) == [FRENCH, NOTHING]


def test_numbers_stay_neutral() -> None:
    assert added("a 12 c d e", (0, 10, "fr")) == [FRENCH, NOTHING, FRENCH, FRENCH, FRENCH]


def test_names_and_loanwords_stay_neutral() -> None:
    text, scored, _ = weighed("a b c d e")
    exempt = replace(scored, exemptions=[Exemption(1, 2, "loanword")])
    after = with_declared(exempt, region(text, (0, 9, "fr")), LANGUAGES)
    assert after.scores == [FRENCH, NOTHING, NOTHING, FRENCH, FRENCH]
