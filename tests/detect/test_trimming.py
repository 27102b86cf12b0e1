from __future__ import annotations

import pytest
from support.weighed import covered, weighed

from onetongue.detect.trimming import trimmed

FUNCTION = "il le la une et"

UNCHANGED = [
    "He said ⟦la=1.5 goutte=4 d'=4eau=4⟧ then.",
    "⟦La=0 goutte=4⟧ fell.",
    "He left. ⟦La=0 goutte=4 tombe=4⟧ today.",
    "He said “⟦la=0 goutte=4⟧” and left.",
    "He said: ⟦la=0 goutte=4⟧ now.",
    "They saw ⟦a=-1⟧ here.",
    "They saw ⟦rien=0⟧ here.",
    "It was (⟦a=1.5 propos=4⟧) here.",
    "He left ⟦la=4 goutte=4 the=-1.5⟧ end.",
    "He left. ⟦La=4 goutte=4 the=-4 end=-4⟧ today.",
    "⟦La=4 goutte=4 the=-4⟧ end.",
    "He said ⟦pleut=4 sur=4 la=4 ville=4⟧ now.",
    "The Il=4 ⟦pleut=4 sur=4 la=4 ville=4⟧ now.",
    "he sang Il=1.4 ⟦pleut=4 sur=4 la=4 ville=4 grise=4⟧ now.",
    "he sang Le=4 ⟦pleut=4 sur=4 la=4 ville=4 grise=4⟧ now.",
    "he sang Paris=4 ⟦pleut=4 sur=4 la=4 ville=4 grise=4⟧ now.",
    "he sang il=4 ⟦pleut=4 sur=4 la=4 ville=4 grise=4⟧ now.",
    "he sang IL=4 ⟦pleut=4 sur=4 la=4 ville=4 grise=4⟧ now.",
    "he sang Il=4, ⟦pleut=4 sur=4 la=4 ville=4 grise=4⟧ now.",
    "It was (⟦the=1 propos=4 du=4 jour=4.⟧) He left.",
    "It was (⟦the=1 propos=4 du=4 jour=4⟧)",
    "⟦Note=0 : la=4 goutte=4⟧",
    "⟦#Lyon: la=4 goutte=4⟧",
    "⟦Label=-1.4 : la=4 goutte=4⟧",
    "⟦mask_all=0 la=4 goutte=4⟧",
    "⟦one=-4 two=-4 three=-4 four=-4 five=-4: la=4 goutte=4⟧",
    "⟦la=4 label=-4: la=4 goutte=4⟧",
]

TRIMMED = [
    ("⟦mask_all=0: la=4 goutte=4⟧", "mask_all: ⟦la goutte⟧"),
    ("⟦Label=-1.5: la=4 goutte=4⟧", "Label: ⟦la goutte⟧"),
    ("⟦NOTE=1.4: la=4 goutte=4⟧", "NOTE: ⟦la goutte⟧"),
    ("⟦`reset()` – la=4 goutte=4⟧", "`reset()` – ⟦la goutte⟧"),
    ("⟦@sam: la=4 goutte=4⟧", "@sam: ⟦la goutte⟧"),
    ("⟦one=-4 two=-4 three=-4 four=-4: la=4 goutte=4⟧", "one two three four: ⟦la goutte⟧"),
    ("He said ⟦la=1.4 goutte=4⟧ then.", "He said la ⟦goutte⟧ then."),
    ("He said ⟦a=1.4 la=1.4 goutte=4⟧ then.", "He said a la ⟦goutte⟧ then."),
    ("He said ⟦rien=1 rien=1⟧ then.", "He said rien ⟦rien⟧ then."),
    ("It was (⟦an=1.4 the=1 vin=4⟧) here.", "It was (an the ⟦vin⟧) here."),
    ("⟦A=1 vin=4 d'=4honneur=4⟧ was served.", "A ⟦vin d'honneur⟧ was served."),
    ("He left ⟦la=4 goutte=4 the=-1.6⟧ end.", "He left ⟦la goutte⟧ the end."),
    ("He left ⟦la=4 goutte=4 the=-3 or=1 end=-3⟧ now.", "He left ⟦la goutte⟧ the or end now."),
    ("He left ⟦la=4 goutte=4 the=-3 eau=4 to=-4⟧ now.", "He left ⟦la goutte the eau⟧ to now."),
    ("He left ⟦la=4 goutte=-9⟧ now.", "He left ⟦la⟧ goutte now."),
    ("He left ⟦la=2 goutte=-9 eau=-9⟧ now.", "He left ⟦la⟧ goutte eau now."),
    (
        "he sang Il=1.5 ⟦pleut=4 sur=4 la=4 ville=4 grise=4⟧ now.",
        "he sang ⟦Il pleut sur la ville grise⟧ now.",
    ),
]


@pytest.mark.parametrize("marked", UNCHANGED)
def test_leaves_a_stretch_as_it_is(marked: str) -> None:
    text, scored, (part,) = weighed(marked, function=FUNCTION)
    assert covered(text, scored, [trimmed(scored, part)]) == covered(text, scored, [part])


@pytest.mark.parametrize(("marked", "expected"), TRIMMED)
def test_trims(marked: str, expected: str) -> None:
    text, scored, (part,) = weighed(marked, function=FUNCTION)
    assert covered(text, scored, [trimmed(scored, part)]) == expected


def test_says_the_same_of_what_is_left() -> None:
    _, scored, (part,) = weighed("He said ⟦la=1 goutte=4⟧ then.")
    after = trimmed(scored, part)
    assert (after.state, after.log_odds) == (part.state, part.log_odds)
