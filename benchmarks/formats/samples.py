"""Documents without French in every format, the same on every run.

Responsible for: what is read and written again by `run.py`. The pages, the Markdown and the Word
document are those of the tests; JSON Lines and subtitles are drawn here.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from random import Random
from typing import Final

ROOT: Final = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from support.soup import SENTENCES, page  # noqa: E402 - of the tests

PAGES, FILES = 440, 200
NUMBERS: Final = ("1", "-0", "1.0", "1E5", "0.10", "12345678901234567890", "1e-7")


def html() -> list[bytes]:
    """News, blogs, docs, forums, shops, mail and other pages, most of them damaged."""
    return [page(number).encode() for number in range(PAGES)]


def markdown() -> list[bytes]:
    """The examples of the CommonMark specification."""
    path = ROOT / "tests" / "formats" / "markdown" / "commonmark-spec-0.31.2.json"
    return [example.encode() for example in json.loads(path.read_bytes())]


def docx() -> list[bytes]:
    """The example article as a Word document, translated and marked."""
    return [p.read_bytes() for p in sorted((ROOT / "fixtures").glob("*-docx/expected.docx"))]


def jsonl() -> list[bytes]:
    """Files of ten records whose numbers, escapes, white space and line ends vary."""
    return [_records(Random(number)) for number in range(FILES)]


def _records(random: Random) -> bytes:
    newline = random.choice(["\n", "\r\n"])
    lines = []
    for number in range(10):
        gap, escape = random.choice(["", " ", "  "]), random.choice([True, False])
        body = json.dumps(" ".join(random.sample(SENTENCES, 2)), ensure_ascii=escape)
        body = body.replace("/", random.choice(["/", "\\/"]))
        lines.append(
            f'{{{gap}"id":{gap}{number},{gap}"score":{random.choice(NUMBERS)},"body":{gap}{body}}}'
        )
    return (newline.join(lines) + random.choice(["", newline])).encode()


def subtitles() -> list[bytes]:
    """SubRip files of ten cues whose numbering, tags and line ends vary."""
    return [_cues(Random(number)) for number in range(FILES)]


def _cues(random: Random) -> bytes:
    newline = random.choice(["\n", "\r\n"])
    first, tag = random.choice([0, 1, 7]), random.choice(["i", "b", "font color=red"])
    cues = []
    for number in range(10):
        words = random.choice(SENTENCES).split()
        half = len(words) // 2
        text = (
            f"<{tag}>{' '.join(words[:half])}</{tag.split()[0]}>{newline}{' '.join(words[half:])}"
        )
        lead = random.choice(["", "{\\an8}", ""])
        time = f"00:00:{number:02},000 --> 00:00:{number:02},900"
        cues.append(f"{first + number}{newline}{time}{newline}{lead}{text}{newline}")
    return (newline.join(cues) + random.choice(["", newline * 2])).encode()
