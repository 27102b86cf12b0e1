"""HTML and XHTML, fragment or page: its prose with exact offsets into the source.

Responsible for: the encoding that a page declares, and its regions in order.
Not responsible for: tokens (`tokens`), blocks (`walk`), runs (`regions`), or
languages; the source is never parsed into a tree and never written from one.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter, deque
from typing import TYPE_CHECKING, Final

from onetongue.document import overlap_with
from onetongue.formats.encoding import Decoded, decode
from onetongue.formats.format import Format, Read, Settings
from onetongue.formats.html.blocks import HtmlBlock, SpokenValue
from onetongue.formats.html.regions import Maker
from onetongue.formats.html.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onetongue.document import Markers, Region, Span

# Browsers look at 1024 bytes; pages from the wild have their declaration later than that too.
_HEAD: Final = 4096
# An element with this many blocks, and more than half of all, is a page's wrapper and no passage.
_PAGE: Final = 8
_COMMENT: Final = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_DECLARED: Final = (
    re.compile(rb"""\A\s*<\?xml\b[^>]*?\sencoding\s*=\s*["']([\w.:-]+)"""),
    re.compile(rb"""<meta\b[^>]*?[\s;"'/]charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE),
)
# What browsers read under a label that names another codec to Python.
# Source: https://encoding.spec.whatwg.org/#names-and-labels
_LABELS: Final = {
    **dict.fromkeys(("gb2312", "gb_2312-80", "chinese", "x-gbk"), "gbk"),
    **dict.fromkeys(("iso-8859-9", "iso8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean"), "cp949"),
    **dict.fromkeys(("tis-620", "iso-8859-11", "windows-874"), "cp874"),
    **dict.fromkeys(("macintosh", "mac", "x-mac-roman"), "mac-roman"),
    "x-mac-cyrillic": "mac-cyrillic",
    "x-user-defined": "",
}
# Codecs of text that have ASCII in them: no UTF-16, which no ASCII declaration can be in, and none
# of Python's own (unicode_escape, punycode).
_CODEC: Final = re.compile(r"utf-8|iso8859|cp\d|koi8|mac-|gb|big5|euc|shift|iso2022_jp")


class _Html:
    """HTML as a format."""

    markers: tuple[Markers, ...] = ("attributes", "bracket", "none")

    def decode(self, data: bytes, name: str) -> Decoded:
        return decode(data, name, declared_encoding(data))

    def read(self, text: str, protected: Sequence[Span], settings: Settings) -> Read:
        items = deque(walk(text))
        maker = Maker(text, protected, _wrappers(items))
        said: list[Region] = []
        regions: list[Region] = []
        while items:  # each is forgotten: the pieces of all need many times the text
            item = items.popleft()
            if isinstance(item, SpokenValue):
                region = maker.said(item)
                said += [region] if region else []
            else:
                regions += maker.block(item)
        apart, inside = _apart(said, regions)
        every = sorted([*regions, *apart], key=_start)
        fixed = [region for region in every if region.fixed]
        is_fixed = overlap_with(region.span for region in fixed)
        aside = [*fixed, *(region for region in inside if not is_fixed(region.span))]
        return Read(
            tuple(region for region in every if not region.fixed),
            aside=tuple(sorted(aside, key=_start)),
            left_out=tuple(sorted(maker.left_out)),
        )


FORMAT: Format = _Html()


def _start(region: Region) -> int:
    return region.span.start


def declared_encoding(data: bytes) -> str:
    """The encoding that the head of a page names, as Python calls it; empty without a usable one.

    >>> declared_encoding(b'<meta http-equiv="content-type" content="text/html; charset=latin1">')
    'iso8859-1'
    """
    head = _COMMENT.sub(b"", data[:_HEAD].removeprefix(codecs.BOM_UTF8))
    for pattern in _DECLARED:
        found = pattern.search(head)
        label = found[1].decode("ascii", "replace").lower() if found else ""
        try:
            name = codecs.lookup(_LABELS.get(label, label)).name
        except (LookupError, ValueError):
            continue
        if _CODEC.match(name):
            return name
    return ""


def _wrappers(items: Iterable[HtmlBlock | SpokenValue]) -> frozenset[int]:
    """Where elements begin that declare the language of most of a page, as its root does."""
    counts = Counter(
        item.pieces[0].language.start if isinstance(item, HtmlBlock) else -1 for item in items
    )
    total = counts.total()
    return frozenset(
        start for start, count in counts.items() if count >= _PAGE and count > total / 2
    )


def _apart(said: Sequence[Region], blocks: Sequence[Region]) -> tuple[list[Region], list[Region]]:
    """Values of attributes outside of every block, and those of tags inside one."""
    apart: list[Region] = []
    inside: list[Region] = []
    i = 0
    for region in said:
        while i < len(blocks) and blocks[i].span.end <= region.span.start:
            i += 1
        is_inside = i < len(blocks) and blocks[i].span.start < region.span.end
        (inside if is_inside else apart).append(region)
    return apart, inside
