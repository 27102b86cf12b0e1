r"""Characters that need care wherever a text is read or written.

Responsible for: what ends a line, which code points are half a character, which XML cannot hold, and
what is written for the others in it.
Not responsible for: what becomes of them, which is every format's own; what ends a line where a form
feed or U+2028 does too (`formats.blocks`).
"""

from __future__ import annotations

import re
from typing import Final

# In a longer pattern: `(?:{NEWLINE.pattern})`.
NEWLINE: Final = re.compile(r"\r\n?|\n")
SURROGATE: Final = re.compile("[\ud800-\udfff]")
# Most encodings make one character of it, so that it does not come back as it went.
SURROGATE_PAIR: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")
# Not even as a reference. Source: https://www.w3.org/TR/xml/#charsets, what it does not list: the
# list itself takes ten times as long to compile, and every start waits for it.
NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escape_not_xml(text: str) -> str:
    r"""Write what XML cannot hold as a reader can still make out, for good.

    >>> escape_not_xml("\x01\ud800é")
    '\\x01\\ud800é'
    """
    return NOT_XML.sub(lambda found: ascii(found[0])[1:-1], text)


def escape_xml(text: str) -> str:
    r"""Write a text between two tags of XML, so that it is read as it is; for what XML can hold.

    >>> escape_xml("a < b\r\n")
    'a &lt; b&#13;\n'
    """
    from xml.sax.saxutils import escape  # noqa: PLC0415 - brings in urllib, and every start loads this

    return escape(text, {"\r": "&#13;"})  # a parser makes a bare one a line feed
