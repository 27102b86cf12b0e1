"""XML text as tokens with their exact place in it.

Responsible for: saying whether a text is well-formed XML that is safe to read, and where each tag
and each stretch of text begins and ends.
Not responsible for: what any element means; writing XML.

A parser (expat) judges the text first. In what it accepts, without a document type, `<` begins a tag
and nothing else, so that a pattern finds every token at its place; the parser's own offsets count
bytes and do not tell where an empty element ends.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

from onetongue.untrusted_xml import RefusedXmlError, UntrustedXml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onetongue.untrusted_xml import Refusal

_TOKEN: Final = re.compile(
    r"<(?P<slash>/?)(?P<name>[^\s<>/!?]++)(?P<rest>(?:[^<>\"'/]++|\"[^\"]*+\"|'[^']*+'|/(?!>))*+)(?P<empty>/?)>"
    r"|<!\[CDATA\[(?P<cdata>.*?)\]\]>"
    r"|(?P<other><!--.*?-->|<\?.*?\?>)"
    r"|(?P<entity>&[^;]++;)"
    r"|(?P<text>[^<&]++)",
    re.S,
)
_ATTRIBUTE: Final = re.compile(r"([^\s=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
# No document a person made is nested deeper; a parser's memory grows with it.
_DEEPEST: Final = 2_000
_FAULTS: Final[dict[Refusal, str]] = {
    "damaged": "not well-formed XML ({what}, line {line})",
    "encoding": "{what}",
    "doctype": "it has a document type",
    "depth": "its elements are nested deeper than {what}",
}


class XmlToken(NamedTuple):
    """A stretch of XML. `kind` is open, close, empty, text, character (an entity, CDATA), or other.

    `name` is that of a tag, with its prefix; `text` what text reads as; `rest` a tag's attributes.
    """

    start: int
    end: int
    kind: str
    name: str = ""
    text: str = ""
    rest: str = ""

    def attribute(self, name: str) -> str:
        """The value of an attribute, by its name with prefix; empty if there is none."""
        for found in _ATTRIBUTE.finditer(self.rest) if name in self.rest else ():
            if found[1] == name:
                return unescape(found[2] if found[2] is not None else found[3])
        return ""


def fault(text: str) -> str:
    """Why a text is not XML that is read here; empty if it is.

    A document type is refused: it can define entities that grow without end.

    >>> fault("<a>b</a>"), fault("<a>")
    ('', 'not well-formed XML (no element found, line 1)')
    """
    try:
        UntrustedXml(deepest=_DEEPEST).feed(text.removeprefix("\ufeff"))
    except RefusedXmlError as err:
        return _FAULTS[err.reason].format(what=err.what, line=err.line)
    return ""


def tokens(text: str, start: int, end: int) -> Iterator[XmlToken]:
    """The tokens of well-formed XML that stands from `start` to `end` of `text`, in order."""
    for found in _TOKEN.finditer(text, start, end):
        at = found.span()
        if found["name"]:
            kind = "close" if found["slash"] else "empty" if found["empty"] else "open"
            yield XmlToken(*at, kind, found["name"], "", found["rest"])
        elif found["text"] is not None:
            yield XmlToken(*at, "text", "", found[0])
        elif found["entity"]:
            yield XmlToken(*at, "character", "", unescape(found[0]))
        elif found["cdata"] is not None:
            yield XmlToken(*at, "character", "", found["cdata"])
        else:
            yield XmlToken(*at, "other")
