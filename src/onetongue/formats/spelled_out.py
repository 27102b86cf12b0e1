"""Regions as people see them, where words are not written letter by letter.

Responsible for: what is read in a region in whose text `language.odd_letters` finds something, and
how a translation is written there.
Not responsible for: what is odd and how it reads (`language.odd_letters`); regions (each format).

Nothing of it is written in a translation: words are written plainly, without hyphens and spaces
that were there for the others. Only in a text all in ASCII, where letters are references of HTML or
escapes of a program, they are so in the translation too, for its encoding may hold no others; and a
sign of HTML that was written so stays so, for it is no markup.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cache, partial
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.formats.packed import PackedProse
from onetongue.language.odd_letters import find, plain
from onetongue.prose import LateProse, Prose, Run, as_is

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from onetongue.document import Region
    from onetongue.language.odd_letters import Odd
    from onetongue.prose import Declared, Reading

_SIGNS: Final = frozenset("&<>\"'")
_WORDS: Final = frozenset({"text", "character"})


def as_seen(source: str, regions: Iterable[Region]) -> Iterator[Region]:
    r"""The regions of a source, each with what is seen in it; most are as they were.

    >>> from onetongue.document import Region, Span
    >>> [region] = as_seen("un re\u0301fe\u0301rendum", [Region(Span(3, 15), "paragraph", "text")])
    >>> region.prose.text, region.prose.place(6)
    ('référendum', 2)
    """
    for region in regions:
        inner = region.prose
        found = find(inner.text if inner else region.span.of(source))
        if not found:
            yield region
        elif isinstance(inner, Prose):
            inner = inner.unpacked() if isinstance(inner, PackedProse) else inner
            yield replace(region, prose=seen(source, inner, found))
        else:
            start, end = region.span.start, region.span.end
            yield replace(region, prose=LateSeen(source, start, end, inner))


class LateSeen(LateProse):
    """The prose of `start` to `end` of `source` as it is seen.

    `inner` is what is read there otherwise, made late too and each of its runs a stretch of text or
    one character; None where it is the text itself.
    """

    __slots__ = ("_end", "_inner", "_source", "_start")

    def __init__(self, source: str, start: int, end: int, inner: Reading | None) -> None:
        super().__init__()
        self._source, self._start, self._end = source, start, end
        self._inner = inner

    @property
    def text(self) -> str:
        """What is seen there."""
        return plain(self._inner.text if self._inner else self._source[self._start : self._end])

    def _make(self) -> Prose:
        if self._inner is None:
            return _of_text(self._source, self._start, self._end)
        whole = self._inner.within(0, len(self._inner.text))
        return seen(self._source, whole, find(whole.text))


def _of_text(source: str, start: int, end: int) -> Prose:
    """What `seen` makes of a stretch that is text and no more, which may be long."""
    text = source[start:end]
    found = find(text)
    runs: list[Run] = []
    done = 0
    for odd in (*found, None):
        stop = odd.start if odd else len(text)
        if done < stop:
            runs.append(Run(start + done, start + stop, text[done:stop]))
        if odd:
            done, raw = odd.end, text[odd.start : odd.end]
            runs.append(Run(start + odd.start, start + done, odd.reads, "character", raw))
    return Prose(tuple(runs), _escape(text, as_is, found, is_ascii=source.isascii()))


class _Piece(NamedTuple):
    """A run, or a part of one, and where it stands in the reading."""

    run: Run
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.run.text)


def seen(source: str, prose: Prose, found: Sequence[Odd]) -> Prose:
    """The prose with each stretch of `found` in its reading as the one character that it reads as.

    What markup divides stays as it was.
    """
    runs: list[Run] = []
    made: list[Odd] = []
    pieces = list(_pieces(prose, [edge for odd in found for edge in odd[:2]]))
    at = 0
    for odd in found:
        first = at
        while first < len(pieces) and (
            pieces[first].start < odd.start or not pieces[first].run.text
        ):
            first += 1
        last = first
        while last < len(pieces) and pieces[last].start < odd.end and pieces[last].end <= odd.end:
            last += 1
        runs += [piece.run for piece in pieces[at:first]]
        group = [piece.run for piece in pieces[first:last]]
        at = last
        is_whole = (
            bool(group) and pieces[first].start == odd.start and pieces[last - 1].end == odd.end
        )
        if is_whole and all(run.role in _WORDS for run in group):
            start, end = group[0].start, group[-1].end
            tag = group[0].tag
            runs.append(Run(start, end, odd.reads, "character", source[start:end], tag=tag))
            made.append(odd)
        else:
            runs += group
    runs += [piece.run for piece in pieces[at:]]
    if not any(run.text.strip() for run in runs):
        return prose
    escape = _escape(prose.text, prose.escape, made, is_ascii=source.isascii())
    return replace(prose, runs=tuple(runs), declared=_moved(prose.declared, made), escape=escape)


def _pieces(prose: Prose, edges: Sequence[int]) -> Iterator[_Piece]:
    """The runs, those of text cut at `edges` of the reading, which ascend."""
    at = 0
    for run in prose.runs:
        end = at + len(run.text)
        if run.role != "text":
            yield _Piece(run, at)
        else:
            inside = edges[bisect_right(edges, at) : bisect_left(edges, end)]
            cuts = [at, *dict.fromkeys(inside), end]
            for low, high in pairwise(cuts):
                text = run.text[low - at : high - at]
                start, stop = run.start + low - at, run.start + high - at
                yield _Piece(run._replace(start=start, end=stop, text=text), low)
        at = end


def _moved(declared: Sequence[Declared], made: Sequence[Odd]) -> tuple[Declared, ...]:
    """The stretches at their place in the new reading."""
    if not declared:
        return ()
    ends = [odd.end for odd in made]
    shifts = list(accumulate((len(o.reads) - (o.end - o.start) for o in made), initial=0))

    def place(offset: int) -> int:
        i = bisect_right(ends, offset)
        is_inside = i < len(made) and made[i].start < offset
        return shifts[i] + (made[i].start + len(made[i].reads) if is_inside else offset)

    moved = ((place(start), place(end), tag) for start, end, tag in declared)
    return tuple(one for one in moved if one[0] < one[1])


def _escape(
    text: str, escape: Callable[[str], str], made: Sequence[Odd], *, is_ascii: bool
) -> Callable[[str], str]:
    """How words are written: as ever, by `escape`, unless letters were references or escapes."""
    written = {odd.reads: text[odd.start] for odd in made if text[odd.start] in "&\\"}
    if not written:
        return escape
    refer = _reference if "&" in written.values() else _escaped
    return partial(_referring, escape, refer, frozenset(_SIGNS & written.keys()), is_ascii)


def _referring(
    escape: Callable[[str], str],
    refer: Callable[[str], str],
    signs: frozenset[str],
    is_ascii: bool,
    words: str,
) -> str:
    """The words, with `signs` and, where all is ASCII, all other letters as references."""
    return escape(
        "".join(
            refer(char) if char in signs or (is_ascii and not char.isascii()) else char
            for char in words
        )
    )


@cache
def _reference(char: str) -> str:
    from html.entities import codepoint2name  # noqa: PLC0415 - as seldom needed as `unescape`

    name = codepoint2name.get(ord(char))
    return f"&{name};" if name else f"&#{ord(char)};"


def _escaped(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))
