"""String values of JSON as regions: each value is a plain text or HTML of its own.

Responsible for: which strings are read, what their keys say of their kind, and blocks of what a
string reads as back in the source.
Not responsible for: JSON's grammar (`strings`), what blocks there are (`plain`, `html`),
or what is HTML (`markup`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from onetongue.document import RECORD_SCHEMA, NotRead, Region, Span
from onetongue.formats.format import NO_SETTINGS
from onetongue.formats.html.html import FORMAT as HTML
from onetongue.formats.json.markup import holding, in_source
from onetongue.formats.json.prose import LateString
from onetongue.formats.json.strings import BOM, Offsets, decoded, encoded
from onetongue.formats.plain import read as read_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from onetongue.document import RegionKind
    from onetongue.formats.json.strings import JsonString, Path
    from onetongue.formats.left_out import LeftOut

_KINDS: Final[dict[str, RegionKind]] = {
    **dict.fromkeys(("title", "titles", "headline", "headlines", "heading"), "heading"),
    **dict.fromkeys(("caption", "captions", "legend", "legends", "alt"), "caption"),
}
# What a program has written to a machine: "politique" as a category, a slug, an id, base64. A title
# of one word is a word; nobody means "le-ministre" or "a_b" as prose under any key.
_ONE_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)?[.,:;!?…]*")
_SIGNS: Final = re.compile(r"\\u00(?:3[cCeE]|26)")
_WORD: Final = re.compile(r"[^\W\d_]{2}")


class StringReader:
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
        self._left: list[int] = []  # where values begin whose tags stand among lines of text
        self.left_out: list[LeftOut] = []
        self.aside: list[Region] = []  # what HTML in a value cannot have written where it stands

    def read(self, values: Iterable[JsonString]) -> Iterator[Region]:
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

    def _is_own(self, value: JsonString) -> bool:
        """Whether it says that the object it stands in is an account of ours."""
        return self._text[value.start : value.end] == RECORD_SCHEMA

    def notes(self) -> tuple[NotRead, ...]:
        """What a reader should know: fields that are not there, markup that was not read."""
        if self._names and not self._seen:
            names = " or ".join(sorted(self._names))
            return (
                NotRead(1, "every string", f"none is under {names}", f"no string under {names}"),
            )
        if not self._left:
            return ()
        line, count = self._text.count("\n", 0, self._left[0]) + 1, len(self._left)
        strings = f"{count} string{'s' * (count > 1)}"
        note = (
            f"line {line}: {strings} with tags among lines of text, read as plain text, from this "
            "line on"
        )
        why = "they stand among lines of text, read as plain text"
        return (NotRead(line, f"tags in {strings}", why, note),)

    def _is_named(self, path: Path) -> bool:
        keys = [step for step in path if isinstance(step, str)]
        if not keys:
            return False
        whole = "." + ".".join(keys)
        return keys[-1] in self._names or whole.endswith(self._paths)

    def _inside(self, value: JsonString) -> list[Span]:
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
        self, value: JsonString, raw: str, words: str, protected: Sequence[Span]
    ) -> Iterator[Region]:
        key = next((step for step in reversed(value.path) if isinstance(step, str)), "")
        kind = _KINDS.get(key.lower())
        held = holding(words)
        if held == "none" and not self._is_read(words, kind):
            return
        offsets = Offsets(self._text, value)
        kept = [Span(offsets.reading(span.start), offsets.reading(span.end)) for span in protected]
        escape = self._escape(raw)
        if held == "html":
            read = HTML.read(words, kept, NO_SETTINGS)
            for region in self._marked_up(read.regions, key):
                yield in_source(region, self._text, words, offsets, escape)
            whole = Span(value.start, value.end)
            self.left_out += [one._replace(span=whole) for one in read.left_out]
            self.aside += [
                in_source(region, self._text, words, offsets, escape) for region in read.aside
            ]
            return
        self._left += [value.start] if held == "text" else []
        found = read_plain(words, protected=kept)
        self.left_out += [one._replace(span=offsets.span(one.span)) for one in found.left_out]
        blocks = found.regions
        for block in blocks:
            yield self._region(block, kind if len(blocks) == 1 else None, key, offsets, escape)

    def _marked_up(self, regions: tuple[Region, ...], key: str) -> tuple[Region, ...]:
        """The regions of HTML in one string, which has one kind if it is one."""
        if len(regions) != 1:
            return regions
        (region,) = regions
        kind = _KINDS.get(key.lower())
        if region.prose and not self._is_read(region.prose.text, kind):
            return ()
        return (replace(region, kind=kind, rule=_rule(key)) if kind else region,)

    def _is_read(self, words: str, kind: RegionKind | None) -> bool:
        """Whether words may be prose: one alone only where one is expected."""
        if len(words.split(None, 1)) != 1:
            return True
        is_text = kind is not None or bool(self._names)
        return is_text and _ONE_WORD.fullmatch(words.strip()) is not None

    def _region(
        self,
        block: Region,
        kind: RegionKind | None,
        key: str,
        offsets: Offsets,
        escape: Callable[[str], str],
    ) -> Region:
        span = offsets.span(block.span)
        kept = tuple(map(offsets.span, block.protected))
        prose = LateString(self._text, span.start, span.end, escape)
        rule = _rule(key) if kind else block.rule
        return Region(span, kind or block.kind, rule, kept, prose)

    def _escape(self, raw: str) -> Callable[[str], str]:
        """How the document writes such a string: all in ASCII, or as it reads."""
        is_ascii = self._is_ascii or (raw.isascii() and "\\u" in raw)
        return _escape(is_ascii, slashes="\\/" in raw, signs=_SIGNS.search(raw) is not None)


@cache
def _rule(key: str) -> str:
    return f"value of {key!r}"


@cache
def _escape(is_ascii: bool, *, slashes: bool, signs: bool) -> Callable[[str], str]:
    return partial(encoded, ascii_only=is_ascii, slashes=slashes, signs=signs)
