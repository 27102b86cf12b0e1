"""PROV: what did not change has no entity, and who is said to have done what."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support.documents import decided

from onetongue.account import sealed
from onetongue.account.exports import to_prov
from onetongue.errors import InputError
from onetongue.review.decisions import Decision

if TYPE_CHECKING:
    from support.documents import Normalize


def prov(provenance: Any) -> Any:
    return json.loads(to_prov(provenance))


def pairs(relations: Any) -> list[tuple[str, ...]]:
    """The ends of each relation, without "ont:"."""
    return [tuple(end.removeprefix("ont:") for end in one.values()) for one in relations.values()]


def test_what_did_not_change(normalize: Normalize) -> None:
    provenance: Any = normalize("Nothing French.\n", engine=None).provenance()
    made = prov(provenance)
    assert list(made["entity"]) == ["ont:source", "ont:output"]
    assert list(made["agent"]) == ["ont:onetongue"]
    assert pairs(made["wasAttributedTo"]) == [("output", "onetongue")]
    assert pairs(made["wasDerivedFrom"]) == [("output", "source")]


def test_a_run(normalize: Normalize) -> None:
    result = normalize("{Merci|Thanks}, {non|no}, {oui|yes}, {chat|cat}")
    choices = (
        Decision(2, "approve", "Bo", state="final"),
        Decision(3, "edit", "Ada", "yeah"),
        Decision(4, "approve", "Bo"),
    )
    provenance = decided(result, *choices)
    made = prov(provenance)
    records = [f"record-{number}" for number in (1, 2, 3, 4)]
    assert made["prefix"] == {"ont": f"urn:onetongue:sha256:{provenance['output']['sha256']}:"}
    assert made["activity"] == {
        "ont:normalize": {"prov:label": "normalize", "prov:endTime": provenance["created"]}
    }
    agents = {
        name.removeprefix("ont:"): (one["prov:type"]["$"], one["prov:label"])
        for name, one in made["agent"].items()
    }
    assert agents == {
        "onetongue": ("prov:SoftwareAgent", f"onetongue {provenance['tool']['version']}"),
        "engine": ("prov:SoftwareAgent", "argos 1.12.1 translate-fr_en-1_9"),
        "person-1": ("prov:Person", "Bo"),
        "person-2": ("prov:Person", "Ada"),
    }
    assert pairs(made["used"]) == [("normalize", "source")]
    assert pairs(made["wasGeneratedBy"]) == [(one, "normalize") for one in ("output", *records)]
    assert pairs(made["wasDerivedFrom"]) == [(one, "source") for one in ("output", *records)]
    assert pairs(made["wasAssociatedWith"]) == [("normalize", "onetongue"), ("normalize", "engine")]
    assert pairs(made["wasAttributedTo"]) == [
        ("output", "onetongue"),
        ("record-1", "engine"),
        ("record-2", "person-1"),
        ("record-3", "person-2"),
        ("record-4", "person-1"),
    ]
    assert list(made["used"]) == ["_:used-1"]


def test_an_entity(normalize: Normalize) -> None:
    provenance = decided(normalize("Oh {Merci|Thanks}, {non|no}"), Decision(2, "approve", "Bo"))
    entities = prov(provenance)["entity"]
    for name in ("source", "output"):
        assert entities[f"ont:{name}"] == {
            "prov:label": "article.txt",
            "ont:sha256": provenance[name]["sha256"],
        }
    assert entities["ont:record-1"] == {
        "prov:label": "Thanks",
        "ont:kind": "caption",
        "ont:language": "fr",
        "ont:start": 3,
        "ont:end": 8,
        "ont:origin": "engine",
        "ont:confidence": 0.81,
    }
    assert entities["ont:record-2"]["ont:state"] == "reviewed"


@pytest.mark.parametrize(
    ("origin", "has_engine", "agent"),
    [
        ("engine", False, "onetongue"),
        ("memory", True, "onetongue"),
        ("human", True, "onetongue"),
        ("engine", True, "engine"),
    ],
)
def test_who_made_a_record(
    normalize: Normalize, origin: str, agent: str, *, has_engine: bool
) -> None:
    provenance: Any = normalize("{Merci|Thanks}").provenance()
    provenance["records"][0]["translation"]["origin"] = origin
    if not has_engine:
        provenance["engine"] = None
    assert pairs(prov(sealed(provenance))["wasAttributedTo"])[1] == ("record-1", agent)


def test_malformed(normalize: Normalize) -> None:
    provenance: Any = normalize("{Merci|Thanks}").provenance()
    with pytest.raises(InputError, match="tool must be an object"):
        to_prov(sealed({**provenance, "tool": 3}))
