"""Decisions applied: what they leave as it was, what they change, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.documents import TEXTS

from onetongue.account import NormalizedDocument, provenance_schema, revert, verify_provenance
from onetongue.document import Document, Evidence, Options, Region, Segment, Span, Translation
from onetongue.errors import InputError, IntegrityError
from onetongue.review.apply import apply
from onetongue.review.decisions import Action, Decision, Decisions

if TYPE_CHECKING:
    from support.documents import Normalize

    from onetongue.document import Markers

GOLD = "Oh {Merci|Thanks}, {2 non|?no}, {oui|yes}!\n"
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
    ("markers", "text"),
    [
        ("bracket", "Oh ⟦fr→en 1: Thank \\⟦you\\⟧⟧, ⟦fr→en 2: no⟧, oui!\n"),
        ("none", "Oh Thank ⟦you⟧, no, oui!\n"),
        (
            "footnote",
            "Oh Thank ⟦you⟧[^fr1], no[^fr2], oui!\n\n"
            "[^fr1]: Merci (caption, translated from fr by human, confidence 1.00)\n"
            "[^fr2]: 2 non (caption, translated from fr by argos 1.12.1, confidence 0.81)\n",
        ),
    ],
)
def test_edit_approve_reject(normalize: Normalize, markers: Markers, text: str) -> None:
    result = normalize(GOLD, markers)
    output, provenance = put_into(
        result,
        Decision(3, "reject", "Cy"),
        Decision(1, "edit", "Ada", "Thank ⟦you⟧"),
        Decision(2, "approve", "Bo", state="final"),
    )
    assert output == text
    verify_provenance(output, provenance, result.source.text)
    jsonschema.Draft202012Validator(provenance_schema()).validate(provenance)
    edited, approved = provenance["records"]
    assert edited["translation"] == {
        "text": "Thank ⟦you⟧",
        "origin": "human",
        "confidence": 1.0,
        "checks": {},
        "doubtful": False,
    }
    assert edited["review"] == {"reviewer": "Ada", "state": "reviewed"}
    assert approved["translation"] == {
        "text": "no",
        "origin": "engine",
        "confidence": 0.81,
        "checks": {},
        "doubtful": False,
    }
    assert approved["review"] == {"reviewer": "Bo", "state": "final"}
    assert provenance["left_alone"] == [
        {
            "source": {"start": 17, "end": 20, "text": "oui"},
            "language": "fr",
            "confidence": 0.998,
            "reason": "rejected by Cy",
        }
    ]


def test_ids_stay_and_a_second_round_goes_on(normalize: Normalize) -> None:
    result = normalize(GOLD)
    first, provenance = put_into(result, Decision(1, "reject", "Ada"))
    again = Decisions(provenance["output"]["sha256"], (Decision(3, "edit", "Bo", "yeah"),))
    output, new = apply(first, provenance, again)
    provenance = cast("Any", new)
    assert output == "Oh Merci, ⟦fr→en? 2: no⟧, ⟦fr→en 3: yeah⟧!\n"
    assert [record["id"] for record in provenance["records"]] == [2, 3]
    assert "review" not in provenance["records"][0]
    assert revert(output, provenance) == result.source.text


def test_an_edit_that_changes_nothing_is_an_approval(normalize: Normalize) -> None:
    result = normalize(GOLD)
    edited = put_into(result, Decision(1, "edit", "Ada", "Thanks"))
    assert edited == put_into(result, Decision(1, "approve", "Ada"))


def test_the_first_to_approve_is_named(normalize: Normalize) -> None:
    output, provenance = put_into(normalize(GOLD), Decision(1, "edit", "Ada", "Cheers"))
    sha256 = provenance["output"]["sha256"]
    same = apply(output, provenance, Decisions(sha256, (Decision(1, "approve", "Bo"),)))
    assert same == (output, provenance)
    final = Decision(1, "approve", "Bo", state="final")
    raised: Any = apply(output, provenance, Decisions(sha256, (final,)))[1]
    assert raised["records"][0]["review"] == {"reviewer": "Bo", "state": "final"}
    assert raised["records"][0]["translation"]["origin"] == "human"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.from_type(NormalizedDocument), st.data())
def test_whatever_is_decided_leads_back(result: NormalizedDocument, data: st.DataObject) -> None:
    decisions = []
    for record in result.records:
        action: Action | None = data.draw(st.sampled_from([None, "edit", "approve", "reject"]))
        text = data.draw(TEXTS) if action == "edit" else ""
        if action:
            decisions.append(Decision(record.id, action, "Ada", text))
    output, provenance = put_into(result, *decisions)
    assert revert(output, provenance) == result.source.text
    jsonschema.Draft202012Validator(provenance_schema()).validate(provenance)


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
    with pytest.raises(
        InputError, match=f"made on another output, of SHA-256 {'0' * 12}…, not {sha256[:12]}…;"
    ):
        apply(result.text, provenance, Decisions("0" * 64, ()))
    for output in (result.text.replace("Oh", "Ah"), result.text + "x"):
        with pytest.raises(IntegrityError, match="output was changed after it was written"):
            put(output, provenance)
    with pytest.raises(IntegrityError, match="provenance was changed"):
        put(result.text, {**provenance, "created": "2000-01-01T00:00:00Z"})


@pytest.mark.parametrize("markers", STYLES)
def test_what_was_taken_out(markers: Markers) -> None:
    document = Document("Thanks. Merci.", (Region(Span(0, 14), "paragraph", "running text"),))
    found = Segment(Span(8, 14), "Merci.", "sentence", "fr", Evidence(0.9, "all French"))
    options = Options(markers=markers)
    result = NormalizedDocument.of(
        document, [(found, Translation("", "rule", 1.0))], options=options
    )
    output, provenance = put_into(result, Decision(1, "approve", "Ada"))
    assert output == "Thanks. "
    assert provenance["records"][0]["review"] == {"reviewer": "Ada", "state": "reviewed"}
    assert put_into(result, Decision(1, "reject", "Ada"))[0] == document.text
    with pytest.raises(InputError, match="was taken out; reject that"):
        put_into(result, Decision(1, "edit", "Ada", "Cheers."))
