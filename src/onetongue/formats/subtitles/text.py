r"""What is in the text of a cue: words, line breaks, tags, and who says what.

Responsible for: the tokens of a cue, and the pieces in it that are read on their own: the lines of a
dialogue or a song, what different voices say, a sound in brackets.
Not responsible for: where cues are (`cues`), and putting pieces together (`subtitles`).

What stands at the edge of a piece (dashes, notes of music, a position, markup around all of it) is
no part of it, and so is never touched.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_MUSIC: Final = "♩♪♫♬"
_DASHES: Final = "-‐–—"
_LETTER: Final = rf"[^\s<{{&\[\]()\{_DASHES}{_MUSIC}]"
_TOKEN: Final = re.compile(
    r"(?P<break>(?:[^\S\r\n]*+(?:\r{0,2}\n|\r))++[^\S\r\n]*+)"
    r"|(?P<space>[^\S\r\n]++)"
    r"|(?P<time><(?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}>)"
    r"|(?P<markup><(?P<slash>/?)(?P<name>[A-Za-z]{1,12})(?P<rest>(?:[ \t.\r\n=/][^<>]*+)?)>)"
    r"|(?P<position>\{\\[^{}\r\n]*+\})"
    r"|(?P<entity>&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});)"
    rf"|(?P<music>[{_MUSIC}]++)"
    r"|(?P<opening>[\[(])|(?P<closing>[\])])"
    rf"|(?P<dash>[{_DASHES}]++)"
    rf"|(?P<words>{_LETTER}++(?: {_LETTER}++)*+|.)",
    re.S,
)
# The tags SubRip players know, and WebVTT's. In SubRip any other word in < > is just that.
_TAGS: Final = frozenset("b c em font i lang rt ruby s span strong u v".split())
_WORDS: Final = frozenset({"words", "character", "opening", "closing", "dash"})
_HALVES: Final = frozenset({"open", "close"})
_MARKUP: Final = _HALVES | {"time"}
_LONGEST_SOUND: Final = 40  # tokens in brackets; a longer remark is speech


class CueToken(NamedTuple):
    """A stretch of a cue and what it reads as: nothing for markup.

    `role` is open, close, time, point, character, break, or a kind of text. `tag` is the name of
    markup; `language` what the innermost `<lang>` around it says.
    """

    start: int
    end: int
    role: str
    text: str = ""
    tag: str = ""
    language: str = ""


class CuePart(NamedTuple):
    """What is read on its own: tokens, the first and last of them words.

    `is_new` says that somebody begins to speak, `is_alone` that it goes on neither from the cue
    before nor in the next; `voice` is the tag that says who speaks.
    """

    tokens: tuple[CueToken, ...]
    is_new: bool = False
    is_alone: bool = False
    voice: str = ""


def pieces(text: str, start: int, end: int, *, vtt: bool = False) -> list[CuePart]:
    r"""The pieces of the cue whose text is `start` to `end`, in order; none if nothing is said.

    >>> text = "<i>- Oui.\n- [Rires] Non.</i>"
    >>> [text[p.tokens[0].start : p.tokens[-1].end] for p in pieces(text, 0, len(text))]
    ['Oui.', 'Rires', 'Non.']
    """
    found = []
    for part in _parts(text, list(_tokens(text, start, end, vtt=vtt))):
        grouped = _grouped(part.tokens)
        other = _partners(grouped)
        low, high = _inside(grouped, other)
        if low < high:
            edges = (*grouped[:low], *grouped[high:])
            is_alone = part.is_alone or any(token.role == "music" for token in edges)
            inside = tuple(
                token._replace(role="point") if token.role in _HALVES and i not in other else token
                for i, token in enumerate(grouped[low:high], low)
            )
            found.append(part._replace(tokens=inside, is_alone=is_alone))
    return found


def _tokens(text: str, start: int, end: int, *, vtt: bool) -> Iterator[CueToken]:
    """What `text` holds from `start` to `end`, in order and without gaps."""
    languages: list[str] = []
    for found in _TOKEN.finditer(text, start, end):
        token = _token(found, vtt=vtt)
        if token.tag == "lang" and token.role == "open":
            languages.append((found["rest"].split() or [""])[-1])
        elif token.tag == "lang" and languages:
            languages.pop()
        yield token._replace(language=languages[-1]) if languages else token


def _token(found: re.Match[str], *, vtt: bool) -> CueToken:
    start, end = found.span()
    written, kind = found[0], found.lastgroup or ""
    if found["break"]:
        return CueToken(start, end, "break", "\n")
    if found["markup"]:
        name = found["name"].lower()
        if name in _TAGS:
            return CueToken(start, end, "close" if found["slash"] else "open", "", name)
        return CueToken(start, end, "point") if vtt else CueToken(start, end, "words", written)
    if found["time"]:
        return CueToken(start, end, "time")
    if found["position"]:
        return CueToken(start, end, "point")
    if found["entity"]:
        read = unescape(written)
        is_known = read != written and not any(c in "\r\n" for c in read)
        return (
            CueToken(start, end, "character", read)
            if is_known
            else CueToken(start, end, "words", written)
        )
    return CueToken(start, end, kind, written)


def _parts(text: str, whole: Sequence[CueToken]) -> Iterator[CuePart]:
    """The tokens of a cue cut where somebody else speaks or a line is sung, and around a sound."""
    part: list[CueToken] = []
    is_new, voice, i = False, "", 0
    opens_line = True
    while i < len(whole):
        token, i = whole[i], i + 1
        sound = _sound(whole, i) if opens_line and token.role == "opening" else i
        is_dash = opens_line and token.role == "dash"
        # Each line of a song has its note: no word goes from one to the next.
        is_sung = opens_line and token.role == "music" and any(t.role in _WORDS for t in part)
        opens_line = token.role == "break" or (opens_line and token.role not in _WORDS) or is_dash
        if is_sung:
            yield CuePart(tuple(part), is_new, True, voice)
            part, is_new = [token], True
            continue
        if sound == i and not is_dash and token.tag != "v":
            part.append(token)
            continue
        yield CuePart(tuple(part), is_new, False, voice)
        part, is_new = [], is_dash or is_new
        if token.tag == "v":
            voice = text[token.start : token.end] if token.role == "open" else ""
        if sound > i:
            yield CuePart(tuple(whole[i:sound]), True, True, voice)
            i, is_new, opens_line = sound + 1, True, True
    yield CuePart(tuple(part), is_new, False, voice)


def _sound(whole: Sequence[CueToken], first: int) -> int:
    """Where a bracket that opened before `first` closes on the same line; `first` if it does not."""
    for i in range(first, min(first + _LONGEST_SOUND, len(whole))):
        if whole[i].role == "closing":
            return i
        if whole[i].role in {"break", "open", "close", "time", "opening"}:
            break
    return first


def _grouped(tokens: Sequence[CueToken]) -> list[CueToken]:
    """The tokens with a time and the tags that touch it as one, so that they stay together."""
    grouped: list[CueToken] = []
    first = 0
    for i, token in enumerate([*tokens, None]):
        if token is not None and token.role in _MARKUP:
            continue
        touching = tokens[first:i]
        if any(one.role == "time" for one in touching):
            grouped.append(touching[0]._replace(end=touching[-1].end, role="time", tag=""))
        else:
            grouped += touching
        if token is not None:
            grouped.append(token)
        first = i + 1
    return grouped


def _inside(tokens: Sequence[CueToken], other: Mapping[int, int]) -> tuple[int, int]:
    """Which tokens are left without what stands at the edges.

    Markup whose other half is among them is kept, markup around all of them is not.
    """
    words = [i for i, token in enumerate(tokens) if token.role in _WORDS]
    if not words:
        return 0, 0
    low, high = words[0], words[-1] + 1
    fresh = list(range(low, high))
    while fresh:
        halves = [other[i] for i in fresh if i in other]
        first, last = min([low, *halves]), max([high, *(i + 1 for i in halves)])
        fresh = [*range(first, low), *range(high, last)]
        low, high = first, last
    return low, high


def _partners(tokens: Sequence[CueToken]) -> dict[int, int]:
    """For each half of markup the other, by index."""
    opened: dict[str, list[int]] = {}
    other: dict[int, int] = {}
    for i, token in enumerate(tokens):
        if token.role == "open":
            opened.setdefault(token.tag, []).append(i)
        elif token.role == "close" and opened.get(token.tag):
            start = opened[token.tag].pop()
            other[start], other[i] = i, start
    return other
