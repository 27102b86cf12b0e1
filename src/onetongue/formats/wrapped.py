"""Which lines of plain text go on in the next one, because a line break wraps them.

Responsible for: telling a hard-wrapped paragraph, or a newspaper's column, from lines that end what
stands on them: a list, an address, verse.
Not responsible for: which lines stand together (blocks.py), or what is read of them.

Everything here is linear in the length of the lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from onetongue.formats import title_lines, verse
from onetongue.language import cut_words
from onetongue.language.linking import first_word
from onetongue.language.spellings import is_commonest
from onetongue.language.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_SENTENCE_END: Final = re.compile(r"[.!?…:][\s\"'”’»)\]]*$")
_UNFINISHED: Final = re.compile(r"(?:,|\w[-\u00ad]|\s[a-zà-ÿ]{1,3})$")
_NEXT_SENTENCE: Final = re.compile(r"[^\W\d_]{3}[.!?…]['\"”’»]?\s+[^\W\d_]")
_LAST_WORD: Final = re.compile(r"[\s'’]([^\W\d_]{1,5})$")  # of several
_LINE_BEGIN: Final = re.compile(r"[^\r\n]*\Z")
_TAIL: Final = 40  # how much of a line's end is looked at for a full stop
_CUT_REACH: Final = 64  # how much of a line's end and beginning, for a cut word

# Wider prose is told line by line, narrower as a whole; nobody wraps wider than 120. Printed and mailed
# text is 60–100, a newspaper's column 25–40.
_NARROWEST_WRAP, _WIDEST_WRAP = 40, 120
# A column has three lines or more, or two that words link. Of its pairs that divide no sentence in as
# many the lower line begins in lower case, and of these in as many the next word would not have fitted
# above (but for 15 % of the width: letters are not equally wide); as many of all pairs end in mid-phrase,
# or lines hold the end of a sentence and the next one.
# Of 300 paragraphs (French and English) wrapped at 14, 20, 28 and 36 columns, 99, 99, 98 and 95 %
# become one block, as many where each line is up to 7 % wider or narrower. Of 9 000 lists of 3 to 6
# lines drawn from what programs say, in lower case, with commas, of lengths that are alike, none is
# joined, of those with a title of the same length and a capital 18 %, nearly all with halves of sentences
# ("Remplacé par"). Of the same lines as they are 2 in 1 000 are, of lengths that are alike 7. With 10 for
# 12 half nats a third fewer, and 92 % of the paragraphs of 36 columns; no other value tried changes it.
_FEWEST: Final = 3
_FULL, _SLACK = 0.9, 0.85
_LOWER: Final = 0.5
_OPEN: Final = 0.1
# No list has so many cut words.
_CUTS, _FEWEST_CUTS = 0.5, 2
# Of the lines of a list more end in a comma.
_COMMAS: Final = 0.34


class TextLine(Protocol):
    """Where a line stands, without white space around it."""

    @property
    def start(self) -> int:
        """Where its first visible character stands."""
        ...

    @property
    def end(self) -> int:
        """Where its last visible character ends."""
        ...


@dataclass(frozen=True, slots=True)
class Line:
    """One line: `start` and `end` without outer white space; equal when the line is blank.

    `margin` is how wide the signs of a quotation before it are, which are no part of it.
    """

    start: int
    end: int
    ends_block: bool
    margin: int = 0

    @property
    def width(self) -> int:
        """How wide the line is, margin included: mail programs wrap what they quote with it."""
        return self.margin + self.end - self.start


class _Pair(NamedTuple):
    """What two lines, one below the other, say of the line break between them."""

    above: Line
    is_cut: bool  # through a word
    is_end: bool  # of a sentence
    is_lower: bool  # what follows
    is_unfinished: bool  # what stands before
    need: int  # the width at which the next word would have fitted

    @property
    def flows(self) -> bool:
        """Whether a sentence plainly goes on, if the lines are of one text."""
        return self.is_cut or (not self.is_end and (self.is_lower or self.is_unfinished))


def goes_on(text: str, lines: Sequence[Line], *, is_item: bool = False) -> list[bool]:
    """Whether each line but the last goes on in the next one; for N lines N - 1 answers.

    `is_item` says that a sign of a list stands before the first one.
    """
    pairs = [_pair(text, above, below) for above, below in pairwise(lines)]
    width = max((_wrap_width(text, line) for line in lines), default=0)
    if _is_title(text, lines):
        return [True] * len(pairs)
    title = _title_above(text, lines)
    if title:
        return [*[True] * (title - 1), False, *goes_on(text, lines[title:])]
    if _is_verse(text, lines):
        return [pair.is_cut for pair in pairs]
    hangs = is_item and len({_column(text, line) for line in lines}) == 1
    if width < _NARROWEST_WRAP:
        full = _SLACK * width
        is_column = _is_column(text, lines, pairs, full, is_item=is_item)
        return [
            pair.is_cut or (pair.flows and (is_column or hangs)) or (is_column and pair.need > full)
            for pair in pairs
        ]
    flows = [p.is_cut or (p.flows and (hangs or p.above.width >= _NARROWEST_WRAP)) for p in pairs]
    is_wrapped = (
        width <= _WIDEST_WRAP
        and any(flows)
        and not all(ends_sentence(text, line.end) for line in lines)
    )
    return [
        flowing or (is_wrapped and pair.need > width)
        for flowing, pair in zip(flows, pairs, strict=True)
    ]


def _column(text: str, line: Line) -> int:
    """Where in its line the words begin: after the sign of an item those below it hang there."""
    before = text[max(0, line.start - _TAIL) : line.start]
    return len(_LINE_BEGIN.search(before)[0])  # type: ignore[index]  # matches anything


def runs_on(text: str, lines: Sequence[Line]) -> bool:
    """Whether narrow lines are a column of running text, though it may begin and end in mid-sentence."""
    pairs = [_pair(text, above, below) for above, below in pairwise(lines)]
    return _runs_on(text, lines, pairs, _SLACK * max(line.width for line in lines))


def ends_sentence(text: str, end: int) -> bool:
    """Whether the stretch of `text` that ends at `end` ends like a sentence."""
    return _SENTENCE_END.search(text[max(0, end - _TAIL) : end]) is not None


def cut_between(text: str, above: Line, below: Line) -> str | None:
    """What is read for the hyphen that ends `above`, and the line break; None if they cut no word."""
    if text[above.end - 1] not in cut_words.SIGNS:
        return None
    return cut_words.between(
        text[max(above.start, above.end - _CUT_REACH) : above.end],
        text[below.start : min(below.end, below.start + _CUT_REACH)],
    )


def _pair(text: str, above: Line, below: Line) -> _Pair:
    space = text.find(" ", below.start, below.end)
    word = (space if space >= 0 else below.end) - below.start
    return _Pair(
        above,
        is_cut=cut_between(text, above, below) is not None,
        is_end=ends_sentence(text, above.end),
        is_lower=text[below.start].islower(),
        is_unfinished=_UNFINISHED.search(_tail(text, above)) is not None,
        need=above.width + 1 + word,
    )


def _tail(text: str, line: Line) -> str:
    return text[max(line.start, line.end - _TAIL) : line.end]


def _is_title(text: str, lines: Sequence[Line]) -> bool:
    # Asked of most paragraphs, so that what costs something comes last.
    if len(lines) > title_lines.MOST or any(line.width > title_lines.LONGEST for line in lines):
        return False
    indents = [_column(text, line) for line in lines]
    return title_lines.is_title([text[line.start : line.end] for line in lines], indents)


def _title_above(text: str, lines: Sequence[Line]) -> int:
    """How many lines a title in capitals has right above its paragraph; 0 if there is none."""
    count = sum(1 for _ in takewhile(partial(_is_capitals, text), lines[: title_lines.MOST + 1]))
    if not 1 < count < len(lines) or text[lines[count].start].islower():
        return 0
    return count if _is_title(text, lines[:count]) else 0


def _is_verse(text: str, lines: Sequence[Line]) -> bool:
    is_short = all(line.end - line.start <= verse.LONGEST for line in lines)
    return is_short and verse.is_verse([text[line.start : line.end] for line in lines])


def _is_column(
    text: str, lines: Sequence[Line], pairs: Sequence[_Pair], full: float, *, is_item: bool
) -> bool:
    """Whether narrow lines are a column of running text; those wider than `full` are full."""
    # A list has neither a capital at its beginning nor a full stop at its end, or both in each line.
    begins, ends = not text[lines[0].start].islower(), ends_sentence(text, lines[-1].end)
    if len(lines) < _FEWEST:
        is_whole = is_item or (begins and ends)
        return is_whole and all(_is_linked(text, pair, lines[-1]) for pair in pairs)
    return (begins or ends) and _runs_on(text, lines, pairs, full)


def _runs_on(text: str, lines: Sequence[Line], pairs: Sequence[_Pair], full: float) -> bool:
    cuts = sum(pair.is_cut for pair in pairs)
    if cuts >= max(_FEWEST_CUTS, _CUTS * len(pairs)):
        return True
    going = [pair for pair in pairs if not pair.is_end and not pair.is_cut]
    # A heading may stand right above, or a paragraph end.
    lower = [pair for pair in going if pair.is_lower and not _is_capitals(text, pair.above)]
    is_full = sum(pair.need > full for pair in lower) >= _FULL * len(lower)
    if not lower or not is_full or len(lower) < _LOWER * len(going):
        return False
    commas = sum(text[pair.above.end - 1] == "," for pair in pairs)
    going_on = cuts + sum(not p.is_cut and _ends_commonly(text, p.above) for p in pairs)
    going_on += sum(_NEXT_SENTENCE.search(text, line.start, line.end) is not None for line in lines)
    if commas <= _COMMAS * len(pairs):
        going_on += commas
    return going_on >= _OPEN * len(pairs)


def _is_capitals(text: str, line: Line) -> bool:
    return text[line.start : line.end].isupper()


def _is_linked(text: str, pair: _Pair, below: Line) -> bool:
    """Whether nobody would end a line there but to wrap it: "est / arrivé", "hier / à Paris"."""
    if pair.is_end or not pair.is_lower:
        return False
    first = first_word(text[below.start : min(below.end, below.start + _TAIL)])
    return _ends_commonly(text, pair.above) or first in words("linking")


def _ends_commonly(text: str, line: Line) -> bool:
    """Whether a line of several words ends in one of the commonest."""
    found = _LAST_WORD.search(_tail(text, line))
    return found is not None and is_commonest(found[1].lower())


def _wrap_width(text: str, line: Line) -> int:
    """The line's width; 0 for one long word such as a URL, which no editor wraps."""
    return line.width if text.find(" ", line.start, line.end) >= 0 else 0
