"""The paragraphs of a Word document's part, each as the pieces it is made of.

Responsible for: which text a reader sees and in which run it stands, and what stands between: links,
tracked insertions, fields, notes, drawings. Deleted, hidden and moved text is just that, between.
Not responsible for: what that means for a translation (`inline`).

Source: ECMA-376 part 1, WordprocessingML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.formats.docx.xml_tokens import XmlToken, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# What stands around runs and goes on around their translation.
_WRAPPERS: Final = frozenset("hyperlink ins moveTo smartTag customXml dir bdo sdtContent".split())
# Controls whose words come from elsewhere, or are chosen from a list.
_BOUND: Final = re.compile(r"[<:](?:dataBinding|dropDownList|comboBox|date|checkbox|docPartObj)\b")
_LONGEST_CONTROL: Final = 20_000  # what a control says of itself
_OFF: Final = r"(?![^>]*val=[\"'](?:0|false|off)[\"'])"
_HIDDEN: Final = re.compile(rf"[<:](?:vanish|webHidden|specVanish)\b{_OFF}")
_TRACKED_FORMAT: Final = re.compile(
    r"<(?P<name>[\w.-]*:?rPrChange)\b[^>]*(?:/>|>.*?</(?P=name)\s*>)", re.S
)
_PRESERVED: Final = re.compile(r"xml:space\s*=\s*[\"']preserve[\"']")
_WHITE: Final = " \t\r\n"


class Atom(NamedTuple):
    """A piece of a paragraph.

    `kind` is text, character, enter or leave (a wrapper), inline (inside a run), or block (beside
    runs). `name` is the element's, without prefix. `text` is what text reads as; `look` the
    properties of the run around it, as they are written. `is_kept` says that white space at the
    edges of its `w:t` counts. `inner` says that paragraphs of their own are inside.
    """

    start: int
    end: int
    kind: str
    name: str = ""
    text: str = ""
    look: str = ""
    is_kept: bool = True
    inner: bool = False
    rest: str = ""


class Paragraph(NamedTuple):
    """A paragraph: its number in its part from 1, the id of its style, and its atoms in order.

    `is_odd` says that its elements stand as the standard does not have it, so that atoms do not tell
    all there is.
    """

    number: int
    style: str
    is_outlined: bool
    atoms: list[Atom]
    is_odd: bool


class _Opaque(NamedTuple):
    """An element that is passed over: where it began, and what it was."""

    start: int
    name: str
    depth: int
    text: str = ""


def paragraphs(
    text: str, start: int, end: int, prefix: str, styles: Mapping[str, str]
) -> Iterator[Paragraph]:
    """The paragraphs of a part that stands at `start` to `end` of `text`, in the order they end.

    `prefix` is how the part names WordprocessingML, with the colon; `styles` are the kinds of styles.
    """
    stack: list[_Scanner] = []
    number = 0
    for token in tokens(text, start, end):
        name = token.name.removeprefix(prefix) if token.name.startswith(prefix) else token.name
        if name == "p" and token.kind == "open":
            number += 1
            if stack:
                stack[-1].holds_paragraphs(token)
            stack.append(_Scanner(text, number, prefix, styles))
        elif name == "p" and token.kind == "close" and stack:
            yield stack.pop().paragraph()
        elif stack:
            stack[-1].take(token, name)


class _Scanner:
    """One paragraph while it is read."""

    def __init__(self, text: str, number: int, prefix: str, styles: Mapping[str, str]) -> None:
        self._text = text
        self._number = number
        self._prefix = prefix
        self._styles = styles
        self._style = ""
        self._is_outlined = False
        self._atoms: list[Atom] = []
        self._opaque: _Opaque | None = None
        self._inner = False
        self._run: int | None = None  # where the run begins
        self._look = ""
        self._t: XmlToken | None = None
        self._first = 0  # the first atom of this w:t
        self._sdt: list[
            tuple[int, int]
        ] = []  # where each open control begins, and before which atom
        self._is_odd = False

    def paragraph(self) -> Paragraph:
        """What was read."""
        return Paragraph(self._number, self._style, self._is_outlined, self._atoms, self._is_odd)

    def holds_paragraphs(self, token: XmlToken) -> None:
        """Note that a paragraph begins inside this one, in what is passed over or not."""
        self._inner = True
        if self._opaque is None:
            self._add(token.start, token.start, "block", "p")

    def take(self, token: XmlToken, name: str) -> None:
        """Go on with the next token; `name` is without the prefix of WordprocessingML."""
        if self._opaque is not None:
            self._pass_over(token, name, self._opaque)
        elif self._t is not None:
            self._take_in_text(token, name, self._t)
        elif token.kind == "close":
            self._close(token, name)
        elif token.kind in {"open", "empty"}:
            self._open(token, name)

    def _open(self, token: XmlToken, name: str) -> None:
        is_open = token.kind == "open"
        if self._run is not None:
            self._open_in_run(token, name)
        elif name == "r":
            self._run, self._look = (token.start, "") if is_open else (None, "")
        elif name == "sdt" and is_open and not self._is_bound(token):
            self._sdt.append((token.start, len(self._atoms)))
        elif name in _WRAPPERS and is_open:
            start = token.start
            if name == "sdtContent":
                start, count = self._sdt[-1] if self._sdt else (start, -1)
                self._is_odd |= count != len(self._atoms)
            self._add(start, token.end, "enter", name)
        elif is_open:
            self._opaque = _Opaque(token.start, name, 1)
        elif name not in _WRAPPERS:
            self._add(token.start, token.end, "block", name, rest=token.rest)

    def _open_in_run(self, token: XmlToken, name: str) -> None:
        is_open = token.kind == "open"
        if name == "t":
            self._t = token if is_open else None
            self._first = len(self._atoms)
        elif is_open:
            self._opaque = _Opaque(token.start, name, 1)
        elif name != "rPr":
            self._add(token.start, token.end, "inline", name, rest=token.rest)

    def _close(self, token: XmlToken, name: str) -> None:
        if self._run is not None:
            self._run = None if name == "r" else self._run
        elif name == "sdt" and self._sdt:
            _, count = self._sdt.pop()
            last = self._atoms[-1] if len(self._atoms) > count else None
            if last and last.name == "sdtContent" and last.kind == "leave":
                self._atoms[-1] = last._replace(end=token.end)
            self._is_odd |= last is not None and self._atoms[-1] is last
        elif name in _WRAPPERS:
            self._add(token.start, token.end, "leave", name)

    def _pass_over(self, token: XmlToken, name: str, opaque: _Opaque) -> None:
        depth = opaque.depth + (token.kind == "open") - (token.kind == "close")
        read = token.text if opaque.name in {"instrText", "code"} else ""
        self._opaque = opaque._replace(depth=depth, text=opaque.text + read)
        if opaque.name == "pPr" and opaque.depth == 1:
            self._read_style(token, name)
        if depth:
            return
        self._opaque = None
        if opaque.name == "rPr" and self._run is not None:
            self._look_at(opaque.start, token.end)
        elif opaque.name in {"customXmlPr", "smartTagPr"} and self._atoms:
            self._is_odd |= self._atoms[-1].kind != "enter"
            self._atoms[-1] = self._atoms[-1]._replace(end=token.end)
        elif opaque.name in {"sdtPr", "sdtEndPr"}:
            self._is_odd |= not self._sdt
        elif opaque.name != "pPr" or self._atoms:
            kind = "block" if self._run is None else "inline"
            rest = self._text[opaque.start : token.end] if opaque.name == "fldChar" else ""
            self._add(opaque.start, token.end, kind, opaque.name, text=opaque.text, rest=rest)

    def _read_style(self, token: XmlToken, name: str) -> None:
        if name == "pStyle":
            self._style = token.attribute(f"{self._prefix}val")
        elif name == "outlineLvl":  # nine levels; the tenth is body text
            self._is_outlined = token.attribute(f"{self._prefix}val") in set("012345678")

    def _look_at(self, start: int, end: int) -> None:
        """Take the properties of a run; one that is hidden, or is code, is passed over whole."""
        look = _TRACKED_FORMAT.sub("", self._text[start:end])
        style = re.search(rf"<{self._prefix}rStyle\b[^>]*val=[\"']([^\"']*)", look)
        is_code = style is not None and self._styles.get(style[1]) == "code"
        if self._run is not None and (is_code or _HIDDEN.search(look)):
            self._opaque = _Opaque(self._run, "code" if is_code else "hidden", 1)
            self._run = None
        self._look = look

    def _take_in_text(self, token: XmlToken, name: str, opening: XmlToken) -> None:
        if token.kind == "close":
            self._t = None
            if not _PRESERVED.search(opening.rest):
                self._trim()
        elif token.kind in {"text", "character"} and token.text:
            is_kept = _PRESERVED.search(opening.rest) is not None
            self._atoms.append(
                Atom(token.start, token.end, token.kind, name, token.text, self._look, is_kept)
            )

    def _trim(self) -> None:
        """Drop white space that Word does not show: at the edges of a w:t that does not keep it."""
        inside = self._atoms[self._first :]
        if inside and inside[0].kind == "text":
            text = inside[0].text.lstrip(_WHITE)
            inside[0] = inside[0]._replace(start=inside[0].end - len(text), text=text)
        if inside and inside[-1].kind == "text":
            text = inside[-1].text.rstrip(_WHITE)
            inside[-1] = inside[-1]._replace(end=inside[-1].start + len(text), text=text)
        self._atoms[self._first :] = [atom for atom in inside if atom.text or atom.kind != "text"]

    def _add(
        self, start: int, end: int, kind: str, name: str, *, text: str = "", rest: str = ""
    ) -> None:
        look = self._look if kind == "inline" else ""
        self._atoms.append(Atom(start, end, kind, name, text, look, True, self._inner, rest))
        self._inner = False

    def _is_bound(self, token: XmlToken) -> bool:
        """Whether a control's words are not to be touched."""
        limit = token.end + _LONGEST_CONTROL
        end = self._text.find("sdtContent", token.end, limit)
        return end < 0 or _BOUND.search(self._text, token.end, end) is not None
