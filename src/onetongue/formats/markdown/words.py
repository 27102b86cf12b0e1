"""The content of a Markdown block put into a builder, run by run.

Responsible for: `Words`, which turns marks and what lies between them into runs that touch, line
breaks with what belongs to them, and the backslashes of bars in a table.
Not responsible for: what a mark is (`inline`), or where content stands (`places`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from onetongue.formats.builder import Builder
    from onetongue.formats.markdown.parse import Mark
    from onetongue.formats.markdown.places import ContentPlaces

BREAKS = frozenset({"softbreak", "hardbreak"})


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
        newline: str,
        *,
        start: int,
        at: int,
    ) -> None:
        self.builder = builder
        self.done = start
        self._content = content
        self._places = places
        self._newline = newline
        self._at = at  # `done` in the source
        self._languages: list[tuple[int, str]] = []

    def read(self, end: int, *, is_break: bool = False) -> None:
        """Text up to `end`; the spaces before a line break go with the break."""
        while is_break and end > self.done and self._content[end - 1] in " \t":
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
        if mark.token.type in BREAKS:
            following = next(self._places.within(end, len(self._content)), None)
            self._at = following.source if following else self._places.end(end)
            self._break(start, mark.token.type == "softbreak")
            return
        self._at = self._places.end(end)
        if role.name == "character":
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
        elif role.tag == "br":  # it parts words, so it reads as a space, and stays
            self.builder.character(start, start + 1, " ")
            raw = self._content[mark.start : mark.end]
            self.builder.point(start + 1, self._at, role.tag, raw=raw)
        else:
            self.builder.point(start, self._at, role.tag)

    def _break(self, start: int, is_soft: bool) -> None:
        """A line break with what belongs to it; a hard one reads as a space, and stays."""
        if is_soft:
            self.builder.character(start, self._at, "\n")
        else:
            self.builder.character(start, start + 1, " ")
            self.builder.point(start + 1, self._at, "br", raw=f"  {self._newline}")
