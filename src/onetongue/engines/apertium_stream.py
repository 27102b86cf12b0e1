"""How Apertium's programs read and write a text among themselves.

Responsible for: what `apertium-destxt` and `apertium-retxt` do to one text, without a process each.
Not responsible for: running the programs in between (`apertium_mode`).

Source: https://github.com/apertium/apertium, apertium/txt-format.xml, deformat.xsl, reformat.xsl.
"""

from __future__ import annotations

import re
from typing import Final

BREAK: Final = "\n\n"  # Apertium ends a sentence at a blank line and keeps it
_SPECIAL: Final = r"[\]\[\\/@<>^${}]"
_BLANKS: Final = " \n\t\r~"
_TO_ESCAPE: Final = re.compile(rf"{_SPECIAL}|[{_BLANKS}]+")
_ESCAPED: Final = re.compile(rf"\.\[\]|[\[\]]|\\({_SPECIAL})")


def escape(text: str) -> str:
    r"""Write a text, and a blank line behind it, as the programs read it.

    Blanks but single spaces stand in brackets; `.[]` ends a sentence that might have no full stop.

    >>> escape("10 $  ici")
    '10 \\$[  ]ici.[][\n\n]'
    """
    bare = text.rstrip(_BLANKS)
    return _TO_ESCAPE.sub(_escaped, bare) + f".[][{text[len(bare) :]}{BREAK}]"


def restore(stream: str) -> str:
    r"""Read what the programs wrote.

    >>> restore("10 \\$[  ]aquí.[][\n\n]")
    '10 $  aquí\n\n'
    """
    return _ESCAPED.sub(lambda match: match[1] or "", stream)


def _escaped(match: re.Match[str]) -> str:
    found = match[0]
    if found == " ":
        return found
    return f"[{found}]" if found[0] in _BLANKS else f"\\{found}"
