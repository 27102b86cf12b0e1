"""How well the spans a detector finds agree with the gold ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tasks import Case

# A block of French is caught when this share of its letters is found and hardly any other: a span
# may miss an initial or take a version's letters along, not lose a word or swallow the English half.
CAUGHT = 0.9
STRAY_LETTERS = 3

Spans = frozenset[tuple[int, int]]
Detector = Callable[[str], Spans]


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 1.0


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return _ratio(2 * precision * recall, precision + recall) if precision + recall else 0.0


def covered(spans: Iterable[tuple[int, int]]) -> set[int]:
    """The code points inside any span."""
    return {i for start, end in spans for i in range(start, end)}


def overlaps(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    """Whether a span shares a code point with any of the others."""
    return any(start < span[1] and span[0] < end for start, end in others)


def _letters(text: str, places: Iterable[int]) -> int:
    return sum(text[i].isalpha() for i in places)


@dataclass
class Tally:
    """Counts over the cases of a task.

    `whole` counts the cases of which every gold letter was found, `caught` those of which nearly
    all were and hardly any other, `overrun` those of which nearly all were and others too,
    `alarmed` those with something found where nothing should be.
    """

    cases: int = 0
    characters: int = 0  # of the documents
    words: int = 0
    hit: int = 0  # code points found and gold
    found_characters: int = 0
    gold_characters: int = 0
    exact: int = 0  # spans
    found: int = 0
    gold: int = 0
    found_overlapping: int = 0
    gold_overlapping: int = 0
    whole: int = 0
    caught: int = 0
    overrun: int = 0
    alarmed: int = 0
    wrong: list[tuple[Case, Spans]] = field(default_factory=list)

    def add(self, case: Case, spans: Spans) -> None:
        """Count one case in."""
        found, gold = covered(spans), covered(case.gold)
        self.cases += 1
        self.characters += len(case.text)
        self.words += len(case.text.split())
        self.hit += len(found & gold)
        self.found_characters += len(found)
        self.gold_characters += len(gold)
        self.exact += len(spans & case.gold)
        self.found += len(spans)
        self.gold += len(case.gold)
        self.found_overlapping += sum(overlaps(s, case.gold) for s in spans)
        self.gold_overlapping += sum(overlaps(s, spans) for s in case.gold)
        self.whole += bool(gold) and all(i in found or not case.text[i].isalnum() for i in gold)
        self._add_nearly(case.text, found, gold)
        self.alarmed += any(not overlaps(s, case.gold) for s in spans)
        if spans != case.gold:
            self.wrong.append((case, spans))

    def _add_nearly(self, text: str, found: set[int], gold: set[int]) -> None:
        hit, letters = _letters(text, found & gold), _letters(text, gold)
        if letters and hit >= CAUGHT * letters:
            is_tidy = _letters(text, found - gold) <= STRAY_LETTERS
            self.caught += is_tidy
            self.overrun += not is_tidy

    @property
    def characters_prf(self) -> tuple[float, float, float]:
        """Precision, recall and F1 over code points."""
        precision = _ratio(self.hit, self.found_characters)
        recall = _ratio(self.hit, self.gold_characters)
        return precision, recall, f1(precision, recall)

    @property
    def exact_f1(self) -> float:
        """F1 over spans that agree in both ends."""
        return f1(_ratio(self.exact, self.found), _ratio(self.exact, self.gold))

    @property
    def overlap_f1(self) -> float:
        """F1 over spans that share a code point with one of the other side."""
        return f1(
            _ratio(self.found_overlapping, self.found), _ratio(self.gold_overlapping, self.gold)
        )

    @property
    def alarms_per_10k(self) -> float:
        """Found spans that touch no gold one, for 10,000 words."""
        return 1e4 * _ratio(self.found - self.found_overlapping, self.words)


def tallies(cases: Iterable[Case], detect: Detector) -> dict[str, Tally]:
    """The tally of all cases under the empty name, of each kind under its own, of `a/b` under `a` too."""
    counted: dict[str, Tally] = {"": Tally()}
    for case in cases:
        spans = detect(case.text)
        for name in dict.fromkeys(("", case.kind.partition("/")[0], case.kind)):
            counted.setdefault(name, Tally()).add(case, spans)
    return counted
