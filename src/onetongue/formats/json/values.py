"""String values of JSON as regions: each value is a plain text of its own.

Responsible for: which strings are read, what their keys say of their kind, and blocks of what a
string reads as back in the source.
Not responsible for: JSON's grammar (`strings`), what blocks there are (`plain`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from onetongue.document import RECORD_SCHEMA, Region, Span
from onetongue.formats.json.prose import LateProse
from onetongue.formats.json.strings import BOM, decoded, encoded, escapes
from onetongue.formats.plain import read as read_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from onetongue.document import RegionKind
    from onetongue.formats.json.strings import Path, Value

_KINDS: Final[dict[str, RegionKind]] = {
    **dict.fromkeys(("title", "titles", "headline", "headlines", "heading"), "heading"),
    **dict.fromkeys(("caption", "captions", "legend", "legends", "alt"), "caption"),
}
# What a program has written to a machine: "politique" as a category, a slug, an id, base64. A title
# of one word is a word; nobody means "le-ministre" or "a_b" as prose under any key.
_ONE_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)?[.,:;!?…]*")
_WORD: Final = re.compile(r"[^\W\d_]{2}")


class Values:
    """Reads the values of one document: `text`, with the stretches an earlier run protects.

    Values are given in order. `fields` are keys, or dotted paths that end at any depth, arrays
    passed through; without any, every string is read.
    """

    def __init__(self, text: str, protected: Sequence[Span], fields: Sequence[str]) -> None:
        self._text = text
        self._is_ascii = text.removeprefix(BOM).isascii()
        self._protected = protected
        self._following = 0
        self._names = frozenset(fields)
        self._paths = tuple(f".{field}" for field in fields if "." in field)
        self._seen = False

    def read(self, values: Iterable[Value]) -> Iterator[Region]:
        """The regions of these values, in order."""
        own: Path | None = None
        for value in values:
            if value.path[-1:] == ("schema",) and self._is_own(value):
                own = value.path[:-1]
            if own is not None and value.path[: len(own)] == own:
                continue
            if self._names and not self._is_named(value.path):
                continue
            self._seen = True
            protected = self._inside(value)
            raw = self._text[value.start : value.end]
            words = decoded(raw)
            if _WORD.search(words):
                yield from self._regions(value, raw, words, protected)

    def _is_own(self, value: Value) -> bool:
        """Whether it says that the object it stands in is an account of ours."""
        return self._text[value.start : value.end] == RECORD_SCHEMA

    def notes(self) -> tuple[str, ...]:
        """What a reader should know: that none of the fields is there."""
        if self._names and not self._seen:
            return (f"no string under {' or '.join(sorted(self._names))}",)
        return ()

    def _is_named(self, path: Path) -> bool:
        keys = [step for step in path if isinstance(step, str)]
        if not keys:
            return False
        whole = "." + ".".join(keys)
        return keys[-1] in self._names or whole.endswith(self._paths)

    def _inside(self, value: Value) -> list[Span]:
        """The protected stretches in a value; one that goes on beyond it is no marker of ours."""
        spans = self._protected
        while self._following < len(spans) and spans[self._following].start < value.start:
            self._following += 1
        found = []
        while self._following < len(spans) and spans[self._following].end <= value.end:
            found.append(spans[self._following])
            self._following += 1
        return found

    def _regions(
        self, value: Value, raw: str, words: str, protected: Sequence[Span]
    ) -> Iterator[Region]:
        key = next((step for step in reversed(value.path) if isinstance(step, str)), "")
        kind = _KINDS.get(key.lower())
        if len(words.split(None, 1)) == 1:
            is_text = kind is not None or bool(self._names)
            if not is_text or not _ONE_WORD.fullmatch(words.strip()):
                return
        places = _Places(self._text, value)
        kept = [Span(places.reading(span.start), places.reading(span.end)) for span in protected]
        blocks = read_plain(words, protected=kept)
        escape = self._escape(raw)
        for block in blocks:
            yield self._region(block, kind if len(blocks) == 1 else None, key, places, escape)

    def _region(
        self,
        block: Region,
        kind: RegionKind | None,
        key: str,
        places: _Places,
        escape: Callable[[str], str],
    ) -> Region:
        start, end = places.source(block.span.start), places.source(block.span.end)
        kept = tuple(Span(places.source(p.start), places.source(p.end)) for p in block.protected)
        prose = LateProse(self._text, start, end, escape)
        rule = _rule(key) if kind else block.rule
        return Region(Span(start, end), kind or block.kind, rule, kept, prose)

    def _escape(self, raw: str) -> Callable[[str], str]:
        """How the document writes such a string: all in ASCII, or as it reads."""
        is_ascii = self._is_ascii or (raw.isascii() and "\\u" in raw)
        return _escape(is_ascii, slashes="\\/" in raw)


@cache
def _rule(key: str) -> str:
    return f"value of {key!r}"


@cache
def _escape(is_ascii: bool, *, slashes: bool) -> Callable[[str], str]:
    return partial(encoded, ascii_only=is_ascii, slashes=slashes)


class _Places:
    """Offsets in what a string reads as, and in the source."""

    def __init__(self, text: str, value: Value) -> None:
        self._ends = [value.start]  # in the source, after each escape
        self._readings = [0]  # in the reading, after it
        for start, end in escapes(text, value.start, value.end):
            self._readings.append(self._readings[-1] + start - self._ends[-1] + 1)
            self._ends.append(end)

    def source(self, reading: int) -> int:
        """Where in the source the character at an offset of the reading begins."""
        i = bisect_right(self._readings, reading) - 1
        return self._ends[i] + reading - self._readings[i]

    def reading(self, source: int) -> int:
        """Where an offset of the source, outside escapes, stands in the reading."""
        i = bisect_right(self._ends, source) - 1
        return self._readings[i] + source - self._ends[i]
