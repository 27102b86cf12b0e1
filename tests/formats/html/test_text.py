"""The words of HTML: references read, and written again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onetongue.formats.builder import Builder
from onetongue.formats.html.text import (
    ESCAPES,
    add_text,
    add_value,
    escape_text,
)
from onetongue.prose import Prose

if TYPE_CHECKING:
    from onetongue.prose import Run


def runs(builder: Builder) -> list[Run]:
    region = builder.region("paragraph", "")
    assert region
    assert isinstance(region.prose, Prose)
    return list(region.prose.runs)


def shown(found: list[Run]) -> str:
    """Words as they stand, characters as [what is written=what is read]."""
    return "".join(
        run.text if run.role == "text" else f"[{run.raw}={run.text}]" for run in found
    )[len("Le chat ") : -len(" dort")]  # fmt: skip


def text(source: str) -> str:
    source = f"Le chat {source} dort"
    builder = Builder(source)
    add_text(builder, source, 0, len(source))
    return shown(runs(builder))


def value(source: str) -> str:
    source = f"Le chat {source} dort"
    builder = Builder(source)
    add_value(builder, source, 0, len(source))
    return shown(runs(builder))


@pytest.mark.parametrize(
    "source", ["", "et un rat", "R&D", "& a", "&;", "&#;", "&#x;", "&zzzz;", "a;b", "&é;", "&a"]
)
def test_what_is_no_reference_stays(source: str) -> None:
    assert text(source) == source
    assert value(source) == source


@pytest.mark.parametrize(
    ("source", "in_text", "in_value"),
    [
        ("&eacute;", "[&eacute;=é]", "[&eacute;=é]"),
        ("&#233;&#xE9;&#XE9;", "[&#233;=é][&#xE9;=é][&#XE9;=é]", "[&#233;=é][&#xE9;=é][&#XE9;=é]"),
        ("&#233", "[&#233=é]", "[&#233=é]"),
        ("&copy", "[&copy=©]", "[&copy=©]"),
        ("&copyx", "[&copy=©]x", "&copyx"),
        ("&copy=2", "[&copy=©]=2", "&copy=2"),
        ("&copy;x", "[&copy;=©]x", "[&copy;=©]x"),
        ("&notit;", "[&not=¬]it;", "&notit;"),
        ("&#65x", "[&#65=A]x", "[&#65=A]x"),
        ("&amp;copy;", "[&amp;=&]copy;", "[&amp;=&]copy;"),
        ("&shy;", "[&shy;=\u00ad]", "[&shy;=\u00ad]"),
        ("cha\u00adton", "cha\u00adton", "cha\u00adton"),
        ("a\nb", "a\nb", "a\nb"),
        ("a\n \nb", "a[\n \n= ]b", "a\n \nb"),
        ("a\r\n\r\nb", "a[\r\n\r\n= ]b", "a\r\n\r\nb"),
    ],
)
def test_what_reads_otherwise_than_it_is_written(source: str, in_text: str, in_value: str) -> None:
    assert (text(source), value(source)) == (in_text, in_value)


def test_only_the_stretch_is_added() -> None:
    source = "&lt;Le chat dort&lt;"
    builder = Builder(source)
    add_text(builder, source, 4, 16)
    assert [run.text for run in runs(builder)] == ["Le chat dort"]


@pytest.mark.parametrize("words", ["", "C'est l'été.", '"a"', "a;b", "\u202f"])
def test_words_between_tags_stay(words: str) -> None:
    assert escape_text(words) == words


def test_words_are_escaped_where_they_stand() -> None:
    words = "<a> & \"b\"\n'c'\u00a0d"
    written = "&lt;a&gt; &amp; \"b\"\n'c'&#160;d"
    assert escape_text(words) == written
    assert ESCAPES['"'](words) == written.replace('"', "&quot;")
    assert ESCAPES["'"](words) == written.replace("'", "&#39;")
