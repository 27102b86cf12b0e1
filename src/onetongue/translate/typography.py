"""French typography made English.

Responsible for: quotation marks, the spaces French puts before `: ; ! ? %` and inside its
quotation marks, and doubled spaces.
Not responsible for: numbers (`language.numbers`); URLs, code and the other literals are never touched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onetongue.language.literals import find_code, substitute

if TYPE_CHECKING:
    from collections.abc import Sequence

_THIN = "\u00a0\u202f\u2009"
_ANY = f"[ {_THIN}]"
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (rf"(?<=\d){_ANY}+%", "%"),
        (rf"«{_ANY}+", "«"),
        (rf"(?<!{_ANY}){_ANY}+»", "»"),
        # Not before ":)" and not in "a :b", which are no French spacing.
        (rf"(?<=\S){_ANY}+([!?]+)(?=[\s”’\"')\]]|$)", r"\1"),
        (rf"(?<=\S){_ANY}+([:;])(?=[\s”’\"]|$)", r"\1"),
        (rf"(?<=[\w”’\"')\]]){_ANY}+([,.])(?=\s|$)", r"\1"),
        (rf"(?<=[“‘]){_ANY}+(?=\S)", ""),
        (rf"(?<=\S){_ANY}+(?=”)", ""),
        (rf"(?<!\d)[{_THIN}]|[{_THIN}](?!\d)", " "),
        (r"(?<=\S) {2,}(?=\S)", " "),
    )
)
_OPENING = re.compile(r"(?:(?<=^)|(?<=[\s(—–-]))\"(?=\S)")
_CLOSING = re.compile('"')


def english(text: str, *, curly: bool = False) -> str:
    """Give `text` English typography; applying it twice changes nothing more.

    `curly` also turns straight double quotes into “ ”, a single one by what stands before it.

    >>> english("He said : « It is “over” ! »")
    'He said: “It is ‘over’!”'
    """
    while True:
        changed = _once(text, curly=curly)
        if changed == text:
            return text
        text = changed


def _once(text: str, *, curly: bool) -> str:
    places = [match.start() for match in re.finditer('"', text)]
    literal = _literal_places(text) if places else set()
    marks = [place for place in places if place not in literal]
    if len(marks) % 2 == 0:
        text = _paired(text, marks, "“”" if curly else '""')
    elif curly:
        text = substitute(_CLOSING, "”", substitute(_OPENING, "“", text))
    for pattern, replacement in _RULES:
        text = substitute(pattern, replacement, text)
    return _quotes(text)


def _paired(text: str, marks: Sequence[int], pair: str) -> str:
    """Straight quotes, of which each second one closes, written as a pair, with no space inside."""
    parts, done = list[str](), 0
    for n, place in enumerate(marks):
        before = text[done:place]
        if n % 2:
            before = before.strip(f" {_THIN}")
        parts += [before, pair[n % 2]]
        done = place + 1
    return "".join([*parts, text[done:]])


def _literal_places(text: str) -> set[int]:
    return {place for one in find_code(text) for place in range(one.span.start, one.span.end)}


def _quotes(text: str) -> str:
    """« » become “ ”, and what is quoted inside them ‘ ’."""
    if "«" not in text and "»" not in text:
        return text
    literal = _literal_places(text)
    result, depth, ours = [], 0, 0
    for place, character in enumerate(text):
        if place in literal or character not in "«»“”":
            result.append(character)
        elif character in "«“":
            inner = depth > 0 and (character == "«" or ours > 0)
            result.append("‘" if inner else "“")
            depth += 1
            ours += character == "«"
        else:
            depth = max(depth - 1, 0)
            result.append("’" if depth > 0 and (character == "»" or ours > 0) else "”")
            ours = ours if depth else 0
    return "".join(result)
