"""The provenance: what is in it, that its schema says so, and that it can be made again."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_args

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onetongue.account import (
    NormalizedDocument,
    load_provenance,
    provenance_bytes,
    provenance_schema,
    read_provenance,
    revert,
    sealed,
)
from onetongue.account.provenance import digest
from onetongue.document import (
    CheckResult,
    Document,
    Evidence,
    Markers,
    NotRead,
    Options,
    Origin,
    Parallel,
    Segment,
    SegmentKind,
    Span,
    Translation,
)
from onetongue.errors import InputError

Normalize = Callable[..., NormalizedDocument]
SCHEMA: Any = provenance_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@pytest.fixture(autouse=True)
def _fixed_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795451400")


def test_the_schema_is_a_schema_and_knows_the_words_of_the_contract() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    record = SCHEMA["$defs"]["record"]["properties"]
    translation = record["translation"]["properties"]
    markers = SCHEMA["properties"]["output"]["properties"]["markers"]
    assert set(record["kind"]["enum"]) == set(get_args(SegmentKind))
    assert set(markers["enum"]) == set(get_args(Markers))
    assert set(translation["origin"]["enum"]) == set(get_args(Origin))
    checks = translation["checks"]["additionalProperties"]
    assert set(checks["enum"]) == set(get_args(CheckResult))


def test_what_is_several_has_commas_between_as_on_the_command_line() -> None:
    options = Options(source=("fr", "es"), fields=("title", "article.body"))
    provenance: Any = NormalizedDocument.of(Document("Oh.", ()), [], options=options).provenance()
    VALIDATOR.validate(json.loads(provenance_bytes(provenance)))
    assert (provenance["options"]["source"], provenance["options"]["fields"]) == (
        "fr,es",
        "title,article.body",
    )


def test_the_whole_account(normalize: Normalize) -> None:
    provenance = normalize("Oh {Merci|?Thanks}.\n", "footnote").provenance()
    tool: Any = provenance["tool"]
    assert tool.keys() == {"name", "version"}
    assert tool["name"] == "onetongue"
    notes = "\n[^fr1]: Merci (caption, translated from fr by argos 1.12.1, confidence 0.81, doubtful: numbers)\n"
    body = b"Oh Thanks[^fr1].\n"
    length = len(body) + len(notes)
    assert provenance == {
        "schema": "onetongue/1",
        "tool": tool,
        "created": "2026-11-23T16:30:00Z",
        "source": {
            "name": "article.txt",
            "format": "text",
            "sha256": hashlib.sha256(b"Oh Merci.\n").hexdigest(),
            "length": 10,
            "encoding": "utf-8",
        },
        "output": {
            "sha256": hashlib.sha256(body + notes.encode()).hexdigest(),
            "length": length,
            "markers": "footnote",
            "notes": {"start": length - len(notes), "end": length},
        },
        "options": {
            "source": "fr",
            "target": "en",
            "markers": "footnote",
            "format": "auto",
            "on_doubt": "translate",
            "parallel": "translate",
            "min_confidence": 0.5,
            "engine": "auto",
            "model": None,
            "glossary": None,
            "memory": None,
            "fields": "",
            "on_error": "fail",
        },
        "engine": {
            "name": "argos",
            "version": "1.12.1",
            "model": "translate-fr_en-1_9",
            "sha256": "ab" * 32,
            "runtime": "ctranslate2",
            "compute_type": "int8",
            "isa": "AVX2",
        },
        "records": [
            {
                "id": 1,
                "kind": "caption",
                "language": "fr",
                "source": {"start": 3, "end": 8, "text": "Merci"},
                "target": {"start": 3, "end": 15, "text": "Thanks[^fr1]"},
                "detection": {"confidence": 0.998, "reason": "all words French"},
                "translation": {
                    "text": "Thanks",
                    "origin": "engine",
                    "confidence": 0.81,
                    "checks": {"numbers": "failed"},
                    "doubtful": True,
                },
            }
        ],
        "left_alone": [],
        "not_read": [],
        "digest": digest(provenance),
    }


def test_words_that_are_not_english_are_told_where_there_are_any() -> None:
    document = Document("Oh Merci.\n", ())
    found = Segment(Span(3, 8), "Merci", "caption", "fr", Evidence(0.9, "all French"))
    checks: tuple[tuple[str, CheckResult], ...] = (("language", "failed"),)
    made = Translation("Muchas thanks", "engine", 0.8, checks, foreign_words=("Muchas",))
    options = Options(markers="footnote")
    result = NormalizedDocument.of(document, [(found, made)], options=options)
    provenance: Any = json.loads(provenance_bytes(result.provenance()))
    VALIDATOR.validate(provenance)
    assert provenance["records"][0]["translation"]["foreign_words"] == ["Muchas"]
    assert "confidence 0.80, doubtful: language: Muchas)" in result.text
    (record,) = read_provenance(provenance).records
    assert record.translation == made


def test_the_digest_is_of_what_is_said_not_of_how_it_is_laid_out(normalize: Normalize) -> None:
    provenance = normalize("Oh {Merci|Thanks}.\n").provenance()
    said = {key: value for key, value in provenance.items() if key != "digest"}
    canonical = json.dumps(said, sort_keys=True, separators=(",", ":")).encode()
    assert provenance["digest"] == hashlib.sha256(canonical).hexdigest()
    for indent in (None, 8):
        laid_out = json.dumps(provenance, sort_keys=True, indent=indent).encode()
        assert digest(load_provenance(laid_out)) == provenance["digest"]
    assert sealed({**provenance, "digest": "of another"}) == provenance
    assert digest({**provenance, "created": "2026-11-23T16:30:01Z"}) != provenance["digest"]


@pytest.mark.parametrize("value", [float("nan"), {1, 2}, b"bytes", [{1: 2, "1": 3}]])
def test_what_is_not_json_has_no_digest(value: object) -> None:
    with pytest.raises(InputError, match="provenance: cannot be written as JSON"):
        digest({"schema": value})


def test_no_engine_and_no_notes(normalize: Normalize) -> None:
    provenance: Any = normalize("English.", engine=None).provenance()
    assert provenance["engine"] is None
    assert "notes" not in provenance["output"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.from_type(NormalizedDocument))
def test_every_provenance_satisfies_the_schema(result: NormalizedDocument) -> None:
    provenance: Any = result.provenance()
    VALIDATOR.validate(provenance)
    for record in provenance["records"]:
        source, target = record["source"], record["target"]
        assert result.source.text[source["start"] : source["end"]] == source["text"]
        assert result.text[target["start"] : target["end"]] == target["text"]
    for entry in provenance["left_alone"]:
        source = entry["source"]
        assert result.source.text[source["start"] : source["end"]] == source["text"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.from_type(NormalizedDocument))
def test_provenance_is_reproducible_and_survives_its_file(result: NormalizedDocument) -> None:
    content = provenance_bytes(result.provenance())
    assert content == provenance_bytes(result.provenance())
    assert json.loads(content) == json.loads(json.dumps(result.provenance()))
    assert provenance_bytes(load_provenance(content)) == content


def test_created_is_now_without_source_date_epoch(
    normalize: Normalize, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    provenance = normalize("{oui|yes}").provenance()
    VALIDATOR.validate(provenance)
    assert str(provenance["created"]) > "2026"


@pytest.mark.parametrize("epoch", ["", "now", "1e9", "9" * 30])
def test_source_date_epoch_must_be_a_number(
    normalize: Normalize, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(InputError, match="SOURCE_DATE_EPOCH"):
        normalize("{oui|yes}").provenance()


def test_a_text_its_encoding_cannot_write_has_no_provenance(normalize: Normalize) -> None:
    with pytest.raises(InputError, match="cp1252 cannot write"):
        normalize("{oui|yes}", "bracket", encoding="cp1252").provenance()


def test_what_was_not_read_is_in_the_account() -> None:
    left_out = (
        NotRead(7, "raw HTML", "it is no Markdown", "line 7: raw HTML is not read"),
        NotRead("header, paragraph 2", "the paragraph", "its elements are odd"),
    )
    document = Document("Nothing foreign.", (), not_read=left_out)
    result = NormalizedDocument.of(document, [], options=Options())
    assert result.not_read == left_out
    provenance = result.provenance()
    assert provenance["not_read"] == [
        {"where": 7, "what": "raw HTML", "why": "it is no Markdown"},
        {"where": "header, paragraph 2", "what": "the paragraph", "why": "its elements are odd"},
    ]
    VALIDATOR.validate(provenance)
    for where in (0, None, True, 1.5):
        entry = {"where": where, "what": "raw HTML", "why": "it is no Markdown"}
        assert not VALIDATOR.is_valid({**provenance, "not_read": [entry]})


def test_what_is_there_twice_is_in_the_account(normalize: Normalize) -> None:
    result = normalize("Oh {Merci|Thanks}.\n")
    assert "parallel" not in result.provenance()
    parallel = Parallel("fr", "French", (Span(3, 8),), 0.4821)
    provenance: Any = replace(result, parallel=(parallel,)).provenance()
    VALIDATOR.validate(provenance)
    assert provenance["parallel"] == [
        {"language": "fr", "name": "French", "share": 0.4821, "segments": [{"start": 3, "end": 8}]}
    ]


def test_what_was_taken_out_has_no_text_in_the_output() -> None:
    document = Document("Oh Merci.\n", ())
    found = Segment(Span(3, 8), "Merci", "caption", "fr", Evidence(0.9, "all French"))
    result = NormalizedDocument.of(
        document, [(found, Translation("", "rule", 1.0))], options=Options()
    )
    provenance: Any = result.provenance()
    VALIDATOR.validate(provenance)
    assert result.text == "Oh .\n"
    assert provenance["records"][0]["target"] == {"start": 3, "end": 3, "text": ""}
    assert read_provenance(provenance).records == result.records
    assert revert(result.text, provenance) == document.text
