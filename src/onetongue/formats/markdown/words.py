"""The content of a Markdown block put into a builder, run by run.

Responsible for: `Words`, which turns marks and what lies between them into runs that touch, line
breaks with what belongs to them, and the backslashes of bars in a table.
Not responsible for: what a mark is (`inline`), or where content stands (`places`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onetongue.prose import BREAK

if TYPE_CHECKING:
    from onetongue.formats.builder import Builder
    from onetongue.formats.markdown.parse import Mark
    from onetongue.formats.markdown.places import ContentPlaces

SOFT = "softbreak"
_BLANK = " \t"


class MarkRole(NamedTuple):
    """What a mark is: `open`, `close`, `point`, `object`, `character` or `image`."""

    name: str
    tag: str = ""
    text: str = ""
    other: int = 0  # the index of the mark that ends it
    language: str = ""


class Words:
    """Puts content into a builder, stretch by stretch; each goes on where the last one ended."""

    def __init__(
        self,
        content: str,
        places: ContentPlaces,
        builder: Builder,
        *,
        start: int,
        at: int,
    ) -> None:
        self.builder = builder
        self.done = start
        self._content = content
        self._places = places
        self._at = at  # `done` in the source
        self._languages: list[tuple[int, str]] = []

    def read(self, end: int, *, is_break: bool = False) -> None:
        """Text up to `end`; the spaces before a line break go with the break."""
        while is_break and end > self.done and self._content[end - 1] in _BLANK:
            end -= 1
        for piece in self._places.within(self.done, end):
            start = piece.source
            if self._at < start:  # the backslash of "\\|"
                self.builder.character(self._at, start + 1, self._content[piece.content])
                start += 1
            self.builder.text(start, piece.source + piece.length)
            self._at = piece.source + piece.length
        self.done = end

    def put(self, mark: Mark, end: int, role: MarkRole) -> None:
        """A mark, which goes to `end` of the content; an object may hold others."""
        start = self._at
        self.done = end
        self._at = self._places.behind(mark.start, end, self._content)
        if role.tag == BREAK:
            self.builder.line_break(start, self._at)
        elif mark.token.type == SOFT:
            self.builder.character(start, self._at, "\n")
        elif role.name == "character":
            self.builder.character(start, self._at, role.text)
        elif role.name == "object":
            self.builder.object(start, self._at, role.text, role.tag)
        elif role.name == "open":
            self.builder.open(start, self._at, role.tag)
            self._languages.append((self.builder.length, role.language))
        elif role.name == "close":
            self.builder.close(start, self._at, role.tag)
            at, language = self._languages.pop() if self._languages else (0, "")
            if language:
                self.builder.declare(at, language)
        else:
            self.builder.point(start, self._at, role.tag)
