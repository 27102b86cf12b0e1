"""The words and the markup of one Markdown block, as parts that are read on their own.

Responsible for: which inline token is a pair, a point, an object or a character; raw inline HTML;
and what divides a block: images that stand alone or say something, breaks that end a line for good.
Not responsible for: what kind of block it is (`markdown`), or writing (`write`).
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from onetongue.formats.html.names import CODE, FOREIGN, VOID
from onetongue.formats.markdown.breaks import is_break, is_forced, line_ends, with_breaks
from onetongue.formats.markdown.parse import Mark, marks
from onetongue.formats.markdown.words import SOFT, MarkRole, Words
from onetongue.formats.prose_or_code import is_prose
from onetongue.prose import BREAK

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.token import Token

    from onetongue.formats.builder import Builder
    from onetongue.formats.markdown.places import ContentPlaces

_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>[^>]*)>", re.S)
_LANGUAGE = re.compile(r"""\s(?:xml:)?lang\s*=\s*["']?(?P<tag>[A-Za-z0-9-]+)""", re.I)
_LAST_SIGN = re.compile(r"(?<!\\)\\\Z")
_KEPT = re.compile(r"""\stranslate\s*=\s*["']?no\b""", re.I)
_CODE = CODE | FOREIGN.keys() | {"tt"}  # by hand, <tt> is for code
# Those have no place inside a line, where components that hold words are so called: <Link>, <Frame>.
_VOID = VOID - frozenset("base basefont bgsound frame keygen link meta param".split())
_LABEL_ENDS = frozenset({"]", "][]"})  # of links that are their own label


class InlinePart(NamedTuple):
    """A part of a block: its words, or those of an image's description.

    `is_alone` is whether an image has its line for itself, `is_label` whether its description is also
    the label by which its address is looked up.
    """

    words: Builder
    is_image: bool
    is_alone: bool = False
    is_label: bool = False


def parts(
    content: str,
    children: Sequence[Token] | None,
    places: ContentPlaces,
    make: Callable[[bool], Builder],
    *,
    start: int = 0,
) -> list[InlinePart]:
    """Cut a block at its images and at lines that end for good, from `start` of its content on.

    `make` makes an empty builder, told whether it is for a description.
    """
    found = with_breaks(content, [mark for mark in marks(children) if mark.start >= start])
    pictures = _picture_lines(content, found, start)
    roles = _roles(content, found)
    ended = line_ends(content, found, roles, start)
    divides = [
        i in ended
        or (mark.token.type == "image" and (i in pictures or is_prose(mark.token.content)))
        for i, mark in enumerate(found)
    ]
    cut = _cut_pairs(roles, divides)
    made: list[InlinePart] = []
    words = Words(content, places, make(False), start=start, at=_begin(places, start))
    i = 0
    while i < len(found):
        mark, role = found[i], roles[i]
        words.read(mark.start, is_break=is_break(mark, role))
        last = role.other if role.name == "object" and role.other else i
        if divides[i] or i in cut:
            made.append(InlinePart(words.builder, False))
            if mark.token.type == "image":
                description = _description(mark, places, make)
                is_label = _is_label(content, mark)
                made.append(InlinePart(description, True, i in pictures, is_label))
            at = places.behind(mark.start, mark.end, content)
            words = Words(content, places, make(False), start=mark.end, at=at)
        else:
            words.put(mark, found[last].end, role)
        i = last + 1
    # Where a line of another kind follows, a backslash at the end is a break, and never a word.
    words.read(len(content) - bool(_LAST_SIGN.search(content)))
    return [*made, InlinePart(words.builder, False)]


def _is_label(content: str, image: Mark) -> bool:
    """Whether an image's description is the label of its address."""
    return content[image.start + len(f"![{image.token.content}") : image.end] in _LABEL_ENDS


def _begin(places: ContentPlaces, start: int) -> int:
    return places.begin(start) if start else places.start


def _description(mark: Mark, places: ContentPlaces, make: Callable[[bool], Builder]) -> Builder:
    """The words of an image's description; what stands in it does not divide it."""
    content = mark.token.content
    start = mark.start + len("![")
    found = with_breaks(content, marks(mark.token.children))
    inside = places.part(start, start + len(content))
    words = Words(content, inside, make(True), start=0, at=inside.start)
    for inner, role in zip(found, _roles(content, found), strict=True):
        if inner.start >= words.done:
            words.read(inner.start, is_break=is_break(inner, role))
            last = found[role.other] if role.name == "object" and role.other else inner
            words.put(inner, last.end, role)
    words.read(len(content))
    return words.builder


def _picture_lines(content: str, found: Sequence[Mark], start: int) -> set[int]:
    """The images whose lines hold nothing else, but the links they stand in."""
    alone: set[int] = set()
    line: list[int] = []
    is_clean, done = True, start
    for i, mark in enumerate(found):
        is_clean = is_clean and not content[done : mark.start].strip()
        done = mark.end
        if mark.token.type == SOFT or is_forced(mark):
            alone.update(line if is_clean else ())
            line, is_clean = [], True
        elif mark.token.type == "image":
            line.append(i)
        elif not mark.token.type.startswith("link_"):
            is_clean = False
    if is_clean and not content[done:].strip():
        alone.update(line)
    return alone


def _cut_pairs(roles: Sequence[MarkRole], divides: Sequence[bool]) -> set[int]:
    """The two halves of each pair that an image divides."""
    before = [0, *accumulate(divides)]
    cut: set[int] = set()
    for i, role in enumerate(roles):
        if role.name == "open" and before[role.other] > before[i]:
            cut |= {i, role.other}
    return cut


def _roles(content: str, found: Sequence[Mark]) -> list[MarkRole]:
    """What each mark is. Tags pair within the Markdown around them: emphasis never ends in one."""
    roles = [_plain_role(content, mark) for mark in found]
    frames = [_Tags()]  # one a pair, the innermost last
    opened: list[int] = []
    for i, mark in enumerate(found):
        if mark.token.type == "html_inline":
            first = frames[-1].pair(i, _TAG.fullmatch(content, mark.start, mark.end))
            if first >= 0:
                _pair_tags(content, found, roles, first, i)
        elif mark.token.nesting > 0 and roles[i].name == "open":
            opened.append(i)
            frames.append(_Tags())
        elif mark.token.nesting < 0 and opened:
            frames.pop()
            first = opened.pop()
            roles[first] = roles[first]._replace(other=i)
            if content[mark.start : mark.end] in _LABEL_ENDS:  # translated, it would find nothing
                roles[first] = MarkRole("object", "link", "", i)
    return roles


def _plain_role(content: str, mark: Mark) -> MarkRole:
    token = mark.token
    kind, _, end = token.type.rpartition("_")
    if token.markup == "autolink":
        return MarkRole("object", "link", content[mark.start + 1 : mark.end - 1])
    if end in {"open", "close"}:
        return MarkRole(end, kind)
    if token.type == "text_special":
        return MarkRole("character", text=token.content)
    if token.type == "code_inline":
        return MarkRole("object", "code", token.content)
    return MarkRole("point", BREAK if is_forced(mark) else token.type)


class _Tags:
    """The raw tags that are open, the innermost last."""

    def __init__(self) -> None:
        self._opened: list[tuple[str, int]] = []
        self._names: Counter[str] = Counter()

    def pair(self, i: int, tag: re.Match[str] | None) -> int:
        """Take tag number `i`; the number of the one it closes, or -1."""
        name = tag["name"].lower() if tag else ""
        if tag is None or name in _VOID or tag["rest"].endswith("/"):
            return -1
        if not tag["slash"]:
            self._opened.append((name, i))
            self._names[name] += 1
            return -1
        while self._names[name]:  # what was opened since is not closed, and stays a point
            other, first = self._opened.pop()
            self._names[other] -= 1
            if other == name:
                return first
        return -1


def _pair_tags(
    content: str, found: Sequence[Mark], roles: list[MarkRole], first: int, last: int
) -> None:
    """Make a pair of two raw tags, or one object of them and what they hold."""
    opening = content[found[first].start : found[first].end]
    name = opening[1:-1].split()[0].lower()
    if name in _CODE:
        held = content[found[first].end : found[last].start]
        roles[first] = MarkRole("object", "code", held, last)
    elif _KEPT.search(opening):
        roles[first] = MarkRole("object", name, "", last)
    else:
        language = _LANGUAGE.search(opening)
        roles[first] = MarkRole("open", name, "", last, language["tag"] if language else "")
        roles[last] = MarkRole("close", name)
