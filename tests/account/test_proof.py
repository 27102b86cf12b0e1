"""Proving outputs: whatever was changed is caught, who is at fault is named, and where."""

import copy
import json
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from onetongue.account import (
    NormalizedDocument,
    load_provenance,
    provenance_bytes,
    revert,
    sealed,
    verify_output,
    verify_provenance,
)
from onetongue.errors import InputError, IntegrityError

Normalize = Callable[..., NormalizedDocument]
DOCUMENTS = st.from_type(NormalizedDocument)
GOLD = "Oh {Merci|Thanks}, {non\nnon|?no}!\nBye.\n"
OUTPUT_FAULT = "^the output was changed after it was written: "
PROVENANCE_FAULT = "^the provenance was changed after it was written: "
SOURCE_FAULT = "^the source is not the one the output was made of: "
# Distinct words of one to four bytes a character, so that no record stands in another's place.
PLAIN = "He said {là-bas|over there}, naïvely 😀, {plus tard|?later on}.\n\nÉnd: {où ça|where’s that}!\n"
each_style = pytest.mark.parametrize("markers", ["bracket", "footnote", "none"])
with_fixture = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def flipped(content: bytes, data: st.DataObject) -> tuple[bytes, int]:
    """Give the same bytes with another one somewhere, and where."""
    at = data.draw(st.integers(0, len(content) - 1), label="at")
    by = data.draw(st.integers(1, 255), label="by")
    return content[:at] + bytes([content[at] ^ by]) + content[at + 1 :], at


def bounds(message: str) -> tuple[int, int]:
    """Between which bytes the message says that the first difference is."""
    if exact := re.search(r"byte (\d+) is the first that differs", message):
        return int(exact[1]), int(exact[1])
    stretch = re.search(r"the first byte that differs is between byte (\d+) and (\d+)", message)
    assert stretch, message
    return int(stretch[1]), int(stretch[2])


# Nothing was changed: no fault.


@given(DOCUMENTS)
def test_what_was_not_changed_is_not_at_fault(result: NormalizedDocument) -> None:
    source = result.source.text.encode("utf-8", "surrogatepass")
    for given_source in (None, source):
        proven = verify_output(result.encode(), result.provenance(), given_source)
        assert proven == result.source.text


@with_fixture
@given(data=st.data())
def test_white_space_between_the_parts_of_the_json_is_not_tampering(
    normalize: Normalize, data: st.DataObject
) -> None:
    result = normalize(GOLD)
    content = provenance_bytes(result.provenance())
    spaces = [i for i, byte in enumerate(content) if byte == 0x0A]
    at, by = data.draw(st.sampled_from(spaces)), data.draw(st.sampled_from(b" \t\r\n"))
    account = load_provenance(content[:at] + bytes([by]) + content[at + 1 :])
    assert account == json.loads(content)
    assert verify_output(result.encode(), account) == result.source.text


# Any one byte flipped is caught, and the right one of the three is named.


@each_style
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "gb18030"])
@with_fixture
@given(data=st.data())
def test_any_byte_of_the_output(
    normalize: Normalize, markers: str, encoding: str, data: st.DataObject
) -> None:
    result = normalize(PLAIN, markers, encoding=encoding)
    touched, at = flipped(result.encode(), data)
    with pytest.raises(IntegrityError, match=OUTPUT_FAULT) as caught:
        verify_output(touched, result.provenance())
    low, high = bounds(str(caught.value))
    assert low <= at <= high
    with pytest.raises(IntegrityError, match=f"{OUTPUT_FAULT}byte {at} is the first that differs"):
        verify_output(touched, result.provenance(), result.source.text.encode(encoding))


@pytest.mark.parametrize(
    "encoding", ["utf-7", "utf-32-be", "iso2022_jp", "hz", "shift_jis", "cp037", "cp1252"]
)
@with_fixture
@given(data=st.data())
def test_any_byte_of_the_output_in_odd_encodings(
    normalize: Normalize, encoding: str, data: st.DataObject
) -> None:
    result = normalize(
        "He said {la|over} there, {plus|?later} on + ~.\n", "none", encoding=encoding
    )
    touched, at = flipped(result.text.encode(encoding), data)
    with pytest.raises(IntegrityError, match=OUTPUT_FAULT):
        verify_output(touched, result.provenance())
    with pytest.raises(IntegrityError, match=f"{OUTPUT_FAULT}byte {at} is the first that differs"):
        verify_output(touched, result.provenance(), result.source.text.encode(encoding))


def test_a_record_behind_what_cannot_be_decoded_says_nothing_of_the_byte(
    normalize: Normalize,
) -> None:
    result = normalize("\x80\x80\u0800\udc80{0|0}{0|0}\x80{0|0}", "none")
    touched = bytearray(result.encode())
    at = len(touched) - 2
    touched[at] ^= 64
    with pytest.raises(IntegrityError, match=OUTPUT_FAULT) as caught:
        verify_output(bytes(touched), result.provenance())
    low, high = bounds(str(caught.value))
    assert low <= at <= high


@given(DOCUMENTS, st.data())
def test_any_byte_of_the_output_of_any_document(
    result: NormalizedDocument, data: st.DataObject
) -> None:
    assume(result.text)
    touched, at = flipped(result.encode(), data)
    with pytest.raises(IntegrityError, match=OUTPUT_FAULT) as caught:
        verify_output(touched, result.provenance())
    assert at <= bounds(str(caught.value))[1]
    source = result.source.text.encode("utf-8", "surrogatepass")
    with pytest.raises(IntegrityError, match=f"{OUTPUT_FAULT}byte {at} is the first that differs"):
        verify_output(touched, result.provenance(), source)


@given(DOCUMENTS, st.data())
def test_any_byte_of_the_source(result: NormalizedDocument, data: st.DataObject) -> None:
    assume(result.source.text)
    touched, at = flipped(result.source.text.encode("utf-8", "surrogatepass"), data)
    with pytest.raises(IntegrityError, match=f"{SOURCE_FAULT}byte {at} is the first that differs"):
        verify_output(result.encode(), result.provenance(), touched)


@given(DOCUMENTS, st.data())
def test_any_byte_of_the_provenance(result: NormalizedDocument, data: st.DataObject) -> None:
    content = provenance_bytes(result.provenance())
    same = json.dumps(json.loads(content), sort_keys=True)
    touched, _ = flipped(content, data)

    def verify() -> None:
        verify_output(result.encode(), load_provenance(touched, "p.json"))

    with suppress(ValueError):  # white space, or another spelling of a number or a character
        if json.dumps(json.loads(touched), sort_keys=True) == same:
            verify()
            return
    with pytest.raises(
        (InputError, IntegrityError), match=rf"^p\.json:|^provenance: |{PROVENANCE_FAULT}"
    ):
        verify()


# Where nothing leads to the source, and what does.


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Thanks", "thanks", r"byte 17 is the first that differs: 0x74, not 0x54, in record 1$"),
        ("Thanks", "Many thanks", r"byte 17 is the first that differs: 0x4d, not 0x54, in record"),
        (
            "⟦fr→en 1: Thanks⟧",
            "",
            r"byte 3 is the first that differs: 0x2c, not 0xe2, in record 1$",
        ),
        ("no", "yes", r"byte 43 is .* 0x79, not 0x6e, in record 2$"),
        ("Oh", "Ooh", r"record 1 does not stand in its place; .* between byte 0 and 3 \(compare"),
        (", ", "; ", "every record stands in its place; .* between byte 0 and 55"),
        (",", "", r"record 2 does not stand in its place; .* between byte 26 and 30"),
        ("Bye", "Bye bye", r"every record stands in its place; .* between byte 48 and 59"),
        ("Bye", "Bÿe", "every record stands in its place; .* between byte 0 and 56"),
        ("Bye.\n", "", "every record stands in its place; .* between byte 48 and 50"),
    ],
)
def test_without_the_source_the_message_says_what_can_be_known(
    normalize: Normalize, old: str, new: str, message: str
) -> None:
    result = normalize(GOLD)
    with pytest.raises(IntegrityError, match=OUTPUT_FAULT + ".*" + message):
        verify_provenance(result.text.replace(old, new, 1), result.provenance())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Oh", "Ooh", "byte 1 is the first that differs: 0x6f, not 0x68, in the text outside"),
        (",", "", "byte 26 is the first that differs: 0x20, not 0x2c, in the text outside"),
        ("Bye.\n", "", "it ends before byte 50, too early, in the text outside the records"),
        ("Bye.\n", "Bye.\n\n", "byte 55 is the first too many, in the text outside the records"),
    ],
)
def test_with_the_source_the_byte_is_known(
    normalize: Normalize, old: str, new: str, message: str
) -> None:
    result = normalize(GOLD)
    touched = result.text.replace(old, new, 1)
    with pytest.raises(IntegrityError, match=OUTPUT_FAULT + message):
        verify_provenance(touched, result.provenance(), result.source.text)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff", "byte 0 is not valid utf-8, .* is between byte 0 and 1 "),
        (b"Oh \xe2\x9f", r"byte 3 is not valid utf-8, record 1 does not.* 0 and 5 "),
        (b"", "record 1 does not stand in its place; .* between byte 0 and 0 "),
    ],
)
def test_an_output_that_is_no_text(normalize: Normalize, content: bytes, message: str) -> None:
    result = normalize(GOLD)
    with pytest.raises(IntegrityError, match=OUTPUT_FAULT + message):
        verify_output(content, result.provenance())
    with pytest.raises(IntegrityError, match="the source given is not the one it was made of"):
        verify_output(content, result.provenance(), b"Oh merci")


def test_another_source_is_noticed(normalize: Normalize) -> None:
    result = normalize(GOLD)
    for source, where in (
        ("Oh merci", "byte 3 is the first that differs: 0x6d, not 0x4d"),
        ("Oh Merci", "it ends before byte 8, too early"),
        (result.source.text + "\n", "byte 24 is the first too many"),
    ):
        with pytest.raises(IntegrityError, match=SOURCE_FAULT + where):
            verify_provenance(result.text, result.provenance(), source)


def test_what_its_encoding_cannot_write_was_changed(normalize: Normalize) -> None:
    result = normalize("Oh {oui|yes}.", "none", encoding="cp1252")
    with pytest.raises(IntegrityError, match=OUTPUT_FAULT + "cp1252 cannot write '→'"):
        revert("Oh yes→", result.provenance())
    with pytest.raises(IntegrityError, match=SOURCE_FAULT + "cp1252 cannot write '→'"):
        verify_provenance(result.text, result.provenance(), "Oh oui→")


def test_bytes_that_only_decode_to_the_same_text_were_changed(normalize: Normalize) -> None:
    result = normalize("Oh {oui|yes}.", "none", encoding="utf-7")
    touched = result.text.encode("utf-7").replace(b"Oh", b"+AE8-h")
    assert touched.decode("utf-7") == result.text
    with pytest.raises(IntegrityError, match=OUTPUT_FAULT + "byte 0 is the first"):
        verify_output(touched, result.provenance())


@given(DOCUMENTS, st.data())
def test_any_change_of_the_text_is_noticed(result: NormalizedDocument, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(result.text)))
    new = data.draw(st.sampled_from(["", "x", "\n", "\ud800", "é"]))
    tampered = result.text[:at] + new + result.text[at + data.draw(st.integers(0, 2)) :]
    assume(tampered != result.text)
    with pytest.raises(IntegrityError, match=OUTPUT_FAULT):
        revert(tampered, result.provenance())


# A digest can be made anew by who means to; then the parts must still agree with each other.


@pytest.mark.parametrize(
    ("path", "new"),
    [
        (("source", "sha256"), "0" * 64),
        (("output", "sha256"), "0" * 64),
        (("source", "encoding"), "utf-16-le"),
        (("source", "encoding"), "ascii"),
        (("records", 0, "source", "text"), "merci"),
        (("records", 0, "target", "text"), "⟦fr→en 1: thanks⟧"),
        (("left_alone",), [{"source": {"start": 0, "end": 2, "text": "Eh"}}]),
        (("left_alone",), [{"source": {"start": 98, "end": 99, "text": "x"}}]),
    ],
)
def test_a_provenance_that_was_sealed_anew(normalize: Normalize, path: Any, new: Any) -> None:
    result = normalize(GOLD)
    provenance: Any = copy.deepcopy(result.provenance())
    inner = provenance
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = new
    source = result.source.text.encode()
    for given_source in (None, source):
        with pytest.raises(IntegrityError, match=PROVENANCE_FAULT):
            verify_output(result.encode(), provenance, given_source)
        with pytest.raises(IntegrityError):
            verify_output(result.encode(), sealed(provenance), given_source)


def test_notes_worded_by_another_version_are_not_at_fault(normalize: Normalize) -> None:
    result = normalize(GOLD, "footnote")
    provenance: Any = copy.deepcopy(result.provenance())
    provenance["engine"]["version"] = "9.9.9"  # the notes would name it
    assert verify_output(result.encode(), sealed(provenance)) == result.source.text
    touched = result.encode().replace(b"confidence 0.81", b"confidence 0.99", 1)
    with pytest.raises(IntegrityError, match=OUTPUT_FAULT + ".* in its notes") as caught:
        verify_output(touched, sealed(provenance))
    assert bounds(str(caught.value)) == (len(result.encode()) - len(result.notes), len(touched))
