"""The marked sentences, and what counts as the right place.

Responsible for: reading data/cases.tsv, and judging places in a human's translation or in an
engine's.
Not responsible for: finding places (strategies.py) or printing (run.py).
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from onetongue.language.word_links import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onetongue.prose import Stretch

CASES = Path(__file__).parent / "data" / "cases.tsv"
_MARK = re.compile(r"<(/?)(\d)(/?)>")
# Less of its words in common, and a place is wrong; more, and a reader still sees what is meant.
PARTLY = 0.5
# If no stretch of an engine's translation has more in common with the human's, it says the thing in
# other words, and no place can be judged by words.
SAYABLE = 0.5

# right: just the words a person marked; partly: at least half of them (F1); edge: not placed; wrong:
# elsewhere; unsaid: the engine's translation has no such words, so nobody can tell.
Verdict: TypeAlias = Literal["right", "partly", "edge", "wrong", "unsaid"]


class Case(NamedTuple):
    """A sentence, its human translation, and the stretches of both, in one order."""

    kind: str
    source: str
    target: str
    stretches: tuple[Stretch, ...]
    gold: tuple[Stretch, ...]


def read(part: str) -> tuple[Case, ...]:
    """The cases of `dev` or of `test`."""
    found = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if fields[0] == part:
            source, stretches = unmarked(fields[2])
            target, gold = unmarked(fields[3])
            order = sorted(stretches, key=lambda n: (stretches[n][0], -stretches[n][1]))
            found.append(
                Case(
                    fields[1],
                    source,
                    target,
                    tuple(stretches[n] for n in order),
                    tuple(gold[n] for n in order),
                )
            )
    return tuple(found)


def unmarked(text: str) -> tuple[str, dict[str, Stretch]]:
    """The text without its marks, and where each of them is.

    >>> unmarked("a <1>b</1> c<2/>")
    ('a b c', {'1': (2, 3), '2': (5, 5)})
    """
    plain, end, opened = "", 0, dict[str, int]()
    found: dict[str, Stretch] = {}
    for mark in _MARK.finditer(text):
        plain += text[end : mark.start()]
        end = mark.end()
        closes, number, empty = mark.groups()
        if empty:
            found[number] = len(plain), len(plain)
        elif closes:
            found[number] = opened.pop(number), len(plain)
        else:
            opened[number] = len(plain)
    return plain + text[end:], found


def judge_human(text: str, gold: Stretch, place: Stretch | None) -> Verdict:
    """A place in the text that a person marked."""
    if place is None:
        return "edge"
    words = words_of(text)
    if gold[0] == gold[1]:
        before = [sum(w.end <= at for w in words) for at in (gold[0], place[0])]
        same_side = text[: gold[0]].rstrip()[-1:] == text[: place[0]].rstrip()[-1:]
        return "right" if before[0] == before[1] and same_side else "wrong"
    mine, its = ({w.start for w in words if w.start < b and w.end > a} for a, b in (place, gold))
    if mine == its:
        return "right"
    common = len(mine & its)
    return "partly" if 2 * common / (len(mine) + len(its)) >= PARTLY else "wrong"


def judge_engine(case: Case, gold: Stretch, text: str, place: Stretch | None) -> Verdict:
    """A place in an engine's translation, by the words a person marked in another translation."""
    if gold[0] == gold[1]:
        return _judge_point(case.target, gold[0], text, place)
    wanted = [w.key for w in words_of(case.target[gold[0] : gold[1]])]
    words = words_of(text)
    best = max(
        (
            _f1(wanted, [w.key for w in words[i:j]])
            for i in range(len(words))
            for j in range(i + 1, min(len(words), i + 2 * len(wanted) + 1) + 1)
        ),
        default=0.0,
    )
    if best < SAYABLE:
        return "unsaid"
    if place is None:
        return "edge"
    reached = _f1(wanted, [w.key for w in words if w.start < place[1] and w.end > place[0]])
    if reached >= best:
        return "right"
    return "partly" if reached >= PARTLY * best else "wrong"


def _judge_point(human: str, gold: int, text: str, place: Stretch | None) -> Verdict:
    """Right if the same word stands before, or the same behind, as in the human translation."""
    before, after = _beside(human, gold)
    keys = {w.key for w in words_of(text)}
    if after and before not in keys and after not in keys:
        return "unsaid"
    if place is None:
        return "edge"
    mine = _beside(text, place[0])
    is_right = mine[0] == before or mine[1] == after  # at the end nothing stands behind either
    return "right" if is_right else "wrong"


def _beside(text: str, at: int) -> tuple[str, str]:
    words = words_of(text)
    before = [w.key for w in words if w.end <= at]
    after = [w.key for w in words if w.end > at]
    return before[-1] if before else "", after[0] if after else ""


def _f1(wanted: Iterable[str], found: Iterable[str]) -> float:
    one, other = Counter(wanted), Counter(found)
    common = (one & other).total()
    return 2 * common / (one.total() + other.total()) if common else 0.0
