"""Leaders: the dots, the rule or the wide space from words to a price or a page: "Potage ........ 4,50".

Responsible for: where the words before one end, and which lines have one.
Not responsible for: rules on both sides of words (formats/boxes.py), or what the words are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onetongue.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACES: Final = " \t\u00a0\u202f"
_SPACE: Final = rf"[{_SPACES}]?"
_NUMBER: Final = rf"\d+(?:(?:{_SPACE}[.,:/–-]{_SPACE}|[{_SPACES}])\d+)*"
# A price, a page, an hour.
_VALUE: Final = re.compile(
    rf"(?<=[.…·_{_SPACES}])(?:(?:pp?\.|page|[€$£]){_SPACE})?(?:{_NUMBER}|[ivxlc]+|[IVXLC]+)"
    rf"(?:{_SPACE}(?:[€$£%]|EUR|CHF|euros?|francs?|frs?|F|h))?(?:{_SPACE}\d\d)?\.?\Z"
)
_REACH: Final = 40  # code points; longer than any of these
_DOTS: Final = {".": 1, "·": 1, "…": 3, "_": 2}  # how many dots each is as good as
# Three dots are an ellipsis where they touch a word; four end a sentence, and people type five.
_FEWEST_APART, _FEWEST, _FEWEST_ALONE = 3, 4, 6
_WIDE: Final = 4  # spaces; justified text has three
_SIGNS: Final = re.compile(r"[.·_][ \u00a0]?[.·_]|…")  # what no leader is without
_LINE: Final = re.compile(r"[^\n]+")


def before_leader(text: str, start: int, end: int, *, or_gap: bool = False) -> int:
    """Where the words of a stretch end if a leader follows them, else `end`; in code points.

    Before a price or a page a wide space is one, too, if told so by `or_gap`.

    >>> line = "Tarif réduit ....... 3 €"
    >>> line[:before_leader(line, 0, len(line))], before_leader("Et puis...", 0, 10)
    ('Tarif réduit', 10)
    """
    value = _VALUE.search(text, max(start, end - _REACH), end)
    high = value.start() if value else end
    low = start + len(text[start:high].rstrip("".join(_DOTS) + _SPACES))
    if or_gap and value and high - low >= _WIDE and not text[low:high].strip():
        return low
    dots = sum(_DOTS.get(sign, 0) for sign in text[low:high])
    fewest = _FEWEST if text[low : low + 1] in _DOTS else _FEWEST_APART
    return low if start < low and dots >= (fewest if value else _FEWEST_ALONE) else end


def leaders(text: str, start: int, end: int) -> Iterator[Span]:
    r"""Where the lines of a stretch that end in a leader have it, in order.

    >>> [span.of("Lait .... 2\nThé ..... 3") for span in leaders("Lait .... 2\nThé ..... 3", 0, 23)]
    [' .... 2', ' ..... 3']
    """
    if not _SIGNS.search(text, start, end):
        return
    for line in _LINE.finditer(text, start, end):
        low, high = line.start(), line.end() - len(line[0]) + len(line[0].rstrip())
        words = before_leader(text, low, high)
        if words < high:
            yield Span(words, high)
