"""Word documents as a format: the words of every paragraph, in the body, notes, headers and comments.

Responsible for: which parts of the text are what, the kind of each paragraph, and the notes on what
is left alone.
Not responsible for: the package around the text (`package`), the pieces of a paragraph
(`paragraphs`) and the markup between its words (`inline`).

What Word notes of a language (`w:lang`) is not taken for a declaration: it is the keyboard's, or a
guess. Titles and keywords in the package's properties are no part of the page, and stay.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from onetongue.document import NotRead
from onetongue.formats.docx.chunks import CannotKeepError
from onetongue.formats.docx.inline import regions
from onetongue.formats.docx.package import SEPARATOR, decode_package
from onetongue.formats.docx.paragraphs import paragraphs
from onetongue.formats.docx.styles import kinds_of_styles
from onetongue.formats.docx.write import Runs
from onetongue.formats.docx.xml_tokens import fault
from onetongue.formats.format import Format, Read, Settings
from onetongue.formats.left_out import not_read

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onetongue.document import Markers, Region, RegionKind, Span
    from onetongue.formats.docx.paragraphs import Paragraph
    from onetongue.formats.encoding import Decoded

_SPACES: Final = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_ROOT: Final = re.compile(
    r"(?:\ufeff|\s|<\?.*?\?>|<!--.*?-->)*<(?P<name>[^\s>/]+)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.S
)
_SPACE: Final = re.compile(
    rf"\sxmlns(?::(?P<prefix>[\w.-]+))?\s*=\s*[\"'](?:{'|'.join(map(re.escape, _SPACES))})[\"']"
)
_PART_OF: Final = {"hdr": "header", "ftr": "footer"}


class _PackagePart(NamedTuple):
    """One XML part: where it stands in the text, what it is, and how it names WordprocessingML."""

    start: int
    end: int
    name: str
    prefix: str


class _Docx:
    """Word documents as a format."""

    markers: tuple[Markers, ...] = ("bracket", "none")

    def decode(self, data: bytes, name: str) -> Decoded:
        return decode_package(data, name)

    def read(self, text: str, protected: Sequence[Span], settings: Settings) -> Read:
        notes: list[NotRead] = []
        parts = list(_parts(text, notes))
        styles: dict[str, str] = {}
        for part in parts:
            if part.name == "styles":
                styles = kinds_of_styles(text, part.start, part.end, part.prefix)
        found: list[Region] = []
        for part in parts:
            if part.name != "styles":
                found += _regions(text, part, styles, protected, notes)
        found.sort(key=lambda region: region.span.start)  # a text box stands inside a paragraph
        return Read(tuple(found), tuple(notes))


FORMAT: Format = _Docx()


def paragraphs_at(text: str, offsets: Sequence[int]) -> list[tuple[str, int]]:
    """The part and the number of the paragraph, from 1, that each of these offsets stands in.

    Offsets are in order, and in paragraphs; of one in another it is the inner.
    """
    found: dict[int, tuple[str, int]] = {}
    for part in _parts(text, []):
        low = bisect_left(offsets, part.start)
        if low == bisect_left(offsets, part.end):
            continue
        for paragraph in paragraphs(text, part.start, part.end, part.prefix, {}):
            if paragraph.atoms:
                first = bisect_left(offsets, paragraph.atoms[0].start, lo=low)
                for offset in offsets[first : bisect_left(offsets, paragraph.atoms[-1].end)]:
                    found.setdefault(offset, (part.name, paragraph.number))
    return [found[offset] for offset in offsets]


def _parts(text: str, notes: list[NotRead]) -> Iterator[_PackagePart]:
    start = 0
    for number, content in enumerate(text.split(SEPARATOR), 1):
        end = start + len(content)
        why = fault(content)
        root = None if why else _ROOT.match(content)
        spaces = list(_SPACE.finditer(content)) if root else []
        if root is None:
            why = why or "it has no element"
            note = f"a part left as it is: {why}"
            notes.append(NotRead(f"part {number}", "the part", why, note))
        elif not _is_plain(content, spaces, root.end()):
            notes.append(_left(root["name"], "the part", "it names its elements in an unusual way"))
        else:
            prefix = f"{spaces[0]['prefix']}:" if spaces[0]["prefix"] else ""
            name = root["name"].removeprefix(prefix)
            yield _PackagePart(start, end, _PART_OF.get(name, name), prefix)
        start = end + len(SEPARATOR)


def _left(place: str, what: str, why: str) -> NotRead:
    return NotRead(place, what, why, f"{place} left as it is: {why}")


def _is_plain(content: str, spaces: Sequence[re.Match[str]], root_end: int) -> bool:
    """Whether WordprocessingML has one prefix, named by the root, that means nothing else."""
    if not spaces or spaces[0].end() > root_end:
        return False
    prefix = spaces[0]["prefix"]
    if any(one["prefix"] != prefix for one in spaces):
        return False
    any_space = re.compile(r"\sxmlns" + (f":{re.escape(prefix)}" if prefix else "") + r"\s*=")
    return len(any_space.findall(content)) == len(spaces)


def _regions(
    text: str,
    part: _PackagePart,
    styles: Mapping[str, str],
    protected: Sequence[Span],
    notes: list[NotRead],
) -> list[Region]:
    runs = Runs(part.prefix)
    found: list[Region] = []
    for paragraph in paragraphs(text, part.start, part.end, part.prefix, styles):
        kind = _kind(paragraph, styles)
        if not kind or not paragraph.atoms:
            continue
        first, last = paragraph.atoms[0].start, paragraph.atoms[-1].end
        low = bisect_right(protected, first, key=lambda p: p.end)
        high = bisect_left(protected, last, lo=low, key=lambda p: p.start)
        place = f"{part.name}, paragraph {paragraph.number}"
        try:
            if paragraph.is_odd:
                raise CannotKeepError("its elements stand in an unusual order")
            made, left = regions(
                text, paragraph.atoms, runs, (kind, _rule(kind)), protected[low:high]
            )
            found += made
            notes += [not_read(place, place, one.words) for one in left]
        except CannotKeepError as error:
            notes.append(_left(place, "the paragraph", str(error)))
    return found


def _kind(paragraph: Paragraph, styles: Mapping[str, str]) -> RegionKind | None:
    """The kind of a paragraph; none if it is code."""
    kind = styles.get(paragraph.style, "heading" if paragraph.is_outlined else "paragraph")
    return None if kind == "code" else cast("RegionKind", kind)


def _rule(kind: RegionKind) -> str:
    return "paragraph" if kind == "paragraph" else f"paragraph in a style for a {kind}"
