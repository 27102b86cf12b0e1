"""Text to bytes, and what is said when that cannot be."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.errors import InputError
from onetongue.write.encoding import checksum, encode_text, require_encoding


@given(st.text(st.characters()), st.sampled_from(["utf-8", "utf-16-le", "utf-32-be"]))
def test_any_text_fits_unicode(text: str, encoding: str) -> None:
    encoded = encode_text(text, encoding)
    assert encoded == text.encode(encoding, "surrogatepass")
    assert checksum(text, encoding) == hashlib.sha256(encoded).hexdigest()


def test_advice_is_in_the_message() -> None:
    with pytest.raises(InputError, match=r"ascii cannot write 'é' .*: try another"):
        encode_text("é", "ascii", advice="try another")


@pytest.mark.parametrize("encoding", ["rot13", "base64", "idna", "undefined"])
def test_codecs_that_are_no_encodings_of_text(encoding: str) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        encode_text("a..b" * 30, encoding)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "U16", "nonsense", "a\x00b", "", "é", "x" * 999])
def test_unknown_or_adding_a_mark(encoding: str) -> None:
    with pytest.raises(InputError):
        require_encoding(encoding)
