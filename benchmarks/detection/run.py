"""Score detectors of French in English documents, task by task.

Run: python benchmarks/detection/run.py [dev|test] [--seed N] [--task NAME]… [--rivals] [--errors N]

Thresholds are chosen on `dev` only; `test` is for reporting. Prints one Markdown table per task,
one of how sure our detector is against how often it is right, one of speed, and a summary. `--errors` prints
what our detector gets wrong instead. `--rivals` compares with other detectors:
pip install -r benchmarks/detection/requirements-rivals.txt
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import reliability
from detectors import DETECTORS, OURS
from scores import Detector, Tally, tallies
from sources import SPLITS
from tasks import TASKS, Case

Counted = dict[str, Tally]
Row = Callable[[Counted], list[str]]
MARGIN = 40  # code points shown around an error


def _share(part: float, whole: float) -> str:
    return f"{part:.0f} of {whole:.0f}"


def _spans(counted: Counted) -> list[str]:
    tally = counted[""]
    figures = (*tally.characters_prf, tally.exact_f1, tally.overlap_f1)
    return [*(f"{figure:.4f}" for figure in figures), _share(tally.exact, tally.gold)]


def _rated(part: float, whole: float) -> list[str]:
    return [_share(part, whole), f"{part / whole:.3f}"]


SPANS = ("characters P", "R", "F1", "exact spans F1", "overlap F1", "exact")


def _by_kind(counted: Counted) -> list[str]:
    kinds = [f"{tally.characters_prf[2]:.3f}" for kind, tally in counted.items() if kind]
    return [*_spans(counted), *kinds]


def _headings(counted: Counted) -> list[str]:
    french, english = counted["fr"], counted["en"]
    right = french.whole + english.cases - english.alarmed
    return [
        *_rated(french.whole, french.cases),
        *_rated(english.alarmed, english.cases),
        f"{right / (french.cases + english.cases):.3f}",
    ]


def _alarms(counted: Counted) -> list[str]:
    return [_share(counted[""].alarmed, counted[""].cases)]


def _near(counted: Counted) -> list[str]:
    kinds = [_share(tally.alarmed, tally.cases) for kind, tally in counted.items() if kind]
    return [*_rated(counted[""].alarmed, counted[""].cases), *kinds]


def _field(counted: Counted) -> list[str]:
    french, english = counted["fr"], counted["en"]
    kinds = [
        _share(tally.caught if tally.gold else tally.alarmed, tally.cases)
        for kind, tally in counted.items()
        if "/" in kind
    ]
    return [
        *_rated(french.caught, french.cases),
        _share(french.cases - french.caught - french.overrun, french.cases),
        _share(french.overrun, french.cases),
        *_rated(english.alarmed, english.cases),
        *kinds,
    ]


def _news(counted: Counted) -> list[str]:
    return [f"{counted[''].words:,}", f"{counted[''].alarms_per_10k:.2f}"]


HEADINGS = ("French found", "recall", "English false alarms", "rate", "accuracy")
FIELD = (*HEADINGS[:2], "lost", "overrun", *HEADINGS[2:4])
# Task: its columns, the row under them, and whether a column follows for each kind of case.
TABLES: dict[str, tuple[tuple[str, ...], Row, bool]] = {
    "paragraphs": (SPANS, _spans, False),
    "sentence": (SPANS, _spans, False),
    "fragments": (SPANS, _by_kind, True),
    "headings": (HEADINGS, _headings, False),
    "names": (("sentences with a false alarm",), _alarms, False),
    "news": (("English words", "false alarms per 10,000"), _news, False),
    "noise": (SPANS, _by_kind, True),
    "near": (("called French", "rate"), _near, True),
    "field": (FIELD, _field, True),
    "near_tongues": (("touched", "rate"), _near, True),
    "documents": (SPANS, _spans, False),
}


def title(task: str) -> str:
    """What a task is, in the words of its own docstring."""
    return (TASKS[task].__doc__ or "").rstrip(".")


def table(task: str, cases: list[Case], counted: dict[str, Counted]) -> Iterator[str]:
    """The lines of one task's table, a row a detector."""
    columns, row, has_kinds = TABLES[task]
    kinds = [*dict.fromkeys(case.kind for case in cases)] if has_kinds else []
    yield f"### {task}: {title(task)} ({len(cases)} cases)\n"
    yield from _rows(["", *columns, *kinds], {name: row(one) for name, one in counted.items()})


def _rows(header: list[str], rows: dict[str, list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(header)} |\n|{' --- |' * len(header)}"
    for name, cells in rows.items():
        yield f"| {' | '.join([name, *cells])} |"
    yield ""


# Column of the summary: its task, and the figure.
SUMMARY: dict[str, tuple[str, Callable[[Counted], str]]] = {
    "paragraphs, F1": ("paragraphs", lambda c: f"{c[''].characters_prf[2]:.4f}"),
    "one sentence, F1": ("sentence", lambda c: f"{c[''].characters_prf[2]:.4f}"),
    "fragments, F1": ("fragments", lambda c: f"{c[''].characters_prf[2]:.3f}"),
    "fragments exact": ("fragments", lambda c: _share(c[""].exact, c[""].gold)),
    "headings found": ("headings", lambda c: _share(c["fr"].whole, c["fr"].cases)),
    "headings, false alarms": ("headings", lambda c: _share(c["en"].alarmed, c["en"].cases)),
    "names, false alarms": ("names", lambda c: _share(c[""].alarmed, c[""].cases)),
    "news, false alarms in 10,000 words": ("news", lambda c: f"{c[''].alarms_per_10k:.1f}"),
    "noise, F1": ("noise", lambda c: f"{c[''].characters_prf[2]:.3f}"),
    "near languages called French": ("near", lambda c: _share(c[""].alarmed, c[""].cases)),
    "field found": ("field", lambda c: _share(c["fr"].caught, c["fr"].cases)),
    "field, false alarms": ("field", lambda c: _share(c["en"].alarmed, c["en"].cases)),
    "near tongues touched": ("near_tongues", lambda c: _share(c[""].alarmed, c[""].cases)),
    "documents, F1": ("documents", lambda c: f"{c[''].characters_prf[2]:.3f}"),
}


def summary(counted: dict[str, dict[str, Counted]], split: str) -> Iterator[str]:
    """One row a detector, the main figures of all tasks."""
    yield "### summary\n"
    rows = {
        name: [figure(counted[task][name]) for task, figure in SUMMARY.values()]
        for name in next(iter(counted.values()))
    }
    yield from _rows([split, *SUMMARY], rows)


def errors(cases: list[Case], detect: Detector, most: int) -> Iterator[str]:
    """The first few spans that are missing, or found and wrong, with what stands around them."""
    for case, found in tallies(cases, detect)[""].wrong[:most]:
        both = [("missing", s) for s in case.gold - found] + [
            ("found", s) for s in found - case.gold
        ]
        for what, (start, end) in sorted(both, key=lambda item: item[1]):
            before, after = case.text[max(0, start - MARGIN) : start], case.text[end : end + MARGIN]
            yield f"{case.kind:20} {what:8} {before!r} ⟦{case.text[start:end]}⟧ {after!r}"


def speed(names: list[str]) -> Iterator[str]:
    """The lines of the speed table; every detector is measured in a process of its own."""
    yield "### speed: English text with one paragraph in ten in French, one core\n"
    script = Path(__file__).with_name("speed.py")
    rows: dict[str, list[str]] = {}
    ours = 0.0
    for name in names:
        done = subprocess.run(
            [sys.executable, str(script), name], check=True, capture_output=True, text=True
        )
        figures = json.loads(done.stdout)
        ours = ours or figures["kb_per_s"]
        rows[name] = [
            f"{figures['kb_per_s']:.0f}",
            f"{ours / figures['kb_per_s']:.2g}×",
            f"{figures['load_ms']:.0f}",
            f"{figures['bytes'] / 1e6:.1f}",
        ]
    yield from _rows(["", "KB/s", "ours is faster by", "load, ms", "data, MB"], rows)


def main() -> None:
    """Print the tables."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("split", nargs="?", default="dev", choices=SPLITS)
    arguments.add_argument("--seed", type=int, default=0, help="cuts the parallel text otherwise")
    arguments.add_argument("--task", action="append", choices=TASKS, help="only this one")
    arguments.add_argument("--rivals", action="store_true", help="compare with other detectors")
    arguments.add_argument("--errors", type=int, default=0, metavar="N", help="the first N errors")
    chosen = arguments.parse_args()
    names = [*DETECTORS] if chosen.rivals else [OURS]
    detectors = {name: DETECTORS[name][0]() for name in names}
    counted: dict[str, dict[str, Counted]] = {}
    for task in chosen.task or TASKS:
        cases = TASKS[task](chosen.split, chosen.seed)
        if chosen.errors:
            _print(errors(cases, detectors[OURS], chosen.errors))
            continue
        counted[task] = {name: tallies(cases, detect) for name, detect in detectors.items()}
        _print(table(task, cases, counted[task]))
    if not chosen.errors and not chosen.task:
        _print(reliability.table(chosen.split, chosen.seed))
        _print(speed(names))
        _print(summary(counted, chosen.split))


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        print(line, flush=True)


if __name__ == "__main__":
    main()
