"""Nothing is written that neither the source nor the translation has: no sign, no line, no line end."""

from __future__ import annotations

import json
import re
import string
import zlib
from html import escape, unescape
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from support.engine import Engine
from support.word import p, word

import onetongue as ot
from onetongue.characters import NEWLINE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onetongue.document import Markers

PROSE = "The committee met on Thursday and decided to postpone the vote until the spring."
FRENCH = [
    "Le maire a refusé de répondre à nos questions.",
    "Service minimum diplomatique",
    "Les 48 députés ont voté contre la réforme…",
    "Le ministre a dit : « Nous ne céderons jamais à la menace » ...",
    "Voulez-vous vraiment partir\u00a0? Jamais de la vie\u202f!",
    "La re\u0301union du conseil a été repor\u00adtée à cause de la grève.",
    "Le budget de 1\u202f500\u00a0€ a été adopté\u200b hier soir par le conseil",
    "— Je n’ai pas répondu, mais elle était “très” claire",
    "ENREGISTRER LE FICHIER SOUS…",
    "Le chat\tdort sur le canapé - il n'a rien vu & rien entendu.",
    "Cliquez sur [ici] pour voir le fichier config.yml et la page https://example.org/a?b=1",
]
# ASCII, with what typography, the encodings and the formats may want to write otherwise.
ANSWERS = [
    "The mayor refused to answer our questions.",
    'He said: "we shall never yield" ...',
    "It's 1500 % of it -- and the \"others'\" 3.5 EUR!",
    "the cat sleeps ... on the sofa",
    "A < b & c > d --> e; {x} [y](z) *w* _v_ \\u \\ |",
    "- Yes . - No ?",
    "1 500 soldiers, 25 %",
    "word",
]
ASCII = frozenset(string.printable) - frozenset(string.whitespace) | {" "}
# English typography, where the source has quotation marks of its own.
QUOTES = frozenset("“”‘’")
UNSEEN = re.compile(r"[^\S \n\r]|[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]")  # fmt: skip


def said(sentence: str) -> str:
    """What the engine makes of a sentence: always the same, any of the answers."""
    return ANSWERS[zlib.crc32(sentence.encode()) % len(ANSWERS)]


NORMALIZERS = {
    markers: ot.Normalizer(ot.Options(markers=markers), engine=Engine(said))
    for markers in ("bracket", "footnote", "attributes", "none")
}
SENTENCES = st.sampled_from([*FRENCH, *FRENCH, PROSE])
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join)
BLOCKS = st.lists(PARAGRAPHS | st.just(PROSE), min_size=1, max_size=5)
NEWLINES = st.sampled_from(["\n", "\r\n", "\r"])


def wrapped(text: str, width: int) -> str:
    return re.sub(rf"(.{{{width}}}\S*) ", r"\1\n", text)


def in_text(blocks: Sequence[str], newline: str, width: int) -> str:
    shown = [wrapped(block, width) for block in blocks]
    shown[1:2] = ["\n".join(f"> {line}" for line in one.split("\n")) for one in shown[1:2]]
    return ("\n\n".join(shown) + "\n").replace("\n", newline)


def in_markdown(blocks: Sequence[str], newline: str, width: int) -> str:
    shown = [wrapped(re.sub(r"(\w+) (\w+)", r"*\1* \2", one, count=1), width) for one in blocks]
    return ("# " + "\n\n- ".join(shown[:2]) + "\n\n" + "\n\n> ".join(shown[2:])).replace("\n", newline)  # fmt: skip


def in_html(blocks: Sequence[str], newline: str, width: int) -> str:
    shown = [re.sub(r"(\w+) (\w+)", r"<b>\1</b> \2", one.replace("&", "&amp;")) for one in blocks]
    pages = [f"<p>{wrapped(one, width)}</p>" for one in shown]
    return ("<html><body>\n" + "\n".join(pages) + f'\n<img alt="{FRENCH[0]}">').replace("\n", newline)  # fmt: skip


def in_cues(blocks: Sequence[str], newline: str, width: int) -> str:
    cues = [
        f"{i}\n00:00:{i:02},000 --> 00:00:{i:02},900\n{wrapped(one, width)}\n"
        for i, one in enumerate(blocks, 1)
    ]
    return "\n".join(cues).replace("\n", newline)


def in_json(blocks: Sequence[str], newline: str, width: int) -> str:
    shown = {f"k{i}": wrapped(one, width) for i, one in enumerate(blocks)}
    return json.dumps(shown, ensure_ascii=width % 2 == 0, indent=1).replace("\n", newline)


def in_lines(blocks: Sequence[str], newline: str, width: int) -> str:
    ended = newline.removesuffix("\n") + "\n"  # a carriage return alone ends no line there
    return "".join(json.dumps({"a": wrapped(one, width)}) + ended for one in blocks)


SHAPES: dict[str, tuple[Callable[[Sequence[str], str, int], str], tuple[Markers, ...]]] = {
    "text": (in_text, ("bracket", "footnote", "none")),
    "markdown": (in_markdown, ("bracket", "footnote", "none")),
    "html": (in_html, ("attributes", "bracket", "none")),
    "subtitles": (in_cues, ("none", "bracket")),
    "json": (in_json, ("none",)),
    "jsonl": (in_lines, ("none",)),
}


def values(text: str) -> str:
    """All strings of JSON Lines."""
    return "\n".join(one for line in text.splitlines() for one in json.loads(line).values())


# How people and programs see such a text.
SEEN: dict[str, Callable[[str], str]] = {
    "html": unescape,
    "markdown": unescape,
    "json": lambda text: "\n".join(json.loads(text).values()),
    "jsonl": values,
}


def allowed(source: str, markers: Markers) -> frozenset[str]:
    marks = frozenset("⟦→⟧" if markers == "bracket" else "")
    quotes = QUOTES if not QUOTES.isdisjoint(source) or set("«»") & set(source) else frozenset()
    return frozenset(source) | ASCII | marks | quotes


def require_nothing_added(source: str, output: str, markers: Markers) -> None:
    assert set(output) <= allowed(source, markers)
    for sign in set(UNSEEN.findall(output)):
        assert output.count(sign) <= source.count(sign), ascii(sign)


LOOKS = ["", "", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>"]
SIGNS = ["<w:br/>", "<w:noBreakHyphen/>", "<w:softHyphen/>", '<w:footnoteReference w:id="2"/>']
AROUND = [
    '<w:hyperlink r:id="r9">{}</w:hyperlink>',
    '<w:ins w:id="4">{}</w:ins>',
    '<w:bookmarkStart w:id="1" w:name="n"/>{}<w:bookmarkEnd w:id="1"/>',
    "<w:del w:id='8'><w:r><w:delText>perdu</w:delText></w:r></w:del>{}",
]


def in_word(blocks: Sequence[str], dice: Random) -> bytes:
    """A document whose paragraphs are cut into runs wherever it falls."""
    body = []
    for block in blocks:
        cuts = sorted(dice.sample(range(1, len(block)), dice.randint(0, 4)))
        runs = []
        for start, end in pairwise([0, *cuts, len(block)]):
            kept = dice.choice([' xml:space="preserve"', ""])
            content = f"<w:t{kept}>{escape(block[start:end], quote=False)}</w:t>"
            sign = dice.choice(SIGNS) if dice.random() < 0.2 else ""
            one = f"<w:r>{dice.choice(LOOKS)}{content}{sign}</w:r>"
            runs.append(dice.choice(AROUND).format(one) if dice.random() < 0.3 else one)
        body.append(p(*runs))
    return word("".join(body))


@given(BLOCKS, st.sampled_from(["bracket", "none"]), st.integers(0, 2**32))
def test_nothing_is_added_in_word(blocks: list[str], markers: Markers, seed: int) -> None:
    result = NORMALIZERS[markers].normalize_bytes(in_word(blocks, Random(seed)), name="a.docx")
    require_nothing_added(result.source.text, result.text, markers)
    seen = [unescape(re.sub("<[^>]*>", "", one)) for one in (result.source.text, result.text)]
    require_nothing_added(seen[0], seen[1], markers)
    for sign in ("<w:noBreakHyphen/>", "<w:softHyphen/>", "<w:tab/>", "\n"):
        assert result.text.count(sign) <= result.source.text.count(sign)
    assert ot.revert(result.text, result.provenance()) == result.source.text


@given(BLOCKS, NEWLINES, st.integers(20, 90), st.sampled_from(sorted(SHAPES)), st.data())
def test_nothing_is_added(
    blocks: list[str], newline: str, width: int, name: str, data: st.DataObject
) -> None:
    shape, every = SHAPES[name]
    markers = data.draw(st.sampled_from(every))
    source = shape(blocks, newline, width)
    result = NORMALIZERS[markers].normalize(source, format=name)  # type: ignore[arg-type]
    output = result.text.removesuffix(result.notes)
    require_nothing_added(source, output, markers)
    seen = SEEN.get(name, str)
    require_nothing_added(seen(source), seen(output), markers)
    gap = re.compile(r"(?:\r\n?+|\n)[ \t>]*+(?=\r|\n)")
    assert len(gap.findall(output)) <= len(gap.findall(source))
    assert set(NEWLINE.findall(output)) <= set(NEWLINE.findall(source))
