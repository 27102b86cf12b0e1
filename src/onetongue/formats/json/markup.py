r"""HTML in a string of JSON: whether a string holds any, and what is read there back in the source.

Responsible for: telling HTML from text with a `<` in it, or with tags among lines of its own; runs
of what a string reads as to runs of the source, escapes and all.
Not responsible for: what HTML reads as (`formats.html`), which strings are looked at (`values`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from onetongue.document import Region, Span
from onetongue.formats.html.names import CODE, INLINE, KNOWN, SKIPPED, VOID
from onetongue.formats.html.tokens import tokens
from onetongue.formats.json.prose import runs_of
from onetongue.prose import Prose, Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onetongue.formats.html.tokens import HtmlToken
    from onetongue.formats.json.strings import Offsets

# none: no markup; text: tags among lines that mean something as they stand; html: all of it.
Holding: TypeAlias = Literal["none", "text", "html"]

_MAYBE: Final = re.compile(r"</?[A-Za-z][^<]*>")
# A manual's `<input>` or `<source>` is a word to be filled in; these are never.
_BARE: Final = VOID & frozenset("br hr img wbr".split())
# Nobody reads in HTML what these are in Markdown and in plain text, below a line of words: a blank
# line and more words, an item, a heading, a quotation, a table; or a fence. None of them goes when
# the words around are translated, so that the next run reads the value in the same way.
_LINES: Final = re.compile(
    r"[^\s\0][^\S\n]*+\n[^\S\n]*+"
    r"(?:\n\s*+[^\s\0]|(?:[-*+•>]|\#{1,6}|\d{1,3}[.)])[ \t]|\|?[ \t]*+:?-{3})"
    r"|```"
)
_TAG: Final = "\0"  # stands for a tag that ends a line, where lines are looked at
_IN_LINE: Final = INLINE | CODE
_HIDING: Final = (SKIPPED | CODE) - VOID


def holding(words: str) -> Holding:
    r"""Whether what a string reads as is HTML: an element with its end tag, or one that has none.

    A `<br>` says so only where it is the only tag.

    >>> [holding(s) for s in ("a < b > c", "<think>No.</think>", "See <b>this</b>.", "One<br>two")]
    ['none', 'none', 'html', 'html']
    >>> holding("# Title\n\nSome *text*,\n\nand <b>a tag</b>.")
    'text'
    """
    if not _MAYBE.search(words):
        return "none"
    opened: set[str] = set()
    closed: set[str] = set()
    seen: list[str] = []  # without what is never read, where blank lines are code's
    hidden = 0
    for token in tokens(words):
        if token.kind == "text":
            seen += () if hidden else (words[token.start : token.end],)
            continue
        seen += () if token.name in _IN_LINE else (_TAG,)
        if token.kind == "end":
            closed.add(token.name)
            hidden -= bool(hidden and token.name in _HIDING)
        else:
            opened.add(token.name)
            closed |= {token.name} if _is_whole(token) else set()
            hidden += token.kind == "start" and token.name in _HIDING
    # Plain text has a `<br>` here and there, too, so it vouches for no other tag.
    if opened | closed != {"br"} and KNOWN.isdisjoint(opened & closed - {"br"}):
        return "none"
    return "text" if _LINES.search("".join(seen)) else "html"


def _is_whole(token: HtmlToken) -> bool:
    """Whether a tag needs no end tag, or has it."""
    if token.kind == "raw":
        return token.inner_end < token.end
    is_bare = token.tag_end - token.start <= len(token.name) + len("< />")
    return token.name in (_BARE if is_bare else VOID)


def in_source(
    region: Region, source: str, words: str, offsets: Offsets, escape: Callable[[str], str]
) -> Region:
    """The region of `words`, what a string reads as, in the source.

    `escape` is the string's own: it comes after that of HTML.
    """
    prose = region.prose
    if not isinstance(prose, Prose):
        raise TypeError("HTML is read as a Prose")
    runs = tuple(_runs(prose.runs, source, words, offsets, escape))
    both = _both(prose.escape, escape)
    moved = Prose(runs, both, prose.declared, None, prose.holds_markup)
    kept = tuple(map(offsets.span, region.protected))
    span = Span(runs[0].start, runs[-1].end)
    return replace(region, span=span, protected=kept, prose=moved)


def _runs(
    runs: tuple[Run, ...], source: str, words: str, offsets: Offsets, escape: Callable[[str], str]
) -> Iterator[Run]:
    for run in runs:
        start, end = offsets.source(run.start), offsets.source(run.end)
        if run.role == "text":
            yield from runs_of(source, start, end)
            continue
        is_as_it_stands = run.raw == words[run.start : run.end]
        raw = source[start:end] if is_as_it_stands else escape(run.raw)
        yield run._replace(start=start, end=end, raw=raw)


@cache
def _both(inner: Callable[[str], str], outer: Callable[[str], str]) -> Callable[[str], str]:
    return partial(_escaped, inner, outer)


def _escaped(inner: Callable[[str], str], outer: Callable[[str], str], words: str) -> str:
    return outer(inner(words))
