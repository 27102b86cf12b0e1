"""What reading and writing a document without French does to its bytes, and how fast it is read.

Run: python benchmarks/formats/run.py [--rivals]   (rivals: pip install -r requirements-rivals.txt)

Prints two tables. *Bytes kept*: documents that come out as they went in, of all; for Onetongue that
is all of `normalize`, for a rival reading and writing with nothing changed in between, as its own
documentation does it. *Speed*: kilobytes of the file a second, reading and then detection, and
detection in the bare words as plain text beside it; side by side in one run, so only ratios count.
"""

from __future__ import annotations

import io
import json
import sys
import time
import zipfile
from typing import TYPE_CHECKING

import samples

import onetongue as ot

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onetongue.document import Document

SAMPLES = {
    "html": ("a.html", samples.html),
    "markdown": ("a.md", samples.markdown),
    "jsonl": ("a.jsonl", samples.jsonl),
    "subtitles": ("a.srt", samples.subtitles),
    "docx": ("a.docx", samples.docx),
}
SECONDS = 1.0  # each speed is measured for at least so long


def rivals() -> dict[str, list[tuple[str, Callable[[bytes], bytes]]]]:
    """By format, what others do between a file's bytes and its bytes."""
    import docx
    import html5lib
    import mdformat
    import pysubs2
    from bs4 import BeautifulSoup
    from lxml import html

    def word(data: bytes) -> bytes:
        file = io.BytesIO()
        docx.Document(io.BytesIO(data)).save(file)
        return file.getvalue()

    def lines(data: bytes) -> bytes:
        records = [json.loads(line) for line in data.decode().splitlines()]
        return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records).encode()

    return {
        "html": [
            ("BeautifulSoup, html.parser", lambda b: str(BeautifulSoup(b, "html.parser")).encode()),
            ("lxml.html", lambda b: html.tostring(html.fromstring(b), encoding="utf-8")),
            ("html5lib", lambda b: html5lib.serialize(html5lib.parse(b.decode())).encode()),
        ],
        "markdown": [("mdformat, gfm", lambda b: _formatted(mdformat.text, b))],
        "jsonl": [("json", lines)],
        "subtitles": [
            ("pysubs2", lambda b: pysubs2.SSAFile.from_string(b.decode()).to_string("srt").encode())
        ],
        "docx": [("python-docx", word)],
    }


def _formatted(text: Callable[..., str], data: bytes) -> bytes:
    return text(data.decode(), extensions={"gfm", "frontmatter"}).encode()


def normalized(normalizer: ot.Normalizer, name: str, data: bytes) -> bytes:
    """What `normalize` writes."""
    return normalizer.normalize_bytes(data, name=name).encode()


def kept(documents: Sequence[bytes], way: Callable[[bytes], bytes]) -> str:
    """How many documents come out as they went in."""
    same = 0
    for data in documents:
        try:
            same += way(data) == data
        except Exception as error:  # a rival may fail in any way, and that is its result
            print(f"# {type(error).__name__}: {str(error)[:80]}", file=sys.stderr)
    return f"{same} of {len(documents)}"


def parts_kept(data: bytes, way: Callable[[bytes], bytes]) -> str:
    """How many parts of a package do, compressed bytes and all."""
    before, after = _parts(data), _parts(way(data))
    return f"{sum(after.get(n) == raw for n, raw in before.items())} of {len(before)} parts"


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def speed(read: Callable[[], object], size: int) -> float:
    """Kilobytes a second of something that handles `size` bytes."""
    done, start = 0, time.perf_counter()
    while (spent := time.perf_counter() - start) < SECONDS:
        read()
        done += size
    return done / 1000 / spent


def words(document: Document) -> str:
    """What is read of a document, as plain text."""
    text = document.text
    return "\n\n".join(region.reading(text) for region in document.regions)


def print_kept(normalizer: ot.Normalizer, *, with_rivals: bool) -> None:
    """Print the table of bytes."""
    others = rivals() if with_rivals else {}
    print("| format | what reads and writes | bytes kept | parts kept |\n| --- | --- | --- | --- |")
    for name, (file, make) in SAMPLES.items():
        documents = make()
        ours = ("**Onetongue**", lambda data, file=file: normalized(normalizer, file, data))
        for way, write in (ours, *others.get(name, [])):
            parts = parts_kept(documents[0], write) if name == "docx" else ""
            print(f"| {name} | {way} | {kept(documents, write)} | {parts} |")


def print_speed(normalizer: ot.Normalizer) -> None:
    """Print the table of speeds."""
    print("\n| format | read, KB/s | detect, KB/s of the words | of plain text |")
    print("| --- | --- | --- | --- |")
    for name, (file, make) in SAMPLES.items():
        print(f"| {name} | {' | '.join(speeds(normalizer, file, make()))} |")


def speeds(normalizer: ot.Normalizer, file: str, data: Sequence[bytes]) -> tuple[str, str, str]:
    """The speed of reading, that of detection, and the latter as a share of that in plain text."""
    documents = [normalizer.read(one, file)[0] for one in data]
    bare = [normalizer.read_text(words(document)) for document in documents]
    size = sum(len(document.text) for document in bare)
    reading = speed(lambda: [normalizer.read(one, file) for one in data], sum(map(len, data)))
    found = speed(lambda: [normalizer.inspect(one) for one in documents], size)
    plain = speed(lambda: [normalizer.inspect(one) for one in bare], size)
    return f"{reading:.0f}", f"{found:.0f}", f"{found / plain:.2f}×"


def main() -> None:
    """Print both tables."""
    normalizer = ot.Normalizer()
    print_kept(normalizer, with_rivals="--rivals" in sys.argv)
    print_speed(normalizer)


if __name__ == "__main__":
    main()
