"""XLIFF from people's own tools: what is no decision, what is one, and what is no XLIFF."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.errors import InputError
from onetongue.review.decisions import Decision, Decisions
from onetongue.review.xliff import read_xliff

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
        ('state="reviewed"', 'state="translated"'),
        ('state="reviewed"', 'state="initial"'),
        ('state="reviewed"', ""),
        ("q:target", "target"),
        ("target>", "other>"),
    ],
)
def test_what_nobody_settled_is_no_decision(old: str, new: str) -> None:
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
        ("outputSha256", "other", "names 0 documents"),
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
