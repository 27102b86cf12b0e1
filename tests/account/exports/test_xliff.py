"""XLIFF against a schema written from the specification, and opened by another tool."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from support.command import python
from support.documents import decided

from onetongue.account import NormalizedDocument, sealed
from onetongue.account.exports import to_xliff
from onetongue.errors import InputError
from onetongue.review.decisions import Decision

Normalize = Callable[..., NormalizedDocument]
SCHEMAS = Path(__file__).parent / "schemas"
SCHEMA = etree.XMLSchema(etree.parse(SCHEMAS / "xliff.xsd"))
NAMES = {
    "x": "urn:oasis:names:tc:xliff:document:2.0",
    "mtc": "urn:oasis:names:tc:xliff:matches:2.0",
    "mda": "urn:oasis:names:tc:xliff:metadata:2.0",
    "its": "http://www.w3.org/2005/11/its",
}
GOLD = "Oh {Merci|Thanks}, {2 non|?no}!\n"
HARD = "<a & b> ]]> \u00a0«\u202f😀» \r\n\t\x01\ud800 <!-- -->"
# The toolkit's package is called `translate`, as our folder of tests is: a process of its own.
OPEN = """
import json, sys
from translate.storage.xliff2 import Xliff2File
opened = Xliff2File.parsefile(sys.argv[1])
units = [[u.source, u.target, u.istranslatable()] for u in opened.units]
open(sys.argv[2], "wb").write(bytes(opened))
print(json.dumps(units))
"""


def parse(provenance: Any) -> Any:
    tree = etree.fromstring(to_xliff(provenance))
    SCHEMA.assertValid(tree)
    return tree


def text(element: Any) -> str:
    """The text of an element, `<cp>` read as the character."""
    cp = f"{{{NAMES['x']}}}cp"
    inner = "".join(text(child) + (child.tail or "") for child in element)
    return (chr(int(element.get("hex"), 16)) if element.tag == cp else element.text or "") + inner


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.from_type(NormalizedDocument))
def test_every_export_is_valid_and_says_it_all(result: NormalizedDocument) -> None:
    tree = parse(result.provenance())
    units = tree.findall(".//x:unit", NAMES)
    assert len(units) == len(result.records) + len(result.left_alone)
    for unit, record in zip(units, result.records, strict=False):
        assert unit.get("id") == f"r{record.id}"
        assert text(unit.find("x:segment/x:source", NAMES)) == record.original
        assert text(unit.find("x:segment/x:target", NAMES)) == record.translation.text
        candidates = unit.findall("mtc:matches/mtc:match/x:target", NAMES)
        is_candidate = record.translation.origin not in {"human", "rule"}
        wanted = [record.translation.text] if is_candidate else []
        assert [text(candidate) for candidate in candidates] == wanted
    for unit, stretch in zip(units[len(result.records) :], result.left_alone, strict=True):
        assert unit.get("translate") == "no"
        assert text(unit.find("x:segment/x:source", NAMES)) == stretch.text
        assert unit.find("x:segment/x:target", NAMES) is None


def test_what_a_unit_tells(normalize: Normalize) -> None:
    tree = parse(normalize(GOLD).provenance())
    its = f"{{{NAMES['its']}}}"
    file = tree.find("x:file", NAMES)
    assert (tree.get("srcLang"), tree.get("trgLang"), tree.get(f"{its}version")) == (
        ("fr", "en", "2.0")
    )
    assert file.get("original") == "article.txt"
    assert file.get(f"{its}annotatorsRef") == (
        "mt-confidence|urn:onetongue:engine:argos%201.12.1%20translate-fr_en-1_9"
    )
    unit, doubtful = tree.findall(".//x:unit", NAMES)
    assert unit.get(f"{its}tool") == "argos 1.12.1 translate-fr_en-1_9"
    segment = unit.find("x:segment", NAMES)
    assert (segment.get("state"), segment.get("subState")) == ("translated", "ont:mt-unreviewed")
    assert segment.find("x:target/x:mrk", NAMES).get(f"{its}mtConfidence") == "0.8100"
    match = unit.find("mtc:matches/mtc:match", NAMES)
    assert (match.get("type"), match.get("matchQuality")) == ("mt", "81.00")
    assert match.get("ref") == "#" + segment.find("x:source/x:mrk", NAMES).get("id")
    facts = {meta.get("type"): meta.text for meta in unit.iterfind(".//mda:meta", NAMES)}
    assert facts == {
        "kind": "caption",
        "span": "3-8",
        "language": "fr",
        "detectionConfidence": "0.998",
        "detectionReason": "all words French",
    }
    assert doubtful.find("x:segment", NAMES).get("subState") == "ont:mt-doubtful"
    assert doubtful.find(".//mda:meta[@type='checksFailed']", NAMES).text == "numbers"


def test_no_machine_is_named_for_what_a_rule_made(normalize: Normalize) -> None:
    provenance: Any = normalize("A {12 345|12,345}.\n", engine=None).provenance()
    provenance["records"][0]["translation"]["origin"] = "rule"
    made = to_xliff(sealed(provenance))
    assert not any(word in made for word in (b"its:tool", b"mtConfidence", b"annotatorsRef"))
    (unit,) = parse(sealed(provenance)).findall(".//x:unit", NAMES)
    assert unit.find("mtc:matches", NAMES) is None
    assert unit.find("x:segment", NAMES).get("subState") == "ont:rule-unreviewed"


def test_what_people_decided(normalize: Normalize) -> None:
    chosen = (Decision(1, "edit", "Ada", "Thank <you>", "final"), Decision(2, "approve", "Bo & Co"))
    reviewed = decided(normalize(GOLD), *chosen)
    edited, approved = parse(reviewed).findall(".//x:unit", NAMES)
    its = f"{{{NAMES['its']}}}"
    assert edited.get(f"{its}revPerson") == "Ada"
    assert edited.get(f"{its}tool") is None
    assert dict(edited.find("x:segment", NAMES).attrib) == {
        "id": "s1",
        "state": "final",
        "subState": "ont:edited",
    }
    assert edited.find("mtc:matches", NAMES) is None
    assert edited.find("x:segment/x:target/x:mrk", NAMES) is None
    assert approved.get(f"{its}revPerson") == "Bo & Co"
    assert approved.find("x:segment", NAMES).get("state") == "reviewed"
    assert approved.find("x:segment", NAMES).get("subState") == "ont:approved"


@pytest.mark.parametrize(
    ("languages", "srclang"), [((), "und"), (("fr", "fr"), "fr"), (("fr", "de"), "mul")]
)
def test_the_language_of_the_sources(
    normalize: Normalize, languages: tuple[str, ...], srclang: str
) -> None:
    left_alone = [
        {
            "source": {"start": at, "end": at + 1, "text": "abc"[at]},
            "language": language,
            "confidence": 0.5,
            "reason": "a & b\x01",
        }
        for at, language in enumerate(languages)
    ]
    provenance = sealed({**normalize("abc").provenance(), "left_alone": left_alone})
    assert parse(provenance).get("srcLang") == srclang


def test_a_malformed_provenance_is_refused(normalize: Normalize) -> None:
    provenance = normalize(GOLD).provenance()
    with pytest.raises(InputError, match="created must be a time"):
        to_xliff(sealed({**provenance, "created": "yesterday"}))
    with pytest.raises(InputError, match=r"options\.target is missing"):
        to_xliff(sealed({**provenance, "options": {}}))


def test_another_tool_opens_and_keeps_it(normalize: Normalize, tmp_path: Path) -> None:
    hard = HARD.replace("\x01\ud800", "")  # the toolkit leaves <cp> out of what it shows
    result = normalize(f"Oh {{{hard}|Thanks {hard}}}!")
    made: Any = result.provenance()
    made["left_alone"] = [
        {
            "source": {"start": 0, "end": 2, "text": "Oh"},
            "language": "fr",
            "confidence": 0.5,
            "reason": "proper name",
        }
    ]
    before, after = tmp_path / "before.xlf", tmp_path / "after.xlf"
    before.write_bytes(to_xliff(sealed(made)))
    ran = python(OPEN, str(before), str(after), folder=tmp_path)
    assert ran.code == 0, ran.err
    units = json.loads(ran.out)
    assert [unit[0] for unit in units] == [hard, "Oh"]
    assert units[0][1] == f"Thanks {hard}"
    one, other = (etree.parse(path) for path in (before, after))
    assert etree.tostring(one, method="c14n") == etree.tostring(other, method="c14n")
