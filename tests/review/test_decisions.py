"""People's decisions, and the file that the review page saves them in: what is none, and what is."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from onetongue.errors import InputError
from onetongue.review.decisions import Decision, Decisions, load_decisions


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Decision(1, "edit", "Ada", " \n"), "record 1: an edit needs text"),
        (lambda: Decision(1, "approve", "Ada", "x"), "record 1: approve takes no text"),
        (lambda: Decision(1, "edit", "Ada", "\ud83d\ude00"), "record 1: .* a surrogate pair"),
        (lambda: Decision(1, "approve", ""), "record 1: the reviewer must be a name"),
        (lambda: Decision(1, "approve", "A\nB"), "record 1: the reviewer must be a name"),
        (
            lambda: Decisions("", (Decision(2, "reject", "A"), Decision(2, "approve", "A"))),
            "record 2: there are two",
        ),
    ],
)
def test_decisions_without_sense(make: Callable[[], object], message: str) -> None:
    with pytest.raises(InputError, match=message):
        make()


JSON: dict[str, Any] = {
    "schema": "onetongue-decisions/1",
    "output": {"sha256": "ab"},
    "reviewer": "Ada",
    "decisions": [{"id": 1, "action": "edit", "text": "x"}, {"id": 2, "action": "approve"}],
}


def test_a_decisions_file() -> None:
    loaded = load_decisions(json.dumps(JSON).encode(), "d.json")
    assert loaded.output_sha256 == "ab"
    assert loaded.decisions == (Decision(1, "edit", "Ada", "x"), Decision(2, "approve", "Ada"))
    own = {"id": 1, "action": "reject", "reviewer": "Bo", "state": "final"}
    content = json.dumps({**JSON, "decisions": [own]}).encode()
    assert load_decisions(content).decisions == (Decision(1, "reject", "Bo", state="final"),)
    assert load_decisions(content, reviewer="Cy").decisions[0].reviewer == "Cy"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema": "onetongue/1"}, "d.json: schema is 'onetongue/1'"),
        ({"output": {}}, "d.json: output.sha256 is missing"),
        ({"reviewer": ""}, "record 1: the reviewer must be a name"),
        ({"decisions": {}}, "d.json: decisions must be a list"),
        ({"decisions": [{"id": 0}]}, r"d.json: decisions\[0\].id must be a whole number"),
        ({"decisions": [{"id": 1, "action": "x"}]}, r"decisions\[0\].action must be one of edit"),
        (
            {"decisions": [{"id": 1, "action": "approve", "state": "x"}]},
            r"decisions\[0\].state must be one of reviewed",
        ),
        ({"decisions": [{"id": 1, "action": "edit"}]}, "record 1: an edit needs text"),
    ],
)
def test_a_malformed_decisions_file(change: dict[str, object], message: str) -> None:
    with pytest.raises(InputError, match=message):
        load_decisions(json.dumps({**JSON, **change}).encode(), "d.json")


def test_a_file_that_is_none() -> None:
    with pytest.raises(InputError, match=r"d\.json:1:1: not JSON"):
        load_decisions(b"", "d.json")
    with pytest.raises(InputError, match=r"d\.json: not a decisions file"):
        load_decisions(b"[]", "d.json")
