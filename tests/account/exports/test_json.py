"""Web Annotation and PROV-JSON against schemas written from the specifications."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.documents import decided

from onetongue.account import NormalizedDocument, sealed
from onetongue.account.exports import to_annotation, to_prov
from onetongue.review.decisions import Decision

Normalize = Callable[..., NormalizedDocument]
GOLD = "Oh 😀 {Merci|Thanks}, {2 non|?no}!\n"


def valid(name: str, content: bytes) -> Any:
    schema = json.loads((Path(__file__).parent / "schemas" / f"{name}.schema.json").read_text())
    value = json.loads(content)
    jsonschema.Draft202012Validator(schema).validate(value)
    return value


@pytest.fixture
def reviewed(normalize: Normalize) -> Any:
    return decided(normalize(GOLD), Decision(1, "edit", "Ada", "Thank you"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.from_type(NormalizedDocument))
def test_every_export_is_valid(result: NormalizedDocument) -> None:
    provenance = result.provenance()
    items = valid("annotation", to_annotation(provenance))["first"]["items"]
    assert len(items) == len(result.records)
    entities = valid("prov", to_prov(provenance))["entity"]
    assert len(entities) == len(result.records) + 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.from_type(NormalizedDocument))
def test_selectors_find_the_original(result: NormalizedDocument) -> None:
    made = to_annotation(result.provenance()).decode()
    items = json.loads(made.replace("\\ud", "\\\\ud"))["first"]["items"]  # lone surrogates stay
    for item, record in zip(items, result.records, strict=True):
        position, quote = item["target"]["selector"]
        stretch = result.source.text[position["start"] : position["end"]]
        assert stretch == record.original
        assert quote["exact"] == stretch.encode("utf-8", "backslashreplace").decode()


def test_annotations_of_machine_and_person(reviewed: Any) -> None:
    made = valid("annotation", to_annotation(reviewed))
    assert made["total"] == 2
    edited, machine = made["first"]["items"]
    assert edited["creator"]["type"] == "Person"
    assert edited["creator"]["name"] == "Ada"
    assert edited["body"] == {
        "type": "TextualBody",
        "value": "Thank you",
        "format": "text/plain",
        "language": "en",
    }
    assert edited["target"]["selector"] == [
        {"type": "TextPositionSelector", "start": 5, "end": 10},
        {"type": "TextQuoteSelector", "exact": "Merci"},
    ]
    assert machine["creator"]["name"] == "argos 1.12.1 translate-fr_en-1_9"
    assert machine["generator"]["name"].startswith("onetongue ")


def test_a_person_without_a_name(normalize: Normalize) -> None:
    provenance: Any = normalize(GOLD).provenance()
    provenance["records"][0]["translation"]["origin"] = "human"
    item = valid("annotation", to_annotation(sealed(provenance)))["first"]["items"][0]
    assert item["creator"] == {"type": "Person"}


def test_no_machine_is_named_for_what_a_rule_made(normalize: Normalize) -> None:
    provenance: Any = normalize(GOLD).provenance()
    provenance["records"][0]["translation"]["origin"] = "rule"
    ruled, machine = valid("annotation", to_annotation(sealed(provenance)))["first"]["items"]
    assert ruled["creator"]["name"].startswith("onetongue ")
    assert machine["creator"]["name"].startswith("argos ")
    made = valid("prov", to_prov(sealed(provenance)))
    assert made["entity"]["ont:record-1"]["ont:origin"] == "rule"
    attributed = {one["prov:entity"]: one["prov:agent"] for one in made["wasAttributedTo"].values()}
    assert attributed["ont:record-1"] == "ont:onetongue"


def test_prov_names_who_did_what(reviewed: Any) -> None:
    made = valid("prov", to_prov(reviewed))
    assert made["entity"]["ont:source"]["ont:sha256"] == reviewed["source"]["sha256"]
    assert made["entity"]["ont:output"]["ont:sha256"] == reviewed["output"]["sha256"]
    assert made["activity"]["ont:normalize"]["prov:endTime"] == reviewed["created"]
    assert made["agent"]["ont:person-1"]["prov:label"] == "Ada"
    attributed = {
        relation["prov:entity"]: relation["prov:agent"]
        for relation in made["wasAttributedTo"].values()
    }
    assert attributed == {
        "ont:output": "ont:onetongue",
        "ont:record-1": "ont:person-1",
        "ont:record-2": "ont:engine",
    }
    names = {*made["entity"], *made["activity"], *made["agent"]}
    relations = ("used", "wasGeneratedBy", "wasDerivedFrom", "wasAssociatedWith", "wasAttributedTo")
    for relation in relations:
        assert made[relation]
        assert names.issuperset(
            name for ends in made[relation].values() for name in ends.values()
        ), relation
