"""Byte-level fuzzing of a format.

Run: python scripts/fuzz_formats.py FORMAT [libFuzzer options]

Needs atheris (`pip install atheris`), which is no dependency of the tests. Give a folder for the
corpus as the last option; the example article in the format is put there first. An input that fails
is left in the working folder; it belongs into the format's tests once it is mended.

Of every input that can be read: the result proves itself, its bytes can be made, it reverts to its
source, and a second run finds nothing. What cannot be read, or written in its encoding, is an
`InputError`, never another.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import atheris

INSTRUMENTED = ["onetongue.formats", "onetongue.prose"]

with atheris.instrument_imports(include=INSTRUMENTED):
    import onetongue as ot
    from onetongue.errors import InputError
    from onetongue.formats import load_format

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from support.engine import Engine, in_words  # noqa: E402 - of the tests

if TYPE_CHECKING:
    from collections.abc import Sequence

FIXTURES = ROOT / "fixtures"
SUFFIXES = {
    "html": "html",
    "markdown": "md",
    "docx": "docx",
    "jsonl": "jsonl",
    "json": "json",
    "subtitles": "vtt",
    "text": "txt",
}


def look(data: bytes, normalizer: ot.Normalizer, name: str) -> None:
    """Do to one input all that is promised of it."""
    document, _ = normalizer.read(data, name)
    result = normalizer.normalize_document(document)
    assert ot.revert(result.text, result.provenance()) == document.text
    content = result.encode()
    if not result.changed:
        assert content == data
    again, _ = normalizer.read(content, name)
    if again.encoding == document.encoding:  # another one may be guessed of other bytes
        assert again.text == result.text
        assert not normalizer.inspect(again).segments


def look_with_each(data: bytes, normalizers: Sequence[ot.Normalizer], name: str) -> None:
    """Do it with each kind of marker; an input that cannot be read, or not written so, is refused."""
    for normalizer in normalizers:
        with suppress(InputError):
            look(data, normalizer, name)


def main() -> None:
    """Fuzz the format that the first argument names."""
    name = sys.argv.pop(1)
    with atheris.instrument_imports(include=INSTRUMENTED):  # a format is loaded when asked for
        markers = load_format(name).markers
    normalizers = [
        ot.Normalizer(ot.Options(markers=one, format=name), engine=Engine(in_words))  # type: ignore[arg-type]
        for one in markers
    ]
    file = f"a.{SUFFIXES[name]}"
    for seed in FIXTURES.glob(f"*/input.{SUFFIXES[name]}"):
        look_with_each(seed.read_bytes(), normalizers, file)
        if Path(sys.argv[-1]).is_dir():
            (Path(sys.argv[-1]) / seed.parent.name).write_bytes(seed.read_bytes())
    atheris.Setup(sys.argv, lambda data: look_with_each(data, normalizers, file))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
