"""Taking segments out of a document, with what stood there for their sake alone.

Responsible for: what of the markup around and in a segment must stay, and the separator, lines and
blank lines that go with it.
Not responsible for: which segments are taken out (`detect.versions`), or putting the change into the
text (`splicing`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onetongue.characters import NEWLINE
from onetongue.document import Span, Translation
from onetongue.language.item_marks import after_marks
from onetongue.prose import BREAK, Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.document import Change, Document, Region, Segment

_SEPARATOR: Final = r"(?:/{1,2}|\|{1,2}|[•·–—-])"
_BEFORE: Final = re.compile(rf"[ \t]+{_SEPARATOR}[ \t]+\Z")
_AFTER: Final = re.compile(rf"[ \t]+{_SEPARATOR}[ \t]+")
_SIGNS: Final = {
    "text": re.compile(r"[ \t]*(?:>[ \t]*)*"),
    # A heading, a quotation or an item of a list is nothing without its words.
    "markdown": re.compile(r"[ \t]*(?:(?:>|#{1,6}|[-*+]|\d{1,9}[.)])[ \t]+)*"),
}
_LINE: Final = rf"(?:{NEWLINE.pattern})[ \t>]*"
_FORCED: Final = {
    "html": re.compile(r"(?:\s*<br\b[^>]*>\s*)+", re.IGNORECASE),
    "markdown": re.compile(
        rf"(?:(?:[ ]{{2,}}|\\){_LINE}|[ \t]*<br\s*/?>[ \t]*(?:{_LINE})?)+", re.IGNORECASE
    ),
}
_REACH: Final = 200  # code points before a stretch that are looked at for one, or for signs
_EMPHASIS: Final = ("***", "___", "**", "__", "*", "_", "~~")
_UNDERLINE: Final = re.compile(rf"(?:{NEWLINE.pattern}) {{0,3}}(?:=+|-+)[ \t]*(?=[\r\n]|\Z)")
_BLANK: Final = re.compile(rf"(?:[ \t]*(?:{NEWLINE.pattern}))*+")
_LINE_REST: Final = re.compile(rf"[ \t]*(?:{NEWLINE.pattern}|\Z)")
_MARKUP: Final = frozenset({"text", "markdown", "html"})  # what is around a segment is text there


def taken_out(document: Document, segments: Sequence[Segment]) -> list[Change]:
    r"""Give the changes that take segments out; disjoint, in order, as the segments are.

    A paragraph goes with its line ends and the blank lines behind it, in plain text and Markdown;
    elsewhere its element stays, empty. Markup that opens or closes in a segment without its other
    half stays, and so does what has no words, such as an image.

    >>> from onetongue.document import Document, Evidence, Region, Segment
    >>> text = "Exit.\n\nSortie.\n\nThanks."
    >>> document = Document(text, (Region(Span(7, 14), "paragraph", "running text"),))
    >>> segment = Segment(Span(7, 14), "Sortie.", "paragraph", "fr", Evidence(0.9, "French"))
    >>> taken_out(document, [segment])[0][0].text
    'Sortie.\n\n'
    """
    starts = [region.span.start for region in document.regions]
    changes: list[Change] = []
    tail = len(document.text)
    for segment in reversed(segments):
        content = _kept(segment)
        region = document.regions[bisect_right(starts, segment.span.start) - 1]
        whole = segment.span
        if document.format in _MARKUP and not content:
            whole = _with_signs(document, _with_holders(region, whole))
            whole = _with_separator(document.text, region, _with_breaks(document, whole))
            if segment.prose is None or segment.prose.holds_markup:  # else its lines are a value's
                whole = _with_lines(document, whole, tail)
        tail = (
            whole.start if whole.end <= tail and not document.text[whole.end : tail].strip() else -1
        )
        wide = replace(segment, span=whole, text=whole.of(document.text))
        changes.append((wide, Translation("", "rule", 1.0, content=content)))
    return _disjoint(changes[::-1], segments)


def _disjoint(changes: Sequence[Change], segments: Sequence[Segment]) -> list[Change]:
    """The changes, without what went with two segments at once."""
    found: list[Change] = []
    for (wide, translation), segment in zip(changes, segments, strict=True):
        is_free = not found or found[-1][0].span.end <= wide.span.start
        found.append((wide if is_free else segment, translation))
    return found


def _kept(segment: Segment) -> str:
    """The markup of a segment that stays without its words."""
    prose = segment.prose
    if prose is None:
        return ""
    halves = {
        half
        for pair in prose.pairs()
        if not (pair.open and pair.close)
        for half in pair[2:]
        if half
    }
    points = {run for _, run in prose.points() if run.tag != BREAK and not run.text.isspace()}
    kept = [run for run in prose.runs if run in halves or run in points]
    content = prose.join(prose, kept).content if prose.join else prose.written(kept)
    return prose.frame.wrap(content) if prose.frame else content


def _with_holders(region: Region, span: Span) -> Span:
    """The stretch with the inline markup that holds nothing else."""
    prose = region.prose
    if not isinstance(prose, Prose):
        return span
    held = prose.holders(prose.place(span.start), prose.place(span.end))
    pairs = {run.pair for run in held}
    runs = [run for run in prose.runs if run.pair in pairs]
    return Span(
        min([span.start, *(run.start for run in runs)]), max([span.end, *(run.end for run in runs)])
    )


def _with_signs(document: Document, span: Span) -> Span:
    """The stretch with the signs of emphasis around it, which without words would be a line."""
    signs = _EMPHASIS if document.format == "markdown" else ()
    for sign in signs:
        start, end = span.start - len(sign), span.end + len(sign)
        if (
            start >= 0
            and document.text[start : span.start] == document.text[span.end : end] == sign
        ):
            return Span(start, end)
    return span


def _with_breaks(document: Document, span: Span) -> Span:
    """The stretch with the forced breaks before it, or behind it where none is before."""
    forced = _FORCED.get(document.format)
    if forced is None:
        return span
    near = document.text[max(0, span.start - _REACH) : span.start]
    before = next((one for one in forced.finditer(near) if one.end() == len(near)), None)
    if before:
        return Span(span.start - len(before[0]), span.end)
    behind = forced.match(document.text, span.end)
    return Span(span.start, behind.end()) if behind else span


def _with_separator(text: str, region: Region, span: Span) -> Span:
    """The stretch with the sign between it and the other half of its line."""
    before, after = text[region.span.start : span.start], text[span.end : region.span.end]
    if not after.strip(" \t:") and (found := _BEFORE.search(before)):
        return Span(region.span.start + found.start(), span.end)
    if not before.strip() and (found := _AFTER.match(after)):
        return Span(span.start, span.end + found.end())
    return span


def _with_lines(document: Document, span: Span, tail: int) -> Span:
    """The stretch with the lines that it fills, and the blank lines that would then be two.

    `tail` is from where on all is taken out. There the blank lines before go, else those behind.
    """
    text = document.text
    line, end = _line_start(text, span.start), span.end
    if document.format == "markdown" and (under := _UNDERLINE.match(text, end)):
        end = under.end()
    rest = _LINE_REST.match(text, end)
    if rest is None or not _is_bare(document, line, span.start, rest.end()):
        return span
    if end <= tail and not text[end:tail].strip():
        while line and text[line - 1].isspace():
            line -= 1
        return Span(line, end)
    end = rest.end()
    above = line - 1 - (text[max(line - 2, 0) : line] == "\r\n")
    is_apart = not text[_line_start(text, above) : line].strip() if line else True
    blank = _BLANK.match(text, end) if is_apart else None
    return Span(line, blank.end() if blank else end)


def _is_bare(document: Document, line: int, start: int, following: int) -> bool:
    """Whether a line has nothing but signs before `start`, and the `following` one needs none of them."""
    text, signs = document.text, _SIGNS.get(document.format)
    if signs is None:
        return False
    at = signs.match(text, line, start).end()  # type: ignore[union-attr]  # matches anything
    if at < start and after_marks(text, at, min(len(text), start + _REACH)) != start:
        return False
    is_deeper = _indent(text, following) > _indent(text, line)
    return not text[line:start].strip() or not is_deeper


def _line_start(text: str, at: int) -> int:
    """Where the line begins that holds a place."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _indent(text: str, line: int) -> int:
    """How far the next line with words is indented, from one line on."""
    blank = _BLANK.match(text, line)
    start = end = blank.end() if blank else line
    while text[end : end + 1] in {" ", "\t"}:
        end += 1
    return end - start
