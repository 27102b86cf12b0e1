"""People's decisions: put back, proven, and still leading to the same source."""

import json
import re
from collections.abc import Callable
from typing import Any, cast

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from onetongue.account import (
    NormalizedDocument,
    provenance_schema,
    revert,
    verify_provenance,
)
from onetongue.account.exports import to_xliff
from onetongue.document import Markers
from onetongue.errors import InputError, IntegrityError
from onetongue.review.apply import apply
from onetongue.review.decisions import Action, Decision, Decisions, load_decisions
from onetongue.review.xliff import read_xliff

Normalize = Callable[..., NormalizedDocument]
GOLD = "Oh {Merci|Thanks}, {2 non|?no}, {oui|yes}!\n"
CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TEXTS = st.text(
    st.one_of(st.sampled_from("<>&]\u00a0\u202f😀\n\r\t ⟦⟧\\é'\""), st.characters(codec="utf-8")),
    min_size=1,
).filter(str.strip)


def on(result: NormalizedDocument, *decisions: Decision) -> Decisions:
    provenance: Any = result.provenance()
    return Decisions(provenance["output"]["sha256"], decisions)


def put_back(result: NormalizedDocument, *decisions: Decision) -> tuple[str, Any]:
    return apply(result.text, result.provenance(), on(result, *decisions))


def settle(xliff: bytes, edits: dict[str, str], state: str = "reviewed") -> bytes:
    """Edit units as a translator's tool would: other prefixes, lines of its own, marks kept."""
    tree = etree.fromstring(xliff)
    for unit in tree.iter(f"{CORE}unit"):
        if unit.get("id") not in edits:
            continue
        segment = unit.find(f"{CORE}segment")
        segment.set("state", state)
        segment.attrib.pop("subState", None)
        target = segment.find(f"{CORE}target")
        inner = target[0] if len(target) and target[0].tag == f"{CORE}mrk" else target
        for child in inner:
            inner.remove(child)
        inner.text = edits[unit.get("id")]
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-16"))


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
    output, provenance = put_back(
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
    first, provenance = put_back(result, Decision(1, "reject", "Ada"))
    again = Decisions(provenance["output"]["sha256"], (Decision(3, "edit", "Bo", "yeah"),))
    output, new = apply(first, provenance, again)
    provenance = cast("Any", new)
    assert output == "Oh Merci, ⟦fr→en? 2: no⟧, ⟦fr→en 3: yeah⟧!\n"
    assert [record["id"] for record in provenance["records"]] == [2, 3]
    assert "review" not in provenance["records"][0]
    assert revert(output, provenance) == result.source.text


def test_an_edit_that_changes_nothing_is_an_approval(normalize: Normalize) -> None:
    result = normalize(GOLD)
    edited = put_back(result, Decision(1, "edit", "Ada", "Thanks"))
    assert edited == put_back(result, Decision(1, "approve", "Ada"))


def test_the_first_to_approve_is_named(normalize: Normalize) -> None:
    output, provenance = put_back(normalize(GOLD), Decision(1, "edit", "Ada", "Cheers"))
    sha256 = provenance["output"]["sha256"]
    same = apply(output, provenance, Decisions(sha256, (Decision(1, "approve", "Bo"),)))
    assert same == (output, provenance)
    final = Decision(1, "approve", "Bo", state="final")
    raised: Any = apply(output, provenance, Decisions(sha256, (final,)))[1]
    assert raised["records"][0]["review"] == {"reviewer": "Bo", "state": "final"}
    assert raised["records"][0]["translation"]["origin"] == "human"


def test_no_decisions_change_nothing(normalize: Normalize) -> None:
    result = normalize(GOLD)
    assert put_back(result) == (result.text, result.provenance())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.from_type(NormalizedDocument), st.data())
def test_whatever_is_decided_leads_back(result: NormalizedDocument, data: st.DataObject) -> None:
    decisions = []
    for record in result.records:
        action: Action | None = data.draw(st.sampled_from([None, "edit", "approve", "reject"]))
        text = data.draw(TEXTS) if action == "edit" else ""
        if action:
            decisions.append(Decision(record.id, action, "Ada", text))
    output, provenance = put_back(result, *decisions)
    assert revert(output, provenance) == result.source.text
    jsonschema.Draft202012Validator(provenance_schema()).validate(provenance)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(source=TEXTS, translation=TEXTS, edit=TEXTS)
def test_export_edit_import_verify_revert(
    normalize: Normalize, source: str, translation: str, edit: str
) -> None:
    assume(not set("|{}") & set(source + translation) and not translation.startswith("?"))
    assume(not NOT_XML.search(edit))
    result = normalize(f"Oh {{{source}|{translation}}}!\n")
    edited = settle(to_xliff(result.provenance()), {"r1": edit})
    decisions = read_xliff(edited, "a.xlf", reviewer="Ada")
    (decision,) = decisions.decisions
    assert (decision.action, decision.text) == (
        ("approve", "") if edit == translation else ("edit", edit)
    )
    output, provenance = apply(result.text, result.provenance(), decisions)
    verify_provenance(output, provenance, result.source.text)
    assert revert(output, provenance) == result.source.text
    assert to_xliff(provenance)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.from_type(NormalizedDocument))
def test_what_is_only_approved_comes_back_as_it_was(result: NormalizedDocument) -> None:
    xliff = to_xliff(result.provenance()).replace(b'state="translated"', b'state="final"')
    assume(all(record.translation.text.strip() for record in result.records))
    decisions = read_xliff(xliff, "a.xlf", reviewer="Ada")
    output, new = apply(result.text, result.provenance(), decisions)
    provenance: Any = new
    texts = [record["translation"]["text"] for record in provenance["records"]]
    assert texts == [record.translation.text for record in result.records]
    assert revert(output, provenance) == result.source.text


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


def test_what_cannot_be_applied(normalize: Normalize) -> None:
    result = normalize(GOLD, "none", encoding="latin-1")
    provenance: Any = result.provenance()
    with pytest.raises(InputError, match="record 9: the provenance has no such record"):
        put_back(result, Decision(9, "approve", "Ada"))
    with pytest.raises(InputError, match="record 1: latin-1 cannot write"):
        put_back(result, Decision(1, "edit", "Ada", "5 €"))
    with pytest.raises(InputError, match="made on another output"):
        apply(result.text, provenance, Decisions("0" * 64, ()))
    with pytest.raises(IntegrityError, match="changed after it was written"):
        apply(result.text + "x", provenance, on(result))


@pytest.mark.parametrize(
    ("review", "message"),
    [
        (None, r"records\[0\].review must be an object"),
        ({"state": "final"}, r"records\[0\].review.reviewer is missing"),
        ({"reviewer": "Ada", "state": "x"}, r"records\[0\].review.state must be one of reviewed"),
        (
            {"reviewer": " ", "state": "final"},
            r"records\[0\].review.reviewer must be a name, on one line",
        ),
    ],
)
def test_a_malformed_review_is_named(normalize: Normalize, review: object, message: str) -> None:
    result = normalize(GOLD)
    provenance: Any = result.provenance()
    provenance["records"][0]["review"] = review
    with pytest.raises(InputError, match=message):
        revert(result.text, provenance)


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


def test_only_settled_units_count(normalize: Normalize) -> None:
    xliff = to_xliff(normalize(GOLD).provenance())
    assert read_xliff(xliff, "a.xlf").decisions == ()
    edited = settle(settle(xliff, {"r1": "Cheers"}), {"r2": "no"}, "final")
    assert read_xliff(edited, "a.xlf", reviewer="Ada").decisions == (
        Decision(1, "edit", "Ada", "Cheers"),
        Decision(2, "approve", "Ada", state="final"),
    )
