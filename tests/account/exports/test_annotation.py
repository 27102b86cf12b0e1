"""Web Annotations: none for what did not change, and all that one says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from support.documents import decided

from onetongue.account import sealed
from onetongue.account.exports import to_annotation
from onetongue.errors import InputError, IntegrityError
from onetongue.review.decisions import Decision

if TYPE_CHECKING:
    from support.documents import Normalize

ENGINE = "argos 1.12.1 translate-fr_en-1_9"


def told(provenance: Any) -> Any:
    return json.loads(to_annotation(provenance))


def test_nothing_is_said_of_what_did_not_change(normalize: Normalize) -> None:
    made = told(normalize("Nothing French.\n").provenance())
    assert (made["total"], made["first"]["items"]) == (0, [])
    rejected = decided(normalize("Oh {Merci|Thanks}!\n"), Decision(1, "reject", "Ada"))
    assert told(rejected)["total"] == 0


def test_an_annotation(normalize: Normalize) -> None:
    provenance: Any = normalize("😀 {Merci|Thanks}!\n", name="é.txt").provenance()
    made = told(provenance)
    collection = f"urn:onetongue:annotations:{provenance['output']['sha256']}"
    page = made.pop("first")
    assert made == {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": collection,
        "type": "AnnotationCollection",
        "label": "Translations in é.txt",
        "total": 1,
    }
    (item,) = page.pop("items")
    assert page == {
        "id": f"{collection}:page-1",
        "type": "AnnotationPage",
        "partOf": collection,
        "startIndex": 0,
    }
    tool = f"onetongue {provenance['tool']['version']}"
    assert item == {
        "id": f"{collection}:record-1",
        "type": "Annotation",
        "motivation": "editing",
        "created": provenance["created"],
        "creator": {
            "id": f"urn:onetongue:software:{ENGINE.replace(' ', '%20')}",
            "type": "Software",
            "name": ENGINE,
        },
        "generator": {
            "id": f"urn:onetongue:software:{tool.replace(' ', '%20')}",
            "type": "Software",
            "name": tool,
        },
        "body": {
            "type": "TextualBody",
            "value": "Thanks",
            "format": "text/plain",
            "language": "en",
        },
        "target": {
            "source": {
                "id": f"urn:onetongue:sha256:{provenance['source']['sha256']}",
                "type": "Text",
                "label": "é.txt",
            },
            "selector": [
                {"type": "TextPositionSelector", "start": 2, "end": 7},
                {"type": "TextQuoteSelector", "exact": "Merci"},
            ],
        },
    }


def test_who_made_it(normalize: Normalize) -> None:
    result = normalize("{Merci|Thanks}, {non|no}, {oui|yes}")
    made = decided(result, Decision(2, "approve", "Ada B"), Decision(3, "edit", "Bo", "yeah"))
    ada, bo = ({"id": f"urn:onetongue:person:{i}", "type": "Person"} for i in ("Ada%20B", "Bo"))
    creators = [item["creator"] for item in told(made)["first"]["items"]]
    assert creators[0]["name"] == ENGINE
    assert creators[1:] == [ada | {"name": "Ada B"}, bo | {"name": "Bo"}]
    made["records"][0]["translation"]["origin"] = "human"  # of a memory, which does not say whose
    assert told(sealed(made))["first"]["items"][0]["creator"] == {"type": "Person"}


def test_malformed(normalize: Normalize) -> None:
    provenance: Any = normalize("{Merci|Thanks}").provenance()
    with pytest.raises(InputError, match="created must be a time"):
        to_annotation(sealed({**provenance, "created": ""}))
    with pytest.raises(IntegrityError, match="digest"):
        to_annotation({**provenance, "created": "2026-11-23T16:30:00Z"})


@pytest.mark.parametrize("origin", ["glossary", "rule"])
def test_an_engine_that_was_not_asked_created_nothing(normalize: Normalize, origin: str) -> None:
    provenance: Any = normalize("Oh {Merci|Thanks}!\n").provenance()
    provenance["records"][0]["translation"]["origin"] = origin
    (item,) = told(sealed(provenance))["first"]["items"]
    assert item["creator"] == item["generator"]
