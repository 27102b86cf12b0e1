"""An entry of a memory: what makes sense, kept as it is, and what is refused."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from onetongue.errors import InputError
from onetongue.terms.entry import MAX_USES, Entry

PERSON = Entry("le chat", "the cat", "fr", "en")
MACHINE = Entry("le chat", "the cat", "fr", "en", "argos 1.9", "engine", 0.8)


@pytest.mark.parametrize("entry", [PERSON, MACHINE])
@pytest.mark.parametrize(
    "change",
    [
        {},
        {"source": "", "target": "\x00\ud800"},
        {"source_language": "frenchxx", "target_language": "fr"},
        {"created": "2026-11-23T16:30:00Z"},
        {"document": "a\nb"},
        {"uses": 0},
        {"uses": MAX_USES},
    ],
)
def test_makes_sense(entry: Entry, change: dict[str, Any]) -> None:
    made = replace(entry, **change)
    assert {name: getattr(made, name) for name in change} == change
    assert made.engine == entry.engine


@pytest.mark.parametrize("confidence", [0.0, 0.5, 1.0])
def test_an_engine_has_any_confidence(confidence: float) -> None:
    assert replace(MACHINE, confidence=confidence).confidence == confidence


@pytest.mark.parametrize(
    ("entry", "change", "message"),
    [
        (PERSON, {"source_language": "f"}, "a tag such as fr, not 'f'"),
        (PERSON, {"target_language": "en-US"}, "not 'en-US'"),
        (PERSON, {"target_language": "frenchxxx"}, "not 'frenchxxx'"),
        (PERSON, {"engine": "argos"}, "a person has none: human 'argos'"),
        (PERSON, {"origin": "memory"}, "a person has none: memory ''"),
        (MACHINE, {"origin": "memory"}, "memory 'argos 1.9'"),
        (MACHINE, {"engine": ""}, "an engine needs its key"),
        (MACHINE, {"engine": "argos\n1.9"}, "one line of text"),
        (MACHINE, {"confidence": -0.1}, r"in \[0, 1\], not -0.1"),
        (MACHINE, {"confidence": 1.1}, r"in \[0, 1\], not 1.1"),
        (MACHINE, {"confidence": math.nan}, r"in \[0, 1\], not nan"),
        (PERSON, {"confidence": 0.9}, "a person's confidence is 1, not 0.9"),
        (PERSON, {"created": "2026-11-23"}, "not '2026-11-23'"),
        (PERSON, {"uses": -1}, "not -1"),
        (PERSON, {"uses": MAX_USES + 1}, f"lies in 0..{MAX_USES}"),
    ],
)
def test_makes_none(entry: Entry, change: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        replace(entry, **change)
