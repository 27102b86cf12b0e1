"""Blocks of Markdown inside an element of raw HTML that is not to be translated.

Responsible for: where such an element (`translate="no"`, `.notranslate`) begins among the blocks, and
where it ends, elements of its name inside it counted.
Not responsible for: such an element inside one paragraph (`inline`), or what is not read of raw HTML
anyway (`markdown`).

What is never closed ends with the list item or the quotation around it, else with the document.
"""

from __future__ import annotations

from onetongue.formats.html.marks import Attributes
from onetongue.formats.html.names import VOID
from onetongue.formats.html.tokens import HtmlToken, attributes, tokens

WHY = "not to be translated"


class UntouchedElement:
    """The element that is open, if one is; told of the raw HTML of a document in order."""

    def __init__(self) -> None:
        self._name = ""
        self._depth = 0  # how many elements of that name are open
        self._level = 0  # how deep in lists and quotations it began

    @property
    def is_open(self) -> bool:
        """Whether what stands here is in such an element."""
        return self._depth > 0

    def read(self, html: str, level: int, *, may_open: bool = True) -> None:
        """Read the tags of raw HTML, so deep in other blocks; inside a line none `may_open` one."""
        for tag in tokens(html):
            if self.is_open and tag.name == self._name:
                self._depth += (tag.kind == "start" and not tag.is_closed) - (tag.kind == "end")
            elif not self.is_open and may_open and _opens(html, tag):
                self._name, self._depth, self._level = tag.name, 1, level

    def leave(self, level: int) -> None:
        """A block that was opened so deep ends."""
        if level < self._level:
            self._depth = 0


def _opens(html: str, tag: HtmlToken) -> bool:
    if tag.kind != "start" or tag.is_closed or tag.name in VOID:
        return False
    return Attributes(html, tag.name, attributes(html, tag)).is_untouched
