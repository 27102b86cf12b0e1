from __future__ import annotations

import pytest
from support.weighed import covered, weighed

from onetongue.detect.decode import ForeignStretch
from onetongue.detect.states import State
from onetongue.detect.whole_sentences import whole_sentences

UNCHANGED = [
    "He left. They went home.",
    "The=-4 end=-4 ⟦la=4 goutte=4 d'=4eau=4⟧ came=-4.",
    "⟦La=4 goutte=4 tombe=4⟧ Nord Stream.",
    "⟦La=4 goutte=4 tombe=4 ici=4⟧ Nord Stream for the=0 great Bay Area.",
    "⟦La=4 goutte=4 tombe=4 ici=4⟧ said=-2.5.",
    "He=0 said: “⟦Nous=4 avons=4 tout=4 perdu=4⟧”.",
    "“⟦Nous=4 avons=4 tout=4 perdu=4⟧”, Macron said=0.",
    "Nord said “⟦Nous=4 avons=4 tout=4 perdu=4⟧.",
    "Nord’s Mr=0 said ‘⟦Nous=4 avons=4 tout=4 perdu=4 l’=4an=4⟧.",
    'Macron=0: "⟦Nous=4 avons=4 tout=4 perdu=4⟧".',
    '"⟦Nous=4 avons=4 tout=4 perdu=4⟧", Macron.',
    "⟦La=4 goutte=4 tombe=4 ici=4 ce=4 soir=4⟧ Bay of=-3 the=-3 old=-3 sea=0.",
    "⟦La=4 goutte=4 tombe=4 ici=4 ce=4 soir=4⟧ Bay a b=-3 c=-3 d=-3 Area.",
    "⟦La=4 goutte=4 tombe=4 ici=4 ce=4 soir=4⟧ Bay b=-3 c=-3 d=-3 a Area.",
    "⟦La=4 goutte=4 tombe=4 ici=4⟧ of=-3 Bay.",
    "⟦La=4 goutte=4 tombe=4 ici=4⟧ Bay of=-3.",
]

CHANGED = [
    ("⟦La=4 goutte=4 tombe=4 ici=4⟧ Nord=-9.", "⟦La goutte tombe ici Nord⟧."),
    ("⟦La=4 goutte=4 tombe=4 ici=4⟧ Nord Stream.", "⟦La goutte tombe ici Nord Stream⟧."),
    ("⟦La=4 goutte=4 tombe=4 ici=4⟧ said=-2.4.", "⟦La goutte tombe ici said⟧."),
    (
        "⟦La=4 goutte=4 tombe=4 ici=4⟧ Nord Stream for the Bay.",
        "⟦La goutte tombe ici⟧ Nord Stream for the Bay.",
    ),
    (
        "⟦La=4 goutte=4 tombe=4 ici=4⟧ Nord Stream Bay Area.",
        "⟦La goutte tombe ici Nord Stream Bay Area⟧.",
    ),
    (
        "⟦La=4 goutte=4 tombe=4 ici=4 ce=4⟧ Society for=-3 the=-3 old=-3 Animals.",
        "⟦La goutte tombe ici ce Society for the old Animals⟧.",
    ),
    (
        "⟦La=4 goutte=4 tombe=4 ici=4 ce=4⟧ USA for=-3 the=-3 old=-3 UK.",
        "⟦La goutte tombe ici ce USA for the old UK⟧.",
    ),
    (
        "Nord “⟦Nous=4 avons” tout=4 perdu=4 ici=4⟧.",
        "⟦Nord “Nous avons” tout perdu ici⟧.",
    ),
    (
        "⟦La=4 goutte=4⟧ (now=-9) ⟦tombe=4 ici=4⟧.",
        "⟦La goutte (now) tombe ici⟧.",
    ),
    (
        "“We=-9 will=-9”, ⟦a=4 déclaré=4 le=4 chef=4⟧.",
        "“⟦We will”, a déclaré le chef⟧.",
    ),
    (
        "“⟦Nous=4 avons=4⟧ “Nord Stream” ⟦tout=4 perdu=4⟧.",
        "“⟦Nous avons “Nord Stream” tout perdu⟧.",
    ),
    ("“No.” Nord ⟦a=4 dit=4 non=4 hier=4⟧.", "“No.” ⟦Nord a dit non hier⟧."),
    ("He left ⟦today=0. La=4 goutte=4 tombe=4 ici=4⟧.", "He left today. ⟦La goutte tombe ici⟧."),
    ("He left ⟦today=2.5. La=4 goutte=4 tombe=4 ici=4⟧.", "He left ⟦today. La goutte tombe ici⟧."),
    ("⟦La=4 goutte=4 tombe=4 ici=4. Now=2.4⟧ he left.", "⟦La goutte tombe ici⟧. Now he left."),
    ("⟦La=4 goutte=4⟧. ⟦La=4 goutte=4⟧.", "⟦La goutte. La goutte⟧."),
    (
        "⟦La=4 goutte=4 tombe=4 ici=4⟧ Nord. They=-4 ⟦la=4 goutte=4⟧ went=-4.",
        "⟦La goutte tombe ici Nord⟧. They ⟦la goutte⟧ went.",
    ),
]


@pytest.mark.parametrize("marked", UNCHANGED)
def test_leaves_stretches_as_they_are(marked: str) -> None:
    text, scored, found = weighed(marked)
    assert covered(text, scored, whole_sentences(text, scored, found)) == covered(
        text, scored, found
    )


@pytest.mark.parametrize(("marked", "expected"), CHANGED)
def test_widens_merges_and_cuts(marked: str, expected: str) -> None:
    text, scored, found = weighed(marked)
    assert covered(text, scored, whole_sentences(text, scored, found)) == expected


def test_what_is_merged_is_as_sure_as_its_longest_part() -> None:
    text, scored, (short, long) = weighed("⟦La=4⟧ Nord ⟦goutte=4 tombe=4 ici=4⟧.")
    parts = [
        ForeignStretch(short.first, short.last, short.state, 9.0),
        ForeignStretch(long.first, long.last, long.state, 1.0),
    ]
    (found,) = whole_sentences(text, scored, parts)
    assert (found.first, found.last, found.log_odds) == (0, 4, 1.0)


def test_a_sentence_is_in_the_language_of_most_of_it() -> None:
    text, scored, (one, two) = weighed("⟦La=4 goutte=4 tombe=4 ici=4⟧ ⟦el=4/4 agua=4/4⟧.")
    two = ForeignStretch(two.first, two.last, State(2), 1.0)
    (found,) = whole_sentences(text, scored, [one, two])
    assert (found.first, found.last, found.state) == (0, 5, one.state)
