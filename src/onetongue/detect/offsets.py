"""From labelled tokens to exact offsets.

Responsible for: which punctuation, quotation marks and brackets belong to a stretch, and what
kind of stretch it is.
Not responsible for: deciding the language of anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onetongue.detect.words import Gap, Token
from onetongue.document import Region, SegmentKind, Span
from onetongue.language.item_marks import after_marks
from onetongue.language.leaders import before_leader

if TYPE_CHECKING:
    from collections.abc import Sequence

SPACES: Final = " \t\n\r\u00a0\u202f\u2009"
PAIRS: Final = {"«": "»", "“": "”", "„": "“", "‘": "’", "‹": "›", "(": ")", "[": "]", '"': '"'}
ENGLISH_QUOTES: Final = "“”\"‘’'"
CLOSING_POINTS: Final = ".!?…"
UNITS: Final = "%€$£°"


def span_of(text: str, region: Region, tokens: Sequence[Token], first: int, last: int) -> Span:
    """The exact span of tokens `first` to `last` (inclusive).

    A stretch that fills its region is the region. Otherwise quotation marks and brackets that
    pair across the edge are taken in, a sentence keeps its closing point, and « » that enclose
    the stretch belong to it (they are French typography), while English marks do not. The sign of
    a list's item is no part of what it begins, nor is a leader and its page or price of what it ends.
    """
    is_whole = first == 0 and last == len(tokens) - 1
    span = region.span if is_whole else _inside(text, region, tokens, first, last)
    start = after_marks(text, span.start, span.end)
    return Span(start, before_leader(text, start, span.end, or_gap=True))


def _inside(text: str, region: Region, tokens: Sequence[Token], first: int, last: int) -> Span:
    """The span of a stretch that does not fill its region, and of the marks that belong to it."""
    low = tokens[first - 1].end if first else region.span.start
    high = tokens[last + 1].start if last + 1 < len(tokens) else region.span.end
    start, end = tokens[first].start, tokens[last].end
    while end < high and text[end] in UNITS:
        end += 1
    if is_sentence_start(tokens, first) or _opened_before(text, low, start):
        end = _with_closing_points(text, end, high)
    start, end = _balanced(text, start, end, low, high)
    is_value = tokens[first].gap is Gap.CLAUSE and last + 1 == len(tokens)
    if (is_sentence_start(tokens, first) or is_value) and is_sentence_end(tokens, last):
        end = _with_closing_points(text, end, high)
    return _with_guillemets(text, start, end, low, high)


def kind_of(
    text: str, span: Span, region: Region, *, tokens: Sequence[Token], first: int, last: int
) -> SegmentKind:
    """What kind of segment a stretch is, by what surrounds it."""
    if first == 0 and last == len(tokens) - 1:
        return region.kind
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if text[span.start] in "«‹" and text[span.end - 1] in "»›":
        return "quotation"
    if (
        before
        and after
        and before in ENGLISH_QUOTES
        and (after in ENGLISH_QUOTES or after in ",.;:?!")
    ):
        return "quotation"
    if is_sentence_start(tokens, first) and is_sentence_end(tokens, last):
        return "sentence"
    return "phrase"


def is_sentence_start(tokens: Sequence[Token], first: int) -> bool:
    """Whether a sentence can begin at this token."""
    return tokens[first].gap >= Gap.SENTENCE


def is_sentence_end(tokens: Sequence[Token], last: int) -> bool:
    """Whether a sentence can end after this token."""
    return last + 1 == len(tokens) or tokens[last + 1].gap >= Gap.SENTENCE


def _opened_before(text: str, low: int, start: int) -> bool:
    return any(mark in PAIRS for mark in text[low:start])


def _with_closing_points(text: str, end: int, high: int) -> int:
    """`end` moved past . ! ? … (with the no-break space French puts before them)."""
    at = end
    while at < high and (text[at] in CLOSING_POINTS or text[at] in SPACES):
        at += 1
        if text[at - 1] in CLOSING_POINTS:
            end = at
    return end


def _balanced(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Take in the other half of every mark that pairs across an edge of the stretch."""
    opened: list[str] = []
    missing: list[str] = []
    for mark in text[start:end]:
        if opened and mark == PAIRS[opened[-1]]:
            opened.pop()
        elif mark in "«“„‹([":
            opened.append(mark)
        elif mark in "»”›)]":
            missing.append(mark)
    for mark in reversed(opened):
        at = text.find(PAIRS[mark], end, high)
        if at < 0 or text[end:at].strip(SPACES + CLOSING_POINTS + ","):
            break
        end = at + 1
    for mark in missing:
        at = max(
            text.rfind(opener, low, start) for opener, closer in PAIRS.items() if closer == mark
        )
        if at < 0 or text[at + 1 : start].strip(SPACES):
            break
        start = at
    return _with_plain_marks(text, start, end, low, high)


def _with_plain_marks(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """Take in the other half of marks that an apostrophe, or their own twin, looks like."""
    if "‘" in text[start:end] and text[end : end + 1] == "’":  # a quotation in a quotation
        end += 1
    if text.count('"', start, end) % 2:
        if end < high and text[end] == '"':
            end += 1
        elif start > low and text[start - 1] == '"':
            start -= 1
    return start, end


def _with_guillemets(text: str, start: int, end: int, low: int, high: int) -> Span:
    """With the French quotation marks that touch the stretch, also where only one of them does."""
    before = text[low:start].rstrip(SPACES)
    if before.endswith("«"):
        start = low + len(before) - 1
    closed = _with_closing_points(text, end, high)
    at = high - len(text[closed:high].lstrip(SPACES))
    if text[at:high].startswith("»") and text.rfind("«", start, end) >= text.rfind("»", start, end):
        end = at + 1
    return Span(start, end)
