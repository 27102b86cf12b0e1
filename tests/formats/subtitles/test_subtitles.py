"""SubRip and WebVTT: what is read, what is written, and that cues stay cues."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.engine import Engine

import onetongue as ot
from onetongue.document import NotRead
from onetongue.errors import InputError
from onetongue.formats import load_format
from onetongue.formats.format import NO_SETTINGS
from onetongue.formats.subtitles.cues import find_cues
from onetongue.formats.subtitles.subtitles import Escape
from onetongue.prose import Prose
from onetongue.write import find_markers

if TYPE_CHECKING:
    from collections.abc import Sequence

ENGLISH = (
    "1\n00:00:01,000 --> 00:00:03,000\nThe committee met on Thursday and decided\n\n"
    "2\n00:00:03,100 --> 00:00:05,000\nafter a long debate to postpone the vote.\n\n"
)
FRENCH = {
    "Le ministre a déclaré que la réforme serait votée demain.": (
        "The minister declared that the reform would be voted tomorrow."
    ),
    "Vous n'avez pas répondu à ma question.": "You have not answered my question.",
    "Je ne veux pas répondre à vos questions.": "I do not want to answer your questions.",
    "Le chien & le chat dorment ensemble sur le canapé.": "The dog & the cat sleep on the sofa.",
    "Elle n'a pas voulu venir avec nous.": "She did not want to come with us.",
    "Rires dans la salle": "Laughter in the room",
    "Il ne viendra pas.": "No.",
}


def made(sentence: str) -> str:
    """As many English words, and the same full stop."""
    words = "the house with which they would often have been seen again there".split()
    count = max(1, len(sentence.split()) * 4 // 5)
    end = sentence[-1] if sentence[-1] in ".!?" else ""
    return " ".join(words[i % len(words)] for i in range(count)).capitalize() + end


def normalize(text: str, **options: Any) -> ot.NormalizedDocument:
    engine = Engine(lambda s: FRENCH.get(s) or made(s))
    normalizer = ot.Normalizer(ot.Options(**options), engine=engine)
    result = normalizer.normalize(text, name="a.srt", format="subtitles")
    assert ot.revert(result.text, result.provenance()) == text
    again = normalizer.normalize(result.text, name="a.srt", format="subtitles")
    assert again.text == result.text
    return result


def readings(text: str) -> list[str]:
    read = load_format("subtitles").read(text, (), NO_SETTINGS)
    return [region.prose.text for region in read.regions if region.prose]


def notes(text: str) -> tuple[str, ...]:
    return tuple(map(str, load_format("subtitles").read(text, (), NO_SETTINGS).notes))


def cue(text: str, start: int = 1, end: int = 2, number: int = 1) -> str:
    return f"{number}\n00:00:{start:02},000 --> 00:00:{end:02},000\n{text}\n\n"


def vtt(text: str) -> str:
    return f"WEBVTT\n\n00:01.000 --> 00:02.000\n{text}\n"


UNTOUCHED = [
    "",
    "\ufeff",
    ENGLISH,
    "WEBVTT",
    "WEBVTT - Titre de la vidéo qui n'est pas lu ici\nLanguage: fr\n\n",
    vtt("NOTE in a cue is just text"),
    "WEBVTT\n\nNOTE\nCette remarque ne sera pas lue par le public.\n\nSTYLE\n::cue { color: red }\n",
    "WEBVTT\n\nREGION\nid:le-ministre-a-dit\nwidth:40%\n\n" + vtt("Hello.")[8:],
    cue(""),
    cue("♪ ♪"),
    cue("[♪]"),
    cue("- \n- "),
    cue("{\\an8}"),
    cue("<i></i>"),
    "Le ministre a déclaré que la réforme serait votée demain.\n\n" + ENGLISH,
    "1\n00:00:01 -> 00:00:02\nLe ministre a déclaré que la réforme serait votée demain.\n",
    "1\nLe ministre a déclaré que la réforme serait votée demain.\n\n" + ENGLISH,
    cue("He read Le Monde in the <i>café</i> every morning."),
    cue('<font face="Le ministre a dit">The minister spoke.</font>'),
    vtt("<v Le ministre de la défense>We shall see.</v>"),
    "WEBVTT\n\nle ministre a dit\n00:01.000 --> 00:02.000 line:0 align:start\nHello.\n",
]


@pytest.mark.parametrize("text", UNTOUCHED)
def test_leaves_alone(text: str) -> None:
    assert normalize(text).text == text


SENTENCE, OTHER = (
    FRENCH["Vous n'avez pas répondu à ma question."],
    ("I do not want to answer your questions."),
)
CHANGED = [
    ("{\\an8}<i>Vous n'avez pas répondu à ma question.</i>", f"{{\\an8}}<i>{SENTENCE}</i>"),
    (
        "- Vous n'avez pas répondu à ma question.\n- Je ne veux pas répondre à vos questions.",
        f"- {SENTENCE}\n- {OTHER}",
    ),
    (
        "<i>-Vous n'avez pas répondu à ma question.\n–Je ne veux pas répondre à vos questions.</i>",
        f"<i>-{SENTENCE}\n–{OTHER}</i>",
    ),
    ("♪ Vous n'avez pas répondu à ma question. ♪", f"♪ {SENTENCE} ♪"),
    ("[Rires dans la salle]\nHe laughed.", "[Laughter in the room]\nHe laughed."),
    (
        '<font color="#fff">Vous n\'avez pas répondu à ma question.',
        f'<font color="#fff">{SENTENCE}',
    ),
    ("Vous n'avez\npas répondu à ma question.", "You have not answered my\nquestion."),
]


@pytest.mark.parametrize(("french", "english"), CHANGED)
def test_changes_only_the_words(french: str, english: str) -> None:
    assert normalize(ENGLISH + cue(french, 9, 11, 3)).text == ENGLISH + cue(english, 9, 11, 3)


VOICES = [
    ("<v Le maire>Vous n'avez pas répondu à ma question.", f"<v Le maire>{SENTENCE}"),
    (
        "<v Ann>Vous n'avez pas répondu à ma question.</v>\n<v Bob>Je ne veux pas répondre à vos questions.</v>",
        f"<v Ann>{SENTENCE}</v>\n<v Bob>{OTHER}</v>",
    ),
    (
        "Le chien &amp; le chat dorment ensemble&nbsp;sur le canapé.",
        "The dog &amp; the cat sleep on the sofa.",
    ),
    (
        "<c.yellow><lang fr>Vous n'avez pas répondu à ma question.</lang></c>",
        f"<c.yellow><lang fr>{SENTENCE}</lang></c>",
    ),
]


@pytest.mark.parametrize(("french", "english"), VOICES)
def test_webvtt(french: str, english: str) -> None:
    assert normalize(vtt(french)).text == vtt(english)


def test_a_sentence_over_cues_keeps_every_cue() -> None:
    text = ENGLISH + (
        cue("<i>Le ministre a déclaré</i>", 11, 12, 3)
        + cue("{\\an8}<i>que la réforme</i>", 12, 13, 4)
        + cue("<i>serait votée demain.</i>", 13, 14, 5)
    )
    assert normalize(text).text == ENGLISH + (
        cue("<i>The minister declared</i>", 11, 12, 3)
        + cue("{\\an8}<i>that the reform</i>", 12, 13, 4)
        + cue("<i>would be voted tomorrow.</i>", 13, 14, 5)
    )


def test_a_cue_without_a_word_left_is_doubtful_and_not_empty() -> None:
    text = cue("Il ne", 1, 2, 1) + cue("viendra pas.", 2, 3, 2)
    result = normalize(text)
    assert result.text == cue("No.", 1, 2, 1) + cue("...", 2, 3, 2)
    assert dict(result.records[0].translation.checks)["markup"] == "failed"


def test_line_ends_and_settings_stay() -> None:
    text = "\ufeff" + (cue("Vous n'avez\npas répondu à ma question.")).replace("\n", "\r\n")
    assert normalize(text).text == text.replace("Vous n'avez", "You have not answered my").replace(
        "pas répondu à ma ", ""
    )


def test_brackets_can_be_had() -> None:
    text = cue("Vous n'avez pas répondu à ma question.")
    assert normalize(text, markers="bracket").text == cue(f"⟦fr→en 1: {SENTENCE}⟧")
    with pytest.raises(InputError, match="markers none or bracket"):
        normalize(text, markers="footnote")


READ = [
    (cue("one") + cue("two.", 3, 4), ["one\ntwo."]),
    (cue("One.") + cue("Two.", 3, 4), ["One.", "Two."]),
    (cue("one") + cue("two", 7, 8), ["one", "two"]),  # a pause
    (cue("one") + cue("two", 1, 2), ["one", "two"]),  # at the same time
    (cue("♪ one ♪") + cue("♪ two ♪", 3, 4), ["one", "two"]),
    (cue("one") + cue("- two", 3, 4), ["one", "two"]),
    (cue("[sigh]") + cue("two", 3, 4), ["sigh", "two"]),
    (cue("He [the man] left"), ["He [the man] left"]),
    (cue("- one\nand more\n- two"), ["one\nand more", "two"]),
    (cue("five-year plan - maybe"), ["five-year plan - maybe"]),
    (cue("I <3 you & me"), ["I <3 you & me"]),
    (cue("she <laughs>"), ["she <laughs>"]),
    (cue("a<i>b</i>c &eacute;"), ["abc é"]),
    (vtt("<v Ann>one</v>\n\n2\n00:02.000 --> 00:03.000\n<v Ann>two</v>"), ["one\ntwo"]),
    (vtt("<v Ann>one</v>\n\n2\n00:02.000 --> 00:03.000\n<v Bob>two</v>"), ["one", "two"]),
    (vtt("say<00:01.200><c> it</c><00:01.500><c> again</c>"), ["say it again"]),
    (vtt("say <unknown>it</unknown>"), ["say it"]),
    (
        "1\r\r\n00:00:01,000 --> 00:00:02,000\r\r\nbroken\r\r\nline ends\r\r\n",
        ["broken\nline ends"],
    ),
    (cue("one") + "x\n", ["one"]),
    (
        "".join(cue(f"w{i}orld", i + 1, i + 2) for i in range(8)),
        ["\n".join(f"w{i}orld" for i in range(6)), "w6orld\nw7orld"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_reads(text: str, expected: list[str]) -> None:
    assert readings(text) == expected


def test_spoken_times_stay_in_order_before_words() -> None:
    text = vtt(
        "Vous<00:01.100><c> n'avez</c><00:01.200><c> pas</c><00:01.300><c> répondu</c>"
        "<00:01.400><c> à</c><00:01.500><c> ma</c><00:01.600><c> question.</c>"
    )
    result = normalize(text)
    times = re.findall(r"<00:01\.\d+>", text)
    assert re.findall(r"<00:01\.\d+>", result.text) == times
    assert re.sub("<[^>]*>", "", result.text) == vtt(SENTENCE)
    assert result.doubtful == ()


NOTES = [
    (cue("one"), []),
    ("words\n\n" + cue("one"), ["line 1: belongs to no cue"]),
    ("words\n" + cue("one"), ["line 1: stands before the timing"]),
    (cue("one")[:-1] + cue("two", 3, 4, 2), ["line 4: begins a cue without a blank line"]),
    (cue("one") + cue("two", 3, 4) + cue("three", 5, 6), ["line 5: the number of this cue, and 1"]),
    (
        "".join(f"words\n\n{i}\n\n" for i in range(9)),
        [*(f"line {2 * i + 1}: belongs" for i in range(10)), "8 more lines"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NOTES)
def test_notes(text: str, expected: list[str]) -> None:
    told = notes(text)
    assert len(told) == len(expected)
    for one, beginning in zip(told, expected, strict=True):
        assert one.startswith(beginning)


def test_only_what_is_in_no_cue_is_not_read() -> None:
    words = "".join(f"words\n\n{i}\n\n" for i in range(6))
    odd = cue("one")[:-1] + cue("two", 3, 4, 2) + cue("three", 5, 6)
    format_ = load_format("subtitles")
    assert format_.read(odd, (), NO_SETTINGS).not_read == ()
    first, *_, last = format_.read(words, (), NO_SETTINGS).not_read
    assert first == NotRead(1, "the line", "it belongs to no cue")
    assert last == NotRead(21, "2 more lines, of which this is the first", "they fit no cue")
    # What begins without a blank line is read, however many notes there are.
    found = format_.read(words[: words.index("5")] + odd * 3, (), NO_SETTINGS)
    assert [one.place for one in found.not_read] == [*range(1, 20, 2), 21]
    assert found.not_read[-1].what.startswith("1 more line")


def test_a_missing_blank_line_keeps_both_cues() -> None:
    text = cue("One.")[:-1] + cue("Two.", 3, 4, 2)
    assert readings(text) == ["One.", "Two."]


def test_no_blank_line_is_ever_written() -> None:
    assert Escape("\r\n", is_vtt=True)("a\n\n & b\n<c>") == "a\r\n&amp; b\r\n&lt;c&gt;"
    assert Escape("\n", is_vtt=False)("a --> b ---> c") == "a -> b -> c"


WORDS = st.sampled_from(
    "le ministre n'a pas répondu à notre question, mais elle était très claire. Nous avons".split()
)
EDGE = st.sampled_from(["", "- ", "♪ ", "{\\an8}", "[Rires] ", "<i>"])
GLUE = st.sampled_from([" ", " ", " ", "\n", " <i>", "</i> ", "\n- ", "<b>", " {\\an8}", "&amp; "])


@st.composite
def subtitles(draw: st.DrawFn) -> str:
    is_vtt = draw(st.booleans())
    parts = ["WEBVTT\n\n"] if is_vtt else [ENGLISH]
    at = 10
    for number in range(3, 3 + draw(st.integers(1, 5))):
        words = draw(st.lists(st.tuples(WORDS, GLUE), min_size=1, max_size=9))
        text = draw(EDGE) + "".join(word + glue for word, glue in words)
        text = text.strip().replace("\n\n", "\n")
        one = cue(text, at, at + 2, number)
        parts.append(one.replace(",000", ".000") if is_vtt else one)
        at += draw(st.integers(2, 7))
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    return "".join(parts).replace("\n", newline)


@given(subtitles(), st.sampled_from(["none", "bracket"]))
def test_cues_stay_cues(text: str, markers: str) -> None:
    result = normalize(text, markers=markers)
    before, after = find_cues(text)[0], find_cues(result.text)[0]
    assert [one[2:] for one in before] == [one[2:] for one in after]
    assert _between(text, before) == _between(result.text, after)
    for old, new in zip(before, after, strict=True):
        was, now = text[old.start : old.end], result.text[new.start : new.end]
        assert bool(re.search(r"\w", was)) == bool(re.search(r"\w|\.\.\.", now))
        assert not re.search(r"[\r\n]\s*[\r\n]", now.replace("\r\n", "\n"))
        assert was.count("{\\an8}") == now.count("{\\an8}")
    everything = [
        [t[one.start : one.end] for one in c] for t, c in ((text, before), (result.text, after))
    ]
    assert Counter(_tags(everything[0])) == Counter(_tags(everything[1]))
    if all(map(_is_balanced, everything[0])):
        assert all(map(_is_balanced, everything[1]))


def _tags(cues: Sequence[str]) -> list[str]:
    return [tag for one in cues for tag in re.findall("</?[ib]>", one)]


def _is_balanced(text: str) -> bool:
    opened: list[str] = []
    for slash, name in re.findall("<(/?)([ib])>", text):
        if slash and (not opened or opened.pop() != name):
            return False
        opened += [] if slash else [name]
    return not opened


def _between(text: str, cues: Sequence[Any]) -> list[str]:
    edges = [0, *(edge for one in cues for edge in (one.start, one.end)), len(text)]
    return [text[a:b] for a, b in list(pairwise(edges))[::2]]


@given(
    st.lists(
        st.sampled_from(
            [
                *("\n", "\r\n", "\r", "\n\n", "1", "2\n", "00:00:01,000 --> 00:00:02,000", "\nWEBVTT\n"),
                *("00:01.000 --> 00:09.000 line:0\n", "NOTE", "-->", "<i>", "</i>", "<v A>", "<", ">", "&"),
                *("&amp;", "&#0;", "{\\an8}", "- ", "[", "]", "♪", "<00:01.000>", "<c>", "</c>", "\ufeff"),
                *("Le ministre n'a pas répondu.", " très bien", "\u0301", "😀", "⟦fr→en 1: a⟧", "\x00"),
                *("<lang fr>", "</lang>", "\ud800", "\u2028", "&nbsp;", "…"),
            ]
        ),
        max_size=30,
    ).map("".join)
)  # fmt: skip
def test_anything(text: str) -> None:
    for whole in (text, "WEBVTT\n\n" + text):
        read = load_format("subtitles").read(whole, find_markers(whole), NO_SETTINGS)
        for region in read.regions:
            assert isinstance(region.prose, Prose)
            assert region.prose.runs[0].start == region.span.start
            assert region.prose.runs[-1].end == region.span.end
        normalize(whole)
