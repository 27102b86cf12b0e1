"""The detection benchmark is what it says, and our detector meets its targets on the test half."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "detection"))

import noise
from detectors import DETECTORS, OURS
from scores import Tally, tallies
from sources import SPLITS, lines, runs
from tasks import TASKS, Case

Figure = Callable[[dict[str, Tally]], float]


def f1(counted: dict[str, Tally]) -> float:
    return counted[""].characters_prf[2]


def exact(counted: dict[str, Tally]) -> float:
    return counted[""].exact / counted[""].gold


def french_found(counted: dict[str, Tally]) -> float:
    return counted["fr"].whole / counted["fr"].cases


def english_left_alone(counted: dict[str, Tally]) -> float:
    return 1 - counted["en"].alarmed / counted["en"].cases


def french_caught(counted: dict[str, Tally]) -> float:
    return counted["fr"].caught / counted["fr"].cases


def left_alone(counted: dict[str, Tally]) -> float:
    return 1 - counted[""].alarmed / counted[""].cases


def words_left_alone(counted: dict[str, Tally]) -> float:
    return 1 - counted[""].alarms_per_10k / 1e4


@pytest.mark.parametrize(
    ("task", "figure", "least"),
    [
        ("names", left_alone, 0.98),
        ("news", words_left_alone, 1 - 0.3e-4),
        ("near", left_alone, 0.99),
        ("near_tongues", left_alone, 0.99),
        ("headings", english_left_alone, 0.97),
        ("headings", french_found, 0.97),
        ("paragraphs", f1, 0.999),
        ("sentence", f1, 0.999),
        ("fragments", f1, 0.985),
        ("fragments", exact, 0.90),
        ("noise", f1, 0.95),
        ("field", english_left_alone, 0.95),
        ("field", french_caught, 0.94),
        pytest.param(
            *("field", english_left_alone, 0.99),
            marks=pytest.mark.xfail(
                strict=True, reason="12 of 348 English lines are called French"
            ),
        ),
        pytest.param(
            *("field", french_caught, 0.97),
            marks=pytest.mark.xfail(strict=True, reason="189 of 199 French lines are found"),
        ),
        ("documents", f1, 0.99),
    ],
)
def test_our_detector_meets_the_target(task: str, figure: Figure, least: float) -> None:
    detect = DETECTORS[OURS][0]()
    assert figure(tallies(TASKS[task]("test", 0), detect)) >= least


def without_accents(case: Case) -> Case:
    text, gold = noise.rewrite(
        case.text, noise.KINDS["no accents"](case.text, Random(0)), case.gold
    )
    return Case(text, gold, case.kind)


def test_headings_without_accents_are_found_as_well() -> None:
    detect = DETECTORS[OURS][0]()
    cases = TASKS["headings"]("test", 0)
    accented = tallies(cases, detect)
    plain = tallies([without_accents(case) for case in cases], detect)
    assert french_found(plain) >= french_found(accented) - 0.03
    assert english_left_alone(plain) >= 0.97


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("split", SPLITS)
def test_gold_spans_fit_their_documents(task: str, split: str) -> None:
    cases = TASKS[task](split, 0)
    assert cases == TASKS[task](split, 0)
    for case in cases:
        for start, end in case.gold:
            assert case.text[start:end].strip() == case.text[start:end] != ""


@pytest.mark.parametrize(
    ("task", "least"),
    [
        ("paragraphs", 300),
        ("sentence", 300),
        ("fragments", 300),
        ("noise", 300),
        ("near", 300),
        ("field", 500),
        ("near_tongues", 250),
        ("headings", 200),
        ("names", 100),
    ],
)
def test_every_half_is_large_enough(task: str, least: int) -> None:
    assert all(len(TASKS[task](split, 0)) >= least for split in SPLITS)


def test_the_halves_share_nothing() -> None:
    dev, test = ({p.english for run in runs(split, 3) for p in run} for split in SPLITS)
    assert len(dev & test) <= 2  # what the news itself says twice
    columns = {
        "headings": 3,
        "names": 1,
        "near": 2,
        "near-tongues": 2,
        "field-french": 2,
        "field-english": 2,
    }
    for name, count in columns.items():
        dev, test = (
            {row.split("\t", count - 1)[-1] for row in lines(f"{name}.{s}.tsv")} for s in SPLITS
        )
        assert not dev & test


@pytest.mark.parametrize("split", SPLITS)
def test_the_language_of_a_field_kind_says_whether_it_has_gold(split: str) -> None:
    for case in TASKS["field"](split, 0):
        assert bool(case.gold) == case.kind.startswith("fr/"), case.text


def test_another_seed_cuts_otherwise() -> None:
    assert TASKS["sentence"]("dev", 1) != TASKS["sentence"]("dev", 0)


@pytest.mark.parametrize("kind", noise.KINDS)
def test_noise_keeps_the_place_of_the_french(kind: str) -> None:
    text = "He was here. L'été, l'événement a déjà été annoncé à Paris par le ministère. Very long words follow."
    start, end = text.index("L'été"), text.index(" Very")
    edits = noise.KINDS[kind](text, Random(5))
    noisy, spans = noise.rewrite(text, edits, frozenset({(start, end)}))
    [(low, high)] = spans
    inside = [(a - start, b - start, new) for a, b, new in edits if start <= a and b <= end]
    inside = [edit for edit in inside if edit[0] != edit[1] or 0 < edit[0] < end - start]
    assert noisy[low:high] == noise.rewrite(text[start:end], inside, frozenset())[0]
    assert noisy != text


def test_what_is_put_in_at_an_edge_stays_outside() -> None:
    text, spans = noise.rewrite("a b c", [(2, 2, "*"), (3, 3, "*")], frozenset({(2, 3)}))
    assert (text, spans) == ("a *b* c", frozenset({(3, 4)}))


def test_a_tally_counts_exact_and_overlapping_spans() -> None:
    case = Case("one deux trois four", frozenset({(4, 14)}))
    tally = Tally()
    tally.add(case, frozenset({(4, 14)}))
    tally.add(case, frozenset({(4, 8), (15, 19)}))
    assert (tally.exact, tally.found, tally.gold) == (1, 3, 2)
    assert (tally.found_overlapping, tally.gold_overlapping) == (2, 2)
    assert (tally.whole, tally.alarmed) == (1, 1)
    precision, recall, _ = tally.characters_prf
    assert (precision, recall) == (14 / 18, 14 / 20)


SIGN = "Wet floor! Sol mouillé ! Mind it."


@pytest.mark.parametrize(
    ("found", "caught", "overrun"),
    [
        ([], 0, 0),
        (["mouillé"], 0, 0),
        (["Sol mouillé ! Mind it."], 0, 1),
        (["Wet floor!", "Sol mouillé !"], 0, 1),
        (["Sol mouillé !"], 1, 0),
        (["! Sol mouillé ! M"], 1, 0),
        (["Sol mouill"], 1, 0),
    ],
)
def test_a_case_is_caught_by_its_letters(found: list[str], caught: int, overrun: int) -> None:
    start = SIGN.index("Sol")
    tally = Tally()
    places = [(SIGN.index(piece), len(piece)) for piece in found]
    gold = frozenset({(start, SIGN.index(" Mind"))})
    tally.add(Case(SIGN, gold), frozenset((at, at + size) for at, size in places))
    assert (tally.caught, tally.overrun) == (caught, overrun)


def test_a_kind_of_a_language_counts_under_the_language_too() -> None:
    cases = [Case("Oui", frozenset({(0, 3)}), "fr/web"), Case("Yes", frozenset(), "en/web")]
    counted = tallies(cases, lambda text: frozenset({(0, 3)}))
    assert [*counted] == ["", "fr", "fr/web", "en", "en/web"]
    assert (counted["fr"].caught, counted["en"].alarmed) == (1, 1)
