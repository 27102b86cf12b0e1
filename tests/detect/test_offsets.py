from __future__ import annotations

import pytest
from support.marked import mark, unmark

from onetongue.detect.offsets import kind_of, span_of
from onetongue.detect.words import tokenize
from onetongue.document import Region, Span

# ⟦⟧ stand where the words end; what does not change comes first.
UNCHANGED = [
    "He said ⟦la goutte⟧ then.",
    "He said ⟦la goutte⟧.",
    "He said ⟦la goutte⟧!",
    "He said “⟦la goutte⟧” then.",
    "He said (⟦la goutte⟧) then.",
    "He said ⟦la goutte⟧ (then).",
    "He said ⟦la goutte⟧, then.",
    "He said “I saw” ⟦la goutte⟧ then.",
    "He said “now ⟦la goutte⟧” then.",
    "He left. ⟦La goutte⟧ then.",
    "He said « now ⟦la goutte⟧ or » then.",
    'He said "⟦la goutte⟧" then.',
    "He paid ⟦la goutte⟧ %5.",
    "He said ‘⟦la goutte⟧’ then.",
    "He said ⟦la ‘goutte⟧ then.",
    "He (said ⟦la goutte⟧) then.",
    "He (said ⟦la (petite) goutte⟧) then.",
]
CHANGED = [
    ("He left. ⟦La (goutte⟧). He left.", "He left. ⟦La (goutte).⟧ He left."),
    ("He left. ⟦La goutte⟧. He left.", "He left. ⟦La goutte.⟧ He left."),
    ("He left. ⟦La goutte⟧\u00a0! He left.", "He left. ⟦La goutte\u00a0!⟧ He left."),
    ("He left. ⟦La goutte⟧ ?! He left.", "He left. ⟦La goutte ?!⟧ He left."),
    ("He said “⟦la goutte⟧.” He left.", "He said “⟦la goutte.⟧” He left."),
    ("He said «⟦la goutte⟧» then.", "He said ⟦«la goutte»⟧ then."),
    ("He said « ⟦la goutte⟧ » then.", "He said ⟦« la goutte »⟧ then."),
    ("He said « ⟦la goutte⟧. » Then.", "He said ⟦« la goutte. »⟧ Then."),
    ("He said « ⟦la goutte⟧ then », or.", "He said ⟦« la goutte⟧ then », or."),
    ("He said « or ⟦la goutte⟧ ».", "He said « or ⟦la goutte »⟧."),
    ("He said ⟦la (goutte⟧) then.", "He said ⟦la (goutte)⟧ then."),
    ("He said ⟦la [goutte⟧] then.", "He said ⟦la [goutte]⟧ then."),
    ("He said ⟦la (goutte⟧ or) then.", "He said ⟦la (goutte⟧ or) then."),
    ("He said ⟦la (petite “goutte⟧.”) then.", "He said ⟦la (petite “goutte.”)⟧ then."),
    ("He said (⟦la) goutte⟧ then.", "He said ⟦(la) goutte⟧ then."),
    ("He said (or ⟦la) goutte⟧ then.", "He said (or ⟦la) goutte⟧ then."),
    ("He said “⟦la” goutte⟧ then.", "He said ⟦“la” goutte⟧ then."),
    ("He said ⟦la “petite” goutte⟧ then.", "He said ⟦la “petite” goutte⟧ then."),
    ('He said ⟦la "goutte⟧" then.', 'He said ⟦la "goutte"⟧ then.'),
    ('He said "⟦la" goutte⟧ then.', 'He said ⟦"la" goutte⟧ then.'),
    ('He said ⟦la "petite" goutte⟧ then.', 'He said ⟦la "petite" goutte⟧ then.'),
    ('He said ⟦la "petite goutte⟧ then.', 'He said ⟦la "petite goutte⟧ then.'),
    ("He said ⟦la ‘goutte⟧’ then.", "He said ⟦la ‘goutte’⟧ then."),
    ("He paid ⟦dix mille⟧€ then.", "He paid ⟦dix mille€⟧ then."),
    ("(⟦La goutte⟧)", "⟦(La goutte)⟧"),
    ("“⟦La goutte⟧.”", "⟦“La goutte.”⟧"),
    ("- ⟦La goutte⟧.", "- ⟦La goutte.⟧"),
    ("He left. ⟦a) La goutte⟧. He left.", "He left. a) ⟦La goutte.⟧ He left."),
    ("He said ⟦2. La goutte⟧ then.", "He said 2. ⟦La goutte⟧ then."),
    ("* “⟦La goutte⟧.”", "* ⟦“La goutte.”⟧"),
    ("⟦La goutte ..... 3⟧", "⟦La goutte⟧ ..... 3"),
    ("He left. ⟦La goutte⟧...... 3 €", "He left. ⟦La goutte⟧...... 3 €"),
    ("- ⟦La goutte⟧ ______", "- ⟦La goutte⟧ ______"),
    ("☐ 1. ⟦La goutte⟧", "☐ 1. ⟦La goutte⟧"),
]
KINDS = [
    ("He said ⟦la goutte⟧ then.", "phrase"),
    ("He said ⟦la goutte⟧.", "phrase"),
    ("He left. ⟦La goutte⟧ then.", "phrase"),
    ("He said (⟦la goutte⟧) then.", "phrase"),
    ("He said “⟦la goutte⟧ then”.", "phrase"),
    ("He said, ⟦la goutte⟧, then.", "phrase"),
    ("He said “⟦la goutte⟧” then.", "quotation"),
    ("He said “⟦la goutte⟧,” then.", "quotation"),
    ("He said ⟦« la goutte »⟧ then.", "quotation"),
    ("He said ⟦‹ la goutte ›⟧ then.", "quotation"),
    ("He left. ⟦La goutte.⟧ He left.", "sentence"),
    ("He left. ⟦La goutte.⟧", "sentence"),
    ("⟦La goutte.⟧ He left.", "sentence"),
    ("⟦La goutte.⟧", "heading"),
    ("⟦“La goutte.”⟧", "heading"),
]


def cut(marked: str) -> tuple[str, Region, list[tuple[int, int]], dict[str, object]]:
    text, spans = unmark(marked)
    region = Region(Span(0, len(text)), "heading", "r")
    tokens = tokenize(text, region.span)
    ((start, end),) = spans
    inside = [i for i, t in enumerate(tokens) if start <= t.start and t.end <= end]
    return text, region, spans, {"tokens": tokens, "first": inside[0], "last": inside[-1]}


@pytest.mark.parametrize(("marked", "expected"), [*((same, same) for same in UNCHANGED), *CHANGED])
def test_where_a_stretch_stands(marked: str, expected: str) -> None:
    text, region, _, words = cut(marked)
    span = span_of(text, region, **words)  # type: ignore[arg-type]
    assert mark(text, [(span.start, span.end)]) == expected


@pytest.mark.parametrize(("marked", "kind"), KINDS)
def test_kinds(marked: str, kind: str) -> None:
    text, region, [(start, end)], words = cut(marked)
    assert kind_of(text, Span(start, end), region, **words) == kind  # type: ignore[arg-type]
