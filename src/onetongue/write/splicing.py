"""Puts replacements into a text, and proves afterwards that nothing else changed.

Responsible for: the target span of every change (a running length difference), the spliced text,
and its proofs: replaying the records gives the output, taking them back gives the source.
Not responsible for: what a replacement looks like (`markers`), or where the text goes.

All of it is linear in the length of the text: pieces are joined once, never record by record.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from onetongue.document import EmptySpan, Record, Segment, Span, Translation, require_disjoint
from onetongue.errors import InputError, IntegrityError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def splice(
    source: str, changes: Sequence[tuple[Segment, Translation, str]], *, first_id: int = 1
) -> tuple[str, tuple[Record, ...]]:
    r"""Put each replacement where its segment stands, and record it.

    Args:
        source: The text the segments' offsets point into.
        changes: In document order: a segment, its translation, and exactly what shall stand in
            its place (marker included).
        first_id: The id of the first record; the others count on from it.

    Returns:
        The new text (without notes), and one record per change in the same order.

    Raises:
        SpanError: segments out of order, overlapping, or outside `source`.
        InputError: a replacement is empty, and not by the rule that takes a segment out.

    >>> from onetongue.document import Evidence
    >>> segment = Segment(Span(3, 8), "Merci", "phrase", "fr", Evidence(0.9, "all words French"))
    >>> text, (record,) = splice("Oh Merci!", [(segment, Translation("Thanks", "engine", 0.9), "Thanks")])
    >>> text, record.target
    ('Oh Thanks!', Span(start=3, end=9))
    """
    require_disjoint((segment.span for segment, _, _ in changes), len(source), "segment")
    records = []
    shift = 0
    for number, (segment, translation, replacement) in enumerate(changes, first_id):
        if not replacement and not translation.is_taken_out:
            where = f"{segment.span.start}..{segment.span.end}"
            raise InputError(f"the replacement of the segment at {where} is empty; leave it alone")
        start = segment.span.start + shift
        end = start + len(replacement)
        target = Span(start, end) if replacement else EmptySpan(start, end)
        records.append(Record(number, target, replacement, segment, translation))
        shift += len(target) - len(segment.span)
    return replay(source, records), tuple(records)


def replay(source: str, records: Sequence[Record], notes: str = "") -> str:
    """Make the output again from the source and its records.

    Raises:
        SpanError: records out of order, overlapping, or outside `source`.

    >>> replay("unchanged", [])
    'unchanged'
    """
    require_disjoint((record.source for record in records), len(source), "record")
    return "".join(pieces(source, ((r.source, r.replacement) for r in records))) + notes


def revert_text(output: str, records: Sequence[Record], notes: str = "") -> str:
    """Make the source again from the output and its records.

    Raises:
        SpanError: target spans out of order, overlapping, or outside `output`.
        IntegrityError: `output` does not end with `notes`.

    >>> revert_text("unchanged", [])
    'unchanged'
    """
    if not output.endswith(notes):
        raise IntegrityError("the text does not end with the notes its records were written with")
    body = output[: len(output) - len(notes)]
    require_disjoint((record.target for record in records), len(body), "record")
    return "".join(pieces(body, ((r.target, r.original) for r in records)))


def verify(source: str, output: str, records: Sequence[Record], notes: str = "") -> None:
    """Prove that `output` is `source` with exactly the changes of `records`, then `notes`.

    Raises:
        IntegrityError: ids or spans out of order; a target span that is not where the running
            length difference puts it; a slice of either text that differs from its record;
            a replay that is not the output; a revert that is not the source.

    >>> verify("same", "same", [])
    >>> verify("same", "some", [])
    Traceback (most recent call last):
    ...
    onetongue.errors.IntegrityError: this is a bug, nothing was written: replaying the records gives another text at 1
    """
    last_id = end = shift = 0
    for record in records:
        fault = _fault(source, output, record, end, shift)
        if record.id <= last_id:
            fault = f"comes after record {last_id}"
        if fault:
            raise _bug(f"record {record.id} {fault}")
        last_id, end = record.id, record.source.end
        shift += len(record.target) - len(record.source)
    replayed = pieces(source, ((r.source, r.replacement) for r in records))
    _require_same(chain(replayed, [notes]), output, "replaying the records gives another text")
    body = output[: len(output) - len(notes)]
    reverted = pieces(body, ((r.target, r.original) for r in records))
    _require_same(reverted, source, "reverting the records gives another source")


def _require_same(parts: Iterable[str], text: str, otherwise: str) -> None:
    """Compare part by part: a copy of a text of 200 MB is one too many."""
    at = 0
    for part in parts:
        if not text.startswith(part, at):
            raise _bug(f"{otherwise} at {at + first_difference(part, text[at:])}")
        at += len(part)
    if at < len(text):
        raise _bug(f"{otherwise} at {at}")


def first_difference(one: str, other: str) -> int:
    """Count the code points the two texts have in common at their start.

    >>> first_difference("abc", "abd")
    2
    """
    low, high = 0, min(len(one), len(other))
    while low < high:  # halving compares slices in C, far faster than a loop over code points
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _fault(source: str, output: str, record: Record, end: int, shift: int) -> str:
    """Say what is wrong with one record, given the end of the one before it; empty if nothing."""
    if record.source.start < end:
        return f"starts at {record.source.start}, before the one before it ends ({end})"
    if record.target.start != record.source.start + shift:
        return f"has its target at {record.target.start}, not {record.source.start + shift}"
    if source[record.source.start : record.source.end] != record.original:
        return f"does not hold what the source has at {record.source.start}"
    if output[record.target.start : record.target.end] != record.replacement:
        return f"does not hold what the output has at {record.target.start}"
    return ""


def pieces(text: str, edits: Iterable[tuple[Span, str]]) -> Iterator[str]:
    """Cut `text` at its edits: untouched and new text by turns, beginning and ending untouched.

    >>> list(pieces("Oh Merci!", [(Span(3, 8), "Thanks")]))
    ['Oh ', 'Thanks', '!']
    """
    end = 0
    for span, new in edits:
        yield text[end : span.start]
        yield new
        end = span.end
    yield text[end:]


def _bug(what: str) -> IntegrityError:
    return IntegrityError(f"this is a bug, nothing was written: {what}")
