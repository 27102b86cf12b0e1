"""The review page: source and result side by side, why each change was made, and a reviewer's word.

Responsible for: one HTML file that needs nothing else and asks nothing of the network: the document
cut into blocks, the account of every change, and a policy that lets only our own code run.
Not responsible for: what the page looks like and does (`data/report/`), reading the decisions that
it saves (`decisions`), or putting the page in a file.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from bisect import bisect_left, bisect_right
from hashlib import sha256
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING

from onetongue.characters import NEWLINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onetongue.account.normalized import NormalizedDocument
    from onetongue.document import Document, Markers, Record, Segment, Span

_SLOT = re.compile(r"\{\{(\w+)\}\}")
# What could end the element the JSON stands in, what JavaScript once took for a line end, and what
# no UTF-8 file can hold.
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
# One or more blank lines, with the end of the line before them. Atomic: CR LF is one line end.
_BLANK_LINES = re.compile(rf"(?>{NEWLINE.pattern})(?:[ \t]*+(?>{NEWLINE.pattern}))+")


def report(result: NormalizedDocument) -> str:
    """Make the review page of a normalized document.

    Returns:
        HTML in one file, writable in UTF-8. It depends on the document and, as the provenance
        does, on SOURCE_DATE_EPOCH or the clock.

    Raises:
        InputError: as `NormalizedDocument.provenance`.

    >>> from onetongue.document import Document, Options
    >>> from onetongue.account.normalized import NormalizedDocument
    >>> report(NormalizedDocument.of(Document("English.", ()), [], options=Options()))[:15]
    '<!DOCTYPE html>'
    """
    style, script = _asset("report.css"), _asset("report.js")
    slots = {
        "policy": f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'",
        "style": style,
        "data": _json(_view(result)),
        "script": script,
    }
    return _SLOT.sub(lambda slot: slots[slot[1]], _asset("report.html"))


def _view(result: NormalizedDocument) -> dict[str, object]:
    """Give the account, and what the page needs beside it: the texts, cut where it shows a change."""
    return {
        "account": result.provenance(),
        "notes": result.notes,
        "said": [str(parallel) for parallel in result.parallel],
        "blocks": list(_blocks(result) if _is_plain(result.source) else _read_blocks(result)),
        "pieces": [_marker_pieces(record, result.markers) for record in result.records],
        "evidence": [
            {"rule": record.segment.evidence.rule, "words": record.segment.evidence.words}
            for record in result.records
        ],
    }


def _blocks(result: NormalizedDocument) -> Iterator[dict[str, object]]:
    """Cut the whole source into blocks, each a kind and parts that together are its text.

    A part is untouched text, or says which record or stretch left alone stands there.
    """
    document, marks = result.source, _marks(result)
    starts = [span.start for span, _ in marks]

    def splits_mark(cut: int) -> bool:
        before = bisect_left(starts, cut) - 1
        return before >= 0 and marks[before][0].end > cut

    length = len(document.text)
    cuts = {cut for cut in _cuts(document) if 0 < cut < length and not splits_mark(cut)}
    region_starts = [region.span.start for region in document.regions]
    following = 0
    for start, end in pairwise((0, *sorted(cuts), length)):
        parts: list[object] = []
        at = start
        while following < len(marks) and marks[following][0].start < end:
            span, part = marks[following]
            parts += [document.text[at : span.start], part]
            at = span.end
            following += 1
        parts.append(document.text[at:end])
        region = bisect_left(region_starts, start)
        is_prose = region < len(region_starts) and region_starts[region] < end
        kind = document.regions[region].kind if is_prose else ""
        yield {"kind": kind, "parts": [part for part in parts if part]}


def _is_plain(document: Document) -> bool:
    """Whether the source is readable as it stands, quoted lines included."""
    return document.format == "text" or all(region.prose is None for region in document.regions)


def _read_blocks(result: NormalizedDocument) -> Iterator[dict[str, object]]:
    """The blocks of a document with markup: what is read in each region, without the markup."""
    marks, following = _marks(result), 0
    for region in result.source.regions:
        prose = region.prose
        text = region.reading(result.source.text)
        parts: list[object] = []
        at = 0
        while following < len(marks) and marks[following][0].start < region.span.end:
            span, part = marks[following]
            start = prose.place(span.start) if prose else span.start - region.span.start
            parts += [text[at:start], part]
            at = prose.place(span.end) if prose else span.end - region.span.start
            following += 1
        parts.append(text[at:])
        yield {"kind": region.kind, "parts": [part for part in parts if part]}


def _cuts(document: Document) -> Iterator[int]:
    """Give the offsets where a block may begin: a line with prose in it, or one after a blank line."""
    text, end = document.text, 0
    for region in document.regions:
        start = region.span.start
        line_end = max(text.rfind("\n", end, start), text.rfind("\r", end, start))
        yield start if line_end < 0 else line_end + 1
        end = region.span.end
    for blank in _BLANK_LINES.finditer(text):
        yield blank.end()


def _marks(result: NormalizedDocument) -> list[tuple[Span, dict[str, int]]]:
    """Give the stretches that the page marks, in order and disjoint; a record goes first."""
    marks = [(record.source, {"record": i}) for i, record in enumerate(result.records)]
    starts = [span.start for span, _ in marks]
    left = [
        (segment.span, {"left": i})
        for i, segment in enumerate(result.left_alone)
        if _is_free(segment, starts, result.records)
    ]
    return sorted(marks + left, key=lambda mark: mark[0])


def _is_free(segment: Segment, starts: list[int], records: tuple[Record, ...]) -> bool:
    before = bisect_right(starts, segment.span.end - 1) - 1
    return before < 0 or not records[before].source.overlaps(segment.span)


def _marker_pieces(record: Record, markers: Markers) -> tuple[str, str, str]:
    """Cut what stands in the output into marker, English, marker.

    The English is as the output has it, so with backslashes where a bracket marker needs them; of a
    document with markup it is the words alone.
    """
    text = record.replacement
    if record.translation.is_taken_out:
        return "", "", ""
    if record.segment.prose:
        signs = {
            "bracket": (text[text.find("⟦") : text.find(": ", text.find("⟦")) + 2], "⟧"),
            "footnote": ("", _label(record)),
        }
        before, after = signs.get(markers, ("", ""))
        return before, record.translation.text, after
    start, end = 0, len(text)
    if markers == "bracket":
        start, end = text.index(": ") + 2, end - 1
    elif markers == "footnote":
        end = text.rindex("[^")
    return text[:start], text[start:end], text[end:]


def _label(record: Record) -> str:
    """The reference, with white space behind it; nothing where none can stand."""
    at = record.replacement.rfind("[^")
    return record.replacement[at:] if at >= 0 else ""


def _json(value: object) -> str:
    r"""Write JSON that may stand in a script element.

    >>> _json("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _hash(source: str) -> str:
    """Give the source expression by which a policy allows one inline script or style."""
    return f"'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'"


def _asset(name: str) -> str:
    file = resources.files("onetongue").joinpath("data", "report", name)
    return file.read_text(encoding="utf-8")
