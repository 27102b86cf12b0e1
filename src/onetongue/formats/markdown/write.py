r"""Words and markup as Markdown that reads as meant.

Responsible for: `MarkdownWriter`, the escape of one block (a backslash only where a sign would be markup),
and putting markup beside words so that it still is markup, proved by parsing what was written.
Not responsible for: where in a translation markup goes (`markup.transfer`, `markup.composition`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from markdown_it.common.utils import normalizeReference

from onetongue.characters import NEWLINE
from onetongue.formats.markdown.events import (
    DELIMITERS,
    EMPHASIS,
    Event,
    ends_line,
    events_meant,
    events_read,
    is_emphasis,
    matched_pairs,
    merged,
    settle,
    stand_in,
)
from onetongue.formats.markdown.parse import marks, parse
from onetongue.prose import Joined, Run

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onetongue.prose import Piece, Prose

# What one paragraph or heading parses as.
_ONE_BLOCK = ("paragraph_open", "heading_open", "inline")
Setting: TypeAlias = Literal["block", "line", "cell", "description", "title"]

# What a sign looks like before a letter of it is known to be markup; each is looked at where it is.
_SIGN = re.compile(
    r"\\+|\*+|_+|~+|`+|\[[^\[\]\n]*\]?|\]|<|\||&(?=#[0-9]|#[xX][0-9a-fA-F]|[A-Za-z][A-Za-z0-9]+;)"
)
# What begins a block at the start of a line; group 1 goes before the backslash.
_BLOCK = re.compile(
    r"(?m)^([ \t]*)(?=#{1,6}(?:[ \t]|$)|[-+](?:[ \t]|$)|>|=+[ \t]*$|[-:|][-:| \t]*$"
    r"|(?:!!!|\?\?\?\+?|===|:::)[ \t]*[\w\"{]|:[ \t])"
    r"|^([ \t]*\d{1,9})(?=[.)](?:[ \t]|$))"
)
_CLOSING = re.compile(r"(?:^|(?<=[ \t]))(?=#+[ \t]*$)")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


@dataclass(frozen=True, slots=True)
class MarkdownWriter:
    """How words are written in one block.

    `newline` is what a line break is written as: with the signs of the containers in a paragraph, a
    space where no line may end. `source` and `references` (labels of links) are the document's.
    `anchors` are elements that stand before a translation, for what links to the source's words.
    """

    place: Setting
    newline: str = " "
    source: str = field(default="", repr=False, compare=False)
    references: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)
    anchors: str = ""

    def __call__(self, words: str) -> str:
        r"""The words with a backslash before each sign that would be markup.

        >>> MarkdownWriter("block")("1. snake_case, 5 * 3, *x* & [y](z)")
        '1\\. snake_case, 5 * 3, \\*x\\* & \\[y\\](z)'
        """
        return self._escaped(words, begins_line=True)

    def join(self, prose: Prose, pieces: Sequence[Piece]) -> Joined:
        """Write `pieces` of a translation of `prose` so that a parser finds the same markup there.

        Emphasis that would be none beside what it stands next to is written as raw HTML. What
        cannot be written at all is named.
        """
        settled, dropped = settle(pieces)
        if self.anchors:
            settled.insert(0, Run(0, 0, "", "point", self.anchors))
        start, end = prose.runs[0].start, prose.runs[-1].end
        around = self.source[max(start - 1, 0) : start], self.source[end : end + 1]
        meant = events_meant(settled)
        for is_strict, is_html in ((False, False), (False, True), (True, False), (True, True)):
            manner = _Manner(is_strict, is_html, around[0])
            if self._is_read_as(self._written(settled, manner, is_shown=False), around, meant):
                return Joined(self._written(settled, manner), dropped)
        lost = tuple(p.raw for p in settled if isinstance(p, Run) and p.role == "open")
        return Joined(self._written(settled, _Manner(False, False, around[0])), (*dropped, *lost))

    def _written(self, pieces: Sequence[Piece], manner: _Manner, *, is_shown: bool = True) -> str:
        """The pieces in one; with a stand-in for what is written as it is unless `is_shown`."""
        matched = matched_pairs(pieces)
        begins_line = not manner.before.strip() or manner.before == ">"
        parts: list[str] = []
        for i, piece in enumerate(pieces):
            if isinstance(piece, str):
                following = pieces[i + 1] if i + 1 < len(pieces) else ""
                begins = ends_line(pieces[i - 1]) if i else begins_line
                parts.append(self._words(piece, manner, begins))
                if (
                    isinstance(following, Run)
                    and following.raw.startswith("[")
                    and piece[-1:] == "!"
                ):
                    parts[-1] = parts[-1].removesuffix("!").removesuffix("\\") + "\\!"
            elif is_emphasis(piece) and manner.is_html and piece.pair in matched:
                parts.append(f"<{'/' * (piece.role == 'close')}{EMPHASIS[piece.tag]}>")
            else:
                parts.append(piece.raw if is_shown else stand_in(piece, matched))
        return "".join(parts)

    def _words(self, words: str, manner: _Manner, begins_line: bool) -> str:
        if manner.is_strict:
            return self._lined(_PUNCTUATION.sub(r"\\\g<0>", words))
        return self._escaped(words, begins_line=begins_line)

    def _escaped(self, words: str, *, begins_line: bool) -> str:
        words = NEWLINE.sub("\n", words)
        if self.place != "block":
            words = words.replace("\n", " ")
        escaped = _SIGN.sub(self._sign, words)
        if self.place == "block":
            first = 0 if begins_line else escaped.find("\n") + 1 or len(escaped)
            escaped = escaped[:first] + _BLOCK.sub(r"\1\2\\", escaped[first:])
        elif self.place == "line":
            escaped = _CLOSING.sub(r"\\", escaped)
        return self._lined(escaped)

    def _lined(self, words: str) -> str:
        if self.place == "title":  # it ends at a quotation mark
            words = re.sub(r'\\?"', "&quot;", words)
        return re.sub(r"[ \t]*\n\s*", lambda _: self.newline, words)

    def _sign(self, found: re.Match[str]) -> str:
        """The signs found, with backslashes if they would be markup."""
        signs, text = found[0], found.string
        before = text[found.start() - 1 : found.start()]
        after = text[found.end() : found.end() + 1]
        if signs[0] == "[":
            return self._bracketed(signs, after)
        if signs[0] == "\\":
            is_literal = after and not _PUNCTUATION.match(after) and after != "\n"
            return signs if is_literal and len(signs) == 1 else "\\\\" * len(signs)
        if signs[0] == "<":
            return signs if after and (after.isspace() or after == "=") else "\\<"
        if signs[0] == "|":
            return "\\|" if self.place == "cell" else signs
        lead = text[max(found.start() - 2, 0) : max(found.start() - 1, 0)]
        is_apart = before == " " and bool(lead.strip()) and after == " "
        is_inside = signs[0] == "_" and before.isalnum() and after.isalnum()
        if signs[0] in DELIMITERS and (is_apart or is_inside):
            return signs
        return "".join(f"\\{sign}" for sign in signs)

    def _bracketed(self, signs: str, after: str) -> str:
        """`[Le]` stays as it is where it is neither a link, a note nor the box of a task."""
        inside = signs[1:-1]
        is_words = (
            signs.endswith("]")
            and inside.strip().lower() not in {"", "x"}
            and inside[0] not in "^!"
            and after not in {"", "(", "[", ":"}
            and normalizeReference(inside) not in self.references
        )
        inner = _SIGN.sub(self._sign, signs[1:].removesuffix("]"))
        if is_words and not inner.endswith("\\"):
            return f"[{inner}]"
        return f"\\[{inner}" + ("\\]" if signs.endswith("]") else "")

    def _is_read_as(self, written: str, around: tuple[str, str], meant: list[Event]) -> bool:
        """Whether a parser reads `written` between its neighbours as it is meant."""
        before, after = around
        if written[:1] in DELIMITERS and before == written[:1]:
            return False
        if written[-1:] in DELIMITERS and after == written[-1:]:
            return False
        left, right = _neighbour(before), _neighbour(after)
        if self.place == "block":
            written = written.replace(self.newline, "\n")
        elif self.place == "cell":
            written = written.replace("\\|", "|")
            meant = [(role, said.replace("\\|", "|") if role else said) for role, said in meant]
        if self.place in {"cell", "description", "title"}:  # no block begins there
            left = f"x {left}"
        opening = "# " if self.place == "line" else ""
        tokens = parse(opening + left + written + right, self.references).tokens
        if len(tokens) != len(_ONE_BLOCK) or tokens[0].type not in _ONE_BLOCK:
            return False
        read = events_read(tokens[1].content, marks(tokens[1].children))
        return read == merged([("", left), *meant, ("", right)])


class _Manner(NamedTuple):
    """How to write: every sign escaped or only some, emphasis as HTML or not, and what is before."""

    is_strict: bool
    is_html: bool
    before: str


def _neighbour(char: str) -> str:
    """A character of the same kind, which is no markup."""
    if not char or char.isspace():
        return ""
    return "x" if char.isalnum() else ","
