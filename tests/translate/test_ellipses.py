"""Which ellipses a translation has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.translate.ellipses import like_source


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Enregistrer sous", "Save as ..."),  # none to go by
        ("un mot …", "a word …"),
        ("un mot ...", "a word ..."),
        ("un mot\u00a0…", "a word …"),
        ("… et il part", "and he … leaves"),
        ("Il part… ou ...", "He leaves ... or …"),
        ("Il part…", "He leaves...."),
        ("Il part...\n", "He leaves\n..."),
        ("Voir `a...b`, oui…", "See `a ...b`, yes…"),
        ("Il part. Ou pas.", "He leaves .. Or not."),
    ],
)
def test_what_stays(source: str, text: str) -> None:
    assert like_source(text, source) == text


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("Enregistrer sous…", "Save under ...", "Save under…"),
        ("Enregistrer sous…", "Save under …", "Save under…"),
        ("Enregistrer sous…", "Save under\u202f…", "Save under…"),
        ("Enregistrer sous...", "Save under…", "Save under..."),
        ("Enregistrer sous...", "Save under ... now", "Save under... now"),
        ("Il part… puis… revient", "He goes ... and … returns", "He goes… and… returns"),
        ("Il dit : « […] oui »", "He says: “[ ...] yes”", "He says: “[…] yes”"),
        ("un mot …", "a word ...", "a word …"),
    ],
)
def test_what_becomes_as_the_source_has_it(source: str, text: str, expected: str) -> None:
    assert like_source(text, source) == expected
    assert like_source(expected, source) == expected


@given(st.text("a. …\u00a0`"), st.text("a. …\u00a0`"))
def test_nothing_but_ellipses_and_spaces_changes(source: str, text: str) -> None:
    said = like_source(text, source)
    bare = [one.replace("…", "...").replace(" ", "").replace("\u00a0", "") for one in (text, said)]
    assert bare[0] == bare[1]
    assert len(said.split("…")) <= len(text.replace("...", "…").split("…"))
