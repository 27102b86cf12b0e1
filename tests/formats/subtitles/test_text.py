"""What is in the text of a cue."""

from __future__ import annotations

import pytest

from onetongue.formats.subtitles.text import CuePart, pieces

SIGNS = {"open": "(", "close": ")", "point": "*", "time": "@"}


def shown(part: CuePart) -> str:
    """Words as they read, markup by a sign; `!` before who begins to speak, `=` before what stands alone."""
    words = "".join(SIGNS.get(token.role, "") + (token.text or token.tag) for token in part.tokens)
    return "!" * part.is_new + "=" * part.is_alone + words


def read(text: str, *, vtt: bool = False) -> list[str]:
    found = pieces(f"..{text}..", 2, 2 + len(text), vtt=vtt)
    return [shown(part) for part in found]


@pytest.mark.parametrize(
    "text", ["", " ", "♪ ♫", "<i></i>", "{\\an8}", "<00:00:01.000>", "- ", "[]"]
)  # fmt: skip
def test_nothing_is_said(text: str) -> None:
    assert [one for one in read(text) if any(c.isalpha() for c in one)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oui", ["Oui"]),
        ("Oui\nnon", ["Oui\nnon"]),
        ("Oui \r\n non", ["Oui\nnon"]),
        ("5 < 6 et 7 > 3", ["5 < 6 et 7 > 3"]),
        ("<x>Oui</x>", ["<x>Oui</x>"]),
        ("a & b; &zz;", ["a & b; &zz;"]),
        ("&#10;a", ["&#10;a"]),
        ("a - b", ["a - b"]),
        ("Oui [rires] non", ["Oui [rires] non"]),
        ("[a\nb]", ["[a\nb]"]),
        ("[a [b] c", ["[a [b] c"]),
        ("[<i>a</i>]", ["[(ia)i]"]),
        ("{an8}a", ["{an8}a"]),
    ],
)
def test_words_stay_words(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What stands at the edge is no part of it.
        ("<i>Oui</i>", ["Oui"]),
        ("{\\an8}<b>Oui</b> ", ["Oui"]),
        ("♪ Oui ♪", ["=Oui"]),
        ("♪ Oui ♪\n♪ Non ♪", ["=Oui", "!=Non"]),
        ("♪ Oui,\nnon ♪", ["=Oui,\nnon"]),
        ("Oui ♪ non", ["Oui ♪ non"]),
        ("Oui <i>non</i>", ["Oui (inon)i"]),
        ("<i>Oui</i> non", ["(iOui)i non"]),
        ("<i>Oui <b>non</b></i>", ["Oui (bnon)b"]),
        ("<b><i>Oui</b> non</i>", ["(b(iOui)b non)i"]),
        ("Oui </i> non", ["Oui *i non"]),
        ("Oui <i>non", ["Oui *inon"]),
        ("<FONT color=x>Oui</font> non", ["(fontOui)font non"]),
        ("Oui {\\i1}non", ["Oui *non"]),
        ("R&amp;D", ["R&D"]),
        ("Oui <00:01.000>non", ["Oui @non"]),
        ("a <b><00:01.000></b><i>c</i>", ["a @c"]),
        # Who speaks, and what is heard.
        ("- Oui\n- Non", ["!Oui", "!Non"]),
        ("<i>– Oui</i>\n<i>– Non</i>", ["!Oui", "!Non"]),
        ("Oui\n- Non", ["Oui", "!Non"]),
        ("[Rires] Non", ["!=Rires", "!Non"]),
        ("(Rires)\nNon", ["!=Rires", "!Non"]),
        ("[Rires] [Toux] - Non", ["!=Rires", "!=Toux", "!Non"]),
        ("- [Rires] Non", ["!=Rires", "!Non"]),
        ("Oui\n[Rires]", ["Oui", "!=Rires"]),
        ("[a b c", ["[a b c"]),
    ],
)
def test_pieces(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_a_long_remark_in_brackets_is_speech() -> None:
    short, long = (f"[{'a&amp;' * count}]" for count in (19, 20))
    assert len(read(f"{short} non")) == 2
    assert len(read(f"{long} non")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<x>Oui</x> non", ["Oui* non"]),
        ("<c.a.b>Oui</c> non", ["(cOui)c non"]),
        ("<v Ann>Oui</v> <v Bob>Non", ["Oui", "Non"]),
        ("<i><v Ann>Oui</i> non", ["Oui*i non"]),
        ("5 < 6", ["5 < 6"]),
    ],
)
def test_webvtt(text: str, expected: list[str]) -> None:
    assert read(text, vtt=True) == expected


def test_who_speaks() -> None:
    text = "Oui <v Ann>non</v> peut-être <v.loud Bob>si\n- non"
    found = pieces(text, 0, len(text), vtt=True)
    assert [(shown(part), part.voice) for part in found] == [
        ("Oui", ""),
        ("non", "<v Ann>"),
        ("peut-être", ""),
        ("si", "<v.loud Bob>"),
        ("!non", "<v.loud Bob>"),
    ]


def test_what_a_tag_says_of_the_language() -> None:
    text = "a <lang fr>b <lang en-GB>c</lang> d</lang></lang> e <lang>f</lang>"
    (part,) = pieces(text, 0, len(text), vtt=True)
    said = [(token.text, token.language) for token in part.tokens if token.role == "words"]
    assert said == [("a", ""), ("b", "fr"), ("c", "en-GB"), ("d", "fr"), ("e", ""), ("f", "")]


def test_tokens_stand_where_they_say() -> None:
    text = "xx<i>Oui &amp; <b>non</b>\nsi</i>"
    (part,) = pieces(text, 2, len(text))
    assert [text[token.start : token.end] for token in part.tokens] == [
        "Oui", " ", "&amp;", " ", "<b>", "non", "</b>", "\n", "si",
    ]  # fmt: skip
