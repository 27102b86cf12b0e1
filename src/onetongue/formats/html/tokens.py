"""The tags, comments and raw text of an HTML document, with exact offsets.

Responsible for: where each of them begins and ends, as the WHATWG tokenizer has it for tags,
attributes, comments, declarations, raw text (script, style, title, textarea, …) and SVG and MathML
as wholes; any text is read, however malformed, each character once.
Not responsible for: which elements are open (`walk`), character references (`text`).

A tokenizer of our own, because the two at hand are not linear on hostile input: 10,000 times `<a `
keep `html.parser` of Python 3.11 busy for over 100 s, 10,000 times `<!--` tree-sitter-html 0.23.
And offsets in code points are what is needed, not lines and columns, and not bytes.

Source: https://html.spec.whatwg.org/multipage/parsing.html#tokenization
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from onetongue.formats.html.names import BREAKS_OUT, ENDS_OUT, FOREIGN, RAW

if TYPE_CHECKING:
    from collections.abc import Iterator

# comment: also declarations and processing instructions. raw: an element whose content is no
# markup, its end tag included. foreign: an svg or math element as a whole.
TokenKind: TypeAlias = Literal["text", "start", "end", "comment", "raw", "foreign"]

_SPACE = r"\t\n\f\r "
# What is left open reaches to the end of the text, where the closing mark is then not found.
_VALUE = rf"""(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^{_SPACE}>"'][^{_SPACE}>]*+|(?=>)|\Z)"""
_NAME = rf"(?:=[^{_SPACE}/>=]*+|[^{_SPACE}/>=]++)"
_ATTRIBUTE = rf"{_NAME}(?:[{_SPACE}]*+=[{_SPACE}]*+{_VALUE})?+"
_TAG: Final = re.compile(
    rf"</?(?P<name>[A-Za-z][^{_SPACE}/>]*+)(?:[{_SPACE}/]++|{_ATTRIBUTE})*+>", re.ASCII
)
_TAG_NAME: Final = re.compile(rf"</?([A-Za-z][^{_SPACE}/>]*+)")
_COMMENT_END: Final = re.compile(r"--!?>")
_SCRIPT: Final = re.compile(rf"<!--|-->|<(/?)script(?=[{_SPACE}/>])", re.IGNORECASE)
_XML: Final = re.compile(r"\ufeff?\s*<\?xml\b")
_ATTRIBUTES: Final = re.compile(
    rf"(?P<name>=?[^{_SPACE}/>=]++)"
    rf"(?:[{_SPACE}]*+=[{_SPACE}]*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'"
    rf"|(?P<bare>[^{_SPACE}>\"'][^{_SPACE}>]*+)|(?=>)))?+"
)


class HtmlToken(NamedTuple):
    """`start` to `end` of the text; its start tag, if it has one, ends at `tag_end`.

    `name` is in lower case. `is_closed` says that a start tag ends with `/>` and that this closes it,
    or that a foreign element has its end tag.
    `inner_end` is where the content of a raw element ends.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    tag_end: int = 0
    inner_end: int = 0
    is_closed: bool = False


class Attribute(NamedTuple):
    """Where the value of an attribute stands; `quote` is empty where it has none around it."""

    start: int
    end: int
    quote: str


def tokens(text: str, *, is_xml: bool = False) -> Iterator[HtmlToken]:
    """The tokens of a text, in order; they touch, and cover it.

    `is_xml` says that a slash closes any element, as it does in a drawing and in XHTML.

    >>> [(t.kind, t.name) for t in tokens("<P>2 < 3<br/><!-- x -->")]
    [('start', 'p'), ('text', ''), ('start', 'br'), ('comment', '')]
    """
    is_xml = is_xml or _XML.match(text) is not None
    done = at = 0
    while (at := text.find("<", at)) >= 0:
        token = _token(text, at, is_xml)
        if token is None:
            at += 1
            continue
        if done < at:
            yield HtmlToken("text", done, at)
        yield token
        done = at = token.end
    if done < len(text):
        yield HtmlToken("text", done, len(text))


def attributes(text: str, token: HtmlToken) -> dict[str, Attribute]:
    """The attributes of a start tag by their name in lower case; the first of a name counts."""
    found: dict[str, Attribute] = {}
    for match in _ATTRIBUTES.finditer(text, token.start + 1 + len(token.name), token.tag_end - 1):
        group = match.lastgroup or "name"
        start, end = match.span(group) if group != "name" else (match.end(), match.end())
        quote = {"double": '"', "single": "'"}.get(group, "")
        found.setdefault(match["name"].lower(), Attribute(start, end, quote))
    return found


def _token(text: str, at: int, is_xml: bool) -> HtmlToken | None:
    """The markup at a `<`; None where that is text."""
    following = text[at + 1 : at + 3]
    if following[:1] in {"!", "?"}:
        return HtmlToken("comment", at, _declaration_end(text, at, is_xml))
    is_end = following[:1] == "/"
    letter = following[is_end : is_end + 1]
    if not (letter.isascii() and letter.isalpha()):
        return HtmlToken("comment", at, _after(text, ">", at + 2)) if is_end and letter else None
    match = _TAG.match(text, at)
    if match is None:  # the text ends inside the tag, which then is none
        return HtmlToken("comment", at, len(text))
    name, end = match["name"].lower(), match.end()
    if is_end:
        return HtmlToken("end", at, end, name)
    is_slashed = text[end - 2] == "/"
    if name in FOREIGN:
        stop, is_ended = (end, True) if is_slashed else _foreign_end(text, end, name)
        return HtmlToken("foreign", at, stop, name, end, stop, is_ended)
    is_closed = is_xml and is_slashed
    if name in RAW and not is_closed:
        inner_end, stop = _raw_end(text, end, name)
        return HtmlToken("raw", at, stop, name, end, inner_end)
    return HtmlToken("start", at, end, name, end, end, is_closed)


def _after(text: str, mark: str, start: int) -> int:
    """Where the next `mark` ends, or the text."""
    at = text.find(mark, start)
    return at + len(mark) if at >= 0 else len(text)


def _declaration_end(text: str, at: int, is_xml: bool) -> int:
    """Where what begins with `<!` or `<?` ends."""
    if text.startswith("<!--", at):
        if text.startswith((">", "->"), at + 4):
            return text.index(">", at) + 1
        end = _COMMENT_END.search(text, at + 4)
        return end.end() if end else len(text)
    if is_xml and text.startswith("<![CDATA[", at):
        return _after(text, "]]>", at)
    return _after(text, ">", at)


def _raw_end(text: str, start: int, name: str) -> tuple[int, int]:
    """Where the content of a raw element ends, and its end tag; both the text's end without one."""
    if name == "plaintext":
        return len(text), len(text)
    inner = _script_end(text, start) if name == "script" else _end_tag(text, start, name)
    if inner < 0:
        return len(text), len(text)
    match = _TAG.match(text, inner)
    return inner, match.end() if match else len(text)


def _end_tag(text: str, start: int, name: str) -> int:
    found = re.compile(rf"</{name}(?=[{_SPACE}/>])", re.IGNORECASE).search(text, start)
    return found.start() if found else -1


def _script_end(text: str, start: int) -> int:
    """Where the end tag of a script stands: not in a comment that opened a script of its own."""
    is_escaped = is_double = False
    for match in _SCRIPT.finditer(text, start):
        if match[0] == "<!--":
            is_escaped = True
        elif match[0] == "-->":
            is_escaped = is_double = False
        elif match[1] and not is_double:
            return match.start()
        else:
            is_double = is_escaped and not match[1]
    return -1


def _foreign_end(text: str, at: int, name: str) -> tuple[int, bool]:
    """Where an svg or math element ends, and whether at its end tag, not before one of HTML."""
    depth, held = 1, 0  # held: how many elements are open inside that may hold HTML
    while (at := text.find("<", at)) >= 0:
        if text.startswith("<![CDATA[", at):
            at = _after(text, "]]>", at)
            continue
        if text.startswith(("<!", "<?"), at):
            at = _declaration_end(text, at, is_xml=True)
            continue
        match = _TAG_NAME.match(text, at) and _TAG.match(text, at)
        if not match:
            at = len(text) if _TAG_NAME.match(text, at) else at + 1
            continue
        inner, is_end = match["name"].lower(), text[at + 1] == "/"
        if not held and inner in (ENDS_OUT if is_end else BREAKS_OUT):
            return at, False
        step = -1 if is_end else int(text[match.end() - 2] != "/")
        depth += step if inner == name else 0
        held = max(0, held + (step if inner in FOREIGN[name] else 0))
        at = match.end()
        if not depth:
            return at, True
    return len(text), False
