"""What a stretch of Markdown says, as a list of words and markup that can be compared.

Responsible for: the same list from what is meant (pieces of a translation) and from what a parser
reads, and moving white space out of emphasis, which cannot begin or end with it.
Not responsible for: escapes, or what to do when the two lists differ (`write`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from onetongue.prose import BREAK, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onetongue.formats.markdown.parse import Mark
    from onetongue.prose import Piece

# What it is ("" for words, "open" or "close") and what it says.
Event: TypeAlias = tuple[str, str]

EMPHASIS = {"em": "em", "strong": "strong", "s": "del"}  # and the element that says the same
DELIMITERS = ("*", "_", "~")
_ELEMENT = re.compile(r"<(/?)(em|strong|del)>")
_BY_ELEMENT = {element: tag for tag, element in EMPHASIS.items()}
_IGNORED = re.compile(r"[\s>]+")  # a link may go over a line's end and what the next begins with
_BREAKS = frozenset({"softbreak", "hardbreak"})


def is_emphasis(piece: Piece, role: str = "") -> bool:
    """Whether it is half of an emphasis written in Markdown, of this role if one is given."""
    return (
        isinstance(piece, Run)
        and piece.tag in EMPHASIS
        and piece.raw.startswith(DELIMITERS)
        and piece.role in {role or piece.role}
    )


def ends_line(piece: Piece) -> bool:
    """Whether it is a break that ends a line of the source, so that what follows begins one."""
    return isinstance(piece, Run) and piece.tag == BREAK and bool(set("\r\n") & set(piece.raw))


def matched_pairs(pieces: Iterable[Piece]) -> set[int]:
    """The pairs of which both halves are there."""
    runs = [piece for piece in pieces if isinstance(piece, Run)]
    closed = {run.pair for run in runs if run.role == "close"}
    return {run.pair for run in runs if run.role == "open" and run.pair in closed}


def settle(pieces: Sequence[Piece]) -> tuple[list[Piece], tuple[str, ...]]:
    """The pieces without white space inside emphasis at its edges, and what holds nothing then."""
    opened = _outward([*pieces][::-1], "open")[::-1]
    kept: list[Piece] = []
    dropped: list[str] = []
    for piece in _outward(opened, "close"):
        before = kept[-1] if kept else ""
        if isinstance(before, Run) and isinstance(piece, Run) and _hold_nothing(before, piece):
            dropped.append(before.raw)
            kept.pop()
            continue
        if isinstance(before, str) and isinstance(piece, str) and kept:
            kept[-1] = before + piece
        else:
            kept.append(piece)
    return kept, tuple(dropped)


def _hold_nothing(before: Run, after: Run) -> bool:
    is_pair = before.pair == after.pair and before.role == "open" and after.role == "close"
    return is_pair and is_emphasis(before) and is_emphasis(after)


def _outward(pieces: Sequence[Piece], role: str) -> list[Piece]:
    """Move the white space before each such half behind it; reversed, for the other edge."""
    moved: list[Piece] = []
    for piece in pieces:
        gap = ""
        inner = moved[-1] if moved else ""
        if is_emphasis(piece, role) and isinstance(inner, str):
            words = inner.rstrip() if role == "close" else inner.lstrip()
            gap = inner[len(words) :] if role == "close" else inner[: len(inner) - len(words)]
            moved[-1:] = [words] if words else []
        moved += [piece, gap] if gap else [piece]
    return moved


def stand_in(run: Run, matched: set[int]) -> str:
    """The run, or a tag or code in place of what is written as it is and says nothing of emphasis.

    A tag for a tag only: one that is alone on the first line begins a block of HTML.
    """
    if ends_line(run):
        return "  \n"
    is_pair = run.pair in matched and (is_emphasis(run) or run.tag == "link")
    if is_pair or not run.raw.strip() or _ELEMENT.fullmatch(run.raw):
        return run.raw
    return "<x>" if run.raw.startswith("<") else "`x`"


def events_meant(pieces: Sequence[Piece]) -> list[Event]:
    """What the pieces of a translation say."""
    matched = matched_pairs(pieces)
    events: list[Event] = []
    for piece in pieces:
        if isinstance(piece, str):
            events.append(("", piece))
        elif piece.pair in matched and is_emphasis(piece):
            events.append((piece.role, piece.tag))
        elif piece.pair in matched and piece.tag == "link":
            events.append((piece.role, _IGNORED.sub("", piece.raw)))
        else:
            events.append(_tag_event(stand_in(piece, matched)))
    return events


def events_read(content: str, marks: Sequence[Mark]) -> list[Event]:
    """What a parser reads in some content; neighbouring words in one."""
    events: list[Event] = []
    done = 0
    for mark in marks:
        events.append(("", content[done : mark.start]))
        events.append(_event(content[mark.start : mark.end], mark))
        done = mark.end
    return merged([*events, ("", content[done:])])


def merged(events: Iterable[Event]) -> list[Event]:
    """The events with neighbouring words in one, white space made even, and none at the edges."""
    one: list[Event] = []
    for role, said in events:
        if not role and one and not one[-1][0]:
            one[-1] = "", one[-1][1] + said
        else:
            one.append((role, said))
    even = [(role, said if role else re.sub(r"\s+", " ", said)) for role, said in one]
    if even and not even[0][0]:
        even[0] = "", even[0][1].lstrip()
    if even and not even[-1][0]:
        even[-1] = "", even[-1][1].rstrip()
    return [event for event in even if event != ("", "")]


def _event(raw: str, mark: Mark) -> Event:
    kind, _, role = mark.token.type.rpartition("_")
    if kind in EMPHASIS and role in {"open", "close"}:
        return role, kind
    if kind == "link" and mark.token.markup != "autolink":
        return role, _IGNORED.sub("", raw)
    if mark.token.type == "text_special":
        return "", mark.token.content
    return _tag_event(raw) if mark.token.type not in _BREAKS else ("", "\n")


def _tag_event(raw: str) -> Event:
    found = _ELEMENT.fullmatch(raw)
    return ("close" if found[1] else "open", _BY_ELEMENT[found[2]]) if found else ("", raw)
