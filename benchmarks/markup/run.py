"""Print how well each strategy carries inline markup through translation.

Run: python benchmarks/markup/run.py [dev|test|all] [--errors] [--thresholds]

Responsible for: the tables.
Not responsible for: the strategies (strategies.py), and what is right (cases.py).
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from cases import Case, Verdict, judge_engine, judge_human, read
from strategies import (
    Counting,
    Result,
    Strategy,
    carried,
    checked_placeholders,
    fragments,
    nothing,
    own_markup,
    placeholders,
)

from onetongue.language.word_links import words_of
from onetongue.markup import Passage, joint_placing
from onetongue.translate import Oracle, translate_segments

if TYPE_CHECKING:
    from collections.abc import Sequence

VERDICTS: tuple[Verdict, ...] = ("right", "partly", "wrong", "edge", "unsaid")
# Name, what it does, whether it works on a translation that is there already, and the engine it gets.
STRATEGIES: dict[str, tuple[Strategy, bool, dict[str, object]]] = {
    "nothing": (nothing, True, {}),
    "placeholders": (placeholders, False, {}),
    "placeholders, if they do no damage": (checked_placeholders, False, {}),
    "Apertium's own HTML": (own_markup, False, {}),
    "fragments found literally": (fragments, True, {}),
    "alignment, nothing asked": (carried, True, {"deaf": True}),
    "alignment, no lexicon": (carried, True, {"source": "xx"}),
    "alignment: `carry`": (carried, True, {}),
}


def rate(found: Sequence[Verdict]) -> str:
    """The counts, and precision and recall of what can be judged."""
    n = Counter(found)
    placed = n["right"] + n["partly"] + n["wrong"]
    judged = placed + n["edge"]
    good = n["right"] + n["partly"]
    precision = f"{good / placed:.3f}" if placed else "-"
    cells = [str(n[v]) for v in VERDICTS]
    return " | ".join([*cells, precision, f"{good / judged:.3f}", f"{n['right'] / judged:.3f}"])


def table(title: str, rows: Sequence[tuple[str, str]], more: Sequence[str] = ()) -> None:
    """Print one table."""
    heads = ["right", "partly", "wrong", "edge", "unsaid", "P", "R", "R exact", *more]
    print(f"\n### {title}\n\n| | {' | '.join(heads)} |\n|{' --- |' * (len(heads) + 1)}")
    for name, cells in rows:
        print(f"| {name} | {cells} |")


def differing(one: str, other: str) -> bool:
    """Whether two translations have other words, or the same in another order."""
    return [w.key for w in words_of(one)] != [w.key for w in words_of(other)]


def show(case: Case, n: int, result: Result, verdict: Verdict) -> None:
    """One place that is not right."""
    a, b = case.stretches[n]
    place = result.places[n]
    marked = (
        result.text
        if place is None
        else (
            f"{result.text[: place[0]]}[{result.text[place[0] : place[1]]}]{result.text[place[1] :]}"
        )
    )
    print(
        f"  {verdict:6} {case.kind:9} {case.source[:a]}[{case.source[a:b]}]{case.source[b:]}  =>  {marked}"
    )


def on_humans(cases: Sequence[Case], *, errors: bool) -> None:
    """Places in the human translations."""
    rows = []
    kinds: defaultdict[str, list[Verdict]] = defaultdict(list)
    for name, (strategy, is_after, options) in STRATEGIES.items():
        if not is_after:
            continue
        results = strategy(
            [Passage(c.source, c.target, c.stretches) for c in cases], Counting(**options)
        )
        verdicts: list[Verdict] = []
        for case, result in zip(cases, results, strict=True):
            for n, gold in enumerate(case.gold):
                verdicts.append(judge_human(case.target, gold, result.places[n]))
                if "`carry`" in name:
                    kinds[case.kind].append(verdicts[-1])
                    if errors and verdicts[-1] != "right":
                        show(case, n, result, verdicts[-1])
        rows.append((name, rate(verdicts)))
    table("In the human translations", rows)
    table(
        "`carry` in the human translations, by kind",
        [(k, rate(v)) for k, v in sorted(kinds.items())],
    )


def on_engine(cases: Sequence[Case], *, errors: bool) -> None:
    """Places in Apertium's translations."""
    targets = [t.text for t in translate_segments([c.source for c in cases], Oracle(Counting()))]
    rows = []
    for name, (strategy, _, options) in STRATEGIES.items():
        engine = Counting(**options)
        passages = [Passage(c.source, t, c.stretches) for c, t in zip(cases, targets, strict=True)]
        results = strategy(passages, engine)
        verdicts: list[Verdict] = []
        for case, result in zip(cases, results, strict=True):
            for n, gold in enumerate(case.gold):
                verdicts.append(judge_engine(case, gold, result.text, result.places[n]))
                if errors and "`carry`" in name and verdicts[-1] not in {"right", "unsaid"}:
                    show(case, n, result, verdicts[-1])
        changed = sum(differing(r.text, t) for r, t in zip(results, targets, strict=True))
        extra = engine.asked / len(cases)
        rows.append((name, f"{rate(verdicts)} | {extra:.2f} | {changed}"))
    table("In Apertium's translations", rows, ("asked a sentence", "translations changed"))


def on_thresholds(cases: Sequence[Case]) -> None:
    """`carry` in the human translations, and in those of other sentences, where nothing is right."""
    others = [Passage(c.source, d.target, c.stretches) for c, d in pairwise([*cases, cases[0]])]
    kept = joint_placing.SURE
    rows = []
    for tenths in range(2, 10):
        joint_placing.SURE = tenths / 10  # type: ignore[misc]
        passages = [Passage(c.source, c.target, c.stretches) for c in cases]
        found = carried(passages, Counting())
        verdicts = [
            judge_human(case.target, gold, place)
            for case, result in zip(cases, found, strict=True)
            for gold, place in zip(case.gold, result.places, strict=True)
        ]
        # What wraps the whole, or ends it, is at home in any translation.
        misplaced = [
            (place, a, b, p)
            for p, result in zip(others, carried(others, Counting()), strict=True)
            for (a, b), place in zip(p.stretches, result.places, strict=True)
            if len(words_of(p.source[:a])) or len(words_of(p.source[b:]))
        ]
        wrong = sum(place is not None for place, *_ in misplaced)
        rows.append((f"{tenths / 10}", f"{rate(verdicts)} | {wrong} of {len(misplaced)}"))
    joint_placing.SURE = kept  # type: ignore[misc]
    table("How sure a place has to be", rows, ("placed in another sentence's translation",))


def main(arguments: Sequence[str]) -> None:
    """Print the tables for `dev`, `test` or both."""
    part = next((one for one in ("test", "all") if one in arguments), "dev")
    cases = (*read("dev"), *read("test")) if part == "all" else read(part)
    stretches = sum(len(c.stretches) for c in cases)
    print(f"{part}: {len(cases)} sentences, {stretches} stretches")
    if "--thresholds" in arguments:
        on_thresholds(cases)
        return
    on_humans(cases, errors="--errors" in arguments)
    on_engine(cases, errors="--errors" in arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
