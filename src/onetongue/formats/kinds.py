"""What a block of plain text is: heading, caption or paragraph.

Responsible for: the layout rules, each with the few words a reader is told when it decides.
Not responsible for: where blocks begin and end (blocks.py), which are no prose (prose_or_code.py),
or which language they are in.

The rules use what every language of the Latin script shares (position, length, capitals, digits,
commas, credits) and no word lists but the cues printed beside photographs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onetongue.formats.prose_or_code import LOOK, is_image, is_prose
from onetongue.formats.set_apart import SET_APART
from onetongue.language.odd_letters import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onetongue.document import RegionKind
    from onetongue.formats.blocks import Block

# Longer blocks are paragraphs whatever they say; keeps every pattern below off long text.
SHORT = 400

_CAPTION_WORDS, _CAPTION_SENTENCES = 45, 2
_DATED_WORDS = 30  # a dated caption away from the headline is one short sentence
_HEADING_WORDS, _HEADING_CHARS = 12, 90
_HEADLINE_WORDS = 20  # a headline with a full stop, told by the caption below it
_LABEL_WORDS = 5  # "Contexte :" is a heading; a longer line with a colon introduces a list
_LONG_CHARS = 280  # the first paragraph this long ends what belongs to the headline
_BODY_CHARS = 100  # a line this long directly below a short one is its text, not a verse
_LONGER = 1.5  # how much longer the text is than its heading; "Yes" above "No" heads nothing
_CAPITALS = 4  # fewer letters in capitals are an abbreviation
_PLACE_WORDS, _DATE_WORDS = 4, 6

_NEW_SENTENCE = re.compile(r"[.!?…][\"”»’)]*\s+[\"“«(]?[^\W\d_a-zß-öø-ÿ]")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,}|~{3,}|\*{3,})$")
_NO_HEADING_END = (".", ",", ";", "…")

_CUE = re.compile(
    r"[\[(]?(?:(?:photos?|images?|picture|figure|fig\.|illustration|l[ée]gende|caption)\s*\d*"
    r"(?:\s+(?:by|de|par|cr[ée]dits?))?\s*(?:[:©–—|/]|$)"
    r"|cr[ée]dits?\s*(?:photos?|images?)?\s*[:©–—|/]|©|\(c\)\s|\(photos?\b)",
    re.I,
)
_AGENCY = r"(?:AFP|A\.?P\.?|REUTERS|EPA|DPA|TASS|ANSA|EFE|GETTY|SIPA|MAXPPP|BELGA|KEYSTONE|XINHUA|SPUTNIK|UPI)"
_CREDIT = re.compile(
    rf"(?:^|[/|(–—-]\s*|©.*){_AGENCY}(?:[ -](?:PHOTO|IMAGES|NEWS))?(?:\s*/[^/]*)?\s*[)\]]?\.?$"
    rf"|\((?:photos?|cr[ée]dits?|©|{_AGENCY}\b)[^()]*\)\.?$"
    r"|©[^.]*\.?$",
    re.I,
)
_NAME_SLASH_AGENCY = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]+ ?/ ?[A-ZÀ-Þ][A-ZÀ-Þ .&'’-]+[)\]]?\.?$")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_BARE_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_DAY = re.compile(r"\b[0-3]?\d(?:er|st|nd|rd|th|\.)?\s+[^\W\d_]{3}|[^\W\d_]{3}\.?\s+[0-3]?\d\b")


@dataclass(frozen=True, slots=True)
class Sight:
    """A block as the rules see it: `text` is empty when it is too long for any of them."""

    block: Block
    text: str
    words: int
    is_prose: bool

    @property
    def chars(self) -> int:
        """Length of the block in code points."""
        return self.block.end - self.block.start

    @property
    def is_image(self) -> bool:
        """Whether the block stands for a picture."""
        return bool(self.text) and is_image(self.text)


def look(block: Block, text: str) -> Sight:
    """See `block` of `text` the way the rules need it."""
    start, end = block.start, block.end
    if block.breaks:  # the signs of a quotation look like code
        text = block.read(text)
        start, end = 0, len(text)
    short = text[start:end] if end - start <= SHORT else ""
    short = " ".join(plain(short).split())
    prose = block.prefix not in SET_APART and is_prose(text[start : min(end, start + LOOK)])
    return Sight(block, short, short.count(" ") + 1, prose)


def judge(sights: Sequence[Sight]) -> list[tuple[RegionKind, str]]:
    """Give each block its kind and, in a few words, the rule that decided; N in, N out."""
    prose = [i for i, sight in enumerate(sights) if sight.is_prose]
    if not prose:
        return [("paragraph", "running text")] * len(sights)
    body = next((i for i in prose if sights[i].chars >= _LONG_CHARS), None)
    if body is None:
        # Without a long paragraph only the second block is sure to belong to the headline.
        body = prose[1] + 1 if len(prose) > 1 else prose[0]
    page = Page(tuple(sights), prose[0], body, prose[-1])
    return [page.kind(i) for i in range(len(sights))]


@dataclass(frozen=True, slots=True)
class Page:
    """All blocks in order, and the indexes of the first and last prose and where the body starts."""

    sights: tuple[Sight, ...]
    first: int
    body: int
    last: int

    def kind(self, i: int) -> tuple[RegionKind, str]:
        """Kind of block `i` and the rule that gave it."""
        sight = self.sights[i]
        if sight.block.prefix == "subject":
            return "heading", "subject of a message"
        if sight.text and (rule := self._marked_heading(i)):
            return "heading", rule
        if sight.block.prefix:
            return "paragraph", "quoted line" if sight.block.prefix == "quote" else "list item"
        if sight.text and (rule := self._caption(i)):
            return "caption", rule
        if sight.text and (rule := self._heading(i)):
            return "heading", rule
        return "paragraph", "running text"

    def _at(self, i: int) -> Sight | None:
        return self.sights[i] if 0 <= i < len(self.sights) else None

    def _marked_heading(self, i: int) -> str:
        """Headings that say so: underlined, numbered or with number signs."""
        sight, below = self.sights[i], self._at(i + 1)
        if sight.block.prefix == "hash":
            return "line that starts with #"
        if below and below.block.group == sight.block.group and _UNDERLINE.match(below.text):
            return "underlined line"
        is_alone = not any(
            near and (near.block.prefix == "number" or near.block.group == sight.block.group)
            for near in (self._at(i - 1), below)
        )
        if sight.block.prefix == "number" and is_alone and self._heads(i) and _is_title(sight):
            return "numbered line before a longer paragraph"
        return ""

    def _caption(self, i: int) -> str:
        """Captions: beside a picture, with a credit, or naming a place and a date."""
        sight = self.sights[i]
        sentences = 1 + len(_NEW_SENTENCE.findall(sight.text))
        if sight.words > _CAPTION_WORDS or sentences > _CAPTION_SENTENCES:
            return ""
        return self._pictured(i) or self._placed(i, sentences)

    def _pictured(self, i: int) -> str:
        sight, above = self.sights[i], self._at(i - 1)
        if above and above.is_image:
            return "short block right below an image"
        if _CUE.match(sight.text):
            return "short block that starts like a picture credit"
        if _CREDIT.search(sight.text) or _NAME_SLASH_AGENCY.search(sight.text):
            return "short block that ends with a picture credit"
        return ""

    def _placed(self, i: int, sentences: int) -> str:
        sight = self.sights[i]
        has_place, has_date = _place_and_date(sight.text)
        if self.first < i < self.body and (has_place or has_date):
            what = " and ".join(["a place"] * has_place + ["a date"] * has_date)
            return f"short block below the headline that ends with {what}"
        is_brief = sentences == 1 and sight.words <= _DATED_WORDS
        if i > self.first and has_place and has_date and is_brief:
            return "one sentence that ends with a place and a date"
        return ""

    def _heading(self, i: int) -> str:
        """Headings that only look like one: short, alone, without a full stop."""
        sight, below = self.sights[i], self._at(i + 1)
        if self.first == self.last:
            return ""
        is_headline = i == self.first and sight.words <= _HEADLINE_WORDS
        if is_headline and below and below.text and self._caption(i + 1):
            return "first block, with a caption below"
        if not _is_title(sight):
            return ""
        if _is_capitals(sight.text):
            return "short line in capitals"
        if self._heads(i):
            return "short line without a full stop before a longer paragraph"
        return self._stands_out(i)

    def _stands_out(self, i: int) -> str:
        sight = self.sights[i]
        if sight.text.endswith(("?", "!")) or not self._is_alone(i):
            return ""
        if i == self.first:
            return "short first line without a full stop"
        if i < self.last and self._is_longer(self._at(i - 1), sight):
            return "short line without a full stop between blocks"
        return ""

    def _heads(self, i: int) -> bool:
        """Whether what follows block `i` is a longer paragraph."""
        sight, below = self.sights[i], self._at(i + 1)
        if below is None or below.block.prefix or not self._is_longer(below, sight):
            return False
        return below.block.group != sight.block.group or below.chars >= _BODY_CHARS

    def _is_alone(self, i: int) -> bool:
        near = (self._at(i - 1), self._at(i + 1))
        return all(n is None or n.block.group != self.sights[i].block.group for n in near)

    @staticmethod
    def _is_longer(other: Sight | None, sight: Sight) -> bool:
        return other is not None and other.is_prose and other.chars >= _LONGER * sight.chars


def _is_title(sight: Sight) -> bool:
    """Whether the block has the length and the end of a title."""
    text = sight.text.rstrip("\"'”’»)]")
    if not text or sight.words > _HEADING_WORDS or len(sight.text) > _HEADING_CHARS:
        return False
    if text.endswith(":"):
        return sight.words <= _LABEL_WORDS
    return not text.endswith(_NO_HEADING_END)


def _is_capitals(text: str) -> bool:
    return text.isupper() and sum(char.isalpha() for char in text) >= _CAPITALS


def _place_and_date(text: str) -> tuple[bool, bool]:
    """Whether what follows the commas at the end names a place, and whether it names a date."""
    parts = [part.strip() for part in text.rstrip(" .…!)").split(",")]
    if len(parts) > 2 and _BARE_YEAR.match(parts[-1]):  # noqa: PLR2004 - "September 18, 2023"
        parts[-2:] = [f"{parts[-2]} {parts[-1]}"]
    tail = parts[1:]
    has_date = bool(tail) and _is_date(tail[-1])
    if has_date:
        tail.pop()
    return bool(tail) and _is_place(tail[-1], has_date), has_date


def _is_date(part: str) -> bool:
    few = part.count(" ") < _DATE_WORDS
    return few and bool(_YEAR.search(part) or _DAY.search(part))


def _is_place(part: str, has_date: bool) -> bool:
    """Whether it reads like "à Moscou"; without a date: all words but the first in capitals."""
    words = part.split()
    if not words or len(words) > _PLACE_WORDS:
        return False
    if has_date:
        return any(word[0].isupper() for word in words)
    return words[-1][0].isupper() and all(word[0].isupper() for word in words[1:])
