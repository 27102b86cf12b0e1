"""The words of a drawing in SVG.

Responsible for: its titles, descriptions and labels, as values like those of attributes.
Not responsible for: where a drawing begins and ends (`tokens`), HTML or another drawing inside one.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.formats.html.marks import Attributes, AttributeValue
from onetongue.formats.html.tokens import attributes, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onetongue.document import RegionKind
    from onetongue.formats.html.stack import Language
    from onetongue.formats.html.tokens import HtmlToken

_KINDS: Final[dict[str, RegionKind]] = {"title": "caption", "desc": "paragraph", "text": "caption"}
DIVIDED: Final = "in a drawing that places each part of it"


class DrawnWords(NamedTuple):
    """Words of a drawing, the language that it declares for them, and why they cannot be changed."""

    value: AttributeValue
    language: Language | None
    fixed: str = ""


def words_of(source: str, start: int, end: int) -> Iterator[DrawnWords]:
    """The titles, descriptions and labels between the tags of a drawing, in order.

    A label in parts has a place for each, which a translation would not fit.

    >>> source = "<svg><title>Carte</title><text><tspan>Lac</tspan><tspan>gelé</tspan></text></svg>"
    >>> [(source[w.value.start : w.value.end], w.fixed != "") for w in words_of(source, 5, 82)]
    [('Carte', False), ('Lac', True), ('gelé', True)]
    """
    drawing = _Drawing(source, start)
    for token in tokens(source[start:end], is_xml=True):
        yield from drawing.take(token)


class _Open(NamedTuple):
    name: str
    language: Language | None
    is_hidden: bool


class _Drawing:
    """What is open at one place of a drawing, whose tokens count from `start`."""

    def __init__(self, source: str, start: int) -> None:
        self._source, self._start = source, start
        self._open: list[_Open] = []
        self._counts: Counter[str] = Counter()
        self._label: list[DrawnWords] = []

    def take(self, token: HtmlToken) -> list[DrawnWords]:
        """Go on by one token; gives the words that it completes."""
        if token.kind == "raw" and token.name == "title":
            title = self._inside(token)
            return [] if title.is_hidden else self._words(token.tag_end, token.inner_end, title)
        if token.kind == "text" and self._open and not self._open[-1].is_hidden:
            names = [name for name in ("desc", "text") if self._counts[name]]
            inside = self._open[-1]._replace(name=names[0]) if names else None
            self._label += self._words(token.start, token.end, inside) if inside else []
        elif token.kind == "start" and not token.is_closed:
            self._open.append(self._inside(token))
            self._counts[token.name] += 1
        elif token.kind == "end" and self._counts[token.name]:
            return self._close(token.name)
        return []

    def _close(self, name: str) -> list[DrawnWords]:
        closed = ""
        while closed != name:
            closed = self._open.pop().name
            self._counts[closed] -= 1
        if self._counts["desc"] or self._counts["text"]:
            return []
        label, self._label = self._label, []
        return label if len(label) == 1 else [one._replace(fixed=DIVIDED) for one in label]

    def _inside(self, token: HtmlToken) -> _Open:
        """What an element hands down, given the one it stands in."""
        outer = self._open[-1] if self._open else _Open("", None, is_hidden=False)
        tag_end = self._start + token.tag_end
        tag = token._replace(start=self._start + token.start, end=tag_end, tag_end=tag_end)
        found = Attributes(self._source, token.name, attributes(self._source, tag))
        is_hidden = outer.is_hidden or found.is_untouched
        return _Open(token.name, found.language or outer.language, is_hidden)

    def _words(self, start: int, end: int, inside: _Open) -> list[DrawnWords]:
        start, end = self._start + start, self._start + end
        if not self._source[start:end].strip():
            return []
        rule = f"{inside.name} of a drawing"
        value = AttributeValue(start, end, "", _KINDS[inside.name], rule)
        return [DrawnWords(value, inside.language)]
