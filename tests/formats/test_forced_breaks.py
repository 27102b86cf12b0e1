"""As many forced breaks as the source has, spelled as it spells them, between the words it parted.

In 3,000 random documents, the same ones every time, of each format with markup 1,000.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from random import Random
from typing import TYPE_CHECKING, Final

import pytest
from markdown_it import MarkdownIt
from support.engine import Engine
from support.word import p, word

import onetongue as ot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from onetongue.document import Record

MANY: Final = 1000
PROSE: Final = "The committee met on Thursday and decided to postpone the vote until the spring."
# Parts of sentences, in their order, each with what it is in English.
PARTS: Final = [
    [("Le ministre des Finances", "The minister of Finance"), ("Notre nouvelle directrice", "Our new director"), ("La bibliothèque municipale", "The municipal library"), ("Le conseil de la ville", "The council of the city")],
    [("annonce à la population", "announces to the population"), ("a confirmé hier soir", "confirmed last night"), ("refuse toujours de dire", "still refuses to say")],
    [("que les travaux du pont", "that the work of the bridge"), ("que le budget des écoles", "that the budget of the schools"), ("que la fête du village", "that the festival of the village")],
    [("seront terminés lundi", "will be finished on Monday"), ("sera adopté au printemps", "will be adopted in the spring")],
    [("malgré la pluie et le froid", "despite the rain and the cold"), ("avec l'aide des pompiers", "with the help of the firefighters")],
]  # fmt: skip
ENGLISH: Final = dict(pair for part in PARTS for pair in part)
KNOWN: Final = re.compile("|".join(ENGLISH))
WORD: Final = re.compile(r"\w")
TAG: Final = re.compile(r"<[^>]*>|\]\([^)]*\)")


def said(sentence: str) -> str:
    """A translation part by part, of one sentence in five in another order, so that a break has no place."""
    found = [ENGLISH[one] for one in KNOWN.findall(sentence)]
    if len(found) > 1 and zlib.crc32(sentence.encode()) % 5 == 0:
        found = found[::-1]
    words = " ".join(found) or " ".join(["word"] * len(sentence.split()))
    return words + "." * sentence.endswith(".")


NORMALIZER: Final = ot.Normalizer(ot.Options(markers="none"), engine=Engine(said))


def pieces(dice: Random, breaks: Sequence[str], marks: Sequence[tuple[str, str]]) -> list[str]:
    """A sentence in words, with breaks between some, and marks that nest around some or a break."""
    parts = [dice.choice(part)[0] for part in PARTS[: dice.randrange(3, 6)]]
    words = " ".join(parts).split(" ")
    ends = {len(" ".join(parts[: i + 1]).split(" ")) for i in range(len(parts) - 1)}
    made = [words[0]]
    for i, one in enumerate(words[1:], 1):
        is_break = dice.random() < (0.4 if i in ends else 0.02)
        gap = dice.choice(breaks) if is_break else " "
        is_double = is_break and dice.random() < 0.05
        gap += dice.choice([one for one in breaks if "<" in one]) if is_double else ""
        made += [gap, one]
    made += ["."]
    return marked(dice, made, marks)


def marked(dice: Random, made: list[str], marks: Sequence[tuple[str, str]]) -> list[str]:
    """The pieces with some marks around some of them, each inside or beside the others."""
    low, high = 0, len(made)
    for _ in range(dice.choice([0, 0, 1, 1, 2])):
        if high - low < 2:
            break
        low, high = sorted(dice.sample(range(low, high + 1), 2))
        opening, closing = dice.choice(marks)
        made[low] = opening + made[low]
        made[high - 1] += closing
    return made


BROKEN: Final = ["<br>", "<br/>", "<br />", "<BR>", "<br>\n", " <br>", "<br class='a'>\n  "]
ELEMENTS: Final = [("<b>", "</b>"), ("<em>", "</em>"), ("<a href='x'>", "</a>")]
BLOCKS: Final = ["<p>{}</p>", "<ul><li>{}</li></ul>", "<blockquote><p>{}</p></blockquote>", "<table><tr><td>{}</td><td>12</td></tr></table>", "<h2>{}</h2>", "<div>{}</div>", "<dl><dd>{}</dd></dl>"]  # fmt: skip


def page(dice: Random) -> bytes:
    made = dice.choice(BLOCKS).format("".join(pieces(dice, BROKEN, ELEMENTS)))
    return f"<p>{PROSE}</p>\n{made}\n".encode()


SIGNS: Final = [("*", "*"), ("**", "**"), ("[", "](x)"), ("<u>", "</u>")]
CONTAINERS: Final = [("", ""), ("> ", "> "), ("- ", "  "), ("1. ", "   "), ("> - ", ">   "), ("> ", "")]  # fmt: skip


def note(dice: Random) -> bytes:
    first, others = dice.choice(CONTAINERS)
    line = f"\n{others}"
    ends = [f"  {line}", f"    {line}", f"\\{line}", "<br>", "<br/>", f"<br />{line}", f" <br>{line}"]  # fmt: skip
    made = first + "".join(pieces(dice, ends, SIGNS))
    if not first and dice.random() < 0.3:
        cell = "".join(pieces(dice, ["<br>", "<br/>", " <br> "], SIGNS))
        made = f"| a | b |\n|---|---|\n| {cell} | 12 |"
    return f"{PROSE}\n\n{made}\n".encode()


LOOKS: Final = ["", "", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>"]
LINES: Final = ["<w:br/>", "<w:cr/>", '<w:br w:type="textWrapping"/>', '<w:br w:clear="all"/>']
AROUND: Final = [
    ("<w:hyperlink r:id='rId9'>", "</w:hyperlink>"),
    ("<w:bookmarkStart w:id='1' w:name='n'/>", "<w:bookmarkEnd w:id='1'/>"),
]


def letter(dice: Random) -> bytes:
    made = p("".join(_runs(dice, pieces(dice, LINES, AROUND))))
    if dice.random() < 0.3:
        made = f"<w:tbl><w:tr><w:tc>{made}</w:tc></w:tr></w:tbl>"
    return word(p(f"<w:r><w:t>{PROSE}</w:t></w:r>") + made)


def _runs(dice: Random, made: Sequence[str]) -> Iterator[str]:
    """The pieces as runs, with breaks in runs of their own."""
    look = ""
    for one in made:
        look = dice.choice(LOOKS) if dice.random() < 0.2 else look
        for part in re.split(r"(<[^>]*>)", one):
            if part.startswith(("<w:br", "<w:cr")):
                yield f"<w:r>{dice.choice(['', look])}{part}</w:r>"
            elif part.startswith("<"):
                yield part
            elif part:
                yield f'<w:r>{look}<w:t xml:space="preserve">{part}</w:t></w:r>'


def shown(data: bytes) -> str:
    """The text of a document, of a Word document its main part."""
    if not data.startswith(b"PK"):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read("word/document.xml").decode()


MAKERS: Final[dict[str, tuple[Callable[[Random], bytes], re.Pattern[str]]]] = {
    "a.html": (page, re.compile(r"\s*<br\b[^>]*>\s*", re.IGNORECASE)),
    "a.md": (note, re.compile(r"(?: {2,}|\\)\n[ >]*| *<br ?/?> *(?:\n[ >]*)?")),
    "a.docx": (letter, re.compile(r"<w:(?:br|cr)\b[^>]*/>")),
}


def require_breaks_kept(record: Record, forced: re.Pattern[str]) -> bool:
    """The breaks of a change are those of its source, with words where that has some; if there are any."""
    before, after = record.original, record.replacement
    assert forced.findall(after) == forced.findall(before)
    has_words = [
        [bool(WORD.search(TAG.sub("", line))) for line in forced.split(one)]
        for one in (before, after)
    ]
    assert has_words[0] == has_words[1]
    return forced.search(before) is not None


@pytest.mark.parametrize("name", MAKERS)
def test_the_breaks_are_those_of_the_source(name: str) -> None:
    make, forced = MAKERS[name]
    kept = refused = 0
    for number in range(MANY):
        data = make(Random(number))
        result = NORMALIZER.normalize_bytes(data, name=name)
        written = result.encode()
        assert forced.findall(shown(written)) == forced.findall(shown(data)), number
        kept += sum(require_breaks_kept(record, forced) for record in result.records)
        refused += sum("line breaks" in one.evidence.reason for one in result.refused)
        if name == "a.md":
            rendered = [
                MarkdownIt().enable("table").render(one.decode()) for one in (data, written)
            ]
            assert rendered[0].count("<br") == rendered[1].count("<br"), number
        if number % 20 == 0:
            assert ot.revert(result.text, result.provenance()) == result.source.text
            assert not NORMALIZER.normalize_bytes(written, name=name).records
    assert kept > MANY / 3, "breaks inside a sentence are placed"
    assert refused > MANY / 20, "and some have no place"
