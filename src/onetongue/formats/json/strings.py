r"""Where the strings of a JSON text stand, to the code point.

Responsible for: whether a text is JSON (the standard library decides), each string value with its
path and its offsets, and strings read and written.
Not responsible for: which strings are read as prose (`values`), or files (`json`, `jsonl`).

The standard library's decoder tells no offsets. Cut into tokens, a text that is JSON needs no
grammar: a string with a colon after it is a key, any other a value.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from onetongue.characters import SURROGATE
from onetongue.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The decoder gives up somewhere below 1,000, sooner the more of our own functions wait: what one run
# reads, the next must read too.
DEEPEST: Final = 400
_TOO_DEEP: Final = f"nested deeper than {DEEPEST} levels"
BOM: Final = "\ufeff"  # of the file, not of its JSON: the decoder refuses it
# Numbers are checked and not kept: 5,000 digits are valid JSON, and Python refuses to count them.
_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=lambda _: None, parse_int=float, parse_constant=float
)
# Arrays without strings or objects (an embedding of 1,536 numbers) are one token. Possessive: what
# is not one is looked at twice, and no more.
_TOKEN: Final = re.compile(
    r"(?P<string>\"[^\"\\]*+(?:\\.[^\"\\]*+)*+\")(?P<colon>[ \t\r\n]*+:)?"
    r"|\[[^\"\[\]{}]*+\]|[\[\]{},]"
)
# A surrogate pair is one character, as `json` reads it.
_ESCAPE: Final = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)"
)
_SIGN: Final = re.compile("[<>&]")

Path: TypeAlias = "tuple[str | int, ...]"


class Fault(NamedTuple):
    """Why a text is no JSON: the decoder's words, and the offset they are about."""

    message: str
    offset: int


class JsonString(NamedTuple):
    """A string that is no key: its characters stand at `start` to `end`, between the quotes.

    `path` holds the keys of objects and the indexes of arrays, outer first.
    """

    path: Path
    start: int
    end: int


def fault(text: str) -> Fault | None:
    """Why `text` is no JSON value; None if it is one. NaN and Infinity are, as `json` has it.

    >>> fault('{"a": [1E5, NaN]}'), fault('{"a": }')
    (None, Fault(message='Expecting value', offset=6))
    """
    try:
        _DECODER.decode(text)
    except json.JSONDecodeError as error:
        return Fault(error.msg, error.pos)
    except RecursionError:
        return Fault(_TOO_DEEP, 0)
    if text.count("[") + text.count("{") > DEEPEST and _depth(text) > DEEPEST:
        return Fault(_TOO_DEEP, 0)
    return None


def _depth(text: str) -> int:
    depth = deepest = 0
    for token in _TOKEN.finditer(text):
        sign = text[token.start()]
        depth += (sign in "[{") - (sign in "]}")
        deepest = max(deepest, depth)
        depth -= sign == "[" and token.end() > token.start() + 1
    return deepest


def strings(text: str, start: int = 0, end: int | None = None) -> Iterator[JsonString]:
    """The string values of the JSON at `start` to `end` of `text`, in order.

    The text must be JSON (`fault`), with white space around it or none.

    >>> text = '{"a": ["b", {"c": "d"}], "e": "f"}'
    >>> [(value.path, text[value.start : value.end]) for value in strings(text)]
    [(('a', 0), 'b'), (('a', 1, 'c'), 'd'), (('e',), 'f')]
    """
    path: list[str | int] = []
    for token in _TOKEN.finditer(text, start, len(text) if end is None else end):
        sign = text[token.start()]
        if sign == '"':
            low, high = token.span("string")
            if token["colon"] is None:
                yield JsonString(tuple(path), low + 1, high - 1)
            else:
                path[-1] = decoded(text[low + 1 : high - 1])
        elif sign == "{":
            path.append("")  # until its first key
        elif sign == "[" and token.end() == token.start() + 1:
            path.append(0)
        elif sign in "]}":
            path.pop()
        elif sign == "," and isinstance(path[-1], int):
            path[-1] += 1


def pointer(path: Sequence[str | int]) -> str:
    """The path as a JSON Pointer (RFC 6901).

    >>> pointer(("a/b", 0))
    '/a~1b/0'
    """
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def decoded(raw: str) -> str:
    r"""What the characters between the quotes of a string read as.

    >>> decoded("d\\u00e9j\\u00e0")
    'déjà'
    """
    return json.loads(f'"{raw}"') if "\\" in raw else raw


def escapes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the escapes among the characters of a string stand, in order; each is one character."""
    return (found.span() for found in _ESCAPE.finditer(text, start, end))


class Offsets:
    """Offsets in what a string reads as, and in the source."""

    def __init__(self, text: str, value: JsonString) -> None:
        self._ends = [value.start]  # in the source, after each escape
        self._readings = [0]  # in the reading, after it
        for start, end in escapes(text, value.start, value.end):
            self._readings.append(self._readings[-1] + start - self._ends[-1] + 1)
            self._ends.append(end)

    def source(self, reading: int) -> int:
        """Where in the source the character at an offset of the reading begins."""
        i = bisect_right(self._readings, reading) - 1
        return self._ends[i] + reading - self._readings[i]

    def span(self, reading: Span) -> Span:
        """Where in the source a stretch of the reading stands."""
        return Span(self.source(reading.start), self.source(reading.end))

    def reading(self, source: int) -> int:
        """Where an offset of the source, outside escapes, stands in the reading."""
        i = bisect_right(self._ends, source) - 1
        return self._readings[i] + source - self._ends[i]


def encoded(
    words: str, *, ascii_only: bool = False, slashes: bool = False, signs: bool = False
) -> str:
    r"""What a string that reads as `words` has between its quotes.

    Lone surrogates are always escaped: no file can hold them. `slashes` writes `\/`, as PHP does;
    `signs` escapes what HTML is made of, as Go and Rails do.

    >>> encoded('“No”,\nhe said: "no"'), encoded("é", ascii_only=True)
    ('“No”,\\nhe said: \\"no\\"', '\\u00e9')
    """
    written = json.dumps(words, ensure_ascii=ascii_only)[1:-1]
    if slashes:
        written = written.replace("/", "\\/")
    if signs:
        written = _SIGN.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
    return SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
