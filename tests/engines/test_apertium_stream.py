"""A text is written for Apertium's programs, and read again, as Apertium itself does it."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onetongue.engines.apertium_stream import escape, restore

BARE = [
    ("", ".[][\n\n]"),
    ("Le chat.", "Le chat..[][\n\n]"),
    ("le  chat ~ noir\tici", "le[  ]chat[ ~ ]noir[\t]ici.[][\n\n]"),
    ("~", ".[][~\n\n]"),
    ("le chat ~ ", "le chat.[][ ~ \n\n]"),
    ("[@a] ^b/c$ {d} <e> \\", "\\[\\@a\\] \\^b\\/c\\$ \\{d\\} \\<e\\> \\\\.[][\n\n]"),
    ("*un #deux +trois été 😀", "*un #deux +trois été 😀.[][\n\n]"),
]


@pytest.mark.parametrize(("text", "stream"), BARE)
def test_as_the_programs_read_it(text: str, stream: str) -> None:
    assert escape(text) == stream
    assert restore(stream) == f"{text}\n\n"


STREAMS = [
    (".[]", ""),
    ("a.[]b[ ]c[[t:b:1]]d[[/]]", "ab ct:b:1d/"),
    ("\\a \\* \\\\ \\[x\\]", "\\a \\* \\ [x]"),
    ("\\", "\\"),
    ("[\\@a]", "@a"),
]


@pytest.mark.parametrize(("stream", "text"), STREAMS)
def test_what_the_programs_wrote(stream: str, text: str) -> None:
    assert restore(stream) == text


# What comes here is one line without NULs, and no surrogates.
TEXTS = st.text(
    st.one_of(
        st.sampled_from("[]^$\\/@<>{}~*#. \ta1é"),
        st.characters(codec="utf-8", exclude_characters="\0\r\n"),
    )
)


@given(TEXTS)
def test_any_text_comes_back(text: str) -> None:
    if ".[]" not in text:
        assert restore(escape(text)) == f"{text}\n\n"


@pytest.mark.skipif(shutil.which("apertium-destxt") is None, reason="Apertium is not installed")
@given(TEXTS, TEXTS)
def test_the_same_as_apertium(text: str, stream: str) -> None:
    def made(program: str, text: str) -> str:
        done = subprocess.run([program], input=text.encode(), capture_output=True, check=True)
        return done.stdout.decode()

    assert made("apertium-destxt", f"{text}\n\n") == escape(text)
    if "[@" not in stream:  # names a file there
        assert made("apertium-retxt", stream) == restore(stream)
