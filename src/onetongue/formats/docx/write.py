r"""A translation as WordprocessingML: words escaped, runs ended and begun again around markup.

Responsible for: what is written for words, and for the marks that `inline` leaves in place of
markup.
Not responsible for: which markup there is, and where it goes.

Words stand inside `<w:r>…<w:t>`; links, notes and the like beside runs. Which properties a run must
have that begins after a piece of markup depends on where in the translation that went. So markup is
carried with marks that XML cannot hold, and `Runs.join` makes runs of them:

- LEAVE markup DONE: this stands beside runs;
- ENTER outer AND inner DONE: text now looks like `inner`, in `outer`;
- BACK inner AND outer DONE: text now looks as it did before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onetongue.characters import NOT_XML
from onetongue.prose import Joined, Run

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from onetongue.prose import Piece, Prose

LEAVE, ENTER, AND, BACK, DONE = "\x01\x02\x03\x04\x05"
# Begins the tag of words whose w:t does not keep white space at its edges.
TRIMMED: Final = "\x06"
_MARK: Final = re.compile(
    f"(?P<leave>{LEAVE}[^{DONE}]*){DONE}"
    f"|(?P<turn>{ENTER}|{BACK})(?P<one>[^{AND}]*){AND}(?P<other>[^{DONE}]*){DONE}"
)
_HYPHENATED: Final = re.compile(r"([^\W_]+)-(?=([^\W_]+))")
_LAST, _FIRST = re.compile(r"[^\W_]+\Z"), re.compile(r"[^\W_]+")
_LONGEST_PART: Final = 60  # of a word beside a hyphen; more of it is not compared


@dataclass(frozen=True, slots=True)
class Runs:
    """How words and marks are written in a part; `prefix` is WordprocessingML's, with its colon."""

    prefix: str

    def escape(self, text: str) -> str:
        """Give what is written for words inside a run."""
        text = NOT_XML.sub("\ufffd", text)
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    def within(self, element: str) -> str:
        """An element that stands among words, inside their run."""
        return f'</{self.prefix}t>{element}<{self.prefix}t xml:space="preserve">'

    def join(self, prose: Prose, pieces: Sequence[Piece]) -> Joined:
        """Write a translation of `prose`, with runs made of the marks in it."""
        written = pieces
        if unbroken := _unbroken(prose):
            written = [part for piece in pieces for part in self._with_hyphens(piece, unbroken)]
        content = self._with_runs(prose, prose.written(written))
        is_lost = content.count("noBreakHyphen/>") < len(_hyphens(prose))
        return Joined(content, unplaced="non-breaking hyphens" if is_lost else "")

    def _with_runs(self, prose: Prose, content: str) -> str:
        is_inside = True
        looks = [_first_look(prose)]
        written: list[str] = []
        end = 0
        for found in (*_MARK.finditer(content), None):
            words = content[end : found.start() if found else len(content)]
            if words and not is_inside:
                written.append(self._begin(looks[-1]))
                is_inside = True
            if found and not written and is_inside and _is_trimmed(prose):
                words = self._guarded(words)
            written.append(words)
            if found is None:
                break
            end = found.end()
            if found["leave"]:
                written += [self._end()] if is_inside else []
                written.append(found["leave"][1:])
                is_inside = False
            else:
                looks = _turned(looks, found)
        if not is_inside:
            written.append(self._begin(looks[-1]))
        return "".join(written)

    def _with_hyphens(self, piece: Piece, unbroken: Collection[str]) -> Iterator[Piece]:
        """The piece with an element for each hyphen that has a neighbour of `unbroken`."""
        element = self.within(f"<{self.prefix}noBreakHyphen/>")
        done = 0
        for found in _HYPHENATED.finditer(piece) if isinstance(piece, str) else ():
            if f"{found[1]}-".casefold() in unbroken or f"-{found[2]}".casefold() in unbroken:
                yield found.string[done : found.end(1)]
                yield Run(0, 0, "", "object", element)
                done = found.end()
        yield piece[done:] if isinstance(piece, str) else piece

    def _begin(self, look: str) -> str:
        return f'<{self.prefix}r>{look}<{self.prefix}t xml:space="preserve">'

    def _end(self) -> str:
        return f"</{self.prefix}t></{self.prefix}r>"

    def _guarded(self, words: str) -> str:
        """The end of a w:t that does not keep white space at its edge, with that kept."""
        bare = words.rstrip()
        p = self.prefix
        space = words[len(bare) :]
        return f'{bare}</{p}t><{p}t xml:space="preserve">{space}' if space else words


def _turned(looks: list[str], found: re.Match[str]) -> list[str]:
    """What text looks like after a mark, innermost last."""
    if found["turn"] == ENTER:
        return [*looks, found["other"]]
    return looks[:-1] if len(looks) > 1 else [found["other"]]


def _first_look(prose: Prose) -> str:
    """What text looks like where the prose begins."""
    for run in prose.runs:
        if run.text and run.role in {"text", "character"}:
            return run.tag.removeprefix(TRIMMED)
        turn = _MARK.search(run.raw, max(run.raw.find(ENTER), run.raw.find(BACK), 0))
        if turn and turn["turn"]:
            return turn["one"]
    return ""


def _hyphens(prose: Prose) -> list[int]:
    """Where in the reading hyphens stand at which no line breaks."""
    found: list[int] = []
    at = 0
    for run in prose.runs:
        if run.role == "character" and run.text == "-" and "noBreakHyphen" in run.raw:
            found.append(at)
        at += len(run.text)
    return found


def _unbroken(prose: Prose) -> frozenset[str]:
    """What stands beside such a hyphen: a part of a word, with the hyphen."""
    found: set[str] = set()
    for at in _hyphens(prose):
        near = prose.text[max(at - _LONGEST_PART, 0) : at + _LONGEST_PART]
        middle = min(at, _LONGEST_PART)
        before, after = _LAST.search(near, 0, middle), _FIRST.match(near, middle + 1)
        found |= {f"{before[0]}-".casefold()} if before else set()
        found |= {f"-{after[0]}".casefold()} if after else set()
    return frozenset(found)


def _is_trimmed(prose: Prose) -> bool:
    return prose.runs[0].tag.startswith(TRIMMED)
