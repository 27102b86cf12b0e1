"""Decisions applied: what they leave as it was, what they change, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from onetongue.account import NormalizedDocument, revert, verify_provenance
from onetongue.errors import InputError, IntegrityError
from onetongue.review.apply import apply
from onetongue.review.decisions import Decision, Decisions

if TYPE_CHECKING:
    from support.documents import Normalize

    from onetongue.document import Markers

GOLD = "Oh {Merci|Thanks}, {non|?no}, {oui|yes}!\n"
STYLES = ("bracket", "footnote", "none")


def put(output: str, provenance: Any, *decisions: Decision) -> tuple[str, Any]:
    return apply(output, provenance, Decisions(provenance["output"]["sha256"], decisions))


def put_into(result: NormalizedDocument, *decisions: Decision) -> tuple[str, Any]:
    return put(result.text, result.provenance(), *decisions)


@pytest.mark.parametrize("markers", STYLES)
def test_no_decision_changes_nothing(normalize: Normalize, markers: Markers) -> None:
    result = normalize(GOLD, markers)
    assert put_into(result) == (result.text, result.provenance())


@pytest.mark.parametrize("markers", STYLES)
@pytest.mark.parametrize("text", ["", "Thanks"])
def test_an_approval_leaves_the_words(normalize: Normalize, markers: Markers, text: str) -> None:
    result = normalize(GOLD, markers)
    decision = Decision(1, "edit" if text else "approve", "Ada", text)
    output, provenance = put_into(result, decision)
    assert output == result.text
    was: Any = result.provenance()
    assert provenance["records"][1:] == was["records"][1:]
    first = provenance["records"][0]
    assert first["target"] == was["records"][0]["target"]
    assert first["translation"]["origin"] == "engine"
    assert first["translation"]["confidence"] == 0.81
    assert first["review"] == {"reviewer": "Ada", "state": "reviewed"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "latin-1"])
def test_what_does_not_depend_on_it_stays(normalize: Normalize, encoding: str) -> None:
    result = normalize(GOLD, "none", encoding=encoding)
    was: Any = result.provenance()
    output, provenance = put_into(result, Decision(1, "edit", "Ada", "Cheers"))
    assert output == "Oh Cheers, no, yes!\n"
    changed = {key for key in was if was[key] != provenance[key]}
    assert changed == {"output", "records", "digest"}
    assert revert(output, provenance) == result.source.text


def test_the_later_records_move(normalize: Normalize) -> None:
    result = normalize(GOLD, "none")
    _, provenance = put_into(result, Decision(1, "edit", "Ada", "Thanks a lot"))
    assert [record["target"]["start"] for record in provenance["records"]] == [3, 17, 21]
    assert [record["id"] for record in provenance["records"]] == [1, 2, 3]


def test_what_is_decided_on_is_doubtful_no_more(normalize: Normalize) -> None:
    result = normalize(GOLD)
    output, provenance = put_into(result, Decision(2, "approve", "Ada"))
    assert output == result.text.replace("fr→en? 2", "fr→en 2")
    assert not provenance["records"][1]["translation"]["doubtful"]
    assert provenance["records"][1]["translation"]["checks"] == {}
    assert provenance["records"][0]["translation"]["checks"] == {"numbers": "ok"}


def test_what_is_rejected_is_left_alone_in_order(normalize: Normalize) -> None:
    result = normalize(GOLD, "none")
    output, provenance = put_into(result, Decision(3, "reject", "Ada"))
    output, provenance = put(output, provenance, Decision(1, "reject", "Bo"))
    assert output == "Oh Merci, no, oui!\n"
    assert [record["id"] for record in provenance["records"]] == [2]
    assert [(one["source"]["text"], one["reason"]) for one in provenance["left_alone"]] == [
        ("Merci", "rejected by Bo"),
        ("oui", "rejected by Ada"),
    ]
    assert provenance["left_alone"][0]["confidence"] == 0.998
    verify_provenance(output, provenance, result.source.text)


@pytest.mark.parametrize(
    ("first", "second", "review"),
    [
        ("approve reviewed Ada", "approve reviewed Bo", "Ada reviewed"),
        ("approve reviewed Ada", "approve final Bo", "Bo final"),
        ("approve final Ada", "approve reviewed Bo", "Bo reviewed"),
        ("edit reviewed Ada", "approve reviewed Bo", "Ada reviewed"),
        ("approve reviewed Ada", "edit reviewed Bo", "Bo reviewed"),
        ("edit reviewed Ada", "edit reviewed Bo", "Ada reviewed"),  # the same words
    ],
)
def test_who_is_named(normalize: Normalize, first: str, second: str, review: str) -> None:
    output, provenance = normalize(GOLD).text, normalize(GOLD).provenance()
    for action, state, reviewer in (first.split(), second.split()):
        words = "Cheers" if action == "edit" else ""
        decision = Decision(1, action, reviewer, words, state)  # type: ignore[arg-type]
        output, provenance = put(output, provenance, decision)
    found: Any = provenance["records"]
    assert " ".join(found[0]["review"].values()) == review


@pytest.mark.parametrize(
    ("decision", "message"),
    [
        (Decision(9, "approve", "Ada"), "record 9: the provenance has no such record"),
        (Decision(1, "edit", "Ada", "5 €"), "record 1: latin-1 cannot write .*choose other words"),
    ],
)
def test_refused(normalize: Normalize, decision: Decision, message: str) -> None:
    result = normalize(GOLD, "none", encoding="latin-1")
    with pytest.raises(InputError, match=message):
        put_into(result, decision)


def test_a_surrogate_pair_is_refused_though_its_halves_are_not(normalize: Normalize) -> None:
    result = normalize("\ud83d{Merci|Thanks}", "none")
    with pytest.raises(InputError, match="would put a surrogate pair at 0"):
        put_into(result, Decision(1, "edit", "Ada", "\ude00"))


def test_another_output_or_a_changed_one(normalize: Normalize) -> None:
    result = normalize(GOLD)
    provenance: Any = result.provenance()
    sha256 = provenance["output"]["sha256"]
    with pytest.raises(InputError, match=f"of SHA-256 {'0' * 12}…, not {sha256[:12]}…;"):
        apply(result.text, provenance, Decisions("0" * 64, ()))
    with pytest.raises(IntegrityError, match="output was changed"):
        put(result.text.replace("Oh", "Ah"), provenance)
    with pytest.raises(IntegrityError, match="provenance was changed"):
        put(result.text, {**provenance, "created": "2000-01-01T00:00:00Z"})
