"""Documents of any size, one block in ten French, with ever more names, numbers and places.

Responsible for: what the blocks of a document of so many bytes say, and how each format holds them.
Not responsible for: what becomes of them (`run`).

The lines are those of the detection benchmark, FLORES and NTREX. Repeated as they stand they would
hide what grows with the square of a document: a real one that is twice as long names more people.
So every run of lines tells of somebody of its own, and each French one names a person and a place
again that the English has named, in French.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from html import escape
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "detection"))

from sources import Pair, runs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FRENCH: Final = 10  # one block in so many
# Given and family names, French and English.
GIVEN: Final = [
    pair.split("/")
    for pair in """Sergueï/Sergei Nikolaï/Nikolai Ioulia/Yulia Dmitri/Dmitri Andreï/Andrei
    Tatiana/Tatyana Mikhaïl/Mikhail Youri/Yuri Olga/Olga Alexeï/Alexei Irina/Irina""".split()
]
SYLLABLES: Final = [
    pair.split("/")
    for pair in """ba/ba chou/shu dou/du fe/fe gou/gu jo/zho ka/ka lou/lu mi/mi no/no pou/pu ra/ra
    sou/su ta/ta vo/vo ze/ze tche/che ro/ro li/li ne/ne da/da""".split()
]
ENDS: Final = [pair.split("/") for pair in "kov/kov nine/nin tchev/chev nian/nyan".split()]
PLACES: Final = [
    pair.split("/")
    for pair in """Londres/London Moscou/Moscow Bakou/Baku Tbilissi/Tbilisi Varsovie/Warsaw
    Pékin/Beijing Erevan/Yerevan Bruxelles/Brussels Genève/Geneva Le+Caire/Cairo""".split()
]


class Block(NamedTuple):
    """A block of a document: "heading" or "paragraph", and its sentences."""

    kind: str
    sentences: list[str]

    @property
    def text(self) -> str:
        """The sentences in a row."""
        return " ".join(self.sentences)


def blocks() -> Iterator[Block]:
    """Blocks without end; the same each time, and no two of them alike."""
    lines = runs("dev", 0) + runs("test", 0)
    for number in count():
        run = lines[number % len(lines)]
        yield from _about(run, number)


def _about(run: list[Pair], number: int) -> Iterator[Block]:
    """A heading and two paragraphs, of which some are French, or end with a French sentence."""
    is_french = number % FRENCH == FRENCH - 1
    said = [pair.french if is_french else pair.english for pair in run]
    title = f"Chapitre {number} : la suite des événements" if is_french else f"Chapter {number}"
    yield Block("heading", [title])
    yield Block("paragraph", [told(number, is_french=is_french), *said[:2]])
    last = said[2:]
    if number % FRENCH == FRENCH // 2:
        last = [*last[:-1], told(number, is_french=True)]
    if last:
        yield Block("paragraph", last)


def told(number: int, *, is_french: bool) -> str:
    """A sentence on the person of a run; in French on that of an earlier one too, and a place."""
    place = PLACES[number % len(PLACES)][not is_french].replace("+", " ")
    if is_french:
        one, other = name(number, 0), name(number - number // 3 - 1, 0)
        return (
            f"Selon {one}, le rapport de {other} sur {place} compte {number + 2} pages et "
            "sera publié dans quelques semaines."
        )
    return f"On page {number + 2} of the report {name(number, 1)} wrote about {place}."


def name(number: int, language: int) -> str:
    """Who a run is about, in French (0) or English (1): nobody else is called so.

    >>> name(731, 0), name(731, 1)
    ('Dmitri Dalibakov', 'Dmitri Dalibakov')
    """
    given, rest = GIVEN[number % len(GIVEN)][language], number
    family = ENDS[number % len(ENDS)][language]
    for _ in range(3):
        rest, i = divmod(rest, len(SYLLABLES))
        family = SYLLABLES[i][language] + family
    return f"{given} {family.capitalize()}"


def text(found: Iterator[Block], size: int) -> bytes:
    """Paragraphs with blank lines between."""
    return _filled((f"{block.text}\n\n" for block in found), size)


def markdown(found: Iterator[Block], size: int) -> bytes:
    """Headings with number signs, and a word of each paragraph emphasised."""

    def written(block: Block) -> str:
        if block.kind == "heading":
            return f"## {block.text}\n\n"
        return f"{_emphasised(block, '*', '*')}\n\n"

    return _filled(map(written, found), size)


def html(found: Iterator[Block], size: int) -> bytes:
    """A page of headings and paragraphs, a word of each emphasised."""

    def written(block: Block) -> str:
        if block.kind == "heading":
            return f"<h2>{escape(block.text)}</h2>\n"
        return f"<p>{_emphasised(block, '<em>', '</em>', escape)}</p>\n"

    head = "<!doctype html>\n<html lang=en><title>Report</title>\n<body>\n"
    return _filled(map(written, found), size, head, "</body></html>\n")


def json_lines(found: Iterator[Block], size: int) -> bytes:
    """Records of a number, a title and a body."""

    def records() -> Iterator[str]:
        for number in count():
            title, body = next(found), next(found)
            while body.kind == "heading":
                title, body = body, next(found)
            record = {"id": number, "title": title.text, "body": body.text}
            yield json.dumps(record, ensure_ascii=False) + "\n"

    return _filled(records(), size)


def subtitles(found: Iterator[Block], size: int) -> bytes:
    """SubRip: a cue for each sentence, on two lines."""

    def cues() -> Iterator[str]:
        sentences = (sentence for block in found for sentence in block.sentences)
        for number, sentence in enumerate(sentences, 1):
            middle = sentence.find(" ", len(sentence) // 2)
            lines = sentence if middle < 0 else f"{sentence[:middle]}\n{sentence[middle + 1 :]}"
            yield f"{number}\n{_clock(4 * number)} --> {_clock(4 * number + 3)}\n{lines}\n\n"

    return _filled(cues(), size)


def word(found: Iterator[Block], size: int) -> bytes:
    """A Word document whose main part has so many bytes."""
    space = "http://schemas.openxmlformats.org"
    main = f"{space}/wordprocessingml/2006/main"

    def written(block: Block) -> str:
        style = '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>' if block.kind == "heading" else ""
        texts = [f'<w:t xml:space="preserve">{escape(s)} </w:t>' for s in block.sentences]
        runs = "".join(f"<w:r>{text}</w:r>" for text in texts)
        return f"<w:p>{style}{runs}</w:p>"

    xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    head = f'{xml}<w:document xmlns:w="{main}"><w:body>'
    relation = f"{space}/officeDocument/2006/relationships/officeDocument"
    package = f"{space}/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{xml}<Types xmlns="{package}/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'{xml}<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r0" Type="{relation}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": _filled(
            map(written, found), size, head, "<w:sectPr/></w:body></w:document>"
        ),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for path, part in parts.items():
            file.writestr(path, part)
    return stream.getvalue()


# By their suffixes.
FORMATS: Final[dict[str, Callable[[Iterator[Block], int], bytes]]] = {
    "txt": text,
    "md": markdown,
    "html": html,
    "jsonl": json_lines,
    "srt": subtitles,
    "docx": word,
}


def document(suffix: str, size: int) -> bytes:
    """A document of at least `size` bytes, and hardly more; a Word document's main part is so long."""
    return FORMATS[suffix](blocks(), size)


def _filled(pieces: Iterator[str], size: int, head: str = "", tail: str = "") -> bytes:
    made = bytearray(head.encode())
    while len(made) + len(tail) < size:
        made += next(pieces).encode()
    return bytes(made + tail.encode())


def _emphasised(
    block: Block, opening: str, closing: str, escaped: Callable[[str], str] = str
) -> str:
    """The block with the last word of its first sentence emphasised."""
    first, *more = map(escaped, block.sentences)
    before, _, last = first.rpartition(" ")
    stop = last[len(last.rstrip(".")) :]
    emphasised = f"{before} {opening}{last.removesuffix(stop) if stop else last}{closing}{stop}"
    return " ".join([emphasised.strip(), *more])


def _clock(seconds: int) -> str:
    minutes, s = divmod(seconds, 60)
    hours, m = divmod(minutes, 60)
    return f"{hours:02}:{m:02}:{s:02},000"
