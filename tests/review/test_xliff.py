"""XLIFF that people edited: units that decide nothing, and what the others decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from lxml import etree
from support.documents import TEXTS

from onetongue.account import NormalizedDocument, revert, verify_provenance
from onetongue.account.exports import to_xliff
from onetongue.account.exports.xliff import CORE
from onetongue.characters import NOT_XML
from onetongue.errors import InputError
from onetongue.review.apply import apply
from onetongue.review.decisions import Decision, Decisions
from onetongue.review.xliff import read_xliff

if TYPE_CHECKING:
    from support.documents import Normalize

GOLD = "Oh {Merci|Thanks}, {2 non|?no}, {oui|yes}!\n"

CANDIDATE = (
    '<mtc:matches><mtc:match ref="#m"><source>chat</source><target>{}</target></mtc:match>'
    "</mtc:matches>"
)


def xliff(*units: str) -> bytes:
    return (
        '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"'
        ' xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"'
        ' xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"'
        ' xmlns:its="http://www.w3.org/2005/11/its"><file id="f"><mda:metadata><mda:metaGroup>'
        '<mda:meta type="outputSha256">ab</mda:meta><mda:meta type="other">cd</mda:meta>'
        f"</mda:metaGroup></mda:metadata>{''.join(units)}</file></xliff>"
    ).encode()


def unit(
    target: str, candidate: str = "", *, state: str = ' state="reviewed"', name: str = "r1"
) -> str:
    matches = CANDIDATE.format(candidate) if candidate else ""
    return (
        f'<unit id="{name}">{matches}<segment{state}><source>chat</source>{target}</segment></unit>'
    )


# Nobody settled these.
NOTHING = [
    "",
    unit("<target>cat</target>", state=""),
    unit("<target>cat</target>", state=' state="initial"'),
    unit("<target>cat</target>", state=' state="translated"'),
    unit("<target>cat</target>", state=' state="translated"', name="not ours"),
    unit("<target><ph/>cat</target>", state=""),
    unit("", "cat"),  # no target of its own
    '<group id="g"><unit id="l1" translate="no"><segment><source>a</source></segment></unit></group>',
    '<notes><note><target>cat</target></note></notes><cp hex="x"/><segment state="final"/>',
]


@pytest.mark.parametrize("units", NOTHING)
def test_decides_nothing(units: str) -> None:
    found = read_xliff(xliff(units), "a.xlf", reviewer="Ada")
    assert (found.output_sha256, found.decisions) == ("ab", ())


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        (unit("<target>cat</target>", "cat"), ("approve", "")),
        (unit("<target>the cat</target>", "cat"), ("edit", "the cat")),
        (unit("<target>cat</target>"), ("edit", "cat")),
        (unit('<target>a<cp hex="0a"/>b</target>', 'a<cp hex="000A"/>b'), ("approve", "")),
        (unit('<target><mrk id="m">c</mrk>at</target>', "cat"), ("approve", "")),
        (
            unit("<target>cat</target>", "cat</target></mtc:match><mtc:match><target>dog"),
            ("approve", ""),
        ),
        (unit('<target><cp hex="10FFFF"/></target>'), ("edit", "\U0010ffff")),
    ],
)
def test_decides(units: str, expected: tuple[str, str]) -> None:
    (found,) = read_xliff(xliff(units), "a.xlf", reviewer="Ada").decisions
    assert (found.id, found.action, found.text, found.state) == (1, *expected, "reviewed")


def test_several_units() -> None:
    units = (
        unit("<target>cat</target>", "cat", state=' state="final"', name="r12"),
        unit("<target>dog</target>", state=""),
        unit("<target>a</target>", name="r3"),
    )
    assert read_xliff(xliff(*units), "a.xlf", reviewer="Ada").decisions == (
        Decision(12, "approve", "Ada", state="final"),
        Decision(3, "edit", "Ada", "a"),
    )


@pytest.mark.parametrize(
    ("unit_person", "mark_person", "given", "reviewer"),
    [
        ("", "", "Cy", "Cy"),
        (' its:revPerson="Bo"', "", None, "Bo"),
        (' its:revPerson="Bo"', ' its:revPerson="Ada"', None, "Ada"),
        ("", ' its:revPerson="Ada"', None, "Ada"),
        (' its:revPerson="Bo"', ' its:revPerson="Ada"', "Cy", "Cy"),
    ],
)
def test_who_decided(unit_person: str, mark_person: str, given: str | None, reviewer: str) -> None:
    target = f'<target>a <mrk id="m"{mark_person}>cat</mrk> <mrk id="n"/></target>'
    units = unit(target).replace('id="r1"', f'id="r1"{unit_person}')
    (found,) = read_xliff(xliff(units), "a.xlf", reviewer=given).decisions
    assert (found.reviewer, found.text) == (reviewer, "a cat ")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "^a.xlf:1: not XML: no element found; repair that line$"),
        (xliff().replace(b"<file", b"\n<!DOCTYPE a><file"), "^a.xlf:2: not XML"),
        (b"<!DOCTYPE a><a/>", "^a.xlf:1: document types and entities are not read"),
        (b'<?xml version="1.0" encoding="x-none"?><a/>', "^a.xlf:1: "),
        (xliff().replace(b'"other"', b'"outputSha256"'), "names 2 documents, not one"),
        (xliff(unit("<target>a</target>", name="xr1")), "unit 'xr1' is no record"),
        (xliff(unit('<target><cp hex=""/></target>')), "has the number ''"),
        (xliff(unit("<target> </target>")), "an edit needs text"),
        (xliff(*[unit("<target>a</target>")] * 2), "record 1: there are two"),
        *((xliff(unit(f"<target><{code}/></target>")), "codes") for code in ("sc", "ec")),
    ],
)
def test_refused(content: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_xliff(content, "a.xlf", reviewer="Ada")


def test_without_a_reviewer() -> None:
    with pytest.raises(InputError, match=r"^a.xlf:1: decision on record 1: the reviewer must be"):
        read_xliff(xliff(unit("<target>a</target>")), "a.xlf")


XLIFF = """<?xml version="1.0"?>
<q:xliff version="2.1" xmlns:q="urn:oasis:names:tc:xliff:document:2.0" xmlns:z="urn:oasis:names:tc:xliff:metadata:2.0"
  xmlns:i="http://www.w3.org/2005/11/its" srcLang="fr">
  <q:file id="f"><z:metadata><z:metaGroup><z:meta type="outputSha256"> ab
  </z:meta></z:metaGroup></z:metadata>
    <q:unit id="r1" i:revPerson="Bo">
      <other xmlns="urn:tool"><target>not this</target></other>
      <q:segment state="reviewed">
        <q:source>chat</q:source>
        <q:target>a <q:mrk id="m" i:revPerson="Ada">big</q:mrk> <q:cp hex="0007"/>cat<![CDATA[ <3]]></q:target>
      </q:segment>
    </q:unit>
  </q:file>
</q:xliff>
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("q:target", "target"),
        ("target>", "other>"),
    ],
)
def test_what_is_no_target_of_the_unit_decides_nothing(old: str, new: str) -> None:
    assert old in XLIFF
    assert read_xliff(XLIFF.replace(old, new).encode(), "a.xlf").decisions == ()


def test_prefixes_marks_and_other_elements() -> None:
    assert read_xliff(XLIFF.encode(), "a.xlf") == Decisions(
        "ab", (Decision(1, "edit", "Ada", "a big \x07cat <3"),)
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("</q:file>", "", "a.xlf:1[0-9]: not XML"),
        ("<?xml version", "<!DOCTYPE x><?xml version", "a.xlf:1: document types"),
        (
            "<q:xliff",
            '<!DOCTYPE q:xliff [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><q:xliff',
            "a.xlf:2: document types and entities",
        ),
        ("<q:xliff", '<!DOCTYPE q:xliff SYSTEM "file:///etc/passwd"><q:xliff', "document types"),
        ("cat", "&nbsp;cat", "a.xlf:10: not XML: undefined entity; repair that line"),
        ("cat", "\x01cat", "a.xlf:10: not XML: not well-formed"),
        ("cat", "&#1;cat", "not XML: reference to invalid character number"),
        ('"1.0"', '"1.0" encoding="x-none"', "a.xlf:1: unknown encoding: x-none; save the file as"),
        ("document:2.0", "document:1.2", "no XLIFF 2.0 or 2.1 but another version"),
        ("tc:xliff:document:2.0", "html", "no XLIFF 2.0 or 2.1 but other XML"),
        ('id="r1"', 'id="k1"', "unit 'k1' is no record"),
        ('id="r1"', 'id="r0"', "unit 'r0' is no record"),
        ('id="r1"', "", "unit '' is no record"),
        ("<q:segment ", "<q:segment/><q:segment ", "unit r1 is in 2 segments"),
        ("cat", '<q:ph id="1"/>cat', "unit r1 has codes"),
        ("0007", "110000", "no character has the number '110000'"),
        ("0007", "x", "no character has the number 'x'"),
        ("outputSha256", "other", "names 0 documents, not one"),
        (' i:revPerson="Ada"', "", None),
        (' i:revPerson="Bo"', "", None),
        ("i:revPerson", "i:person", "a.xlf:[0-9]+: decision on record 1: the reviewer must"),
    ],
)
def test_hostile_xml(old: str, new: str, message: str | None) -> None:
    assert old in XLIFF
    content = XLIFF.replace(old, new).encode()
    if message is None:
        assert len(read_xliff(content, "a.xlf").decisions) == 1
        return
    with pytest.raises(InputError, match=message):
        read_xliff(content, "a.xlf")


@given(st.binary(max_size=80), st.integers(0, len(XLIFF)))
def test_no_bytes_whatever_raise_anything_else(noise: bytes, at: int) -> None:
    for content in (noise, XLIFF.encode()[:at] + noise + XLIFF.encode()[at:]):
        try:
            read_xliff(content, "a.xlf")
        except InputError as err:
            assert str(err).startswith("a.xlf")  # noqa: PT017 - most noise raises, some does not


def settle(xliff: bytes, edits: dict[str, str], state: str = "reviewed") -> bytes:
    """Edit units as a translator's tool would: other prefixes, lines of its own, marks kept."""
    tree = etree.fromstring(xliff)
    for unit in tree.iter(f"{{{CORE}}}unit"):
        if unit.get("id") not in edits:
            continue
        segment = unit.find(f"{{{CORE}}}segment")
        segment.set("state", state)
        segment.attrib.pop("subState", None)
        target = segment.find(f"{{{CORE}}}target")
        inner = target[0] if len(target) and target[0].tag == f"{{{CORE}}}mrk" else target
        for child in inner:
            inner.remove(child)
        inner.text = edits[unit.get("id")]
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-16"))


def test_only_settled_units_count(normalize: Normalize) -> None:
    xliff = to_xliff(normalize(GOLD).provenance())
    assert read_xliff(xliff, "a.xlf").decisions == ()
    edited = settle(settle(xliff, {"r1": "Cheers"}), {"r2": "no"}, "final")
    assert read_xliff(edited, "a.xlf", reviewer="Ada").decisions == (
        Decision(1, "edit", "Ada", "Cheers"),
        Decision(2, "approve", "Ada", state="final"),
    )


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
