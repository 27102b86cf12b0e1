from __future__ import annotations

import pytest

from onetongue.detect.exemptions import load as load_lists
from onetongue.detect.second_opinion import opinion
from onetongue.detect.states import ENGLISH, SURE, source
from onetongue.detect.tables import load
from onetongue.detect.weigh import (
    DANGLING,
    OPEN_ODDS,
    OPINION_WEIGHT,
    START_FOREIGN,
    START_OTHER,
    SWITCH,
    WeighedRegion,
    weigh,
)
from onetongue.detect.words import Gap
from onetongue.document import Region, Span
from onetongue.prose import Prose, Run

TABLES, LISTS = load(("fr",)), load_lists(("fr",))


def region(text: str, protected: tuple[Span, ...] = (), tag: str = "") -> Region:
    span = Span(0, len(text))
    prose = Prose((Run(0, len(text), text),), declared=((0, len(text), tag),)) if tag else None
    return Region(span, "paragraph", "r", protected, prose)


def weighed(text: str, protected: tuple[Span, ...] = ()) -> WeighedRegion:
    found = weigh(text, region(text, protected), TABLES, LISTS)
    assert found is not None
    return found


@pytest.mark.parametrize("text", ["The committee met on Thursday.", "12 34", "…"])
def test_english_is_not_weighed(text: str) -> None:
    assert weigh(text, region(text), TABLES, LISTS) is None
    assert weigh(text, region(text, tag="en"), TABLES, LISTS) is None


def test_what_is_declared_is_weighed_whatever_it_is() -> None:
    found = weigh("Important", region("Important", tag="fr"), TABLES, LISTS)
    assert found is not None
    assert found.fills == source(0)
    assert weigh("…", region("…", tag="fr"), TABLES, LISTS) is None


@pytest.mark.parametrize(
    "text", ["He saw une fille there.", "Une fille arrive. Then the man left.", "the déjà vu"]
)
def test_nothing_fills_a_mixed_region(text: str) -> None:
    assert weighed(text).fills == ENGLISH


def test_what_fills_a_region() -> None:
    assert weighed("Le maire a refusé de répondre à nos questions.").fills == source(0)
    assert weighed("La gente non vuole più pagare le tasse per questo").fills == source(1)


def test_what_a_change_costs() -> None:
    text = "Une fille, dans la maison-mère verte: la pluie (grise) tombe. Il “dort”"
    found = weighed(text)
    costs = list(zip(found.scored.tokens, found.costs, strict=True))
    for i, (token, cost) in enumerate(costs[1:]):
        word, scores = found.scored.words[i], found.scored.scores[i]
        is_open = word.is_function and max(scores) >= SURE and token.gap is Gap.SPACE
        assert cost == SWITCH[token.gap] + (DANGLING if is_open else 0.0)
    by_word = {token.word: cost for token, cost in costs}
    assert by_word["une"] == SWITCH[Gap.EDGE]
    assert by_word["maison"] == SWITCH[Gap.SPACE] + DANGLING
    assert by_word["verte"] == SWITCH[Gap.SPACE]
    assert [by_word[w] for w in ("dans", "mère", "grise", "il", "dort")] == [
        SWITCH[gap] for gap in (Gap.COMMA, Gap.GLUED, Gap.PAREN, Gap.SENTENCE, Gap.QUOTE)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "sortie record",
        "une fille et un homme dans la maison verte de la rue grise",
        "le maire a refusé de répondre",
        "the committee met une day and left again",
    ],
)
def test_no_second_opinion(text: str) -> None:
    assert weigh(text, region(text), TABLES, LISTS) is None or weighed(text).opinions == (0.0,)


def test_a_second_opinion_on_a_short_region_that_is_open() -> None:
    text = "Service minimum diplomatique"
    found = weighed(text)
    odds = sum(row[1] for row in found.scored.scores)
    assert OPEN_ODDS[0] < odds < OPEN_ODDS[1]
    assert found.opinions == (OPINION_WEIGHT * opinion(text, "fr"),)
    assert weighed(f"{text} ⟦x⟧", (Span(29, 32),)).opinions == (0.0,)


def test_names_get_no_second_opinion() -> None:
    text = "Record avec Air France"
    assert weighed(text).opinions == (OPINION_WEIGHT * opinion("Record avec", "fr"),)
    assert opinion("Record avec", "fr") != opinion(text, "fr")


def test_a_region_begins_in_english_unless_told_otherwise() -> None:
    found = WeighedRegion("", region("x"), weighed("Grève").scored, (0.0,), (0.0,))
    odds = found.scored.scores[0][1]
    assert [len(found.stretches([-START_FOREIGN - odds + more])) for more in (-0.1, 0.1)] == [0, 1]
    assert START_OTHER < START_FOREIGN < 0


@pytest.mark.parametrize(
    ("text", "is_line"),
    [("Service Minimum Diplomatique", True), ("Service Minimum Diplomatique.", False)],
)
def test_only_a_short_line_without_a_point_can_be_in_title_case(text: str, is_line: bool) -> None:
    assert weighed(text).scored.has_capital_style is is_line
    twelve = "Service Minimum Diplomatique " * 4
    assert weighed(twelve.strip()).scored.has_capital_style
    assert not weighed(f"{twelve}Grève").scored.has_capital_style
